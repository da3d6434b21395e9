"""The other commands, too, remove and replace only what they or a build wrote: clean, serve, export, new, and make clean."""

from __future__ import annotations

import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.build import losses
from tests.build.losses import (
    GOING,
    MOMENTS,
    RECORD,
    STAGING,
    World,
    Worlds,
    build,
    lay,
    record,
    run,
    some,
    well,
    write,
)
from tests.build.test_foreign_files import LAID, SPOILT
from tests.build.test_foreign_files_aside import BESIDE, DAMAGES, HOSTILE, named, short
from tests.build.test_foreign_files_places import PLACES, SPELLINGS, arrange
from tests.conftest import ROOT
from tests.thorough import times

# --- clean ------------------------------------------------------------------------------------------------------------


def clean(world: World, **more: object) -> losses.Done:
    """Run ``variorum clean``; its steps are looked for in everything around the site."""
    done = run("clean", "-C", world.root, within=world.place, **more)  # type: ignore[arg-type]
    assert "No such command" not in done.told, done.told
    return done


def test_clean_removes_what_builds_made_and_leaves_the_rest(built: World) -> None:
    record(built)
    for name, thing in LAID.items():
        lay(built.site / name, thing)
    before = built.users(LAID)
    built.look()
    for number in range(2):
        done = clean(built)
        # The second time there is nothing to be cleaned, and somebody may say so.
        assert done.code == 0 or number, done.told
        assert built.lost("outer/root/site") == {}
        assert built.users(LAID) == before
        assert losses.pages(built.site).keys() == {
            name for name, entry in before.items() if entry.kind == "file"
        }
        assert not os.path.lexists(built.site / RECORD)
        assert not (built.root / ".variorum").exists()
        assert not built.staging.exists()


def test_clean_leaves_no_empty_folders(built: World, worlds: Worlds) -> None:
    record(built)
    built.look()
    well(clean(built))
    assert built.lost("outer/root/site") == {}
    assert not built.site.exists() or list(built.site.iterdir()) == []
    well(build(built))
    losses.stands(built, worlds.sites["first"])


def test_clean_where_nothing_was_built(bare: World) -> None:
    bare.look()
    well(clean(bare))
    assert bare.lost() == {}


def test_clean_after_a_killed_build(decided: World) -> None:
    lay(decided.site / "late/late.txt", "file")
    users = ["CNAME", "mine", "more", ".git", "late"]
    before = decided.users(users)
    decided.look()
    well(clean(decided))
    assert decided.lost("outer/root/site") == {}
    assert decided.users(users) == before
    left = {name.split("/")[0] for name in losses.snapshot(decided.site)}
    assert left == set(users)
    assert not decided.staging.exists()
    assert not (decided.root / ".variorum").exists()


@pytest.mark.parametrize("moment", [moment for moment in MOMENTS if moment is not None])
def test_clean_is_killed(moment: float, built: World) -> None:
    record(built)
    for name, thing in LAID.items():
        lay(built.site / name, thing)
    before = built.users(LAID)
    steps = clean(built.copy(built.place.with_name("copy"))).steps
    built.look()
    clean(built, kill=int(moment * steps))
    assert built.users(LAID) == before
    done = clean(built)
    assert done.code in (0, 1)
    assert built.lost("outer/root/site") == {}
    assert built.users(LAID) == before
    assert losses.pages(built.site).keys() == {name for name, entry in before.items() if entry.kind == "file"}
    assert done.code or not (built.root / ".variorum").exists()


@pytest.mark.parametrize("damage", some(DAMAGES, 6))
def test_clean_with_a_damaged_record_leaves_the_site(damage: str, mine: World) -> None:
    path = record(mine)
    DAMAGES[damage](path, path.read_bytes(), random.Random(damage))  # noqa: S311 - the same damage at every run
    mine.look()
    done = clean(mine)
    assert mine.lost() == {}
    assert done.code in (0, 1)
    assert "site" in done.told


