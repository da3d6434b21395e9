"""Whoever adds a modifier is told of every room that has to know it."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

import pytest

from builder.compare.hedges import hedges
from builder.compare.topics import compare_topic
from builder.pages.views.claims import Teller
from builder.pages.views.picture import panels
from builder.values.figures.reader import read
from builder.values.lexicon import language_file, languages
from builder.values.quantity import BOUNDS, Modifier, Quantity, caption
from tests.conftest import ROOT
from tests.factory import NAMES, TOPIC, article, figure, library

VALUES = {modifier.value for modifier in Modifier}


class Expected(NamedTuple):
    """What each room makes of a figure of 40 with a modifier."""

    printed: str
    bounds: tuple[int | None, int | None]
    drawn: dict[str, Any]
    """Of its mark in a picture, beside one of "50"."""
    hedge: bool
    """Whether a flat "40" of the same source drops a hedge."""


def mark(low: float | None, high: float | None, point: float | None = 40, **more: bool) -> dict[str, Any]:
    return {"low": low, "high": high, "point": point, "soft": False, "beside": False, "off": ""} | more


EXPECTED = {
    Modifier.EXACTLY: Expected("40", (40, 40), mark(40, 40), False),
    Modifier.ABOUT: Expected("about 40", (40, 40), mark(36, 44, soft=True), True),
    Modifier.UP_TO: Expected("up to 40", (None, 40), mark(None, 40), False),
    Modifier.AT_LEAST: Expected("at least 40", (40, None), mark(40, None), False),
    Modifier.MORE_THAN: Expected("more than 40", (40, None), mark(40, None, beside=True), False),
    Modifier.LESS_THAN: Expected("less than 40", (None, 40), mark(None, 40, beside=True), False),
    Modifier.BETWEEN: Expected("between 40 and 45", (40, 45), mark(40, 45, None), False),
    Modifier.VAGUE: Expected(
        "dozens", (None, None), mark(None, None, None, off="words only, no figure"), False
    ),
}
"""A modifier that is missing here is missing in one of the rooms, too."""


def test_every_modifier_is_expected() -> None:
    assert EXPECTED.keys() == set(Modifier) == BOUNDS.keys()


@pytest.mark.parametrize("modifier", Modifier, ids=lambda modifier: modifier.value)
def test_it_is_read_from_print_and_printed_again(modifier: Modifier) -> None:
    expected = EXPECTED[modifier]
    found = read(expected.printed)
    assert isinstance(found, Quantity)
    assert (found.modifier, found.low, found.high) == (modifier, *expected.bounds)
    again = read(caption(found))
    assert isinstance(again, Quantity)
    assert again.same_as == found.same_as


def test_words_are_known_for_every_hedge() -> None:
    without_words = {Modifier.EXACTLY, Modifier.BETWEEN, Modifier.VAGUE}
    for code in languages():
        before = language_file(code).before
        known = {modifier for modifier in Modifier if getattr(before, modifier.name.casefold(), "")}
        assert known == set(Modifier) - without_words, code


@pytest.mark.parametrize("modifier", Modifier, ids=lambda modifier: modifier.value)
def test_pictures_draw_it(modifier: Modifier) -> None:
    expected = EXPECTED[modifier]
    found = library(
        article("post", figure(expected.printed)),
        article("radio", figure("50")),
        article("wire", figure("60")),
        article("gazette", figure("70")),
    )
    row = compare_topic(found, found.site.topics[TOPIC]).rows[0]
    (panel,) = panels([row], Teller(found))
    marks = {mark.claim.printed: mark for group in panel.groups for mark in group.marks}
    drawn = marks[expected.printed]
    own = {name: getattr(drawn, name) for name in expected.drawn}
    own |= {name: pytest.approx(own[name], abs=1e-6) for name in ("low", "high") if own[name] is not None}
    assert own == expected.drawn


@pytest.mark.parametrize("modifier", Modifier, ids=lambda modifier: modifier.value)
def test_a_hedge_that_is_dropped_is_told(modifier: Modifier) -> None:
    expected = EXPECTED[modifier]
    told = [
        figure(expected.printed, article="post", outlet="post"),
        figure("40", article="radio", outlet="radio"),
    ]
    assert (
        bool(hedges(told, set(), {"post": "Post", "radio": "Radio"}, NAMES, {"post": "en", "radio": "en"}))
        == expected.hedge
    )


def test_the_schema_and_the_key_reference_list_all() -> None:
    schema = json.loads((ROOT / "docs/schemas/article.schema.json").read_text(encoding="utf-8"))
    assert set(schema["$defs"]["Modifier"]["enum"]) == VALUES
    keys = (ROOT / "docs/keys.md").read_text(encoding="utf-8")
    (line,) = [line for line in keys.splitlines() if line.startswith("| `modifier` |")]
    assert set(line.split("|")[2].replace("one of", "").replace("`", "").strip().split(", ")) == VALUES


def test_the_method_page_explains_all() -> None:
    method = (ROOT / "content/method.md").read_text(encoding="utf-8")
    cells = [line.split("|")[2].strip() for line in method.splitlines() if line.startswith("| ")]
    for modifier in Modifier:
        words = "between the two" if modifier is Modifier.BETWEEN else modifier.value
        assert any(cell.startswith(words) for cell in cells), modifier
