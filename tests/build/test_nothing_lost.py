"""A build removes and replaces only what builds wrote, in whatever folder it is told to write, before and after a crash."""

from __future__ import annotations

import os
import random
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.build import output, site_record
from builder.build.plan import HalfwayError
from builder.build.site_record import RECORD, Purpose
from builder.cli.main import main
from builder.content.problems import ContentError
from tests.build import ferries
from tests.conftest import ROOT
from tests.thorough import times

ARRANGEMENTS = times(60, 500)
"""Of files, records and broken-off builds that the property test tries."""


def snapshot(folder: Path) -> dict[str, object]:
    """Everything in a folder but what is kept between builds: bytes of files, targets of links, kinds of all else."""
    found: dict[str, object] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        mode = path.lstat().st_mode
        if ".variorum" in name.split("/"):
            continue
        if stat.S_ISLNK(mode):
            found[name] = str(path.readlink())
        elif stat.S_ISREG(mode):
            found[name] = path.read_bytes()
        else:
            found[name] = stat.S_IFMT(mode)
    return found


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of one story that was never built, with templates, full texts and a repository of its own."""
    root = ferries.write(tmp_path_factory.mktemp("original") / "root", 1, joint=False)
    for name in ("templates/own.html", "sources/a.txt", ".git/HEAD", "elsewhere/mine.txt"):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text("mine", encoding="utf-8")
    return root


@pytest.fixture
def root(original: Path, tmp_path: Path) -> Path:
    return ferries.copied(original, tmp_path / "around" / "root")


@pytest.fixture(scope="module")
def built_original(original: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = ferries.copied(original, tmp_path_factory.mktemp("built") / "root")
    ferries.run(root)
    return root


@pytest.fixture
def built(built_original: Path, tmp_path: Path) -> Path:
    """The same site, built."""
    return ferries.copied(built_original, tmp_path / "around" / "root")


def link(name: str, target: str) -> Callable[[Path], str]:
    def arrange(root: Path) -> str:
        (root / name).symlink_to(target)
        return name

    return arrange


def chain(root: Path) -> str:
    (root / "one").symlink_to("two")
    (root / "two").symlink_to("content")
    return "one"


def beside(root: Path) -> str:
    (root / "near").symlink_to("sources")
    return "near/../sources/./site"


PLACES: dict[str, Callable[[Path], str]] = {
    "the full texts": lambda root: "sources",
    "within the full texts": lambda root: "sources/site",
    "the templates": lambda root: "templates",
    "within the templates": lambda root: "templates/a/b",
    "the theme": lambda root: "own",
    "within the theme": lambda root: "own/site",
    "the repository": lambda root: ".git",
    "within the repository": lambda root: ".git/site",
    "the cache": lambda root: ".variorum/site",
    "another spelling": lambda root: "./x/..//sources/",
    "absolute": lambda root: str(root / "templates"),
    "a link to the content": link("site", "content"),
    "a link into the content": link("site", "content/articles"),
    "a link to the root": link("site", "."),
    "a link above the root": link("site", ".."),
    "a chain of links": chain,
    "through a link": beside,
    "through a linked folder": lambda root: f"{link('near', 'sources')(root)}/site",
}


def refused(root: Path, code: str, **more: object) -> str:
    """Build, and check that it is refused with nothing changed; return what was told."""
    before = snapshot(root.parent)
    told, plugin = ferries.tried(root, **more)
    assert plugin is None
    assert any(f"[{code} " in line for line in told), told
    assert snapshot(root.parent) == before
    return "\n".join(told)


@pytest.mark.parametrize("place", PLACES)
def test_no_site_near_what_somebody_wrote(place: str, root: Path) -> None:
    refused(root, "V016", site_dir=PLACES[place](root))


def test_no_site_in_the_repository_of_a_worktree(root: Path) -> None:
    shutil.rmtree(root / ".git")
    common = root.parent / "common"
    (common / "worktrees" / "root").mkdir(parents=True)
    (root / ".git").write_text(f"gitdir: {common}/worktrees/root\n", encoding="utf-8")
    refused(root, "V016", site_dir=str(common / "objects"))


def test_no_site_in_named_full_texts(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = root.parent / "texts"
    texts.mkdir()
    (texts / "a.txt").write_text("mine", encoding="utf-8")
    monkeypatch.setenv("VARIORUM_SOURCES", str(texts))
    refused(root, "V016", site_dir=str(texts))


def test_a_folder_with_files_is_refused_and_named(root: Path) -> None:
    assert "mine.txt" in refused(root, "V017", site_dir="elsewhere")


def test_a_link_to_a_folder_of_its_own_is_followed(root: Path) -> None:
    (root.parent / "public").mkdir()
    (root / "site").symlink_to(root.parent / "public")
    ferries.run(root)
    assert (root.parent / "public" / "index.html").is_file()
    assert (root / "site").is_symlink()


@pytest.mark.parametrize("kind", ["file", "pipe", "loop"])
def test_what_is_no_folder_is_refused(kind: str, root: Path) -> None:
    site = root / "site"
    match kind:
        case "file":
            site.write_text("mine", encoding="utf-8")
        case "pipe":
            os.mkfifo(site)
        case "loop":
            site.symlink_to("site")
    refused(root, "V017")


def damage(record: Path, how: str) -> None:
    data = record.read_bytes()
    match how:
        case "lost":
            record.unlink()
        case "empty":
            record.write_bytes(b"")
        case "cut":
            record.write_bytes(data[:-20])
        case "flipped":
            record.write_bytes(data[:70] + bytes([data[70] ^ 1]) + data[71:])
        case "a link":
            record.rename(record.parent.parent / "record")
            record.symlink_to(record.parent.parent / "record")
        case "a folder":
            record.unlink()
            record.mkdir()
        case "another kind":
            site_record.write_record(
                record.parent, site_record.read_record(record.parent, Purpose.SITE), Purpose.EXPORT
            )


@pytest.mark.parametrize("how", ["lost", "empty", "cut", "flipped", "a link", "a folder", "another kind"])
def test_without_a_whole_record_all_files_are_strangers(how: str, built: Path) -> None:
    (built / "site" / "CNAME").write_text("mine", encoding="utf-8")
    damage(built / "site" / RECORD, how)
    told = refused(built, "V017")
    assert "404.html, CNAME, articles/" in told


@pytest.mark.parametrize(
    "names",
    [["../content/stories.yml"], ["/etc/passwd"], ["a//b"], ["a/./b"], ["a/../../content/index.md"], [""]],
)
def test_a_record_that_leads_out_is_none(names: list[str], built: Path) -> None:
    site_record.write_record(built / "site", [*names, "index.html"], Purpose.SITE)
    refused(built, "V017")


def lay_strangers(site: Path) -> dict[str, object]:
    """Lay files, links and folders of somebody's into a site."""
    (site / "CNAME").write_text("mine", encoding="utf-8")
    (site / ".nojekyll").touch()
    (site / ".git").write_text("gitdir: /elsewhere\n", encoding="utf-8")
    (site / "articles" / ".hidden").write_text("mine", encoding="utf-8")
    (site / "articles" / "notes").mkdir()
    (site / "articles" / "notes" / "a.png").write_bytes(b"mine")
    (site / "linked").symlink_to("../content")
    (site / "empty" / "folder").mkdir(parents=True)
    names = (
        "CNAME",
        ".nojekyll",
        ".git",
        "articles/.hidden",
        "articles/notes/a.png",
        "linked",
        "empty/folder",
    )
    found = snapshot(site)
    return {name: found[name] for name in names}


