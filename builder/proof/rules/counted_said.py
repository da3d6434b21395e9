"""Whether a sentence says what a claim counts, in any of the words by which proposals find its question too."""

from __future__ import annotations

from builder.proof.asked import is_age, is_of_asked_deed, of_family, passage_of, wished
from builder.proof.case import ClaimCase
from builder.proof.rules.rest import is_negated, wanted_in
from builder.values.counting import (
    Words,
    changes,
    complements,
    counting,
    is_part,
    meant,
    same_language,
    says,
    stands_for,
)
from builder.values.figures.tokens import fold

_BEFORE = 6
"""How many sentences before one may say of what a demand or an offer in it is."""
_OPENS = 3
"""Words at a sentence's beginning in which it says that a figure is a part of one before: "They included four"."""


def is_said(case: ClaimCase) -> bool:
    """Return whether a sentence has words for what is counted. Of words that no set has, only the site's own language can tell."""
    language, site = case.article.language, case.book.site.settings.language
    wanted, known = meant(case.claim.counts or "", site), counting(language)
    happened = wanted_in(case)
    cut = Words(case.content_of(case.sentence))
    here = frozenset(name for term in known.find(cut) for name in term.sets)
    if says(happened, here) or is_part(here, happened) or stands_for(here, happened):
        return True
    passage = passage_of(case)
    if (
        passage is not None
        and here & complements(happened)
        and is_negated(case, passage, complements(happened))
    ):
        return True
    if passage is not None and is_of_asked_deed(passage, case.question, site):
        return True  # the years that somebody asked for
    family = of_family(passage, case.claim.counts or "", happened, site) if passage is not None else None
    if family is not None and family.own:
        return True
    if happened and passage is not None and passage.owned.allows - changes():
        return False  # who or what is counted is named, and something else is said of them
    if wanted.things & {name for term in known.things.find(cut) for name in term.sets}:
        return True
    if family is not None and family.maybe:
        return True
    if passage is not None and is_age(passage, case.claim.counts or "", site):
        return True
    if happened and (known.standing.find(cut) or _opens_with_part(case, cut)):
        before = case.content_of((case.text.around(case.passage, 1)[0], case.sentence[0]))
        beside = Words(f"{case.article.headline or ''}\n{before}")
        return says(happened, {name for term in known.find(beside) for name in term.sets})
    if passage is not None and wished(passage, case.question, site):
        # "Prosecutors had sought nine years", where the sentence before has the prison
        earlier = Words(case.content_of((case.text.around(case.passage, _BEFORE)[0], case.sentence[0])))
        names = {name for term in known.find(earlier) for name in term.sets}
        matters = {name for term in known.matters.find(earlier) for name in term.sets}
        named = {
            name for term in counting(site).matters.find(Words(case.claim.counts or "")) for name in term.sets
        }
        if says(happened, names) or named & matters:
            return True
    if not same_language(language, site):
        # How another language says words that are in no set is not known.
        return not (happened | wanted.things) & known.known
    return any(word.startswith(beginning(wanted_word)) for wanted_word in wanted.words for word in cut.words)


def _opens_with_part(case: ClaimCase, cut: Words) -> bool:
    """Return whether a sentence begins by saying that what it counts is a part of what the one before counts."""
    found = counting(case.article.language).part.find(cut)
    return bool(found) and len(cut.between(0, found[0].end)) <= _OPENS


def beginning(word: str) -> str:
    """Return what a word has in common with its other endings: "village" for "villages"."""
    return fold(word[: max(4, len(word) - 3)])
