"""Refuse Markdown with excessively nested or unclosed brackets, lists and quotations, before it is converted.

Python-Markdown searches from each bracket for the closing one and recurses for each level of a list: such a text takes quadratic
time or exceeds Python's recursion limit. These checks take linear time.
"""

from __future__ import annotations

import re

from msgspec import Struct

OPEN = 30
"""Maximum number of brackets open at one place; also of links without an end in one block of ``CHARACTERS``."""
LEVELS = 12
"""Maximum number of list and quotation marks at the beginning of one line."""
INDENT = 60
"""Maximum indentation of a line in columns; tab stops are four columns apart."""
DEFINITIONS = 20
"""Maximum number of definitions in one block. Without a blank line between them, each is parsed inside the one before."""
LINES, CHARACTERS = 2_000, 20_000
"""Maximum size of one block. A block ends at a blank line."""
HEADINGS = 500
FOOTNOTES = 500
"""Maximum number of headings, and of footnotes with references to them, in one text."""

_BLANK = re.compile(r"\n[ \t]*(?=\n)")
_LINE = re.compile(r"(?P<indent>[ \t]*)(?P<marks>(?:(?:>|(?:[-*+:]|[0-9]++\.)(?=[ \t]))[ \t]*)*)")
_MARK = re.compile(r"[>*+:.-]")
_DEFINITION = re.compile(r"^ {0,3}:[ \t]", re.MULTILINE)
_HEADING = re.compile(r"^ {0,3}#|^[=-]++[ \t]*+$", re.MULTILINE)
_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)
_LINK = re.compile(
    r"""\]\((?!\s*+(?:<[^<>]*+>|(?:[^()<>"']|\([^()<>"']*+\))*)\s*+(?:"[^"\n]*+"|'[^'\n]*+')?\s*+\))"""
)
"""A link whose address does not end properly: Markdown searches for its end up to the end of the block."""


class Tangle(Struct, frozen=True):
    """The first place where a text is tangled, and why."""

    line: int
    """Counted from 0."""
    message: str


def tangle(text: str) -> Tangle | None:
    """Return where a text is tangled, or None if Markdown can convert it in linear time."""
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
        # The line end that separates two blocks belongs to the second.
        return Tangle(
            line + block.startswith("\n"),
            f"one block goes on for more than {LINES:,} lines or {CHARACTERS:,} characters",
        )
    for at, words in enumerate(block.split("\n"), start=line):
        match = _LINE.match(words)
        assert match is not None, "the pattern matches the empty string"
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
