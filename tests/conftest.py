"""Fixtures for all tests, and the policy that none is skipped in silence."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from filelock import lock_descriptor
from hypothesis import settings

from builder.desk.intake import read
from scripts.serving import serve
from tests.thorough import strict

ROOT = Path(__file__).resolve().parent.parent

# "pytester" runs small test suites of their own, with which the policy and the fixtures are proved.
pytest_plugins = ["tests.policy", "pytester"]

# A busy machine makes any test slow, and slow is not wrong. With CI=true the same tree has the same cases at every run, so that a run says
# something of the change that it is of; everywhere else each run has new ones.
settings.register_profile("variorum", deadline=None, derandomize=strict())
settings.load_profile("variorum")


@pytest.fixture(scope="session")
def repository() -> Path:
    """The repository's root."""
    return ROOT


# Before any test changes it.
_ANSWERED_APART = read._answered_apart


@pytest.fixture(scope="session", autouse=True)
def _read_here() -> Iterator[None]:
    """Files that a desk is given are read in this process: a process of its own takes half a second, and hundreds of tests add an article.

    Tests of that process ask for ``apart``.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            read,
            "_answered_apart",
            lambda name, data, own, seconds: json.loads(
                json.dumps(read.answered(Path(name).name, data, own))
            ),
        )
        yield


@pytest.fixture
def apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have files read in a process of its own, as always outside of tests."""
    monkeypatch.setattr(read, "_answered_apart", _ANSWERED_APART)


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository's site, built once a test run by the real "mkdocs build --strict". Read only."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        # Each worker has a folder of its own inside the run's: the run's is shared.
        folder = folder.parent
    site, log, done = folder / "built-site", folder / "built-site.log", folder / "built-site.done"
    with (folder / "built-site.lock").open("w") as lock:
        # The first worker builds; the others wait here and find it done, or find out why it is not.
        lock_descriptor(lock.fileno())
        if not log.exists():
            command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
            run = subprocess.run(
                command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
            )
            log.write_text(run.stdout, encoding="utf-8")
            if run.returncode == 0:
                done.touch()
    if not done.exists():
        pytest.fail(f"mkdocs build --strict failed:\n{log.read_text(encoding='utf-8')}", pytrace=False)
    return site


@pytest.fixture(scope="session")
def site_server() -> Iterator[Callable[[Path], str]]:
    """Call it with a folder: it serves the folder for the rest of the run and returns the address."""
    addresses: dict[Path, str] = {}
    with ExitStack() as servers:

        def start(folder: Path) -> str:
            if folder not in addresses:
                addresses[folder] = servers.enter_context(serve(folder))
            return addresses[folder]

        yield start


@pytest.fixture(scope="session")
def site_url(built_site: Path, site_server: Callable[[Path], str]) -> str:
    """The address, ending in a slash, of this repository's built site."""
    return site_server(built_site)
