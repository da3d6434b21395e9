"""Walk a folder safely: links that lead out of the site, to nothing or in a circle are not followed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from builder.content.problems import ASTRAY, Problem, printable


def walk(top: Path, whole: Path, astray: list[Path]) -> Iterator[tuple[str, list[str]]]:
    """Yield each folder under ``top`` with the sorted names of its files. Folders are relative to ``top`` and end in a slash.

    Links are followed if they lead to another place in ``whole``; all others are added to ``astray``. Within a linked folder no
    links to folders are followed: folders that link to each other twice would have exponentially many paths.
    """
    whole = Path(os.path.realpath(whole))
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
            # For a link that leads to itself ``Path.is_dir`` is false, but ``DirEntry.is_dir`` raises.
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
    """Return whether a link leads to something in ``whole`` that is not one of the folders around the link."""
    found = Path(os.path.realpath(link))
    around = link.parent.resolve().is_relative_to(found)
    return found.is_relative_to(whole) and found.exists() and not around


def astray_in_templates(root: Path) -> list[Problem]:
    """Return a problem for each link in a site's own templates that leads out of the site, to nothing or in a circle."""
    folder = root / "templates"
    astray: list[Path] = []
    if folder.is_symlink() and not _stays(folder, root.resolve()):
        astray.append(folder)
    else:
        # The whole tree: linked files are templates too.
        for _ in walk(folder, root, astray):
            pass
    message = "this link leads to nothing else in the site's folder; it is not followed"
    return [Problem(printable(path.relative_to(root).as_posix()), 1, "", ASTRAY, message) for path in astray]
