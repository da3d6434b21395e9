"""Whether a figure answers a question: the same kind of figure, the same people or things, and words beside it that the question asks with.

Where one of these speaks against it, or nothing for it, there is no answer: a figure proposed wrongly costs more than one that is not.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import lru_cache

from builder.content.model import Question
from builder.desk.suggest.asking import LENGTHS, PERIODS, Asking, Wanted, is_of_others, names_in
from builder.desk.suggest.counted_words import DURATIONS
from builder.desk.suggest.fit_persons import is_widest, persons_fit, state_fit
from builder.desk.suggest.happened import lexicon
from builder.desk.suggest.nearness import BEFORE, TELLING
from builder.desk.suggest.rivals import is_of_another
from builder.desk.suggest.scope import UNKNOWN
from builder.desk.suggest.standing import Place
from builder.desk.suggest.tokens import matters, persons, tokens
from builder.desk.suggest.words import can_compare
from builder.proof.asked.days import belongs
from builder.proof.asked.numbers import asks_for_rate
from builder.proof.asked.passage import of_site
from builder.values.counting import Words, says
from builder.values.lexicon import everywhere
from builder.values.quantity import Kind, base_unit, kind_of
from builder.values.units import same_unit, unit_of

LEAST = 0.085
"""The share of a question's words that must be said near a figure."""
OTHERS = 0.4
"""What is left of a question's score where others are named than those it asks of."""
PART = 0.5
"""The same where a figure counts some of them: "eight of the injured"."""
ALONE = 0.8
"""What is left of a question's score where only its unit tells that it is asked."""
SECOND = 0.3
"""What is left of a question's score where words near a figure are those of another that wants the same."""
FOREIGN = 0.5
"""What is left of a question's plain word where the text is in another language, which has it only if it is a name or looks alike."""
APART = 1000
"""How often the unit of a time may go into that in which it is asked for: hours into days, and no seconds into weeks."""
_DEGREES = frozenset({"degrees", "°C", "°F"})
_BARE = frozenset({"$"})
_EACH = re.compile(r"(?<=^[A-Z]{3}) .*\Z| (?:per .*|each|apiece)\Z")


def answered(place: Place, asking: Asking) -> list[tuple[Question, float]]:
    """Return the questions that a figure may answer, the likeliest first, each with how likely it is."""
    found: list[tuple[Question, float]] = []
    others: list[tuple[Question, float]] = []
    of_places, of_speaker = places_of(place, asking), place.of_speaker(place.read)
    for wanted in asking.wanted if can_compare(place.language) else ():
        if UNKNOWN in of_places and place.listed and not _asks_of(wanted, place.listed):
            continue
        if _takes_up_another(place, wanted):
            continue
        if not (in_scope := asking.of_places(wanted.question, of_places)):
            continue
        if is_of_another(place, wanted):
            continue
        if not (fit := _fits(place, wanted, asking)) or not _is_named(place, wanted, asking):
            continue
        said = {word: place.near[word] for word in place.near.keys() & wanted.words.keys()}
        key = wanted.key if wanted.of_words else wanted.key - of_speaker
        weakly = {f"={state}" for state in place.weakly & wanted.states} & wanted.words.keys()
        said |= {word: TELLING for word in weakly if said.get(word, 0) < TELLING}
        if not weakly and not any(said[word] >= TELLING for word in said.keys() & key):
            if not _is_alone(place, wanted, asking):
                continue
            fit *= ALONE
        apart = _told_apart(wanted, asking, place.near)
        fit *= (apart or SECOND) * in_scope * _of_whom(place, wanted, asking)
        score = sum(weight * wanted.words[word] * asking.rarity[word] for word, weight in said.items())
        share = score / sum(
            weight * asking.rarity[word] * (FOREIGN if place.across and word[0] not in "=~+^" else 1.0)
            for word, weight in wanted.words.items()
        )
        if share * (fit if apart else fit / SECOND) >= LEAST:
            (found if apart else others).append((wanted.question, round(fit * (score + 3 * share), 3)))
    if place.what.carried:
        found = _not_told_here(found, place, asking)
    # What another question's words speak against is never the first.
    return [*_ranked(found), *(_ranked(others) if found else ())]


def _not_told_here(
    found: list[tuple[Question, float]], place: Place, asking: Asking
) -> list[tuple[Question, float]]:
    """Leave a figure whose noun stands in the sentence before only such questions as its own sentence tells of, if it tells of any."""
    here = {token.name for token in place.read(place.passage.read.text)}
    told = {
        wanted.question
        for wanted in asking.wanted
        if wanted.unit is None
        and not here.isdisjoint((wanted.key | wanted.said) - wanted.nouns | wanted.printed)
    }
    return [item for item in found if item[0] in told] if told else found


