"""Serving: a mistake shows in the terminal and over the last good page, with its line, and goes when it is mended."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

import pytest

from builder.adapters.overlay import MOST, Overlay
from tests.desk.test_diff import MKDOCS
from tests.factory import write_site


def answered(
    overlay: Overlay, body: bytes, kind: str = "text/html; charset=utf-8"
) -> tuple[bytes, dict[str, str]]:
    def app(_, start_response):
        start_response("200 OK", [("Content-Type", kind), ("Content-Length", str(len(body)))])
        return [body]

    got: dict[str, str] = {}
    page = b"".join(overlay.wrap(app)({}, lambda status, headers: got.update(headers)))
    return page, got


def test_a_page_is_untouched_while_all_is_well():
    overlay = Overlay()
    overlay.show("x")
    overlay.clear()
    assert answered(overlay, b"<body>hi</body>")[0] == b"<body>hi</body>"


def test_the_box_is_in_pages_only_escaped_and_counted():
    overlay = Overlay()
    overlay.show("2 errors", ['a.md:3: "<script>" [V1]', *["more"] * MOST])
    page, headers = answered(overlay, b"<body>hi</body>")
    assert page.startswith(b"<body>hi<div role=")
    assert page.endswith(b"</div></body>")
    assert b"<script>" not in page
    assert b"a.md:3: &quot;&lt;script&gt;&quot;" in page
    assert b"... and 1 more" in page
    assert int(headers["Content-Length"]) == len(page)
    assert answered(overlay, b"body{}", "text/css")[0] == b"body{}"
    assert answered(overlay, b"no end")[0].startswith(b"no end<div")


@pytest.fixture
def served(tmp_path) -> Iterator[tuple[Path, str, Path]]:
    root = write_site(tmp_path)
    (root / "mkdocs.yml").write_text(MKDOCS)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = tmp_path / "log"
    env = {key: value for key, value in os.environ.items() if key != "VARIORUM_SOURCES"}
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "builder", "serve", "-C", str(root), "-a", f"127.0.0.1:{port}"],
            stdout=out, stderr=subprocess.STDOUT, env=env,
        )  # fmt: skip
        try:
            yield root, f"http://127.0.0.1:{port}/", log
        finally:
            process.terminate()
            process.wait(timeout=20)


def page(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            return answer.read().decode()
    except OSError:
        return ""


def wait_for(what: Callable[[], object], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "nothing happened"
        time.sleep(0.2)


def test_a_mistake_shows_in_terminal_and_browser_and_the_last_good_page_stays(served):
    root, home, log = served
    url = home + "articles/harbour-post-adrift/"
    wait_for(lambda: "Adrift for a night" in page(url))
    path = root / "content/articles/harbour-post-adrift.md"
    good = path.read_text()
    path.write_text(good.replace("question: passengers/aboard", "question: passengers/abord"))
    wait_for(lambda: "variorum-mistake" in page(url))
    shown = page(url)
    line = good.split("\n").index("    question: passengers/aboard") + 1
    assert f"content/articles/harbour-post-adrift.md:{line}: claims[0].question" in shown
    assert "Adrift for a night" in shown
    told = log.read_text()
    assert f"Error: content/articles/harbour-post-adrift.md:{line}:" in told
    mends = re.findall(r"\n    mend: (.+)", told)
    assert mends
    assert escape(mends[0]) in shown
    path.write_text(good.replace("Adrift for a night", "Adrift till dawn"))
    wait_for(lambda: "Adrift till dawn" in page(url))
    assert "variorum-mistake" not in page(url)
    (root / "mkdocs.yml").write_text("site_name: [\n")
    wait_for(lambda: "variorum-mistake" in page(url))
    assert "Adrift till dawn" in page(url)
    assert re.search(r"mkdocs\.yml:\d: not readable as YAML: .*\[V020 yaml-syntax\]", page(url))
    # A pipe would be waited for: neither the browser nor the next change may.
    (root / "mkdocs.yml").unlink()
    os.mkfifo(root / "mkdocs.yml")
    path.write_text(good.replace("Adrift for a night", "Adrift till noon"))
    wait_for(lambda: "mkdocs.yml:1: cannot be read: it is not a file [V001" in page(url))
    (root / "mkdocs.yml").unlink()
    (root / "mkdocs.yml").write_text(MKDOCS)
    path.write_text(good.replace("Adrift for a night", "Adrift till dusk"))
    wait_for(lambda: "Adrift till dusk" in page(url))
    assert not re.search("Traceback", log.read_text())
