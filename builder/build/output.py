"""Publish a site: files are prepared in a staging folder and moved in when all of them are complete.

A build writes into a staging folder beside the site. When it is done, it writes a plan of the files to move in and to remove;
from then on the build counts as done. The plan is carried out file by file, each with one rename, so that a reader never gets
half a page. If that is interrupted, the next build carries out the rest. Before the plan is written, the site is not touched,
and the next build discards the staging folder.

Only files in the record of earlier builds are removed or replaced (``site_record``). New files are added to the record before
the first one is moved. The staging folder has a record too; a folder without one was not made by a build.
"""

from __future__ import annotations

import filecmp
import os
import shutil
import stat
from collections.abc import Collection, Container, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from builder.build import plan, site_record
from builder.build.plan import PLAN, Plan
from builder.build.site_record import (
    PART,
    RECORD,
    Purpose,
    digest_of,
    file_mode,
    foreign_error,
    hidden,
    obstacles,
    shortened,
)
from builder.cache.dir_cache import GIT, Stamp
from builder.content.problems import FOREIGN_STAGING, ContentError, Problem

OWN = frozenset({PLAN, RECORD, PART})
"""The builder's own files at the top of a site or a staging folder."""


def staging(site: Path) -> Path:
    """Return the staging folder of a site: beside it, or inside it if its parent is on another disk."""
    site = Path(os.path.realpath(site))
    aside = site.parent / f".{site.name}.next"
    if site.is_dir() and site.stat().st_dev != site.parent.stat().st_dev:
        return site / aside.name
    return aside


def decided(site: Path) -> bool:
    """Return whether there is a plan that was not carried out completely."""
    aside = staging(site)
    return _is_ours(aside) and (aside / PLAN).is_file()


def finish(site: Path) -> None:
    """Carry out the plan of an earlier build, if that was interrupted."""
    if decided(site):
        plan.carry_out(site, staging(site))
        discard(site)


def prepare(site: Path) -> Path:
    """Finish an interrupted build, and return an empty staging folder.

    Raises ``ContentError`` if something that no build made is in its place.
    """
    finish(site)
    discard(site)
    aside = staging(site)
    if os.path.lexists(aside):
        inside = [path.name for path in aside.iterdir()] if aside.is_dir() else []
        words = f"no build is known to have made {shortened(inside) or 'this'}"
        raise ContentError([Problem(aside.name, 1, "", FOREIGN_STAGING, words)])
    aside.mkdir(parents=True)
    site_record.write_record(aside, (), Purpose.SITE)
    return aside


def discard(site: Path) -> None:
    """Remove the staging folder if a build made it; the site stays as it is.

    While a build runs, everything in it counts as the build's own. Once its record lists what was made, other files stay.
    """
    aside = staging(site)
    if not _is_ours(aside):
        return
    # First, because leftovers without a plan do nothing.
    with suppress(OSError):
        (aside / PLAN).unlink()
    listed = _listed(aside) or set()
    for path in () if listed else aside.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        elif path.name != RECORD:
            path.unlink(missing_ok=True)
    with suppress(OSError):
        plan.remove_listed(aside, listed)
    # Last, because the next build recognises the folder by its record.
    left = {name for name, _ in stamps(aside)}
    if [path.name for path in aside.iterdir()] == [RECORD] or (listed and left and not left & listed):
        (aside / RECORD).unlink()
    with suppress(OSError):
        aside.rmdir()


def _is_ours(aside: Path) -> bool:
    """Return whether a build made a staging folder, even one that was interrupted before it wrote the record."""
    if aside.is_symlink() or not aside.is_dir():
        return False
    return _listed(aside) is not None or {path.name for path in aside.iterdir()} <= {PART}


def _listed(aside: Path) -> set[str] | None:
    """Return the files in a staging folder's record, or None if there is no whole record."""
    found = [site_record.find_record(aside, purpose) for purpose in Purpose]
    return next((names for names in found if names is not None), None)


def own_files(
    site: Path,
    stamps: Mapping[str, Stamp],
    shown: str,
    *,
    replace: bool = False,
    purpose: Purpose = Purpose.SITE,
) -> set[str]:
    """Return the files of a site that builds wrote.

    ``stamps`` are those of all its files, ``shown`` is its name in messages. Raises ``ContentError`` if the folder has files
    but no record of a build, unless ``replace`` allows removing them; and if a folder has the record's name.
    """
    if os.path.lexists(site) and not site.is_dir():
        raise foreign_error(shown, [site.name], "this has to be a folder")
    recorded = site_record.find_record(site, purpose)
    mode = file_mode(site / RECORD)
    if not recorded and not replace:
        found = [*foreign_files(stamps, ()), *([RECORD] if mode and recorded is None else [])]
        if found:
            raise foreign_error(shown, found, "the folder has files, but no whole record of this site")
    if stat.S_ISDIR(mode):
        raise foreign_error(shown, [RECORD], "builds write their record under this name, and it is a folder")
    return (recorded or set()) & stamps.keys()


