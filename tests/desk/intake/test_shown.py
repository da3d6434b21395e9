"""The stored text is what a browser shows: nothing hidden or deleted, no marks of footnotes, and the marks of a quotation."""

from __future__ import annotations

import os

import pytest

from builder.desk.intake.read import read_apart
from builder.desk.intake.shown import quotation_marks
from tests.desk.intake.story import HEADLINE, PARAGRAPHS, STORY, read, tram_page

FIRST = PARAGRAPHS[0]


def paragraphs(first: str) -> str:
    return "".join(f"<p>{paragraph}</p>" for paragraph in (first, *PARAGRAPHS[1:]))


@pytest.mark.parametrize(
    "mark",
    [
        "<sup>1</sup>", "<sup>[1]</sup>", "<sup>*</sup>", "<sup>1,2</sup>", '<sup><a href="#fn1">1</a></sup>', '<sup class="reference"><a href="#n">[a]</a></sup>',
        '<a href="#fn1" class="footnote-ref">1</a>', '<a href="#cite">[1]</a>', '<a href="#fn1" role="doc-noteref">1</a>', "<sup> † </sup>",
    ],
)  # fmt: skip
def test_a_mark_of_a_footnote_is_no_digit_of_a_figure(mark):
    assert read(tram_page(body=paragraphs(FIRST.replace("450", f"450{mark}")))).text == STORY


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("450 km<sup>2</sup>", "450 km²"), ("4.5 × 10<sup>6</sup>", "4.5 × 10⁶"), ("the 4<sup>th</sup> of", "the 4th of"), ("1<sup>er</sup> juin", "1er juin"),
        ("CO<sub>2</sub>", "CO2"), ("30 m<sup>3</sup>", "30 m³"),
    ],
)  # fmt: skip
def test_an_exponent_is_one(printed, shown):
    first = FIRST.replace("About 450", f"About {printed}")
    assert read(tram_page(body=paragraphs(first))).text == STORY.replace("About 450", f"About {shown}")


@pytest.mark.parametrize(
    "more",
    [
        "<p style='display:none'>Hidden words about 999 drivers that nobody sees.</p>", "<div style='color:red; DISPLAY : none !important'><p>Hidden words about 999 drivers.</p></div>",
        "<p hidden>Hidden words about 999 drivers that nobody sees.</p>", "<p hidden='until-found'>Hidden words about 999 drivers that nobody sees.</p>",
        "<p style='visibility: hidden'>Hidden words about 999 drivers that nobody sees.</p>", "<template><p>Hidden words about 999 drivers that nobody sees.</p></template>",
        "<noscript><p>Hidden words about 999 drivers that nobody sees.</p></noscript>", "<dialog><p>Hidden words about 999 drivers that nobody sees.</p></dialog>",
        "<p class='sr-only'>Hidden words about 999 drivers that nobody sees.</p>", "<p class='off'>Hidden words about 999 drivers that nobody sees.</p>",
        "<del><p>Hidden words about 999 drivers that nobody sees.</p></del>", "<p class='sf-hidden'>Hidden words about 999 drivers that nobody sees.</p>",
    ],
)  # fmt: skip
def test_what_a_browser_does_not_show_is_not_stored(more):
    head = "<style>.off { display: none } .sf-hidden{display:none!important}</style>"
    assert read(tram_page(head, body=paragraphs(FIRST) + more)).text == STORY


@pytest.mark.parametrize(
    "shown",
    ["<p aria-hidden='true'>{}</p>", "<p class='on'>{}</p>", "<p style='display:block'>{}</p>", "<details><p>{}</p></details>", "<p style='opacity:0'>{}</p>"],
)  # fmt: skip
def test_what_a_browser_shows_is_stored(shown):
    head = "<style>.on { display: none } @media screen { .on { display: block } }</style>"
    assert read(tram_page(head, body=shown.format(FIRST) + paragraphs("")[len("<p></p>") :])).text == STORY


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("<del>540</del> <ins>450</ins>", "450"), ("<s>540</s> 450", "450"), ("<strike>540</strike> 450", "450"), ("4<wbr>50", "450"), ("<!-- 540 -->450", "450"),
    ],
)  # fmt: skip
def test_deleted_words_are_out_and_inserted_ones_in(printed, shown):
    assert read(tram_page(body=paragraphs(FIRST.replace("450", printed)))).text == STORY


