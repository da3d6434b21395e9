"""Whether a text speaks of what is still to come where it prints a day: such a day may lie after the article."""

from __future__ import annotations

import re

from builder.proof.normal import Span

_COMING = re.compile(
    r"\b(?:will|would|shall|should|could|due|expect(?:s|ed)?|plan(?:s|ned)?|scheduled|is\s+to|are\s+to|until|next|from\s+\w+day)\b",
    re.IGNORECASE,
)
_PART = re.compile(r"[;,]\s|\s(?:and|but|while|which|who|that|after|before)\s|\s-\s")
"""Where another statement may begin: what is said to come is looked for no further."""


def is_coming(content: str, sentence: Span, date: Span) -> bool:
    """Return whether the part of a sentence in which a date stands speaks of what is still to come."""
    start = max([sentence[0], *(match.end() for match in _PART.finditer(content, sentence[0], date[0]))])
    end = next((match.start() for match in _PART.finditer(content, date[1], sentence[1])), sentence[1])
    return bool(_COMING.search(content, start, end))
