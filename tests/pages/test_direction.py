"""Right-to-left words turn nothing beside them, wherever they are printed; pages without any are as they were."""

from __future__ import annotations

import json
import re
from html import unescape
from html.parser import HTMLParser
from typing import Any

import pytest
from markupsafe import escape
from msgspec import Struct
from msgspec.structs import replace

from builder.build import in_memory
from builder.compare.library import index
from builder.content.converter import convert
from builder.content.load import load
from builder.content.map_outline import Outline
from builder.content.model import Allowance, Place
from builder.content.validate import validate
from builder.pages.cards import card
from builder.pages.compose import assembled, compose, front
from builder.pages.page import Page, in_head
from builder.pages.render import TEMPLATES, Printer
from builder.pages.search_index import entry_lines
from builder.pages.templates import Environment
from builder.values.direction import CLOSE, OPEN, bare, isolated, turns
from builder.values.hidden import hidden
from tests.factory import SITES
from tests.printed import _TEXTS

WORDS = "\u05d4\u05d0\u05e8\u05e5 30"
"""A name and a figure."""


def hebrew(value: Any, name: str = "") -> Any:
    """Return a model object whose texts all begin in Hebrew."""
    if isinstance(value, str):
        return f"{WORDS} {value}" if name in _TEXTS or name == "region_name" else value
    if isinstance(value, Struct):
        return replace(
            value, **{name: hebrew(getattr(value, name), name) for name in value.__struct_fields__}
        )
    if isinstance(value, tuple):
        return tuple(hebrew(item, name) for item in value)
    if isinstance(value, dict):
        return {key: hebrew(item, name) for key, item in value.items()}
    return value


@pytest.fixture(scope="module")
def made() -> tuple[tuple[Page, ...], Any]:
    site, _ = validate(load(SITES / "valid"))
    first, *_ = site.places
    places = {**site.places, first: replace(site.places[first], latitude=51.2, longitude=35.3)}
    places["nowhere"] = Place("nowhere", "Nowhere", ("No place",), note="No source locates it.")
    site = hebrew(replace(site, places=places))
    outline = hebrew(
        Outline(
            "A survey",
            (((35.0, 51.0), (35.5, 51.5)),),
            "two lands",
            (((34.0, 50.0), (36.0, 52.0)),),
            "a land",
        )
    )
    printer = Printer()
    leaves, share = compose(index(site), printer, outline, single=len(site.stories) == 1, indexed=True)
    return assembled(
        front(site, share, printer, texts_at_hand=True), (leaf.page() for leaf in leaves if leaf.page)
    ), share


class Walk(HTMLParser):
    """What a page has outside of elements and marks that set it apart, and what is wrong with these."""

    VOID = frozenset("br hr img input meta link".split())

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.loose: list[str] = []
        self.wrong: list[str] = []
        self.apart = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        for name, value in attrs:
            if name in ("title", "aria-label", "abbr", "alt", "content"):
                if isolated(value or "") != value:
                    self.loose.append(f"{tag} {name} {value}")
            elif {OPEN, CLOSE} & {*(value or "")}:
                self.wrong.append(f"{tag} {name} {value}")
            if "<bdi" in (value or ""):
                self.wrong.append(f"{tag} {name} {value}")
        if tag == "bdi" and any(name == "svg" for name, _ in self.open):
            self.wrong.append("bdi in svg")
        self.apart += tag == "bdi"
        if tag not in self.VOID:
            self.open.append((tag, tag == "bdi" or given.get("dir") == "auto"))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        return

    def handle_endtag(self, tag: str) -> None:
        name, _ = self.open.pop()
        if name != tag:
            self.wrong.append(f"{name} ended by {tag}")

    def handle_data(self, data: str) -> None:
        if any(apart for _, apart in self.open):
            return
        pictured = any(name in ("svg", "title", "option") for name, _ in self.open)
        if not pictured and {OPEN, CLOSE} & {*data}:
            self.wrong.append(data)
        if isolated(data) != data:
            self.loose.append(data)


