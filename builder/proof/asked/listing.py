"""Whose figure one is by the name right before it: "Osk with 40, Tarn with 12", "Osk, where 40 died"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from builder.proof.normal import Span
from builder.proof.owned import sentence_of
from builder.values.expressions import alternatives
from builder.values.letters import CAPITAL
from builder.values.lexicon import language_file

_REACH = 160
"""How many characters before a figure may hold its name and what is put in behind it."""
_LIST = 2
"""So many names with figures are a list."""


def listed_name(text: str, figure: Span, language: str) -> str | None:
    """Return the name that is given a figure in a list, or by "where" behind it, as printed; ``None`` where none is.

    ``text`` is the sentence, and ``figure`` the figure in it with its hedge.
    """
    own = sentence_of(text, language).figure_at(figure)
    return _names(text, language).get(own.number) if own is not None else None


@lru_cache(maxsize=256)
def _names(text: str, language: str) -> Mapping[Span, str]:
    """Return the numbers of a sentence that have names, each with its own."""
    listing, there = _before(language)

    def led(pattern: re.Pattern[str]) -> dict[Span, str]:
        return {
            one.number: found["name"]
            for one in sentence_of(text, language).found
            if (found := pattern.search(text, max(0, one.start - _REACH), one.start))
        }

    names = led(listing)
    return (names if len(names) >= _LIST else {}) | led(there)


@lru_cache(maxsize=16)
def _before(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return expressions for a name up to a figure: in a list, and with "where" between."""
    file = language_file(language)
    joined, there = (file.counted.listed_with, file.counted.there) if file is not None else ("", "")
    word = rf"{CAPITAL}[\w'’-]*"
    # What is put in stands between dashes or in brackets: "Osk - south of Pell - with 40".
    put_in = r"(?:,?\s*(?:-[^-()]{1,80}-|\([^()]{1,80}\)))?"
    name = rf"(?P<name>{word}(?:\s(?:[a-z]{{2,3}}\s)?{word}){{0,3}}){put_in}"
    between = r"(?:[^\W\d_]+\s+){0,4}?"
    return (
        re.compile(rf"{name}(?:\s\(|:\s|,?\s+(?:{alternatives(joined)})\s+)\Z"),
        re.compile(rf"{name},\s+(?:{alternatives(there)})\s+{between}\Z"),
    )
