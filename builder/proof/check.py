"""Read a site's content, validate it and hold it against the private texts: what ``check`` and ``build`` share.

Needs neither MkDocs nor templates, so that a check starts at once.
"""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from builder.content import strict_yaml
from builder.content.load import Content, load
from builder.content.model import Site
from builder.content.problems import Problem
from builder.content.validate import validate
from builder.proof import private_texts
from builder.proof.across import across
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
    """Of the content and of the proof, sorted."""


def proofread(root: Path, content_dir: str = "content", *, thorough: bool = False) -> Proofread:
    """Return the content of ``root/content_dir``, checked in every way.

    ``thorough`` also lays the texts beside each other, which takes longer the more there are: a check does,
    a build does not.
    """
    content = load(root, content_dir)
    site, found = validate(content)
    texts = private_texts.read(root, (article.source_file for article in site.articles.values()))
    proof = prove(site, [*content.articles, *content.topics], texts)
    together = across(site, content.articles, texts) if thorough else []
    problems = sorted({*found, *proof.problems, *together}, key=lambda problem: problem.order)
    return Proofread(root, content, site, texts, proof, tuple(problems))


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
        lists[shown.as_posix()] = file.read_text(encoding="utf-8")
    return cover(lists, read.site, read.texts)


def docs_dir(root: Path) -> str:
    """Return the content folder's name as ``mkdocs.yml`` has it, without loading MkDocs."""
    file = root / "mkdocs.yml"
    if file.is_file():
        for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("docs_dir:"):
                value = strict_yaml.read(line).value
                if isinstance(value, dict) and isinstance(value.get("docs_dir"), str):
                    return str(value["docs_dir"])
    return "content"
