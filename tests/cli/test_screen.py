"""No text of others steers a terminal, whichever command prints it; what it holds is shown."""

from __future__ import annotations

import json
import logging
import os
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.adapters import serve
from builder.adapters.overlay import Overlay
from builder.adapters.telling import logger, tell_line
from builder.build.plan import HalfwayError
from builder.cli import main as cli
from builder.cli import terminal as desk_terminal
from builder.cli.main import main
from builder.cli.screen import echo, guarded, style
from builder.content.problems import UNREADABLE, Problem
from tests.desk.pages import PARAGRAPHS, RECORD, page
from tests.desk.running import keys, typed
from tests.desk.test_diff import MKDOCS
from tests.factory import valid, write_site
from tests.policy import cannot_run

EVIL = "\x1b]0;owned\x07\x1b[8m\x9b31m\x9d\u202e30\u2066\u200b\x7f\x08\t\r"
"""Renames a window, hides what follows, colours it, turns it round, and takes back what stood before."""
OWN = re.compile(r"\x1b\[(?:0|1|4|33)m")
"""Bold, underlined, yellow, and back."""
WAITING = re.compile(r"(?:[^\r\n]* \.\.\. [-\\|/] *\r)+ *\r")
"""What is shown while an editor waits, and wiped out again."""


def shown(output: str) -> str:
    """Return what a command printed, and fail where some of it would steer a terminal."""
    plain = WAITING.sub("", OWN.sub("", output))
    found = {char for char in plain if (ord(char) < 0x20 and char != "\n") or 0x7F <= ord(char) < 0xA0}
    found |= {*plain} & {*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u2028\u2029"}
    assert not found, (ascii(found), ascii(output))
    return plain


def on_terminal(output: str) -> str:
    """Return the same of a terminal of its own, which ends lines by two characters."""
    return shown(output.replace("\r\n", "\n"))


def printed(root: Path, *words: str, code: int | None = None, colour: bool = False) -> str:
    """Run a command on a site, and return all that it printed, which steers no terminal."""
    given = [words[0], "-C", str(root), *words[1:]]
    result = CliRunner().invoke(main, given, catch_exceptions=False, color=colour)
    if code is not None:
        assert result.exit_code == code, result.output
    return shown(result.output)


def hostile_page() -> str:
    record = {
        **RECORD,
        "headline": f"Ferry drifts {EVIL} for a night off Osk",
        "publisher": {"@type": "Organization", "name": f"The {EVIL} Paper"},
        "author": [{"@type": "Person", "name": f"Ina {EVIL} Dahl"}],
    }
    # What readers of HTML let in.
    marks = "\u202e\u2066\x9b31m\u200b&#8238;&#155;&#x9b;"
    body = "".join(f"<p>{text.replace('Monday', f'Mon{marks}day')}</p>" for text in PARAGRAPHS)
    return page(body, record=record)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = write_site(tmp_path)
    (root / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    return root


def named(folder: Path, name: str, text: str = "x") -> Path:
    try:
        path = folder / name.replace("/", "")
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        cannot_run(f"no such file names here: {error}")
    return path


@pytest.mark.parametrize("colour", [False, True])
def test_a_page_is_added_and_its_proposals_are_shown(root: Path, tmp_path: Path, colour: bool) -> None:
    file = named(tmp_path, f"saved{EVIL}.html", hostile_page())
    told = printed(root, "add", str(file), "--slug", "ferry", code=0, colour=colour)
    assert 'outlets.yml has no "The ' in told
    # Control characters of a page are left out; what else nobody sees is written out.
    assert "\\u202e" in told
    for words in (
        ("suggest", "ferry"),
        ("suggest", "ferry", "--all"),
        ("suggest", "ferry", "--format", "json"),
        ("suggest", "ferry", "--write"),
        ("publish", "ferry"),
        ("publish", "ferry", "--format", "json"),
        ("check",),
        ("check", "--format", "json"),
        ("check", "--format", "github"),
        ("diff",),
    ):
        printed(root, *words, colour=colour)


def test_an_editor_is_asked_on_a_terminal(root: Path, tmp_path: Path) -> None:
    file = named(tmp_path, "saved.html", hostile_page())
    told = typed(root, ["add", str(file), "--slug", "ferry"], "new-paper\n\n\n\n\n\n\n\n")
    assert "Outlet (an id" in on_terminal(told)
    on_terminal(keys(root, "sqn", ["suggest", "ferry", "--all"]))
    coloured = keys(root, "sqn", ["suggest", "ferry", "--all"], NO_COLOR="", TERM="xterm")
    assert OWN.search(coloured)
    on_terminal(coloured)


@pytest.mark.parametrize(
    "words",
    [
        ("add", f"no{EVIL}file.html"),
        ("add", f"http://127.0.0.1:1/{EVIL}"),
        ("add", "x.html", "--headline", EVIL, "--published", EVIL),
        ("add", "x.html", "--language", EVIL),
        ("add", "x.html", "--slug", EVIL),
        ("add", "x.html", "--outlet", EVIL),
        ("add", "x.html", "--completeness", EVIL),
        ("suggest", EVIL),
        ("publish", EVIL),
        ("diff", "--against", EVIL),
        ("diff", "--against", f"{EVIL}/site"),
        ("check", "--format", EVIL),
        ("check", "--gold", EVIL),
        ("serve", "--address", EVIL),
        ("build", f"--{EVIL}"),
        ("export", "content"),
    ],
    ids=lambda words: f"{words[0]} {len(''.join(words))}",
)
def test_what_is_asked_for_is_shown_back(root: Path, words: tuple[str, ...]) -> None:
    assert printed(root, *words)


def test_commands_that_need_no_site(tmp_path: Path) -> None:
    for words in ((EVIL,), ("new", str(tmp_path / EVIL)), ("new", str(tmp_path / "x"), "--name", EVIL), ("keys",), ("errors",),
                  ("--help",), ("keys", "--schemas", str(tmp_path / EVIL)), ("check", "-C", EVIL), ("add", "--help")):  # fmt: skip
        result = CliRunner().invoke(main, list(words), catch_exceptions=False)
        assert shown(result.output)


def test_names_of_files_and_words_of_content(root: Path) -> None:
    evil = EVIL.replace("/", "")
    named(root / "content", f"page{evil}.md")
    named(root / "content" / "articles", f"art{evil}.md")
    named(root / "content" / "topics", f"top{evil}.yaml")
    (root / "content" / "articles" / "bad.md").write_bytes(f'---\nheadline: "{EVIL}"\n---\n'.encode())
    (root / "content" / "outlets.yml").write_text(
        valid("outlets.yml") + '"\\u001B[31m\\x9b\\u202e": {"\\x9b": 1}\n', encoding="utf-8"
    )
    for words in (("check",), ("check", "--format", "json"), ("check", "--format", "github"), ("build",), ("diff",),
                  ("export", str(root / EVIL))):  # fmt: skip
        told = printed(root, *words, code=1)
        assert "hidden-character" in told or "nul-byte" in told or "bad-name" in told, told


@pytest.mark.parametrize(
    "settings",
    [
        f'site_name: "Fer{EVIL[:5]}"\n',
        'site_name: "\\u001b[31m\\x9b"\nsite_url: "\\x9b\\u202e"\n',
        'theme: {name: "\\u001b[31m\\x9b"}\n',
        'plugins: ["\\u001b[31m\\x9b\\u202e"]\n',
        'nav: ["\\u202e\\x9b.md"]\n',
        'edit_uri: ["\\u001b\\x9b"]\n',
        '"\\u001b[31m\\x9b": 1\n',
        'site_name: !ENV ["\\x9b\\u001b[31m"]\n',
        'hooks: ["\\x9b\\u001b.py"]\n',
        'markdown_extensions: ["\\x9b\\u001b"]\n',
        'docs_dir: "\\x9b\\u001b[31m"\n',
    ],
)
def test_what_mkdocs_and_libraries_complain_of(root: Path, settings: str) -> None:
    key = settings.partition(":")[0]
    kept = "".join(line for line in MKDOCS.splitlines(keepends=True) if not line.startswith(f"{key}:"))
    (root / "mkdocs.yml").write_text(kept + settings, encoding="utf-8")
    for words in (("build",), ("check",), ("export", str(root / "out"))):
        printed(root, *words)


def test_a_command_of_its_own(root: Path) -> None:
    (root / "mkdocs.yml").write_text(MKDOCS + 'theme: {name: "\\u001b[31m\\x9b"}\n', encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "builder", "build", "-C", str(root)], capture_output=True, check=False
    )
    assert done.returncode == 1
    assert "U+001B [V003" in shown((done.stdout + done.stderr).decode())


def test_a_template_and_a_folder_in_the_way(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = root / "templates" / "pages"
    own.mkdir(parents=True)
    (own / "article.html").write_text(f"{{{{ view['{EVIL[:11]}{EVIL[12:].strip()}'] }}}}", encoding="utf-8")
    assert "bad-template" in printed(root, "build", code=1)

    def fail(*_: object, **__: object) -> None:
        raise HalfwayError(28, EVIL, EVIL)

    monkeypatch.setattr("mkdocs.commands.build.build", fail)
    assert "only part of it is in place" in printed(root, "build", code=1)


def test_what_nobody_foresaw(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError(EVIL)

    monkeypatch.setattr("builder.proof.check.proofread", fail)
    monkeypatch.setattr(sys, "argv", ["variorum", "check", "-C", str(root)])
    with pytest.raises(SystemExit):
        cli._run()
    assert "RuntimeError" in shown(capsys.readouterr().err)
    script = (
        "import sys, builder.cli.main as cli, builder.proof.check as p\n"
        f"def fail(*_, **__): raise RuntimeError({EVIL!r})\n"
        f"p.proofread = fail; sys.argv = ['variorum', 'check', '-C', {str(root)!r}]; cli.run()"
    )
    for more in ({}, {"VARIORUM_TRACEBACK": "1"}):
        done = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, check=False, env={**os.environ, **more}
        )
        assert b"RuntimeError" in done.stderr
        shown((done.stdout + done.stderr).decode())


@pytest.fixture
def answering() -> Iterator[Callable[[bytes], str]]:
    """Answer one request after another with some bytes; give the address."""
    listening = socket.create_server(("127.0.0.1", 0))

    def start(answer: bytes) -> str:
        def serve_all() -> None:
            while True:
                try:
                    peer, _ = listening.accept()
                except OSError:
                    return
                with peer:
                    peer.recv(65536)
                    peer.sendall(answer)

        threading.Thread(target=serve_all, daemon=True).start()
        return f"http://127.0.0.1:{listening.getsockname()[1]}/page"

    yield start
    listening.close()


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.0 404 \x1b[31m\x9b31m\x08gone\r\n\r\n",
        b"HTTP/1.0 \x1b[31m\x9b\r\n\r\n",
        b"\x1b[31m\x9b\x07 no http\r\n\r\n",
        b"HTTP/1.0 302 x\r\nLocation: http://\x1b[31m\x9b.example/\x9b\r\n\r\n",
        b"HTTP/1.0 302 x\r\nLocation: \x9b\x1b[31m:\r\n\r\n",
        b"HTTP/1.0 200 x\r\nContent-Encoding: \x1b[31m\x9b\r\n\r\n",
        b"HTTP/1.0 200 x\r\nContent-Type: \x1b[31m\x9b\r\n\r\nabc",
        b"HTTP/1.0 200 x\r\nContent-Type: text/html; charset=\x1b[31m\x9b\r\n\r\n<html>abc</html>",
        b"HTTP/1.0 200 x\r\nContent-Length: \x1b[31m\x9b\r\n\r\nabc",
    ],
)
def test_what_a_server_answers(root: Path, answer: bytes, answering: Callable[[bytes], str]) -> None:
    assert printed(root, "add", answering(answer), "--allow-local", code=1)


def test_what_mkdocs_own_commands_print_of_ours(
    capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    problem = Problem(f"{EVIL}.md", 1, EVIL, UNREADABLE, EVIL)
    serve.print_problems([problem])
    tell_line(EVIL)
    said = capsys.readouterr().err
    assert "[V001 unreadable-file]" in shown(said)
    with caplog.at_level(logging.INFO, "mkdocs.plugins.variorum"):
        logger().warning("The navigation names %s.", EVIL)
    assert shown(caplog.text.rstrip("\n")).count("navigation names \\u001b") == 1
    assert len(logger().filters) == 1


def test_a_server_tells_its_browser_too() -> None:
    overlay = Overlay()
    overlay.show(f"2 {EVIL}", [f"<b>{EVIL}\udcff", "more"])
    html = shown(overlay.html)
    assert html.encode()
    assert "&lt;b&gt;\\u001b" in html
    assert "\\udcff" in html


def test_only_our_own_colours_pass(capsys: pytest.CaptureFixture[str]) -> None:
    with guarded():
        echo("\x1b[1mbold\x1b[0m")
        echo(f"{style(EVIL, bold=True)}.", styled=True)
        sys.stdout.write("\x1b[1mnot ours\x1b[0m\n")
        sys.stderr.writelines(["\x9b", "\n"])
        sys.stdout.buffer.write(b"\x1b[1mbytes\xff\xc2\x9b\tof\n")
        sys.stdout.flush()
        assert sys.stdout.isatty() is False
    assert not hasattr(sys.stdout, "_stream")
    said = capsys.readouterr()
    assert said.out.splitlines()[0] == "\\u001b[1mbold\\u001b[0m"
    assert said.out.splitlines()[-2:] == [
        "\\u001b[1mnot ours\\u001b[0m",
        "\\u001b[1mbytes\\udcff\\u009b\tof",
    ]
    assert said.err == "\\u009b\n"
    shown(said.out.replace("\tof", ""))


def test_a_sign_of_life_steers_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[bytes] = []
    monkeypatch.setattr(desk_terminal.os, "write", lambda _, data: written.append(data))
    monkeypatch.setattr(desk_terminal, "_PATIENCE", 0.01)
    monkeypatch.setattr(sys, "stderr", Looked())
    with desk_terminal.progress(f"Reading {EVIL}") as tell:
        threading.Event().wait(0.3)
        tell(EVIL)
        threading.Event().wait(0.3)
    assert len(written) > 2
    for line in written:
        assert re.fullmatch(rb"[\x20-\x7e]*\r", line), line


class Looked:
    """A terminal that somebody looks at."""

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return 2

    def write(self, text: str) -> int:
        return len(text)

    def flush(self) -> None:
        return


def test_nothing_is_printed_past_the_gate(repository: Path) -> None:
    """All that prints does so through ``builder.cli.screen``; what else asks the terminal stands here by name."""
    asked = re.compile(
        r"click\.(?:echo|secho|style|prompt|confirm|getchar|edit|progressbar|echo_via_pager)\(|sys\.std(?:out|err)\.write|os\.write\(|(?<!def )(?<!\.)\bprint\("
    )
    found = {
        (path.relative_to(repository).as_posix(), match[0])
        for path in (repository / "builder").rglob("*.py")
        for match in asked.finditer(path.read_text(encoding="utf-8"))
    }
    assert found == {
        ("builder/cli/screen.py", "click.echo("),
        ("builder/cli/screen.py", "click.style("),
        ("builder/adapters/telling.py", "sys.stderr.write"),
        # Words of our own alone.
        ("builder/cli/entry.py", "sys.stderr.write"),
        # Pipes, not terminals.
        ("builder/desk/intake/read.py", "sys.stdout.write"),
        # Escapes what it says.
        ("builder/cli/terminal.py", "os.write("),
        # Ask through click, which prints through the gate.
        ("builder/cli/terminal.py", "click.prompt("),
        ("builder/cli/review.py", "click.prompt("),
        ("builder/cli/review.py", "click.getchar("),
        ("builder/cli/review.py", "click.edit("),
    }


def test_json_is_still_json(root: Path) -> None:
    named(root / "content" / "articles", f"art{EVIL.replace('/', '')}.md")
    found = json.loads(printed(root, "check", "--format", "json"))
    assert found["errors"] == 1
