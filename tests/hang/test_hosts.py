"""What a host may answer and a page may name as its address: read in time, or told in words."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest

from builder.desk.intake.fetch import fetch
from builder.desk.intake.html import read_html
from builder.desk.kinds import Refusal
from builder.pages import links
from tests.factory import changed, told, write_site
from tests.hang.limits import within

OK = b"HTTP/1.0 200 OK\r\n"
Host = Callable[..., tuple[str, list[bytes]]]


@pytest.fixture
def host() -> Iterator[Host]:
    """Give these answers, one a connection, and the last one from then on; return the address and the request lines."""
    open_ = []

    def begin(*answers: bytes) -> tuple[str, list[bytes]]:
        listening = socket.create_server(("127.0.0.1", 0))
        open_.append(listening)
        asked: list[bytes] = []

        def serve() -> None:
            waiting = list(answers)
            while True:
                try:
                    peer, _ = listening.accept()
                except OSError:
                    return
                with peer:
                    asked.append(peer.recv(65536).partition(b"\r\n")[0])
                    peer.sendall(waiting.pop(0) if len(waiting) > 1 else waiting[0])

        threading.Thread(target=serve, daemon=True).start()
        return f"http://127.0.0.1:{listening.getsockname()[1]}", asked

    yield begin
    for one in open_:
        one.close()


def test_letters_beyond_ascii_in_an_address_are_asked_for_as_servers_know_them(host):
    address, asked = host(OK + b"\r\npage")
    assert fetch(f"{address}/straße/ä%20b?q=é&r=%C3%A9", allow_local=True).data == b"page"
    assert asked == [b"GET /stra%C3%9Fe/%C3%A4%20b?q=%C3%A9&r=%C3%A9 HTTP/1.1"]


def test_an_address_to_go_on_to_may_have_them_too(host):
    address, asked = host("HTTP/1.0 302 Found\r\nLocation: /ä\r\n\r\n".encode(), OK + b"\r\npage")
    assert fetch(address, allow_local=True).data == b"page"
    assert asked[1] == b"GET /%C3%A4 HTTP/1.1"


@pytest.mark.parametrize("where", [b"http://[", b"//[::1", "http://\u2100.example".encode()])
def test_an_address_to_go_on_to_that_is_none_is_told(where, host):
    address, _ = host(b"HTTP/1.0 302 Found\r\nLocation: " + where + b"\r\n\r\n")
    with within("a forward"), pytest.raises(Refusal, match="not an address"):
        fetch(address, allow_local=True)


@pytest.mark.parametrize(
    "token",
    [b"a;", b'"', b"charset=", b";charset=", b"\\", b"%f", b"*", b"'", b" ", b"\t", b"\xff", b"=?utf-8?q?"],
)
def test_a_long_header_holds_nothing_up(token, host):
    line = token * (60_000 // len(token))
    numbered = b"".join(b";charset*%d=a" % number for number in range(4_000))
    for head in (b"Content-Type: ", b"Content-Type: text/html; charset=", b"Content-Length: ", b"X: "):
        for answer in (
            OK + head + line + b"\r\n\r\nx",
            OK + b"Content-Type: text/html" + numbered + b"\r\n\r\nx",
        ):
            address, _ = host(answer)
            with within(repr(token)), suppress(Refusal):
                assert fetch(address, allow_local=True).data == b"x"


@pytest.mark.parametrize("url", ["http://[", "http://[x]/", "https://\u2100.example/"])
def test_an_address_that_is_none_is_told_or_left_out(url, tmp_path):
    root = write_site(
        tmp_path, changed("articles/harbour-post-adrift.md", "\npublished: ", f'\nurl: "{url}"\npublished: ')
    )
    found = told(root)
    assert len(found) == 1
    assert found[0].endswith(f'url: "{url}" is not an address of the form https://host/page [V204 bad-value]')
    assert links.beside("articles/a/", url) == url
    page = f'<html><head><link rel="canonical" href="{url}index"></head><body><p>a</p></body></html>'
    facts = read_html(page)[1]
    assert (facts.url, facts.hosts) == (None, [])
