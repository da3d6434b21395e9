"""A story's timeline: the days from which things could be known, and the days on which each text was out."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from builder.compare.library import Library
from builder.content.model import Article, Question, Story
from builder.pages.links import Target, article, row
from builder.pages.views.words import Words
from builder.values import dates

SHOWN = 2
"""Maximum number of questions that the drawing names for one day; its table names all."""
TEXTS, EARLY = 40, 12
"""Maximum number of texts on a timeline, and of outlets that were out before a day."""
DAYS, QUESTIONS = 40, 12
"""Maximum number of days on a timeline, and of questions of one day that its table names."""


class EventView(Struct, frozen=True):
    """A day from which something could be known."""

    day: int
    """Proleptic Gregorian ordinal, as in ``datetime.date``."""
    words: str
    """The day in words."""
    title: str
    """The first questions of the day."""
    more: int
    """Number of questions not in ``title``."""
    questions: tuple[tuple[str, Target], ...]
    """Questions of the day with their rows, at most ``QUESTIONS``."""
    rest: int
    """Number of questions of the day that are not among these."""
    after: tuple[str, ...]
    """Outlets whose text was certainly out before that day."""
    probably: tuple[str, ...]
    """Outlets whose text was out before it by days that the site has worked out."""


class OutView(Struct, frozen=True):
    """The days on which a text may have been published."""

    outlet: str
    target: Target
    first: int | None
    """Ordinal of the first day, or None if open."""
    last: int | None
    """Ordinal of the last day, or None if open."""
    words: str
    """The days in words."""
    inferred: bool
    """Whether the date is inferred."""
    reprinted: int | None = None
    """Ordinal of the last day of the text that it reprints, or None if it reprints none at hand, or that day is open."""


class TimelineView(Struct, frozen=True):
    """Events and texts of a story on one scale of days."""

    first: int
    last: int
    events: tuple[EventView, ...]
    texts: tuple[OutView, ...]
    """Those that were out first."""
    more: int = 0
    """Number of texts that there is no room to show."""
    days_more: int = 0
    """Number of later days likewise."""


def timeline(library: Library, story: Story, say: Words) -> TimelineView | None:
    """Return a story's timeline, or None if fewer than two days or texts are known."""
    known: dict[date, list[Question]] = {}
    for topic in library.topics(story):
        for question in topic.questions:
            day = question.known_from and question.known_from.start
            if day and library.answers[question.path] and not _of_a_period(question):
                known.setdefault(day, []).append(question)
    texts = []
    for text in library.articles_of_story[story.id]:
        span = text.published
        if span is None:
            continue
        texts.append(
            OutView(
                library.site.outlets[text.outlet].short,
                article(text.id),
                span.start.toordinal() if span.start else None,
                span.end.toordinal() if span.end else None,
                say.date(span),
                "published" in text.inferred,
                _reprinted(library, text),
            )
        )
    days = [day.toordinal() for day in known]
    ends = [value for text in texts for value in (text.first, text.last) if value is not None]
    if len(days) < 2 or len(texts) < 2:
        return None
    shown = sorted(known.items())[:DAYS]
    return TimelineView(
        min(days + ends) - 1,
        max(days + ends) + 2,
        tuple(_event(day, questions, texts, say) for day, questions in shown),
        tuple(texts[:TEXTS]),
        max(0, len(texts) - TEXTS),
        len(known) - len(shown),
    )


def _reprinted(library: Library, text: Article) -> int | None:
    original = library.site.articles.get(library.originals.get(text.id, ""))
    span = original.published if original else None
    return span.end.toordinal() if span and span.end else None


def _of_a_period(question: Question) -> bool:
    """Return whether a question asks for what holds at the end of a month or a year, or since one.

    That could be known before any text here tells it, from a report of which no day is printed, and then day by day.
    """
    return question.when is not None and len(question.when.edtf.partition("/")[0].rstrip("~?")) < len(
        "2031-03-13"
    )


def _event(day: date, questions: list[Question], texts: list[OutView], say: Words) -> EventView:
    number = day.toordinal()
    before = [text for text in texts if text.last is not None and text.last < number]
    probably = {text.outlet for text in before if text.inferred}
    after = [text.outlet for text in before if text.outlet not in probably]
    # A reprint of a day on which this could be known has a text that is older.
    after += [
        say("what {outlet} reprints", outlet=text.outlet)
        for text in texts
        if text not in before and text.reprinted is not None and text.reprinted < number
    ]
    return EventView(
        number,
        say.date(dates.parse_edtf(day.isoformat())),
        "; ".join(question.short for question in questions[:SHOWN]),
        max(0, len(questions) - SHOWN),
        tuple((question.short, row(question.path)) for question in questions[:QUESTIONS]),
        max(0, len(questions) - QUESTIONS),
        _named(after, say),
        _named([text.outlet for text in before if text.outlet in probably], say),
    )


def _named(outlets: list[str], say: Words) -> tuple[str, ...]:
    """Return outlets, each once, as far as there is room for their names."""
    names = tuple(dict.fromkeys(outlets))
    return (*names[:EARLY], say("{n} more", n=len(names) - EARLY)) if len(names) > EARLY else names
