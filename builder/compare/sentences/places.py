"""The sentence over a row of places: who names which, who names none, what is spelled differently."""

from __future__ import annotations

from collections.abc import Sequence

from builder.compare.groups import Group
from builder.compare.phrases import listed, quoted
from builder.compare.relation import Judgement, is_parted
from builder.compare.sentences.said import Outlets, every, printed, verb, voices
from builder.compare.values import spelled
from builder.content.model import Claim


def place_clause(groups: Sequence[Group], judgements: Sequence[Judgement], outlets: Outlets) -> str | None:
    """Places that do not conflict: who names which, who names none and in which words, and what is spelled differently."""
    if is_parted(judgements):
        return None
    bare = [claim for claim in every(groups) if not claim.value]
    named = names_and_none(groups, outlets)
    return f"{named}: {printed(bare, outlets)}" if bare else named


def names_and_none(groups: Sequence[Group], outlets: Outlets) -> str:
    """Return who names which places, and who names none."""
    named = [claim for claim in every(groups) if claim.value]
    bare = [claim for claim in every(groups) if not claim.value]
    clauses = []
    if named:
        clauses.append(
            f"{voices(named, outlets)} {verb(named, 'names', 'name')} {_spellings(named, outlets)}"
        )
    if bare:
        clauses.append(f"{voices(bare, outlets)} {verb(bare, 'names', 'name')} none")
    return "; ".join(clauses)


def _spellings(claims: Sequence[Claim], outlets: Outlets) -> str:
    """Return the places named, each with its spellings where they differ."""
    found: dict[str, dict[str, list[Claim]]] = {}
    for claim in claims:
        for place in claim.value if isinstance(claim.value, tuple) else ():
            spelling = spelled(claim.printed, place) or place.name
            found.setdefault(place.name, {}).setdefault(spelling, []).append(claim)
    words = []
    for name, spellings in found.items():
        if len(spellings) == 1:
            words.append(next(iter(spellings)))
        else:
            words.append(
                f"{name} ({', '.join(f'{quoted(text)} in {voices(said, outlets)}' for text, said in spellings.items())})"
            )
    return listed(words)
