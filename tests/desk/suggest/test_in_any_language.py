"""Days, places, yes or no and persons are found for English questions in texts of four languages, and nothing else is."""

from __future__ import annotations

import pytest

from builder.content.model import Place, Question, Source
from builder.content.vocabulary import Answer, Stake
from builder.desk.suggest.propose import propose
from builder.proof.text import text_of
from builder.values.dates import parse_edtf

PUBLISHED = "2033-04-20"  # a Wednesday
SOURCES = (
    ("holm", "Ada Holm", ()),
    ("brandt", "Ole Brandt", ()),
    ("guard", "coastguard", ("Küstenwache", "garde-côtes", "guardia costera")),
    ("office", "prosecutor's office", ("Staatsanwaltschaft", "le parquet", "la fiscalía")),
)
PLACES = (("pell", "Pell"), ("osk", "Osk"), ("tarn", "Tarn"))


def found(
    kind: str, text: str, language: str, *asked: str, answer: Answer | None = None
) -> list[tuple[str, str, str | None]]:
    """Return the proposals of one kind: id of the question (its place in the list), printed words, value."""
    kinds = {"date": Answer.DATE, "place": Answer.PLACE, "yes-no": Answer.YES_NO, "who": Answer.WHO}
    questions = [Question(str(n), "t", one, one, answer or kinds[kind]) for n, one in enumerate(asked)]
    sources = [Source(id, name, name, "body", Stake.NONE, aliases=aliases) for id, name, aliases in SOURCES]
    places = [Place(id, name) for id, name in PLACES]
    proposals = propose(
        text_of("x", text.encode()), sources, questions, {}, parse_edtf(PUBLISHED), places=places, language=language, site_language="en",
    )  # fmt: skip
    return [(p.questions[0][0].id, p.printed, p.value) for p in proposals if p.kind == kind and p.questions]


DAMS = {
    "en": "The old weir near Pell gave way on Sunday. Engineers had inspected it in March.",
    "de": "Das alte Wehr, ein kleiner Staudamm bei Pell, ist am Sonntag eingestürzt. Fachleute hatten den Damm im März überprüft.",
    "fr": "Le vieux barrage près de Pell s'est effondré dimanche. Des ingénieurs avaient inspecté le barrage en mars.",
    "es": "La vieja presa cerca de Pell se derrumbó el domingo. Los ingenieros habían inspeccionado la presa en marzo.",
}


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [("en", "on Sunday", "in March"), ("de", "am Sonntag", "im März"), ("fr", "dimanche", "en mars"), ("es", "el domingo", "en marzo")],
)  # fmt: skip
def test_each_day_is_that_of_what_happened_in_its_clause(language, first, second):
    text = DAMS[language].replace("weir", "dam")
    asked = ("On which day did the dam collapse?", "When was the dam inspected?")
    assert found("date", text, language, *asked) == [("0", first, "2033-04-17"), ("1", second, "2033-03")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The dam near Pell was opened by the king in 1931."),
        ("en", "The dam collapsed, Ada Holm told reporters in Osk on Monday."),
        ("en", "The dam is to collapse on Friday, if the plan of the town is carried out."),
        ("en", "The dam collapsed last week."),
        ("en", "The dam collapsed on Monday or Tuesday."),
        ("en", "The dam did not collapse on Monday."),
        ("de", "Der Damm ist am Montag nicht eingestürzt."),
        ("de", "Der Damm ist eingestürzt, sagte Ada Holm am Montag in Osk."),
        ("fr", "Le barrage s'est effondré, a déclaré lundi Ada Holm à Osk."),
        ("es", "La presa se derrumbó, dijo el lunes Ada Holm en Osk."),
    ],
)
def test_another_day_is_none(language, text):
    """The day of another event, of the telling, one to come, more than a day, one of two."""
    assert found("date", text, language, "On which day did the dam collapse?") == []


