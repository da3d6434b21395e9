"""Put a site in its place: what was made is prepared aside, and moved in when all of it is there.

A build writes into a staging folder beside the site. When it is done, a plan says which files move in and which go; from
there on the build counts as done. The plan is carried out file by file, each by one rename, so that no reader ever gets
half a page; if that is broken off, whoever comes next carries out the rest. Before the plan is there nothing of the
site is touched, and the next build throws away what it finds in the staging folder.

Only files that the record of former builds names are removed or replaced (``site_record``). What a plan moves in is in
the record before the first file moves. The staging folder has a record too: one without is not a build's.
"""

from __future__ import annotations

import filecmp
import os
import shutil
import stat
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from builder.build import plan, site_record
from builder.build.plan import PLAN, Plan
from builder.build.site_record import (
    PART,
    RECORD,
    Purpose,
    digest_of,
    foreign,
    hidden,
    kind,
    obstacles,
    shortened,
)
from builder.cache.dir_cache import GIT, Stamp
from builder.cache.records import Chunk, Piece, make_room
from builder.content.problems import FOREIGN_STAGING, ContentError, Problem

OWN = frozenset({PLAN, RECORD, PART})
"""Files at the top of a site or of a staging folder that are no pages."""


def staging(site: Path) -> Path:
    """Return the staging folder of a site: beside it, or in it where that would be another disk."""
    site = Path(os.path.realpath(site))
    aside = site.parent / f".{site.name}.next"
    if site.is_dir() and site.stat().st_dev != site.parent.stat().st_dev:
        return site / aside.name
    return aside


class Writer:
    """Writes the files of a build: into the staging folder, but for those that stand in the site already."""

    def __init__(self, site: Path, staging: Path, stamps: Mapping[str, Stamp]) -> None:
        self.site, self.staging, self.stamps = site, staging, stamps

    def write(self, name: str, data: bytes) -> Stamp:
        """Write a file and return its stamp."""
        return self.assemble(name, [data])

    def assemble(self, name: str, pieces: Sequence[Piece]) -> Stamp:
        """Write a file that is put together of pieces, and return its stamp."""
        stamp = self.stamps.get(name)
        size = sum(piece.length if isinstance(piece, Chunk) else len(piece) for piece in pieces)
        if stamp is not None and stamp[0] == size and _holds(self.site / name, pieces):
            return stamp
        path = self.staging / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb", buffering=0) as out:
            if stamp is not None:
                make_room(out, size)
            for piece in pieces:
                if isinstance(piece, Chunk):
                    piece.copy(out)
                else:
                    # Of a large piece the system may take a part only.
                    done = 0
                    while done < len(piece):
                        done += out.write(memoryview(piece)[done:])
        found = path.stat()
        return (found.st_size, found.st_mtime_ns)

    def read(self, name: str) -> bytes:
        """Return a file as it was written, or as it stands in the site where it is the same."""
        path = self.staging / name
        return (path if path.is_file() else self.site / name).read_bytes()


def _holds(path: Path, pieces: Iterable[Piece]) -> bool:
    """Return whether a file begins with these pieces. One that was cut from it, and at the same place, need not be compared."""
    start = 0
    with path.open("rb", buffering=0) as file:
        for piece in pieces:
            if isinstance(piece, bytes):
                file.seek(start)
                if file.read(len(piece)) != piece:
                    return False
                start += len(piece)
                continue
            there = Chunk(path, start, piece.length)
            if there != piece and there.read() != piece.read():
                return False
            start += piece.length
    return True


def decided(site: Path) -> bool:
    """Return whether a plan is there that was not carried out to its end."""
    aside = staging(site)
    return _is_ours(aside) and (aside / PLAN).is_file()


def finish(site: Path) -> None:
    """Carry out what an earlier build had decided, if it was broken off."""
    if decided(site):
        plan.carry_out(site, staging(site))
        discard(site)


def prepare(site: Path) -> Path:
    """Finish what an earlier build left over, and return an empty staging folder.

    Raises ``ContentError`` if what stands in its place is not a build's.
    """
    finish(site)
    discard(site)
    aside = staging(site)
    if os.path.lexists(aside):
        inside = [path.name for path in aside.iterdir()] if aside.is_dir() else []
        words = f"no build is known to have made {shortened(inside) or 'this'}"
        raise ContentError([Problem(aside.name, 1, "", FOREIGN_STAGING, words)])
    aside.mkdir(parents=True)
    site_record.write(aside, (), Purpose.SITE)
    return aside


def discard(site: Path) -> None:
    """Remove the staging folder if a build made it; the site stays as it is.

    While a build is at work all in there is its own. Once its record lists what was made, the rest is somebody's.
    """
    aside = staging(site)
    if not _is_ours(aside):
        return
    # First of all: without it, whatever else stays behind is nothing.
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
    # Last: by it the next build knows the folder, if any of ours is still there.
    left = {name for name, _ in stamps(aside)}
    if [path.name for path in aside.iterdir()] == [RECORD] or (listed and left and not left & listed):
        (aside / RECORD).unlink()
    with suppress(OSError):
        aside.rmdir()


