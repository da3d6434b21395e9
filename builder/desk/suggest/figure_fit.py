"""Whether a figure answers a question: the same kind of figure, the same people or things, and words beside it that the question asks with.

Where one of these speaks against it, or nothing for it, there is no answer: a figure proposed wrongly costs more than one that is not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from builder.content.model import Question
from builder.desk.suggest.asking import Asking, Wanted, is_of_others
from builder.desk.suggest.standing import BEFORE, TELLING, Place
from builder.desk.suggest.tokens import persons
from builder.desk.suggest.words import can_compare
from builder.values.counting import PLACES, counting, is_part, says
from builder.values.lexicon import everywhere, language_file, listed
from builder.values.quantity import base_unit
from builder.values.units import same_unit

LEAST = 0.12
"""The share of a question's words that must be said near a figure."""
SOFT = frozenset(
    "deployed, gathered, took part, aboard, on shift, treated, employed, visited, turnout, won, ballots counted, losses, evacuated, on strike, waiting".split(", ")
)  # fmt: skip
"""States that may go without saying where those who are counted are named: "400 firefighters fought the blaze"."""
_OF_PERSONS = frozenset({"people", "victims", "bodies", "households", "houses", "ground", "cases"})
"""Matters that stand beside persons: "39 victims", "16 people of the houses"."""
_OF_BODIES = frozenset({"bodies", "killed", "recovered"})
"""States that bodies can be in."""
_BARE = frozenset({"$"})
_EACH = re.compile(r"(?<=^[A-Z]{3}) .*\Z| (?:per .*|each|apiece)\Z")


def answered(place: Place, asking: Asking) -> list[tuple[Question, float]]:
    """Return the questions that a figure may answer, the likeliest first, each with how likely it is."""
    found: list[tuple[Question, float]] = []
    for wanted in asking.wanted if can_compare(place.language) else ():
        if not (fit := _fits(place, wanted, asking)) or not _is_named(place, wanted, asking):
            continue
        said = {word: place.near[word] for word in place.near.keys() & wanted.words.keys()}
        if not any(said[word] >= TELLING for word in said.keys() & wanted.key) and not _is_rate(
            wanted, asking
        ):
            continue
        fit *= _told_apart(wanted, asking, place.near)
        score = sum(weight * wanted.words[word] * asking.rarity[word] for word, weight in said.items())
        share = score / sum(weight * asking.rarity[word] for word, weight in wanted.words.items())
        if share * fit >= LEAST:
            found.append((wanted.question, round(fit * (score + 3 * share), 3)))
    return sorted(found, key=lambda item: (-item[1], item[0].path))


def _is_rate(wanted: Wanted, asking: Asking) -> bool:
    """Return whether a question alone asks for its rate, "euros per share", so that the unit tells enough."""
    rate = wanted.unit or ""
    return " per " in rate and sum(other.unit == wanted.unit for other in asking.wanted) == 1


def _told_apart(wanted: Wanted, asking: Asking, near: Mapping[str, float]) -> float:
    """Return how well a question is told from those that want the same, as of another place: the plainer one, if no word tells."""
    fit = 1.0
    for ours, theirs in asking.apart[wanted.question]:
        if any(_tells(near.get(word, 0)) for word in ours):
            continue
        if any(_tells(near.get(word, 0)) for word in theirs) or len(ours) > len(theirs):
            return 0.0
        fit = 0.6
    return fit


def _tells(weight: float) -> bool:
    """Return whether a word of the sentence before, or one said of a figure, tells which question it answers."""
    return weight >= TELLING or weight == BEFORE


def _is_named(place: Place, wanted: Wanted, asking: Asking) -> bool:
    """Return whether those of whom a question asks are named near a figure, where other questions ask the same of others."""
    if not wanted.people or not wanted.heads:
        return True
    others = [other.heads for other in asking.beside(wanted) if other.heads != wanted.heads]
    if not others or any(place.near.get(f"~{head}", 0) >= BEFORE for head in wanted.heads):
        return True
    return "people" in place.named and _is_widest(wanted, asking)


def _is_widest(wanted: Wanted, asking: Asking) -> bool:
    """Return whether a question asks of all of whom others ask apart: "162 people" are the passengers and crew."""
    others = [other.heads for other in asking.beside(wanted) if other.heads != wanted.heads]
    some = any(heads and heads < wanted.heads for heads in others)
    return some and not any(heads >= wanted.heads for heads in others)


def _fits(place: Place, wanted: Wanted, asking: Asking) -> float:
    """Return how well a figure is what a question wants; 0 where it is not."""
    if place.figure.is_age or wanted.age:
        return _age(place, wanted)
    if place.figure.is_one and not wanted.people:
        return 0.0
    of_which = 1.0
    if place.is_before:
        of_which = 0.5
    elif place.is_whole and (wanted.states or wanted.unit == "percent"):
        of_which = 0.3
    if wanted.unit is not None:
        return of_which * _measures(place, wanted, asking)
    if place.what.kind in ("magnitude", "degrees"):
        return float(place.what.kind in wanted.words or place.what.kind[:-1] in wanted.words)
    if wanted.measure:
        return float(wanted.measure <= {token.name for token in place.read(place.noun)})
    if place.is_measured:
        return 0.0
    if place.is_long_ago and wanted.question.when is None:
        of_which *= 0.5
    others = is_of_others(place.noun or " ".join(place.ahead(30).split()[-2:]), place.language)
    if others and not wanted.others and (not place.states or place.states & place.prior):
        return 0.0
    if place.is_of_ones_own:
        of_which *= 0.5
    if wanted.people:
        return of_which * _persons(place, wanted, asking)
    if not _are_things(place, wanted, asking):
        return 0.0
    return of_which * max(_state(place, wanted, named=True), 0.0 if place.states else 0.9)


