"""A sentence behind may say whose the words are; one clause of a sentence may be said by whom another one is not; a verb has two parts."""

from __future__ import annotations

import pytest

from builder.proof.rules.attribution import cue_kept, cue_printed, stated_or_implied
from tests.proof.saying import case_of

BEHIND = {
    "de": "An Bord waren 140 Menschen. Das teilte Marlo Ferry Line am Montag mit.",
    "fr": "Le navire transportait 140 personnes. C'est ce qu'a indiqué Marlo Ferry Line lundi.",
    "es": "El barco llevaba 140 personas. Así lo informó Marlo Ferry Line el lunes.",
}


def unfit(text: str, language: str, **more: object) -> list[str]:
    case = case_of(text, language, **more)
    return [finding.message for rule in (stated_or_implied, cue_kept, cue_printed) for finding in rule(case)]


@pytest.mark.parametrize("language", BEHIND)
def test_who_said_it_may_stand_in_the_sentence_behind(language: str) -> None:
    assert unfit(BEHIND[language], language) == []


def test_another_sentence_behind_says_it_of_something_else() -> None:
    text = "An Bord waren 140 Menschen. Marlo Ferry Line teilte am Montag den Fahrplan mit."
    assert unfit(text, "de") == ["the sentence names no source: the attribution is implied"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "20 Menschen wurden nach Angaben von Marlo Ferry Line verletzt, 140 galten noch als vermisst.",
            True,
        ),
        # Who stands first, or behind a comma at the end, says all of it.
        ("Nach Angaben von Marlo Ferry Line wurden 20 Menschen verletzt, 140 galten als vermisst.", False),
        ("20 Menschen wurden verletzt, 140 galten als vermisst, sagte Marlo Ferry Line.", False),
    ],
)
def test_a_clause_before_is_said_by_whom_this_one_is_not(text: str, left: bool) -> None:
    said = unfit(text, "de", implied=True)
    assert ("the sentence names the source: it is stated" in said) is not left


def test_a_verb_in_two_parts_is_a_cue_with_its_gap() -> None:
    text = "An Bord waren 140 Menschen, teilte Marlo Ferry Line mit."
    assert unfit(text, "de", cue="teilte … mit") == []
    assert unfit(text, "de", cue="teilte … zu") != []
