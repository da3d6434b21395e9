"""Normalise a text's typography, keeping the original position of every character.

The same normalisation as ``builder.values.text.normalise``, by the same tables and patterns, and case is kept.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from msgspec import Struct

from builder.values.text import DOTTED, EDITS, HIDDEN, SAME, Edit, without_stacks

Span = tuple[int, int]
"""Start and end of a range of characters; the end is exclusive."""


def within(span: Span, part: Span) -> bool:
    """Return whether a range of characters lies in another one."""
    return part[0] <= span[0] and span[1] <= part[1]


class _Char(Struct, frozen=True):
    char: str
    start: int
    end: int


class Normal:
    """A normalised text with the original position of each character."""

    def __init__(self, raw: str) -> None:
        chars = [_Char(char, index, index + 1) for index, char in enumerate(without_stacks(raw))]
        chars = _translated(_composed(chars), HIDDEN)
        for edit in EDITS:
            chars = _edited(chars, edit)
        chars = _collapsed(_composed(_translated(chars, SAME)))
        chars = _collapsed(_edited(chars, DOTTED))
        self.text = _text(chars)
        """The text, equal to ``normalise(raw)``."""
        self._starts = [char.start for char in chars]
        self._ends = [char.end for char in chars]

    def raw(self, span: Span) -> Span:
        """Return the span of the raw text for a span of ``text``."""
        start, end = span
        return self._starts[start], self._ends[end - 1]

    def normal(self, span: Span) -> Span:
        """Return the span of ``text`` for a span of the raw text."""
        start, end = span
        return bisect_right(self._ends, start), bisect_left(self._starts, end)


def _text(chars: list[_Char]) -> str:
    return "".join(char.char for char in chars)


def _composed(chars: list[_Char]) -> list[_Char]:
    """NFC, one cluster of characters at a time; what a cluster becomes stands where the cluster stood."""
    if unicodedata.is_normalized("NFC", _text(chars)):
        return chars
    done: list[_Char] = []
    cluster: list[_Char] = []
    for char in chars:
        if cluster and not _joins(_text(cluster), char.char):
            done.extend(_nfc(cluster))
            cluster = []
        cluster.append(char)
    return done + _nfc(cluster)


def _joins(before: str, char: str) -> bool:
    if unicodedata.combining(char):
        return True
    nfc = unicodedata.normalize
    return nfc("NFC", before + char) != nfc("NFC", before) + nfc("NFC", char)


def _nfc(cluster: list[_Char]) -> list[_Char]:
    if not cluster:
        return []
    start, end = cluster[0].start, cluster[-1].end
    return [_Char(char, start, end) for char in unicodedata.normalize("NFC", _text(cluster))]


def _translated(chars: list[_Char], table: Mapping[int, str | None]) -> list[_Char]:
    done: list[_Char] = []
    for char in chars:
        number = ord(char.char)
        if number in table:
            # Nothing, one character, or the letters of a ligature.
            done.extend(_Char(other, char.start, char.end) for other in table[number] or "")
        else:
            done.append(char)
    return done


def _edited(chars: list[_Char], edit: Edit) -> list[_Char]:
    """What stands for a match stands where the match stood."""
    pattern, form = edit
    done: list[_Char] = []
    last = 0
    for match in pattern.finditer(_text(chars)):
        done.extend(chars[last : match.start()])
        start, end = chars[match.start()].start, chars[match.end() - 1].end
        done.extend(_Char(char, start, end) for char in form(match))
        last = match.end()
    return done + chars[last:] if last else chars


def _collapsed(chars: list[_Char]) -> list[_Char]:
    done: list[_Char] = []
    for char in chars:
        if not char.char.isspace():
            done.append(char)
        elif done and done[-1].char != " ":
            done.append(_Char(" ", char.start, char.end))
        elif done:
            done[-1] = _Char(" ", done[-1].start, char.end)
    if done and done[-1].char == " ":
        done.pop()
    return done
