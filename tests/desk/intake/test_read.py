"""Reading files of every format, honest and hostile."""

from __future__ import annotations

import textwrap

import pytest

from builder.content.strict_yaml import UNPRINTABLE
from builder.desk import kinds
from builder.desk.intake.pdf import paragraphs
from builder.desk.intake.plain import facts_of, people, stated_date
from builder.desk.intake.read import MAX_PDF, MAX_TEXT, read_apart, read_article
from builder.desk.kinds import Refusal
from tests.desk.pages import HEADLINE, PARAGRAPHS, RECORD, TEXT, page, pdf


def refused(name: str, data: bytes) -> str:
    with pytest.raises(Refusal) as caught:
        read_article(name, data)
    return caught.value.kind.name


def test_a_saved_page_gives_the_article_and_nothing_around_it():
    found = read_article("a.html", page(record=RECORD).encode())
    for paragraph in PARAGRAPHS:
        assert paragraph in found.text
    assert "nonsense" not in found.text
    assert "Sport" not in found.text
    facts = found.facts
    assert (facts.headline, facts.published, facts.byline) == (HEADLINE, "2031-03-04", ["Ina Dahl"])
    assert (facts.credit, facts.outlets, facts.language) == ("Reuters", ["Harbour Post"], "en-GB")


@pytest.mark.parametrize(
    "url", ["http://[::1/x", "http://h:port/", "http:///x", "http://a:b@example.com/", "http://a\u2100.de/"]
)
def test_an_address_that_is_none_is_passed_over(url):
    facts = read_article(
        "a.html",
        page(
            head=f'<link rel="canonical" href="{url}"><meta property="og:url" content="http://b.example/1">'
        ).encode(),
    ).facts
    assert (facts.url, facts.hosts) == ("http://b.example/1", ["b.example"])


def test_control_characters_that_a_page_brings_in_by_escapes_are_left_out():
    """Content files may have none, and a draft is one."""
    head = '<meta property="og:site_name" content="The &#27;[31mPost&#128;">'
    body = "".join(f"<p>{paragraph}\x81\x9b</p>" for paragraph in PARAGRAPHS)
    found = read_article(
        "a.html",
        page(body, head, {**RECORD, "headline": "Ferry\0 \x9bdrifts\ud800", "publisher": None}).encode(),
    )
    facts = found.facts
    assert (facts.headline, facts.outlets) == ("Ferry drifts", ["The [31mPost€"])
    assert not UNPRINTABLE.search(found.text)


def test_repeated_paragraphs_are_all_kept():
    body = "".join(f"<p>{paragraph}</p>" for paragraph in (*PARAGRAPHS, PARAGRAPHS[0]))
    assert read_article("a.html", page(body).encode()).text.count(PARAGRAPHS[0]) == 2


def test_what_a_page_does_not_state_is_not_guessed():
    facts = read_article("a.html", page(furniture="<p>© 2019 Harbour Media</p>").encode()).facts
    assert facts.published is None
    assert facts.byline == []
    assert facts.outlets == []


@pytest.mark.parametrize(
    ("stated", "edtf"),
    [
        ("2031-03-04T23:30:00-05:00", "2031-03-04"), ("2031-03", "2031-03"), ("2031", "2031"), ("2031-02-31", None),
        ("04/03/2031", None), ("soon", None), ("20310304", None),
    ],
)  # fmt: skip
def test_a_date_keeps_the_precision_that_is_stated(stated, edtf):
    head = f'<meta property="article:published_time" content="{stated}">'
    assert read_article("a.html", page(head=head).encode()).facts.published == edtf


@pytest.mark.parametrize("record", ["[" * 5000, "{", "[]", "null", '{"@type": 5}', '{"@graph": [[[[1]]]]}'])
def test_broken_records_in_a_page_are_passed_over(record):
    text = page(head=f'<script type="application/ld+json">{record}</script>')
    assert read_article("a.html", text.encode()).facts.headline == HEADLINE


def test_addresses_in_scripts_do_not_come_along():
    body = "".join(
        f'<p><a href="javascript:alert(1)">{p}</a><script>alert(2)</script></p>' for p in PARAGRAPHS
    )
    assert "alert" not in read_article("a.html", page(body).encode()).text


def test_a_consent_page_is_told_from_an_article():
    text = "<html><body><h1>Before you continue</h1><p>We and our partners use cookies to show you news.</p></body></html>"
    assert refused("a.html", text.encode()) == "consent-page"
    banner = "<div>We use cookies. <button>Accept all cookies</button></div>"
    assert PARAGRAPHS[0] in read_article("a.html", page(furniture=banner).encode()).text


