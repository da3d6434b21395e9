"""Wordings of one statement one below the other. In quoted ones the words are marked that the others do not have."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from msgspec import Struct

from builder.compare import wordings
from builder.compare.relation import Difference, Relation
from builder.compare.rows import Comparison
from builder.content.model import Claim
from builder.content.vocabulary import Answer, Speech
from builder.pages.links import Target, row
from builder.pages.views.claims import Teller
from builder.pages.views.told import ClaimView
from builder.values.text import ELLIPSIS, folded, normalise, spans, words

MOST = 8
"""Maximum number of wordings of one statement that are shown."""


class PieceView(Struct, frozen=True):
    """Some consecutive words of a wording."""

    text: str
    kind: str
    """``same``, ``differs``, ``cut`` (left out in print), or ``added`` (the text's own insertion in brackets)."""


class WordingView(Struct, frozen=True):
    """One wording."""

    claim: ClaimView
    pieces: tuple[PieceView, ...]


class StatementView(Struct, frozen=True):
    """One statement as several outlets print it."""

    title: str
    target: Target
    who: tuple[str, ...]
    mixed: bool
    """Whether some outlet puts it in words of its own, which are nobody else's."""
    summary: str
    wordings: tuple[WordingView, ...]


def statements(
    rows: Iterable[Comparison], teller: Teller, outlets: Collection[str] | None = None
) -> tuple[StatementView, ...]:
    """Return the statements of a topic that at least two articles print and one quotes, of the given outlets or of all."""
    found = []
    for comparison in rows:
        if comparison.question.answer is not Answer.WORDING:
            continue
        for together in _together(comparison):
            claims = [claim for claim in together if outlets is None or claim.outlet in outlets]
            quoting = [claim for claim in claims if claim.speech is Speech.QUOTED]
            # Of words that all print alike, the row says so.
            alike = len({folded(claim.printed) for claim in claims}) == 1
            if len({claim.article for claim in claims}) < 2 or not quoting or alike:
                continue
            sources = dict.fromkeys(source for claim in claims for source in claim.sources)
            found.append(
                StatementView(
                    comparison.question.short,
                    row(comparison.question.path),
                    teller.source_names(tuple(sources)),
                    len(quoting) < len(claims),
                    comparison.summary,
                    laid(claims[:MOST], teller),
                )
            )
    return tuple(found)


def _together(comparison: Comparison) -> list[list[Claim]]:
    """Return the claims in groups that print one statement, in the order of publication."""
    of = {
        claim.key: keys
        for group in comparison.groups
        for keys in ({c.key for c in group.claims},)
        for claim in group.claims
    }
    for judgement in comparison.judgements:
        # The same words of another speaker, or of nobody, are no print of the statement.
        if (
            judgement.relation in (Relation.SAME, Relation.COMPATIBLE)
            and Difference.SOURCE not in judgement.differences
        ):
            joined = of[judgement.a] | of.get(judgement.b, set())
            for key in joined:
                of[key] = joined
    groups: dict[frozenset[str], list[Claim]] = {}
    for claim in comparison.claims:
        groups.setdefault(frozenset(of[claim.key]), []).append(claim)
    return list(groups.values())


def laid(claims: Iterable[Claim], teller: Teller) -> tuple[WordingView, ...]:
    """Return wordings with their differences marked: in each against the longest, in the longest what no other has.

    Words that one of two outlets does not quote are its own; nothing is marked in them.
    """
    listed = list(claims)
    longest = max(listed, key=lambda claim: len(words(claim.printed)))
    marks = {claim.key: _marks(claim, longest) for claim in listed if claim is not longest}
    own = [True] * len(words(longest.printed))
    for claim in listed:
        if claim is not longest:
            own = [a and b for a, b in zip(own, _marks(longest, claim), strict=True)]
    marks[longest.key] = own
    return tuple(
        WordingView(teller.claim(claim), _pieces(claim.printed, marks[claim.key])) for claim in listed
    )


def _marks(claim: Claim, other: Claim) -> list[bool]:
    """Return for each word of a wording whether the other lacks it, if both are quoted; else nothing differs."""
    alignment = wordings.align(claim.printed, other.printed)
    quoted = wordings.both_quoted(claim, other) and not wordings.is_apart(alignment)
    return [quoted and run.differs for run in alignment.a for _ in run.text.split()]


def _pieces(text: str, marks: list[bool]) -> tuple[PieceView, ...]:
    """Return a wording cut where its marks change; joined, the pieces are the wording in plain typography."""
    plain = normalise(text)
    found: list[tuple[str, str]] = []
    at, inside = 0, False
    for (start, end), differs in zip(spans(plain), marks, strict=True):
        word, gap = plain[start:end], plain[at:start]
        # What closes stays with the word before it, what opens goes with the next.
        space = gap.rfind(" ") + 1
        inside = (inside or "[" in gap) and "]" not in gap.rpartition("[")[2]
        kind = "cut" if word == ELLIPSIS else "added" if inside else "differs" if differs else "same"
        # The space between two kinds is of neither, because an underlined space would look like a difference.
        before = found[-1][1] if found else kind
        close = gap[:space].rstrip()
        _add(found, close, before)
        _add(found, gap[len(close) : space], kind if before == kind else "same")
        _add(found, gap[space:] + word, kind)
        at = end
    _add(found, plain[at:], found[-1][1] if found else "same")
    return tuple(PieceView(*piece) for piece in found)


def _add(pieces: list[tuple[str, str]], text: str, kind: str) -> None:
    if pieces and pieces[-1][1] == kind:
        pieces[-1] = (pieces[-1][0] + text, kind)
    elif text:
        pieces.append((text, kind))
