"""Answers in words that no list has: by what is left of the questions and of the text, and by what a story's other texts say."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.content.model import Place, Question, Source
from builder.content.vocabulary import Answer, Stake
from builder.desk.desk import Desk
from builder.desk.suggest.others import Other, agreeing, said_in
from builder.desk.suggest.propose import propose
from builder.desk.suggest.session import Session
from builder.proof.text import text_of
from builder.values.dates import parse_edtf
from tests.desk.running import run
from tests.desk.suggest.test_in_any_language import PLACES, PUBLISHED, SOURCES, found
from tests.factory import write_site

PIECES = {
    "en": ("The dam near Pell went to pieces on Sunday.", "on Sunday"),
    "de": ("Der Damm bei Pell ging am Sonntag in tausend Stücke.", "am Sonntag"),
    "fr": ("Le barrage près de Pell est parti en morceaux dimanche.", "dimanche"),
    "es": ("La presa cerca de Pell se hizo pedazos el domingo.", "el domingo"),
}
FAIL = "When did the dam fail?"


@pytest.mark.parametrize("language", PIECES)
def test_a_day_is_found_beside_the_thing_where_no_list_has_the_verb(language):
    text, printed = PIECES[language]
    assert found("date", text, language, FAIL) == [("0", printed, "2033-04-17")]


@pytest.mark.parametrize("language", PIECES)
def test_a_place_is_found_beside_the_thing_where_no_list_has_the_verb(language):
    text, _ = PIECES[language]
    assert found("place", text, language, "Where did the dam fail?") == [("0", "Pell", "[pell]")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The dam was praised by the minister on Sunday."),
        ("en", "The dam went to pieces, Ada Holm said on Sunday."),
        ("en", "The dam went to pieces on Sunday. On Monday the dam was in the papers."),
        ("de", "Der Damm wurde am Sonntag gelobt."),
        ("fr", "Le barrage a été salué dimanche par la ministre."),
        ("es", "La presa fue elogiada el domingo."),
        ("en", "If the dam goes to pieces on Sunday, Osk is lost."),
    ],
)
def test_no_day_is_left_where_something_else_is_known_or_two_are_as_near(language, text):
    assert found("date", text, language, FAIL) == []


AGREEING = {
    "en": ("The dam is a ruin. All of Osk was up on Sunday.", "on Sunday"),
    "de": ("Der Damm ist eine Ruine. Ganz Osk war am Sonntag auf den Beinen.", "am Sonntag"),
    "fr": ("Le barrage est une ruine. Toute la ville était debout dimanche.", "dimanche"),
    "es": ("La presa es una ruina. Todo Osk velaba el domingo.", "el domingo"),
}


def _agreed(text: str, language: str, agreeing) -> list[tuple[str, str | None]]:
    questions = [Question("0", "t", FAIL, FAIL, Answer.DATE)]
    proposals = propose(
        text_of("x", text.encode()), [], questions, {}, parse_edtf(PUBLISHED), language=language, agreeing=agreeing
    )  # fmt: skip
    return [(p.printed, p.value) for p in proposals if p.kind == "date"]


@pytest.mark.parametrize("language", AGREEING)
def test_a_day_that_other_texts_give_needs_fewer_words(language):
    text, printed = AGREEING[language]
    assert _agreed(text, language, {"t/0": {"2033-04-17": 2}}) == [(printed, "2033-04-17")]
    assert _agreed(text, language, {}) == []


@pytest.mark.parametrize("language", PIECES)
def test_a_day_other_than_that_of_other_texts_is_not_proposed(language):
    text, _ = PIECES[language]
    assert _agreed(text, language, {"t/0": {"2033-04-16": 1}}) == []
    assert _agreed(text, language, {"t/1": {"2033-04-17": 1}}) == []


def test_other_texts_say_it_in_words_that_the_question_has():
    questions = [
        Question("0", "t", FAIL, FAIL, Answer.DATE),
        Question("1", "t", "Where did the dam fail?", "where", Answer.PLACE),
        Question("2", "t", "Who inspected the dam?", "who", Answer.WHO),
    ]
    texts = (
        ("en", "The dam near Pell failed on Sunday."),
        ("de", "Der Damm bei Pell brach am Sonntag."),
        ("fr", "Le barrage avait été inspecté par Ada Holm."),
        ("es", PIECES["es"][0]),  # in words of its own: it is no witness for others
    )
    others = [Other(text_of("x", text.encode()), language, parse_edtf(PUBLISHED)) for language, text in texts]
    sources = [Source(id, name, name, "", Stake.NONE, aliases=aliases) for id, name, aliases in SOURCES]
    assert said_in(others, sources, questions, [Place(id, name) for id, name in PLACES]) == {
        "t/0": {"2033-04-17": 2},
        "t/1": {"[pell]": 2},
        "t/2": {"[holm]": 1},
    }


FIRST = """Harbour Post

Ferry line changes its story

By Ina Dahl
4 March 2031

The Marlo stopped in Osk Sound on Monday, the ferry line's log shows.

The ferry has been in service between the islands for eleven years. It carries cars, letters and milk, and in summer a band plays on its
upper deck. The line has two other ships of its kind.
"""
SECOND = """Harbour Post

A ferry and its pipe

By Ina Dahl
5 March 2031

The Marlo lies in Osk Sound. On Monday all of the town looked at the smoke over its stern.

