"""A settings file that MkDocs cannot read: every command tells it, with file, line and code, and none waits or raises."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from mkdocs.commands.build import build
from mkdocs.config import load_config

from builder.adapters.serve import ContentAbort
from builder.cli.main import main
from builder.content import settings_file as settingsfile
from builder.content.settings_file import MAX_BYTES, look
from tests.printed import site_with_config

GOOD = "site_name: A\n"
COMMANDS = {
    "build": (), "serve": (), "export": ("out",), "check": (), "diff": (), "suggest": ("harbour-post-adrift",),
    "publish": ("harbour-post-adrift",), "add": ("page.html", "--no-input"),
}  # fmt: skip


def spoil(how: Callable[[Path], object], root: Path) -> None:
    """Put something else in the place of a site's settings file."""
    path = root / "mkdocs.yml"
    path.unlink(missing_ok=True)
    how(path)


def linked_to_nothing(path: Path) -> None:
    path.symlink_to("nothing.yml")


def linked_to_itself(path: Path) -> None:
    path.symlink_to(path.name)


def text(content: str | bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content.encode() if isinstance(content, str) else content)


SPOILT: dict[str, tuple[Callable[[Path], object], str]] = {
    "a folder": (Path.mkdir, "1: cannot be read: it is a folder [V001 unreadable-file]"),
    "a pipe": (os.mkfifo, "1: cannot be read: it is not a file [V001 unreadable-file]"),
    "a link to nothing": (
        linked_to_nothing,
        "1: cannot be read: No such file or directory [V001 unreadable-file]",
    ),
    "not UTF-8": (text(b"site_name: A\nextra: \xe9\n"), "2: not UTF-8 text: byte 0xe9 [V002 not-utf8]"),
    "UTF-16": (text(GOOD.encode("utf-16")), "1: not UTF-8 text: byte 0xff [V002 not-utf8]"),
    "a control character": (
        text("site_name: A\n\nextra: {a: b\x1b}\n"),
        "3: holds the control character U+001B [V003 nul-byte]",
    ),
    "empty": (text("# nothing\n"), "1: the file is empty [V004 empty-file]"),
    "too large": (
        text(GOOD + "#" * MAX_BYTES),
        "1: the file has more than 1,000,000 bytes [V007 file-too-large]",
    ),
    "a list": (
        text("\n- site_name: A\n"),
        "2: a mapping of settings to values belongs here [V013 bad-settings]",
    ),
    "a bracket left open": (
        text(f"{GOOD}extra: {{a: [b\n"),
        "2: not readable as YAML: while parsing a flow sequence, expected ',' or ']', but got '<stream end>' [V020 yaml-syntax]",
    ),
    "two documents": (
        text(f"{GOOD}---\n{GOOD}"),
        "2: not readable as YAML: but found another document [V020 yaml-syntax]",
    ),
    "no such anchor": (
        text(f"{GOOD}extra: *a\n"),
        "2: not readable as YAML: found undefined alias 'a' [V020 yaml-syntax]",
    ),
    "deep": (
        text(f"{GOOD}extra: {'[' * 60}{']' * 60}\n"),
        "2: nested deeper than 50 levels [V024 too-deep]",
    ),
    "very deep": (text("[" * 5000 + "]" * 5000), "1: nested deeper than 50 levels [V024 too-deep]"),
    "NUL": (text('site_name: "a\\0b"\n'), "1: site_name: holds the control character U+0000 [V003 nul-byte]"),
    "NUL in a folder's name": (
        text(f'{GOOD}site_dir: "a\\0b"\n'),
        "2: site_dir: holds the control character U+0000 [V003 nul-byte]",
    ),
    "NUL inside": (
        text(f'{GOOD}nav:\n  - a: [b.md, "c\\0.md"]\n'),
        "3: nav[0].a[1]: holds the control character U+0000 [V003 nul-byte]",
    ),
    "NUL in a key": (
        text(f'{GOOD}extra:\n  "a\\0b": 1\n'),
        "3: extra: holds the control character U+0000 [V003 nul-byte]",
    ),
    "half a pair": (
        text('site_name: "a\\ud800b"\n'),
        "1: site_name: holds U+D800, which is half a character [V003 nul-byte]",
    ),
    "beyond Unicode": (
        text('site_name: "a\\U00110000b"\n'),
        "1: not readable as YAML: chr() arg not in range(0x110000) [V020 yaml-syntax]",
    ),
    "inherits a folder": (
        text(f"{GOOD}INHERIT: content\n"),
        "content:1: cannot be read: it is a folder [V001 unreadable-file]",
    ),
    "inherits nothing": (
        text(f"{GOOD}INHERIT: base.yml\n"),
        "2: INHERIT: base.yml is missing [V010 missing-file]",
    ),
    "inherits itself": (
        text(f"{GOOD}INHERIT: ./mkdocs.yml\n"),
        "2: INHERIT: the files inherit each other in a circle [V013 bad-settings]",
    ),
    "inherits a list": (
        text(f"{GOOD}INHERIT: [a]\n"),
        "2: INHERIT: the name of a file belongs here [V013 bad-settings]",
    ),
}


