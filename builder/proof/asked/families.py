"""What a question counts in wider words than its own: "battling the fire" for the deployed, "owes" for a debt, "high" for a height.

The sets are those by which proposals find a question, ``matters`` and ``events`` of the languages' files, with weaker words for what
happens. They are wide, so only words that stand to the figure itself count, and never those of a neighbour.
"""

from __future__ import annotations

import re
from functools import lru_cache

from builder.proof.asked.passage import Passage, of_site
from builder.proof.owned import Owned, owned, sentence_of
from builder.values.counting import Sets, Term, Words, changes, counting, listed_sets
from builder.values.lexicon import has_rules, language_file

_CONVERTED = re.compile(r"\s?\([^()]{0,15}\d[^()]{0,30}\)")
"""A figure in another unit: "200 metres (650 feet)"."""


@lru_cache(maxsize=64)
def _events(language: str) -> Sets:
    file = language_file(language)
    return Sets(file.events.happened if file is not None else {})


def of_family(passage: Passage, counts: str, happened: frozenset[str], language: str) -> Owned:
    """Return the words of a figure's sentence that say what is counted in the wider sense, as they stand to the figure.

    ``happened`` are the states that ``counts``, in the site's ``language``, asks for; where there are any, only weaker words for them
    tell: of "firefighters injured" that they are firefighters says nothing.
    """
    cut, site = Words(counts), language if has_rules(language) else "en"
    matters = happened or _names(of_site(language).matters.find(cut)) - listed_sets("widest")
    events = frozenset() if happened - changes() else _names(_events(site).find(cut))
    if not matters and not events:
        return Owned()
    text = _CONVERTED.sub(lambda found: " " * len(found[0]), passage.read.text)
    read, here = sentence_of(text, passage.language), counting(passage.language)
    terms = _said(here.matters, read.words, matters) + _said(here.weaker, read.words, matters | events)
    terms += _said(_events(passage.language), read.words, events)
    terms.sort(key=lambda term: (term.start, term.end))
    return owned(read, passage.inside, terms, [item.number for item in read.found])


def _said(sets: Sets, cut: Words, names: frozenset[str]) -> list[Term]:
    return [term for term in sets.find(cut) if names & set(term.sets)]


def _names(terms: list[Term]) -> frozenset[str]:
    return frozenset(name for term in terms for name in term.sets)
