"""The list of changes at the end of a build."""

from __future__ import annotations

import pytest

from builder.compare.changes import MOST, Change, State, change_lines, changes


@pytest.mark.parametrize("number", [1, MOST, MOST + 1, 3 * MOST])
def test_the_list_of_changes_is_limited(number: int) -> None:
    found = [Change("new-high", f"ferry/{index}", 1, 2, f"Number {index}.") for index in range(number)]
    first, *lines = change_lines(found)
    assert first == "Since the last build:"
    assert lines[:MOST] == [f"  new-high: Number {index}." for index in range(min(number, MOST))]
    rest = [f"  ... and {number - MOST} more"]
    assert lines[MOST:] == (rest if number > MOST else [])


def test_no_former_build_and_no_changes_are_distinguished() -> None:
    assert change_lines(None) == []
    assert change_lines([]) == ["Nothing changed since the last build."]


def test_a_key_that_was_left_out_had_no_value() -> None:
    def state(**keys):
        claim = {"id": "a/c", "article": "a", "question": "t/q", "printed": "3 to 5"}
        return State(({"id": "a"},), ({**claim, **keys},), ({"question": "t/q"},))

    [change] = changes(state(low=3), state(low=3, high=5))
    assert (change.kind, change.before, change.after) == ("claim-changed", {"high": None}, {"high": 5})
    assert changes(state(low=3, high=5), state(low=3))[0].after == {"high": None}
    # As former programs wrote it.
    assert changes(state(low=3, high=None), state(low=3)) == ()


def answered(**published):
    articles = tuple({"id": id, "published": day} for id, day in published.items())
    claims = tuple({"id": f"{id}/c", "article": id, "question": "t/q", "printed": "140"} for id in published)
    return State(articles, claims, ({"question": "t/q"},))


@pytest.mark.parametrize(
    ("before", "after", "first"),
    [
        (
            {"post": "2031-03-03", "radio": "2031-03-05"},
            {"post": "2031-03-03", "radio": "2031-03-01"},
            ("post", "radio"),
        ),
        ({"post": "2031-03-03"}, {"post": "2031-03-03", "radio": "2031-03-01/2031-03-03"}, None),
        ({"post": "2031-03-03"}, {"post": "2031-03-03", "radio": None}, None),
        ({"post": "2031-03-03"}, {"post": "2031-03-03", "radio": "no day"}, None),
        ({"post": "2031-03-03"}, {"post": "2031-03-03", "radio": "2031-03-09"}, None),
        ({}, {"post": "2031-03-03"}, None),
    ],
)
def test_who_was_first_changes_only_where_it_is_certain(before, after, first):
    found = [
        change
        for change in changes(answered(**before), answered(**after))
        if change.kind == "first-appearance"
    ]
    assert [(change.before, change.after) for change in found] == ([first] if first else [])


def test_what_is_taken_away_makes_nobody_the_first():
    articles = ({"id": "post", "published": "2031-03-04"}, {"id": "radio", "published": "2031-03-05"})
    claims = tuple(
        {"id": f"{id}/a", "article": id, "question": "t/q", "printed": "5"} for id in ("post", "radio")
    )
    before = State(articles, claims, ({"question": "t/q"},))
    after = State(articles[1:], claims[1:], ({"question": "t/q"},))
    assert {change.kind for change in changes(before, after)} == {"article-gone", "claim-gone"}


def counted(*answers: tuple[str, str, int]) -> State:
    claims = tuple(
        {"id": f"{id}/c", "article": id, "question": "t/q", "printed": printed, "modifier": modifier, "low": low, "high": low}
        for id, (printed, modifier, low) in zip("abc", answers, strict=False)
    )  # fmt: skip
    articles = tuple({"id": claim["article"], "published": None} for claim in claims)
    ends = [claim["low"] for claim in claims]
    return State(articles, claims, ({"question": "t/q", "low": min(ends), "high": max(ends)},))


@pytest.mark.parametrize(
    ("before", "told", "printed"),
    [
        ([("about 6,000", "about", 6000)], "it was “about 6,000”", "about 6,000"),
        ([("up to 6,000", "up to", 6000), ("some 6,000", "about", 6000)], "it was “up to 6,000”", "up to 6,000"),
        ([("6,000", "exactly", 6000)], "it was 6,000", None),
        ([("about 6,000", "about", 6000), ("6,000", "exactly", 6000)], "it was 6,000", None),
        ([("about 5,000", "about", 5000), ("6,000", "exactly", 6000)], "it was 6,000", None),
    ],
)  # fmt: skip
def test_a_former_figure_that_nobody_gave_as_exact_is_told_as_it_was_printed(before, told, printed):
    after = [*before, ("7,500", "exactly", 7500)]
    [change] = [one for one in changes(counted(*before), counted(*after)) if one.kind == "new-high"]
    assert change.text == f"t/q has a new high, 7,500; {told}."
    assert (change.before, change.was_printed) == (6000, printed)


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        (71.2, 71, False),
        (71.6, 72, False),
        (0.25, 0.3, False),
        (71.2, 70, True),
        (71.2, 72, True),
        (71.2, 71.1, True),
        (19, 20, True),
        (71, 71.2, True),
    ],
)
def test_a_rounder_figure_is_no_new_low_or_high(was: float, now: float, told: bool) -> None:
    before, after = [(str(was), "exactly", was)], [(str(was), "exactly", was), (str(now), "exactly", now)]
    found = [
        one.kind for one in changes(counted(*before), counted(*after)) if one.kind in ("new-low", "new-high")
    ]
    assert bool(found) == told


def test_where_there_was_no_figure_none_was_printed():
    vague = State(
        ({"id": "a", "published": None},),
        ({"id": "a/c", "article": "a", "question": "t/q", "printed": "dozens", "modifier": "vague", "low": None, "high": None},),
        ({"question": "t/q", "low": None, "high": None},),
    )  # fmt: skip
    told = [
        one for one in changes(vague, counted(("30", "exactly", 30))) if one.kind in ("new-low", "new-high")
    ]
    assert [(one.text.partition("; ")[2], one.was_printed) for one in told] == [("there was none.", None)] * 2
