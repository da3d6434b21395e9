"""Who says it across an aside, which day is that of saying, what is only expected or asked for, and plans that a question asks for."""

from __future__ import annotations

from typing import Any

import pytest

from builder.content.vocabulary import Answer
from tests.proof.one import codes

KILLED = {"counts": "killed", "of": "people"}
SEATS = {"counts": "won", "unit": "seats"}
PRISON = {"counts": "sentence", "unit": "years"}
EUROS = {"counts": "demand", "unit": "EUR"}
COSTS = {"counts": "costs", "unit": "EUR"}
OUT = {"counts": "evacuated"}
HOW_MANY, SEATS_WON = "How many were killed?", "How many seats did the party win?"

SPEAKERS = [
    ("en", "Kane, who has led the union since May, said 12 were killed.", "union", "said", True),
    ("en", "Kane, who has led the union since May, said 12 were killed.", "kane", "said", False),
    ("en", "Kane, a critic of the mayor, said 12 were killed.", "mayor", "said", True),
    ("en", "12 were killed, Kane, who runs the ministry, said.", "kane", "said", False),
    ("en", "12 were killed, Kane, who runs the ministry, said.", "ministry", "said", True),
    ("en", "12 were killed, Kane, head of the ministry, said.", "ministry", "said", True),
    ("en", "12 were killed, Kane, head of the ministry, said.", "kane", "said", False),
    ("de", "Kane, der das Ministerium leitet, sagte, 12 Menschen seien tot.", "ministry", "sagte", True),
    ("de", "Kane, der das Ministerium leitet, sagte, 12 Menschen seien tot.", "kane", "sagte", False),
    ("fr", "Kane, qui dirige le ministère, a dit que 12 personnes sont mortes.", "kane", "a dit", False),
    ("fr", "Kane, qui dirige le ministère, a dit que 12 personnes sont mortes.", "ministry", "a dit", True),
    ("es", "Kane, que dirige el ministerio, dijo que 12 personas murieron.", "ministry", "dijo", True),
    # Heard only if every place of the cue is.
    ("en", "The mayor was told that 12 people were killed.", "mayor", "told", True),
    ("en", "The mayor told reporters, after he was told by doctors, that 12 people were killed.", "mayor", "told", False),
    # Who has not conceded says nothing.
    ("en", "12 people were killed and the mayor has not conceded, the ministry said.", "ministry", "said", False),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "source", "cue", "told"), SPEAKERS)
def test_who_says_it_across_an_aside(language: str, text: str, source: str, cue: str, told: bool) -> None:
    found = codes(text, "12", asks=HOW_MANY, language=language, question_of=KILLED, sources=[source], cue=cue)
    assert found == ({"V123"} if told else set())


@pytest.mark.parametrize(
    ("language", "text", "keys", "told"),
    [
        # Who is named, and says nothing there, is no source of it, unless the cue has how.
        ("en", "12 people were killed when the ministry burned down.", {}, True),
        ("en", "12 people were killed, the ministry's figures show.", {"cue": "figures"}, False),
        ("en", "12 people were killed when the ministry burned down.", {"implied": True}, False),
        ("de", "12 Menschen starben, als das Ministerium brannte.", {}, True),
        ("fr", "12 personnes sont mortes quand le ministère a brûlé.", {}, True),
        ("es", "12 personas murieron cuando ardió el ministerio.", {}, True),
    ],
)
def test_a_source_says_it_or_the_cue_tells_how(
    language: str, text: str, keys: dict[str, Any], told: bool
) -> None:
    found = codes(
        text, "12", asks=HOW_MANY, language=language, question_of=KILLED, sources=["ministry"], **keys
    )
    assert ("V123" in found) == told


@pytest.mark.parametrize(
    ("text", "dropped"),
    [
        ("The ministry said on Monday that 12 people were killed.", True),
        ("On Monday, the ministry said 12 people were killed.", True),
        ("On Monday the union met, and the ministry said 12 people were killed.", False),
        ("The ministry said 12 people were killed, and the union said on Monday it was a shame.", False),
    ],
)
def test_a_day_of_another_half_of_the_sentence_is_not_that_of_saying(text: str, dropped: bool) -> None:
    found = codes(text, "12", asks=HOW_MANY, question_of=KILLED, sources=["ministry"], cue="said")
    assert found == ({"V140"} if dropped else set())