def _are_things(place: Place, wanted: Wanted, asking: Asking) -> bool:
    """Return whether a figure counts the things that are asked for; of two questions for the same ones, by what else they ask."""
    noun = {token.name for token in place.read(place.noun)}
    if not noun & wanted.nouns:
        return False
    rivals = [
        other for other in asking.wanted if other is not wanted and not other.people and noun & other.nouns
    ]
    return not any(_tells_of(place, other) for other in rivals) or _tells_of(place, wanted)


def _tells_of(place: Place, wanted: Wanted) -> bool:
    """Return whether more is said near a figure that a question asks with than what is counted."""
    return any(place.near.get(word, 0) >= TELLING for word in wanted.key - wanted.nouns)


def _age(place: Place, wanted: Wanted) -> float:
    """Return whether a figure is the age of whom a question asks of: they are named near it."""
    whom = wanted.key - {"~age", "age"}
    named = not whom or any(place.near.get(word, 0) >= BEFORE for word in whom)
    return float(place.figure.is_age and wanted.age and named)


def _measures(place: Place, wanted: Wanted, asking: Asking) -> float:
    """Return how well a figure measures what a question asks for, in its unit."""
    read, unit = place.figure.reading, place.unit
    is_share = read.share and not read.bounded
    if unit is None and is_share and wanted.unit == "percent":
        unit = "percent"  # "one in five homes"
    if unit is None or (is_share and wanted.unit != "percent") or place.is_converted(wanted.unit):
        return 0.0
    fit = 1.0
    if unit in _BARE and wanted.unit in _dollars():
        fit = 0.9  # whose dollar it is, the text does not say
    elif not same_unit(unit, wanted.unit, (place.language, wanted.unit_in)):
        if base_unit(_EACH.sub("", unit))[0] != base_unit(_EACH.sub("", wanted.unit or ""))[0]:
            return 0.0
        fit = 0.8
    if place.is_long_ago and wanted.question.when is None:
        fit *= 0.4
    if place.is_part:
        fit *= 0.5
    changes = [word for word in wanted.key if word[0] == "^"]
    if changes and not any(place.near.get(word, 0) >= TELLING for word in changes):
        fit *= 0.6  # by how much something fell
    if not wanted.shapes:
        return fit
    if place.shape:
        return 1.2 * fit if wanted.shapes & place.shape else 0.0
    if len({other.shapes for other in asking.wanted if other.shapes and other.unit == wanted.unit}) == 1:
        return fit
    if any(place.near.get(f"~{name}", 0) >= TELLING for name in wanted.shapes):
        return fit
    # "the 93-metre spire": of all that is measured, only one question asks of it.
    alone = wanted.heads.difference(
        *(other.heads for other in asking.wanted if other.shapes and other is not wanted)
    )
    return 0.8 * fit if alone & place.named else 0.0


@lru_cache(maxsize=1)
def _dollars() -> frozenset[str]:
    return frozenset(everywhere().dollars.values())


def _persons(place: Place, wanted: Wanted, asking: Asking) -> float:
    """Return how well the people whom a figure counts are those of a question."""
    named, states = place.named, place.states
    if place.figure.is_one and not (wanted.heads & named and wanted.states and says(wanted.states, states)):
        return 0.0
    if PLACES in named or (named and not named & (persons() | _OF_PERSONS)):
        return 0.0
    if place.noun and not named and not place.may_be_persons:
        return 0.0
    if not (place.noun or place.is_of_them or states or place.may_be) and not (
        place.prior and (place.grade or place.is_part)
    ):
        return 0.0
    if "bodies" in named and wanted.states and not wanted.states & _OF_BODIES:
        return 0.0
    own = named & (persons() - {"victims"})
    telling = place.noun and not place.is_of_state and not is_of_others(place.noun, place.language)
    if wanted.heads and not own and telling and "people" not in named:
        return 0.0
    if place.is_long_ago and wanted.question.when is None:
        return 0.0
    fit = _whose(place, wanted, asking, own) * _of_peoples(place, wanted, asking)
    if place.grade != wanted.grades:
        if asking.graded or wanted.grades:
            return 0.0
        fit *= 0.5 if place.is_part or place.prior & states else 0.9
    return fit and fit * _state(place, wanted, named=bool(wanted.heads & own))


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
        apart = general and "people" in place.named and not _is_widest(wanted, asking)
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


def _state(place: Place, wanted: Wanted, named: bool) -> float:
    """Return how well what happened to those whom a figure counts is what is asked. ``named``: they are the very ones."""
    states = place.states
    if not wanted.states:
        return 1.0
    if says(wanted.states, states):
        return 1.5
    if is_part(states, wanted.states):
        return 0.6
    if any(place.near.get(f"~{state}", 0) >= 1 for state in wanted.states - place.of_nouns):
        return 1.2  # in words that say it of persons alone: "four are still being searched for"
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
    return 0.8 if named and wanted.states <= SOFT else 0.0


def _is_among_victims(place: Place) -> bool:
    """Return whether a figure is said to be of the victims, of whom nothing else is said: "three children are among the victims"."""
    return not place.may_be and place.near.get("~victims", 0) >= TELLING
