"""The plan for publishing a site: the files to move in and the files to remove, written when all files are prepared.

A plan is sealed: a damaged one is ignored. One that was interrupted is carried out again.
"""

from __future__ import annotations

import errno
import stat
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from builder.build import site_record
from builder.build.site_record import Purpose, file_mode
from builder.cache.dir_cache import Stamp

PLAN = ".variorum-plan.json"
"""Name of the plan in a staging folder."""


class Plan(Struct, frozen=True):
    """The changes to a site, by paths in it."""

    purpose: Purpose
    moving: list[str]
    """Files to move in."""
    new: list[str]
    """Those of ``moving`` that are new in the site."""
    going: dict[str, Stamp]
    """Files to remove, with their stamps: another file of the same name, which appeared after a crash, stays."""
    cleared: dict[str, Stamp]
    """Files and links that no build wrote and that may be removed, with their stamps."""


class HalfwayError(OSError):
    """A plan could not be carried out completely. The next build continues it."""

    def __str__(self) -> str:
        place = f": {self.filename}" if self.filename else ""
        return (
            f"{self.strerror}{place}. "
            "The site is built, but only part of it is in place; the next build puts the rest there."
        )


def _escaped(name: str) -> str:
    """Return a file name as text that JSON can hold, even if the name is not valid UTF-8."""
    return name.encode("utf-8", "surrogateescape").decode("latin-1")


def _unescaped(name: str) -> str:
    return name.encode("latin-1").decode("utf-8", "surrogateescape")


def write_plan(aside: Path, plan: Plan) -> None:
    """Write a plan into a staging folder. From then on the site will be published."""
    words = msgspec.json.encode(_renamed(plan, _escaped))
    part = aside / f"{PLAN}.part"
    part.write_bytes(site_record.sealed(words))
    part.replace(aside / PLAN)


def _read(file: Path) -> Plan | None:
    """Return a plan, or None if it is damaged."""
    words = site_record.unsealed(file.read_bytes())
    if words is None:
        return None
    return _renamed(msgspec.json.decode(words, type=Plan), _unescaped)


def _renamed(plan: Plan, rename: Callable[[str], str]) -> Plan:
    return Plan(
        plan.purpose,
        [*map(rename, plan.moving)],
        [*map(rename, plan.new)],
        {rename(name): stamp for name, stamp in plan.going.items()},
        {rename(name): stamp for name, stamp in plan.cleared.items()},
    )


def carry_out(site: Path, aside: Path) -> None:
    """Do everything in the plan that is not done yet.

    Raises ``HalfwayError`` if a file cannot be moved, replaced or removed.
    """
    plan = _read(aside / PLAN)
    if plan is None:
        # The next build compares the site with its record anyway.
        return
    new = frozenset(plan.new)
    checked: set[Path] = set()
    try:
        site.mkdir(parents=True, exist_ok=True)
        recorded = site_record.read_record(site, plan.purpose)
        remove(site, plan.going, checked)
        remove(site, plan.cleared, checked, links=True)
        for name in plan.moving:
            fresh, old = aside / name, site / name
            if not fresh.is_file():
                continue
            _check_way(site, old.parent, checked)
            mode = file_mode(old)
            if stat.S_ISDIR(mode):
                _remove_empty(old)
            elif mode and (name in new or not stat.S_ISREG(mode)):
                raise _in_the_way(old)
            old.parent.mkdir(parents=True, exist_ok=True)
            fresh.replace(old)
        after = (recorded - plan.going.keys()) | set(plan.moving)
        if after != recorded or new:
            site_record.write_record(site, after, plan.purpose)
    except OSError as error:
        raise HalfwayError(error.errno, error.strerror, error.filename) from None


def remove(
    site: Path, stamps: Mapping[str, Stamp], checked: set[Path] | None = None, *, links: bool = False
) -> None:
    """Remove the files of a site that still have these stamps, and folders that become empty.

    With ``links``, links and special files are removed too. ``checked`` are folders that are known not to be links.
    Raises ``OSError`` if a file is behind a link.
    """
    for name, stamp in stamps.items():
        old = site / name
        _check_way(site, old.parent, set() if checked is None else checked)
        try:
            found = old.lstat()
        except (FileNotFoundError, NotADirectoryError):
            continue
        plain = stat.S_ISREG(found.st_mode) or (links and not stat.S_ISDIR(found.st_mode))
        if plain and (found.st_size, found.st_mtime_ns) == stamp:
            old.unlink()
            _prune(site, old.parent)


def _in_the_way(path: Path) -> OSError:
    return FileExistsError(errno.EEXIST, "It appeared after this build was decided; move it away", str(path))


def _check_way(site: Path, folder: Path, checked: set[Path]) -> None:
    """Raise ``OSError`` if a folder of the site, or one above it in the site, is a link."""
    if folder != site and folder not in checked:
        _check_way(site, folder.parent, checked)
        if folder.is_symlink():
            raise _in_the_way(folder)
        checked.add(folder)


def _remove_empty(folder: Path) -> None:
    """Remove a folder that has no files, only folders. Raises ``OSError`` if it has files."""
    for path in folder.iterdir():
        if path.is_symlink() or not path.is_dir():
            raise _in_the_way(path)
        _remove_empty(path)
    folder.rmdir()


def _prune(site: Path, folder: Path) -> None:
    """Remove a folder of the site if it is empty, and the folders above it that become empty."""
    while folder != site and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
