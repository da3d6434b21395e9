"""Walks a folder whose links may lead anywhere: one that leads out of the site, to nothing or round in a circle is not followed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from builder.content.problems import ASTRAY, Problem, printable


def walk(top: Path, whole: Path, astray: list[Path]) -> Iterator[tuple[str, list[str]]]:
    """Yield each folder under ``top``, as the beginning of its files' paths in it, with the names of its files, sorted.

    Links are followed to something else in ``whole``. All others are put into ``astray``. In a folder that a link leads to, no
    link to a further folder is followed: two folders that lead to each other twice would have more paths than can be counted.
    """
    whole = whole.resolve()
    waiting = [("", False)]
    while waiting:
        under, linked = waiting.pop()
        folders: list[tuple[str, bool]] = []
        names: list[str] = []
        try:
            with os.scandir(top / under) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in found:
            link = entry.is_symlink()
            # A link that leads to itself is no folder to paths, and an error to entries.
            folder = Path(entry.path).is_dir() if link else entry.is_dir(follow_symlinks=False)
            if link and not (_stays(Path(entry.path), whole) and not (linked and folder)):
                astray.append(Path(entry.path))
            elif folder:
                folders.append((f"{under}{entry.name}/", linked or link))
            else:
                names.append(entry.name)
        yield under, names
        waiting += reversed(folders)


def _stays(link: Path, whole: Path) -> bool:
    """Return whether a link leads to something in a folder, and not to one that it lies in itself."""
    found = Path(os.path.realpath(link))
    around = link.parent.resolve().is_relative_to(found)
    return found.is_relative_to(whole) and found.exists() and not around


def astray_in_templates(root: Path) -> list[Problem]:
    """Return the links in a site's own templates that lead out of the site, to nothing, or in a circle."""
    folder = root / "templates"
    astray: list[Path] = []
    if folder.is_symlink() and not _stays(folder, root.resolve()):
        astray.append(folder)
    else:
        # To the end: what links lead to is a template too.
        for _ in walk(folder, root, astray):
            pass
    message = "this link leads to nothing else in the site's folder; it is not followed"
    return [Problem(printable(path.relative_to(root).as_posix()), 1, "", ASTRAY, message) for path in astray]
