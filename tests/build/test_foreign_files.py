"""A build removes and replaces only what a build wrote, whatever else lies in the site, beside it, and in its record.

Each test looks at everything in and around a site, bytes, links and rights, before and after.
"""

from __future__ import annotations

import os
import shutil
import socket
import time
from itertools import product
from pathlib import Path

import pytest

from builder.cache import dir_cache
from tests.build import losses
from tests.build.losses import (
    COMING,
    GOING,
    MOMENTS,
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

killed = pytest.mark.parametrize("moment", MOMENTS)
"""Before the build that the test is about, another one was killed at this moment, or none was."""


# --- Folders that no build wrote --------------------------------------------------------------------------------------

FOREIGN = {
    "a file": {"notes.txt": "file"},
    "a file deep in it": {"a/b/c.txt": "file"},
    "several": {"notes.txt": "file", "a/b.txt": "file", ".git/HEAD": "file"},
    "a page": {"index.html": "text <p>mine</p>"},
    "a folder where a page will be": {"index.html": "folder"},
    "a link": {"way": "link ../content"},
    "a link to nothing": {"way": "link nowhere"},
    "a link to a file where a page will be": {"index.html": "link ../content/index.md"},
    "a pipe": {"pipe": "pipe"},
    "a hard link": {"hard.md": "hard ../content/index.md"},
}


@pytest.mark.parametrize("foreign", FOREIGN)
def test_a_folder_that_no_build_wrote_is_refused(foreign: str, bare: World, worlds: Worlds) -> None:
    things = FOREIGN[foreign]
    for name, thing in things.items():
        lay(bare.site / name, thing)
    bare.look()
    for _ in range(times(1, 2)):
        done = build(bare)
        refused(bare, done, *(name for name in things if not name.startswith(".")), "--replace")
    # The way out without a flag.
    shutil.rmtree(bare.site)
    well(build(bare))
    stands(bare, worlds.sites["first"])


def test_many_files_that_no_build_wrote_are_not_all_told(bare: World) -> None:
    write(bare.site, {f"mine/{number:05}.txt": "mine" for number in range(3000)})
    bare.look()
    done = build(bare)
    refused(bare, done, "mine/0", "--replace")
    assert len(done.told) < 10_000


def test_names_that_are_no_text(bare: World) -> None:
    bare.site.mkdir()
    for name in (b"\xff.txt", b"two\nlines", b"\x1b[31mred"):
        Path(os.fsdecode(os.fsencode(bare.site) + b"/" + name)).touch()
    bare.look()
    done = build(bare)
    refused(bare, done, "--replace")
    assert "\x1b" not in done.told


DOTTED = {
    "nothing": {},
    "git": {".git/HEAD": "file", ".git/objects/00/11": "file"},
    "a worktree of git": {".git": "text gitdir: ../.git"},
    "an empty file": {".nojekyll": "text "},
    "a folder": {".well-known/acme/token": "file"},
    "links": {".content": "link ../content", ".nowhere": "link nowhere"},
    "a pipe": {".pipe": "pipe"},
}


@pytest.mark.parametrize(("dotted", "moment"), some(product(DOTTED, MOMENTS), 6))
def test_a_folder_of_dot_names_counts_as_empty(
    dotted: str, moment: float | None, bare: World, worlds: Worlds
) -> None:
    bare.site.mkdir()
    for name, thing in DOTTED[dotted].items():
        lay(bare.site / name, thing)
    bare.look()
    before = bare.users(DOTTED[dotted])
    worlds.broken_off(bare, "bare", moment)
    assert bare.lost("outer/root/site") == {}
    assert bare.users(DOTTED[dotted]) == before
    for content in ("first", "articles", "name"):
        expected = worlds.edit(bare, content)
        well(build(bare))
        stands(bare, expected, *DOTTED[dotted])
        assert bare.users(DOTTED[dotted]) == before


@killed
def test_replace_takes_what_may_go_and_nothing_else(
    moment: float | None, bare: World, worlds: Worlds
) -> None:
    """Names with a dot stay, wherever they are; what a link in the site leads to stays, too."""
    kept = (".git", ".nojekyll", "deep/.keep", "articles/.hidden", "outlets/.hidden")
    for name, thing in {
        ".git/HEAD": "file", ".nojekyll": "text ", "deep/.keep": "file", "articles/.hidden/x/y": "file",
        "outlets/.hidden": "link ../../content",
        "index.html": "text <p>mine</p>", "notes.txt": "file", "deep/notes.txt": "file", "way": "link ../content",
        "data": "link ../../elsewhere", "topics": "link ../content", "404.html": "link ../content/index.md",
        "assets/images": "link ../../own", "hard.md": "hard ../content/index.md", "search": "file", "pipe": "pipe",
        "sitemap.xml": "folder", "sitemap.xml.gz": "hard ../content/stories.yml",
    }.items():  # fmt: skip
        lay(bare.site / name, thing)
    bare.look()
    refused(bare, build(bare), "--replace")
    before = bare.users(kept)
    worlds.broken_off(bare, "bare", moment, "--replace")
    assert bare.lost("outer/root/site") == {}
    assert bare.users(kept) == before
    well(build(bare, "--replace"))
    assert bare.lost("outer/root/site") == {}
    stands(bare, worlds.sites["first"], *kept)
    assert bare.users(kept) == before
    # It holds for one build: what comes afterwards is the user's again.
    lay(bare.site / "notes.txt", "file")
    lay(bare.site / COMING, "file")
    worlds.edit(bare, "articles")
    bare.look()
    refused(bare, build(bare), COMING)


def test_replace_leaves_what_lies_beside_the_site(bare: World) -> None:
    lay(bare.site / "notes.txt", "file")
    lay(bare.staging, "folder")
    bare.ours = ("outer/root/.variorum",)
    bare.look()
    done = build(bare, "--replace")
    assert bare.lost("outer/root/site") == {}
    assert STAGING in done.told


def test_replace_of_nothing_is_a_build(bare: World, worlds: Worlds) -> None:
    for content in ("first", "articles"):
        expected = worlds.edit(bare, content)
        well(build(bare, "--replace"))
        stands(bare, expected)


@pytest.mark.parametrize("words", [(), ("--replace",)])
@pytest.mark.parametrize(
    "thing", ["file", "text ", "pipe", "link nowhere", "link no/where/at/all", "link site", "link ../letter.txt",
    "link README.md", "socket"],
)  # fmt: skip
def test_a_site_that_is_no_folder(thing: str, words: tuple[str, ...], bare: World) -> None:
    if thing == "socket":
        # The whole path of a socket may have a hundred letters.
        with socket.socket(socket.AF_UNIX) as one, pytest.MonkeyPatch.context() as patch:
            patch.chdir(bare.root)
            one.bind("site")
    else:
        lay(bare.site, thing)
    bare.look()
    before = bare.seen["outer/root/site"]
    done = build(bare, *words)
    if done.code == 0:
        # Only a link to nothing can become a site, as its target.
        assert thing in ("link nowhere", "link no/where/at/all")
        lost = bare.lost(f"outer/root/{thing.removeprefix('link ').split('/')[0]}", "outer/root/site")
        assert lost == {}
        assert losses.snapshot(bare.root)["site"] == before
    else:
        refused(bare, done, "site")


# --- What the user has in a site --------------------------------------------------------------------------------------

LAID = {
    "CNAME": "text ferries.example",
    "notes.txt": "file",
    "pictures/one.png": "file",
    "pictures/more/two.png": "file",
    "articles/mine.html": "file",
    "articles/article-000000/mine.png": "file",
    # The page in this folder goes.
    "articles/article-000003/mine.png": "file",
    "outlets/outlet-03/mine/empty": "empty",
    "data/mine.json": "file",
    "empty/folder": "empty",
    "more": "link ../content",
    "assets/more": "link ../../own",
    "assets/nowhere": "link nowhere",
    "articles/more.md": "link ../../content/index.md",
    "articles/hard.md": "hard ../../README.md",
    "pipe": "pipe",
    ".git/HEAD": "file",
    ".nojekyll": "text ",
    "articles/.hidden/x": "file",
    "articles/article-000003/.hidden": "file",
    ".variorum-mine": "file",
    ".site.next/mine": "file",
}  # fmt: skip


@killed
def test_what_the_user_lays_into_a_site_stays(moment: float | None, built: World, worlds: Worlds) -> None:
    record(built)
    for name, thing in LAID.items():
        lay(built.site / name, thing)
    built.look()
    before = built.users(LAID)
    worlds.broken_off(built, "articles", moment)
    assert built.users(LAID) == before
    # Laid there after the build that was killed.
    lay(built.site / "late.txt", "file")
    lay(built.site / "articles" / "late" / "late.txt", "file")
    mine = (*LAID, "late.txt", "articles/late")
    before = built.users(mine)
    for content in ("articles", "name", "enclosures", "other enclosures", "first", "first"):
        expected = worlds.edit(built, content)
        built.look()
        done = build(built)
        assert built.users(mine) == before
        assert built.lost("outer/root/site") == {}
        well(done)
        stands(built, expected, *mine)


def test_rights_and_times_of_the_users_files_stay(built: World, worlds: Worlds) -> None:
    record(built)
    lay(built.site / "articles/mine/file", "file")
    (built.site / "articles/mine").chmod(0o700)
    (built.site / "articles/mine/file").chmod(0o400)
    os.utime(built.site / "articles/mine/file", ns=(1, 1))
    before = built.users(["articles/mine"])
    for content in ("articles", "name"):
        worlds.edit(built, content)
        well(build(built))
        assert built.users(["articles/mine"]) == before


def test_folders_that_are_remembered(built: World, worlds: Worlds, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that need not open the folders of a site knows what was laid there all the same."""
    record(built)
    monkeypatch.setattr(dir_cache, "SETTLED", -(10**10))
    for content in ("first", "name", "name"):
        worlds.edit(built, content)
        well(build(built))
    # The system's clock has to move on.
    time.sleep(0.05)
    for name, thing in LAID.items():
        lay(built.site / name, thing)
    lay(built.site / COMING, "file")
    before = built.users([*LAID, COMING])
    worlds.edit(built, "articles")
    built.look()
    refused(built, build(built), COMING)
    (built.site / COMING).unlink()
    time.sleep(0.05)
    well(build(built))
    stands(built, worlds.sites["articles"], *LAID)
    assert built.users(LAID) == {name: entry for name, entry in before.items() if name != COMING}


# What lies where a page must come: the name where it lies, and what it is.
COLLISIONS = {
    "a file": {COMING: "file"},
    "an empty file": {COMING: "text "},
    "a folder": {COMING: "folder"},
    "an empty folder": {COMING: "empty"},
    "a link to a file": {COMING: "link ../../../content/index.md"},
    "a link to a page": {COMING: "link ../../index.html"},
    "a link to nothing": {COMING: "link nowhere"},
    "a hard link": {COMING: "hard ../../../content/index.md"},
    "a pipe": {COMING: "pipe"},
    "a file where its folder must come": {"articles/article-001001": "file"},
    "a link where its folder must come": {"articles/article-001001": "link ../../../elsewhere"},
    "a link to another page's folder": {"articles/article-001001": "link article-000000"},
    "a link to nothing where its folder must come": {"articles/article-001001": "link nowhere"},
    "a pipe where its folder must come": {"articles/article-001001": "pipe"},
}


@pytest.mark.parametrize(
    ("collision", "moment"), some(product(COLLISIONS, MOMENTS), 3, lambda case: case[1] is None)
)
def test_what_lies_where_a_page_must_come_is_told_and_stays(
    collision: str, moment: float | None, built: World, worlds: Worlds
) -> None:
    record(built)
    for name, thing in COLLISIONS[collision].items():
        lay(built.site / name, thing)
    before = built.users(COLLISIONS[collision])
    worlds.broken_off(built, "articles", moment)
    built.look()
    assert built.users(COLLISIONS[collision]) == before
    refused(built, build(built), *COLLISIONS[collision])
    # The site of before is whole.
    stands(built, worlds.sites["first"], *COLLISIONS[collision])
    for name in COLLISIONS[collision]:
        path = built.site / name
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    well(build(built))
    stands(built, worlds.sites["articles"])


def test_all_that_lies_in_the_way_is_told_at_once(built: World, worlds: Worlds) -> None:
    record(built)
    names = ("pictures", "extra/file", "extra/more/file")
    for name in names:
        lay(built.site / name, "file")
    worlds.edit(built, "enclosures")
    built.look()
    refused(built, build(built), *names)


@pytest.mark.parametrize("words", [("--offline",), ("--replace", "--offline")])
def test_what_lies_where_a_site_without_a_server_has_a_page(
    words: tuple[str, ...], built: World, worlds: Worlds
) -> None:
    record(built)
    lay(built.site / "articles/article-000000.html", "file")
    built.look()
    if "--replace" in words:
        well(build(built, *words))
        assert built.lost("outer/root/site") == {}
    else:
        refused(built, build(built, *words), "articles/article-000000.html")


@pytest.mark.parametrize("moment", [moment for moment in MOMENTS if moment is not None])
def test_what_is_laid_where_a_killed_build_had_yet_to_put_a_page(
    moment: float, built: World, worlds: Worlds
) -> None:
    """Whatever that build had decided: it did not write this file."""
    record(built)
    worlds.broken_off(built, "articles", moment)
    if os.path.lexists(built.site / COMING):
        well(build(built))
        stands(built, worlds.sites["articles"])
        return
    lay(built.site / COMING, "file")
    before = built.users([COMING])
    done = build(built)
    assert built.users([COMING]) == before
    assert (done.code, COMING in done.told) == (1, True), done.told
    (built.site / COMING).unlink()
    well(build(built))
    stands(built, worlds.sites["articles"])


# What somebody makes of what a build wrote, and whether a build can go on with it.
SPOILT = {
    "another page": ({"articles/article-000000/index.html": "text <p>mine</p>"}, True),
    "a folder in the place of a page": ({"articles/article-000000/index.html": "folder"}, False),
    "a folder in the place of a page that goes": ({GOING: "folder"}, None),
    "a file in the place of a folder": ({"outlets": "file"}, False),
    "a file in the place of a page's folder": ({"articles/article-000000": "file"}, False),
    "a file in the place of the folder of a page that goes": ({"articles/article-000003": "file"}, None),
    "a link to a file of the content": ({"articles/article-000000/index.html": "link ../../../content/index.md"}, None),
    "a link to a file, of a page that goes": ({GOING: "link ../../../content/index.md"}, None),
    "a hard link to a file of the content": ({"articles/article-000000/index.html": "hard ../../../content/index.md"}, None),
    "a hard link, of a page that goes": ({GOING: "hard ../../../content/index.md"}, None),
    "a link in the place of a page's folder": ({"articles/article-000000": "link ../../content"}, False),
    "a link to a folder with such files": ({"data": "link ../../elsewhere"}, False),
    "a link to the content": ({"data": "link ../content"}, False),
    "a link in the place of a large folder": ({"articles": "link ../../elsewhere"}, False),
    "a link in the place of the folder of a page that goes": ({"articles/article-000003": "link ../../../elsewhere/article-000003"}, None),
    "a link to nothing": ({"topics": "link nowhere"}, False),
    "a pipe in the place of a page": ({"articles/article-000000/index.html": "pipe"}, None),
    "a pipe in the place of what was cut from the former site": ({"data/articles.json": "pipe"}, None),
    "a link in the place of what was cut from the former site": ({"data/claims.json": "link ../../../elsewhere/claims.json"}, None),
    "a folder in the place of what was cut": ({"search/search_index.json": "folder"}, False),
    "a site without its pages": ({"articles": "empty"}, True),
}  # fmt: skip


@pytest.mark.parametrize(
    ("spoilt", "content", "moment"),
    some(
        product(SPOILT, ["articles", "name"], MOMENTS),
        18,
        lambda case: "link" in case[0] and case[1:] == ("articles", None),
    ),
)
def test_what_the_user_makes_of_a_written_file(
    spoilt: str, content: str, moment: float | None, built: World, worlds: Worlds
) -> None:
    """Nothing is written or removed through a link, and a folder with files in it is no page to be replaced."""
    record(built)
    things, possible = SPOILT[spoilt]
    for name, thing in things.items():
        lay(built.site / name, thing)
    expected = worlds.edit(built, content)
    before = {name: entry for name, entry in built.users(things).items() if name not in worlds.sites["first"]}
    built.look()
    worlds.broken_off(built, content, moment)
    assert built.lost("outer/root/site") == {}
    assert before.items() <= losses.snapshot(built.site).items()
    built.look()
    done = build(built)
    assert built.lost("outer/root/site") == {}
    assert before.items() <= losses.snapshot(built.site).items()
    if done.code == 0:
        assert possible is not False, done.told
        stands(
            built, expected, *before.keys() - {"articles"}, *(name for name in things if name not in expected)
        )
    else:
        assert not possible
        refused(built, done, *things)
