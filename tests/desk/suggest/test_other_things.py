"""Figures, words and answers of other things than those that are asked of: another's words, another year, another firm, no rate, a bare sum."""

from __future__ import annotations

from datetime import date

import pytest

from builder.content.model import Question, Source
from builder.content.vocabulary import Answer, Stake
from builder.desk.suggest.furniture import is_own
from builder.desk.suggest.proposal import Proposal
from builder.desk.suggest.propose import propose
from builder.proof.text import text_of
from builder.values.dates import parse_edtf

SOURCES = [
    Source("holm", "Ada Holm, skipper", "Ada Holm", "person", Stake.PARTY, aliases=("Ada Holm", "Holm", "Ада Гольм", "Гольм")),
    Source("brandt", "Ole Brandt, lawyer of Ada Holm", "Ole Brandt", "person", Stake.PARTY, aliases=("Ole Brandt", "Brandt", "Оле Брандт"), speaks_for="holm"),
    Source("harbour", "The harbour", "the harbour", "company", Stake.PARTY, aliases=("harbour", "Hafen", "port", "puerto")),
    Source("dahl", "Bo Dahl, spokesman of the harbour", "Bo Dahl", "person", Stake.PARTY, aliases=("Bo Dahl", "Dahl"), speaks_for="harbour"),
]  # fmt: skip
HOLM = Question("holm-words", "t", "In which words did Ada Holm speak of the collision?", "Ada Holm's words", Answer.WORDING)  # fmt: skip
BRANDT = Question("brandt-words", "t", "In which words did the lawyer Ole Brandt speak of the collision?", "The lawyer's words", Answer.WORDING)  # fmt: skip
HARBOUR = Question("harbour-words", "t", "In which words did the harbour speak of the collision?", "The harbour's words", Answer.WORDING)  # fmt: skip
MARGIN = Question("margin", "t", "By how many seconds did Ada Holm win the regatta?", "Margin", Answer.QUANTITY, unit="seconds", counts="margin", of="regatta", printed_as=("won", "gewann", "gagné", "ganó"))  # fmt: skip
RENT = Question("rent", "t", "How much does Ada Holm pay for the berth a month?", "Rent", Answer.QUANTITY, unit="EUR", counts="paid", of="berth", printed_as=("Liegeplatz", "mouillage", "amarre", "причал*"))  # fmt: skip
CREW = Question("crew", "t", "How many people work on the boat?", "Crew", Answer.QUANTITY, unit="people", counts="work", of="boat")  # fmt: skip
SLEPT = Question("slept", "t", "How many people slept in the hall?", "Slept in the hall", Answer.QUANTITY, unit="people", counts="slept", of="people")  # fmt: skip
STUCK = Question("stuck", "t", "How many guests were affected?", "Guests affected", Answer.QUANTITY, unit="people", counts="affected", of="guests")  # fmt: skip
SHARES = Question("shares", "t", "By how much did the shares of Norvia fall?", "Fall of the shares", Answer.QUANTITY, unit="percent", counts="fell", of="shares")  # fmt: skip
BOXES = Question("boxes", "t", "How many boxes did divers find?", "Boxes found", Answer.QUANTITY, unit="boxes", counts="found", of="boxes")  # fmt: skip
CAESIUM = Question("caesium", "t", "How many becquerels of caesium were in a litre?", "Caesium", Answer.QUANTITY, unit="becquerels", counts="found", of="caesium", printed_as=("Becquerel", "becquerels", "бекерел*"))  # fmt: skip
CLOSED = Question("closed", "t", "Has the court closed the harbour?", "Harbour closed", Answer.YES_NO)
HELD = Question("held", "t", "Is Ada Holm still in custody?", "In custody", Answer.YES_NO)


def found(text: str, language: str, *questions: Question, begun: date | None = None) -> list[Proposal]:
    made = propose(
        text_of("x", text.encode()), SOURCES, questions, {}, parse_edtf("2033-05-11"), language=language, begun=begun
    )  # fmt: skip
    return [proposal for proposal in made if proposal.questions]


def answers(text: str, language: str, *questions: Question, begun: date | None = None) -> dict[str, str]:
    made = found(text, language, *questions, begun=begun)
    return {p.printed: p.questions[0][0].id for p in made}


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", 'The collision is being looked into. "She saw the light and turned," said Ole Brandt.', {}),
        ("de", "Die Kollision wird untersucht. „Sie sah das Licht und drehte bei“, sagte Ole Brandt.", {}),
        ("fr", "La collision est examinée. « Elle a vu le feu et elle a viré », a dit Ole Brandt.", {}),
        ("es", "Se investiga la colisión. «Vio la luz y viró», dijo Ole Brandt.", {}),
        ("en", 'The collision is being looked into. "I saw the light and turned," said Ada Holm.', {"I saw the light and turned": "holm-words"}),
    ],
)  # fmt: skip
def test_a_lawyers_words_are_not_those_of_whom_he_defends(language, text, wanted):
    assert answers(text, language, HOLM) == wanted


