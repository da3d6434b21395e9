"""Find hidden characters: invisible characters that can change how the text around them is displayed or read.

A right-to-left override displays 30 for 03; a zero-width space splits a word for programs but not for readers. Hidden are
Unicode's control characters, its Default_Ignorable_Code_Points (DerivedCoreProperties.txt of Unicode 16), the interlinear
annotation marks, surrogates and noncharacters. Some scripts need some of these characters: they are allowed where the script
needs them, and nowhere else (Unicode Standard, chapters 9, 12 and 23; UTS #51 for emoji).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f"
"""All control characters except the tab and the line feed."""
_IGNORABLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_NONE = "\ud800-\udfff\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
"""Surrogates and noncharacters."""
_SUSPECT = re.compile(f"[{_CONTROL}{_IGNORABLE}{_NONE}]")
_USUAL = re.compile(
    "[\t\n -~\u00a0-\u00ac\u00ae-\u024f\u0370-\u052f\u05d0-\u05ea\u0621-\u06d3\u0900-\u0dff\u2010-\u2027\u2030-\u205e\u3041-\u30ff"
    "\u4e00-\u9fff\uac00-\ud7a3]*"
)
"""Characters that most texts consist of entirely: skipping them takes a thirtieth of the time."""
_STEERING = re.compile(f"[{_CONTROL}]")
_MOVING = re.compile("[\t\u2028\u2029]")
"""Characters that content may have, but that move a terminal's cursor."""
_NO_CHARACTER = re.compile(f"[{_NONE}]")

