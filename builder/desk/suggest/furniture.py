"""What a paper says of itself to its readers, between the lines of the report: nothing of it is a claim."""

from __future__ import annotations

import re
from functools import lru_cache

from builder.values.expressions import alternatives
from builder.values.lexicon import language_file, listed

_SIGNED = 120
"""Characters of the longest line that says who worked on a report."""
_QUOTED = re.compile(r'"[^"]*"')


@lru_cache(maxsize=64)
def _own(language: str) -> re.Pattern[str]:
    file = language_file(language)
    if file is None:
        return re.compile("(?!)")
    page = file.page
    own = rf"\b(?:{alternatives(page.own)})\s+(?:\w+\s+)?(?:{alternatives(page.own_things)})\b"
    asked = alternatives([*listed(page.appeals), *listed(page.corrections)])
    # A short line on who worked on it: "Edited by Ada Holm, with Bo Lind in Osk"
    signed = rf"\A\W{{0,3}}(?:{alternatives(page.signed)})\s(?!.*[.!?]\s)(?=.{{1,{_SIGNED}}}\Z)"
    return re.compile(rf"{own}|\b(?:{asked})\b|{signed}", re.IGNORECASE)


def is_own(paragraph: str, language: str = "en") -> bool:
    """Return whether a paragraph speaks of the paper's newsletter, members, appeals or mistakes, not in a quotation."""
    return bool(_own(language).search(_QUOTED.sub("", paragraph)))
