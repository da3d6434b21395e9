"""Compare printed words regardless of typography.

Spaces (no-break spaces too), quotation marks, dashes, the Unicode form, ellipses and invisible marks may differ between prints
of the same words; all other differences count.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from builder.values.direction import isolated

ELLIPSIS = "…"
MARKS = 30
"""Maximum number of combining marks on one letter: the limit of Unicode's Stream-Safe Text Format (UAX #15, section 13).
Sorting a run of marks takes quadratic time."""
_STACKED = re.compile(rf"[^\w\s\x00-\x7f]{{{MARKS + 1},}}|[\uff9e\uff9f]{{{MARKS + 1},}}")
_SAME = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "\u00ad": None,  # soft hyphen
        "\u200b": None,  # zero-width space
        "\ufeff": None,
        # Direction marks, embeddings, overrides and isolates; invisible operators and word joiners.
        **dict.fromkeys("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e"),
        **dict.fromkeys(map(chr, (*range(0x2060, 0x2065), *range(0x2066, 0x2070)))),
        # Variation selectors.
        **dict.fromkeys(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))),
    }
)
_DOTS = re.compile(r"\.\s?\.\s?\.+|…")
_TARGET = re.compile(r"\]\([^()\s]*\)")
_SLOT = re.compile(r"\{(\w+)\}")
_WORD = re.compile(r"[^\W_]+(?:['.\-][^\W_]+|,[0-9]+)*|…")


def composed(text: str, form: Literal["NFC", "NFKC", "NFKD"] = "NFC") -> str:
    """Return the text in a Unicode normalisation form, in linear time: without more than ``MARKS`` marks on one letter."""
    return text if text.isascii() else unicodedata.normalize(form, without_stacks(text))


def without_stacks(text: str) -> str:
    """Return a text of the same length in which marks beyond ``MARKS`` on one letter are U+FFFD (replacement character)."""
    return text if text.isascii() else _STACKED.sub(_unstacked, text)


def _unstacked(match: re.Match[str]) -> str:
    kept, marks = [], 0
    for char in match[0]:
        # Characters that normalisation removes do not separate marks.
        if _SAME.get(ord(char), "") is not None:
            more = _marks(char)
            marks = marks + more if more else 0
        kept.append(char if marks <= MARKS else "\ufffd")
    return "".join(kept)


def _marks(char: str) -> int:
    """Return how many combining marks a character consists of; 0 if it is not a combining character."""
    apart = unicodedata.normalize("NFKD", char)
    return len(apart) if unicodedata.combining(apart[0]) else 0


def normalise(text: str) -> str:
    """Return the text in one typography: NFC, plain quotes and hyphens, single spaces, ``…`` for an ellipsis, no invisible marks."""
    # The backtick is the only ASCII character that is replaced.
    if not text.isascii() or "`" in text:
        text = composed(text).translate(_SAME)
        # Again: removing a soft hyphen may join a letter and its accent.
        text = unicodedata.normalize("NFC", text)
    return " ".join(_DOTS.sub(f" {ELLIPSIS} ", text).split())


def filled(text: str, **values: object) -> str:
    """Return the text with its ``{names}`` filled in. Values are not expanded again, and right-to-left ones are isolated."""
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
    """Return a text split at its ``{names}``: text and names alternate, beginning and ending with text."""
    return tuple(_SLOT.split(text))


def words(text: str) -> list[str]:
    """Return the words of a text in order, as printed; an ellipsis counts as one."""
    return _WORD.findall(normalise(text))


def without_targets(text: str) -> str:
    """Return Markdown without the targets of its links, which are not words of the text."""
    return _TARGET.sub("]", text)


def count_words(text: str) -> int:
    """Return the number of words for the quote limit: ellipses do not count."""
    found = words(text)
    return len(found) - found.count(ELLIPSIS)


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return the case-folded words, joined by single spaces: the same for two prints of one wording.

    An ellipsis at either end is removed.
    """
    return " ".join(words(text)).strip(f"{ELLIPSIS} ").casefold()
