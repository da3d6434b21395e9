"""No site is built where something else belongs, however that place is spelt and whatever leads to it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.__main__ import cli as mkdocs

from tests.build import ferries, losses
from tests.build.losses import RECORD, World, Worlds, build, lay, record, refused, some, well, write

CONTENT_ELSEWHERE = {"docs_dir": "../else/content"}
LOOKS = {"theme": "{name: material, font: false, custom_dir: looks/own}"}
PRIVATE = {"VARIORUM_SOURCES": "../private"}
VAULT = {"VARIORUM_SOURCES": "../vault/private"}

# Where a site is to be built, from the root; what else stands in mkdocs.yml, or is set.
PLACES: dict[str, tuple[str, dict[str, str]]] = {
    "the content": ("content", {}),
    "in the content": ("content/deep/site", {}),
    "a folder of the content": ("content/articles", {}),
    "around the content": ("in", {"docs_dir": "in/content"}),
    "content elsewhere": ("../else/content", CONTENT_ELSEWHERE),
    "around content elsewhere": ("../else", CONTENT_ELSEWHERE),
    "in content elsewhere": ("../else/content/site", CONTENT_ELSEWHERE),
    "the templates": ("templates", {}),
    "in the templates": ("templates/site", {}),
    "a folder of the templates": ("templates/parts", {}),
    "templates that are not there yet": ("templates", {"without": "templates"}),
    "the theme's own": ("own", {}),
    "in the theme's own": ("own/site", {}),
    "around the theme's own": ("looks", LOOKS),
    "the private texts": ("sources", {}),
    "in the private texts": ("sources/site", {}),
    "empty private texts": ("sources", {"empty": "sources"}),
    "private texts that are not there yet": ("sources", {"without": "sources"}),
    "private texts that are named": ("../private", PRIVATE),
    "in private texts that are named": ("../private/site", PRIVATE),
    "around private texts that are named": ("../vault", VAULT),
    "private texts while others are named": ("sources/site", PRIVATE),
    "git": (".git", {}),
    "in git": (".git/site", {}),
    "a folder of git": (".git/objects", {}),
    "git above": ("../.git", {}),
    "in git above": ("../.git/hooks/site", {}),
    "git further above": ("../../.git/site", {}),
    "the cache": (".variorum", {}),
    "in the cache": (".variorum/site", {}),
    "the cache that is not there yet": (".variorum/site", {"without": ".variorum"}),
    "the root": (".", {}),
    "above the root": ("..", {}),
    "further above the root": ("../..", {}),
    "the root, of content elsewhere": (".", CONTENT_ELSEWHERE),
    "above the root, of content elsewhere": ("..", CONTENT_ELSEWHERE),
}


def linked(world: World, target: Path) -> str:
    """A link in the place of the site."""
    (world.root / "site").symlink_to(target)
    return "site"


def linked_twice(world: World, target: Path) -> str:
    """A link to a link to a link, and from here and there."""
    (world.root / "site").symlink_to("../hop")
    (world.outer / "hop").symlink_to("elsewhere/hop")
    (world.outer / "elsewhere" / "hop").symlink_to(target)
    return "site"


def linked_above(world: World, target: Path) -> str:
    """A link to the folder above."""
    (world.root / "way").symlink_to(target.parent)
    return f"way/{target.name}"


def linked_from_outside(world: World, target: Path) -> str:
    """The way to the root, or to the folder above the site, leads through a link; the rest is plain."""
    start = world.root if target.is_relative_to(world.root) else target.parent
    (world.place / "door").symlink_to(start)
    return f"{world.place}/door/{target.relative_to(start)}"


SPELLINGS: dict[str, Callable[[World, Path], str]] = {
    "plain": lambda world, target: os.path.relpath(target, world.root),
    "round about": lambda world, target: f"./no/such/../../{os.path.relpath(target, world.root)}",
    "through a file": lambda world, target: f"README.md/../{os.path.relpath(target, world.root)}",
    "a stroke behind": lambda world, target: f"{os.path.relpath(target, world.root)}/",
    "strokes": lambda world, target: f".//{os.path.relpath(target, world.root).replace('/', '//')}//.",
    "from the top": lambda world, target: str(target),
    "from the top, round about": lambda world, target: (
        f"{world.root}/x/../{os.path.relpath(target, world.root)}"
    ),
    "a link": linked,
    "a link to a link": linked_twice,
    "a link above": linked_above,
    "a link from outside": linked_from_outside,
}


def arrange(place: str, world: World, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, dict[str, str]]:
    """Make a world in which a site would be at a place where it may not be; return that place and more for mkdocs.yml."""
    name, more = PLACES[place]
    more = dict(more)
    if "VARIORUM_SOURCES" in more:
        monkeypatch.setenv("VARIORUM_SOURCES", str((world.root / more.pop("VARIORUM_SOURCES")).resolve()))
    if "docs_dir" in more:
        (world.root / "content").rename(_made(world.root / more["docs_dir"]))
    if "theme" in more:
        (world.root / "own").rename(_made(world.root / "looks/own"))
    if "without" in more:
        shutil.rmtree(world.root / more.pop("without"), ignore_errors=True)
    if "empty" in more:
        folder = world.root / more.pop("empty")
        shutil.rmtree(folder)
        folder.mkdir()
    if place.startswith("git further"):
        write(world.place, {".git/HEAD": "ref: main"})
    return Path(os.path.normpath(world.root / name)), more


def _made(path: Path) -> Path:
    path = Path(os.path.normpath(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def mkdocs_refuses(world: World, site_dir: str, more: dict[str, str]) -> bool:
    """Return whether MkDocs' own rule, which knows no links, holds this site for one in or around the content.

    It tells so in its own words, before any plugin is asked; these have no code.
    """
    content = os.path.normpath(world.root / more.get("docs_dir", "content"))
    site = os.path.normpath(world.root / site_dir)
    return f"{content}/".startswith(f"{site.rstrip('/')}/") or f"{site}/".startswith(f"{content}/")


def check(world: World, site_dir: str, more: dict[str, str], *words: str) -> None:
    """Check that a build into this place is refused and changes nothing."""
    world.settle(site_dir=f'"{site_dir}"', **more)
    # Beside content that is elsewhere there is a cache as well.
    world.ours = ("outer/root/.variorum", "outer/else/.variorum")
    world.look()
    done = build(world, *words, within=world.place)
    refused(
        world,
        done,
        "site_dir" if mkdocs_refuses(world, site_dir, more) else "",
        code=not mkdocs_refuses(world, site_dir, more),
    )


EVERY = [(place, spelling) for place in PLACES for spelling in SPELLINGS]


@pytest.mark.parametrize(("place", "spelling"), some(EVERY, 36))
def test_a_site_where_something_else_belongs_is_refused(
    place: str, spelling: str, bare: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, more = arrange(place, bare, monkeypatch)
    check(bare, SPELLINGS[spelling](bare, target), more)


@pytest.mark.parametrize(("place", "spelling"), some(EVERY, 12))
def test_replace_is_no_way_round(
    place: str, spelling: str, bare: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, more = arrange(place, bare, monkeypatch)
    check(bare, SPELLINGS[spelling](bare, target), more, "--replace")


@pytest.mark.parametrize(("place", "spelling"), some(EVERY, 12))
def test_a_record_that_lies_there_is_no_way_round(
    place: str, spelling: str, built: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody built it there by another name, or laid the record there."""
    found = record(built)
    target, more = arrange(place, built, monkeypatch)
    target.mkdir(parents=True, exist_ok=True)
    shutil.copy2(found, target / RECORD)
    shutil.rmtree(built.site)
    check(built, SPELLINGS[spelling](built, target), more)


