"""Letters of any script: what is one word, what is written without spaces, and where words may begin and end.

Python's ``\\w`` has no vowel signs and no accents that stand alone: Hindi, Thai or pointed Hebrew would fall apart at them. And
it takes a Chinese sentence for one word, as no space stands in it.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache

_PLACES = (
    (0x300, 0x1E00), (0x20D0, 0x2100), (0x2CE0, 0x3100), (0xA660, 0xAC00), (0xFB1E, 0xFB1F), (0xFE20, 0xFE30), (0x101F0, 0x12000),
    (0x16A00, 0x17000), (0x1BC90, 0x1BCA0), (0x1CF00, 0x1D250), (0x1DA00, 0x1E950),
)  # fmt: skip
"""Where marks stand in Unicode; to look at all characters would take a tenth of a second."""
JOINERS = "\u200c\u200d"
"""They join or part the forms of letters in one word, as in Persian and the scripts of India."""
_IDEOGRAPHS = (
    "\u2e80\u2fdf\u3005\u3007\u3021\u3029\u3031\u3035\u303b\u303b\u3041\u3096\u3099\u309a\u309d\u309f\u30a1\u30fa\u30fc\u30ff"
    "\u3105\u312f\u31a0\u31bf\u31f0\u31ff\u3400\u4dbf\u4e00\u9fff\ua000\ua48c\uf900\ufaff\uff66\uff9f"
    "\U00016fe0\U00018cff\U0001aff0\U0001b16f\U00020000\U0003fffd"
)
"""Chinese characters, kana, and what stands between them: the first and the last of each row, in order."""
_SOUTH_EAST_ASIAN = (
    "\u0e01\u0e3a\u0e40\u0e4e\u0e81\u0ece\u0edc\u0edf\u1000\u103f\u1050\u108f\u109a\u109d\u1780\u17d3\u17d7\u17d7\u17dc\u17dd"
    "\u1950\u1974\u1980\u19cf\u1a20\u1a7c\u1aa7\u1aa7\ua9e0\ua9ef\ua9fa\ua9fe\uaa60\uaadf\U00011700\U0001172b"
)
"""The letters and marks of Thai, Lao, Burmese, Khmer and their like (UAX #14, class SA), in the same way."""
WHOLE = 6
"""The shares that a word has."""
_LEAST = "\u0e01"
"""No letter before this one is of a script without spaces."""
_OTHER = re.compile("[^\\x00-\u02ff\u2000-\u206f\u20a0-\u20cf\u2100-\u218f]")


def is_simple(text: str) -> bool:
    """Return whether all letters are Latin, and none has a sign of its own: most texts, which are then read in a plain way."""
    return text.isascii() or _OTHER.search(text) is None


@cache
def marks() -> str:
    """Return accents, vowel signs and whatever else stands on a letter (category M), for a character class."""
    rows: list[str] = []
    for first, end in _PLACES:
        found = [at for at in range(first, end) if unicodedata.category(chr(at))[0] == "M"]
        starts = [at for at in found if unicodedata.category(chr(at - 1))[0] != "M"]
        ends = [at for at in found if unicodedata.category(chr(at + 1))[0] != "M"]
        rows += [f"\\U{start:08x}-\\U{stop:08x}" for start, stop in zip(starts, ends, strict=True)]
    return "".join(rows)


@cache
def without_spaces() -> str:
    """Return the letters and marks of scripts without spaces between words, for a character class."""
    ends = _IDEOGRAPHS + _SOUTH_EAST_ASIAN
    return "".join(f"{first}-{last}" for first, last in zip(ends[::2], ends[1::2], strict=True))


def _among(rows: str, char: str) -> bool:
    at = bisect_left(rows, char)
    return at % 2 == 1 or rows[at : at + 1] == char


_STACKING = frozenset("\u1039\u17d2")
"""What puts the next letter under the last, in Burmese and Khmer."""
_NUMERALS = frozenset(
    "〇零一二三四五六七八九十百千万萬亿億兆两兩廿卅壹贰貳叁參肆伍陆陸柒捌玖拾佰仟几幾数數0123456789０１２３４５６７８９"
)
_BETWEEN_DIGITS = frozenset("，．")
_TYING = frozenset("-.,٫٬")
"""What stands between two parts of one word or number."""


def share(word: str) -> int:
    """Return how much of a word a piece of text is, in sixths, if it is one as ``words`` cuts them.

    Two Chinese or Japanese characters are a word, three letters in Thai, Lao, Burmese and Khmer (signs on them do not count):
    chosen on the strict side, so that no more may be quoted than elsewhere.
    """
    first = word[0]
    if first < _LEAST:
        return WHOLE
    if _among(_IDEOGRAPHS, first):
        return 3
    return 2 if _among(_SOUTH_EAST_ASIAN, first) else WHOLE


def unspaced(char: str) -> bool:
    """Return whether a letter, or a mark on one, is of a script without spaces between words."""
    return char >= _LEAST and (_among(_IDEOGRAPHS, char) or _among(_SOUTH_EAST_ASIAN, char))


def is_mark(char: str) -> bool:
    """Return whether a character stands on the letter before it."""
    return char >= "\u0300" and unicodedata.category(char)[0] == "M"


def _part(char: str) -> bool:
    """Return whether a character is part of a word in a script with spaces."""
    return (char.isalnum() or char == "_" or is_mark(char)) and not unspaced(char)


def joined(words: Iterable[str]) -> str:
    """Return words in a row as their script has them: with spaces, or without."""
    found: list[str] = []
    for word in words:
        if found and not _close(found[-1][-1], word[0]):
            found.append(" ")
        found.append(word)
    return "".join(found)


def _close(last: str, first: str) -> bool:
    """Return whether no space stands between two letters of two words."""
    if _among(_IDEOGRAPHS, last) or _among(_IDEOGRAPHS, first):
        return True
    return unspaced(last) and unspaced(first)


def stands_apart(content: str, start: int, stop: int) -> bool:
    """Return whether a passage begins and ends where words do: not "3" in "3,000", not "large" in "large-scale", not "三" in "三千".

    In a script without spaces words may begin at every letter, but not within a letter and its signs, nor within a number.
    """
    if start and not _begins(content, start):
        return False
    return stop >= len(content) or _may_end(content, stop)


def _begins(content: str, start: int) -> bool:
    first, before = content[start], content[start - 1]
    farther = content[start - 2] if start > 1 else ""
    if not first.isalnum():
        return not (is_mark(first) and before.isalnum())
    if unspaced(first):
        return not (before in _STACKING or before == "\u200d" or _one_number(farther, before, first))
    if first in _NUMERALS and _one_number(farther, before, first):
        return False
    if _part(before):
        return False
    tied = before in _TYING or before == "'" or before in JOINERS
    return not (tied and farther and _part(farther))


def _may_end(content: str, stop: int) -> bool:
    last, after = content[stop - 1], content[stop]
    farther = content[stop + 1 : stop + 2]
    if is_mark(after) or (after in JOINERS and farther.isalnum()):
        return not (last.isalnum() or is_mark(last))
    if last in _NUMERALS and _one_number(farther, after, last):
        return False
    if not (_part(last) and last != "_"):
        return True
    if _part(after):
        return False
    return not (after in _TYING and farther and _part(farther))


def _one_number(farther: str, beside: str, own: str) -> bool:
    """Return whether a numeral and the one beside it, or behind a point, are one number: "十" in "二十", "3" in "3万"."""
    if own not in _NUMERALS:
        return False
    return beside in _NUMERALS or (
        beside in _BETWEEN_DIGITS and "０" <= own <= "９" and "０" <= farther <= "９"
    )


@cache
def bordering(*, simple: bool) -> tuple[str, str]:
    """Return patterns for where no word goes on to the left, and to the right: no letter stands there, nor a hyphen and a letter.

    Letters of scripts without spaces are beside a word, not in it. ``simple`` says that ``is_simple`` holds of the text that
    they are for.
    """
    letter = _letter(simple=simple)
    return f"(?<!{letter})", f"(?!-?{letter})"


def _letter(*, simple: bool) -> str:
    own = "" if simple else without_spaces()
    return r"\w" if simple else rf"(?:[^\W{own}]|(?![{own}])[{marks()}])"


def whole(words: str, *, simple: bool) -> str:
    """Return a pattern for words where they are no part of longer ones, for a text of which ``is_simple`` holds, or does not."""
    letter = _letter(simple=simple)
    begins = f"(?<!{letter})" if words[:1].isalnum() and not unspaced(words[0]) else ""
    ends = f"(?!{letter})" if words[-1:].isalnum() and not unspaced(words[-1]) else ""
    return f"{begins}{re.escape(words)}{ends}"
