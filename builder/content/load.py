"""Read the content folder. No other module opens content files.

Every file is treated as hostile: it may be huge, not text, a link out of the folder, or a YAML bomb. A file that can be read
becomes a ``Document``; any other becomes ``Problem``s.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from msgspec import Raw, Struct, field

from builder.cache import regular
from builder.cache.stat_cache import StatCache
from builder.content import hidden_characters, problems, strict_yaml, unquoted
from builder.content.conflicts import conflicts
from builder.content.hidden_characters import HiddenCharacter
from builder.content.problems import ContentError, Kind, Problem, printable
from builder.content.strict_yaml import KeyPath, Parsed
from builder.content.tangled import tangle
from builder.values.latin import latin

MAX_BYTES = 1_000_000
"""Largest content file. An article with 200 claims has about 80,000 bytes."""

REGISTRIES = ("stories", "outlets", "sources", "places")
"""Names of the files ``content/NAME.yml`` that map ids to entries."""
SETTINGS, MOVED = OPTIONAL = ("site", "moved")
"""Names of the files ``content/NAME.yml`` that a site need not have."""
ROOMS = {"articles": ".md", "topics": ".yml", "changes": ".yml"}
"""The folders with content files, and how the names of these end."""
_MISTAKEN = {".md": {".md", ".markdown", ".mdown", ".mkdn", ".mkd"}, ".yml": {".yml", ".yaml"}}

PAGES = ("index.md", "method.md")
"""The hand-written pages that become a part of what is made of the content. All others are the site's own."""

FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
"""Front matter of a page of the site's own, as MkDocs finds it."""

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_FENCE = re.compile(r"---[ \t]*\Z")


def is_slug(text: str) -> bool:
    """Return whether a name can become part of an address: ``a-z``, digits and single hyphens, at most 80 characters."""
    return len(text) <= 80 and _SLUG.match(text) is not None


def as_id(name: str) -> str:
    """Return a name as it would have to be spelled to become part of an address; empty where nothing of it is left."""
    return re.sub(r"[^a-z0-9]+", "-", latin(name)).strip("-")


class Document(Struct, frozen=True):
    """One parsed content file: its data with the line of each key, and its prose."""

    path: str
    """Relative to the site's root, with forward slashes."""
    id: str
    """The file's name without suffix."""
    data: Mapping[str, Any] = field(default_factory=dict)
    lines: Mapping[KeyPath, int] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1

    def line(self, path: KeyPath) -> int:
        """Return the line of a key, or of the nearest enclosing one that has a line."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def problem(self, path: KeyPath, kind: Kind, message: str) -> Problem:
        """Return a problem at a key of this document."""
        return Problem(self.path, self.line(path), strict_yaml.spell(path), kind, message)


def packed(document: Document) -> bytes:
    """Return a document as bytes to be stored, or none if it has values that would not be the same again."""
    late = {key: value for key, value in document.data.items() if key in _LATE}
    parts = (
        document.path,
        document.id,
        {key: value for key, value in document.data.items() if key not in _LATE},
        Raw(msgspec.msgpack.encode(list(document.lines.items()))),
        document.body,
        document.body_line,
    )
    with suppress(ValueError, TypeError, OverflowError):
        found = msgspec.msgpack.encode((*parts, Raw(msgspec.msgpack.encode(late))))
        if unpacked(found) == document:
            return found
    return b""


def unpacked(found: bytes | memoryview) -> Document:
    """Return the document that was packed."""
    path, id, data, lines, body, body_line, late = _unpacker.decode(found)
    return Document(path, id, _Data(data, late), _Lines(lines), body, body_line)


_LATE = frozenset({"claims", "silences"})
"""Keys whose values are unpacked when one is asked for: nine tenths of an article, which only a changed one is asked for."""


class _Data(Mapping[str, Any]):
    """The data of a document, of which ``_LATE`` keys are unpacked when they are asked for."""

    def __init__(self, early: dict[str, Any], packed: Raw) -> None:
        self._early, self._packed = early, packed

    @cached_property
    def _all(self) -> dict[str, Any]:
        return self._early | _data_unpacker.decode(self._packed)

    def __getitem__(self, key: str) -> Any:
        return (self._all if key in _LATE else self._early)[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


class _Lines(Mapping[KeyPath, int]):
    """The line of each key, unpacked when one is asked for: only a document with a problem is asked."""

    def __init__(self, packed: Raw) -> None:
        self._packed = packed

    @cached_property
    def _found(self) -> dict[KeyPath, int]:
        return dict(_line_unpacker.decode(self._packed))

    def __getitem__(self, path: KeyPath) -> int:
        return self._found[path]

    def __iter__(self) -> Iterator[KeyPath]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


_unpacker = msgspec.msgpack.Decoder(tuple[str, str, dict[Any, Any], Raw, str, int, Raw])
_data_unpacker = msgspec.msgpack.Decoder(dict[Any, Any])
_line_unpacker = msgspec.msgpack.Decoder(list[tuple[KeyPath, int]])


class ContentFile(NamedTuple):
    """One content file before parsing. A tuple, because there may be many and tuples are the fastest to create."""

    room: str
    """Its kind: ``articles``, ``topics``, ``changes``, ``registries`` or ``pages``."""
    path: str
    """Relative to the site's root, with forward slashes."""
    id: str
    data: bytes | None
    """Its bytes, or None if it was not read because its digest is known."""
    digest: str
    """SHA-256 of its bytes, as hexadecimal digits."""


