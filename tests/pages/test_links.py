"""Relative links, with directory addresses and without."""

import posixpath
from urllib.parse import urljoin

import pytest

from builder.pages import links
from builder.pages.links import Target


@pytest.mark.parametrize(
    ("origin", "target", "directories", "files"),
    [
        ("", links.topic("ferry"), "topics/ferry/", "topics/ferry.html"),
        ("topics/ferry/", Target(""), "../../", "../index.html"),
        ("", Target(""), "./", "index.html"),
        ("topics/ferry/", links.claim("post", "a"), "../../articles/post/#claim-a", "../articles/post.html#claim-a"),
        ("topics/ferry/", links.row("ferry/aboard"), "#aboard", "#aboard"),
        ("articles/", links.article("post"), "post/", "articles/post.html"),
        ("articles/post/", links.cell("ferry/aboard", "post"), "../../topics/ferry/#aboard--post", "../topics/ferry.html#aboard--post"),
        ("articles/post/", Target("articles/"), "../", "../articles.html"),
    ],
)  # fmt: skip
def test_href(origin: str, target: Target, directories: str, files: str) -> None:
    assert links.href(origin, target) == directories
    assert links.href(origin, target, directory_urls=False) == files


@pytest.mark.parametrize(
    ("origin", "url", "printed"),
    [
        ("", "method.md", "method/"),
        ("", "method.md#silence", "method/#silence"),
        ("method/", "index.md", "../"),
        ("method/", "data/claims.json", "../data/claims.json"),
        ("articles/post/", "../method.md", "../../method/"),
        ("articles/post/", "other.md", "../other/"),
        ("method/", "#silence", "#silence"),
        ("method/", "https://example.org/a.md", "https://example.org/a.md"),
        ("method/", "//example.org/a.md", "//example.org/a.md"),
        ("method/", "mailto:a@example.org", "mailto:a@example.org"),
        ("method/", "../../up.md", "../../up.md"),
    ],
)
def test_links_in_prose(origin: str, url: str, printed: str) -> None:
    assert links.beside(origin, url) == printed


@pytest.mark.parametrize(
    ("address", "md_path"), [("", "index.md"), ("topics/ferry/", "topics/ferry.md"), ("method/", "method.md")]
)
def test_md_path(address: str, md_path: str) -> None:
    assert links.md_path(address) == md_path


ADDRESSES = ["", "a/", "a/b/", "a/c/", "a/b/d/", "ab/", "b/", "articles/", "articles/x/", "topics/x/"]


@pytest.mark.parametrize("origin", ADDRESSES)
@pytest.mark.parametrize("address", ADDRESSES)
def test_links_resolve_to_their_target_from_every_page(origin: str, address: str) -> None:
    base = "http://x.example/"
    assert urljoin(base + origin, links.href(origin, Target(address, "y"))) == f"{base}{address}#y"
    here, there = (base + links.file(place, False) for place in (origin, address))
    assert urljoin(here, links.href(origin, Target(address), False)) == there
    assert (
        links.href(origin, Target(address))
        == f"{posixpath.relpath(address or '.', origin or '.').rstrip('/')}/"
    )


@pytest.mark.parametrize("url", ["http://[::1", "//[x", "http://a\u2100.example/"])
def test_an_invalid_address_is_unchanged(url):
    assert links.beside("method/", url) == url
