"""Wordings one below the other: differences, cuts and insertions."""

from __future__ import annotations

import pytest

from builder.pages.views.claims import Teller
from builder.pages.views.wordings import WordingView, laid
from tests.factory import article, library, wording


def told(*printed: str) -> tuple[WordingView, ...]:
    articles = [
        article(f"post-{number}", wording(words, statement="one")) for number, words in enumerate(printed)
    ]
    made = library(*articles)
    return laid([claim for found in articles for claim in found.claims], Teller(made))


def kinds(view: WordingView) -> list[tuple[str, str]]:
    return [(piece.text, piece.kind) for piece in view.pieces]


def test_only_the_words_that_differ_are_marked() -> None:
    first, second = told("a difficult obstacle to control", "a problematic obstacle to command")
    assert kinds(first) == [
        ("a ", "same"), ("difficult", "differs"), (" ", "same"), ("obstacle to", "same"), (" ", "same"), ("control", "differs"),
    ] or kinds(first) == [
        ("a ", "same"), ("difficult", "differs"), (" obstacle to ", "same"), ("control", "differs"),
    ]  # fmt: skip
    assert [text for text, kind in kinds(second) if kind == "differs"] == ["problematic", "command"]


def test_the_longest_wording_marks_what_no_other_has() -> None:
    longest, middle, short = told(
        "friction in Russian operations in Kursk in the near term", "friction in Russian operations in Kursk Oblast",
        "friction in Russian operations",
    )  # fmt: skip
    assert [text for text, kind in kinds(longest) if kind == "differs"] == ["in the near term"]
    assert [text for text, kind in kinds(middle) if kind == "differs"] == ["Oblast"]
    assert [text for text, kind in kinds(short) if kind == "differs"] == []


@pytest.mark.parametrize(
    ("printed", "kind", "piece"),
    [
        ("they stopped … at night", "cut", "…"),
        ("our [mutual security] agreements hold", "added", "[mutual security]"),
    ],
)
def test_cuts_and_insertions_are_shown_as_such(printed: str, kind: str, piece: str) -> None:
    view = told(printed, "they stopped before our agreements at night hold")[0]
    assert piece in [text.strip() for text, found in kinds(view) if found == kind]


@pytest.mark.parametrize(
    "printed", ['had begun to use "a number" of men', "first, second; third.", "“quoted” words"]
)
def test_joined_the_pieces_are_the_wording(printed: str) -> None:
    view = told(printed, "something else of it")[0]
    straight = printed.translate({0x201C: '"', 0x201D: '"'})
    assert "".join(piece.text for piece in view.pieces) == straight
