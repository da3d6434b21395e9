"""A question that asks a detail of another one names a question of its own topic."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.content import problems
from builder.content.load import load
from builder.content.validate import validate
from tests.factory import valid, write_site

TOPIC = "topics/passengers.yml"


@pytest.mark.parametrize(
    ("named", "wrong"), [("aboard", False), ("aboards", True), ("ashore", True), ("cause/stopped", True)]
)
def test_a_detail_is_one_of_another_question_of_its_topic(tmp_path: Path, named: str, wrong: bool) -> None:
    topic = valid(TOPIC).replace("  - id: ashore\n", f"  - id: ashore\n    detail_of: {named}\n")
    site, found = validate(load(write_site(tmp_path, {TOPIC: topic})))
    told = {problem.kind for problem in found}
    assert bool(told & {problems.UNKNOWN_QUESTION, problems.BAD_VALUE}) is wrong, found
    if not wrong:
        (detail,) = (one for one in site.topics["passengers"].questions if one.id == "ashore")
        assert detail.detail_of == "passengers/aboard"
