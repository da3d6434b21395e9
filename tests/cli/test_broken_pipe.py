"""Whoever reads what a command prints may stop reading: every command ends then, and says nothing of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.copied import Copied, variorum
from tests.factory import changed, write_site
from tests.printed import site_with_config

ENVIRONMENT = {**os.environ, "VARIORUM_SOURCES": ""}


def unread(root: Path, *words: str, error: bool = False) -> tuple[int, str]:
    """Run a command whose output (or else what it says of errors) nobody reads; return how it ended, and all else it said."""
    reader, writer = os.pipe()
    os.close(reader)
    at = ["-C", str(root)] if words[0] not in ("keys", "errors", "--help", "new") else []
    command = Copied(
        variorum(words[0], *at, *words[1:]),
        env=ENVIRONMENT,
        out=None if error else writer,
        err=writer if error else None,
    )
    os.close(writer)
    code, out, err = command.ended()
    return code, out or err


@pytest.mark.parametrize(
    "words",
    [
        ("--help",),
        ("keys",),
        ("errors",),
        ("check",),
        ("check", "--format", "json"),
        ("diff", "--against", "site"),
        ("diff", "--against", "site", "--format", "json"),
        ("build",),
        ("export", "out"),
        ("clean",),
        ("suggest", "--help"),
        ("publish", "sound-radio-fuse"),
        ("publish", "sound-radio-fuse", "--format", "json"),
    ],
    ids=" ".join,
)
def test_output_that_nobody_reads(words: tuple[str, ...], tmp_path: Path) -> None:
    draft = changed("articles/sound-radio-fuse.md", "outlet: sound-radio", "draft: true\noutlet: sound-radio")
    root = site_with_config(tmp_path, draft if words[0] == "publish" else None)
    if words[0] in ("diff", "clean"):
        subprocess.run(
            [sys.executable, "-m", "builder", "build", "-C", str(root)], check=True, env=ENVIRONMENT, capture_output=True
        )  # fmt: skip
    given = [str(root / word) if word in ("site", "out") else word for word in words]
    assert unread(root, *given) == (-signal.SIGPIPE, "")


def test_errors_that_nobody_reads(tmp_path: Path) -> None:
    assert unread(write_site(tmp_path), "build", error=True) == (-signal.SIGPIPE, "")
    assert unread(tmp_path / "site", "publish", "no-such", error=True) == (-signal.SIGPIPE, "")


def test_a_shell_sees_the_usual_code(tmp_path: Path) -> None:
    line = f"{sys.executable} -m builder keys | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], check=True, capture_output=True, text=True, env=ENVIRONMENT)
    assert (done.stdout, done.stderr) == ("141\n", "")
