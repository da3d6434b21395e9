"""Rules on the keys that an editor gives beside a figure: its unit, and those whom it is of, are what the text says of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from builder.content.vocabulary import Answer
from builder.proof import asked, kinds
from builder.proof.asked import passage_of
from builder.proof.asked.asks import stems
from builder.proof.asked.passage import noun_phrase
from builder.proof.case import ClaimCase, Finding
from builder.values.counting import same_language
from builder.values.figures import reader
from builder.values.figures.tokens import Tokens
from builder.values.figures.words import words_of
from builder.values.lexicon import everywhere
from builder.values.quantity import TEMPERATURES, Quantity, base_unit, is_measure
from builder.values.text import normalise
from builder.values.units import as_read, same_unit

_DEGREES = "degrees"
_TIMES = frozenset({"hour", "day", "night", "week", "month", "quarter", "year"})
_NEAR = 2
"""Sentences before and after a passage that may name those of whom it speaks."""


def unit(case: ClaimCase) -> Iterator[Finding]:
    """A unit given by hand is that of the printed words; where these have none, the text has it, and the figure counts nothing else."""
    given = case.entry.get("unit")
    if not isinstance(given, str) or not case.is_a(Answer.QUANTITY):
        return
    site, language = case.book.site.settings.language, case.article.language
    wanted, read = as_read(given, site) or given, reader.read(case.claim.printed, language)
    printed = read.unit if isinstance(read, Quantity) else None
    if printed is not None:
        other = not same_unit(printed, wanted, (language, site)) or _is_of_other_time(printed, wanted)
        # Metres turn into km in a comparison, but the number that is printed is of metres.
        other = other or (printed != wanted and base_unit(printed)[0] == base_unit(wanted)[0])
        if other and not may_be(printed, wanted):
            message = f'"{case.claim.printed}" is in {printed}, not {given}; write unit: {printed}'
            yield Finding(kinds.FIGURE_OVERRIDDEN, ("unit",), message, firm=True)
        return
    passage = passage_of(case)
    if passage is None or (isinstance(read, Quantity) and read.share):
        return
    if not is_measure(wanted):
        # "74,000 cheeses", which the question asks for, and the claim calls boxes
        noun, asked_for = stems(noun_phrase(passage)[0]), stems(case.question.unit or "")
        if same_language(language, site) and noun & asked_for and not noun & stems(given):
            message = f"the figure counts {case.question.unit}, and not {given}"
            yield Finding(kinds.FIGURE_OVERRIDDEN, ("unit",), message)
        return
    found = asked.other_noun(passage, wanted, site) or asked.noun_of_state(passage)
    if found is not None:
        message = f'the figure counts "{found}", and is not in {given}'
        yield Finding(kinds.FIGURE_OVERRIDDEN, ("unit",), message)
    elif not any(same_unit(one, wanted, (language, site)) for one in _units(case.text.content, language)):
        yield Finding(kinds.FIGURE_OVERRIDDEN, ("unit",), f"nothing in the text is in {given}")


def _is_of_other_time(printed: str, wanted: str) -> bool:
    """Return whether a sum is so much a day, and is given as so much a week: what may be reckoned from it is not printed."""
    (of, _, each), (money, _, time) = (unit.partition(" per ") for unit in (printed, wanted))
    return of == money and each != time and {each, time} <= _TIMES


def of(case: ClaimCase) -> Iterator[Finding]:
    """Those whom a figure is of are named near it where the claim gives them, and in its text where its question does; a share is of them."""
    passage, of = passage_of(case), case.claim.of
    if passage is None or not of:
        return
    own = "of" in case.entry
    key, site = "of" if own else "question", case.book.site.settings.language
    found = asked.other_whole(passage, of, case.claim.value, site)
    if found is not None:
        yield Finding(kinds.OF_OTHERS, (key,), f'the share is of "{found}", and not of {of}')
        return
    if own and of != case.question.of and (kind := asked.of_other_sort(passage, of)) is not None:
        yield Finding(kinds.OF_OTHERS, (key,), f'the figure is of "{kind}", and not of {of}')
        return
    if not own and asked.kind_of_unit(case.question.unit, site) != "persons":
        return  # of voters, a turnout in percent
    around = case.text.around(case.passage, _NEAR, _NEAR) if own else (0, len(case.text.content))
    near = f"{normalise(case.article.headline or '')}\n{case.content_of(around)}"
    found = asked.unsaid(passage, of, near, site, own=own)
    if found is not None:
        where = "near these words" if own else "in the text"
        yield Finding(kinds.OF_OTHERS, (key,), f"nothing {where} speaks of {found}, and the claim is of {of}")


def may_be(printed: str, wanted: str) -> bool:
    """Return whether a bare sign may mean a unit: "$" any dollar or peso."""
    every = everywhere()
    if printed == _DEGREES:
        return wanted in TEMPERATURES
    return (printed == "$" and wanted in every.dollars.values()) or (
        printed == "rupees" and wanted in every.rupees.values()
    )


@lru_cache(maxsize=64)
def _units(content: str, language: str) -> frozenset[str]:
    """Return the units that a text prints, beside a figure or not."""
    words = words_of(language)
    if words is None:
        return frozenset()
    tokens = Tokens(content, words.spelling)
    every = (words.units, words.money, words.money_words)
    found = (table.match(tokens.words, at) for table in every for at in range(tokens.size))
    return frozenset(item[0] for item in found if item is not None)
