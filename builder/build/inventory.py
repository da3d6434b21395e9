"""The inventory of a content folder: its files, facts about each, its parts and their keys."""

from __future__ import annotations

import hashlib
import pickle
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from jinja2 import BytecodeCache
from msgspec import Struct
from msgspec.structs import replace

from builder.build.facts import FileFacts, facts_of
from builder.build.partition import LOOSE, Part, divide, part_content, spoken_of_today, stories_of, with_log
from builder.build.workers import many, shared
from builder.cache import regular
from builder.cache.fingerprint import fingerprint, folder_digest
from builder.cache.memo import Kept, Memo, encoded
from builder.cache.records import Beside, Store, digest
from builder.cache.regular import is_special
from builder.cache.stat_cache import StatCache
from builder.content import map_outline, own_pages
from builder.content import printed_settings as settings
from builder.content.copied_files import Enclosed
from builder.content.load import (
    ROOMS,
    Content,
    ContentFile,
    Document,
    opened,
    packed,
    parse,
    survey,
    unpacked,
)
from builder.content.map_outline import FILE as OUTLINE
from builder.content.model import Site
from builder.content.moved_on import Today
from builder.content.problems import BAD_TEMPLATE, ContentError, Problem, errors
from builder.content.validate import moved, validate
from builder.pages.about import About
from builder.pages.render import TEMPLATES
from builder.pages.views import needs_index
from builder.pages.views.sources import COMPARED
from builder.proof import private_texts
from builder.proof.check import colliding, refuse, refuse_astray

MANY = 1_000
"""Number of files to parse from which starting several processes pays off."""
_FACTS, _SEEN = RECORDS = ("facts", "seen")
"""Names of the records that store an inventory between builds."""


class Style(Struct, frozen=True):
    """Settings of how a site is printed, independent of its content."""

    directory_urls: bool = True
    """Whether links are spelled ``topics/casualties/`` instead of ``topics/casualties.html``."""
    language: str = "en"
    """Language of the interface, as in ``templates/words``."""
    templates: Path = TEMPLATES
    """Folder of the templates. A file of the site's own ``templates/`` replaces the one of the same path."""
    feeds: bool = False
    """Whether there are feeds: they need the address of the site."""
    compiled: BytecodeCache | None = None
    """Cache of compiled templates."""
    memo: Memo | None = None
    """Results of earlier builds in the same process, for a server."""
    about: About = About()
    """What the site is called and where it lies, without its version."""


