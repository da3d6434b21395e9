"""All that a sentence counts: its figures, ages if they are asked for, and persons counted by an article; and of which years."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from builder.desk.suggest.ages import find_ages
from builder.desk.suggest.clauses import is_of
from builder.desk.suggest.figures import Figure, find_figures
from builder.desk.suggest.ones import find_ones
from builder.proof.normal import Span
from builder.proof.when import Printed
from builder.values.dates import DateSpan


def figures_in(
    content: str, sentence: Span, dates: Iterable[Printed], language: str, *, ages: bool
) -> list[Figure]:
    """Return what a sentence counts, in order. ``dates`` say when, and hold no figures; ``ages``: whether these are asked for."""
    old = find_ages(content, sentence, language) if ages else []
    found = [
        figure
        for figure in find_figures(content, sentence, [date.span for date in dates], language)
        if not any(age.span[0] < figure.span[1] and figure.span[0] < age.span[1] for age in old)
    ]
    ones = find_ones(content, sentence, (*found, *old), language)
    return sorted((*found, *old, *ones), key=lambda figure: figure.span)


def period(content: str, sentence: Span, dates: Iterable[Printed], figure: Figure) -> DateSpan | None:
    """Return the last of several days that are said of a figure: "between 2009 and 2018"."""
    ends = [
        day.means[0]
        for day in dates
        if len(day.means) == 1
        and day.means[0].end is not None
        and is_of(content, sentence, day.span, figure.span, day.language)
    ]
    return max(ends, key=lambda day: day.end or date.min) if len(ends) > 1 else None
