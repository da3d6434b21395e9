"""Find texts that share passages, and so may be copies of one text, wholly or in part.

The measure is containment of 5-word shingles outside quotation marks: the share of the shorter text's runs of
five words that the other text has too. Quotations are left out, as two reporters may quote the same words. A pair is
flagged from ``CONTAINMENT``, or if it shares one run of ``RUN`` words. Measured on five independent reports of one
event the highest containment was .028; a partial reprint had .285, and true copies in the research average 30 %.

An inverted index from shingle to texts is used, so only texts that share a shingle are paired. Shingles in more than
``COMMON`` texts (boilerplate, names of institutions) are not evidence of copying and are skipped, which keeps the time
nearly linear in the total number of words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations

from msgspec import Struct

from builder.values.text import normalise, runs, weight, words

SHINGLE = 5
CONTAINMENT = 0.10
RUN = 12
COMMON = 30

_QUOTATION = re.compile(r'"[^"]{0,600}"')


class Reuse(Struct, frozen=True):
    """Two texts that share passages."""

    a: str
    b: str
    containment: float
    """Share of the shorter text's shingles that both have, 0 to 1."""
    run: int
    """Longest run of consecutive words that both have."""


def shared_passages(texts: Mapping[str, str]) -> tuple[Reuse, ...]:
    """Return the pairs of texts that look like copies, sorted by containment, highest first. ``texts`` are given by name."""
    found = {name: _words(text) for name, text in texts.items()}
    shingles = {name: _shingles(run) for name, run in found.items()}
    holders: dict[tuple[str, ...], list[str]] = {}
    for name in sorted(shingles):
        for shingle in shingles[name]:
            holders.setdefault(shingle, []).append(name)
    shared: Counter[tuple[str, str]] = Counter()
    for names in holders.values():
        if 1 < len(names) <= COMMON:
            shared.update(combinations(names, 2))
    flagged = []
    for (a, b), number in shared.items():
        containment = number / min(len(shingles[a]), len(shingles[b]))
        # Fewer shared shingles than a run of RUN words has cannot hold one.
        if containment < CONTAINMENT and number <= RUN - SHINGLE:
            continue
        run = _longest_run(found[a], found[b])
        if containment >= CONTAINMENT or run >= RUN:
            flagged.append(Reuse(a, b, round(containment, 3), run))
    return tuple(sorted(flagged, key=lambda reuse: (-reuse.containment, -reuse.run, reuse.a, reuse.b)))


def containment(a: str, b: str) -> float:
    """Return the share of the shorter text's shingles that both texts have, 0 to 1; 0 if one has no shingles."""
    left, right = _shingles(_words(a)), _shingles(_words(b))
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


def _words(text: str) -> list[str]:
    """Return the case-folded words outside quotation marks; a quotation breaks a run."""
    return [word.casefold() for part in _outside(text) for word in (*words(part), "\n")]


def _outside(text: str) -> Iterator[str]:
    # Paragraph by paragraph, so that an unpaired quotation mark affects only its own paragraph.
    for paragraph in text.split("\n"):
        yield from _QUOTATION.split(normalise(paragraph))


def _shingles(run: list[str]) -> set[tuple[str, ...]]:
    return {shingle for shingle in runs(run, SHINGLE) if "\n" not in shingle}


def _longest_run(a: list[str], b: list[str]) -> int:
    """Return how many words the longest run in both has. Where both have one of some length, they have all shorter ones: it is
    sought by halving."""
    number: dict[str, int] = {}
    # Words become numbers; line ends become numbers that differ between the texts, so that no run crosses them.
    left, right = (
        [
            own - at if word == "\n" else number.setdefault(word, len(number) + 1)
            for at, word in enumerate(run)
        ]
        for own, run in ((-1, a), (-1 - len(a), b))
    )
    low, high, end = 0, min(len(a), len(b)), 0
    while low < high:
        length = (low + high + 1) // 2
        found = _share(left, right, length)
        if found is not None:
            low, end = length, found
        else:
            high = length - 1
    return weight(a[end - low : end])


_BASE, _PRIME = 1_000_003, 2**61 - 1


def _share(a: list[int], b: list[int], length: int) -> int | None:
    """Return where in the first of two rows a run of a length ends that both have: equal sums are rare enough to be looked at."""
    places: dict[int, int] = {}
    for end, total in _sums(a, length):
        places.setdefault(total, end)
    return next(
        (
            other
            for end, total in _sums(b, length)
            if (other := places.get(total)) is not None and a[other - length : other] == b[end - length : end]
        ),
        None,
    )


def _sums(row: list[int], length: int) -> Iterator[tuple[int, int]]:
    """Yield the end and the rolling hash of each run of ``length``."""
    gone = pow(_BASE, length, _PRIME)
    total = 0
    for end, value in enumerate(row, start=1):
        total = (total * _BASE + value - (row[end - length - 1] * gone if end > length else 0)) % _PRIME
        if end >= length:
            yield end, total
