"""Follow every link of a folder of HTML pages, as a browser does that gets them from a server."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from tests.printed import Read

HOST = "http://site.test"
_ADDRESSES = {
    "a": ("href",), "link": ("href",), "area": ("href",), "img": ("src",), "script": ("src",), "source": ("src",), "iframe": ("src",),
    "image": ("href", "xlink:href"), "use": ("href", "xlink:href"), "form": ("action",),
}  # fmt: skip
"""Attributes that hold an address, by tag."""


def broken(site: Path, base: str = "/") -> list[str]:
    """Return each link of each page under ``site`` that leads to no file or no anchor, as "page: address".

    The site is taken to stand at the path ``base``, which begins and ends in a slash; a link to the host outside of it leads
    nowhere. Links to other hosts are not followed.
    """
    pages = {
        path.relative_to(site).as_posix(): Read(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }
    ids = {
        name: {*read.ids, *(value for _, key, value in read.attributes if key == "name")}
        for name, read in pages.items()
    }
    found = []
    for name, read in pages.items():
        # A server gives a folder's page at the folder's address, and 404.html at any.
        here = f"{HOST}{base}{name.removesuffix('index.html')}"
        for tag, key, value in read.attributes:
            if key not in _ADDRESSES.get(tag, ()) or value is None:
                continue
            parts = urlsplit(urljoin(here, value))
            if f"{parts.scheme}://{parts.netloc}" != HOST:
                continue
            target = _file(site, unquote(parts.path), base)
            anchor = unquote(parts.fragment)
            if target is None or (anchor and target in ids and anchor not in {*ids[target], "top"}):
                found.append(f"{name}: {value}")
    return found


def _file(site: Path, path: str, base: str) -> str | None:
    """Return the file that a server gives for a path, or None if there is none."""
    if not path.startswith(base):
        return None
    name = path[len(base) :]
    if not name or name.endswith("/"):
        name += "index.html"
    return name if (site / name).is_file() else None
