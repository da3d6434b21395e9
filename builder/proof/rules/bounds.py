"""A day before which something will not be: "not before the summer of 2036", German "frühestens am 21. Juni"."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from builder.proof import when
from builder.proof.case import ClaimCase
from builder.proof.normal import Span
from builder.proof.rules.turning import turning
from builder.values.dates import DateSpan, parse_edtf
from builder.values.expressions import NEVER, alternatives, compiled
from builder.values.language_parts import Dates
from builder.values.lexicon import language_file, listed
from builder.values.moments import SEASONS
from builder.values.text import words

_CLAUSE = re.compile(r"[,;:()\"](?=\s|\Z)")


class _Bounds(Struct, frozen=True):
    """A language's expressions."""

    before: re.Pattern[str]
    """Up to a date: that it is by then, or, denied, is not."""
    earliest: re.Pattern[str]
    """Up to a date: that it is the first that is possible."""
    behind: re.Pattern[str]
    """The same from a date on."""
    year: re.Pattern[str]
    """A year, and before it perhaps a season."""
    seasons: dict[str, str]


@lru_cache(maxsize=16)
def _bounds(language: str) -> _Bounds:
    file = language_file(language)
    dates = file.dates if file is not None else Dates()
    articles = file.saying.articles if file is not None else ""
    led = rf"\s+(?:(?:{alternatives(articles)})\s*)?\Z" if articles else r"\s+\Z"
    # The last word of "in the summer" is the season's name.
    names = {
        re.split(r"[\s']", phrase)[-1]: season
        for season, phrases in dates.seasons.items()
        for phrase in listed(phrases)
    }
    of = rf"(?:(?:{alternatives(dates.of)})\s+)?" if dates.of else ""
    return _Bounds(
        compiled(rf"(?<!\w)(?:{alternatives(dates.before)}){led}"),
        compiled(rf"(?<!\w)(?:{alternatives(dates.earliest)}){led}"),
        compiled(rf"\s+(?:{alternatives(dates.earliest_behind)})(?!\w)"),
        compiled(
            rf"(?<![\w.,-])(?:(?:[^\W\d]')?(?P<season>{alternatives(names) if names else NEVER})\s+{of})?(?P<year>(?:19|20)[0-9]{{2}})(?![\w-]|[.,][0-9])"
        ),
        names,
    )


def not_before(case: ClaimCase) -> DateSpan | None:
    """Return the time before which, by the words of a claim and those beside them, it will not be; ``None`` if they set no such bound."""
    dated = _last_date(case)
    if dated is None:
        return None
    span, day = dated
    return day if is_bound(case.text.content, case.sentence, span, case.article.language) else None


def is_bound(content: str, sentence: Span, date: Span, language: str) -> bool:
    """Return whether a sentence says of a date that it will not be before it: "no earlier than 1 May", "will not open before 1 May"."""
    (start, end), here, low = date, _bounds(language), sentence[0]
    if here.earliest.search(content, low, start) or here.behind.match(content, end, sentence[1]):
        return True
    before = here.before.search(content, low, start)
    if before is None:
        return False
    clause = _CLAUSE.split(content[low : before.start()])[-1]
    turns = turning(language)
    return any(word in turns.negations - turns.without for word, _ in turns.met(words(clause)))


def _last_date(case: ClaimCase) -> tuple[Span, DateSpan] | None:
    """Return the last date of the printed words, with a year that stands alone or behind a season."""
    if case.printed is None:
        return None
    content, here = case.text.content, _bounds(case.article.language)
    found = [
        (item.span, item.means[0])
        for item in when.expressions(content, case.printed, case.article.published, case.article.language)
        if len(item.means) == 1
    ]
    for year in here.year.finditer(content, *case.printed):
        if not any(span[0] < year.end() and year.start() < span[1] for span, _ in found):
            found.append((year.span(), _of_year(year, here.seasons)))
    return max(found, default=None, key=lambda item: item[0])


def _of_year(year: re.Match[str], seasons: dict[str, str]) -> DateSpan:
    if not year["season"]:
        return parse_edtf(year["year"])
    low, high = SEASONS[seasons[year["season"].casefold()]]
    last = int(year["year"]) + (low > high)
    return parse_edtf(f"{year['year']}-{low:02}/{last:04}-{high:02}")
