"""Names that are bytes and no text, and terminals with fewer letters than what is printed: commands work, and end in words."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from builder.cli.entry import escaped
from builder.cli.main import main
from tests.desk.running import commit
from tests.factory import changed
from tests.policy import cannot_run
from tests.printed import site_with_config

NAME = b"r\xff\xe9\xc3\xbc"
"""Latin-1, UTF-8 and neither."""
ENCODINGS = {
    "ascii": {"PYTHONIOENCODING": "ascii:strict"}, "latin-1": {"PYTHONIOENCODING": "latin-1"},
    "utf-8": {"PYTHONIOENCODING": "utf-8:strict"}, "C": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / os.fsdecode(NAME)
    try:
        folder.mkdir()
    except OSError:
        cannot_run("file names have to be UTF-8 here")
    return site_with_config(folder)


def ran(*words: str | Path, cwd: Path | None = None, **env: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command in a process of its own; none may end but in words."""
    done = subprocess.run(
        [sys.executable, "-m", "builder", *map(str, words)], cwd=cwd, capture_output=True, check=False,
        env={**os.environ, "VARIORUM_SOURCES": "", "PYTHONPATH": str(Path(__file__).parents[1]), **env},
    )  # fmt: skip
    for said in (b"Traceback", b"This is unexpected", b"Unicode"):
        assert said not in done.stdout + done.stderr, done.stderr.decode("utf-8", "replace")
    return done


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_site_in_a_folder_whose_name_is_no_text(root: Path, encoding: str) -> None:
    env = ENCODINGS[encoding]
    assert ran("build", "-C", root, **env).returncode == 0
    assert (root / "site" / "topics" / "cause" / "index.html").is_file()
    done = ran("build", cwd=root, **env)
    assert (done.returncode, b"Nothing changed" in done.stdout) == (0, True)
    assert ran("check", "-C", root, **env).returncode == 0
    assert ran("export", "-C", root, root / "out", **env).returncode == 0
    assert (root / "out" / "docs" / "topics" / "cause" / "index.md").is_file()
    assert ran("diff", "-C", root, **env).returncode == 0
    done = ran("export", "-C", root, root, **env)
    assert (done.returncode, b"[V016 site-place]" in done.stderr) == (1, True)
    done = ran("build", "-C", root / "none", **env)
    assert (done.returncode, b"does not exist" in done.stderr) == (2, True)
    done = ran("suggest", "-C", root, os.fsdecode(NAME), **env)
    assert (done.returncode, b"[V520 no-such-article]" in done.stderr) == (1, True)
    done = ran("add", "-C", root, os.fsdecode(NAME), **env)
    assert (done.returncode, b"[V501 no-such-file]" in done.stderr) == (1, True)


def test_git_knows_a_site_in_such_a_folder(root: Path) -> None:
    commit(root, "content")
    assert ran("diff", "-C", root, "--against", "HEAD").returncode == 0
    done = ran("diff", "-C", root, "--against", os.fsdecode(NAME))
    assert (done.returncode, b"[V530 no-reference]" in done.stderr) == (1, True)


def test_files_in_the_content_whose_names_are_no_text(root: Path) -> None:
    name = os.fsdecode(NAME)
    folder = root / "content" / name
    folder.mkdir()
    (folder / f"{name}.png").write_bytes(b"picture")
    for number in (1, 2):
        assert ran("build", "-C", root).returncode == 0, number
        assert (root / "site" / name / f"{name}.png").read_bytes() == b"picture"
    (folder / f"{name}.png").unlink()
    assert ran("build", "-C", root).returncode == 0
    assert not (root / "site" / name).exists()
    (root / "content" / "articles" / f"{name}.md").write_text("x")
    done = ran("build", "-C", root, PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert b'"r\\udcff\\udce9\\xfc.md" cannot become an address' in done.stderr or (
        b'"r\\udcff\\udce9\\u00fc.md" cannot become an address' in done.stderr
    ), done.stderr


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_new_site_in_such_a_folder(tmp_path: Path, encoding: str) -> None:
    env = ENCODINGS[encoding]
    folder = tmp_path / os.fsdecode(NAME)
    done = ran("new", folder, **env)
    if b"Illegal byte sequence" in done.stderr:
        cannot_run("file names have to be UTF-8 here")
    assert done.returncode == 0
    assert 'site_name: "Rü"' in (folder / "mkdocs.yml").read_text(encoding="utf-8")
    done = ran("new", tmp_path / "other", "--name", os.fsdecode(b"a\xff"), **env)
    assert (
        done.returncode,
        b"--name: what is given holds U+DCFF, which is half a character" in done.stderr,
    ) == (1, True)
    done = ran("new", tmp_path / "other", "--requirement", os.fsdecode(b"a\xff"), **env)
    assert (
        done.returncode,
        b"--requirement: what is given holds U+DCFF, which is half a character" in done.stderr,
    ) == (1, True)
    assert not (tmp_path / "other").exists()


def test_json_stays_json_whatever_letters_the_terminal_has(tmp_path: Path) -> None:
    root = site_with_config(tmp_path, changed("topics/cause.yml", "answer: date", "answer: “\U0001f600”"))
    for env in ENCODINGS.values():
        found = json.loads(
            ran("check", "-C", root, "--format", "json", **env).stdout.decode("utf-8", "replace")
        )
        assert found["errors"] >= 1
    told = json.loads(ran("check", "-C", root, "--format", "json", PYTHONIOENCODING="latin-1").stdout)
    assert '"“\U0001f600”" is not one of' in told["problems"][0]["message"]


def test_an_escape_is_what_it_is_in_json() -> None:
    text = "a“\U0001f600\udcff"
    error = UnicodeEncodeError("ascii", text, 1, 4, "why")
    shown, place = escaped(error)
    assert (shown, place) == ("\\u201c\\ud83d\\ude00\\udcff", 4)
    assert json.loads(f'"{shown}"') == text[1:]
    with pytest.raises(UnicodeDecodeError):
        escaped(UnicodeDecodeError("ascii", b"\xff", 0, 1, "why"))


def test_help_is_printed_everywhere() -> None:
    for command in main.commands:
        assert ran(command, "--help", PYTHONIOENCODING="ascii:strict").returncode == 0