def test_a_paywall_stub_is_an_excerpt_with_a_remark():
    body = (
        "".join(f"<p>{p}</p>" for p in PARAGRAPHS[:3])
        + "<p>Subscribe to continue reading this article today.</p>"
    )
    found = read_article("a.html", page(body).encode())
    assert not found.facts.free
    assert [kinds.PAYWALL.name in line for line in found.remarks] == [True]


@pytest.mark.parametrize("text", ["", " \n\n ", "Too short to be an article."])
def test_empty_and_tiny_texts_are_refused(text):
    assert refused("a.txt", text.encode()) == "no-article-text"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", b"\x00\x01\x02" * 300, "not-text"),
        ("a.txt", b"word \x07 " * 100, "not-text"),
        ("a.txt", b"\xff\xfe" + b"a\x00" * 3 + b"\x00\xd8", "not-text"),
        ("a.txt", b"\x81\x8d\x8f" * 50, "not-text"),
        ("a.docx", b"PK\x03\x04" + b"x" * 100, "unknown-format"),
        ("a.png", b"\x89PNG" * 50, "unknown-format"),
        ("a.pdf", b"not a pdf at all", "broken-file"),
        ("a.pdf", b"%PDF-1.7\n" + b"garbage " * 500, "broken-file"),
        ("a.pdf", pdf(), "no-text-layer"),
        ("a.html", b"<html>" + b"x" * MAX_TEXT, "text-too-large"),
        ("a.html", b"", "no-article-text"),
        ("a.html", b"<html></html>", "no-article-text"),
        ("a.html", b"<div>" * 60_000, "no-article-text"),
    ],
)  # fmt: skip
def test_what_is_no_article_is_refused_with_its_reason(name, data, kind):
    assert refused(name, data) == kind


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_that_say_what_they_are(encoding):
    found = read_article("a.txt", TEXT.encode(encoding))
    assert "“It was very quiet" in found.text
    assert found.remarks == []


def test_a_guessed_encoding_is_told():
    found = read_article("a.txt", TEXT.encode("cp1252"))
    assert "“It was very quiet" in found.text
    assert [kinds.GUESSED_ENCODING.name in line for line in found.remarks] == [True]


RUSSIAN = (
    "Сыр отозван\n\n" + "Агентство сообщило, что заболели не менее 14 человек, двое из них в больнице. " * 5
)


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_a_text_that_makes_no_words_in_the_guessed_encoding_is_refused(name):
    text = RUSSIAN if name == "a.txt" else f"<html><body><article><p>{RUSSIAN}</p></article></body></html>"
    assert refused(name, text.encode("cp1251")) == "not-text"
    # Many accents are no other alphabet.
    french = "Élue à Évreux, Zoé a été fêtée à l’hôtel où dînèrent près d’été élèves, âgés et gênés. " * 6
    assert "Zoé a été fêtée" in read_article("a.txt", french.encode("cp1252")).text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [TEXT, RUSSIAN], ids=["english", "russian"])
def test_utf16_without_its_mark_is_told_by_its_bytes(encoding, text):
    found = read_article("a.txt", text.encode(encoding))
    assert text.split("\n")[0] in found.text
    assert any("was read as UTF-16" in line for line in found.remarks)
    html = f"<html><body><article><p>{text}</p></article></body></html>".encode(encoding)
    assert text.split("\n")[0][:20] in read_article("a.html", html).text


def test_pages_that_call_themselves_latin_1_have_the_quotation_marks_of_windows():
    text = page().replace("utf-8", "iso-8859-1")
    found = read_article("a.html", text.encode("cp1252"))
    assert "“It was very quiet and very dark,”" in found.text
    assert found.remarks == []


def test_the_head_of_an_xml_page_declares_its_encoding():
    text = '<?xml version="1.0" encoding="windows-1251"?>' + page().replace('<meta charset="utf-8">', "")
    assert "Оск" in read_article("a.xhtml", text.replace("Osk", "Оск").encode("cp1251", "replace")).text


def test_a_page_of_bytes_that_declares_utf16_is_not_read_as_such():
    found = read_article("a.html", page().replace("utf-8", "utf-16").encode("cp1252"))
    assert "“It was very quiet" in found.text


def test_one_word_is_one_word():
    with pytest.raises(Refusal, match="1 word of text was found"):
        read_article("a.txt", b"Word")


def test_a_declared_encoding_is_taken_if_it_is_a_safe_one():
    text = page().replace("utf-8", "windows-1251").replace("Osk", "Оск")
    assert "Оск" in read_article("a.html", text.encode("cp1251", "replace")).text
    text = page().replace("utf-8", "utf-7")
    assert PARAGRAPHS[0] in read_article("a.html", text.encode("cp1252")).text


