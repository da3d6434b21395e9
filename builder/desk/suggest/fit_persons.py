"""Whether the people whom a figure counts are those whom a question asks of, and in the same state."""

from __future__ import annotations

from functools import lru_cache

from builder.desk.suggest.asking import Asking, Wanted, is_of_others
from builder.desk.suggest.nearness import BEFORE, TELLING
from builder.desk.suggest.standing import Place
from builder.desk.suggest.tokens import persons
from builder.values.counting import PLACES, changes, counting, is_part, says, stands_for
from builder.values.lexicon import language_file, listed

SOFT = frozenset(
    "deployed, gathered, took part, aboard, on shift, treated, employed, visited, turnout, won, ballots counted, losses, evacuated, on strike, waiting".split(", ")
)  # fmt: skip
"""States that may go without saying where those who are counted are named: "400 firefighters fought the blaze"."""
_MILD = frozenset({"treated", "displaced", "losses", "evacuated"})
"""States whose words may also be weaker ones for others: "2,300 are still out of their homes" of the evacuated."""
_OF_PERSONS = frozenset({"people", "victims", "bodies", "households", "houses", "ground", "cases", "members"})
"""Matters that stand beside persons: "39 victims", "16 people of the houses"."""
OF_BODIES = frozenset({"bodies", "killed", "recovered"})
"""States that bodies can be in."""
_CRITICAL, _SERIOUS = "in critical condition", frozenset({"+seriously"})


def is_widest(wanted: Wanted, asking: Asking) -> bool:
    """Return whether a question asks of all of whom others ask apart: "162 people" are the passengers and crew."""
    others = [other.heads for other in asking.beside(wanted) if other.heads != wanted.heads]
    some = any(heads and heads < wanted.heads for heads in others)
    return some and not any(heads >= wanted.heads for heads in others)


def persons_fit(place: Place, wanted: Wanted, asking: Asking) -> float:
    """Return how well the people whom a figure counts are those of a question."""
    named, states = place.named, place.states
    if _is_the_verb(place, wanted):
        return 1.0
    if place.figure.is_one and not (wanted.heads & named and wanted.states and says(wanted.states, states)):
        return 0.0
    of_persons = persons() | _OF_PERSONS | ({"jobs"} if "laid off" in wanted.states else set())
    if PLACES in named or (named and not named & of_persons):
        return 0.0
    if place.noun and not named and not place.may_be_persons and not place.counted_words & wanted.printed:
        return 0.0
    if not (place.noun or place.is_of_them or states or place.may_be) and not (
        place.prior and (place.grade or place.is_part)
    ):
        return 0.0
    if "bodies" in named and wanted.states and not wanted.states & OF_BODIES:
        return 0.0
    own = named & (persons() - {"victims"})
    # A word that no list has, in which papers print who is asked for, as the editor gives it: Spanish "afiliados".
    is_printed = bool(place.counted_words & wanted.printed) and not (
        own and wanted.heads and not own & wanted.heads
    )
    own |= wanted.heads if is_printed else frozenset()
    telling = place.noun and not place.is_of_state and not is_of_others(place.noun, place.language)
    if wanted.heads and not own and telling and not named & {"people", "members"}:
        return 0.0
    if place.is_long_ago and wanted.question.when is None:
        return 0.0
    fit = _whose(place, wanted, asking, own) * _of_peoples(place, wanted, asking)
    # "721 of the injured are in a critical condition": as badly hurt as the question asks.
    grade = place.grade or (wanted.grades & _SERIOUS if _CRITICAL in states else frozenset())
    if grade != wanted.grades:
        if asking.graded or wanted.grades:
            return 0.0
        fit *= 0.5 if place.is_part or place.prior & states else 0.9
    if _is_untold(place, wanted):
        fit *= 0.5
    # "35 Beamte waren im Einsatz", where it is asked how many officers took part
    is_named = bool(wanted.heads & own) or (is_printed and not wanted.heads and wanted.states <= SOFT)
    return fit and fit * state_fit(place, wanted, named=is_named, printed=is_printed)


def _is_untold(place: Place, wanted: Wanted) -> bool:
    """Return whether what a question asks of people is a thing that no list has, and no word of it stands near: early retirement, of "about 900 employees"."""
    if wanted.states or not wanted.said or place.across:
        return False
    return not any(place.near.get(word, 0) >= BEFORE for word in wanted.said)


