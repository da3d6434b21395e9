"""Printed words: how two pieces of text are compared regardless of typography.

Spaces (no-break ones too), quotation marks, dashes, the Unicode form, ellipses and marks that are not seen differ between
prints of the same words; nothing else is forgiven.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from builder.values.direction import isolated

ELLIPSIS = "…"
MARKS = 30
"""The most marks on one letter, such as accents: Unicode's limit for text that can be read as it comes (UAX #15, section 13).
To put a run of them into order takes the square of its length."""
_STACKED = re.compile(rf"[^\w\s\x00-\x7f]{{{MARKS + 1},}}|[\uff9e\uff9f]{{{MARKS + 1},}}")
_SAME = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "\u00ad": None,  # soft hyphen
        "\u200b": None,  # zero-width space
        "\ufeff": None,
        # Marks, embeddings, overrides and isolates of direction; invisible operators and joiners of words.
        **dict.fromkeys("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e"),
        **dict.fromkeys(map(chr, (*range(0x2060, 0x2065), *range(0x2066, 0x2070)))),
        # Which of its variants a sign is to be drawn as.
        **dict.fromkeys(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))),
    }
)
_DOTS = re.compile(r"\.\s?\.\s?\.+|…")
_TARGET = re.compile(r"\]\([^()\s]*\)")
_SLOT = re.compile(r"\{(\w+)\}")
_WORD = re.compile(r"[^\W_]+(?:['.\-][^\W_]+|,[0-9]+)*|…")


def composed(text: str, form: Literal["NFC", "NFKC", "NFKD"] = "NFC") -> str:
    """Return the text in a Unicode form, in linear time: without too many ``MARKS`` on one letter."""
    return text if text.isascii() else unicodedata.normalize(form, without_stacks(text))


def without_stacks(text: str) -> str:
    """Return a text of the same length in which the marks that one letter has too many of are U+FFFD, as what is no text."""
    return text if text.isascii() else _STACKED.sub(_unstacked, text)


def _unstacked(match: re.Match[str]) -> str:
    kept, marks = [], 0
    for char in match[0]:
        # What is left out later parts no marks.
        if _SAME.get(ord(char), "") is not None:
            more = _marks(char)
            marks = marks + more if more else 0
        kept.append(char if marks <= MARKS else "\ufffd")
    return "".join(kept)


def _marks(char: str) -> int:
    """Return of how many marks a character is made; none, if it is more than marks."""
    apart = unicodedata.normalize("NFKD", char)
    return len(apart) if unicodedata.combining(apart[0]) else 0


def normalise(text: str) -> str:
    """Return the text in one typography: NFC, plain quotes and hyphens, single spaces, ``…`` for an ellipsis, no hidden marks."""
    # Of ASCII the backtick alone is another sign's.
    if not text.isascii() or "`" in text:
        text = composed(text).translate(_SAME)
        # Again: without a soft hyphen between them, a letter and its accent are one.
        text = unicodedata.normalize("NFC", text)
    return " ".join(_DOTS.sub(f" {ELLIPSIS} ", text).split())


def filled(text: str, **values: object) -> str:
    """Return the text with its ``{names}`` filled in; what is filled in is not looked at again, and turns nothing beside it."""
    if not values:
        return text
    pieces = _cut(text)
    found = [
        isolated(str(values.get(piece, f"{{{piece}}}"))) if at % 2 else piece
        for at, piece in enumerate(pieces)
    ]
    return "".join(found)


@lru_cache(maxsize=1024)
def _cut(text: str) -> tuple[str, ...]:
    """Return a text cut at its ``{names}``: words, a name, words, a name, ..., words."""
    return tuple(_SLOT.split(text))


def words(text: str) -> list[str]:
    """Return the words of a text in order, as printed; an ellipsis counts as one."""
    return _WORD.findall(normalise(text))


def without_targets(text: str) -> str:
    """Return Markdown without the targets of its links: they are not read, so they are no words."""
    return _TARGET.sub("]", text)


def count_words(text: str) -> int:
    """Return the number of words, as the quote limit counts them: ellipses do not count."""
    found = words(text)
    return len(found) - found.count(ELLIPSIS)


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return the words in small letters, joined by single spaces: what two prints of one wording share.

    An ellipsis at either end cuts nothing between words and falls away.
    """
    return " ".join(words(text)).strip(f"{ELLIPSIS} ").casefold()
