"""What takes longer than an editor waits is found in another process, which lives no longer than the desk."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TypeVar

import pytest

from builder.adapters.desk.beside import BESIDE, Beside, Kept, proposals_of, standing_of
from builder.adapters.desk.reading import Reading
from builder.content.problems import CATALOGUE, ContentError, Problem
from builder.desk import kinds
from builder.desk.kinds import Refusal, UnfinishedError
from builder.desk.suggest.session import Session
from tests.browser.desk import DRAFT

Found = TypeVar("Found")


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{process}/stat").read_text().split()[2] != "Z" if Path("/proc").is_dir() else True


def _ends(process: int) -> bool:
    for _ in range(600):
        if not _alive(process):
            return True
        time.sleep(0.05)
    return False


def _pids(reading: Reading, id: str) -> tuple[str, int]:
    return id, os.getpid()


def _killed_once(reading: Reading, id: str) -> int:
    if (file := reading.root / "killed").exists():
        return os.getpid()
    file.touch()
    os.kill(os.getpid(), signal.SIGKILL)
    return 0


def test_it_finds_what_this_process_finds(root: Path) -> None:
    here = Reading(root)
    state, found = BESIDE.submit(proposals_of, here, DRAFT).result(60)
    _, standing = BESIDE.submit(standing_of, here, DRAFT).result(60)
    desk = here.desk()
    assert state == here.state_for(desk.document(DRAFT))
    assert found.proposals == Session(desk, desk.document(DRAFT)).find()
    assert found.told is not None
    assert found.told.of == here.told(desk.document(DRAFT)).of
    assert [one.kind for one in standing.problems if one.kind is kinds.NO_PRECIS]


def test_what_was_found_of_former_files_is_shown_as_such(root: Path) -> None:
    here = Reading(root)
    kept: Kept[list[object]] = Kept([])
    desk = here.desk()
    before = here.state_for(desk.document(DRAFT))
    outlets = root / "content/outlets.yml"
    outlets.write_text(outlets.read_text() + "tarn-herald:\n  name: Tarn Herald\n  kind: newspaper\n")
    asked = [BESIDE.submit(proposals_of, here, DRAFT)]
    asked[0].result(60)
    found, fresh = kept.look(before, lambda: asked[0])  # type: ignore[arg-type, return-value]
    assert (bool(found), fresh) == (True, False)
    here.desk()
    assert kept.look(here.state_for(here.desk().document(DRAFT)), lambda: pytest.fail("it is known"))[1]


def test_what_cannot_be_found_is_refused_here(root: Path) -> None:
    with pytest.raises(Refusal) as told:
        BESIDE.submit(proposals_of, Reading(root), "nothing-of-this-name").result(60)
    assert told.value.kind is kinds.NO_ARTICLE
    # It is there for the next one.
    assert BESIDE.submit(_pids, Reading(root), "x").result(60)[0] == "x"


def test_where_it_was_killed_another_begins(root: Path) -> None:
    _, first = BESIDE.submit(_pids, Reading(root), "x").result(60)
    second = BESIDE.submit(_killed_once, Reading(root), "x").result(60)
    assert second not in (0, first)


DESK = """
import sys
from pathlib import Path
from builder.adapters.desk.beside import BESIDE
from builder.adapters.desk.reading import Reading
from tests.adapters.desk.test_beside import _pids
print(BESIDE.submit(_pids, Reading(Path(sys.argv[1])), "x").result()[1], flush=True)
sys.stdin.read()
"""


def test_it_ends_with_a_desk_that_is_killed(root: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", DESK, str(root)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as desk:
        assert desk.stdout is not None
        process = int(desk.stdout.readline())
        assert _alive(process)
        desk.kill()
        assert _ends(process)


def _sleeps(_: Reading, id: str) -> tuple[str, int]:
    time.sleep(600)
    return id, 0


def test_a_desk_that_ends_waits_for_nothing(root: Path) -> None:
    beside, here = Beside(), Reading(root)
    _, process = beside.submit(_pids, here, "x").result(60)
    asked = beside.submit(_sleeps, here, "x")
    later = beside.submit(_pids, here, "x")
    while later.running() or not asked.running():
        time.sleep(0.01)
    beside.end()
    with pytest.raises(EOFError):
        asked.result(60)
    assert later.cancelled()
    assert _ends(process)


def _again(value: Found) -> Found:
    return pickle.loads(pickle.dumps(value))  # type: ignore[no-any-return]  # noqa: S301 - its own bytes


def test_kinds_and_refusals_are_the_same_in_every_process() -> None:
    for kind in CATALOGUE.values():
        assert _again(kind) is kind
    problem = Problem("content/a.md", 3, "byline", kinds.NO_PRECIS, "words")
    stopped = _again(UnfinishedError("not yet", [problem]))
    assert (stopped.message, stopped.problems, stopped.kind) == ("not yet", (problem,), kinds.UNFINISHED)
    assert _again(ContentError([problem])).problems == [problem]


def test_it_says_nothing_where_the_desk_goes_while_it_is_at_work(root: Path) -> None:
    """A terminal on which the desk was ended shows no traceback of it."""
    steps = (
        "import os, time\n"
        "from pathlib import Path\n"
        "from builder.adapters.desk.beside import BESIDE, proposals_of\n"
        "from builder.adapters.desk.reading import Reading\n"
        f"here = Reading(Path({str(root)!r}))\n"
        f"BESIDE.submit(proposals_of, here, {DRAFT!r}).result(60)\n"
        f"BESIDE.submit(proposals_of, here, {DRAFT!r})\n"
        "time.sleep(0.05)\n"
        "os._exit(0)\n"
    )
    # The pipe ends when the process beside it does.
    run = subprocess.run(
        [sys.executable, "-c", steps], capture_output=True, text=True, timeout=120, check=False
    )
    assert run.stderr == ""
