"""Export a site as plain Markdown files that MkDocs with Material, or Zensical, builds without this program.

Every page becomes a Markdown file with title and description. Its headings are Markdown headings; the text between them is
HTML, which Markdown leaves unchanged.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from markupsafe import escape

from builder.adapters import own_pages
from builder.adapters.carried import Carried, written
from builder.adapters.feeds import SITE_FEED, Follow, feeds
from builder.adapters.theme import card_address
from builder.build import output
from builder.build.in_memory import BuiltSite
from builder.build.incremental import Attachment
from builder.build.site_record import Purpose
from builder.pages import links
from builder.pages.page import TITLE_ID, Page, Section, in_head
from builder.pages.render import TEMPLATES
from builder.values.direction import isolated

STYLESHEET = "assets/stylesheets/variorum.css"
SCRIPT = "assets/javascripts/variorum.js"
FONTS = tuple(f"assets/fonts/{name}" for name in (
    "LICENSE", "serif-400-first.woff2", "serif-400-more.woff2", "serif-600-first.woff2", "serif-600-more.woff2",
))  # fmt: skip
OVERRIDES = "overrides"
"""The folder of an export that has what it adds to the theme."""
PALETTE = [
    {
        "media": f"(prefers-color-scheme: {name})",
        "scheme": scheme,
        "primary": "custom",
        "accent": "custom",
        "toggle": {"icon": icon, "name": f"Switch to {other} colours"},
    }
    for name, scheme, icon, other in (
        ("light", "default", "material/weather-sunny", "dark"),
        ("dark", "slate", "material/weather-night", "light"),
    )
]
"""The colours if the site chose none."""
HEAD_PART = "partials/vm-head.html"
"""The file of the theme with what programs read in a page's head."""
HEAD = f"""{{% extends "base.html" %}}
{{% block extrahead %}}
{{% if page and page.meta and page.meta.vm_head %}}
{{{{ page.meta.vm_head | safe }}}}
{{% endif %}}
{{% include "{HEAD_PART}" %}}
{{% endblock %}}
"""
"""The template of an export's pages. What differs by page stands in its front matter."""
PLAIN = ("assets/stylesheets/plain.css", "assets/javascripts/embed.js", "assets/javascripts/moved.js")
"""What pages without a theme need: rows for other sites, and former addresses."""
ICON = "assets/images/favicon.svg"
"""The icon of these pages."""
ASSETS = (STYLESHEET, SCRIPT, *FONTS, *PLAIN)
"""The stylesheet, the script and the fonts of pages, by their path in the theme's folder."""


def export(site: BuiltSite, folder: Path, carried: Carried, *, replace: bool = False) -> int:
    """Write a site into a folder, replacing an earlier export, and return the number of files.

    ``carried`` is what the export takes over from the site's settings.

    Raises ``ContentError`` if the folder has files that no export wrote, unless ``replace`` allows removing them.
    """
    files = {f"docs/{name}": data for name, data in carried.files.items()}
    files |= {f"docs/{name}": (TEMPLATES / "theme" / name).read_bytes() for name in ASSETS}
    # A site's own comes with its other files.
    files.setdefault(f"docs/{ICON}", (TEMPLATES / "theme" / ICON).read_bytes())
    files |= {f"docs/{address}": data for address, data in site.data.items()}
    name = str(carried.settings.get("site_name", ""))
    files |= {f"docs/{card_address(page)}": _card(name, page) for page in site.pages if page.card is not None}
    files |= {f"docs/{file.name}": file.draw() for file in _feeds(site, carried)}
    texts = {f"docs/{source(page.address)}": markdown(page) for page in site.pages}
    made = {page.md_path: source(page.address) for page in site.pages}
    texts |= {f"docs/{name}": own_pages.exported(text, name, made) for name, text in carried.texts.items()}
    texts |= {"mkdocs.yml": configuration(site, carried), f"{OVERRIDES}/main.html": HEAD}
    files |= {name: text.encode() for name, text in texts.items()}
    files[f"{OVERRIDES}/{HEAD_PART}"] = (TEMPLATES / "theme" / HEAD_PART).read_bytes()
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


def _feeds(site: BuiltSite, carried: Carried) -> list[Attachment]:
    """Return the feeds of an export, which has some if its settings have its address."""
    url = str(carried.settings.get("site_url") or "")
    follow = Follow(url, str(carried.settings.get("site_name", "")), carried.language, directory_urls=True)
    return [file for page in site.pages for file in feeds(page, follow)] if url else []


def markdown(page: Page) -> str:
    """Return a page as a Markdown file."""
    # Themes print both without escaping, so they are escaped here. JSON strings are valid YAML.
    front = {"title": in_head(page.title), "description": in_head(page.description)}
    if page.card is not None:
        front["card"] = card_address(page)
    if page.own_feed:
        front["feed"] = page.own_feed
    if page.head:
        front["vm_head"] = page.head
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


def _card(site_name: str, page: Page) -> bytes:
    # Imported here because the import takes longer than the rest of a small export.
    from builder.pages import cards

    assert page.card is not None
    return cards.card(site_name, page.title, *page.card, TEMPLATES / "theme/assets/fonts")


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


def configuration(site: BuiltSite, carried: Carried) -> str:
    """Return the ``mkdocs.yml`` of an export."""
    settings = dict(carried.settings)
    if any(page.feed is not None and not page.own_feed for page in site.pages) and settings.get("site_url"):
        settings["extra"] = {**settings.get("extra", {}), SITE_FEED: links.FEED}
    theme = settings.pop("theme", {})
    # Its own list of what is loaded comes first in the cascade, as in the site.
    paths = {page.md_path: source(page.address) for page in site.pages}
    nav = _renamed(settings.pop("nav", None), paths)
    extensions = settings.pop("markdown_extensions", [])
    made = [(in_head(label), source(address)) for label, address in site.navigation]
    styles, scripts = settings.pop("extra_css", []), settings.pop("extra_javascript", [])
    return written(
        settings
        | {
            "theme": {
                "name": "material",
                "custom_dir": OVERRIDES,
                "font": False,
                "features": ["navigation.tabs", "navigation.top", "search.highlight"],
                "palette": PALETTE,
            }
            | theme,
            "extra_css": list(dict.fromkeys([STYLESHEET, *styles])),
            "extra_javascript": [*([] if SCRIPT in map(_path, scripts) else [SCRIPT]), *scripts],
            "markdown_extensions": [*extensions, *(["attr_list"] if "attr_list" not in extensions else [])],
            "plugins": ["search"],
            "validation": {"nav": {"omitted_files": "ignore"}},
            "nav": nav or own_pages.navigation(made, carried.own),
        }
    )


def _renamed(nav: Any, paths: Mapping[str, str]) -> Any:
    """Return a navigation of the site's own with the paths that the files have in an export."""
    if isinstance(nav, str):
        return paths.get(nav, nav)
    if isinstance(nav, dict):
        return {label: _renamed(inner, paths) for label, inner in nav.items()}
    return [_renamed(inner, paths) for inner in nav] if isinstance(nav, list) else nav


def _path(script: object) -> object:
    return script.get("path") if isinstance(script, dict) else script


def source(address: str) -> str:
    """Return the path of a page's Markdown file in an export: ``topics/casualties/index.md``.

    A page then lies where its address leads, so that its relative links mean the same to every program, whether it spells them
    anew from the file or leaves them as they are.
    """
    return f"{address}index.md"
