"""Check where a site may be written: not over or inside people's work, under any spelling or link."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from builder.cache.records import PLACE
from builder.content.problems import SITE_PLACE, ContentError, Problem
from builder.proof import private_texts

Identity = tuple[int, int]
"""Device and inode of a folder: the same for all links, mounts and spellings of it."""


def refuse_place(
    target: Path,
    root: Path,
    content: Path,
    more: Iterable[Path] = (),
    *,
    shown: str,
    line: int = 1,
    key: str = "",
) -> None:
    """Raise ``ContentError`` unless a folder may be written at ``target``.

    It may not be, contain or be inside the content, templates, private texts, cache, any folder of ``more`` or a ``.git``
    folder; nor may it be or contain the site's ``root``. ``shown``, ``line`` and ``key`` say in the message where it was named.
    """
    place = Path(os.path.realpath(target))
    above, here = _identities(place), _identity(place)
    for what, folder in (("the site's root", root), *_guarded(root, content, more)):
        guarded = Path(os.path.realpath(folder))
        # Folders that do not exist yet can be compared only by name.
        holds = here in _identities(guarded) if here else guarded.is_relative_to(place)
        lies = folder != root and (_identity(guarded) in above or place.is_relative_to(guarded))
        if holds or lies:
            message = f"{target} {'is or holds' if holds else 'lies in'} {what} ({folder})"
            raise ContentError([Problem(shown, line, key, SITE_PLACE, message)])


def _guarded(root: Path, content: Path, more: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    """Yield the folders that must not be written into, each with a description."""
    yield "the content", content
    yield "the site's templates", root / "templates"
    yield "the full texts", root / private_texts.FOLDER
    if private := private_texts.folder(root):
        yield "the full texts", private
    yield "the cache", root / PLACE
    yield from (("a folder of the theme or of the content", path) for path in more)
    for folder in (root.resolve(), *root.resolve().parents):
        yield from (("the repository's own folder", path) for path in _repositories(folder / ".git"))


def _repositories(place: Path) -> Iterator[Path]:
    """Yield the folders of a Git repository: ``.git`` itself, and the folder that it names if it is a file."""
    if place.is_dir():
        yield place
    elif place.is_file():
        yield place
        with place.open("rb") as file:
            words = os.fsdecode(file.read(4096))
        if words.startswith("gitdir:"):
            named = Path(place.parent, words.removeprefix("gitdir:").strip())
            # A worktree's folder is inside the main repository: .git/worktrees/NAME.
            yield named.parents[1] if named.parent.name == "worktrees" else named


def _identity(path: Path) -> Identity | None:
    """Return the identity of a folder, or None if it does not exist."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return (found.st_dev, found.st_ino)


def _identities(place: Path) -> set[Identity]:
    """Return the identities of a folder and of all folders above it, as far as they exist."""
    return {found for folder in (place, *place.parents) if (found := _identity(folder))}
