"""From which day on an answer could be known is no day of a text, but that of the statement or report."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.proof import kinds
from builder.proof.check import proofread
from tests.factory import changed, write_site

OLD = "    when: 2031-03-03\n    known_from: 2031-03-03\n"


@pytest.mark.parametrize(
    ("when", "known", "told"),
    [
        # Of the end of February, told on a day that no claim gives.
        ("2031-02", "2031-03-03", True),
        # Within which days it became known.
        ("2031-02", "2031-03-01/2031-03-03", False),
        # Of the day itself.
        ("2031-03-03", "2031-03-03", False),
    ],
)
def test_a_day_of_which_no_claim_is_proves_nothing(when: str, known: str, told: bool, tmp_path: Path) -> None:
    keys = f"    when: {when}\n    known_from: {known}\n"
    root = write_site(tmp_path, changed("topics/passengers.yml", OLD, keys))
    found = [problem for problem in proofread(root).problems if problem.kind is kinds.KNOWN_UNPROVED]
    assert bool(found) == told
