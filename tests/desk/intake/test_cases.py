"""Small pages and texts, each with one trouble. What is stored of them is exact, and what they do not say stays open."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.desk.files import slug
from builder.desk.intake.read import read_article
from builder.desk.intake.records import parsed
from tests.desk.intake.story import HEADLINE, KNOWN, STORY

CASES = Path(__file__).parent / "cases"
NOBODY = (HEADLINE, [], None, ["Elbing Courier"])
BESIDE = {"micro": f"{HEADLINE}\nAda Brandt\n", "visible": f"{HEADLINE}\nPublished 4 June 2031\n", "liveblog": "Tram strike live: all the latest\n"}  # fmt: skip
"""Other lines at the head of what a page shows."""


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("date-rfc", KNOWN), ("date-slash", KNOWN), ("date-us", KNOWN), ("graph-idref", KNOWN), ("ld-mainentity", KNOWN), ("ld-newline", KNOWN),
        ("ld-opinion", KNOWN), ("ld-related-first", KNOWN), ("micro", KNOWN), ("paywall-false-lit", KNOWN), ("visible", KNOWN),
        ("delins", NOBODY), ("hidden", NOBODY), ("q", NOBODY), ("sup", NOBODY),
        ("liveblog", ("Tram strike live: all the latest", *KNOWN[1:])),
        ("ld-entities", ("Trams & buses stand still as ‘angry’ drivers walk out", ["Ada O'Brandt"], *KNOWN[2:])),
    ],
)  # fmt: skip
def test_a_page_with_one_trouble(name, expected):
    reading = read_article(f"{name}.html", (CASES / "html" / f"{name}.html").read_bytes())
    facts = reading.facts
    assert (facts.headline, facts.byline, facts.published, facts.outlets) == expected
    text = STORY.replace(",” the company", "” the company") if name == "q" else STORY
    assert reading.text == text.replace(f"{HEADLINE}\n", BESIDE.get(name, f"{HEADLINE}\n"))
    assert facts.free == (name != "paywall-false-lit")


def test_every_page_with_one_trouble_is_tried():
    assert len(list((CASES / "html").iterdir())) == 17


@pytest.mark.parametrize(
    ("name", "headline", "byline"),
    [
        ("by-headline", "By Tuesday Evening Nobody Came", []), ("iso", HEADLINE, ["Ada Brandt"]), ("role", HEADLINE, ["Ada Brandt"]),
        ("updated-first", HEADLINE, ["Ada Brandt"]),
    ],
)  # fmt: skip
def test_a_plain_text_with_one_trouble(name, headline, byline):
    facts = read_article(f"{name}.txt", (CASES / "plain" / f"{name}.txt").read_bytes()).facts
    assert (facts.headline, facts.byline, facts.published) == (headline, byline, "2031-06-04")
    assert facts.time == ("09:30:00Z" if name == "iso" else None)


@pytest.mark.parametrize(
    ("name", "headline", "printed", "named"),
    [
        ("ar-cp1256", "توقف الترام بعد إضراب السائقين", "أضرب نحو 450 سائق ترام يوم الثلاثاء، بحسب النقابة، وتوقفت معظم الخطوط", "twqf-ltrm-b-d-drb-lsi-qyn"),
        ("ja-shift_jis", "運転士ストで路面電車が止まる", "火曜日に約450人の路面電車の運転士がストライキに入り、ほとんどの路線が終日止まった。", None),
        ("ja-utf-8", "運転士ストで路面電車が止まる", "火曜日に約450人の路面電車の運転士がストライキに入り、ほとんどの路線が終日止まった。", None),
        ("tr-windows-1254", "Sürücülerin grevi üzerine tramvaylar durdu", "Sendikaya göre salı günü yaklaşık 450 tramvay sürücüsü işi bıraktı", "suruculerin-grevi-uzerine-tramvaylar-durdu"),
        ("uk-utf-8", "Трамваї стоять, бо водії страйкують", "Близько 450 водіїв трамваїв у вівторок вийшли на страйк", None),
        ("zh-gb2312", "司机罢工电车停驶", "工会表示，星期二约有450名电车司机罢工，大部分线路全天停驶。", None),
    ],
)  # fmt: skip
def test_a_page_in_a_declared_character_set(name, headline, printed, named):
    reading = read_article(f"{name}.html", (CASES / "encodings" / f"{name}.html").read_bytes())
    assert reading.facts.headline == headline
    assert printed in reading.text
    assert "\ufffd" not in reading.text
    assert reading.remarks == []
    assert reading.facts.published == (None if name == "tr-windows-1254" else "2031-06-04")
    assert slug(reading.facts.headline).isascii()
    assert len(slug(reading.facts.headline)) > 10
    assert named is None or slug(reading.facts.headline) == named


@pytest.mark.parametrize(
    "end",
    [
        '"datePublished": "2031-06-04", "image": ["a.jpg"',
        '"datePublished": "2031-06-04", "publisher": {"@type": "Organization", "name": "Elb',
        '"datePublished": "2031-06-04", "articleBody": "About 450',
    ],
)
def test_a_record_that_is_cut_off_is_read_up_to_there(end):
    record = f'{{"@type": "NewsArticle", "author": {{"@type": "Person", "name": "Ada Brandt"}}, {end}'
    [found] = parsed(record)
    assert (found["author"]["name"], found["datePublished"]) == ("Ada Brandt", "2031-06-04")


def test_a_record_with_a_bracket_too_many_is_not_guessed():
    assert parsed('{"@type": "NewsArticle"}}, "author": {"name": "Ada Brandt"') == []
