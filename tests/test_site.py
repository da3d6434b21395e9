"""This repository's own site, built for real: its pages, search index and data are read back."""

from __future__ import annotations

import filecmp
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
import yaml

from builder.build import in_memory
from builder.pages import tables
from builder.values.quantity import Modifier
from tests.documented import ARTICLE, CLAIM, COMPARISON, RELATIONS, SILENCES


class Document(HTMLParser):
    """The links, ids and loaded files of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = dict(attributes)
        if found.get("id"):
            self.ids.append(found["id"] or "")
        if tag == "a" and found.get("href"):
            self.links.append(found["href"] or "")
        if tag in ("script", "img", "iframe", "source") and found.get("src"):
            self.loads.append(found["src"] or "")
        if tag == "link" and found.get("rel") != "canonical" and found.get("href"):
            self.loads.append(found["href"] or "")


@pytest.fixture(scope="module")
def pages(built_site: Path) -> dict[str, Document]:
    """Address of each page -> what it links to."""
    found = {}
    for path in sorted(built_site.rglob("*.html")):
        address = path.relative_to(built_site).as_posix().removesuffix("index.html")
        found[address] = Document(path.read_text(encoding="utf-8"))
    return found


def load(built_site: Path, name: str) -> list[dict[str, object]]:
    text = (built_site / "data" / f"{name}.json").read_text(encoding="utf-8")
    return json.loads(text, parse_constant=lambda constant: pytest.fail(f"{name}.json holds {constant}"))


def test_every_article_and_topic_has_its_page(repository: Path, pages: dict[str, Document]) -> None:
    articles = {f"articles/{path.stem}/" for path in (repository / "content/articles").glob("*.md")}
    topics = {f"topics/{path.stem}/" for path in (repository / "content/topics").glob("*.yml")}
    assert len(articles) == 5
    assert {
        "casualties",
        "troop-numbers",
        "language-barrier",
        "kursk-villages",
        "arrival-and-first-combat",
    } <= {topic.split("/")[1] for topic in topics}
    assert {"", "method/", *articles, *topics} <= set(pages)


def test_every_link_and_anchor_leads_somewhere(built_site: Path, pages: dict[str, Document]) -> None:
    ids = {address: set(page.ids) for address, page in pages.items()}
    lost = []
    for address, page in pages.items():
        base = f"http://site/{address}"
        for link in page.links:
            target, anchor = urldefrag(urljoin(base, link))
            parts = urlsplit(target)
            if parts.netloc != "site":
                continue
            if address == "404.html":
                continue  # its links start at the site's address, wherever that is
            path = unquote(parts.path).lstrip("/")
            if path in ids:
                # "#__consent" and the like are Material's own switches, not places.
                if anchor and anchor not in ids[path] and not anchor.startswith("__"):
                    lost.append(f"{address}: {link}")
            elif not (built_site / path).is_file():
                lost.append(f"{address}: {link}")
    assert lost == []


def test_the_home_page_tells_of_each_tension_once(built_site: Path) -> None:
    page = (built_site / "index.html").read_text(encoding="utf-8")
    article = page[page.index("<article") : page.index("</article>")]
    heading = "Where the accounts are in tension"
    assert "contradict each other" not in article
    assert article.count(heading) == 1
    cards = article.partition(heading)[2]
    cards = cards[: cards.index("<h2")]
    assert ">Contradiction</span>" not in article
    assert cards.count("on November 5") == 1
    assert "(Unsigned digest; about 6–12 December 2024" not in article, "no sentence repeats the card"


def test_the_home_page_has_one_card_for_each_contradiction() -> None:
    """Of an invented story, as the accounts of this site's own do not contradict each other."""
    pages = in_memory.make(Path(__file__).parent / "stories/bank").pages
    home = next(page.body for page in pages if page.address == "")
    # The topics' headings below the cards name a contradiction too.
    cards = home.partition('id="what-the-comparisons-say"')[0].split(">Contradiction</span>")[1:]
    assert len(cards) == 2
    assert sum("94 percent" in card[:2000] for card in cards) == 1


def test_an_article_s_page_says_once_that_its_claims_were_checked(built_site: Path) -> None:
    for path in (built_site / "articles").glob("*/index.html"):
        page = path.read_text(encoding="utf-8")
        assert page.count("re-checked in this build") + page.count("Each of these claims was checked") == 1, (
            path
        )


def test_nothing_is_loaded_from_another_host(pages: dict[str, Document]) -> None:
    outside = [
        f"{address}: {load}"
        for address, page in pages.items()
        for load in page.loads
        if urlsplit(load).netloc
    ]
    assert outside == []


def test_no_id_stands_twice(pages: dict[str, Document]) -> None:
    for address, page in pages.items():
        twice = {name for name in page.ids if page.ids.count(name) > 1}
        assert not twice, f"{address}: {twice}"


def test_the_search_index_holds_figures_names_and_questions(built_site: Path) -> None:
    index = json.loads((built_site / "search/search_index.json").read_text(encoding="utf-8"))
    texts = [re.sub(r"<[^>]+>", " ", f"{entry['title']} {entry['text']}") for entry in index["docs"]]
    locations = {entry["location"] for entry in index["docs"]}
    assert "topics/casualties/" in locations
    for words in (
        "around 30",
        "Vorobzha",
        "Vorozhba",
        "friendly fire",
        "Institute for the Study of War",
        "3,000",
    ):
        assert any(words in text for text in texts), words


