"""Names of countries, from CLDR: whether some words name one."""

from __future__ import annotations

import re
from functools import lru_cache

from builder.values.expressions import NEVER, alternatives
from builder.values.lexicon import base


@lru_cache(maxsize=1024)
def names_a_country(text: str, language: str) -> bool:
    """Return whether a text names a country, by the names that its language has for them."""
    return _named(base(language)).search(text) is not None


@lru_cache(maxsize=64)
def _named(language: str) -> re.Pattern[str]:
    # Slow to import, and only wanted where a figure is of a whole country.
    from babel import Locale, UnknownLocaleError

    try:
        territories = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        return re.compile(NEVER)
    names = [name for code, name in territories.items() if len(code) == 2 and code.isalpha()]
    return re.compile(rf"(?<!\w)(?:{alternatives(names)})(?!\w)", re.IGNORECASE)