def places_of(place: Place, asking: Asking) -> frozenset[str]:
    """Return the places of which a figure is, as far as they are asked of: the one that a list gives it to, that of its own part of the sentence, else what is near."""
    if place.listed:
        return asking.scope.named(place.listed)
    of_part = asking.scope.of_parts(place.passage)
    return asking.scope.parted(place.passage) or asking.scope.of(place.near_in) - of_part


def _takes_up_another(place: Place, wanted: Wanted) -> bool:
    """Return whether a sentence begins with "its", and the one before it names others than those whom a question names."""
    if not place.begins_with_its:
        return False
    named = {word.casefold() for word in names_in(wanted.question.text)}
    content = place.passage.content
    # A word that has no capital elsewhere is no name, though a sentence begins with it.
    before = {
        word.casefold()
        for word in names_in(f" {place.sentence_before}")
        if not re.search(rf"\b{re.escape(word.casefold())}\b", content)
    }
    here = {word.casefold() for word in re.findall(r"[\w'’-]+", place.passage.read.text)}
    return bool(named and before) and named.isdisjoint(before | here)


def _asks_of(wanted: Wanted, name: str) -> bool:
    """Return whether a question has a word of a name."""
    question = wanted.question
    asked = Words(" ".join((question.text, question.short, question.of or ""))).words
    return not set(asked).isdisjoint(Words(name).words)


def _ranked(found: list[tuple[Question, float]]) -> list[tuple[Question, float]]:
    return sorted(found, key=lambda item: (-item[1], item[0].path))


def _is_alone(place: Place, wanted: Wanted, asking: Asking) -> bool:
    """Return whether a question alone asks in a unit that few things are measured in, so that the unit tells enough: km/h."""
    unit = wanted.unit or ""
    if sum(other.unit == unit for other in asking.wanted) != 1:
        return False
    if unit in LENGTHS:
        return wanted.question.unit == place.figure.unit == "mm"
    return " per " in unit or (kind_of(unit) is Kind.MEASURE and unit not in PERIODS)


def _of_whom(place: Place, wanted: Wanted, asking: Asking) -> float:
    """Return how likely a figure is of whom a question names: less where only others that are asked of are named."""
    if (
        not wanted.names
        or asking.scope.asked[wanted.question]
        or any(place.near.get(name, 0) >= BEFORE for name in wanted.names)
    ):
        return 1.0
    return OTHERS if any(place.near.get(name, 0) >= TELLING for name in asking.names) else 1.0


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
    return "people" in place.named and is_widest(wanted, asking)


def _fits(place: Place, wanted: Wanted, asking: Asking) -> float:
    """Return how well a figure is what a question wants; 0 where it is not."""
    if place.figure.is_age or wanted.age:
        return _age(place, wanted)
    if place.figure.is_one and not wanted.people:
        return 0.0
    of_which = 1.0
    if place.is_before:
        of_which = 0.5
    elif place.is_whole:
        by_noun = bool(wanted.states) and says(wanted.states, place.said_by_noun)
        if _asks_of_part(place, wanted) and not by_noun:
            return 0.0
        of_which = 0.3 if wanted.states or wanted.unit == "percent" else 1.0 if _asks_of_all(wanted) else 0.4
        if by_noun:
            of_which = 1.0  # "Of the 48,000 employees, 30,000 work in Marrane"
    elif place.is_of_whole and wanted.states and says(wanted.states, place.said_by_noun):
        of_which = PART
    elif place.is_of_whole and _asks_of_all(wanted) and not wanted.states:
        of_which = 0.3  # "400 of the staff of 1,150 will go", "closes 41 of its 112 shops", where it is asked how many there are
    if wanted.unit is not None:
        return of_which * _measures(place, wanted, asking)
    if place.what.kind in ("magnitude", "degrees"):
        return float(is_on_scale(place, wanted))
    if wanted.measure:
        return float(wanted.measure <= {token.name for token in place.read(place.noun)})
    is_rate = (place.unit or "").startswith("per ") and asks_for_rate(wanted.question, wanted.unit_in)
    if place.is_measured and not is_rate:
        return 0.0
    # "11.8 nanograms": of a unit that no list has, where just that is asked for, there are parts.
    if not place.figure.is_whole and (wanted.people or not place.counted_words & _of_unit(wanted)):
        return 0.0
    if place.is_long_ago and wanted.question.when is None:
        of_which *= 0.4
    if place.is_some or place.is_more:
        of_which *= PART
    others = is_of_others(place.noun or " ".join(place.ahead(30).split()[-2:]), place.language)
    if others and not wanted.others and (not place.states or place.states & place.prior):
        return 0.0
    if place.is_the_rest and not wanted.others:
        return 0.0
    if place.is_of_ones_own:
        of_which *= 0.5
    if wanted.people:
        return of_which * persons_fit(place, wanted, asking)
    if not _are_things(place, wanted, asking):
        return 0.0
    if is_another_deed(place, wanted):
        return 0.0
    return of_which * max(
        state_fit(place, wanted, named=True), 0.0 if place.states or is_bare(place, wanted) else 0.9
    )