class Content(Struct):
    """Everything read from the content folder, and what could not be read."""

    articles: list[Document] = field(default_factory=list)
    topics: list[Document] = field(default_factory=list)
    registries: dict[str, Document] = field(default_factory=dict)
    pages: list[Document] = field(default_factory=list)
    changes: list[Document] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def add(self, file: ContentFile) -> None:
        """Parse a content file and add its document, or its problems."""
        document, found = parse(file)
        self.problems += found
        if document is not None:
            self.keep(file.room, document)

    def keep(self, room: str, document: Document) -> None:
        """Add a document to the collection of its kind."""
        if room == "registries":
            self.registries[document.id] = document
        else:
            rooms = {
                "articles": self.articles,
                "topics": self.topics,
                "changes": self.changes,
                "pages": self.pages,
            }
            rooms[room].append(document)


def load(root: Path, content_dir: str = "content") -> Content:
    """Read ``root/content_dir``. Files are sorted by name, so that builds are reproducible."""
    files, problems = survey(root, content_dir)
    content = Content(problems=problems)
    for file in files:
        content.add(file)
    return content


def survey(
    root: Path, content_dir: str = "content", stat_cache: StatCache | None = None
) -> tuple[list[ContentFile], list[Problem]]:
    """Return all content files sorted by name, and the problems of files that cannot be opened.

    Articles and topics that ``stat_cache`` knows to be unchanged are not read.
    """
    surveyor = _Surveyor(root.resolve(), content_dir, stat_cache)
    return list(surveyor.content_files()), surveyor.problems


def opened(root: Path, file: ContentFile) -> ContentFile:
    """Return a content file with its bytes, reading them if needed.

    Raises ``ContentError`` if the file is gone or no longer matches its digest.
    """
    if file.data is not None:
        return file
    try:
        data = regular.read(root / file.path)
    except OSError:
        data = b""
    if hashlib.sha256(data).hexdigest() != file.digest:
        message = "cannot be read: it was changed in the same moment. Build again"
        raise ContentError([Problem(file.path, 1, "", problems.UNREADABLE, message)])
    return file._replace(data=data)


def page_text(root: Path, content_dir: str, name: str) -> tuple[str | None, list[Problem]]:
    """Return the text of a page of the site's own, or None if it cannot be read, and the problems of either.

    Its Markdown and its front matter are whatever the site's extensions and plugins make of them, so neither is checked but for
    what would lead them astray.
    """
    surveyor = _Surveyor(root.resolve(), content_dir, None)
    file = next(surveyor.content_file("pages", name), None)
    if file is None:
        return None, surveyor.problems
    parser = _Parser(file)
    text = parser.text()
    if text is not None and parser.honest(hidden_characters.in_markdown(text, 1)):
        front = FRONT.match(text)
        body = text[front.end() :] if front else text
        line = 1 + (front[0].count("\n") if front else 0)
        parser.readable(Document(file.path, file.id, body=body, body_line=line))
    return text, parser.problems