def test_all_of_them_are_set_apart_in_text_pictures_and_attributes(
    made: tuple[tuple[Page, ...], Any],
) -> None:
    pages, _ = made
    assert {page.kind for page in pages} >= {
        "home",
        "topic",
        "article",
        "outlet",
        "source",
        "sources",
        "pair",
        "text",
    }
    for page in pages:
        walk = Walk(page.body)
        assert (page.address, walk.loose, walk.wrong, walk.open) == (page.address, [], [], [])
        assert walk.apart > 0 or page.kind == "data"


def test_a_figure_beside_a_name_is_outside_of_what_is_set_apart(made: tuple[tuple[Page, ...], Any]) -> None:
    pages, _ = made
    whole = "".join(page.body for page in pages)
    # "(outlet) and (outlet)", "printed" by outlet: each in an element of its own.
    assert "</bdi> and <bdi>" in whole
    assert re.search(r"“<bdi>[^<>]*</bdi>” \(<bdi>[^<>]*</bdi>[);]", whole)
    assert re.search(r"<text[^>]*>\u2068[^<>\u2068\u2069]*\u2069</text>", whole)
    assert re.search(r'aria-label="[^"<>]*\u2068[^"<>]*\u2069[^"<>]*"', whole)


def test_heads_and_searches_have_them_set_apart_and_data_and_cards_as_they_are(
    made: tuple[tuple[Page, ...], Any],
) -> None:
    pages, share = made
    for page in pages:
        for text in (page.title, page.description, *(section.title for section in page.sections)):
            assert isolated(in_head(text)) == in_head(text)
        for line in entry_lines(page, True):
            entry = json.loads(line)
            assert (isolated(entry["title"]), isolated(entry["text"])) == (entry["title"], entry["text"])
    data = b"".join(part for parts in share.lines.values() for part in parts).decode()
    assert WORDS in data
    assert not {OPEN, CLOSE} & {*data}
    assert "summary" in data
    fonts = TEMPLATES / "theme/assets/fonts"
    assert card("Site", f"{OPEN}a{CLOSE}", f"{OPEN}d{CLOSE}", f"b {OPEN}c{CLOSE}", fonts) == card(
        "Site", "a", "d", "b c", fonts
    )


def test_pages_of_left_to_right_scripts_have_nothing_of_it() -> None:
    for page in in_memory.make(SITES / "valid").pages:
        assert not re.search(rf"<bdi|\sdir=|[{OPEN}{CLOSE}]", page.body), page.address


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("<p>{{ x }}</p>", "<p><bdi>\u05d0 &lt;30</bdi></p>"),
        ('<p title="{{ x }}">{{ x }}</p>', '<p title="\u2068\u05d0 &lt;30\u2069"><bdi>\u05d0 &lt;30</bdi></p>'),
        ('<a href="{{ x }}">', '<a href="\u05d0 &lt;30">'),
        ('<a {% if x %}id="{{ x }}"{% endif %} aria-label="a > {{ x }}">{{ x }}',
         '<a id="\u05d0 &lt;30" aria-label="a > \u2068\u05d0 &lt;30\u2069"><bdi>\u05d0 &lt;30</bdi>'),
        ("<svg><text>{{ x }}</text><title>{{ x }}</title></svg>{{ x }}",
         "<svg><text>\u2068\u05d0 &lt;30\u2069</text><title>\u2068\u05d0 &lt;30\u2069</title></svg><bdi>\u05d0 &lt;30</bdi>"),
        ("{% macro m(y) %}<b>{{ y }}</b>{% endmacro %}{{ m(x) }}", "<b><bdi>\u05d0 &lt;30</bdi></b>"),
        ("{% for y in [x] %}<i>{{ y }}{% endfor %}", "<i><bdi>\u05d0 &lt;30</bdi>"),
        ("{{ [x, 'a', x] | join(', ') }}", "<bdi>\u05d0 &lt;30</bdi>, a, <bdi>\u05d0 &lt;30</bdi>"),
        ("{{ 'said ' ~ x }}", "said <bdi>\u05d0</bdi> &lt;30"),
        ("<p>{{ 'a' }}{{ 3 }}</p>", "<p>a3</p>"),
        ('<p title="{{ cut }}">{{ cut }}</p>', '<p title="a \u2068\u05d0">a <bdi>\u05d0</bdi></p>'),
        ('<a href="{{ made }}">', '<a href="b">'),
    ],
)  # fmt: skip
def test_what_stands_where_is_set_apart_as_it_can_be_there(template: str, expected: str) -> None:
    found = (
        Environment()
        .from_string(template)
        .render(x="\u05d0 <30", cut=f"a {OPEN}\u05d0", made=f"{OPEN}b{CLOSE}")
    )
    assert found == expected


