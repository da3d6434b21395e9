"""What a content folder holds: its files, what is known of each, its parts, and the key of everything a part is made of."""

from __future__ import annotations

import hashlib
import pickle
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from jinja2 import BytecodeCache
from msgspec import Struct

from builder.build.partition import LOOSE, Part, divide, names, part_content, stories_of, ties
from builder.build.workers import many, shared
from builder.cache import regular
from builder.cache.fingerprint import fingerprint, folder_digest
from builder.cache.memo import Memo
from builder.cache.records import Beside, Store, digest
from builder.cache.regular import is_special
from builder.cache.stat_cache import StatCache
from builder.content import map_outline
from builder.content import printed_settings as settings
from builder.content.copied_files import Enclosed
from builder.content.load import Content, Document, Leaf, opened, parse, survey
from builder.content.map_outline import FILE as OUTLINE
from builder.content.model import Site
from builder.content.problems import BAD_TEMPLATE, ContentError, Problem, errors
from builder.content.validate import validate
from builder.pages.render import TEMPLATES
from builder.pages.views import needs_index
from builder.pages.views.sources import COMPARED
from builder.proof import private_texts
from builder.proof.check import colliding, refuse, refuse_astray

MANY = 1_000
"""From so many files that have to be parsed on several processes are worth their start."""
_FACTS, _SEEN = RECORDS = ("leaves", "seen")
"""Names of the records in which an inventory is kept between builds."""


class Style(Struct, frozen=True):
    """How a site is printed, beside its content."""

    directory_urls: bool = True
    """Whether links are spelled ``topics/casualties/`` rather than ``topics/casualties.html``."""
    language: str = "en"
    """Of the interface's words."""
    templates: Path = TEMPLATES
    """Before these stand the site's own ``templates/``, file by file."""
    compiled: BytecodeCache | None = None
    """Where compiled templates are kept."""
    memo: Memo | None = None
    """What was printed last time, for who prints again in the same process."""


class FileFacts(NamedTuple):
    """What is known of a content file without parsing it again."""

    digest: str
    """SHA-256 of its bytes."""
    ties: tuple[str, ...]
    text: str | None
    """The name of the private text that it was written from."""
    names: tuple[str, ...]
    """Ids of the sources and places that it speaks of."""


