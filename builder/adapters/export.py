"""Export a site as plain Markdown files that MkDocs with Material, or Zensical, builds without this program.

Every page becomes a Markdown file with title and description. Its headings are Markdown headings; the text between them is
HTML, which Markdown leaves unchanged.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

from markupsafe import escape

from builder.build import output
from builder.build.in_memory import BuiltSite
from builder.build.site_record import Purpose
from builder.pages import links
from builder.pages.render import TEMPLATES, TITLE_ID, Page, Section, in_head
from builder.values.direction import isolated

STYLESHEET = "assets/stylesheets/variorum.css"
SCRIPT = "assets/javascripts/variorum.js"
FONTS = tuple(f"assets/fonts/{name}" for name in (
    "LICENSE", "serif-400-first.woff2", "serif-400-more.woff2", "serif-600-first.woff2", "serif-600-more.woff2",
))  # fmt: skip
ASSETS = (STYLESHEET, SCRIPT, *FONTS)
"""The stylesheet, the script and the fonts of pages, by their path in the theme's folder."""


def export(
    site: BuiltSite, folder: Path, *, site_name: str, description: str = "", replace: bool = False
) -> int:
    """Write a site into a folder, replacing an earlier export, and return the number of files.

    Raises ``ContentError`` if the folder has files that no export wrote, unless ``replace`` allows removing them.
    """
    texts = {f"docs/{page.md_path}": markdown(page) for page in site.pages}
    texts["mkdocs.yml"] = configuration(site, site_name, description)
    files = {name: text.encode() for name, text in texts.items()}
    files |= {f"docs/{name}": (TEMPLATES / "theme" / name).read_bytes() for name in ASSETS}
    files |= {f"docs/{address}": data for address, data in site.data.items()}
    folder = Path(os.path.realpath(folder))
    output.finish(folder)
    found = dict(output.stamps(folder))
    ours = output.own_files(folder, found, str(folder), replace=replace, purpose=Purpose.EXPORT)
    cleared = output.foreign_files(found, ours) if replace else None
    aside = output.prepare(folder)
    try:
        for name, data in files.items():
            path = aside / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        before = {name: found[name] for name in ours}
        output.publish(folder, (), before, str(folder), cleared, Purpose.EXPORT)
    finally:
        if not output.decided(folder):
            output.discard(folder)
    return len(files)


def markdown(page: Page) -> str:
    """Return a page as a Markdown file."""
    # Themes print both without escaping, so they are escaped here. JSON strings are valid YAML.
    front = {"title": in_head(page.title), "description": in_head(page.description)}
    lines = ["---", *(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items())]
    hide = ["navigation", "toc"] if page.wide else ["navigation"]
    lines += [
        f"hide: {json.dumps(hide)}",
        "---",
        "",
        f"# {in_markdown(isolated(page.title))} {{ #{TITLE_ID} }}",
        "",
    ]
    blocks = [_block(page.lead)] if page.lead else []
    blocks += [_section(section) for section in page.sections]
    return "\n".join([*lines, "\n\n".join(blocks), ""])


def _section(section: Section) -> str:
    title = in_markdown(isolated(section.title))
    words = f'<a href="{escape(section.href)}">{title}</a>' if section.href else title
    heading = f"{'#' * section.level} {words} {{ #{section.id} }}"
    return f"{heading}\n\n{_block(section.html)}" if section.html else heading


def _block(html: str) -> str:
    # Markdown leaves an element unchanged that begins on a line of its own and contains no empty line.
    return f"<div>\n{html}\n</div>"


def in_markdown(text: str) -> str:
    """Return plain text in one line, escaped so that Markdown prints exactly this text."""
    text = str(escape(" ".join(text.split())))
    # Character references, not backslashes, because all Markdown parsers read them alike.
    return re.sub(r"[\\`*_{}\[\]!|~^=:+$]|#(?!\d+;)", lambda match: f"&#{ord(match[0])};", text)


def configuration(site: BuiltSite, site_name: str, description: str) -> str:
    """Return the ``mkdocs.yml`` of an export."""
    nav = [
        f"  - {json.dumps(in_head(label), ensure_ascii=False)}: {links.md_path(address)}"
        for label, address in site.navigation
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
