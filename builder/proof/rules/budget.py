"""Rules on how much of a text is published in sum, and on how close its fragments stand."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from msgspec import Struct

from builder.content.strict_yaml import KeyPath
from builder.content.vocabulary import Where
from builder.proof import kinds
from builder.proof.budget import APART, RUN, TOGETHER
from builder.proof.case import ArticleCase, Finding, find_claim
from builder.proof.locate import Found, occurrences
from builder.proof.normal import Span
from builder.proof.text import Text
from builder.values.text import weight


class _Fragment(Struct, frozen=True, order=True):
    """A published piece of the text."""

    span: Span
    claim: int
    """Index of the claim that publishes it."""
    key: str
    """Key of that claim."""


def too_much(case: ArticleCase) -> Iterator[Finding]:
    """At most a quarter of a text's words is published in sum."""
    budget = case.budget
    if budget is not None and budget.exceeds(case.book.site.settings.quote_limit):
        message = f"{budget.percent} % of the text's words are published ({budget.words} of {budget.of})"
        yield Finding(kinds.QUOTED_TOO_MUCH, (), message)


def side_by_side(case: ArticleCase) -> Iterator[Finding]:
    """Fragments of a text leave so much between them that they are not read as one passage.

    Two of ``RUN`` words and more never stand closer than ``APART`` words. Shorter ones may, as a figure stands beside its verb; but all
    that stand so close are together within the limit of one quotation. Pieces of one quotation have their gap marked by its ellipsis,
    and fragments that overlap are one.
    """
    text = case.text
    if text is None or text.sha256 != case.article.source_sha256:
        return  # a text that has changed is told once, with all its claims
    limit = max(TOGETHER, case.book.site.settings.quote_limit)
    together: set[Span] = set()
    end = 0
    long: _Fragment | None = None
    for fragment in sorted(_fragments(case, text)):
        path: KeyPath = ("claims", fragment.claim, fragment.key)
        if fragment.span[0] > end and _weight(text, (end, fragment.span[0])) >= APART:
            together = set()
        before = len(together) <= limit or _count(text, together) <= limit
        together.update(text.words_in(fragment.span))
        end = max(end, fragment.span[1])
        if before and (words := _count(text, together)) > limit:
            message = f"with the fragments around it, fewer than {APART} words apart, {words} words are published of one place"
            yield Finding(kinds.FRAGMENTS_CLOSE, path, message)
        if _weight(text, fragment.span) < RUN:
            continue
        if long is not None and fragment.claim != long.claim and fragment.span[0] >= long.span[1]:
            apart = _weight(text, (long.span[1], fragment.span[0]))
            if apart < APART:
                between = f"only {apart} word{'s'[: apart != 1]} of the text lie{'s'[: apart == 1]}"
                message = f"{between} between this fragment and that of {_name(case, long.claim)}"
                yield Finding(kinds.FRAGMENTS_CLOSE, path, message)
        if long is None or fragment.span[1] > long.span[1]:
            long = fragment


def _fragments(case: ArticleCase, text: Text) -> Iterator[_Fragment]:
    """Yield the fragments of all claims but those of the headline, which is named as a whole."""
    index = {entry.get("id"): at for at, entry in enumerate(case.entry.get("claims") or [])}
    for claim in case.article.claims:
        at = index.get(claim.id)
        found = find_claim(claim, text, case.article.headline)
        if at is None or found is None or claim.where is Where.HEADLINE:
            continue
        yield from _pieces(found, at, "quote" if claim.quote else "printed")
        for key, printed in (("status", claim.status), ("verified", claim.verified)):
            for words in occurrences(printed, text)[:1] if printed else ():
                yield from _pieces(words, at, key)


def _pieces(found: Found, claim: int, key: str) -> Iterator[_Fragment]:
    """Yield the pieces of a passage between its cuts."""
    edges = [found.span[0], *itertools.chain.from_iterable(found.cuts), found.span[1]]
    for piece in zip(edges[::2], edges[1::2], strict=True):
        yield _Fragment(piece, claim, key)


def _count(text: Text, together: set[Span]) -> int:
    return weight(text.content[start:end] for start, end in together)


def _weight(text: Text, span: Span) -> int:
    return weight(text.printed_words(span))


def _name(case: ArticleCase, claim: int) -> str:
    return f'"{case.entry["claims"][claim].get("id")}"'