def test_only_pages_data_and_assets_are_published(built_site: Path) -> None:
    files = {path.relative_to(built_site) for path in built_site.rglob("*") if path.is_file()}
    endings = {path.suffix for path in files}
    assert not endings & {".yml", ".yaml", ".md", ".py", ".jinja", ".j2", ".txt"}, files
    data = {path.as_posix() for path in files if path.parts[0] == "data" and len(path.parts) == 2}
    assert data == {*tables.FILES, "data/datapackage.json", "data/index.html"}


def test_data_articles(built_site: Path, repository: Path) -> None:
    articles = load(built_site, "articles")
    assert len(articles) == 5
    for article in articles:
        assert set(article) >= ARTICLE
        front = yaml.safe_load(
            (repository / f"content/articles/{article['id']}.md").read_text(encoding="utf-8").split("---")[1]
        )
        assert (article["outlet"], article.get("title")) == (front["outlet"], front.get("headline"))
        assert article["source_sha256"] == front["source_sha256"]
        assert (built_site / str(article["url"]) / "index.html").is_file()


def test_data_claims(built_site: Path, repository: Path, pages: dict[str, Document]) -> None:
    claims = load(built_site, "claims")
    written = [
        f"{path.stem}/{claim['id']}"
        for path in (repository / "content/articles").glob("*.md")
        for claim in yaml.safe_load(path.read_text(encoding="utf-8").split("\n---\n")[0])["claims"]
    ]
    assert sorted(claim["id"] for claim in claims) == sorted(written)
    modifiers = {modifier.value for modifier in Modifier}
    for claim in claims:
        assert set(claim) >= CLAIM
        assert claim.get("modifier") in modifiers | {None}
        if claim.get("modifier") == "vague":
            assert not claim.keys() & {"low", "high"}
        page, _, anchor = str(claim["url"]).partition("#")
        assert anchor in pages[page].ids


def test_data_comparisons(built_site: Path, pages: dict[str, Document]) -> None:
    comparisons = load(built_site, "comparisons")
    claims = {claim["id"]: claim for claim in load(built_site, "claims")}
    articles = {article["id"] for article in load(built_site, "articles")}

    def answering(question: str) -> set[object]:
        return {claim["article"] for claim in claims.values() if claim["question"] == question}

    # Nobody leaves out what is in another's headline, nor a detail of what it does not tell.
    expected = {
        "the-front/advance-headline": answering("the-front/advance-headline"),
        "language-barrier/friendly-fire-killed": answering("language-barrier/friendly-fire"),
        "troop-numbers/figure-announced": answering("troop-numbers/deployed"),
    }
    for row in comparisons:
        assert set(row) >= COMPARISON
        answered = {claim["article"] for claim in claims.values() if claim["question"] == row["question"]}
        assert row["reports"] == len(answered)
        silent = {silence["article"] for silence in row["silences"]}
        assert {silence["kind"] for silence in row["silences"]} <= SILENCES
        assert answered | silent == expected.get(row["question"], articles)
        assert not answered & silent
        for relation in row["relations"]:
            assert relation["relation"] in RELATIONS
            assert {relation["a"], relation["b"]} <= set(claims)
            assert relation["reason"].endswith((".", "?", "!", ".”"))
        page, _, anchor = str(row["url"]).partition("#")
        assert anchor in pages[page].ids


def test_no_cell_is_a_bare_dash(built_site: Path) -> None:
    for path in (built_site / "pairs").glob("*/index.html"):
        cells = re.findall(r"<td[^>]*>(.*?)</td>", path.read_text(encoding="utf-8"), re.DOTALL)
        bare = [cell for cell in cells if not re.sub(r"<[^>]+>|[\s–—-]", "", cell)]
        assert cells
        assert bare == []
    for path in (built_site / "topics").rglob("index.html"):
        cells = re.findall(
            r'<li class="vm-(?:report|gap) [^>]*>(.*?)</li>', path.read_text(encoding="utf-8"), re.DOTALL
        )
        assert cells
        assert [cell for cell in cells if not re.sub(r"<[^>]+>|[\s–—-]", "", cell)] == []


def test_two_builds_are_the_same_byte_for_byte(built_site: Path, repository: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(again)]
    # Another seed for the order of sets, another zone, another locale: none may reach a page.
    environment = os.environ | {"PYTHONHASHSEED": "4711", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    subprocess.run(command, cwd=repository, env=environment, check=True, capture_output=True)
    left = sorted(path.relative_to(built_site) for path in built_site.rglob("*") if path.is_file())
    right = sorted(path.relative_to(again) for path in again.rglob("*") if path.is_file())
    assert left == right
    # The sitemap's archive carries the time of its making, written by MkDocs.
    names = [str(name) for name in left if name.name != "sitemap.xml.gz"]
    _, different, errors = filecmp.cmpfiles(built_site, again, names, shallow=False)
    assert different == errors == []
