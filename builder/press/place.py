"""Put a site in its place: what was made is prepared aside, and moved in when all of it is there.

A build writes into a staging folder beside the site. When it is done, a plan says which files move in and which go; from
there on the build counts as done. The plan is carried out file by file, each by one rename, so that no reader ever gets
half a page; if that is broken off, whoever comes next carries out the rest. Before the plan is there nothing of the
site is touched, and the next build throws away what it finds in the staging folder.
"""

from __future__ import annotations

import filecmp
import json
import os
import shutil
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from builder.store import Chunk, Piece, make_room

PLAN = ".variorum-plan.json"

Stamp = tuple[int, int]
"""Size in bytes and time of change in nanoseconds: a file that was not touched has the same."""


def staging(site: Path) -> Path:
    """Return the staging folder of a site: beside it, or in it where that would be another disk."""
    site = site.resolve()
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


class HalfwayError(OSError):
    """The site was decided and could not be put in its place as a whole: the next build goes on with it."""


def decided(site: Path) -> bool:
    """Return whether a plan is there that was not carried out to its end."""
    return (staging(site) / PLAN).is_file()


def finish(site: Path) -> None:
    """Carry out what an earlier build had decided, if it was broken off."""
    if decided(site):
        _carry_out(site, staging(site))
        discard(site)


def prepare(site: Path) -> Path:
    """Finish what an earlier build left over, and return an empty staging folder."""
    finish(site)
    discard(site)
    aside = staging(site)
    aside.mkdir(parents=True)
    return aside


def discard(site: Path) -> None:
    """Remove the staging folder; the site stays as it is."""
    aside = staging(site)
    # First of all: without it, whatever else stays behind is nothing.
    with suppress(OSError):
        (aside / PLAN).unlink()
    if aside.is_symlink() or aside.is_file():
        aside.unlink()
    shutil.rmtree(aside, ignore_errors=True)


def put(site: Path, keep: Container[str], before: Mapping[str, Stamp] | None = None) -> set[str]:
    """Move the prepared files in, and return the names of all files that the site has then.

    Of the former ones stay those of ``keep`` and those that are the same.

    ``before`` are the stamps of the former files, where somebody has them already.
    """
    aside = staging(site)
    made = dict(stamps(aside))
    if before is None:
        before = dict(stamps(site, aside.name))
    if not before and _vacant(site):
        # One step for all files is as good as a plan, and much quicker than one for each.
        aside.replace(site)
        return set(made)
    moving = [
        name
        for name, stamp in made.items()
        if name not in before
        or stamp[0] != before[name][0]
        or not filecmp.cmp(aside / name, site / name, shallow=False)
    ]
    going = [name for name in before if name not in made and name not in keep]
    plan = aside / PLAN
    written = plan.with_suffix(".part")
    # In plain letters: a file that somebody else put into the site may have any name.
    written.write_text(json.dumps({"moving": moving, "going": going}), encoding="utf-8")
    written.replace(plan)
    _carry_out(site, aside)
    discard(site)
    return before.keys() - going | made.keys()


def _vacant(site: Path) -> bool:
    """Return whether nothing stands where the site belongs, so that the folder beside it can become the site."""
    beside = staging(site).parent == site.resolve().parent
    return (
        beside and not (site.is_symlink() or site.is_file()) and not (site.is_dir() and any(site.iterdir()))
    )


def _carry_out(site: Path, aside: Path) -> None:
    """Do what the plan says and was not done before."""
    try:
        plan = msgspec.convert(json.loads((aside / PLAN).read_text(encoding="utf-8")), dict[str, list[str]])
        moving, going = plan["moving"], plan["going"]
    except (ValueError, KeyError, RecursionError):
        # Not as we wrote it. What is wrong with the site by now, the next build sees.
        return
    try:
        site.mkdir(parents=True, exist_ok=True)
        for name in going:
            old = site / name
            # What is a folder now came with the new site, when this was begun before.
            if old.is_symlink() or old.is_file():
                old.unlink()
                _prune(site, old.parent)
        for name in moving:
            new, old = aside / name, site / name
            if new.is_file():
                if old.is_dir() and not old.is_symlink():
                    shutil.rmtree(old)
                old.parent.mkdir(parents=True, exist_ok=True)
                new.replace(old)
    except OSError as error:
        raise HalfwayError(error.errno, error.strerror, error.filename) from None


def _prune(site: Path, folder: Path) -> None:
    """Remove a folder of the site if it is empty, and those above it that are then."""
    while folder != site and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


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
                    if name != without:
                        waiting.append((entry.path, name + "/"))
                elif name != PLAN:
                    found = entry.stat(follow_symlinks=False)
                    yield name, (found.st_size, found.st_mtime_ns)
