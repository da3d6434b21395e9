"""A build that is killed, or finds no room, leaves a site of whole files, and the next one repairs what it left."""

from __future__ import annotations

import ctypes
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from builder.build import site_record
from builder.build.plan import PLAN
from builder.build.site_record import PART, RECORD, Purpose
from builder.cache.records import locked
from tests.build import driver, ferries
from tests.conftest import ROOT
from tests.copied import Copied
from tests.policy import cannot_run
from tests.thorough import times

NOTHING_DONE = "Nothing was built; the former site is as it was."


@dataclass(frozen=True)
class Versions:
    """A site that was built and then edited, and what its site was and is to be."""

    root: Path
    former: dict[str, bytes]
    next: dict[str, bytes]


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Versions]:
    folder = tmp_path_factory.mktemp("versions")
    root = ferries.write(folder / "edited")
    extra = root / "content" / "extra"
    (extra / "folder").mkdir(parents=True)
    (extra / "file").write_text("former", encoding="utf-8")
    (extra / "folder" / "file").write_text("former", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        ferries.settle_time(patch)
        ferries.run(root)
        former = ferries.written(root / "site")
        # All pages change; some come, some go; a file becomes a folder, and a folder a file.
        ferries.settle(root, {"site_name": "Boats"})
        (root / "content" / "articles" / "article-000003.md").unlink()
        article = root / "content" / "articles" / "article-000006.md"
        article.rename(article.with_stem("renamed"))
        (extra / "file").unlink()
        (extra / "file").mkdir()
        (extra / "file" / "deep").write_text("next", encoding="utf-8")
        shutil.rmtree(extra / "folder")
        (extra / "folder").write_text("next", encoding="utf-8")
        fresh = ferries.fresh(root, folder / "fresh")
        ferries.run(fresh)
        yield Versions(root, former, ferries.written(fresh / "site"))


@pytest.fixture
def site(versions: Versions, tmp_path: Path) -> Path:
    return ferries.copied(versions.root, tmp_path / "copy")


def variorum(*arguments: str | Path, before: Callable[[], object] | None = None) -> Copied:
    """Begin the command in a process that may end, or divide its work, where a test wants it to."""
    return Copied(lambda: driver.main([*map(str, arguments)]), before=before)


def started(*arguments: str | Path, **more: Any) -> subprocess.Popen[str]:
    """Start it anew, where it is not enough to copy this process: it loses rights or has others under it, or is read from meanwhile."""
    command = [sys.executable, "-m", "tests.build.driver", *map(str, arguments)]
    return subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **more
    )


def ended(process: Copied | subprocess.Popen[str]) -> tuple[int, str]:
    """Wait for a process, and return its code and what it told of errors."""
    if isinstance(process, Copied):
        code, _, told = process.ended()
        return code, told
    _, told = process.communicate(timeout=300)
    return process.returncode, told


def looked_at(versions: Versions, root: Path) -> str:
    """Check what somebody sees of a site after a build was broken off; return how far that build was."""
    site = ferries.written(root / "site")
    # The record names what is coming, too.
    site[RECORD] = versions.former[RECORD]
    site.pop(PART, None)
    torn = [name for name in site if site[name] not in (versions.former.get(name), versions.next.get(name))]
    assert torn == []
    staged = root / ".site.next"
    if (staged / PLAN).is_file():
        return "decided"
    # Without a plan nothing was begun, or all of it is done.
    if ferries.differing(site, versions.former) == []:
        return "undecided"
    assert ferries.differing(site, versions.next) in ([], [RECORD])
    return "done"


def repaired(versions: Versions, root: Path) -> None:
    """Build again, and check that nothing is left of what was broken off."""
    ferries.run(root)
    assert ferries.differing(ferries.written(root / "site"), versions.next) == []
    assert sorted(path.name for path in root.glob(".*")) == [".variorum"]
    assert [path.name for path in (root / ".variorum").rglob("*.part")] == []


def test_killed_at_any_moment(versions: Versions, tmp_path: Path) -> None:
    dice = random.Random(7)  # noqa: S311 - the same moments at every run
    began = time.monotonic()
    code, told = ended(variorum("build", "-C", ferries.copied(versions.root, tmp_path / "whole")))
    assert code == 0, told
    lasted = time.monotonic() - began
    for number in range(times(12, 60)):
        root = ferries.copied(versions.root, tmp_path / f"site-{number}")
        process = variorum("build", "-C", root)
        time.sleep(lasted * dice.uniform(0, 1))
        process.kill()
        process.ended()
        looked_at(versions, root)
        repaired(versions, root)
        shutil.rmtree(root)


def test_what_was_broken_off_while_it_was_written_goes(versions: Versions, site: Path) -> None:
    for name in ("templates/0123.77.part", "templates/4567.88.part"):
        (site / ".variorum" / name).write_bytes(b"half")
    (folder,) = (site / ".variorum").glob("site-*")
    (folder / "last.77.part").write_bytes(b"half")
    repaired(versions, site)


@pytest.mark.parametrize(
    ("steps", "state"),
    [
        (0, "undecided"),
        (1, "undecided"),
        (2, "undecided"),
        (3, "undecided"),
        (4, "undecided"),
        (6, "decided"),
        (11, "decided"),
        (42, "decided"),
        (92, "decided"),
    ],
)
def test_killed_while_the_site_is_put_in_its_place(
    steps: int, state: str, versions: Versions, site: Path
) -> None:
    code, told = ended(variorum("--end-while-put", str(steps), "build", "-C", site))
    assert code == -signal.SIGKILL, told
    assert looked_at(versions, site) == state
    repaired(versions, site)


