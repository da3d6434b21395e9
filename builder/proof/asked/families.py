"""What a question counts in wider words than its own: "battling the fire" for the deployed, "owes" for a debt, "high" for a height.

The sets are those by which proposals find a question, ``matters`` of the languages' files, with weaker words for what happens. They
are wide, so only words that stand to the figure itself count, and never those of a neighbour.
"""

from __future__ import annotations

import re

from builder.proof.asked.passage import Passage, of_site
from builder.proof.owned import Owned, owned, sentence_of
from builder.values.counting import Sets, Term, Words, changes, counting, listed_sets

_CONVERTED = re.compile(r"\s?\([^()]{0,15}\d[^()]{0,30}\)")
"""A figure in another unit: "200 metres (650 feet)"."""


def of_family(passage: Passage, counts: str, happened: frozenset[str], language: str) -> Owned:
    """Return the words of a figure's sentence that say what is counted in the wider sense, as they stand to the figure.

    ``happened`` are the states that ``counts``, in the site's ``language``, asks for; where there are any, only weaker words for them
    tell: of "firefighters injured" that they are firefighters says nothing.
    """
    cut, site = Words(counts), of_site(language)
    named = _names(site.matters.find(cut)) - listed_sets("widest")
    # "pay rise": of wages, which may be higher or more in other words
    matters = happened | named if happened <= changes() else happened
    weaker = matters if happened - changes() else matters | _names(site.weaker_itself.find(cut))
    if not weaker:
        return Owned()
    text = _CONVERTED.sub(lambda found: " " * len(found[0]), passage.read.text)
    read, here = sentence_of(text, passage.language), counting(passage.language)
    terms = _said(here.matters, read.words, matters) + _said(here.weaker, read.words, weaker)
    terms.sort(key=lambda term: (term.start, term.end))
    numbers = [item.number for item in read.found]
    return owned(read, passage.inside, terms, numbers, shared=bool(happened))


def _said(sets: Sets, cut: Words, names: frozenset[str]) -> list[Term]:
    return [term for term in sets.find(cut) if names & set(term.sets)]


def _names(terms: list[Term]) -> frozenset[str]:
    return frozenset(name for term in terms for name in term.sets)
