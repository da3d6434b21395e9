"""Days and times of day in every form that is clear, in records and shown; a form that may mean two days means none."""

from __future__ import annotations

import pytest

from builder.desk.intake.days import stated
from builder.desk.intake.plain import facts_of
from tests.desk.intake.story import HEADLINE, KNOWN, PARAGRAPHS, RECORD, known, ld, read, tram_page

TEXT = "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    ("said", "language", "edtf"),
    [
        ("2031-06-04T09:30:00.123+0200", None, "2031-06-04T09:30:00+02:00"), ("2031-06-04 09:30", None, "2031-06-04T09:30"),
        ("20310604T093000Z", None, "2031-06-04T09:30:00Z"), ("2031-06-04T23:30:00-05:00", None, "2031-06-04T23:30:00-05:00"),
        ("2031-06-04T00:00:00Z", None, "2031-06-04"), ("2031-06-04T25:99Z", None, "2031-06-04"), ("2031-06", None, "2031-06"), ("2031", None, "2031"),
        ("Wed, 04 Jun 2031 10:00:00 GMT", None, "2031-06-04T10:00:00Z"), ("Wed, 4 Jun 2031 10:00:00 +0200", None, "2031-06-04T10:00:00+02:00"),
        ("Wed Jun 04 2031 10:00:00 GMT+0200 (CEST)", None, "2031-06-04T10:00:00+02:00"), ("Wed Jun  4 10:00:00 2031", None, "2031-06-04T10:00:00"),
        ("2031/06/04", None, "2031-06-04"), ("2031/6/4 9:05", None, "2031-06-04T09:05"), ("2031.06.04", None, "2031-06-04"),
        ("June 4, 2031", None, "2031-06-04"), ("Jun. 4, 2031 at 9:30 p.m. ET", "en", "2031-06-04T21:30"), ("Wednesday, June 4th, 2031", "en-US", "2031-06-04"),
        ("4th of June 2031", "en", "2031-06-04"), ("04-Jun-2031 10:00", None, "2031-06-04T10:00"), ("12:05 AM, June 4, 2031", "en", "2031-06-04T00:05"),
        (1938591005, None, "2031-06-07T09:30:05Z"), ("1938591005000", None, "2031-06-07T09:30:05Z"), (1938556800, None, "2031-06-07"), ("9999999999", None, None),
        ("6/24/2031 9:05 PM", "en-US", "2031-06-24T21:05"), ("24/06/2031", "en-GB", "2031-06-24"), ("06/06/2031", None, "2031-06-06"),
        ("04/03/2031", "en-GB", None), ("04/03/2031", "fr", None), ("04.03.2031", "de", "2031-03-04"), ("04.03.2031", "en", None),
        ("4. Juni 2031, 9:30 Uhr", "de", "2031-06-04T09:30"), ("1er juin 2031 à 09h30", "fr", "2031-06-01T09:30"), ("4 de junio de 2031", "es", "2031-06-04"),
        ("4 czerwca 2031", "pl", "2031-06-04"), ("4 червня 2031, 09:30", "uk", "2031-06-04T09:30"), ("4 июня 2031", "ru", "2031-06-04"), ("4 Haziran 2031", "tr", "2031-06-04"),
        ("2031. június 4.", "hu", "2031-06-04"), ("2031年6月4日 09:30", "ja", "2031-06-04T09:30"), ("2031년 6월 4일", "ko", "2031-06-04"), ("٤ يونيو ٢٠٣١", "ar", "2031-06-04"),
        ("4 มิถุนายน 2574", "th", "2031-06-04"), ("4. Juni 2031", "en", "2031-06-04"), ("4. listopadu 2031", "cs", "2031-11-04"), ("4. listopada 2031", "hr", "2031-10-04"),
        ("2031-02-31", None, None), ("31 June 2031", "en", None), ("4 June", "en", None), ("today", "en", None), ("20310604", None, None), ("", None, None), (None, None, None), (5, None, None),
    ],
)  # fmt: skip
def test_a_day_in_a_record(said, language, edtf):
    assert stated(said, language) == edtf


