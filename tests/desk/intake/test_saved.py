"""Pages as browsers and programs save them: with pictures written into them, as archives, printed to PDF; and the time in a draft."""

from __future__ import annotations

import base64
import quopri
from pathlib import Path

import pytest

from builder.content.problems import errors
from builder.desk.intake import pdf
from builder.desk.intake.read import MAX_PAGE, read_apart, read_article
from builder.desk.kinds import Refusal
from tests.desk.intake.story import HEADLINE, KNOWN, PARAGRAPHS, RECORD, STORY, known, ld, read, tram_page
from tests.desk.running import run, with_precis
from tests.factory import check, write_site

PICTURE = "data:image/png;base64," + "A" * 95_000


@pytest.mark.parametrize(
    "many",
    [
        f"<img src='data:image/png;base64,{'A' * 9_500_000}'>",
        f"<img src='{PICTURE}'>" * 98,
        f"<style>{f'.a{{background:url({PICTURE})}}' * 50} .b{{background:url(\"{PICTURE}\")}}</style><img srcset='{PICTURE} 2x'>" + f"<img src={PICTURE}>" * 45,
    ],
    ids=["one picture", "many pictures", "in style sheets"],
)  # fmt: skip
def test_a_page_of_ten_megabytes_with_its_pictures_in_it(many):
    text = tram_page(ld(RECORD), around=many)
    assert 9_000_000 < len(text) < MAX_PAGE
    found = read_apart("a.html", text.encode())
    assert (found.facts.headline, found.facts.byline, found.facts.published, found.facts.outlets) == KNOWN
    assert found.text == STORY


def test_scripts_and_drawings_do_not_count_and_records_in_scripts_stay():
    around = "<script>" + "x = 1;" * 400_000 + "</script><svg>" + "<path d='M0 0'/>" * 50_000 + "</svg>"
    assert known(tram_page(f"<script>{'y' * 2_000_000}</script>{ld(RECORD)}", around=around)) == KNOWN


@pytest.mark.parametrize("more", ["x" * 2_000_001, f"<img src='{PICTURE}'>" * 110])
def test_more_than_that_is_refused(more):
    with pytest.raises(Refusal) as caught:
        read(tram_page(around=more))
    assert caught.value.kind.name == "text-too-large"


def archive(page: str, encoding: str, charset: str = "utf-8", head: str = "") -> bytes:
    data = page.encode(charset)
    body = quopri.encodestring(data) if encoding == "quoted-printable" else base64.encodebytes(data)
    return (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://courier.example/trams\r\nSubject: Trams\r\n"
        b"Date: Wed, 25 Jun 2031 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----B"\r\n\r\n\r\n------B\r\n'
        b"Content-Type: text/html" + head.encode() + b"\r\nContent-ID: <frame@mhtml.blink>\r\nContent-Transfer-Encoding: "
        + encoding.encode() + b"\r\nContent-Location: https://courier.example/trams\r\n\r\n" + body
        + b"\r\n------B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><h1>An advertisement</h1></html>\r\n"
        b"------B\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n------B--\r\n"
    )  # fmt: skip


@pytest.mark.parametrize("name", ["a.mhtml", "a.mht", "a.html", "a"])
@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
def test_an_archive(encoding, name):
    found = read_article(name, archive(tram_page(ld(RECORD)), encoding))
    assert (found.facts.headline, found.facts.byline, found.facts.published, found.facts.outlets) == KNOWN
    assert found.facts.url == "https://courier.example/trams"
    assert found.text == STORY


def test_the_day_of_saving_is_not_that_of_publication():
    assert read_article("a.mhtml", archive(tram_page(), "base64")).facts.published is None


@pytest.mark.parametrize("head", ["", '; charset="windows-1254"'])
def test_an_archive_in_another_character_set(head):
    page = tram_page(
        body=f"<p>{'Sendikaya göre salı günü yaklaşık 450 tramvay sürücüsü işi bıraktı. ' * 8}</p>"
    )
    page = page.replace('<meta charset="utf-8">', "" if head else '<meta charset="windows-1254">')
    found = read_article("a.mhtml", archive(page, "quoted-printable", "cp1254", head))
    assert "yaklaşık 450 tramvay sürücüsü işi bıraktı" in found.text
    assert found.remarks == []


@pytest.mark.parametrize(
    "data",
    [
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r\nContent-Type: image/png\r\n\r\nx\r\n--B--",
        b"",
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html>",
    ],
)
def test_an_archive_without_a_page_is_refused(data):
    with pytest.raises(Refusal):
        read_article("a.mhtml", data)


