"""Pages from views: their content, the targets of their links, and that no text becomes markup."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from msgspec.structs import replace

from builder.build import in_memory
from builder.compare.library import index
from builder.content.load import load
from builder.content.map_outline import Outline
from builder.content.model import Place, Site
from builder.content.validate import validate
from builder.pages import links
from builder.pages.compose import assembled, compose, front
from builder.pages.page import Page
from builder.pages.render import Printer
from builder.pages.typography import curly
from tests.factory import SITES
from tests.printed import PAYLOAD, Read, poisoned

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module", params=["valid", "repository"])
def pages(request: pytest.FixtureRequest) -> tuple[Page, ...]:
    """The pages of the tiny site, and of this repository's own."""
    return in_memory.make(SITES / "valid" if request.param == "valid" else ROOT).pages


@pytest.fixture(scope="module")
def tiny() -> dict[str, Page]:
    return {page.address: page for page in in_memory.make(SITES / "valid").pages}


@pytest.fixture(scope="module")
def hostile() -> tuple[Page, ...]:
    """The pages of a site with only hostile texts, and a map with a place without coordinates."""
    site, _ = validate(load(SITES / "valid"))
    first, *_ = site.places
    named = {
        id: replace(place, latitude=51.2, longitude=35.3) if id == first else place
        for id, place in site.places.items()
    }
    nowhere = Place("nowhere", "Nowhere", ("No place",), note="No source locates it.")
    aside = Place("town", "Town", (), 51.3, 35.4, "0.01 degree", "a gazetteer", "For orientation.")
    site = replace(site, places={**named, "town": aside, "nowhere": nowhere})
    articles = {
        id: replace(one, spellings={**one.spellings, "nowhere": (f"No place {PAYLOAD}",)})
        for id, one in site.articles.items()
    }
    site = replace(site, articles=articles)
    outline = poisoned(
        Outline(
            "A survey",
            (((35.0, 51.0), (35.5, 51.5)),),
            "two lands",
            (((34.0, 50.0), (36.0, 52.0)),),
            "a land",
        )
    )
    return everything(poisoned(site), outline)


def everything(site: Site, outline: Outline | None = None) -> tuple[Page, ...]:
    """Return all pages of a model that no file could contain."""
    printer = Printer()
    leaves, share = compose(index(site), printer, outline, single=len(site.stories) == 1, indexed=True)
    return assembled(
        front(site, share, printer, texts_at_hand=False), (leaf.page() for leaf in leaves if leaf.page)
    )


def test_every_kind_of_page(tiny: dict[str, Page]) -> None:
    assert {address: page.kind for address, page in tiny.items()} == {
        "": "home",
        "topics/passengers/": "topic",
        "topics/cause/": "topic",
        "articles/": "articles",
        "articles/harbour-post-adrift/": "article",
        "articles/sound-radio-fuse/": "article",
        "outlets/harbour-post/": "outlet",
        "outlets/sound-radio/": "outlet",
        "outlets/": "index",
        "pairs/harbour-post--sound-radio/": "pair",
        "pairs/": "index",
        "sources/": "sources",
        **{address: "source" for address in tiny if address.startswith("sources/") and address != "sources/"},
        "data/": "data",
        "method/": "text",
    }
    assert tiny["topics/cause/"].md_path == "topics/cause.md"
    assert tiny[""].md_path == "index.md"


def test_every_link_has_an_existing_page_and_anchor(pages: tuple[Page, ...]) -> None:
    ids = {page.address: set(Read(page.body).ids) for page in pages}
    for page in pages:
        for link in Read(page.body).links:
            if link.startswith(("http:", "https:", "mailto:")):
                continue
            address, anchor = urldefrag(
                urljoin(f"http://site/{page.address}", link).removeprefix("http://site/")
            )
            if address.startswith(("data/", "embed/")):
                continue
            assert address in ids, f"{page.address or 'home'}: {link}"
            assert not anchor or anchor in ids[address], f"{page.address or 'home'}: {link}"


def test_ids_are_unique(pages: tuple[Page, ...]) -> None:
    for page in pages:
        assert [id for id, count in Counter(Read(page.body).ids).items() if count > 1] == [], page.address


def test_without_directory_addresses_links_lead_to_files() -> None:
    pages = in_memory.make(SITES / "valid", directory_urls=False).pages
    files = {links.file(page.address, directory_urls=False) for page in pages}
    for page in pages:
        here = links.file(page.address, directory_urls=False)
        for link in Read(page.body).links:
            target = urldefrag(urljoin(f"http://site/{here}", link).removeprefix("http://site/"))[0]
            assert target in files or target.startswith(("data/", "embed/")), f"{here}: {link}"


def test_a_report_shows_figure_source_and_the_exceptions_only(tiny: dict[str, Page]) -> None:
    body = tiny["topics/passengers/"].body
    row = body[body.index('<section class="vm-q') :]
    row = row[row.index('id="aboard"') :].partition("</section>")[0]
    assert "about 140" in Read(row).text
    place = row.index('id="aboard--harbour-post"')
    report = Read(row[row.rindex("<li", 0, place) :].partition("</li>")[0])
    assert "the ferry line, said" in report.text
    assert "no word that it could not be checked" not in report.text
    assert "../../articles/harbour-post-adrift/#claim-aboard" in report.links


