"""The rule on a headline's answer that the text below has too, a figure perhaps with a hedge that the headline leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.vocabulary import Where
from builder.proof import asked, kinds
from builder.proof.asked import Passage
from builder.proof.case import ClaimCase, Finding, stands_in_headline
from builder.values.counting import says
from builder.values.expressions import whole_words
from builder.values.figures.search import find
from builder.values.quantity import Modifier, Quantity
from builder.values.units import same_unit


def hedged(case: ClaimCase) -> Iterator[Finding]:
    """A headline's answer is no article's only one where its text prints the same: the text's is cited, or both.

    Else the site would say that only the headline has it.
    """
    claim, mine = case.claim, case.claim.value
    if claim.where is not Where.HEADLINE or (isinstance(mine, Quantity) and mine.low is None):
        return
    others = (item for item in case.beside if item.question == claim.question)
    if claim.against or any(item.where is not Where.HEADLINE for item in others):
        return
    also = _figures(case, mine) if isinstance(mine, Quantity) else _words(case)
    if also is not None:
        yield Finding(kinds.HEADLINE_UNHEDGED, ("where",), f'the text has "{also}": cite that, or state both')


def _words(case: ClaimCase) -> str | None:
    """Return the words of an answer where the text below the headline has them too, as whole words: no "no" of "north"."""
    content, printed = case.text.content, whole_words(re.escape(case.claim.printed))
    for start, end in case.text.sentences:
        found = printed.search(content, start, end)
        if found and not stands_in_headline(case.text, (start, end), case.article.headline):
            return found[0]
    return None


def _figures(case: ClaimCase, mine: Quantity) -> str | None:
    """Return the figure of the text below the headline that is the same, of the same."""
    for passage in _passages(case):
        found = passage.read.figure_at(passage.inside)
        if (
            found is None
            or not isinstance(found.reading, Quantity)
            or not _is_same(case, mine, found.reading)
        ):
            continue
        if not _is_of_that(case, passage):
            continue
        same = (found.reading.modifier, found.reading.near) == (mine.modifier, mine.near)
        if same or found.reading.modifier is not Modifier.EXACTLY:
            return passage.printed(found.start, found.end)
    return None


def _passages(case: ClaimCase) -> Iterator[Passage]:
    """Yield the figures of the text below the headline, each in its sentence."""
    content, language = case.text.content, case.article.language
    for start, end in case.text.sentences:
        if stands_in_headline(case.text, (start, end), case.article.headline):
            continue
        for found in find(content[start:end], language):
            figure = (found.number[0] + start, found.number[1] + start)
            yield Passage(content, (start, end), figure, language, case.article.published)


def _is_same(case: ClaimCase, mine: Quantity, other: Quantity) -> bool:
    ends = {end for end in (other.low, other.high) if end is not None}
    units = (case.article.language, case.book.site.settings.language)
    alike = mine.unit == other.unit or same_unit(mine.unit, other.unit, units)
    return alike and mine.share == other.share and bool(ends & {mine.low, mine.high})


def _is_of_that(case: ClaimCase, passage: Passage) -> bool:
    """Return whether a figure counts what the question asks for, as far as its own words tell."""
    site = case.book.site.settings.language
    wanted = asked.asks_for(case.question, site)
    if wanted:
        return says(wanted, passage.owned.allows)
    return asked.other_noun(passage, case.question.unit, site, case.question.counts) is None
