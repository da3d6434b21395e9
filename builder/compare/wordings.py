"""Compare two printed wordings word by word.

The same statement may be quoted in two translations or with different cuts. Differences are marked and their meaning is
left to the reader, so two wordings are never in conflict. Only words that both outlets quote are compared one by one: those
of a report are the outlet's own, and say nothing of what somebody said.
"""

from __future__ import annotations

import difflib
from functools import lru_cache

from msgspec import Struct

from builder.compare.phrases import join_items, quoted
from builder.compare.relation import Difference, Relation, Verdict
from builder.compare.speakers import Names
from builder.content.model import Claim
from builder.content.vocabulary import Speech
from builder.values.scripts import joined
from builder.values.text import ELLIPSIS, folded, normalise, weight, words
from builder.values.wordings import articles, joining


class Run(Struct, frozen=True):
    """Some consecutive words of a wording."""

    text: str
    differs: bool
    """Whether the other wording has other words here, or none."""


class Alignment(Struct, frozen=True):
    """Two aligned wordings. The runs of each side, joined by spaces, are its words."""

    a: tuple[Run, ...]
    b: tuple[Run, ...]
    pairs: tuple[tuple[str, str], ...]
    """The differences, side by side; one of the two may be empty. An ellipsis is a cut, not a word, and never in a pair."""
    shared: float
    """Share of the words that both have, 0 to 1 (``difflib``'s ratio)."""


@lru_cache(maxsize=1024)
def align(a: str, b: str) -> Alignment:
    """Align two wordings by their words, ignoring case and typography.

    ``align(b, a)`` is ``align(a, b)`` with its sides exchanged.
    """
    left, right = words(a), words(b)
    if [word.casefold() for word in right] < [word.casefold() for word in left]:
        # The matcher breaks ties by which side comes first, so the sides are put into a fixed order.
        found = _align(right, left)
        return Alignment(found.b, found.a, tuple((x, y) for y, x in found.pairs), found.shared)
    return _align(left, right)


def _align(left: list[str], right: list[str]) -> Alignment:
    folded_a, folded_b = ([word.casefold() for word in found] for found in (left, right))
    matcher = difflib.SequenceMatcher(None, folded_a, folded_b, autojunk=False)
    runs_a: list[Run] = []
    runs_b: list[Run] = []
    pairs: list[tuple[str, str]] = []
    for tag, a1, a2, b1, b2 in matcher.get_opcodes():
        differs = tag != "equal"
        own_a, own_b = left[a1:a2], right[b1:b2]
        if own_a:
            runs_a.append(Run(" ".join(own_a), differs))
        if own_b:
            runs_b.append(Run(" ".join(own_b), differs))
        if differs:
            # An ellipsis at the end is no cut between words.
            pairs += _pairs(
                own_a[:-1] if a2 == len(left) and own_a[-1:] == [ELLIPSIS] else own_a,
                own_b[:-1] if b2 == len(right) and own_b[-1:] == [ELLIPSIS] else own_b,
            )
    return Alignment(tuple(runs_a), tuple(runs_b), tuple(pairs), matcher.ratio())


def _pairs(a: list[str], b: list[str]) -> list[tuple[str, str]]:
    bare_a, bare_b = (joined(word for word in own if word != ELLIPSIS) for own in (a, b))
    if bare_a and bare_b and (ELLIPSIS in a or ELLIPSIS in b):
        # If one side is cut, the words beside the cut do not correspond to those of the other side.
        return [(bare_a, ""), ("", bare_b)]
    return [(bare_a, bare_b)] if bare_a or bare_b else []


STATEMENT = 0.5
"""Minimum share of common words at which two wordings by one source count as prints of one statement."""
ENOUGH = 4
"""Minimum number of common words for that: "heavy casualties" and "heavy losses" are too short."""
CUT = 2
"""Minimum number of words with which one of two quotations goes on in the other, so that they are cuts of the same words."""


def one_statement(a: Claim, b: Claim, alignment: Alignment, names: Names) -> bool:
    """Return whether two wordings print one statement.

    Either the editor says so, or both have a common origin and share enough words.
    """
    if a.statement is not None and b.statement is not None:
        return a.statement == b.statement
    if not names.one_origin(a, b):
        return False
    return alike(alignment) or (both_quoted(a, b) and weight(overlap(a.printed, b.printed)) >= ENOUGH)