ANSWERS: list[tuple[str, str, str, str, dict[str, Any], set[str]]] = [
    ("en", "300 nurses walked out of the four clinics.", "300", "How many nurses walked out?", {"counts": "on strike"}, set()),
    ("en", "The party is on course for 20 seats.", "20", SEATS_WON, SEATS, {"V119"}),
    ("en", "The party is on track for 20 seats.", "20", SEATS_WON, SEATS, {"V119"}),
    ("en", "The party is in line for 20 seats.", "20", SEATS_WON, SEATS, {"V119"}),
    ("en", "The party is heading for 20 seats.", "20", SEATS_WON, SEATS, {"V119"}),
    ("en", "The party is poised to win 20 seats.", "20", SEATS_WON, SEATS, {"V119"}),
    ("en", "The party is set to win 20 seats.", "20", SEATS_WON, SEATS, {"V119"}),
    ("en", "The party took 20 seats.", "20", SEATS_WON, SEATS, set()),
    ("en", "The party won 20 seats and is on course for power.", "20", SEATS_WON, SEATS, set()),
    ("en", "The party is on course for 20 seats.", "20", "How many seats is the party expected to win?", SEATS | {"counts": "seats"}, set()),
    ("de", "Die Partei steuert auf 20 Sitze zu.", "20", SEATS_WON, SEATS, {"V119"}),
    ("de", "Die Partei gewann 20 Sitze.", "20", SEATS_WON, SEATS, set()),
    ("fr", "Le parti est en passe de remporter 20 sièges.", "20", SEATS_WON, SEATS, {"V119"}),
    ("fr", "Le parti a remporté 20 sièges.", "20", SEATS_WON, SEATS, set()),
    ("es", "El partido va camino de 20 escaños.", "20", SEATS_WON, SEATS, {"V119"}),
    ("es", "El partido ganó 20 escaños.", "20", SEATS_WON, SEATS, set()),
    # What is demanded is no sentence, and is one where that is asked.
    ("en", "Prosecutors asked for nine years.", "nine years", "How many years did the prosecutors ask for?", PRISON, set()),
    ("en", "Prosecutors asked for nine years in prison.", "nine years", "How many years did the prosecutors ask for?", PRISON, set()),
    ("es", "La fiscalía pedía nueve años.", "nueve años", "How many years did the prosecutors ask for?", PRISON, set()),
    ("fr", "Le parquet avait requis neuf ans de prison.", "neuf ans", "How many years did the prosecutors ask for?", PRISON, set()),
    # Who demands it is asked for: the text says so itself.
    ("es", "El sindicato pidió 300 euros más.", "300 euros", "How much did the union ask for?", EUROS, set()),
    ("de", "Die Gewerkschaft forderte 300 Euro mehr.", "300 Euro", "How much did the union demand?", EUROS, set()),
    # What a plan is asked for, a plan answers.
    ("en", "The strike would cost it 30 million euros.", "30 million euros", "What does the strike cost the city?", COSTS, set()),
    ("de", "300 Menschen sollen bis Freitag evakuiert werden.", "300", "How many people does the city plan to evacuate?", OUT, set()),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "printed", "asks", "of", "told"), ANSWERS)
def test_what_is_expected_demanded_or_planned(
    language: str, text: str, printed: str, asks: str, of: dict[str, Any], told: set[str]
) -> None:
    found = codes(text, printed, asks=asks, language=language, question_of=of)
    assert told <= found if told else not found


def test_a_plan_is_no_answer_on_what_has_been() -> None:
    text = "300 Menschen sollen bis Freitag evakuiert werden."
    assert codes(text, "300", asks="How many people were evacuated?", language="de", question_of=OUT)


def test_that_somebody_has_not_conceded_the_text_says_itself() -> None:
    text = "The mayor has not conceded, and his office is empty."
    assert not codes(text, "has not conceded", Answer.YES_NO, "Has the mayor conceded?", value=False)
