"""Check ``mkdocs.yml`` and the files that it inherits, before MkDocs does and for commands that do not load MkDocs.

Only checks whether MkDocs can read the settings at all, so that every command reports the same problems with file, line and
code; MkDocs interprets them. Everything that YAML allows is allowed: tags, anchors, merge keys.
"""

from __future__ import annotations

import os
import posixpath
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct

from builder.content import problems, strict_yaml
from builder.content.problems import Kind, Problem
from builder.content.strict_yaml import UNPRINTABLE, KeyPath, editors_lines, spell
from builder.values.hidden import described

NAME = "mkdocs.yml"
MAX_BYTES = 1_000_000
MAX_DEPTH = 50
"""Nesting allowed; the deepest setting of a theme or plugin needs some 8, and a navigation seldom more."""
CONTENT = "content"
"""The content folder if the settings name none."""
_TEXT = "tag:yaml.org,2002:str"
_BOOL = "tag:yaml.org,2002:bool"
_DATE = "tag:yaml.org,2002:timestamp"
MAX_VALUES = 1_000_000
"""Values that a file may stand for, with each alias in its place. MkDocs prints what it does not know, and would never end."""


class Settings(Struct):
    """The facts about a site's settings file that are needed without MkDocs."""

    missing: bool = False
    """Whether the file does not exist. That is not a problem."""
    docs_dir: str = CONTENT
    """The content folder, relative to the site's root; the default if the settings cannot be read or name none."""
    docs_dir_known: bool = True
    """Whether that is the folder: only MkDocs knows one that is taken from the environment (!ENV)."""
    directory_urls: bool = True
    """Whether pages are written as ``topics/x/index.html`` instead of ``topics/x.html``."""
    problems: list[Problem] = []
    """Problems that keep MkDocs from reading it, the first of each file."""


def look(root: Path) -> Settings:
    """Return the facts about ``root/mkdocs.yml`` and its problems. Never raises, and never waits for a pipe."""
    return look_at(root / NAME)


def look_at(file: Path) -> Settings:
    """Return the same for a settings file of any name."""
    found = Settings()
    try:
        file.lstat()
    except (FileNotFoundError, NotADirectoryError):
        found.missing = True
        return found
    except OSError:
        pass  # the reader gets the same error and reports it
    reader = _Reader(file.parent)
    reader.read(file)
    found.problems = reader.problems
    if not reader.problems:
        found.docs_dir = posixpath.normpath(reader.docs_dir or CONTENT)
        found.docs_dir_known = reader.docs_dir_known
        found.directory_urls = reader.directory_urls is not False
    return found


