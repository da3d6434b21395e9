"""Whatever lies in a site's folder: every command ends, in words under a code, and never with a traceback."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.cli.main import main
from tests.factory import changed
from tests.printed import site_with_config

ID = "sound-radio-fuse"
ARTICLE = f"content/articles/{ID}.md"
CODE = re.compile(r"[\[ ]V[0-9]{3} [a-z0-9-]+[\]: ]|\"code\": \"V[0-9]{3}\"")
Spoil = Callable[[Path], object]


def laid(name: str, data: bytes | str) -> Spoil:
    """A file with this in it."""

    def spoil(root: Path) -> None:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())

    return spoil


def article(edit: Callable[[bytes], bytes]) -> Spoil:
    """The article's bytes, edited."""

    def spoil(root: Path) -> None:
        path = root / ARTICLE
        path.write_bytes(edit(path.read_bytes()))

    return spoil


def instead(name: str, make: Callable[[Path], object]) -> Spoil:
    """Something else in the place of a file or folder."""

    def spoil(root: Path) -> None:
        path = root / name
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        make(path)

    return spoil


def circle(path: Path) -> None:
    path.symlink_to(path.name)


def around(path: Path) -> None:
    path.symlink_to("..")


ALIASES = "a: &a [x]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
SPOILT: dict[str, Spoil] = {
    "a name of two lines": laid("content/articles/a\nb.md", "---\nx: 1\n---\n"),
    "a long name": laid(f"content/articles/{'a' * 250}.md", "---\nx: 1\n---\n"),
    "two byte order marks": article(lambda data: b"\xef\xbb\xbf" * 2 + data),
    "UTF-16": article(lambda data: data.decode().encode("utf-16")),
    "NUL": article(lambda data: data.replace(b"Sound", b"So\0und")),
    "5 MB": laid("content/sources.yml", "a:\n" + "  b: c\n" * 800_000),
    "deep lists": laid("content/topics/x.yml", "[" * 100_000),
    "deep mappings": laid("content/topics/x.yml", "{a: " * 50_000),
    "aliases": laid("content/sources.yml", ALIASES),
    "a key twice": article(lambda data: data.replace(b"outlet:", b"outlet: x\noutlet:", 1)),
    "a merge key": article(lambda data: data.replace(b"outlet:", b"<<: {a: 1}\noutlet:", 1)),
    "a list as key": article(lambda data: data.replace(b"inferred:", b"? [a]\n: b\ninferred:")),
    "half a character": article(lambda data: data.replace(b"inferred:", b'x: "\\uD800"\ninferred:')),
    "a number too long": article(lambda data: data.replace(b"published: ", b"published: " + b"9" * 400)),
    "claims that are none": article(lambda data: data.replace(b"claims:", b"claims: [a, 1, null, []]\nx:")),
    "an id that is a list": article(lambda data: data.replace(b"id: aboard", b"id: [a]")),
    "a statement that is a list": article(lambda data: data.replace(b"cue: confirmed", b"statement: [a]")),
    "questions that are none": laid(
        "content/topics/cause.yml", "title: a\nlead: b\nquestions: [null, [a]]\n"
    ),
    "stories that are none": laid("content/stories.yml", "a: null\nb: [x]\n"),
    "settings that are none": laid("content/site.yml", "precis_words: {a: 1}\nlanguage: [x]\n"),
    "a folder as article": instead("content/articles/a.md", Path.mkdir),
    "a pipe as article": instead(ARTICLE, os.mkfifo),
    "a link to itself": instead("content/articles/a.md", circle),
    "the folder around": instead("content/articles", around),
    "no content": instead("content", lambda path: path.write_text("x")),
    "content in a circle": instead("content", circle),
    "settings in a circle": instead("mkdocs.yml", circle),
    "a pipe as settings": instead("mkdocs.yml", os.mkfifo),
    "aliases in settings": laid("mkdocs.yml", f"site_name: x\n{ALIASES}"),
    "no date in settings": laid("mkdocs.yml", "site_name: 2031-02-30\n"),
    "texts in a circle": instead("sources", circle),
    "a folder as text": instead("sources/002_radio.txt", Path.mkdir),
    "a pipe as text": instead("sources/002_radio.txt", os.mkfifo),
    "templates in a circle": instead("templates", circle),
}
COMMANDS = (
    ("check",),
    ("check", "--format", "json"),
    ("build",),
    ("diff", "--format", "json"),
    ("publish", ID, "--format", "json"),
    ("add", "PAGE", "--no-input"),
)
DRAFT = changed(f"articles/{ID}.md", "outlet: sound-radio", "draft: true\noutlet: sound-radio")


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_every_command_ends_in_words(spoil: Spoil, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARIORUM_SOURCES", "")
    root = site_with_config(tmp_path, DRAFT)
    page = tmp_path / "page.txt"
    page.write_text("Sound Radio\n\nThe ferry took 140 aboard, the line said on Monday.\n")
    spoil(root)
    for command, *words in COMMANDS:
        given = [str(page) if word == "PAGE" else word for word in words]
        result = CliRunner().invoke(main, [command, "-C", str(root), *given])
        assert isinstance(result.exception, SystemExit | None), (command, result.exception)
        # 2: the folder is no site.
        assert result.exit_code in (0, 1, 2), (command, result.output)
        if result.exit_code == 1:
            assert CODE.search(result.output), (command, result.output)
        if "json" in words and result.exit_code < 2:
            json.loads(result.stdout)


@pytest.mark.parametrize("text", ["utf-8-sig", "crlf"])
def test_what_editors_of_other_systems_write_is_read(text: str, tmp_path: Path) -> None:
    root = site_with_config(tmp_path)
    for path in (root / "content").rglob("*.*"):
        data = path.read_bytes()
        path.write_bytes(b"\xef\xbb\xbf" + data if text == "utf-8-sig" else data.replace(b"\n", b"\r\n"))
    result = CliRunner().invoke(main, ["check", "-C", str(root)])
    assert result.exit_code == 0, result.output
    assert result.output.startswith("No problems found.\n")


@pytest.mark.parametrize(
    "make", [circle, os.mkfifo, lambda path: path.write_text("x")], ids=["circle", "pipe", "file"]
)
def test_no_site_is_begun_in_what_is_no_empty_folder(make: Callable[[Path], object], tmp_path: Path) -> None:
    make(tmp_path / "new")
    result = CliRunner().invoke(main, ["new", str(tmp_path / "new")])
    assert (result.exit_code, "V540 folder-in-use" in result.output) == (1, True), result.output
