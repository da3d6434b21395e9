"""Whether who says something stands behind it: "..., the ministry said in a statement on Monday."."""

from __future__ import annotations

import re

from builder.proof.normal import Span

REACH = 300
"""How many characters before a name or a figure are looked at."""
_COMMA = re.compile(r"[,\"]\s*(?:(?:the|a|an|its|their)\s+)?(?:[\w'’.-]+\s+){0,8}\Z")
# Up to three of them, and each to the end of a word: how they could be told apart in other ways is soon gone through.
_HOW = re.compile(
    r"(?:\s+(?:in\s+an?\s+[\w\s]{1,60}(?!\w)|th(?:is|e)\s+(?:news)?(?:paper|agency|station|magazine)"
    r"|(?:the\s+)?[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+){0,8}(?=\s+(?:on|late|earlier)\b|[.,\"])|reporters|journalists|parliament"
    r"|state\s+television|on\s+\w+(?!\w)|late\s+on\s+\w+(?!\w)|earlier|later|[\w\s]{0,30}outside[\w\s]{0,100}(?!\w))){0,3}\s*[.,\"]"
)
_OTHER = re.compile(r"\b(?:while|but|whereas)\b")


def trails(content: str, start: int, end: int, sentence: Span) -> bool:
    """Return whether "X said", at a place in a sentence, stands behind what is said: after a comma, with little to follow."""
    comma = _COMMA.search(content, max(sentence[0], start - REACH), start)
    if comma is None or start == sentence[0] or _OTHER.search(comma[0]):
        return False
    rest = content[end : sentence[1]]
    return _HOW.match(rest) is not None or len(rest.split()) <= 4 or '"' in comma[0]
