"""Kinds of pages as papers and blogs make them, with words of our own: bylines beside a summary, by an author's link, headlines in no heading."""

from __future__ import annotations

import pytest

from builder.desk.intake.html import read_html

FIRST = "The trams of Elbing stood still for a whole day on Tuesday, as all drivers of the three depots walked out at dawn."
MORE = "".join(f"<p>{FIRST.replace('Tuesday', day)} Nobody knows when they will run again.</p>" for day in ("Wednesday", "Thursday", "Friday"))  # fmt: skip
SUMMARY = "A summary that stands above the byline, and says in one long sentence what the whole story is going to be about."


def page(inside: str, head: str = "") -> str:
    return f"<html lang='en'><head><title>Trams stand still | Elbing Courier</title>{head}</head><body><article>{inside}<p>{FIRST}</p>{MORE}</article></body></html>"


@pytest.mark.parametrize(
    ("inside", "head", "byline", "day"),
    [
        (f"<h1>Trams stand still</h1><p>{SUMMARY}</p><h6><em>By</em> <a href='/authors/ada-brandt/'><span class='byline__author'>Ada Brandt</span></a></h6>", "", ["Ada Brandt"], None),
        ("<h1>Trams stand still</h1><div class='author'><a href='https://elbing.example/author/ben-kroll'>Ben Kroll</a><div>Games Editor</div></div>", "", ["Ben Kroll"], None),
        ("<h1>Trams stand still</h1><cite class='byline'><span>By </span><span>ADA BRANDT</span> <abbr>June 4, 2031 3:46 PM</abbr></cite>", "", ["ADA BRANDT"], "2031-06-04"),
        ("<h1>Trams stand still</h1><div class='signature'><strong class='signature__location'>New Elbing</strong></div>", "", [], None),
        ("<h1>Trams stand still</h1><span class='byline'>Ada (A.B.) Brandt</span>", "", ["Ada (A.B.) Brandt"], None),
        ("<h1>Trams stand still</h1>", "<meta property='dc:creator og:author' content='Ada Brandt'>", ["Ada Brandt"], None),
    ],
)  # fmt: skip
def test_a_byline_and_a_day_as_pages_show_them(inside, head, byline, day):
    _, facts = read_html(page(inside, head))
    assert (facts.headline, facts.byline, facts.published) == ("Trams stand still", byline, day)


def test_the_name_of_a_program_is_no_outlet_where_it_is_the_headline():
    head = "<meta property='og:title' content='Trams stand still'><meta name='application-name' content='Trams stand still'>"
    _, facts = read_html(page("<h1>Trams stand still</h1>", head))
    assert facts.outlets == ["Elbing Courier"]


def test_a_headline_in_no_heading_is_known_by_the_title():
    text = page("<h1>Local news</h1><h2>Trams stand still</h2>")
    assert read_html(text)[1].headline == "Trams stand still"
    text = f"<html lang='zh'><head><title>电车司机罢工一整天仍无结果_社会频道_埃尔宾日报网</title></head><body><div class='tit'>电车司机罢工一整天仍无结果</div><div><p>{'工会表示，星期二约有450名电车司机罢工，大部分线路全天停驶。' * 4}</p></div></body></html>"
    assert read_html(text)[1].headline == "电车司机罢工一整天仍无结果"


OLD = """<HTML><HEAD><TITLE>{title}</TITLE></HEAD><BODY BGCOLOR="#FFFFFF"><CENTER><TABLE WIDTH="760">
<TR><TD COLSPAN="3"><FONT SIZE="6"><B>The Elbing Valley Post</B></FONT><BR><FONT SIZE="2">Every Friday since 1871 | Friday, June 6, 2031 | Price 1.20</FONT></TD></TR>
<TR><TD WIDTH="120"><FONT SIZE="2"><A HREF="/">Front page</A><BR><A HREF="/town">Town</A><P><B>Weather</B><BR>Hi 34</FONT></TD>
<TD WIDTH="470"><FONT SIZE="5"><B>Trams stand still for a day</B></FONT><BR><FONT SIZE="2">By ADA BRANDT<BR>Post Staff Writer<BR>Posted Friday, June 6, 2031, 6:05 p.m.</FONT>
{body}</TD></TR></TABLE></CENTER></BODY></HTML>"""


@pytest.mark.parametrize("title", ["The Elbing Valley Post: Trams stand still for a day", "The Elbing Valley Post - Trams stand still for a day"])  # fmt: skip
def test_an_old_page_without_headings_records_or_metadata(title):
    body = f"<P>{FIRST}" + MORE.replace("<p>", "<P>").replace("</p>", "")
    _, facts = read_html(OLD.format(title=title, body=body))
    assert (facts.headline, facts.byline, facts.outlets) == ("Trams stand still for a day", ["ADA BRANDT"], ["The Elbing Valley Post"])  # fmt: skip
    # The masthead's price is no time of day.
    assert (facts.published, facts.time) == ("2031-06-06", "18:05")