def test_markdown_is_set_apart_by_paragraph_and_by_word() -> None:
    text = "He said \u05e9\u05dc\u05d5\u05dd 30 times, \u0639\u0631\u0628 4.\n\n\u05e9\u05dc\u05d5\u05dd 30 *a*\n\n- \u05d0 3\n- b \u05d0 3\n\n| \u05d0 | b \u05d0 3 |\n|--|--|\n| c | d |"
    assert str(convert(text)).replace("\n", "") == (
        "<p>He said <bdi>\u05e9\u05dc\u05d5\u05dd</bdi> 30 times, <bdi>\u0639\u0631\u0628</bdi> 4.</p>"
        '<p dir="auto">\u05e9\u05dc\u05d5\u05dd 30 <em>a</em></p>'
        '<ul><li dir="auto">\u05d0 3</li><li>b <bdi>\u05d0</bdi> 3</li></ul>'
        '<table><thead><tr><th dir="auto">\u05d0</th><th>b <bdi>\u05d0</bdi> 3</th></tr></thead>'
        "<tbody><tr><td>c</td><td>d</td></tr></tbody></table>"
    )
    hostile = str(convert("[\u05d0](b 'x > \"\u05d0') &lt;\u05d0&gt; \u05d0 < \u05d0 `<p>\u05d0`"))
    assert "<p>\u05d0" not in hostile
    walk = Walk(hostile)
    assert (walk.wrong, walk.open) == ([], [])


def test_what_is_set_apart_stays_so() -> None:
    for text in (
        "a",
        "\u05d0 30",
        "a \u05d0 30 \u05d1 b",
        f"{OPEN}\u05d0{CLOSE} 30 b",
        f"{OPEN}\u05d0",
        f"\u05d0{CLOSE} 3",
    ):
        once = isolated(text)
        assert isolated(once) == once
        assert bare(once) == bare(text)
    assert isolated("\u0663\u0660 people") == f"{OPEN}\u0663\u0660{CLOSE} people"
    assert not turns("Kan\u2019s 30 \u2013 \u00e9")
    assert str(escape(isolated("\u05d0<"))) == f"{OPEN}\u05d0&lt;{CLOSE}"


def test_entities_in_texts_that_are_no_markdown_are_printed_as_they_are_written() -> None:
    site, _ = validate(load(SITES / "valid"))
    entity = "&#8238;30 &rlm;"
    topics = {id: replace(topic, lead=entity) for id, topic in site.topics.items()}
    radio = site.articles["sound-radio-fuse"]
    claim, *others = radio.claims
    spoken = replace(claim, printed=f"{claim.printed} {entity}", allow=(Allowance("V103", entity),))
    articles = {**site.articles, radio.id: replace(radio, claims=(spoken, *others))}
    site = replace(site, topics=topics, articles=articles)
    printer = Printer()
    leaves, share = compose(index(site), printer, single=True, indexed=True)
    pages = assembled(
        front(site, share, printer, texts_at_hand=True), (leaf.page() for leaf in leaves if leaf.page)
    )
    topic = next(page for page in pages if page.kind == "topic")
    assert topic.description.startswith(entity)
    method = next(page for page in pages if page.address == "method/")
    assert method.body.count(str(escape(entity))) == 2
    for page in pages:
        assert next(hidden(page.title + page.description + unescape(page.body)), None) is None
