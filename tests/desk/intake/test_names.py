"""Names in bylines: apart from roles, places, papers and agencies, and none where a headline begins as a byline does."""

from __future__ import annotations

import pytest

from builder.desk.intake.agencies import KNOWN
from builder.desk.intake.names import people
from builder.desk.intake.plain import facts_of
from tests.desk.intake.story import HEADLINE, PARAGRAPHS, RECORD, known, ld, read, tram_page

TEXT = "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    ("said", "names", "credit"),
    [
        ("By Ada Brandt, Political Editor", ["Ada Brandt"], None), ("By Ada Brandt, Transport Correspondent", ["Ada Brandt"], None),
        ("Ada Brandt, Senior Reporter, and Otto Wenn, Chief Correspondent", ["Ada Brandt", "Otto Wenn"], None),
        ("Ada Brandt Political Editor", ["Ada Brandt"], None), ("Ada Brandt Elbing Correspondent", [], None), ("Political Editor", [], None),
        ("By Ada Brandt for the Elbing Courier", ["Ada Brandt"], None), ("By Ada Brandt in Elbing", ["Ada Brandt"], None),
        ("Von Jan Müller und Eva Groß", ["Jan Müller", "Eva Groß"], None), ("Por José Ortega y Gasset", ["José Ortega y Gasset"], None),
        ("Por Ana Ruiz y Luis Gil", ["Ana Ruiz", "Luis Gil"], None), ("Par Marie Dupont, envoyée spéciale à Elbing", ["Marie Dupont"], None),
        ("Олена Коваль, кореспондентка", ["Олена Коваль"], None), ("Ada Brandt and agencies", ["Ada Brandt"], "agencies"), ("Ada Brandt (dpa)", ["Ada Brandt"], "dpa"), ("Par Ada Brandt et Jan Holt (avec AFP)", ["Ada Brandt", "Jan Holt"], "AFP"),
        ("By Ada Brandt. Photographs by Otto Wenn", ["Ada Brandt"], None), ("Text: Ada Brandt, Foto: Otto Wenn", ["Ada Brandt"], None),
        ("Ada Brandt and Reuters", ["Ada Brandt"], "Reuters"), ("Ludwig van der Berg", ["Ludwig van der Berg"], None), ("Ada O'Brandt", ["Ada O'Brandt"], None),
        ("By Mira Lund, Osk Herald", ["Mira Lund"], None), ("By Emily Post and Otto Star", ["Emily Post", "Otto Star"], None),
        ("By Tuesday Evening Nobody Came", [], None), ("By Popular Demand", [], None), ("By Any Measure, Trams Fail", [], None), ("the newsroom", [], None),
    ],
)  # fmt: skip
def test_a_byline(said, names, credit):
    assert people(said) == (names, credit)


def test_a_paper_behind_its_people_is_an_outlet():
    found = facts_of(f"{HEADLINE}\n\nBy Mira Lund, Osk Herald\n4 June 2031\n\n{TEXT}")
    assert (found.byline, found.outlets) == (["Mira Lund"], ["Osk Herald"])


@pytest.mark.parametrize("line", ["By Tuesday Evening Nobody Came", "By Popular Demand", "By Night They Walked Out", "By Quarrel and Strike"])  # fmt: skip
def test_a_headline_that_begins_as_a_byline_names_nobody(line):
    assert facts_of(f"{HEADLINE}\n\n{line}\n4 June 2031\n\n{TEXT}").byline == []


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ({"@type": "Person", "name": "Ada Brandt", "jobTitle": "Transport Correspondent"}, ["Ada Brandt"]),
        ([{"name": "Ada Brandt, Political Editor"}], ["Ada Brandt"]),
        ("By Ada Brandt and Otto Wenn", ["Ada Brandt", "Otto Wenn"]),
        ({"@type": "Person", "name": ["Ada Brandt", "Otto Wenn"]}, ["Ada Brandt", "Otto Wenn"]),
        ({"@type": "Organization", "name": "Elbing Courier"}, []),
        ({"@type": "Person", "name": "Elbing Courier"}, []),
        ({"@type": "Person", "name": "Staff Reporter"}, []),
        ({"@type": "Person", "name": "admin"}, []),
        ({"@type": "Person", "name": "https://courier.example/ada"}, []),
        ({"@type": "Person", "name": "王小明"}, ["王小明"]),
        ({"@type": "Person", "name": "María José García López"}, ["María José García López"]),
    ],
)  # fmt: skip
def test_the_author_of_a_record(author, byline):
    assert known(tram_page(ld({**RECORD, "author": author})))[1] == byline


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("With agencies", "agencies"), ("And agencies", None), ("and agencies", "agencies"), ("- Reuters", "Reuters"), ("© AFP", "AFP"), ("(AP)", "AP"),
        ("mit Material von dpa", "dpa"), ("Mit Material der dpa", "dpa"), ("Mit Informationen von dpa und AFP", "dpa und AFP"), ("Quelle: dpa/AFP", "dpa/AFP"),
        ("Avec AFP", "AFP"), ("(avec Reuters)", "Reuters"), ("Con información de EFE", "EFE"), ("Com informações da Lusa", "Lusa"),
        ("The Associated Press contributed to this report.", "The Associated Press"), ("Additional reporting by Reuters", "Reuters"), ("with AP and AFP", "AP and AFP"),
        ("Additional reporting by Tom Holm. Reuters and agencies", "Reuters and agencies"),
        ("So it said. (dpa)", "dpa"), ("So it said. (dpa/jk)", "dpa"), ("(Reporting by Jonas Falk for Reuters)", None), ("It told Reuters.", None),
        ("The Osk News Agency contributed to this report.", "Osk News Agency"), ("Texto original: Osk News Agency.", "Osk News Agency"), ("He told the Osk News Agency.", None),
        ("Traducción de Julia Holm. © The Osk Review", "The Osk Review"), ("Translated by Julia Holm. © 2033 The Osk Review", "The Osk Review"),
        ("Julia Holm. © The Osk Review", None),
    ],
)  # fmt: skip
def test_the_agency_in_the_last_line(line, credit):
    assert KNOWN.credited(f"{TEXT}\n\n{line}") == credit
    body = "".join(f"<p>{p}</p>" for p in (*PARAGRAPHS, line))
    assert read(tram_page(body=body)).facts.credit == credit


