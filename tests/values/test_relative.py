"""Dates as papers print them, resolved from the day of the paper."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.values.dates import parse_edtf
from builder.values.relative import resolve

TUESDAY = "2024-12-17"


@pytest.mark.parametrize(
    ("printed", "published", "edtf"),
    [
        ("on Saturday", TUESDAY, "2024-12-14"),
        ("late on Sunday", TUESDAY, "2024-12-15"),
        ("on Tuesday", TUESDAY, "2024-12-17"),
        ("last Tuesday", TUESDAY, "2024-12-10"),
        ("yesterday", TUESDAY, "2024-12-16"),
        ("at the weekend", TUESDAY, "2024-12-14/2024-12-15"),
        ("over the recent weekend", TUESDAY, "2024-12-14/2024-12-15"),
        ("last month", TUESDAY, "2024-11"),
        ("last month", "2025-01-03", "2024-12"),
        ("this year", TUESDAY, "2024"),
        ("last week", TUESDAY, "2024-12-09/2024-12-15"),
        ("on August 6", TUESDAY, "2024-08-06"),
        ("on 6 August", TUESDAY, "2024-08-06"),
        ("on December 24", TUESDAY, "2023-12-24"),
        ("Sept. 9, 2018", TUESDAY, "2018-09-09"),
        ("1st of March 2022", TUESDAY, "2022-03-01"),
        ("in October", TUESDAY, "2024-10"),
        ("since August", TUESDAY, "2024-08"),
        ("last August", TUESDAY, "2024-08"),
        ("in the summer", TUESDAY, "2024-06-01/2024-08-31"),
        ("in 2022", TUESDAY, "2022"),
        ("two weeks ago", TUESDAY, "2024-12-02/2024-12-04~"),
        ("a week ago", TUESDAY, "2024-12-09/2024-12-11~"),
        ("three days ago", TUESDAY, "2024-12-14"),
        ("two months ago", "2025-01-10", "2024-11~"),
        ("2024-12-14", None, "2024-12-14"),
        ("15 December 2024", None, "2024-12-15"),
        ("the night of August 5-6", TUESDAY, "2024-08-05/2024-08-06"),
        ("the night of August 5–6", "2024-12-16/2024-12-18", "2024-08-05/2024-08-06"),
        ("August 5-6, 2023", None, "2023-08-05/2023-08-06"),
        ("in the night of 5 to 6 August", TUESDAY, "2024-08-05/2024-08-06"),
        ("between August 5 and 6", TUESDAY, "2024-08-05/2024-08-06"),
        ("5 and 6 August", TUESDAY, "2024-08-05/2024-08-06"),
        ("from August 31 to September 1", TUESDAY, "2024-08-31/2024-09-01"),
        ("31 August - 1 September 2022", None, "2022-08-31/2022-09-01"),
        ("Dec. 31 to Jan. 2", TUESDAY, "2023-12-31/2024-01-02"),
        ("August 5-6,000 men", TUESDAY, "2024-08-05"),
    ],
)
def test_resolved(printed: str, published: str | None, edtf: str) -> None:
    found = resolve(printed, parse_edtf(published) if published else None)
    assert found is not None
    expected = parse_edtf(edtf)
    assert (found.start, found.end, found.approximate) == (expected.start, expected.end, expected.approximate)


@pytest.mark.parametrize(
    ("printed", "published"),
    [
        ("recently", TUESDAY),
        ("for the first time", TUESDAY),
        ("they may march", TUESDAY),
        ("on 30 February", TUESDAY),
        ("on Saturday", None),
        ("last month", "2024-12-20/2025-01-10"),  # November or December: the interval decides nothing
        ("", TUESDAY),
    ],
)
def test_not_resolved(printed: str, published: str | None) -> None:
    assert resolve(printed, parse_edtf(published) if published else None) is None


def test_an_interval_that_does_not_matter() -> None:
    found = resolve("on Saturday", parse_edtf("2024-12-15/2024-12-20"))
    assert found == parse_edtf("2024-12-14")


@given(st.text(max_size=60), st.dates(date(1000, 1, 1), date(9000, 1, 1)))
def test_any_text_is_survived(printed: str, day: date) -> None:
    resolve(printed, parse_edtf(day.isoformat()))


@given(
    st.sampled_from("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()),
    st.dates(date(1900, 1, 8), date(2100, 1, 1)),
)
def test_a_weekday_is_at_most_six_days_back(weekday: str, day: date) -> None:
    found = resolve(f"on {weekday}", parse_edtf(day.isoformat()))
    assert found is not None
    assert found.start is not None
    assert timedelta(0) <= day - found.start <= timedelta(days=6)
    assert f"{found.start:%A}" == weekday
