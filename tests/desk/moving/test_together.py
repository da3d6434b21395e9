"""A plan is written whole or not at all: interrupted, killed at any moment, or with files that changed meanwhile."""

from __future__ import annotations

import itertools
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from builder.desk.desk import Desk
from builder.desk.kinds import Refusal
from builder.desk.moving import together
from builder.desk.moving.rename import plan_rename
from tests.copied import Copied
from tests.desk.moving.test_rename import ADRIFT, RADIO, TODAY, site
from tests.desk.running import files, interrupt_at, run


def content(root: Path) -> dict[str, bytes]:
    return {
        name: data
        for name, data in files(root).items()
        if not name.startswith(".variorum/") and "/.variorum-" not in name
    }


def test_a_file_that_changed_meanwhile_stops_it(tmp_path):
    root = site(tmp_path)
    plan = plan_rename(Desk(root), "passengers", "people", TODAY)
    path = root / f"content/articles/{RADIO}.md"
    path.write_text(path.read_text() + "\nMore.\n")
    before = content(root)
    with pytest.raises(Refusal, match=f"{RADIO}.md was changed meanwhile"):
        together.write(root, plan)
    assert content(root) == before


@pytest.mark.parametrize("moment", range(1, 10, 2))
def test_an_interruption_leaves_all_as_it_was(tmp_path, monkeypatch, moment):
    root = site(tmp_path)
    plan = plan_rename(Desk(root), "passengers", "people", TODAY)
    before = content(root)
    interrupt_at(monkeypatch, moment)
    with pytest.raises(KeyboardInterrupt):
        together.write(root, plan)
    assert content(root) == before
    assert not together.is_pending(root)


def killed(root: Path, moment: int) -> int:
    """Rename a question in a process that is killed at one of its steps, counted from one; return how it ended."""

    def rename() -> None:
        plan = plan_rename(Desk(root), "passengers", "people", TODAY)
        calls = itertools.count(1)

        def counted(real: Callable[..., Any]) -> Callable[..., Any]:
            def call(*args: Any, **more: Any) -> Any:
                if next(calls) == moment:
                    os.kill(os.getpid(), signal.SIGKILL)
                return real(*args, **more)

            return call

        os.link, Path.replace, Path.unlink = map(counted, (os.link, Path.replace, Path.unlink))  # type: ignore[method-assign,assignment]
        together.write(root, plan)

    return Copied(rename).ended()[0]


def test_killed_at_any_moment_it_is_all_there_or_all_undone_after_the_next_command(tmp_path):
    whole = site(tmp_path / "whole")
    untouched = content(whole)
    together.write(whole, plan_rename(Desk(whole), "passengers", "people", TODAY))
    done = content(whole)
    assert done != untouched
    outcomes = []
    for moment in range(1, 60, 3):
        root = site(tmp_path / str(moment))
        ended = killed(root, moment)
        if ended == 0:
            break
        assert ended == -signal.SIGKILL
        told = run(root, "check")
        now = content(root)
        assert now in (untouched, done)
        outcomes.append(now == done)
        assert now == done or "broken off" not in told.output
        assert not together.is_pending(root)
    else:
        pytest.fail("the program never came to its end")
    assert set(outcomes) == {True, False}
    # Once it is decided, it is done.
    assert outcomes == sorted(outcomes)


def test_a_file_that_an_editor_changed_after_a_kill_is_named_and_left(tmp_path):
    root = site(tmp_path)
    assert killed(root, 4) == -signal.SIGKILL
    assert together.is_pending(root)
    path = root / f"content/articles/{ADRIFT}.md"
    mine = path.read_text() + "\nMine.\n"
    path.write_text(mine)
    told = run(root, "check")
    assert told.exit_code == 1
    assert (
        f"content/articles/{ADRIFT}.md: changed since a command was broken off; the rest is done"
        in told.output
    )
    assert path.read_text() == mine
    assert not together.is_pending(root)


def test_a_damaged_plan_is_none(tmp_path):
    root = site(tmp_path)
    before = content(root)
    (root / together.FOLDER).mkdir(parents=True)
    (root / together.FOLDER / "changing.json").write_text('{"files": [{"path": "../outside"}]}')
    run(root, "check")
    assert content(root) == before
    assert not together.is_pending(root)
