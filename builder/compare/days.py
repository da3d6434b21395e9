"""The day of a claim: the one that a figure counts for, on which words were said, or on which a running count stood."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from builder.compare.phrases import quoted
from builder.content.model import Claim
from builder.values.dates import DateSpan, Say, caption, parse_edtf
from builder.values.hours import NIGHT, begins, certainly_before
from builder.values.text import filled, words
from builder.values.wordings import months


def running(claim: Claim) -> DateSpan | None:
    """Return the day of an answer to a question with a running count, or None if nothing is known of it.

    It is the day for which it counts, else the day on which it was said, else the publication of its article.
    """
    if day := stated(claim):
        return day
    if claim.out_from is None and claim.out_by is None:
        return None
    first, last = (day.isoformat() if day else ".." for day in (claim.out_from, claim.out_by))
    return parse_edtf(first if first == last else f"{first}/{last}")


def stated(claim: Claim) -> DateSpan | None:
    """Return the day that a text itself gives for a claim: for which it counts, or else on which it was said; None if it gives none.

    An hour that it gives is one of its article's day.
    """
    if claim.hour and not (claim.as_of or claim.said_on) and claim.out_from is not None:
        return parse_edtf(claim.out_from.isoformat()) if claim.out_from == claim.out_by else None
    return claim.as_of or claim.said_on


def out_on_one(a: Claim, b: Claim) -> bool:
    """Return whether the articles of two claims were out on one and the same known day."""
    return a.out_from is not None and a.out_from == a.out_by == b.out_from == b.out_by


def before(claim: Claim, day: DateSpan | None, other: DateSpan, verb: str) -> str | None:
    """Return the day of a claim in words if it is certainly before another day, else None.

    A claim without a day is of the day its article was out, or earlier. That is an upper bound only: a late article may
    report on any day before.
    """
    if day is not None:
        return told(claim, day, verb) if soft(day).before(soft(other)) else None
    first = soft(other).start
    if claim.out_by is None or first is None or claim.out_by >= first:
        return None
    return f"was out by {caption(parse_edtf(claim.out_by.isoformat()))}"


def told(claim: Claim, day: DateSpan, verb: str) -> str:
    """Return a day of a claim behind a verb: ``dates from 4 March 2031``; a day worked out from its text's words is told with them."""
    if claim.said_as and ends(day) == ends(claim.said_on):
        return f"was said {quoted(claim.said_as)} ({moment(claim, day)} by this site’s reckoning)"
    # The day of its article is not one that the text gives for the claim.
    verb = "is in an article of" if verb == "is of" and not stated(claim) else verb
    return f"{verb} {moment(claim, day)}"


RECKONED = " by this site’s reckoning"
"""Words behind a day that a text does not print: the site worked it out from "on Monday"."""


def of_statement(claim: Claim) -> str:
    """Return the day on which a claim was said, in words: of one that its text gives by "on Monday", that it is worked out."""
    day = caption(claim.said_on) if claim.said_on else ""
    return f"{day}{RECKONED}" if day and claim.said_as else day


def moment(claim: Claim, day: DateSpan, say: Say = filled) -> str:
    """Return a day of a claim in words, with the hour that its text gives: ``4 March 2031, 14:05``."""
    told = caption(day, say)
    return f"{told}, {say(claim.hour)}" if claim.hour and ends(day) == ends(running(claim)) else told


def in_turn(claim: Claim) -> tuple[date, int]:
    """Return what answers to a running count are sorted by where the latest has to stand last: the first day that each may be of, and the hour."""
    day = running(claim)
    return (day.start or date.min) if day else date.min, begins(claim.hour)


def is_earlier(a: Claim, b: Claim) -> bool:
    """Return whether the first of two answers to a running count is certainly of an earlier day, or hour of one day."""
    first, second = running(a), running(b)
    return bool(first and second and soft(first).before(soft(second))) or earlier_by_hours(a, b)