def test_a_body_speaks_through_its_spokesman():
    text = 'The collision cost a day. "We were closed for an hour," said Bo Dahl.'
    assert set(answers(text, "en", HARBOUR).values()) == {"harbour-words"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", 'Ada Holm was not there when it collided. Nora Holm, 81, wept: "My girl turned the wheel too late."'),
        ("en", 'Ada Holm was not there when it collided. On the quay Nora Holm said: "My girl turned the wheel too late."'),
        ("de", "Ada Holm war bei der Kollision nicht da. Nora Holm (81) sagte: „Mein Mädchen hat das Rad zu spät gedreht.“"),
        ("fr", "Ada Holm n'était pas là lors de la collision. Nora Holm, 81 ans, a dit : « Ma fille a tourné la barre trop tard. »"),
        ("es", "Ada Holm no estaba en la colisión. Nora Holm, de 81 años, dijo: «Mi niña giró el timón tarde.»"),
    ],
)  # fmt: skip
def test_another_first_name_is_another_person(language, text):
    assert all(proposal.sources != ("holm",) for proposal in found(text, language, HOLM))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", 'Ada Holm spoke of the collision. On the quay Inspector Holm said: "I turned the wheel too late."'),
        ("fr", "Ada Holm est venue. Sur le quai, Mme Holm a dit : « J'ai tourné la barre trop tard. »"),
        ("de", "Ada Holm kam zum Kai. Dort sagte Kapitänin Holm: „Ich habe das Rad zu spät gedreht.“"),
    ],
)  # fmt: skip
def test_a_title_before_a_surname_is_no_first_name(language, text):
    assert {proposal.sources for proposal in found(text, language, HOLM)} == {("holm",)}


def test_she_is_whoever_was_named_last_or_nobody():
    text = 'Ada Holm denies the charge. Her lawyer, Ole Brandt, wants the log. "We shall read every line of the collision," he said.'
    assert all(proposal.sources != ("holm",) for proposal in found(text, "en", HOLM))


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "Ada Holm won the six-week regatta by 31 seconds.", {"31 seconds": "margin"}),
        ("de", "Ada Holm gewann die sechs Wochen lange Regatta mit 31 Sekunden.", {"31 Sekunden": "margin"}),
        ("fr", "Ada Holm a gagné la régate de six semaines avec 31 secondes.", {"31 secondes": "margin"}),
        ("es", "Ada Holm ganó la regata de seis semanas por 31 segundos.", {"31 segundos": "margin"}),
    ],
)  # fmt: skip
def test_weeks_are_no_margin_in_seconds(language, text, wanted):
    assert answers(text, language, MARGIN) == wanted


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "The new berth cost 9 million euros. Ada Holm paid 400 euros a month for her berth.", "400 euros a month"),
        ("de", "Der neue Liegeplatz kostete 9 Millionen Euro. Für ihren Liegeplatz zahlte Ada Holm 400 Euro im Monat.", "400 Euro im Monat"),
        ("fr", "Le nouveau mouillage a coûté 9 millions d'euros. Ada Holm a payé son mouillage 400 euros par mois.", "400 euros par mois"),
        ("es", "El nuevo amarre costó 9 millones de euros. Ada Holm pagó 400 euros al mes por su amarre.", "400 euros al mes"),
    ],
)  # fmt: skip
def test_a_whole_sum_is_no_rent_a_month(language, text, wanted):
    assert answers(text, language, RENT) == {wanted: "rent"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The boat has a crew of 14 who work day and night. It would take at least 7 million."),
        ("fr", "Sur le bateau, 14 personnes travaillent. Il faudrait au moins 7 millions."),
        ("es", "En el barco trabajan 14 personas. Harían falta al menos 7 millones."),
        ("de", "Auf dem Boot arbeiten 14 Menschen. Nötig wären mindestens 7 Millionen."),
        ("ru", "На судне работают 14 человек. Нужно не менее 7 миллионов."),
    ],
)  # fmt: skip
def test_bare_millions_count_nobody_of_the_sentence_before(language, text):
    assert not any("7" in printed for printed in answers(text, language, CREW))


def test_a_line_with_a_label_takes_nothing_from_the_one_before():
    text = "The boat in figures:\n\n- At work on the boat: 14 people\n- Guests affected: 900"
    assert answers(text, "en", CREW, STUCK)["900"] == "stuck"


def test_people_alone_tell_no_question_from_another():
    text = "The harbour says that 300 people have been affected."
    assert answers(text, "en", SLEPT, STUCK) == {"300": "stuck"}
    assert answers("As many as 900 slept in the hall.", "en", SLEPT, STUCK) == {"As many as 900": "slept"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Norvia's stock fell 4%. Helmsen said it had lost two ferries. Its shares fell 9%.", False),
        ("Norvia said it had lost two ferries. Its shares fell 9%.", True),
    ],
)
def test_its_shares_are_those_of_whoever_was_named_before(text, wanted):
    assert ("9%" in answers(text, "en", SHARES)) is wanted


