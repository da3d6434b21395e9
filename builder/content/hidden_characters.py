"""What no honest text holds, told with its line in whatever way it is written: as itself, as YAML's escape, as HTML's entity.

Which characters those are says ``builder.values.hidden``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any, NamedTuple

from builder.content import problems
from builder.content.problems import Kind, Problem
from builder.content.strict_yaml import KeyPath, Parsed, spell
from builder.values.hidden import described, hidden, is_control

MOST = 20
"""Lines of one file that are told."""

FEW = 100
"""Entities of one text of which is asked whether they show."""
SHORT = 50_000
"""Characters of a text that is converted for that."""

_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[0-9a-zA-Z]+);")
_NUMBER = re.compile(r"&#(?:([0-9]{1,7})|[xX]0*([0-9a-fA-F]{1,6}))(?![0-9a-fA-F]);?")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.DOTALL)
_SHORT = {"0": "\0", "a": "\a", "b": "\b", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b", "N": "\x85"}
"""Escapes of YAML for single characters that are told."""


class Dishonest(NamedTuple):
    """A character that is not as it seems, and where it is."""

    line: int
    kind: Kind
    message: str
    key: str = ""

    def problem(self, path: str) -> Problem:
        """Return the same as a problem of a file."""
        return Problem(path, self.line, self.key, self.kind, self.message)


def in_text(text: str, first_line: int, *, prose: bool = False) -> list[Dishonest]:
    """Return what stands in a text as itself, the first of each line. ``prose`` may say where its words break."""
    found: list[Dishonest] = []
    last, line, end = 0, first_line, -1
    for at in hidden(text, hyphens=prose):
        if at < end:
            continue
        if len(found) == MOST:
            break
        line += text.count("\n", last, at)
        last = at
        # One for each line: there may be as many as there are characters.
        end = text.find("\n", at) % (len(text) + 1)
        found.append(_told(text[at], line))
    return found


def in_values(text: str, first_line: int, parsed: Parsed) -> list[Dishonest]:
    """Return what YAML's escapes make of a text that was looked through as prose: the first of each key and value."""
    if "\\" not in text and "\u00ad" not in text:
        return []
    lines = text.split("\n")
    found: list[Dishonest] = []
    for path, said in _strings(parsed.value):
        at = next(hidden(said), None)
        if at is None:
            continue
        if len(found) == MOST:
            break
        line = _line(path, parsed, first_line)
        found.append(_told(said[at], _written(lines, line, first_line, said[at]), spell(path)))
    return found


def decoded(html: str) -> str:
    """Return what entities mean to a browser: Python's standard library leaves out what is no honest text."""
    return unescape(_NUMBER.sub(lambda match: unescape(match[0]) or chr(_number(match)), html))


def in_markdown(text: str, first_line: int) -> list[Dishonest]:
    """Return what HTML's entities make of Markdown that has none of it as itself, where it shows: within code they are words."""
    suspects = _suspects(text, first_line) if "&" in text else []
    if suspects and len(suspects) <= FEW and len(text) <= SHORT:
        suspects = _shown(text, suspects)
    found: dict[int, Dishonest] = {}
    for entity in suspects:
        found.setdefault(entity.line, _told(entity.char, entity.line))
    return [found[line] for line in sorted(found)][:MOST]


class _Entity(NamedTuple):
    char: str
    """What it means."""
    start: int
    end: int
    line: int


def _suspects(text: str, first_line: int) -> list[_Entity]:
    """Return the entities that no honest text holds, by what stands beside them in the Markdown."""
    pieces: list[str] = []
    meant: dict[int, _Entity] = {}
    last, length, line = 0, 0, first_line
    for match in _ENTITY.finditer(text):
        line += text.count("\n", last, match.start())
        char = decoded(match[0])
        pieces += [text[last : match.start()], char]
        length += match.start() - last
        meant[length] = _Entity(char, match.start(), match.end(), line)
        length += len(char)
        last = match.end()
    read = "".join([*pieces, text[last:]])
    return [meant[at] for at in hidden(read, hyphens=True) if at in meant]


def _shown(text: str, suspects: list[_Entity]) -> list[_Entity]:
    """Return those of the entities in a Markdown text that show: within code they are words."""
    # Most texts have no such entity, and a check is to start at once.
    from builder.content.converter import convert

    there = set(text)
    spare = (char for number in range(0xF0000, 0xFFFFE) if (char := chr(number)) not in there)
    # With a mark of its own for each, so that what comes out tells which of them show.
    marks = dict(zip(spare, suspects, strict=False))
    pieces, last = [], 0
    for mark, entity in marks.items():
        pieces += [text[last : entity.start], f"&#{ord(mark)};"]
        last = entity.end
    html = str(convert("".join([*pieces, text[last:]])))
    return [marks[mark] for mark in marks if mark in html]


def _told(char: str, line: int, key: str = "") -> Dishonest:
    kind = problems.NUL_BYTE if is_control(char) else problems.HIDDEN
    return Dishonest(line, kind, f"holds {described(char)}", key)


def _strings(value: Any) -> Iterator[tuple[KeyPath, str]]:
    """Yield all keys and texts of a document, each with its path. It is no deeper than YAML was read."""
    waiting: list[tuple[KeyPath, Any]] = [((), value)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, str):
            yield path, value
        entries: Iterable[tuple[Any, Any]] = (
            value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        )
        inside = [((*path, step), inner) for step, inner in entries]
        for within, _ in inside:
            if isinstance(within[-1], str):
                yield within, within[-1]
        waiting += reversed(inside)


def _line(path: KeyPath, parsed: Parsed, first_line: int) -> int:
    while path and path not in parsed.lines:
        path = path[:-1]
    return parsed.lines.get(path, first_line)


def _written(lines: list[str], line: int, first_line: int, char: str) -> int:
    """Return the first line from one on that has a character, as itself or as an escape; that one where there is none."""
    for number in range(line - first_line, len(lines)):
        if char in lines[number] or any(_meant(match) == char for match in _ESCAPE.finditer(lines[number])):
            return number + first_line
    return line


def _number(match: re.Match[str]) -> int:
    return min(int(match[1]) if match[1] else int(match[2], 16), 0x10FFFF)


def _meant(match: re.Match[str]) -> str:
    number = match[1] or match[2] or match[3]
    if number is None:
        return _SHORT.get(match[4], "")
    return chr(int(number, 16)) if int(number, 16) < 0x110000 else ""
