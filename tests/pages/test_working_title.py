"""An article whose text has no headline is called by the site's own title, which is marked as that everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.build import in_memory
from builder.content.problems import ContentError
from tests.factory import valid, write_site

NAME = "articles/sound-radio-fuse.md"
OWN = "The fuse, as the radio tells it"


def pages(tmp_path: Path, *more: str, language: str = "en") -> dict[str, tuple[str, str]]:
    """Return address -> title and body of each page of the ferry's site, with more lines in one article."""
    text = valid(NAME).replace("outlet: sound-radio\n", "\n".join(("outlet: sound-radio", *more, "")))
    made = in_memory.make(write_site(tmp_path, {NAME: text}), language=language).pages
    return {page.address: (page.title, page.body) for page in made}


def test_the_working_title_stands_for_the_headline_and_says_whose_it_is(tmp_path: Path) -> None:
    made = pages(tmp_path, f"working_title: {OWN}")
    title, body = made["articles/sound-radio-fuse/"]
    assert title.endswith(f"Sound Radio: {OWN} [this site’s title]")
    assert "No headline in the text" in body, "the bibliography tells what the text has"
    assert f"{OWN} [this site’s title]" in made["articles/"][1]


def test_it_is_marked_in_german_too(tmp_path: Path) -> None:
    title, _ = pages(tmp_path, f"working_title: {OWN}", language="de")["articles/sound-radio-fuse/"]
    assert title.endswith(f"{OWN} [Titel dieser Seite]")


def test_without_one_the_page_says_that_there_is_no_headline(tmp_path: Path) -> None:
    assert pages(tmp_path)["articles/sound-radio-fuse/"][0].endswith("Sound Radio: no headline in the text")


def test_a_headline_needs_none(tmp_path: Path) -> None:
    lines = ("headline: A fuse", f"working_title: {OWN}")
    assert pages(tmp_path, *lines)["articles/sound-radio-fuse/"][0] == "A fuse"


def test_it_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="V20"):
        pages(tmp_path, "working_title: [a, b]")