@pytest.mark.parametrize(
    "place", ["in the content", "in the templates", "in the private texts", "in git", "in git above"]
)
def test_a_whole_site_that_was_built_there_is_no_way_round(
    place: str, built: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, more = arrange(place, built, monkeypatch)
    target.parent.mkdir(parents=True, exist_ok=True)
    built.site.rename(target)
    (built.root / "site").symlink_to(target)
    check(built, "site", more)


@pytest.mark.parametrize("place", some(PLACES, 12))
def test_mkdocs_itself_does_not_build_there(place: str, bare: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """``mkdocs build``, with the place in its settings and on its command line."""
    target, more = arrange(place, bare, monkeypatch)
    for named in (True, False):
        bare.settle(**more, **({} if named else {"site_dir": f'"{target}"'}))
        bare.ours = ("outer/root/.variorum", "outer/else/.variorum")
        bare.look()
        words = [
            "build",
            "--strict",
            "--quiet",
            "-f",
            bare.root / "mkdocs.yml",
            *(["-d", target] if named else []),
        ]
        done = losses.run(*words, command=mkdocs, within=bare.place)
        assert bare.lost() == {}
        assert done.code == 1, done.told


# What belongs to a site may itself be a link to a place that would do for a site otherwise.
LED = {
    "content": "content",
    "templates": "templates",
    "the theme's own": "own",
    "private texts": "sources",
    "git": ".git",
    "the cache": ".variorum",
}


@pytest.mark.parametrize("site_dir", ["../real", "../real/site"])
@pytest.mark.parametrize("led", LED)
def test_a_place_that_something_else_links_to(led: str, site_dir: str, bare: World) -> None:
    name = LED[led]
    if name == ".variorum":
        (bare.outer / "real").mkdir()
    else:
        (bare.root / name).rename(bare.outer / "real")
    (bare.root / name).symlink_to("../real")
    bare.settle(site_dir=site_dir)
    bare.ours = ("outer/root/.variorum",)
    bare.look()
    done = build(bare)
    # A lock in the cache is the cache's.
    assert bare.lost(*(["outer/real/lock"] if name == ".variorum" else [])) == {}
    assert done.code == 1, done.told
    assert losses.CODE.search(done.told), done.told


def test_a_template_or_text_that_is_a_link_is_not_a_place(bare: World) -> None:
    """Only folders belong to somebody; and beside what one of their files links to there is room."""
    write(bare.root, {"shared/one.html": "<p>one</p>"})
    (bare.root / "templates/parts/one.html").symlink_to("../../shared/one.html")
    bare.settle(site_dir="shared/public")
    well(build(bare))


@pytest.mark.parametrize(
    "site_dir", ["site", "public", "../public", "deep/down/site", "contents", "content-site", "sources-site", "templates.site",
    "own2", "../root-site", ".site", ".variorum-site", ".gitignored"],
)  # fmt: skip
def test_places_that_only_look_alike(site_dir: str, bare: World, worlds: Worlds) -> None:
    bare.settle(site_dir=site_dir)
    bare.look()
    target = Path(os.path.normpath(bare.root / site_dir))
    top = (
        Path(os.path.normpath(bare.root / site_dir.split("/")[0]))
        if not site_dir.startswith("..")
        else target
    )
    for content in ("first", "articles"):
        expected = worlds.edit(bare, content)
        bare.settle(site_dir=site_dir)
        bare.look()
        well(build(bare))
        assert losses.pages(target) == expected
        beside = target.with_name(f".{target.name}.next")
        assert bare.lost(str(top.relative_to(bare.place)), str(beside.relative_to(bare.place))) == {}
        assert not beside.exists()


@pytest.mark.parametrize("empty", [True, False])
def test_a_site_that_is_a_link_to_a_harmless_folder(empty: bool, bare: World, worlds: Worlds) -> None:
    """Somebody publishes from another folder: either it is built there, or nothing happens; the link stays."""
    lay(bare.outer / "public", "empty" if empty else "folder")
    bare.site.symlink_to("../public")
    before = losses.snapshot(bare.outer)["root/site"]
    for content in ("first", "articles"):
        worlds.edit(bare, content)
        bare.look()
        mine = {name: entry for name, entry in bare.seen.items() if name == "outer/public/mine.txt"}
        done = build(bare)
        assert bare.lost("outer/public", "outer/.public.next") == {}
        assert mine.items() <= losses.snapshot(bare.place).items()
        assert losses.snapshot(bare.outer)["root/site"] == before
        if empty and done.code == 0:
            lay(bare.outer / "public/mine.txt", "file")
        elif not empty:
            refused(bare, done, "mine.txt")


def test_a_site_on_a_shared_way(bare: World, worlds: Worlds) -> None:
    """Two sites whose folders lie in each other: the one around counts the other's files as the user's."""
    well(build(bare))
    record(bare)
    inner = bare.site / "inner"
    shutil.copytree(
        bare.root, other := bare.outer / "other", ignore=shutil.ignore_patterns("site", ".variorum")
    )
    ferries.settle(other, {"site_dir": str(inner), "site_name": "Boats"})
    well(losses.run("build", "-C", other))
    before = losses.snapshot(inner)
    assert RECORD in before
    for content in ("articles", "first"):
        expected = worlds.edit(bare, content)
        well(build(bare))
        assert losses.snapshot(inner) == before
        losses.stands(bare, expected, "inner")