def _is_ours(aside: Path) -> bool:
    """Return whether a build made a staging folder, and did not only begin to."""
    if aside.is_symlink() or not aside.is_dir():
        return False
    return _listed(aside) is not None or {path.name for path in aside.iterdir()} <= {PART}


def _listed(aside: Path) -> set[str] | None:
    """Return what the record of a staging folder names; None without a whole one."""
    found = [site_record.known(aside, purpose) for purpose in Purpose]
    return next((names for names in found if names is not None), None)


def ours(
    site: Path,
    stamps: Mapping[str, Stamp],
    shown: str,
    *,
    replace: bool = False,
    purpose: Purpose = Purpose.SITE,
) -> set[str]:
    """Return those files of a site that builds wrote. ``stamps`` are all that it has, ``shown`` is it as people know it.

    Raises ``ContentError`` if the folder has files and no build is known to have written any; with ``replace`` they
    may go instead, but for a folder that has the record's name.
    """
    if os.path.lexists(site) and not site.is_dir():
        raise foreign(shown, [site.name], "a folder is wanted, and this is none")
    recorded = site_record.known(site, purpose)
    mode = kind(site / RECORD)
    if not recorded and not replace:
        found = [*strangers(stamps, ()), *([RECORD] if mode and recorded is None else [])]
        if found:
            raise foreign(shown, found, "there is no whole record of this site, and there are files")
    if stat.S_ISDIR(mode):
        raise foreign(shown, [RECORD], "builds keep their record under this name, and it is a folder")
    return (recorded or set()) & stamps.keys()


def strangers(stamps: Mapping[str, Stamp], ours: Container[str]) -> dict[str, Stamp]:
    """Return the files of a site that are not ours, but those whose names begin with a dot."""
    return {name: stamp for name, stamp in stamps.items() if name not in ours and not hidden(name)}


def put(
    site: Path,
    keep: Collection[str],
    before: Mapping[str, Stamp],
    shown: str,
    cleared: Mapping[str, Stamp] | None = None,
    purpose: Purpose = Purpose.SITE,
) -> set[str]:
    """Move the prepared files in, and return the names of all files of ours that the site has then.

    Of the former ones, whose stamps are ``before``, stay those of ``keep`` and those that are the same. ``cleared`` are the
    stamps of files and links that are not ours and may go, if any may. Raises ``ContentError`` if others stand in the way; nothing is changed then.
    """
    aside = staging(site)
    made = dict(stamps(aside))
    going = {
        name: stamp
        for name, stamp in before.items()
        if name not in made and name not in keep and stat.S_ISREG(kind(site / name))
    }
    after = (before.keys() - going.keys()) | made.keys()
    if not before and not cleared and _vacant(site):
        site_record.write(aside, after, purpose, marks=site_record.telling(aside, purpose, made))
        # One step for all files is as good as a plan, and much quicker than one for each.
        aside.replace(site)
        return after
    recorded = site_record.read(site, purpose)
    if found := obstacles(site, made, before.keys() | (cleared or {}).keys(), recorded, cleared):
        raise foreign(shown, found, "this build has to write there")
    moving = [
        name
        for name, stamp in made.items()
        if name not in before
        or stamp[0] != before[name][0]
        or not filecmp.cmp(aside / name, site / name, shallow=False)
    ]
    new = [name for name in moving if name not in before]
    # What somebody else removed is ours no longer.
    marks = site_record.telling(site, purpose, before) | site_record.telling(aside, purpose, moving)
    if new or recorded != before.keys() or site_record.marks(site, purpose) != marks:
        site.mkdir(parents=True, exist_ok=True)
        coming = {name: digest_of(aside / name) for name in new}
        site_record.write(site, before, purpose, coming, marks)
    if moving or going or cleared:
        site_record.write(aside, made, Purpose.SITE)
        plan.write(aside, Plan(purpose, moving, new, going, dict(cleared or {})))
        plan.carry_out(site, aside)
    discard(site)
    return after


def clean(site: Path) -> list[Path]:
    """Remove what builds wrote into a site and its staging folder; return which of the two has something else in it."""
    discard(site)
    recorded = site_record.known(site, Purpose.SITE)
    if recorded is not None:
        found = {name: stamp for name, stamp in stamps(site) if name in recorded}
        # By these the record is known as the site's, if this is broken off.
        last = {name: found.pop(name) for name in site_record.TELLING[Purpose.SITE] if name in found}
        plan.remove(site, found)
        plan.remove(site, last)
        (site / RECORD).unlink()
    if site.is_dir() and not any(site.iterdir()):
        site.rmdir()
    return [path for path in (site, staging(site)) if os.path.lexists(path)]


def _vacant(site: Path) -> bool:
    """Return whether nothing stands where the site belongs, so that the folder beside it can become the site."""
    beside = staging(site).parent == Path(os.path.realpath(site)).parent
    return (
        beside and not (site.is_symlink() or site.is_file()) and not (site.is_dir() and any(site.iterdir()))
    )


def stamps(folder: Path, without: str = "") -> Iterator[tuple[str, Stamp]]:
    """Yield all files under a folder by their path in it, each with its stamp; none where there is no folder."""
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
