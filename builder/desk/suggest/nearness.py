"""How surely a word of a sentence is said of one of its figures."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from builder.desk.suggest.tokens import Token
from builder.proof.normal import Span

NEAR, FAR = 6, 14
"""Words between a figure and another word: up to so many it is near, up to so many it may still be said of it."""
TELLING, BEFORE = 0.45, 0.2
"""What a word must weigh to be said of a figure; and what one of the sentence before weighs."""


def weight_of(
    token: Token, at: Span, starts: Sequence[int], parting: tuple[Sequence[Span], Sequence[Span]]
) -> float:
    """Return how surely a word is said of a figure: by the words between them, other figures, and what parts them."""
    if token.start < at[1] and at[0] < token.end:
        return 1.0
    first, last = (at[1], token.start) if token.start >= at[1] else (token.end, at[0])
    between = bisect_left(starts, last) - bisect_left(starts, first)
    weight = 1.0 if between <= NEAR else 0.7 if between <= FAR else TELLING
    for factor, spans in zip((0.55, 0.5), parting, strict=True):
        if any(first <= start and end <= last for start, end in spans):
            weight *= factor
    return weight
