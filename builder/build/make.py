"""Make the parts of a site: validate, prove, compare and print each one separately, and the pages of the whole site."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from msgspec import Struct

from builder.build.inventory import Inventory
from builder.build.partition import Part, part_content
from builder.cache.memo import Kept
from builder.compare.library import index
from builder.content.load import Document
from builder.content.map_outline import FILE as OUTLINE
from builder.content.map_outline import read_outline
from builder.content.model import Article, Site
from builder.content.problems import DRAFT_UNFINISHED, ContentError, Problem, errors
from builder.content.validate import validate
from builder.pages.compose import compose, former_pages, front
from builder.pages.contribution import Contribution
from builder.pages.data_package import package_files, site_tables
from builder.pages.leaf import Leaf
from builder.pages.page import Page
from builder.pages.render import Printer
from builder.pages.words import read_words
from builder.proof import private_texts
from builder.proof.prove import Proof, prove


class MadePart(Struct, frozen=True):
    """The result of making one part."""

    leaves: Iterator[Leaf]
    """Its pages, made when they are asked for."""
    contribution: Contribution
    problems: tuple[Problem, ...]
    """Warnings, except what drafts still lack: ``variorum check`` reports that."""
    drafts: tuple[str, ...]
    """Ids of the draft articles, which are left out."""


class Maker:
    """Makes the parts of an inventory without errors."""

    def __init__(self, inventory: Inventory) -> None:
        self.inventory = inventory
        style = inventory.style
        self.printer = Printer(
            [inventory.root / "templates", style.templates],
            read_words(style.templates / "words", style.language),
            directory_urls=style.directory_urls,
            feeds=style.feeds,
            languages=(style.language, inventory.site.settings.language),
            about=style.about,
            compiled=style.compiled,
            memo=style.memo,
            ground=inventory.paper,
        )
        self._outline = read_outline(inventory.root / inventory.content_dir / OUTLINE)

    def make(self, part: Part, kept: Kept | None = None) -> MadePart:
        """Make a part: its pages, and its contribution to the pages of the whole site. ``kept`` has texts from its last build.

        Raises ``ContentError`` with the problems of the whole content if this part has an error.
        """
        inventory = self.inventory
        site, proof, problems = self._checked(part, kept)
        if errors(problems):
            inventory.refuse()
            raise ContentError(problems)
        leaves, contribution = compose(
            index(site, proof, partial(_remarks, site, kept)),
            self.printer,
            self._outline,
            single=inventory.single,
            indexed=inventory.indexed,
            own=inventory.own_sources(part),
            listed=inventory.listed_sources(part),
            kept=kept,
        )
        return MadePart(
            leaves,
            contribution,
            tuple(problem for problem in problems if problem.kind is not DRAFT_UNFINISHED),
            tuple(site.drafts),
        )

    def _checked(self, part: Part, kept: Kept | None) -> tuple[Site, Proof, set[Problem]]:
        """Validate and prove a part. Its documents, which take more memory than its model, are not needed any more then."""
        inventory = self.inventory
        paths = (*part.files, *part.log)
        documents = [(inventory.files[path].room, inventory.document(path, kept)) for path in paths]
        text_words = partial(private_texts.words_of, inventory.root)
        content = part_content(inventory.common, part, documents)
        site, found = validate(
            content, inventory.site, text_words, partial(self._again, kept, "article") if kept else None
        )
        texts = private_texts.read_texts(
            inventory.root, (article.source_file for article in site.articles.values())
        )
        read = [document for _, document in documents[: len(part.files)]]
        again = partial(self._again, kept, "proof") if kept else None
        proof = prove(site, read, texts, inventory.style.memo, carry=again)
        return site, proof, {*found, *proof.problems}

    def _again(
        self, kept: Kept, what: str, document: Document, make: Callable[[], bytes], *key: object
    ) -> bytes | memoryview:
        """Return what was found of an article before from the same file, beside the same text."""
        path = document.path
        return kept(make, what, path, self.inventory.files[path].digest, self.inventory.text_of(path), *key)

    def site_tables(self, contribution: Contribution) -> dict[str, bytes]:
        """Return the data files that are made of the registries, by address. ``contribution`` is that of all parts together."""
        return site_tables(self.inventory.site, contribution, single=self.inventory.single)

    def package(self, sizes: Mapping[str, int]) -> dict[str, bytes]:
        """Return the files that describe the data, by address. ``sizes`` are the bytes of the data files."""
        return package_files(self.inventory.about, self.inventory.site, sizes)

    def former(self) -> Iterator[tuple[str, bytes]]:
        """Yield the files at former addresses, each with its path in the site."""
        return former_pages(self.inventory.site, self.printer, single=self.inventory.single)

    def front(self, contribution: Contribution) -> tuple[Page, ...]:
        """Return the pages of the whole site, home first. ``contribution`` is that of all parts together."""
        inventory = self.inventory
        return front(
            inventory.site, contribution, self.printer, inventory.about, texts_at_hand=bool(inventory.texts)
        )


def _remarks(site: Site, kept: Kept | None, article: Article, make: Callable[[], list[int]]) -> list[int]:
    """Return the places of an article's claims with words on verification, which the last build may have found."""
    known = site.digest_of(article)
    return kept.value(list[int], make, "remarks", known) if kept and known else make()
