"""Whether a figure is of the days and the place that a question asks for."""

from __future__ import annotations

from builder.content.model import Question
from builder.proof import when
from builder.proof.asked.passage import Passage, of_site
from builder.proof.coming import is_coming
from builder.proof.names import Names
from builder.proof.normal import Span
from builder.proof.owned import is_said_of
from builder.values.counting import Sets, Words
from builder.values.text import normalise

NEAR = 8
"""How many words may stand between a figure and the day or place that is said of it."""
_LONG = 31
"""Days: a question of more is one of all that happened in them."""


def other_day(passage: Passage, question: Question, language: str) -> str | None:
    """Return the words by which a figure is of other days than those that a question asks for: another day, or all days so far."""
    asked = question.when
    if asked is None or asked.start is None or asked.end is None:
        return None
    dates = when.expressions(passage.content, passage.sentence, passage.published, passage.language)
    if any(span.overlaps(asked) for date in dates for span in date.means):
        return None
    return _all_days(passage, question, language) or _another_day(passage, dates)


def _all_days(passage: Passage, question: Question, language: str) -> str | None:
    asked = question.when
    if asked is None or asked.start is None or asked.end is None or (asked.end - asked.start).days > _LONG:
        return None
    if of_site(language).in_all.find(Words(f"{question.text} {question.short}")):
        return None
    for start, end in _said_of(passage, passage.read.language.in_all):
        return passage.printed(start, end)
    return None


def _said_of(passage: Passage, sets: Sets) -> list[Span]:
    """Return the phrases of a clause that are said of its figure, and not of another one beside them."""
    low, high = passage.read.around(passage.inside)
    inside = [term for term in sets.find(passage.read.words) if low <= term.start and term.end <= high]
    return [(term.start, term.end) for term in inside if is_said_of(passage.read, passage.inside, term)]


def _another_day(passage: Passage, dates: tuple[when.Printed, ...]) -> str | None:
    for date in dates:
        if any(not span.edtf for span in date.means) or passage.said_on in date.means:
            continue
        span = (date.span[0] - passage.sentence[0], date.span[1] - passage.sentence[0])
        if is_coming(passage.content, passage.sentence, date.span, passage.language) or not belongs(
            passage, span
        ):
            continue
        return date.words
    return None


def belongs(passage: Passage, span: Span) -> bool:
    """Return whether words of a clause are said of its figure: nothing is told, joined or counted between them."""
    read, figure = passage.read, passage.inside
    low, high = read.around(figure)
    if not (low <= span[0] and span[1] <= high):
        return False
    start, end = (figure[1], span[0]) if span[0] >= figure[1] else (span[1], figure[0])
    between = read.text[start:end]
    words = read.words.between(start, end)
    joints = read.language.joints
    leading = span[1] <= figure[0]
    return (
        len(words) <= NEAR
        and not any(word in joints for word in words)
        and not any(sign in between.removeprefix(",") if leading else sign in between for sign in ',:"')
        and not any(start <= other[0] and other[1] <= end for other in read.figures)
        and not any(start <= term.start and term.end <= end for term in read.language.saying.find(read.words))
    )


def places_of(question: Question, places: Names) -> set[str]:
    """Return the places that a question names."""
    return places.named(normalise(" ".join((question.text, question.short, question.of or ""))))


def other_place(passage: Passage, question: Question, places: Names, near: Span) -> str | None:
    """Return the name of the place that a figure is of, where a question asks for another. ``near``: where its name may stand."""
    asked = places_of(question, places)
    if not asked or asked & places.named(passage.content, near):
        return None
    at = {term.end for term in passage.read.language.at.find(passage.read.words)}
    for mention in places.mentions(passage.content, passage.sentence):
        start, end = (place - passage.sentence[0] for place in mention.span)
        before = max((place for place in at if place <= start), default=-1)
        led = before >= 0 and not passage.read.words.between(before, start)
        if led and start >= passage.inside[1] and belongs(passage, (start, end)):
            return passage.printed(start, end)
    return None