def test_every_cell_names_its_outlet_and_none_is_empty(pages: tuple[Page, ...]) -> None:
    for page in pages:
        for cell in page.body.split("<td")[1:]:
            text = Read(f"<td{cell.partition('</td>')[0]}").text
            assert text.strip(" -–—"), page.address
        if page.kind in ("pair", "source"):
            assert page.body.count("<td") == page.body.count('class="vm-cell-outlet"')
        if page.kind == "topic":
            reports = page.body.count('<li class="vm-report ')
            assert reports > 0
            assert reports == page.body.count('<a class="vm-report-link" href=')
            assert page.body.count('<li class="vm-gap ') == page.body.count('class="vm-gap-outlet"')


def test_outlets_in_the_index_have_anchors_of_their_own_and_lead_to_their_pages(
    tiny: dict[str, Page],
) -> None:
    page = tiny["articles/"]
    # Not numbers, which would change with each added outlet.
    assert [(section.id, section.title, section.href) for section in page.sections] == [
        ("outlet-sound-radio", "Sound Radio", "../outlets/sound-radio/"),
        ("outlet-harbour-post", "The Harbour Post", "../outlets/harbour-post/"),
    ]
    assert '<h2 id="outlet-sound-radio"><a href="../outlets/sound-radio/">Sound Radio</a>' in page.body


def test_an_article_shows_the_answers_of_others(tiny: dict[str, Page]) -> None:
    page = tiny["articles/harbour-post-adrift/"]
    text = Read(page.body).text
    assert "Sound Radio" in text
    assert "1a1a1a1a1a1a…" in text
    assert "inferred" in text
    assert "The text says that the ferry stopped yesterday." in text
    assert [section.title for section in page.sections if section.level == 2] == [
        "Précis", "What it says, and what the others say", "What only it answers, of the texts at hand", "What is known of the text",
    ], "it leaves out nothing, and so nothing is said of that"  # fmt: skip


def test_a_text_page_has_its_headings_as_sections() -> None:
    page = next(page for page in in_memory.make(ROOT).pages if page.address == "method/")
    assert "silence" in [section.id for section in page.sections]


def test_body_is_lead_and_sections(pages: tuple[Page, ...]) -> None:
    for page in pages:
        assert page.lead in page.body
        for section in page.sections:
            assert f'id="{section.id}"' in page.body
            assert section.html in page.body


def test_two_renderings_are_the_same() -> None:
    assert in_memory.make(SITES / "valid") == in_memory.make(SITES / "valid")


def test_hostile_texts_are_escaped(hostile: tuple[Page, ...]) -> None:
    known = set(
        "a code caption dd details div dl dt em figcaption figure h1 h2 h3 li mark ol p q section span strong summary table tbody td"
        " th thead tr ul circle defs desc g line lineargradient path rect stop svg text title tspan button label"
        " fieldset input legend nav pre".split()
    )
    for page in hostile:
        read = Read(page.body)
        assert set(read.tags) <= known, page.address
        assert not [name for _, name, _ in read.attributes if name.startswith("on") or name == "src"]
        assert not [link for link in read.links if "javascript" in link]
        if page.kind == "data":
            continue  # it names no content
        assert "{{ 7 * 7 }} {% raw %}" in read.text
        if page.kind != "text":
            assert curly(PAYLOAD) in read.text, page.address
        assert "\x00" not in page.body


def test_hostile_names_on_a_map_are_escaped(hostile: tuple[Page, ...]) -> None:
    body = next(page.body for page in hostile if page.kind == "home")
    drawn = body[body.index('<div class="vm-map">') :]
    sheet, _, listed = drawn.partition("</svg>\n<figcaption")
    for where, names in (
        (sheet, ["Osk Sound", "Town", "dashed: the border between two lands"]),
        (
            listed,
            [
                "A survey",
                "Osk Sound",
                "Town",
                "0.01 degree",
                "a gazetteer",
                "Nowhere",
                "No place",
                "No source locates it.",
            ],
        ),
    ):
        text = Read(where).text
        assert [name for name in names if f"{name} {curly(PAYLOAD)}" not in text] == []
    assert {"circle", "rect", "path", "svg"} <= set(Read(sheet).tags)
    read = Read(drawn)
    assert not [name for _, name, _ in read.attributes if PAYLOAD.split()[0] in name or name.startswith("on")]
    numbers = [
        value for _, name, value in read.attributes if name in ("x", "y", "cx", "cy", "r", "width", "height")
    ]
    assert all(re.fullmatch(r"-?[0-9.]+%?", value or "") for value in numbers)


def test_titles_and_descriptions_are_plain_text(hostile: tuple[Page, ...]) -> None:
    topic = next(page for page in hostile if page.address == "topics/cause/")
    assert topic.title == f"Cause and course {curly(PAYLOAD)}"
    assert "&lt;" not in topic.description
    assert len(topic.description) <= 160
