"""Report hidden characters with their line, whether they are written literally, as a YAML escape or as an HTML entity.

``builder.values.hidden`` defines which characters are hidden.
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
"""Maximum number of lines reported per file."""

FEW = 100
"""Up to so many suspicious entities in a text, the text is converted to see which of them are displayed as characters."""
SHORT = 50_000
"""Maximum number of characters of a text that is converted for that."""

_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[0-9a-zA-Z]+);")
_NUMBER = re.compile(r"&#(?:([0-9]{1,7})|[xX]0*([0-9a-fA-F]{1,6}))(?![0-9a-fA-F]);?")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.DOTALL)
_SHORT = {"0": "\0", "a": "\a", "b": "\b", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b", "N": "\x85"}
"""YAML's short escapes for characters that are reported."""


class HiddenCharacter(NamedTuple):
    """A hidden character and where it is."""

    line: int
    kind: Kind
    message: str
    key: str = ""

    def problem(self, path: str) -> Problem:
        """Return it as a problem of the file ``path``."""
        return Problem(path, self.line, self.key, self.kind, self.message)


def in_text(text: str, first_line: int, *, prose: bool = False) -> list[HiddenCharacter]:
    """Return the hidden characters written literally in a text, the first of each line. ``prose`` may contain soft hyphens."""
    found: list[HiddenCharacter] = []
    last, line, end = 0, first_line, -1
    for at in hidden(text, hyphens=prose):
        if at < end:
            continue
        if len(found) == MOST:
            break
        line += text.count("\n", last, at)
        last = at
        # One per line: every character of a text may be hidden.
        end = text.find("\n", at) % (len(text) + 1)
        found.append(_told(text[at], line))
    return found


def in_values(text: str, first_line: int, parsed: Parsed) -> list[HiddenCharacter]:
    """Return the hidden characters in the parsed keys and values, the first of each.

    ``text`` is the source, already checked as prose: what remains are YAML escapes and soft hyphens.
    """
    if "\\" not in text and "\u00ad" not in text:
        return []
    lines = text.split("\n")
    found: list[HiddenCharacter] = []
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
    """Decode HTML entities as browsers do. ``html.unescape`` alone drops control characters and noncharacters."""
    return unescape(_NUMBER.sub(lambda match: unescape(match[0]) or chr(_number(match)), html))


def in_markdown(text: str, first_line: int) -> list[HiddenCharacter]:
    """Return the hidden characters written as HTML entities in Markdown, the first of each line.

    Entities in code are displayed as written, so they are not reported. Literal characters are checked by ``in_text``.
    """
    suspects = _suspects(text, first_line) if "&" in text else []
    if suspects and len(suspects) <= FEW and len(text) <= SHORT:
        suspects = _shown(text, suspects)
    found: dict[int, HiddenCharacter] = {}
    for entity in suspects:
        found.setdefault(entity.line, _told(entity.char, entity.line))
    return [found[line] for line in sorted(found)][:MOST]


class _Entity(NamedTuple):
    char: str
    """The character that it stands for."""
    start: int
    end: int
    line: int


def _suspects(text: str, first_line: int) -> list[_Entity]:
    """Return the entities that stand for a hidden character, judged by the characters beside them in the Markdown."""
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
    """Return the entities of a Markdown text that are displayed as characters. Within code they are displayed as written."""
    # Imported late: most texts have no such entity, and a check should start quickly.
    from builder.content.converter import convert

    there = set(text)
    spare = (char for number in range(0xF0000, 0xFFFFE) if (char := chr(number)) not in there)
    # Each entity is replaced by a unique private-use character; those in the output are the ones that are displayed.
    marks = dict(zip(spare, suspects, strict=False))
    pieces, last = [], 0
    for mark, entity in marks.items():
        pieces += [text[last : entity.start], f"&#{ord(mark)};"]
        last = entity.end
    html = str(convert("".join([*pieces, text[last:]])))
    return [marks[mark] for mark in marks if mark in html]


def _told(char: str, line: int, key: str = "") -> HiddenCharacter:
    kind = problems.NUL_BYTE if is_control(char) else problems.HIDDEN
    return HiddenCharacter(line, kind, f"holds {described(char)}", key)


def _strings(value: Any) -> Iterator[tuple[KeyPath, str]]:
    """Yield all keys and strings of a document with their paths. The depth is limited by ``strict_yaml``."""
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
    """Return the first line from ``line`` on that has a character, literally or as an escape; else ``line`` itself."""
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
