"""The plan for publishing a site: the files to move in and the files to remove, written when all files are prepared.

A plan is sealed: a damaged one is ignored. One that was interrupted is carried out again.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from builder.build import site_record
from builder.build.site_record import Purpose, file_mode
from builder.cache.dir_cache import Stamp
from builder.content.problems import CAME_SINCE, Problem

PLAN = ".variorum-plan.json"
"""Name of the plan in a staging folder."""
_PART = f"{PLAN}.part"


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


class CameSinceError(HalfwayError):
    """The same, because something that no build wrote has appeared in the way since the plan was written."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.EEXIST, "it appeared after this build was decided", str(path))

    def __str__(self) -> str:
        problem = Problem(str(self.filename), 1, "", CAME_SINCE, str(self.strerror))
        return f"{problem}\n    mend: {CAME_SINCE.mend}"


def _escaped(name: str) -> str:
    """Return a file name as text that JSON can hold, even if the name is not valid UTF-8."""
    return name.encode("utf-8", "surrogateescape").decode("latin-1")


def _unescaped(name: str) -> str:
    return name.encode("latin-1").decode("utf-8", "surrogateescape")


def write_plan(aside: Path, plan: Plan) -> None:
    """Write a plan into a staging folder. From then on the site will be published."""
    words = msgspec.json.encode(_renamed(plan, _escaped))
    part = aside / _PART
    part.write_bytes(site_record.sealed(words))
    part.replace(aside / PLAN)


def _read(file: Path) -> Plan | None:
    """Return a plan, or None if it is damaged."""
    words = site_record.unsealed(file.read_bytes())
    if words is None:
        return None
    plan = _renamed(msgspec.json.decode(words, type=Plan), _unescaped)
    return plan if all(map(site_record.leads_in, _names(plan))) else None


def _names(plan: Plan) -> Iterator[str]:
    for names in (plan.moving, plan.new, plan.going, plan.cleared):
        yield from names


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
    prepared: set[Path] = set()
    try:
        site.mkdir(parents=True, exist_ok=True)
        recorded = site_record.read_record(site, plan.purpose)
        remove(site, plan.going, checked)
        remove(site, plan.cleared, checked, links=True)
        for name in plan.moving:
            fresh, old = aside / name, site / name
            # A link, or a file behind one, is not what the build prepared.
            if _blocked(aside, fresh.parent, prepared) or not stat.S_ISREG(file_mode(fresh)):
                continue
            if found := _blocked(site, old.parent, checked):
                raise CameSinceError(found)
            mode = file_mode(old)
            if stat.S_ISDIR(mode):
                _remove_empty(old)
            elif mode and (name in new or not stat.S_ISREG(mode)):
                raise CameSinceError(old)
            old.parent.mkdir(parents=True, exist_ok=True)
            fresh.replace(old)
        after = (recorded - plan.going.keys()) | set(plan.moving)
        marks = site_record.folder_marks(site, plan.purpose, after)
        if after != recorded or new or marks != site_record.recorded_marks(site, plan.purpose):
            site_record.write_record(site, after, plan.purpose, marks=marks)
    except HalfwayError:
        raise
    except OSError as error:
        raise HalfwayError(error.errno, error.strerror, error.filename) from None


def remove(
    site: Path, stamps: Mapping[str, Stamp], checked: set[Path] | None = None, *, links: bool = False
) -> None:
    """Remove the files of a site that still have these stamps, and folders that become empty.

    With ``links``, links and special files are removed too. Files behind a link stay. ``checked`` are folders that are known
    not to be links.
    """
    checked = set() if checked is None else checked
    for name, stamp in stamps.items():
        old = site / name
        if _blocked(site, old.parent, checked):
            continue
        try:
            found = old.lstat()
        except FileNotFoundError:
            # A build may have been interrupted after it removed the file and before its folder.
            _prune(site, old.parent)
            continue
        plain = stat.S_ISREG(found.st_mode) or (links and not stat.S_ISDIR(found.st_mode))
        if plain and (found.st_size, found.st_mtime_ns) == stamp:
            old.unlink()
            _prune(site, old.parent)


def remove_listed(aside: Path, names: Collection[str]) -> None:
    """Remove these files of a staging folder, a half-written plan, and all folders that are empty afterwards."""
    if not names:
        return
    (aside / _PART).unlink(missing_ok=True)
    for folder, inner, files in os.walk(aside, topdown=False):
        above = Path(folder)
        for name in files:
            path = above / name
            if path.relative_to(aside).as_posix() in names and stat.S_ISREG(file_mode(path)):
                path.unlink()
        for name in inner:
            with suppress(OSError):
                (above / name).rmdir()


def _blocked(top: Path, folder: Path, checked: set[Path]) -> Path | None:
    """Return the file or link that is in the place of a folder below ``top``, or of one above it; None if there is none."""
    unknown = []
    while folder != top and folder not in checked:
        unknown.append(folder)
        folder = folder.parent
    for one in reversed(unknown):
        mode = file_mode(one)
        if mode and not stat.S_ISDIR(mode):
            return one
        checked.add(one)
    return None


def _remove_empty(folder: Path) -> None:
    """Remove a folder that has no files, only folders. Raises ``OSError`` if it has files."""
    for path in folder.iterdir():
        if path.is_symlink() or not path.is_dir():
            raise CameSinceError(path)
        _remove_empty(path)
    folder.rmdir()


def _prune(site: Path, folder: Path) -> None:
    """Remove a folder of the site if it is empty, and the folders above it that become empty."""
    while folder != site:
        try:
            folder.rmdir()
        except FileNotFoundError:
            pass
        except OSError:
            # It has other files.
            return
        folder = folder.parent
