"""A quotation cut to the words that may be published of it: no whole sentence, and none without its point."""

from __future__ import annotations

import re

from builder.desk.suggest.language import proposing
from builder.values.lexicon import listed
from builder.values.scripts import WHOLE, share, unspaced
from builder.values.text import count_words, spans, words

_STOP = re.compile(r"(?<=[.!?])\s+")
_SHORT = 3
"""Words of a sentence that may be quoted as a whole."""


def cut_to(quote: str, sentence: str, limit: int, language: str) -> str:
    """Return a quotation's words within the limit, and no whole sentence: not one of several that are quoted, either."""
    cut = _fitting(quote, count_words(sentence), limit, language)
    parts = [part.strip(" .!?,") for part in _STOP.split(quote)]
    if len(parts) > 1 and any(count_words(part) > _SHORT and part in cut for part in parts):
        first = next(part for part in parts if count_words(part) > _SHORT)
        return _fitting(first, count_words(first), limit, language)
    return cut


def _fitting(quote: str, whole: int, limit: int, language: str) -> str:
    """Return a quotation's words within the limit, and fewer than its sentence has."""
    if count_words(quote) >= whole:
        limit = min(limit, whole - 1)
    if count_words(quote) <= limit:
        return quote
    parts = re.split(r"(?<=[,;:])\s+", quote)
    fitting = [part.strip(" ,;:") for part in parts if 4 <= count_words(part) <= limit]
    if fitting:
        return max(fitting, key=count_words)
    if any(map(unspaced, quote)):
        return _cut_at_letters(quote, limit)
    taken = quote.split()
    loose = frozenset(listed(proposing(language).answers.loose_ends))
    while count_words(" ".join(taken)) > limit:
        taken.pop()
    while taken and words(taken[-1]) and words(taken[-1])[0].casefold() in loose:
        taken.pop()
    return " ".join(taken).strip(" ,;:")


def _cut_at_letters(quote: str, limit: int) -> str:
    """Return the beginning of a quotation in a script without spaces, as long as may be quoted."""
    left, end = limit * WHOLE, 0
    for start, stop in spans(quote):
        left -= share(quote[start])
        if left < 0:
            break
        end = stop
    return quote[:end].strip(" ,;:")