class Inventory:
    """A content folder, scanned and divided into parts.

    ``remembered`` are the facts of another time, by path: files that still have those digests are not parsed again, and
    those that ``stat_cache`` knows not even read.
    """

    def __init__(
        self,
        root: Path,
        content_dir: str = "content",
        style: Style | None = None,
        remembered: Mapping[str, FileFacts] | None = None,
        stat_cache: StatCache | None = None,
    ) -> None:
        self.root, self.content_dir = root, content_dir
        self.style = style or Style()
        refuse_astray(root, content_dir)
        self.stat_cache = stat_cache or StatCache()
        if strange := _no_templates(root / "templates"):
            raise ContentError(strange)
        leaves, problems = survey(root, content_dir, self.stat_cache)
        problems += settings.dishonest(root, content_dir)
        problems += map_outline.faults(root, content_dir)
        self.leaves: dict[str, Leaf] = {leaf.path: leaf for leaf in leaves}
        self._pickled: dict[str, bytes] = {}
        self.common = Content(problems=problems)
        """The registries and the hand-written pages."""
        for leaf in leaves:
            if leaf.room in ("registries", "pages"):
                self.common.add(leaf)
        self.facts = self._facts(
            [leaf for leaf in leaves if leaf.room in ("articles", "topics")], remembered or {}
        )
        self.changed = self.facts != remembered
        """Whether anything is known now that was not remembered."""
        between = part_content(self.common, Part(LOOSE, (), ()), ())
        between.pages = self.common.pages
        site, found = validate(between)
        self.site: Site = site
        """The registries and the hand-written pages, as a model."""
        self.problems = tuple({*self.common.problems, *found})
        self.stories = stories_of(self.common)
        self.parts = divide(self.stories, {path: known.ties for path, known in self.facts.items()})
        self.single = len(self.stories) == 1
        self.texts = private_texts.folders(root)
        """The private folders that there are."""
        self.indexed = needs_index(len(self.stories), sum(map(len, self.stories.values())))

    def refuse_errors(self) -> None:
        """Raise ``ContentError`` if a file cannot be read, a registry has errors, or a topic is in no story."""
        loose = next((one.leaves for one in self.parts if one.id == LOOSE), ())
        if errors(self.problems) or any(self.leaves[path].room == "topics" for path in loose):
            self.refuse()

    def refuse(self) -> None:
        """Raise ``ContentError`` with all problems of the whole content, if there is an error among them."""
        refuse(self.root, self.content_dir, directory_urls=self.style.directory_urls)

    def admit(self, around: Enclosed, clashes: Sequence[Problem]) -> None:
        """Raise ``ContentError`` with all problems where a file cannot be copied, or is read by nobody. ``clashes`` are those with the theme."""
        urls = self.style.directory_urls
        own = colliding(around, self.common.registries, self.content_dir, directory_urls=urls)
        if clashes or own or around.stray:
            refuse(self.root, self.content_dir, clashes, directory_urls=urls)

    def _facts(self, leaves: list[Leaf], remembered: Mapping[str, FileFacts]) -> dict[str, FileFacts]:
        """Return the facts of each leaf: from another time, or by parsing it."""
        found = {
            leaf.path: known
            for leaf in leaves
            if (known := remembered.get(leaf.path)) and known.digest == leaf.digest
        }
        new = [leaf.path for leaf in leaves if leaf.path not in found]
        for path, known, pickled in (
            shared(self._parsed, new) if many(len(new), MANY) else map(self._parsed, new)
        ):
            if pickled:
                # Pickled it takes a tenth of the room: many wait for their part's turn.
                self._pickled[path] = pickled
            found[path] = known or self._in_trouble(path)
        for leaf in leaves:
            # Who needs its words again reads them again: all together they are a large site's.
            if leaf.data is not None:
                self.leaves[leaf.path] = leaf._replace(data=None)
        return {leaf.path: found[leaf.path] for leaf in leaves}

    def _parsed(self, path: str) -> tuple[str, FileFacts | None, bytes]:
        """Return the facts of a leaf, and its document, pickled; None and no bytes if there is a problem to tell."""
        try:
            leaf = opened(self.root, self.leaves[path])
        except ContentError:
            return path, None, b""
        document, problems = parse(leaf)
        if problems:
            return path, None, b""
        return path, _facts_of(leaf, document), pickle.dumps(document)

    def _in_trouble(self, path: str) -> FileFacts:
        """Return the facts of a leaf that has problems, and keep those."""
        leaf = opened(self.root, self.leaves[path])
        document, problems = parse(leaf)
        self.common.problems += problems
        return _facts_of(leaf, document)

    def document(self, path: str) -> Document:
        """Return what a content file without problems says. It is let go of: whoever asks again has it parsed again."""
        pickled = self._pickled.pop(path, None)
        document = pickle.loads(pickled) if pickled else self.read(path)  # noqa: S301 - pickled above
        assert isinstance(document, Document)
        return document

    def read(self, path: str) -> Document | None:
        """Return what a content file says; None if it cannot be parsed."""
        leaf, memo = self.leaves[path], self.style.memo
        if memo is None:
            return parse(opened(self.root, leaf))[0]
        return memo(lambda: parse(opened(self.root, leaf))[0], "document", path, leaf.digest)

    def release(self) -> None:
        """Let go of what the files say, once all parts are made."""
        self._pickled.clear()

    def told(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Return these problems and the inventory's own, sorted, each once."""
        return tuple(sorted({*self.problems, *problems}, key=lambda problem: problem.order))

    def key(self, part: Part) -> str:
        """Return the digest of everything that a part is made of: the same key, the same pages."""
        stories = self.common.registries["stories"].data if "stories" in self.common.registries else {}
        texts = {known.text for path in part.leaves if (known := self.facts[path]).text}
        return digest(
            self.ground,
            # With their ids: only the first gives the part its name.
            [(id, stories[id]) for id in part.stories],
            [(path, self.facts[path].digest) for path in part.leaves],
            self.own_sources(part),
            self.listed_sources(part),
            [(name, self._text(name)) for name in sorted(map(str, texts))],
        )

    def _text(self, name: str) -> str | None:
        return private_texts.digest(self.texts, name, self.stat_cache)

    def own_sources(self, part: Part) -> list[str]:
        """Return the sources that no other part speaks of: their pages are made with this one."""
        return sorted(id for id in self._speakers[part.id] if self._spoken[id] == 1)

    def listed_sources(self, part: Part) -> list[str]:
        """Return the sources of which so many parts speak that their pages compare nothing."""
        return sorted(id for id in self._speakers[part.id] if self._spoken[id] > COMPARED)

    @cached_property
    def _speakers(self) -> dict[str, set[str]]:
        return {
            one.id: {id for path in one.leaves for id in self.facts[path].names if id in self.site.sources}
            for one in self.parts
        }

    @cached_property
    def _spoken(self) -> Counter[str]:
        return Counter(id for ids in self._speakers.values() for id in ids)

    @cached_property
    def ground(self) -> str:
        """Digest of what all parts stand on: this program, its templates, the settings, the registries."""
        outline = self.root / self.content_dir / OUTLINE
        registries = [
            (path, leaf.digest)
            for path, leaf in self.leaves.items()
            if leaf.room == "registries" and leaf.id != "stories"
        ]
        return digest(
            fingerprint(),
            [folder_digest(folder) for folder in (self.root / "templates", self.style.templates)],
            [
                self.style.directory_urls,
                self.style.language,
                self.single,
                self.indexed,
                bool(self.texts),
            ],
            registries,
            hashlib.sha256(regular.read(outline)).hexdigest() if outline.is_file() else None,
        )


def _no_templates(folder: Path) -> list[Problem]:
    """Return the problems of what stands among a site's own templates and is neither a file nor a folder."""
    return [
        Problem(
            path.relative_to(folder.parent).as_posix(),
            1,
            "",
            BAD_TEMPLATE,
            "cannot be read: it is not a file",
        )
        for path in (folder, *sorted(folder.rglob("*")))
        if is_special(path)
    ]


def _facts_of(leaf: Leaf, document: Document | None) -> FileFacts:
    if document is None:
        return FileFacts(leaf.digest, (), None, ())
    text = document.data.get("source_file")
    return FileFacts(
        leaf.digest, ties(leaf.room, document), text if isinstance(text, str) else None, names(document)
    )


def remembered(store: Store) -> tuple[dict[str, FileFacts], StatCache]:
    """Return the facts of the last build, by path, and which files were read then."""
    facts = store.get(_FACTS, dict[str, FileFacts]) or {}
    chunks = store.get_with_bytes(_SEEN, Beside)[1]
    return facts, StatCache(bytes(chunks.get(_SEEN, b"")))


def remember(store: Store, inventory: Inventory) -> None:
    """Keep the facts of an inventory, and which files were read for it."""
    if inventory.changed:
        store.put(_FACTS, inventory.facts)
    if inventory.stat_cache.changed:
        store.put(_SEEN, Beside(), {_SEEN: inventory.stat_cache.record()})
