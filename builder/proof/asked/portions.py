"""A figure that its text prints as a part of another one, of anything that is counted or measured, and whether its question asks for it.

"2,400 jobs, 750 of them in Osk", "damage of 70 million, of which 22 million fell on roads", French "1 350 plaintes ; elle en a rejeté 430".
A question asks for the part if it has a word for what the part's clause says and nothing before it does: Osk, the roads, what was rejected.
"""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from builder.content.model import Question
from builder.proof import when
from builder.proof.asked.asks import Asks, events_of
from builder.proof.asked.passage import Passage, noun_phrase
from builder.proof.asked.things import asks_for
from builder.proof.asked.where import places_of
from builder.proof.names import Names
from builder.proof.normal import Span
from builder.proof.owned import Sentence, sentence_of
from builder.values.counting import meant, says
from builder.values.figures.search import Found
from builder.values.lexicon import language_file, listed
from builder.values.quantity import Quantity

_NOUN = 3
"""How many words may stand between a figure and "among them" behind its noun."""
_GAP = 1
"""How many words may stand between "including" and its figure: "including the 12"."""
_CLAUSE = 5
"""How many between "of which" and its figure, which may have its verb there; between "including" and "a fine of" so much."""
_BACK = 400
"""Characters before a sentence that may have the figure of which another one is a part."""
_ENDS = re.compile(r"\s*(?:[,;:.!?)]|\s-\s|\Z)")
_SIGNS = re.compile(r"[,;:()](?!\d)|\s-\s")


class Portion(Struct, frozen=True):
    """Where a text says that a figure is a part."""

    words: Span
    """The words by which it does, with the figure, within the sentence."""
    clause: Span
    """The clause that says of what part."""
    before: str
    """What stands before it: the rest of the sentence, or the sentences before."""
    whole: Span | None = None
    """The figure of the same sentence of which it is a part."""
    all_printed: str = ""
    """That figure, or the last one of the sentences before, as printed; empty if there is none."""
    sure: bool = True
    """Whether the words say so by themselves; French "en" does only beside another deed."""


def part(
    passage: Passage, question: Question, places: Names, language: str, claimed: tuple[str, ...] = ()
) -> str | None:
    """Return the words by which a figure is a part of what a question asks for: "including 5 children", "310 of them".

    ``claimed`` are the words printed in the article's answers to other questions: where nobody can tell in which language's words a
    question asks, a part is its answer if the whole is that of another one.
    """
    found = portion(passage)
    if found is None:
        return None
    asks, here = Asks(question, language), passage.language
    clause = passage.printed(*found.clause)
    if _is_asked(passage, found, question, places, asks):
        return None
    # "six of them": they have no noun of their own
    noun = noun_phrase(passage)[0] if found.words[0] < passage.inside[0] else ""
    if asks.may_have_persons(noun, clause, found.before, here):
        return None
    if asks.is_open(passage.content, here) and _is_claimed(found, claimed):
        return None
    if not found.sure and not asks.has_other_deed(clause, here):
        return None
    return passage.printed(*found.words)


def whole_of(passage: Passage, question: Question, places: Names, language: str) -> str | None:
    """Return the part behind a figure that a question asks for, where the figure is all of them: the 310 of "900 homes, 310 of them in Osk"."""
    read, base = passage.read, passage.sentence[0]
    for item in read.found:
        if item.start < passage.inside[1]:
            continue
        span = (base + item.number[0], base + item.number[1])
        other = Passage(
            passage.content, passage.sentence, span, passage.language, passage.published, passage.said_on
        )
        found = portion(other)
        if found is None or not found.sure or found.whole != passage.number:
            return None
        asks, clause = Asks(question, language), passage.printed(*found.clause)
        here = passage.language
        if not _is_asked(other, found, question, places, asks) or asks.has_people_of(
            clause, found.before, here
        ):
            continue
        wanted = meant(question.counts or "", language).happened or asks_for(question, language)
        only = asks.met(clause, here) - asks.met(found.before, here)
        done = (meant(asks.text, language).happened | events_of(language)) - wanted
        if only and only <= done and says(wanted, passage.owned.says):
            continue  # "treated 112 people, nine of whom are in intensive care": all of them were treated
        # That only verbs are alike tells nothing where what stands before has words of the question too.
        if asks.is_by_stems(clause, found.before, here) and asks.is_by_stems(found.before, clause, here):
            continue
        return passage.printed(*found.words)
    return None


