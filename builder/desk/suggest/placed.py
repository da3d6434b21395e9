"""Which place of a sentence answers where something happened, where it went, or where somebody comes from."""

from __future__ import annotations

import re
from functools import lru_cache

from builder.desk.suggest.about import Asked
from builder.desk.suggest.happened import events
from builder.desk.suggest.language import any_of, before, proposing
from builder.proof.normal import Span
from builder.values.lexicon import language_file, listed

_REACH = 80
"""How many characters before a name may say what the place is to what happens."""
WAY = 0.15
"""How much it speaks for a place that the text says the way that is asked: to it, from it."""


@lru_cache(maxsize=64)
def _words(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return expressions up to a name: where something is, where it goes, where it comes from; and one from its end on."""
    words, said, file = proposing(language).answers, events(language), language_file(language)
    at = listed(file.counted.at) if file is not None else []
    ways = {*listed(said.to), *listed(said.from_)}
    where = ",".join(dict.fromkeys([*at, *(word for word in listed(words.where) if word not in ways)]))
    kinds = rf"{before(words.the)}?(?:\w+\s+)??(?:{before(words.the)}?{before(words.kinds)})?"

    def led(phrases: str) -> re.Pattern[str]:
        return re.compile(rf"\b{before(phrases)}{kinds}\Z", re.IGNORECASE)

    return led(where), led(said.to), led(said.from_), re.compile(rf"{any_of(said.bound)}\b")


def way(asked: Asked, content: str, sentence: Span, name: Span, language: str, *, beside: bool = False) -> float | None:
    """Return how much speaks for a place by the words around its name; ``None`` if they say that it is no answer.

    ``beside``: whether what happens stands directly before it: "left Osk".
    """
    at, to, from_, bound = _words(language)
    before_it = content[max(sentence[0], name[0] - _REACH) : name[0]]
    if asked.to:
        if bound.match(content, name[1]) or to.search(before_it):
            return WAY
        return None
    if asked.from_:
        return WAY if beside or from_.search(before_it) or at.search(before_it) else None
    return 0.0 if at.search(before_it) else None
