"""Files and hosts that are made to do harm, and a run that is killed at any moment."""

from __future__ import annotations

import gzip
import io
import os
import random
import shutil
import socket
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pypdf
import pytest

from builder.content.problems import errors
from builder.desk.intake import fetch as fetching
from builder.desk.intake.read import read_apart
from builder.desk.kinds import Refusal
from tests.copied import Copied, variorum
from tests.desk.intake.test_fetch import server  # noqa: F401 - a fixture
from tests.desk.pages import PARAGRAPHS, RECORD, page, pdf
from tests.factory import check, write_site

# What is hostile here is to be held off by the limits of a process of its own.
pytestmark = pytest.mark.usefixtures("apart")

LINES = (
    "A plain line of text that is long enough to be part of an article, or so it looks to the reader",
) * 5


def refused(name: str, data: bytes) -> tuple[str, float]:
    began = time.monotonic()
    with pytest.raises(Refusal) as caught:
        read_apart(name, data)
    return caught.value.kind.name, time.monotonic() - began


def locked(user: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(*LINES)))
    writer.encrypt(user, "owner")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_pdf_with_a_password_is_told_and_one_that_only_forbids_changes_is_read():
    assert refused("a.pdf", locked("secret"))[0] == "broken-file"
    assert LINES[0] in read_apart("a.pdf", locked("")).text


def bomb(filters: int, content: bytes) -> bytes:
    """A PDF of some kilobytes whose page unpacks to the content."""
    stream = content
    for _ in range(filters):
        stream = zlib.compress(stream, 9)
    plain = pdf("x").split(b"4 0 obj\n")
    tail = plain[1].split(b"endobj\n", 1)[1]
    named = b"[" + b" /FlateDecode" * filters + b" ]"
    body = b"<< /Length %d /Filter %s >>\nstream\n" % (len(stream), named) + stream + b"\nendstream\nendobj\n"
    return plain[0] + b"4 0 obj\n" + body + tail


def test_a_pdf_that_unpacks_to_much_is_refused_in_time():
    data = bomb(2, b"BT " + b" " * 400_000_000)
    assert len(data) < 20_000
    kind, seconds = refused("a.pdf", data)
    assert (kind, seconds < 60) == ("broken-file", True)


@pytest.mark.parametrize("tag", ["div", "b", "table"])
def test_a_hundred_thousand_nested_tags_are_no_article(tag):
    text = f"<html><body>{f'<{tag}>' * 100_000}{''.join(f'<p>{p}</p>' for p in PARAGRAPHS)}"
    kind, seconds = refused("a.html", text.encode())
    assert (kind, seconds < 60) == ("no-article-text", True)


def test_entities_that_name_one_another_are_not_unfolded():
    names = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    text = f'<!DOCTYPE html [<!ENTITY e0 "ha">{names}]>{page()}'.replace("</h1>", "&e11;</h1>")
    assert len(read_apart("a.html", text.encode()).text) < 20_000


def test_a_packed_answer_is_never_unpacked(monkeypatch):
    """Nobody asked for it: a small packed answer can hold gigabytes."""
    packed = gzip.compress(b"<html>" + b" " * 50_000_000)
    answer = b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + packed
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        child = os.fork()
        if child == 0:
            peer, _ = listening.accept()
            peer.recv(4096)
            peer.sendall(answer)
            os._exit(0)
        with pytest.raises(Refusal, match="sends only compressed pages"):
            fetching.fetch(f"http://127.0.0.1:{port}/", allow_local=True)
        os.waitpid(child, 0)


def test_a_name_that_changes_its_mind_reaches_only_the_address_that_was_judged(server, monkeypatch):  # noqa: F811
    """The first answer is public, every later one is this machine: nothing may ask a second time."""
    asked: list[str] = []
    real = socket.getaddrinfo

    def rebinding(host, port, *args, **more):
        if host != "rebind.example":
            return real(host, port, *args, **more)
        asked.append(host)
        address = "192.0.2.7" if len(asked) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    connected: list[str] = []

    def connect(address, *args, **more):
        connected.append(address[0])
        raise OSError("no way there")

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    monkeypatch.setattr(socket, "create_connection", connect)
    # 192.0.2.0/24 stands for a public address here; it is set aside for examples.
    monkeypatch.setattr(fetching, "is_local", lambda address: address.startswith("127."))
    with pytest.raises(Refusal) as caught:
        fetching.fetch(f"http://rebind.example:{server.rpartition(':')[2]}/page")
    assert caught.value.kind.name == "not-fetched"
    assert (asked, connected) == (["rebind.example"], ["192.0.2.7"])


def state(root: Path) -> dict[str, bytes]:
    """All files but the steps that can be taken back, and those that a killed run may leave aside, which are swept later and never read."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
        and not path.relative_to(root).as_posix().startswith(".variorum/")
        and not path.name.startswith(".variorum-")
    }


def test_a_private_folder_that_a_killed_run_made_is_kept_out_of_git(tmp_path):
    root = write_site(tmp_path)
    (root / "saved.html").write_text(page(record=RECORD), encoding="utf-8")
    (root / "sources").mkdir()
    (root / "sources" / f".variorum-{'0' * 16}").write_bytes(b"half")
    add = [sys.executable, "-m", "builder", "add", "saved.html", "--no-input"]
    subprocess.run(add, cwd=root, check=True, capture_output=True)
    assert (root / "sources/.gitignore").read_bytes() == b"*\n"


def test_a_run_that_is_killed_at_any_moment_leaves_all_or_nothing_that_a_second_run_cannot_finish(
    tmp_path,
):
    template = write_site(tmp_path)
    (template / "saved.html").write_text(page(record=RECORD), encoding="utf-8")
    command = variorum("add", "saved.html", "--no-input")
    began = time.monotonic()
    assert Copied(command, cwd=Path(shutil.copytree(template, tmp_path / "whole"))).ended()[0] == 0
    whole = time.monotonic() - began
    done = state(tmp_path / "whole")
    moments = random.Random(6)  # noqa: S311 - moments, no secrets
    for number in range(5):
        root = Path(shutil.copytree(template, tmp_path / f"killed-{number}"))
        process = Copied(command, cwd=root)
        # Most of the time goes into the process that reads the page, before anything is written.
        time.sleep(moments.uniform(0.5, 1.05) * whole)
        process.kill()
        process.ended()
        left = state(root)
        # Each file that is there is whole, and what was there before is as it was.
        assert left.items() <= done.items()
        assert state(template).items() <= left.items()
        code, _, told = Copied(command, cwd=root).ended()
        assert code == 0 or "V508 already-added" in told
        assert state(root) == done
        assert errors(check(root)[1]) == []
