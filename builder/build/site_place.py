"""Where a folder may be written: nowhere near what somebody wrote, by whatever spelling or link."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from builder.cache.records import PLACE
from builder.content.problems import SITE_PLACE, ContentError, Problem
from builder.proof import private_texts

Identity = tuple[int, int]
"""What the system knows a folder by: its device and number. Links, mounts and other spellings lead to the same."""


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

    It may not be, hold or lie in the content, templates, private texts, cache, any folder of ``more`` or a
    repository's own folder; nor be or hold the site's ``root``. ``shown``, ``line`` and ``key`` tell people where it was named.
    """
    place = Path(os.path.realpath(target))
    above, here = _identities(place), _identity(place)
    for what, folder in (("the site's root", root), *_guarded(root, content, more)):
        guarded = Path(os.path.realpath(folder))
        # Folders that are not there yet have a name only.
        holds = here in _identities(guarded) if here else guarded.is_relative_to(place)
        lies = folder != root and (_identity(guarded) in above or place.is_relative_to(guarded))
        if holds or lies:
            message = f"{target} {'is or holds' if holds else 'lies in'} {what} ({folder})"
            raise ContentError([Problem(shown, line, key, SITE_PLACE, message)])


def _guarded(root: Path, content: Path, more: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    """Yield the folders that are not to be written into, each with what it is."""
    yield "the content", content
    yield "the site's templates", root / "templates"
    yield "the full texts", root / private_texts.FOLDER
    yield from (("the full texts", private) for private in private_texts.folders(root))
    yield "the cache", root / PLACE
    yield from (("a folder of the theme or of the content", path) for path in more)
    for folder in (root.resolve(), *root.resolve().parents):
        yield from (("the repository's own folder", path) for path in _repositories(folder / ".git"))


def _repositories(place: Path) -> Iterator[Path]:
    """Yield the folders in which Git keeps a repository: ``.git`` itself, or the one that it names."""
    if place.is_dir():
        yield place
    elif place.is_file():
        yield place
        with place.open("rb") as file:
            words = os.fsdecode(file.read(4096))
        if words.startswith("gitdir:"):
            named = Path(place.parent, words.removeprefix("gitdir:").strip())
            # That of a worktree lies in the repository of all of them: .git/worktrees/NAME.
            yield named.parents[1] if named.parent.name == "worktrees" else named


def _identity(path: Path) -> Identity | None:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return (found.st_dev, found.st_ino)


def _identities(place: Path) -> set[Identity]:
    """Return the identities of a folder and of those above it, as far as they are there."""
    return {found for folder in (place, *place.parents) if (found := _identity(folder))}