class _Reader:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.docs_dir = ""
        self.docs_dir_known = True
        self.directory_urls: bool | None = None
        self.opened: list[Path] = []

    def read(self, file: Path) -> None:
        """Read a file and the files that it inherits, nearest first: nearer settings take precedence."""
        parent: Path | None = file
        while parent is not None:
            file, parent = parent, None
            name = str(file.relative_to(self.root) if file.is_relative_to(self.root) else file)
            text = self.text(file, name)
            tree = self.tree(text, name) if text is not None else None
            # The last of duplicate keys counts.
            own = {str(key.value): value for key, value in tree.value} if tree is not None else {}
            if (folder := own.get("docs_dir")) is not None and not self.docs_dir:
                # The value of a tagged node, such as !ENV, is known only to MkDocs.
                self.docs_dir_known = folder.tag == _TEXT
                self.docs_dir = folder.value if self.docs_dir_known else CONTENT
            urls = own.get("use_directory_urls")
            if self.directory_urls is None and urls is not None and urls.tag == _BOOL:
                self.directory_urls = yaml.SafeLoader("").construct_yaml_bool(urls)
            if "INHERIT" in own:
                parent = self.parent(file, name, own["INHERIT"])

    def fault(self, name: str, line: int, kind: Kind, message: str, key: str = "") -> None:
        self.problems.append(Problem(name, line, key, kind, message))

    def parent(self, file: Path, name: str, value: yaml.Node) -> Path | None:
        """Return the file that ``file`` inherits, or None if it cannot be read."""
        line = value.start_mark.line + 1
        if value.tag != _TEXT:
            self.fault(name, line, problems.BAD_SETTINGS, "the name of a file belongs here", "INHERIT")
            return None
        parent = file.parent / str(value.value)
        try:
            if Path(os.path.realpath(parent)) not in self.opened:
                parent.stat()
                return parent
            self.fault(
                name, line, problems.BAD_SETTINGS, "the files inherit each other in a circle", "INHERIT"
            )
        except (FileNotFoundError, NotADirectoryError):
            self.fault(name, line, problems.MISSING_FILE, f"{value.value} is missing", "INHERIT")
        except (OSError, RuntimeError) as error:
            self.fault(
                name, line, problems.UNREADABLE, f"{value.value} cannot be read: {_why(error)}", "INHERIT"
            )
        return None

    def text(self, file: Path, name: str) -> str | None:
        """Return a file's text with the lines that text editors count, or report why it has none."""
        try:
            mode = file.stat().st_mode
            if not stat.S_ISREG(mode):
                # Opening a pipe would block forever.
                what = "a folder" if stat.S_ISDIR(mode) else "not a file"
                self.fault(name, 1, problems.UNREADABLE, f"cannot be read: it is {what}")
                return None
            with file.open("rb") as opened:
                data = opened.read(MAX_BYTES + 1)
            self.opened.append(Path(os.path.realpath(file)))
        except (OSError, RuntimeError) as error:
            self.fault(name, 1, problems.UNREADABLE, f"cannot be read: {_why(error)}")
            return None
        if len(data) > MAX_BYTES:
            self.fault(name, 1, problems.TOO_LARGE, f"the file has more than {MAX_BYTES:,} bytes")
            return None
        try:
            text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            self.fault(name, line, problems.NOT_UTF8, f"not UTF-8 text: byte 0x{data[error.start]:02x}")
            return None
        if found := UNPRINTABLE.search(text):
            self.fault(
                name,
                text.count("\n", 0, found.start()) + 1,
                problems.NUL_BYTE,
                f"holds {described(found[0])}",
            )
            return None
        return editors_lines(text)

    def tree(self, text: str, name: str) -> yaml.MappingNode | None:
        """Return a file's settings as a YAML node, or report why there are none."""
        # MkDocs uses the pure Python loader, which differs from the faster one in details.
        loader = yaml.SafeLoader(text)
        try:
            tree = loader.get_single_node()
        except yaml.MarkedYAMLError as error:
            line, message = strict_yaml.broken(error)
            self.fault(name, line, problems.YAML_SYNTAX, message)
            return None
        except (yaml.YAMLError, ValueError) as error:  # ValueError: an escape beyond Unicode
            line = loader.line + 1
            self.fault(name, line, problems.YAML_SYNTAX, f"not readable as YAML: {error}")
            return None
        except RecursionError:
            self.fault(name, 1, problems.TOO_DEEP, f"nested deeper than {MAX_DEPTH} levels")
            return None
        finally:
            loader.dispose()
        if tree is None:
            self.fault(name, 1, problems.EMPTY_FILE, "the file is empty")
            return None
        if not isinstance(tree, yaml.MappingNode):
            message = "a mapping of settings to values belongs here"
            self.fault(name, tree.start_mark.line + 1, problems.BAD_SETTINGS, message)
            return None
        before = len(self.problems)
        if (exploding := _exploding(tree)) is not None:
            message = f"with its aliases (*) this stands for more than {MAX_VALUES:,} values, or for itself"
            self.fault(name, exploding.start_mark.line + 1, problems.YAML_ALIAS, message)
            return None
        for path, node in _nodes(tree):
            line = node.start_mark.line + 1
            if len(path) > MAX_DEPTH:
                self.fault(name, line, problems.TOO_DEEP, f"nested deeper than {MAX_DEPTH} levels")
                break
            if isinstance(node, yaml.ScalarNode) and (found := UNPRINTABLE.search(node.value)):
                self.fault(name, line, problems.NUL_BYTE, f"holds {described(found[0])}", spell(path))
            if isinstance(node, yaml.ScalarNode) and node.tag == _DATE:
                try:
                    loader.construct_yaml_timestamp(node)
                except ValueError as error:
                    message = (
                        f"{node.value} is read as a date, and is none: {error}. Put it in quotation marks"
                    )
                    self.fault(name, line, problems.BAD_SETTINGS, message, spell(path))
        return tree if len(self.problems) == before else None


def _why(error: OSError | RuntimeError) -> str:
    """Return why a file cannot be opened. Python before 3.13 raises ``RuntimeError`` for a link that leads to itself."""
    return str(error.strerror) if isinstance(error, OSError) else "the link leads to itself"


def _exploding(tree: yaml.Node) -> yaml.Node | None:
    """Return the first value found that aliases make larger than ``MAX_VALUES``, or a part of itself; None if there is none. Linear."""
    sizes: dict[int, int | None] = {}
    """Of each value that was begun: how many values it stands for, None until all in it are counted."""
    waiting = [(tree, False)]
    while waiting:
        node, done = waiting.pop()
        inside = _inside(node)
        if done:
            counted = [sizes[id(other)] for other in inside]
            size = 1 + sum(number or 0 for number in counted)
            if None in counted or size > MAX_VALUES:
                return node
            sizes[id(node)] = size
        elif id(node) not in sizes:
            sizes[id(node)] = None
            waiting.append((node, True))
            waiting += [(other, False) for other in inside if sizes.get(id(other), 0) == 0]
    return None


def _inside(node: yaml.Node) -> list[yaml.Node]:
    """Return the keys and values directly in a value."""
    if isinstance(node, yaml.MappingNode):
        return [each for pair in node.value for each in pair]
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def _nodes(tree: yaml.Node) -> Iterator[tuple[KeyPath, yaml.Node]]:
    """Yield all keys and values with their paths, each once even if aliases refer to it."""
    seen: set[int] = set()
    waiting: list[tuple[KeyPath, Any]] = [((), tree)]
    while waiting:
        path, node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        yield path, node
        inside: list[tuple[KeyPath, Any]] = []
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                step = key.value if isinstance(key, yaml.ScalarNode) else "?"
                inside += [(path, key), ((*path, step), value)]
        elif isinstance(node, yaml.SequenceNode):
            inside = [((*path, number), item) for number, item in enumerate(node.value)]
        waiting += reversed(inside)