def _of_unit(wanted: Wanted) -> frozenset[str]:
    """Return the words for what a question counts, and no word for what happens to be counted."""
    asked = tokens(wanted.question.unit or "", wanted.unit_in)
    return frozenset(token.name for token in asked) | wanted.printed if asked else frozenset()


def is_bare(place: Place, wanted: Wanted) -> bool:
    """Return whether things are only said to be there, and nothing of what a question asks to have happened to them: "it had 34 branches"."""
    deed = wanted.key - wanted.nouns
    return (
        bool(wanted.states) and place.is_had and not any(place.near.get(word, 0) >= BEFORE for word in deed)
    )


def is_another_deed(place: Place, wanted: Wanted) -> bool:
    """Return whether something is said of things that no word of a question asks: "twelve pumps were shut down", where it is asked how many are at work."""
    if not place.states or wanted.states or not wanted.said:
        return False
    told = (wanted.key - wanted.nouns) | wanted.said | wanted.printed
    return not any(_tells(place.near.get(word, 0)) for word in told)


def _asks_of_all(wanted: Wanted) -> bool:
    """Return whether a question asks how many people there are, or things, of which it says nothing else: "How many branches does it have?"."""
    return wanted.people or (wanted.unit is None and not wanted.key - wanted.nouns)


def _asks_of_part(place: Place, wanted: Wanted) -> bool:
    """Return whether a question asks with words that a sentence says of a part, and not of the whole: how many of 47 "were tested"."""
    own = (wanted.key - wanted.nouns) | _happens(wanted.question.counts or "", wanted.unit_in)
    return bool(own & place.said_of_part) and not own & place.said_of_whole


@lru_cache(maxsize=512)
def _happens(text: str, language: str) -> frozenset[str]:
    return frozenset(name for term in lexicon(language).terms(Words(text)) for name in term.happened)


def is_on_scale(place: Place, wanted: Wanted) -> bool:
    """Return whether a magnitude, or degrees, are asked for: in words of the same language, or by how they begin in another."""
    kind = place.what.kind
    if kind == "degrees" and (
        "~temperature" in wanted.words or unit_of(wanted.question.unit or "", wanted.unit_in) in _DEGREES
    ):
        return True
    return not wanted.words.keys().isdisjoint({kind, kind[:-1], kind[: len("magnit")]})


def _are_things(place: Place, wanted: Wanted, asking: Asking) -> bool:
    """Return whether a figure counts the things that are asked for; of two questions for the same ones, by what else they ask."""
    noun = place.counted_words
    if place.is_of_them:
        # "schools stayed shut, 140 of them in the county"
        noun = frozenset(word for word in wanted.nouns if place.near.get(word, 0) >= TELLING)
    if not noun & wanted.nouns:
        # A thing that no list has, and beside it the words in which papers print what is asked: "31.000 Stimmzettel waren ungültig".
        in_no_list = bool(place.noun) and not place.named
        return in_no_list and any(place.near.get(word, 0) >= TELLING for word in wanted.printed)
    rivals = [
        other for other in asking.wanted if other is not wanted and not other.people and noun & other.nouns
    ]
    plain = not wanted.key - wanted.nouns
    return plain or _tells_of(place, wanted) or not any(_tells_of(place, other) for other in rivals)


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
    if not (fit := unit_fit(place, wanted, asking.units)):
        return 0.0
    changes = [word for word in wanted.key if word[0] == "^"]
    if place.is_long_ago and wanted.question.when is None:
        if kind_of(wanted.unit or "") is Kind.MEASURE or (changes and wanted.unit == "percent"):
            # How long another strike lasted, by how much a share rose since January; a firm's debt may be that of a year before.
            return 0.0
        fit *= 0.4
    if place.is_of_one and wanted.heads & persons():
        return 0.0  # "she lost 70,000 herself", where all are asked of
    if place.is_part:
        fit *= 0.5
    if _is_level(place) and wanted.key.isdisjoint({"~price", "~shares"}):
        return 0.0
    if is_whole_sum(place, wanted):
        fit *= 0.3
    if (place.unit or "").startswith(f"{wanted.unit} per ") and _asks_for_time(wanted):
        fit *= 1.5  # so much a day, where just that is asked for
        changes = [word for word in changes if not place.near.get("~losses in money")]
    if changes and not any(place.near.get(word, 0) >= TELLING for word in changes):
        fit *= 0.6  # by how much something fell
    if not wanted.shapes:
        # "at a depth of 8 kilometres", where another question asks how deep it was
        said_of = any(other.shapes & place.shape for other in asking.wanted if other.unit == wanted.unit)
        return 0.0 if said_of else fit
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


