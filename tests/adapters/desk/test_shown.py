"""What a review counts and links, and the questions that are made from it."""

from __future__ import annotations

import html
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from builder.desk.desk import Desk
from tests.adapters.desk.asked import Asked
from tests.browser.desk import DRAFT
from tests.desk.running import run

PIER = """Tarn Weekly

New pier opens

By Ada Brandt

4 June 2031

The new pier of Osk opened on Tuesday after two years. Fishermen had asked for it since the storm took the old one.

The harbour master said that boats may land at low water.

Nobody spoke of the cost and the town has not told it. The old stones lie on the beach and are free for whoever carries them
home. Next summer a light is to stand there.
"""
TWENTY = "The old stones lie on the beach and are free for whoever carries them home. Next summer a light is"
"""A quarter of its words."""
QUESTION = {
    "text": "How many bicycles does the ferry take?",
    "short": "Bicycles",
    "answer": "quantity",
    "unit": "bicycles",
    "counts": "capacity",
    "of": "the ferry",
}


def counters(page: str) -> str:
    found = re.search(r'data-part="counters">(.*?)<form', page, re.DOTALL)
    assert found
    return " ".join(re.sub(r"<[^>]+>", "", found[1]).split())


def test_the_head_of_the_page_counts_how_much_of_the_text_is_quoted(root: Path, desk: Asked) -> None:
    assert len(PIER.split()) == 80
    assert len(TWENTY.split()) == 20
    before = set(Desk(root).documents)
    desk.post("/add", text=PIER)
    [id] = set(Desk(root).documents) - before
    page = desk.get(f"/a/{id}")
    # Of so short a text three quotations of fifteen words may be published.
    assert counters(page).startswith("0 % of the text quoted, at most 56 %")
    seen = re.findall(r'name="seen" value="([^"]+)"', page[page.index('id="precis"') :])[0]
    desk.post(f"/a/{id}", do="precis", precis=TWENTY, seen=seen, show="open")
    told = counters(desk.get(f"/a/{id}"))
    assert told.startswith("25 % of the text quoted, at most 56 %")
    assert "Précis 20 of" in told


def test_a_question_that_is_left_out_leads_to_the_line_with_words_of_it(root: Path, desk: Asked) -> None:
    assert run(root, "claim", DRAFT, "closure/duration", "at least 16 weeks").exit_code == 0
    page = desk.get(f"/a/{DRAFT}")
    silences = page[page.index('data-part="silences"') :]
    line = re.search(
        r'</button> Vehicles a day <a href="#(line-\d+)"[^>]*>line \d+ has words of it</a>', silences
    )
    assert line
    assert len(re.findall(rf'id="{line[1]}"', page)) == 1
    [paragraph] = re.findall(rf'<p [^>]*id="{line[1]}">(.*?)</p>', page)
    assert "about 6,000 vehicles cross the bridge" in html.unescape(re.sub(r"<[^>]+>", "", paragraph))
    # No line has words of this one.
    assert re.search(r"</button> Cracks known since</form>", silences)


def test_the_day_that_a_question_asks_about_is_given_in_its_form(root: Path, desk: Asked) -> None:
    page = desk.post("/ask", topic="closure", **QUESTION, when="in May")
    assert 'role="alert"' in page
    assert 'name="when" value="in May"' in page
    assert len(Desk(root).site.topics["closure"].questions) == 4
    desk.post("/ask", topic="closure", **QUESTION, when="2031-05")
    *_, made = Desk(root).site.topics["closure"].questions
    assert made.path == "closure/bicycles"
    assert made.when is not None
    assert made.when.edtf == "2031-05"


def test_a_topic_is_made_from_within_a_review_and_leads_back_to_its_words(root: Path, desk: Asked) -> None:
    page = desk.get(f"/a/{DRAFT}?words=42")
    [address] = re.findall(r'<a href="([^"]+)" data-key="n">', page)
    link = urlsplit(html.unescape(address))
    at = parse_qs(link.query)["at"][0]
    form = desk.get(f"{link.path}?{link.query}")
    assert f'name="article" value="{DRAFT}"' in form
    assert f'name="at" value="{at}"' in form
    [story] = Desk(root).site.stories
    topic = {"topic": "+", "topic-title": "The ferry", "topic-lead": "What it takes.", "story": story}
    page = desk.post("/ask", article=DRAFT, at=at, **QUESTION, **topic)
    assert "Proposed: <q>42" in page
    assert '<optgroup label="The ferry"><option value="ferry/bicycles" selected>' in page
    assert Desk(root).site.stories[story].topics == ("closure", "ferry")
    desk.post(f"/a/{DRAFT}", do="take", at=at, question="ferry/bicycles", show="open")
    [claim] = Desk(root).document(DRAFT).data["claims"]
    assert claim["question"] == "ferry/bicycles"
    assert "42" in claim["printed"]