def has_part_before(passage: Passage, at: int) -> bool:
    """Return whether the clause in which a place stands says of what stands before it that it is a part: "37 of which it called serious"."""
    read = passage.read
    low = _begins(read, at)
    terms = (*read.sought(read.language.some_of), *read.sought(read.language.of_these))
    return any(low <= term.start < at for term in terms)


def portion(passage: Passage) -> Portion | None:
    """Return where it is said that a figure is a part: by "including" or "of which" before it, by "of them" behind it or in its words."""
    words = _leading(passage) or _behind(passage)
    sure = words is not None
    words = words or _of_it(passage)
    if words is None:
        return None
    read, number = passage.read, passage.number
    stop = _SIGNS.search(read.text, max(words[1], number[1]))
    clause = (_begins(read, min(words[0], number[0])), stop.start() if stop else len(read.text))
    whole = next(
        (
            item
            for item in reversed(read.found)
            if item.number[1] <= clause[0] and _is_alike(item, read.figure_at(number))
        ),
        None,
    )
    before = read.text[: clause[0]]
    if whole is not None:
        if not sure and _is_less(whole, read.figure_at(number)):
            return None
        return Portion(words, clause, before, whole.number, passage.printed(*whole.number), sure)
    start = passage.sentence[0]
    above = sentence_of(passage.content[max(0, start - _BACK) : start], passage.language)
    last = next((item for item in reversed(above.found) if _is_alike(item, read.figure_at(number))), None)
    if not sure and (last is None or _is_less(last, read.figure_at(number))):
        return None  # French "elle en a vendu 430", where no number was told: all that she sold
    printed = above.text[slice(*last.number)] if last is not None else ""
    return Portion(words, clause, above.text + before, None, printed, sure)


def _is_alike(one: Found, other: Found | None) -> bool:
    """Return whether two figures are of one unit, as far as both have one: a part of a sum of money is one."""
    units = [
        item.reading.unit
        for item in (one, other)
        if item is not None and isinstance(item.reading, Quantity) and item.reading.unit is not None
    ]
    return len(units) < 2 or units[0] == units[1]


def _is_less(whole: Found, part: Found | None) -> bool:
    """Return whether a figure is smaller than one that may be a part of it, so that this is none."""
    both = [item.reading for item in (whole, part) if item is not None]
    ends = [item.high if item.high is not None else item.low for item in both if isinstance(item, Quantity)]
    return len(ends) == len(both) == 2 and None not in ends and ends[0] < ends[1]  # type: ignore[operator]


def _begins(read: Sentence, at: int) -> int:
    """Return where the clause begins in which a place stands: behind a sign, "and" or another joint before it."""
    signs = [match.end() for match in _SIGNS.finditer(read.text, 0, at)]
    low = max(signs, default=0)
    joints = [
        read.words.ends[place]
        for place, _ in read.words.numbered(low, at)
        if read.words.words[place] in read.language.and_or
    ]
    return max([low, *joints])


def _leading(passage: Passage) -> Span | None:
    """Return "including" right before a figure, or "of which" before it in its clause."""
    read, (start, end), number = passage.read, passage.inside, passage.number
    for sets, far in (
        (read.language.part, False),
        (read.language.some_of, True),
        (read.language.of_these, True),
    ):
        for term in read.sought(sets):
            # "Of these, 12 are open", and not "of these 12"
            comma = read.text.startswith(",", term.end)
            if term.end > number[0] or _SIGNS.search(read.text, term.end + comma, number[0]):
                continue
            if sets is read.language.of_these and not comma:
                continue
            gap = read.words.between(term.end, max(start, term.end))
            passed = any(term.end <= item.start and item.number[1] <= number[0] for item in read.found)
            if passed or (set(gap) & read.language.joints and not _is_of_a_noun(passage, gap)):
                continue
            near = _CLAUSE if far or _is_of_a_noun(passage, gap) else _GAP
            if len(gap) <= near and not _is_of_another(passage, term.start, far=far):
                return term.start, end
    return None


