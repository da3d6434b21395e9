"""A figure of a relative clause passes for no answer that the sentence around it gives with another figure."""

from __future__ import annotations

from collections.abc import Iterator

from builder.proof import kinds
from builder.proof.asked import passage_of
from builder.proof.asked.asks import printed_words, stems
from builder.proof.case import ClaimCase, Finding
from builder.proof.rules.voices import in_aside
from builder.values.counting import Words, counting, same_language
from builder.values.quantity import Quantity

_TAKEN_UP = 3
"""How many words before a clause may be what it is of."""
_SHOWN = 60
"""How many characters of a clause a message shows."""


def aside(case: ClaimCase) -> Iterator[Finding]:
    """What is asked for is said of a figure outside: "Kane, who ran the town for twelve years, goes to prison for four"."""
    passage, clause, own = passage_of(case), in_aside(case), {"scope", "of", "counts", "as_of", "unit"}
    value = case.claim.value
    if passage is None or clause is None or not isinstance(value, Quantity) or own & case.entry.keys():
        return
    if value.unit is None:
        return  # which words say what is counted of whom, "owned" knows
    read, (low, high) = passage.read, (place - case.sentence[0] for place in clause)
    inside, around = read.text[low:high], f"{read.text[:low]} {read.text[high:]}"
    if not _said(case, around) or _said(case, inside):
        return
    if _said(case, " ".join(read.text[:low].split()[-_TAKEN_UP:])):
        return  # "net debt, which stood at 640 million in June, will reach 700": the clause is of it
    for found in read.found:
        other = found.reading
        # "goes to prison for four": four of what was just told
        alike = isinstance(other, Quantity) and not other.only_a_share and other.unit in (value.unit, None)
        if alike and not low <= found.number[0] < high:
            told, shown = read.text[slice(*found.number)], inside.strip(" ,")[:_SHOWN]
            message = f'the figure is of an aside ("{shown}"), and the sentence has "{told}" of what is asked for: it answers another question'
            yield Finding(kinds.COUNTS_ANOTHER, ("question",), message)
            return


def _said(case: ClaimCase, text: str) -> set[str]:
    """Return what some words have of what a question counts: names of sets, stems where both have one language, its editor's words."""
    site, language = case.book.site.settings.language, case.article.language
    counts, question = case.question.counts or "", case.question
    found = _names(counts, site) & _names(text, language)
    if same_language(site, language):
        found |= stems(counts) & stems(text)
    return found | {"printed" for _ in printed_words(question.printed_as).find(Words(text))}


def _names(text: str, language: str) -> set[str]:
    """Return the sets of states and of what is measured that have words of a text; that something lasts is said of any time."""
    here, cut = counting(language), Words(text)
    return {
        name for sets in (here.happened, here.matters) for term in sets.find(cut) for name in term.sets
    } - {"duration"}
