"""What a search looks at."""

from __future__ import annotations

import pytest

from builder.searchindex import searchable, unmarked


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("<p>a</p>", "<p>a</p>"),
        ("a<div data-search-exclude>b</div>c", "a<i></i>c"),
        ('a<div class="x" data-search-exclude id="y"><div>b</div>b</div>c', "a<i></i>c"),
        ("<div><section data-search-exclude><sectional>b</section>c</div>", "<div><i></i>c</div>"),
        ("a<p data-search-exclude>b</p><p data-search-exclude>c</p>d", "a<i></i><i></i>d"),
        ("a<ul data-search-exclude><li data-search-exclude>b</li>b</ul>c", "a<i></i>c"),
        ("a<div data-search-exclude>never closed", "a<i></i>"),
        ('<p title="a data-search-exclude">b</p>', '<p title="a data-search-exclude">b</p>'),
        ("<p>data-search-exclude</p>", "<p>data-search-exclude</p>"),
    ],
)
def test_what_is_left_out(html: str, kept: str) -> None:
    assert searchable(html) == kept


def test_readers_do_not_get_the_marks() -> None:
    assert unmarked('<p data-search-exclude class="a">b</p>') == '<p class="a">b</p>'
    assert unmarked('<p data-search-boost="2">b</p>') == "<p>b</p>"
    assert unmarked("<p>a</p>") == "<p>a</p>"
