"""How much of a text the site gives away in sum: the words of it that stand in runs that the site's own strings have too.

One short fragment takes nothing from its publisher; forty of them may be the article. So fragments are added up, as they are by a
reader who collects them. Runs of fewer words than ``RUN`` are what any two texts on one matter share, and are not counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from msgspec import Struct

from builder.proof.text import Text
from builder.values.scripts import WHOLE, share
from builder.values.text import runs, weight, words

RUN = 4
"""Words in a row from which published words count as the text's."""
LIMIT = Fraction(1, 4)
"""The part of a text's words that may be published in sum."""
LEAST = 3
"""So many fragments of the site's limit may be published of any text: of a notice of a hundred words a headline and two figures are a third."""
APART = 8
"""Words of the text that must lie between two of its published fragments."""
TOGETHER = 15
"""So many words may all fragments have together that stand closer; where one quotation may have more, so many more."""


class Budget(Struct, frozen=True):
    """The words of one text that are published in runs of ``RUN`` and more."""

    words: int
    """How many words of the text stand in such runs."""
    of: int
    """How many words the text has."""

    @property
    def percent(self) -> int:
        """The share in percent, rounded up: a promise of at most a quarter is not kept by rounding."""
        return -(-100 * self.words // self.of) if self.of else 0

    def most(self, fragment: int) -> int:
        """Return how many percent may be published, where a fragment has at most so many words: more than ``LIMIT`` of a short text."""
        return max(int(100 * LIMIT), 100 * LEAST * fragment // self.of) if self.of else int(100 * LIMIT)

    def exceeds(self, fragment: int) -> bool:
        """Return whether more is published than ``LIMIT``; of a short text, than ``LEAST`` fragments of so many words."""
        return self.words > LEAST * fragment and self.words > LIMIT * self.of


def measure(text: Text, published: Iterable[str]) -> Budget:
    """Return how much of a text some published strings give away. No run goes across two strings."""
    held = {run for string in published for run in runs(_folded(words(string)), RUN)}
    printed = text.folded
    covered = bytearray(len(printed))
    end = 0
    for start, run in enumerate(runs(printed, RUN)):
        if run in held:
            first, end = max(start, end), start + len(run)
            covered[first:end] = b"\1" * (end - first)
    shares = sum(share(word) for word, is_held in zip(printed, covered, strict=True) if is_held)
    return Budget(-(-shares // WHOLE), weight(printed))


def _folded(found: list[str]) -> list[str]:
    return [word.casefold() for word in found]
