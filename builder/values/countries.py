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


@lru_cache(maxsize=1024)
def countries_in(text: str, language: str) -> frozenset[str]:
    """Return the codes of the countries that a text names, by the names that its language has for them."""
    found = (match[0].casefold() for match in _named(base(language)).finditer(text))
    return frozenset(_codes(base(language)).get(name, name) for name in found)


@lru_cache(maxsize=64)
def _codes(language: str) -> dict[str, str]:
    """Return the code of each country by its name in small letters."""
    return {name.casefold(): code for code, name in _territories(language).items()}


@lru_cache(maxsize=64)
def _named(language: str) -> re.Pattern[str]:
    names = _territories(language).values()
    return re.compile(rf"(?<!\w)(?:{alternatives(names)})(?!\w)" if names else NEVER, re.IGNORECASE)


@lru_cache(maxsize=64)
def _territories(language: str) -> dict[str, str]:
    # Slow to import, and only wanted where a figure is of a whole country, or of a part in one.
    from babel import Locale, UnknownLocaleError

    try:
        territories = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        return {}
    return {code: name for code, name in territories.items() if len(code) == 2 and code.isalpha()}
