"""Names of places in a précis that is in another language than its text: they are the same in both, but for those that are known to differ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Protocol

from builder.values.expressions import alternatives
from builder.values.letters import CAPITAL
from builder.values.lexicon import base, everywhere, language_file, lexicon_words, listed


class _Tells(Protocol):
    """How a language tells names from other words."""

    @property
    def capital_nouns(self) -> bool:
        """Whether all nouns have a capital letter."""

    def is_common(self, word: str) -> bool:
        """Return whether a capital letter may be that of a noun."""


def placed(prose: str, language: str, tells: _Tells, common: set[str]) -> Iterator[tuple[str, int]]:
    """Yield the words with a capital letter that stand alone behind "in" or "from", with where: places, as far as grammar tells."""
    known = lexicon_words(base(language))
    for match in _behind(language).finditer(prose):
        word = match["name"]
        plain = word.casefold()
        if plain in known or plain in common or (tells.capital_nouns and tells.is_common(word)):
            continue
        yield word, match.start("name")


@lru_cache(maxsize=16)
def _behind(language: str) -> re.Pattern[str]:
    file = language_file(language)
    before = alternatives(f"{file.counted.at},{file.names.before}" if file is not None else "")
    return re.compile(
        rf"(?<!\w)(?:{before})\s+(?P<name>{CAPITAL}[^\W\d_]{{2,}})(?![\w'-]|\.\w)(?!\s+{CAPITAL})"
    )


@lru_cache(maxsize=1)
def _exonyms() -> dict[str, frozenset[str]]:
    found = [frozenset(listed(names)) for names in everywhere().exonyms]
    return {name: names for names in found for name in names}


def elsewhere(word: str) -> frozenset[str]:
    """Return the names that a place has in other languages, in small letters; none if none are known."""
    return _exonyms().get(word.casefold(), frozenset())
