"""Words that say no: denials, what was not found or not possible, what could not be confirmed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.proof.normal import Span

_DENIAL = re.compile(
    r"\b(?:(?:could|can|did|does|do|was|were|is|are|has|have|had|will|would|may|might)\s+not\b"
    r"|cannot\b|(?:could|did|does|do|was|were|is|are|has|have|had|would|wo|ca)n't\b"
    r"|not\s+(?:possible|able|been|guilty|immediately)\b|unable\s+to\b|impossible\s+to\b|denie[sd]\b|denying\b|rejects?\b|rejected\b|refuted\b"
    r"|disput(?:es|ed)\b|no\s+(?:sign|evidence|indication|proof|trace|word|reason|[a-z]+\s+(?:had|has|have|was|were|is|are))\b|neither\b"
    r"|none\s+of\b|never\b|negative\b|without\s+(?:a\s+)?(?:result|success|agreement)\b|failed\s+to\b|refused\s+to\b|pleaded\s+not\b)",
    re.IGNORECASE,
)
_END = re.compile(r"[;,.:!?\"]|\s(?:but|while|which|who|because|after)\s")
# "The police denied it": what is denied stands in the sentence before.
_BACK = re.compile(
    r"\b(?:it|this|that|so|(?:the|these|those|any)\s+(?:accusations?|allegations?|claims?|reports?|charges?|account|them))\s*[.\"]?\Z",
    re.IGNORECASE,
)


def denials(content: str, sentence: Span) -> Iterator[tuple[Span, bool]]:
    """Yield each passage outside quotation marks that says no, to the end of its clause, and whether it points back."""
    for match in _DENIAL.finditer(content, *sentence):
        if content.count('"', sentence[0], match.start()) % 2:
            continue
        end = _END.search(content, match.end(), sentence[1])
        span = (match.start(), end.start() if end else sentence[1])
        yield span, bool(_BACK.search(content[slice(*span)]))