@pytest.mark.parametrize(
    ("first", "credit"),
    [
        ("Суд вынес приговор, передаёт агентство ONA.", "ONA"), ("Суд виніс вирок, повідомляє агентство Reuters.", "Reuters"),
        ("Das Gericht hat geurteilt, meldet die Nachrichtenagentur dpa.", "dpa"), ("Le tribunal a tranché, rapporte l'agence AFP.", "AFP"),
        ("The judge told the news agency Reuters so.", None), ("Передаёт привет агентство недвижимости.", None),
    ],
)  # fmt: skip
def test_the_agency_in_the_first_sentence(first, credit):
    assert KNOWN.credited(f"{first}\n\n{TEXT}") == credit


@pytest.mark.parametrize(
    ("dateline", "outlets", "credit"),
    [
        ("PORT OSK (ONA) —", (), "ONA"), ("Port Osk, 6 may (ONA).-", (), "ONA"), ("PORT OSK (ONA) —", ("Osk News Afternoon",), None),
        ("PORT OSK (ONA) —", ("ONA",), None), ("The ferry (MV) –", (), None), ("Ships of the league (LOS)", (), None),
    ],
)  # fmt: skip
def test_letters_in_a_dateline_are_an_agency_unless_they_are_the_papers_own(dateline, outlets, credit):
    assert KNOWN.credited(f"{dateline} {TEXT}", outlets) == credit


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Reuters was unable to independently verify the figure.", "Reuters"),
        ("Reuters could not immediately verify the claim, and the company did not answer.", "Reuters"),
        ("AFP has not been able to verify it.", None),
        ("The union told Reuters that it was unable to say more.", None),
    ],
)
def test_an_agency_that_speaks_of_itself(words, name):
    text = TEXT.replace(PARAGRAPHS[3], words)
    assert KNOWN.speaks_of_itself(text) == name
    facts = facts_of(text)
    assert facts.credit == name
    assert ("credit" in facts.inferred) == (name is not None)


def test_the_shown_byline_credits_an_agency_that_the_record_leaves_out():
    facts = read(tram_page(ld(RECORD), beside='<p class="byline">By Ada Brandt (with AFP)</p>')).facts
    assert (facts.byline, facts.credit) == (["Ada Brandt"], "AFP")


@pytest.mark.parametrize(
    ("shown", "byline"),
    [
        ('<p class="byline">By <a rel="author" href="/ada">Ada Brandt</a> and Jan Holt</p>', ["Ada Brandt", "Jan Holt"]),
        ('<address>By <a rel="author" href="/ada">Ada Brandt</a>, Jan Holt and Eva Lund</address>', ["Ada Brandt", "Jan Holt", "Eva Lund"]),
        ('<p class="byline">By <a rel="author" href="/ada">Ada Brandt</a>, Science Editor</p>', ["Ada Brandt"]),
        ('<p class="byline">By <a rel="author" href="/ada">Ada Brandt</a> in Osk</p>', ["Ada Brandt"]),
    ],
)  # fmt: skip
def test_who_stands_beside_a_marked_author_wrote_it_too(shown, byline):
    assert known(tram_page(beside=shown))[1] == byline
