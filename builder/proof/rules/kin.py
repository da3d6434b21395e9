"""Names that only tell whose friend, lawyer or rival somebody is: what "a friend of Ada Holm" said, Ada Holm did not say."""

from __future__ import annotations

import re
from functools import lru_cache

from builder.proof.normal import Span
from builder.values.expressions import alternatives
from builder.values.letters import CAPITAL
from builder.values.lexicon import language_file
from builder.values.speech import saying

_BEFORE = 60
"""How many characters before a name may say whose friend it is."""


def kin(content: str, name: Span, language: str) -> str | None:
    """Return what somebody is to the bearer of a name, where it is he who is meant: "friend", "lawyer"; ``None`` where a name stands by itself."""
    front, behind = _words(language)
    found = behind.match(content, name[1]) or front.search(content, max(0, name[0] - _BEFORE), name[0])
    return (found["who"] or found["near"]).casefold() if found else None


@lru_cache(maxsize=16)
def _words(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return expressions for what stands before a name, and from its end on."""
    words = saying(language)
    who = rf"(?P<who>{alternatives(words.kin)})"
    near = rf"(?P<near>{alternatives(words.close_to)})"
    of, articles = alternatives(words.belonging), alternatives(words.articles)
    possessive = alternatives(words.possessive)
    file = language_file(language)
    # German "Holms Anwalt"; English "the Mills told investors" has no such ending.
    ending = r"|(?<=s)\s+" if file is not None and file.times.capital_nouns else ""
    return (
        re.compile(
            rf"(?<![\w-])(?:{who}\s+(?:{of})|{near})(?:\s+|(?<=['’]))(?:(?:{articles})\s+|[ld]['’])?(?-i:{CAPITAL}[\w.]*\s+)?\Z",
            re.IGNORECASE,
        ),
        re.compile(rf"(?:(?:{possessive})\s+(?:[^\W\d]+\s+)?{ending}){who}\b(?P<near>)", re.IGNORECASE),
    )
