"""What is to be decided on in a text, in its order: what is proposed, what was claimed, and what nobody asks for."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, Protocol

from msgspec import Struct

from builder.content.problems import Problem, Severity
from builder.desk.edit import entries
from builder.desk.suggest.proposal import Proposal
from builder.desk.suggest.session import Session
from builder.proof.case import find_claim
from builder.proof.locate import occurrences
from builder.proof.normal import Span

PROPOSED, CLAIMED, UNUSED, PUT_ASIDE = "proposed", "claimed", "unused", "dropped"
SHOWN = {
    "open": "to decide",
    "claims": "claims",
    "wrong": "with something to mend",
    "unused": "what nobody asks for",
    "dropped": "what you dropped",
    "all": "everything",
}
"""What an editor goes through -> its name."""
ERROR, WARNING = "error", "warning"
QUOTED = "quoted"
"""How the words of a claim's quotation look that are none of its printed ones."""


class Item(Struct, frozen=True):
    """One place of the text."""

    key: str
    """Its name in addresses."""
    kind: str
    printed: str
    span: Span | None
    """Where it stands in the normalised text; None if its words are not there."""
    proposal: Proposal | None = None
    entry: dict[str, Any] | None = None
    index: int = -1
    """Of a claim: its place in the file's list."""
    problems: tuple[Problem, ...] = ()
    quoted: tuple[Span, ...] = ()
    """Of a claim: where the pieces of its quotation stand, its printed words with them; none if it quotes no more than these."""

    @property
    def state(self) -> str:
        """How it stands: its kind, or what the proof says of a claim."""
        if any(problem.kind.severity is Severity.ERROR for problem in self.problems):
            return ERROR
        return WARNING if self.problems else self.kind

    def is_shown(self, what: str) -> bool:
        """Return whether an editor who goes through these comes to it."""
        return {
            "open": self.kind == PROPOSED,
            "claims": self.kind == CLAIMED,
            "wrong": bool(self.problems),
            "unused": self.kind == UNUSED,
            "dropped": self.kind == PUT_ASIDE,
        }.get(what, True)


def key_of(proposal: Proposal) -> str:
    """Return the name of a proposal in addresses."""
    question = proposal.question.path if proposal.question else ""
    said = f"{proposal.kind} {proposal.printed} {question}".encode()
    return f"p{proposal.span[0]}-{hashlib.sha256(said).hexdigest()[:8]}"


def items(session: Session, problems: Iterable[Problem], show: str = "") -> list[Item]:
    """Return all items of an article in the order of its text, what was dropped only if that is shown; ``problems`` are those of its file."""
    by_claim: dict[int, list[Problem]] = {}
    for problem in problems:
        if problem.key.startswith("claims["):
            by_claim.setdefault(int(problem.key[7:].partition("]")[0]), []).append(problem)
    found = [
        Item(key_of(one), PROPOSED if one.questions else UNUSED, one.printed, one.span, one)
        for one in session.open(unanswering=True)
    ]
    if show == PUT_ASIDE:
        found += [Item(key_of(one), PUT_ASIDE, one.printed, one.span, one) for one in session.dropped_ones()]
    for index, entry in enumerate(entries(session.document.data, "claims")):
        words = str(entry.get("printed") or "")
        told = tuple(by_claim.get(index, ()))
        span, quoted = _place(session, entry)
        found.append(Item(f"c-{entry.get('id')}", CLAIMED, words, span, None, entry, index, told, quoted))
    return sorted(found, key=lambda item: (item.span is None, item.span or (0, 0), item.kind))


def _place(session: Session, entry: dict[str, Any]) -> tuple[Span | None, tuple[Span, ...]]:
    """Return where a claim's printed words stand, and the pieces of the longer quotation around them."""
    site, id = session.desk.site, session.document.id
    article = site.articles.get(id) or site.drafts.get(id)
    claim = next((one for one in article.claims if one.id == entry.get("id")), None) if article else None
    found = find_claim(claim, session.text) if claim else None
    words = str(entry.get("printed") or "")
    within = occurrences(words, session.text, found.span) if found and words else []
    if found:
        span = within[0].span if within else found.span
        edges = [found.span[0], *chain.from_iterable(found.cuts), found.span[1]]
        pieces = tuple(zip(edges[::2], edges[1::2], strict=True))
        return span, pieces if span != found.span else ()
    anywhere = occurrences(words, session.text) if words else []
    return anywhere[0].span if anywhere else None, ()


class Mark(Protocol):
    """What is marked in a text: its name in addresses, and how it looks."""

    @property
    def key(self) -> str: ...
    @property
    def state(self) -> str: ...


class Quotation(Struct, frozen=True):
    """The mark of a claim's quotation, which leads to the claim."""

    key: str
    state: str = QUOTED


class Piece(Struct, frozen=True):
    """A stretch of a paragraph: plain, or marked for an item."""

    text: str
    item: Mark | None = None


class Paragraph(Struct, frozen=True):
    """A paragraph of the text, as it is printed."""

    start: int
    """Where it begins in the text as it is stored, in characters."""
    line: int
    """Its line there, counted from 1."""
    pieces: tuple[Piece, ...]


def paragraphs(session: Session, marked: Sequence[Item], current: str) -> Iterator[Paragraph]:
    """Yield the text with what is marked in it; where several marks meet, that of the current item stands, then a claim's.

    Quotations lie under all of them, so that what stands in one can be clicked.
    """
    weight = {CLAIMED: 2, PROPOSED: 1, UNUSED: 0, PUT_ASIDE: 0}
    under = [
        (session.text.normal.raw(span), item) for item in marked for span in item.quoted if span[0] < span[1]
    ]
    under.sort(key=lambda one: (one[1].key == current, one[0][0] - one[0][1]))
    placed = [
        (session.text.normal.raw(item.span), item)
        for item in marked
        if item.span and item.span[0] < item.span[1]
    ]
    placed.sort(key=lambda one: (one[1].key == current, weight[one[1].kind], one[0][0] - one[0][1]))
    return in_paragraphs(session.text.raw, [*((span, Quotation(item.key)) for span, item in under), *placed])


def in_paragraphs(raw: str, placed: Sequence[tuple[Span, Mark]]) -> Iterator[Paragraph]:
    """Yield a text as it is stored, with marks at places of it; where several meet, the last of them stands."""
    cuts = sorted({place for span, _ in placed for place in span})
    owner: dict[int, Mark] = {}
    for (start, end), mark in placed:
        for cut in cuts[bisect_right(cuts, start - 1) : bisect_right(cuts, end - 1)]:
            owner[cut] = mark
    at = 0
    for number, line in enumerate(raw.split("\n"), start=1):
        if line.strip():
            yield Paragraph(at, number, tuple(_pieces(raw, at, at + len(line), cuts, owner)))
        at += len(line) + 1


def _pieces(raw: str, start: int, end: int, cuts: list[int], owner: dict[int, Mark]) -> Iterator[Piece]:
    first = bisect_right(cuts, start)
    kept, place = owner.get(cuts[first - 1]) if first else None, start
    for cut in cuts[first : bisect_right(cuts, end - 1)]:
        if (now := owner.get(cut)) is not kept:
            if place < cut:
                yield Piece(raw[place:cut], kept)
            kept, place = now, cut
    yield Piece(raw[place:end], kept)
