"""Whether who says something stands behind it: "..., the ministry said in a statement on Monday."."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from builder.desk.suggest.language import any_of, before, proposing
from builder.proof.normal import Span
from builder.values import speech
from builder.values.letters import CAPITAL

REACH = 300
"""How many characters before a name or a figure are looked at."""


class _Trailing(Struct, frozen=True):
    comma: re.Pattern[str]
    how: re.Pattern[str]
    other: re.Pattern[str]


@lru_cache(maxsize=64)
def _words(language: str) -> _Trailing:
    words = proposing(language).speakers
    # The second part of a verb belongs to it: "..., teilte die Reederei am Montag mit".
    rests = any_of(*sorted({verb.rest for verb in speech.parted(language)}))
    name = rf"{CAPITAL}[\w'-]*(?:\s+{CAPITAL}[\w'-]+){{0,8}}(?=\s+{any_of(words.then)}\b|[.,\"])"
    # Up to three of them, and each to the end of a word: how they could be told apart in other ways is soon gone through.
    how = (
        rf"(?:\s+(?:{any_of(words.told_in)}\s+[\w\s]{{1,60}}(?!\w)|{any_of(words.told)}(?!\w)|{before(words.articles)}?{name}"
        rf"|{rests}(?!\w)|[\w\s]{{0,30}}{any_of(words.told_outside)}[\w\s]{{0,100}}(?!\w))){{0,3}}\s*[.,\"]"
    )
    return _Trailing(
        re.compile(rf"[,\"]\s*{before(words.articles)}?(?:[\w'’.-]+\s+){{0,8}}{before(words.articles)}?\Z"),
        re.compile(how),
        re.compile(rf"\b{any_of(words.others)}\b"),
    )


def trails(content: str, start: int, end: int, sentence: Span, language: str = "en") -> bool:
    """Return whether "X said", at a place in a sentence, stands behind what is said: after a comma, with little to follow."""
    words = _words(language)
    comma = words.comma.search(content, max(sentence[0], start - REACH), start)
    if comma is None or start == sentence[0] or words.other.search(comma[0]):
        return False
    rest = content[end : sentence[1]].partition(";")[0]
    return (
        words.how.match(rest) is not None
        or (len(rest.split()) <= 4 and not any(map(str.isdigit, rest)))
        or '"' in comma[0]
    )
