"""A headline may be a question; a first sentence that asks is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.desk.desk import Desk
from builder.desk.intake.add import add
from builder.desk.intake.given import Given
from builder.desk.intake.plain import facts_of
from builder.desk.new import new

REST = "\n\nThe wall above the valley gave way in the night. Nobody has said why it did, or who had looked at it last.\n"


@pytest.mark.parametrize("line", ["By Marit Oster and Paul Holm", "17 March 2031"])
def test_a_question_over_who_wrote_it_is_the_headline(line: str) -> None:
    facts = facts_of(f"The Valley Gazette\n\nWho knew of the cracks above us?\n\n{line}{REST}")
    assert facts.headline == "Who knew of the cracks above us?"
    assert facts.outlets == ["The Valley Gazette"]


def test_a_question_in_the_first_line_is_the_headline_and_no_paper() -> None:
    facts = facts_of(f"Who did not warn Sarn?\n\nBy Tom Arle, The Daily Mirror of Osk\n\n8 April 2032{REST}")
    assert facts.headline == "Who did not warn Sarn?"
    assert "Who did not warn Sarn?" not in facts.outlets


def test_a_question_that_begins_the_text_is_none() -> None:
    facts = facts_of(f"The Valley Gazette\n\nWho knew of the cracks above us?{REST}")
    assert facts.headline != "Who knew of the cracks above us?"


def test_a_headline_that_ends_with_a_quotation() -> None:
    facts = facts_of(
        f'Sund Evening Mail\n\nFire at the pier: "We heard three bangs"\n\nBy Per Aas\n8 April 2032{REST}'
    )
    assert facts.headline == 'Fire at the pier: "We heard three bangs"'
    assert facts.outlets == ["Sund Evening Mail"]


def test_a_quotation_that_stands_out_is_no_headline() -> None:
    facts = facts_of(
        f'"They filed our letters and did nothing"\n\nUnion: port ignored us\n\n8 April 2032{REST}'
    )
    assert facts.headline == "Union: port ignored us"


def test_a_question_under_the_paper_s_name_becomes_the_headline_of_the_draft(tmp_path: Path) -> None:
    new(tmp_path / "site", "Sarn")
    text = tmp_path / "text.txt"
    text.write_text(f"Channel Two\nSarn flood: was the town warned?\n8 April 2032, 18:05{REST * 2}")
    made = add(Desk(tmp_path / "site"), str(text), Given(language="en"))
    data = Desk(tmp_path / "site").document(made.id).data
    assert data["headline"] == "Sarn flood: was the town warned?"
    assert "name: Channel Two" in made.article.read_text()


LONG = "Ferry runs aground off Osk with 40 aboard"


@pytest.mark.parametrize(
    ("lines", "headline", "outlets"),
    [
        (["Pressnord", "News analysis", LONG, "By Jan Falk"], LONG, ["Pressnord"]),
        (["Radio Sund", "Abroad", LONG], LONG, ["Radio Sund"]),
        (["Ost Kurier", "Politik", "Fähre läuft vor der Insel Osk auf Grund"], "Fähre läuft vor der Insel Osk auf Grund", ["Ost Kurier"]),
        (["Листок", "За рубежом", "Паром сел на мель у острова Оск"], "Паром сел на мель у острова Оск", ["Листок"]),
        # Where all of them are short, the one over who wrote it.
        (["Pressnord", "News analysis", "Ferry aground off Osk", "By Jan Falk"], "Ferry aground off Osk", ["Pressnord"]),
        (["Radio Sund", "Ferry aground", "4 June 2031"], "Ferry aground", ["Radio Sund"]),
        (["Ferry aground off Osk", "By Jan Falk"], "Ferry aground off Osk", []),
        (["Ferry aground off Osk", "Two boats came to help it off the rocks.", "By Jan Falk"], "Ferry aground off Osk", []),
    ],
)  # fmt: skip
def test_a_label_between_the_paper_and_the_headline(
    lines: list[str], headline: str, outlets: list[str]
) -> None:
    facts = facts_of("\n\n".join(lines) + REST)
    assert (facts.headline, facts.outlets) == (headline, outlets)


def test_a_headline_over_the_paper_s_name(tmp_path: Path) -> None:
    new(tmp_path / "site", "Sarn")
    text = tmp_path / "text.txt"
    text.write_text(f"Ferry aground\n\nRadio Sund\n\n8 April 2032{REST * 2}")
    (tmp_path / "site/content/outlets.yml").write_text(
        "radio-sund:\n  name: Radio Sund\n  kind: broadcaster\n"
    )
    made = add(Desk(tmp_path / "site"), str(text), Given(language="en"))
    assert Desk(tmp_path / "site").document(made.id).data["headline"] == "Ferry aground"