def test_what_somebody_lays_into_a_site_stays(built: Path) -> None:
    mine = lay_strangers(built / "site")
    first = sorted((built / "content" / "articles").iterdir())[0]
    content = snapshot(built / "content")
    for step in range(3):
        match step:
            case 1:
                first.write_text(first.read_text(encoding="utf-8") + "More.\n", encoding="utf-8")
            case 2:
                first.rename(first.with_stem("renamed"))
                assert not (built / "site" / "articles" / "renamed").exists()
        ferries.run(built)
        found = snapshot(built / "site")
        assert {name: found[name] for name in mine} == mine
    assert (built / "site" / "articles" / "renamed" / "index.html").is_file()
    assert not (built / "site" / "articles" / first.stem).exists()
    assert len(snapshot(built / "content")) == len(content)


@pytest.mark.parametrize(
    "name", ["articles/renamed/index.html", "articles/renamed", "articles/renamed/index.html/x"]
)
@pytest.mark.parametrize("linked", [False, True])
def test_a_page_in_the_place_of_a_strangers_file_is_refused(name: str, linked: bool, built: Path) -> None:
    mine = built / "site" / name
    mine.parent.mkdir(parents=True, exist_ok=True)
    if linked:
        mine.symlink_to(built / "content" / "index.md")
    else:
        mine.write_text("mine", encoding="utf-8")
    first = sorted((built / "content" / "articles").iterdir())[0]
    first.rename(first.with_stem("renamed"))
    assert name in refused(built, "V017")


