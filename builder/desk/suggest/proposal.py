"""One claim as it might be, before an editor has decided."""

from __future__ import annotations

from typing import TypedDict

from msgspec import Struct

from builder.content.model import Question
from builder.desk.suggest.attributions import Event
from builder.proof.normal import Span
from builder.values.quantity import Number


class Proposal(Struct, frozen=True):
    """One claim as it might be. Positions are those of the normalised text."""

    kind: str
    """figure, quote, date, place, yes-no, who or wording."""
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
    status: str | None = None
    """What the text says of whether it could be checked, if that covers it."""
    verified: str | None = None
    """What the text says of having checked it itself."""
    hour: str | None = None
    """The time of day at which a running count stood or was given."""
    implied: bool = False
    speaker_unknown: bool = False
    """Whether its speaker is not in the alias table."""
    quote: str | None = None
    quoted: bool = False
    """Whether the words stand in the outlet's quotation marks."""
    in_headline: bool = False
    is_part: bool = False
    """Whether the text counts it within the figure before: "22 dead, among them three children"."""
    value: str | None = None
    """What a date, a place or an answer of yes or no means, as the file has it."""
    value_gap: str | None = None
    """What is missing for the value, if something is."""
    questions: tuple[tuple[Question, float], ...] = ()
    spare: tuple[tuple[Question, float], ...] = ()
    """Those that it would have, did not another sentence with the same figure say more."""

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


def said(event: Event | None, *, told: bool = True) -> Said:
    """Return who says what an event of saying governs. ``told``: whether the language's verbs of saying are known."""
    ids = event.ids if event else ()
    return {
        "sources": ids,
        "cue": event.cue or None if event and ids else None,
        "implied": bool(event and event.implied and ids),
        "speaker_unknown": (event is not None and not ids) or not told,
    }
