"""What cannot be read in a language because its file does not say it, or because it has none."""

from __future__ import annotations

from functools import lru_cache

from builder.values.language_parts import Dates
from builder.values.lexicon import language_file

HEDGES = "hedges"
SAYING = "verbs of saying"
DATES = "dates in words"
TURNING = "negations and caveats"
SPELLINGS = "spellings"
"""How names change in other cases."""
NAMES = "names"
"""Which words of a précis are names."""


@lru_cache(maxsize=64)
def lacking(language: str) -> tuple[str, ...]:
    """Return what cannot be read in a language, in words for an editor; nothing where its file is complete."""
    file = language_file(language)
    if file is None:
        return (HEDGES, SAYING, DATES, TURNING, SPELLINGS, NAMES)
    parts = (
        (SAYING, bool(file.saying.verbs)),
        (DATES, file.dates != Dates()),
        (TURNING, bool(file.turning.negations)),
        (NAMES, bool(file.names.endings)),
    )
    return tuple(what for what, there in parts if not there)
