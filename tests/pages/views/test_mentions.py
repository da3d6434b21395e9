"""The marked words of a précis: those that an editor linked, and unambiguous words of a claim."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from builder.content.model import Claim
from builder.content.vocabulary import Answer
from builder.pages.views.mentions import mentions
from tests.factory import (
    article,
    check,
    claim,
    dated,
    figure,
    place,
    placed,
    told,
    valid,
    wording,
    write_site,
    yes_no,
)
from tests.printed import PAYLOAD


def marks(precis: str, *claims: Claim) -> tuple[dict[str, str], dict[str, str]]:
    named = [replace(claim, id=f"c{number}") for number, claim in enumerate(claims)]
    return mentions(article("post", *named, precis=precis))


@pytest.mark.parametrize(
    ("precis", "said", "words"),
    [
        ("It has 140 aboard.", figure("about 140"), "140"),
        ("About 140 were aboard.", figure("about 140"), "About 140"),
        ("A fuse blew, one the size of a thumb.", wording("the size of a thumb"), "the size of a thumb"),
        ("It stopped on 3 March 2031, so it says.", dated("2031-03-03", "on 3 March 2031"), "on 3 March 2031"),
        ("It had “poor lighting throughout”.", yes_no(True, "Poor lighting throughout"), "poor lighting throughout"),
        ("It lay off Pell Rock.", placed("pell-rock", printed="near Pell Rock"), "Pell Rock"),
    ],
)  # fmt: skip
def test_distinctive_words_are_marked(precis: str, said: Claim, words: str) -> None:
    found, _ = marks(precis, said)
    assert list(found.values()) == ["c0"]
    assert list(found) == [words]


@pytest.mark.parametrize(
    ("precis", "said"),
    [
        ("Three decks, and three aboard.", figure("three")),
        ("One of five decks.", figure("five")),
        ("It was built in March.", dated("2031-03", "in March")),
        ("It has no light.", yes_no(False, "no")),
        ("140 windows, and 140 aboard.", figure("140")),
        ("Built on 14 May.", figure("14")),
    ],
)
def test_ambiguous_words_are_not_marked(precis: str, said: Claim) -> None:
    assert marks(precis, said) == ({}, {})


def test_words_are_marked_only_if_all_claims_with_them_are_on_one_question() -> None:
    other = replace(figure("140"), question="ferry/other")
    assert marks("It has 140 aboard.", figure("140"), other) == ({}, {})
    assert marks("It has 140 aboard.", figure("140"), figure("about 140")) == ({"140": "c0"}, {})


def test_a_name_is_marked_if_it_is_in_the_claim_and_the_precis() -> None:
    named = claim(Answer.PLACE, "off the Pell", (place("pell-rock", "the Pell"),))
    assert marks("Pell Rock is a rock.", named) == ({}, {})
    assert marks("It lay near the Pell.", named) == ({"the Pell": "c0"}, {})


def test_linked_words_are_marked_only_at_the_link() -> None:
    found = marks("It has [so many](#claim-c0) aboard, 140. See [this](#claim-none).", figure("140"))
    assert found == ({}, {"claim-c0": "c0"})


def test_hostile_words_are_matched_literally() -> None:
    assert marks("It has a fuse.", wording(f"(.*){PAYLOAD}"), wording(".*long.*words.*")) == ({}, {})


def test_a_link_to_a_missing_claim_is_reported(tmp_path) -> None:
    name = "articles/harbour-post-adrift.md"
    text = valid(name)
    fine = write_site(tmp_path / "fine", {name: text + "\nSee [there](#claim-stopped).\n"})
    assert not [problem for problem in check(fine)[1] if problem.kind.name == "unknown-claim"]
    wrong = write_site(tmp_path / "wrong", {name: text + "\nSee [there](#claim-stoped).\n"})
    line = len(text.splitlines()) + 2
    (problem,) = [line for line in told(wrong) if "V210" in line]
    assert f"{name}:{line}:" in problem
    assert 'the précis links to an unknown claim "stoped" (did you mean "stopped"?)' in problem