@pytest.mark.parametrize("name", some(HOSTILE, 2, lambda name: name.startswith(("..", "more"))), ids=short)
def test_clean_with_a_record_of_names_that_no_build_wrote(name: str, mine: World, worlds: Worlds) -> None:
    """Sealed as the program would, if that can be found out."""
    path = record(mine)
    data = path.read_bytes()
    forged = named(data, name)
    path.write_bytes(losses.sealed(forged))
    users = [user for user in ("CNAME", "mine", "more", ".git") if not name.startswith(user)]
    before = mine.users(users)
    mine.look()
    done = clean(mine)
    assert mine.lost("outer/root/site") == {}
    assert mine.users(users) == before
    assert done.code in (0, 1)


@pytest.mark.parametrize("beside", some(BESIDE, 4))
def test_clean_leaves_what_no_build_laid_beside_the_site(beside: str, built: World) -> None:
    record(built)
    for name, thing in BESIDE[beside].items():
        lay(built.staging / name, thing)
    built.ours = ("outer/root/.variorum",)
    built.look()
    done = clean(built)
    assert built.lost("outer/root/site") == {}
    assert STAGING in done.told


@pytest.mark.parametrize("spoilt", some(SPOILT, 6))
def test_clean_follows_no_link(spoilt: str, built: World, worlds: Worlds) -> None:
    record(built)
    things, _ = SPOILT[spoilt]
    for name, thing in things.items():
        lay(built.site / name, thing)
    before = {name: entry for name, entry in built.users(things).items() if name not in worlds.sites["first"]}
    # Folders of the user's that are empty look like those that a build leaves.
    before = {
        name: entry
        for name, entry in before.items()
        if entry.kind != "folder" or "empty" not in things.values()
    }
    built.look()
    done = clean(built)
    assert built.lost("outer/root/site") == {}
    assert built.users(before) == before
    assert done.code in (0, 1)


