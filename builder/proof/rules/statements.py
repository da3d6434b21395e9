"""What somebody says as a thing ("the line's claims", French "le démenti de la ligne"): nobody says it in that sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from builder.proof.normal import Span
from builder.values.expressions import NEVER, alternatives, compiled
from builder.values.language_print import Statements
from builder.values.lexicon import language_file, listed

_REACH = 40
"""Number of characters before a word that are searched for what makes it a noun."""
_INSIDE = re.compile(r"\w,?\s+\Z")
"""Up to a word that does not open a sentence, a quotation or what stands behind a colon."""
_NOTHING = Statements()


class Nouns(Struct, frozen=True):
    """How a language tells such a noun from a verb of saying in the same form."""

    forms: frozenset[str]
    """The forms that may be either, in small letters."""
    capital: bool
    """Whether a noun has a capital letter."""
    owned: re.Pattern[str]
    """From the end of a name up to the noun."""
    begins: re.Pattern[str]
    """Up to a name with the noun behind it."""
    goes_on: re.Pattern[str]
    """From the noun on."""
    determined: re.Pattern[str]
    """Up to a noun with its name behind it."""
    apart: re.Pattern[str]
    """A clause that tells what somebody said as other than it is, or that is only compared with: "than the mayor admitted"."""


@lru_cache(maxsize=64)
def nouns(language: str) -> Nouns:
    """Return what a language's file says of such nouns; nothing matches if it says nothing."""
    file = language_file(language)
    said = file.statements if file is not None else _NOTHING
    saying = file.saying if file is not None else None
    owner = alternatives(saying.possessive if saying else "")
    before = f"{saying.articles},{saying.determiners}" if saying else ""
    close = alternatives(word for word in listed(before) if word.endswith("'"))
    open_ = alternatives(word for word in listed(before) if not word.endswith("'"))
    determiner = rf"(?:(?:{open_})\s+|(?:{close}))"
    return Nouns(
        frozenset(listed(said.nouns)),
        file is not None and file.times.capital_nouns,
        compiled(rf"(?:{owner})\s+(?:(?:{alternatives(said.owned)})\s+){{0,2}}\Z"),
        compiled(
            rf"\b(?:{alternatives(said.begins)})\s+(?:{determiner}|(?:{alternatives(said.owned)})\s+)?\Z"
        ),
        compiled(rf"\s+(?:{alternatives(said.goes_on)})\b"),
        compiled(rf"\b{determiner}\Z" if before else NEVER),
        compiled(
            rf"\b(?:(?:{alternatives(said.apart)})\b,?|(?:{alternatives(said.than)})(?:(?<=')|(?!\w))(?!\W{{0,3}}\d))[^,;:]*"
        ),
    )


def is_noun_behind(language: str, content: str, name: Span, verb: Span) -> bool:
    """Return whether the word behind a name is the noun "claims" and not the verb."""
    known = nouns(language)
    printed = content[slice(*verb)]
    if known.capital and printed[:1].isupper():
        return True
    if printed.casefold() not in known.forms:
        return False
    # Of a name that ends in s, or whose entry has it, the mark of possession is part of it.
    owned = known.owned.search(content[max(name[0], name[1] - 2) : verb[0]])
    begun = known.begins.search(content, max(0, name[0] - _REACH), name[0])
    return bool(owned or begun or known.goes_on.match(content, verb[1]))


def is_noun_before(language: str, content: str, start: int, verb: Span) -> bool:
    """Return whether the word before a name is a noun and not a verb; ``start``: where the sentence begins."""
    known = nouns(language)
    printed = content[slice(*verb)]
    if known.capital and printed[:1].isupper() and _INSIDE.search(content, start, verb[0]):
        return True
    determined = known.determined.search(content, max(start, verb[0] - _REACH), verb[0])
    return printed.casefold() in known.forms and determined is not None


def set_apart(language: str, content: str, sentence: Span, words: Span) -> list[Span]:
    """Return the clauses of a sentence, but not that of some words, that say what somebody said as other than it is."""
    found = (match.span() for match in nouns(language).apart.finditer(content, *sentence))
    return [(start, end) for start, end in found if not (start < words[1] and words[0] < end)]
