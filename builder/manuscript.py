"""A content folder, opened and divided into fascicles, each of which is bound by itself.

To bind a fascicle is to check it, compare what its articles say, and make it into pages and a share in the pages of the
whole. The front pages, which stand between the stories, are made of all shares at the end.
"""

from __future__ import annotations

import hashlib
import pickle
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

from jinja2 import BytecodeCache
from msgspec import Struct

from builder import privatetexts
from builder.again import Again
from builder.crew import many, shared
from builder.fascicles import LOOSE, Fascicle, divide, names, part, stories_of, ties
from builder.library import index
from builder.load import Content, Document, Leaf, opened, parse, survey
from builder.memory import Memory
from builder.model import Site
from builder.outline import FILE as OUTLINE
from builder.outline import read as read_outline
from builder.pages.compose import compose, front
from builder.pages.render import TEMPLATES, Page, Printer
from builder.pages.words import read as read_words
from builder.problems import DRAFT_UNFINISHED, ContentError, Problem, errors
from builder.program import folder_digest, program
from builder.proof.prove import prove
from builder.proofread import proofread
from builder.seen import Seen
from builder.share import Share
from builder.store import digest
from builder.validate import validate
from builder.views import needs_index
from builder.views.sources import COMPARED


class Style(Struct, frozen=True):
    """How an edition is printed, beside its content."""

    directory_urls: bool = True
    """Whether links are spelled ``topics/casualties/`` rather than ``topics/casualties.html``."""
    language: str = "en"
    """Of the interface's words."""
    templates: Path = TEMPLATES
    """Before these stand the site's own ``templates/``, file by file."""
    compiled: BytecodeCache | None = None
    """Where compiled templates are kept."""
    again: Again | None = None
    """What was printed last time, for who prints again in the same process."""


class Bound(Struct, frozen=True):
    """A fascicle, made."""

    pages: tuple[Page, ...]
    share: Share
    problems: tuple[Problem, ...]
    """Warnings; what drafts lack is told by the check."""
    drafts: tuple[str, ...]


MANY = 1_000
"""From so many files that have to be understood on several processes are worth their start."""


