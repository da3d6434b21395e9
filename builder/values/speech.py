"""Verbs of saying: the words by which papers attribute a statement, by language.

The verbs stand in the languages' files, under ``saying``; here they become expressions, for the proof and for proposals.
"""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from builder.values.expressions import NEVER, alternatives, by_length
from builder.values.language_parts import Saying
from builder.values.lexicon import language_file, listed

PARTED = 10
"""How many words may stand between the parts of a verb: "teilte die Reederei am Abend in einer Erklärung mit"."""
_NAMED = 8
"""How many words may tell who says something, before the verb."""
ENDED = r"""(?=\s*[,.;:!?")]|\s*\Z)"""
"""Behind the second part of a verb in two parts."""
_NOTHING = Saying()


class Parted(Struct, frozen=True):
    """A verb in two parts."""

    first: str
    rest: str


def saying(language: str) -> Saying:
    """Return what a language's file says on who said it; no words at all where there is none."""
    file = language_file(language)
    return file.saying if file is not None else _NOTHING


def forms(language: str) -> tuple[str, ...]:
    """Return every form of every verb of saying, as the language's file has it."""
    return tuple(listed(saying(language).verbs))


def parted(language: str) -> tuple[Parted, ...]:
    """Return the verbs that are printed in two parts: "teilte ... mit"."""
    found = (verb.partition(" ... ") for verb in forms(language))
    return tuple(Parted(first, rest) for first, gap, rest in found if gap)


@lru_cache(maxsize=64)
def verbs(language: str) -> str:
    """Return an expression for any form of any verb, to be put between word boundaries; it matches nowhere without a file."""
    return _expression(saying(language), forms(language))


@lru_cache(maxsize=64)
def plain(language: str) -> str:
    """Return an expression for the verbs that say something with any subject, one that no registry has included."""
    return _expression(saying(language), listed(saying(language).plain))


@lru_cache(maxsize=64)
def said_before(language: str) -> str:
    """Return an expression for the beginning of a sentence that tells who said the one before it, with its verb or phrase of saying.

    German "Das teilte", "This is what the ministry reported", "That is according to".
    """
    words = saying(language)
    found = []
    if words.pointing:
        helped = rf"(?:(?:{alternatives(words.helpers)})\s+)*" if words.helpers else ""
        found.append(rf"(?:{alternatives(words.pointing)})\s*{helped}\b(?:{verbs(language)})\b")
    if words.pointing_at:
        found.append(
            rf"(?:{alternatives(words.pointing_at)})\s+(?:[\w'’.-]+\s+){{1,{_NAMED}}}?(?:{verbs(language)})\b"
        )
    if words.pointing_is:
        found.append(rf"(?:{alternatives(words.pointing_is)})\s+(?:{alternatives(words.according)})(?!\w)")
    return rf"\W*(?:{'|'.join(found)})" if found else NEVER


@lru_cache(maxsize=64)
def attached(language: str) -> str:
    """Return an expression for verbs with a pronoun at their end: "déclare-t-il", "a-t-elle dit"."""
    words = saying(language)
    if not words.attached:
        return NEVER
    ends = alternatives(words.attached)
    split = [verb.split() for verb in by_length(forms(language)) if "..." not in verb]
    found = [rf"{alternatives([first])}(?:{ends})" + _rest(rest) for first, *rest in split]
    return "|".join(found) or NEVER


def _rest(words: list[str]) -> str:
    return rf"\s+{alternatives([' '.join(words)])}" if words else ""


def _expression(words: Saying, found: list[str] | tuple[str, ...]) -> str:
    expressions, elided = [], "d'" in listed(words.articles)
    for verb in by_length(found):
        expression = alternatives([verb], PARTED)
        if verb.endswith(" de") and elided:
            # French "parle d'au moins 40 morts"
            expression = rf"{alternatives([verb.removesuffix(' de')])}(?:\s+de\b|(?=\s+d['’]))"
        if " ... " in verb:
            # The second part ends its clause: "gab 140 Personen an Bord" says nothing.
            expression += ENDED
        if verb in words.unless:
            expression += rf"(?!\s+(?:{alternatives(words.unless[verb])})\b)"
        expressions.append(expression)
    return "|".join(expressions) or NEVER