def earlier_by_hours(a: Claim, b: Claim) -> bool:
    """Return whether the hours of two answers to a running count put the first before the second, whatever they may mean."""
    first, second = _first_day(a), _first_day(b)
    if first is None or second is None or a.hour is None or b.hour is None:
        return False
    (day, night), (other, other_night) = first, second
    return certainly_before(a.hour, b.hour, (other - day).days, (night, other_night))


def _first_day(claim: Claim) -> tuple[date, int] | None:
    """Return the day on which the hour of a claim begins, and 1 if it is a night of that day and the next; None if it is of no one day."""
    day = running(claim)
    if day is None or day.start is None or day.end is None or day.approximate:
        return None
    nights = (day.end - day.start).days
    return (day.start, nights) if nights == 0 or (nights == 1 and claim.hour == NIGHT) else None


def apart(a: Claim, b: Claim) -> bool:
    """Return whether two answers to a running count are certainly not of one day."""
    first, second = running(a), running(b)
    return bool(first and second and not soft(first).overlaps(soft(second)))


def both(a: Claim, first: DateSpan | None, b: Claim, second: DateSpan | None) -> str:
    """Return a clause on the days of two claims, of which one at least has one."""
    if first and second:
        return f"{quoted(a.printed)} {_is_of(a, first)}, {quoted(b.printed)} {_is_of(b, second)}"
    (dated, day) = (a, first) if first else (b, second)
    other = b if dated is a else a
    # Its text may date it in words from which no day follows, such as "since August".
    return (
        f"{quoted(dated.printed)} {_is_of(dated, day)}, for {quoted(other.printed)} no one day is given"
        if day
        else ""
    )


def _is_of(claim: Claim, day: DateSpan) -> str:
    """Return the day of a claim as its text gives it, or as that of its article."""
    return told(claim, day, "is for" if stated(claim) else "is in an article of")


def of_statements(claims: Iterable[Claim]) -> dict[str, DateSpan]:
    """Return the day of each named statement that some text dates; one that is dated to two days has none."""
    found: dict[str, dict[object, DateSpan]] = {}
    for claim in claims:
        if claim.statement is not None and claim.said_on is not None:
            found.setdefault(claim.statement, {})[ends(claim.said_on)] = claim.said_on
    return {name: next(iter(said.values())) for name, said in found.items() if len(said) == 1}


def soft(span: DateSpan) -> DateSpan:
    """Return a day as far as it reaches if it is approximate."""
    return DateSpan(span.edtf, *span.reach)


def ends(span: DateSpan | None) -> tuple[object, object] | None:
    """Return what two equal days share, or None if there is no day."""
    return (span.start, span.end) if span else None


def is_worked_out(claim: Claim) -> bool:
    """Return whether a date has neither a number nor a month in its printed words: "last month" means one that the site worked out.

    Not if it is that of a statement which the text itself dates.
    """
    if not isinstance(claim.value, DateSpan) or any(map(str.isdigit, claim.printed)):
        return False
    if not claim.said_as and (about_said(claim) or until_said(claim)):
        return False
    return months().isdisjoint(word.casefold() for word in words(claim.printed))


def about_said(claim: Claim) -> bool:
    """Return whether an answer is only that something was so about the time when somebody said so."""
    value, said = claim.value, claim.said_on
    return (
        isinstance(value, DateSpan) and value.approximate and said is not None and ends(value) == ends(said)
    )


def until_said(claim: Claim) -> bool:
    """Return whether an answer is only that something had happened when somebody said so."""
    value, said = claim.value, claim.said_on
    return isinstance(value, DateSpan) and value.start is None and said is not None and value.end == said.end


def is_of_statement(claim: Claim) -> bool:
    """Return whether the day that a claim answers with is the one on which it was said: what is asked is when somebody said it."""
    return isinstance(claim.value, DateSpan) and ends(claim.said_on) == ends(claim.value)