def test_a_decided_site_is_finished_even_by_a_build_that_fails(versions: Versions, site: Path) -> None:
    ended(variorum("--end-while-put", "40", "build", "-C", site))
    assert looked_at(versions, site) == "decided"
    broken = site / "content" / "outlets.yml"
    whole = broken.read_bytes()
    broken.write_bytes(b"outlet-00: [")
    assert ferries.tried(site)[1] is None
    assert looked_at(versions, site) == "done"
    broken.write_bytes(whole)
    repaired(versions, site)


@pytest.mark.parametrize("plan", ["", "{", "[]", '{"moving": 1}', '{"moving": ["a"], "going": 3}'])
def test_a_plan_that_is_none_is_not_carried_out(plan: str, versions: Versions, site: Path) -> None:
    aside = site / ".site.next"
    aside.mkdir()
    (aside / PLAN).write_text(plan, encoding="utf-8")
    site_record.write_record(aside, (), Purpose.SITE)
    (aside / "a").write_text("of nobody", encoding="utf-8")
    repaired(versions, site)


def test_killed_with_processes_at_work(versions: Versions, site: Path) -> None:
    first = started("--processes", "2", "--end-when-made", "1", "build", "-C", site)
    assert first.wait(timeout=300) == -signal.SIGKILL
    assert looked_at(versions, site) == "undecided"
    # Processes that outlived the first hold its lock until they are done, and no longer.
    code, told = ended(variorum("build", "-C", site))
    assert code == 0, told
    first.communicate()
    repaired(versions, site)


@pytest.mark.parametrize("largest", [1_000, 20_000, 60_000, 100_000])
def test_no_room_for_a_file(largest: int, versions: Versions, site: Path) -> None:
    def narrow() -> None:
        # A write beyond this fails as it does on a full disk.
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

    code, told = ended(variorum("build", "-C", site, before=narrow))
    assert code == 1, told
    (line,) = [line for line in told.splitlines() if line.startswith("Error: ")]
    assert line.endswith(NOTHING_DONE)
    assert "File too large" in line
    assert "Traceback" not in told
    assert looked_at(versions, site) == "undecided"
    assert not (site / ".site.next").exists()
    repaired(versions, site)


def without_rights() -> None:
    """Have the next program heed what a folder allows, even if it is root's."""
    if os.geteuid() == 0:
        # PR_CAPBSET_DROP of CAP_DAC_OVERRIDE
        ctypes.CDLL(None).prctl(24, 1, 0, 0, 0)


@pytest.fixture
def heeded(tmp_path: Path) -> Callable[[], None]:
    if os.geteuid() == 0 and sys.platform != "linux":
        cannot_run("root is refused nothing, and only Linux can take that away")
    return without_rights


def test_a_folder_of_the_site_that_refuses_files(
    versions: Versions, site: Path, heeded: Callable[[], None]
) -> None:
    folder = site / "site" / "outlets" / "outlet-00"
    folder.chmod(0o555)
    code, told = ended(started("build", "-C", site, preexec_fn=heeded))
    folder.chmod(0o755)
    assert code == 1, told
    assert "Permission denied" in told
    assert "the next build puts the rest there" in told
    assert "Traceback" not in told
    assert looked_at(versions, site) == "decided"
    repaired(versions, site)


def test_a_store_that_refuses_files(versions: Versions, site: Path, heeded: Callable[[], None]) -> None:
    store = site / ".variorum"
    for folder in (store, *store.iterdir()):
        folder.chmod(0o555 if folder.is_dir() else 0o444)
    code, told = ended(started("build", "-C", site, preexec_fn=heeded))
    for folder in (store, *store.iterdir()):
        folder.chmod(0o755 if folder.is_dir() else 0o644)
    assert code == 1, told
    assert "Permission denied" in told
    assert ".variorum" in told
    assert told.strip().endswith(NOTHING_DONE)
    assert "Traceback" not in told
    assert looked_at(versions, site) == "undecided"
    repaired(versions, site)


def test_a_file_where_the_store_belongs(versions: Versions, site: Path) -> None:
    shutil.rmtree(site / ".variorum")
    (site / ".variorum").write_text("", encoding="utf-8")
    code, told = ended(variorum("build", "-C", site))
    assert code == 1, told
    assert ".variorum" in told
    assert told.strip().endswith(NOTHING_DONE)
    assert "Traceback" not in told
    assert looked_at(versions, site) == "undecided"
    (site / ".variorum").unlink()
    repaired(versions, site)


def test_two_builds_at_once(versions: Versions, site: Path) -> None:
    def never() -> None:
        raise AssertionError("nobody else builds here")

    # While this test holds the lock, both have to wait; then one for the other.
    with locked(site, never):
        both = [started("build", "-C", site) for _ in range(2)]
        for process in both:
            assert process.stderr is not None
            assert process.stderr.readline().startswith("Another build of this site is running")
        assert looked_at(versions, site) == "undecided"
    assert [ended(process)[0] for process in both] == [0, 0]
    repaired(versions, site)


@pytest.mark.parametrize(
    "nav",
    [
        "[index.md, missing.md]",
        "[index.md, topics/no-such-topic.md]",
        "[index.md, outlets/outlet-00.md, pairs/a.md]",
    ],
)
def test_a_warning_of_mkdocs_leaves_the_former_site(nav: str, versions: Versions, site: Path) -> None:
    ferries.settle(site, {"site_name": "Boats", "nav": nav})
    code, told = ended(variorum("build", "-C", site))
    assert code == 1, told
    assert "WARNING" in told
    assert "Traceback" not in told
    assert looked_at(versions, site) == "undecided"
    assert not (site / ".site.next").exists()
    ferries.settle(site, {"site_name": "Boats"})
    repaired(versions, site)