def overlap(a: str, b: str) -> list[str]:
    """Return the words that two cuts of one text have in common: all of one that stands in the other, or the end of one that is the
    beginning of the other. Empty if they are no such cuts."""
    left, right = ([word for word in words(text) if word != ELLIPSIS] for text in (a, b))
    first, second = ([word.casefold() for word in found] for found in (left, right))
    for own, long, short in ((right, first, second), (left, second, first)):
        size = len(short)
        if size and any(long[at : at + size] == short for at in range(len(long) - size + 1)):
            return own
    for size in range(min(len(first), len(second)) - 1, 0, -1):
        if first[-size:] == second[:size]:
            return right[:size]
        if second[-size:] == first[:size]:
            return left[:size]
    return []


def is_apart(alignment: Alignment) -> bool:
    """Return whether two wordings have no word in common that means anything: they may be of two places of one statement."""
    return not weight(word for run in alignment.a if not run.differs for word in run.text.split())


def both_quoted(a: Claim, b: Claim) -> bool:
    """Return whether both outlets print their words in quotation marks."""
    return a.speech is b.speech is Speech.QUOTED


def bare_words(text: str) -> tuple[str, ...]:
    """Return what two wordings share if they are the same words.

    Case, typography and hyphens make no difference, nor does an article at the beginning or a word that joins a clause.
    """
    found = words(normalise(text).replace("-", " ").casefold())
    found = found[1:] if len(found) > 1 and found[0] in articles() else found
    return tuple(word for word in found if word not in joining()) or tuple(found)


def alike(alignment: Alignment) -> bool:
    """Return whether two wordings share so many words that the others can be set side by side."""
    shared = weight(word for run in alignment.a if not run.differs for word in run.text.split())
    return alignment.shared >= STATEMENT and shared >= ENOUGH


def compare(a: Claim, b: Claim, names: Names) -> Verdict | None:
    """Compare two wordings: the same words, or two prints of one statement; None if they are neither."""
    if folded(a.printed) == folded(b.printed):
        return Verdict(Relation.SAME, f"both print {quoted(a.printed)}")
    both = f"{quoted(a.printed)} and {quoted(b.printed)}"
    if bare_words(a.printed) == bare_words(b.printed):
        return Verdict(Relation.SAME, f"{both} say the same")
    alignment = align(a.printed, b.printed)
    if not one_statement(a, b, alignment, names):
        return None
    if not both_quoted(a, b):
        return Verdict(Relation.COMPATIBLE, _reported(a, b), (Difference.WORDS,))
    if not alignment.pairs:
        return Verdict(Relation.COMPATIBLE, f"{both} differ only in what is cut", (Difference.FEWER,))
    kinds: tuple[Difference, ...] = ()
    if any(left and right for left, right in alignment.pairs):
        kinds += (Difference.WORDS,)
    if not all(left and right for left, right in alignment.pairs):
        kinds += (Difference.FEWER,)
    # That words are alike is no reason: what they are quoted from is. Only an editor knows that it is one statement.
    one = f"one {'source' if a.statement is None or b.statement is None else 'statement'}"
    quote = f"{both} quote {one}"
    if is_apart(alignment):
        other = "" if a.rendering or b.rendering else ", and neither has words of the other"
        reason = f"{both} are quoted from {one}{other}"
        return Verdict(Relation.COMPATIBLE, reason, (Difference.FEWER,))
    if Difference.WORDS in kinds and weight(shared := overlap(a.printed, b.printed)) >= CUT:
        reason = f"{both} are two cuts of {one}: both have {quoted(joined(shared))}"
        return Verdict(Relation.COMPATIBLE, reason, (Difference.FEWER,))
    if not alike(alignment) and kinds != (Difference.FEWER,):
        return Verdict(Relation.COMPATIBLE, f"{quote} in different words", kinds)
    return Verdict(Relation.COMPATIBLE, f"{quote}; {differing(alignment)}", kinds)


def _reported(a: Claim, b: Claim) -> str:
    """Return the clause on two prints of one statement of which one at least is in the outlet's own words."""
    if a.speech is b.speech:
        return f"{quoted(a.printed)} and {quoted(b.printed)} report one statement, each in the outlet’s words"
    direct, told = (a, b) if a.speech is Speech.QUOTED else (b, a)
    return f"{quoted(direct.printed)} is quoted, {quoted(told.printed)} reports the same statement in the outlet’s words"


def differing(alignment: Alignment) -> str:
    """Return the differences between two wordings as a clause: ``“difficult” in the first is “problematic” in the second``."""
    clauses = []
    for left, right in alignment.pairs:
        if left and right:
            clauses.append(f"{quoted(left)} in the first is {quoted(right)} in the second")
        else:
            clauses.append(f"only the {'first' if left else 'second'} has {quoted(left or right)}")
    return join_items(clauses)
