"""The words of the interface: every other language has them all, and its pages have no English ones."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

from builder.build import in_memory
from builder.compare.disputes import disputes
from builder.compare.headings import topic_heading
from builder.compare.library import index
from builder.compare.phrases import capital
from builder.compare.topics import compare_topic
from builder.compare.unsure import by_name
from builder.content.map_outline import FILE, read_outline
from builder.content.model import Claim, Source
from builder.content.problems import CATALOGUE
from builder.pages import render, tables
from builder.pages.page import Page
from builder.pages.prose import prose, shortened
from builder.pages.render import KINDS, TEMPLATES
from builder.pages.views import asked as asked_views
from builder.pages.views import parts, questions, room, story, timeline, topic
from builder.pages.views.data import TYPES
from builder.pages.views.picture import LABEL
from builder.pages.views.set_beside import LIKEWISE, OWN
from builder.pages.words import Words, languages, read_words
from builder.proof.check import proofread
from builder.values import quantity
from builder.values.quantity import Quantity
from builder.values.text import normalise
from tests.factory import SITES, write_site
from tests.interface import asked

ROOT = Path(__file__).resolve().parents[2]
SECOND = {
    "topics/wake.yml": "title: The wake\nlead: What it left.\nquestions:\n"
    "  - {id: wreck, text: Is there a wreck?, short: Wreck, answer: yes-no}\n",
    "stories.yml": (SITES / "valid/content/stories.yml").read_text(encoding="utf-8")
    + "\nafterwards:\n  title: Afterwards\n  summary: Nothing more was told.\n  topics: [wake]\n",
    "changes/2031-03-06-second.yml": 'at: "2031-03-06T09:00:00Z"\nchanges:\n'
    "  - {what: new high, question: passengers/aboard, claims: [harbour-post-adrift/aboard], was: 90, now: 140}\n"
    "  - {what: relation turned, question: passengers/aboard, claims: [harbour-post-adrift/aboard, sound-radio-fuse/aboard], "
    "was: same, now: compatible, pairs: 3}\n"
    "  - {what: first appearance, question: cause/reason, article: sound-radio-fuse, was: harbour-post-adrift}\n"
    "  - {what: correction, topic: cause, text: The lead named a fire.}\n"
    "  - {what: article removed, topic: cause, gone: Mail}\n",
    "changes/2031-03-05-first.yml": 'at: "2031-03-05T09:00:00Z"\nchanges:\n'
    "  - {what: new article, article: harbour-post-adrift}\n  - {what: new article, article: sound-radio-fuse}\n",
}
"""A second story, so that the tiny site has an index of its topics, and a log of what changed."""

SAME_EVERYWHERE = {"SHA-256", "CSV", "JSON", "km", "GitHub", "Natural Earth", "Wikidata", "Wikipedia"}
"""Letters that are no words of any language."""


@pytest.mark.parametrize("language", [name for name in languages(TEMPLATES / "words") if name != "en"])
def test_a_catalogue_has_every_word_and_no_other(language: str) -> None:
    catalogue = read_words(TEMPLATES / "words", language).catalogue
    assert asked() - set(catalogue) == set()
    assert set(catalogue) - asked() == set()
    for english, other in catalogue.items():
        assert sorted(re.findall(r"{\w+}", english)) == sorted(re.findall(r"{\w+}", other)), english


@pytest.fixture(params=["one story", "two stories", "question by question", "repository"])
def root(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Sites that together have all kinds of page, a map, a timeline and charts."""
    if request.param == "repository":
        return ROOT
    if request.param == "question by question":
        _no_room(monkeypatch)
    return write_site(tmp_path / "root", SECOND if request.param == "two stories" else {})


