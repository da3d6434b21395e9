"""Run a command of the desk as an editor does: in this process, or on a terminal of its own."""

from __future__ import annotations

import itertools
import os
import pty
import select
import signal
import subprocess
import termios
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from builder.cli.main import main
from builder.desk import files as store
from tests.copied import copying, variorum, work_alone

PROMPT = b" > "
"""What a command ends with that waits for one key."""


def run(root: Path, *words: str) -> Result:
    """Run a command on a site; nothing is a terminal."""
    return CliRunner().invoke(main, [words[0], "-C", str(root), *words[1:]], catch_exceptions=False)


def commit(root: Path, *names: str) -> None:
    """Make a site a repository of git, and have these files in its first revision."""
    git = ("git", "-c", "user.name=t", "-c", "user.email=t@example.com")
    for words in (("init", "-q"), ("add", *names), ("commit", "-qm", "first")):
        subprocess.run([*git, *words], cwd=root, check=True, capture_output=True)


PRECIS = "The report tells of a ferry and of who was aboard, and leaves open what stopped it. " * 2
"""As long as the test site wants a précis to be."""


def with_precis(article: Path) -> Path:
    """Write a précis under an article's front matter."""
    article.write_text(f"{article.read_text().rstrip()}\n\n{PRECIS}\n")
    return article


def writer(folder: Path, text: str = PRECIS) -> str:
    """Return a program for EDITOR that writes a text at the head of what it is given, and keeps what was there."""
    path = folder / "writer"
    path.write_text(
        f'#!/bin/sh\n{{ echo "{text}"; cat "$1"; }} > "$1.new" && cat "$1" > {folder}/seen && mv "$1.new" "$1"\n'
    )
    path.chmod(0o755)
    return str(path)


def files(root: Path) -> dict[str, bytes]:
    """Every file of a site, by its name, but for what the program keeps there for itself."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.relative_to(root).parts[0] != ".variorum"
    }


def interrupt_at(monkeypatch: pytest.MonkeyPatch, moment: int) -> None:
    """Interrupt the writing of files at one of its steps, counted from one."""
    calls = itertools.count(1)

    def interrupted(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **more: Any) -> Any:
            if next(calls) == moment:
                raise KeyboardInterrupt
            return real(*args, **more)

        return call

    monkeypatch.setattr(store, "_write", interrupted(store._write))
    monkeypatch.setattr(store.os, "link", interrupted(os.link))


def typed(root: Path, words: list[str], lines: str) -> str:
    """Run a command on a terminal and type lines ahead; return all that it showed."""
    return _on_terminal(root, words, lines, [])


def keys(root: Path, pressed: str, words: list[str], prompt: bytes = PROMPT, **env: str) -> str:
    """Run a command on a terminal and press one key each time it asks; return all that it showed."""
    return _on_terminal(root, words, "", list(pressed), prompt, **env)


def python_on_terminal(code: str) -> str:
    """Run a piece of Python on a terminal; return all that it showed."""
    return _driven(lambda: exec(code, {"__name__": "__main__"}), "", [], PROMPT)  # noqa: S102 - a test's own


def _on_terminal(
    root: Path, words: list[str], ahead: str, waiting: list[str], prompt: bytes = PROMPT, **env: str
) -> str:
    return _driven(variorum(words[0], "-C", root, *words[1:]), ahead, waiting, prompt, **env)


def _waits_for_a_key(terminal: int) -> bool:
    return not termios.tcgetattr(terminal)[3] & termios.ICANON


def _driven(work: Callable[[], object], ahead: str, waiting: list[str], prompt: bytes, **env: str) -> str:
    with copying():
        process, leader = pty.fork()
    if not process:
        work_alone(work, {**os.environ, "TERM": "dumb", "NO_COLOR": "1", **env})
    os.write(leader, ahead.encode())
    shown = b""
    asked = 0
    while True:
        if not select.select([leader], [], [], 30)[0]:
            os.kill(process, signal.SIGKILL)
            break
        try:
            chunk = os.read(leader, 4096)
        except OSError:
            break
        if not chunk:
            break
        shown += chunk
        while waiting and shown.count(prompt) > asked:
            asked += 1
            # What is typed before the terminal waits for single keys is thrown away. Some questions want lines.
            for _ in range(50):
                if _waits_for_a_key(leader):
                    break
                time.sleep(0.01)
            os.write(leader, waiting.pop(0).encode())
    os.waitpid(process, 0)
    os.close(leader)
    text = shown.decode("utf-8", "replace")
    assert "Traceback" not in text, text
    assert not waiting, f"it did not ask for {waiting}:\n{text}"
    return text
