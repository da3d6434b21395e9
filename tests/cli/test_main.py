"""The command: what it says, and with which code it ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.cli.main import main
from tests.factory import changed
from tests.printed import site_with_config


@pytest.fixture(autouse=True)
def _no_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tiny site has no private texts; those of this repository's own site are not its business."""
    monkeypatch.setenv("VARIORUM_SOURCES", "")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.mark.parametrize("command", ["build", "check", "serve", "export"])
def test_help_teaches_the_exit_codes(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    for code in ("0  all is well", "1  the content has problems", "2  the command was used wrongly"):
        assert code in result.output


def test_build(tmp_path: Path) -> None:
    root = site_with_config(tmp_path)
    result = run("build", "-C", root)
    assert result.exit_code == 0, result.output
    assert "Built " in result.output
    assert "pages in" in result.output
    assert "index.html" in result.output
    assert "make serve" in result.output
    assert (root / "site" / "topics" / "cause" / "index.html").is_file()


def test_build_with_problems(tmp_path: Path) -> None:
    root = site_with_config(tmp_path, changed("topics/cause.yml", "answer: date", "answer: guess"))
    result = run("build", "-C", root)
    assert result.exit_code == 1
    assert "content/topics/cause.yml:7: questions[0].answer" in result.output
    assert "error" in result.output
    assert "Traceback" not in result.output
    assert not (root / "site").exists()


def test_check(tmp_path: Path) -> None:
    result = run("check", "-C", site_with_config(tmp_path))
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "No problems found."


def test_check_with_problems(tmp_path: Path) -> None:
    root = site_with_config(tmp_path, changed("topics/cause.yml", "answer: date", "answer: guess"))
    result = run("check", "-C", root)
    assert result.exit_code == 1
    assert result.stdout.startswith("Error: content/topics/cause.yml:7: questions[0].answer: ")
    told = [line for line in result.stdout.splitlines() if line.startswith("Error: content/")]
    assert f"{len(told)} error{'s'[: len(told) != 1]}, 0 warnings" in result.stdout.splitlines()


def test_check_with_warnings_only_is_well(tmp_path: Path) -> None:
    root = site_with_config(tmp_path, {"site.yml": "precis_words: [120, 200]\n"})
    result = run("check", "-C", root)
    assert result.exit_code == 0
    assert "0 errors, 2 warnings" in result.stdout.splitlines()


@pytest.mark.parametrize("command", ["build", "serve", "export"])
def test_a_folder_without_a_site_is_wrong_use(command: str, tmp_path: Path) -> None:
    result = run(command, "-C", tmp_path, *(["out"] if command == "export" else []))
    assert result.exit_code == 2
    assert "no mkdocs.yml" in result.output


def test_a_broken_configuration_is_told_without_a_traceback(tmp_path: Path) -> None:
    root = site_with_config(tmp_path, more="docs_dri: content\nuse_directory_urls: perhaps\n")
    result = run("build", "-C", root)
    assert result.exit_code == 1
    assert "use_directory_urls" in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize("command", ["build", "serve", "export"])
def test_a_day_that_no_calendar_has_in_the_configuration(command: str, tmp_path: Path) -> None:
    root = site_with_config(tmp_path, more="extra: {since: 2024-12-40}\n")
    result = run(command, "-C", root, *([tmp_path / "out"] if command == "export" else []))
    assert (result.exit_code, type(result.exception)) == (1, SystemExit)
    told = (
        "mkdocs.yml:8: extra.since: 2024-12-40 is read as a date, and is none: day is out of range for month"
    )
    assert f"{told}. Put it in quotation marks [V013 bad-settings]" in result.output


def test_export(tmp_path: Path) -> None:
    root = site_with_config(tmp_path)
    assert run("export", "-C", root, tmp_path / "out").exit_code == 0
    assert (tmp_path / "out" / "docs" / "topics" / "cause" / "index.md").is_file()
    assert run("export", "-C", root, tmp_path / "out").exit_code == 0


def test_an_export_keeps_away_from_what_somebody_wrote(tmp_path: Path) -> None:
    root = site_with_config(tmp_path)
    for folder, why in (
        (root, "is or holds the site's root"),
        (root / "content" / "new", "lies in the content"),
    ):
        result = run("export", "-C", root, folder)
        assert result.exit_code == 1
        assert f"{why} (" in result.output
        assert "[V016 site-place]" in result.output
    other = tmp_path / "other"
    other.mkdir()
    (other / "mine.txt").touch()
    result = run("export", "-C", root, other)
    assert result.exit_code == 1
    assert "mine.txt [V017 foreign-files]" in result.output


def test_export_with_problems(tmp_path: Path) -> None:
    root = site_with_config(tmp_path, {"stories.yml": None})
    result = run("export", "-C", root, tmp_path / "out")
    assert result.exit_code == 1
    assert "stories.yml is missing" in result.output
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("words", "code"), [(("errors",), 0), (("check",), 1), (("no-such-command",), 2)])
def test_a_process_ends_as_the_command_does(words: tuple[str, ...], code: int, tmp_path: Path) -> None:
    """With all that it says, though it does not wait until Python has tidied up."""
    done = subprocess.run(
        [sys.executable, "-m", "builder", *words, *(["-C", str(tmp_path)] if code == 1 else [])],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code
    told = run(*words, *(["-C", tmp_path] if code == 1 else []))
    assert (done.stdout, bool(done.stderr)) == (told.stdout, bool(told.stderr))


@pytest.mark.parametrize("traceback", ["", "1"])
def test_what_nobody_foresaw_is_told_in_words(traceback: str, tmp_path: Path) -> None:
    root = site_with_config(tmp_path)
    (root / "own").mkdir()
    (root / "own" / "main.html").write_text(
        '{% extends "base.html" %}{% block footer %}{{ 1 // 0 }}{% endblock %}'
    )
    settings = root / "mkdocs.yml"
    lines = [
        line for line in settings.read_text(encoding="utf-8").splitlines() if not line.startswith("theme")
    ]
    settings.write_text("\n".join([*lines, "theme: {name: material, custom_dir: own}\n"]), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "builder", "build", "-C", str(root)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "VARIORUM_TRACEBACK": traceback},
    )
    assert done.returncode == 1
    assert ("Traceback" in done.stderr) == bool(traceback)
    assert ("VARIORUM_TRACEBACK=1" in done.stderr) != bool(traceback)
    assert "ZeroDivisionError: " in done.stderr
    assert not (root / "site").exists()
