"""Whatever the proof says of an article, the desk has its mend beside it: a button, or a link to the field that the advice is about."""

from __future__ import annotations

import html
import re
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from builder.adapters.desk.card import LABELS, MORE, Card, Told
from builder.adapters.desk.ways import fields_of, way
from builder.content.problems import CATALOGUE, Kind, Problem
from builder.desk.desk import Desk
from builder.desk.mends import Mend
from builder.proof import kinds
from tests.adapters.desk.asked import Asked
from tests.browser.desk import DRAFT
from tests.proof.advised import AT, CALM, PLACE, PRECIS, ROWS, WEATHER, Row
from tests.proof.test_advice import ID, written

UNSHOWN = {"V108", "V109"}
"""Publishing writes where the words stand."""
OF_TEXTS = {"source_file", "source_sha256"}
"""What is put into the private folder: the page says which file."""


def changed(row: Row) -> set[str]:
    """Return the keys that the advice of a row changes."""
    keys = {key for key in row.wrong.keys() | row.right.keys() if row.wrong.get(key) != row.right.get(key)}
    if row.precis[0] != row.precis[1]:
        keys.add("precis")
    return keys


def site(folder: Path, row: Row) -> Path:
    """Write the site of a row with its article as a draft."""
    root = written(folder, row, right=False)
    article = root / f"content/articles/{ID}.md"
    article.write_text(article.read_text("utf-8").replace("---\n", "---\ndraft: true\n", 1), "utf-8")
    return root


def told(page: str, code: str) -> list[str]:
    """Return what a page tells under a code, each with what stands beside it."""
    blocks = re.findall(r'<div class="told (?:error|warning)">.*?</div>', page, re.DOTALL)
    blocks += re.findall(r'<li class="(?:error|warning)">.*?</li>', page, re.DOTALL)
    return [block for block in blocks if f"{code}</span>" in block]


def ways(desk: Asked, here: str, block: str) -> set[str]:
    """Return the keys that are changed by the buttons and links of what is told; each link has to lead somewhere."""
    found: set[str] = set()
    for address in map(html.unescape, re.findall(r'<a [^>]*href="([^"]+)"', block)):
        page, _, place = address.partition("#")
        shown = desk.get(page) if page else here
        assert not place or f'id="{place}"' in shown, address
        found.add({"precis-text": "precis"}.get(place, place.partition("-")[2]))
    return found


LONG = "140 passengers aboard, the ferry line said. Nobody else has spoken of it so far, and the harbour"
WRITTEN = [
    Row("V201", {"hedge": "said"}, {"hedge": None}),
    Row("V202", {"printed": None}, {"printed": "140"}),
    Row("V202", {"question": None}, {"question": "passengers/aboard"}),
    Row("V202", {"outlet": None}, {"outlet": "sound-radio"}, of_claim=False),
    Row("V203", {"sources": {"ferry-line": "it"}}, {"sources": ["ferry-line"]}),
    Row("V203", {"byline": {"by": "Ola Berg"}}, {"byline": ["Ola Berg"]}, of_claim=False),
    Row("V204", {"speech": "shouted"}, {"speech": None}),
    Row("V204", {"completeness": "whole"}, {"completeness": "full text"}, of_claim=False),
    Row("V206", {"question": "passengers/none"}, {"question": "passengers/aboard"}),
    Row("V207", {"outlet": "nobody"}, {"outlet": "sound-radio"}, of_claim=False),
    Row("V208", {"sources": ["ferry"]}, {"sources": ["ferry-line"]}),
    Row("V208", {"via": ["ferry"]}, {"via": None}),
    Row("V209", {"value": ["nowhere"]}, {"value": ["osk-sound"]}, text=PLACE, claim=AT),
    Row("V210", {"part_of": "gone"}, {"part_of": None}),
    Row("V213", {"copy_of": "nobody"}, {"copy_of": None}, of_claim=False),
    Row("V217", {"story": "none"}, {"story": None}, of_claim=False),
    Row("V301", {"said_on": "2031-02-30"}, {"said_on": None}),
    Row("V301", {"published": "2031-02-30"}, {"published": "2031-03-04"}, of_claim=False),
    Row("V302", {"modifier": "between", "low": 5, "high": 3}, {"modifier": None, "low": None, "high": None}),
    Row("V303", {"printed": "passengers aboard"}, {"printed": "140"}),
    Row("V304", {"value": None}, {"value": "no"}, text=WEATHER, claim=CALM),
    Row("V305", {"quote": LONG}, {"quote": None}),
    Row("V306", {"modifier": "at least", "high": 4}, {"modifier": None, "high": None}),
    Row("V307", precis=("Too short.", PRECIS)),
    Row("V158", {"language": "sw"}, {"language": None}, of_claim=False),
    Row("V162", {"statement": "one"}, {"statement": None}),
]
"""What an editor may have written by hand, or typed into a field, and what no single edit of ``ROWS`` has."""
SHOWN = [row for row in (*ROWS, *WRITTEN) if row.code not in UNSHOWN]
OF_FILES = re.compile(r"variorum |\.yml|\.md\b|--\w|lines? of dashes|front matter|YAML")
"""Words of files and of the terminal, which nobody at the desk needs to know."""


