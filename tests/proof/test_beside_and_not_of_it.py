"""Words beside a claim that belong to something else refuse nothing, and where they belong to it they are told still."""

from __future__ import annotations

from typing import Any

import pytest

from builder.content.vocabulary import Answer
from tests.proof.one import codes

M = Answer.QUANTITY
METRES = {"unit": "m", "counts": "too short", "of": "the bridge"}
SIGNED = {"counts": "signed up", "of": "runners"}
CAME = {"counts": "came", "of": "runners"}
SAMPLES = {"unit": "samples", "counts": "found germs", "of": "samples", "printed_as": ("Keime",)}
WARD = {"counts": "in the sick bay", "of": "children", "printed_as": ("Krankenstation", "infirmerie")}
SICK = {"counts": "sick", "of": "people", "printed_as": ("krank", "malades")}
COST = {"unit": "EUR", "counts": "cost", "of": "the repair"}
HOMES = {"unit": "households", "counts": "told to leave", "of": "households"}
CROWD = {"counts": "spectators", "of": "crowd", "printed_as": ("lined the road",)}
BURNED = {"unit": "hectares", "counts": "burned", "of": "fire"}
POWER = {"unit": "households", "counts": "without power", "of": "households"}
HEAT = {"unit": "°C", "counts": "temperature", "of": "the city"}
PAID = {"unit": "households", "counts": "paid", "of": "households"}

QUANTITIES: list[tuple[str, str, str, str, dict[str, Any], str, dict[str, Any]]] = [
    # language, text, printed, question, its keys, the code that must not be told, the claim's keys
    ("de", "Am Mittwoch waren es noch 31 Kranke gewesen.", "31", "How many were sick?", SICK, "V107", {}),
    ("en", "The bridge was 40 metres less than planned.", "40 metres", "By how many metres was the bridge too short?", METRES, "V118", {}),
    ("en", "The bridge was 40 metres less than planned.", "40 metres", "By how many metres was the bridge too short?", METRES, "V111", {}),
    ("en", "It was cut by as much as 40 metres.", "as much as 40 metres", "By how many metres was the bridge too short?", METRES, "V138", {}),
    ("en", "Some 300 runners came, fewer than the 420 who had signed up.", "420", "How many had signed up?", SIGNED, "V111", {}),
    ("de", "In sieben von 52 Proben fand das Labor Keime.", "sieben", "How many samples had germs?", SAMPLES, "V111", {}),
    ("de", "Im Heim waren 40 Kinder, sechs davon auf der Krankenstation.", "sechs", "How many were in the sick bay?", WARD, "V114", {}),
    ("fr", "Le foyer accueille 40 enfants, dont six à l'infirmerie.", "six", "How many were in the sick bay?", WARD, "V114", {}),
    ("en", "The repair would cost €85m.", "€85m", "How much would the repair cost?", COST, "V107", {}),
    ("en", "The ministry told 900 households on Friday to leave.", "900 households", "How many households were told to leave?", HOMES, "V123", {}),
    ("en", "The firm paid £15 to each of the 900 households.", "900 households", "How many households were paid?", PAID, "V118", {}),
    ("en", "The repair costs up to €9 million once lawyers are paid.", "up to €9 million", "How much will the repair cost?", COST, "V138", {}),
    ("en", "More than 200 lined the road. The union says it was 120.", "120", "How many watched?", CROWD, "V113", {"sources": ["union"], "cue": "says"}),
    ("fr", "Le village compte 24 malades, dont trois enfants. Ils étaient 52 samedi.", "52", "How many were sick?", SICK, "V113", {"as_of": "2024-12-21"}),
    ("en", "The ministry puts the sick at 300, the union at 500.", "500", "How many were sick?", SICK, "V123", {"sources": ["union"], "cue": "puts"}),
    ("en", "The number of sick rose to 90 on Tuesday from 70 a day earlier.", "70", "How many were sick?", SICK, "V131", {"as_of": "2024-12-23"}),
    ("en", "There were 70 sick in May last year.", "70", "How many were sick?", SICK, "V131", {"as_of": "2023-05"}),
    ("fr", "Il y a 70 malades, dit le syndicat.\n\nUn second foyer serait touché, croit le maire. Nous n'avons pas pu le vérifier.", "70", "How many were sick?", SICK, "V129", {"sources": ["union"], "cue": "dit"}),
    ("fr", "Le syndicat dit qu'il y a 70 malades et n'entend pas céder.", "70", "How many were sick?", SICK, "V107", {"sources": ["union"], "cue": "dit"}),
    ("de", "Am Freitag lagen nach Angaben der Gewerkschaft 70 Kranke im Heim.", "70", "How many were sick?", SICK, "V140", {"sources": ["union"], "cue": "nach Angaben"}),
    ("de", "Das Feuer hat 3.700 Hektar Wald vernichtet.", "3.700 Hektar", "How many hectares burned?", BURNED, "V113", {}),
    ("fr", "Le feu est fixé depuis dimanche. Il a détruit 4 600 hectares.", "4 600 hectares", "How many hectares burned?", BURNED, "V113", {}),
    ("fr", "Le feu est fixé depuis dimanche. Il a détruit 4 600 hectares.", "4 600 hectares", "How many hectares burned?", BURNED, "V116", {}),
    ("en", "The firm says 210 households are without power. Last night it was 550.", "550", "How many households were without power?", POWER, "V113", {"as_of": "2024-12-23"}),
    ("en", "The mercury hit a sizzling 43.6C.", "43.6C", "How hot did it get?", HEAT, "V113", {}),
    ("en", "It was 43.4 degrees in the city. Above 40C is rare here.", "43.4 degrees", "How hot did it get?", HEAT, "V113", {}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "printed", "asks", "keys", "code", "claim"), QUANTITIES)