@pytest.mark.parametrize(
    "beside",
    [
        '<p class="byline">By <a rel="author" href="/ada">Ada Brandt</a></p><p class="date">Published 4 June 2031</p>',
        '<div class="article-meta"><span class="author-name">Ada Brandt</span><time datetime="2031-06-04">yesterday</time></div>',
        "<p>By Ada Brandt</p><p>4 June 2031</p>",
        '<p>By Ada Brandt, Transport Correspondent</p><p>Updated 9 June 2031</p><p class="published">June 4, 2031</p>',
        '<span class="c-Byline">By Ada Brandt</span><span>Published <time datetime="2031-06-04">4 June</time></span><span>Updated <time datetime="2031-06-09">9 June</time></span>',
        '<div class="meta">By <span itemprop="author">Ada Brandt</span> <time itemprop="datePublished" datetime="2031-06-04">4.6.</time> <time itemprop="dateModified" datetime="2031-06-09">9.6.</time></div>',
        "<p>By ADA BRANDT</p><p>Published: 4 June 2031 | Last updated: 9 June 2031</p>",
    ],
)  # fmt: skip
def test_a_shown_byline_and_day(beside):
    headline, byline, day, outlets = known(tram_page(beside=beside))
    assert (headline, [name.title() for name in byline], day, outlets) == KNOWN


@pytest.mark.parametrize(
    "beside",
    [
        "<p>Updated 9 June 2031</p>",
        "<p><time datetime='2031-06-04'></time> <time datetime='2031-06-05'></time></p>",
        "<p class='date'>04/03/2031</p>",
        "<aside class='related'><span class='author'>Otto Wenn</span><time datetime='2029-01-02'>then</time></aside>",
        "<p>By popular demand</p>",
    ],
)
def test_what_may_be_another_day_or_name_is_none(beside):
    assert known(tram_page(beside=beside)) == (HEADLINE, [], None, ["Elbing Courier"])


def test_what_stands_in_the_text_and_below_is_not_of_the_story():
    below = (
        "<div class='teaser'><h3>Mayor opens a new swimming pool</h3><span class='byline'>By Otto Wenn</span><time datetime='2029-01-02'>2 January</time></div>"
        "<p>By Tuesday they had come from all sides. It was on 1 May 2030.</p>"
    )
    body = "".join(f"<p>{p}</p>" for p in PARAGRAPHS) + below
    assert known(tram_page(body=body)) == (HEADLINE, [], None, ["Elbing Courier"])


def test_a_record_of_a_change_is_no_day_of_publication():
    record = {**RECORD, "dateModified": "2031-06-09T10:00:00Z"}
    assert known(tram_page(ld(record))) == KNOWN
    del record["datePublished"]
    assert known(tram_page(ld(record)))[2] is None
    assert known(tram_page('<meta property="article:modified_time" content="2031-06-09">'))[2] is None


@pytest.mark.parametrize(
    ("head", "beside", "time"),
    [
        (ld({**RECORD, "datePublished": "2031-06-04T09:30:05+02:00"}), "", "09:30:05+02:00"),
        (ld(RECORD), '<time datetime="2031-06-04T09:30">4 June</time>', "09:30"),
        ("", "<p>4 June 2031, 9.30 pm</p>", "21:30"),
        (ld({**RECORD, "datePublished": "2031-06-04T00:00:00"}), "", None),
    ],
)
def test_the_time_of_day_is_kept(head, beside, time):
    facts = read(tram_page(head, beside)).facts
    assert (facts.published, facts.time) == ("2031-06-04", time)


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ("By Ada Brandt\nUpdated 9 June 2031\nPublished 4 June 2031", "2031-06-04"), ("By Ada Brandt\n2031-06-04T09:30:00Z", "2031-06-04"),
        ("By Ada Brandt\nPublished 4 June 2031, last modified 9 June 2031", "2031-06-04"), ("By Ada Brandt\nLast updated: 9 June 2031", None),
        ("By Ada Brandt\n2031/06/04 09:30", "2031-06-04"), ("By Ada Brandt\nWed, 4 Jun 2031 09:30:00 GMT", "2031-06-04"),
        ("Von Ada Brandt\n4. Juni 2031, 9.30 Uhr", "2031-06-04"), ("Par Ada Brandt\nMis à jour le 9 juin 2031, publié le 4 juin 2031", None),
    ],
)  # fmt: skip
def test_days_at_the_head_of_a_plain_text(lines, day):
    facts = facts_of(f"{HEADLINE}\n\n{lines}\n\n{TEXT}")
    assert (facts.headline, facts.byline) == (HEADLINE, ["Ada Brandt"])
    if "juin" not in lines:
        assert facts.published == day
    else:
        assert facts.published == "2031-06-04"
