"""Find every figure that a sentence prints: how many or how much of something, not when, how old or which one."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from builder.proof.normal import Span
from builder.values.figures import search
from builder.values.quantity import Modifier, Number, Quantity


class Figure(Struct, frozen=True):
    """A printed figure and where it stands."""

    span: Span
    printed: str
    """With its hedge and its unit."""
    reading: Quantity
    number: Span
    """Where the number itself stands, without hedge and unit."""

    @property
    def modifier(self) -> Modifier:
        """How it is hedged or bounded."""
        return self.reading.modifier

    @property
    def low(self) -> Number | None:
        """Its lower bound."""
        return self.reading.low

    @property
    def high(self) -> Number | None:
        """Its upper bound."""
        return self.reading.high

    @property
    def unit(self) -> str | None:
        """What it is in."""
        return self.reading.unit


def find_figures(
    content: str, sentence: Span, dates: Iterable[Span] = (), language: str = "en"
) -> list[Figure]:
    """Return the figures of a sentence in order. ``dates`` are spans that say when, and hold none."""
    start, end = sentence
    taken = [(a - start, b - start) for a, b in dates]
    return [
        Figure(
            (start + found.start, start + found.end),
            content[start + found.start : start + found.end],
            found.reading,
            (start + found.number[0], start + found.number[1]),
        )
        for found in search.find(content[start:end], language)
        if isinstance(found.reading, Quantity)
        and not any(a < found.number[1] and found.number[0] < b for a, b in taken)
    ]