class Manuscript:
    """A content folder, opened, and divided into fascicles.

    ``remembered`` says what is known of files from another time, by their path; those of whose digest it speaks are not
    understood again, and those that were ``seen`` not even read. Raises ``ContentError`` where a file cannot be read or a registry has errors.
    """

    def __init__(
        self,
        root: Path,
        content_dir: str = "content",
        style: Style | None = None,
        remembered: Mapping[str, Memory] | None = None,
        seen: Seen | None = None,
    ) -> None:
        self.root, self.content_dir = root, content_dir
        self.style = style or Style()
        self.seen = seen or Seen()
        leaves, problems = survey(root, content_dir, self.seen)
        self.leaves: dict[str, Leaf] = {leaf.path: leaf for leaf in leaves}
        self._packed: dict[str, bytes] = {}
        self.common = Content(problems=problems)
        """The registries and the hand-written pages."""
        for leaf in leaves:
            if leaf.room in ("registries", "pages"):
                self.common.add(leaf)
        self._remember([leaf for leaf in leaves if leaf.room in ("articles", "topics")], remembered or {})
        self.changed = self.memory != remembered
        """Whether anything is known now that was not remembered."""
        between = part(self.common, Fascicle(LOOSE, (), ()), ())
        between.pages = self.common.pages
        site, found = validate(between)
        self.site: Site = site
        self.stories = stories_of(self.common)
        self.fascicles = divide(self.stories, {path: known.ties for path, known in self.memory.items()})
        loose = next((one.leaves for one in self.fascicles if one.id == LOOSE), ())
        if errors([*self.common.problems, *found]) or any(
            self.leaves[path].room == "topics" for path in loose
        ):
            self.refuse()
        self.problems = tuple({*self.common.problems, *found})
        self.single = len(self.stories) == 1
        self.texts = privatetexts.folder(root)
        """The private folder, if there is one."""
        self.indexed = needs_index(len(self.stories), sum(map(len, self.stories.values())))
        folders = [root / "templates", self.style.templates]
        say = read_words(self.style.templates / "words", self.style.language)
        self.printer = Printer(
            folders,
            say,
            directory_urls=self.style.directory_urls,
            languages=(self.style.language, site.settings.language),
            compiled=self.style.compiled,
            again=self.style.again,
            ground=self._ground,
        )
        self.outline = read_outline(root / content_dir / OUTLINE)

    def refuse(self) -> None:
        """Raise ``ContentError`` with all problems of the whole content, if there is an error among them."""
        found = proofread(self.root, self.content_dir).problems
        if errors(found):
            raise ContentError(found)

    def _remember(self, leaves: list[Leaf], remembered: Mapping[str, Memory]) -> None:
        """Know of each leaf what it is tied to: from another time, or by understanding it."""
        found = {
            leaf.path: known
            for leaf in leaves
            if (known := remembered.get(leaf.path)) and known.digest == leaf.digest
        }
        new = [leaf.path for leaf in leaves if leaf.path not in found]
        understood = shared(self._understood, new) if many(len(new), MANY) else map(self._understood, new)
        for path, known, packed in understood:
            if packed:
                # Packed it takes a tenth of the room: many wait for their fascicle's turn.
                self._packed[path] = packed
            found[path] = known or self._in_trouble(path)
        self.memory = {leaf.path: found[leaf.path] for leaf in leaves}
        for leaf in leaves:
            # Who needs its words again reads them again: all together they are a large site's.
            if leaf.data is not None:
                self.leaves[leaf.path] = leaf._replace(data=None)

    def _understood(self, path: str) -> tuple[str, Memory | None, bytes]:
        """Return what is known of a leaf, and its document, packed; nothing where there is something to tell of it."""
        try:
            leaf = opened(self.root, self.leaves[path])
        except ContentError:
            return path, None, b""
        document, problems = parse(leaf)
        if problems:
            return path, None, b""
        return path, _known(leaf, document), pickle.dumps(document)

    def _in_trouble(self, path: str) -> Memory:
        """Return what is known of a leaf in which something is wrong, and tell that."""
        leaf = opened(self.root, self.leaves[path])
        document, problems = parse(leaf)
        self.common.problems += problems
        return _known(leaf, document)

    def _document(self, path: str) -> Document:
        packed = self._packed.pop(path, None)
        document = pickle.loads(packed) if packed else self.read(path)  # noqa: S301 - packed above
        assert isinstance(document, Document)
        return document

    def read(self, path: str) -> Document | None:
        """Return what a content file says, or ``None`` where it cannot be understood."""
        leaf, again = self.leaves[path], self.style.again
        if again is None:
            return parse(opened(self.root, leaf))[0]
        return again(lambda: parse(opened(self.root, leaf))[0], "document", path, leaf.digest)

    def release(self) -> None:
        """Let go of what the files say, once all fascicles are made."""
        self._packed.clear()

    def key(self, fascicle: Fascicle) -> str:
        """Return the digest of everything that the fascicle is made of: the same key, the same pages."""
        stories = self.common.registries["stories"].data if "stories" in self.common.registries else {}
        texts = {known.text for path in fascicle.leaves if (known := self.memory[path]).text}
        return digest(
            self._ground,
            # With their ids: only the first gives the fascicle its name.
            [(id, stories[id]) for id in fascicle.stories],
            [(path, self.memory[path].digest) for path in fascicle.leaves],
            self._own(fascicle),
            self._listed(fascicle),
            [(name, self._text(name)) for name in sorted(map(str, texts))],
        )

    def _text(self, name: str) -> str | None:
        return privatetexts.digest(self.texts, name, self.seen) if self.texts else None

    def _own(self, fascicle: Fascicle) -> list[str]:
        """Return the sources that no other fascicle speaks of: their pages are made with this one."""
        return sorted(id for id in self._speakers[fascicle.id] if self._spoken[id] == 1)

    def _listed(self, fascicle: Fascicle) -> list[str]:
        """Return the sources of which so many fascicles speak that their pages compare nothing."""
        return sorted(id for id in self._speakers[fascicle.id] if self._spoken[id] > COMPARED)

    @cached_property
    def _speakers(self) -> dict[str, set[str]]:
        return {
            one.id: {id for path in one.leaves for id in self.memory[path].names if id in self.site.sources}
            for one in self.fascicles
        }

    @cached_property
    def _spoken(self) -> Counter[str]:
        return Counter(id for ids in self._speakers.values() for id in ids)

    @cached_property
    def _ground(self) -> str:
        """What all fascicles stand on: this program, its templates, the settings, the registries."""
        outline = self.root / self.content_dir / OUTLINE
        registries = [
            (path, leaf.digest)
            for path, leaf in self.leaves.items()
            if leaf.room == "registries" and leaf.id != "stories"
        ]
        return digest(
            program(),
            [folder_digest(folder) for folder in (self.root / "templates", self.style.templates)],
            [
                self.style.directory_urls,
                self.style.language,
                self.single,
                self.indexed,
                self.texts is not None,
            ],
            registries,
            hashlib.sha256(outline.read_bytes()).hexdigest() if outline.is_file() else None,
        )

    def bind(self, fascicle: Fascicle) -> Bound:
        """Make a fascicle: its pages, and its share in those of the whole.

        Raises ``ContentError`` with the problems of the whole content where this part of it has an error.
        """
        documents = [(self.leaves[path].room, self._document(path)) for path in fascicle.leaves]
        site, found = validate(part(self.common, fascicle, documents), self.site)
        texts = privatetexts.read(self.root, (article.source_file for article in site.articles.values()))
        proof = prove(site, [document for _, document in documents], texts, self.style.again)
        problems = {*found, *proof.problems}
        if errors(problems):
            self.refuse()
            raise ContentError(problems)
        pages, share = compose(
            index(site, proof),
            self.printer,
            self.outline,
            single=self.single,
            indexed=self.indexed,
            own=self._own(fascicle),
            listed=self._listed(fascicle),
        )
        return Bound(
            pages,
            share,
            tuple(problem for problem in problems if problem.kind is not DRAFT_UNFINISHED),
            tuple(site.drafts),
        )

    def front(self, share: Share) -> tuple[Page, ...]:
        """Return the pages between the stories: home first."""
        return front(self.site, share, self.printer, texts_at_hand=self.texts is not None)

    def told(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Return these problems and the manuscript's own, sorted, each once."""
        return tuple(sorted({*self.problems, *problems}, key=lambda problem: problem.order))


def _known(leaf: Leaf, document: Document | None) -> Memory:
    if document is None:
        return Memory(leaf.digest, (), None, ())
    text = document.data.get("source_file")
    return Memory(
        leaf.digest, ties(leaf.room, document), text if isinstance(text, str) else None, names(document)
    )
