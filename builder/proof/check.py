"""Read a site's content, validate it and hold it against the private texts: what ``check`` and ``build`` share.

Needs neither MkDocs nor templates, so that a check starts at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct

from builder.cache import regular
from builder.content import map_outline
from builder.content import printed_settings as settings
from builder.content.collisions import Written, collisions
from builder.content.copied_files import Enclosed, enclosed, strays
from builder.content.load import Content, Document, load
from builder.content.model import Site
from builder.content.problems import ContentError, Problem, errors
from builder.content.validate import validate
from builder.content.walk import astray_in_templates
from builder.proof import private_texts
from builder.proof.across import across, held_back
from builder.proof.failed import NOTHING, Failed, failed, unsettled
from builder.proof.failed import held_back as told_of
from builder.proof.fix import fix
from builder.proof.gold import Coverage, cover
from builder.proof.prove import Proof, prove
from builder.proof.text import Text


class Proofread(Struct, frozen=True):
    """A site with everything that is wrong with it."""

    root: Path
    content: Content
    site: Site
    texts: dict[str, Text] | None
    proof: Proof
    problems: tuple[Problem, ...]
    """Of the content, of the settings that pages print, and of the proof, sorted."""
    failed: Failed = NOTHING
    """What could not be understood, so that nothing was concluded from what the rest does not have."""


def proofread(
    root: Path, content_dir: str = "content", *, thorough: bool = False, directory_urls: bool = True
) -> Proofread:
    """Return the content of ``root/content_dir``, checked in every way.

    ``thorough`` also lays the texts beside each other, which takes longer the more there are: a check does,
    a build does not. ``directory_urls`` says how the build that it is checked for calls its files.
    """
    content = load(root, content_dir)
    around = enclosed(root.resolve() / content_dir)
    content.problems += strays(around, content_dir)
    site, found = validate(content, text_words=partial(private_texts.words_of, root))
    texts = private_texts.read(root, (article.source_file for article in site.articles.values()))
    lacking = failed(content, site, found)
    proof = prove(site, [*content.articles, *content.topics], texts, failed=lacking)
    together = across(site, content.articles, texts, lacking) if thorough else []
    held = {**proof.held, **(held_back(lacking, texts) if thorough else {}), **unsettled(lacking)}
    together += told_of(held)
    together += colliding(around, content.registries, content_dir, directory_urls=directory_urls)
    together += astray_in_templates(root)
    together += settings.dishonest(root, content_dir)
    together += map_outline.faults(root, content_dir)
    problems = sorted({*found, *proof.problems, *together}, key=lambda problem: problem.order)
    return Proofread(root, content, site, texts, proof, tuple(problems), lacking)


def colliding(
    around: Enclosed, registries: Mapping[str, Document], content_dir: str, *, directory_urls: bool
) -> list[Problem]:
    """Return a problem for each file that is copied to where a build writes one of its own, or another one is copied to."""
    named = {
        name: set(registries[name].data) if name in registries else set()
        for name in ("stories", "outlets", "sources")
    }
    written = Written(around.ids | named, directory_urls=directory_urls)
    return list(collisions(around.copied, written, content_dir))


def refuse(
    root: Path, content_dir: str, more: Sequence[Problem] = (), *, directory_urls: bool = True
) -> None:
    """Raise ``ContentError`` with all problems of a whole content and ``more``, if there is an error among them."""
    found = proofread(root, content_dir, directory_urls=directory_urls).problems
    places = {(problem.path, problem.kind) for problem in found}
    found = (*found, *(problem for problem in more if (problem.path, problem.kind) not in places))
    if errors(found):
        raise ContentError(found)


def refuse_astray(root: Path, content_dir: str) -> None:
    """Raise ``ContentError`` with all problems of the whole content where a link in the site's own templates leads out of it."""
    if astray_in_templates(root):
        refuse(root, content_dir)


def fix_locators(read: Proofread, today: str) -> tuple[int, dict[Path, bytes]]:
    """Find the locators of all claims whose words were found; return how many change, and the files with them."""
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
    """Hold the site against the hand-made lists in a folder."""
    lists = {}
    for file in sorted(folder.glob("*.yml")):
        name = file.resolve()
        shown = name.relative_to(read.root.resolve()) if name.is_relative_to(read.root.resolve()) else file
        lists[shown.as_posix()] = regular.read(file).decode("utf-8")
    return cover(lists, read.site, read.texts, read.failed)
