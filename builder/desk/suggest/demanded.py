"""Whose figure it is that is demanded or offered: who demands it says so, whatever the verb: "the prosecutors had sought 12 years"."""

from __future__ import annotations

from builder.desk.suggest.asking import DEMANDED, Wanted
from builder.desk.suggest.speakers import Speakers
from builder.desk.suggest.standing import Place
from builder.proof.normal import Span
from builder.values.counting import Words, counting

_GAP = 3
"""Words between who demands and the verb: "the union has now"."""
_FAR = 8
"""Words between the verb and the figure."""


def demander(speakers: Speakers, sentence: Span, place: Place, wanted: Wanted) -> tuple[str, ...]:
    """Return the source that demands or offers a figure in its own clause, where a question asks for that; none if none is named there."""
    if not wanted.of_words:
        return ()
    content, start = speakers.content, place.figure.span[0]
    named = [m for m in speakers.known.mentions(content, (sentence[0], start)) if len(m.ids) == 1]
    if not named or any(
        other.span[1] <= start for other in place.figures if other.span[0] >= named[-1].span[1]
    ):
        return ()
    mention = named[-1]
    between = content[mention.span[1] : start]
    if any(mark in between for mark in ',;:"('):
        return ()
    # In German the verb stands behind the figure: "hatte zwölf Jahre gefordert".
    text = content[mention.span[1] : sentence[1]]
    at = start - mention.span[1]
    for term in counting(place.language).matters.find(Words(text)):
        if DEMANDED.isdisjoint(f"~{name}" for name in term.sets):
            continue
        first, last = (
            (text[: term.start], text[term.end : at])
            if term.start < at
            else (text[:at], text[at : term.start])
        )
        gap = _GAP if term.start < at else _FAR
        if len(first.split()) <= gap and len(last.split()) <= _FAR and "," not in last:
            return tuple(mention.ids)
    return ()
