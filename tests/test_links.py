"""Relative links, with directory addresses and without."""

import pytest

from builder import links
from builder.links import Target


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
    ("address", "source"), [("", "index.md"), ("topics/ferry/", "topics/ferry.md"), ("method/", "method.md")]
)
def test_source(address: str, source: str) -> None:
    assert links.source(address) == source