The ferry has been in service between the islands for eleven years. It carries cars, letters and milk, and in summer a band plays on its
upper deck. The line has two other ships of its kind.
"""


def test_an_article_is_read_beside_the_claims_and_texts_of_its_story(tmp_path: Path):
    root = write_site(tmp_path)
    for name, text in (("first", FIRST), ("second", SECOND)):
        (root / f"{name}.txt").write_text(text, encoding="utf-8")
    assert run(root, "add", str(root / "second.txt"), "--slug", "second").exit_code == 0

    def said() -> dict[str, int]:
        desk = Desk(root)
        session = Session(desk, desk.document("second"))
        assert [(p.printed, p.value) for p in session.open() if p.kind == "date"] == [
            ("On Monday", "2031-03-03")
        ]
        return agreeing(desk, session.belonging, "second", session.story)["cause/stopped"]

    in_claims = said()["2031-03-03"]
    assert run(root, "add", str(root / "first.txt"), "--slug", "first").exit_code == 0
    assert said()["2031-03-03"] == in_claims + 1


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        ("en", "Museum boss Ada Holm wept.", "Ada Holm"),
        ("en", "Nothing is left, said Ada Holm, the museum's director.", "Ada Holm"),
        ("de", "Nichts sei übrig, sagte die Leiterin des Museums, Ada Holm.", "Ada Holm"),
        ("fr", "Il ne reste rien, a dit la directrice du musée, Ada Holm.", "Ada Holm"),
        ("es", "No queda nada, dijo la directora del museo, Ada Holm.", "Ada Holm"),
    ],
)
def test_a_title_says_who_runs_a_body(language, text, printed):
    assert found("who", text, language, "Who runs the museum?") == [("0", printed, "[holm]")]


def test_a_title_of_another_body_says_nothing():
    text = "President Ada Holm of Osk set her sights on the oil of Tarn."
    assert found("who", text, "en", "Who leads Tarn after the coup?") == []


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        ("en", "The hearing is listed for 3 May.", "3 May"),
        ("en", "The hearing is set to begin on 3 May.", "on 3 May"),
        ("de", "Die Verhandlung beginnt am 3. Mai.", "am 3. Mai"),
        ("fr", "L'audience débute le 3 mai.", "le 3 mai"),
        ("es", "La audiencia comienza el 3 de mayo.", "el 3 de mayo"),
    ],
)
def test_a_day_of_the_calendar_to_come_is_not_last_years(language, text, printed):
    assert found("date", text, language, "When will the hearing begin?") == [("0", printed, "2033-05-03")]


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        ("en", "The schools stayed shut.", "schools stayed shut"),
        ("de", "Die Schulen blieben geschlossen.", "Schulen blieben geschlossen"),
        ("fr", "Les écoles sont restées fermées.", "écoles sont restées fermées"),
        ("es", "Las escuelas siguen cerradas.", "escuelas siguen cerradas"),
    ],
)
def test_to_stay_so_is_little_of_what_is_asked(language, text, printed):
    assert found("yes-no", text, language, "Did the schools stay shut?") == [("0", printed, '"yes"')]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Ministerin weigerte sich, zurückzutreten."),
        ("fr", "La ministre a refusé de démissionner."),
    ],
)
def test_a_refusal_is_no_yes(language, text):
    assert [
        value for *_, value in found("yes-no", text, language, "Did the minister resign?") if value == '"yes"'
    ] == []


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        ("en", "The minister refused to resign.", "refused to resign"),
        ("es", "La ministra se negó a dimitir.", "se negó a dimitir"),
    ],
)
def test_a_refusal_that_says_no_is_a_no(language, text, printed):
    assert found("yes-no", text, language, "Did the minister resign?") == [("0", printed, '"no"')]


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        ("de", "Die Schulen schunkeln nicht.", "Schulen schunkeln nicht"),
        ("fr", "Les écoles ne dansent plus.", "Les écoles ne dansent"),
        ("es", "Las escuelas no bailan.", "escuelas no bailan"),
    ],
)
def test_a_no_is_found_where_no_list_has_the_verb(language, text, printed):
    assert found("yes-no", text, language, "Do schools jitterbug?") == [("0", printed, '"no"')]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Schulen schunkeln."),
        ("fr", "Les écoles ne ferment pas."),
        ("es", "Las escuelas no cierran."),
    ],
)
def test_a_yes_needs_its_verb_and_a_no_is_not_that_of_another(language, text):
    assert found("yes-no", text, language, "Do schools jitterbug?") == []


@pytest.mark.parametrize("language", PIECES)
def test_a_place_that_is_named_again_and_again_is_not_left_for_one_question(language):
    text = PIECES[language][0] + " Pell. Pell! Pell."
    assert found("place", text, language, "Where did the dam fail?") == []


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        ("en", "The coastguard has inspected the dam.", "coastguard has inspected the dam"),
        ("de", "Die Küstenwache hat den Damm überprüft.", "Küstenwache hat den Damm überprüft"),
        ("fr", "Les garde-côtes ont inspecté le barrage.", "garde-côtes ont inspecté le barrage"),
        ("es", "La guardia costera inspeccionó la presa.", "guardia costera inspeccionó la presa"),
    ],
)
def test_a_yes_needs_no_adverb_where_nothing_else_happens(language, text, printed):
    asked = "Did the coastguard spontaneously inspect the dam?"
    assert found("yes-no", text, language, asked) == [("0", printed, '"yes"')]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Others have inspected the dam."),
        ("de", "Andere haben den Damm überprüft."),
        ("fr", "D'autres ont inspecté le barrage."),
        ("es", "Otros inspeccionaron la presa."),
    ],
)
def test_a_yes_of_others_than_those_who_are_named_is_none(language, text):
    asked = "Did the coastguard spontaneously inspect the dam?"
    assert found("yes-no", text, language, asked) == []