@pytest.mark.parametrize("row", SHOWN, ids=[f"{row.code}-{at}" for at, row in enumerate(SHOWN)])
def test_what_the_proof_says_has_its_mend_beside_it(
    row: Row, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    desk = Asked(site(tmp_path, row))
    try:
        page = desk.get(f"/a/{ID}?show=wrong&at=c-aboard")
        if "Not done" in page or "is not on this machine" in page:
            page = desk.get(f"/a/{ID}/publish")
        blocks = told(page, row.code)
        assert blocks, row.code
        for block in blocks:
            assert not OF_FILES.search(re.sub(r"<span.*?</span>|<[^>]+>", "", block)), block
            buttons = 'name="mend"' in block or "They say it" in block
            links, keys = ways(desk, page, block), changed(row)
            # Other names of sources, places and outlets are no key of the article: the field stands there whose name is not known.
            assert buttons or links & keys or (links and not keys) or keys <= OF_TEXTS, (block, keys)
    finally:
        desk.close()


def test_what_stops_a_publication_leads_to_where_it_is_mended(desk: Asked) -> None:
    at = re.findall(r'name="at" value="(p[^"]+)"', desk.get(f"/a/{DRAFT}"))[0]
    desk.post(f"/a/{DRAFT}", do="take", at=at, show="open")
    seen = re.findall(r'name="seen" value="([^"]+)"', desk.get(f"/a/{DRAFT}?show=claims"))[0]
    desk.post(f"/a/{DRAFT}", do="save", at="c-duration", seen=seen, said_on="2031-05-02", show="claims")
    page = desk.get(f"/a/{DRAFT}/publish")
    assert f'href="/a/{DRAFT}?show=wrong&amp;at=c-duration#f-said_on"' in page
    assert f'href="/a/{DRAFT}#precis-text"' in page


def test_a_publication_without_the_private_text_says_so(root: Path, desk: Asked) -> None:
    told = "Nothing here is held against its text."
    assert told not in desk.get(f"/a/{DRAFT}/publish")
    shutil.rmtree(root / "sources")
    assert told in desk.get(f"/a/{DRAFT}/publish")


def test_words_too_close_to_others_are_shortened_by_a_button(root: Path, desk: Asked) -> None:
    """Two figures with their verbs stand beside each other: one of them is told by its figure alone."""
    article = root / f"content/articles/{DRAFT}.md"
    claims = """claims:
  - id: duration
    question: closure/duration
    printed: at least 16 weeks
    quote: stay closed for at least 16 weeks
    sources: [council]
    cue: told
  - id: duration-more
    question: closure/duration
    printed: six more than
    quote: on Monday, six more than the council had first announced
    sources: [council]
    attribution: implied
"""
    text = article.read_text("utf-8")
    article.write_text(text.replace("claims: []\n", claims, 1), "utf-8")
    page = desk.get(f"/a/{DRAFT}?show=wrong&at=c-duration-more")
    assert told(page, "V167")
    label = re.search(r'name="mend" value="(only [^"]+)"', page)
    assert label
    seen = re.findall(r'name="seen" value="([^"]+)"', page)[0]
    desk.post(f"/a/{DRAFT}", do="mend", mend=label[1], at="c-duration-more", seen=seen, show="wrong")
    assert not told(desk.get(f"/a/{DRAFT}?show=wrong&at=c-duration-more"), "V167")


def test_a_yes_or_no_beside_a_quotation_is_shortened_to_its_beginning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """ "warned the harbour" about something is told by "warned" alone, which leaves room for the quotation behind it."""
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    more = {
        "id": "more",
        "question": "cause/reason",
        "printed": "the fuse broke at noon",
        "sources": ["ferry-line"],
        "cue": "said",
    }
    row = Row(
        "V167",
        {},
        text="The weather was calm over the whole sound that day, the fuse broke at noon, the ferry line said. The harbour was shut.",
        claim={"question": "cause/weather", "printed": "calm over the whole sound", "value": "yes"},
        claims=(more,),
    )
    desk = Asked(site(tmp_path, row))
    try:
        page = desk.get(f"/a/{ID}?show=wrong&at=c-more")
        assert told(page, "V167")
        assert 'name="mend" value="only calm"' in page or 'name="mend" value="only calm over' in page
    finally:
        desk.close()


def test_whatever_is_said_of_a_claim_leads_to_a_field_that_its_card_has() -> None:
    """Also what no row above has, as what only who reads can say: V116, V139."""
    for kind in CATALOGUE.values():
        for key in ("", ".printed", ".counts", ".sources[0]", ".locator"):
            found = fields_of(Problem("content/articles/a.md", 1, f"claims[0]{key}", kind, "It is wrong."))
            assert found
            assert {one.address.removeprefix("#f-") for one in found} <= {"question", *LABELS, *MORE}


@pytest.mark.parametrize(
    ("kind", "key", "leads"),
    [
        (kinds.QUOTED_TOO_MUCH, "", "?show=claims"),
        (kinds.NO_RULES, "language", "/about#b-language"),
    ],
)
def test_what_is_said_of_a_whole_text_leads_to_its_mend(root: Path, kind: Kind, key: str, leads: str) -> None:
    document = Desk(root).document(DRAFT)
    found = way(document, Problem(document.path, 1, key, kind, "It is wrong."))
    assert found is not None
    assert found.address.endswith(leads)


def test_one_thing_has_the_key_where_several_are_told() -> None:
    mendable, other = (
        Told(Problem("content/articles/x.md", 3, "claims[0].printed", kinds.FIGURE_NOT_IN_TEXT, "x"), mends)
        for mends in ((Mend("shorter", {"printed": "x"}),), ())
    )
    for told, first in (((other, mendable), mendable), ((other,), other), ((), None)):
        assert Card.first.fget(SimpleNamespace(told=told)) is first  # type: ignore[attr-defined]
