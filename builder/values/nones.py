"""Words that count nobody: "nobody was killed", "no injuries", German "keine Verletzten", Russian "погибших нет". They print no number, and mean 0."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from builder.values.counting import Words, counting
from builder.values.expressions import alternatives
from builder.values.figures.tokens import fold
from builder.values.lexicon import language_file, listed

_REACH = 40
"""Characters between a pronoun for nobody and what it says happened: "nobody has so far been"."""


class Nobody(Struct, frozen=True):
    """A passage that says that something happened to nobody."""

    start: int
    end: int
    states: frozenset[str]


class _Words(Struct, frozen=True):
    pronoun: re.Pattern[str]
    """Before the verb: "nobody", with the word that has to follow it where it also means somebody, as French "personne"."""
    lacks: re.Pattern[str]
    """Right before the noun: "no", Spanish "no hubo"."""
    between: frozenset[str]
    """Words that may stand between the pronoun and what befell nobody."""
    behind: re.Pattern[str]
    """Right behind it: Russian "нет"."""


@lru_cache(maxsize=64)
def _words(language: str) -> _Words:
    file = language_file(language)
    if file is None:
        never = re.compile("(?!)")
        return _Words(never, never, frozenset(), never)
    lacks, firsts = listed(file.events.lacks), listed(file.turning.firsts)
    pronouns = alternatives(phrase for phrase in listed(file.events.none) if phrase not in lacks)
    # French "personne" is somebody without "ne".
    doubled = rf"\s+(?:(?:{alternatives(firsts)})\s+|n')" if firsts else r"(?!\w)"
    none = alternatives([*lacks, *listed(file.events.none)])
    return _Words(
        re.compile(rf"(?<!\w)(?:{pronouns}){doubled}", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{none})\s*\Z", re.IGNORECASE),
        frozenset(fold(word) for word in listed(file.events.none_between)),
        re.compile(rf"\s+(?:{alternatives(lacks)})(?=\s*(?:[.,;:!)]|\Z))", re.IGNORECASE),
    )


def nones(text: str, language: str) -> Iterator[Nobody]:
    """Yield the passages of a sentence that say that something happened to nobody, in order."""
    known, words = counting(language), _words(language)
    for term in known.find(Words(text)):
        states = frozenset(name for name in term.sets if name in known.named)
        if not states:
            continue
        ahead = text[max(0, term.start - _REACH) : term.start]
        first = term.start - len(ahead)
        if found := words.lacks.search(ahead):
            yield Nobody(first + found.start(), term.end, states)
        elif found := words.behind.match(text, term.end):
            yield Nobody(term.start, found.end(), states)
        elif (pronoun := _last(words.pronoun, ahead)) is not None:
            between = Words(ahead[pronoun.end() :])
            # "Nobody has so far been hurt", and not "nobody was badly hurt", "nobody knows how many were hurt", "nobody else".
            if words.between.issuperset(between.words) and not re.search(r"[,;:.()\"]", between.text):
                yield Nobody(first + pronoun.start(), term.end, states)


def _last(expression: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = list(expression.finditer(text))
    return found[-1] if found else None