def _no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make topics lead on to pages of their questions, and indexes to further parts."""
    monkeypatch.setattr(room, "SIZE", 0)
    monkeypatch.setattr(room, "_LIMITS", (room.Limits(1, 1),))
    monkeypatch.setattr(questions, "PART", 0)
    monkeypatch.setattr(parts, "PART", 0)
    monkeypatch.setattr(asked_views, "SIZE", 0)
    for module in (topic, questions):
        monkeypatch.setattr(module, "FULL", 2)
    for module, name in ((topic, "SOURCES"), (topic, "NAMED"), (story, "TOPICS"), (timeline, "DAYS")):
        monkeypatch.setattr(module, name, 1)


def test_no_page_keeps_an_english_word_of_the_interface(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every text is content or comes from the catalogue, which here puts a dot on every letter."""
    monkeypatch.setattr(render, "spell_out", lambda pieces, names: pieces)  # a name in full is content too
    templates = tmp_path / "templates"
    shutil.copytree(TEMPLATES, templates, ignore=shutil.ignore_patterns("theme", "words"))
    dotted = templates / "words" / "xx.json"
    dotted.parent.mkdir()
    dotted.write_text(json.dumps({english: _dotted(english) for english in asked()}), encoding="utf-8")
    site = proofread(root, "content").site
    library = index(site)
    comparisons = [compare_topic(library, topic) for topic in site.topics.values()]
    outline = read_outline(root / "content" / FILE)
    headings = (_plain(topic_heading(comparison, library.outlet_names)) for comparison in comparisons)
    known = {
        *_texts(site),
        *_texts(outline),
        *DICTIONARY,
        *(kind.meaning for kind in CATALOGUE.values()),
        *_sentences(comparisons),
        *headings,
        # Of a pair, in English as the reasons beside it.
        *(f"{outlet.short} prints both sides." for outlet in site.outlets.values()),
        *SAME_EVERYWHERE,
    }
    edited = sorted(map(_plain, known), key=len, reverse=True)
    pages = in_memory.make(root, templates=templates, language="xx").pages
    shown = {text for page in pages for text in printed(page)}
    assert {text for text in shown if _left(text, edited)} == set()


def _dotted(english: str) -> str:
    return "".join(
        part if part.startswith("{") else re.sub(r"\w", "·", part) for part in re.split(r"({\w+})", english)
    )


def _plain(text: str) -> str:
    """Return a text with one kind of quotation marks, because pages have single ones in a quotation within another."""
    return normalise(text).replace('"', "'")


def _left(text: str, edited: list[str]) -> str:
    """Return the parts of a text that are neither from the catalogue nor by an editor."""
    rest = re.sub(r"\b[0-9a-f]{12}( ?…|\b)", "", _plain(text))
    for known in edited:
        rest = rest.replace(known, "")
    if rest.endswith(("…", '…"')):
        start = rest.rstrip('…" ').rpartition("· ")[2].strip(' ,;"')
        rest = "" if any(known.startswith(start) for known in edited) else rest
    return rest if re.search(r"[^\W\d_]{2}", rest) else ""


def _texts(value: Any) -> Iterator[str]:
    """Yield every text that an editor wrote, prose also as it is on pages."""
    if isinstance(value, str):
        yield from (_plain(value), _plain(shortened(value, LABEL)))
        yield from (_plain(piece) for piece in Visible(prose(value)).pieces if len(value) > 200)
    elif isinstance(value, Claim):
        yield _plain(shortened(value.printed, LABEL))
        # The meaning of a figure is content, not interface.
        yield from [quantity.caption(value.value)] if isinstance(value.value, Quantity) else []
        yield from _fields(value)
    elif isinstance(value, Source):
        # A side begins a heading, and a sentence.
        yield from [value.introduced, capital(value.introduced)]
        yield from _fields(value)
    elif isinstance(value, Struct):
        yield from _fields(value)
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)


def _fields(value: Any) -> Iterator[str]:
    for name in value.__struct_fields__:
        yield from _texts(getattr(value, name))


def _sentences(comparisons: Any) -> Iterator[str]:
    comparisons = list(comparisons)
    yield from (found.why for found in disputes(row for one in comparisons for row in one.rows))
    for comparison in comparisons:
        answer = comparison.answer
        yield from (
            answer.text,
            comparison.summary,
            *comparison.opening,
            *(capital(fact.text) for fact in comparison.findings.facts),
            *answer.sentences,
            *(line.text for line in (*answer.parted, *answer.tense, *answer.counted)),
        )
        for row in comparison.rows:
            yield from (row.summary, *row.notes, *(judged.reason for judged in row.judgements))
            for a in row.claims:
                for b in row.claims:
                    if a is not b and (found := row.between(a, b)):
                        yield from _by_name(found.reason, a, b, row.library.outlet_names)


