"""Chains of entries that name one another: circles, what is above, the top."""

from __future__ import annotations

import pytest

from builder.content.validate.circles import LEVELS, chain, circles, tops

ABOVE = {"a": "b", "b": "c", "c": None, "x": "y", "y": "x", "z": "x", "self": "self", "lost": "nowhere"}


def test_circles() -> None:
    assert circles(ABOVE) == {"x", "y", "self"}


@pytest.mark.parametrize(
    ("id", "above"),
    [
        ("a", ("b", "c")),
        ("b", ("c",)),
        ("c", ()),
        ("x", ("y",)),
        ("z", ("x", "y")),
        ("self", ()),
        ("lost", ()),
        ("?", ()),
    ],
)
def test_what_is_above(id: str, above: tuple[str, ...]) -> None:
    assert chain(id, ABOVE) == above


def test_tops() -> None:
    found = tops(ABOVE)
    assert {id: found[id] for id in ("a", "b", "c", "self", "lost")} == {
        "a": "c", "b": "c", "c": "c", "self": "self", "lost": "lost",
    }  # fmt: skip
    assert found["x"] == found["y"] == found["z"]


def test_a_long_chain_is_cut_and_has_its_top() -> None:
    long = {str(number): str(number + 1) for number in range(50_000)} | {"50000": None}
    assert len(chain("0", long)) == LEVELS
    assert set(tops(long).values()) == {"50000"}
