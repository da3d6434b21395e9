"""Rules on figures: hedges kept, nothing overridden, the right thing counted, parts marked as parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from builder.content.vocabulary import Answer
from builder.proof import kinds
from builder.proof.case import ClaimCase, Finding
from builder.values import quantity
from builder.values.expressions import alternatives, optional
from builder.values.figures import reader, search
from builder.values.figures.reasons import Reason
from builder.values.figures.refusal import Refusal
from builder.values.figures.search import Found
from builder.values.language_parts import Counting
from builder.values.lexicon import base, language_file, listed
from builder.values.quantity import Modifier, Number, Quantity, base_unit
from builder.values.text import normalise, words


class _Counting(Struct, frozen=True):
    """What a language's words say is counted."""

    words: dict[str, tuple[str, ...]]
    """What is counted -> beginnings of the words by which papers say so."""
    ignored: frozenset[str]
    within: re.Pattern[str]
    """Up to a figure, that it is part of another."""


@lru_cache(maxsize=64)
def _counting(language: str) -> _Counting:
    file = language_file(language)
    said = file.counting if file is not None else Counting()
    articles = optional(file.saying.articles) if file is not None else ""
    return _Counting(
        {word: tuple(listed(beginnings)) for word, beginnings in said.words.items()},
        frozenset(listed(said.ignored)),
        re.compile(rf"\b(?:{alternatives(said.within)})\s*{articles}\Z", re.IGNORECASE),
    )


@lru_cache(maxsize=256)
def _figures(sentence: str, language: str) -> tuple[Found, ...]:
    """Return the figures of a sentence. Several claims are taken from one."""
    return tuple(search.find(sentence, language))


def hedge_dropped(case: ClaimCase) -> Iterator[Finding]:
    """Read the figure as its sentence prints it: the words beside it must leave the meaning that the claim has."""
    read, language = case.claim.value, case.article.language
    if not isinstance(read, Quantity) or case.printed is None:
        return
    if not isinstance(reader.read(case.claim.printed, language), Quantity):
        return  # stated by hand
    start, end = case.sentence
    first, last = case.printed
    for found in _figures(case.content_of((start, end)), language):
        number = (found.number[0] + start, found.number[1] + start)
        if number[1] <= first or last <= number[0]:
            continue
        if found_differs := _differs(read, found.reading):
            before = case.content_of((found.start + start, first)).strip()
            after = case.content_of((last, found.end + start)).strip()
            if before or after:
                place = f'"{before}" before it' if before else f'"{after}" after it'
                message = f"the text has {place}: {found_differs}"
                yield Finding(kinds.HEDGE_DROPPED, ("printed",), message)
        return


def _differs(read: Quantity, again: Quantity | Refusal) -> str | None:
    """Say how a figure reads with all its words, if that differs."""
    if isinstance(again, Refusal):
        return again.says if again.reason in (Reason.WORD, Reason.SIGN) else None
    if _means(again) == _means(read):
        return None
    return f"{quantity.caption(again)}, not {quantity.caption(read)}"


def _means(figure: Quantity) -> tuple[object, ...]:
    return (figure.modifier, figure.near, figure.low, figure.high, figure.unit, figure.share)


def overridden(case: ClaimCase) -> Iterator[Finding]:
    """A figure given by hand must not contradict printed words that can be read, nor invent one."""
    given = case.claim.value
    if not isinstance(given, Quantity) or "modifier" not in case.entry:
        return
    printed = case.claim.printed
    read = reader.read(printed, case.article.language)
    if isinstance(read, Quantity):
        if (read.modifier, read.low, read.high) != (given.modifier, given.low, given.high):
            message = f'"{printed}" reads as {quantity.caption(read)}, not {quantity.caption(given)}'
            yield Finding(kinds.FIGURE_OVERRIDDEN, ("modifier",), message)
        return
    if not given.bounded:
        return
    listed = len(case.book.places.mentions(normalise(printed)))
    if listed and (given.low, given.high) == (listed, listed) and given.modifier is Modifier.EXACTLY:
        return
    if not all(_prints(printed, bound, case.article.language) for bound in {given.low, given.high} - {None}):
        message = f'"{printed}" holds no figure such as {quantity.caption(given)}'
        yield Finding(kinds.FIGURE_OVERRIDDEN, ("modifier",), message)


