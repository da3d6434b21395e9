"""A part of the day is printed near the passage, and is one of the claim's day."""

from __future__ import annotations

import pytest

from tests.proof.one import problems

HOURS = [
    # The article is of Thursday, 26 December 2024.
    ("en", "Some 30 people were hurt, the ministry said on Wednesday evening.", "Some 30", "2024-12-25", "evening", True),
    ("en", "Some 30 people were hurt, the ministry said on Wednesday evening.", "Some 30", "2024-12-25", "morning", False),
    ("en", "Some 30 people were hurt, the ministry said on Wednesday.", "Some 30", "2024-12-25", "evening", False),
    # The hour of the blast is none of the count, on whichever day.
    ("en", "Some 30 people were hurt in the night from Monday to Tuesday, the ministry said on Wednesday.", "Some 30", "2024-12-25", "night", False),
    ("en", "A blast early on Tuesday hurt 30 people, the ministry said. On Wednesday evening 12 were missing, it added.", "30", "2024-12-25", "evening", True),
    # A night of two days is one of these two.
    ("de", "Die Zahl der Verletzten stieg auf 30. Das teilte das Ministerium in der Nacht zum Mittwoch mit.", "30", "2024-12-24/2024-12-25", "night", True),
    ("de", "Die Zahl der Verletzten stieg auf 30. Das teilte das Ministerium in der Nacht zum Mittwoch mit.", "30", "2024-12-25", "night", False),
    ("de", "Am Mittwochabend waren es 30 Verletzte, sagte das Ministerium.", "30", "2024-12-25", "evening", True),
    ("fr", "Le ministère a déclaré mercredi matin que 30 personnes étaient blessées.", "30", "2024-12-25", "morning", True),
    ("es", "El ministerio dijo el miércoles por la tarde que 30 personas resultaron heridas.", "30", "2024-12-25", "afternoon or evening", True),
    ("es", "El ministerio dijo el miércoles por la tarde que 30 personas resultaron heridas.", "30", "2024-12-25", "afternoon", False),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "printed", "day", "hour", "proved"), HOURS)
def test_a_part_of_the_day_is_proved_like_a_day(language, text, printed, day, hour, proved):
    found = problems(
        text, printed, language=language, hour=hour, as_of=day, said_on=day, question_of={"running": True}
    )
    told = [message for code, message in found if code == "V131" and message.startswith(hour)]
    assert told == [] if proved else len(told) == 1, found


SAID = [
    ("en", "Some 30 people were hurt, the ministry said on Wednesday evening.", "Some 30", True),
    ("en", "The ministry said on Wednesday that 30 people were hurt.", "30", False),
    # The hour of the blast is none of the count.
    ("en", "Some 30 people were hurt in a blast on Tuesday evening, the ministry said on Wednesday.", "Some 30", False),
    ("en", "Some 30 people were hurt, the ministry said at 14:05.", "Some 30", True),
    # An entry of a live page begins with its hour.
    ("en", "14:05 The number of people hurt stands at 30, the ministry has said.", "30", True),
    ("de", "Das Ministerium sprach am Mittwochabend von 30 Verletzten.", "30", True),
    ("es", "Al menos 30 personas resultaron heridas, informó el miércoles por la noche el ministerio.", "30", True),
    ("fr", "Le ministère a déclaré mercredi matin que 30 personnes étaient blessées.", "30", True),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "printed", "told"), SAID)
def test_an_hour_that_stands_with_the_statement_of_a_count_is_asked_for(language, text, printed, told):
    cue = {"en": "said", "de": "sprach", "es": "informó", "fr": "a déclaré"}[language]
    given = {"language": language, "sources": ("ministry",), "cue": cue, "said_on": "2024-12-25"}

    def codes(*, running: bool = True, **more: str) -> set[str]:
        return {
            code for code, _ in problems(text, printed, question_of={"running": running}, **given, **more)
        }

    assert ("V173" in codes()) == told
    # Nobody asks for it where the claim has one, or where nothing is counted on.
    assert "V173" not in codes(hour="evening") | codes(running=False)
