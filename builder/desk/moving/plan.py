"""What would change in the files of a site: found without writing anything, and held against the rules for content."""

from __future__ import annotations

import difflib
import hashlib
import os
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct, field

from builder.cache import regular
from builder.content.copied_files import enclosed
from builder.content.load import MOVED, REGISTRIES, Content, ContentFile, Document, parse
from builder.content.model import Change, Site
from builder.content.problems import ContentError, errors
from builder.content.settings_file import NAME
from builder.content.strict_yaml import editors_lines
from builder.content.validate import moved, validate
from builder.desk import kinds
from builder.desk.desk import Desk
from builder.desk.kinds import Refusal
from builder.desk.moving.edits import Edit, edited, end_of
from builder.desk.moving.names import Named
from builder.desk.moving.references import Reference, Today, relinked, respelled
from builder.desk.yamltext import scalar
from builder.proof.check import finder

_FENCE = re.compile(r"^\ufeff?---[ \t]*$", re.MULTILINE)


class FileChange(Struct, frozen=True):
    """What becomes of one file."""

    path: str
    """Relative to the site's root, with forward slashes."""
    before: str | None
    """Its text now; None if it is new."""
    after: str | None
    """Its text then; None if it goes."""


class Plan(Struct):
    """All that would change, for people, for programs and for ``together.write``."""

    named: Named
    to: Named | None
    """What it is called then, or what takes its place."""
    changes: list[FileChange] = field(default_factory=list)
    moved: list[tuple[str, str]] = field(default_factory=list)
    """Kind and id of each entry that ``moved.yml`` gets."""
    takes: list[Named] = field(default_factory=list)
    """What goes with it: the claims that answered a question."""
    remarks: list[str] = field(default_factory=list)
    """What an editor should know."""
    amended: list[str] = field(default_factory=list)
    """What it says otherwise then, in words; its id stays."""
    renames: bool = False
    """Whether it is called otherwise then."""
    followed: list[tuple[str, Document, Reference]] = field(default_factory=list)
    """Places that name it and change with it, each with its file and what this is, as ``References.all`` has them."""
    linked: list[str] = field(default_factory=list)
    """Files whose links change with it."""
    news: tuple[Change, ...] = ()
    """What the log of changes gets."""
    after: Site | None = None
    """The site as it is then."""

    def diff(self) -> Iterator[str]:
        """Yield the changes as a unified diff without lines around them."""
        for one in self.changes:
            before, after = (one.before or "").splitlines(), (one.after or "").splitlines()
            names = (
                one.path if one.before is not None else "/dev/null",
                one.path if one.after is not None else "/dev/null",
            )
            yield from difflib.unified_diff(before, after, *names, n=0, lineterm="")

    def as_data(self) -> dict[str, Any]:
        """Return the plan in plain values, for programs."""
        return {
            "kind": self.named.kind,
            "id": self.named.id,
            "to": self.to.id if self.to else None,
            "takes": [{"kind": one.kind, "id": one.id} for one in self.takes],
            "moved": [{"kind": kind, "id": id} for kind, id in self.moved],
            "files": [
                {"path": one.path, "new": one.before is None, "removed": one.after is None}
                for one in self.changes
            ],
            "diff": list(self.diff()),
            "remarks": self.remarks,
        }


