"""All that a sentence counts: its figures, ages if they are asked for, and persons counted by an article; and of which years."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from builder.desk.suggest.ages import find_ages
from builder.desk.suggest.clauses import is_apart, is_of
from builder.desk.suggest.figures import PERCENT, Figure, find_figures
from builder.desk.suggest.ones import find_ones
from builder.desk.suggest.years import since_when
from builder.proof.normal import Span
from builder.proof.when import Printed
from builder.values.dates import DateSpan, parse_edtf

_YEAR = re.compile(r"(?<![\w.,-])(?:1[5-9]|20)\d\d(?![\w.,%-])")


def figures_in(
    content: str, sentence: Span, dates: Iterable[Printed], language: str, *, ages: bool, since: bool
) -> list[Figure]:
    """Return what a sentence counts, in order. ``dates`` say when, and hold no figures.

    ``ages``: whether these are asked for; ``since``: whether times are that passed from one event to another.
    """
    old = find_ages(content, sentence, language) if ages else []
    found = [
        figure
        for figure in find_figures(content, sentence, [date.span for date in dates], language, since=since)
        if not any(age.span[0] < figure.span[1] and figure.span[0] < age.span[1] for age in old)
    ]
    ones = find_ones(content, sentence, (*found, *old), language)
    return sorted((*found, *old, *ones), key=lambda figure: figure.span)


def _is_nearest(day: Span, figure: Figure, figures: Iterable[Figure]) -> bool:
    """Return whether a figure is the one that stands nearest to a day: by how much something fell "since January"."""
    return figure is min(figures, key=lambda f: max(f.span[0] - day[1], day[0] - f.span[1]))


def period(
    content: str,
    sentence: Span,
    dates: Iterable[Printed],
    figure: Figure,
    figures: Iterable[Figure],
    language: str,
) -> DateSpan | None:
    """Return the last of several days that are said of a figure, "between 2009 and 2018", or the only day in its sentence.

    A bare year is one, too: "the 1987 slide". ``figures`` are those of the sentence.
    """
    known = [
        day
        for day in dates
        if len(day.means) == 1
        and day.means[0].end is not None
        and not is_apart(content, sentence, day.span, figure.span, day.language)
    ]
    others = [other.span for other in figures if other.span != figure.span]
    # "has 31,000 members, and ten years ago it had 24,000": the day of another figure's clause is none of this one's.
    known = [
        day
        for day in known
        if is_of(content, sentence, day.span, figure.span, day.language)
        or not any(is_of(content, sentence, day.span, other, day.language) for other in others)
    ]
    of_it = [day for day in known if is_of(content, sentence, day.span, figure.span, day.language)]
    # "has paid 12 million a year since 2033": it holds until now.
    since = since_when(language)
    ends = [
        day.means[0]
        for day in (of_it if len(of_it) > 1 else known)
        if len(of_it) > 1
        or not since.search(content, sentence[0], day.span[0])
        or (figure.unit == PERCENT and _is_nearest(day.span, figure, figures))
    ]
    if not ends:
        spans = [other.span for other in figures]
        years = [
            match[0]
            for match in _YEAR.finditer(content, *sentence)
            if not any(start < match.end() and match.start() < end for start, end in spans)
            and not since.search(content, sentence[0], match.start())
        ]
        ends = [parse_edtf(year) for year in years]
    return max(ends, key=lambda day: day.end or date.min, default=None)
