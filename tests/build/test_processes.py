"""Made by several processes, a site is the same as made by one; and so is what is told when it cannot be made."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import growing
from builder.cache.fingerprint import fingerprint
from builder.cache.records import Beside, Store
from tests.build import ferries
from tests.build.test_broken_off import ended, variorum
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ferries.write(tmp_path_factory.mktemp("processes") / "site")


def both(root: Path, folder: Path) -> tuple[int, list[str]]:
    """Build a site by one process and by two, which must come to the same; return the code and what was told."""
    found = []
    for processes in ("1", "2"):
        copy = ferries.fresh(root, folder / processes)
        code, told = ended(variorum("--processes", processes, "build", "-C", copy))
        lines = told.splitlines()
        if code == 0:
            # Else this would compare one process with one.
            assert f"in processes: {processes == '2'}" in lines
        lines = [line for line in lines if not line.startswith("in processes")]
        found.append((code, lines, ferries.written(copy / "site")))
    (one, lines, site), (two, same, other) = found
    assert (one, lines) == (two, same)
    assert ferries.differing(site, other) == []
    return one, lines


@pytest.fixture(autouse=True)
def _same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    ferries.settle_time(monkeypatch)


def test_the_same_site(root: Path, tmp_path: Path) -> None:
    code, _ = both(root, tmp_path)
    assert code == 0


def test_a_form_that_turns_out_to_be_none(root: Path, tmp_path: Path) -> None:
    copy = ferries.fresh(root, tmp_path / "own")
    (copy / "own" / "main.html").write_text(ferries.MAINS[2], encoding="utf-8")
    code, told = both(copy, tmp_path)
    assert code == 0
    assert any("pages of the kind 'article'" in line for line in told)


def test_a_theme_that_looks_at_other_pages(root: Path, tmp_path: Path) -> None:
    copy = ferries.fresh(root, tmp_path / "own")
    # Only where a title has a word of one article's, so that it is a page that comes upon it, not a form.
    main = "{% block extrahead %}{% if page and 'Boats' in page.title %}{{ pages | length }}{% endif %}{% endblock %}"
    (copy / "own" / "main.html").write_text(ferries.MAIN + main, encoding="utf-8")
    loose = copy / "content" / "articles" / "loose.md"
    loose.write_text(loose.read_text(encoding="utf-8").replace("On ferries", "Boats"), encoding="utf-8")
    code, told = both(copy, tmp_path)
    assert code == 0
    assert any("looks at other pages" in line for line in told)


def test_mistakes_in_several_stories_are_all_told(root: Path, tmp_path: Path) -> None:
    copy = ferries.fresh(root, tmp_path / "mistakes")
    names = [f"article-{number:06}.md" for number in (1, 5, 9)]
    for name in names:
        path = copy / "content" / "articles" / name
        text = path.read_text(encoding="utf-8").replace("outlet: outlet-0", "outlet: outlet-9")
        path.write_text(text, encoding="utf-8")
    code, told = both(copy, tmp_path)
    assert code == 1
    assert [
        name for name in names if any(name in line and "unknown outlet" in line for line in told)
    ] == names
    assert not any("Traceback" in line for line in told)


@pytest.mark.skipif(
    not hasattr(os, "sched_setaffinity"), reason="this system gives a process no choice of processors"
)
def test_who_may_use_one_processor_works_alone() -> None:
    code = (
        "import os\nfrom builder.build import workers\n"
        "os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})\n"
        "print(workers.cores(), workers.many(1_000, 1))\n"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, timeout=60, check=True)
    assert run.stdout == b"1 False\n"


def test_a_failed_build_leaves_the_lock_to_the_next(root: Path, tmp_path: Path) -> None:
    copy = ferries.fresh(root, tmp_path / "mended")
    build = ("--processes", "2", "build", "-C", copy)
    assert ended(variorum(*build))[0] == 0
    outlets = copy / "content" / "outlets.yml"
    whole = outlets.read_text(encoding="utf-8")
    outlets.write_text(whole + "bad: [1\n", encoding="utf-8")
    code, told = ended(variorum(*build))
    assert (code, "Traceback" in told) == (1, False)
    outlets.write_text(whole, encoding="utf-8")
    code, told = ended(variorum(*build))
    assert (code, "Another build" in told) == (0, False)


def test_one_large_story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, number in {"OUTLETS": 6, "SOURCES": 5, "TOPICS": 3, "QUESTIONS": 18, "CLAIMS": 9}.items():
        monkeypatch.setattr(growing, name, number)
    root = tmp_path / "story"
    growing.write(root, 24)
    (root / "own").mkdir()
    (root / "own" / "main.html").write_text(ferries.MAIN, encoding="utf-8")
    ferries.settle(root, {})
    alone, divided = ferries.fresh(root, tmp_path / "1"), ferries.fresh(root, tmp_path / "2")
    for change in (lambda _: None, lambda copy: growing.add(copy, 24), lambda copy: growing.edit(copy, 3)):
        for copy in (alone, divided):
            change(copy)
            code, told = ended(variorum("--processes", copy.name, "build", "-C", copy))
            assert code == 0, told
            assert f"in processes: {copy == divided}" in told.splitlines()
        assert ferries.differing(ferries.written(alone / "site"), ferries.written(divided / "site")) == []
        # What another process found is there in the next build, too.
        assert kept(alone) == kept(divided)


def kept(root: Path) -> set[str]:
    """Return the names of what is carried to the next build of the only story."""
    (record,) = root.glob(".variorum/site-*/kept-*.json")
    found = set(Store(record.parent, fingerprint()).get_with_bytes(record.stem, Beside)[1])
    assert found
    return found