class Files:
    """The texts of a site's files, and the new ones that a plan puts in their place."""

    def __init__(self, desk: Desk) -> None:
        if wrong := errors([*desk.content.problems, *desk.problems]):
            # What cannot be read may refer to it.
            raise ContentError(wrong)
        self.desk = desk
        self._before: dict[str, str | None] = {}
        self._after: dict[str, str | None] = {}

    def read(self, path: str) -> str | None:
        """Return a file's text as it would be, or None if there is none. Raises ``Refusal`` if it is a link or not in the project."""
        if path in self._after:
            return self._after[path]
        if path not in self._before:
            self._before[path] = text_in(self.desk.root, path)
        return self._before[path]

    def write(self, path: str, text: str | None) -> None:
        """Plan a file's new text, or None for its end."""
        self.read(path)
        self._after[path] = text

    @property
    def changes(self) -> list[FileChange]:
        """All changes, new files first, then changed ones, then those that go."""
        found = [
            FileChange(path, self._before[path], after)
            for path, after in sorted(self._after.items())
            if after != self._before[path]
        ]
        return sorted(found, key=lambda one: (one.before is not None, one.after is None))

    def edit(self, path: str, edits: Iterable[Edit]) -> None:
        """Plan changes of a YAML file or of an article's front matter. Raises ``Refusal`` if they cannot be made safely."""
        if not (given := list(edits)):
            return
        text = self.read(path)
        assert text is not None, "only files that were read are changed"
        start, end = _front(text) if path.endswith(".md") else (0, len(text))
        try:
            done = edited(text[start:end], given)
        except Refusal as refusal:
            raise Refusal(refusal.kind, f"{path}: {refusal.message}") from None
        if not done and path in {f"{self.desk.content_dir}/{name}.yml" for name in REGISTRIES}:
            done = "{}\n"  # every site has the file, with or without entries
        self.write(path, text[:start] + done + text[end:] if done or path.endswith(".md") else None)

    def content(self) -> Content:
        """Return the content as it would be."""
        desk, prefix = self.desk, f"{self.desk.content_dir}/"
        now = Content()
        rooms: tuple[tuple[str, list[Document]], ...] = (
            ("articles", desk.content.articles),
            ("topics", desk.content.topics),
            ("changes", desk.content.changes),
            ("registries", list(desk.content.registries.values())),
            ("pages", desk.content.pages),
        )
        kept = {document.path: (room, document) for room, documents in rooms for document in documents}
        for path, (room, document) in kept.items():
            if path not in self._after:
                now.keep(room, document)
        for path, text in sorted(self._after.items()):
            folder, _, name = path.removeprefix(prefix).rpartition("/")
            room = kept[path][0] if path in kept else (folder or "registries")
            if text is None or not path.startswith(prefix) or room not in dict(rooms):
                continue
            if path in kept or room in ("articles", "topics", "changes") or name == f"{MOVED}.yml":
                data = text.encode()
                digest = hashlib.sha256(data).hexdigest()
                document_, found = parse(ContentFile(room, path, name.partition(".")[0], data, digest))
                now.problems += found
                if document_ is not None:
                    now.keep(room, document_)
        return now

    def checked(self) -> Site:
        """Return the site as it would be. Raises ``Refusal`` if it would have errors, or its former ids contradict it."""
        content = self.content()
        site, found = validate(content)
        found += moved.faults(site, content.registries, finder(content))
        if wrong := errors(found):
            raise Refusal(
                kinds.CANNOT_FOLLOW, "the site would have errors then:\n" + "\n".join(map(str, wrong))
            )
        return site

    @cached_property
    def markdown(self) -> dict[str, str]:
        """Path in the content folder of each Markdown file -> its text: articles, and all pages that are written by hand."""
        desk = self.desk
        around = enclosed(desk.root.resolve() / desk.content_dir)
        names = [document.path.removeprefix(f"{desk.content_dir}/") for document in desk.content.articles]
        names += [document.path.removeprefix(f"{desk.content_dir}/") for document in desk.content.pages]
        found = {}
        for name in (*names, *around.pages):
            text = self.read(f"{desk.content_dir}/{name}")
            if text is not None:
                found[name] = text
        return found

    def relink(self, now: Today) -> Iterator[str]:
        """Plan that the links of all Markdown files lead to what things are called now, and so the navigation in the settings.

        Yields the files that change by it.
        """
        for name in self.markdown:
            path = f"{self.desk.content_dir}/{name}"
            text = self.read(path) or ""
            start = _front(text)[1] if name.startswith("articles/") else 0
            done = text[:start] + relinked(text[start:], name, now)
            if done != text:
                self.write(path, done)
                yield path
        given = self.read(NAME)
        if given is not None:
            done = settings(given, lambda path: respelled(path, "", now)[0])
            if done != given:
                self.write(NAME, done)
                yield NAME


def text_in(root: Path, path: str) -> str | None:
    """Return the text of a file of a site, or None if there is none. Raises ``Refusal`` if it is a link, lies elsewhere or is no text."""
    file = root / path
    top = Path(os.path.realpath(root))
    if file.is_symlink() or not Path(os.path.realpath(file)).is_relative_to(top):
        raise Refusal(kinds.CANNOT_FOLLOW, f"{path} is a link, or lies in another folder than the site")
    try:
        return regular.read(file).decode("utf-8")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        raise Refusal(kinds.CANNOT_FOLLOW, f"{path} is no text in UTF-8") from None


def _front(text: str) -> tuple[int, int]:
    """Return where an article's front matter begins and ends."""
    fences = list(_FENCE.finditer(text.replace("\r", " ")))
    return text.find("\n", fences[0].end()) + 1, fences[1].start()


def settings(text: str, respell: Callable[[str], str]) -> str:
    """Return settings in which each text that is the path of a page is spelled anew. Nothing else of them is looked at."""
    places: dict[int, tuple[int, str]] = {}
    waiting = [yaml.compose(editors_lines(text), Loader=yaml.SafeLoader)]
    seen: set[int] = set()
    while waiting:
        node = waiting.pop()
        # An alias stands for the node that it names, which may be around it.
        if node is None or id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            if (now := respell(node.value)) != node.value:
                places[node.start_mark.index] = (end_of(node, text), scalar(now))
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value
        elif isinstance(node, yaml.MappingNode):
            waiting += [part for pair in node.value for part in pair]
    for start, (end, words) in sorted(places.items(), reverse=True):
        text = text[:start] + words + text[end:]
    return text
