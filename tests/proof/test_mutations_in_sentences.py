"""The check catches a figure whose sentence makes it answer something else: the invented stories' claims, kind by kind.

What is not caught yet of a kind is so much at most; a kind that is caught more often gets a higher bound here.
"""

from __future__ import annotations

from collections import defaultdict

import pytest

from tests.proof.check import Checker
from tests.proof.damage_beside import beside
from tests.stories.sites import STORIES, site_of

CAUGHT = {
    "another subject": 1.0,
    "another period": 1.0,
    "another place": 0.75,
    "a former figure": 1.0,
    "a part for the whole": 0.97,
    "a rate for the total": 1.0,
    "a forecast as fact": 1.0,
    "words cut off from a denial": 1.0,
    "words cut off from what calls them untrue": 1.0,
    "words before what calls them untrue": 0.9,
}
"""Kind -> the share of its damages that is told."""
OF_THE_WORDS = {"V105", "V106", "V108", "V109", "V166", "V167", "V192"}
"""Of how a claim is quoted, which tells nothing of what it answers."""


@pytest.fixture(scope="module")
def told() -> dict[str, list[bool]]:
    """Kind -> whether each damage is told by a kind of problem that the right sentence does not have."""
    found: dict[str, list[bool]] = defaultdict(list)
    for name in STORIES:
        checker = Checker(site_of(name), site_of(name) / "sources")
        for damage, right in beside(checker.ground, checker.texts):
            wrong, before = (
                {problem.kind.code for problem in checker.check(one) if problem.key.startswith("claims[0]")}
                for one in (damage, right)
            )
            assert "V101" not in before, str(right)
            found[damage.kind].append(bool(wrong - before - OF_THE_WORDS))
    return found


@pytest.mark.parametrize("kind", CAUGHT)
def test_so_many_of_a_kind_are_told(kind: str, told: dict[str, list[bool]]) -> None:
    assert len(told[kind]) >= 40
    assert sum(told[kind]) / len(told[kind]) >= CAUGHT[kind]


def test_every_kind_has_its_share(told: dict[str, list[bool]]) -> None:
    assert set(told) == set(CAUGHT)
