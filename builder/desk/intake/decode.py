"""Decode bytes to text with little guessing: UTF-8, UTF-16, or the encoding that a page or its server declares."""

from __future__ import annotations

import codecs
import re

from builder.desk.kinds import NOT_TEXT, Refusal
from builder.values.text import composed

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*+(?:["']\s*+)?([A-Za-z0-9_.:-]{2,40})|\A\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})""",
    re.IGNORECASE,
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_SAFE = {"utf-8", "cp1252", "iso8859-1", "iso8859-2", "iso8859-15", "cp1250", "cp1251", "koi8-r", "koi8-u"}
"""Declared encodings that are accepted. Others, such as UTF-7, are refused. UTF-16 is recognised by its bytes instead."""
_GUESS = "Windows-1252"
MOST_ACCENTED = 0.5
"""Share of non-ASCII letters above which a text is not taken for Windows-1252: no language written in it has so many."""


def decode(data: bytes, *, html: bool = False) -> tuple[str, str | None]:
    """Return the text, with ``\\n`` line ends, and the name of its encoding if that was guessed, else None.

    Raises ``Refusal`` if the bytes are not text.
    """
    text, guessed = _decode(data, html)
    text = composed(text).replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    if not html and (found := _CONTROL.search(text)):
        raise Refusal(NOT_TEXT, f"it holds the control character U+{ord(found[0]):04X}, which no text needs")
    return _CONTROL.sub("", text), guessed


def recoded(data: bytes, charset: str) -> bytes:
    """Return bytes of a declared encoding as UTF-8; unchanged if they are UTF-8 already, or not of that encoding."""
    text = _declared(data, charset)
    return data if text is None or _is_utf8(data) else text.encode("utf-8")


def must_be_likely(text: str, guessed: str | None) -> None:
    """Raise ``Refusal`` if the encoding was guessed and most letters are not ASCII: the guess was wrong."""
    letters = [char for char in text if char.isalpha()]
    accented = sum(char > "\x7f" for char in letters)
    if guessed == _GUESS and accented > MOST_ACCENTED * len(letters):
        raise Refusal(NOT_TEXT, f"it is not UTF-8, does not say its encoding, and makes no words as {_GUESS}")


def _decode(data: bytes, html: bool) -> tuple[str, str | None]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16"), None
        except UnicodeDecodeError:
            raise Refusal(NOT_TEXT, "it begins as UTF-16 and is not") from None
    if name := _utf16(data):
        try:
            return data.decode(name), "UTF-16"
        except UnicodeDecodeError:
            raise Refusal(NOT_TEXT, "it looks like UTF-16 and is not") from None
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        place = error.start
    if b"\x00" in data:
        raise Refusal(NOT_TEXT, "it is not UTF-8 and holds NUL bytes, as pictures and programs do")
    declared = _DECLARED.search(data[:4096]) if html else None
    if declared:
        name = (declared[1] or declared[2]).decode("ascii")
        if (text := _declared(data, name)) is not None:
            return text, None
    try:
        return data.decode("cp1252"), _GUESS
    except UnicodeDecodeError:
        raise Refusal(NOT_TEXT, f"it is not UTF-8: byte 0x{data[place]:02x} at position {place:,}") from None


def _declared(data: bytes, charset: str) -> str | None:
    """Return bytes decoded from a declared encoding, or None if that is not accepted or does not fit."""
    try:
        name = codecs.lookup(charset).name
    except (LookupError, ValueError):
        return None
    # Browsers read Latin-1 as Windows-1252, and pages rely on it: it has quotation marks where Latin-1 has none.
    for tried in ("cp1252", name) if name == "iso8859-1" else (name,):
        try:
            if tried in _SAFE:
                return data.decode(tried)
        except UnicodeDecodeError:
            continue
    return None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _utf16(data: bytes) -> str | None:
    """Return the kind of UTF-16 of bytes without a mark, or None: of ASCII characters, every other byte is NUL."""
    head = data[:4096]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if len(data) % 2 or max(even, odd) < 0.05 * len(head) or min(even, odd):
        return None
    return "utf-16-le" if odd else "utf-16-be"
