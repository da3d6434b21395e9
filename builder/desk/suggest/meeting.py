"""Where a sentence says what a question names."""

from __future__ import annotations

import math
from functools import lru_cache

from builder.desk.suggest.about import Concept
from builder.desk.suggest.happened import ALIKE, Read
from builder.desk.suggest.words import stem
from builder.proof.names import Names
from builder.values.counting import is_part, says

_COGNATE = 5
"""Letters that a word shares with the same one in another language."""


def met(concept: Concept, reading: Read, names: Names, across: bool) -> list[tuple[int, int]]:
    """Return where a sentence says a concept."""
    found = [
        (term.start, term.end)
        for term in reading.terms
        if term.happened & concept.happened
        or any(term.happened & ALIKE[name] for name in concept.happened & ALIKE.keys())
        or term.things & concept.things
        or (
            concept.happened
            and term.happened
            and (says(concept.happened, term.happened) or is_part(term.happened, concept.happened))
        )
    ]
    if "announced" in concept.happened:
        found += reading.saying
    if concept.ids:
        found += [m.span for m in names.mentions(reading.text) if m.ids & concept.ids]
    if not (concept.happened or concept.things) or concept.ids:
        for word in concept.words:
            found += _alike(word, reading, across)
    return sorted(set(found))


def _alike(wanted: str, reading: Read, across: bool) -> list[tuple[int, int]]:
    found = []
    for word, start, end in zip(reading.words.words, reading.words.starts, reading.words.ends, strict=True):
        same = stem(word, reading.language) == wanted or word == wanted
        if not same and across and len(wanted) >= _COGNATE and len(word) >= _COGNATE:
            longest = max(_COGNATE, math.ceil(0.6 * max(len(wanted), min(len(word), len(wanted) + 3))))
            same = _plain(word)[:longest] == _plain(wanted)[:longest] and len(wanted) >= longest
        if same:
            found.append((start, end))
    return found


@lru_cache(maxsize=50_000)
def _plain(word: str) -> str:
    return word.translate(_ACCENTS)


_ACCENTS = str.maketrans("áàâäéèêëíìîïóòôöúùûüçñ", "aaaaeeeeiiiioooouuuucn") | {ord("k"): "c"}
