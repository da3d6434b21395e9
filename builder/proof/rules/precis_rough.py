"""The rule on rough numbers in a précis: "dozens" and "half of them" have something in the text or a claim that they may tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from builder.proof import kinds
from builder.proof.case import ArticleCase, Finding
from builder.proof.rules.precis_names import LOOKED_AT
from builder.values.expressions import NEVER, alternatives
from builder.values.figures import search
from builder.values.lexicon import language_file
from builder.values.quantity import Modifier, Number, Quantity
from builder.values.text import normalise, without_targets

_LEAST = 10
"""A rougher word than "dozens" may count what the text names one by one: "a handful", "several"."""
_SOME = 200
"""So many numbers of a text are set against each other for a share."""
_NEAR = 0.02
"""How far a share in figures may be from the one in words: 49 percent are half."""


def rough(case: ArticleCase) -> Iterator[Finding]:
    """Every rough number and share of the précis tells something that the text prints, or a claim has."""
    text, site = case.text, case.book.site.settings.language
    if text is None or language_file(site) is None or language_file(case.article.language) is None:
        return
    prose = normalise(without_targets(case.article.precis))
    numbers = [*text.numbers(case.article.language)]
    readings = [found.reading for found in text.figures(case.article.language)]
    readings += [claim.value for claim in case.article.claims if isinstance(claim.value, Quantity)]
    numbers += [
        bound
        for read in readings
        if isinstance(read, Quantity)
        for bound in (read.low, read.high)
        if bound is not None
    ]
    scales = {read.scale for read in readings if isinstance(read, Quantity) and read.scale}
    for found in search.find(prose, site)[:LOOKED_AT]:
        read = found.reading
        if not isinstance(read, Quantity) or read.modifier is not Modifier.VAGUE or not read.scale:
            continue
        if read.scale < _LEAST or read.scale in scales or _has_one_of(numbers, read.scale):
            continue
        words = prose[found.number[0] : found.number[1]]
        message = f'neither the text nor a claim has a number for "{words}"'
        yield Finding(kinds.PRECIS_UNPROVED, ("precis",), message, words)
    shares = _fractions(case.article.language)
    printed = {shares.value(match) for match in shares.any.finditer(text.content)}
    told = {match[0].casefold(): match for match in _fractions(site).of.finditer(prose)}
    for match in list(told.values())[:LOOKED_AT]:
        part = _fractions(site).value(match)
        if part in printed or _has_share(numbers, 1 / part):
            continue
        message = f'neither the text nor a claim has a share such as "{match[0]}"'
        yield Finding(kinds.PRECIS_UNPROVED, ("precis",), message, match[0])


def _has_one_of(numbers: list[Number], scale: Number) -> bool:
    """Return whether a number is so many that a word says: 36 are dozens, 150 no hundreds, but nobody is misled."""
    return any(scale <= number < 100 * scale for number in numbers)


def _has_share(numbers: list[Number], share: float) -> bool:
    """Return whether a percentage, or two numbers of a text, make a share."""
    some = [float(number) for number in dict.fromkeys(numbers)][:_SOME]
    if any(abs(number / 100 - share) <= _NEAR for number in some):
        return True
    return any(whole and abs(part / whole - share) <= _NEAR for whole in some for part in some)


class _Fractions:
    """The names of parts in one language."""

    def __init__(self, named: dict[str, int], of: str) -> None:
        self._named = {name.casefold(): part for name, part in named.items()}
        words = alternatives(self._named) if named else NEVER
        self.any = re.compile(rf"(?<!\w)(?P<part>{words})(?!\w)", re.IGNORECASE)
        """Any of them, as a text prints it."""
        self.of = re.compile(rf"(?<!\w)(?P<part>{words})\s+(?:{alternatives(of)})(?!\w)", re.IGNORECASE)
        """One with "of" behind it: "half of"."""

    def value(self, match: re.Match[str]) -> int:
        """Return into how many parts the whole is cut."""
        return self._named[match["part"].casefold()]


@lru_cache(maxsize=64)
def _fractions(language: str) -> _Fractions:
    file = language_file(language)
    return _Fractions(file.shares.fractions, file.shares.of) if file else _Fractions({}, "")
