"""The expressions that find who says something, with a language's verbs of saying in them."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from builder.values import speech
from builder.values.expressions import alternatives

# "the heaviest losses reported for a day": nobody is named who reports.
_NOT_DONE_TO = r"(?!(?<=ed)\s+(?:for|by|so|since|during|missing)\b)"


class Saying(Struct, frozen=True):
    """The expressions that hold the verbs of a language."""

    subject: re.Pattern[str]
    """From a name on."""
    cited: re.Pattern[str]
    """Up to a name."""
    pronoun: re.Pattern[str]
    other: re.Pattern[str]
    """A speaker that no registry has."""


def proposed(language: str) -> str:
    """Return an expression for the verbs by which proposals are made: of what a video shows, too."""
    return rf"{speech.verbs(language)}|{alternatives(speech.saying(language).shown)}"


@lru_cache(maxsize=64)
def saying(language: str) -> Saying:
    """Return the expressions of a language."""
    verbs = proposed(language)
    return Saying(
        subject=re.compile(
            rf"\)?(?:'s?)?(?:\s+on\s+\w+)?(?:\s*,[^,\"]{{1,60}},|,\s+which\b|,)?\s*(?:[\w'’-]+(?:[.,]\d+)*\s+){{0,4}}?(?:(?:has|have|had|is|are|was|were|also|later|further|previously|not)\s+){{0,2}}"
            rf"(?P<verb>{verbs})\b",
            re.IGNORECASE,
        ),
        cited=re.compile(
            r"(?P<verb>according\s+to|citing|as\s+(?:stated|reported|claimed)\s+by|quoting|(?:seen|obtained|reviewed)\s+by|"
            rf"(?:[\",]\s+)(?:{verbs}))\s+(?:(?:the|a|an|its|their|his|her)\s+)?(?:[\w'’-]+\s+){{0,4}}?\Z",
            re.IGNORECASE,
        ),
        pronoun=re.compile(
            rf"\b(?P<who>he|she|it|they|(?:its|their|his|her|the|a|an)\s+(?:[\w'-]+\s+){{0,3}}?[\w'-]+)\s+"
            rf"(?:(?:has|have|had|is|are|also|later|further)\s+){{0,2}}(?P<verb>{verbs})\b{_NOT_DONE_TO}",
            re.IGNORECASE,
        ),
        other=re.compile(
            rf"\b(?P<who>[a-z]+s|[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+){{0,8}})\s+(?P<verb>{speech.plain(language)})\b{_NOT_DONE_TO}"
        ),
    )
