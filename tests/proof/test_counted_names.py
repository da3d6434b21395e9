"""Whose votes, goals or gains are counted says none of them."""

from __future__ import annotations

from tests.proof.one import codes

TEXT = "Ost has 1,150 votes, the ministry says, and Kane 1,302."


def of(who: str) -> set[str]:
    asked = {"unit": "votes", "counts": "votes", "of": who, "printed_as": ("Kane",)}
    return codes(
        TEXT,
        "1,302",
        asks=f"How many votes had been counted for {who}?",
        question_of=asked,
        sources=["ministry"],
        cue="says",
    )


def test_who_is_counted_gives_no_figure_its_words():
    assert "V123" not in of("Kane")
    # Whom the question does not ask about says a figure of his own.
    assert "V123" in of("Brand")
