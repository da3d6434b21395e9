"""Rules on how much of a text is published in sum, and on how close its fragments stand."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from msgspec import Struct

from builder.content.strict_yaml import KeyPath
from builder.content.vocabulary import Where
from builder.proof import kinds
from builder.proof.budget import APART, RUN
from builder.proof.case import ArticleCase, Finding, find_claim
from builder.proof.locate import Found, occurrences
from builder.proof.normal import Span
from builder.proof.text import Text
from builder.values.text import weight


class _Fragment(Struct, frozen=True, order=True):
    """A published piece of the text of ``RUN`` words or more."""

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
    """Two fragments of a text leave so much between them that they are not read as one.

    Fragments that overlap are one fragment. Pieces of one quotation have their gap marked by its ellipsis, and its words are
    counted together elsewhere.
    """
    text = case.text
    if text is None or text.sha256 != case.article.source_sha256:
        return  # a text that has changed is told once, with all its claims
    limit = case.book.site.settings.quote_limit
    joined: _Fragment | None = None
    for fragment in sorted(_fragments(case, text)):
        if joined is None:
            joined = fragment
            continue
        path: KeyPath = ("claims", fragment.claim, fragment.key)
        if fragment.span[0] < joined.span[1]:
            whole = (joined.span[0], max(joined.span[1], fragment.span[1]))
            if whole != joined.span and _weight(text, whole) > limit:
                message = (
                    f"with the fragment that it overlaps, {_weight(text, whole)} words in a row are published"
                )
                yield Finding(kinds.FRAGMENTS_CLOSE, path, message)
            joined = _Fragment(whole, fragment.claim, fragment.key)
            continue
        apart = _weight(text, (joined.span[1], fragment.span[0]))
        if apart < APART and fragment.claim != joined.claim:
            between = f"{apart} word{'s'[: apart != 1]}"
            message = f"only {between} of the text lie{'s'[: apart == 1]} between this fragment and that of"
            yield Finding(kinds.FRAGMENTS_CLOSE, path, f"{message} {_name(case, joined.claim)}")
        joined = fragment


def _fragments(case: ArticleCase, text: Text) -> Iterator[_Fragment]:
    """Yield the fragments of all claims but those of the headline, which is named as a whole."""
    index = {entry.get("id"): at for at, entry in enumerate(case.entry.get("claims") or [])}
    for claim in case.article.claims:
        at = index.get(claim.id)
        found = find_claim(claim, text)
        if at is None or found is None or claim.where is Where.HEADLINE:
            continue
        yield from _pieces(text, found, at, "quote" if claim.quote else "printed")
        status = occurrences(claim.status, text)[:1] if claim.status else ()
        for words in status:
            yield from _pieces(text, words, at, "status")


def _pieces(text: Text, found: Found, claim: int, key: str) -> Iterable[_Fragment]:
    """Return the pieces of a passage between its cuts that have ``RUN`` words or more."""
    edges = [found.span[0], *itertools.chain.from_iterable(found.cuts), found.span[1]]
    pieces = zip(edges[::2], edges[1::2], strict=True)
    return [_Fragment(piece, claim, key) for piece in pieces if _weight(text, piece) >= RUN]


def _weight(text: Text, span: Span) -> int:
    return weight(text.printed_words(span))


def _name(case: ArticleCase, claim: int) -> str:
    return f'"{case.entry["claims"][claim].get("id")}"'
