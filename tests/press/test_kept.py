"""A build that keeps what has not changed makes the same site, byte for byte, as one that makes everything."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest

from builder.compare.changes import changes
from builder.data import state_of_folder
from tests.press import ferries

EPOCH = 1_930_000_000
"""A moment of the year 2031, whose day a site map gives."""


@pytest.fixture(autouse=True)
def _same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    # A site map has the day of the build, and its compressed twin a time stamp: both are of this moment.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(EPOCH))
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)


def differing(first: dict[str, bytes], second: dict[str, bytes]) -> list[str]:
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))


STEPS = int(os.environ.get("KEPT_STEPS", "24"))
@pytest.mark.parametrize("seed", range(int(os.environ.get("KEPT_FROM", "0")), int(os.environ.get("KEPT_TO", "2"))))
def test_edited_in_every_way_a_kept_site_is_as_a_fresh_one(seed: int, tmp_path: Path) -> None:
    dice = random.Random(seed)  # noqa: S311 - the same edits at every run
    root = ferries.write(tmp_path / "kept")
    author = ferries.Author(root, dice)
    done = ["begin"]
    kept = 0
    good = tmp_path / "good"
    for number in range(STEPS):
        former = ferries.written(root / "site")
        state = state_of_folder(root / "site")
        told, plugin = ferries.tried(root)
        site = ferries.written(root / "site")
        where = f"seed {seed}, step {number}: {done}"
        assert [path.name for path in root.glob(".site*")] == [], where
        if plugin is None:
            assert differing(former, site) == [], where
        elif dice.random() < 0.2 and author.edits[-1] == author.edit_the_site:
            assert number, where
        copy = ferries.fresh(root, tmp_path / "fresh")
        expected, full = ferries.tried(copy)
        assert told == expected, where
        assert (plugin is None) == (full is None), where
        if plugin is not None and full is not None:
            assert differing(site, ferries.written(copy / "site")) == [], where
            kept += ferries.made(full) - ferries.made(plugin)
            if state is not None:
                after = state_of_folder(root / "site")
                assert after is not None
                assert plugin.changes == changes(state, after), where
        print("STEP", number, done[-1][:150], ("ERR", [t for t in told if "V104" not in t and "V157" not in t][:12]) if plugin is None else ferries.made(plugin))
        if plugin is None:
            # Nothing comes of edits to a broken site: they are all taken back together.
            ferries.take_back(root, good)
            shutil.rmtree(copy)
            done.append("take back")
        else:
            if good.exists(): shutil.rmtree(good)
            copy.rename(good)
            done.append(author.step())
    assert kept > 0
