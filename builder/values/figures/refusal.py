"""A figure that is not read, and what an editor is told of it."""

from __future__ import annotations

from msgspec import Struct

from builder.values.figures.reasons import Reason
from builder.values.lexicon import language_name

_SAYS = {
    Reason.NO_FIGURE: "it prints no figure",
    Reason.NUMBER: '"{word}" is no number, or can be read as more than one',
    Reason.TOO_LARGE: '"{word}" is larger than any figure a paper prints',
    Reason.WORD: '"{word}" may change the figure, and is not understood',
    Reason.SIGN: '"{word}" is not understood',
    Reason.TWO_FIGURES: '"{word}" begins a second figure',
    Reason.RANGE: '"{word}" is no range, or can be read as more than one',
    Reason.OPEN: '"{word}" is one end of a range, and the other is missing',
    Reason.ORDER: '"{word}" is no range: its first figure is the larger one',
    Reason.UNITS: '"{word}" has two units',
    Reason.AGAINST: '"{word}" bounds the figure in two ways',
    Reason.NAME: '"{word}" is part of a day, a time, an age or a name',
    Reason.BELOW: '"{word}" is below zero, and only its words can be shown: modifier: vague',
    Reason.LANGUAGE: "there are no rules for words in {word}",
    Reason.CHANGE: '"{word}" may be how much it changed and what it changed to, and no range',
    Reason.TOO_LONG: "it is longer than any printed figure",
}


class Refusal(Struct, frozen=True):
    """Why a printed figure is not read on its own."""

    word: str
    """The word that is not understood, as printed."""
    reason: Reason

    @property
    def says(self) -> str:
        """What is wrong, as the end of a sentence."""
        word = language_name(self.word) if self.reason is Reason.LANGUAGE else self.word
        return _SAYS[self.reason].format(word=word)
