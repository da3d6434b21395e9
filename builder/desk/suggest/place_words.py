"""The words beside a figure that tell how it stands to other figures, and to whom it belongs."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from builder.desk.suggest.language import any_of, before, proposing
from builder.values.counting import counting
from builder.values.lexicon import language_file


class PlaceWords(Struct, frozen=True):
    """Words beside a figure that tell how it stands to others."""

    same: re.Pattern[str]
    """Before an earlier figure: "down from"."""
    whole: re.Pattern[str]
    """Between a part and all of which it is one: "of the"."""
    beside: re.Pattern[str]
    """Between a figure and another one, of which alone is said what stands behind it: ", with"."""
    of_all: re.Pattern[str]
    """The same with the noun of both: "charges out of"."""
    within: re.Pattern[str]
    """Before a part of the figure before: "including"."""
    pronoun: re.Pattern[str]
    """At the beginning of a sentence, for what the one before names."""
    own: re.Pattern[str]
    """Behind a figure: "of his"."""
    oneself: re.Pattern[str]
    """Behind what somebody alone has or did: "herself"."""
    some: re.Pattern[str]
    """Behind a part: "of the"."""
    had: re.Pattern[str]
    """Before a figure: "had", "runs"."""
    more: re.Pattern[str]
    """Behind what is added to others: "more"."""
    opening: re.Pattern[str]
    """Before the first of two figures: "from"."""
    years_before: re.Pattern[str]
    """At the beginning of a sentence on another event, long before: "Ten years earlier"."""
    predicate: re.Pattern[str]
    """Behind a part: who they were, "of the dead were children"."""


@lru_cache(maxsize=64)
def place_words(language: str) -> PlaceWords:
    """Return those words of a language."""
    figures, file = proposing(language).figures, language_file(language)
    return PlaceWords(
        re.compile(rf"\b{any_of(figures.same)}\s+\Z", re.IGNORECASE),
        re.compile(
            rf"\s*{any_of(figures.of, figures.of_whole)}\s+{before(figures.of_articles)}?(?:[\w-]+['’]s?\s+|[^\W\d]+\s+)?",
            re.IGNORECASE,
        ),
        re.compile(rf",\s+{any_of(figures.beside)}\s+\Z", re.IGNORECASE),
        re.compile(
            rf"(?:\s+[^\W\d][\w'’-]*){{1,3}}?\s+{any_of(figures.of_whole)}\s+{before(figures.of_articles)}?",
            re.IGNORECASE,
        ),
        re.compile(rf"\b{any_of(counting(language).within)}\s+(?:[^\W\d]+\s+)?\Z", re.IGNORECASE),
        re.compile(rf"{any_of(proposing(language).speakers.pronouns)}\b", re.IGNORECASE),
        re.compile(
            rf"\s+(?:{any_of(figures.of)}\s+)?{any_of(proposing(language).speakers.own)}\s", re.IGNORECASE
        ),
        re.compile(rf"\s+{any_of(figures.oneself)}(?!\w)", re.IGNORECASE),
        re.compile(rf"\s+{any_of(figures.of)}\s+{any_of(figures.of_articles)}\s", re.IGNORECASE),
        re.compile(rf"\b{any_of(figures.had)}\s+(?:\w+\s+)?\Z", re.IGNORECASE),
        re.compile(rf"\s+{any_of(figures.more)}\s", re.IGNORECASE),
        re.compile(rf"\b{any_of(file.ranges.opening if file is not None else '')}\s+\Z", re.IGNORECASE),
        _years_before(language),
        re.compile(
            rf"\s*{any_of(figures.of)}\s+{before(figures.of_articles)}?[\w-]+\s+{any_of(figures.is_)}\s+(?:\w{{1,3}}\s+)?(?P<noun>[\w-]+)",
            re.IGNORECASE,
        ),
    )


def _years_before(language: str) -> re.Pattern[str]:
    file = language_file(language)
    if file is None:
        return re.compile("(?!)")
    years = any_of(file.units.get("years", ""), file.units.get("decades", ""))
    ago = any_of(file.dates.ago, file.dates.earlier)
    leads = any_of(file.dates.ago_before)
    return re.compile(
        rf"\W*(?:(?:[\w-]+\s+){{1,4}}?{years}\s+{ago}\b|{leads}\s+(?:[\w-]+\s+){{0,3}}?{years}\b)",
        re.IGNORECASE,
    )
