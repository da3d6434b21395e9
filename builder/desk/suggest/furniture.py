"""What a paper says of itself to its readers, between the lines of the report: nothing of it is a claim."""

from __future__ import annotations

import re

_OWN = re.compile(
    r"\b(?:our|your)\s+(?:\w+\s+)?(?:community|readers?|newsletters?|journalism|journalists|newsroom|reporting|coverage|members|membership"
    r"|subscribers?|subscription|supporters|support|inbox|donations?|app|podcast)\b"
    r"|\b(?:subscribe|sign\s+up|donate|become\s+a\s+(?:member|supporter|subscriber))\s+(?:to|for|now|today|here|and)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r'"[^"]*"')


def is_own(paragraph: str) -> bool:
    """Return whether a paragraph speaks of the paper's newsletter, members or appeals, not in a quotation."""
    return bool(_OWN.search(_QUOTED.sub("", paragraph)))