def test_a_pdf_gives_paragraphs():
    lines = [line for p in PARAGRAPHS[:2] + PARAGRAPHS[3:] for line in textwrap.wrap(p, 70)]
    found = read_article("a.pdf", pdf(*lines))
    assert PARAGRAPHS[0] in found.text
    assert PARAGRAPHS[3] in " ".join(found.text.split()).replace("’", "'")


def test_words_divided_at_a_line_end_are_one_again():
    assert paragraphs("A ferry has lost its po-\nwer again. So it goes on.\n\nNext.") == (
        "A ferry has lost its power again. So it goes on.\n\nNext.\n"
    )


@pytest.mark.usefixtures("apart")
def test_reading_apart_gives_the_same_and_ends_what_takes_too_long():
    data = page(record=RECORD).encode()
    assert read_apart("a.html", data) == read_article("a.html", data)
    with pytest.raises(Refusal, match=r"more than 0\.001 seconds"):
        read_apart("a.html", data, seconds=0.001)
    with pytest.raises(Refusal) as caught:
        read_apart("a.txt", b"")
    assert caught.value.kind is kinds.NO_TEXT
    with pytest.raises(Refusal) as caught:
        read_apart("a.pdf", b"%PDF-" + b" " * MAX_PDF)
    assert caught.value.kind is kinds.FILE_TOO_LARGE


def test_the_head_of_a_plain_text():
    text = f"Harbour Post\n\n{HEADLINE}\n\nBy Ina Dahl and Per Ek, Associated Press\nPublished: 4 March 2031, 06:15\n\n{TEXT}"
    facts = facts_of(text)
    assert (facts.outlets, facts.headline) == (["Harbour Post"], HEADLINE)
    assert (facts.byline, facts.credit, facts.published) == (
        ["Ina Dahl", "Per Ek"],
        "Associated Press",
        "2031-03-04",
    )


def test_a_text_without_a_head_has_no_headline():
    facts = facts_of(TEXT)
    assert (facts.headline, facts.byline, facts.published) == (None, [], None)


def test_a_dateline_credits_the_agency_and_a_caption_does_not():
    assert facts_of(f"OSK, March 4 (Reuters) - {TEXT}").credit == "Reuters"
    assert facts_of(f"A ship off Osk (Ada Berg, File/AP)\n\n{TEXT}").credit is None


def test_what_the_front_matter_of_a_markdown_file_states_is_taken_over():
    head = "---\ntitle: Boats stay out\ndate: 2031-06-06T08:00\nauthors: [Kim Lee, Ina Dahl]\noutlet: Harbour Post\n---\n"
    facts = read_article("a.md", f"{head}\n{TEXT}".encode()).facts
    assert (facts.headline, facts.published, facts.byline) == (
        "Boats stay out",
        "2031-06-06",
        ["Kim Lee", "Ina Dahl"],
    )
    assert facts.outlets[0] == "Harbour Post"
    assert "headline" not in facts.inferred


@pytest.mark.parametrize("head", ["[", "a: &a [*a]", "title: 5\ndate: soon\nauthor: {a: b}", "- x", ""])
def test_front_matter_that_states_nothing_is_passed_over(head):
    facts = read_article("a.md", f"---\n{head}\n---\n# {HEADLINE}\n\n{TEXT}".encode()).facts
    assert facts.headline == HEADLINE
    assert facts.published == read_article("a.md", f"# {HEADLINE}\n\n{TEXT}".encode()).facts.published


def test_markdown_headings_are_headlines():
    assert read_article("a.md", f"# {HEADLINE}\n\n{TEXT}".encode()).facts.headline == HEADLINE


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("4 March 2031", "2031-03-04"), ("Published on March 4, 2031 at 6:15", "2031-03-04"), ("Tuesday, 4 March 2031", "2031-03-04"),
        ("March 2031", "2031-03"), ("2031-03-04", "2031-03-04"), ("04/03/2031", None), ("4 March", None),
        ("On 4 March 2031 the ferry stopped for good", None), ("31 February 2031", None), ("", None),
    ],
)  # fmt: skip
def test_dates_that_a_line_states(line, edtf):
    assert stated_date(line) == edtf


def test_names_in_a_byline():
    assert people("contributor By Ina Dahl, Associated Press") == (["Ina Dahl"], "Associated Press")
    assert people("Ina Dahl and Per Ek in Oslo") == (["Ina Dahl", "Per Ek"], None)
    assert people("Reuters") == ([], "Reuters")
    assert people("the newsroom of a paper that has no name") == ([], None)
