"""What a build knows of a site, and lays aside for it, may be lost, damaged, another's, or a trap: then nothing is lost by it.

That is the record in the site, the folder beside it in which the next site is prepared, the plan in there, and the cache.
"""

from __future__ import annotations

import json
import os
import random
import shutil
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from builder.build import inventory, run
from tests.build import losses
from tests.build.losses import (
    COMING,
    GOING,
    MINE,
    RECORD,
    STAGING,
    World,
    Worlds,
    build,
    lay,
    record,
    refused,
    some,
    stands,
    well,
    write,
)
from tests.thorough import times

# --- The record -------------------------------------------------------------------------------------------------------


def flipped(data: bytes, dice: random.Random, bits: int = 1) -> bytes:
    """Return bytes of which some bits are others."""
    found = bytearray(data)
    for place in dice.sample(range(len(data) * 8), bits):
        found[place // 8] ^= 1 << place % 8
    return bytes(found)


def named(data: bytes, name: str) -> bytes:
    """Return a record or plan in which another name stands in the place of a page's, if it has that in plain letters."""
    return data.replace(GOING.encode(), name.encode())


HOSTILE = (
    "CNAME", "mine/notes.txt", "more/index.md", "../content/index.md", "../../letter.txt", "./../content/index.md",
    "articles/../../content/index.md", "articles//../../content/index.md", "", ".", "..", "articles", "mine", "a\\\\b",
    "CNAME\\u0000", "CNAME\\n", ".git/HEAD", "../.git/HEAD", "../.variorum/lock", "../mkdocs.yml", "..//" + 7 * "./" + "content/index.md", "x" * 5000,
    "a/" * 2000, "\\ud800",
)  # fmt: skip
"""Names that no build may have written, as JSON has them."""

DAMAGES: dict[str, Callable[[Path, bytes, random.Random], object]] = {
    "lost": lambda path, data, dice: path.unlink(),
    "emptied": lambda path, data, dice: path.write_bytes(b""),
    "one byte": lambda path, data, dice: path.write_bytes(data[:1]),
    "half": lambda path, data, dice: path.write_bytes(data[: len(data) // 2]),
    "all but its end": lambda path, data, dice: path.write_bytes(data[:-1]),
    "longer": lambda path, data, dice: path.write_bytes(data + b"\n"),
    "longer by a name": lambda path, data, dice: path.write_bytes(data + b"CNAME\n"),
    "twice": lambda path, data, dice: path.write_bytes(data + data),
    "zeros": lambda path, data, dice: path.write_bytes(bytes(len(data))),
    "a list": lambda path, data, dice: path.write_bytes(b"CNAME\nmine/notes.txt\n"),
    "a list in JSON": lambda path, data, dice: path.write_bytes(b'["CNAME", "mine/notes.txt"]'),
    "deep JSON": lambda path, data, dice: path.write_bytes(b"[" * 100_000),
    "JSON of another shape": lambda path, data, dice: path.write_bytes(b'{"files": {"CNAME": 5}}'),
    "an export's": lambda path, data, dice: path.write_bytes(b"docs/index.md\nCNAME\n"),
    "a folder": lambda path, data, dice: lay(path, "folder"),
    "a link to nothing": lambda path, data, dice: lay(path, "link nowhere"),
    "a link to itself": lambda path, data, dice: lay(path, f"link {RECORD}"),
    "a link to the content": lambda path, data, dice: lay(path, "link ../content/index.md"),
    "a link to a folder": lambda path, data, dice: lay(path, "link ../content"),
    "a pipe": lambda path, data, dice: lay(path, "pipe"),
    "the names of others": lambda path, data, dice: path.write_bytes(named(data, "CNAME")),
    "a way out": lambda path, data, dice: path.write_bytes(named(data, "../content/index.md")),
}


@pytest.mark.parametrize(("damage", "content"), some(product(DAMAGES, ["first", "articles"]), 8))
def test_a_site_whose_record_is_damaged_is_refused(
    damage: str, content: str, mine: World, worlds: Worlds
) -> None:
    """And the way out that it tells is one."""
    path = record(mine)
    DAMAGES[damage](path, path.read_bytes(), random.Random(damage))  # noqa: S311 - the same damage at every run
    expected = worlds.edit(mine, content)
    mine.look()
    for _ in range(times(1, 2)):
        refused(mine, build(mine), "--replace")
    before = mine.users([".git"])
    if damage == "a folder":
        # Its name begins with a dot, and so it stays; what else has the record's name makes room.
        refused(mine, build(mine, "--replace"), RECORD)
        return
    well(build(mine, "--replace"))
    assert mine.lost("outer/root/site") == {}
    assert mine.users([".git"]) == before
    stands(mine, expected, ".git")
    assert path.is_file()
    assert not path.is_symlink()
    well(build(mine))


def test_a_record_of_which_bits_are_others(mine: World) -> None:
    path = record(mine)
    data = path.read_bytes()
    dice = random.Random(5)  # noqa: S311 - the same damage at every run
    for number in range(times(6, 1000)):
        path.write_bytes(
            flipped(data, dice, dice.choice((1, 1, 2, 20)))
            if number % 2
            else data[: dice.randrange(len(data))]
        )
        mine.look()
        refused(mine, build(mine), "--replace")
    path.write_bytes(data)
    well(build(mine))


def short(name: str) -> str:
    """Return a name fit to call a test by."""
    return repr(name[:30])


@pytest.mark.parametrize(
    "name",
    some([*HOSTILE, "from the top"], 3, lambda name: name.startswith(("..", "more", "from"))),
    ids=short,
)
def test_a_record_with_a_name_that_no_build_wrote(name: str, mine: World, worlds: Worlds) -> None:
    """As it is, and sealed anew, as somebody can who has nothing but the record and the program."""
    if name == "from the top":
        name = str(mine.root / "content" / "index.md")
    path = record(mine)
    data = path.read_bytes()
    forged = named(data, name)
    worlds.edit(mine, "articles")
    if forged != data:
        path.write_bytes(forged)
        mine.look()
        refused(mine, build(mine), "--replace")
    path.write_bytes(losses.sealed(forged))
    mine.look()
    # Of the user's files in the site this says whose they are, and it is as good as any record.
    users = [user for user in ("CNAME", "mine", "more", ".git") if not name.startswith((user, "articles"))]
    before = mine.users(users)
    done = build(mine)
    assert mine.lost("outer/root/site") == {}
    assert mine.users(users) == before
    assert done.code in (0, 1)


@pytest.fixture
def other(worlds: Worlds, tmp_path: Path, built: World) -> World:
    """Another site, which was built elsewhere: it has another name and the second content."""
    found = worlds.bare(tmp_path / "other")
    worlds.edit(found, "articles")
    found.settle(site_name="Boats")
    well(build(found))
    return found


def test_a_record_from_another_site_is_none(other: World, bare_site: World) -> None:
    """It names files as they are called in every site; these here are somebody's own."""
    mine = bare_site
    for name in ("index.html", "404.html", COMING, "data/articles.json", "notes.txt"):
        lay(mine.site / name, "file")
    shutil.copy2(record(other), mine.site / RECORD)
    mine.look()
    refused(mine, build(mine), "notes.txt", "--replace")


@pytest.fixture
def bare_site(worlds: Worlds, tmp_path: Path) -> World:
    """A world beside the others in which nothing is built."""
    return worlds.bare(tmp_path / "bare")


def test_another_sites_record_in_a_built_site(other: World, mine: World) -> None:
    for name in (COMING, "pictures/one.png"):
        lay(mine.site / name, "file")
    before = mine.users(["CNAME", "mine", "more", ".git", COMING, "pictures"])
    record(mine).write_bytes(record(other).read_bytes())
    mine.look()
    build(mine)
    assert mine.lost("outer/root/site") == {}
    assert mine.users(["CNAME", "mine", "more", ".git", COMING, "pictures"]) == before


def test_a_site_of_which_only_the_record_is_left(built: World, worlds: Worlds) -> None:
    """As ``rm -rf site/*`` leaves it."""
    for path in built.site.glob("[!.]*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    well(build(built))
    stands(built, worlds.sites["first"])


def test_pages_that_another_program_rewrites_after_each_build(built: World, worlds: Worlds) -> None:
    for content in ("first", "articles", "name"):
        for path in built.site.rglob("*.html"):
            path.write_bytes(path.read_bytes() + b"<!-- smaller -->")
        expected = worlds.edit(built, content)
        well(build(built))
        stands(built, expected)


def test_an_older_record_of_the_same_site(mine: World, worlds: Worlds) -> None:
    """Somebody brought it back: it does not name all that the last build wrote."""
    old = record(mine).read_bytes()
    worlds.edit(mine, "articles")
    well(build(mine))
    lay(mine.site / "pictures/one.svg", "file")
    record(mine).write_bytes(old)
    worlds.edit(mine, "enclosures")
    before = mine.users(["pictures", "CNAME", "mine", "more", ".git"])
    mine.look()
    refused(mine, build(mine), "pictures/one.svg")
    assert mine.users(["pictures", "CNAME", "mine", "more", ".git"]) == before


def test_a_site_may_be_copied_and_moved(mine: World, worlds: Worlds, tmp_path: Path) -> None:
    copy = mine.copy(tmp_path / "copy")
    expected = worlds.edit(copy, "articles")
    before = copy.users(["CNAME", "mine", "more", ".git"])
    well(build(copy))
    stands(copy, expected, "CNAME", "mine", "more", ".git")
    assert copy.users(["CNAME", "mine", "more", ".git"]) == before


@pytest.mark.parametrize("lost", ["all", "a part"])
def test_the_cache_may_be_lost(lost: str, mine: World, worlds: Worlds) -> None:
    if lost == "all":
        shutil.rmtree(mine.root / ".variorum")
    else:
        for path in (mine.root / ".variorum").glob("site-*/*"):
            path.write_bytes(b"damaged")
    before = mine.users(["CNAME", "mine", "more", ".git"])
    expected = worlds.edit(mine, "articles")
    well(build(mine))
    stands(mine, expected, "CNAME", "mine", "more", ".git")
    assert mine.users(["CNAME", "mine", "more", ".git"]) == before


def test_another_version_wrote_it(mine: World, worlds: Worlds, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (inventory, run):
        monkeypatch.setattr(module, "fingerprint", lambda: "another")
    before = mine.users(["CNAME", "mine", "more", ".git"])
    expected = worlds.edit(mine, "articles")
    well(build(mine))
    stands(mine, expected, "CNAME", "mine", "more", ".git")
    assert mine.users(["CNAME", "mine", "more", ".git"]) == before


def test_a_site_of_another_name_is_another_site(mine: World, worlds: Worlds) -> None:
    before = mine.users(["CNAME", "mine", "more", ".git"])
    mine.look()
    mine.settle(site_dir="public")
    well(build(mine))
    assert mine.lost("outer/root/public", "outer/root/mkdocs.yml", "outer/root/.public.next") == {}
    expected = worlds.edit(mine, "articles")
    well(build(mine))
    stands(mine, expected, "CNAME", "mine", "more", ".git")
    assert mine.users(["CNAME", "mine", "more", ".git"]) == before


@pytest.mark.parametrize(
    "name", some(["a\nCNAME", "a\tCNAME", "a\0CNAME", "CNAME\n", " CNAME", "CNAME ", '","CNAME', "a\\nCNAME", "\x85CNAME", "\u2028CNAME",
    "cname", "mine\n", "x\r\nCNAME", "\udcff"], 8, lambda name: name == "CNAME\n"),
    ids=repr,
)  # fmt: skip
def test_names_that_look_like_several(name: str, mine: World, worlds: Worlds) -> None:
    """A file of the content is copied as it is called; when it goes, those whose names stand in its own are not meant."""
    if "\0" in name:
        name = name.replace("\0", "\x01")
    (mine.root / "content" / name).write_text("copied", encoding="utf-8")
    before = mine.users(["CNAME", "mine", "more", ".git"])
    well(build(mine))
    assert (mine.site / name).read_text(encoding="utf-8") == "copied"
    (mine.root / "content" / name).unlink()
    well(build(mine))
    stands(mine, worlds.sites["first"], "CNAME", "mine", "more", ".git")
    assert mine.users(["CNAME", "mine", "more", ".git"]) == before


# --- The folder beside it ---------------------------------------------------------------------------------------------

BESIDE = {
    "a file": {"": "file"},
    "an empty file": {"": "text "},
    "a folder": {"": "folder"},
    "a folder of pages": {"index.html": "text <p>mine</p>", "articles/index.html": "file"},
    "a folder with another in it": {"mine/mine.txt": "file"},
    "a folder of dot names": {".git/HEAD": "file"},
    "a link to a folder": {"": "link content"},
    "a link to a file": {"": "link README.md"},
    "a link to nothing": {"": "link nowhere"},
    "a link to itself": {"": f"link {STAGING}"},
    "a pipe": {"": "pipe"},
    "a folder with a link": {"way": "link ../content"},
    "a folder with a pipe": {"pipe": "pipe"},
}  # fmt: skip


@pytest.mark.parametrize(
    ("beside", "built_before", "words"), some(product(BESIDE, [True, False], [(), ("--replace",)]), 9)
)
def test_what_no_build_laid_beside_the_site_stays(
    beside: str, built_before: bool, words: tuple[str, ...], bare: World, worlds: Worlds
) -> None:
    if built_before:
        well(build(bare))
        record(bare)
    for name, thing in BESIDE[beside].items():
        lay(bare.staging / name, thing)
    worlds.edit(bare, "articles")
    bare.ours = ("outer/root/.variorum",)
    bare.look()
    done = build(bare, *words)
    assert bare.lost("outer/root/site") == {}
    assert STAGING in done.told
    assert done.code in (0, 1)
    if done.code:
        refused(bare, done)


PLANS = {
    "today's": lambda going, moving: json.dumps({"moving": moving, "going": going}),
    "with a version": lambda going, moving: json.dumps({"version": 1, "moving": moving, "going": going}),
    "lines": lambda going, moving: "\n".join([*going, *moving]),
}
OUT = (
    "../content/index.md", "CNAME", "mine/notes.txt", "more/index.md", "way/index.html", "../../letter.txt", ".git/HEAD",
    "../.git/HEAD", "./CNAME", "articles/../CNAME", "../site/CNAME", "../mkdocs.yml", "mine", "more", "", ".", "..",
    "CNAME/", "x\0y", "\udcff",
)  # fmt: skip


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("whole", [False, True])
def test_a_plan_that_no_build_made(plan: str, whole: bool, mine: World) -> None:
    """Whoever gives us a folder may give us this in it. A ``whole`` one has paths from the top as well."""
    lay(mine.site / "way", "link ../../elsewhere")
    users = ["CNAME", "mine", "more", ".git", "way"]
    names = [*OUT, *([str(mine.root / "content/stories.yml")] if whole else [])]
    for name in ("CNAME", "mine/notes.txt", "more/index.md", "way/index.html", COMING):
        write(mine.staging, {name: "theirs"})
    text = PLANS[plan](names, names)
    for name in (".variorum-plan.json", ".variorum-plan", "plan.json"):
        (mine.staging / name).write_text(text, encoding="utf-8", errors="surrogatepass")
    before = mine.users(users)
    mine.ours = ("outer/root/.variorum",)
    mine.look()
    done = build(mine)
    assert mine.users(users) == before
    assert mine.lost("outer/root/site") == {}
    assert STAGING in done.told
    assert done.code in (0, 1)


def plans(world: World) -> list[Path]:
    """Return what may be a plan: files with a name of ours in the staging folder or in the site."""
    found = [path for folder in (world.staging, world.site) for path in folder.glob(".variorum*")]
    return [path for path in found if path.is_file() and path.name != RECORD]


@pytest.mark.parametrize(
    "damage", ["nothing", "lost", "half", "bits", "names", "names sealed", "a link", "a pipe", "a folder"]
)
def test_a_killed_builds_plan_is_damaged(damage: str, decided: World, worlds: Worlds) -> None:
    dice = random.Random(damage)  # noqa: S311 - the same damage at every run
    for path in plans(decided):
        data = path.read_bytes()
        forged = named(data.replace(COMING.encode(), b"mine/notes.txt"), "CNAME").replace(
            b"outlets/outlet-03/index.html", b"../content/index.md"
        )
        if damage == "lost":
            path.unlink()
        elif damage == "half":
            path.write_bytes(data[: len(data) // 2])
        elif damage == "bits":
            path.write_bytes(flipped(data, dice))
        elif damage == "names":
            path.write_bytes(forged)
        elif damage == "names sealed":
            path.write_bytes(losses.sealed(forged))
        elif damage != "nothing":
            lay(path, {"a link": "link ../content/index.md", "a pipe": "pipe", "a folder": "folder"}[damage])
    write(decided.staging, {"CNAME": "theirs", "mine/notes.txt": "theirs"} if "names" in damage else {})
    users = ["CNAME", "mine", "more", ".git"]
    before = decided.users(users)
    decided.look()
    done = build(decided)
    assert decided.users(users) == before
    assert decided.lost("outer/root/site") == {}
    assert done.code in (0, 1)
    if damage == "nothing":
        well(done)
        stands(decided, worlds.sites["articles"], *users)
    elif done.code:
        assert losses.CODE.search(done.told), done.told


# What somebody makes of a site before the next build goes on with what was decided.
SPOILT_SINCE = {
    "a link in the place of a folder": ("pairs", "link {outer}/elsewhere"),
    "a link in the place of the folder of a page that comes": ("articles/article-001001", "link {outer}/elsewhere"),
    "a link in the place of the folder of a page that goes": ("articles/article-000003", "link {outer}/elsewhere/article-000003"),
    "a link in the place of a page's folder": ("{page}/..", "link {outer}/elsewhere"),
    "a file in the place of a page's folder": ("{page}/..", "file"),
    "a folder in the place of a page": ("{page}", "folder"),
    "a link in the place of a page": ("{page}", "link {outer}/root/content/index.md"),
    "a hard link in the place of a page": ("{page}", "hard {outer}/elsewhere/index.html"),
    "a pipe in the place of a page": ("{page}", "pipe"),
    "a page that comes": (COMING, "file"),
    "a folder in the place of a page that comes": (COMING, "folder"),
    "a link in the place of a page that comes": (COMING, "link {outer}/root/content/index.md"),
    "a link in the place of the data": ("data", "link {outer}/elsewhere"),
    "a link in the place of the site": ("", "link {outer}/elsewhere"),
}  # fmt: skip


@pytest.mark.parametrize("spoilt", some(SPOILT_SINCE, 8))
def test_what_the_user_makes_of_a_site_after_a_killed_build(
    spoilt: str, decided: World, worlds: Worlds
) -> None:
    """What that build had decided holds for the site as it was; it is not done to what came since."""
    name, thing = SPOILT_SINCE[spoilt]
    page = min(decided.waiting() & worlds.sites["first"].keys())
    name = name.replace("{page}/..", page.rpartition("/")[0]).replace("{page}", page)
    site = decided.site.rename(decided.root / "aside") if not name else None
    above = (decided.site / name).parent if name else decided.root
    lay(decided.site / name, thing.format(outer=os.path.relpath(decided.outer, above)))
    recorded = worlds.sites["first"].keys() | worlds.sites["articles"].keys()
    users = [at for at in (name, *MINE) if at]
    before = {at: entry for at, entry in decided.users(users).items() if at not in recorded or at == COMING}
    decided.look()
    for _ in range(times(1, 2)):
        done = build(decided)
        assert decided.lost("outer/root/site") == {}
        assert before.items() <= losses.snapshot(decided.site).items() or site
        assert done.code in (0, 1)
        if done.code:
            assert losses.CODE.search(done.told), done.told


def test_what_came_in_the_way_of_a_decided_site_is_told_until_it_is_gone(
    decided: World, worlds: Worlds
) -> None:
    lay(decided.site / COMING, "file")
    before = decided.users([COMING, *MINE])
    for words in ((), ("--replace",)):
        done = build(decided, *words)
        assert done.code == 1
        assert f"{COMING}:1: it appeared after this build was decided [V019 came-since]" in done.told
        assert decided.users([COMING, *MINE]) == before
    (decided.site / COMING).unlink()
    well(build(decided))
    stands(decided, worlds.sites["articles"], *MINE)


@pytest.mark.parametrize("damage", ["lost", "half", "bits", "a link"])
def test_a_damaged_record_of_what_was_prepared(damage: str, decided: World) -> None:
    """Nobody knows then what of it a build made."""
    lay(decided.staging / "mine.txt", "file")
    path = decided.staging / RECORD
    data = path.read_bytes()
    if damage == "lost":
        path.unlink()
    elif damage == "a link":
        lay(path, "link ../content/index.md")
    else:
        path.write_bytes(data[: len(data) // 2] if damage == "half" else flipped(data, random.Random(1)))  # noqa: S311
    decided.ours = ("outer/root/.variorum",)
    decided.look()
    refused(decided, build(decided), STAGING)


@pytest.mark.parametrize("damage", ["lost", "half", "bits"])
def test_a_killed_build_and_a_damaged_record(damage: str, decided: World, worlds: Worlds) -> None:
    path = record(decided)
    data = path.read_bytes()
    if damage == "lost":
        path.unlink()
    else:
        path.write_bytes(data[: len(data) // 2] if damage == "half" else flipped(data, random.Random(1)))  # noqa: S311
    lay(decided.site / "late/late.txt", "file")
    users = ["CNAME", "mine", "more", ".git", "late"]
    before = decided.users(users)
    decided.look()
    for _ in range(times(1, 2)):
        done = build(decided)
        assert decided.users(users) == before
        assert decided.lost("outer/root/site") == {}
        assert done.code in (0, 1)


LAID = {
    "a file": {"mine.txt": "file"},
    "a folder": {"mine": "folder"},
    "a page": {"articles/mine.html": "file"},
    "a link to the content": {"way": "link ../content"},
    "a link in the place of a page": {COMING: "link ../../../content/index.md"},
    "a link in the place of a folder": {"articles": "link ../content"},
    "a pipe": {"pipe": "pipe"},
    "a pipe in the place of a page": {COMING: "pipe"},
    "a folder in the place of a page": {COMING: "empty"},
}


@pytest.mark.parametrize("laid", LAID)
def test_what_somebody_lays_into_what_a_killed_build_prepared(
    laid: str, decided: World, worlds: Worlds
) -> None:
    """Where it lies may be doubtful; what it leads to is not ours, and the site is either whole or as it was."""
    for name, thing in LAID[laid].items():
        lay(decided.staging / name, thing)
    users = ["CNAME", "mine", "more", ".git"]
    before = decided.users(users)
    decided.look()
    done = build(decided)
    assert decided.users(users) == before
    assert decided.lost("outer/root/site") == {}
    if done.code == 0:
        stands(decided, worlds.sites["articles"], *users)
    else:
        assert (losses.CODE.search(done.told) is not None, STAGING in done.told) == (True, True), done.told


@pytest.mark.parametrize("name", ["mine.txt", "mine/mine.txt", "articles/mine.html"])
def test_a_file_that_somebody_lays_into_what_a_killed_build_prepared_stays(name: str, decided: World) -> None:
    lay(decided.staging / name, "file")
    before = (decided.staging / name).read_bytes()
    done = build(decided)
    assert (decided.staging / name).read_bytes() == before
    assert STAGING in done.told


# --- The cache --------------------------------------------------------------------------------------------------------

CACHES = {
    "a link to the content": {".variorum": "link content"},
    "a link to a folder": {".variorum": "link ../elsewhere"},
    "a link to a file": {".variorum": "link README.md"},
    "a link to nothing": {".variorum": "link nowhere"},
    "its templates are the site's own": {".variorum/templates": "link ../templates"},
    "its lock is a file of the content": {".variorum/lock": "link ../content/index.md"},
    "its lock is a hard link": {".variorum/lock": "hard ../content/index.md"},
    "its lock is a pipe": {".variorum/lock": "pipe"},
    "a file": {".variorum": "file"},
    "a pipe": {".variorum": "pipe"},
}


@pytest.mark.parametrize(
    ("cache", "words"), some(product(CACHES, [("build",), ("clean",), ("build", "--replace")]), 10)
)
def test_a_cache_that_is_a_trap(cache: str, words: tuple[str, ...], built: World) -> None:
    """What a link of the cache leads to is not the cache; nothing that lies there goes or changes."""
    # As files are called that a build leaves which was broken off.
    for folder in ("content", "content/templates", "templates", "../elsewhere/templates"):
        write(built.root / folder, {"draft.part": "mine"})
    for name, thing in CACHES[cache].items():
        lay(built.root / name, thing)
    if ".variorum" in CACHES[cache]:
        built.ours = (f"outer/root/{STAGING}",)
    built.look()
    done = losses.run(*words, "-C", built.root)
    lost = {name: how for name, how in built.lost("outer/root/site").items() if how != "new"}
    if words == ("clean",):
        # What is called as the cache is may go itself.
        lost.pop("outer/root/.variorum", None)
    assert lost == {}
    assert done.code in (0, 1), done.told


def test_folders_of_the_cache_that_lead_elsewhere(built: World, worlds: Worlds) -> None:
    for path in (built.root / ".variorum").glob("site-*"):
        shutil.rmtree(path)
        path.symlink_to("../../elsewhere")
    worlds.edit(built, "articles")
    built.look()
    build(built)
    assert {name: how for name, how in built.lost("outer/root/site").items() if how != "new"} == {}
