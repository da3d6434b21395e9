"""What heads tell programs: JSON-LD that a checker reads, and citations that programs read."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote

import pytest
from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.namespace import SDO

from builder.build import in_memory
from builder.compare.library import index
from builder.content.model import Former
from builder.content.vocabulary import Answer, Where
from builder.pages.about import About
from builder.pages.cite import citations, coins
from builder.pages.page import Page
from builder.pages.views.cited import cited_article, in_original
from tests.factory import article, changed, check, claim, library, span, valid, write_site

ABOUT = About("Two Ferries", "", "https://ferries.test/site/")
SCHEMA = Namespace("https://schema.org/")
KNOWN = {
    "address": "url: https://post.test/adrift?day=4&page=2\narchived: https://archive.test/1/https://post.test/adrift\n",
}


def pages_of(root: Path, about: About = ABOUT, *, urls: bool = True) -> dict[str, Page]:
    return {page.address: page for page in in_memory.make(root, about=about, directory_urls=urls).pages}


def told(page: Page) -> dict[str, Any]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page.head)
    assert found, page.address
    return json.loads(found[1])


def graph(page: Page, base: str) -> Graph:
    """Read as a program does that knows the words of schema.org; its list of them is at another host."""
    data = told(page) | {"@context": {"@vocab": str(SCHEMA)}}
    return Graph().parse(data=json.dumps(data), format="json-ld", base=base)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    name = "articles/harbour-post-adrift.md"
    text = valid(name).replace("byline:", f"{KNOWN['address']}byline:", 1)
    return pages_of(write_site(tmp_path_factory.mktemp("head"), {name: text}))


def test_an_article_is_a_text_of_its_outlet_with_claims_of_their_speakers(pages: dict[str, Page]) -> None:
    page = pages["articles/harbour-post-adrift/"]
    read = graph(page, "https://elsewhere.test/")
    [text] = read.subjects(RDF.type, SCHEMA.NewsArticle)
    assert text == URIRef("https://ferries.test/site/articles/harbour-post-adrift/#the-text")
    assert str(read.value(text, SCHEMA.datePublished)) == "2031-03-04"
    assert str(read.value(text, SCHEMA.headline)) == "Adrift for a night"
    claims = set(read.subjects(RDF.type, SCHEMA.Claim))
    assert len(claims) == 6
    assert all(read.value(one, SCHEMA.appearance) == text for one in claims)
    aboard = URIRef("https://ferries.test/site/articles/harbour-post-adrift/#claim-aboard")
    assert read.value(aboard, SCHEMA.author) == URIRef("https://ferries.test/site/sources/ferry-line/")


def test_a_topic_is_a_set_of_data_and_tells_who_printed_an_answer_first(pages: dict[str, Page]) -> None:
    read = graph(pages["topics/cause/"], "https://elsewhere.test/")
    [data] = read.subjects(RDF.type, SCHEMA.Dataset)
    files = {str(read.value(one, SCHEMA.contentUrl)) for one in read.objects(data, SCHEMA.distribution)}
    assert files == {f"https://ferries.test/site/data/topics/cause.{ending}" for ending in ("csv", "json")}
    firsts = set(read.objects(None, SCHEMA.firstAppearance))
    assert firsts <= set(read.objects(None, SCHEMA.appearance))


@pytest.mark.parametrize("urls", [True, False])
def test_every_address_of_this_site_leads_to_a_page_with_or_without_an_address_of_its_own(
    urls: bool, tmp_path: Path
) -> None:
    made = pages_of(write_site(tmp_path), About("Ferries"), urls=urls)
    files = {
        f"https://base.test/{address if urls or not address else address.rstrip('/') + '.html'}": address
        for address in made
    }
    for page in (made["articles/harbour-post-adrift/"], made["topics/cause/"]):
        here = next(file for file, address in files.items() if address == page.address)
        for node in graph(page, here).all_nodes():
            if isinstance(node, URIRef) and not node.startswith(str(SCHEMA)):
                assert str(node).partition("#")[0] in files, node


def test_no_page_gives_a_verdict_and_no_text_ends_the_script(tmp_path: Path) -> None:
    hostile = changed("articles/sound-radio-fuse.md", "headline: ", "headline: '</script><b>' # ")
    for page in pages_of(write_site(tmp_path, hostile)).values():
        assert "ClaimReview" not in page.head
        assert page.head.count("</script>") <= 1
        assert "<b>" not in page.head


def test_an_article_is_cited_in_every_form(tmp_path: Path) -> None:
    name = "articles/harbour-post-adrift.md"
    text = valid(name).replace("byline:", f"{KNOWN['address']}byline:", 1)
    text = text.replace("headline: Adrift for a night", 'headline: "50 % & {more} | a_b"')
    lib = index(check(write_site(tmp_path, {name: text}))[0])
    cited = cited_article(lib, lib.site.articles["harbour-post-adrift"])
    plain, bibtex, csl, wiki = (one.text for one in citations(cited, ABOUT, directory_urls=True))
    assert (
        plain
        == "Ina Dahl. “50 % & {more} | a_b”. The Harbour Post. 2031-03-04. https://post.test/adrift?day=4&page=2"
    )
    assert r"title = {50 \% \& \{more\} | a\_b}" in bibtex
    assert "author = {{Ina Dahl}}" in bibtex
    [item] = json.loads(csl)
    assert item["type"] == "article-newspaper"
    assert item["issued"] == {"date-parts": [[2031, 3, 4]]}
    assert "|title=50 % & &#123;more&#125; {{!}} a_b |" in wiki
    assert wiki.startswith("{{cite news |url=https://post.test/adrift?day=4&page=2 ")
    query = parse_qs(coins(cited))
    assert query["rft.type"] == ["newspaperArticle"]
    assert query["rft.creator"] == ["Ina Dahl"]


def test_the_agency_that_wrote_a_text_is_cited_with_it(tmp_path: Path) -> None:
    name = "articles/harbour-post-adrift.md"
    lib = index(
        check(write_site(tmp_path, {name: valid(name).replace("byline:", "credit: Tide News\nbyline:", 1)}))[
            0
        ]
    )
    cited = cited_article(lib, lib.site.articles["harbour-post-adrift"])
    plain, bibtex, csl, wiki = (one.text for one in citations(cited, ABOUT, directory_urls=True))
    assert plain.startswith("Ina Dahl (Tide News). ")
    assert "note = {Tide News}" in bibtex
    assert json.loads(csl)[0]["note"] == "Tide News"
    assert "|work=The Harbour Post |agency=Tide News |" in wiki


def test_a_topic_is_cited_with_its_full_address(pages: dict[str, Page]) -> None:
    body = pages["topics/cause/"].body
    assert "“Cause and course”, Two Ferries, https://ferries.test/site/topics/cause/" in body
    assert '"container-title": "Two Ferries"' in body.replace("&#34;", '"')


@pytest.mark.parametrize(
    ("url", "printed", "more", "wanted"),
    [
        ("https://post.test/a", "a well-known fuse, it said", {}, "https://post.test/a#:~:text=a%20well%2Dknown%20fuse%2C%20it%20said"),
        ("https://post.test/a#top", "140", {}, "https://post.test/a#top:~:text=140"),
        (None, "140", {}, None),
        ("https://post.test/a", "140 [passengers]", {}, None),
        ("https://post.test/a", "140", {"where": Where.CAPTION}, None),
    ],
)  # fmt: skip
def test_words_in_the_original(
    url: str | None, printed: str, more: dict[str, Any], wanted: str | None
) -> None:
    one = claim(Answer.WORDING, printed, **more)
    found = in_original(library(article("post", one, url=url)).site.articles["post"], one)
    assert found == wanted
    assert found is None or printed in unquote(found)


def test_a_revised_article_says_when_its_outlet_last_changed_it():
    former = (Former("a.txt", "1a" * 32, span("2031-03-05")), Former("b.txt", "2b" * 32, span("2031-03-06")))
    for revisions, day in ((former, "2031-03-06"), ((), None)):
        found = library(article("post", former=revisions))
        assert cited_article(found, found.site.articles["post"]).modified == day


def terms(found: Any) -> set[str]:
    """The types and properties that some JSON-LD uses."""
    if isinstance(found, list):
        return set().union(*map(terms, found))
    if not isinstance(found, dict):
        return set()
    kinds = found.get("@type", [])
    own = {key for key in found if not key.startswith("@")} | {
        *([kinds] if isinstance(kinds, str) else kinds)
    }
    return own.union(*(terms(value) for value in found.values()))


def test_every_word_is_one_of_schema_org(repository: Path, tmp_path: Path) -> None:
    """By the copy of its vocabulary that rdflib has."""
    for root in (repository, write_site(tmp_path)):
        used = set().union(*(terms(told(page)) for page in pages_of(root).values() if "ld+json" in page.head))
        assert {"NewsArticle", "Claim", "Dataset", "appearance"} <= used
        assert {term for term in used if term not in SDO} == set()


def test_a_text_of_nobody_known_is_cited_without_a_periodical(tmp_path: Path) -> None:
    outlets = valid("outlets.yml")
    assert "kind: newspaper" in outlets
    root = write_site(tmp_path, {"outlets.yml": outlets.replace("kind: newspaper", "kind: unknown")})
    library = index(check(root)[0])
    text = next(
        one for one in library.site.articles.values() if library.site.outlets[one.outlet].kind == "unknown"
    )
    name = library.site.outlets[text.outlet].name
    cited = cited_article(library, text)
    plain, bibtex, csl, wiki = (one.text for one in citations(cited, ABOUT, directory_urls=True))
    assert f"[Publisher unknown; text called “{name}” by this site]" in plain
    assert bibtex.startswith("@misc{")
    assert "journal" not in bibtex
    (fields,) = json.loads(csl)
    assert fields["type"] == "document"
    assert "container-title" not in fields
    assert name not in wiki
    assert not {"rft.source", "rft.publisher"} & set(parse_qs(coins(cited)))
    page = {page.address: page for page in in_memory.make(root).pages}[f"articles/{text.id}/"]
    assert "Publisher unknown" in page.body
    assert "Publisher inferred" not in page.body
    assert '"publisher"' not in page.head
