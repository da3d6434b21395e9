"""Only pages of the desk itself, opened by its address, may see or change anything."""

from __future__ import annotations

import http.client
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.desk import DRAFT, served, site


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("VARIORUM_SOURCES", raising=False)
        root = tmp_path_factory.mktemp("desk") / "site"
        article = site(root)
        with served(root) as address:
            yield article, address


def asked(
    address: str, path: str, method: str = "GET", body: str = "", **headers: str
) -> tuple[int, str, http.client.HTTPMessage]:
    found = urlsplit(address)
    connection = http.client.HTTPConnection(found.netloc, timeout=20)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    if body:
        named.setdefault("Content-Type", "application/x-www-form-urlencoded")
    connection.request(method, path, body=body or None, headers=named)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, text, answer.headers


def test_the_address_alone_opens_the_desk(desk: tuple[Path, str]) -> None:
    _, address = desk
    path = urlsplit(address).path
    status, text, headers = asked(address, path)
    assert status == 200
    assert "Bridge repair drags on" in text
    assert len(path) > 30
    for other in ("/", "/a/" + DRAFT, path[:-2] + "/", "/static/desk.js", "/favicon.ico"):
        status, text, _ = asked(address, other)
        assert status == 403, other
        assert "Bridge" not in text
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:{port}", ""]
)
def test_another_name_is_refused(desk: tuple[Path, str], host: str) -> None:
    _, address = desk
    found = urlsplit(address)
    status, text, _ = asked(address, found.path, Host=host.format(port=found.port))
    assert status == 403
    assert "Bridge" not in text


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "null"},
        {"Origin": "https://evil.example"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "{own}", "Sec_Fetch_Site": "cross-site"},
        {"Origin": "{own}", "Sec_Fetch_Site": "same-site"},
    ],
)
def test_another_page_changes_nothing(desk: tuple[Path, str], headers: dict[str, str]) -> None:
    article, address = desk
    found = urlsplit(address)
    before = article.read_bytes()
    sent = {name: value.format(own=f"http://{found.netloc}") for name, value in headers.items()}
    status, _, _ = asked(address, f"{found.path}a/{DRAFT}", "POST", "do=precis&precis=words", **sent)
    assert status == 403
    assert article.read_bytes() == before


def test_what_is_shown_is_text(desk: tuple[Path, str]) -> None:
    _, address = desk
    path = urlsplit(address).path
    for page in (
        f"{path}a/{DRAFT}?at=%3Cscript%3E&show=%22%3E",
        f"{path}a/%3Cscript%3Ealert(1)%3C/script%3E",
    ):
        _, text, _ = asked(address, page)
        assert "<img" not in text
        assert "<script>" not in text
        assert not re.search(r"<[^<>]*(\son[a-z]+=|\sstyle=|javascript:)", text)
    assert "&lt;img src=x" in asked(address, f"{path}a/{DRAFT}")[1]


def test_paths_lead_nowhere_else(desk: tuple[Path, str]) -> None:
    _, address = desk
    path = urlsplit(address).path
    for name in ("../../site.yml", "..%2f..%2fsite.yml", "base.html", "desk.css%00"):
        assert asked(address, f"{path}static/{name}")[0] in (400, 403, 404)
    for id in ("..%2f..%2fmkdocs", "%2e%2e", "nobody"):
        assert asked(address, f"{path}a/{id}")[0] in (404, 409)


def test_too_much_is_refused(desk: tuple[Path, str]) -> None:
    _, address = desk
    found = urlsplit(address)
    connection = http.client.HTTPConnection(found.netloc, timeout=20)
    connection.putrequest("POST", f"{found.path}a/{DRAFT}")
    connection.putheader("Origin", f"http://{found.netloc}")
    connection.putheader("Content-Type", "application/x-www-form-urlencoded")
    connection.putheader("Content-Length", "99000000")
    connection.endheaders()
    connection.send(b"do=precis&precis=")
    assert connection.getresponse().status == 413
    connection.close()
