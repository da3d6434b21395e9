"""What a figure counts, and the people or things: the noun after it, and what is said to have happened to them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from builder.desk.suggest.counted_words import DURATIONS, counting_words
from builder.desk.suggest.figures import Figure
from builder.desk.suggest.words import State, is_state, states
from builder.proof.normal import Span
from builder.values import quantity
from builder.values.counting import Words, counting
from builder.values.quantity import Kind

_LENGTHS = frozenset("mm cm m km inches feet yards miles".split())
_CONVERTED = re.compile(r"\s?\([^()]{0,15}\d[^()]{0,30}\)")
_LABELLED = re.compile(r"[^\W\d_]:\s+\Z")
_MILLION = 1_000_000
_QUAKE, _LINKED = 30, 2
"""In how many characters before a figure an earthquake is named, and how many words stand between: "measuring", "of"."""
_REACH = 1_000
"""How many characters before and after a figure may say what it counts."""


class Counted(Struct, frozen=True):
    """What a figure counts."""

    counts: str | None
    """What is counted, by the name of its state where it has one."""
    of: str | None
    """The noun phrase for the people or things."""
    kind: str
    """people-or-things, percent, length, duration, money, degrees or magnitude."""
    end: int
    """Where the words that say so end."""
    carried: bool = False
    """Whether it is only taken from the figure before."""


def counted(content: str, sentence: Span, figure: Figure, limit: int, language: str = "en") -> Counted:
    """Return what a figure counts. ``limit`` is where the next figure begins, or the sentence's end."""
    after = content[figure.span[1] : min(sentence[1], figure.span[1] + _REACH)]
    before = content[max(sentence[0], figure.span[0] - _REACH) : figure.span[0]]
    words = counting_words(language)
    noun, length = noun_after(after, language)
    kind = kind_of(content, figure, after, language)
    if kind in ("length", "degrees", "magnitude"):
        return Counted(_shape(kind, after, before, language), noun, kind, figure.span[1] + length)
    near_end = max(limit - figure.span[1], length)
    clause = words.clause.search(after, min(length, len(after)))
    reach = min(near_end, clause.start() if clause else len(after))
    left = _last_clause(before, language)
    if kind == "duration":
        state = _first(after[: length + 12], language) or _last(left, language)
        said = state.name if state and state.name == "sentence" else "duration"
        return Counted(said, noun, kind, figure.span[1] + length)
    if kind in ("percent", "money"):
        counts = _amount(after[:reach], before, left, kind, language)
        return Counted(counts, noun, kind, figure.span[1] + length)
    if noun and words.place.search(before):
        # "workers at four ports walked out": it is not the ports that did.
        return Counted(noun.split()[-1].casefold(), noun, kind, figure.span[1] + length)
    # "Were killed or wounded on 14 and 15 December": the clause does not end within such words.
    state = _first(after[:near_end], language)
    state = state if state and state.start < reach else None
    passive = words.passive.search(after, 0, reach)
    if state and not (
        passive and passive.start("done") < state.start and words.told.fullmatch(passive["done"]) is None
    ):
        return Counted(state.name, noun, kind, figure.span[1] + state.end)
    if passive and words.told.fullmatch(passive["done"]) is None:
        return Counted(passive["done"], noun, kind, figure.span[1] + passive.end())
    if (found := _last(left, language)) is not None:
        return Counted(found.name, noun, kind, figure.span[1] + length)
    if clause is None or after[clause.start() : clause.start() + 1] != ";":
        # "more than 300 injured": what stands in the rest of the sentence, if nothing nearer does.
        rest = _first(after.lstrip(), language)
        if rest and rest.start == 0:
            return Counted(rest.name, noun, kind, figure.span[1] + rest.end + 1)
    if noun is None and (crowd := words.crowd_of.search(before)):
        # "a crew of seven": it is they who are counted.
        return Counted(None, crowd["noun"], kind, figure.span[1])
    head = noun.split()[-1].casefold() if noun else None
    if head is None and (at := words.number_at.search(before)):
        # "the number of patients has risen to 19"
        number = words.number_of.search(before) if words.changed.fullmatch(at["noun"]) else None
        head = number["noun"] if number else at["noun"]
    return Counted(head, noun, kind, figure.span[1] + length)


def continued(
    content: str,
    figures: Sequence[Figure],
    found: Sequence[Counted],
    last: Counted | None,
    language: str = "en",
) -> list[Counted]:
    """Fill what figures leave to others: lists that share a verb, "from an earlier 1,800", "the number was 90".

    ``last`` is what the figure before the sentence counted.
    """
    done, words = list(found), counting_words(language)
    for index in range(len(done) - 2, -1, -1):
        this, after = done[index], done[index + 1]
        gap = content[max(this.end, figures[index].span[1]) : figures[index + 1].span[0]]
        plain = this.counts is None or (this.of is not None and this.counts == this.of.split()[-1].casefold())
        if plain and after.kind == this.kind and words.listed.fullmatch(gap) and is_state(after.counts):
            done[index] = replace(this, counts=after.counts)
        elif this.of is None and words.part.fullmatch(gap):
            done[index] = replace(
                this,
                of=after.of,
                counts=this.counts or (after.of.split()[-1].casefold() if after.of else None),
            )
    for index, this in enumerate(done):
        before = content[max(0, figures[index].span[0] - 40) : figures[index].span[0]]
        earlier = done[index - 1] if index else last
        if earlier is None or (not index and _stands_alone(content, figures[index], before)):
            continue
        if words.same.search(before) and (earlier.kind == this.kind or this.of is None):
            done[index] = replace(this, counts=earlier.counts, of=earlier.of, kind=earlier.kind)
        elif this.counts is None and this.of is None and this.kind == earlier.kind:
            done[index] = replace(this, counts=earlier.counts, of=earlier.of, carried=True)
    return done


