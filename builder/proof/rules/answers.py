"""Rules on places, scopes and answers of yes or no."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from builder.content.vocabulary import Answer
from builder.proof import kinds
from builder.proof.case import ClaimCase, Finding
from builder.proof.rules.words import NEGATIONS
from builder.values.text import normalise, words

_DENIALS = NEGATIONS | {"poor", "poorly", "lack", "lacks", "lacking", "bad", "weak", "little"}
_LONGEST = 60
"""Letters; a longer word is no name, and takes long to hold beside another."""
_NAME = re.compile(r"\b[A-Z][\w'-]{4,}")
_POINTS_BACK = re.compile(r"\b(?:there|the\s+(?:region|area|country|oblast)|its?)\b", re.IGNORECASE)


def places(case: ClaimCase) -> Iterator[Finding]:
    """Every place in ``value`` is named in the printed words, and every place named there is in ``value``."""
    value = case.claim.value
    if not case.is_a(Answer.PLACE) or not isinstance(value, tuple):
        return
    if len(value) < len(case.entry.get("value") or ()):
        return  # one without an entry is told, and may be the one that is named
    printed = normalise(case.claim.printed)
    named = case.book.places.named(printed)
    for place in value:
        if place.id not in named:
            message = f'"{case.claim.printed}" does not name {place.name}'
            yield Finding(kinds.PLACE_NOT_PRINTED, ("value",), message)
    for id in sorted(named - {place.id for place in value}):
        name = case.book.site.places[id].name
        yield Finding(kinds.PLACE_DROPPED, ("value",), f'"{case.claim.printed}" names {name}')


def scope(case: ClaimCase) -> Iterator[Finding]:
    """A scope's names stand near the passage; where others who answer give a scope, this claim does too."""
    given = case.claim.scope
    if given is None:
        others = [claim for claim in case.book.answers[case.claim.question] if claim.key != case.claim.key]
        if others and all(claim.scope for claim in others):
            yield Finding(kinds.SCOPE_UNFIT, (), "every other answer to the question gives its scope")
        return
    # "there" and "the region" point to the sentence before.
    where = case.near if _POINTS_BACK.search(case.said(case.sentence)) else case.sentence
    said = [word.casefold() for word in words(case.said(where))]
    for word in words(given):
        if word[0].isupper() and not any(other.startswith(word.casefold()) for other in said):
            yield Finding(kinds.SCOPE_UNFIT, ("scope",), f'"{word}" does not stand at the passage')


def polarity(case: ClaimCase) -> Iterator[Finding]:
    """Printed words that deny go with no, others with yes."""
    value = case.claim.value
    if not case.is_a(Answer.YES_NO) or not isinstance(value, bool):
        return
    denies = any(word.casefold() in _DENIALS for word in words(case.claim.printed))
    if denies == value:
        said = "yes" if value else "no"
        yield Finding(kinds.ANSWER_UNFIT, ("value",), f'"{case.claim.printed}" does not read as {said}')


def spellings(case: ClaimCase) -> Iterator[Finding]:
    """A name one or two letters away from a known one is told."""
    known = case.book.known_words
    for key in ("printed", "quote"):
        for word in dict.fromkeys(_NAME.findall(normalise(str(case.entry.get(key) or "")))):
            if near := strange(word, known):
                name, entry = near
                message = f'"{word}" is spelled like "{name}" ({entry})'
                yield Finding(kinds.STRANGE_SPELLING, (key,), message)


def strange(word: str, known: dict[str, tuple[str, str]]) -> tuple[str, str] | None:
    """Return the known name that a word is nearly spelled like, with its entry, or ``None``."""
    plain = re.sub(r"'s?\Z", "", word).casefold()
    if plain in known or not 5 <= len(plain) <= _LONGEST:
        return None
    for other, spelled in known.items():
        if (
            not 5 <= len(other) <= _LONGEST
            or other[0] != plain[0]
            or plain.startswith(other)
            or other.startswith(plain)
        ):
            continue
        if plain[:4] == other[:4] and (plain + other).count("ian"):
            continue  # Ukraine and Ukrainian
        if SequenceMatcher(None, plain, other).ratio() >= 0.8:
            return spelled
    return None
