"""What a text says without being sure of it, or without saying what it means: such an answer contradicts nothing outright."""

from __future__ import annotations

from builder.compare import days
from builder.compare.phrases import join_items, quoted
from builder.compare.relation import Difference, Relation, Verdict
from builder.compare.speakers import Names, as_printed
from builder.content.model import Claim
from builder.values.dates import caption
from builder.values.direction import isolated

LESS_THAN_NO = "no sign of something is less than a no"
"""Why "no indication" contradicts no yes."""


def doubted(a: Claim, b: Claim, found: Verdict) -> Verdict:
    """Return the verdict on two values, with the difference if only one of two claims is called likely and no more."""
    if (
        a.no_sign
        or b.no_sign
        or bool(a.doubt) == bool(b.doubt)
        or found.relation not in (Relation.SAME, Relation.COMPATIBLE)
    ):
        return found
    reason = f"{found.reason}; {_only(a if a.doubt else b)}"
    return Verdict(Relation.COMPATIBLE, reason, (*found.differences, Difference.DOUBT))


def of_statements(a: Claim, b: Claim, names: Names, found: Verdict) -> Verdict:
    """Return that two days do not fit and do not part if both are those of statements: these may be two, and both right.

    Either of what had happened by then, whoever says so, or of what is asked about one source's own statement. Not if the editor has
    named both as one statement.
    """
    if days.ends(a.said_on) == days.ends(b.said_on) or None in (a.said_on, b.said_on):
        return found
    if days.until_said(a) and days.until_said(b):
        first, second = days.of_statement(a), days.of_statement(b)
        if a.said_as and b.said_as:
            first = first.removesuffix(days.RECKONED)
            second = second.replace(days.RECKONED, f", both{days.RECKONED}")
        reason = (
            f"{quoted(a.printed)} was said on {first}, {quoted(b.printed)} on {second}, each of what had happened by then; "
            "whether they mean one event is open"
        )
        return Verdict(Relation.NOT_COMPARABLE, reason, (Difference.SAID,))
    one = a.statement is not None and a.statement == b.statement
    if (
        found.relation is Relation.CONFLICT
        and days.is_of_statement(a)
        and days.is_of_statement(b)
        and names.one_origin(a, b)
        and not one
    ):
        told = " and ".join(
            f"{quoted(claim.printed)} ({caption(claim.said_on)})" for claim in (a, b) if claim.said_on
        )
        reason = (
            f"{told} are the dates of two statements, or of one that is dated twice; the texts do not say"
        )
        return Verdict(Relation.NOT_COMPARABLE, reason, (Difference.TWICE,))
    return found


def eased(a: Claim, b: Claim) -> tuple[Difference, str] | None:
    """Return why two answers that cannot both be right are no contradiction if one is only called likely, or its meaning is open."""
    if a.no_sign or b.no_sign:
        return Difference.NO_SIGN, LESS_THAN_NO
    for claim in (a, b):
        if claim.doubt:
            return Difference.FOR_NOW if claim.for_now else Difference.DOUBT, _only(claim)
    for claim in (a, b):
        if claim.leaves_open:
            return Difference.OPEN, _open(claim)
    return None


def with_open(a: Claim, b: Claim, found: Verdict) -> str:
    """Return the reason of a verdict with what the texts leave open of two claims that do not oppose each other."""
    if found.relation not in (Relation.SAME, Relation.COMPATIBLE):
        return found.reason
    return "; ".join((found.reason, *left_open(a, b)))


def left_open(a: Claim, b: Claim) -> tuple[str, ...]:
    """Return a clause on what the texts of two claims leave open of each."""
    if a.leaves_open and a.leaves_open == b.leaves_open:
        return (_both_open(a),)
    return tuple(_open(claim) for claim in (a, b) if claim.leaves_open)


def _only(claim: Claim) -> str:
    if claim.for_now:
        return f"{quoted(claim.printed)} says so only for now"
    return f"{quoted(claim.printed)} is said only as {as_printed(claim, claim.doubt or '')}"


def by_name(reason: str, *told: tuple[Claim, str]) -> str:
    """Return the reason of a verdict with the texts that leave something open by name: a verdict knows no outlets.

    ``told`` are the two claims, each with the name of its text.
    """
    if len({claim.leaves_open for claim, _ in told}) == 1 and (first := told[0][0]).leaves_open:
        both = f"{join_items([name for _, name in told])} leave open {isolated(first.leaves_open)}"
        reason = reason.replace(_both_open(first), both, 1)
    for claim, name in told:
        if claim.leaves_open:
            reason = reason.replace(_open(claim), f"{name} leaves open {isolated(claim.leaves_open)}", 1)
    return reason


def _both_open(claim: Claim) -> str:
    return f"both texts leave open {isolated(claim.leaves_open or '')}"


def _open(claim: Claim) -> str:
    return f"the text that prints {quoted(claim.printed)} leaves open {isolated(claim.leaves_open or '')}"
