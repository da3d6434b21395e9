"""The plan of a site: which files move in and which go, once all of them are there.

It is sealed: one that is not as a build wrote it does nothing. One that was broken off is carried out again.
"""

from __future__ import annotations

import errno
import stat
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from builder.build import site_record
from builder.build.site_record import Purpose, kind
from builder.cache.dir_cache import Stamp

PLAN = ".variorum-plan.json"
"""Name of the plan, at the top of a staging folder."""


class Plan(Struct, frozen=True):
    """What is to be done to a site, by the paths of its files."""

    purpose: Purpose
    moving: list[str]
    new: list[str]
    """Those of ``moving`` that the site did not have."""
    going: dict[str, Stamp]
    """Files that go, with their stamps: another file of such a name, which came after a crash, stays."""
    cleared: dict[str, Stamp]
    """The same of files and links that no build wrote, and that may go."""


class HalfwayError(OSError):
    """The site was decided and could not be put in its place as a whole: the next build goes on with it."""

    def __str__(self) -> str:
        place = f": {self.filename}" if self.filename else ""
        return (
            f"{self.strerror}{place}. "
            "The site is built and only in part in its place; the next build puts the rest there."
        )


def _escaped(name: str) -> str:
    """Return the name of a file as text: somebody's files may have names that are none."""
    return name.encode("utf-8", "surrogateescape").decode("latin-1")


def _unescaped(name: str) -> str:
    return name.encode("latin-1").decode("utf-8", "surrogateescape")


def write(aside: Path, plan: Plan) -> None:
    """Write a plan into a staging folder: from then on it is decided."""
    words = msgspec.json.encode(_renamed(plan, _escaped))
    part = aside / f"{PLAN}.part"
    part.write_bytes(site_record.sealed(words))
    part.replace(aside / PLAN)


def _read(file: Path) -> Plan | None:
    """Return a plan; None if it is not as a build wrote it."""
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
    """Do what the plan says and was not done before."""
    plan = _read(aside / PLAN)
    if plan is None:
        # What is wrong with the site by now, the next build sees.
        return
    new = frozenset(plan.new)
    checked: set[Path] = set()
    try:
        site.mkdir(parents=True, exist_ok=True)
        recorded = site_record.read(site, plan.purpose)
        remove(site, plan.going, checked)
        remove(site, plan.cleared, checked, links=True)
        for name in plan.moving:
            fresh, old = aside / name, site / name
            if not fresh.is_file():
                continue
            _check_way(site, old.parent, checked)
            mode = kind(old)
            if stat.S_ISDIR(mode):
                _remove_empty(old)
            elif mode and (name in new or not stat.S_ISREG(mode)):
                raise _in_the_way(old)
            old.parent.mkdir(parents=True, exist_ok=True)
            fresh.replace(old)
        after = (recorded - plan.going.keys()) | set(plan.moving)
        if after != recorded or new:
            site_record.write(site, after, plan.purpose)
    except OSError as error:
        raise HalfwayError(error.errno, error.strerror, error.filename) from None


def remove(
    site: Path, stamps: Mapping[str, Stamp], checked: set[Path] | None = None, *, links: bool = False
) -> None:
    """Remove files of a site that have these stamps, and folders that are empty then; with ``links`` all that is no folder.

    ``checked`` are folders that are known not to be links.
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
    return FileExistsError(errno.EEXIST, "It came after this build was decided; move it away", str(path))


def _check_way(site: Path, folder: Path, checked: set[Path]) -> None:
    """Raise ``OSError`` if a folder of the site, or one above it in the site, is a link."""
    if folder != site and folder not in checked:
        _check_way(site, folder.parent, checked)
        if folder.is_symlink():
            raise _in_the_way(folder)
        checked.add(folder)


def _remove_empty(folder: Path) -> None:
    """Remove a folder that has no files, only folders. Raises ``OSError`` if it has any."""
    for path in folder.iterdir():
        if path.is_symlink() or not path.is_dir():
            raise _in_the_way(path)
        _remove_empty(path)
    folder.rmdir()


def _prune(site: Path, folder: Path) -> None:
    """Remove a folder of the site if it is empty, and those above it that are then."""
    while folder != site and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
