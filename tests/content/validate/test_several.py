"""A question that asks who did what several may do is known by its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.content.load import load
from builder.content.validate import validate
from tests.factory import valid, write_site

TOPIC = "topics/passengers.yml"


@pytest.mark.parametrize(
    ("text", "answer", "several"),
    [
        ("Who declined to comment?", "who", True),
        ("Who criticised the ferry line?", "who", True),
        ("Who at the line was asked about the leak?", "who", True),
        ("Who was asked to take the helm?", "who", False),
        ("Who was at the helm?", "who", False),
        ("Which office closed the harbour?", "who", False),
        ("Had anybody criticised the line?", "yes-no", False),
    ],
)
def test_what_several_may_do_is_known_by_the_words_of_the_question(
    tmp_path: Path, text: str, answer: str, several: bool
) -> None:
    more = f'  - {{id: asked, text: "{text}", short: Asked, answer: {answer}}}\n'
    topic = valid(TOPIC)
    at = topic.index("  - id: ashore\n")
    site, found = validate(load(write_site(tmp_path, {TOPIC: topic[:at] + more + topic[at:]})))
    asked = [one for one in site.topics["passengers"].questions if one.id == "asked"]
    assert [one.several for one in asked] == [several], found