class _Surveyor:
    def __init__(self, root: Path, content_dir: str, stat_cache: StatCache | None) -> None:
        self.stat_cache = stat_cache
        self.base = str(root)
        self.folder = root / content_dir
        self.place = Path(os.path.realpath(self.folder))  # a link to itself has no other place
        self.prefix = content_dir
        self.linked = {folder for folder in ("", *ROOMS) if (self.folder / folder).is_symlink()}
        self.problems: list[Problem] = []

    def content_files(self) -> Iterator[ContentFile]:
        for room, ending in ROOMS.items():
            for name in self.files(room, ending):
                yield from self.known(room, name) or self.content_file(
                    room, f"{room}/{name}", self.stat_cache
                )
        for registry in (*REGISTRIES, *OPTIONAL):
            path = self.folder / f"{registry}.yml"
            if path.exists() or path.is_symlink():
                yield from self.content_file("registries", path.name)
            elif registry not in OPTIONAL:
                self.fault(path.name, problems.MISSING_FILE, f"{path.name} is missing")
        for name in self.files("", ".md"):
            if name in PAGES:
                yield from self.content_file("pages", name)

    def fault(self, name: str, kind: Kind, message: str) -> None:
        self.problems.append(Problem(f"{self.prefix}/{printable(name)}", 1, "", kind, message))

    def files(self, folder: str, ending: str) -> Iterator[str]:
        """Yield the names of one folder's content files, sorted. Files that seem to be misnamed content are reported."""
        place = self.folder / folder
        if not place.is_dir():
            if not folder:
                message = f"the folder {self.prefix}/ is missing"
                self.problems.append(Problem(self.prefix, 1, "", problems.MISSING_FILE, message))
            elif place.exists() or place.is_symlink():
                self.fault(folder, problems.UNREADABLE, "cannot be read: it is not a folder")
            return
        try:
            with os.scandir(place) as entries:
                names = sorted(entry.name for entry in entries)
        except OSError as error:
            path = f"{self.prefix}/{folder}".rstrip("/")
            message = f"cannot be read: {error.strerror}"
            self.problems.append(Problem(path, 1, "", problems.UNREADABLE, message))
            return
        for name in names:
            if name.endswith(ending) and is_slug(name.removesuffix(ending)):
                yield name
            elif folder and not name.startswith("."):
                self.stray(f"{folder}/{name}", ending)

    def stray(self, name: str, ending: str) -> None:
        """Report a file that seems to be meant as content but is not named like it."""
        path = self.folder / name
        told = f'"{printable(path.name)}"'
        if path.suffix == ending:
            message = f"{told} cannot become an address: use small letters, digits and hyphens"
            better = path.with_name(f"{as_id(path.stem)[:80].rstrip('-')}{ending}")
            if is_slug(better.stem) and not better.exists():
                message += f", as in {better.name}"
            self.fault(name, problems.BAD_NAME, message)
        elif path.suffix.casefold() in _MISTAKEN.get(ending, ()):
            message = f"{told} is not read: the ending wanted here is {ending}"
            self.fault(name, problems.WRONG_ENDING, message)

    def known(self, room: str, name: str) -> tuple[ContentFile, ...]:
        """Return the content file if its digest is known, else an empty tuple. Fast, as most files are unchanged."""
        if self.stat_cache is None or room in self.linked:
            return ()
        path = f"{self.prefix}/{room}/{name}"
        try:
            digest = self.stat_cache.digest(path, os.lstat(f"{self.base}/{path}"))
        except OSError:
            return ()
        return (ContentFile(room, path, name.partition(".")[0], None, digest),) if digest else ()

    def content_file(
        self, room: str, name: str, stat_cache: StatCache | None = None
    ) -> Iterator[ContentFile]:
        path = f"{self.prefix}/{name}"
        try:
            found = os.lstat(f"{self.folder}/{name}")
        except OSError as error:
            self.fault(name, problems.UNREADABLE, f"cannot be read: {error.strerror}")
            return
        # The stat of a link says nothing about its target.
        plain = stat.S_ISREG(found.st_mode) and name.rpartition("/")[0] not in self.linked
        digest = stat_cache.digest(path, found) if stat_cache and plain else None
        data = self.data(name, plain) if digest is None else None
        if data is not None:
            digest = hashlib.sha256(data).hexdigest()
            if stat_cache and plain:
                stat_cache.note(path, found, digest)
        if digest is not None:
            yield ContentFile(room, path, name.rpartition("/")[2].partition(".")[0], data, digest)

    def data(self, name: str, plain: bool) -> bytes | None:
        """Return a file's bytes, or report why it has none. A ``plain`` file is neither a link nor in a linked folder."""
        path = self.folder / name
        try:
            # Only links have to be resolved, and most files are none.
            if not plain and not path.resolve().is_relative_to(self.place):
                self.fault(name, problems.OUTSIDE, "this is a link to a place outside the content folder")
                return None
            if not plain and path.exists() and not path.is_file():
                self.fault(name, problems.UNREADABLE, "cannot be read: it is not a file")
                return None
            data = regular.read(path, MAX_BYTES + 1)
        except OSError as error:
            self.fault(name, problems.UNREADABLE, f"cannot be read: {error.strerror}")
            return None
        except RuntimeError:  # Python before 3.13 raises it for a link that leads to itself
            self.fault(name, problems.UNREADABLE, "cannot be read: the link leads to itself")
            return None
        if len(data) > MAX_BYTES:
            self.fault(name, problems.TOO_LARGE, f"the file has more than {MAX_BYTES:,} bytes")
            return None
        return data


