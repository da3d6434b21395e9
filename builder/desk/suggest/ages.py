"""How old somebody is: "the 55-year-old", "Ada Brandt, 45, said", "âgé de 51 ans". No count is made of it."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from builder.desk.suggest.figures import Figure
from builder.desk.suggest.language import any_of, before, proposing
from builder.desk.suggest.tokens import matters, persons, tokens
from builder.proof.normal import Span
from builder.values.figures import search
from builder.values.figures.reader import read
from builder.values.letters import CAPITAL
from builder.values.lexicon import language_file, listed
from builder.values.quantity import Modifier, Quantity

OLDEST = 125
"""Years that nobody has lived."""
_YOUNGER = ("hours", "days", "weeks", "months")
GROWN = 16
"""Years from which on they may be those of a man or woman that only a noun names."""
_REACH = 40


class _Ages(Struct, frozen=True):
    suffix: re.Pattern[str]
    """Behind the number: "-year-old"."""
    aged: re.Pattern[str]
    """Before it: "aged"."""
    years: re.Pattern[str]
    whom: re.Pattern[str]
    """Before years: an article and a noun, "le banquier de"."""
    apart: re.Pattern[str]
    """Before a number between commas: the name of who is so old."""
    years_apart: re.Pattern[str]
    """Before years between commas: whoever it is."""


@lru_cache(maxsize=64)
def _words(language: str) -> _Ages | None:
    file = language_file(language)
    if file is None:
        return None
    years, of = any_of(file.units.get("years", "")), before(proposing(language).figures.of)
    articles = proposing(language).speakers.articles
    others = any_of(*(file.units.get(unit, "") for unit in _YOUNGER))
    ages = ",".join(p for p in listed(file.times.ages) if not re.search(rf"\b{others}\b", p, re.IGNORECASE))
    return _Ages(
        re.compile(rf"[\s-]?{any_of(ages)}(?!\w)", re.IGNORECASE),
        re.compile(rf"\b{any_of(file.times.aged)}\s+\Z", re.IGNORECASE),
        re.compile(rf"\s{years}(?!\w)", re.IGNORECASE),
        re.compile(rf"\b{any_of(articles)}\s+(?P<whom>[^\W\d_]{{4,}})\s+{of}\Z", re.IGNORECASE),
        re.compile(rf"{CAPITAL}[\w'’.-]*(?:,\s|\s\()\Z"),
        re.compile(rf"\w(?:,\s{of}?|\s\()\Z", re.IGNORECASE),
    )


def _is_somebody(found: re.Match[str] | None, language: str) -> bool:
    """Return whether a noun before years is no word of what lasts or is measured: "le banquier de 61 ans", no "peine de 20 ans"."""
    return found is not None and not matters(tokens(found["whom"], language)) - persons()


def find_ages(content: str, sentence: Span, language: str) -> list[Figure]:
    """Return the ages that a sentence prints, as far as they are in years."""
    words = _words(language)
    text = content[slice(*sentence)]
    found = []
    for start, end, value in search.numbers(text, language) if words is not None else ():
        if words is None or not isinstance(value, int) or not 0 < value < OLDEST:
            continue
        ahead = text[max(0, start - _REACH) : start]
        if suffix := words.suffix.match(text, end):
            last = suffix.end()
        else:
            years = words.years.match(text, end)
            last = years.end() if years else end
            closed = re.match(r"[,).]", text[last:]) is not None
            apart = words.years_apart if years else words.apart
            known = words.aged.search(ahead) or (closed and apart.search(ahead))
            if not known and not (
                years and value >= GROWN and _is_somebody(words.whom.search(ahead), language)
            ):
                continue
        printed, low = text[start:last], sentence[0]
        again = read(printed, language)
        span = (low + start, low + last)
        found.append(
            Figure(
                span,
                printed,
                Quantity(printed, Modifier.EXACTLY, value, value, "years"),
                (low + start, low + end),
                reads_back=isinstance(again, Quantity) and (again.low, again.high) == (value, value),
                is_age=True,
            )
        )
    return found
