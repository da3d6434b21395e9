"""All of those of whom a figure may be some: "of the 80 dead", "among the injured"; and how a figure stands to them."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from msgspec import Struct

from builder.proof.normal import Span
from builder.proof.owned import Sentence
from builder.values.counting import PERSONS, Counting, Term, Words, listed_sets

_NOUNS = 4
"""How many words may stand between "of the" and the word for what happened to them: "of the 80 Ukrainian soldiers killed"."""
RELATIVE = 5
"""The same where a clause of their own says it: "of the 80 people who are said to have died"."""
_WITHIN = 4
"""How many words may stand between a figure and "among the dead": "seven foreign tourists were among the dead"."""
_BEHIND = 14
"""How many words may stand between all of them and the figure of some: "of the 80 people killed on Saturday in the port, 23"."""
_OPENS = re.compile(r"(?:\A|[,;:(\"]|\s-)\s*[\"'(]*\Z")
_ENDS = re.compile(r"\s*(?:[,;:.!?)]|\s-\s|\Z)")
_PARTED = re.compile(r"[,;:()](?!\d)|\s-\s")
STOPS = re.compile(r"[;:()]|\s-\s")
VICTIMS = frozenset({"killed", "wounded", "killed or wounded"})


class Whole(Struct, frozen=True):
    """Words for all of those of whom a figure is some."""

    start: int
    end: int
    sets: tuple[str, ...]
    number: Span | None = None
    """Where it says how many they are."""
    ends: bool = False
    """Whether a noun stands before the word and its clause ends with it, as in "left 12 of the soldiers dead"."""


def part_end(read: Sentence, at: int) -> int:
    """Return where the part of a sentence ends in which a place stands: at the next comma or the like."""
    found = _PARTED.search(read.text, at)
    return found.start() if found is not None else len(read.text)


@lru_cache(maxsize=256)
def wholes(read: Sentence) -> tuple[Whole, ...]:
    """Return all words of a sentence for those of whom a figure may be some."""
    here, known = read.language, {term.start: term for term in _stricken(read)}
    found = [_whole(read, known, term, of_the=False) for term in read.sought(here.out_of)]
    found += [_whole(read, known, term, of_the=True) for term in read.sought(here.out_of_the)]
    return tuple(whole for whole in found if whole is not None)


def _whole(read: Sentence, known: dict[int, Term], lead: Term, *, of_the: bool) -> Whole | None:
    """Return those that "of" leads in: an article or their number, their noun, and what happened to them."""
    words, here = read.words, read.language
    at = len(words.numbered(0, lead.end))
    definite, number, nouns, related = of_the, None, 0, False
    last = lead.end
    while at < len(words.words):
        start, word = words.starts[at], words.words[at]
        if is_parted(read.text[last:start]) and not (definite and word in here.relative):
            return None
        figure = next((f for f in read.found if f.start <= start < f.end), None)
        if figure is not None and number is None and not nouns:
            definite, number, last = True, figure.number, figure.end
            at = len(words.numbered(0, figure.end))
            continue
        if start in known and definite:
            ends = bool(nouns) and _ENDS.match(read.text, known[start].end) is not None
            return Whole(lead.start, known[start].end, known[start].sets, number, ends)
        if related and (found := next((t for t in read.terms if t.start == start), None)) is not None:
            return Whole(lead.start, found.end, found.sets, number)
        if word in here.relative and definite and (nouns or number or at):
            related, nouns = True, 0
        elif word in here.those and not nouns:
            definite = True
        elif (
            not definite
            or figure is not None
            or nouns >= (RELATIVE if related else _NOUNS)
            or (not related and word in here.are)
        ):
            return None
        else:
            nouns += 1
        last, at = words.ends[at], at + 1
    return None


def is_parted(gap: str) -> bool:
    return any(sign in gap for sign in ',;:.!?()"')


def _stricken(read: Sentence) -> list[Term]:
    """Return the words for those to whom something happened, each with what it was."""
    found = []
    ends = [term.end for term in read.terms]
    for noun in read.sought(read.language.stricken):
        at = bisect_left(ends, noun.end)
        around = read.terms[at] if at < len(ends) and read.terms[at].start <= noun.start else None
        sets = frozenset(around.sets) if around is not None else frozenset()
        if not sets:
            near = Words(read.text[noun.start : noun.end])
            sets = VICTIMS if _persons_in(read, near) else frozenset()
        if sets:
            found.append(Term(noun.start, noun.end, tuple(sets)))
    return found


def _persons_in(read: Sentence, words: Words) -> bool:
    return any("victims" in term.sets for term in read.language.matters.find(words))


def stands_before(read: Sentence, figure: Span, whole: Whole) -> bool:
    """Return whether a figure stands before all of whom it is some: "23 of the 80 dead", "seven guests were among the dead"."""
    if whole.start < figure[1] or whole.ends:
        return False
    between = read.words.between(figure[1], whole.start)
    gap = read.text[figure[1] : whole.start]
    inside = any(figure[1] <= other[0] < whole.start for other in read.figures)
    return len(between) <= _WITHIN and not is_parted(gap) and not inside


def leads_to(read: Sentence, figure: Span, whole: Whole) -> bool:
    """Return whether all are named at the head of a clause in which the figure stands: "of those killed, 23"."""
    if figure[0] < whole.end or STOPS.search(read.text, whole.end, figure[0]):
        return False
    before = read.words.between(0, whole.start)
    opens = _OPENS.search(read.text[: whole.start]) is not None
    if not opens and not (before and before[-1] in read.language.joints):
        return False
    return len(read.words.between(whole.end, figure[0])) <= _BEHIND


def persons_in(language: Counting, text: str) -> frozenset[str]:
    """Return the persons of whom a text speaks, by the names of their sets."""
    names = PERSONS | listed_sets("persons")
    return frozenset(
        name for term in language.matters.find(Words(text)) for name in term.sets if name in names
    )
