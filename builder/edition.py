"""From a content folder to everything that is printed: the one way through all rooms, used by all adapters."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from builder import links
from builder.compare.topics import compare_topic
from builder.data import data_files
from builder.library import Library, index
from builder.outline import FILE as OUTLINE
from builder.outline import read as read_outline
from builder.pages.render import TEMPLATES, Page, render
from builder.pages.words import Words
from builder.pages.words import read as read_words
from builder.problems import DRAFT_UNFINISHED, ContentError, Problem, errors
from builder.proofread import proofread
from builder.views import needs_index, views


@dataclass(frozen=True, slots=True)
class Edition:
    """A whole site, ready to be printed by an adapter."""

    pages: tuple[Page, ...]
    data: dict[str, str]
    """Data files by their address."""
    navigation: tuple[tuple[str, str], ...]
    """Label and address of what leads through the site; articles are not in it, however many there are."""
    warnings: tuple[Problem, ...]
    """What is worth telling and stops nothing; what drafts lack is told by the check."""
    drafts: tuple[str, ...] = ()
    """Articles in the making, which are in nothing of this."""


def check(root: Path, content_dir: str = "content") -> list[Problem]:
    """Return everything that is wrong with a content folder, sorted."""
    return list(proofread(root, content_dir).problems)


def make(
    root: Path,
    content_dir: str = "content",
    *,
    directory_urls: bool = True,
    templates: Path = TEMPLATES,
    language: str = "en",
) -> Edition:
    """Make the edition of ``root/content_dir``. The site's own ``templates/`` stand before ours, file by file.

    Raises ``ContentError`` with all problems, warnings among them, if one of them is an error.
    """
    read = proofread(root, content_dir)
    site, problems = read.site, read.problems
    if errors(problems):
        raise ContentError(problems)
    library = index(site, read.proof)
    comparisons = tuple(
        compare_topic(library, topic) for story in site.stories.values() for topic in library.topics(story)
    )
    outline = read_outline(root / content_dir / OUTLINE)
    say = read_words(templates / "words", language)
    pages = render(
        views(library, comparisons, outline, say), directory_urls, templates, language, root / "templates"
    )
    told = tuple(problem for problem in problems if problem.kind is not DRAFT_UNFINISHED)
    return Edition(
        pages,
        data_files(library, comparisons),
        _navigation(library, say),
        told,
        drafts=tuple(site.drafts),
    )


def _navigation(library: Library, say: Words) -> tuple[tuple[str, str], ...]:
    if needs_index(library):
        topics = [(say("Topics"), links.TOPICS)]
    else:
        stories = library.site.stories.values()
        topics = [
            (topic.title, links.topic(topic.id).address)
            for story in stories
            for topic in library.topics(story)
        ]
    texts = [
        (page.title, links.text(page.id).address)
        for page in library.site.pages.values()
        if page.id != "index"
    ]
    return (
        (say("Home"), links.HOME),
        *topics,
        (say("Articles"), links.ARTICLES),
        (say("Sources"), links.SOURCES),
        *texts,
    )
