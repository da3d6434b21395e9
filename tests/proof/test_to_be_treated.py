"""Whoever is to be treated in hospital is no one who was: a place behind what is to come is said of the same."""

from __future__ import annotations

import pytest

from tests.proof.one import codes

TREATED = {"counts": "treated", "of": "people"}


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "Officially, 85 people are expected to be treated in hospital.", True),
        ("en", "Officially, 85 people will be treated.", True),
        ("en", "Officially, 85 people were treated in hospital.", False),
        ("en", "Officially, 85 people are being treated in hospital.", False),
        ("en", "Officially, 85 people were treated. In hospital the mayor is expected to speak.", False),
        ("en", "The mayor is expected to visit 85 people who were treated in hospital.", False),
        ("fr", "Selon le bilan, 85 personnes seront soignées à l'hôpital.", True),
        ("fr", "Selon le bilan, 85 personnes ont été soignées à l'hôpital.", False),
        ("es", "Según el balance, 85 personas serán atendidas en el hospital.", True),
        ("es", "Según el balance, 85 personas fueron atendidas en el hospital.", False),
        # A German passive of the present has the verb that the future has.
        ("de", "Derzeit werden 85 Menschen im Krankenhaus behandelt.", False),
        ("de", "In der Klinik werden 85 Menschen behandelt.", False),
        ("de", "Offiziell wurden 85 Menschen im Krankenhaus behandelt.", False),
    ],
)
def test_who_is_to_be_treated_was_not(language: str, text: str, told: bool) -> None:
    found = codes(
        text, "85", asks="How many were treated in hospital?", language=language, question_of=TREATED
    )
    assert ("V119" in found) == told, found
