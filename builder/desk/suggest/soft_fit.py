"""Whether anything speaks against a figure's answering a question: another kind, another time, other people or things."""

from __future__ import annotations

from builder.desk.suggest.asking import PERIODS, Wanted, is_of_others
from builder.desk.suggest.figure_fit import unit_fit
from builder.desk.suggest.fit_persons import OF_BODIES
from builder.desk.suggest.standing import Place
from builder.desk.suggest.tokens import persons
from builder.values.counting import PLACES, is_part, says
from builder.values.quantity import Modifier

_HUMAN = frozenset({"people", "victims", "bodies", "ground", "cases"})
"""Matters that stand beside persons."""


def may_answer(place: Place, wanted: Wanted) -> bool:
    """Return whether nothing speaks against a figure's answering a question."""
    figure = place.figure
    if figure.is_age or wanted.age or figure.is_one or figure.modifier is Modifier.VAGUE:
        return False
    if place.is_before or place.is_whole or place.is_more or place.is_of_ones_own:
        return False
    if place.is_long_ago and wanted.question.when is None:
        return False
    others = is_of_others(place.noun or " ".join(place.ahead(30).split()[-2:]), place.language)
    if others and not wanted.others:
        return False
    if wanted.unit is not None:
        return _measures(place, wanted)
    if place.what.kind in ("magnitude", "degrees"):
        return place.what.kind in wanted.words or place.what.kind[:-1] in wanted.words
    if wanted.measure or place.is_measured or not _is_whole(place):
        return False
    return _may_be_people(place, wanted) if wanted.people else _may_be_things(place, wanted)


def is_exact(place: Place, wanted: Wanted) -> bool:
    """Return whether nothing is known of who or what is counted that is not asked for."""
    return not (place.named and wanted.heads) or bool(place.named & wanted.heads)


def _measures(place: Place, wanted: Wanted) -> bool:
    if wanted.shapes and place.shape and not wanted.shapes & place.shape:
        return False
    is_time = wanted.unit in PERIODS
    # Three hours are no answer in days, though they may be turned into them.
    return unit_fit(place, wanted) > 0 and not (is_time and place.unit != wanted.question.unit)


def _is_whole(place: Place) -> bool:
    """Return whether a figure can be a number of people or things."""
    return all(bound is None or bound == int(bound) for bound in (place.figure.low, place.figure.high))


def _may_be_people(place: Place, wanted: Wanted) -> bool:
    named = place.named
    if PLACES in named or (named and not named & (persons() | _HUMAN)) or place.is_some:
        return False
    if place.grade != wanted.grades or ("bodies" in named and not wanted.states <= OF_BODIES):
        return False
    if not (place.noun or place.is_of_them or place.states or place.may_be):
        return False  # "three from Chile"
    if (
        place.noun
        and not named
        and (not place.may_be_persons or ("~people" in wanted.nouns and not place.states))
    ):
        return False  # whatever "two cranes" are, they are not what is asked of people in general
    if bool(place.of_peoples[0]) != bool(wanted.peoples):
        return False  # "155 Indonesians" of a question for all
    if (
        wanted.states
        and place.states
        and not says(wanted.states, place.states)
        and not is_part(place.states, wanted.states)
    ):
        return False
    own = named & (persons() - {"victims"})
    if own and (wanted.heads or "~people" in wanted.nouns) and own != wanted.heads:
        return False
    return not wanted.heads or bool(own) or any(place.near.get(f"~{head}", 0) >= 1 for head in wanted.heads)


def _may_be_things(place: Place, wanted: Wanted) -> bool:
    if place.named & wanted.heads:
        return True
    if place.named & (persons() | {"people"}):
        return False
    return not (wanted.states and place.states) or says(wanted.states, place.states)
