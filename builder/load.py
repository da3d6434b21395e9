"""Read the content folder: the only room that opens content files.

Every file is hostile until read: it may be huge, not text, a link out of the folder, or YAML made to
explode. What can be read becomes a ``Document``; all that cannot becomes ``Problem``s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from builder import problems, yamlsource
from builder.problems import Kind, Problem, printable
from builder.yamlsource import KeyPath

MAX_BYTES = 1_000_000
"""Largest content file. An article with 200 claims has about 80,000 bytes."""

REGISTRIES = ("stories", "outlets", "sources", "places")
"""Files ``content/NAME.yml`` that map ids to entries."""
SETTINGS = "site"
_MISTAKEN = {".md": {".md", ".markdown", ".mdown", ".mkd"}, ".yml": {".yml", ".yaml"}}

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_FENCE = re.compile(r"---[ \t]*\Z")


def is_slug(text: str) -> bool:
    """Return whether a name can become part of an address: ``a-z``, digits, single hyphens, at most 80."""
    return len(text) <= 80 and _SLUG.match(text) is not None


@dataclass(frozen=True, slots=True)
class Document:
    """One content file, read: its data with the line of each key, and its prose."""

    path: str
    """Relative to the site's root, with forward slashes."""
    id: str
    """The file's name without its ending."""
    data: dict[str, Any] = field(default_factory=dict)
    lines: dict[KeyPath, int] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1

    def line(self, path: KeyPath) -> int:
        """Return the line of a key, or of the nearest enclosing one that has a line."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def problem(self, path: KeyPath, kind: Kind, message: str) -> Problem:
        """Return a problem at a key of this document."""
        return Problem(self.path, self.line(path), yamlsource.spell(path), kind, message)


@dataclass(slots=True)
class Content:
    """Everything read from the content folder, and what could not be read."""

    articles: list[Document] = field(default_factory=list)
    topics: list[Document] = field(default_factory=list)
    registries: dict[str, Document] = field(default_factory=dict)
    pages: list[Document] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def load(root: Path, content_dir: str = "content") -> Content:
    """Read ``root/content_dir``. Files come in the order of their names, so that builds are repeatable."""
    loader = _Loader(root.resolve(), content_dir)
    return loader.run()


class _Loader:
    def __init__(self, root: Path, content_dir: str) -> None:
        self.root = root
        self.folder = root / content_dir
        self.prefix = content_dir
        self.found = Content()

    def run(self) -> Content:
        for path in self.files("articles", ".md"):
            self.keep(self.found.articles, self.markdown(path, needs_data=True))
        for path in self.files("topics", ".yml"):
            self.keep(self.found.topics, self.yaml(path))
        for name in (*REGISTRIES, SETTINGS):
            path = self.folder / f"{name}.yml"
            if not path.exists() and not path.is_symlink():
                if name != SETTINGS:
                    self.fault(path, 1, problems.MISSING_FILE, f"{path.name} is missing")
                continue
            document = self.yaml(path)
            if document is not None:
                self.found.registries[name] = document
        for path in self.files("", ".md"):
            self.keep(self.found.pages, self.markdown(path, needs_data=False))
        return self.found

    @staticmethod
    def keep(documents: list[Document], document: Document | None) -> None:
        if document is not None:
            documents.append(document)

    def name(self, path: Path) -> str:
        return f"{self.prefix}/{printable(path.relative_to(self.folder).as_posix())}"

    def fault(self, path: Path, line: int, kind: Kind, message: str, key: str = "") -> None:
        self.found.problems.append(Problem(self.name(path), line, key, kind, message))

    def files(self, folder: str, ending: str) -> Iterator[Path]:
        """Yield the content files of one folder. Others are nobody's; those meant to be content are told."""
        place = self.folder / folder if folder else self.folder
        if not place.is_dir():
            if not folder:
                self.found.problems.append(
                    Problem(
                        self.prefix, 1, "", problems.MISSING_FILE, f"the folder {self.prefix}/ is missing"
                    )
                )
            return
        for path in sorted(place.iterdir()):
            if path.name.startswith("."):
                continue
            if path.suffix != ending:
                if path.suffix.casefold() in _MISTAKEN.get(ending, ()):
                    message = f'"{printable(path.name)}" is not read: the ending wanted here is {ending}'
                    self.fault(path, 1, problems.WRONG_ENDING, message)
                continue
            if not is_slug(path.stem):
                message = f'"{printable(path.name)}" cannot become an address: use small letters, digits and hyphens'
                self.fault(path, 1, problems.BAD_NAME, message)
                continue
            yield path

    def text(self, path: Path) -> str | None:
        """Return a file's text with ``\\n`` line ends, or tell why there is none."""
        try:
            if not path.resolve().is_relative_to(self.folder.resolve()):
                self.fault(path, 1, problems.OUTSIDE, "this is a link to a place outside the content folder")
                return None
            if path.exists() and not path.is_file():
                self.fault(path, 1, problems.UNREADABLE, "cannot be read: it is not a file")
                return None
            if path.stat().st_size > MAX_BYTES:
                self.fault(path, 1, problems.TOO_LARGE, f"the file has more than {MAX_BYTES:,} bytes")
                return None
            data = path.read_bytes()
        except OSError as error:
            self.fault(path, 1, problems.UNREADABLE, f"cannot be read: {error.strerror}")
            return None
        except RuntimeError:  # what Python before 3.13 raises for a link that leads to itself
            self.fault(path, 1, problems.UNREADABLE, "cannot be read: the link leads to itself")
            return None
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            self.fault(path, line, problems.NOT_UTF8, f"not UTF-8 text: byte 0x{data[error.start]:02x}")
            return None
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if match := _CONTROL.search(text):
            line = text.count("\n", 0, match.start()) + 1
            self.fault(path, line, problems.NUL_BYTE, f"holds the control character U+{ord(match[0]):04X}")
            return None
        if not text.strip():
            self.fault(path, 1, problems.EMPTY_FILE, "the file is empty")
            return None
        return text

    def yaml(self, path: Path) -> Document | None:
        text = self.text(path)
        return None if text is None else self.document(path, text, 1, "", 1)

    def markdown(self, path: Path, needs_data: bool) -> Document | None:
        text = self.text(path)
        if text is None:
            return None
        lines = text.split("\n")
        if not _FENCE.match(lines[0]):
            if needs_data:
                self.fault(
                    path, 1, problems.NO_FRONT_MATTER, 'an article begins with front matter, a line "---"'
                )
                return None
            return Document(self.name(path), path.stem, body=text)
        for number, line in enumerate(lines[1:], start=1):
            if _FENCE.match(line):
                front, body = "\n".join(lines[1:number]), "\n".join(lines[number + 1 :])
                return self.document(path, front, 2, body, number + 2)
        self.fault(
            path,
            1,
            problems.OPEN_FRONT_MATTER,
            'the front matter begins here and never ends: "---" is missing',
        )
        return None

    def document(self, path: Path, text: str, first_line: int, body: str, body_line: int) -> Document | None:
        parsed = yamlsource.read(text, first_line)
        for fault in parsed.faults:
            self.fault(path, fault.line, fault.kind, fault.message, fault.key)
        if parsed.faults:
            return None
        if not isinstance(parsed.value, dict):
            self.fault(path, first_line, problems.WRONG_TYPE, "a mapping of keys to values belongs here")
            return None
        return Document(self.name(path), path.stem, parsed.value, parsed.lines, body, body_line)
