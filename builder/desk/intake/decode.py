"""Decode bytes to text as browsers do: by the byte order mark, as UTF-8, by the declared character set. Little is guessed.

Nothing is stored with wrong letters: what cannot be what it says it is, and what says nothing and is not surely one set, is refused.
"""

from __future__ import annotations

import codecs
import re

from msgspec import Struct

from builder.desk.intake import charsets, likely
from builder.desk.kinds import NOT_TEXT, Refusal
from builder.values.text import composed

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*+(?:["']\s*+)?([A-Za-z0-9_.:-]{2,40})|\A\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})""",
    re.IGNORECASE,
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


class Decoded(Struct, frozen=True):
    """A decoded text and how its character set was found."""

    text: str
    """With ``\\n`` line ends. Bytes that are not of its character set are U+FFFD."""
    charset: str
    """Name of the character set."""
    declared: bool = True
    """Whether the bytes say what they are, as UTF-8 does. Otherwise it was guessed."""
    holes: int = 0
    """How many U+FFFD stand for bytes that are not of the character set."""


def decode(data: bytes, *, html: bool = False, charset: str = "") -> Decoded:
    """Return the text of bytes. ``charset`` is a label that something outside of them declares, if anything does.

    Raises ``Refusal`` if the bytes are not text.
    """
    found = _decode(data, html, charset)
    text = composed(found.text).replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    if not html and (control := _CONTROL.search(text)):
        raise Refusal(
            NOT_TEXT, f"it holds the control character U+{ord(control[0]):04X}, which no text needs"
        )
    return Decoded(_CONTROL.sub("", text), found.charset, found.declared, found.holes)


def recoded(data: bytes, charset: str) -> bytes:
    """Return bytes of a declared character set as UTF-8; unchanged if they are UTF-8 already, or not of that set."""
    codec = charsets.codec_of(charset)
    if codec is None or (_as_utf8(data) is not None and not charsets.has_escapes(codec)):
        return data
    text = charsets.read(data, codec)
    return data if "\ufffd" in text else text.encode("utf-8")


def must_be_likely(text: str, found: Decoded, language: str | None = None) -> None:
    """Raise ``Refusal`` if a text is not likely one of the character set that it was read with.

    ``text`` is what is to be stored, ``language`` the one that its page declares.
    """
    holes = text.count("\ufffd") if found.holes else 0
    if holes:
        places = f"{holes} places in its text are" if holes > 1 else "a place in its text is"
        raise Refusal(NOT_TEXT, f"it says that it is {found.charset}, and {places} not")
    if why := likely.unlikely(text, found.charset, found.declared, language):
        said = f"it says that it is {found.charset}" if found.declared else "it does not say its encoding"
        raise Refusal(NOT_TEXT, f"{said}, and read as {found.charset} {why}")


def _decode(data: bytes, html: bool, outside: str) -> Decoded:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return Decoded(data.decode("utf-16"), "utf-8")
        except UnicodeDecodeError:
            raise Refusal(NOT_TEXT, "it begins as UTF-16 and is not") from None
    if name := _utf16(data):
        try:
            return Decoded(data.decode(name), "UTF-16", declared=False)
        except UnicodeDecodeError:
            raise Refusal(NOT_TEXT, "it looks like UTF-16 and is not") from None
    declared = _DECLARED.search(data[:4096]) if html else None
    label = outside or ((declared[1] or declared[2]).decode("ascii") if declared else "")
    codec = charsets.codec_of(label)
    text = _as_utf8(data)
    if text is not None and not (codec and charsets.has_escapes(codec)):
        return Decoded(text, "utf-8")
    if b"\x00" in data:
        raise Refusal(NOT_TEXT, "it is not UTF-8 and holds NUL bytes, as pictures and programs do")
    if data.startswith(codecs.BOM_UTF8):
        codec, label = "utf-8", "utf-8"
    if codec is not None:
        text = charsets.read(data, codec)
        return Decoded(text, "utf-8" if codec == "utf-8" else label, holes=text.count("\ufffd"))
    if (guess := likely.guess(data)) is None:
        raise Refusal(
            NOT_TEXT, "it is not UTF-8 and does not say its encoding, which cannot be told for sure"
        )
    return Decoded(charsets.read(data, guess), likely.NAMES[guess], declared=False)


def _as_utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _utf16(data: bytes) -> str | None:
    """Return the kind of UTF-16 of bytes without a mark, or None: of ASCII characters, every other byte is NUL."""
    head = data[:4096]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if len(data) % 2 or max(even, odd) < 0.05 * len(head) or min(even, odd):
        return None
    return "utf-16-le" if odd else "utf-16-be"
