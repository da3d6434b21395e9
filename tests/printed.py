"""Reading pages back, and making hostile ones."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from tests.factory import write_site

ROOT = Path(__file__).resolve().parent.parent

PAYLOAD = (
    '</title></script><script>alert("x")</script><img src=x onerror=alert(1)>'
    " {{ 7 * 7 }} {% raw %} &amp; *a* _b_ `c` [d](javascript:alert(2)) ![e](http://other.host/e.png) # f { #g } | h"
)
"""What breaks out of HTML, attributes, Jinja, Markdown and attribute lists, in one line."""

_TEXTS = {
    "name", "short", "title", "lead", "text", "note", "summary", "headline", "byline", "credit", "printed", "unit",
    "counts", "of", "scope", "cue", "status", "quote", "stake_note", "aliases", "precis", "description", "body",
    "inferred", "country", "precision", "located_by", "source", "border_name",
}  # fmt: skip


def poisoned(value: Any, name: str = "") -> Any:
    """Return a model object with the payload in each of its texts. Ids and enums stay as they are."""
    if isinstance(value, str):
        return f"{value} {PAYLOAD}" if name in _TEXTS else value
    if isinstance(value, Struct):
        changes = {name: poisoned(getattr(value, name), name) for name in value.__struct_fields__}
        return replace(value, **changes)
    if isinstance(value, tuple):
        return tuple(poisoned(item, name) for item in value)
    if isinstance(value, dict):
        return {key: poisoned(item, name) for key, item in value.items()}
    return value


def site_with_config(
    folder: Path, files: dict[str, str | bytes | None] | None = None, more: str = ""
) -> Path:
    """The tiny valid site with a ``mkdocs.yml`` of its own that uses this repository's theme."""
    root = write_site(folder, files)
    theme = json.dumps(str(ROOT / "templates" / "theme"))
    (root / "mkdocs.yml").write_text(
        "site_name: Tiny\ndocs_dir: content\nstrict: true\nexclude_docs: '*.yml'\n"
        f"theme: {{name: material, custom_dir: {theme}, font: false}}\n"
        f"extra_css: [assets/stylesheets/variorum.css]\nplugins: [search, variorum]\n{more}",
        encoding="utf-8",
    )
    return root


class Read(HTMLParser):
    """The tags, attributes, ids, links and visible text of an HTML document."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.pieces: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.pieces).split())

    @property
    def ids(self) -> list[str]:
        return [value or "" for _, name, value in self.attributes if name == "id"]

    @property
    def links(self) -> list[str]:
        return [value or "" for tag, name, value in self.attributes if (tag, name) == ("a", "href")]
