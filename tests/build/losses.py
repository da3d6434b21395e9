"""A site with everything that lies around it, what of that a command changed, and commands that are killed or refused on their way.

Commands run in a process that is copied from this one: that is quick, and it may be killed, or wait for a pipe for ever.
"""

from __future__ import annotations

import errno
import gc
import json
import os
import random
import re
import shutil
import signal
import stat
import sys
import warnings
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import pytest
from click.testing import CliRunner

from benchmarks import generated
from builder.build import site_record
from builder.build.site_record import RECORD
from builder.cli.main import main
from tests.build import ferries
from tests.thorough import THOROUGH

LIMIT = 60
"""Seconds after which a command hangs."""

STAGING = ".site.next"
"""Where a build of ``site`` prepares it, beside it."""
MOMENTS = (None, 0.8) if not THOROUGH else (None, *(part / 40 for part in range(40)), 0.99)
"""When a build is killed before the one that a test is about: when so much of it was done."""
GOING = "articles/article-000003/index.html"
"""A page of the first content that the second does not have."""
COMING = "articles/article-001001/index.html"
"""A page of the second content that the first does not have."""


MINE = {"CNAME": "file", "mine/notes.txt": "file", "more": "link ../content", ".git/HEAD": "file"}
"""Some files of the user's in a site."""


# --- What lies where --------------------------------------------------------------------------------------------------


class Entry(NamedTuple):
    """What is known of a name. A folder's time and number of entries are not: names in it may come and go."""

    kind: str
    mode: int
    inode: int
    time: int
    what: object
    """The bytes of a file, the target of a link."""


Snapshot = dict[str, Entry]
"""Everything in a folder by its path in it."""


def snapshot(folder: Path) -> Snapshot:
    """Look at everything in a folder. No link is followed and no pipe is opened."""
    found: Snapshot = {}
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        with os.scandir(folder / prefix) as entries:
            for entry in entries:
                name, its = prefix + entry.name, entry.stat(follow_symlinks=False)
                mode = stat.S_IMODE(its.st_mode)
                if stat.S_ISLNK(its.st_mode):
                    found[name] = Entry("link", mode, its.st_ino, its.st_mtime_ns, os.readlink(entry.path))  # noqa: PTH115 - a path may be no text
                elif stat.S_ISDIR(its.st_mode):
                    found[name] = Entry("folder", mode, its.st_ino, 0, None)
                    waiting.append(f"{name}/")
                elif stat.S_ISREG(its.st_mode):
                    data = Path(entry.path).read_bytes()
                    found[name] = Entry("file", mode, its.st_ino, its.st_mtime_ns, data)
                else:
                    found[name] = Entry("pipe", mode, its.st_ino, its.st_mtime_ns, None)
    return found


def changes(before: Snapshot, after: Snapshot) -> dict[str, str]:
    """Return every name that is not what it was, and what became of it."""
    found = {}
    for name in sorted(before.keys() | after.keys()):
        old, new = before.get(name), after.get(name)
        if old != new:
            found[name] = "new" if old is None else "gone" if new is None else f"changed {old} -> {new}"[:300]
    return found


def within(name: str, folders: Iterable[str]) -> bool:
    """Return whether a path is one of these or lies in one of them."""
    return any(name == folder or name.startswith(f"{folder}/") for folder in folders)


@dataclass
class World:
    """A folder with a site's root in it, and what belongs to nobody's build around that."""

    place: Path
    ours: tuple[str, ...] = (f"outer/root/{STAGING}", "outer/root/.variorum")
    """What a build may do with as it likes."""
    seen: Snapshot = field(default_factory=dict)

    @property
    def outer(self) -> Path:
        return self.place / "outer"

    @property
    def root(self) -> Path:
        return self.outer / "root"

    @property
    def site(self) -> Path:
        return self.root / "site"

    @property
    def staging(self) -> Path:
        return self.root / STAGING

    def copy(self, place: Path) -> World:
        """Return the same world at another place, pipes and links as they are."""
        shutil.copytree(self.place, place, symlinks=True, copy_function=_copied)
        return World(place, self.ours)

    def settle(self, **more: str) -> None:
        """Write ``mkdocs.yml``."""
        ferries.settle(self.root, more)

    def look(self) -> None:
        """Remember how everything is."""
        self.seen = snapshot(self.place)

    def lost(self, *may: str) -> dict[str, str]:
        """Return what changed since ``look``, but for what is a build's and for these names and what is in them."""
        found = changes(self.seen, snapshot(self.place))
        return {name: how for name, how in found.items() if not within(name, (*self.ours, *may))}

    def waiting(self) -> set[str]:
        """Return which pages are prepared, and not in their place."""
        found = snapshot(self.staging) if self.staging.is_dir() else {}
        return {
            name for name, entry in found.items() if entry.kind == "file" and name.endswith("/index.html")
        }

    def users(self, names: Iterable[str]) -> Snapshot:
        """Return what these names of the site are, and everything in them."""
        names = tuple(names)
        found = snapshot(self.site) if self.site.is_dir() else {}
        return {name: entry for name, entry in found.items() if within(name, names)}


