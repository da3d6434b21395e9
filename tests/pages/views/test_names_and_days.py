"""What a page prints of an outlet or a source stands in some text: its names, and the texts of the same days."""

from __future__ import annotations

from msgspec.structs import replace

from builder.compare.library import index
from builder.compare.topics import compare_topic
from builder.content.load import load
from builder.content.map_outline import Outline
from builder.content.model import Place
from builder.content.validate import validate
from builder.content.vocabulary import Answer
from builder.pages.views.claims import Teller
from builder.pages.views.outlet_parts import outlet_parts
from builder.pages.views.places import map_view
from tests.factory import SITES, TOPIC, article, dated, figure, placed, question, site, yes_no
from tests.pages.test_render import everything


def test_what_an_outlet_leaves_out_is_answered_by_texts_of_the_same_days() -> None:
    lib = index(
        site(
            [
                article("post", figure("140", said_on="2031-03-03"), published="2031-03-04"),
                article("wire", figure("140"), published="2031-03-04"),
                article("late", figure("140"), published="2031-03-09"),
                article("radio", yes_no(True), published="2031-03-04"),
            ]
        )
    )
    told = {TOPIC: compare_topic(lib, lib.site.topics[TOPIC])}
    found = {short: outlets for short, _, outlets in outlet_parts(lib, told, Teller(lib))["radio"].omitted}
    assert found == {"quantity": ("Post", "Wire")}


def test_a_source_is_printed_under_names_that_texts_print() -> None:
    found, _ = validate(load(SITES / "valid"))
    id = next(
        source for article in found.articles.values() for claim in article.claims for source in claim.sources
    )
    named = replace(found.sources[id], name="The Sound Line", aliases=("Soundline", "The Line"))
    found = replace(found, sources={**found.sources, id: named})

    def page(*spellings: str) -> str:
        articles = {
            key: replace(one, spellings={id: spellings} if at == 0 and spellings else {})
            for at, (key, one) in enumerate(found.articles.items())
        }
        pages = everything(replace(found, articles=articles))
        return next(page.body for page in pages if page.address == f"sources/{id}/")

    assert "Soundline" not in page()
    one = page("Soundline")
    assert "Printed as “Soundline”." in one
    assert "The Line”" not in one
    several = page("Soundline", "The Line")
    assert "“Soundline” in" in several
    assert "“The Line” in" in several


def test_a_place_on_the_map_has_the_other_names_that_texts_print() -> None:
    sound = Place("osk-sound", "Osk Sound", ("Osk Fjord", "Oskfjord", "The Firth"), 51.2, 35.3)
    around = placed(printed="off Oskfjord")
    found = site([article("post", replace(around, value=(sound,)), spellings={"osk-sound": ("Osk Fjord",)})])
    lib = index(replace(found, places={"osk-sound": sound}))
    outline = Outline("A survey", (((35.0, 51.0), (35.5, 51.5)),), "", (), "")
    view = map_view(lib, "breakdown", outline, Teller(lib).say)
    assert view is not None
    assert [place.aliases for place in view.located] == [("Osk Fjord", "Oskfjord")]
    # What others lie in, a coast or a country, is none to look for on a map; a village without a coordinate is.
    places = {
        "osk-sound": replace(sound, within=("coast",)),
        "coast": Place("coast", "The Coast"),
        "tarn": Place("tarn", "Tarn", within=("coast",)),
    }
    view = map_view(index(replace(found, places=places)), "breakdown", outline, Teller(lib).say)
    assert view is not None
    assert view.unlocated == ()  # no answer names it
    named = replace(
        found,
        articles={
            "post": replace(found.articles["post"], claims=(replace(around, value=(sound, places["tarn"])),))
        },
    )
    view = map_view(index(replace(named, places=places)), "breakdown", outline, Teller(lib).say)
    assert view is not None
    assert [place.name for place in view.unlocated] == ["Tarn"]


def test_the_day_of_a_statement_is_nowhere_printed_bare_as_the_day_of_what_is_asked() -> None:
    asked = question(Answer.DATE)
    told = "said on 3 March 2031, of then or before"
    for value, wanted in (("../2031-03-03", True), ("2031-03-03", False)):
        found = site(
            [
                article("post", dated(value, "on March 3", said_on="2031-03-03")),
                article("radio", dated("2031-03-20", "on March 20", sources=("coastguard",))),
            ],
            questions=[asked],
        )
        pages = {page.address: page for page in everything(found)}
        shown = {
            address: "".join((page.lead, *(section.html for section in page.sections)))
            for address, page in pages.items()
            if address in ("", "outlets/post/", "pairs/post--radio/", f"topics/{TOPIC}/")
        }
        assert len(shown) == 4
        for address, html in shown.items():
            assert "on March 3" in html, address
            assert (told in html) is wanted, address
