"""Named pipes, sockets, devices and links to them where files belong: nobody waits for what never comes."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.cache import regular
from builder.desk.new import new
from builder.proof.private_texts import read_texts
from tests.desk.running import run
from tests.factory import told, write_site
from tests.hang.limits import within

ARTICLE = "tarn-observer-bridge-shut"


def pipe(path: Path) -> None:
    os.mkfifo(path)


def plug(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        # The way to a socket may not be long.
        here = Path.cwd()
        os.chdir(path.parent)
        try:
            one.bind(path.name)
        finally:
            os.chdir(here)


def zeros(path: Path) -> None:
    path.symlink_to("/dev/zero")


KINDS = (pipe, plug, zeros)


def site(tmp_path: Path) -> Path:
    new(tmp_path / "site", None, None)
    return tmp_path / "site"


def put(root: Path, name: str, kind: Callable[[Path], None]) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    kind(path)
    return path


@pytest.mark.parametrize("kind", KINDS)
def test_only_files_are_read(kind, tmp_path):
    path = put(tmp_path, "a", kind)
    with within("a file"), pytest.raises(OSError, match=r"it is not a file|No such device or address"):
        regular.read(path)
    assert regular.is_special(path)
    (tmp_path / "b").write_bytes(b"abc")
    assert (regular.read(tmp_path / "b"), regular.read(tmp_path / "b", 2)) == (b"abc", b"ab")
    assert not regular.is_special(tmp_path / "b")
    assert not regular.is_special(tmp_path)
    assert not regular.is_special(tmp_path / "none")


@pytest.mark.parametrize("kind", [pipe, plug])
@pytest.mark.parametrize(
    "name",
    ["articles/a.md", "articles/harbour-post-adrift.md", "topics/a.yml", "outlets.yml", "site.yml", "a.md"],
)
def test_a_content_file_that_is_none_is_told(kind, name, tmp_path):
    root = write_site(tmp_path)
    put(root, f"content/{name}", kind)
    with within(name):
        found = told(root)
    assert f"content/{name}:1: cannot be read: it is not a file [V001 unreadable-file]" in found


@pytest.mark.parametrize("kind", KINDS)
def test_a_private_text_that_is_no_file_is_not_there(kind, tmp_path, monkeypatch):
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    put(tmp_path, "sources/a.txt", kind)
    put(tmp_path, "sources/other", kind)
    with within("a text"):
        assert read_texts(tmp_path, ["a.txt"]) == {}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", [f"sources/{ARTICLE}.txt", "sources/suggestions-dropped.json"])
def test_suggest_waits_for_nothing_in_the_private_folder(kind, name, tmp_path, monkeypatch):
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    root = site(tmp_path)
    put(root, name, kind)
    with within(name, 30):
        found = run(root, "suggest", ARTICLE)
    if name.endswith(".json"):
        assert found.exit_code == 0
    else:
        assert (found.exit_code, "V521 no-private-text" in found.output) == (1, True)


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [
        ("templates", pipe, "templates:1: cannot be read: it is not a file [V012 bad-template]"),
        (
            "templates/pages/article.html",
            pipe,
            "templates/pages/article.html:1: cannot be read: it is not a file [V012 bad-template]",
        ),
        (
            "templates/parts/a.html",
            plug,
            "templates/parts/a.html:1: cannot be read: it is not a file [V012 bad-template]",
        ),
        (
            "templates/a",
            zeros,
            "templates/a:1: this link leads to nothing else in the site's folder; it is not followed [V033 astray-link]",
        ),
        ("content/a.md", pipe, "content/a.md:1: cannot be read: it is not a file [V001 unreadable-file]"),
        ("content/a.png", pipe, "content/a.png is not a file; it is not copied."),
        ("content/pictures/a.png", plug, "content/pictures/a.png is not a file; it is not copied."),
        (
            "content/a.bin",
            zeros,
            "content/a.bin is a link to nothing else in the content folder; it is not copied.",
        ),
        (
            "content/maps/outline.geojson",
            pipe,
            "content/maps/outline.geojson:1: cannot be read: it is not a file [V034 bad-outline]",
        ),
    ],
)
def test_a_build_tells_what_is_no_file(name, kind, words, tmp_path, capfd):
    root = site(tmp_path)
    put(root, name, kind)
    with within(name, 60):
        found = run(root, "build")
    assert found.exit_code == 1
    assert words in found.output + "".join(capfd.readouterr())
    assert not (root / "site").exists()


@pytest.mark.parametrize(
    "name",
    ["sources/a", f"sources/{ARTICLE}.txt", ".variorum/lock", "ours/main.html", "ours/a.png", "a"],
)
def test_a_build_does_not_wait_for_what_it_has_no_business_with(name, tmp_path):
    root = site(tmp_path)
    settings = root / "mkdocs.yml"
    settings.write_text(
        settings.read_text().replace("  name: material\n", "  name: material\n  custom_dir: ours\n")
    )
    (root / "ours").mkdir()
    put(root, name, pipe)
    with within(name, 60):
        assert run(root, "build").exit_code == 0
    assert (root / "site" / "index.html").is_file()


def test_a_build_does_not_wait_for_what_stands_beside_the_site(tmp_path):
    root = site(tmp_path)
    put(root, ".site.next", pipe)
    command = [sys.executable, "-m", "builder", "build", "-C", str(root)]
    subprocess.run(command, check=False, capture_output=True, timeout=15)
