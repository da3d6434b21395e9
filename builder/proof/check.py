"""Read, validate and prove a whole site, for ``variorum check`` and ``variorum build``.

Needs neither MkDocs nor templates, so that a check starts quickly.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path, PurePosixPath

from msgspec import Struct

from builder.cache import regular
from builder.content import map_outline, own_pages
from builder.content import printed_settings as settings
from builder.content.collisions import Written, collisions
from builder.content.copied_files import Enclosed, enclosed, strays
from builder.content.load import MOVED, Content, Document, load
from builder.content.model import Site
from builder.content.problems import ContentError, Problem, errors
from builder.content.validate import moved, validate
from builder.content.walk import astray_in_templates
from builder.proof import private_texts
from builder.proof.across import across, held_back
from builder.proof.failed import NOTHING, Failed, failed, held_back_problems, unsettled
from builder.proof.fix import fix
from builder.proof.gold import Coverage, cover
from builder.proof.prove import Proof, prove
from builder.proof.revisions import former_problems
from builder.proof.text import Text


class Proofread(Struct, frozen=True):
    """A site with all its problems."""

    root: Path
    content: Content
    site: Site
    texts: dict[str, Text] | None
    proof: Proof
    problems: tuple[Problem, ...]
    """Problems of the content, of the printed settings and of the proof, sorted."""
    failed: Failed = NOTHING
    """The parts that could not be read, so that nothing was concluded from their absence."""


def proofread(
    root: Path,
    content_dir: str = "content",
    *,
    thorough: bool = False,
    directory_urls: bool = True,
    content: Content | None = None,
    only: str | None = None,
) -> Proofread:
    """Read and check the content of ``root/content_dir``.

    ``thorough`` also compares the texts with each other, which takes longer for large sites: a check does so, a build does
    not. ``directory_urls`` is the setting of the build, which decides the names of its files. ``content`` is what was read
    already, perhaps with a file as it is to be; ``only`` is the id of the one article whose claims are held against its text.
    """
    content = content or load(root, content_dir)
    around = enclosed(root.resolve() / content_dir)
    content.problems += strays(around, content_dir)
    content.problems += own_pages.faults(root, content_dir, around.pages)
    site, found = validate(content, text_words=partial(private_texts.words_of, root))
    texts = private_texts.read_texts(root, (article.source_file for article in site.articles.values()))
    lacking = failed(content, site, found)
    proof = prove(site, [*content.articles, *content.topics], texts, failed=lacking, only=only)
    together = across(site, content.articles, texts, lacking) if thorough else []
    held = {**proof.held, **(held_back(lacking, texts) if thorough else {}), **unsettled(lacking)}
    together += held_back_problems(held)
    together += colliding(around, content.registries, content_dir, directory_urls=directory_urls)
    together += former_problems(root, site, content.articles)
    together += astray_in_templates(root)
    together += settings.dishonest(root, content_dir)
    together += map_outline.faults(root, content_dir)
    together += moved.faults(site, content.registries, finder(content))
    problems = sorted({*found, *proof.problems, *together}, key=lambda problem: problem.order)
    return Proofread(root, content, site, texts, proof, tuple(problems), lacking)


def finder(content: Content) -> moved.Find:
    """Return what finds a document of some content."""
    found = {("articles", one.id): one for one in content.articles} | {
        ("topics", one.id): one for one in content.topics
    }
    unread = {tuple(PurePosixPath(problem.path).with_suffix("").parts[-2:]) for problem in content.problems}
    return lambda room, id: found.get((room, id)) or (room, id) in unread


def colliding(
    around: Enclosed, registries: Mapping[str, Document], content_dir: str, *, directory_urls: bool
) -> list[Problem]:
    """Return a problem for each copied file and each page of the site's own that a build or another of them would overwrite."""
    named = {
        name: set(registries[name].data) if name in registries else set()
        for name in ("stories", "outlets", "sources")
    }
    former = registries[MOVED].data if MOVED in registries else {}
    named |= {
        room: named.get(room, around.ids.get(room, set())) | set(former[room])
        for room in ("articles", "topics", "stories", "outlets", "sources")
        if isinstance(former.get(room), dict)
    }
    written = Written(around.ids | named, directory_urls=directory_urls)
    made = Written(around.ids | named | {"pages": {"index", "method"}}, directory_urls=directory_urls)
    pages = {own_pages.file(name, directory_urls): name for name in around.pages}
    return [
        *collisions(pages, made, content_dir, pages),
        *collisions(around.copied, written, content_dir),
    ]


def refuse(
    root: Path, content_dir: str, more: Sequence[Problem] = (), *, directory_urls: bool = True
) -> None:
    """Raise ``ContentError`` with all problems of the content and ``more`` if one of them is an error."""
    found = proofread(root, content_dir, directory_urls=directory_urls).problems
    places = {(problem.path, problem.kind) for problem in found}
    found = (*found, *(problem for problem in more if (problem.path, problem.kind) not in places))
    if errors(found):
        raise ContentError(found)


def refuse_astray(root: Path, content_dir: str) -> None:
    """Raise ``ContentError`` with all problems of the content if a link in the site's own templates leads out of the site."""
    if astray_in_templates(root):
        refuse(root, content_dir)


def fix_locators(read: Proofread, today: str) -> tuple[int, dict[Path, bytes]]:
    """Return the number of changed locators, and file -> new bytes. Covers all claims whose words were found."""
    changed = 0
    files: dict[Path, bytes] = {}
    for document in read.content.articles:
        article = read.site.articles.get(document.id)
        text = read.texts.get(article.source_file) if article and read.texts else None
        if article is None or text is None:
            continue
        file = read.root / document.path
        before = file.read_bytes().decode("utf-8")
        fixed = fix(before, article, text, today)
        changed += fixed.changed
        if fixed.content != before:
            files[file] = fixed.content.encode("utf-8")
    return changed, files


def coverage(read: Proofread, folder: Path) -> Coverage:
    """Measure the site's coverage by the hand-made lists ``*.yml`` in a folder."""
    lists = {}
    for file in sorted(folder.glob("*.yml")):
        name = file.resolve()
        shown = name.relative_to(read.root.resolve()) if name.is_relative_to(read.root.resolve()) else file
        lists[shown.as_posix()] = regular.read(file).decode("utf-8")
    return cover(lists, read.site, read.texts, read.failed)