def foreign_files(stamps: Mapping[str, Stamp], ours: Container[str]) -> dict[str, Stamp]:
    """Return the files of a site that are not in ``ours``, except hidden ones."""
    return {name: stamp for name, stamp in stamps.items() if name not in ours and not hidden(name)}


def publish(
    site: Path,
    keep: Collection[str],
    before: Mapping[str, Stamp],
    shown: str,
    cleared: Mapping[str, Stamp] | None = None,
    purpose: Purpose = Purpose.SITE,
) -> set[str]:
    """Move the prepared files in, and return the names of all files that builds wrote and the site has then.

    ``before`` are the stamps of the files of earlier builds: those of ``keep`` stay, and those that are the same. ``cleared`` are
    the stamps of files and links that no build wrote and that may be removed; None if none may. ``shown`` is the site's name in
    messages. Raises ``ContentError`` and changes nothing if other files are in the way; ``HalfwayError`` if the plan cannot be
    carried out.
    """
    aside = staging(site)
    made = dict(stamps(aside))
    going = {
        name: stamp
        for name, stamp in before.items()
        if name not in made and name not in keep and stat.S_ISREG(file_mode(site / name))
    }
    after = (before.keys() - going.keys()) | made.keys()
    if not before and not cleared and _vacant(site):
        site_record.write_record(aside, after, purpose, marks=site_record.folder_marks(aside, purpose, made))
        # One rename of the whole folder is as safe as a plan and much faster.
        aside.replace(site)
        return after
    recorded = site_record.read_record(site, purpose)
    if found := obstacles(site, made, before.keys() | (cleared or {}).keys(), recorded, cleared):
        raise foreign_error(shown, found, "this build has to write there")
    moving = [
        name
        for name, stamp in made.items()
        if name not in before
        or stamp[0] != before[name][0]
        or not filecmp.cmp(aside / name, site / name, shallow=False)
    ]
    new = [name for name in moving if name not in before]
    # Files that were removed since the last build leave the record.
    marks = site_record.folder_marks(site, purpose, before) | site_record.folder_marks(aside, purpose, moving)
    if new or recorded != before.keys() or site_record.recorded_marks(site, purpose) != marks:
        site.mkdir(parents=True, exist_ok=True)
        coming = {name: digest_of(aside / name) for name in new}
        site_record.write_record(site, before, purpose, coming, marks)
    if moving or going or cleared:
        site_record.write_record(aside, made, Purpose.SITE)
        plan.write_plan(aside, Plan(purpose, moving, new, going, dict(cleared or {})))
        plan.carry_out(site, aside)
    discard(site)
    return after


def clean(site: Path) -> list[Path]:
    """Remove everything that builds wrote into a site, and its staging folder. Return which of the two are still there."""
    discard(site)
    recorded = site_record.find_record(site, Purpose.SITE)
    if recorded is not None:
        found = {name: stamp for name, stamp in stamps(site) if name in recorded}
        # Last, because the record counts only beside these files: this may be interrupted.
        last = {name: found.pop(name) for name in site_record.MARKED_FILES[Purpose.SITE] if name in found}
        plan.remove(site, found)
        plan.remove(site, last)
        (site / RECORD).unlink()
    if site.is_dir() and not any(site.iterdir()):
        site.rmdir()
    return [path for path in (site, staging(site)) if os.path.lexists(path)]


def _vacant(site: Path) -> bool:
    """Return whether the site's folder is missing or empty, so that the staging folder beside it can take its place."""
    beside = staging(site).parent == Path(os.path.realpath(site)).parent
    return (
        beside and not (site.is_symlink() or site.is_file()) and not (site.is_dir() and any(site.iterdir()))
    )


def stamps(folder: Path, without: str = "") -> Iterator[tuple[str, Stamp]]:
    """Yield the path and the stamp of each file under a folder; nothing if there is no folder.

    ``without`` is the path of a folder to skip.
    """
    if not folder.is_dir():
        return
    waiting = [(str(folder), "")]
    while waiting:
        place, prefix = waiting.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                name = prefix + entry.name
                if entry.is_dir(follow_symlinks=False):
                    if name != without and entry.name != GIT:
                        waiting.append((entry.path, name + "/"))
                elif name not in OWN:
                    found = entry.stat(follow_symlinks=False)
                    yield name, (found.st_size, found.st_mtime_ns)
