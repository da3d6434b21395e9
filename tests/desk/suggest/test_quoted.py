"""Who says a quotation whose verb no list has, days of deeds and of counts, wholes and their parts, and asides in questions."""

from __future__ import annotations

import pytest

from builder.content.model import Question, Source
from builder.content.vocabulary import Answer, Stake
from builder.desk.suggest.proposal import Proposal
from builder.desk.suggest.propose import propose
from builder.desk.suggest.write import claim_lines
from builder.proof.text import text_of
from builder.values.dates import parse_edtf

WORDS = Question("words", "t", "In which words does the mayor speak of the mill?", "Words", Answer.WORDING)
DEAD = Question(
    "dead", "t", "How many people were killed when the mill burned?", "Dead", Answer.QUANTITY, "people", "killed", "people", running=True
)  # fmt: skip
TESTED = Question("tested", "t", "How many cooling towers were tested?", "Tested", Answer.QUANTITY, "cooling towers", "tested", "cooling towers")  # fmt: skip
TIMES = [
    Question(f"t{n}", "t", text, "When", Answer.DATE)
    for n, text in enumerate(["When did the train derail?", "Since when was the derailed train in use?", "When was the derailed train lifted?"])
]  # fmt: skip
RAIL = Question("rail", "t", "Was a rail broken before the train derailed?", "Rail", Answer.YES_NO)
SOURCES = [
    Source("mayor", "Ada Holm, mayor of Osk", "the mayor", "person", Stake.PARTY, aliases=("Ada Holm", "Holm", "Bürgermeisterin", "la maire", "la alcaldesa")),
    Source("mill", "Osk Mill", "the mill", "company", Stake.PARTY, aliases=("Osk Mill", "die Mühle")),
]  # fmt: skip


def found(text: str, language: str, *questions: Question) -> list[Proposal]:
    made = propose(
        text_of("x", text.encode()), SOURCES, questions, {}, parse_edtf("2033-05-11"), language=language
    )
    return [proposal for proposal in made if proposal.questions]


@pytest.mark.parametrize(
    ("language", "text", "cue", "said_on"),
    [
        ("en", 'The mill is in ruins. "Our bread is gone", sighed Ada Holm, the mayor.', "sighed", None),
        ("en", 'The mill is in ruins. "Our bread is gone": thus Ada Holm, on the steps.', "thus", None),
        ("de", "Die Mühle brannte ab. „Unser Brot ist fort“, seufzte Bürgermeisterin Ada Holm am Dienstag.", "seufzte", "2033-05-10"),
        ("de", "Für Bürgermeisterin Ada Holm ist es „das Ende unseres Brotes“.", "Für", None),
        ("fr", "Le moulin a brûlé. « Notre pain est parti », soupire la maire, Ada Holm.", "soupire", None),
        ("fr", "La maire, Ada Holm, a invoqué « le pain perdu de notre ville ».", "a invoqué", None),
        ("es", "El molino ardió. «Nuestro pan se ha ido», suspiró la alcaldesa, Ada Holm.", "suspiró", None),
        ("es", "«Nuestro pan se ha ido.» Ada Holm no ocultó su pena.", None, None),
    ],
)  # fmt: skip
def test_a_quotation_is_of_the_one_whom_its_sentence_names(language, text, cue, said_on):
    [proposal] = found(text, language, WORDS)
    assert (proposal.sources, proposal.cue, proposal.said_on) == (("mayor",), cue, said_on)
    assert proposal.implied == (cue is None)


def test_a_name_behind_its_title_is_whose_words_are_asked_for():
    asked = Question(
        "words", "t", "In which words did the mayor Ada Holm speak of it?", "Words", Answer.WORDING
    )
    text = 'The mill burned down. "Our bread has gone," Ada Holm said.'
    assert [p.sources for p in found(text, "en", asked)] == [("mayor",)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", '"Our bread is gone", a neighbour of Osk Mill told Ada Holm.'),
        ("en", 'Osk Mill said so. "Our bread is gone", a passer-by added with tears.'),
        ("en", '"Our bread is gone." Osk Mill opened in 1901.'),
        ("de", "Die Mühle brannte. „Unser Brot ist fort“, so eine Nachbarin."),
    ],
)
def test_a_quotation_of_somebody_else_is_not(language, text):
    assert [p for p in found(text, language, WORDS) if p.sources == ("mayor",)] == []


