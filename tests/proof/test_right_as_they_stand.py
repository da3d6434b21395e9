"""Claims that are right as they stand, each with a false one beside it, in words that nearly are the same: the one passes, the other is told."""

from __future__ import annotations

from typing import Any

import pytest

from builder.content.vocabulary import Answer
from tests.proof.one import problems

# (language, text, printed, code, whether it is told, what the claim gives)
COUNTED = [
    ("es", "Se confirmó que 30 personas resultaron heridas.", "30", "V123", False, {}),
    ("es", "Ella confirmó que 30 personas resultaron heridas.", "30", "V123", True, {}),
    ("de", "Am Montag gab es 30 Verletzte, am Dienstag waren es nach Angaben der Gewerkschaft 42.", "30", "V123", False, {}),
    ("de", "Am Montag gab es 30 Verletzte, am Dienstag waren es nach Angaben der Gewerkschaft 42.", "42", "V123", True, {}),
    ("de", "Am Montag gab es 30 Verletzte, nach Angaben der Gewerkschaft.", "30", "V123", True, {}),
    ("fr", "Ada Kane dirige le syndicat. Selon elle, 30 personnes ont été blessées.", "30", "V130", False, {"sources": ["kane"], "cue": "Selon"}),
    ("fr", "Ada Kane dirige le syndicat. Selon la rumeur, 30 personnes ont été blessées.", "30", "V130", True, {"sources": ["kane"], "cue": "Selon"}),
    ("uk", "Поранено 30 людей, тоді як міст стоїть. Лікарня прийняла 12 поранених.", "30", "V138", False, {}),
    ("en", "OSK (United Northern) - Two people were hurt and 21 have left.", "Two", "V146", False, {"asks": "How many were hurt at Elbing?"}),
    ("en", "In Osk, two people were hurt and 21 have left.", "two", "V146", True, {"asks": "How many were hurt at Elbing?"}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "printed", "code", "told", "given"), COUNTED)
def test_a_count_is_told_only_where_its_text_says_something_else(
    language: str, text: str, printed: str, code: str, told: bool, given: dict[str, Any]
) -> None:
    more = {"asks": "How many were hurt?", "question_of": {"counts": "wounded"}, **given}
    found = problems(text, printed, language=language, **more)
    assert (code in {one for one, _ in found}) == told, found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Dem Werk entgehen jeden Tag rund 3 Millionen Euro.", False),
        ("Dem Werk entgehen jede Woche rund 3 Millionen Euro.", True),
        ("Dem Werk entgehen insgesamt rund 3 Millionen Euro.", True),
    ],
)
def test_a_sum_is_of_each_day_where_its_clause_says_so(text: str, told: bool) -> None:
    asked = {"counts": "loss", "unit": "EUR per day", "printed_as": ("entgehen",)}
    found = problems(
        text, "rund 3 Millionen Euro", asks="What is lost a day?", language="de", question_of=asked
    )
    assert ("the figure is in EUR, and the question asks for EUR per day" in {m for _, m in found}) == told


@pytest.mark.parametrize(
    ("language", "text", "printed", "told"),
    [
        # The whole of it may not be quoted.
        ("en", 'Kane laughed. "Two mules, one stable," she said.', "Two mules", False),
        ("es", "«No cerraremos el molino», dijo Kane.", "No cerraremos", False),
        # What is set against the words, or goes on for longer, has to be shown.
        ("en", 'Kane laughed. "Two mules, but one stable," she said.', "Two mules", True),
        ("en", 'Kane wrote it. "We are not poor, we are tired," she said.', "We are not poor", True),
        ("en", 'Kane wrote it. "Nobody told us anything of a leak under the mill," she said.', "Nobody told us anything of", True),
    ],
)  # fmt: skip
def test_a_short_quotation_may_be_cut_where_nobody_may_quote_it_whole(
    language: str, text: str, printed: str, told: bool
) -> None:
    found = problems(
        text, printed, Answer.WORDING, "What did she say?", language=language, sources=["kane"], speech="quoted"
    )  # fmt: skip
    assert ("V107" in {code for code, _ in found}) == told, found


@pytest.mark.parametrize(
    ("language", "printed", "behind", "no"),
    [
        ("de", "den Antrag abgelehnt", ", den Streik zu verbieten", True),
        ("en", "turned down a request", " to forbid the strike", True),
        ("de", "den Antrag abgelehnt", ", die Brücke zu streichen", False),
    ],
)
def test_a_request_refused_is_a_no_where_what_it_was_for_stands_behind_it(language, printed, behind, no):
    text = {"de": "Das Gericht hat {}.", "en": "The court {}."}[language].format(printed + behind)
    found = problems(
        text, printed, Answer.YES_NO, "Did a court forbid the strike?", language=language, value=False
    )
    assert ("V145" not in {code for code, _ in found}) == no, found
