"""Words that make no difference between two wordings, or all of it, in every language with a file: claims of several are compared."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from builder.values.expressions import alternatives, whole_words
from builder.values.language import Language
from builder.values.language_print import Wordings
from builder.values.lexicon import language_file, languages, listed
from builder.values.text import normalise

NO_SIGN = 8
"""How many words may stand in a gap of a phrase that says that nothing was found: German "Hinweise auf einen Anschlag gab es am Montag nicht"."""
SHORT = 3
"""Length of the short name of a month: Spanish "ago" is an English word."""


def _files() -> list[Language]:
    return [file for file in map(language_file, languages()) if file is not None]


def _all() -> list[Wordings]:
    return [file.wordings for file in _files()]


@lru_cache(maxsize=1)
def negations() -> frozenset[str]:
    """Return the words that turn a statement round and do nothing else."""
    return frozenset(word for words in _all() for word in listed(words.negations))


@lru_cache(maxsize=1)
def denying() -> frozenset[str]:
    """Return the verbs by which somebody answers a statement with a no."""
    return frozenset(word for words in _all() for word in listed(words.denying))


@lru_cache(maxsize=1)
def _raising() -> re.Pattern[str]:
    return _any_of(phrase for words in _all() for phrase in listed(words.raising))


def is_raising(cue: str | None) -> bool:
    """Return whether the words by which somebody gives a figure say that it is above the one that he gave before: "raised"."""
    return bool(cue and _raising().search(cue))


@lru_cache(maxsize=1)
def _no_signs() -> re.Pattern[str]:
    phrases = [phrase for file in _files() for phrase in listed(file.turning.no_sign)]
    return whole_words(alternatives(phrases, NO_SIGN))


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    return whole_words(alternatives(list(phrases)))


@lru_cache(maxsize=4_096)
def is_no_sign(printed: str) -> bool:
    """Return whether words only say that nothing was found of something: "no indication"."""
    return _no_signs().search(normalise(printed)) is not None


@lru_cache(maxsize=1)
def _for_now() -> re.Pattern[str]:
    return _any_of(phrase for file in _files() for phrase in listed(file.turning.unseen))


@lru_cache(maxsize=4_096)
def is_for_now(printed: str) -> bool:
    """Return whether words say nothing but that something holds until more is known: "for now"."""
    return _for_now().fullmatch(normalise(printed)) is not None


@lru_cache(maxsize=1)
def joining() -> frozenset[str]:
    """Return the words that only join a clause to its verb."""
    return frozenset(word for words in _all() for word in listed(words.joining))


@lru_cache(maxsize=1)
def articles() -> frozenset[str]:
    """Return the articles with or without which a wording is the same."""
    return frozenset(word for words in _all() for word in listed(words.articles))


@lru_cache(maxsize=1)
def belonging() -> frozenset[str]:
    """Return the words that join what a body is called by to what it is of or for: "the Ministry *of* Health"."""
    phrases = (
        phrase for file in _files() for phrase in listed(f"{file.saying.belonging},{file.counted.for_}")
    )
    return frozenset(phrase.split()[0].strip("'") for phrase in phrases)


@lru_cache(maxsize=1)
def determiners() -> frozenset[str]:
    """Return the words by which somebody is known from what was said before: "the", "its", German "seine"."""
    owners = (f"{file.proposing.speakers.own},{file.proposing.speakers.its}" for file in _files())
    return articles() | {word for text in owners for word in listed(text) if " " not in word}


@lru_cache(maxsize=1)
def months() -> frozenset[str]:
    """Return the full names of the months, in small letters, as any language prints them. Short ones are other words elsewhere."""
    names = (name for file in _files() for name in (*listed(file.times.months), *file.times.more_months))
    return frozenset(name.casefold() for name in names if len(name) > SHORT)
