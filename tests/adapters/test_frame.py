"""Cutting a theme's page at its slots."""

from __future__ import annotations

import pytest

from builder.adapters.frame import NoFrameError, cut, slot, trace

NAMES = ("title", "body")


def test_a_page_is_filled_where_its_words_stood() -> None:
    frame = cut(f"<title>{slot('title')}</title>{slot('title')}<p>{slot('body')}</p>", NAMES, "body")
    assert (
        frame.fill({"title": "A &amp; B", "body": "{title}"})
        == "<title>A &amp; B</title>A &amp; B<p>{title}</p>"
    )


def test_words_that_look_like_slots_are_printed_as_they_are() -> None:
    frame = cut(f"{slot('title')}-{slot('body')}", NAMES, "body")
    assert frame.fill({"title": slot("body"), "body": "b"}) == f"{slot('body')}-b"


CHANGES = {
    "upper": str.upper,
    "unescape": lambda text: text.replace("&amp;", "&"),
    "escape": lambda text: text.replace("<", "&lt;"),
    "truncate": lambda text: text[:20],
    "tail": lambda text: text[20:],
    "join": lambda text: " ".join(text.split()),
    "urlencode": lambda text: text.replace("'", "%27"),
    "ascii": lambda text: text.encode("ascii", "xmlcharrefreplace").decode(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_a_theme_changes_has_no_frame(change: str) -> None:
    with pytest.raises(NoFrameError, match="changes"):
        cut(f"{CHANGES[change](slot('title'))}{slot('body')}", NAMES, "body")


def test_the_body_stands_once() -> None:
    for html in (slot("title"), slot("body") * 2):
        with pytest.raises(NoFrameError, match="times"):
            cut(html, NAMES, "body")


def test_a_trace_is_no_slot() -> None:
    with pytest.raises(NoFrameError, match="changes"):
        cut(f"{slot('body')}#{trace('second')}", NAMES, "body")
