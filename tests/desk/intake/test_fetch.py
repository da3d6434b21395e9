"""Fetching one page: limits, and never the local network unless told to. Against real servers on this machine."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote, unquote

import pytest

from builder.content.problems import errors
from builder.desk.intake.facts import Facts
from builder.desk.intake.fetch import fetch, is_local, judged
from builder.desk.intake.outlets import not_entered
from builder.desk.intake.read import read_article
from builder.desk.intake.taken import take_article
from builder.desk.kinds import Refusal
from tests.desk.running import run
from tests.factory import check, write_site

CYRILLIC = (
    "<html><body><article><p>"
    + "Агентство сообщило, что заболели 14 человек. " * 12
    + "</p></article></body></html>"
)


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        path = self.path.partition("?")[0]
        if path == "/page":
            self.answer(200, b"<html>good</html>", "text/html; charset=utf-8")
        elif path == "/cyrillic":
            self.answer(200, CYRILLIC.encode("cp1251"), "text/html; charset=windows-1251")
        elif path == "/broken-off":
            self.send_response(200)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            self.wfile.write(b"<html>half")
        elif path == "/loop":
            self.forward("/loop")
        elif path == "/once":
            self.forward("/page")
        elif path == "/to":
            # A header has bytes, and these come as they are asked for.
            self.forward(unquote(self.path.partition("?")[2], "latin-1"))
        elif path.startswith("/echo"):
            self.answer(200, f"{self.headers['Host']} {self.path}".encode("latin-1"), "text/plain")
        elif path == "/scheme":
            self.forward("file:///etc/passwd")
        elif path == "/inside":
            self.forward("http://169.254.169.254/secret")
        elif path == "/nowhere":
            self.answer(302, b"", "text/html")
        elif path == "/large":
            self.send_response(200)
            self.end_headers()
            try:
                for _ in range(1000):
                    self.wfile.write(b"x" * 65536)
            except OSError:
                return
        elif path == "/drip":
            self.drip(b"HTTP/1.0 200 OK\r\n\r\n" + b"x" * 1000)
        elif path == "/drip-head":
            self.drip(b"HTTP/1.0 200 OK\r\nX: " + b"y" * 1000)
        elif path == "/packed":
            self.send_response(200)
            self.send_header("Content-Encoding", "gzip")
            self.end_headers()
        elif path == "/rubbish":
            self.wfile.write(b"\x00\xff not http\r\n\r\n")
        else:
            self.answer(404, b"", "text/html")

    def drip(self, data: bytes) -> None:
        try:
            for place in range(len(data)):
                self.wfile.write(data[place : place + 1])
                time.sleep(0.05)
        except OSError:
            return

    def answer(self, code: int, body: bytes, kind: str) -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def forward(self, where: str) -> None:
        self.send_response(302)
        self.send_header("Location", where)
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as found:
        found.daemon_threads = True
        thread = threading.Thread(target=found.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{found.server_address[1]}"
        found.shutdown()
        thread.join()


def refused(url: str, **more) -> tuple[str, str]:
    with pytest.raises(Refusal) as caught:
        fetch(url, **more)
    return caught.value.kind.name, caught.value.message


def test_a_page_comes_with_its_kind_and_address(server):
    found = fetch(f"{server}/once", allow_local=True)
    assert (found.url, found.data, found.kind) == (f"{server}/page", b"<html>good</html>", "text/html")


@pytest.fixture
def anywhere(monkeypatch) -> list[str]:
    """Have every name lead to this machine; the list is of those that were looked up."""
    asked: list[str] = []
    real = socket.getaddrinfo

    def found(host, port, *args, **more):
        asked.append(host)
        return real("127.0.0.1", port, *args, **more)

    monkeypatch.setattr(socket, "getaddrinfo", found)
    return asked


@pytest.mark.parametrize(
    ("host", "ascii_host"),
    [
        ("b\u00fccher.example", "xn--bcher-kva.example"),
        # As browsers have it, and not as the older rule that Python's own codec knows: those are two houses.
        ("stra\u00dfe.example", "xn--strae-oqa.example"),
        ("\u043f\u0440\u0435\u0437\u0438\u0434\u0435\u043d\u0442.\u0440\u0444", "xn--d1abbgf6aiiy.xn--p1ai"),
        ("B\u00dcCHER\u3002example", "xn--bcher-kva.example"),
    ],
)
def test_an_address_may_have_letters_beyond_ascii(server, anywhere, host, ascii_host):
    port = server.rpartition(":")[2]
    found = fetch(
        f"http://{host}:{port}/echo/\u00fcber uns?q=\u00e9&r=%C3%A9#\u00e4".replace(" ", "-"),
        allow_local=True,
    )
    sent = "/echo/%C3%BCber-uns?q=%C3%A9&r=%C3%A9"
    assert found.data.decode() == f"{ascii_host}:{port} {sent}"
    assert found.url == f"http://{ascii_host}:{port}{sent}#%C3%A4"
    assert anywhere[0] == ascii_host


def test_the_command_takes_such_an_address_and_writes_it_in_ascii(server, anywhere, tmp_path, monkeypatch):
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    root = write_site(tmp_path)
    url = f"http://www.b\u00fccher.example:{server.rpartition(':')[2]}/cyrillic?\u00fcber"
    result = run(root, "add", url, "--allow-local", "--slug", "new-report")
    assert result.exit_code == 0, result.output
    draft = (root / "content" / "articles" / "new-report.md").read_text(encoding="utf-8")
    assert f'url: "{server.replace("127.0.0.1", "www.xn--bcher-kva.example")}/cyrillic?%C3%BCber"' in draft
    assert "#     name: b\u00fccher.example" in draft
    assert "#     hosts: [xn--bcher-kva.example]" in draft
    assert errors(check(root)[1]) == []
    result = run(root, "add", f"{server}/to?{quote('http://[::1')}", "--allow-local")
    assert (result.exit_code, "[V514 bad-address]" in result.output) == (1, True)


def test_a_number_in_other_digits_is_judged_as_the_number_it_is(server):
    port = server.rpartition(":")[2]
    assert refused(f"http://\uff11\uff12\uff17.\uff10.\uff10.\uff11:{port}/page") == (
        "local-address", "127.0.0.1 is not on the public internet",
    )  # fmt: skip


def test_a_redirect_to_letters_beyond_ascii_is_followed(server, anywhere):
    port = server.rpartition(":")[2]
    for where in (f"http://b\u00fccher.example:{port}/echo/\u00fc", "/echo/\u00fc"):
        found = fetch(f"{server}/to?{quote(where)}", allow_local=True)
        assert found.data.decode().endswith(f":{port} /echo/%C3%BC")


@pytest.mark.parametrize(
    ("where", "told"),
    [
        (b"http://example.com:port/", 'a port that is no number from 1 to 65535: "http://example.com:port/"'),
        (b"http://example.com:99999/", 'a port that is no number from 1 to 65535: "http://example.com:99999/"'),
        (b"http://example.com:0/", 'a port that is no number from 1 to 65535: "http://example.com:0/"'),
        (b"http:///page", 'is not an address of the form https://host/page: "http:///page"'),
        (b"http://[::1", 'is not an address of the form https://host/page: "http://[::1"'),
        (b"http://[::1/page", 'is not an address of the form https://host/page: "http://[::1/page"'),
        (b"http://a:b@example.com/", 'is not an address of the form https://host/page: "http://a:b@example.com/"'),
        (b"javascript:alert(1)", 'is not an address of the form https://host/page: "javascript:alert(1)"'),
        (b"data:text/html,x", 'is not an address of the form https://host/page: "data:text/html,x"'),
        (b"/a b", 'holds spaces or control characters: "/a b"'),
        (b"\x01/a", 'holds spaces or control characters: "\\x01/a"'),
        (b"/a\tb", 'holds spaces or control characters: "/a\\tb"'),
        (b"/a\x1b[31m", "holds spaces or control characters: "),
        (b"http://\xfc.example/", "127.0.0.1 forwards to an address that is not UTF-8 text"),
        (b"/\xff", "127.0.0.1 forwards to an address that is not UTF-8 text"),
        ("http://a\u2603.example/".encode(), 'has a host that is not a valid name: "http://a\u2603.example/"'),
        ("http://a\u2100.example/".encode(), 'is not an address of the form https://host/page: "http://a\u2100.example/"'),
    ],
)  # fmt: skip
def test_a_redirect_to_what_is_no_address_is_told(server, where, told):
    name, message = refused(f"{server}/to?{quote(where)}", allow_local=True)
    assert (name, message.startswith("127.0.0.1 forwards to an address that "), told in message) == (
        "bad-address", True, True,
    ), message  # fmt: skip
    # What a host says is nothing that a terminal obeys.
    assert "\x1b" not in message


def test_the_encoding_that_the_server_names_is_taken(server):
    file, data, _ = take_article(f"{server}/cyrillic", allow_local=True)
    assert "Агентство сообщило" in read_article(file.name, data).text


def test_a_page_cut_by_the_clock_is_none(server):
    """Whatever the socket answers after it was cut, half a page is no page."""
    for seconds in (0.3, 0.4, 0.5):
        assert "took more than" in refused(f"{server}/drip", allow_local=True, seconds=seconds)[1]


def test_an_address_is_no_papers_name():
    assert not_entered(Facts(hosts=["127.0.0.1", "localhost"])) is None
    found = not_entered(Facts(hosts=["127.0.0.1", "tarn.example"]))
    assert found is not None
    assert (found.id, found.hosts) == ("tarn-example", ["tarn.example"])


def test_the_local_network_is_refused_unless_told_to(server):
    assert refused(f"{server}/page")[0] == "local-address"
    assert refused(server.replace("127.0.0.1", "localhost"))[0] == "local-address"


def test_a_redirect_is_judged_again(server, monkeypatch):
    # The first address is let through as if it were public; what it forwards to is not.
    monkeypatch.setattr(
        "builder.desk.intake.fetch.is_local", lambda address: address != "127.0.0.1" and is_local(address)
    )
    assert refused(f"{server}/inside") == (
        "local-address", "169.254.169.254 is not on the public internet",
    )  # fmt: skip
    assert refused(f"{server}/scheme")[0] == "bad-address"


@pytest.mark.parametrize("path", ["/loop", "/nowhere", "/packed", "/rubbish", "/missing", "/broken-off"])
def test_what_does_not_answer_with_a_page_is_told(server, path):
    assert refused(server + path, allow_local=True)[0] == "not-fetched"


def test_size_is_limited_while_it_comes(server):
    assert "more than 100,000 bytes" in refused(f"{server}/large", allow_local=True, limit=100_000)[1]


@pytest.mark.parametrize("path", ["/drip", "/drip-head"])
def test_time_is_limited_in_all_however_slowly_it_comes(server, path):
    began = time.monotonic()
    name, message = refused(server + path, allow_local=True, seconds=0.6)
    assert (name, time.monotonic() - began < 5) == ("not-fetched", True)
    assert "took more than 0.6 seconds" in message


def test_a_closed_port_is_told():
    assert refused("http://127.0.0.1:1/", allow_local=True)[0] == "not-fetched"


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.com/", "file:///etc/passwd", "https://", "http://user:word@example.com/", "http://exa mple.com/",
        "http://example.com:99999/", "http://[::1", "javascript:alert(1)", "http://example.com/a\r\nHost: b",
        "http://example.com:0/", "http://example.com:port/", "http://:80/", "http://a\u2603.example/", "http://a\u2100b.example/",
        "http://-\u00fc.example/", "http://example.com/\udcff", "http://\udcff.example/",
    ],
)  # fmt: skip
def test_other_addresses_are_refused(url):
    assert refused(url)[0] == "bad-address"


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",  # noqa: S104
        "224.0.0.1", "255.255.255.255", "192.0.2.1", "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:10.0.0.1",
        "::ffff:8.8.8.8", "64:ff9b::a00:1", "2002:a00:1::", "2001:db8::1",
    ],
)  # fmt: skip
def test_addresses_that_are_not_public(address):
    assert is_local(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "1.1.1.1", "93.184.216.34", "2606:4700:4700::1111"])
def test_addresses_that_are_public(address):
    assert not is_local(address)


def test_numbers_that_hide_an_address_are_judged_by_what_they_are():
    for host in ("2130706433", "0x7f000001", "127.1"):
        with pytest.raises(Refusal):
            judged(host, 80, allow_local=False)
