"""Detect dates of future events: such a date may be later than its article."""

from __future__ import annotations

import re
from functools import lru_cache

from builder.proof.normal import Span

_COMING = re.compile(
    r"\b(?:will|would|shall|should|could|due|expect(?:s|ed)?|plan(?:s|ned)?|scheduled|is\s+to|are\s+to|until|next|from\s+\w+day)\b",
    re.IGNORECASE,
)
_PART = re.compile(r"[;,]\s|\s(?:and|but|while|which|who|that|after|before)\s|\s-\s")
"""Where another statement may begin: words for the future are searched only up to here."""
FARTHEST = 1_000
"""Maximum number of characters searched on either side of a date."""


@lru_cache(maxsize=8192)
def is_coming(content: str, sentence: Span, date: Span) -> bool:
    """Return whether the part of a sentence that prints a date speaks of the future."""
    low, high = max(sentence[0], date[0] - FARTHEST), min(sentence[1], date[1] + FARTHEST)
    start = max([low, *(match.end() for match in _PART.finditer(content, low, date[0]))])
    end = next((match.start() for match in _PART.finditer(content, date[1], high)), high)
    return bool(_COMING.search(content, start, end))