@pytest.mark.parametrize(
    ("place", "spelling"), some([(place, spelling) for place in PLACES for spelling in SPELLINGS], 14)
)
def test_clean_where_something_else_belongs(
    place: str, spelling: str, built: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even where a record lies there."""
    found = record(built).read_bytes()
    shutil.rmtree(built.site)
    target, more = arrange(place, built, monkeypatch)
    target.mkdir(parents=True, exist_ok=True)
    write(target, {RECORD: found, GOING: "mine", "index.html": "mine"})
    built.settle(site_dir=f'"{SPELLINGS[spelling](built, target)}"', **more)
    built.ours = ("outer/root/.variorum", "outer/else/.variorum") if "cache" not in place else ()
    built.look()
    done = clean(built)
    may = ["outer/root/.variorum"] if "cache" in place else []
    assert built.lost(*may) == {}
    assert done.code in (0, 1)


@pytest.mark.parametrize(
    "thing", ["file", "pipe", "link nowhere", "link site", "link ../letter.txt", "link ../elsewhere"]
)
def test_clean_of_a_site_that_is_no_folder(thing: str, bare: World) -> None:
    lay(bare.site, thing)
    bare.look()
    done = clean(bare)
    assert bare.lost() == {}
    assert done.code in (0, 1)


def test_clean_waits_for_no_settings(built: World) -> None:
    """Where the settings are broken nobody knows where the site is: nothing is guessed."""
    record(built)
    (built.root / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")
    built.look()
    done = clean(built)
    assert built.lost("outer/root/site") == {}
    assert done.code in (0, 1)


def test_make_clean(built: World) -> None:
    """In a checkout of which only the Makefile is ours; its environment passes on what it is asked."""
    record(built)
    for name in ("Makefile", "pyproject.toml", "requirements"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, built.root / name)
    (built.root / ".venv/bin").mkdir(parents=True)
    call = f'cd {built.root} && PYTHONPATH={ROOT} exec {sys.executable} -m builder "$@"\n'
    for name, text in {
        "variorum": f"#!/bin/sh\n{call}",
        "python": f'#!/bin/sh\n[ "$1 $2" = "-m builder" ] || exit 0\nshift 2\n{call}',
    }.items():
        path = built.root / ".venv/bin" / name
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)
    for name in (".build-ready", ".dev-ready"):
        (built.root / ".venv" / name).touch()
    for name, thing in LAID.items():
        lay(built.site / name, thing)
    before = built.users(LAID)
    for folder in ("builder", "scripts", "tests"):
        write(built.root, {f"{folder}/mine.py": "mine"})
    built.look()
    done = subprocess.run(["make", "clean"], cwd=built.root, capture_output=True, text=True, check=False)
    assert built.users(LAID) == before, done.stdout + done.stderr
    assert built.lost("outer/root/site", "outer/root/.venv") == {}
    assert done.returncode == 0, done.stderr
    assert losses.pages(built.site).keys() == {name for name, entry in before.items() if entry.kind == "file"}


# --- serve ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def interruptible() -> Iterator[None]:
    """What is started hears Ctrl-C: a run that a script put into the background ignores it, and so would all that it starts."""
    former = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, former)


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("site_dir", ["site", "templates"])
def test_serve_touches_no_site(site_dir: str, built: World, port: int) -> None:
    """Pages are served from a folder of the server's own; and that is all that is gone afterwards."""
    for name, thing in LAID.items():
        lay(built.site / name, thing)
    lay(built.staging, "folder")
    built.settle(site_dir=site_dir)
    temporary = built.place / "temporary"
    write(temporary, {"mine.txt": "mine", ".mkdocs.next/mine.txt": "mine", "mkdocs_mine/index.html": "mine"})
    built.ours = ("outer/root/.variorum",)
    built.look()
    command = [sys.executable, "-m", "builder", "serve", "-C", str(built.root), "-a", f"127.0.0.1:{port}"]
    log = built.place.with_name("log")
    with log.open("wb") as out:
        server = subprocess.Popen(
            command,
            cwd=ROOT,
            stdout=out,
            stderr=out,
            env={**os.environ, "TMPDIR": str(temporary), "PYTHONUNBUFFERED": "1"},
        )
    article = built.root / "content/articles/article-000000.md"
    try:
        _until(lambda: b"Serving on" in log.read_bytes() or server.poll() is not None)
        if server.poll() is None:
            time.sleep(0.3)
            article.write_text(article.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
            _until(lambda: log.read_bytes().count(b"Documentation built") > 1 or server.poll() is not None)
    finally:
        server.send_signal(signal.SIGINT)
        try:
            server.wait(timeout=60)
        finally:
            # One that stays would run on, and be told of as the fault of whichever test comes later.
            server.kill()
            server.wait()
    assert built.lost(str(article.relative_to(built.place))) == {}
    told = log.read_text(encoding="utf-8")
    assert "Traceback" not in told
    # With this site all is well: its own folder is nobody's business here.
    assert site_dir != "site" or "Serving on" in told, told


def _until(there: object) -> None:
    for _ in range(600):
        if there():  # type: ignore[operator]
            return
        time.sleep(0.1)
    pytest.fail("it does not come")


# --- export -----------------------------------------------------------------------------------------------------------


def export(world: World, folder: Path, **more: object) -> losses.Done:
    """Run ``variorum export``."""
    return run("export", "-C", world.root, folder, within=world.place, **more)  # type: ignore[arg-type]


@pytest.fixture
def exported(bare: World) -> World:
    """A world with an export of its first content in ``outer/out``."""
    well(export(bare, bare.outer / "out"))
    return bare


def written(folder: Path) -> dict[str, object]:
    """All files of an export but its list."""
    return {
        name: entry.what
        for name, entry in losses.snapshot(folder).items()
        if entry.kind == "file" and name != RECORD
    }


FOREIGN = {
    "a file": {"notes.txt": "file"},
    "a file deep in it": {"a/b.txt": "file"},
    "somebody's site": {"mkdocs.yml": "text site_name: Mine", "docs/index.md": "text Mine."},
    "a link": {"way": "link ../root/content"},
    "a link in the place of the pages": {"docs": "link ../root/content"},
    "a pipe": {"pipe": "pipe"},
    "a list that is a folder": {RECORD: "folder"},
    "a list that is a link": {RECORD: "link ../root/content/index.md"},
    "a list that is a link to a folder": {RECORD: "link ../root/content"},
    "a list that is a pipe": {RECORD: "pipe", "notes.txt": "file"},
    "a list that is no text": {RECORD: "file", "notes.txt": "file"},
}


@pytest.mark.parametrize("foreign", some(FOREIGN, 3, lambda foreign: "list" in foreign))
def test_an_export_into_a_folder_that_no_export_wrote(foreign: str, bare: World) -> None:
    for name, thing in FOREIGN[foreign].items():
        lay(bare.outer / "out" / name, thing)
    bare.look()
    done = export(bare, bare.outer / "out")
    assert bare.lost() == {}
    assert done.code in (1, 2), done.told


@pytest.mark.parametrize(
    "thing",
    ["file", "pipe", "link nowhere", "link out", "link letter.txt", "link elsewhere", "link root/content"],
)
def test_an_export_into_what_is_no_folder(thing: str, bare: World) -> None:
    lay(bare.outer / "out", thing)
    bare.look()
    done = export(bare, bare.outer / "out")
    assert bare.lost(*(["outer/nowhere"] if thing == "link nowhere" else [])) == {}
    assert done.code in (1, 2) or (thing, done.code) == ("link nowhere", 0), done.told


@pytest.mark.parametrize(
    "place", ["content", "sources", "templates", "own", ".git", "../.git", ".", "..", "content/articles"]
)
def test_an_export_where_something_else_belongs(place: str, bare: World) -> None:
    bare.look()
    done = export(bare, bare.root / place)
    assert bare.lost() == {}
    assert done.code in (1, 2), done.told


NAMES = (
    "../letter.txt", "docs/link/index.html", "docs/link/deep/index.html", "docs/../../letter.txt", "./docs/link/index.md",
    "way/index.html", "letter", "docs/letter.md", "", ".", "..", "docs", "docs/", "notes.txt", "docs/mine.md", "mine/notes.txt",
    ".git/HEAD", "../" * 3 + "letter.txt", "../root/content/index.md", "../root/mkdocs.yml",
)  # fmt: skip
STRANGE = ("x\0y", "x" * 5000, "a/" * 3000, "docs/link/\0")


@pytest.mark.parametrize("names", [NAMES, STRANGE], ids=["names", "strange names"])
@pytest.mark.parametrize("alone", [True, False])
@pytest.mark.parametrize("seal", [False, True])
def test_a_hostile_list_of_an_export(
    seal: bool, alone: bool, names: tuple[str, ...], exported: World
) -> None:
    """``alone``: in place of what the export wrote down; else in addition to it. ``seal``: sealed as the program would.

    A name that leads out, or nowhere, makes all of it nothing: the user's files that it names stay too.
    """
    out = exported.outer / "out"
    things = {
        "docs/link": "link ../../elsewhere", "way": "link ../elsewhere", "letter": "link ../letter.txt",
        "docs/letter.md": "link ../../letter.txt", "notes.txt": "file", "docs/mine.md": "file", "mine/notes.txt": "file",
        ".git/HEAD": "file",
    }  # fmt: skip
    for name, thing in things.items():
        lay(out / name, thing)
    names = (
        *names,
        str(exported.outer / "letter.txt"),
        str(exported.root / "content/index.md"),
        str(out / "notes.txt"),
    )
    former = (out / RECORD).read_bytes()
    if alone:
        # What is sealed says of which program and command it is in its first line.
        former = b"\n".join(former.split(b"\n")[:2]) + b"\n"
    forged = former + "\n".join([*names, ""]).encode()
    (out / RECORD).write_bytes(losses.sealed(forged) if seal else forged)
    mine = {name: entry for name, entry in losses.snapshot(out).items() if losses.within(name, things)}
    exported.look()
    done = export(exported, out)
    assert exported.lost("outer/out") == {}
    assert {
        name: entry for name, entry in losses.snapshot(out).items() if losses.within(name, things)
    } == mine
    assert done.code in (0, 1, 2), done.told


# What lies where an export writes: places of pages that it wrote, and of one that it will write.
EXPORTED = {
    "a link in the place of a page": ("docs/index.md", "link ../../root/content/index.md"),
    "a hard link in the place of a page": ("docs/index.md", "hard ../../root/content/index.md"),
    "a link in the place of a folder": ("docs/articles", "link ../../root/content/articles"),
    "a link in the place of all pages": ("docs", "link ../root/content"),
    "a link in the place of the data": ("docs/data", "link ../../elsewhere"),
    "a link in the place of the settings": ("mkdocs.yml", "link ../root/mkdocs.yml"),
    "a link in the place of the list": (RECORD, "link ../root/README.md"),
    "a folder in the place of a page": ("docs/index.md", "folder"),
    "a pipe in the place of a page": ("docs/index.md", "pipe"),
    "a file where a page comes": ("docs/articles/article-001001/index.md", "file"),
    "a link where a page comes": (
        "docs/articles/article-001001/index.md",
        "link ../../../../root/content/index.md",
    ),
    "a hard link where a page comes": (
        "docs/articles/article-001001/index.md",
        "hard ../../../../root/content/index.md",
    ),
    "a link to nothing where a page comes": (
        "docs/articles/article-001001/index.md",
        "link ../../../../root/content/new.md",
    ),
    "a folder where a page comes": ("docs/articles/article-001001/index.md", "folder"),
}


@pytest.mark.parametrize("way", some(EXPORTED, 8))
def test_what_lies_where_an_export_writes(way: str, exported: World, worlds: Worlds) -> None:
    out = exported.outer / "out"
    name, thing = EXPORTED[way]
    known = name in losses.snapshot(out)
    worlds.edit(exported, "articles")
    lay(out / name, thing)
    mine = {at: entry for at, entry in losses.snapshot(out).items() if losses.within(at, [name])}
    if known and thing not in ("folder",):
        # The name is the export's own, so what is called so may go; what it leads to may not.
        mine = {}
    exported.look()
    done = export(exported, out)
    assert exported.lost("outer/out") == {}
    assert mine.items() <= losses.snapshot(out).items()
    assert done.code in (0, 1, 2), done.told
    if mine:
        assert done.code != 0
        assert name in done.told


EXPORTS_MINE = {
    "notes.txt": "file", "docs/mine.md": "file", "docs/articles/mine.md": "file", "mine/notes.txt": "file", ".git/HEAD": "file",
    "docs/.hidden/x": "file", "way": "link ../root/content", "docs/way": "link ../../elsewhere", "pipe": "pipe",
    "empty": "empty", "site/index.html": "file",
}  # fmt: skip


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("fails", [False, True])
def test_an_export_is_replaced_and_the_users_files_stay(
    moment: float | None, fails: bool, exported: World, worlds: Worlds
) -> None:
    out = exported.outer / "out"
    for name, thing in EXPORTS_MINE.items():
        lay(out / name, thing)
    mine = {at: entry for at, entry in losses.snapshot(out).items() if losses.within(at, EXPORTS_MINE)}
    worlds.edit(exported, "articles")
    copy = exported.copy(exported.place.with_name("copy"))
    steps = export(copy, copy.outer / "out").steps
    exported.look()
    if moment is not None:
        export(exported, out, **{"fail" if fails else "kill": int(moment * steps)})
        assert exported.lost("outer/out", "outer/.out.next") == {}
        assert mine.items() <= losses.snapshot(out).items()
    lay(out / "docs/late.md", "file")
    mine |= {at: entry for at, entry in losses.snapshot(out).items() if at == "docs/late.md"}
    well(export(exported, out))
    assert exported.lost("outer/out") == {}
    assert mine.items() <= losses.snapshot(out).items()
    well(export(exported, exported.outer / "fresh"))
    assert written(out).items() >= written(exported.outer / "fresh").items()
    more = written(out).keys() - written(exported.outer / "fresh").keys()
    assert more == {at for at, entry in mine.items() if entry.kind == "file"}


# --- new --------------------------------------------------------------------------------------------------------------

USED = {
    "a file in it": {"notes.txt": "file"},
    "a folder in it": {"mine": "folder"},
    "an empty folder in it": {"mine": "empty"},
    "a link in it": {"way": "link ../root/content"},
    "a pipe in it": {"pipe": "pipe"},
    "settings": {"mkdocs.yml": "text site_name: Mine"},
    "git and a file": {".git/HEAD": "file", "README.md": "file"},
    "git": {".git/HEAD": "file"},
    "a file": {"": "file"},
    "a pipe": {"": "pipe"},
    "a link to a folder": {"": "link elsewhere"},
    "a link to an empty folder": {"": "link empty"},
    "a link to nothing": {"": "link nowhere"},
    "a link to itself": {"": "link mine"},
}


@pytest.mark.parametrize("used", USED)
def test_a_new_site_where_something_is(used: str, bare: World) -> None:
    (bare.outer / "empty").mkdir()
    for name, thing in USED[used].items():
        lay(bare.outer / "mine" / name, thing)
    bare.look()
    done = run("new", bare.outer / "mine", within=bare.place)
    if done.code == 0:
        # What may be done in a folder in which git has begun: nothing of it is lost.
        assert used == "git"
        assert set(bare.lost().values()) == {"new"}
    else:
        assert bare.lost() == {}
        assert done.code == 1


@pytest.mark.parametrize("place", ["mine/deep/down", "root/content/new", "elsewhere/deep/new"])
def test_a_new_site_in_a_folder_with_others(place: str, bare: World) -> None:
    bare.look()
    done = run("new", bare.outer / place, within=bare.place)
    assert set(bare.lost().values()) <= {"new"}
    assert done.code in (0, 1)


@pytest.mark.parametrize("there", [False, True])
def test_a_new_site_is_broken_off(there: bool, bare: World) -> None:
    """At any step, by a kill or a fault: nothing else goes, and what is called as the site is whole or empty."""
    if there:
        (bare.outer / "mine").mkdir()
    bare.look()
    copy = bare.copy(bare.place.with_name("copy"))
    steps = run("new", copy.outer / "mine", within=copy.place).steps
    whole = written(copy.outer / "mine")
    for how in ("kill", "fail"):
        for step in range(0, steps, times(10, 1)):
            done = run("new", bare.outer / "mine", within=bare.place, **{how: step})  # type: ignore[arg-type]
            lost = {name: what for name, what in bare.lost("outer/mine").items() if what != "new"}
            assert lost == {}
            found = written(bare.outer / "mine") if (bare.outer / "mine").is_dir() else {}
            assert found in ({}, whole)
            assert done.code in (0, 1, -9)
            shutil.rmtree(bare.outer / "mine", ignore_errors=True)
            for path in bare.outer.glob(".variorum-new-*"):
                shutil.rmtree(path)
            if there:
                (bare.outer / "mine").mkdir()


def test_what_appears_in_the_folder_of_a_new_site_stays(bare: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """While it is made: the last step does not remove it."""
    (bare.outer / "mine").mkdir()
    from builder.desk import new

    own = new.own_requirement

    def meanwhile() -> str:
        lay(bare.outer / "mine/notes.txt", "file")
        return own()

    monkeypatch.setattr(new, "own_requirement", meanwhile)
    done = run("new", bare.outer / "mine", within=bare.place)
    assert done.code == 1, done.told
    assert [path.name for path in (bare.outer / "mine").iterdir()] == ["notes.txt"]
    assert [path.name for path in bare.outer.glob(".variorum-new-*")] == []
