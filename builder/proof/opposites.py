"""Whether words answer a question with the opposite of what it asks: "was shut" is a no where it asks whether something was open."""

from __future__ import annotations

from functools import lru_cache

from builder.proof.normal import Span
from builder.proof.refusals import happened
from builder.values.lexicon import everywhere, listed


@lru_cache(maxsize=1)
def _pairs() -> frozenset[tuple[str, str]]:
    pairs = [tuple(listed(pair)) for pair in everywhere().opposites]
    return frozenset((a, b) for one, other in pairs for a, b in ((one, other), (other, one)))


SIDES = frozenset({"supported", "opposed"})
"""Of those who are for something and those who are against it."""


def opposite(
    printed: str, language: str, question: str, site_language: str, *, only: frozenset[str] = frozenset()
) -> Span | None:
    """Return where printed words say the opposite of what a question asks; ``None`` if they do not, or say that itself, too.

    A word that stands for both, as "defeat" does, says neither. ``only``: of what is asked, these sets alone.
    """
    asked = {
        name for term in happened(question, site_language) for name in term.sets if not only or name in only
    }
    said = happened(printed, language)
    told = {name for term in said for name in term.sets}
    against = {other for one, other in _pairs() if one in asked and one not in told} - asked
    return next(((term.start, term.end) for term in said if against & set(term.sets)), None)
