"""Units as an editor names them: "million euros" and "metres" are the units that figures are read with, EUR and m."""

from __future__ import annotations

import re
from functools import lru_cache

from builder.values.counting import PERSONS, Words, counting
from builder.values.figures import search
from builder.values.lexicon import everywhere, language_file, languages, listed
from builder.values.quantity import Quantity, base_unit, is_measure

_SPEEDS = {"km/h": "km per hour", "mph": "miles per hour", "m/s": "m per second"}
_SYMBOLS = {"t": "tonnes"}
"""What an editor means by a letter that no figure is read with: "5 t" may be anything."""


@lru_cache(maxsize=512)
def unit_of(unit: str, language: str) -> str | None:
    """Return the unit that words for it mean, as figures have it: EUR for "million euros"; None for people and things."""
    unit = _SYMBOLS.get(unit, unit)
    for code in (language, "en"):
        # Of pounds only a sum is money for certain.
        for text in (f"5 {unit}", f"5 million {unit}"):
            for found in search.find(text, code)[:1]:
                if isinstance(found.reading, Quantity) and found.reading.unit and found.start == 0:
                    return found.reading.unit
    return None


def as_read(unit: str | None, language: str) -> str | None:
    """Return a unit as figures in it are read, so that both can be held against each other; other units as they are.

    A figure is read in full: a question for "million euros" asks for euros.
    """
    if unit is None or is_measure(unit) or unit in PERSONS:
        return unit
    return unit_of(unit, language) or unit


@lru_cache(maxsize=2048)
def unit_in_words(unit: str, *printed: str) -> str:
    """Return a unit as English says it behind a figure: "US dollars" for USD, "euros per share" for "EUR per share".

    Names of currencies are those of CLDR; units without one stay. Whose currency it is, is left out if one of the figures ``printed``
    has a sign or a word of it that does not say so: "$38 billion" is in dollars.
    """
    # Slow to import, and many builds have no money.
    from babel.numbers import get_currency_name

    of, per, each = unit.partition(" per ")
    if len(of) == 3 and of.isupper():
        named = get_currency_name(of, count=2, locale="en")
        bare = any(_leaves_open(words, of) for words in printed)
        of = of if named == of else named.rpartition(" ")[2] if bare else named
    return f"{of}{per}{each}"


_TOKENS = re.compile(r"[^\W\d_]+|[$€£¥\u20a0-\u20cf]")


def _tokens(text: str) -> list[str]:
    return _TOKENS.findall(text.casefold())


def _leaves_open(printed: str, currency: str) -> bool:
    """Return whether a printed sum has a sign or a word of its currency, and none that says whose it is."""
    tokens, forms = _tokens(printed), _forms()
    if currency.casefold() in tokens or forms[""].isdisjoint(tokens):
        return False
    return not any(
        tuple(tokens[at : at + size]) in forms.get(currency, ())
        for size in range(2, len(tokens) + 1)
        for at in range(len(tokens) - size + 1)
    )


@lru_cache(maxsize=1)
def _forms() -> dict[str, frozenset[object]]:
    """Return the words that say whose currency it is, by its code, and under "" signs and words of any that do not.

    The euro is of no one country: all that stands beside its name are particles, as in French "d'euros".
    """
    every = everywhere()
    found: dict[str, set[object]] = {"": set()}
    tables = [every.signs.items(), every.words.items()]
    for language in filter(None, map(language_file, languages())):
        particles = {token for form in listed(language.money.get("EUR", "")) for token in _tokens(form)}
        for table in (language.money, language.money_scaled):
            for code, forms in table.items():
                for form in listed(forms):
                    tokens = [token for token in _tokens(form) if code == "EUR" or token not in particles]
                    _add(found, code, tokens)
    for items in tables:
        for form, code in items:
            _add(found, code, _tokens(form))
    return {code: frozenset(forms) for code, forms in found.items()}


def _add(found: dict[str, set[object]], code: str, tokens: list[str]) -> None:
    if len(tokens) == 1:
        found[""].add(tokens[0])
    elif tokens:
        found.setdefault(code, set()).add(tuple(tokens))


def same_unit(one: str | None, other: str | None, languages: tuple[str, str]) -> bool:
    """Return whether two units measure the same: km and m, "EUR per share" and "EUR per aktie". Each has its language."""
    if base_unit(one)[0] == base_unit(other)[0]:
        return True
    one, other = (_SPEEDS.get(unit or "", unit) for unit in (one, other))
    if one == other:
        return True
    (of, _, each), (other_of, _, other_each) = ((unit or "").partition(" per ") for unit in (one, other))
    if not each or not other_each or base_unit(of)[0] != base_unit(other_of)[0]:
        return False
    # What is read is in its text's language, or in English.
    return same_thing(each, other_each, languages)


def same_thing(one: str, other: str, languages: tuple[str, str]) -> bool:
    """Return whether two nouns are of one thing: German "Auto" and "car". Each has its language."""
    return bool(_things(one, languages[0]) & _things(other, languages[1]))


@lru_cache(maxsize=512)
def _things(words: str, language: str) -> frozenset[str]:
    return frozenset(
        name
        for code in {language, "en"}
        for term in counting(code).matters.find(Words(words))
        for name in term.sets
    )
