"""The sentence on a row of places: which outlets name which places, which name none, and different spellings."""

from __future__ import annotations

from collections.abc import Sequence

from builder.compare.groups import Group
from builder.compare.phrases import join_items, quoted
from builder.compare.places import spelled
from builder.compare.relation import Judgement, is_parted, is_tense
from builder.compare.sentences.said import Outlets, every, printed_words, verb, voices
from builder.compare.speakers import as_printed
from builder.content.model import Claim, Party, Place
from builder.content.vocabulary import Answer


def place_clause(
    answer: Answer, groups: Sequence[Group], judgements: Sequence[Judgement], outlets: Outlets
) -> str | None:
    """Return the clause on places or parties without a contradiction or tension, or None if there is one.

    It says which outlets name which, with different spellings, and which name none, with their words.
    """
    if is_parted(judgements) or is_tense(judgements):
        return None
    bare = [claim for claim in every(groups) if not claim.value]
    named = names_and_none(answer, groups, outlets)
    if bare and len({(claim.outlet, claim.printed.casefold()) for claim in bare}) == 1:
        return f"{named}: {as_printed(bare[0])}"
    return f"{named}: {printed_words(bare, outlets)}" if bare else named


def names_and_none(answer: Answer, groups: Sequence[Group], outlets: Outlets) -> str:
    """Return a clause that says which outlets name which places or parties, and which name none."""
    bare = [claim for claim in every(groups) if not claim.value]
    naming: dict[str, list[Claim]] = {}
    for claim in every(groups):
        if claim.value:
            naming.setdefault(claim.outlet, []).append(claim)
    alike: dict[frozenset[str], list[Claim]] = {}
    for claims in naming.values():
        ids = {place.id for claim in claims if isinstance(claim.value, tuple) for place in claim.value}
        alike.setdefault(frozenset(ids), []).extend(claims)
    clauses = [
        f"{voices(named, outlets)} {verb(named, 'names', 'name')} {_spellings(named, every(groups), outlets)}"
        for named in alike.values()
    ]
    if bare:
        clauses.append(f"{voices(bare, outlets)} {names_none(answer, bare)}")
    return "; ".join(clauses)


def names_none(answer: Answer, claims: Sequence[Claim]) -> str:
    """Return the predicate of outlets that name no place, or do not say who it was: they may name somebody for something else."""
    if answer is Answer.PLACE:
        return verb(claims, "names none", "name none")
    return verb(claims, "does not say who", "do not say who")


def _spellings(claims: Sequence[Claim], everyone: Sequence[Claim], outlets: Outlets) -> str:
    """Return the places or parties that some claims name.

    A place is told with its spellings if they differ among the claims or from those of ``everyone``. What a party is called, such as
    an office in two languages, is no spelling of its name.
    """
    printed: dict[str, set[str]] = {}
    for claim in everyone:
        for place in claim.value if isinstance(claim.value, tuple) else ():
            printed.setdefault(place.name, set()).add(_spelling(claim, place))
    found: dict[str, dict[str, list[Claim]]] = {}
    for claim in claims:
        for place in claim.value if isinstance(claim.value, tuple) else ():
            spelling = _spelling(claim, place)
            found.setdefault(place.name, {}).setdefault(spelling, []).append(claim)
    words = []
    for name, spellings in found.items():
        if len(spellings) == 1:
            (spelling,) = spellings
            words.append(
                spelling if len(printed[name]) == 1 or spelling == name else f"{name} ({quoted(spelling)})"
            )
        else:
            words.append(
                f"{name} ({', '.join(f'{quoted(text)} in {voices(said, outlets)}' for text, said in spellings.items())})"
            )
    return join_items(words)


def _spelling(claim: Claim, named: Place | Party) -> str:
    """Return a place as a claim spells it, or else the name of a place or party."""
    return (spelled(claim.printed, named) if isinstance(named, Place) else None) or named.name


def with_spellings(claims: Sequence[Claim], names: Sequence[str]) -> str:
    """Return the names of places or parties, each place with its spellings if several are printed."""
    found: dict[str, dict[str, None]] = {name: {} for name in names}
    for claim in claims:
        for place in claim.value if isinstance(claim.value, tuple) else ():
            if isinstance(place, Place) and (spelling := spelled(claim.printed, place)):
                found.setdefault(place.name, {}).setdefault(spelling)
    if len(found) == 1 and len(next(iter(found.values()))) > 1:
        ((name, spellings),) = found.items()
        return f"{name}, spelled {join_items([quoted(text) for text in spellings])}"
    return join_items(
        [
            f"{name} ({join_items([quoted(text) for text in spellings], 'or')})"
            if len(spellings) > 1
            else name
            for name, spellings in found.items()
        ]
    )
