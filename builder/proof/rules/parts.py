"""Rules on parts: a figure that is printed as part of another one has ``part_of``, and no other does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from builder.content.model import Claim
from builder.proof import kinds
from builder.proof.asked.asks import Asks, printed_words
from builder.proof.case import ClaimCase, Finding
from builder.values import quantity
from builder.values.counting import Words
from builder.values.expressions import alternatives, optional
from builder.values.lexicon import language_file
from builder.values.quantity import Quantity
from builder.values.text import normalise


@lru_cache(maxsize=64)
def _within(language: str) -> re.Pattern[str]:
    """Return a pattern for words before a figure that make it a part of another: "including"."""
    file = language_file(language)
    phrases = file.counted.within if file is not None else ""
    articles = optional(file.saying.articles) if file is not None else ""
    return re.compile(rf"\b(?:{alternatives(phrases)})\s*{articles}\Z", re.IGNORECASE)


def marked(case: ClaimCase) -> Iterator[Finding]:
    """A figure that is printed as part of another one has ``part_of``, and no other does."""
    value = case.claim.value
    if not isinstance(value, Quantity) or case.printed is None:
        return
    if case.claim.part_of is None:
        yield from marked_part(case)
        return
    if all(claim.id != case.claim.part_of for claim in case.beside):
        return  # reported by ``ClaimReader``
    whole = next((claim for claim in _others(case) if claim.id == case.claim.part_of), None)
    if whole is None or not isinstance(whole.value, Quantity):
        yield Finding(kinds.PART_UNFIT, ("part_of",), f'"{case.claim.part_of}" has no figure of that unit')
        return
    least, most = value.low or 0, whole.value.high
    if most is not None and least > most:
        message = f"{quantity.caption(value)} cannot be a part of {quantity.caption(whole.value)}"
        yield Finding(kinds.PART_UNFIT, ("part_of",), message)
    elif normalise(whole.printed) not in case.content_of(case.near):
        yield Finding(kinds.PART_UNFIT, ("part_of",), f'"{whole.printed}" does not stand in the passage')


def _others(case: ClaimCase) -> list[Claim]:
    """Return the article's other figures of the claim's unit."""
    return [
        claim
        for claim in case.beside
        if isinstance(claim.value, Quantity) and claim.id != case.claim.id and claim.unit == case.claim.unit
    ]


def marked_part(case: ClaimCase) -> Iterator[Finding]:
    """A figure that the text marks as a part of one that another claim has."""
    if case.printed is None or not isinstance(case.claim.value, Quantity):
        return
    before = case.content_of((case.sentence[0], case.printed[0]))
    named = printed_words(case.question.printed_as)
    behind = case.content_of((case.printed[0], case.sentence[1])).partition(",")[0]
    if named.find(Words(behind)) and not named.find(Words(before)):
        return  # "including three in intensive care", where just those are asked for
    if Asks(case.question, case.book.site.settings.language).shares(behind, before, case.article.language):
        return  # "240 aboard, among them 20 crew", where the crew is asked for
    if _within(case.article.language).search(before) and any(
        normalise(claim.printed) in before for claim in _others(case)
    ):
        yield Finding(
            kinds.PART_UNMARKED, (), f'the text counts "{case.claim.printed}" within another figure'
        )