def _is_of_a_noun(passage: Passage, gap: list[str]) -> bool:
    """Return whether a noun leads to a figure: "including a one-off gain of" so much."""
    articles = passage.read.language.articles | passage.read.language.determiners
    return len(gap) > _GAP and gap[0] in articles and gap[-1] in _of(passage.language)


@lru_cache(maxsize=16)
def _of(language: str) -> frozenset[str]:
    file = language_file(language)
    return frozenset(listed(f"{file.shares.of},{file.saying.belonging}")) if file is not None else frozenset()


def _is_of_another(passage: Passage, at: int, *, far: bool) -> bool:
    """Return whether "of them" belongs to a figure right before it: "30 of them and 12"."""
    read = passage.read
    return far and any(item.end <= at and not read.text[item.end : at].strip() for item in read.found)


def _behind(passage: Passage) -> Span | None:
    """Return "of them" behind a figure, behind its noun at the end of a clause, or in the printed words themselves."""
    read, (start, end), number = passage.read, passage.inside, passage.number
    found = read.figure_at(number)
    if (
        found is not None
        and isinstance(found.reading, Quantity)
        and (found.reading.share or found.reading.unit == "percent")
    ):
        return None  # a share is always of something
    last = max(number[1], found.end if found is not None and found.end <= end else number[1])
    for sets in (read.language.some_of, read.language.of_these, read.language.part):
        for term in read.sought(sets):
            if term.start < number[1] or _SIGNS.search(read.text, number[1], term.start):
                continue
            near = not read.words.between(last, max(last, term.start)) or term.end <= end
            if sets is read.language.part and not _ENDS.match(read.text, term.end):
                near = False  # "3.6 billion including debt" are all, and "12 included" are some
            # "12 of them", "51 of them over 80", and not "30 of which 12"
            after = (item.start for item in read.found if item.start >= term.end)
            relative = read.words.between(term.start, term.end)[-1] in read.language.relative
            if near and (not relative or all(read.words.between(term.end, begins) for begins in after)):
                return start, term.end
            if not near and _closes(read, last, term.start, term.end):
                return start, term.end
    return None


def _closes(read: Sentence, end: int, start: int, stop: int) -> bool:
    """Return whether "among them" ends the clause of a figure and its noun: "23 children among them"."""
    between = read.words.between(end, start)
    if not 0 < len(between) <= _NOUN or set(between) & read.language.are:
        return False
    if any(end <= other.start < start for other in read.found):
        return False
    return _ENDS.match(read.text, stop) is not None


def _of_it(passage: Passage) -> Span | None:
    """Return French "en" with its verb before a figure that has no noun of its own: "elle en a rejeté 430"."""
    read, (start, end) = passage.read, passage.inside
    for term in read.sought(read.language.of_it):
        if term.end > start or _SIGNS.search(read.text, term.end, start):
            continue
        gap = read.words.between(term.end, start)
        if 0 < len(gap) <= _NOUN and not noun_phrase(passage)[0] and not set(gap) & read.language.joints:
            return term.start, end
    return None


def _is_claimed(found: Portion, claimed: tuple[str, ...]) -> bool:
    """Return whether the figure of which one is a part is that of another answer."""
    return bool(found.all_printed) and any(found.all_printed in words for words in claimed)


def _is_asked(passage: Passage, found: Portion, question: Question, places: Names, asks: Asks) -> bool:
    """Return whether a question has a word, a place or a day of a part's clause that what stands before has not."""
    clause, base = passage.printed(*found.clause), passage.sentence[0]
    rest = passage.read.text[found.clause[0] :].partition(";")[0]
    later = next((item.start for item in passage.read.found if item.start >= passage.number[1]), None)
    if asks.names_only(rest[: later - found.clause[0] if later is not None else None], found.before):
        return True
    if asks.shares(clause, found.before, passage.language):
        return True
    if (places_of(question, places) & places.named(clause)) - places.named(found.before):
        return True
    if question.when is None:
        return False
    span = (base + found.clause[0], base + found.clause[1])
    dates = when.expressions(passage.content, span, passage.published, passage.language)
    return any(day.overlaps(question.when) for date in dates for day in date.means)
