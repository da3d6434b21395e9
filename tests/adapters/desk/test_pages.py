"""Every page of the desk in every state that an article goes through: nothing is missing that a page shows."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from builder.adapters.desk import review
from builder.desk import kinds
from builder.desk.desk import Desk
from tests.adapters.desk.asked import Asked
from tests.browser.desk import DRAFT, PAGE, PRECIS

PUBLISHED = "observer-bridge-closed"


def test_every_page_answers(root: Path, desk: Asked) -> None:
    articles = Desk(root).documents
    assert DRAFT in articles
    for id in articles:
        for page in (
            "",
            "/about",
            "/revise",
            *(f"?show={show}" for show in ("open", "claims", "wrong", "unused", "all")),
        ):
            assert "<h1" in desk.get(f"/a/{id}{page}"), (id, page)
    for page in ("/", "/add", "/ask", "/names", "/ask?kind-of=sources&name=X", "/ask?answer=place"):
        assert "<h1" in desk.get(page)


def test_a_claim_is_taken_changed_mended_and_removed(root: Path, desk: Asked) -> None:
    page = desk.get(f"/a/{DRAFT}")
    at = re.findall(r'name="at" value="(p[^"]+)"', page)[0]
    desk.post(f"/a/{DRAFT}", do="take", at=at, show="open")
    page = desk.get(f"/a/{DRAFT}?show=claims")
    seen = re.findall(r'name="seen" value="([^"]+)"', page)[0]
    page = desk.post(
        f"/a/{DRAFT}", do="save", at="c-duration", seen=seen, said_on="2031-05-02", show="claims"
    )
    assert "said_on" in desk.get(f"/a/{DRAFT}?show=claims")
    page = desk.post(f"/a/{DRAFT}", do="save", at="c-duration", seen=seen, cue="told", show="claims")
    assert "changed meanwhile" in page
    desk.post(f"/a/{DRAFT}", do="remove", at="c-duration", show="claims")
    assert "duration" not in Desk(root).site.drafts[DRAFT].claims


def test_words_are_claimed_with_the_keyboard_alone(root: Path, desk: Asked) -> None:
    page = desk.get(f"/a/{DRAFT}?words=they+blame+the+detour")
    assert "Proposed: <q>they blame the detour</q>" in page
    at = re.findall(r'name="at" value="(s[^"]+)"', page)[0]
    desk.post(f"/a/{DRAFT}", do="take", at=at, question="closure/council-words", show="open")
    [claim] = Desk(root).document(DRAFT).data["claims"]
    assert claim["printed"] == "they blame the detour"
    assert "<h1" in desk.get(f"/a/{DRAFT}?words=nobody+wrote+this")


def test_a_figure_that_nobody_proposed_is_offered_for_the_only_question_in_its_unit(
    root: Path, desk: Asked
) -> None:
    new = {
        "answer": "quantity",
        "unit": "bicycles",
        "counts": "capacity",
        "of": "the ferry",
        "topic": "closure",
    }
    page = desk.get(f"/a/{DRAFT}?words=42")
    assert "choose one" in page
    desk.post("/ask", text="How many bicycles does the ferry take?", short="Bicycles", **new)
    page = desk.get(f"/a/{DRAFT}?words=42")
    assert re.search(r'<option value="closure/bicycles" selected>', page)
    # A second question in the unit: which of them is meant, only the editor knows.
    desk.post("/ask", text="How many bicycles wait?", short="Waiting", **{**new, "counts": "waiting"})
    assert "choose one" in desk.get(f"/a/{DRAFT}?words=42")


def test_words_whose_sentence_asks_for_them_are_offered_for_that_question(root: Path, desk: Asked) -> None:
    new = {"answer": "wording", "topic": "closure"}
    desk.post(
        "/ask", text="Who do shops in the old town blame for having fewer guests?", short="Blamed", **new
    )
    page = desk.get(f"/a/{DRAFT}?words=they+blame+the+detour")
    assert re.search(r'<option value="closure/blamed" selected>', page)
    # The sentence has no word of any question.
    assert "choose one" in desk.get(f"/a/{DRAFT}?words=bicycles+at+a+time")


def test_several_files_at_once(root: Path, desk: Asked) -> None:
    import io

    files = [
        (
            io.BytesIO(PAGE.replace("Tarn Weekly", name).replace("bicycles", f"guests of {name}").encode()),
            f"{name}.html",
        )
        for name in ("Harbour Post", "Valley Radio")
    ]
    page = desk.post("/add", file=[*files, (io.BytesIO(b"Nothing."), "none.txt")])
    assert page.count("<li") >= 3
    assert "harbour-post-bridge-repair-drags" in page
    # Why the third was not taken, in words.
    assert "none.txt" in page
    assert kinds.NO_TEXT.mend.rstrip(".") in html.unescape(page)
    assert "to decide" in desk.get("/")


def test_a_new_outlet_is_made_with_the_bibliography(root: Path, desk: Asked) -> None:
    page = desk.get(f"/a/{DRAFT}/about")
    seen = re.findall(r'name="seen" value="([^"]+)"', page)[0]
    page = desk.post(
        f"/a/{DRAFT}/about",
        **{"seen": seen, "outlet": "+", "outlet-name": "Tarn Daily", "outlet-kind": "newspaper"},
    )
    assert "Tarn Daily" in page
    assert Desk(root).document(DRAFT).data["outlet"] == "tarn-daily"


def test_the_bibliography_shows_the_passages_that_prove_it(root: Path, desk: Asked) -> None:
    page = desk.get(f"/a/{DRAFT}/about")
    assert re.search(r'<input id="b-language" name="language" value="en"', page)
    proved = dict(re.findall(r'<mark class="mark \w+" id="is-([\w-]+)">(.*?)</mark>', page))
    assert proved["headline"] == "Bridge repair drags on"
    assert "the council's engineer told this paper" in html.unescape(proved["language"]), (
        "a sentence in English"
    )
    assert html.unescape(proved["completeness"]).endswith("they blame the detour."), "where it ends"
    for key in ("headline", "language", "completeness", "byline", "published"):
        assert f'href="#is-{key}"' in page


def test_the_bibliography_lists_who_speaks_and_makes_a_source_without_losing_what_is_typed(
    root: Path, desk: Asked
) -> None:
    page = desk.get(f"/a/{DRAFT}/about")
    assert re.search(r'href="#is-source-hauliers[\w-]*">', page), "a source that it names"
    seen = re.findall(r'name="seen" value="([^"]+)"', page)[0]
    before = (root / f"content/articles/{DRAFT}.md").read_bytes()
    typed = {
        "seen": seen,
        "headline": "Repair drags on",
        "source-name": "Council engineer",
        "source-side": "the council's side",
    }
    page = desk.post(f"/a/{DRAFT}/about", do="source", **typed)
    assert "choose what kind of source it is" in page
    assert 'value="Council engineer"' in page
    speaks = next(iter(Desk(root).site.sources))
    page = desk.post(
        f"/a/{DRAFT}/about",
        do="source",
        **typed,
        **{"source-kind": "person", "source-speaks_for": speaks, "source-stake": "none"},
    )
    assert "Made: Council engineer" in page
    assert 'value="Repair drags on"' in page, "what was typed above stays"
    assert (root / f"content/articles/{DRAFT}.md").read_bytes() == before, "and is not saved yet"
    made = Desk(root).site.sources["council-engineer"]
    assert (made.kind, made.side, made.speaks_for) == ("person", "the council's side", speaks)
    # Enter in a field of the source saves all: the source, too.
    desk.post(
        f"/a/{DRAFT}/about",
        **typed | {"source-name": "Second engineer", "source-kind": "person", "source-stake": "none"},
    )
    assert "second-engineer" in Desk(root).site.sources
    assert Desk(root).document(DRAFT).data["headline"] == "Repair drags on"
    page = desk.post(
        "/add",
        text="New pier opens\n\n" + "The pier opened on Tuesday, the harbour master said. It is long. " * 4,
    )
    assert "Perhaps also: harbour master" in page


def test_a_changed_text_is_asked_for_and_taken(root: Path, desk: Asked) -> None:
    first = next(iter(Desk(root).site.articles))
    page = desk.post(f"/a/{first}/revise", text="", address="", revised="")
    assert "give the text in one way" in page
    page = desk.post(
        f"/a/{first}/revise",
        text="A short note.\n\n" + "The bridge at Tarn Mouth stays closed, the council said. " * 8,
    )
    assert "revises <a" in page
    assert "does not have" in page
    assert f"revises {first}" in desk.get("/")
    publish = desk.get(f"/a/{first}-revised/publish")
    assert "to mend first" in publish
    assert PRECIS not in publish


def test_a_further_name_is_added_once_and_only_to_one_that_is_there(root: Path, desk: Asked) -> None:
    source = next(iter(Desk(root).site.sources.values()))
    form = {"kind-of": "names", "whose": f"sources {source.id}", "name": "the  town hall"}
    assert "told error" not in desk.post("/ask", **form)
    assert Desk(root).site.sources[source.id].aliases == (*source.aliases, "the town hall")
    assert "has this name already" in desk.post("/ask", **form)
    for whose in ("sources nobody", "settings quote_limit", ""):
        assert "there is no" in desk.post("/ask", **{**form, "whose": whose})


def test_an_address_of_this_machine_is_refused_without_words_of_the_terminal(desk: Asked) -> None:
    page = desk.post("/add", addresses="http://127.0.0.1:9/a\nhttp://no-such-host.invalid/b")
    assert "127.0.0.1 is not on the public internet. Open it in the browser, save the page" in page
    assert "no-such-host.invalid" in page
    assert "--allow-local" not in page
    assert "[V5" not in page


def test_a_near_copy_is_named_and_the_passages_that_it_shares_are_marked(desk: Asked) -> None:
    again = PAGE.replace("Tarn Weekly", "Osk Herald").replace(
        "Bridge repair drags on", "A longer wait at the bridge"
    )
    page = desk.post("/add", text=again.replace("42 bicycles", "48 bicycles"))
    assert "It shares passages with" in page
    [anchor] = re.findall(rf'<a href="#(near-{DRAFT})">See the longest</a>', page)
    [passage] = re.findall(rf'<mark [^>]*id="{anchor}"[^>]*>([^<]+)</mark>', page)
    # The longest that both have word for word.
    assert len(passage.split()) > 20
    assert html.unescape(" ".join(passage.split())) in " ".join(re.sub(r"<[^>]+>", " ", PAGE).split())


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("http://127.0.0.1:9/x.html", "is not on the public internet. Open it in the browser, save the page"),
        ("http://nosuch.invalid/x", "there is no host"),
        ("tarn.example/x", "an address begins with https://"),
    ],
)
def test_an_address_that_cannot_be_fetched_says_why_in_words(desk: Asked, address: str, why: str) -> None:
    page = desk.post("/add", addresses=address)
    assert why in page
    assert re.search(r"V5\d\d|--[a-z]|variorum ", page.partition("<main")[2]) is None


def test_typed_words_are_those_below_the_headline(desk: Asked) -> None:
    session, _ = desk.place.session(DRAFT)
    headline = str(session.document.data["headline"])
    words = headline.split()[-1]
    start, end = map(int, review.at_words(desk.place, DRAFT, words)[1:].split("-"))
    raw = session.text.raw
    assert raw[start:end] == words
    assert start > raw.index(headline) + len(headline)
    assert headline in raw[slice(*map(int, review.at_words(desk.place, DRAFT, headline)[1:].split("-")))]
