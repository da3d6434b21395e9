"""One claim as it might be, before an editor has decided."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypedDict

from builder.desk.suggest.speakers import Event
from builder.model import Question
from builder.proof.normal import Span
from builder.proof.when import Printed
from builder.values.numbers import Number

_EVERY_YEAR = re.compile(r"in\s+(?:the\s+)?(?:spring|summer|autumn|fall)", re.IGNORECASE)

# "told this paper late on Monday", "said in a statement on Monday", "told reporters in Wellin"
_LISTENER = re.compile(
    r"\s*(?:(?:in|at|to)\s+)?(?:(?:reporters|journalists|lawmakers|parliament|deputies|viewers)\s+|(?:the|this|an?|its|their)\s+(?:[\w'-]+\s+){0,2}?"
    r"(?:court|paper|newspaper|agency|station|broadcaster|magazine|conference|committee|council|hearing|rally|statement|briefing|interview"
    r"|outlet|post|report|letter|speech|channel)\s+)?(?:late|early|again|earlier|later)?\s*(?:on|in|at)?\s*(?:the\s+)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """One claim as it might be. Positions are those of the normalised text."""

    kind: str
    """figure, quote, date, place, yes-no or wording."""
    sentence: Span
    span: Span
    printed: str
    modifier: str | None = None
    low: Number | None = None
    high: Number | None = None
    reads_back: bool = True
    """Whether the printed words alone say modifier and bounds."""
    counts: str | None = None
    of: str | None = None
    unit: str | None = None
    as_of: str | None = None
    said_on: str | None = None
    sources: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    cue: str | None = None
    implied: bool = False
    speaker_unknown: bool = False
    """Somebody says it whom the alias table does not know."""
    quote: str | None = None
    value: str | None = None
    """What a date, a place or an answer of yes or no means, as the file has it."""
    value_gap: str | None = None
    """What is missing for the value, if something is."""
    questions: tuple[tuple[Question, float], ...] = ()

    @property
    def question(self) -> Question | None:
        """The likeliest question."""
        return self.questions[0][0] if self.questions else None


class Said(TypedDict):
    """Who says it, as a proposal has it."""

    sources: tuple[str, ...]
    cue: str | None
    implied: bool
    speaker_unknown: bool


def said(event: Event | None) -> Said:
    """Return who says what an event of saying governs."""
    ids = event.ids if event else ()
    return {
        "sources": ids,
        "cue": event.cue if event and ids else None,
        "implied": bool(event and event.implied and ids),
        "speaker_unknown": event is not None and not ids,
    }


def is_near(gap: str) -> bool:
    """Return whether nothing but who listened stands between a verb of saying and a date or place."""
    return bool(_LISTENER.fullmatch(gap))


def days(content: str, dates: Iterable[Printed], event: Event | None) -> tuple[str | None, str | None]:
    """Return the day that a sentence speaks of, and the day on which it was said, where each is one day for certain."""
    as_of = said_on = None
    for date in dates:
        if len(date.means) != 1 or _EVERY_YEAR.fullmatch(date.words):
            continue
        edtf = date.means[0].edtf
        if event is not None and event.end - 2 <= date.span[0] and is_near(content[event.end : date.span[0]]):
            said_on = said_on or edtf
        else:
            as_of = as_of or edtf
    return as_of, said_on
