"""A page with an interface in one language and content in another marks the language of each text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from builder.build import in_memory
from builder.pages.page import Page
from builder.pages.typography import curly
from builder.proof.check import proofread
from tests.factory import valid, write_site

ROOT = Path(__file__).resolve().parents[2]
VOID = {"br", "hr", "img", "input", "wbr", "col"}
WORDS = re.compile(r"\b(?:the|of|and|to|is|are|was|were|by|with|from|for|not|that|which|what|who|how)\b")
"""Words that no German sentence has and almost every English one does."""
WORTE = re.compile(r"\b(?:der|die|das|und|ist|sind|nicht|von|mit|zu|wer|wie|im|es|zur|kein|sagt)\b")


class Spoken(HTMLParser):
    """The texts of a page, each with its language: that of the nearest element with one."""

    def __init__(self, html: str, language: str) -> None:
        super().__init__()
        self.texts: list[tuple[str, str]] = []
        self._within = [("", language)]
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self._within.append((tag, dict(attrs).get("lang") or self._within[-1][1]))

    def handle_endtag(self, tag: str) -> None:
        while self._within.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((self._within[-1][1], data.strip()))


def spoken(pages: tuple[Page, ...], language: str) -> Iterator[tuple[str, str, str]]:
    for page in pages:
        # In drawings, slashes close elements without an end tag.
        for code, text in Spoken(re.sub(r"<(\w+)([^>]*)/>", r"<\1\2></\1>", page.body), language).texts:
            yield page.address, code, text


@pytest.fixture(scope="module")
def german() -> tuple[Page, ...]:
    return in_memory.make(ROOT, language="de").pages


def test_an_english_site_has_no_lang_attributes() -> None:
    for page in in_memory.make(ROOT).pages:
        assert "lang=" not in page.body, page.address


def test_english_words_on_german_pages_are_marked_and_german_ones_are_not(german: tuple[Page, ...]) -> None:
    """Names are ignored. So is the table of rules on the method page: it is Markdown, which marks no language."""
    site = proofread(ROOT, "content").site
    named = [
        *(name for source in site.sources.values() for name in (source.name, source.short, *source.aliases)),
        *(
            name
            for article in site.articles.values()
            for names in article.spellings.values()
            for name in names
        ),
        *(outlet.short for outlet in site.outlets.values()),
        "North Koreans sent: ",
    ]
    names = re.compile("|".join(map(re.escape, sorted(map(str, map(curly, named)), key=len, reverse=True))))
    wrong = [
        (address, code, text)
        for address, code, text in spoken(german, "de")
        if len((WORDS if code == "de" else WORTE).findall(names.sub("", text))) > 1
        and not (address == "method/" and code == "de")
        and "die Tage, für die" not in text
    ]
    assert wrong == []


def test_a_german_interface_says_once_a_page_that_the_sentences_are_english(german: tuple[Page, ...]) -> None:
    said = {
        page.address: page.body.count("Die Sätze des Vergleichs sind auf Englisch.")
        for page in german
        if page.kind in {"home", "topic", "article", "pair"}
    }
    assert len(said) > 20
    assert set(said.values()) == {1}
    assert all("are in English" not in page.body for page in in_memory.make(ROOT).pages)


@pytest.mark.parametrize(
    ("address", "of"),
    [
        ("topics/casualties/", "One source behind the figure of three reports: about 30"),
        (
            "topics/casualties/",
            "The Express & Star and the FT say that it could not be independently verified",
        ),
        ("topics/casualties/", "Both give 200: “200 personnel” (Newsweek) and “200 casualties” (the FT)"),
        ("topics/casualties/", "One source behind the figure of three reports"),
        ("topics/casualties/", "How many North Korean soldiers are said to have been"),
        ("topics/casualties/", "Verified by the outlet?"),
        ("articles/financial-times-first-combat/", "Arrival and first combat"),
        ("", "North Korean troops in Kursk, December 2024"),
        ("method/", "This site compares what outlets printed."),
    ],
)
def test_english_texts_are_marked_as_english(german: tuple[Page, ...], address: str, of: str) -> None:
    found = {code for where, code, text in spoken(german, "de") if where == address and text.startswith(of)}
    assert found == {"en"}


def test_an_articles_own_words_are_in_its_language(tmp_path: Path) -> None:
    """French words on an English page of German content."""
    text = valid("articles/sound-radio-fuse.md").replace("  headline: A broadcast has none.\n", "")
    text = text.replace("outlet: sound-radio\n", "outlet: sound-radio\nheadline: Le bac\nlanguage: fr\n")
    root = write_site(
        tmp_path,
        {"articles/sound-radio-fuse.md": text, "site.yml": valid("site.yml") + "language: de\n"},
    )
    pages = in_memory.make(root).pages
    article = next(page for page in pages if page.address == "articles/sound-radio-fuse/")
    assert article.language == "fr"
    texts = list(spoken((article,), "en"))
    printed = {code for _, code, text in texts if text == "140"}
    assert printed == {"fr"}
    assert {code for _, code, text in texts if text == "Said by" or text == "said by"} == {"en"}
    topic = next(page for page in pages if page.address == "topics/passengers/")
    assert topic.language == "de"
    codes = {code for _, code, _ in spoken((topic,), "en")}
    assert codes == {"en", "de", "fr"}
