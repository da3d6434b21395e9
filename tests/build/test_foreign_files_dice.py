"""Folders, files, links, records, edits and kills as the dice have them: nothing is lost that no build wrote.

VARIORUM_THOROUGH=1 throws them more often.
"""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest

from tests.build import losses
from tests.build.losses import RECORD, World, Worlds, build, lay, record
from tests.build.test_foreign_files import LAID
from tests.build.test_foreign_files_aside import HOSTILE, flipped, named
from tests.thorough import times

ARRANGEMENTS = times(6, 200)
POINTS = times(14, 500)


def place(name: str) -> str:
    """Return a name in the site as one in the world."""
    return f"outer/root/site/{name}"


# --- Kills and faults -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", range(POINTS))
def test_broken_off_anywhere(number: int, worlds: Worlds, bare: World) -> None:
    """By a kill, by a fault of the disk, or because it is full; the next build, or the one after, makes the site whole.

    In between the user lays files there.
    """
    dice = random.Random(number)  # noqa: S311 - the same dice at every run
    first = dice.random() < 0.3
    world = bare if first else worlds.built(bare.place / "second")
    if not first:
        record(world)
    users = dice.sample(sorted(LAID), dice.randint(0, 6)) if not first else [".git/HEAD", ".nojekyll"]
    for name in users:
        lay(world.site / name, LAID[name])
    before = world.users(users)
    content = "bare" if first else dice.choice(["articles", "name", "enclosures"])
    expected = worlds.sites["first"] if first else worlds.edit(world, content)
    world.look()
    steps = worlds.steps(content)
    # Half of them in the last tenth of the steps, where the site is put in its place.
    point = dice.randrange(steps) if dice.random() < 0.5 else steps - 1 - dice.randrange(steps // 10)
    how = dice.choice([{"kill": point}, {"kill": point}, {"fail": point}, {"fail": point, "full": True}])
    for again in range(dice.choice((1, 1, 2))):
        build(world, **(how if not again else {"kill": dice.randrange(steps)}))
        assert world.users(users) == before, how
        assert world.lost("outer/root/site") == {}, how
        former = {} if first else worlds.sites["first"]
        found = {
            name: data
            for name, data in losses.pages(world.site).items()
            if name in former or name in expected
        }
        torn = [name for name, data in found.items() if data not in (former.get(name), expected.get(name))]
        assert torn == [], how
        late = f"late/{again}.txt"
        if not first or dice.random() < 0.5:
            lay(world.site / late, "file")
            users.append(late)
            before = world.users(users)
    done = build(world)
    assert world.users(users) == before, how
    assert world.lost("outer/root/site") == {}, how
    if done.code and first:
        # Where the first build had not begun to put anything there, this folder is somebody's.
        assert losses.CODE.search(done.told), done.told
        assert "late/" in done.told
        shutil.rmtree(world.site / "late")
        users = [name for name in users if not name.startswith("late/")]
        before = world.users(users)
        done = build(world)
    losses.well(done)
    losses.stands(world, expected, *users)
    assert world.users(users) == before, how


# --- Arrangements -----------------------------------------------------------------------------------------------------

NAMES = (
    *LAID, "articles/article-001001/index.html", "articles/article-001001", "pictures/one.svg", "pictures", "extra/file",
    "extra/more/file", "extra/more", "extra/file/deep", "zzz/deep/down/.keep", "articles/article-000003/.keep", "search/mine",
)  # fmt: skip
THINGS = ("file", "file", "text ", "folder", "empty", "link {up}content", "link {up}content/index.md", "link {up}../elsewhere",
          "link nowhere", "pipe", "hard {up}README.md")  # fmt: skip


class Arrangement:
    """A world in which the dice lay, take, damage and build; and what may be touched of it by now."""

    def __init__(self, world: World, worlds: Worlds, dice: random.Random) -> None:
        self.world, self.worlds, self.dice = world, worlds, dice
        self.done: list[str] = []
        """What was done, in words."""
        self.content = "first"
        self.written: set[str] = set()
        """Names of which a record may say that a build wrote them."""
        self.whole: bytes | None = None
        """The record as the last build wrote it."""
        self.record = "none"
        """Whether it is as it was: ``none``, ``whole`` or ``damaged``."""
        self.broken = False
        """Whether a build was broken off since the last one that went well."""
        self.beside = False
        """Whether the user has something in the place of the staging folder."""
        self.halves: set[str] = set()
        """What broken-off builds left beside the record."""
        self.cleaned = False
        """Whether the last that went well was ``clean``."""

    def step(self) -> None:
        dice = self.dice
        act = dice.choices(
            [self.lay, self.take, self.spoil, self.damage, self.mend, self.lay_beside, self.lose_the_cache, self.edit, self.build],
            [7, 2, 2, 1, 2, 1, 1, 3, 6],
        )[0]  # fmt: skip
        self.done.append(act.__name__)
        act()

    @property
    def story(self) -> str:
        """What led here, a line each."""
        return "\n".join(self.done)

    def say(self, *words: object) -> None:
        self.done[-1] += f" {' '.join(map(str, words))}"

    def lay(self) -> None:
        """Lay something of the user's at a free place."""
        name = self.dice.choice(NAMES)
        path = self.world.site / name
        above = [up for up in path.parents if self.world.site in up.parents]
        if os.path.lexists(path) or any(
            os.path.lexists(up) and (up.is_symlink() or not up.is_dir()) for up in above
        ):
            return
        thing = self.dice.choice(THINGS).format(up="../" * (name.count("/") + 1))
        self.say(name, thing)
        lay(path, thing)

    def take(self) -> None:
        """Take something away that is not in the record."""
        mine = [name for name in self.found() if name not in self.written and name != RECORD]
        if mine:
            name = self.dice.choice(sorted(mine))
            self.say(name)
            (self.world.site / name).unlink()

    def spoil(self) -> None:
        """Lay something in the place of a written file, or of its folder."""
        names = sorted(self.found() & self.written)
        if not names:
            return
        name = self.dice.choice(names)
        if "/" in name and self.dice.random() < 0.3:
            name = name.rpartition("/")[0]
        thing = self.dice.choice(THINGS).format(up="../" * (name.count("/") + 1))
        self.say(name, thing)
        lay(self.world.site / name, thing)

    def damage(self) -> None:
        """Damage the record, or put another in its place."""
        path = self.world.site / RECORD
        if self.whole is None or not path.is_file():
            return
        way = self.dice.choice(["lost", "half", "bit", "names", "names sealed", "a link", "another's"])
        self.say(way)
        name = self.dice.choice(
            [name for name in HOSTILE if name.startswith(("..", "./", "articles/..", "x", "more/"))]
        )
        if way == "lost":
            path.unlink()
        elif way == "a link":
            lay(path, "link ../content/index.md")
        else:
            path.write_bytes(
                {
                    "half": self.whole[: len(self.whole) // 2],
                    "bit": flipped(self.whole, self.dice),
                    "names": named(self.whole, name),
                    "names sealed": losses.sealed(named(self.whole, name)),
                    "another's": b"CNAME\nnotes.txt\n",
                }[way]
            )
        if path.is_symlink() or not path.is_file() or path.read_bytes() != self.whole:
            self.record = "forged" if way == "names sealed" else "damaged"

    def mend(self) -> None:
        """Bring the record back, or a free place beside the site."""
        if self.record in ("damaged", "forged") and self.whole is not None:
            (self.world.site / RECORD).unlink(missing_ok=True)
            (self.world.site / RECORD).write_bytes(self.whole)
            self.record = "whole"
        if self.beside:
            path = self.world.staging
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()
            self.beside = False

    def lay_beside(self) -> None:
        if not os.path.lexists(self.world.staging):
            thing = self.dice.choice(["file", "folder", "link content", "link nowhere", "pipe"])
            self.say(thing)
            lay(self.world.staging, thing)
            self.beside = True

    def lose_the_cache(self) -> None:
        shutil.rmtree(self.world.root / ".variorum", ignore_errors=True)

    def edit(self) -> None:
        self.content = self.dice.choice(list(self.worlds.sites))
        self.say(self.content)
        self.worlds.edit(self.world, self.content)

    def found(self) -> set[str]:
        """All in the site that is no folder, by its name."""
        if not self.world.site.is_dir():
            return set()
        return {name for name, entry in losses.snapshot(self.world.site).items() if entry.kind != "folder"}

    def build(self) -> None:
        """Build in one of the ways, and check what became of everything."""
        kind = self.dice.choices(["build", "replace", "kill", "fault", "clean"], [6, 1, 2, 1, 1])[0]
        words = ["clean"] if kind == "clean" else ["build", *(["--replace"] if kind == "replace" else [])]
        more = {}
        if kind in ("kill", "fault"):
            more = {"kill" if kind == "kill" else "fail": self.dice.randrange(self.worlds.steps("articles"))}
        self.say(
            kind,
            *more.values(),
            f"({self.content}, record {self.record}{', something beside' * self.beside})",
        )
        expected = self.worlds.sites[self.content]
        must = self.must(kind, expected)
        before = losses.snapshot(self.world.place)
        found = self.found()
        done = losses.run(*words, "-C", self.world.root, **more)
        self.say("->", done.code)
        after = losses.snapshot(self.world.place)
        self.check(kind, expected, before, after)
        assert done.code in ((0, 1, -9) if more else (0, 1)), f"{self.story}\n{done.told}"
        if must is not None and not more:
            assert done.code == (0 if must else 1), f"{self.story}\n{done.told}"
        if done.code == 1 and kind == "build":
            assert losses.CODE.search(done.told), f"{self.story}\n{done.told}"
        self.note(kind, done.code, expected, found)

    def must(self, kind: str, expected: dict[str, bytes]) -> bool | None:
        """Return whether a build has to go well; ``None`` where it may or may not."""
        site = self.world.site
        if self.beside or self.broken or kind == "clean":
            return None
        if self.record != "whole" and kind != "replace":
            others = {
                name for name in self.found() if not any(part.startswith(".") for part in name.split("/"))
            }
            return None if self.record == "forged" or self.cleaned or not others else False
        doubtful = False
        for name in expected.keys() | self.written:
            for up in (*reversed([up for up in (site / name).parents if site in up.parents]), site / name):
                if not os.path.lexists(up):
                    break
                folder = up.is_dir() and not up.is_symlink()
                if up != site / name and folder:
                    continue
                if up == site / name and name in self.written and up.is_file() and not up.is_symlink():
                    continue
                # Something else lies here. What a build wrote may make room, and so may a link in a page's place.
                doubtful = True
                own = up.relative_to(site).as_posix() in self.written and not folder
                if name in expected and kind != "replace" and not own and not self.makes_room(up):
                    return False
                break
        return None if doubtful else True

    def makes_room(self, folder: Path) -> bool:
        """Return whether a folder holds nothing but what a build wrote, or is empty in the place of a page."""
        if folder.is_symlink() or not folder.is_dir():
            return False
        inner = folder.relative_to(self.world.site).as_posix()
        found = [name for name in self.found() if name.startswith(f"{inner}/")]
        return self.written.issuperset(found or [inner])

    def check(
        self, kind: str, expected: dict[str, bytes], before: losses.Snapshot, after: losses.Snapshot
    ) -> None:
        """Check that nothing changed but what may."""
        ours = [
            "outer/root/.variorum",
            *([] if self.beside else [f"outer/root/{losses.STAGING}"]),
            place(RECORD),
        ]
        written = set(self.written)
        if self.record in ("damaged", "none") and not self.broken and kind != "replace":
            # Nobody says of any file in the site that a build wrote it.
            written = set()
        wrong = {}
        for name, how in losses.changes(before, after).items():
            if losses.within(name, ours):
                continue
            inner = name.removeprefix("outer/root/site/")
            if name == "outer/root/site":
                fine = True
            elif inner == name:
                fine = False
            elif inner.startswith(".variorum") and (how == "new" or name in self.halves):
                # Half a record, of a build that was broken off.
                fine = kind in ("kill", "fault") or name in self.halves
                self.halves.add(name)
            elif how == "new":
                # What a build had decided that was broken off, the next one finishes.
                coming = expected.keys() | self.written if self.broken else expected
                fine = inner in coming or any(page.startswith(f"{inner}/") for page in coming)
            elif kind == "replace":
                fine = not any(part.startswith(".") for part in inner.split("/")) and not any(
                    at.startswith(f"{name}/") and "/." in at[len(name) :] for at in before
                )
            elif before[name].kind == "folder":
                # A folder goes with the last page in it; and an empty one in the place of a page makes room.
                fine = any(page.startswith(f"{inner}/") for page in written) or inner in written
            else:
                fine = inner in written
            if not fine:
                wrong[name] = how
        assert wrong == {}, self.story

    def note(self, kind: str, code: int, expected: dict[str, bytes], found: set[str]) -> None:
        """Know what may be touched from now on."""
        if code == -9 or (kind == "fault" and code != 0):
            self.written |= expected.keys() - found
            self.broken = True
        elif kind == "clean":
            if not os.path.lexists(self.world.site / RECORD):
                self.written, self.record, self.whole = set(), "none", None
                self.broken, self.cleaned = False, True
        elif code == 0:
            self.written = set(expected)
            self.broken = self.cleaned = False
            path = record(self.world)
            self.whole, self.record = path.read_bytes(), "whole"
            files = {
                name: entry.what
                for name, entry in losses.snapshot(self.world.site).items()
                if entry.kind == "file"
            }
            assert [name for name in expected if files.get(name) != expected[name]] == [], self.story


@pytest.mark.parametrize("seed", range(ARRANGEMENTS))
def test_whatever_lies_there_nothing_is_lost(seed: int, bare: World, worlds: Worlds) -> None:
    dice = random.Random(seed)  # noqa: S311 - the same dice at every run
    arrangement = Arrangement(bare, worlds, dice)
    # Most begin with a site that is built; some with what lies there already.
    if dice.random() < 0.8:
        arrangement.done.append("begin")
        arrangement.content = "first"
        losses.well(build(bare))
        arrangement.note("build", 0, worlds.sites["first"], set())
    while len(arrangement.done) < 25:
        arrangement.step()