Blocks = tuple[tuple[str, str], ...]
_JOINED: Blocks = (
    ("\u0600", "\u07bf"), ("\u07c0", "\u07ff"), ("\u0840", "\u0dff"), ("\u0f00", "\u109f"), ("\u1700", "\u18af"),
    ("\u1a20", "\u1bff"), ("\ua840", "\ua87f"), ("\ua880", "\ua9df"), ("\uaa60", "\uaa7f"), ("\uabc0", "\uabff"),
    ("\ufb50", "\ufdcf"), ("\ufe70", "\ufefc"), ("\U00010d00", "\U00010d3f"), ("\U00011000", "\U00011fff"),
    ("\U0001e900", "\U0001e95f"),
)  # fmt: skip
"""Scripts whose letters join or stack: Arabic, Syriac, N'Ko, Mongolian, those of India and South-East Asia."""
_UNSPACED: Blocks = (("\u0e00", "\u109f"), ("\u1780", "\u17ff"), ("\u1950", "\u19df"), ("\ua9e0", "\uaa7f"))
"""Scripts written without spaces between words: Thai, Lao, Tibetan, Myanmar, Khmer, Tai."""
_MONGOLIAN: Blocks = (("\u1800", "\u180a"), ("\u1820", "\u18af"))
_HEBREW: Blocks = (("\u0590", "\u05ff"),)
_IDEOGRAPHS: Blocks = (
    ("\u3400", "\u4dbf"),
    ("\u4e00", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
)
_VARIED: Blocks = (*_IDEOGRAPHS, ("\u1000", "\u109f"), ("\ua840", "\ua87f"))
"""Scripts whose letters have variants selected by a mark: Han, Myanmar, Phags-pa."""
_PICTURE = re.compile(
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u25fe\u2600-\u27bf\u2934\u2935\u2b05-\u2b55"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
)
"""Characters that may be emoji."""
_FLAGS = tuple(
    "\U0001f3f4" + "".join(chr(0xE0000 + ord(char)) for char in region) + "\U000e007f"
    for region in ("gbeng", "gbsct", "gbwls")
)
"""The flags written with tag characters: England, Scotland and Wales."""
_NEAR = 4
"""Maximum number of neutral characters between a direction mark and a right-to-left letter."""


def hidden(text: str, *, hyphens: bool = False) -> Iterator[int]:
    """Yield the positions of hidden characters, in order.

    ``hyphens`` allows soft hyphens between letters, for prose. Words that are compared must not have them.
    """
    usual = _USUAL.match(text)
    for match in _SUSPECT.finditer(text, usual.end() if usual else 0):
        at = match.start()
        fits = _FITS.get(match[0])
        if hyphens and match[0] == "\u00ad":
            fits = _between_letters
        if fits is None or not fits(text, at):
            yield at


def is_control(char: str) -> bool:
    """Return whether a hidden character is a control character."""
    return _STEERING.match(char) is not None


def called(char: str) -> str:
    """Return a character's number and name: ``U+202E RIGHT-TO-LEFT OVERRIDE``."""
    number = f"U+{ord(char):04X}"
    if _NO_CHARACTER.match(char):
        return f"{number}, which is {'half a' if unicodedata.category(char) == 'Cs' else 'no'} character"
    return f"{number} {unicodedata.name(char, '')}".strip()


def described(char: str) -> str:
    """Return what a message says of a hidden character: ``the control character U+001B``, ``U+200B ZERO WIDTH SPACE, which ...``."""
    if is_control(char):
        return f"the control character {called(char)}"
    name = called(char)
    return name if "which" in name else f"{name}, which is invisible"


def visible(text: str) -> str:
    """Return a text that is safe for a terminal: hidden characters are escaped as in JSON; line ends stay."""
    found = sorted({*hidden(text, hyphens=True), *(match.start() for match in _MOVING.finditer(text))})
    pieces: list[str] = []
    last = 0
    for at in found:
        pieces += [text[last:at], _escaped(text[at])]
        last = at + 1
    return "".join([*pieces, text[last:]]) if found else text


def shorn(text: str) -> str:
    """Return a text without its hidden characters."""
    found = set(hidden(text))
    return "".join(char for at, char in enumerate(text) if at not in found) if found else text


def _escaped(char: str) -> str:
    pairs = char.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{pairs[at : at + 4]}" for at in range(0, len(pairs), 4))


def _of(char: str, blocks: Blocks, kinds: str = "LM") -> bool:
    """Return whether a character is in the blocks and of a general category in ``kinds``, by default letters and marks."""
    return (
        char != ""
        and unicodedata.category(char)[0] in kinds
        and any(low <= char <= high for low, high in blocks)
    )


def _around(text: str, at: int) -> tuple[str, str]:
    return text[at - 1] if at else "", text[at + 1 : at + 2]


def _between(blocks: Blocks, kinds: str = "LM") -> Callable[[str, int], bool]:
    return lambda text, at: all(_of(char, blocks, kinds) for char in _around(text, at))


def _after(blocks: Blocks) -> Callable[[str, int], bool]:
    return lambda text, at: _of(_around(text, at)[0], blocks)


def _between_letters(text: str, at: int) -> bool:
    return all(char != "" and unicodedata.category(char)[0] in "LM" for char in _around(text, at))


def _joins(text: str, at: int) -> bool:
    """Return whether a zero-width joiner follows a letter of a joining script, or joins two emoji."""
    before, after = _around(text, at)
    if _of(before, _JOINED):
        return _of(after, _JOINED) or after.isspace() or unicodedata.category(after or " ")[0] in "PZ"
    pictured = _PICTURE.match(before) or (before == "\ufe0f" and _PICTURE.match(text[at - 2 : at - 1]))
    return bool(pictured and _PICTURE.match(after))


def _beside_right_to_left(text: str, at: int) -> bool:
    """Return whether a direction mark is near a right-to-left letter, where it affects only the neutral characters between."""
    for side in (reversed(text[max(0, at - _NEAR - 1) : at]), text[at + 1 : at + _NEAR + 2]):
        for char in side:
            kind = unicodedata.bidirectional(char)
            if kind in ("R", "AL") and char != "\u200f" and char != "\u061c":
                return True
            if kind not in ("ON", "CS", "ES", "ET", "WS", "NSM"):
                break
    return False


def _in_picture(text: str, at: int) -> bool:
    """Return whether a variation selector follows a possible emoji, or is part of a keycap."""
    before, after = _around(text, at)
    return bool(_PICTURE.match(before)) or (before in tuple("0123456789#*") and after == "\u20e3")


def _in_flag(text: str, at: int) -> bool:
    start = text.rfind("\U0001f3f4", max(0, at - len(_FLAGS[0])), at)
    return start >= 0 and text.startswith(_FLAGS, start)


_FITS: dict[str, Callable[[str, int], bool]] = {
    "\u034f": _between(_HEBREW),
    "\u200b": _between(_UNSPACED, "LMNP"),
    "\u200c": _between(_JOINED),
    "\u200d": _joins,
    "\ufe0e": _in_picture,
    "\ufe0f": _in_picture,
    **dict.fromkeys("\u061c\u200e\u200f", _beside_right_to_left),
    **dict.fromkeys("\u180b\u180c\u180d\u180f", _after(_MONGOLIAN)),
    "\u180e": _between(_MONGOLIAN),
    **dict.fromkeys("\ufe00\ufe01\ufe02", _after(_VARIED)),
    **dict.fromkeys(map(chr, range(0xE0100, 0xE01F0)), _after(_IDEOGRAPHS)),
    **dict.fromkeys(map(chr, range(0xE0020, 0xE0080)), _in_flag),
}
"""Hidden characters that a script needs -> the test whether it needs them at a position."""