def _is_the_verb(place: Place, wanted: Wanted) -> bool:
    """Return whether what stands where a noun would is what a question says that people did: "as many as 900 slept in the hall"."""
    if wanted.states or place.named or place.across or place.figure.is_one or place.is_long_ago:
        return False
    return (
        bool(place.noun) and " " not in place.noun and bool(place.counted_words & wanted.said - wanted.nouns)
    )


def _whose(place: Place, wanted: Wanted, asking: Asking, own: frozenset[str]) -> float:
    """Return how well those whom a figure counts are those who are asked of: the same ones, or all where some are."""
    if own == wanted.heads:
        return 1.0
    asked_by_another = any(other.heads == own for other in asking.beside(wanted))
    if own & wanted.heads:
        return 0.0 if asked_by_another and len(own) == 1 else 0.9
    if wanted.heads and not own:
        # "They included four people from France": no children, unless the sentence says so.
        general = any(not other.heads for other in asking.beside(wanted))
        apart = general and "people" in place.named and not is_widest(wanted, asking)
        if apart and not any(place.near.get(f"~{head}", 0) > TELLING for head in wanted.heads):
            return 0.0
        return 0.5 if asked_by_another else 0.8
    return 0.0 if wanted.heads or place.is_part or asked_by_another else 0.75


def _of_peoples(place: Place, wanted: Wanted, asking: Asking) -> float:
    """Return whether a figure is of the people that is asked of, "four from France", and of none where another question asks of it."""
    if not any(other.peoples for other in asking.wanted):
        return 1.0
    known, (found, words) = counting(place.language), place.of_peoples
    named = set(found)
    for people in {people for other in asking.wanted for people in other.peoples}:
        countries = _country(people, place.language)
        if any(
            word[:4].casefold() in known.roots(people) or word.casefold() in countries
            for word in words.split()
        ):
            named.add(people)
    if not wanted.peoples:
        return float(
            not any(named & other.peoples and other.states == wanted.states for other in asking.wanted)
        )
    general = any(
        not other.peoples and other.heads == wanted.heads and other.states == wanted.states
        for other in asking.wanted
    )
    return float(bool(named & wanted.peoples) or (not named and not general))


@lru_cache(maxsize=256)
def _country(people: str, language: str) -> frozenset[str]:
    """Return the names of a people's country that do not begin as its own name does: France of the French."""
    file = language_file(language)
    return frozenset(listed(file.names.countries.get(people, ""))) if file is not None else frozenset()


def state_fit(place: Place, wanted: Wanted, named: bool, printed: bool = False) -> float:
    """Return how well what happened to those whom a figure counts is what is asked.

    ``named``: they are the very ones. ``printed``: in the words in which papers print what is asked for, as the editor gives them.
    """
    states = place.states
    if not wanted.states:
        return 1.0
    if says(wanted.states, states):
        return 1.5
    if is_part(states, wanted.states):
        return 0.6
    if "bodies" in states and stands_for(states, wanted.states):
        return 1.2  # "38 bodies have been recovered"
    if any(place.near.get(f"~{state}", 0) >= 1 for state in wanted.states - place.of_nouns):
        return 1.2  # in words that say it of persons alone: "four are still being searched for"
    if states - changes() - _MILD:
        return 0.0
    if place.named and says(wanted.states, place.weakly):
        return 0.9
    if states:
        return 0.0
    if says(wanted.states, place.may_be):
        return 1.2
    if (place.is_part or wanted.grades) and says(wanted.states, place.prior):
        return 1.2
    if named and wanted.heads and wanted.states == {"killed"} and _is_among_victims(place):
        return 1.0
    if wanted.said and not place.across and all(place.near.get(word, 0) >= TELLING for word in wanted.said):
        return 1.2
    return 0.8 if named and (printed or wanted.states <= SOFT) else 0.0


def _is_among_victims(place: Place) -> bool:
    """Return whether a figure is said to be of the victims, of whom nothing else is said: "three children are among the victims"."""
    return not place.may_be and place.near.get("~victims", 0) >= TELLING
