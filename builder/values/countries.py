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


@lru_cache(maxsize=1024)
def country_mentions(text: str, language: str) -> tuple[tuple[int, int, str], ...]:
    """Return where a text names countries, each with its code, by the names that its language has for them."""
    codes = _codes(base(language))
    found = ((match.span(), match[0].casefold()) for match in _named(base(language)).finditer(text))
    return tuple((start, end, codes.get(name, name)) for (start, end), name in found)


@lru_cache(maxsize=512)
def called_by(code: str, language: str) -> tuple[str, ...]:
    """Return by what else a text may speak of a country: the languages that are official there, as its own language names them."""
    from babel import Locale, UnknownLocaleError
    from babel.languages import get_official_languages

    try:
        names = Locale.parse(base(language)).languages
    except (UnknownLocaleError, ValueError):
        return ()
    return tuple(names[one] for one in get_official_languages(code, de_facto=True) if one in names)


@lru_cache(maxsize=512)
def is_home_of(code: str, language: str) -> bool:
    """Return whether a language is official in a country, so that a text in it may be from there."""
    from babel.languages import get_official_languages

    return base(language) in get_official_languages(code, de_facto=True)
