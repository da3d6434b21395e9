"""Worlds around a small site, for the tests that hold what a build may touch."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.build import ferries, losses


@pytest.fixture(scope="session")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> losses.Worlds:
    """The world before and after a build, to be copied."""
    # Only while it is made: it lasts longer than the tests of this folder, and others need the private texts that this hides.
    with pytest.MonkeyPatch.context() as patch:
        ferries.settle_time(patch)
        return losses.Worlds(tmp_path_factory.mktemp("worlds"))


@pytest.fixture
def bare(worlds: losses.Worlds, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> losses.World:
    """A world in which nothing is built yet."""
    ferries.settle_time(monkeypatch)
    return worlds.bare(tmp_path)


@pytest.fixture
def built(worlds: losses.Worlds, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> losses.World:
    """A world whose first content is built."""
    ferries.settle_time(monkeypatch)
    return worlds.built(tmp_path)


@pytest.fixture
def mine(built: losses.World) -> losses.World:
    """A built site with files of the user's in it."""
    losses.record(built)
    for name, thing in losses.MINE.items():
        losses.lay(built.site / name, thing)
    return built


@pytest.fixture
def decided(worlds: losses.Worlds, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> losses.World:
    """The same, whose next build was killed while it was put in its place."""
    ferries.settle_time(monkeypatch)
    return worlds.decided(tmp_path)
