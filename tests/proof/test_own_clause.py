"""Whose words a claim's are where somebody else speaks in its sentence too: in another clause, by a pronoun, or by no name of his."""

from __future__ import annotations

import pytest

from builder.content.vocabulary import Answer
from builder.values.quantity import Modifier, Quantity
from tests.factory import place
from tests.proof.one import codes, problems

SPEAKER = {"V123", "V130"}


@pytest.mark.parametrize(
    ("language", "text", "printed", "told"),
    [
        # The phrase is within a clause that ends before "and".
        ("fr", "Ils étaient 44 lundi, d'après le syndicat, et vingt personnes manquent toujours.", "vingt personnes", False),
        ("fr", "Vingt personnes manquent toujours, d'après le syndicat.", "Vingt personnes", True),
        ("en", "They were 44 on Monday, according to the union, and twenty people are missing.", "twenty people", False),
        ("en", "According to the union, twenty people are missing.", "twenty people", True),
        # A clause behind a semicolon may be the text's own.
        ("en", "The mayor said that he would stay; twenty people are missing.", "twenty people", False),
        ("es", "El alcalde dijo que seguirá; faltan veinte personas.", "veinte personas", False),
        ("es", "El alcalde dijo que faltan veinte personas.", "veinte personas", True),
        # What somebody pledged is asked for.
        ("en", "The union has pledged €40 for each of twenty people.", "€40", False),
    ],
)  # fmt: skip
def test_a_clause_of_its_own_needs_no_speaker(language, text, printed, told):
    asks = "How much was pledged to each?" if "€" in printed else "How many people are missing?"
    of = {"unit": "EUR", "counts": "pledged"} if "€" in printed else {"counts": "missing"}
    found = codes(text, printed, Answer.QUANTITY, asks, language=language, question_of=of, attribution="none")
    assert bool(found & SPEAKER) is told


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        # The verb has its subject in itself.
        ("es", "Ada Kane habló el lunes. De los 9.400 puestos del sindicato irán 1.150, anunció.", "1.150"),
        ("fr", "Ada Kane a parlé lundi. Le navire du syndicat filait, dit-elle, à 17 nœuds.", "17 nœuds"),
    ],
)
def test_a_verb_with_its_own_subject_is_nobody_elses(language, text, printed):
    cue = "anunció" if language == "es" else "dit-elle"
    found = codes(
        text, printed, language=language, sources=("kane",), cue=cue, implied=True, question_of={"unit": None}
    )
    assert "V123" not in found


def test_who_is_left_out_of_a_verb_is_who_it_is_said_of():
    text = "The union spoke of 41 fires, the mayor of 32."
    asked = {"unit": "fires", "counts": "fires"}
    told = {
        who: "V123" in codes(text, "32", question_of=asked, sources=(who,), cue="spoke")
        for who in ("union", "mayor")
    }
    assert told == {"union": True, "mayor": False}


@pytest.mark.parametrize(("name", "told"), [("The old guild", False), ("Tarnwick", True)])
def test_who_is_called_by_no_name_of_his_may_be_implied(name, told):
    text = f"Tarnwick met the council. {name} puts the total at 1,150."
    found = codes(text, "1,150", question_of={"unit": None}, sources=("tarnwick",), cue="puts", implied=True)
    assert ("V130" in found) is told


@pytest.mark.parametrize(
    ("before", "told"),
    [("que la empresa invierta 30 millones de euros", False), ("que vengan 30 vecinos", True)],
)
def test_a_figure_may_leave_its_scale_to_the_one_before(before, told):
    text = f"El alcalde pidió {before}. Al pueblo vecino le ha prometido más de 50 para la nave nueva."
    value = Quantity("más de 50", Modifier.MORE_THAN, 50_000_000, None, "EUR")
    of = {"unit": "EUR", "counts": "pledged", "printed_as": ("prometido",)}
    stated = {"unit": "EUR", "modifier": "more than", "low": 50_000_000}
    found = codes(text, "más de 50", language="es", value=value, question_of=of, written=stated)
    assert ("V112" in found) is told


def test_a_scope_may_be_told_by_the_sentence_before_of_its_first_figure_alone():
    text = "At the works in Osk 730 people work. The union fears that between 90 and 120 of them would go, and puts the total at 2,000."
    of = {"counts": "cut", "printed_as": ("would go", "total")}
    told = {
        printed: "V144"
        in codes(
            text, printed, question_of=of, scope="Osk", scope_place=place("osk"), sources=("union",), cue=cue
        )
        for printed, cue in (("between 90 and 120", "fears"), ("2,000", "puts"))
    }
    assert told == {"between 90 and 120": False, "2,000": True}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In Osk nobody goes out.\n\nOnly 1,100 are left, the union says.", False),
        ("In Osk nobody goes out. In Elbing they do.\n\nOnly 1,100 are left, the union says.", True),
        ("In Osk nobody goes out.\n\nThe mill is shut.\n\nOnly 1,100 are left, the union says.", True),
    ],
)
def test_the_place_named_last_is_the_scope(text: str, told: bool) -> None:
    scope = {"scope": "Osk", "scope_place": place("osk"), "sources": ("union",), "cue": "says"}
    found = problems(text, "1,100", question_of={"counts": "left"}, **scope)
    assert [message for code, message in found if code == "V144"] == (
        ['"Osk" does not stand at the passage'] if told else []
    )


@pytest.mark.parametrize(("of", "told"), [("the union", False), ("the port", True)])
def test_who_raises_what_is_asked_of_it_raises_no_count(of: str, told: bool) -> None:
    text, asked = "The union raised the sum to 40 million pounds.", {"unit": "GBP", "counts": "sum", "of": of}
    found = codes(
        text, "40 million pounds", asks="How high is the sum?", question_of=asked, attribution="none"
    )
    assert ("V175" in found) is told


@pytest.mark.parametrize(
    ("printed", "value", "told"),
    [
        ("by 20 March at the earliest", "2031-03-20/..", False),
        ("by 20 March at the earliest", "2031-03-20", True),
    ],
)
def test_from_a_day_on_it_could_be(printed, value, told):
    text = "A crane ship from Osk could raise it by 20 March at the earliest, the union said."
    given = {"value": value, "published": "2031-03-10", "sources": ("union",), "cue": "said"}
    found = codes(text, printed, Answer.DATE, "When will the wreck be raised?", **given)
    assert bool(found & {"V107", "V132"}) is told
