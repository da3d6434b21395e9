"""Every reader of text against texts that are made to take long: it ends in time, and raises nothing but what it says it does."""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from builder.content import map_outline, settings_file, strict_yaml
from builder.content.load import ContentFile, load, parse
from builder.content.validate import validate
from builder.desk.files import slug
from builder.desk.intake import agencies, decode, outlets, pdf, plain
from builder.desk.intake import html as page
from builder.desk.intake.facts import Facts
from builder.desk.intake.read import read_article
from builder.desk.kinds import Refusal
from builder.desk.suggest import write
from builder.desk.suggest.propose import propose
from builder.desk.suggest.words import stem, weighty
from builder.pages import links, search_index
from builder.pages import prose as markup
from builder.pages.views.places import reach
from builder.proof import locate, reuse, when
from builder.proof.across import across
from builder.proof.fix import fix
from builder.proof.names import Names
from builder.proof.prove import prove
from builder.proof.text import Text
from builder.values import names, quantity, relative
from builder.values import text as values
from builder.values.dateline import dateline
from builder.values.dates import parse_edtf
from builder.values.figures import reader, search
from builder.values.lexicon import languages
from builder.values.quantity import Quantity
from tests.factory import SITES
from tests.hang.limits import within
from tests.hang.pumps import DATES, FIGURES, HEADS, LENGTH, MARKDOWN, PAGE, SAYING, YAML, texts

CONTENT = load(SITES / "valid")
SITE, _ = validate(CONTENT)
QUESTIONS = [question for topic in SITE.topics.values() for question in topic.questions]
PUBLISHED = parse_edtf("2031-03-04")
POST = (SITES / "valid/content/articles/harbour-post-adrift.md").read_text(encoding="utf-8")
FRONT = POST.partition("\n---\n")[0]


def private(text: str, name: str = "a.txt") -> Text:
    return Text(name, text, "0" * 64)


def figures(text: str) -> None:
    for language in (*languages(), "sl", "xx"):
        found = reader.read(text, language)
        if isinstance(found, Quantity):
            quantity.caption(found)
            assert found.reach[0] <= found.reach[1]
        else:
            assert found.says
        for one in search.find(text, language):
            assert 0 <= one.start <= one.number[0] < one.number[1] <= one.end <= len(text)
        search.numbers(text, language)
    reach(text)


def days(text: str) -> None:
    for published in (PUBLISHED, None, parse_edtf("0001-01-01"), parse_edtf("9999-12-31")):
        relative.resolve(text, published)
    with suppress(ValueError):
        parse_edtf(text)
    content = private(text).content
    when.expressions(content, (0, len(content)), PUBLISHED)


def words(text: str) -> None:
    plain = values.normalise(text)
    assert private(text).content == plain
    values.words(text)
    values.folded(text)
    values.count_words(values.without_targets(text))
    values.filled(text, a=text)
    names.may_be_one(text, plain)
    names.name_words([text])
    slug(text, plain)
    stem(text)
    weighty(text)


def sentences(text: str) -> None:
    found = private(text)
    assert all(start < end for start, end in found.sentences)
    if found.content:
        found.context((0, 1))
        found.quotation(found.around((0, 1)))
    locate.occurrences("ten … said", found)
    locate.occurrences("a [b] c", found)
    locate.occurrences(text[:400], found)
    locate.near_miss("some thirty of them said so", found)
    Names([("a", (text[:400],)), ("b", ("Osk Sound", "a"))]).mentions(found.content)


