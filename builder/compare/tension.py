"""What keeps two answers that cannot both be right from being a contradiction.

A contradiction needs the same question, scope, day and meaning. Where one of them is open, two answers are in tension.
"""

from __future__ import annotations

from builder.compare import days, denials, unsure
from builder.compare.phrases import left_open, quoted
from builder.compare.relation import Difference, Relation, Verdict
from builder.compare.running import one_day
from builder.compare.speakers import Names
from builder.content.model import Claim, Question
from builder.content.vocabulary import Answer
from builder.values.dates import DateSpan
from builder.values.direction import isolated


def eased(question: Question, a: Claim, b: Claim, names: Names, verdict: Verdict) -> Verdict | None:
    """Return the tension that a conflict is at most, with the reason; None if it is a conflict."""
    outright = question.answer is Answer.YES_NO and denials.rebutted(a, b, names)
    found = (
        _retold(a, b)
        or _running(question, a, b)
        or _statements(a, b)
        or _days(question, a, b)
        or _dates(a, b)
    )
    found = found or (None if outright else _said(a, b)) or _one_text(a, b, names) or unsure.eased(a, b)
    if found is None:
        return None if outright else _reading(question, a, b)
    difference, why = found
    return Verdict(
        Relation.TENSION, f"{left_open(verdict.reason)}; {why}", (*verdict.differences, difference)
    )


def _retold(a: Claim, b: Claim) -> tuple[Difference, str] | None:
    """A figure that others tell as that of more than a claim tells it of need not be one for the same."""
    told = [claim for claim in (a, b) if claim.retold]
    if len(told) != 1:
        return None
    why = f"others tell {quoted(told[0].printed)} of the same source as {isolated(told[0].retold or '')}"
    return Difference.COUNTED, why


def _running(question: Question, a: Claim, b: Claim) -> tuple[Difference, str] | None:
    """Two answers of one text to a running count are in tension unless it gives them the same single day. Of two texts, nothing is said."""
    if not question.running or one_day(a, b):
        return None
    return Difference.DAY, "the count is running, and which of the two is later is not known"


def _statements(a: Claim, b: Claim) -> tuple[Difference, str] | None:
    if a.statement is None or b.statement is None or a.statement == b.statement:
        return None
    return Difference.STATEMENT, "they are two statements, which may mean different things"


def _days(question: Question, a: Claim, b: Claim) -> tuple[Difference, str] | None:
    if a.as_of is None and b.as_of is None:
        return _no_day(question, a, b)
    if days.ends(a.as_of) == days.ends(b.as_of):
        return None
    return Difference.DAY, f"{days.both(a, a.as_of, b, b.as_of)}, so they need not be of one day"


def _no_day(question: Question, a: Claim, b: Claim) -> tuple[Difference, str] | None:
    """Two figures of two articles that are for no day, on a question that is for none, need not be of the same day.

    Unless both were said, or both articles were out, on one known day: a figure changes, and of an article without a day nobody knows
    of which day its figures are.
    """
    if question.answer is not Answer.QUANTITY or question.when or a.article == b.article:
        return None
    if a.said_on and days.ends(a.said_on) == days.ends(b.said_on):
        return None
    spoken = {days.ends(claim.said_on) for claim in (a, b) if claim.said_on}
    if days.out_on_one(a, b) and spoken <= {(a.out_from, a.out_from)}:
        return None  # of articles of one day, and said on no other
    if _said(a, b):
        return None  # which of them is the later is known
    return Difference.DAY, "no day is given for which both count, so they need not be of one day"


def _dates(a: Claim, b: Claim) -> tuple[Difference, str] | None:
    """A day that the site has worked out, or that of a statement, contradicts nothing."""
    for claim in (a, b):
        if _worked_out(claim) and not days.about_said(claim):
            return Difference.INFERRED, f"the day of {quoted(claim.printed)} is worked out, not printed"
    for claim in (a, b):
        if days.until_said(claim) or days.about_said(claim):
            return Difference.SAID, f"the day of {quoted(claim.printed)} is that of a statement"
    return None


def _worked_out(claim: Claim) -> bool:
    """Return whether a day is approximate though the words give no date: it follows from when the text was published."""
    value = claim.value
    return isinstance(value, DateSpan) and value.approximate and not any(map(str.isdigit, claim.printed))


def _said(a: Claim, b: Claim) -> tuple[Difference, str] | None:
    if days.is_of_statement(a) or days.is_of_statement(b):
        return None  # The question is when it was said.
    for early, late in ((a, b), (b, a)):
        if late.said_on and (bound := days.before(early, early.said_on, late.said_on, "dates from")):
            other = days.told(late, late.said_on, "dates from")
            first, second = (bound, other) if early is a else (other, bound)
            return Difference.TIME, f"the first {first}, the second {second}"
    return None


def _reading(question: Question, a: Claim, b: Claim) -> Verdict | None:
    if question.answer is not Answer.YES_NO or denials.denied(a.printed, b.printed):
        return None
    marked = a.is_reading or b.is_reading
    said = [
        f"{quoted(claim.printed)} {'says' if marked and not claim.is_reading else 'reads as a'} {'yes' if claim.value else 'no'}"
        for claim in (a, b)
    ]
    reason = f"{said[0]}, {said[1]}; neither denies the other outright"
    return Verdict(Relation.TENSION, reason, (Difference.READING,))


def _one_text(a: Claim, b: Claim, names: Names) -> tuple[Difference, str] | None:
    """One text that prints two answers knows of both, unless it sets one source against another."""
    if a.article != b.article or (a.sources and b.sources and not names.one_origin(a, b)):
        return None
    return Difference.STATEMENT, "one text prints both, and does not say how they go together"