def _stands_alone(content: str, figure: Figure, before: str) -> bool:
    """Return whether nothing of a sentence before is said of a figure: it has a label of its own, "Passengers affected: 130,000", or is a bare sum in millions."""
    bound = figure.low if figure.low is not None else figure.high
    in_words = re.search(r"[^\W\d_]", content[slice(*figure.number)]) is not None
    return _LABELLED.search(before) is not None or (
        figure.unit is None and in_words and bound is not None and bound >= _MILLION
    )


def kind_of(content: str, figure: Figure, after: str, language: str = "en") -> str:
    """Return the kind of thing a figure measures."""
    unit, kind, words = figure.unit or "", figure.reading.kind, counting_words(language)
    if kind is Kind.PERCENT:
        return "percent"
    if _is_of_quake(content, figure, after, language):
        return "magnitude"
    if unit in ("degrees", "°C", "°F") or words.degrees.match(after):
        return "degrees"
    if unit in _LENGTHS:
        return "length"
    if (
        kind is Kind.MONEY
        or quantity.kind_of(unit.partition(" per ")[0]) is Kind.MONEY
        or words.money.match(after.lstrip())
    ):
        return "money"
    return "duration" if unit in DURATIONS or words.duration.match(after) else "people-or-things"


def _is_of_quake(content: str, figure: Figure, after: str, language: str) -> bool:
    """Return whether a figure says how strong an earthquake was: "6.4 magnitude", "7.7 on the Richter scale", "un sismo de 6,4 grados"."""
    words = counting_words(language)
    if figure.unit not in (None, "degrees"):
        return False
    if words.magnitude_behind.match(after) or (
        not figure.unit and words.magnitude.search(content[max(0, figure.span[0] - 20) : figure.span[0]])
    ):
        return True
    ahead = content[max(0, figure.span[0] - _QUAKE) : figure.span[0]]
    return not figure.is_whole and any(
        "quakes" in term.sets and len(ahead[term.end :].split()) <= _LINKED
        for term in counting(language).matters.find(Words(ahead))
    )


def noun_ends_at(text: str, at: int, language: str) -> bool:
    """Return whether a noun phrase that goes up to some place ends there."""
    return counting_words(language).noun_ends.match(text, at) is not None


def noun_after(after: str, language: str = "en") -> tuple[str | None, int]:
    """Return the noun phrase that follows a figure, and where it ends."""
    known = counting_words(language)
    # "the 93-metre (305 feet) spire"
    start = put.end() if (put := _CONVERTED.match(after)) else 0
    if start and (put := re.match(r"\s", after[start:])) is None:
        start = 0
    if of := known.number_behind.match(after, start) or known.of.match(after, start):
        start = of.end()
    end = known.noun_ends.search(after, start)
    words = after[start : end.start() if end else len(after)].strip()
    # "aftershocks hamper search": without grammar, the first plural is the noun.
    if plural := known.plural.match(words):
        words = plural[0]
    for going in known.goes_on.finditer(words):
        words = words[: going.start()]
        break
    words = " ".join(words.split()[:5])
    for state in states(words, language):
        if " " in words[state.start : state.end]:
            words = words[: state.start].rstrip()  # "41 made it out"
        break
    if not words or not words[0].isalpha():
        return None, 0
    return words, start + after[start:].find(words) + len(words)


def _shape(kind: str, after: str, before: str, language: str) -> str:
    if kind == "magnitude":
        return "magnitude"
    if kind == "degrees":
        return "temperature"
    shapes = counting_words(language).shapes
    near = after[:40].split(",")[0]
    for name, words in shapes:
        if re.match(rf"\s*\w*\s*(?:{words})\b", near):
            return name
    back = before[-40:]
    for name, words in shapes:
        if re.search(rf"\b(?:{words})\b(?:\s+\w+){{0,2}}\s*\Z", back):
            return name
    return "distance"


def _amount(after: str, before: str, left: str, kind: str, language: str) -> str:
    """What a share or a sum is of: the noun before "of", the subject, or the verb."""
    words = counting_words(language)
    if kind == "percent" and (of := words.share_of.match(after)):
        verb = words.verb.search(before)
        state = _first(after, language) or _last(left, language)
        return state.name if state else verb["verb"] if verb else of[1]
    if found := words.noun_of.search(before):
        return (found["noun"] or found["bare"]).casefold()
    if found := words.subject.search(before):
        return found["noun"].casefold()
    if state := _last(left, language):
        return state.name
    if found := words.verb.search(left):
        return found["verb"]
    return "share" if kind == "percent" else "amount"


def _last_clause(before: str, language: str) -> str:
    cut = 0
    for match in counting_words(language).clause.finditer(before):
        cut = match.end()
    return before[cut:]


def _first(text: str, language: str) -> State | None:
    return next(iter(states(text, language)), None)


def _last(text: str, language: str) -> State | None:
    found = states(text, language)
    return found[-1] if found else None
