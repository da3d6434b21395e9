"""What printed figures mean, or which word of them is not understood: tables of figures as outlets print them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from builder.values.figures.reader import LONGEST, read
from builder.values.figures.reasons import Reason
from builder.values.figures.refusal import Refusal
from builder.values.quantity import Kind, Quantity
from tests.values.figures.short import meant

HERE = Path(__file__).parent
CASES = yaml.safe_load((HERE / "cases.yml").read_text(encoding="utf-8"))
PRINTED = [
    (language, printed, meaning)
    for name in ("printed.yml", "printed_more.yml", "printed_press.yml")
    for language, table in yaml.load(
        (HERE / name).read_text(encoding="utf-8"),
        yaml.BaseLoader,  # noqa: S506 - it makes strings only
    ).items()
    for printed, meaning in table.items()
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.get('language', 'en')}: {case['printed']}")
def test_a_case_is_read_right(case):
    found = read(case["printed"], case.get("language", "en"))
    if case["modifier"] == "refuse":
        assert isinstance(found, Refusal)
        return
    assert isinstance(found, Quantity), found
    if case["modifier"] == "share":
        assert found.kind is Kind.SHARE
        assert not found.bounded
        return
    assert found.modifier.value == case["modifier"]
    assert (found.low, found.high) == (case.get("low"), case.get("high"))
    assert found.unit == case.get("unit")
    assert found.near == case.get("near", False)
    if "scale" in case:
        assert found.scale == case["scale"]


@pytest.mark.parametrize(("language", "printed", "meaning"), PRINTED)
def test_a_printed_figure_is_read_whole_or_refused(language, printed, meaning):
    found = read(printed, language)
    if meaning == "refuse" or meaning.startswith("refuse "):
        assert isinstance(found, Refusal), found
        assert found.word == meaning.removeprefix("refuse").strip().strip('"')
        return
    assert isinstance(found, Quantity), found
    wanted = meant(printed, meaning)
    if wanted.share and not wanted.bounded:
        assert (found.share, found.bounded) == (True, False)
        return
    assert (found.modifier, found.low, found.high, found.unit, found.near, found.scale, found.share) == (
        wanted.modifier, wanted.low, wanted.high, wanted.unit, wanted.near, wanted.scale, wanted.share,
    )  # fmt: skip
    assert all(
        isinstance(bound, int)
        for bound in (found.low, found.high)
        if bound is not None and bound == int(bound)
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a couple of hundred", "a couple of thousand"),
        ("dozens", "dozens, if not hundreds"),
        ("dozens", "at least dozens"),
        ("half", "a third"),
        ("about half", "half"),
        ("£145bn", "$145bn"),
        ("5 percent", "5 percentage points"),
        ("30", "30 a day"),
        ("nearly 200", "less than 200"),
    ],
)
def test_they_are_not_the_same(one, other):
    assert read(one).same_as != read(other).same_as


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dozens of people", "dozens"),
        ("dozens if not hundreds", "Dozens,  if not hundreds"),
        ("the half", "the  Half"),
        ("about 30", "some 30 people"),
        ("$5 million", "US$5,000,000"),
        ("40 percent", "40%"),
    ],
)
def test_they_are_the_same(one, other):
    assert read(one).same_as == read(other).same_as


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("30", Kind.COUNT), ("$30", Kind.MONEY), ("30 francs", Kind.MONEY), ("30%", Kind.PERCENT), ("3 basis points", Kind.PERCENT),
        ("30 km", Kind.MEASURE), ("four months", Kind.MEASURE), ("half", Kind.SHARE), ("30 a day", Kind.SHARE), ("dozens", Kind.COUNT),
    ],
)  # fmt: skip
def test_every_figure_has_its_kind(printed, kind):
    assert read(printed).kind is kind


@pytest.mark.parametrize(
    ("printed", "language", "reason", "says"),
    [
        ("barely 100", "en", Reason.WORD, '"barely" may change the figure, and is not understood'),
        ("nobody", "en", Reason.NO_FIGURE, "it prints no figure"),
        ("30 and 40", "en", Reason.TWO_FIGURES, '"40" begins a second figure'),
        ("10.000", "en", Reason.NUMBER, '"10.000" is no number, or can be read as more than one'),
        ("vsaj 30", "sl", Reason.LANGUAGE, "there are no rules for words in Slovenian"),
        ("9" * 400, "en", Reason.TOO_LARGE, f'"{"9" * 400}" is larger than any figure a paper prints'),
        ("10,000,000 billion", "en", Reason.TOO_LARGE, '"10,000,000 billion" is larger than any figure a paper prints'),
        ("30 " * LONGEST, "en", Reason.TOO_LONG, "it is longer than any printed figure"),
        ("T-72", "en", Reason.WORD, '"T" may change the figure, and is not understood'),
        ("-5", "en", Reason.BELOW, '"-5" is below zero, and only its words can be shown: modifier: vague'),
    ],
)  # fmt: skip
def test_a_refusal_says_in_words_what_is_not_understood(printed, language, reason, says):
    found = read(printed, language)
    assert (found.reason, found.says) == (reason, says)