def _is_level(place: Place) -> bool:
    """Return whether a sum is what something came to that changed by a percentage: "fell 6 percent to 14 euros"."""
    start = place.figure.span[0]
    before = next((f for f in reversed(place.figures) if f.span[1] <= start), None)
    if before is None or before.unit != "percent" or kind_of(place.unit or "") is not Kind.MONEY:
        return False
    return len(place.passage.content[before.span[1] : start].split()) == 1 and place.unit is not None


def is_whole_sum(place: Place, wanted: Wanted) -> bool:
    """Return whether a sum of money is given for no time, where so much an hour or a year is asked for: "a hall for 480 million euros"."""
    units = (place.unit or "", wanted.unit or "")
    if (
        kind_of(units[1]) is not Kind.MONEY
        or any(" per " in unit for unit in units)
        or not _asks_for_time(wanted)
    ):
        return False
    read = place.passage.read
    # "They get two euros an hour more than the others: 13.80 euros"
    beside = any((other.unit or "").startswith(f"{units[0]} per ") for other in place.figures)
    return not beside and not any(
        belongs(place.passage, (term.start, term.end)) for term in read.sought(read.language.asked_rate)
    )


def _asks_for_time(wanted: Wanted) -> bool:
    """Return whether a question asks for so much an hour, a day or a year, and not for each share or family."""
    asked = Words(f"{wanted.question.text} {wanted.question.short}")
    return any(
        "duration" in matters(tokens(asked.text[term.start : term.end], wanted.unit_in))
        for term in of_site(wanted.unit_in).asked_rate.find(asked)
    )


def unit_fit(place: Place, wanted: Wanted, asked_units: Collection[str] = ()) -> float:
    """Return how well a figure's unit is that of a question; 0 if it is another. ``asked_units`` are those that questions ask in."""
    read, unit = place.figure.reading, place.unit
    is_share = read.only_a_share
    if unit is None and is_share and wanted.unit == "percent":
        unit = "percent"  # "one in five homes"
    if unit is None or (is_share and wanted.unit != "percent") or place.is_converted(wanted.unit):
        return 0.0
    if (
        wanted.unit in PERIODS
        and unit in asked_units
        and unit != unit_of(wanted.question.unit or "", wanted.unit_in)
    ):
        return 0.0  # a strike of six days, where a question asks for days, and another one for the hours of a week
    if wanted.unit in PERIODS and _is_out_of_measure(
        unit, unit_of(wanted.question.unit or "", wanted.unit_in)
    ):
        return 0.0
    if unit in _BARE and wanted.unit in _dollars():
        return 0.9  # whose dollar it is, the text does not say
    if same_unit(unit, wanted.unit, (place.language, wanted.unit_in)):
        return 1.0
    if base_unit(_EACH.sub("", unit))[0] != base_unit(_EACH.sub("", wanted.unit or ""))[0]:
        return 0.0
    each = (wanted.unit or "").partition(" per ")[2]
    own = unit.partition(" per ")[2]
    lasting = f"{own}s" in DURATIONS and wanted.unit != "percent"
    if own and not each and not lasting and not asks_for_rate(wanted.question, wanted.unit_in):
        return 0.0  # the price of a share is no whole sum, and 6.5 percent a year are no part of a firm
    things = {token.name for token in tokens(each, wanted.unit_in, across=place.across)}
    if each and not any(place.near.get(thing, 0) >= TELLING for thing in things):
        return 0.0  # a whole sum is no price of a share
    return 0.8


def _is_out_of_measure(unit: str, asked: str | None) -> bool:
    """Return whether a time is so much longer or shorter than what a question asks in that it is another one: weeks, where it is asked by how many seconds."""
    (base, size), (wanted, of_it) = base_unit(unit), base_unit(asked)
    return base == wanted and bool(size and of_it) and not 1 / APART <= size / of_it <= APART


@lru_cache(maxsize=1)
def _dollars() -> frozenset[str]:
    return frozenset(everywhere().dollars.values())