def expected(told: str) -> str:
    return told if told.startswith("content:") else f"mkdocs.yml:{told}"


@pytest.mark.parametrize("name", SPOILT)
def test_what_stands_in_the_way_is_told_with_its_line(name: str, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    spoil(SPOILT[name][0], tmp_path)
    assert [str(problem) for problem in look(tmp_path).problems] == [expected(SPOILT[name][1])]


def test_a_link_to_itself(tmp_path: Path) -> None:
    spoil(linked_to_itself, tmp_path)
    (problem,) = look(tmp_path).problems
    assert str(problem) in (
        "mkdocs.yml:1: cannot be read: Too many levels of symbolic links [V001 unreadable-file]",
        "mkdocs.yml:1: cannot be read: the link leads to itself [V001 unreadable-file]",
    )


def test_a_file_without_the_right_to_read_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may read everything, so the system's answer is put in its mouth."""
    (tmp_path / "mkdocs.yml").write_text(GOOD)
    real = Path.open

    def refused(path: Path, *args: object, **more: object) -> object:
        if path.name == "mkdocs.yml":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *args, **more)

    monkeypatch.setattr(Path, "open", refused)
    (problem,) = look(tmp_path).problems
    assert str(problem) == "mkdocs.yml:1: cannot be read: Permission denied [V001 unreadable-file]"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site_with_config(tmp_path_factory.mktemp("whole"))


