"""Write an edition as plain Markdown files that MkDocs with Material, or Zensical, builds without this program.

The way out if either ever goes: every page is a Markdown file with title and description, its headings are
Markdown headings, and what stands between them is HTML, which Markdown leaves alone.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from markupsafe import escape

from builder import links
from builder.edition import Edition
from builder.pages.render import TEMPLATES, TITLE_ID, Page, Section

MARKER = ".variorum-export"
"""A file in every export that lists what was written, so that the next one may replace it."""

STYLESHEET = "assets/stylesheets/variorum.css"
SCRIPT = "assets/javascripts/variorum.js"
FONTS = tuple(f"assets/fonts/{name}" for name in (
    "LICENSE", "serif-400-first.woff2", "serif-400-more.woff2", "serif-600-first.woff2", "serif-600-more.woff2",
))  # fmt: skip
ASSETS = (STYLESHEET, SCRIPT, *FONTS)
"""What pages look like and work with, from the theme's folder."""


class ForeignFolderError(Exception):
    """The folder holds files that no export wrote; nothing was touched."""


def export(edition: Edition, folder: Path, *, site_name: str, description: str = "") -> int:
    """Write the edition into a folder and return the number of files.

    Raises ``ForeignFolderError`` where the folder is neither empty nor an earlier export.
    """
    clear(folder)
    files = {f"docs/{page.source}": markdown(page) for page in edition.pages}
    files["mkdocs.yml"] = configuration(edition, site_name, description)
    # Listed before anything is written: an export that breaks off can still be replaced.
    folder.mkdir(parents=True, exist_ok=True)
    assets = {f"docs/{name}": (TEMPLATES / "theme" / name).read_bytes() for name in ASSETS}
    assets |= {f"docs/{address}": data for address, data in edition.data.items()}
    (folder / MARKER).write_text("\n".join([*sorted(files | assets), ""]), encoding="utf-8")
    for name, content in assets.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return len(files) + len(assets)


def clear(folder: Path) -> None:
    """Remove what an earlier export wrote, and only that."""
    if not folder.exists() or not any(folder.iterdir()):
        return
    marker = folder / MARKER
    if not marker.is_file():
        raise ForeignFolderError(f"{folder} is not empty, and no export made it; name another folder")
    for name in marker.read_text(encoding="utf-8").splitlines():
        path = folder / name
        if name and path.resolve().is_relative_to(folder.resolve()) and path.is_file():
            path.unlink()


def markdown(page: Page) -> str:
    """Return a page as a Markdown file."""
    # Themes print both as they are, so they are escaped; JSON strings are YAML strings too.
    front = {"title": str(escape(page.title)), "description": str(escape(page.description))}
    lines = ["---", *(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items())]
    hide = ["navigation", "toc"] if page.wide else ["navigation"]
    lines += [f"hide: {json.dumps(hide)}", "---", "", f"# {in_markdown(page.title)} {{ #{TITLE_ID} }}", ""]
    blocks = [_block(page.lead)] if page.lead else []
    blocks += [_section(section) for section in page.sections]
    return "\n".join([*lines, "\n\n".join(blocks), ""])


def _section(section: Section) -> str:
    title = in_markdown(section.title)
    words = f'<a href="{escape(section.href)}">{title}</a>' if section.href else title
    heading = f"{'#' * section.level} {words} {{ #{section.id} }}"
    return f"{heading}\n\n{_block(section.html)}" if section.html else heading


def _block(html: str) -> str:
    # One element on lines of its own without empty ones between: Markdown takes it as it is.
    return f"<div>\n{html}\n</div>"


def in_markdown(text: str) -> str:
    """Return plain text in one line such that Markdown prints exactly it."""
    text = str(escape(" ".join(text.split())))
    # Character references rather than backslashes: every Markdown reads them alike.
    return re.sub(r"[\\`*_{}\[\]!|~^=:+$]|#(?!\d+;)", lambda match: f"&#{ord(match[0])};", text)


def configuration(edition: Edition, site_name: str, description: str) -> str:
    """Return the ``mkdocs.yml`` of an export."""
    nav = [
        f"  - {json.dumps(str(escape(label)), ensure_ascii=False)}: {links.source(address)}"
        for label, address in edition.navigation
    ]
    return "\n".join(
        [
            f"site_name: {json.dumps(site_name, ensure_ascii=False)}",
            f"site_description: {json.dumps(description, ensure_ascii=False)}",
            "theme:",
            "  name: material",
            "  font: false",
            "  features: [navigation.tabs, navigation.top, search.highlight]",
            "  palette:",
            '    - media: "(prefers-color-scheme: light)"',
            "      scheme: default",
            "      primary: custom",
            "      accent: custom",
            "      toggle: { icon: material/weather-sunny, name: Switch to dark colours }",
            '    - media: "(prefers-color-scheme: dark)"',
            "      scheme: slate",
            "      primary: custom",
            "      accent: custom",
            "      toggle: { icon: material/weather-night, name: Switch to light colours }",
            f"extra_css: [{STYLESHEET}]",
            f"extra_javascript: [{SCRIPT}]",
            "markdown_extensions: [attr_list]",
            "plugins: [search]",
            "validation:",
            "  nav:",
            "    omitted_files: ignore",
            "nav:",
            *nav,
            "",
        ]
    )
