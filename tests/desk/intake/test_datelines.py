"""What an agency's report states of itself in its dateline and in its last line."""

from __future__ import annotations

import pytest

from builder.desk.intake.plain import facts_of
from builder.values.dateline import dateline

REPORT = """Museum robbed of 41 pieces

ORRIN, Feb 10 2033 (Harbour News Agency) - Burglars took 41 objects from the museum, an insurer said.

(Reporting by Jonas Falk and Ida Moe; editing by P. Wren)
"""


def test_dateline_and_last_line_name_paper_day_and_authors():
    facts = facts_of(REPORT)
    assert (facts.headline, facts.published) == ("Museum robbed of 41 pieces", "2033-02-10")
    assert (facts.outlets, facts.byline) == (["Harbour News Agency"], ["Jonas Falk", "Ida Moe"])


def test_what_the_head_states_counts_more():
    facts = facts_of("Orrin Gazette\n\nBy Marit Sol\n11 February 2033\n\n" + REPORT)
    assert (facts.published, facts.byline) == ("2033-02-11", ["Marit Sol"])
    assert "Harbour News Agency" not in facts.outlets


def test_a_known_agency_is_credited_and_is_not_the_outlet():
    facts = facts_of(REPORT.replace("Harbour News Agency", "Reuters"))
    assert (facts.outlets, facts.credit) == ([], "Reuters")


@pytest.mark.parametrize("day", ["Feb 10", "10 February"])
def test_a_dateline_without_a_year_tells_no_day(day):
    assert facts_of(REPORT.replace("Feb 10 2033", day)).published is None


@pytest.mark.parametrize(
    "words",
    ["The museum - a small one - is shut.", "ORRIN is shut - until May.", "A - B", "Orrin - a town - waits."],
)
def test_a_dash_in_a_sentence_makes_no_dateline(words):
    assert dateline(words) is None