@pytest.mark.parametrize(
    ("language", "text", "as_of"),
    [
        ("en", "Five people were killed on Tuesday when the mill burned.", None),
        ("en", "By Tuesday five people had been killed in the mill.", "2033-05-10"),
        ("en", "The number of people killed rose to five on Tuesday.", "2033-05-10"),
        ("de", "Fünf Menschen wurden am Dienstag in der Mühle getötet.", None),
        ("fr", "Cinq personnes ont été tuées mardi dans le moulin.", None),
        ("es", "Cinco personas murieron el martes en el molino.", None),
    ],
)
def test_the_day_of_a_deed_is_not_that_of_its_count(language, text, as_of):
    [proposal] = found(text, language, DEAD)
    assert proposal.as_of == as_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Of the 47 cooling towers in the county, 22 were tested."),
        ("en", "Twenty-two of its 47 cooling towers were tested."),
        ("de", "Von 47 Kühltürmen im Kreis wurden 22 untersucht."),
        ("fr", "Sur les 47 tours de refroidissement du canton, 22 ont été contrôlées."),
        ("es", "De las 47 torres de refrigeración se han analizado 22."),
    ],
)
def test_a_part_answers_and_its_whole_does_not(language, text):
    assert [p.low for p in found(text, language, TESTED)] == [22]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The train derailed on Monday. The board ruled out that a rail was broken."),
        ("de", "Der Zug entgleiste am Montag. Dass eine Schiene gebrochen war, schloss die Polizei aus."),
        ("fr", "Le train a déraillé lundi. Le syndicat dément qu'un rail ait été cassé."),
        ("es", "El tren descarriló el lunes. La empresa niega que hubiera un raíl roto."),
    ],
)
def test_what_the_story_is_about_need_not_be_said_again(language, text):
    answers = [p for p in found(text, language, RAIL, *TIMES) if p.kind == "yes-no"]
    assert [(p.value, p.questions[0][0].id) for p in answers] == [('"no"', "rail")]


def test_a_town_called_bad_denies_nothing():
    asked = Question("germs", "t", "Did the germs come from the mill?", "Mill", Answer.YES_NO)
    proposals = found("The germs that killed four people in Bad Arlo came from the mill.", "en", asked)
    assert [(p.kind, p.value) for p in proposals] == [("yes-no", '"yes"')]


def test_a_speaker_whom_nobody_knows_is_a_gap_and_not_nobody():
    [proposal] = found("A dealer said five people were killed when the mill burned.", "en", DEAD)
    lines = claim_lines(proposal, "dead", DEAD)
    assert any(line.startswith("  # GAP sources: somebody says it") for line in lines)
    assert "  attribution: none" not in lines


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ten years earlier, three people were killed in a like fire."),
        ("de", "Vor zehn Jahren waren bei einem solchen Brand drei Menschen getötet worden."),
        ("fr", "Dix ans plus tôt, un incendie semblable avait fait trois morts."),
        ("es", "Diez años antes murieron tres personas en un incendio parecido."),
    ],
)
def test_a_figure_of_another_event_long_before_answers_nothing(language, text):
    assert found(text, language, DEAD) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "In der Klinik liegen 27 Patienten."),
        ("fr", "La clinique soigne 27 patients."),
        ("es", "La clínica trata a 27 pacientes."),
    ],
)
def test_patients_are_treated_in_words_of_each_language(language, text):
    asked = Question("clinic", "t", "How many patients are being treated?", "In the clinic", Answer.QUANTITY, "people", "treated", "patients")  # fmt: skip
    assert [p.low for p in found(text, language, asked)] == [27]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Dabei wurden laut Ada Holm mindestens fünf Menschen getötet."),
        ("fr", "Le feu a tué selon Ada Holm cinq personnes."),
        ("es", "El fuego mató según Ada Holm a cinco personas."),
    ],
)
def test_according_to_somebody_in_the_midst_of_a_clause(language, text):
    assert [(p.low, p.sources) for p in found(text, language, DEAD)] == [(5, ("mayor",))]


def test_a_day_that_says_which_thing_is_meant_has_no_preposition():
    proposals = found("Cars fell in Tuesday morning's derailment of the train.", "en", *TIMES)
    assert not any(p.printed.startswith("in ") for p in proposals)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "En el molino murieron cinco personas, reconoció el jefe de Gobierno de la antigua Ciudad de Osk, Ada Holm."),
        ("fr", "Cinq personnes ont été tuées, a reconnu la présidente du conseil de la vieille ville d'Osk, Ada Holm."),
        ("de", "Fünf Menschen wurden getötet, sagte die Präsidentin des Rates der alten Stadt Osk, Ada Holm."),
    ],
)  # fmt: skip
def test_an_office_with_what_it_is_of_stands_before_a_name(language, text):
    assert [(p.low, p.sources) for p in found(text, language, DEAD)] == [(5, ("mayor",))]


def test_a_denial_answers_only_what_it_denies_itself():
    asked = Question("acquittal", "t", "Did the mayor ask for an acquittal?", "Acquittal", Answer.YES_NO)
    text = "Die Bürgermeisterin forderte einen Freispruch, weil sie das Feuer nicht gelegt habe."
    assert [p.value for p in found(text, "de", asked)] == ['"yes"']


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "Searchers found three bodies in Osk's collapsed motorway bridge on Sunday.", []),
        ("de", "In der eingestürzten Brücke wurden am Sonntag drei Tote gefunden.", []),
        ("en", "The motorway bridge collapsed on Sunday.", ["2033-05-08"]),
        ("de", "Am Sonntag ist die Brücke eingestürzt.", ["2033-05-08"]),
    ],
)
def test_what_only_describes_a_thing_does_not_happen_on_the_day_beside_it(language, text, value):
    asked = Question("day", "t", "On which day did the bridge collapse?", "Day", Answer.DATE)
    assert [p.value for p in found(text, language, asked)] == value
