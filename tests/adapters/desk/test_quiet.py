"""No answer waits for a full collection of garbage: it comes in a pause."""

from __future__ import annotations

import gc
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.adapters.desk.quiet import AWAY, LULL, MOST, PAUSE, Quiet
from tests.browser.desk import served


@pytest.fixture(autouse=True)
def _a_process_of_its_own() -> Iterator[None]:
    """Python collects as in a process that just began: what ran here before may have said otherwise, and left much that stays."""
    usual = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    gc.collect()
    gc.freeze()
    gc.collect()
    yield
    gc.unfreeze()
    gc.set_threshold(*usual)


@pytest.fixture
def full() -> Iterator[list[str]]:
    """Moments at which full collections began."""
    begun: list[str] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "start" and info["generation"] == 2:
            begun.append(phase)

    gc.callbacks.append(note)
    yield begun
    gc.callbacks.remove(note)


def _make(quiet: Quiet) -> object:
    """Make so much that stays that Python would collect all garbage several times."""
    with quiet.answering():
        return [[[number]] for number in range(150_000)]


def test_python_would_collect_in_the_middle_of_an_answer(full: list[str]) -> None:
    gc.collect()
    full.clear()
    kept = _make(Quiet())
    assert full, len(str(type(kept)))


def test_it_is_collected_in_a_pause_alone(full: list[str]) -> None:
    now = [0.0]
    quiet = Quiet(lambda: now[0])
    gc.collect()
    full.clear()
    with quiet.kept():
        kept = _make(quiet)
        assert not full
        assert not quiet.tidy()  # the editor may press the next key
        now[0] += 2 * PAUSE
        with quiet.answering():
            assert not quiet.tidy()
        now[0] += 2 * PAUSE
        assert not full
        assert quiet.tidy()
        assert len(full) == 1
        assert not quiet.tidy()  # nothing was made since
    del kept


def test_what_stayed_is_not_gone_through_again_until_the_editor_is_away() -> None:
    now = [0.0]
    quiet = Quiet(lambda: now[0])
    with quiet.kept():
        kept = []
        for _ in range(25):
            kept.append(_make(quiet))
            now[0] += 2 * PAUSE
            assert quiet.tidy()
            assert gc.get_freeze_count() > 100_000
        most = gc.get_freeze_count()
        del kept[:]
        kept.append(_make(quiet))
        now[0] += AWAY
        assert quiet.tidy()
        assert gc.get_freeze_count() < most
    assert gc.get_freeze_count() == 0


def test_nobody_is_taken_to_read_who_is_about_to_ask() -> None:
    now = [0.0]
    quiet = Quiet(lambda: now[0])
    now[0] += 2 * PAUSE
    assert quiet.is_pause()
    assert quiet.noticed()
    assert not quiet.is_pause()


def test_what_is_looked_for_beside_waits_for_a_lull_but_not_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    now, slept = [0.0], []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    monkeypatch.setattr("builder.adapters.desk.quiet.time.sleep", sleep)
    quiet = Quiet(lambda: now[0])
    quiet.lull()
    assert LULL <= sum(slept) < 2 * LULL
    quiet.lull()
    assert sum(slept) < 2 * LULL, "there is one"
    with quiet.answering():
        quiet.lull()
    assert MOST <= now[0] < 2 * MOST


def test_a_desk_that_is_served_keeps_it_for_pauses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from builder.desk.new import new

    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    new(tmp_path / "site", "Marn")
    usual = gc.get_threshold()
    with served(tmp_path / "site") as address:
        assert gc.get_threshold()[2] > usual[2]
        with urllib.request.urlopen(address, timeout=60) as answer:
            assert answer.status == 200
    assert gc.get_threshold() == usual
