"""Whether a figure is what a count was before, or by how much it changed, and not what it is: "rose by 12 to 61", "to 61 from 49"."""

from __future__ import annotations

from builder.content.model import Question
from builder.proof.asked.numbers import asks_for_difference
from builder.proof.asked.passage import Passage
from builder.proof.asked.things import asks_for, kind_of_unit
from builder.proof.normal import Span
from builder.values.counting import Sets, Term, Words, changes
from builder.values.figures import search
from builder.values.figures.words import words_of
from builder.values.quantity import Quantity

_CHANGED = 8
"""How many words may stand between a verb of change and "from"."""
_ALL_OF_IT = 16
"""The same where what it changed to stands between: "cut its forecast of sales to between 30 and 35 million a year, from 80"."""
_NEAR = 3
_BETWEEN = 4
"""How many words may stand between "from" a figure and "to" another one."""
_AFTER = 80
"""Characters behind a figure that may say to which one a number rose."""
_COMPARED = 6
"""How many words may stand between the two parts of "more ... than"."""
_NEXT = 1
_POINTS = frozenset({"percentage points", "basis points"})


def former(passage: Passage, question: Question, language: str) -> str | None:
    """Return the words by which a figure is one that held before: "from 49", "up from 49", "an earlier toll of 49"."""
    read, (start, _) = passage.read, _printed(passage)
    term = _right_before(passage, read.language.former, start)
    several, other = (
        term is not None and len(read.words.between(term.start, term.end)) > 1,
        _has_other(passage, start),
    )
    if not _may_change(question, language) and not (several and other):
        return None  # of a raise "up from 4.2" is what it was, too
    if term is not None and (several or other):
        return passage.printed(term.start, _printed(passage)[1])
    lead = _right_before(passage, read.language.from_, start)
    if lead is None or not _may_change(question, language):
        return None
    before = _to_before(passage, lead.start)
    change = _change_before(passage, lead.start, _ALL_OF_IT if before else _CHANGED)
    if change is None:
        return None
    return passage.printed(lead.start, _printed(passage)[1]) if before or _to_behind(passage) else None


def changed_by(passage: Passage, question: Question, language: str) -> str | None:
    """Return the words by which a figure is that by which a number changed: "rose by 300", "300 more people than in 2023"."""
    if not _may_change(question, language):
        return None
    read, (start, end) = passage.read, _printed(passage)
    found = read.figure_at((start, end))
    unit = found.reading.unit if found is not None and isinstance(found.reading, Quantity) else None
    if unit is None and kind_of_unit(question.unit, language) != "persons" and question.unit != "percent":
        return None  # how many jobs went is what is asked
    lead = _right_before(passage, read.language.by, start)
    if lead is not None:
        alone = len(read.words.between(lead.start, lead.end)) > 1
        if alone or _change_before(passage, lead.start, _NEAR) is not None:
            return passage.printed(lead.start, end)
    if _changed_to(passage, question):
        return passage.printed(start, end)
    for first, second in read.language.compared:
        for one in read.sought(first):
            if (
                one.start < end
                or len(read.words.between(end, one.start)) > 2
                or read.language.and_or & set(read.words.between(end, one.start))
                or _is_parted(read.text[end : one.start])
            ):
                continue
            for other in read.sought(second):
                near = other.start >= one.end and len(read.words.between(one.end, other.start)) <= _COMPARED
                if near and not _is_parted(read.text[one.end : other.start]):
                    return passage.printed(start, other.end)
    return None


def _changed_to(passage: Passage, question: Question) -> bool:
    """Return whether a figure stands right behind a verb of change and what it led to behind it: "rose three points to 21 percent"."""
    read, (start, _), table = passage.read, passage.inside, words_of(passage.language)
    before = read.words.between(0, start)[-1:]
    if (
        table is None
        or not before
        or before[0] not in table.changes
        or read.text[:start].rstrip()[-1:] in ",;:"
    ):
        return False
    unit = passage.reading.unit if passage.reading is not None else None
    points = unit in _POINTS or any(
        not read.words.between(passage.inside[1], term.start) for term in read.sought(read.language.points)
    )
    return _to_behind(passage) or (points and question.unit == "percent")


def _may_change(question: Question, language: str) -> bool:
    """Return whether a question asks how much or how many there are, and not by how much that changed."""
    if asks_for(question, language) & changes():
        return False
    return not asks_for_difference(question, language)


def _printed(passage: Passage) -> Span:
    """Return where the printed words stand, without what the sentence may join to them: "from 49 to 61"."""
    start, end = (place - passage.sentence[0] for place in passage.figure)
    return start, end


def _right_before(passage: Passage, sets: Sets, start: int) -> Term | None:
    read = passage.read
    found = [term for term in read.sought(sets) if term.end <= start]
    low = min(start, passage.inside[0])
    for term in reversed(found):
        # of the figure's own hedge: "from about 49"
        gap = read.words.between(term.end, start)
        if not gap or (low < start and term.end <= low and not read.words.between(term.end, low)):
            return term
        if len(gap) > _BETWEEN:
            return None
    return None


def _has_other(passage: Passage, start: int) -> bool:
    return any(other[1] <= start for other in passage.read.figures) or any(
        item.number[1] <= start for item in passage.read.found
    )


def _change_before(passage: Passage, start: int, words: int) -> Term | None:
    """Return the verb of change before a place, in its clause."""
    read, here = passage.read, passage.read.language
    low = max(0, start - 120)
    terms = [term for term in read.terms if set(term.sets) <= changes()] + read.sought(here.moved)
    for term in sorted(terms, key=lambda term: -term.end):
        if low <= term.start and term.end <= start:
            gap = read.text[term.end : start]
            if len(read.words.between(term.end, start)) <= words and not any(sign in gap for sign in ';:()"'):
                return term
    return None


def _to_behind(passage: Passage) -> bool:
    """Return whether "to" and another figure follow a figure: "from 49 dead to 61"."""
    read, (_, end) = passage.read, _printed(passage)
    for term in read.sought(read.language.to):
        near = term.start >= end and len(read.words.between(end, term.start)) <= _BETWEEN
        if near and _begins_figure(passage, term.end):
            return True
    return False


def _to_before(passage: Passage, lead: int) -> bool:
    """Return whether "to" and another figure stand before: "to 61 dead from 49"."""
    read = passage.read
    for item in read.found:
        between = read.words.between(item.number[1], lead)
        # "rose to 61, and a total of 49": Spanish "de" is "of" as well as "from".
        if item.number[1] <= lead and len(between) <= _BETWEEN and not read.language.and_or & set(between):
            for term in read.sought(read.language.to):
                if term.end <= item.number[0] and not read.words.between(term.end, item.start):
                    return True
    return False


def _begins_figure(passage: Passage, at: int) -> bool:
    rest = passage.read.text[at : at + _AFTER]
    found = search.find(rest.strip(), passage.language)
    return bool(found) and len(Words(rest.strip()).between(0, found[0].start)) <= _NEXT


def _is_parted(gap: str) -> bool:
    return any(sign in gap for sign in ',;:.!?()"')