@pytest.mark.parametrize(
    ("language", "opening", "closing"),
    [("en", "“", "”"), ("de", "„", "“"), ("fr", "«", "»"), ("de-CH", "«", "»"), ("sv", "”", "”"), ("ja", "「", "」"), ("pl-PL", "„", "”"), ("xx", "“", "”")],
)  # fmt: skip
def test_inline_quotations_have_the_marks_of_their_language(language, opening, closing):
    body = paragraphs(FIRST).replace("“Our passengers", "<q>Our passengers").replace("start,”", "start</q>,")
    text = read(tram_page(body=body, language=language)).text
    assert (
        f"{opening}Our passengers pay for a quarrel that they did not start{closing}, the company said"
        in text
    )


def test_a_quotation_in_a_quotation_and_in_another_language():
    body = paragraphs(FIRST).replace(
        "“Our passengers pay for a quarrel that they did not start,”",
        "<q>Our passengers pay for <q>a quarrel</q> of <b>others</b></q>,",
    )
    assert "“Our passengers pay for ‘a quarrel’ of others”, the company" in read(tram_page(body=body)).text
    body = f'<div lang="de">{body}</div>'
    assert "„Our passengers pay for ‚a quarrel‘ of others“, the company" in read(tram_page(body=body)).text
    body = (
        paragraphs(FIRST).replace("“Our passengers", "<q>“Our passengers").replace("start,”", "start,”</q>")
    )
    assert read(tram_page(body=body)).text == STORY


def test_marks_come_from_the_nearest_language():
    assert quotation_marks("pt-PT") == "«»“”"
    assert quotation_marks("pt-BR") == "“”‘’"
    assert quotation_marks("zh-Hant-HK") == "「」『』"
    assert quotation_marks("") == "“”‘’"


def test_a_table_of_data_is_a_line_a_row_and_one_of_columns_is_text():
    table = "<table><tr><th>Line</th><th>Drivers</th></tr><tr><td>1</td><td>40</td></tr></table>"
    text = read(tram_page(body=paragraphs(FIRST) + table)).text
    assert text == f"{STORY}Line | Drivers\n1 | 40\n"
    columns = f"<table><tr><td>{paragraphs(FIRST)}</td><td></td></tr></table>"
    assert read(tram_page(body=columns)).text == STORY


WORDS = ("tram union said that drivers walked out of the depot on the day before talks " * 200)[:12_000]


def own_seconds() -> float:
    """The time that this process and those that it started have had, whatever else the machine does."""
    told = os.times()
    return told.user + told.system + told.children_user + told.children_system


@pytest.mark.parametrize(
    "rows",
    [
        f"<tr><td>{WORDS}</td></tr>",
        "<tr>" + "".join(f"<td>{letter}</td>" for letter in WORDS[:6000]) + "</tr>" + "".join(f"<tr><td>{letter}</td></tr>" for letter in WORDS[6000:]),
        "".join(f"<tr><td>{word}<td rowspan=1000 colspan=1000>{word}" for word in WORDS.split()),
        "".join(f"<tr><td><table><tr><td>{word}</td></tr></table></td></tr>" for word in WORDS.split()),
    ],
    ids=["one cell", "wide and tall", "spans", "tables in a table"],
)  # fmt: skip
def test_a_page_in_one_table_takes_no_longer_than_others(rows):
    began = own_seconds()
    found = read_apart("a.html", tram_page(body=f"<table>{rows}</table>").encode())
    assert found.facts.headline == HEADLINE
    assert own_seconds() - began < 10
    assert len(found.text) < 60_000


def test_a_story_that_stands_only_in_noscript_is_found_there():
    body = f"<noscript>{paragraphs(FIRST)}</noscript>"
    assert FIRST in read(tram_page(body=body)).text
