"""Bytes to text, without guessing more than can be told: UTF-8, UTF-16 with its mark, a page's declared encoding."""

from __future__ import annotations

import codecs
import re
import unicodedata

from builder.desk.kinds import NOT_TEXT, Refusal

_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_SAFE = {
    "utf-8",
    "cp1252",
    "iso8859-1",
    "iso8859-2",
    "iso8859-15",
    "cp1250",
    "cp1251",
    "koi8-r",
    "koi8-u",
    "utf-16",
}
"""Encodings that pages declare and that cannot blow up: UTF-7 and the like are refused."""


def decode(data: bytes, *, html: bool = False) -> tuple[str, bool]:
    """Return the text, with ``\\n`` line ends, and whether its encoding was a guess.

    ``Refusal`` where the bytes are no text.
    """
    text, guessed = _decode(data, html)
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    if not html and (found := _CONTROL.search(text)):
        raise Refusal(NOT_TEXT, f"it holds the control character U+{ord(found[0]):04X}, which no text needs")
    return _CONTROL.sub("", text), guessed


def _decode(data: bytes, html: bool) -> tuple[str, bool]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16"), False
        except UnicodeDecodeError:
            raise Refusal(NOT_TEXT, "it begins as UTF-16 and is not") from None
    try:
        return data.decode("utf-8-sig"), False
    except UnicodeDecodeError as error:
        place = error.start
    if b"\x00" in data:
        raise Refusal(NOT_TEXT, "it is not UTF-8 and holds NUL bytes, as pictures and programs do")
    declared = _DECLARED.search(data[:4096]) if html else None
    if declared:
        try:
            name = codecs.lookup(declared[1].decode("ascii")).name
            if name in _SAFE:
                return data.decode(name), False
        except (LookupError, UnicodeDecodeError):
            pass
    try:
        return data.decode("cp1252"), True
    except UnicodeDecodeError:
        raise Refusal(NOT_TEXT, f"it is not UTF-8: byte 0x{data[place]:02x} at position {place:,}") from None
