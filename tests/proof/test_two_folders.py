"""Full texts lie in the site's own folder or in the one that the environment names: they are found in both."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from builder.build.inventory import Inventory
from builder.desk.desk import Desk
from builder.proof import private_texts
from builder.proof.check import proofread
from tests.factory import valid, write_site

POST = b"The Harbour Post. About 140 passengers were on board, the ferry line said."
RADIO = b"Sound Radio. The ferry took 140 aboard, the Marlo Ferry Line confirmed."


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with one text in its own folder and one beside it."""
    files = {}
    for name, mark, text in (("harbour-post-adrift", "1a", POST), ("sound-radio-fuse", "2b", RADIO)):
        path = f"articles/{name}.md"
        files[path] = valid(path).replace(mark * 32, hashlib.sha256(text).hexdigest())
    root = write_site(tmp_path, files)
    (root / "sources").mkdir()
    (root / "sources" / "001_harbour.txt").write_bytes(POST)
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "002_radio.txt").write_bytes(RADIO)
    monkeypatch.setenv("VARIORUM_SOURCES", str(tmp_path / "shared"))
    return root


def test_check_and_desk_find_texts_in_both(root: Path) -> None:
    read = proofread(root)
    assert read.texts is not None
    assert sorted(read.texts) == ["001_harbour.txt", "002_radio.txt"]
    assert "source-missing" not in {problem.kind.name for problem in read.problems}
    assert "sound-radio-fuse/aboard" in read.proof.proved
    assert sorted(Desk(root).texts) == ["harbour-post-adrift", "sound-radio-fuse"]


def test_a_build_sees_that_one_of_them_changes(root: Path, tmp_path: Path) -> None:
    def key() -> list[str]:
        inventory = Inventory(root)
        return [inventory.key(part) for part in inventory.parts]

    before = key()
    assert key() == before
    for path in (root / "sources" / "001_harbour.txt", tmp_path / "shared" / "002_radio.txt"):
        path.write_bytes(path.read_bytes() + b" More.")
        after = key()
        assert after != before
        before = after


def test_new_texts_go_where_the_environment_says(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert private_texts.folders(root) == (tmp_path / "shared", root / "sources")
    assert Desk(root).private == tmp_path / "shared"
    monkeypatch.setenv("VARIORUM_SOURCES", str(root / "sources"))
    assert private_texts.folders(root) == (root / "sources",)
    monkeypatch.setenv("VARIORUM_SOURCES", str(root / "none"))
    assert private_texts.folders(root) == (root / "sources",)
    shutil.rmtree(root / "sources")
    assert private_texts.folders(root) == ()


def test_make_names_the_folder_beside_a_checkout_that_has_its_own_too(
    tmp_path: Path, repository: Path
) -> None:
    checkout = tmp_path / "checkout"
    (checkout / "sources").mkdir(parents=True)
    (tmp_path / "shared" / "sources").mkdir(parents=True)
    makefile = (repository / "Makefile").read_text(encoding="utf-8")
    (checkout / "Makefile").write_text(
        f"{makefile}\ncheck: ; @echo at $$VARIORUM_SOURCES\n", encoding="utf-8"
    )
    env = {
        key: value
        for key, value in os.environ.items()
        if key not in ("VARIORUM_SOURCES", "MAKEFLAGS", "MFLAGS")
    }
    for name in ("requirements/dev.txt", "pyproject.toml", ".venv/bin/python", ".venv/.dev-ready"):
        (checkout / name).parent.mkdir(parents=True, exist_ok=True)
        (checkout / name).touch()
    done = subprocess.run(
        ["make", "--no-print-directory", "check"],
        cwd=checkout,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines()[-1:] == [f"at {tmp_path / 'shared' / 'sources'}"], done.stderr
