"""Words made comparable: small letters, no endings, one word for those that say the same of people and things."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from builder.desk.suggest.language import any_of, proposing
from builder.values.counting import Words, counting
from builder.values.lexicon import language_file, listed

CONFIRM = "confirm"
"""The one word for confirming, in all languages."""
_WORD = re.compile(r"[^\W\d_][\w'’-]*|[0-9][0-9.,]*[0-9]|[0-9]|%")
_LEAST = 3
"""Letters that are left of a word without its ending."""


class _Comparing(Struct, frozen=True):
    stop: frozenset[str]
    endings: re.Pattern[str]
    confirm: re.Pattern[str]
    elided: frozenset[str]


@lru_cache(maxsize=64)
def _words(language: str) -> _Comparing:
    words, file = proposing(language).compared, language_file(language)
    return _Comparing(
        frozenset(listed(words.stop)),
        re.compile(rf"{any_of(words.endings)}\Z"),
        re.compile(rf"\b{any_of(words.confirm)}\b", re.IGNORECASE),
        frozenset(file.elisions) if file is not None else frozenset(),
    )


class State(NamedTuple):
    """Words of a text that say what happened to those who are counted."""

    start: int
    end: int
    names: tuple[str, ...]
    """The sets in which they stand, the one they say first of all in front."""

    @property
    def name(self) -> str:
        """The one word for it: ``killed``."""
        return self.names[0]


@lru_cache(maxsize=4096)
def states(text: str, language: str = "en") -> tuple[State, ...]:
    """Return the words of a text that say what happened to those who are counted, in order."""
    known = counting(language)
    found = (
        State(term.start, term.end, tuple(name for name in term.sets if name in known.named))
        for term in known.find(Words(text))
    )
    return tuple(state for state in found if state.names)


def is_state(words: str | None) -> bool:
    """Return whether words are the name of a state."""
    return bool(words) and words in counting("en").named


def can_compare(language: str) -> bool:
    """Return whether it is known which words of a language say something: without that, any "the" would be held against another."""
    return bool(_words(language).stop)


@lru_cache(maxsize=50_000)
def stem(word: str, language: str = "en") -> str:
    """Return a word without its ending, if enough of it is left."""
    word = word.casefold().replace("'s", "")
    cut = _words(language).endings.sub("", word)
    return cut if len(cut) >= _LEAST else word


def _plain(word: str, language: str) -> str:
    """Return a word without what is left of the one before it: French "l'eau" is "eau"."""
    first, apostrophe, rest = word.replace("’", "'").partition("'")
    return rest if apostrophe and first.casefold() in _words(language).elided else word


@lru_cache(maxsize=4096)
def weighty(text: str, language: str = "en", *, things: bool = False) -> tuple[str, ...]:
    """Return the words of a text that say something, comparable, with those for states as one in whatever language.

    ``things``: with those for who or what is counted as one, too, as is wanted where the other text is in another language.
    """
    stop = _words(language).stop
    found = [f"={state.name}" for state in states(text, language)]
    if is_state(text):
        found.append(f"={text}")
    if things:
        found += [f"={name}" for term in counting(language).things.find(Words(text)) for name in term.sets]
    plain = (_plain(word, language) for word in _WORD.findall(text))
    return (*(stem(word, language) for word in plain if word.casefold() not in stop), *dict.fromkeys(found))


@lru_cache(maxsize=4096)
def comparable(text: str, language: str = "en", *, things: bool = False) -> tuple[str, ...]:
    """Return the words that say something, with one word for confirming, verifying and corroborating."""
    return tuple(
        CONFIRM if word == stem(CONFIRM, language) else word
        for word in weighty(_words(language).confirm.sub(CONFIRM, text), language, things=things)
    )
