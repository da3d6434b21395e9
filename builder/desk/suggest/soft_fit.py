"""Whether anything speaks against a figure's answering a question: another kind, another time, other people or things."""

from __future__ import annotations

from builder.desk.suggest.asking import PERIODS, Wanted, is_of_others
from builder.desk.suggest.figure_fit import is_another_deed, is_bare, is_on_scale, is_whole_sum, unit_fit
from builder.desk.suggest.fit_persons import OF_BODIES
from builder.desk.suggest.rivals import is_of_another
from builder.desk.suggest.standing import Place
from builder.desk.suggest.tokens import matters, persons, tokens
from builder.values.counting import PLACES, is_part, says
from builder.values.lexicon import everywhere, listed
from builder.values.quantity import Modifier

_BESIDE = 3
"""Words before and behind a figure that stand beside it."""
_LABEL = 40
"""Characters behind a figure in which it may be said what it is: "412 million crowns in revenue"."""
_SUMS = frozenset({"revenue", "profit", "debt", "premium", "dividend", "wage", "budget", "losses in money"})
"""What a sum is, whatever else its sentence speaks of."""
_HUMAN = frozenset({"people", "victims", "bodies", "ground", "cases"})
"""Matters that stand beside persons."""

_APART = frozenset({"rescued", "arrested", "evacuated", "recovered", "sentence", "employed"})
"""States, beside those that befall people, of which somebody is counted in one only."""


def may_answer(place: Place, wanted: Wanted) -> bool:
    """Return whether nothing speaks against a figure's answering a question."""
    figure = place.figure
    if figure.is_age or wanted.age or figure.is_one or figure.modifier is Modifier.VAGUE:
        return False
    if place.is_before or place.is_whole or place.is_more or place.is_of_ones_own or place.is_of_one:
        return False
    if place.is_the_rest and not wanted.others:
        return False
    if place.is_long_ago and wanted.question.when is None:
        return False
    if is_of_another(place, wanted):
        return False
    others = is_of_others(place.noun or " ".join(place.ahead(30).split()[-2:]), place.language)
    if others and not wanted.others:
        return False
    if wanted.unit is not None:
        return _measures(place, wanted)
    if place.what.kind in ("magnitude", "degrees"):
        return is_on_scale(place, wanted)
    if wanted.measure or place.is_measured or not figure.is_whole:
        return False
    return _may_be_people(place, wanted) if wanted.people else _may_be_things(place, wanted)


def is_exact(place: Place, wanted: Wanted) -> bool:
    """Return whether nothing is known of who or what is counted that is not asked for."""
    return not (place.named and wanted.heads) or bool(place.named & wanted.heads)


def _measures(place: Place, wanted: Wanted) -> bool:
    if wanted.shapes and place.shape and not wanted.shapes & place.shape:
        return False
    # "A premium of 14 percent" is no share of a firm, whatever is said of one in its sentence.
    behind = " ".join(place.behind(_LABEL).split()[:_BESIDE])
    told = matters(place.read(place.what.counts or "")) | (matters(place.read(behind)) & _SUMS)
    what = {f"~{name}" for name in told}
    if what and wanted.unit not in PERIODS and what.isdisjoint(wanted.words.keys() | {"~shares"}):
        return False
    if is_whole_sum(place, wanted):
        return False
    is_time = wanted.unit in PERIODS
    # Three hours are no answer in days, though they may be turned into them.
    return unit_fit(place, wanted) > 0 and not (is_time and place.unit != wanted.question.unit)


def is_told(place: Place, wanted: Wanted) -> bool:
    """Return whether those who are asked of are named beside a figure, whatever is taken for its noun: "the crew of 38 had rested"."""
    if place.named & (persons() | {"people"}) or place.is_compound:
        return False
    near = (" ".join(place.ahead(40).split()[-_BESIDE:]), " ".join(place.behind(40).split()[:_BESIDE]))
    return any(matters(place.read(words)) & wanted.heads for words in near)


def _may_be_people(place: Place, wanted: Wanted) -> bool:
    named = place.named
    if PLACES in named or place.is_some or place.grade != wanted.grades:
        return False
    if not _are_people(place, wanted) and not is_told(place, wanted):
        return False
    if "bodies" in named and not wanted.states <= OF_BODIES:
        return False
    if place.is_of_whole and wanted.states and not says(wanted.states, place.states):
        return False  # "buried four of the 14 whom it has killed"
    if bool(place.of_peoples[0]) != bool(wanted.peoples):
        return False  # "155 Indonesians" of a question for all
    if place.states and not _happened(place, wanted):
        return False
    own = named & (persons() - {"victims"})
    if own:
        return own == wanted.heads or (not wanted.heads and not _asks_of_all(wanted, place.across))
    return not wanted.heads or "people" in named or is_told(place, wanted)


def _are_people(place: Place, wanted: Wanted) -> bool:
    """Return whether those whom a figure counts may be people, and those who are asked of."""
    if not place.noun:
        return bool(place.is_of_them or place.states or place.may_be)  # and not "three from Chile"
    if place.named:
        return bool(place.named & (persons() | _HUMAN))
    # Whatever "two cranes" are, they are not what is asked of people in general.
    return place.may_be_persons and (bool(place.states) or not _asks_of_all(wanted, place.across))


def _asks_of_all(wanted: Wanted, across: bool) -> bool:
    """Return whether a question asks of people, and not of some whom it names: "dockers"."""
    of = wanted.question.of or ""
    return not of or "people" in matters(tokens(of, wanted.unit_in, across=across))


def _happened(place: Place, wanted: Wanted) -> bool:
    """Return whether what is said of people may be what is asked: the same, or nothing that the fate of persons is told by."""
    if not wanted.states or says(wanted.states, place.states) or is_part(place.states, wanted.states):
        return True
    apart = _APART.union(listed(everywhere().counted.befallen))
    return not place.states & apart and not wanted.states & apart


def _may_be_things(place: Place, wanted: Wanted) -> bool:
    if is_another_deed(place, wanted) or is_bare(place, wanted):
        return False
    if place.named & wanted.heads:
        return True
    if place.named & (persons() | {"people"}):
        return False
    return not (wanted.states and place.states) or says(wanted.states, place.states)
