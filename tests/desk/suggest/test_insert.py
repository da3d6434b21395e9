"""Claims written into a file as text: nothing else in it changes."""

from __future__ import annotations

import pytest
import yaml

from builder.desk.kinds import Refusal
from builder.desk.suggest.write import insert, publish
from tests.factory import valid

CLAIM = ["- id: new", "  question: cause/weather", "  printed: calm"]


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_inserting_changes_nothing_else(ending):
    before = (
        valid("articles/harbour-post-adrift.md")
        .replace("claims:\n", "# one\nclaims:  # two\n\n  # three\n")
        .replace("\n", ending)
    )
    after = insert(before, [CLAIM])
    assert after.replace("".join(f"  {line}{ending}" for line in CLAIM), "") == before
    assert after.count(ending) == before.count(ending) + len(CLAIM)


@pytest.mark.parametrize(
    "front",
    [
        "a: 1\n", "a: 1\nclaims: []\n", "claims: []   # none yet\na: 1\n", "claims:\na: 1\n", "claims:\n- id: x\n  q: z\n\n# of a\na: 1\n",
        "claims:\n    - id: x\n      note: >-\n        long\n        text\n", "a: 1\nclaims:\n  - {id: x}\n# end\n",
    ],
)  # fmt: skip
def test_claims_are_inserted_wherever_the_list_stands(front):
    done = insert(f"---\n{front}---\n\nBody: x\n---\n", [CLAIM, CLAIM])
    data = yaml.safe_load(done.split("---")[1])
    old = yaml.safe_load(front).get("claims") or []
    assert data["claims"] == [*old, *[{"id": "new", "question": "cause/weather", "printed": "calm"}] * 2]
    assert done.endswith("---\n\nBody: x\n---\n")
    assert all(line in done for line in front.splitlines() if "claims" not in line)


@pytest.mark.parametrize(
    "text",
    [
        "no front matter",
        "---\nopen",
        "---\nclaims: [{id: x}]\n---\n",
        "---\nclaims: x\n---\n",
        "---\na: *x\n---\n",
        "",
    ],
)
def test_what_cannot_be_changed_safely_is_left_alone(text):
    with pytest.raises(Refusal):
        insert(text, [CLAIM])


def test_only_a_draft_can_be_published():
    assert (
        publish("---\na: 1\ndraft: true  # yet\nb: 2\n---\ndraft: true\n")
        == "---\na: 1\nb: 2\n---\ndraft: true\n"
    )
    with pytest.raises(Refusal):
        publish("---\na: 1\n---\ndraft: true\n")
