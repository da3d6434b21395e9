"""The interface's words: English is complete by itself, another language has them all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder import edition
from builder.pages.render import TEMPLATES
from builder.pages.words import Words, languages, read
from tests.factory import SITES


def asked() -> set[str]:
    """The words that templates ask for."""
    found: set[str] = set()
    for path in TEMPLATES.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        found |= set(re.findall(r'_\("((?:[^"\\]|\\.)*)"', text))
        for noun in re.findall(r'count\([^,]+, "([^"]+)"', text):
            found |= {noun, f"{noun}s"}
    return found


@pytest.mark.parametrize("language", [name for name in languages(TEMPLATES / "words") if name != "en"])
def test_a_catalogue_has_every_word(language: str) -> None:
    catalogue = read(TEMPLATES / "words", language).catalogue
    assert asked() - set(catalogue) == set()
    for english, other in catalogue.items():
        assert set(re.findall(r"{\w+}", english)) == set(re.findall(r"{\w+}", other)), english


def test_german_pages_have_german_headings() -> None:
    pages = {page.address: page for page in edition.make(SITES / "valid", language="de").pages}
    assert "Nebeneinander" in [section.title for section in pages["topics/passengers/"].sections]


def test_what_is_missing_stays_english(tmp_path: Path) -> None:
    assert read(tmp_path, "xx")("Side by side") == "Side by side"
    assert read(tmp_path, "../../etc")("Side by side") == "Side by side"
    assert Words().count(3, "report") == "three reports"
    assert Words("de", {"reports": "Berichte"}).count(3, "report") == "3 Berichte"