def test_what_a_late_report_repeats_is_no_other_event():
    text = "On 2 March divers found 43 boxes."
    assert answers(text, "en", BOXES, begun=date(2033, 3, 3)) == {"43": "boxes"}
    assert answers(text, "en", BOXES).get("43") is None or found(text, "en", BOXES)[0].questions[0][1] < 10


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A litre had 8.4 becquerels of caesium."),
        ("fr", "Dans un litre, il y avait 8,4 becquerels de césium."),
        ("de", "In einem Liter waren 8,4 Becquerel Cäsium."),
        ("uk", "У літрі було 8,4 бекереля цезію."),
    ],
)
def test_a_unit_that_no_list_has_may_be_told_in_parts(language, text):
    assert set(answers(text, language, CAESIUM).values()) == {"caesium"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Since Tuesday 70 ferries have been cancelled.", True),
        ("As of Tuesday night, 70 ferries had been cancelled.", True),
        ("On Tuesday 70 ferries were cancelled.", False),
    ],
)
def test_all_up_to_a_day_are_no_ones_of_that_day(text, wanted):
    asked = Question("off", "t", "How many ferries have been cancelled since the storm began?", "Cancelled", Answer.QUANTITY, unit="ferries", counts="cancelled", of="ferries")  # fmt: skip
    assert ("70" in answers(text, "en", asked)) is wanted


def test_of_a_year_long_ago_nothing_is_said_of_now():
    assert answers("In 2029 the court closed the harbour of Osk.", "en", CLOSED) == {}
    assert answers("On Monday the court closed the harbour.", "en", CLOSED) != {}


def test_others_who_are_held_say_nothing_of_whom_is_asked():
    text = "Ada Holm was taken away on Monday. The two others, a cook and a stoker, are still in custody."
    assert answers(text, "en", HELD) == {}


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "Norvia's shares fell 4%, which brings their fall since January to 19%.", "4%"),
        ("fr", "L'action Norvia a perdu 4 %, ce qui porte à 19 % sa baisse depuis janvier.", "4 %"),
        ("de", "Die Norvia-Aktie fiel um 4 Prozent; seit Januar sind es 19 Prozent.", "4 Prozent"),
    ],
)
def test_a_fall_since_january_is_no_fall_of_the_day(language, text, wanted):
    assert set(answers(text, language, SHARES)) == {wanted}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "About 20 people worked on the boat until ten in the evening."),
        ("en", "By three in the morning 20 people worked on the boat."),
        ("de", "Bis zehn am Abend arbeiteten 20 Menschen auf dem Boot."),
        ("fr", "Jusqu'à dix heures du soir, 20 personnes ont travaillé sur le bateau."),
        ("es", "Hasta las diez de la noche trabajaron 20 personas en el barco."),
        ("ru", "До десяти вечера на судне работали 20 человек."),
        ("uk", "До десяти вечора на судні працювали 20 людей."),
    ],
)
def test_an_hour_of_the_day_counts_nobody(language, text):
    assert {printed for printed in answers(text, language, CREW) if "20" not in printed} == set()


@pytest.mark.parametrize(
    ("language", "text", "kept"),
    [
        ("en", "Edited by Gwen Moll, with Sol Harte in Osk", False),
        ("de", "Redaktion: Gwen Moll, Mitarbeit Sol Harte in Osk", False),
        ("fr", "Propos recueillis par Gwen Moll à Osk", False),
        ("es", "Editado por Gwen Moll en Osk", False),
        ("en", "Edited by a judge, the statement names Osk. The court had it read out twice.", True),
    ],
)
def test_who_worked_on_a_report_is_no_part_of_it(language, text, kept):
    assert is_own(text, language) is not kept


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        ("en", "The harbour loses 3 million euros a day.", "3 million euros a day"),
        ("es", "El puerto perdía 3 millones de euros al día.", "3 millones de euros al día"),
        ("fr", "Le port perdait 3 millions d'euros par jour.", "3 millions d'euros par jour"),
        ("ru", "Гавань теряла 3 млн евро в день.", "3 млн евро в день"),
    ],
)
def test_so_much_a_day_is_what_is_lost_a_day(language, text, printed):
    asked = Question("loss", "t", "How much does the harbour lose a day?", "Loss of the harbour", Answer.QUANTITY, unit="EUR", counts="lost", of="harbour")  # fmt: skip
    assert answers(text, language, asked) == {printed: "loss"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Both pilots died. The other four killed were in the cabin."),
        ("de", "Beide Piloten starben. Die anderen vier Toten waren in der Kabine."),
    ],
)
def test_the_others_are_not_all(language, text):
    asked = Question("dead", "t", "How many people were killed?", "Killed", Answer.QUANTITY, unit="people", counts="killed", of="people")  # fmt: skip
    assert not {"four", "vier", "cuatro"} & set(answers(text, language, asked))
