"""Cut a text into words, runs of digits and signs, each with its place: what the grammar of figures reads."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

# Written fractions are letters to Python and signs to us: "1½".
_LETTER = r"[^\W\d_¼-¾⅐-⅞]"
# Marks that sit on the letter before them, and marks that are not seen: a word goes on over them.
_MARKS = "\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff"
_TOKEN = re.compile(rf"(?P<digits>[0-9]+)|(?P<word>{_LETTER}(?:{_LETTER}|[{_MARKS}])*)|(?P<sign>\S)")
# The same where an apostrophe is a letter: Ukrainian "п'ять".
_LETTERED = re.compile(
    rf"(?P<digits>[0-9]+)|(?P<word>{_LETTER}(?:{_LETTER}|[{_MARKS}]|['’](?={_LETTER}))*)|(?P<sign>\S)"
)
_ELIDED = re.compile(r"\b([a-z]+)['’]")
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_LETTER_APOSTROPHE = "\u02bc"
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
# Python takes these for an i where small and capital letters are the same, but does not fold them to one.
_DOTLESS = str.maketrans("ıİ", "iI")

DIGITS, WORD, SIGN = "digits", "word", "sign"

DASHES = frozenset("-‐‑‒–—―−")
"""Signs that join the two ends of a range, or the parts of a word."""
SPACES = frozenset(" \u00a0\u2009\u202f\u2007")
"""Spaces that may part the thousands of a number."""


class Spelling(NamedTuple):
    """What an apostrophe is in a language."""

    elisions: Mapping[str, str] = {}
    """What is left of a word before one -> the word: French "d'environ" is "de environ"."""
    is_letter: bool = False
    """Whether it is a letter of its word: Ukrainian "п'ять"."""

    def plain(self, phrases: str) -> str:
        """Return phrases as the tokens of a text have them, without apostrophes that are none."""
        if self.is_letter:
            return _APOSTROPHE.sub(_LETTER_APOSTROPHE, phrases)
        return _ELIDED.sub(
            lambda match: f"{self.elisions[match[1]]} " if match[1] in self.elisions else match[0], phrases
        )


ORDINARY = Spelling()


class Tokens:
    """A text as tokens. Lists of equal length, as a grammar looks at single tokens and its speed is in that."""

    __slots__ = (
        "amounts",
        "barren",
        "ends",
        "figures",
        "glued",
        "kinds",
        "numerals",
        "run",
        "size",
        "starts",
        "text",
        "tried",
        "words",
    )

    def __init__(self, text: str, spelling: Spelling = ORDINARY) -> None:
        self.text = text
        self.barren = 0
        """No figure begins before this token: kept by the grammar, so that no row of hedges is gone over twice."""
        self.run = -1, -1
        """The last row of tokens without a space among them that was gone through: its first and what stands behind it."""
        # What has been read at a token is asked for again by what stands beside it.
        self.numerals: dict[int, Any] = {}
        self.amounts: dict[int, Any] = {}
        self.figures: dict[tuple[int, bool], Any] = {}
        self.tried = 0
        """How often a figure was looked for behind hedges, or without any."""
        self.words: list[str] = []
        """The tokens in small letters, without accents apart from their letter and without marks that are not seen."""
        self.kinds: list[str] = []
        """``DIGITS``, ``WORD`` or ``SIGN``."""
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.glued: list[bool] = []
        """Whether nothing stands between a token and the one before it."""
        last = -1
        elisions = spelling.elisions
        for match in (_LETTERED if spelling.is_letter else _TOKEN).finditer(text):
            start, end = match.span()
            kind = match.lastgroup or SIGN
            if kind == SIGN and _UNSEEN.match(text, start):
                last = end if last == start else last
                continue
            word = match[0]
            if elisions and word in "'’" and start == last and self.words and self.words[-1] in elisions:
                # French "d'environ": two words, with nothing between them that counts.
                self.words[-1] = elisions[self.words[-1]]
                self.ends[-1] = end
                last = -1
                continue
            if kind == WORD:
                word = word.lower() if word.isascii() else fold(word)
                if spelling.is_letter:
                    word = word.replace("'", _LETTER_APOSTROPHE).replace("’", _LETTER_APOSTROPHE)
            self.words.append(word)
            self.kinds.append(kind)
            self.starts.append(start)
            self.ends.append(end)
            self.glued.append(start == last)
            last = end

        self.size = len(self.words)
        """How many there are."""

    @property
    def looks(self) -> int:
        """How often the grammar has looked for a number, an amount or a figure: what its time grows with."""
        return len(self.numerals) + len(self.amounts) + len(self.figures) + self.tried

    def raw(self, at: int) -> str:
        """Return a token as printed."""
        return self.text[self.starts[at] : self.ends[at]]

    def printed(self, start: int, end: int) -> str:
        """Return the text from one token up to, not including, another."""
        return self.text[self.starts[start] : self.ends[end - 1]] if end > start else ""

    def is_glued(self, at: int) -> bool:
        """Return whether there is a token at a place and nothing before it parts it from its neighbour."""
        return at < self.size and self.glued[at]


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """Return a word in small letters and one Unicode form, without marks that are not seen."""
    plain = unicodedata.normalize("NFC", _UNSEEN.sub("", word).translate(_DOTLESS))
    return unicodedata.normalize("NFC", plain.casefold())


def split(phrase: str) -> tuple[str, ...]:
    """Return the words of a phrase as they stand in a text's tokens."""
    return tuple(Tokens(phrase).words)
