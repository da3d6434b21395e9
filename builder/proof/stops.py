"""Where sentences end, in any script.

After the rules of UAX #29 (sentence boundaries), and stricter: a full stop ends none after an abbreviation, nor before a small letter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from builder.values.abbreviations import REACH, goes_on
from builder.values.text import ELLIPSIS

STRONG = "。！？｡．؟۔।॥։።፧፨။។៕།༎꓿᠃᠉‼⁇⁈⁉"
"""Marks that end a sentence whatever follows."""
_GREEK = "\u0370-\u03ff\u1f00-\u1fff"
_NOTE = r"(?:\[[^\[\]\s]{1,3}\]|\[(?:note|nb) [0-9]{1,3}\]|\[citation needed\]|[¹²³⁰⁴-⁹*†‡§])"
"""The mark of a note, behind the full stop of its sentence."""
_STOP = re.compile(
    rf"""(?:(?<![.!?…])[.!?…]++|(?<=[{_GREEK}]);|[{STRONG}])(?:[.!?…{STRONG}])*+(?P<closing>["'”’)\]」』）】》〉〕］}}]*+)"""
    rf"""(?P<notes>(?:{_NOTE})*+)(?P<space>\s*+)"""
)
_NEXT = re.compile(r"""(?:-\s?)?["'“‘(\[「『（《〈【¿¡]{0,3}(?P<letter>\w)""")
# Thai and Lao print no full stops: there a space may be what stands between two sentences. Not beside the sign of repetition.
_SPACE = re.compile(r"(?<=[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e\u0e81-\u0ec5\u0ec8-\u0ece]) (?=[\u0e01-\u0e2e\u0e40-\u0e44\u0e81-\u0ec4])")  # fmt: skip


def ends(content: str, start: int, end: int, is_opening: Callable[[int], bool]) -> Iterator[int]:
    """Yield where a sentence of a paragraph ends and the next begins, in order.

    ``is_opening`` says of a quotation mark at a position whether it was printed as one that opens.
    """
    last = start
    for match in _STOP.finditer(content, start, end):
        stop = match.end()
        if stop >= end:
            return
        marks = content[match.start() : match.start("closing")]
        if any(mark in STRONG for mark in marks):
            if (
                marks == "．"
                and content[match.start() - 1 : match.start()].isdecimal()
                and content[stop].isdecimal()
            ):
                continue  # a decimal point
            stop = _with_closing(match, is_opening)
        else:
            before = content[max(last, match.start() - REACH) : match.start()]
            after = content[stop : min(end, stop + REACH)]
            if not match["space"] or not _begins(content, match, end, marks):
                continue
            if marks == "." and not match["notes"] and goes_on(before, after):
                continue
        yield stop
        last = stop


def _with_closing(match: re.Match[str], is_opening: Callable[[int], bool]) -> int:
    """Return where a sentence ends after a mark with no space behind it: what opens is the next one's."""
    closing = match["closing"]
    for at, char in enumerate(closing, match.start("closing")):
        if char in "\"'" and not (match["space"] and at == match.end("closing") - 1) and is_opening(at):
            return at
    return match.end()


def _begins(content: str, match: re.Match[str], end: int, marks: str) -> bool:
    """Return whether a sentence can begin behind a full stop: with anything but a small letter."""
    found = _NEXT.match(content, match.end(), end)
    if found is None:
        return False
    letter = found["letter"]
    if letter.isupper() or letter.istitle() or letter.isdecimal():
        return True
    # Scripts without capitals: an ellipsis may stand within their sentences. Georgian capitals begin no words.
    small = letter.islower() and letter.title() != letter
    return letter.isalpha() and not small and ELLIPSIS not in marks


def stretches(content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a sentence that may be sentences where a script prints no full stops: what stands between spaces."""
    last = start
    for match in _SPACE.finditer(content, start, end):
        yield last, match.start()
        last = match.end()
    if last > start:
        yield last, end
