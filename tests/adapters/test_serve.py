"""The server of an editor's machine: where it listens, and by which names it may be asked."""

from __future__ import annotations

import errno
import http.client
import os
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from click.testing import CliRunner
from mkdocs.livereload import LiveReloadServer

from builder.adapters import own_names, serve
from builder.cli.main import main
from builder.desk.new import new
from tests.adapters.test_plugin import config
from tests.printed import ROOT, site_with_config


@pytest.fixture
def taken() -> Iterator[int]:
    """A port at which somebody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


HERE = socket.gethostname().lower()


@pytest.mark.parametrize(
    "asked",
    [
        "localhost", "localhost:8000", "LOCALHOST:9", "localhost.", "localhost.:80", "127.0.0.1", "127.0.0.1:8000", "[::1]",
        "[::1]:8000", "[0:0:0:0:0:0:0:1]:80", HERE, f"{HERE}:8000", HERE.upper(), "192.0.2.7", "192.0.2.7:8000",
    ],
)  # fmt: skip
def test_names_of_this_machine(asked: str) -> None:
    assert own_names.is_own(asked, "192.0.2.7")


@pytest.mark.parametrize(
    "asked",
    [
        "", "evil.example", "evil.example:8000", "localhost.evil.example", "evil-localhost", "127.0.0.1.evil.example", "localhost@evil",
        "evil@localhost", "localhost:8000:80", "localhost:", "localhost:x", "localhost:123456", "localhost evil", "localhost, evil.example",
        "localhost/", "[::1", "::1", "[localhost]", "[::1]evil", "[::2]", "127.0.0.2", "0.0.0.0", "192.0.2.8", "localhost\x00",  # noqa: S104
        "localhost..", "\u2113ocalhost", "2130706433", "0x7f000001", "169.254.169.254",
    ],
)  # fmt: skip
def test_other_names(asked: str) -> None:
    assert not own_names.is_own(asked, "192.0.2.7")


@pytest.mark.parametrize("bound", ["0.0.0.0", "::"])  # noqa: S104
def test_at_every_address_each_of_the_machines_own_is_a_name(bound: str) -> None:
    shown = f"[{bound}]" if ":" in bound else bound
    assert own_names.is_own(f"{shown}:8000", bound)
    # All of 127.0.0.0/8 is this machine, and stands here for an address that it has in a network.
    assert own_names.is_own("127.8.8.8:8000", bound)
    for other in ("192.0.2.8", "evil.example", "255.255.255.255", "224.0.0.1", "[2001:db8::1]"):
        assert not own_names.is_own(other, bound), other


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a server as "mkdocs serve" has it after all plugins had their say."""
    folder = tmp_path_factory.mktemp("served")
    loaded = config(site_with_config(folder))
    (folder / "index.html").write_text("<body>a draft</body>")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = LiveReloadServer(lambda: None, "127.0.0.1", port, root=str(folder))
    loaded.plugins["variorum"].on_serve(server, config=loaded, builder=None)
    server.server_bind()
    server.server_activate()
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield port
    socketserver_shutdown(server)
    thread.join()


def socketserver_shutdown(server: LiveReloadServer) -> None:
    super(LiveReloadServer, server).shutdown()
    server.server_close()


def answer(port: int, host: str | None, path: str = "/") -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.putrequest("GET", path, skip_host=True)
    for one in [] if host is None else host.split("|"):
        connection.putheader("Host", one)
    connection.endheaders()
    found = connection.getresponse()
    text = found.read().decode()
    connection.close()
    return found.status, text


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:{}", "[::1]:{}", HERE])
def test_a_page_is_shown_to_who_asks_by_a_name_of_this_machine(served: int, host: str) -> None:
    status, text = answer(served, host.format(served))
    assert (status, "a draft" in text) == (200, True)


@pytest.mark.parametrize("path", ["/", "/index.html", "/livereload/0/0", "/none"])
@pytest.mark.parametrize("host", ["evil.example", "evil.example:{}", "localhost|evil.example", None, ""])
def test_nothing_is_shown_to_who_asks_by_another(served: int, host: str | None, path: str) -> None:
    status, text = answer(served, host and host.format(served), path)
    assert status == 403
    assert text.startswith("Not shown: this server was asked for ")
    assert "answers only to the names of the machine" in text
    assert "a draft" not in text