def parse(file: ContentFile) -> tuple[Document | None, list[Problem]]:
    """Return the document of a content file, or None with its problems if it cannot be read."""
    parser = _Parser(file)
    return parser.run(), parser.problems


class _Parser:
    def __init__(self, file: ContentFile) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def run(self) -> Document | None:
        text = self.text()
        if text is None:
            return None
        if self.file.room in ("topics", "changes", "registries"):
            return self.document(text, 1, "", 1)
        return self.markdown(text, needs_data=self.file.room == "articles")

    def fault(self, line: int, kind: Kind, message: str, key: str = "") -> None:
        self.problems.append(Problem(self.file.path, line, key, kind, message))

    def text(self) -> str | None:
        """Return the file's text with ``\\n`` line ends, or report why it has none."""
        data = self.file.data
        assert data is not None, "files are opened before they are parsed"
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            self.fault(line, problems.NOT_UTF8, f"not UTF-8 text: byte 0x{data[error.start]:02x}")
            return None
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if not self.honest(hidden_characters.in_text(text, 1, prose=self.file.room in ("articles", "pages"))):
            return None
        if not text.strip():
            self.fault(1, problems.EMPTY_FILE, "the file is empty")
            return None
        return text if self.merged(text) else None

    def merged(self, text: str) -> bool:
        """Return whether no two versions of a file stand in it, or tell where they do."""
        told = list(conflicts(text, lone=self.file.room == "articles"))
        for line, message in told[: hidden_characters.MOST]:
            self.fault(line, problems.CONFLICT, message)
        return not told

    def honest(self, found: Iterable[HiddenCharacter]) -> bool:
        """Report hidden characters; return whether there are none."""
        told = [each.problem(self.file.path) for each in found]
        self.problems += told
        return not told

    def markdown(self, text: str, needs_data: bool) -> Document | None:
        lines = text.split("\n")
        if not _FENCE.match(lines[0]):
            if needs_data:
                self.fault(1, problems.NO_FRONT_MATTER, 'an article begins with front matter, a line "---"')
                return None
            if not self.honest(hidden_characters.in_markdown(text, 1)):
                return None
            return self.readable(Document(self.file.path, self.file.id, body=text))
        for number, line in enumerate(lines[1:], start=1):
            if _FENCE.match(line):
                front, body = "\n".join(lines[1:number]), "\n".join(lines[number + 1 :])
                return self.document(front, 2, body, number + 2)
        message = 'the front matter begins here and never ends: "---" is missing'
        self.fault(1, problems.OPEN_FRONT_MATTER, message)
        return None

    def document(self, text: str, first_line: int, body: str, body_line: int) -> Document | None:
        parsed = strict_yaml.read_yaml(text, first_line)
        for fault in parsed.faults:
            self.fault(fault.line, fault.kind, fault.message, fault.key)
        if not self.uncut(parsed, first_line) or parsed.faults:
            return None
        found = hidden_characters.in_values(text, first_line, parsed)
        if not self.honest([*found, *hidden_characters.in_markdown(body, body_line)]):
            return None
        if not isinstance(parsed.value, dict):
            self.fault(first_line, problems.WRONG_TYPE, "a mapping of keys to values belongs here")
            return None
        return self.readable(
            Document(self.file.path, self.file.id, parsed.value, parsed.lines, body, body_line)
        )

    def uncut(self, parsed: Parsed, first_line: int) -> bool:
        """Return whether no words for readers end at the sign of a comment, or report those that do."""
        cut = [(path, said) for path, said in parsed.comments.items() if unquoted.TEXTS.intersection(path)]
        for path, said in cut:
            line = parsed.lines.get(path, first_line)
            self.fault(line, problems.CUT_VALUE, unquoted.cut_at(said), strict_yaml.spell(path))
        return not cut

    def readable(self, document: Document) -> Document | None:
        """Return the document if Markdown can convert its prose in linear time, else report why not."""
        if (found := tangle(document.body)) is None:
            return document
        self.fault(document.body_line + found.line, problems.TANGLED, found.message)
        return None
