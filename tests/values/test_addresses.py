"""Addresses on the web: what they are in ASCII, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.values.addresses import Address, address, host_of, readable


@pytest.mark.parametrize(
    ("url", "parts"),
    [
        ("https://example.com", ("https", "example.com", 443, "/", "https://example.com")),
        ("http://Example.com:8080/a?b#c", ("http", "example.com", 8080, "/a?b", "http://Example.com:8080/a?b#c")),
        ("http://[::1]:81/", ("http", "::1", 81, "/", "http://[::1]:81/")),
        ("http://[::1]/ä", ("http", "::1", 80, "/%C3%A4", "http://[::1]/%C3%A4")),
        # What is percent-encoded already stays as it is.
        ("http://bücher.example/ä%20b%C3%A4?ü=%", (
            "http", "xn--bcher-kva.example", 80, "/%C3%A4%20b%C3%A4?%C3%BC=%",
            "http://xn--bcher-kva.example/%C3%A4%20b%C3%A4?%C3%BC=%",
        )),
        ("http://faß.de:81/#ß", ("http", "xn--fa-hia.de", 81, "/", "http://xn--fa-hia.de:81/#%C3%9F")),
    ],
)  # fmt: skip
def test_the_parts_of_an_address(url: str, parts: tuple[str, str, int, str, str]) -> None:
    assert address(url) == Address(*parts)


@given(st.text() | st.text().map("http://{}".format) | st.text().map("http://example.com/{}".format))
def test_any_text_is_an_address_in_ascii_or_told_in_words(url: str) -> None:
    try:
        found, told = address(url), ""
    except ValueError as error:
        found, told = None, str(error)
    if found is None:
        assert told.startswith(("has ", "holds ", "is not "))
        assert host_of(url) == ""
    else:
        assert (found.host + found.target + found.url).isascii()
        assert address(found.url).target == found.target


def test_a_host_is_shown_in_the_letters_that_people_know() -> None:
    assert readable("xn--bcher-kva.example") == "bücher.example"
    assert readable("xn--zz--.example") == "xn--zz--.example"
    assert host_of("https://www.BÜCHER.example/") == "xn--bcher-kva.example"