@pytest.mark.parametrize(
    ("language", "text", "asks", "wanted"),
    [
        ("en", "The lock has been shut since 2019.", "Since when has the lock been closed?", ("since 2019", "2019")),
        ("de", "Die Brücke ist seit 2019 gesperrt.", "Since when has the bridge been closed?", ("seit 2019", "2019")),
        ("fr", "Le pont est fermé depuis 2019.", "Since when has the bridge been closed?", ("depuis 2019", "2019")),
        ("es", "El puente está cerrado desde 2019.", "Since when has the bridge been closed?", ("desde 2019", "2019")),
        ("en", "The next ballot is due on Monday.", "When is the next vote expected?", ("on Monday", "2033-04-25")),
        ("de", "Die Abstimmung soll am Montag stattfinden.", "When is the next vote expected?", ("am Montag", "2033-04-25")),
        ("en", "The ransom is to be paid by 2 May.", "Until when is the ransom to be paid?", ("by 2 May", "2033-05-02")),
        ("es", "El rescate debe pagarse hasta el 2 de mayo.", "Until when is the ransom to be paid?", ("hasta el 2 de mayo", "2033-05-02")),
    ],
)  # fmt: skip
def test_a_day_is_read_as_the_question_asks(language, text, asks, wanted):
    assert found("date", text, language, asks) == [("0", *wanted)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The trawler, on a voyage from Osk to Pell, sank near Tarn."),
        ("de", "Das Schiff war auf der Reise von Osk nach Pell und ist bei Tarn gesunken."),
        ("fr", "Le navire, en voyage d'Osk à destination de Pell, a coulé près de Tarn."),
        ("es", "El barco, en un viaje de Osk a Pell, se hundió cerca de Tarn."),
    ],
)
def test_a_place_is_where_it_was_or_where_it_went_as_is_asked(language, text):
    asked = ("Where was the ship travelling to?", "Where did the ship sink?")
    got = {
        (question, value)
        for question, _, value in found("place", text.replace("trawler", "ship"), language, *asked)
    }
    assert got == {("0", "[pell]"), ("1", "[tarn]")}


@pytest.mark.parametrize(
    ("language", "text", "asks", "wanted"),
    [
        ("en", "There were no reported deaths in the fire.", "Was anyone killed?", ("no reported deaths", '"no"')),
        ("de", "Bei dem Brand gab es keine Todesopfer.", "Was anyone killed?", ("keine Todesopfer", '"no"')),
        ("fr", "Il n'y a aucun mort dans l'incendie.", "Was anyone killed?", ("aucun mort", '"no"')),
        ("es", "No hay ningún muerto en el incendio.", "Was anyone killed?", ("ningún muerto", '"no"')),
        ("en", "The crew saved the roof of the mill.", "Was the roof saved?", ("saved the roof", '"yes"')),
        ("de", "Das Dach der Mühle wurde gerettet.", "Was the roof saved?", ("Das Dach der Mühle wurde gerettet", '"yes"')),
        ("fr", "Hier le toit du moulin a été sauvé.", "Was the roof saved?", ("le toit du moulin a été sauvé", '"yes"')),
        ("es", "Ayer el tejado del molino fue salvado.", "Was the roof saved?", ("el tejado del molino fue salvado", '"yes"')),
    ],
)  # fmt: skip
def test_yes_and_no_are_said_in_one_clause(language, text, asks, wanted):
    [(_, printed, value)] = found("yes-no", text, language, asks)
    assert value == wanted[1]
    assert wanted[0] in printed or printed in wanted[0]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The crew hopes that the roof was saved."),
        ("en", "Nobody believes that the roof was saved."),
        ("en", "The roof could be saved if the wind turns."),
        ("en", "The roof was barely saved."),
        ("en", "Was the roof saved?"),
        ("en", "The roof was allegedly saved."),
        ("de", "Das Dach könnte gerettet werden."),
        ("fr", "Le toit serait sauvé."),
        ("es", "El tejado podría ser salvado."),
    ],
)
def test_what_leaves_it_open_says_neither(language, text):
    assert found("yes-no", text, language, "Was the roof saved?") == []


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "Ada Holm opened an inquiry into the fire.", "[holm]"),
        ("en", "An inquiry was opened by the coastguard.", "[guard]"),
        ("de", "Eine Untersuchung wurde von der Küstenwache eröffnet.", "[guard]"),
        ("fr", "Une enquête a été ouverte par le parquet.", "[office]"),
        ("es", "La fiscalía abrió una investigación.", "[office]"),
        ("es", "Una investigación fue abierta por la guardia costera.", "[guard]"),
    ],
)
def test_who_did_it_is_who_stands_as_the_one_that_does(language, text, value):
    assert [item[2] for item in found("who", text, language, "Who opened an inquiry?")] == [value]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "An inquiry was opened into what Ada Holm had done."),
        ("en", "Ada Holm was received by an inquiry."),
        ("de", "Ada Holm wurde in der Untersuchung befragt."),
    ],
)
def test_who_it_happens_to_did_not_do_it(language, text):
    assert found("who", text, language, "Who opened an inquiry?") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ole Brandt was arrested by the coastguard."),
        ("de", "Ole Brandt wurde von der Küstenwache festgenommen."),
        ("fr", "Ole Brandt a été arrêté par les garde-côtes."),
        ("es", "Ole Brandt fue detenido por la guardia costera."),
    ],
)
def test_who_was_arrested_is_not_who_arrested(language, text):
    got = found("who", text, language, "Who was arrested?", "Who arrested the smuggler?")
    assert got[0] == ("0", "Ole Brandt", "[brandt]")
    assert [item[2] for item in got if item[0] == "1"] in ([], ["[guard]"])
