"""The figures around one that are of the same unit: those that a text sets it against."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from builder.proof.asked.passage import Passage, noun_phrase
from builder.proof.normal import Span
from builder.proof.owned import sentence_of
from builder.proof.stops import ends
from builder.values.figures.search import Found
from builder.values.quantity import Quantity

_WINDOW = 2500
"""Characters before and behind a sentence in which such figures are looked for."""
_NOT_COMPARED = frozenset({"percentage points", "basis points"})


class Neighbour(Struct, frozen=True):
    """A figure near another one."""

    passage: Passage
    found: Found
    leads: bool
    """Whether it stands in front of the other one, in its sentence or the one before."""


def neighbours(passage: Passage, unit: str | None = None) -> Iterator[Neighbour]:
    """Yield the figures near by that are of the same unit as a passage's; what is counted has none.

    With a ``unit``, also those that have it, where the passage's figure has none, nor a noun: "3,200 hectares. This morning it was 2,900".
    """
    mine = passage.read.figure_at(passage.number)
    spans = _sentences(passage.content, passage.sentence)
    bare = unit is not None and passage.reading is not None and passage.reading.unit is None
    bare = bare and not noun_phrase(passage)[0]
    own = next((at for at, span in enumerate(spans) if span[0] <= passage.figure[0] < span[1]), 0)
    for at, span in enumerate(spans):
        read = sentence_of(passage.content[slice(*span)], passage.language)
        for item in read.found:
            here = (span[0] + item.number[0], span[0] + item.number[1])
            if here[0] < passage.figure[1] and passage.figure[0] < here[1]:
                continue
            if _is_alike(mine, item) or (
                bare and isinstance(item.reading, Quantity) and item.reading.unit == unit
            ):
                other = Passage(
                    passage.content, span, here, passage.language, passage.published, passage.said_on
                )
                yield Neighbour(other, item, at in (own, own - 1) and here[0] < passage.figure[0])


@lru_cache(maxsize=256)
def _sentences(content: str, sentence: Span) -> tuple[Span, ...]:
    """Return the sentences around one, and itself."""
    low, high = max(0, sentence[0] - _WINDOW), min(len(content), sentence[1] + _WINDOW)
    before, behind = (ends(content, *part, _none_opens) for part in ((low, sentence[0]), (sentence[1], high)))
    cuts = sorted({low, *before, *sentence, *behind, high})
    return tuple((start, end) for start, end in pairwise(cuts) if start < end)


def _none_opens(_at: int) -> bool:
    """Say of a quotation mark behind the end of a sentence that it closes: which one it is, is known of whole texts alone."""
    return False


def _is_alike(mine: Found | None, other: Found) -> bool:
    """Return whether two figures are of one unit; what is counted has none."""
    units = []
    for item in (mine, other):
        if item is None or not isinstance(item.reading, Quantity):
            return False
        if item.reading.share and " per " not in (item.reading.unit or ""):
            return False  # but what is offered for each share is a sum
        units.append((item.reading.unit or "").partition(" per ")[0])
    return units[0] == units[1] and units[0] not in _NOT_COMPARED
