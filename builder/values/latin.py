"""Names in addresses: in Latin letters for files, in their own letters for the headings of a page.

The name of a file has to work on every file system, in every archive and on every keyboard: it is written in ASCII, by the tables of
anyascii, which know every script. It is made once, so no later table changes it. A heading's anchor is no file: it keeps the letters
of its script, as a transliteration would read Japanese as Chinese and leave out the vowels of Arabic. Browsers show them, and only
the address as it is sent has them percent-encoded.
"""

from __future__ import annotations

import re
import unicodedata

from builder.values.hidden import shorn
from builder.values.scripts import is_mark
from builder.values.text import composed

_LETTERS = str.maketrans(
    {
        "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D",
        "ð": "d", "Ð": "D", "þ": "th", "Þ": "TH", "ħ": "h", "Ħ": "H", "ı": "i", "ŋ": "ng", "Ŋ": "NG", "ŧ": "t", "Ŧ": "T",
    }
)  # fmt: skip
"""Latin letters that Unicode does not take for one with an accent."""


def latin(text: str) -> str:
    """Return a text in small ASCII letters, those of other scripts written with Latin ones.

    Between two Chinese characters stands a space, as each is read by itself.
    """
    if not text.isascii():
        from anyascii import anyascii

        plain = without_accents(composed(text, "NFKC"))
        text = "".join(f" {anyascii(char)} " if _is_character(char) else anyascii(char) for char in plain)
    return text.casefold()


def _is_character(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or "\U00020000" <= char <= "\U0003fffd"


def without_accents(text: str) -> str:
    """Return a text whose Latin letters have no accents; those of other scripts keep their signs."""
    kept: list[str] = []
    base = ""
    for char in unicodedata.normalize("NFKD", text.translate(_LETTERS)):
        if not is_mark(char):
            base = char
        elif base.isascii():
            continue
        kept.append(char)
    return unicodedata.normalize("NFC", "".join(kept))


def anchor(text: str, separator: str = "-") -> str:
    """Return the anchor of a heading: its letters in small, of any script, and hyphens; Latin ones without accents.

    Empty where it has no letter or figure. For Latin text it is what Markdown makes of it.
    """
    plain = without_accents(composed(shorn(text)))
    kept = "".join(
        char for char in plain if char.isalnum() or is_mark(char) or char.isspace() or char in "_-"
    )
    return re.sub(rf"[{re.escape(separator)}\s]+", separator, kept.strip().lower())