def printed(*pages: list[tuple[str, int]]) -> bytes:
    """A PDF of pages whose lines have letters of the given sizes, in ASCII."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for page in pages:
        shown = " ".join(
            f"/F1 {size} Tf {size + 4} TL ({line.replace('(', '').replace(')', '')}) Tj T*"
            for line, size in page
        )
        stream = f"BT 40 800 Td {shown} ET"
        kids.append(len(objects) + 1)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects) + 2} 0 R /Resources << /Font << /F1 << /Type /Font "
            "/Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] /Count {len(kids)} >>"
    out, places = "%PDF-1.4\n", []
    for number, item in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{item}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return (out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}").encode("latin-1")


BODY = [
    ("About 450 tram drivers walked out on Tuesday, the drivers' union said, and most lines", 10),
    ("stood still for the whole of the day.", 10),
    ("The union is demanding a raise of 8 percent and a shorter week, and it says that it will", 10),
    ("not go back before it has both in writing.", 10),
]
PROSE = (
    "About 450 tram drivers walked out on Tuesday, the drivers’ union said, and most lines stood still for the whole of the day.\n\n"
    "The union is demanding a raise of 8 percent and a shorter week, and it says that it will not go back before it has both in writing.\n"
)


@pytest.mark.parametrize(
    ("above", "below", "address"),
    [
        ([("25/06/2031, 10:01", 8), ("Trams | Elbing Courier", 8)], [("https://courier.example/trams", 8), ("1/1", 8)], "https://courier.example/trams"),
        ([("6/25/31, 10:01 AM Trams | Elbing Courier", 8)], [("https://courier.example/trams 1/1", 8)], "https://courier.example/trams"),
        ([("Trams | Elbing Courier https://courier.example/trams", 8)][:0], [("1 of 1 25.06.2031, 10:01", 8)], None),
    ],
)  # fmt: skip
def test_a_printed_page_without_the_lines_of_the_browser(above, below, address):
    head = [
        ("Trams stand still as drivers", 24),
        ("walk out", 24),
        ("By Ada Brandt", 10),
        ("Published 4 June 2031", 10),
    ]
    found = read_article("a.pdf", printed([*above, *head, *BODY, *below]))
    facts = found.facts
    assert (facts.headline, facts.byline, facts.published, facts.url) == (
        HEADLINE,
        ["Ada Brandt"],
        "2031-06-04",
        address,
    )
    assert found.text == f"{HEADLINE}\n\nBy Ada Brandt\n\nPublished 4 June 2031\n\n{PROSE}"


def test_a_headline_of_three_lines_and_a_subheading():
    head = [
        ("Trams stand", 22),
        ("still as drivers", 22),
        ("walk out", 22),
        ("Union wants more", 14),
        ("and a shorter week", 14),
    ]
    found = read_article(
        "a.pdf", printed([*head, *BODY], [("9/9/2031, 10:01 PM Trams", 8), *BODY, ("2/2", 8)])
    )
    assert found.facts.headline == HEADLINE
    assert found.text == f"{HEADLINE}\n\nUnion wants more and a shorter week\n\n{PROSE}\n{PROSE}"


def test_lines_of_one_size_have_no_largest():
    assert pdf.read_pdf(printed(BODY)).headline is None


def test_the_time_of_day_is_kept_in_the_draft_and_a_page_prints_the_day(tmp_path: Path):
    root = write_site(tmp_path)
    page = tram_page(
        ld({**RECORD, "datePublished": "2031-06-04T09:30:00+02:00", "publisher": {"name": "Harbour Post"}})
    )
    (root / "saved.html").write_text(page, encoding="utf-8")
    assert run(root, "add", str(root / "saved.html"), "--slug", "trams").exit_code == 0
    path = root / "content/articles/trams.md"
    assert 'published: "2031-06-04T09:30:00+02:00"\n' in path.read_text()
    site, problems = check(root)
    assert errors(problems) == []
    draft = site.drafts["trams"]
    assert draft is not None
    assert draft.published is not None
    assert (draft.published.edtf, draft.published_time) == ("2031-06-04", "09:30:00+02:00")
    with_precis(path)
    result = run(root, "publish", "trams")
    assert result.exit_code == 0, result.output
    assert "Published 2031-06-04\n" in (root / "sources/trams.txt").read_text()


@pytest.mark.parametrize(
    ("stated", "time"),
    [("2031-06-04", None), ("2031-06-04T09:30", "09:30"), ("2031-06-04T09:30:05Z", "09:30:05Z"), ("2031-06-04T23:59-05:00", "23:59-05:00")],
)  # fmt: skip
def test_a_time_of_day_that_an_editor_gives(tmp_path: Path, stated, time):
    root = write_site(tmp_path)
    (root / "a.txt").write_text("\n\n".join(PARAGRAPHS), encoding="utf-8")
    words = ("--slug", "trams", "--outlet", "sound-radio", "--published", stated)
    assert run(root, "add", str(root / "a.txt"), *words).exit_code == 0
    site, problems = check(root)
    assert errors(problems) == []
    assert site.drafts["trams"] is not None
    assert site.drafts["trams"].published.edtf == "2031-06-04"
    assert site.drafts["trams"].published_time == time


@pytest.mark.parametrize("stated", ["2031-06-04T25:00", "2031-06-04T09:60", "2031-06-04T9:30", "2031-06T09:30", "2031-06-04T09:30+99:00", "2031-06-04Tnoon"])  # fmt: skip
def test_what_is_no_time_of_day_is_refused(tmp_path: Path, stated):
    root = write_site(tmp_path)
    (root / "a.txt").write_text("\n\n".join(PARAGRAPHS), encoding="utf-8")
    result = run(
        root, "add", str(root / "a.txt"), "--slug", "trams", "--outlet", "sound-radio", "--published", stated
    )
    assert result.exit_code == 1
    assert "--published" in result.output
    path = root / "content/articles/harbour-post-adrift.md"
    path.write_text(path.read_text().replace("published: 2031-03-04", f"published: {stated}"))
    assert [item.kind.name for item in check(root)[1] if item.kind.name == "impossible-date"] == [
        "impossible-date"
    ]