class Inventory:
    """A content folder, scanned and divided into parts.

    ``remembered`` are facts from an earlier build, by path: files with the same digest are not parsed again. Files that
    ``stat_cache`` knows to be unchanged are not even read.
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
        if strange := _not_files(root / "templates"):
            raise ContentError(strange)
        files, problems = survey(root, content_dir, self.stat_cache)
        problems += settings.dishonest(root, content_dir)
        problems += map_outline.faults(root, content_dir)
        self.files: dict[str, ContentFile] = {file.path: file for file in files}
        self._pickled: dict[str, bytes] = {}
        self.common = Content(problems=problems)
        """The registries and the hand-written pages."""
        for file in files:
            if file.room in ("registries", "pages"):
                self.common.add(file)
        self.facts = self._facts([file for file in files if file.room in ROOMS], remembered or {})
        self.changed = self.facts != remembered
        """Whether the facts differ from the remembered ones."""
        between = part_content(self.common, Part(LOOSE, (), ()), ())
        between.pages = self.common.pages
        site, found = validate(between)
        self.site: Site = site
        """The model of the registries and the hand-written pages."""
        led = moved.faults(site, self.common.registries, self._find)
        self.problems = tuple({*self.common.problems, *found, *led})
        self.stories = stories_of(self.common)
        log = {path for path in self.facts if self.files[path].room == "changes"}
        tied = {path: known.ties for path, known in self.facts.items() if path not in log}
        self.parts = divide(self.stories, tied)
        self.unheard = False
        """Whether a file of the log speaks of what is not there, or of nothing."""
        if log:
            today = Today.of(site.moved)
            spoken_of = {path: set(spoken_of_today(self.facts[path].ties, today)) for path in log}
            names = {path: f"{self.files[path].room[:-1]}/{self.files[path].id}" for path in tied}
            known_names = set(names.values())
            self.unheard = not all(ties and known_names.issuperset(ties) for ties in spoken_of.values())
            self.parts = with_log(self.parts, names, spoken_of)
        self.single = len(self.stories) == 1
        self.texts = private_texts.folders(root)
        """The private folders that there are."""
        self.indexed = needs_index(len(self.stories), sum(map(len, self.stories.values())))

    def refuse_errors(self) -> None:
        """Raise ``ContentError`` if a file cannot be read, a registry has errors, or a topic is in no story."""
        loose = next((one.files for one in self.parts if one.id == LOOSE), ())
        if errors(self.problems) or self.unheard or any(self.files[path].room == "topics" for path in loose):
            self.refuse()

    def refuse(self) -> None:
        """Raise ``ContentError`` with all problems of the whole content if one of them is an error."""
        refuse(self.root, self.content_dir, directory_urls=self.style.directory_urls)

    def admit(self, around: Enclosed, clashes: Sequence[Problem]) -> None:
        """Raise ``ContentError`` with all problems if a file cannot be copied or is in a place where no file is read.

        ``around`` are the files besides the content files, ``clashes`` the problems of files that the theme has too.
        """
        urls = self.style.directory_urls
        own = colliding(around, self.common.registries, self.content_dir, directory_urls=urls)
        if clashes or own or around.stray:
            refuse(self.root, self.content_dir, clashes, directory_urls=urls)

    def admit_pages(self, around: Enclosed) -> None:
        """Raise ``ContentError`` with all problems if a page of the site's own, of those in ``around``, may not be read."""
        if own_pages.faults(self.root, self.content_dir, around.pages):
            refuse(self.root, self.content_dir, directory_urls=self.style.directory_urls)

    def _facts(self, files: list[ContentFile], remembered: Mapping[str, FileFacts]) -> dict[str, FileFacts]:
        """Return the facts of each file: the remembered ones if it is unchanged, otherwise by parsing it."""
        found = {
            file.path: known
            for file in files
            if (known := remembered.get(file.path)) and known.digest == file.digest
        }
        new = [file.path for file in files if file.path not in found]
        for path, known, pickled in (
            shared(self._parsed, new) if many(len(new), MANY) else map(self._parsed, new)
        ):
            if pickled:
                # Kept pickled until the part is made: that takes a tenth of the memory.
                self._pickled[path] = pickled
            found[path] = known or self._facts_with_problems(path)
        for file in files:
            # Not kept in memory, where all files of a large site would take too much of it; read again if needed.
            if file.data is not None:
                self.files[file.path] = file._replace(data=None)
        return {file.path: found[file.path] for file in files}

    def _parsed(self, path: str) -> tuple[str, FileFacts | None, bytes]:
        """Return the path, the facts and the pickled document of a file; None and no bytes if it has problems."""
        try:
            file = opened(self.root, self.files[path])
        except ContentError:
            return path, None, b""
        document, problems = parse(file)
        if problems:
            return path, None, b""
        return path, facts_of(file, document), pickle.dumps(document)

    def _facts_with_problems(self, path: str) -> FileFacts:
        """Return the facts of a file that has problems, and add those to the problems of the content."""
        file = opened(self.root, self.files[path])
        document, problems = parse(file)
        self.common.problems += problems
        return facts_of(file, document)

    def _find(self, room: str, id: str) -> Document | bool:
        """Return the document of an article or a topic; False if there is none, True if it cannot be parsed."""
        path = f"{self.content_dir}/{room}/{id}.{'md' if room == 'articles' else 'yml'}"
        return path in self.files and (self.read_document(path) or True)

    def document(self, path: str, kept: Kept | None = None) -> Document:
        """Return the document of a content file without problems. It is released, so that a second call parses it again.

        ``kept`` has documents from the last build of its part.
        """
        pickled = self._pickled.pop(path, None)
        if kept is not None:
            key = ("document", path, self.files[path].digest)
            if found := kept(lambda: packed(self._loaded(path, pickled)), *key):
                return unpacked(found)
        return self._loaded(path, pickled)

    def _loaded(self, path: str, pickled: bytes | None) -> Document:
        document = pickle.loads(pickled) if pickled else self.read_document(path)  # noqa: S301 - pickled above
        assert isinstance(document, Document)
        return document

    def read_document(self, path: str) -> Document | None:
        """Return the document of a content file, or None if it cannot be parsed."""
        file, memo = self.files[path], self.style.memo
        if memo is None:
            return parse(opened(self.root, file))[0]
        return memo(lambda: parse(opened(self.root, file))[0], "document", path, file.digest)

    def release(self) -> None:
        """Release the documents that are still in memory, after all parts are made."""
        self._pickled.clear()

    def all_problems(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Return these problems and the inventory's own, sorted and without duplicates."""
        return tuple(sorted({*self.problems, *problems}, key=lambda problem: problem.order))

    def key(self, part: Part) -> str:
        """Return the key of a part: the digest of everything that it is made of. The same key means the same pages."""
        stories = self.common.registries["stories"].data if "stories" in self.common.registries else {}
        texts = {known.text for path in part.files if (known := self.facts[path]).text}
        return digest(
            self.ground,
            # With their ids, because the part's id is only that of the first.
            [(id, stories[id]) for id in part.stories],
            [(path, self.facts[path].digest) for path in (*part.files, *part.log)],
            self.own_sources(part),
            self.listed_sources(part),
            [(name, self._text(name)) for name in sorted(map(str, texts))],
        )

    def text_of(self, path: str) -> str | None:
        """Return the digest of the private text that a file was written from; None if it names none or that is not at hand."""
        name = self.facts[path].text
        return self._text(name) if name else None

    def _text(self, name: str) -> str | None:
        return private_texts.digest(self.texts, name, self.stat_cache)

    def own_sources(self, part: Part) -> list[str]:
        """Return the ids of the sources that no other part names. Their pages are made with this part."""
        return sorted(id for id in self._speakers[part.id] if self._spoken[id] == 1)

    def listed_sources(self, part: Part) -> list[str]:
        """Return the ids of the sources that more than ``COMPARED`` parts name. Their pages list topics instead of comparing."""
        return sorted(id for id in self._speakers[part.id] if self._spoken[id] > COMPARED)

    @cached_property
    def _speakers(self) -> dict[str, set[str]]:
        return {
            one.id: {id for path in one.files for id in self.facts[path].names if id in self.site.sources}
            for one in self.parts
        }

    @cached_property
    def _spoken(self) -> Counter[str]:
        return Counter(id for ids in self._speakers.values() for id in ids)

    @cached_property
    def ground(self) -> str:
        """Digest of everything that all parts share: what all pages share, and the registries."""
        outline = self.root / self.content_dir / OUTLINE
        registries = [
            (path, file.digest)
            for path, file in self.files.items()
            if file.room == "registries" and file.id != "stories"
        ]
        return digest(
            self.paper,
            registries,
            hashlib.sha256(regular.read(outline)).hexdigest() if outline.is_file() else None,
        )

    @property
    def about(self) -> About:
        """What the site is called and where it lies, and the version of what it publishes: a draft changes nothing."""
        drafts = {path for path, known in self.facts.items() if known.is_draft}
        files = sorted((path, file.digest) for path, file in self.files.items() if path not in drafts)
        return replace(self.style.about, version=digest(files)[:12])

    @cached_property
    def paper(self) -> str:
        """Digest of everything that all pages share besides what they say: this program, the templates, the settings."""
        style = self.style
        return digest(
            fingerprint(),
            [folder_digest(folder) for folder in (self.root / "templates", style.templates)],
            [
                style.directory_urls,
                style.language,
                style.feeds,
                encoded(style.about),
                self.single,
                self.indexed,
                bool(self.texts),
            ],
            self.site.settings,
        )


def _not_files(folder: Path) -> list[Problem]:
    """Return a problem for everything in a site's own templates folder that is neither a file nor a folder."""
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


def remembered(store: Store) -> tuple[dict[str, FileFacts], StatCache]:
    """Return the facts of the last build by path, and its cache of file digests."""
    facts = store.get(_FACTS, dict[str, FileFacts]) or {}
    chunks = store.get_with_bytes(_SEEN, Beside)[1]
    return facts, StatCache(bytes(chunks.get(_SEEN, b"")))


def remember(store: Store, inventory: Inventory) -> None:
    """Store the facts and the file digests of an inventory, if they changed."""
    if inventory.changed:
        store.put(_FACTS, inventory.facts)
    if inventory.stat_cache.changed:
        store.put(_SEEN, Beside(), {_SEEN: inventory.stat_cache.record()})
