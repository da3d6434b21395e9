"""A running count: a toll that rises while it is told, so that its answers are counts of different times."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from builder.compare import days, values
from builder.compare.phrases import join_items, quoted
from builder.compare.relation import Difference, Relation, Verdict
from builder.compare.speakers import Names
from builder.content.model import Claim
from builder.values.dates import DateSpan, caption
from builder.values.hours import PARTS, within
from builder.values.quantity import Quantity
from builder.values.wordings import is_raising

ONE_COUNT = ", nor whether both are one in round numbers"
"""Behind the words that the order of two counts is not known, where one hedge allows for both: then there need not be two."""


def later_count(a: Claim, b: Claim, names: Names) -> Verdict | None:
    """Return a verdict if one of two answers to a running count is a later count than the other.

    The day of publication alone does not make it one: the article may tell an older count. Nor does a figure that is the other
    rounded or hedged, nor one of another source: that is a count of its own. Two figures of one origin, or two floors of one text that gives them no day, between which the count went on
    are two counts.
    """
    own, moved = a.article == b.article, values.moved(a, b)
    stated = bool(days.stated(a)), bool(days.stated(b))
    if values.same_meaning(a, b) or (
        values.one_figure(a, b) and (own or not all(stated) or names.one_origin(a, b))
    ):
        return None
    day_a, day_b = days.running(a), days.running(b)
    rival = bool(a.sources and b.sources) and not names.one_origin(a, b)
    if rival and not own:
        return _of_two_sources(a, day_a, b, day_b) if all(stated) else None
    found = later(a, day_a, b, day_b, "is of", "a later count, not a contradiction")
    # A page that is kept up hour by hour goes from one source's count to another's.
    if found and own and a.hour and b.hour:
        return found
    if found and not rival and (moved or (all(stated) and not _no_more(a, b))):
        return found
    one = names.one_origin(a, b) and (own or any(stated))
    floors = own and values.overlap(a, b) and not all(stated)
    # 38 and 39 of one ministry on one day are two counts as well: nothing fits both.
    if one and not own and (higher := raised(a, b)):
        return higher
    if (moved and (one or floors)) or (one and not values.overlap(a, b)):
        both = f"{quoted(a.printed)} and {quoted(b.printed)}"
        if found:
            reason = f"the count is running: {both} were counted at different times"
            return Verdict(Relation.LATER_COUNT, reason, (Difference.TIME,))
        # Without an hour nothing says that one is a count at all that goes on from the other: each may be of a part.
        relation = Relation.COMPATIBLE if of_one_day(a, b) else Relation.LATER_COUNT
        return Verdict(relation, _without_order(a, b, both), (Difference.ORDER,))
    return None


def raised(a: Claim, b: Claim) -> Verdict | None:
    """Return the verdict on two counts of one source of which the text of the higher says that it was raised to that, on its own day.

    None if no text says so, or if the lower one may be of a day after that.
    """
    low, high = sorted(
        (a, b), key=lambda claim: claim.value.reach[0] if isinstance(claim.value, Quantity) else 0.0
    )
    day, other = days.stated(high), days.stated(low)
    if not is_raising(high.cue) or day is None or other is None or not values.moved(low, high):
        return None
    first, last = days.soft(other).start, days.soft(day).end
    if first is None or last is None or first > last:
        return None
    reason = (
        f"{quoted(high.printed)} is what the count was raised to ({quoted(high.cue or '')}, {caption(day)}), "
        f"above {quoted(low.printed)}: a later count, not a contradiction"
    )
    return Verdict(Relation.LATER_COUNT, reason, (Difference.TIME,))


def _without_order(a: Claim, b: Claim, both: str) -> str:
    """Return the reason of two counts whose days and hours, as far as they are stated here, do not tell which is the later."""
    one = ONE_COUNT if values.may_be_one_in_round_numbers(a, b) else ""
    unknown = "which is the later count is not known"
    first, second = days.stated(a), days.stated(b)
    if bool(first) is not bool(second):
        return f"{days.both(a, first, b, second)}; {unknown}{one}"
    if first is None or second is None:
        return f"the count is running; {unknown} of {both}{one}"
    if of_one_day(a, b):
        return f"{both} are both of {caption(first)}, without an hour: {two_counts(a, b)}"
    if first.start != first.end or days.ends(first) != days.ends(second):
        days_of = [
            f"{quoted(claim.printed)} is of {days.moment(claim, day)}"
            for claim, day in ((a, first), (b, second))
        ]
        return f"{join_items(days_of)}; {unknown}{one}"
    hours = list(dict.fromkeys(filter(None, (a.hour, b.hour))))
    timed = [claim for claim in (a, b) if claim.hour]
    told = (
        f", only {quoted(timed[0].printed)} with an hour ({hours[0]})"
        if len(timed) == 1
        else f", {join_items(hours)}"
        if hours
        else ""
    )
    return f"{both} are both of {caption(first)}{told}; {unknown}{one}"


def of_one_day(a: Claim, b: Claim) -> bool:
    """Return whether two texts give two figures one single day and none of them an hour of it: nothing tells that the count went on."""
    return a.article != b.article and one_day(a, b) and a.hour is None and not raised(a, b)


def two_counts(a: Claim, b: Claim) -> str:
    """Return what two figures of one source may be that are of one day without an hour."""
    return (
        "two counts, or one in round numbers"
        if values.may_be_one_in_round_numbers(a, b)
        else "two counts of that day, or figures of two things"
    )


def _no_more(a: Claim, b: Claim) -> bool:
    """Return whether one of two answers need not be another count: it gives no figure, or "more than 30" beside "at least 31"."""
    first, second = a.value, b.value
    if not (isinstance(first, Quantity) and isinstance(second, Quantity)):
        return False
    if not (first.bounded and second.bounded):
        return True
    return ceil(first.reach[0]) == ceil(second.reach[0]) and first.high is None and second.high is None


def _of_two_sources(a: Claim, day_a: DateSpan | None, b: Claim, day_b: DateSpan | None) -> Verdict | None:
    """Return the verdict on the counts of two sources for two days, if no figure fits both: neither goes on from the other."""
    bounded = all(isinstance(claim.value, Quantity) and claim.value.bounded for claim in (a, b))
    found = later(a, day_a, b, day_b, "is of", "two sources, two different days")
    if found is None or not bounded or values.overlap(a, b):
        return None
    return Verdict(Relation.COMPATIBLE, found.reason, (Difference.DAY, Difference.SOURCE))


def hours(claims: Sequence[Claim], names: Names) -> dict[str, str]:
    """Return the time on a clock that another text gives an answer to a running count, by the answer's key, if its own gives none.

    It is one figure of one source for one day, and the time is the only one, within the part of the day that its own text gives.
    """
    timed: dict[object, list[Claim]] = {}
    for claim in claims:
        if claim.hour and claim.hour not in PARTS and (day := days.stated(claim)):
            timed.setdefault((days.ends(day), _meant(claim)), []).append(claim)
    found = {}
    for claim in claims:
        day = days.stated(claim)
        if day is None or (claim.hour and claim.hour not in PARTS) or _meant(claim) is None:
            continue
        given = {
            other.hour
            for other in timed.get((days.ends(day), _meant(claim)), ())
            if other.hour and names.one_origin(claim, other)
        }
        clock = given.pop() if len(given) == 1 else None
        if clock and (claim.hour is None or within(clock, claim.hour)):
            found[claim.key] = clock
    return found


def _meant(claim: Claim) -> object:
    """Return what equal figures share; None for words without a figure."""
    figure = claim.value
    return figure.same_as if isinstance(figure, Quantity) and figure.bounded else None


def unordered(a: Claim, b: Claim) -> bool:
    """Return whether nothing is known of the order of two answers to a running count in two texts: not both give the same single day."""
    return a.article != b.article and not one_day(a, b)


def one_day(a: Claim, b: Claim) -> bool:
    """Return whether two texts, or one, give two answers the same single day, and the same hour of it or none."""
    first, second = days.stated(a), days.stated(b)
    same = bool(first and second and first.start == first.end and days.ends(first) == days.ends(second))
    return same and a.hour == b.hour


def later(
    a: Claim, day_a: DateSpan | None, b: Claim, day_b: DateSpan | None, verb: str, kind: str
) -> Verdict | None:
    """Return the verdict that one of two claims is of a later day, or None if that is not certain."""
    for (early, first), (late, last) in (((a, day_a), (b, day_b)), ((b, day_b), (a, day_a))):
        if last is not None and (bound := days.before(early, first, last, verb)):
            reason = f"{quoted(late.printed)} {days.told(late, last, verb)}, {quoted(early.printed)} {bound}: {kind}"
            return Verdict(Relation.LATER_COUNT, reason, (Difference.DAY,))
        if first is not None and last is not None and days.earlier_by_hours(early, late):
            when = early.hour if days.ends(first) == days.ends(last) else days.moment(early, first)
            reason = f"{quoted(late.printed)} {days.told(late, last, verb)}, {quoted(early.printed)} of {when}: {kind}"
            return Verdict(Relation.LATER_COUNT, reason, (Difference.TIME,))
    return None