def test_no_file_is_written_through_a_linked_folder(built: Path) -> None:
    shutil.rmtree(built / "site" / "data")
    (built / "site" / "data").symlink_to("../elsewhere")
    assert "data" in refused(built, "V017")


def test_what_somebody_removed_is_no_longer_the_builds(built: Path) -> None:
    """If another file of that name comes later, it is somebody's."""
    first = sorted((built / "content" / "articles").iterdir())[0]
    page = built / "site" / "articles" / first.stem / "index.html"
    page.unlink()
    first.unlink()
    ferries.run(built)
    page.parent.mkdir(exist_ok=True)
    page.write_text("mine", encoding="utf-8")
    ferries.run(built)
    assert page.read_text(encoding="utf-8") == "mine"


def test_a_worktree_keeps_its_repository(root: Path) -> None:
    def git(*words: str, folder: Path = root) -> None:
        env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        who = ["-c", "user.name=A", "-c", "user.email=a@b.example"]
        subprocess.run(["git", *who, *words], cwd=folder, env=env, check=True, capture_output=True)

    shutil.rmtree(root / ".git")
    git("init", "-q")
    git("add", "content")
    git("commit", "-qm", "content")
    git("worktree", "add", "-q", "--orphan", "-b", "gh-pages", "site") if _git_has_orphans() else git(
        "worktree", "add", "-q", "--detach", "site"
    )
    for path in (root / "site").iterdir():
        if path.name != ".git":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    (root / "site" / ".nojekyll").touch()
    (root / "site" / "CNAME").write_text("mine", encoding="utf-8")
    refused(root, "V017")
    (root / "site" / "CNAME").unlink()
    for _ in range(2):
        ferries.run(root)
        git("status", folder=root / "site")
        assert (root / "site" / ".nojekyll").exists()


def _git_has_orphans() -> bool:
    words = subprocess.run(["git", "version"], capture_output=True, text=True, check=True).stdout.split()[2]
    return tuple(map(int, words.split(".")[:2])) >= (2, 42)