def _copied(old: str, new: str) -> None:
    if stat.S_ISFIFO(os.lstat(old).st_mode):
        os.mkfifo(new)
    else:
        shutil.copy2(old, new)


def variants() -> dict[str, Callable[[Path], object]]:
    """What an editor makes of the first content, each of it alone."""

    def other_articles(root: Path) -> None:
        (root / "content/articles/article-000003.md").unlink()
        generated.add(root, 1001, 1)

    def enclosures(root: Path) -> None:
        write(
            root / "content", {"pictures/one.svg": "<svg/>", "extra/file": "file", "extra/more/file": "file"}
        )

    def other_enclosures(root: Path) -> None:
        write(root / "content", {"extra/file/deep": "deep", "extra/more": "file"})

    return {
        "first": lambda root: None,
        "articles": other_articles,
        "name": lambda root: ferries.settle(root, {"site_name": "Boats"}),
        "enclosures": enclosures,
        "other enclosures": other_enclosures,
    }


class Worlds:
    """The world before anything is built, and the sites that its contents come to. Made once; copied for each test."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        bare = World(folder / "bare")
        root = ferries.write(bare.root, 1, joint=False)
        write(root, {
            ".git/HEAD": "ref: main", ".git/objects/00/11": "blob", "sources/letter.txt": "A letter.",
            "templates/parts/mine.html": "<p>mine</p>", "README.md": "Of the site.",
        })  # fmt: skip
        write(bare.outer, {
            ".git/HEAD": "ref: main", "private/letter.txt": "A letter.", "vault/private/letter.txt": "A letter.",
            "letter.txt": "A letter.", "elsewhere/article-000003/index.html": "not ours", "elsewhere/deep/index.html": "not ours",
            "elsewhere/index.html": "not ours", "elsewhere/articles.json": "not ours", "elsewhere/claims.json": "not ours",
        })  # fmt: skip
        # What this process has compiled by then, its copies have too.
        ferries.run(warm := shutil.copytree(root, folder / "warm"))
        for words in (
            ["export", "-C", warm, folder / "warm-export"],
            ["clean", "-C", warm],
            ["new", folder / "warm-new"],
        ):
            CliRunner().invoke(main, [*map(str, words)])
        self.sites: dict[str, dict[str, bytes]] = {}
        """What a fresh build of each content writes, without its record."""
        for name, edit in variants().items():
            kept = folder / name
            edit(bare.copy(kept).root)
            built = World(kept).copy(folder / f"{name}, built")
            code, told, _ = run("build", "-C", built.root)
            assert code == 0, told
            self.sites[name] = pages(built.site)
        self._steps: dict[str, int] = {}
        self._decided: World | None = None

    def steps(self, name: str) -> int:
        """Return how many steps the first build takes (``bare``), or the one that follows it and brings another content."""
        if name not in self._steps:
            place = self.folder / f"{name}, counted"
            place.mkdir()
            world = self.bare(place) if name == "bare" else self.built(place)
            if name != "bare":
                self.edit(world, name)
            done = build(world)
            well(done)
            self._steps[name] = done.steps
        return self._steps[name]

    def decided(self, place: Path) -> World:
        """Return a world with files of the user's in the site, and a build of the second content that was killed as it was put there.

        Some of its files are in their place; the page that is new is not, nor are all that are to be exchanged.
        """
        if self._decided is None:
            former = self.built(self.folder / "decided")
            record(former)
            for name, thing in MINE.items():
                lay(former.site / name, thing)
            before = pages(former.site)
            for step in range(self.steps("articles") - 1, 0, -15):
                world = former.copy(self.folder / "decided" / str(step))
                self.edit(world, "articles")
                build(world, kill=step)
                waiting = world.waiting()
                if COMING in waiting and waiting & self.sites["first"].keys() and pages(world.site) != before:
                    self._decided = world
                    break
            else:
                pytest.fail("no build was killed while it put the site in its place")
        return self._decided.copy(place / "world")

    def broken_off(self, world: World, name: str, moment: float | None, *words: str) -> None:
        """Build this content and be killed at a moment between 0 and 1; at ``None``, do nothing.

        A build that is refused before that moment comes to the same.
        """
        if name != "bare":
            self.edit(world, name)
        if moment is not None:
            build(world, *words, kill=int(moment * self.steps(name)))

    def bare(self, place: Path) -> World:
        """Return a world in which nothing is built yet."""
        return World(self.folder / "bare").copy(place / "world")

    def built(self, place: Path) -> World:
        """Return a world whose first content is built."""
        return World(self.folder / "first, built").copy(place / "world")

    def edit(self, world: World, name: str) -> dict[str, bytes]:
        """Give a world another content, and return what a fresh build of that writes."""
        source = self.folder / name / "outer/root"
        # What is the same stays the same file, with all its links.
        for old in sorted([*(world.root / "content").rglob("*"), world.root / "mkdocs.yml"], reverse=True):
            new = source / old.relative_to(world.root)
            if old.is_dir() and not new.is_dir():
                old.rmdir()
            elif old.is_file() and not (new.is_file() and new.read_bytes() == old.read_bytes()):
                old.unlink()
        for new in [*(source / "content").rglob("*"), source / "mkdocs.yml"]:
            old = world.root / new.relative_to(source)
            if new.is_file() and not old.exists():
                old.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(new, old)
        return self.sites[name]


def pages(site: Path) -> dict[str, bytes]:
    """All files of a site but its record, by their path; none where there is no site. A link is no file."""
    entries = snapshot(site) if site.is_dir() else {}
    found = {name: entry.what for name, entry in entries.items() if entry.kind == "file"}
    return {name: data for name, data in found.items() if name != RECORD and isinstance(data, bytes)}


def write(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files into a folder, with those above them."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)


def lay(path: Path, thing: str) -> None:
    """Lay something of the user's at a place: ``file``, ``text TEXT``, ``folder``, ``empty``, ``pipe`` or ``link TARGET``.

    What stands there goes.
    """
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    kind, _, what = thing.partition(" ")
    if kind == "file":
        path.write_bytes(b"the user's own \xff\x00")
        path.chmod(0o640)
    elif kind == "text":
        path.write_text(what, encoding="utf-8")
    elif kind == "folder":
        path.mkdir()
        (path / "mine.txt").write_text("the user's own", encoding="utf-8")
    elif kind == "empty":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "link":
        path.symlink_to(what)
    elif kind == "hard":
        path.hardlink_to(path.parent / what)
    else:
        raise ValueError(thing)


# --- Commands ---------------------------------------------------------------------------------------------------------


class Done(NamedTuple):
    """How a command ended."""

    code: int
    """Its exit code; -9 where it was killed."""
    told: str
    steps: int
    """How often it changed a name, or opened a file to write it; 0 where it was killed."""


WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
# What the system is asked for, and which of its arguments name places: a path and, of some, the folder that it counts from.
STEPS = {
    "os.rename": (0, 2),
    "os.remove": (0, 1),
    "os.rmdir": (0, 1),
    "os.mkdir": (0, 2),
    "os.link": (1, 3),
    "os.symlink": (1, 2),
    "os.truncate": (0, None),
}


class Steps:
    """Counts a command's steps, and ends or refuses one of them.

    At step ``kill`` (from 0) the process is killed; a file that it was about to write is empty by then. Step ``fail`` is
    refused as by a disk with a fault, and with ``full`` every later one too.
    """

    def __init__(self, folder: Path, kill: int | None, fail: int | None, full: bool) -> None:
        self.folder, self.kill, self.fail, self.full = f"{folder}/", kill, fail, full
        self.number = 0
        self.busy = False

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.busy or not (event == "open" or event in STEPS):
            return
        opened = event == "open"
        if opened and not (isinstance(arguments[2], int) and arguments[2] & WRITES):
            return
        place, start = (0, None) if opened else STEPS[event]
        path = arguments[place]
        if isinstance(path, int):
            return
        path = os.fsdecode(path)
        relative = start is not None and arguments[start] not in (-1, None)
        if not relative and not os.path.abspath(path).startswith(self.folder):  # noqa: PTH100 - no link is followed
            return
        number, self.number = self.number, self.number + 1
        if number == self.kill:
            self.busy = True
            if opened:
                with suppress(OSError):
                    os.close(os.open(path, arguments[2] | os.O_NONBLOCK, 0o644))
            kill()
        if self.fail is not None and (number == self.fail or (self.full and number > self.fail)):
            raise OSError(errno.EIO, os.strerror(errno.EIO), path)


def kill() -> NoReturn:
    """End as by ``kill -9``."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("unreachable")


