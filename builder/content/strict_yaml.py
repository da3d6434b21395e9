"""Read YAML strictly, with the line of every key.

PyYAML's own loaders accept duplicate keys, expand aliases without limit, read ``no`` as false and
``12:30`` as 750 (YAML 1.1). This reader builds values from the parser's events, in one pass and without
recursion: it refuses each of these with its line, and takes time linear in the size of the file.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import Any

import yaml
from msgspec import Struct, field

from builder.content import problems, unquoted
from builder.content.problems import Kind

MAX_DEPTH = 12
"""Nesting allowed; the deepest content key (``claims[i].sources[j]``) needs 4."""

KeyPath = tuple[str | int, ...]
"""The path of a value, for example ``("claims", 3, "question")``."""

# libyaml's parser is about five times faster; the pure Python one behaves the same.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_INT = re.compile(r"[-+]?(0|[1-9][0-9]*)\Z")
_FLOAT = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+\Z")
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOL = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
# Scalars that YAML 1.1 and YAML 1.2 readers interpret differently.
_AMBIGUOUS = re.compile(
    r"""(?: y|Y|n|N|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF
        | [-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?   # 12:30 reads as 750
        | [-+]?0[0-9_]+ | [-+]?0[xob][0-9a-fA-F_]+           # octal, hexadecimal, binary
        | [-+]?[0-9][0-9]*_[0-9_]*                           # 1_000
        | [-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)[eE][-+]?[0-9]+
        | [-+]?\.(?:inf|Inf|INF) | \.(?:nan|NaN|NAN)
        | = | <<
        )\Z""",
    re.VERBOSE,
)


UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that YAML does not allow (1.2, rule 1), and escapes here may not stand for: control characters, surrogates."""


class Fault(Struct, frozen=True):
    """A problem of the YAML itself, regardless of what it means."""

    line: int
    key: str
    kind: Kind
    message: str


class Parsed(Struct):
    """A YAML document: its value, the line of every key and item, and its faults."""

    value: Any = None
    lines: dict[KeyPath, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    stopped: bool = False
    """Whether the reading ended at the last fault: what stands below is not known."""
    comments: dict[KeyPath, str] = field(default_factory=dict)
    """What stands behind unquoted values, from the sign # and a blank on, and is no part of them. What begins like a word is a fault."""


_BREAKS = re.compile("[\x85\u2028\u2029]")
"""Line ends to YAML 1.1 and PyYAML, but not to text editors and YAML 1.2: they would shift the numbers of all lines below."""
_LEFT_OPEN = ("while scanning a simple key", "while scanning a quoted scalar", "while parsing a flow")
"""Contexts of PyYAML's errors about a missing colon, quotation mark or bracket."""


def editors_lines(text: str) -> str:
    """Return a text of the same length in which PyYAML counts the same lines as a text editor."""
    return _BREAKS.sub(" ", text)


def spell(path: KeyPath) -> str:
    """Return a key path in the notation of messages: ``claims[3].question``."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def read_yaml(text: str, first_line: int = 1) -> Parsed:
    """Parse one YAML document.

    ``first_line`` is the number of the text's first line in its file. Never raises for bad input: problems are
    in ``faults``, and ``value`` may then be partial.
    """
    parsed = _read(text, first_line)
    if not parsed.stopped:
        return parsed
    lines = editors_lines(text).split("\n")
    told: list[Fault] = []
    # What needs quotation marks stops the reading. With them it goes on, so that the next such line is told too.
    while len(told) < unquoted.MOST:
        fault = parsed.faults[-1]
        at = fault.line - first_line
        fits = fault.kind in (problems.YAML_SYNTAX, problems.YAML_ALIAS)
        alias = fault.kind is problems.YAML_ALIAS
        quoted = unquoted.mended(lines[at], alias=alias) if fits and at < len(lines) else None
        message = f"{unquoted.why(lines[at])} has to stand in quotation marks" if quoted is not None else ""
        again = _with(lines, at, quoted, first_line) if quoted is not None else None
        if again is None or (again.stopped and again.faults[-1].line <= fault.line):
            # that was not it: a mark before may be left open, which takes in lines up to the next one
            opened = _opened(lines, at, first_line) if fault.kind is problems.YAML_SYNTAX else None
            if opened is None:
                break
            at, quoted, again = opened
            message = "a quotation mark is not closed"
        assert quoted is not None
        lines[at] = quoted
        told.append(Fault(at + first_line, fault.key, problems.UNQUOTED, f"{message}: {quoted.strip()}"))
        parsed = again
        if not again.stopped:
            break
    parsed.faults[:0] = told
    return parsed


def _with(lines: list[str], at: int, line: str, first_line: int) -> Parsed:
    """Return what is read with one line in place of another."""
    return _read("\n".join([*lines[:at], line, *lines[at + 1 :]]), first_line)


def _opened(lines: list[str], at: int, first_line: int) -> tuple[int, str, Parsed] | None:
    """Return the first line up to one that leaves a quotation mark open, that line with the mark closed, and what is read then.

    ``None`` if none does, or closing it leads no further.
    """
    tried = 0
    for place, line in enumerate(lines[: at + 1]):
        following = next((other for other in lines[place + 1 :] if other.strip()), "")
        mended = unquoted.closed(line, following)
        if mended is None:
            continue
        again = _with(lines, place, mended, first_line)
        if not again.stopped or again.faults[-1].line > at + first_line:
            return place, mended, again
        tried += 1
        if tried == unquoted.MOST:
            break
    return None


def _read(text: str, first_line: int) -> Parsed:
    parsed = Parsed()
    try:
        _Builder(parsed, first_line, editors_lines(text)).run()
    except yaml.MarkedYAMLError as error:
        line, message = broken(error, first_line)
        parsed.faults.append(Fault(line, "", problems.YAML_SYNTAX, message))
        parsed.stopped = True
    except yaml.reader.ReaderError as error:
        # The position counts characters in one of PyYAML's readers and bytes in the other, so it is searched for here.
        found = text.find(chr(error.character)) if isinstance(error.character, int) else -1
        line = text.count("\n", 0, max(found, 0)) + first_line
        message = f"not readable as YAML: the character U+{ord(text[found]):04X} is not allowed"
        parsed.faults.append(Fault(line, "", problems.YAML_SYNTAX, message))
    except (yaml.YAMLError, ValueError) as error:
        # An escape beyond Unicode: one of PyYAML's two readers lets Python raise ValueError.
        parsed.faults.append(Fault(first_line, "", problems.YAML_SYNTAX, f"not readable as YAML: {error}"))
    return parsed


def broken(error: yaml.MarkedYAMLError, first_line: int = 1) -> tuple[int, str]:
    """Return line and message of a YAML syntax error. For a missing end the line is the one where the element begins."""
    mark, found = error.problem_mark or error.context_mark, str(error.problem)
    if error.context_mark and str(error.context).startswith(_LEFT_OPEN):
        mark, found = error.context_mark, f"{error.context}, {found}"
    return (mark.line if mark else 0) + first_line, f"not readable as YAML: {found}"


class _Stop(Exception):
    """Stops reading after an error that makes all later ones meaningless."""


class _Frame(Struct):
    """A mapping or list being filled."""

    value: dict[str, Any] | list[Any]
    path: KeyPath
    key: str | None = None
    """In a mapping: the key whose value is read next."""

    @property
    def next_path(self) -> KeyPath:
        """The path of the value that is read next."""
        if isinstance(self.value, list):
            return (*self.path, len(self.value))
        return self.path if self.key is None else (*self.path, self.key)


class _Builder:
    def __init__(self, parsed: Parsed, first_line: int, text: str) -> None:
        self.parsed = parsed
        self.first_line = first_line
        self.text = text
        self.lines = text.split("\n") if " #" in text or "\t#" in text else []
        """Its lines, if a value may be cut at the sign of a comment."""
        self.stack: list[_Frame] = []
        self.documents = 0

    @cached_property
    def source(self) -> list[str]:
        """The lines of the text."""
        return self.lines or self.text.split("\n")

    def fault(self, event: Any, path: KeyPath, kind: Kind, message: str) -> None:
        self.parsed.faults.append(Fault(self.line(event), spell(path), kind, message))

    def line(self, event: Any) -> int:
        line: int = event.start_mark.line
        return line + self.first_line

    def run(self) -> None:
        loader = _Loader(self.text)
        try:
            for event in iter(loader.get_event, None):
                self.take(event)
        except _Stop:
            self.parsed.stopped = True
        finally:
            loader.dispose()

    def take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self.scalar(event)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self.open(event)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self.stack.pop()
        elif kind is yaml.AliasEvent:
            self.fault(event, self.next_path(), problems.YAML_ALIAS, f"the alias *{event.anchor} is refused")
            raise _Stop
        elif kind is yaml.DocumentStartEvent:
            self.documents += 1
            if self.documents > 1:
                self.fault(
                    event, (), problems.YAML_SYNTAX, "a second YAML document begins here; one is allowed"
                )
                raise _Stop

    def next_path(self) -> KeyPath:
        return self.stack[-1].next_path if self.stack else ()

    def check(self, event: Any) -> None:
        if event.anchor is not None:
            self.fault(event, self.next_path(), problems.YAML_ALIAS, f"the anchor &{event.anchor} is refused")
        if event.tag is not None:
            self.fault(event, self.next_path(), problems.YAML_TAG, f"the tag {event.tag} is refused")

    def open(self, event: Any) -> None:
        self.check(event)
        path = self.next_path()
        if len(self.stack) >= MAX_DEPTH:
            self.fault(event, path, problems.TOO_DEEP, f"nested deeper than {MAX_DEPTH} levels")
            raise _Stop
        if self.stack and isinstance(self.stack[-1].value, dict) and self.stack[-1].key is None:
            self.fault(event, path, problems.YAML_SYNTAX, "a key must be a plain text, not a list or mapping")
            raise _Stop
        value: dict[str, Any] | list[Any] = {} if type(event) is yaml.MappingStartEvent else []
        self.put(event, value)
        self.stack.append(_Frame(value, path))

    def scalar(self, event: Any) -> None:
        if not self.needs_quotes(event):
            self.check(event)
        frame = self.stack[-1] if self.stack else None
        if frame is not None and frame.key is None and isinstance(frame.value, dict):
            self.key(frame, frame.value, event)
            return
        if not event.implicit[0]:  # quoted, or a block text
            self.put(event, event.value)
            return
        if self.lines:
            self.comment(event)
        value, doubt = _plain(event.value)
        if doubt:
            self.fault(event, self.next_path(), problems.AMBIGUOUS, doubt)
        self.put(event, value)

    def needs_quotes(self, event: Any) -> bool:
        """Tell of a text for readers that YAML takes for a tag, an anchor or an empty block text; return whether it is one."""
        block = event.style in ("|", ">") and not event.value
        local = event.tag is not None and event.tag.startswith("!")
        named = event.anchor is not None and event.tag is None
        path = self.next_path()
        if not (block or local or named) or not path or path[-1] not in unquoted.TEXTS:
            return False
        message = unquoted.told(self.source[event.start_mark.line])
        if message is None:
            return False
        if block:
            message = f"nothing is indented below; {message}"
        self.fault(event, path, problems.UNQUOTED, message)
        return True

    def comment(self, event: Any) -> None:
        """Note what YAML takes for a comment behind a value; tell of one that begins like a word, which nobody means so."""
        mark = event.end_mark
        behind = self.lines[mark.line][mark.column :].lstrip() if mark.line < len(self.lines) else ""
        if not behind.startswith("#"):
            return
        path = self.next_path()
        if not event.value:
            self.fault(event, path, problems.CUT_VALUE, unquoted.all_cut(behind))
        elif behind[1:2].strip(" \t#"):
            self.fault(event, path, problems.CUT_VALUE, unquoted.cut_at(behind))
        else:
            self.parsed.comments[path] = behind

    def key(self, frame: _Frame, mapping: dict[str, Any], event: Any) -> None:
        name = event.value
        path = (*frame.path, name)
        if event.implicit[0] and name == "<<":
            self.fault(event, path, problems.YAML_ALIAS, "the merge key << is refused")
        elif name in mapping:
            first = self.parsed.lines[path]
            self.fault(
                event,
                path,
                problems.DUPLICATE_KEY,
                f'the key "{name}" stands here again (first on line {first})',
            )
        self.parsed.lines.setdefault(path, self.line(event))
        frame.key = name

    def put(self, event: Any, value: Any) -> None:
        frame = self.stack[-1] if self.stack else None
        if frame is None:
            self.parsed.lines.setdefault((), self.line(event))
            self.parsed.value = value
        elif isinstance(frame.value, list):
            self.parsed.lines[frame.next_path] = self.line(event)
            frame.value.append(value)
        elif frame.key is not None:
            frame.value[frame.key] = value
            frame.key = None


@lru_cache(maxsize=4096)
def _plain(text: str) -> tuple[Any, str]:
    """Return the value of an unquoted scalar and its fault, if any. Cached, as most occur in many files."""
    if text in _NULL:
        return None, ""
    if text in _BOOL:
        return _BOOL[text], ""
    if _INT.match(text):
        return (int(text), "") if len(text) <= 18 else (0, f"{text[:20]}... is too long for a number")
    if _FLOAT.match(text):
        return float(text), ""
    if _AMBIGUOUS.match(text):
        return (
            text,
            f'{text} means different things to different YAML readers: write it in quotation marks, "{text}"',
        )
    return text, ""
