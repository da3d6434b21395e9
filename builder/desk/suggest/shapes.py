"""Figures that are printed as something else than a bare number: dozens, fractions, "one in five", "five-year", vague words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from builder.proof.normal import Span
from builder.values import patterns, quantity
from builder.values.numbers import NUMBER, Number
from builder.values.quantity import Modifier


class Shape(NamedTuple):
    """A figure by its looks."""

    span: Span
    number: Span
    """Where the number itself stands, without hedge and unit."""
    modifier: Modifier
    low: Number | None = None
    high: Number | None = None


_HEDGE = rf"(?:(?P<lead>(?:(?:just|only|well)\s+)?{patterns.PHRASE}|barely|hardly|not\s+quite)\s+)?"
_FRACTION = re.compile(
    rf"{_HEDGE}(?:(?P<count>a|an|one|two|three|four|nine)[\s-]+)?"
    r"(?P<part>half|halves|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?|hundredths?)\b",
    re.IGNORECASE,
)
_IN = re.compile(
    rf"{_HEDGE}\b(?:one|two|three|four|nine|[1-9])\s+(?:in|out\s+of)\s+(?:every\s+)?"
    r"(?P<part>two|three|four|five|six|seven|eight|nine|ten|twenty|a\s+hundred|100|1,000|[2-9]|[1-9]0)\b(?!\s*(?:%|percent))(?=\s+\w)",
    re.IGNORECASE,
)
_LONG = re.compile(
    rf"{_HEDGE}(?P<number>{NUMBER})-(?P<unit>second|minute|hour|day|night|week|month|year|decade|mile|kilomet(?:re|er)|met(?:re|er)|foot)"
    r"(?!-olds?\b)(?=[\s-]+[a-z])",
    re.IGNORECASE,
)
# Vague counts that a paper chooses in place of a figure: of those that mean other things too, the ones before what they count.
_VAGUE = re.compile(
    rf"\b(?:{patterns.VAGUE_COUNTS}|a\s+(?:handful|couple)(?=\s+of)|(?:several|multiple|a\s+few)(?=\s+(?:\w+\s+)?\w+s\b|\s+people))\b",
    re.IGNORECASE,
)
_SINGLE = re.compile(
    r"\bsingle(?=\s+[a-z])(?!\s+(?:most|market|currency|mother|father|parent))", re.IGNORECASE
)
_LEAD = re.compile(rf"(?:{patterns.LEAD.format('lead')})?\Z", re.IGNORECASE)
_JOINED = re.compile(r"[\w-]")
_OF = re.compile(r"\s+of\b")
_AN = re.compile(r"\s+an?\s+")
_LESS = re.compile(r"barely|hardly|not\s+quite", re.IGNORECASE)


def shapes(text: str) -> Iterator[Shape]:
    """Yield what a sentence prints so; the earlier ones count before the later where they overlap."""
    for match in patterns.DOZEN.finditer(text):
        lead = patterns.before(_LEAD, text, match.start())
        start = lead.start() if lead else match.start()
        read = quantity.parse(text[start : match.end()])
        if read is not None and read.modifier is not Modifier.VAGUE:
            yield Shape((start, match.end()), match.span(), read.modifier, read.low, read.high)
    for match in _IN.finditer(text):
        yield Shape(match.span(), match.span(), _part(match["lead"]))
    for match in _FRACTION.finditer(text):
        if _is_fraction(text, match):
            yield Shape(match.span(), match.span(), _part(match["lead"]))
    for match in _LONG.finditer(text):
        read = quantity.parse(f"{match['lead'] or ''} {match['number']}")
        if read is not None and not _JOINED.match(text, max(0, match.start() - 1), match.start()):
            yield Shape(match.span(), match.span("number"), read.modifier, read.low, read.high)
    for match in _SINGLE.finditer(text):
        yield Shape(match.span(), match.span(), Modifier.EXACTLY, 1, 1)
    for match in _VAGUE.finditer(text):
        yield Shape(match.span(), match.span(), Modifier.VAGUE)


def _part(hedge: str | None) -> Modifier:
    """Return the hedge of a part of a whole; it has no bounds, as what it is a part of is not known."""
    if not hedge:
        return Modifier.EXACTLY
    return Modifier.LESS_THAN if _LESS.fullmatch(hedge) else patterns.hedge(hedge)


def _is_fraction(text: str, match: re.Match[str]) -> bool:
    part, count = match["part"].casefold(), (match["count"] or "").casefold()
    of = _OF.match(text, match.end())
    if part.startswith("hal"):
        return not count and bool(of or match["lead"]) and not _AN.match(text, match.end())
    return bool(count) and (bool(of) or part.endswith("s"))
