"""Follow every link of a folder of HTML pages, as a browser does that gets them from a server."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

HOST = "http://site.test"
_ADDRESSES = {
    "a": ("href",), "link": ("href",), "area": ("href",), "img": ("src",), "script": ("src",), "source": ("src",), "iframe": ("src",),
    "image": ("href", "xlink:href"), "use": ("href", "xlink:href"), "form": ("action",),
}  # fmt: skip
"""Attributes that hold an address, by tag."""


class _Links(HTMLParser):
    """The addresses and the ids of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.ids = {"top"}
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value is not None and name in ("id", "name"):
                self.ids.add(value)
            if value is not None and name in _ADDRESSES.get(tag, ()):
                self.addresses.append(value)


def broken(site: Path, base: str = "/") -> list[str]:
    """Return each link of each page under ``site`` that leads to no file or no anchor, as "page: address".

    The site is taken to stand at the path ``base``, which begins and ends in a slash; a link to the host outside of it leads
    nowhere. Links to other hosts are not followed.
    """
    pages = {
        path.relative_to(site).as_posix(): _Links(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }
    found = []
    for name, page in pages.items():
        # A server gives a folder's page at the folder's address.
        here = f"{HOST}{base}{name.removesuffix('index.html')}"
        for address in page.addresses:
            parts = urlsplit(urljoin(here, address))
            if f"{parts.scheme}://{parts.netloc}" != HOST:
                continue
            target, anchor = _file(site, unquote(parts.path), base), unquote(parts.fragment)
            # What begins so are switches of the theme, not places.
            asked = anchor and target in pages and not anchor.startswith("__")
            if target is None or (asked and anchor not in pages[target].ids):
                found.append(f"{name}: {address}")
    return found


def _file(site: Path, path: str, base: str) -> str | None:
    """Return the file that a server gives for a path, or None if there is none."""
    if not path.startswith(base):
        return None
    name = path[len(base) :]
    if not name or name.endswith("/"):
        name += "index.html"
    return name if (site / name).is_file() else None