def variorum(*words: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(main, [str(word) for word in words])
    return result.exit_code, result.output


def test_files_may_go_if_somebody_says_so(built: Path) -> None:
    mine = lay_strangers(built / "site")
    (built / "site" / RECORD).unlink()
    outside = {
        name: data for name, data in snapshot(built.parent).items() if not name.startswith("root/site")
    }
    code, told = variorum("build", "-C", built)
    assert (code, "[V017 " in told) == (1, True)
    code, told = variorum("build", "--replace", "-C", built)
    assert code == 0, told
    found = snapshot(built / "site")
    assert {name for name in mine if name in found} == {
        ".nojekyll",
        ".git",
        "articles/.hidden",
        "empty/folder",
    }
    now = {name: data for name, data in snapshot(built.parent).items() if not name.startswith("root/site")}
    assert now == outside
    # Once is enough.
    assert variorum("build", "-C", built)[0] == 0


STAGED: dict[str, Callable[[Path], object]] = {
    "a folder": lambda path: (path.mkdir(), (path / "mine.txt").write_text("mine", encoding="utf-8")),
    "a file": lambda path: path.write_text("mine", encoding="utf-8"),
    "a link": lambda path: path.symlink_to("content"),
    "a dangling link": lambda path: path.symlink_to("nothing"),
    "a pipe": os.mkfifo,
}


@pytest.mark.parametrize("what", STAGED)
def test_what_stands_where_builds_prepare_stays(what: str, built: Path) -> None:
    STAGED[what](built / ".site.next")
    refused(built, "V018")
    assert variorum("clean", "-C", built)[0] == 0
    assert os.path.lexists(built / ".site.next")


def test_clean_removes_what_builds_made(built: Path) -> None:
    before = {
        name: data
        for name, data in snapshot(built).items()
        if not name.startswith("site/") and name != "site"
    }
    code, told = variorum("clean", "-C", built)
    assert (code, "stays" in told) == (0, False)
    assert snapshot(built) == before
    assert not (built / ".variorum").exists()


def test_clean_leaves_what_others_laid_into_the_site(built: Path) -> None:
    mine = lay_strangers(built / "site")
    code, told = variorum("clean", "-C", built)
    assert (code, "stays" in told) == (0, True)
    found = snapshot(built / "site")
    assert {name: found[name] for name in found if found[name] != stat.S_IFDIR or name in mine} == mine


def test_clean_without_a_record_removes_nothing_of_the_site(built: Path) -> None:
    (built / "site" / RECORD).unlink()
    before = snapshot(built)
    assert variorum("clean", "-C", built)[0] == 0
    assert snapshot(built) == before


def test_a_new_site_needs_a_folder_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / ".hidden").write_text("mine", encoding="utf-8")
    before = snapshot(tmp_path)
    assert variorum("new", tmp_path / "mine")[0] == 1
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("steps", [4, 9, 30, 70])
def test_a_strangers_file_that_came_after_a_crash_stays(steps: int, built: Path) -> None:
    first = sorted((built / "content" / "articles").iterdir())[0]
    first.rename(first.with_stem("renamed"))
    ferries.settle(built, {"site_name": "Boats"})
    process = subprocess.run(
        [sys.executable, "-m", "tests.build.driver", "--end-while-put", str(steps), "build", "-C", str(built)],
        cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip
    assert process.returncode == -signal.SIGKILL
    page = built / "site" / "articles" / "renamed" / "index.html"
    came = not page.exists()
    if came:
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("mine", encoding="utf-8")
    (built / "site" / "CNAME").write_text("mine", encoding="utf-8")
    code, told = variorum("build", "-C", built)
    assert (built / "site" / "CNAME").read_text(encoding="utf-8") == "mine"
    if came:
        assert code == 1
        assert "renamed" in told
        assert page.read_text(encoding="utf-8") == "mine"
        page.unlink()
    assert variorum("build", "-C", built)[0] == 0
    assert page.read_text(encoding="utf-8").lstrip().startswith("<!doctype html>")


class CrashError(Exception):
    """The build ends here, as by ``kill -9``."""


@contextmanager
def crash_after(steps: int) -> Iterator[None]:
    """Let so many changes of folders happen, and no more."""
    left = steps
    taken = {name: getattr(os, name) for name in ("replace", "rename", "unlink", "rmdir", "mkdir")}

    def watched(step: Callable[..., object]) -> Callable[..., object]:
        def take(*more: object, **options: object) -> object:
            nonlocal left
            left -= 1
            if left < 0:
                raise CrashError
            return step(*more, **options)

        return take

    with pytest.MonkeyPatch.context() as patch:
        for name, step in taken.items():
            patch.setattr(os, name, watched(step))
        yield


NAMES = [f"{a}{b}" for a in ("", "a/", "a/b/", "c/") for b in ("x", "y", "a", ".h")]
FILES = st.dictionaries(st.sampled_from(NAMES), st.sampled_from([b"", b"1", b"22"]), max_size=6)


def lay(folder: Path, files: dict[str, bytes]) -> set[str]:
    """Write files as far as none stands in another's way; return the names of those that are there."""
    laid = set()
    for name, data in sorted(files.items()):
        path = folder / name
        if os.path.lexists(path) or any(
            up.is_file() or up.is_symlink() for up in path.parents if folder in up.parents
        ):
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        laid.add(name)
    return laid


def build_once(site: Path, made: dict[str, bytes], keep: set[str], replace: bool) -> None:
    """What a build does to its site."""
    output.finish(site)
    output.discard(site)
    found = dict(output.stamps(site))
    ours = output.own_files(site, found, "site", replace=replace)
    lay(output.prepare(site), made)
    cleared = output.foreign_files(found, ours) if replace else {}
    output.publish(site, keep, {name: found[name] for name in ours}, "site", cleared)


@settings(max_examples=ARRANGEMENTS)
@given(
    FILES, FILES, FILES, FILES, st.sets(st.sampled_from(NAMES)), st.integers(0, 30),
    st.sampled_from(["whole", "lost", "cut", "flipped", "hostile"]), st.booleans(), st.randoms(use_true_random=False),
)  # fmt: skip
def test_no_file_outside_of_the_record_is_ever_missing_or_changed(
    tmp_path_factory: pytest.TempPathFactory,
    former: dict[str, bytes], strangers: dict[str, bytes], made: dict[str, bytes], later: dict[str, bytes],
    keep: set[str], steps: int, record: str, replace: bool, dice: random.Random,
) -> None:  # fmt: skip
    around = tmp_path_factory.mktemp("arranged")
    (around / "outside").mkdir()
    (around / "outside" / "x").write_bytes(b"outside")
    site = around / "site"
    ours = lay(site, former)
    mine = lay(site, strangers)
    if dice.random() < 0.5 and not os.path.lexists(site / "link"):
        site.mkdir(exist_ok=True)
        (site / "link").symlink_to(around / "outside")
        mine.add("link")
    site.mkdir(exist_ok=True)
    site_record.write_record(site, ours, Purpose.SITE)
    match record:
        case "lost":
            (site / RECORD).unlink()
        case "cut":
            (site / RECORD).write_bytes((site / RECORD).read_bytes()[: dice.randrange(200)])
        case "flipped":
            data = bytearray((site / RECORD).read_bytes())
            data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
            (site / RECORD).write_bytes(data)
        case "hostile":
            site_record.write_record(site, [*ours, "../outside/x", "link/x"], Purpose.SITE)
    known = site_record.read_record(site, Purpose.SITE)
    before = snapshot(around)
    safe = {
        f"site/{name}"
        for name in mine | ours
        if name not in known and not (replace and not site_record.hidden(name))
    } | {"outside/x"}

    def check() -> None:
        found = snapshot(around)
        assert {name: found.get(name) for name in safe} == {name: before[name] for name in safe}

    try:
        with crash_after(steps):
            build_once(site, made, keep, replace)
    except (CrashError, ContentError, HalfwayError):
        check()
        # Somebody lays more files into the site before the next build.
        new = lay(site, {name: data + b"later" for name, data in later.items()})
        before |= snapshot(around)
        safe |= {f"site/{name}" for name in new}
        with suppress(ContentError, HalfwayError):
            build_once(site, made, keep, False)
    check()
