"""Dates with the precision they were printed with."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.values.dates import DateSpan, caption, parse_edtf

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
POINTS = st.one_of(
    DAYS.map(date.isoformat), DAYS.map(lambda d: d.isoformat()[:7]), DAYS.map(lambda d: d.isoformat()[:4])
).flatmap(lambda text: st.sampled_from([text, text + "~"]))


@st.composite
def spans(draw) -> DateSpan:
    first = draw(POINTS)
    if draw(st.booleans()):
        return parse_edtf(first)
    start, end = draw(st.sampled_from([(first, ".."), ("..", first), (first, draw(POINTS))]))
    try:
        return parse_edtf(f"{start}/{end}")
    except ValueError:
        return parse_edtf(f"{end}/{start}")


@pytest.mark.parametrize(
    ("edtf", "start", "end", "approximate", "words"),
    [
        ("2031-03-03", date(2031, 3, 3), date(2031, 3, 3), False, "3 March 2031"),
        ("2031-03", date(2031, 3, 1), date(2031, 3, 31), False, "March 2031"),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29), False, "February 2028"),
        ("2031", date(2031, 1, 1), date(2031, 12, 31), False, "2031"),
        ("2031-03-03~", date(2031, 3, 3), date(2031, 3, 3), True, "about 3 March 2031"),
        ("2031-03-03/2031-03-04", date(2031, 3, 3), date(2031, 3, 4), False, "3–4 March 2031"),
        ("2031-03-30/2031-04-02", date(2031, 3, 30), date(2031, 4, 2), False, "30 March to 2 April 2031"),
        ("2031-12-31/2032-01-01", date(2031, 12, 31), date(2032, 1, 1), False, "31 December 2031 to 1 January 2032"),
        ("2031-03/2031-05", date(2031, 3, 1), date(2031, 5, 31), False, "March to May 2031"),
        ("2031/2032", date(2031, 1, 1), date(2032, 12, 31), False, "2031–2032"),
        ("2031-03-03/..", date(2031, 3, 3), None, False, "on or after 3 March 2031"),
        ("2031-03/..", date(2031, 3, 1), None, False, "from March 2031 on"),
        ("../2031-03-03", None, date(2031, 3, 3), False, "on or before 3 March 2031"),
        ("../2031-03", None, date(2031, 3, 31), False, "by the end of March 2031"),
        ("2031-03-03~/..", date(2031, 3, 3), None, True, "on or after about 3 March 2031"),
        ("2031-03/2031-03-05", date(2031, 3, 1), date(2031, 3, 5), False, "1–5 March 2031"),
    ],
)  # fmt: skip
def test_a_date_is_read_and_put_in_words(edtf, start, end, approximate, words):
    found = parse_edtf(edtf)
    assert found == DateSpan(edtf, start, end, approximate)
    assert caption(found) == words


@pytest.mark.parametrize(
    ("edtf", "reason"),
    [
        ("2031-02-30", "February 2031 has 28 days"), ("2031-02-29", "February 2031 has 28 days"),
        ("2031-04-31", "April 2031 has 30 days"), ("2031-03-00", "March 2031 has 31 days"),
        ("2031-13", "no month 13"), ("2031-13-01", "no month 13"), ("2031-00", "no month 0"), ("0000", "no year 0"),
        ("2031-03-04/2031-03-03", "ends before it begins"), ("../..", "open at both ends"),
        ("", "not an EDTF date"), ("..", "not an EDTF date"), ("2031-3-3", "not an EDTF date"),
        ("3 March 2031", "not an EDTF date"), ("2031-03-03T12:00", "not an EDTF date"), ("2031-03-03\n", "not an EDTF date"),
        ("2031/", "not an EDTF date"), ("/2031", "not an EDTF date"), ("2031/2032/2033", "not an EDTF date"),
        ("٢٠٣١", "not an EDTF date"), ("-2031", "not an EDTF date"), ("20311", "a year has four digits"), ("2031~-03", "not an EDTF date"),
    ],
)  # fmt: skip
def test_an_impossible_date_is_refused_with_a_reason(edtf, reason):
    with pytest.raises(ValueError, match=reason):
        parse_edtf(edtf)


@given(st.text(max_size=25) | st.text("0123456789-/.~", max_size=25))
def test_no_text_breaks_it(text):
    try:
        found = parse_edtf(text)
    except ValueError:
        return
    assert found.edtf == text
    assert caption(found)


@given(spans(), spans())
def test_overlap_is_mutual(a, b):
    assert a.overlaps(a)
    assert a.overlaps(b) == b.overlaps(a)


@given(spans(), spans())
def test_before_is_never_mutual_and_excludes_overlap(a, b):
    assert not a.before(a)
    assert not (a.before(b) and b.before(a))
    assert not (a.before(b) and a.overlaps(b))


@given(spans(), spans())
def test_what_encloses_overlaps(a, b):
    assert a.encloses(a)
    if a.encloses(b):
        assert a.overlaps(b)
    if a.encloses(b) and b.encloses(a):
        assert (a.start, a.end) == (b.start, b.end)


@given(spans())
def test_about_widens_and_a_plain_date_stays_as_it_is(span):
    low, high = span.reach
    if not span.approximate:
        assert (low, high) == (span.start, span.end)
    assert low is None or low <= span.start
    assert high is None or high >= span.end