def run(*words: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(main, [str(word) for word in words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


WAY = r"Stop that one, or take another port: variorum serve --port (\d+) \(or: make serve PORT=\1\)\n"


def test_a_port_in_use_is_told_with_the_way_out_before_anything_is_built(tmp_path: Path, taken: int) -> None:
    root = site_with_config(tmp_path)
    for words in (["--port", str(taken)], ["--address", f"127.0.0.1:{taken}"]):
        code, told = run("serve", "-C", root, *words)
        assert code == 1
        # A server of another test in this process may still log something.
        told = "Error: " + told.partition("Error: ")[2]
        found = re.fullmatch(
            rf"Error: 127\.0\.0\.1:{taken} is in use by another program, perhaps by another serve\. {WAY}",
            told,
        )
        assert found, told
        with socket.create_server(("127.0.0.1", int(found[1]))):
            """Nobody listens there."""


def test_mkdocs_itself_tells_it_too(tmp_path: Path, taken: int) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{taken}"],
        cwd=site_with_config(tmp_path), capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert re.search(
        rf"^Error: 127\.0\.0\.1:{taken} is in use by another program, .*{WAY}", done.stderr, re.MULTILINE
    )
    assert "Traceback" not in done.stderr


def test_a_port_of_the_settings_counts_and_can_be_replaced(
    tmp_path: Path, taken: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = site_with_config(tmp_path, more=f"dev_addr: localhost:{taken}\n")
    code, told = run("serve", "-C", root)
    assert (code, told.startswith(f"Error: localhost:{taken} is in use")) == (1, True)
    asked: list[str] = []
    monkeypatch.setattr(
        "mkdocs.commands.serve.serve", lambda _, dev_addr, open_in_browser: asked.append(dev_addr)
    )
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert run("serve", "-C", root, "-p", str(port))[0] == 0
    # Not every machine has this address.
    monkeypatch.setattr(serve, "_try", lambda host, port: None)
    assert run("serve", "-C", root, "-a", f"[::1]:{taken}", "-p", str(port))[0] == 0
    assert asked == [f"localhost:{port}", f"[::1]:{port}"]


@pytest.mark.parametrize("port", [0, -1, 65536])
def test_what_is_no_port_in_the_settings(tmp_path: Path, port: int) -> None:
    code, told = run("serve", "-C", site_with_config(tmp_path, more=f"dev_addr: 127.0.0.1:{port}\n"))
    assert code == 1
    assert told.startswith(f"Error: {port} is no port: take a number from 1024 to 65535, such as ")


@pytest.mark.parametrize(
    "words",
    [
        ("-a", "127.0.0.1"), ("-a", "nonsense:1"), ("-a", ":8000"), ("-a", "127.0.0.1:x"), ("-a", "127.0.0.1:0"), ("-a", "127.0.0.1:65536"),
        ("-p", "0"), ("-p", "65536"), ("-p", "x"), ("-a", ""),
    ],
)  # fmt: skip
def test_an_address_that_is_none_is_wrong_use(tmp_path: Path, words: tuple[str, str]) -> None:
    code, told = run("serve", "-C", site_with_config(tmp_path), *words)
    assert code == 2
    assert "Error: Invalid value for '-" in told


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (
            errno.EACCES,
            "127.0.0.1:80 needs more rights than you have. Take a higher port: variorum serve --port ",
        ),
        (
            errno.EADDRNOTAVAIL,
            "127.0.0.1 is no address of this machine. Take one that is: variorum serve --address 127.0.0.1:80",
        ),
        (errno.ENOBUFS, "127.0.0.1:80 cannot be listened at: "),
    ],
)
def test_why_a_server_cannot_listen(number: int, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(host: str, port: int) -> None:
        if port == 80:
            raise OSError(number, "because")

    monkeypatch.setattr(serve, "_try", refused)
    with pytest.raises(serve.AddressAbort) as stopped:
        serve.must_be_free("127.0.0.1", 80)
    assert str(stopped.value).startswith(told)


def test_a_server_names_itself_as_a_browser_can_open_it() -> None:
    server = SimpleNamespace(server_address=("::1", 8000), server_bind=None, url="http://::1:8000/")
    serve.explain_bind_errors(cast("LiveReloadServer", server))
    assert server.url == "http://[::1]:8000/"


def test_make_serve_takes_a_port(repository: Path, tmp_path: Path) -> None:
    new(tmp_path / "site")
    for folder in (repository, tmp_path / "site"):
        for words, told in ((["PORT=8001"], "variorum serve --port 8001"), ([], "variorum serve")):
            # Under "make test" an inner make would say which folder it enters and leaves.
            called = ["make", "--no-print-directory", "-n", "serve", *words]
            done = subprocess.run(called, cwd=folder, capture_output=True, text=True, check=True)
            assert done.stdout.splitlines()[-1].rstrip().endswith(told)


class Served:
    """A server of "variorum serve" in a process of its own, and what it has printed."""

    def __init__(self, root: Path, texts: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        command = [sys.executable, "-m", "builder", "serve", "-C", str(root), "--port", str(self.port)]
        environment = {**os.environ, "VARIORUM_SOURCES": str(texts)}
        self.process = subprocess.Popen(
            command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )
        self.lines: list[str] = []
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stderr is not None
        self.lines.extend(iter(self.process.stderr.readline, ""))

    def until(self, words: str, after: int = 0) -> int:
        """Wait until the words are printed; return the number of lines so far."""
        end = time.monotonic() + 60
        while not any(words in line for line in self.lines[after:]):
            assert time.monotonic() < end, "".join(self.lines)
            assert self.process.poll() is None, "".join(self.lines)
            time.sleep(0.05)
        return len(self.lines)


def test_a_server_sees_texts_and_themes_and_outlives_that_the_content_is_away(tmp_path: Path) -> None:
    root, texts = site_with_config(tmp_path / "made"), tmp_path / "texts"
    (root / "mkdocs.yml").write_text(
        (root / "mkdocs.yml").read_text(encoding="utf-8").replace(str(ROOT / "templates" / "theme"), "look"),
        encoding="utf-8",
    )
    (root / "look").mkdir()
    served = Served(root, texts)
    try:
        seen = served.until("Serving on")
        for path in (root / "look" / "partials" / "own.html", texts / "post.txt"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("a word", encoding="utf-8")
            seen = served.until("Reloading browsers", seen)
        (root / "content").rename(root / "away")
        seen = served.until("content", served.until("Detected file changes", seen) - 1)
        for _ in range(2):
            (root / "away").rename(root / "content") if (root / "away").exists() else (
                root / "content/method.md"
            ).touch()
            seen = served.until("Reloading browsers", seen)
        status, page = answer(served.port, "localhost", "/articles/harbour-post-adrift/")
        assert (status, "about 140" in page) == (200, True)
    finally:
        served.process.terminate()
        served.process.wait(30)
        served.reader.join(30)
        assert served.process.stderr is not None
        served.process.stderr.close()
    assert "Traceback" not in "".join(served.lines)
