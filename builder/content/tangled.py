"""What no Markdown of an honest text has: brackets, lists and quotations that are nested or left open without end.

Python-Markdown looks from each bracket for the one that closes it, and calls itself for each level of a list: such a text
takes the square of its length, or more levels than Python has. It is refused before Markdown sees it. Linear.
"""

from __future__ import annotations

import re

from msgspec import Struct

OPEN = 30
"""The most brackets that stand open at one place; and so many links in one block may have no end, more only in a short one."""
LEVELS = 12
"""The most marks of lists and quotations at the beginning of one line."""
INDENT = 60
"""The most columns by which a line is indented; a tab goes to the next fourth one."""
DEFINITIONS = 20
"""The most definitions in one block. Without a blank line between, each is read as a part of the one before."""
LINES, CHARACTERS = 2_000, 20_000
"""The most of them in one block. A block ends at a blank line."""
HEADINGS = 500
FOOTNOTES = 500
"""The most references and footnotes in one text."""

_BLANK = re.compile(r"\n[ \t]*(?=\n)")
_LINE = re.compile(r"(?P<indent>[ \t]*)(?P<marks>(?:(?:>|(?:[-*+:]|[0-9]++\.)(?=[ \t]))[ \t]*)*)")
_MARK = re.compile(r"[>*+:.-]")
_DEFINITION = re.compile(r"^ {0,3}:[ \t]", re.MULTILINE)
_HEADING = re.compile(r"^ {0,3}#|^[=-]++[ \t]*+$", re.MULTILINE)
_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)
_LINK = re.compile(
    r"""\]\((?!\s*+(?:<[^<>]*+>|(?:[^()<>"']|\([^()<>"']*+\))*)\s*+(?:"[^"\n]*+"|'[^'\n]*+')?\s*+\))"""
)
"""A link whose address does not end where it should: its end is looked for to the end of the block."""


class Tangle(Struct, frozen=True):
    """Where a text is tangled, and how."""

    line: int
    """Counted from 0."""
    message: str


def tangle(text: str) -> Tangle | None:
    """Return where a text is first found to be tangled, or ``None`` where Markdown can read it in time."""
    found = _text(text, _HEADING, HEADINGS, "headings") or _text(
        text, re.compile(r"\[\^"), FOOTNOTES, "footnotes and references to them"
    )
    line = 0
    for block in _BLANK.split(text):
        if found:
            break
        found = _block(block, line)
        line += block.count("\n") + 1
    return found


def _text(text: str, mark: re.Pattern[str], most: int, what: str) -> Tangle | None:
    for number, match in enumerate(mark.finditer(text)):
        if number == most:
            return Tangle(text.count("\n", 0, match.start()), f"more than {most} {what} stand in one text")
    return None


def _block(block: str, line: int) -> Tangle | None:
    if len(block) > CHARACTERS or block.count("\n") >= LINES:
        # What parts two blocks stands before the second.
        return Tangle(
            line + block.startswith("\n"),
            f"one block goes on for more than {LINES:,} lines or {CHARACTERS:,} characters",
        )
    for at, words in enumerate(block.split("\n"), start=line):
        match = _LINE.match(words)
        assert match is not None, "there may be nothing at all"
        if len(match["indent"].expandtabs(4)) > INDENT:
            return Tangle(at, f"the line is indented by more than {INDENT} columns")
        if len(_MARK.findall(match["marks"])) > LEVELS:
            return Tangle(at, f"more than {LEVELS} lists and quotations begin on one line")
    for number, match in enumerate(_DEFINITION.finditer(block)):
        if number == DEFINITIONS:
            at = line + block.count("\n", 0, match.start())
            return Tangle(at, f"more than {DEFINITIONS} definitions stand without a blank line between them")
    return _brackets(block, line) if "[" in block else None


def _brackets(block: str, line: int) -> Tangle | None:
    depth = 0
    for match in _BRACKET.finditer(block):
        depth += (match[0] == "[") - (match[0] == "]" and depth > 0)
        if depth > OPEN:
            at = line + block.count("\n", 0, match.start())
            return Tangle(at, f"more than {OPEN} brackets are open here")
    looked = 0
    for match in _LINK.finditer(block):
        looked += len(block) - match.start()
        if looked > OPEN * CHARACTERS:
            at = line + block.count("\n", 0, match.start())
            return Tangle(
                at,
                "too many links have an address that does not end: a bracket or quotation mark is left open",
            )
    return None
