"""A headline's answer, and the same in the text below, a figure perhaps with a hedge."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.content.vocabulary import Answer
from builder.desk.new import new
from builder.proof.check import proofread
from tests.proof.one import codes

KILLED = {"counts": "killed", "of": "people"}


@pytest.mark.parametrize(
    ("language", "headline", "text", "told"),
    [
        ("en", "12 killed in ferry fire", "At least 12 people were killed when a ferry burned.", True),
        ("en", "12 killed in ferry fire", "A fire on a ferry killed about 12 people.", True),
        ("en", "12 killed in ferry fire", "A fire on a ferry killed 12 people.", True),
        ("en", "12 killed in ferry fire", "At least 12 people were killed, it said. Later 12 were found dead.", True),
        ("en", "12 killed in ferry fire", "At least 12 people were hurt when a ferry burned.", False),
        ("en", "12 killed in ferry fire", "At least 14 people were killed when a ferry burned.", False),
        ("de", "12 Tote bei Brand auf Fähre", "Mindestens 12 Menschen starben, als die Fähre brannte.", True),
        ("fr", "Incendie d'un ferry: 12 morts", "Au moins 12 personnes sont mortes dans l'incendie.", True),
        ("es", "12 muertos en un ferri", "Al menos 12 personas murieron en el incendio.", True),
    ],
)  # fmt: skip
def test_what_the_text_has_too_is_not_left_to_the_headline(
    language: str, headline: str, text: str, told: bool
) -> None:
    found = codes(
        text, "12", asks="How many were killed?", language=language, headline=headline, question_of=KILLED, where="headline"
    )  # fmt: skip
    assert ("V149" in found) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A ferry had sunk off Osk, the port said.", True),
        ("A ferry had sunk off Oskland.", False),
        ("The ship went down off Osk.", False),
    ],
)
def test_words_of_a_headline_that_the_text_has_too_are_cited_from_the_text(text: str, told: bool) -> None:
    found = codes(
        text, "sunk off Osk", Answer.WORDING, "What had happened?", headline="Ferry sunk off Osk", where="headline"
    )  # fmt: skip
    assert ("V149" in found) == told


@pytest.mark.parametrize(
    ("headline", "told"),
    [
        ("---", 'the text does not print "---"'),
        ("Bridge at Tarn Mouth", "no line of the text is this headline"),
        ("Bridge at Tarn Mouth shut for up to ten weeks", None),
    ],
)
def test_a_headline_that_is_none_is_told_once(tmp_path: Path, headline: str, told: str | None) -> None:
    new(tmp_path / "site", "Tarn")
    path = tmp_path / "site/content/articles/tarn-observer-bridge-shut.md"
    lines = path.read_text(encoding="utf-8").split("\n")
    path.write_text(
        "\n".join(f"headline: {headline}" if line.startswith("headline:") else line for line in lines)
    )
    found = [one.message for one in proofread(tmp_path / "site").problems if one.kind.code == "V152"]
    assert found == ([told] if told else [])