def run(root: Path, command: str) -> Result:
    words = [str(root / word) if word == "out" else word for word in COMMANDS[command]]
    return CliRunner().invoke(main, [command, "-C", str(root), *words])


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_tells_it_and_ends_with_1(
    command: str, whole: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    before = (whole / "mkdocs.yml").read_bytes()
    try:
        for name, (how, told) in SPOILT.items():
            spoil(how, whole)
            result = run(whole, command)
            assert (result.exit_code, type(result.exception)) == (1, SystemExit), (name, result.output)
            assert f"Error: {expected(told)}\n" in result.output, name
            assert "This is unexpected" not in result.output
            path = whole / "mkdocs.yml"
            path.rmdir() if path.is_dir() else path.unlink()
    finally:
        (whole / "mkdocs.yml").write_bytes(before)
    assert not (whole / "site").exists()


def test_check_says_where_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARIORUM_SOURCES", "")
    root = site_with_config(tmp_path)
    (root / "mkdocs.yml").unlink()
    result = run(root, "check")
    assert result.exit_code == 0
    assert "There is no mkdocs.yml here" in result.stderr
    assert result.stdout.startswith("No problems found.")


def test_json_of_a_check_has_it_too(tmp_path: Path) -> None:
    root = site_with_config(tmp_path)
    spoil(text("- a\n"), root)
    result = CliRunner().invoke(main, ["check", "-C", str(root), "--format", "json"])
    assert result.exit_code == 1
    assert '"code": "V013"' in result.stdout


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ('site_description: "a\\0b"\n', "site_description: holds the control character U+0000"),
        ('extra_css: ["a\\0b.css"]\n', "extra_css[0]: holds the control character U+0000"),
        (
            'extra: {social: [{link: "\\e[31m"}]}\n',
            "extra.social[0].link: holds the control character U+001B",
        ),
        ('copyright: "a\\ud800b"\n', "copyright: holds U+D800, which is half a character"),
    ],
)
def test_mkdocs_itself_prints_nothing_of_it(
    more: str, fault: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = site_with_config(tmp_path, more=more)
    with pytest.raises(ContentAbort) as stopped:
        build(load_config(str(root / "mkdocs.yml")))
    assert stopped.value.code == 1
    told = capsys.readouterr().err
    assert f": {fault} [V003 nul-byte]" in told
    assert not (root / "site").exists()


def test_what_mkdocs_takes_is_taken(tmp_path: Path) -> None:
    """Tags, anchors, merged keys, other alphabets, a mark at the beginning, and settings from further files."""
    (tmp_path / "up.yml").write_text("docs_dir: ./texts/\nextra: {a: 1}\n")
    (tmp_path / "base.yml").write_text("INHERIT: up.yml\nsite_name: B\n")
    (tmp_path / "mkdocs.yml").write_text(
        "\ufeffsite_name: Überblick \U0001f600\nINHERIT: base.yml\nextra: &x {a: !ENV [HOME, b]}\n"
        "other: {<<: *x, f: !!python/name:os.path.join , again: *x}\nempty:\n",
        encoding="utf-8",
    )
    found = look(tmp_path)
    assert (found.problems, found.docs_dir, found.missing) == ([], "texts", False)


@pytest.mark.parametrize(
    ("settings", "folder"),
    [
        (GOOD, "content"), ("docs_dir: texts\n", "texts"), ("docs_dir: !ENV [DOCS, texts]\n", "content"),
        ("docs_dir: a\ndocs_dir: texts\n", "texts"), ("extra:\n  docs_dir: texts\n", "content"), ("docs_dir: 7\n", "content"),
        ('{"docs_dir": "a/../texts"}\n', "texts"),
    ],
)  # fmt: skip
def test_which_folder_has_the_content(settings: str, folder: str, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(settings)
    assert look(tmp_path).docs_dir == folder


def test_the_desk_works_in_the_folder_that_the_settings_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    root = site_with_config(tmp_path)
    (root / "content").rename(root / "texts")
    path = root / "mkdocs.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("docs_dir: content", "docs_dir: texts"))
    result = run(root, "suggest")
    assert "V521 no-private-text" in result.output
    (root / "texts").rename(root / "elsewhere")
    result = run(root, "suggest")
    assert result.exit_code == 1
    assert (
        "texts:1: the folder texts/ is missing, which mkdocs.yml names as docs_dir [V010 missing-file]"
        in result.output
    )


def test_no_anchor_makes_it_take_long(tmp_path: Path) -> None:
    rows = ["a: &a [ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    rows += [f"{chr(b)}: &{chr(b)} [{', '.join([f'*{chr(b - 1)}'] * 9)}]" for b in range(ord("b"), ord("z"))]
    (tmp_path / "mkdocs.yml").write_text("\n".join(rows))
    done = subprocess.run(
        [sys.executable, "-c", f"from pathlib import Path; from {settingsfile.__name__} import look; look(Path('.'))"],
        cwd=tmp_path, timeout=60, check=False, env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    assert done.returncode == 0


BOMB = "".join(f"x{n}: &x{n} [{', '.join([f'*x{n - 1}'] * 10)}]\n" for n in range(1, 9))


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        (f"site_name: x\nx0: &x0 [a]\n{BOMB}", 8, "V022"),
        ("site_name: x\na: &a [1, *a]\n", 2, "V022"),
        ("site_name: x\na: &a {b: {c: *a}}\n", 2, "V022"),
        ("site_name: x\nextra:\n  since: 2031-02-30\n", 3, "V013"),
    ],
)
def test_what_mkdocs_would_never_end_with_or_not_say_where_is_told_at_its_line(
    text: str, line: int, code: str, tmp_path: Path
) -> None:
    (tmp_path / "mkdocs.yml").write_text(text)
    [problem] = look(tmp_path).problems
    assert (problem.path, problem.line, problem.kind.code) == ("mkdocs.yml", line, code)


def test_an_alias_used_in_many_places_is_none_of_these(tmp_path: Path) -> None:
    shared = "".join(f"  k{n}: *a\n" for n in range(1_000))
    (tmp_path / "mkdocs.yml").write_text(
        f"site_name: x\na: &a {{b: [1, 2], c: 2031-02-28}}\nextra:\n{shared}"
    )
    assert look(tmp_path).problems == []
