"""Agencies that only a site has: they are credited as those that everybody knows, by all of their names, whatever these are."""

from __future__ import annotations

import pytest

from builder.desk.intake.agencies import Agencies
from builder.desk.intake.names import people
from builder.desk.intake.plain import facts_of
from builder.desk.intake.read import read_apart, read_article
from tests.desk.intake.story import HEADLINE, PARAGRAPHS, RECORD, STORY, ld, tram_page
from tests.desk.running import run
from tests.factory import check, write_site

OWN = ("Verland Wire", "VWS", "Kontor & Sohn (Presse)")
KNOWN = Agencies(OWN)
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("With VWS", "VWS"), ("Mit Material von VWS", "VWS"), ("© Verland Wire", "Verland Wire"), ("- VWS/dpa", "VWS/dpa"), ("(VWS)", "VWS"),
        ("Quelle: Elbing-Bote, mit Material von VWS", "VWS"), ("Quelle: Elbing-Bote/VWS", "VWS"), ("Elbing-Bote/VWS", None), ("Additional reporting by Verland  Wire", "Verland  Wire"),
        ("With Kontor & Sohn (Presse)", "Kontor & Sohn (Presse)"), ("It told Verland Wire.", None), ("VWS was told of it.", None),
        ("Verland Wires", None), ("mit vws", None), ("With XWS", None),
    ],
)  # fmt: skip
def test_in_the_last_line(line, credit):
    assert KNOWN.credited(f"{STORY}\n{line}") == credit
    assert read_article("a.html", tram_page(body=f"{BODY}<p>{line}</p>").encode(), OWN).facts.credit == (
        " ".join(credit.split()) if credit else None
    )


@pytest.mark.parametrize(
    ("beside", "byline", "credit"),
    [
        ('<p class="auteur">Mathilde Rey, avec VWS</p>', ["Mathilde Rey"], "VWS"), ('<p class="firma">VWS</p>', [], "VWS"),
        ("<p>Par Gwen Stern (avec VWS)</p>", ["Gwen Stern"], "VWS"), ('<p class="firma">VWS / Redacción</p>', [], "VWS"),
        ("<p>By Ada Brandt and Verland Wire</p>", ["Ada Brandt"], "Verland Wire"),
        ('<p class="info">Elbing Newsroom | Verland Wire | Friday 14 October 2039, 13:30</p>', [], "Verland Wire"),
        ('<p class="autoria">Redacción / Verland Wire</p>', [], "Verland Wire"),
        ("<p>Trams | Verland Wire | More</p>", [], None), ("<p>Redacción | Verland</p>", [], None),
    ],
)  # fmt: skip
def test_beside_the_headline(beside, byline, credit):
    facts = read_article("a.html", tram_page(beside=beside).encode(), OWN).facts
    assert (facts.byline, facts.credit) == (byline, credit)


@pytest.mark.parametrize("line", ["Джерело: VWS", "Источник: VWS", "Quelle: VWS"])
def test_in_a_line_of_its_own_above_the_report(line):
    assert KNOWN.credited(f"{HEADLINE}\n\n{line}\n\n{STORY}") == "VWS"
    assert KNOWN.credited(f"{HEADLINE}\n\n{line} met the mayor.\n\n{STORY}") is None


def test_a_dateline_and_a_record():
    report = f"{HEADLINE}\n\nELBING, 4 June (Verland Wire) - {STORY}"
    assert facts_of(report, KNOWN).credit == "Verland Wire"
    assert facts_of(report).credit is None
    author = {**RECORD, "author": {"@type": "Organization", "name": "Verland Wire"}}
    facts = read_article("a.html", tram_page(ld(author)).encode(), OWN).facts
    assert (facts.byline, facts.credit) == ([], "Verland Wire")
    assert people("Ada Brandt, VWS", known=KNOWN) == (["Ada Brandt"], "VWS")
    assert KNOWN.speaks_of_itself("Verland Wire was unable to verify it.") == "Verland Wire"


@pytest.mark.parametrize(
    "name",
    ["", "  ", "\n", "...", "|", "x" * 5_000, "(", "1", "[a-z]+", ".*", r"\Z", "A(?P<name>B)", "a\x00b"],
)
def test_a_name_is_no_expression(name):
    known = Agencies([name])
    for line in ("With trams", "Ada Brandt", "With ", "-", "(", "With " + "x" * 90):
        assert known.credited(f"{STORY}\n{line}") is None
    assert known.agency("trams") is None
    assert known.agency("") is None
    assert known.agency("Reuters") == "Reuters"


def test_a_name_with_signs_of_an_expression_is_found_as_it_is_printed():
    assert Agencies(["Wire (*)"]).credited(f"{STORY}\nWith Wire (*)") == "Wire (*)"
    assert Agencies(["A.B"]).agency("AxB") is None


@pytest.mark.usefixtures("apart")
def test_many_names_reach_the_process_apart():
    own = [f"Verland Wire {number}" for number in range(20_000)]
    data = tram_page(body=f"{BODY}<p>With Verland Wire 19999</p>").encode()
    assert read_apart("a.html", data, own).facts.credit == "Verland Wire 19999"


def test_add_credits_an_outlet_of_the_site_that_is_an_agency(tmp_path):
    root = write_site(tmp_path)
    outlets = root / "content/outlets.yml"
    outlets.write_text(
        f"{outlets.read_text()}verland-wire: {{name: Verland Wire Service, aliases: [VWS], kind: agency}}\n"
        "elbing-bote: {name: Elbing Bote, kind: newspaper}\n"
    )
    for name, credit in (("VWS", "VWS"), ("Elbing Bote", None)):
        page = tmp_path / "saved.html"
        page.write_text(tram_page(ld(RECORD), body=f"{BODY}<p>Mit {name}</p>"), encoding="utf-8")
        result = run(root, "add", str(page), "--slug", f"trams-{name[0].lower()}", "--outlet", "harbour-post")
        assert result.exit_code == 0, result.output
        draft = check(root)[0].drafts[f"trams-{name[0].lower()}"]
        assert draft is not None
        assert draft.credit == credit
        (root / "content/articles" / f"{draft.id}.md").unlink()
        (root / "sources" / f"{draft.id}.txt").unlink()
