"""The day for which a proposal holds, where its sentence joins two: "on Saturday and Sunday"."""

from __future__ import annotations

import pytest

from builder.desk.suggest.clauses import days
from builder.proof.when import expressions
from builder.values.dates import parse_edtf

PUBLISHED = parse_edtf("2024-12-17")


@pytest.mark.parametrize(
    ("language", "sentence", "as_of"),
    [
        ("en", "At least 30 were killed on Saturday and Sunday.", "2024-12-14/2024-12-15"),
        ("en", "At least 30 were killed on Saturday.", "2024-12-14"),
        ("en", "At least 30 were killed on Friday and Sunday.", None),
        ("de", "Am Samstag und Sonntag starben 30 Menschen.", "2024-12-14/2024-12-15"),
        ("fr", "Samedi et dimanche, 30 personnes sont mortes.", "2024-12-14/2024-12-15"),
        ("es", "El sábado y el domingo murieron 30 personas.", "2024-12-14/2024-12-15"),
    ],
)
def test_two_days_that_follow_each_other_are_one_stretch(
    language: str, sentence: str, as_of: str | None
) -> None:
    whole = (0, len(sentence))
    at = sentence.index("30")
    dates = expressions(sentence, whole, PUBLISHED, language)
    assert days(sentence, whole, dates, None, (at, at + 2), PUBLISHED)[0] == as_of
