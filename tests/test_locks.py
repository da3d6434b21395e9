"""What is installed is what was locked: each package in one version, with the hashes of its files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCKS = sorted(path.name for path in (ROOT / "requirements").iterdir())


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_has_one_version_and_hashes_and_no_place_of_its_own(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    packages = re.split(r"\n(?=[a-z0-9])", re.sub(r"^ *#.*\n", "", text, flags=re.MULTILINE).strip())
    assert packages
    for package in packages:
        assert re.fullmatch(
            r"[a-z0-9.-]+==[0-9][^\s;]*( ; [^\\]+)?( \\\n    --hash=sha256:[0-9a-f]{64})+", package
        ), package
    assert "://" not in text
    assert "--index" not in text


def test_every_lock_is_made_by_make_lock_and_installed_by_its_hashes() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    installs = re.findall(r"install (.*)-r (requirements/\S+)", makefile)
    assert {(name, options.split()[0]) for options, name in installs} == {
        (f"requirements/{name}", "--require-hashes") for name in LOCKS
    }
    assert set(re.findall(r"--output-file requirements/(\S+)", makefile)) == set(LOCKS)
