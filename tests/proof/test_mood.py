"""German "würden" reports what somebody said, and beside a condition it tells what would be."""

from __future__ import annotations

import pytest

from tests.proof.one import codes

REPORTED = [
    "Der Bürgermeister sagte, in der Klinik würden 30 Menschen behandelt.",
    "In der Klinik wuerden 30 Menschen behandelt, sagte der Bürgermeister.",
    "Der Bürgermeister sagte, es würden 30 Menschen behandelt, wenn auch nur leicht.",
]
IMAGINED = [
    "Der Bürgermeister sagte, 30 Menschen würden behandelt, wenn der Damm bräche.",
    "Falls der Damm bräche, würden am Abend 30 Menschen behandelt, sagte der Bürgermeister.",
    "Würde der Damm brechen, so würden am Abend 30 Menschen behandelt, sagte der Bürgermeister.",
]


def told(text: str) -> set[str]:
    asked = {"counts": "treated"}
    return codes(
        text,
        "30",
        asks="How many people were treated?",
        language="de",
        question_of=asked,
        sources=("mayor",),
        cue="sagte",
    )


@pytest.mark.parametrize("text", REPORTED)
def test_what_somebody_said_is_reported_so(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize("text", IMAGINED)
def test_what_would_be_has_not_happened(text: str) -> None:
    assert "V119" in told(text)


def test_without_anybody_who_says_it_the_verb_leaves_it_open() -> None:
    asked = {"counts": "treated"}
    found = codes(
        "In der Klinik würden 30 Menschen behandelt.",
        "30",
        asks="How many?",
        language="de",
        question_of=asked,
    )
    assert "V107" in found