def run(
    *words: str | Path,
    kill: int | None = None,
    fail: int | None = None,
    full: bool = False,
    command: Any = main,
    within: Path | None = None,
) -> Done:
    """Run a command of ``variorum``. Its steps are those in ``within``, else in the folder around the site's root.

    Fails the test where the command hangs, or ends in a way that nobody foresaw.
    """
    roots = [Path(after) for word, after in pairwise(words) if word == "-C"]
    steps = Steps(within or roots[0].parents[1], kill, fail, full)
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        # Newer versions of Python warn of copying a process with threads; the ones here only wait for messages.
        warnings.simplefilter("ignore", DeprecationWarning)
        process = os.fork()
    if not process:
        os.close(reading)
        _child([str(word) for word in words], steps, command, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as file:
        sent = file.read()
    ended = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    shown = " ".join(map(str, words))
    if ended == -signal.SIGALRM:
        pytest.fail(f"{shown}: hangs")
    if ended == -signal.SIGKILL:
        return Done(-9, "", 0)
    assert (ended, bool(sent)) == (0, True), f"{shown}: the process ended with {ended}"
    code, told, unforeseen, number = json.loads(sent)
    assert not unforeseen, f"{shown}: nobody foresaw {unforeseen}\n{told}"
    assert "Traceback" not in told, told
    return Done(code, told, number)


def _child(words: list[str], steps: Steps, command: Any, writing: int) -> NoReturn:
    try:
        # What was copied stays as it is: to look through it would copy its pages, too.
        gc.freeze()
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(LIMIT)
        sys.addaudithook(steps)
        result = CliRunner().invoke(command, words)
        steps.busy = True
        error = result.exception
        unforeseen = "" if error is None or isinstance(error, SystemExit) else repr(error)
        sent = json.dumps([result.exit_code, result.output, unforeseen, steps.number]).encode()
        with os.fdopen(writing, "wb") as file:
            file.write(sent)
    except BaseException as error:  # noqa: BLE001 - this process must not go on with the tests
        with suppress(BaseException):
            os.write(writing, json.dumps([1, "", f"{error!r}", 0]).encode())
    os._exit(0)


def build(world: World, *words: str, **more: Any) -> Done:
    """Run ``variorum build``."""
    return run("build", "-C", world.root, *words, **more)


def some(cases: Iterable[Any], number: int, always: Callable[[Any], bool] = lambda case: False) -> list[Any]:
    """Return so many of the cases and those that are ``always`` wanted, the same at every run; all where there is time."""
    found = list(cases)
    others = [case for case in found if not always(case)]
    if THOROUGH or number >= len(others):
        return found
    dice = random.Random(number)  # noqa: S311 - no secret
    left_out = dice.sample(range(len(others)), len(others) - number)
    left = [others[place] for place in left_out]
    return [case for case in found if case not in left]


CODE = re.compile(r"\[V0\d\d\b")
"""How a message names the stable code of a problem with files."""


def refused(world: World, done: Done, *names: str, code: bool = True) -> None:
    """Check that a command was refused in words with these names, and that nothing is other than at the last look."""
    assert world.lost() == {}, done.told
    assert done.code == 1, f"it ended with {done.code}\n{done.told}"
    if code:
        assert CODE.search(done.told), done.told
    assert [name for name in names if name not in done.told] == [], done.told


def well(done: Done) -> None:
    """Check that a command did what it was asked for."""
    assert done.code == 0, f"it ended with {done.code}\n{done.told}"


def stands(world: World, expected: Mapping[str, bytes], *users: str) -> None:
    """Check that a site is what a fresh build writes, its record, and what the user has there; and nothing else."""
    found = snapshot(world.site)
    files = {name: entry.what for name, entry in found.items() if entry.kind == "file"}
    unlike = [name for name in expected if not within(name, users) and files.get(name) != expected[name]]
    assert unlike == []
    more = [name for name, entry in found.items() if entry.kind != "folder" and name not in expected]
    assert [name for name in more if name != RECORD and not within(name, users)] == []
    assert not (world.root / STAGING).exists()


def sealed(data: bytes) -> bytes:
    """Return a forged record or plan, sealed as the program seals: whoever sends us a folder has read the program, and can."""
    return site_record.sealed(data.partition(b"\n")[2])


def record(world: World) -> Path:
    """Return the record of what was built."""
    path = world.site / RECORD
    assert os.path.lexists(path), f"a build records what it wrote in {RECORD}"
    return path