def test_words_of_something_else_refuse_nothing(
    language: str,
    text: str,
    printed: str,
    asks: str,
    keys: dict[str, Any],
    code: str,
    claim: dict[str, Any],
) -> None:
    assert code not in codes(text, printed, M, asks, language=language, question_of=keys, **claim)


TOLD: list[tuple[str, str, str, str, dict[str, Any], str, dict[str, Any]]] = [
    ("en", "Some 300 runners came, fewer than the 420 who had signed up.", "420", "How many came?", CAME, "V111", {}),
    ("de", "In sieben von 52 Proben fand das Labor Keime.", "52", "How many samples had germs?", SAMPLES, "V114", {}),
    ("de", "Sieben von zehn Proben hatten Keime.", "Sieben", "How many samples had germs?", SAMPLES, "V111", {}),
    ("de", "Im Heim waren knapp sieben von 52 Proben.", "sieben", "How many samples had germs?", SAMPLES, "V111", {}),
    ("de", "Es waren weder viele noch 31 Kranke.", "31", "How many were sick?", SICK, "V107", {}),
    ("en", "The repair might cost €85m.", "€85m", "How much would the repair cost?", COST, "V107", {}),
    ("en", "The ministry puts the sick at 300, the union at 500.", "500", "How many were sick?", SICK, "V123", {"sources": ["ministry"], "cue": "puts"}),
    ("en", "The number of sick rose to 90 on Tuesday from 70 a day earlier.", "70", "How many were sick?", SICK, "V131", {"as_of": "2024-12-24"}),
    ("fr", "Il y a 70 malades, dit le syndicat. Nous n'avons pas pu le vérifier.", "70", "How many were sick?", SICK, "V129", {"sources": ["union"], "cue": "dit"}),
    ("en", "The flood destroyed 300 hectares, and the fire none.", "300 hectares", "How many hectares burned?", BURNED, "V113", {}),
    ("en", "The fire destroyed 12 houses.", "12 houses", "How many houses burned?", {**BURNED, "unit": "houses"}, "V113", {}),
    ("en", "The firm says 210 households are short of water. Last night it was 550.", "550", "How many households were without power?", POWER, "V113", {"as_of": "2024-12-23"}),
    ("en", "It was 43.4 degrees in the city.", "43.4 degrees", "How hot did it get?", HEAT, "V113", {}),
    ("en", "It was 43.4 degrees in the city, well above 40C or 104F.", "43.4 degrees", "How hot did it get?", HEAT, "V113", {}),
    ("en", "The firm paid £15 to each of 12 households a day.", "£15", "How much was paid?", {"unit": "GBP", "counts": "paid", "of": "households"}, "V118", {}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "printed", "asks", "keys", "code", "claim"), TOLD)
def test_words_of_the_claim_itself_are_told(
    language: str,
    text: str,
    printed: str,
    asks: str,
    keys: dict[str, Any],
    code: str,
    claim: dict[str, Any],
) -> None:
    assert code in codes(text, printed, M, asks, language=language, question_of=keys, **claim)


BOUNDS = [
    ("en", "The ministry does not expect the bridge to open before the spring of 2036.", "before the spring of 2036", "2036-03"),
    ("en", "The bridge will not open before 2036.", "before 2036", "2036"),
    ("de", "Die Prüfer rechnen mit einer Öffnung nicht vor Frühjahr 2036.", "nicht vor Frühjahr 2036", "2036-03"),
    ("de", "Die Brücke wird frühestens am 4. Mai 2036 fertig.", "am 4. Mai 2036", "2036-05-04"),
    ("fr", "Le pont n'ouvrira pas avant 2036.", "avant 2036", "2036"),
    ("fr", "Le pont restera fermé au moins jusqu'au 4 mai 2036.", "4 mai 2036", "2036-05-04"),
    ("es", "El puente difícilmente abrirá antes de 2036.", "antes de 2036", "2036"),
    ("es", "El puente no abrirá antes de mayo de 2036.", "antes de mayo de 2036", "2036-05"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "printed", "first"), BOUNDS)
def test_a_day_before_which_it_will_not_be_is_its_first(
    language: str, text: str, printed: str, first: str
) -> None:
    def told(value: str) -> bool:
        asks = "When will the bridge open?"
        return "V132" in codes(text, printed, Answer.DATE, asks, language=language, value=value)

    assert not told(f"{first}/..")
    assert told(f"../{first}")
    assert told(first)


def test_a_day_by_which_it_is_stays_its_last() -> None:
    text, asks = "The bridge will open before May 2036.", "When will the bridge open?"
    assert "V132" not in codes(text, "before May 2036", Answer.DATE, asks, value="../2036-05")


@pytest.mark.parametrize(
    ("sources", "told"), [("kane", False), ("union", True)], ids=["the speaker", "whose head she is"]
)
def test_whose_head_somebody_is_says_nothing(sources: str, told: bool) -> None:
    text = '"We are late," Ada Kane, the union\'s chair, said on Monday.'
    found = codes(
        text,
        "We are late",
        Answer.WORDING,
        "What did they say?",
        sources=[sources],
        cue="said",
        speech="quoted",
    )
    assert ("V123" in found) is told


def test_a_day_that_is_the_answer_is_no_day_of_the_saying() -> None:
    text = "The ministry said May 2036, as before."
    asks = "When will the bridge open?"
    found = codes(text, "May 2036", Answer.DATE, asks, value="2036-05", sources=["ministry"], cue="said")
    assert not {"V136", "V140"} & found