def proof(text: str) -> None:
    """The whole proof, with the text before, between and after what the claims print."""
    part = text[: LENGTH // 8]
    found = {
        article.source_file: Text(
            article.source_file, f"{part} ".join(f'"{claim.exact}" ' for claim in article.claims) + part, article.source_sha256
        )
        for article in SITE.articles.values()
    }  # fmt: skip
    prove(SITE, [*CONTENT.articles, *CONTENT.topics], found)
    across(SITE, CONTENT.articles, found)
    post = SITE.articles["harbour-post-adrift"]
    fix(POST + text, post, found[post.source_file], "2031-04-01")


def copies(text: str) -> None:
    reuse.shared_passages({"a": text, "b": f"{text} x", "c": f"y {text}"})
    reuse.containment(text, text[::-1])


def suggestions(text: str) -> None:
    printed = {question.path: ["some thirty killed"] for question in QUESTIONS}
    cut = text[:3900]
    # Without an end, and as sentences just as long as are read.
    for told in (text, f"A {cut}. A {cut}. "):
        propose(private(told), SITE.sources.values(), QUESTIONS, printed, PUBLISHED, 15, SITE.places.values())


def prose(text: str) -> None:
    found = markup.prose(text, lambda address: links.beside("articles/a/", address))
    markup.parts(found)
    markup.plain(text)
    markup.anchors(found)
    markup.once(found, ["the six", "a - b", "ten … six", text[:300]])
    markup.marked(found, {"the six": "a", text[:300]: "b"}, {"claim-x": "c"})
    search_index._plain(found)
    links.beside("articles/a/", text)
    links.beside("", f"http://{text}")


def data(text: str) -> None:
    strict_yaml.read_yaml(text)
    strict_yaml.read_yaml(f"a: {text}")


def content(text: str) -> None:
    """A text as each kind of content file, in its front matter and under it."""
    found = load(SITES / "valid")
    for room, path, id, whole in (
        ("articles", "content/articles/a.md", "a", f"---\n{text}\n---\nx"),
        ("articles", "content/articles/b.md", "b", f"{FRONT}\n---\n{text}"),
        ("articles", "content/articles/c.md", "c", f"{FRONT}\n{text}\n---\nx"),
        ("topics", "content/topics/d.yml", "d", text),
        ("registries", "content/sources.yml", "sources", text),
        ("pages", "content/e.md", "e", text),
    ):
        leaf = ContentFile(room, path, id, whole.encode(), "")
        document, problems = parse(leaf)
        assert document is not None or problems
        found.add(leaf)
    validate(found)


def heads(text: str) -> None:
    plain.facts_of(text)
    plain.people(text)
    plain.stated_date(text)
    known = agencies.Agencies.in_text(text, ("Osk Press", text[:200]))
    known.credited(text)
    known.agency(text)
    known.speaks_of_itself(text)
    dateline(text)
    facts = Facts(outlets=[text], hosts=[text])
    outlets.not_entered(facts)
    outlets.match_outlet(SITE.outlets, [text], [text])
    outlets.near_outlet(SITE.outlets, [text])
    pdf.paragraphs(text)
    pdf.paragraphs("\n".join(text[at : at + 60] for at in range(0, len(text), 60)))


def files(text: str) -> None:
    for data in (text.encode(), b"\xff" + text.encode(), text.encode("utf-16")):
        for web in (False, True):
            with suppress(Refusal):
                decode.decode(data, html=web)
        for name in ("a.txt", "a.md"):
            with suppress(Refusal):
                read_article(name, data)
    with suppress(Refusal):
        read_article("a.md", f"---\ntitle: {text}\ndate: {text}\nauthor: {text}\n---\n{text}".encode())


def pages(text: str) -> None:
    said = html.escape(text, quote=True)
    record = json.dumps(
        {"@type": "Article", "headline": text, "author": text, "datePublished": text}
    ).replace("<", "")
    named = "".join(
        f'<meta property="{name}" content="{said}">'
        for name in ("og:title", "og:site_name", "author", "date")
    )
    linked = f'<link rel="canonical" href="http://{said[:400]}"><link rel="canonical" href="{said}">'
    page.read_html(
        f'<html lang="{said}"><head>{named}{linked}<script type="application/ld+json">{record}</script>'
    )
    page.read_html(f"<html><body><h1>a</h1><p>{text}</p></body></html>")


def inserted(text: str) -> None:
    for file in (
        f"---\ndraft: true\nclaims:\n  - id: a\n{text}\n---\n",
        f"---\nclaims: []{text}\n---\n{text}",
        text,
    ):
        for change in (
            lambda one: write.insert(one, [["- id: x"]]),
            write.publish,
            write.undrafted,
            write.block_of,
        ):
            with suppress(Refusal):
                change(file)
    with suppress(Refusal):
        write.with_precis(POST, text)


READERS: dict[str, tuple[Callable[[str], object], tuple[tuple[str, ...], ...], int]] = {
    "figures": (figures, (FIGURES, DATES[:4]), 15),
    "days": (days, (DATES, FIGURES[:4]), 15),
    "words": (words, (SAYING[::2],), 15),
    "sentences": (sentences, (SAYING, DATES), 20),
    "proof": (proof, (DATES[:4], FIGURES[:6], SAYING[::2]), 8),
    "copies": (copies, (SAYING[:4],), 10),
    "suggestions": (suggestions, (FIGURES[::4], DATES[::4], SAYING[::2]), 6),
    "prose": (prose, (MARKDOWN,), 60),
    "data": (data, (YAML,), 40),
    "content": (content, (YAML,), 10),
    "heads": (heads, (HEADS,), 20),
    "files": (files, (HEADS[:6],), 10),
    "pages": (pages, (PAGE,), 6),
    "inserted": (inserted, (YAML,), 10),
}  # fmt: skip
"""What is read by whom, and the tokens that it knows. How many texts are mixed of them depends on how long it takes."""
SLOW = {"proof", "suggestions", "pages"}
"""For these, signs stand in the mixed texts only."""


@pytest.mark.parametrize("name", READERS)
def test_no_text_holds_a_reader_up(name):
    reader, families, mixed = READERS[name]
    for made_of, text in texts(*families, mixed=mixed, signs=name not in SLOW):
        with within(f"{name}: {made_of}"):
            reader(text)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000, '{"a":' * 50_000, '{"source": ' + "9" * 9_000 + ', "features": []}', '{"source": 1, "features": "' + "a" * 9_000 + '"}',
        '{"source": 1, "features": [{"properties": {"kind": ["border"]}}]}',
        '{"source": 1, "features": [{"properties": {"kind": "border"}, "geometry": {"coordinates": [[[' + "9" * 400 + ", 1]]]}},"
        ' {"properties": {"kind": "region"}, "geometry": {"coordinates": []}}]}',
    ],
)  # fmt: skip
def test_a_map_that_is_none_is_told(text, tmp_path):
    path = tmp_path / "outline.geojson"
    path.write_text(text, encoding="utf-8")
    with within(text), pytest.raises(map_outline.OutlineError):
        map_outline.read_outline(path)


@pytest.mark.parametrize(
    "text",
    ["docs_dir: " + "[" * 10_000, "docs_dir: " * 1_000, "docs_dir: &a *a", "docs_dir: " + "1" * 10_000],
)
def test_settings_that_name_no_folder_name_the_usual_one(text, tmp_path: Path):
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    with within(text):
        assert settings_file.look(tmp_path).docs_dir == "content"
