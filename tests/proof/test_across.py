"""Copies and unknown spellings, seen where all private texts lie side by side."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from builder.content.load import Document, load
from builder.content.model import Site
from builder.content.problems import Problem, Severity
from builder.content.validate import validate
from builder.proof.across import across
from builder.proof.text import Text
from tests.factory import write_site
from tests.proof.test_reuse import INDEPENDENT, PARTIAL, REPRINT, WIRE


@pytest.fixture
def tiny(tmp_path: Path) -> tuple[Site, list, tuple[str, str]]:
    """The tiny valid site, its documents, and the ids of two of its articles."""
    content = load(write_site(tmp_path))
    site, _ = validate(content)
    first, second = sorted(site.articles)[:2]
    return site, content.articles, (first, second)


def told(tiny, first: str, second: str) -> list[Problem]:
    site, documents, ids = tiny
    texts = {
        site.articles[id].source_file: Text(site.articles[id].source_file, raw, "0" * 64)
        for id, raw in zip(ids, (first, second), strict=True)
    }
    return across(site, documents, texts)


@pytest.mark.parametrize("copy", [REPRINT, PARTIAL], ids=["reprint", "part"])
def test_a_copy_that_does_not_say_so_is_told(tiny, copy: str) -> None:
    (found,) = told(tiny, WIRE, copy)
    assert found.kind.name == "unmarked-copy"
    assert found.kind.severity is Severity.WARNING
    assert tiny[2][0] in found.message
    assert found.path == f"content/articles/{tiny[2][1]}.md"


def test_a_copy_that_says_so_is_not(tiny) -> None:
    site, _, (first, second) = tiny
    site.articles[second] = replace(site.articles[second], copy_of=first)
    assert told(tiny, WIRE, REPRINT) == []


def test_a_text_that_shares_passages_with_a_copy_is_told_of_the_original_only(tiny) -> None:
    site, documents, (first, second) = tiny
    third = "zephyr"
    site.articles[third] = replace(site.articles[second], id=third, source_file="zephyr.txt")
    documents = [*documents, Document("content/articles/zephyr.md", third)]
    site.articles[second] = replace(site.articles[second], copy_of=first)
    texts = {
        site.articles[id].source_file: Text(site.articles[id].source_file, raw, "0" * 64)
        for id, raw in ((first, WIRE), (second, WIRE), (third, PARTIAL))
    }
    (found,) = across(site, documents, texts)
    assert found.kind.name == "unmarked-copy"
    assert [id for id in (first, second, third) if id in f"{found.path} {found.message}"] == [first, third]


def test_another_report_of_the_same_is_no_copy(tiny) -> None:
    assert told(tiny, WIRE, INDEPENDENT) == []


def test_one_credit_line_lowers_the_bar(tiny) -> None:
    site, _, ids = tiny
    little = (
        f"{INDEPENDENT} The ministry said that it would publish a first report within thirty days, he added."
    )
    assert told(tiny, WIRE, little) == []
    for id in ids:
        site.articles[id] = replace(site.articles[id], credit="Sound Wire")
    (found,) = told(tiny, WIRE, little)
    assert found.key == "credit"
    assert "Sound Wire" in found.message


def test_an_unknown_spelling_is_proposed(tiny) -> None:
    site, _, _ = tiny
    place = next(iter(site.places.values()))
    site.places[place.id] = replace(place, name="Vorobzha", aliases=())
    (found,) = told(tiny, "They met near Vorozhba on Monday.", "They met near Vorobzha on Monday.")
    assert found.kind.name == "unknown-name"
    assert "Vorozhba" in found.message
    assert place.id in found.message


def test_without_texts_nothing_is_said(tiny) -> None:
    site, documents, _ = tiny
    assert across(site, documents, None) == []


def test_a_copy_that_repeats_nothing_is_told(tiny) -> None:
    site, _, (first, second) = tiny
    site.articles[second] = replace(site.articles[second], copy_of=first)
    (found,) = told(tiny, WIRE, INDEPENDENT)
    assert (found.kind.code, found.kind.name, found.key) == ("V165", "copy-unfit", "copy_of")
    assert found.path == f"content/articles/{second}.md"
    assert f'with "{first}": it is another text' in found.message
    assert told(tiny, WIRE, REPRINT) == told(tiny, WIRE, PARTIAL) == []


def test_a_translation_and_a_scrap_are_not_told_of(tiny) -> None:
    site, _, (first, second) = tiny
    site.articles[second] = replace(site.articles[second], copy_of=first)
    assert told(tiny, WIRE, "Only a scrap of another text.") == []
    site.articles[second] = replace(site.articles[second], copy_of=first, language="de")
    assert told(tiny, WIRE, INDEPENDENT) == []
