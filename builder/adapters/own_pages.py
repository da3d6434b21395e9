"""The pages of a site that are none of ours: Markdown files in the content folder, which MkDocs makes into pages as anywhere.

They have its Markdown extensions, hooks, edit links and pictures, and dead links are told in strict mode. All that is ours is that
links to the pages of the comparison are known, and that nothing foreign runs: see ``own_html``.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import nest_paths
from mkdocs.utils.meta import get_data
from msgspec import Struct

from builder.cache import regular
from builder.pages.page import TITLE_ID, in_head

METHOD = ("method.md", "method/index.md")
"""The one page of ours that stands among a site's own in the navigation: in a site and in an export."""
_LINK = re.compile(
    r"""(?P<before>\]\(<?|^ {0,3}\[[^\]\n]+\]:[ \t]*<?)(?P<path>[^\s<>()"'#?:]+\.md)(?=[\s<>()"'#?]|$)""",
    re.MULTILINE,
)
"""A link to a Markdown file. MkDocs leaves those in HTML as they are."""
_BOOST = 0.2
"""Factor for the score of these pages in a search: claims and questions rank above prose."""


def _escaped(value: Any) -> Any:
    """Return a value of front matter with all texts in it escaped."""
    if isinstance(value, str):
        return in_head(value)
    if isinstance(value, dict):
        return {_escaped(key): _escaped(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_escaped(inner) for inner in value]
    return value


class OwnPage(Struct, frozen=True):
    """What the navigation needs to know of a page."""

    path: str
    title: str
    """The title in its front matter; empty if there is none."""
    menu: bool
    """Whether it is in the navigation."""


def read(folder: Path, paths: Iterable[str]) -> list[OwnPage]:
    """Return the pages of these paths in the content folder."""
    found = []
    for path in paths:
        meta = get_data(regular.read(folder / path).decode("utf-8-sig"))[1]
        title = meta.get("title")
        found.append(
            OwnPage(path, title if isinstance(title, str) else "", meta.get("menu", True) is not False)
        )
    return found


def navigation(made: list[tuple[str, str]], own: Iterable[OwnPage]) -> list[Any]:
    """Return the navigation of a site that names none: the pages that are made, then all others, folders as sections.

    ``made`` are the label and the Markdown path of each page that is made. The hand-written ones, which stand last, and those in
    the content folder itself are in the order of their names.
    """
    shown = [page for page in own if page.menu]
    single: list[tuple[str, Any]] = [(page.path, _entry(page)) for page in shown if "/" not in page.path]
    single += [(path, {label: path}) for label, path in made if path in METHOD]
    deep = nest_paths([page.path for page in shown if "/" in page.path])
    others: list[Any] = [{label: path} for label, path in made if path not in METHOD]
    return [*others, *(entry for _, entry in sorted(single, key=lambda one: one[0])), *deep]


def _entry(page: OwnPage) -> Any:
    return {in_head(page.title): page.path} if page.title else page.path


def add(config: MkDocsConfig, files: Files, own: Iterable[OwnPage]) -> None:
    """Add the pages to the files of a build, as MkDocs would have found them."""
    for page in own:
        file = File(page.path, config.docs_dir, config.site_dir, config.use_directory_urls)
        if not page.menu and not left_out(config, page.path):
            file.inclusion = InclusionLevel.NOT_IN_NAV
        files.append(file)


def listed(config: MkDocsConfig, files: Files, own: Iterable[OwnPage]) -> list[OwnPage]:
    """Return the pages that belong in the navigation, as far as the settings and other plugins leave them there."""
    found = []
    for page in own:
        file = files.get_file_from_path(page.path)
        undecided = file is not None and file.inclusion is InclusionLevel.UNDEFINED
        if undecided and not left_out(config, page.path) and not unlisted(config, page.path):
            found.append(page)
    return found


def left_out(config: MkDocsConfig, path: str) -> bool:
    """Return whether the settings leave a file of the content folder out of the site."""
    patterns = [one for one in (config.exclude_docs, config.draft_docs) if one]
    return any(pattern.match_file(path) for pattern in patterns)


def unlisted(config: MkDocsConfig, path: str) -> bool:
    """Return whether the settings leave a page out of the navigation."""
    return bool(config.not_in_nav and config.not_in_nav.match_file(path))


def prepare(page: MkDocsPage) -> None:
    """Make the front matter of a page harmless, and give it what the other pages have unless it says otherwise."""
    # Themes print these without escaping.
    page.meta = _escaped(page.meta)
    if "/" not in page.file.src_uri:
        page.meta.setdefault("hide", ["navigation"])
    page.meta.setdefault("search", {"boost": _BOOST})


def titled(page: MkDocsPage, html: str) -> str:
    """Return a page's HTML with its title as a heading, as the theme would print it, and with the id that the link past the menus has."""
    return html if "<h1" in html else f'<h1 id="{TITLE_ID}">{page.title}</h1>\n{html}'


def exported(text: str, path: str, made: Mapping[str, str]) -> str:
    """Return the Markdown of a page with links to pages of ours spelled anew, for an export that has them in other files.

    ``made`` is the path of each such file by its Markdown path here.
    """
    folder = posixpath.dirname(path)

    def spelled(match: re.Match[str]) -> str:
        target = made.get(posixpath.normpath(posixpath.join(folder, unquote(match["path"]))))
        return (
            match[0]
            if target is None
            else f"{match['before']}{quote(posixpath.relpath(target, folder or '.'))}"
        )

    return _LINK.sub(spelled, text)
