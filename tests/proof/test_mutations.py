"""The check catches damaged content: over 300 damages to the real articles, kind by kind.

A damage counts as caught only by a kind of problem that the undamaged content does not have. What cannot be
seen in principle stands in ``UNSEEN`` with its reason, and in docs/proof.md.
"""

from __future__ import annotations

import os
from collections import defaultdict
from pathlib import Path

import pytest

from builder.cache.memo import Memo
from builder.content.problems import Problem
from tests.policy import cannot_run
from tests.proof.check import Checker
from tests.proof.damage import ACCENTED, UNSEEN, Damage, all_damages
from tests.thorough import times

ROOT = Path(__file__).resolve().parents[2]
LOCATORS = {"V108", "V109"}
"""What variorum check --fix-locators would put right: a damage must be seen without it where it can."""
ONLY_LOCATORS = {
    "locator stale",
    "locator of another claim",
    "locator dropped",
    "printed words of another passage",
    "quote moved to an article that prints the same",
}
"""Kinds that damage nothing but the locator, or put words of the same text in the claim's place."""


def private_folder() -> Path:
    places = (os.environ.get("VARIORUM_SOURCES"), ROOT / "sources", ROOT.parent / "shared" / "sources")
    found = next((Path(place) for place in places if place and Path(place).is_dir()), None)
    return found or cannot_run("the private folder with the full texts is not here")


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(ROOT, private_folder())


@pytest.fixture(scope="module")
def told(checker: Checker) -> dict[str, list[tuple[Damage, list[Problem]]]]:
    """Kind -> its damages, each with all that the check says, with what was found of the others at hand."""
    found: dict[str, list[tuple[Damage, list[Problem]]]] = defaultdict(list)
    memo = Memo()
    for damage in all_damages(checker.ground):
        found[damage.kind].append((damage, checker.check(damage, memo)))
    # Something was found of each claim, and so was at hand for the damages of the others.
    claims = sum(len(article.claims) for article in checker.site.articles.values())
    assert sum(key[0] == "rules" for key in memo._made) >= claims
    return found


@pytest.fixture(scope="module")
def outcome(
    checker: Checker, told: dict[str, list[tuple[Damage, list[Problem]]]]
) -> dict[str, list[tuple[Damage, set[str]]]]:
    """Kind -> its damages, each with the codes that caught it and that the undamaged content does not have."""
    before = {problem.kind.code for problem in checker.baseline}
    return {
        kind: [(damage, {problem.kind.code for problem in problems} - before) for damage, problems in items]
        for kind, items in told.items()
    }


def test_the_undamaged_content_has_no_problems(checker: Checker) -> None:
    assert [str(problem) for problem in checker.baseline] == []


def test_every_damage_that_can_be_seen_is_caught(outcome: dict[str, list[tuple[Damage, set[str]]]]) -> None:
    missed = [
        str(damage)
        for kind, items in outcome.items()
        if kind not in UNSEEN
        for damage, codes in items
        if not codes
    ]
    assert missed == []
    seen = sum(len(items) for kind, items in outcome.items() if kind not in UNSEEN)
    assert seen >= 300


def test_a_sentence_ends_before_an_accented_one(outcome: dict[str, list[tuple[Damage, set[str]]]]) -> None:
    """What catches it is the sentence that is quoted whole, and nothing else that moved."""
    found = outcome[ACCENTED]
    assert len(found) >= 3
    # Where a text sets the words in other signs, the quote is simply not found any more.
    assert [str(damage) for damage, codes in found if not codes & {"V106", "V101"}] == []
    assert sum("V106" in codes for _, codes in found) >= 3


def test_a_neighbours_verb_is_told_by_what_is_counted(
    outcome: dict[str, list[tuple[Damage, set[str]]]],
) -> None:
    found = outcome["wrong verb"]
    assert len(found) >= 6
    assert [str(damage) for damage, codes in found if not codes & {"V113", "V116"}] == []


def test_fresh_locators_hide_no_damage(outcome: dict[str, list[tuple[Damage, set[str]]]]) -> None:
    """Whoever damages a claim and then runs --fix-locators is caught all the same."""
    hidden = [
        str(damage)
        for kind, items in outcome.items()
        if kind not in UNSEEN and kind not in ONLY_LOCATORS
        for damage, codes in items
        if codes and codes <= LOCATORS
    ]
    assert hidden == []


def test_what_is_called_unseen_is_not_simply_caught(
    outcome: dict[str, list[tuple[Damage, set[str]]]],
) -> None:
    """A kind stays on the list of excuses only while something of it is really missed."""
    idle = [kind for kind in UNSEEN if kind not in outcome or all(codes for _, codes in outcome[kind])]
    assert idle == []


def test_what_was_found_before_is_found_again(
    checker: Checker, told: dict[str, list[tuple[Damage, list[Problem]]]]
) -> None:
    """A server holds only those claims against their texts that an edit concerns: it must find the same as who holds all."""
    number = times(1, 10)
    for items in told.values():
        for damage, problems in (*items[:number], *items[len(items) // 2 :][:number]):
            assert problems == checker.check(damage), str(damage)
