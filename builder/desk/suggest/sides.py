"""Whether a day is one on which something begins or ends, as its clause says: "began on Monday and ended on Friday"."""

from __future__ import annotations

from builder.desk.suggest.about import Asked
from builder.desk.suggest.evidence import Evidence
from builder.proof.normal import Span

NAMES = ("begin", "end")
_FAR = 8
"""Words between a day and the verb that says so."""


def side(evidence: Evidence, sentence: Span, span: Span) -> str | None:
    """Return ``begin`` or ``end``, as the word nearest to a day says; None if no word of its clause does, or both are as near."""
    marked = evidence.marked(sentence, span)
    if len(marked) == 1:
        return next(iter(marked))
    reading = evidence.read(sentence)
    inside = (span[0] - sentence[0], span[1] - sentence[0])
    near: dict[str, int] = {}
    for term in reading.terms:
        for name in term.happened & set(NAMES):
            hard, commas, words = reading.apart(inside, (term.start, term.end))
            if not hard and commas <= 1 and words <= _FAR:
                near[name] = min(near.get(name, _FAR + 1), words)
    if len(set(near.values())) < len(near):
        return None
    return min(near, key=lambda name: near[name], default=None)


def is_on_side(evidence: Evidence, asked: Asked, sentence: Span, span: Span) -> bool:
    """Return whether a day may be that of a beginning, or of an end, where a question asks for one of the two, or for neither."""
    found = side(evidence, sentence, span)
    if asked.ends:
        return found == "end"
    return found != "end" or asked.until or asked.coming