def _prints(printed: str, bound: Number | None, language: str) -> bool:
    """Return whether words that are not read print the digits of a bound that an editor read in them, or its words."""
    if any(value == bound for _, _, value in search.numbers(printed, language)):
        return True
    digits = quantity.print_number(bound or 0).replace(",", "").replace(".", "").strip("0") or "0"
    return digits in "".join(char for char in printed if char.isdigit())


def counts_printed(case: ClaimCase) -> Iterator[Finding]:
    """The passage says what the claim counts."""
    if not case.is_a(Answer.QUANTITY) or not case.claim.counts:
        return
    said = [word.casefold() for word in words(case.content_of(case.sentence))]
    wanted = [word for word in words(case.claim.counts.casefold()) if len(word) > 2]
    counting = _counting(case.article.language)
    ours = base(case.article.language) == base(case.book.site.settings.language)
    # In another language than the site's only what the language's file translates can be looked for.
    sought = wanted if ours else [word for word in wanted if word in counting.words]
    if (ours or sought) and not any(_meant(word, said, counting) for word in sought):
        message = f'nothing in the sentence says "{case.claim.counts}"'
        yield Finding(
            kinds.COUNTS_NOT_PRINTED, ("counts" if "counts" in case.entry else "question",), message
        )
    asked = words((case.question.counts or "").casefold())
    if "counts" in case.entry and asked and not set(wanted) & set(asked):
        message = f'"{case.claim.counts}" is nothing that the question counts: {case.question.counts}'
        yield Finding(kinds.COUNTS_NOT_PRINTED, ("counts",), message)
    if case.claim.unit and isinstance(case.claim.value, Quantity) and case.claim.value.unit:
        unit = case.question.unit
        if unit and "unit" not in case.entry and base_unit(case.claim.value.unit)[0] != base_unit(unit)[0]:
            message = f"the figure is in {case.claim.value.unit}, and the question asks for {unit}"
            yield Finding(kinds.COUNTS_NOT_PRINTED, ("question",), message)


def _meant(word: str, said: list[str], counting: _Counting) -> bool:
    if word in counting.ignored:
        return False
    beginnings = (*counting.words.get(word, ()), word[: max(4, len(word) - 3)])
    return any(other.startswith(beginning) for other in said for beginning in beginnings)


def parts(case: ClaimCase) -> Iterator[Finding]:
    """A figure that is printed as part of another one has ``part_of``, and no other does."""
    value = case.claim.value
    if not isinstance(value, Quantity) or case.printed is None:
        return
    others = [
        claim
        for claim in case.book.claims(case.article)
        if isinstance(claim.value, Quantity) and claim.id != case.claim.id and claim.unit == case.claim.unit
    ]
    before = case.content_of((case.sentence[0], case.printed[0]))
    if case.claim.part_of is None:
        if _counting(case.article.language).within.search(before) and any(
            normalise(claim.printed) in before for claim in others
        ):
            yield Finding(
                kinds.PART_UNMARKED, (), f'the text counts "{case.claim.printed}" within another figure'
            )
        return
    if all(claim.id != case.claim.part_of for claim in case.article.claims):
        return  # reported by ``ClaimReader``
    whole = next((claim for claim in others if claim.id == case.claim.part_of), None)
    if whole is None or not isinstance(whole.value, Quantity):
        yield Finding(kinds.PART_UNFIT, ("part_of",), f'"{case.claim.part_of}" has no figure of that unit')
        return
    least, most = value.low or 0, whole.value.high
    if most is not None and least > most:
        message = f"{quantity.caption(value)} cannot be a part of {quantity.caption(whole.value)}"
        yield Finding(kinds.PART_UNFIT, ("part_of",), message)
    elif normalise(whole.printed) not in case.content_of(case.near):
        yield Finding(kinds.PART_UNFIT, ("part_of",), f'"{whole.printed}" does not stand in the passage')
