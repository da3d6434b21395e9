"""Find, by file names alone, which files of the content folder are copied as they are and which are neither copied nor read.

``load`` reads articles, topics, registries and two pages. Other Markdown files are pages of the site's own. All other files are
copied, except files that look like content but lie where nothing reads them: these are reported, because their content would be
missing from the site.
"""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct, field

from builder.content.load import OPTIONAL, PAGES, REGISTRIES, ROOMS
from builder.content.problems import NOT_READ, WRONG_ENDING, Kind, Problem, did_you_mean, printable
from builder.content.walk import walk

_PAGES = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd"})
"""Suffixes of files that MkDocs would turn into pages."""
_DATA = frozenset({".yml", ".yaml"})
_ROOMS = {"": _PAGES, "articles/": _PAGES, "topics/": _DATA, "changes/": _DATA}
"""Folder -> suffixes of the files there that ``load`` reads, or reports as misnamed."""
_KNOWN = tuple(f"{name}.yml" for name in (*REGISTRIES, *OPTIONAL))


class Enclosed(Struct):
    """The files of a content folder, by their paths relative to it."""

    copied: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    """Markdown files that are pages of the site's own."""
    stray: list[str] = field(default_factory=list)
    """Files that look like content but are not read."""
    ids: dict[str, set[str]] = field(default_factory=dict)
    """``pages``, ``articles``, ``topics`` and ``changes`` -> the names of their files without suffix."""
    astray: list[Path] = field(default_factory=list)
    """Links that are not followed."""


def enclosed(content: Path) -> Enclosed:
    """Scan a content folder. Symbolic links are followed only to other places inside it."""
    found = Enclosed(ids={name: set() for name in ("pages", *ROOMS)})
    for under, names in walk(content, content, found.astray):
        hidden = under.startswith(".") or "/." in under
        room, ids = _ROOMS.get(under, frozenset()), found.ids.get(under.rstrip("/") or "pages")
        for name in names:
            stem, dot, ending = name.rpartition(".")
            kind = f"{dot}{ending.casefold()}"
            if kind not in _PAGES and kind not in _DATA:
                if f"{under}{name}" not in ROOMS:  # should be folders; ``load`` reports that
                    found.copied.append(name if not under else f"{under}{name}")
            elif kind in room and ids is not None and (under or name in PAGES):
                ids.add(stem)
            elif kind in _PAGES and under.partition("/")[0] not in ROOMS:
                if not (hidden or name.startswith(".")):
                    found.pages.append(f"{under}{name}")
                    found.ids["pages"].add(address(f"{under}{name}"))
            elif not (hidden or name.startswith(".")) and _meant(under, name, kind):
                found.stray.append(f"{under}{name}")
    return found


def address(page: str) -> str:
    """Return the address of a page of the site's own without the slash at its end: ``guide/first`` for ``guide/first.md``."""
    folder, _, name = page.rpartition("/")
    stem = name.rpartition(".")[0]
    return folder if stem in ("index", "README") else f"{folder}/{stem}".lstrip("/")


def _meant(under: str, name: str, kind: str) -> bool:
    """Return whether a file looks like content. YAML in other folders, for example beside pictures, may be anything."""
    if kind in _PAGES:
        return True
    return name not in _KNOWN if not under else under.partition("/")[0] in ROOMS


def strays(found: Enclosed, content_dir: str) -> list[Problem]:
    """Return a problem for each file that looks like content but is not read."""
    return [
        Problem(f"{content_dir}/{printable(path)}", 1, "", *_told(path, content_dir)) for path in found.stray
    ]


def _told(path: str, content_dir: str) -> tuple[Kind, str]:
    folder, _, name = path.rpartition("/")
    told = f'"{printable(name)}" is not read'
    room = folder.partition("/")[0]
    if room in ROOMS:
        return NOT_READ, f"{told}: {room} are files NAME{ROOMS[room]} in {content_dir}/{room}/ itself"
    if Path(name).with_suffix(".yml").name in _KNOWN:
        return WRONG_ENDING, f"{told}: the ending wanted here is .yml"
    return NOT_READ, f"{told}: no file of that name is{did_you_mean(name, _KNOWN)}"