def _by_name(reason: str, a: Claim, b: Claim, outlets: Mapping[str, str]) -> Iterator[str]:
    """Yield a reason as it stands, with both texts by their outlets, and with one of them as that of the page."""
    yield from (reason, LIKEWISE)
    first, second = outlets[a.outlet], outlets[b.outlet]
    for names in ((first, second), (OWN, second), (first, OWN)):
        yield by_name(reason, (a, names[0]), (b, names[1]))


class Visible(HTMLParser):
    """The texts of a page that a reader sees or hears: one for each element, with quotations in one piece."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.names: list[str] = []
        self.quoting = 0
        # A mark inside a text does not end it.
        marked = (
            r'<label class="vm-mentioned"><span aria-hidden="true">|</span><button[^>]*></button></label>'
        )
        self.feed(re.sub(rf"</?mark>|{marked}|</?label[^>]*>|<button[^>]*></button>", "", html))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names += [
            value for name, value in attrs if name in ("title", "aria-label", "abbr", "alt") and value
        ]
        self.quoting += tag == "q"
        if tag == "q":
            self.pieces.append("")

    def handle_endtag(self, tag: str) -> None:
        self.quoting -= tag == "q"
        if tag == "q":
            self.pieces.append("")

    def handle_data(self, data: str) -> None:
        if self.quoting:
            self.pieces[-1] += data
        else:
            self.pieces.append(data)


# What names the data for programs is English everywhere.
DICTIONARY = {
    *_texts((tables.OF_TOPIC, *tables.TABLES)),
    *TYPES.values(),
    "JSON Schema",
    "datapackage.json",
    "annotations.jsonld",
    "BibTeX",
    "CSL-JSON",
    "Wikipedia",
}


def printed(page: Page) -> Iterator[str]:
    """Yield the texts of a page; its description, which may be cut, only if no editor wrote it."""
    own = page.kind in ("outlet", "pair", "source", "sources", "articles", "topics")
    # Citations are the same in every language.
    seen = Visible(re.sub(r'<pre.*?</pre>|<span class="Z3988".*?</span>', "", page.body, flags=re.DOTALL))
    for piece in (page.title, page.description if own else "", *seen.pieces, *seen.names):
        yield " ".join(piece.split())


def test_german_pages_are_german(root: Path) -> None:
    german = read_words(TEMPLATES / "words", "de").catalogue
    english = {_bare(key) for key, other in german.items() if _bare(key) != _bare(other)}
    made = proofread(root, "content").site
    edited = {_bare(text) for text in (*_texts(made), *DICTIONARY)}
    pages = in_memory.make(root, language="de").pages
    assert {page.address: found for page in pages if (found := _found(page, english - edited))} == {}


def _found(page: Page, english: set[str]) -> set[str]:
    return {bare for text in printed(page) if (bare := _bare(text)) in english}


def _bare(text: str) -> str:
    """Return a text without the figures and punctuation around the words of the interface."""
    return re.sub(r"^[\W\d]+|[\W\d]+$", "", text).casefold()


def test_the_sites_above_have_all_kinds_of_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write_site(tmp_path, SECOND)
    kinds = {page.kind for page in in_memory.make(root).pages}
    _no_room(monkeypatch)
    kinds |= {page.kind for page in in_memory.make(root).pages}
    assert kinds == set(KINDS.values())


def test_german_pages_have_german_headings_and_dates() -> None:
    pages = {page.address: page for page in in_memory.make(SITES / "valid", language="de").pages}
    assert "Frage für Frage" in [section.title for section in pages["topics/passengers/"].sections]
    assert pages["articles/"].title == "Artikel"
    assert "4. März 2031" in pages["articles/harbour-post-adrift/"].body
    # The sentences of the comparison are content.
    assert (
        " are one figure, hedged differently, both from the ferry line." in pages["topics/passengers/"].body
    )


def test_missing_words_are_english(tmp_path: Path) -> None:
    assert read_words(tmp_path, "xx")("Side by side") == "Side by side"
    assert read_words(tmp_path, "../../etc")("Side by side") == "Side by side"
    assert Words().count(3, "report") == "three reports"
    assert Words("de", {"reports": "Berichte"}).count(3, "report") == "3 Berichte"


def test_inserted_values_are_not_formatted_again() -> None:
    assert Words()("{a} and {b}", a="{b}", b="2") == "{b} and 2"
