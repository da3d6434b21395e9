"""What a story's page opens with: what its cards say of checks."""

from __future__ import annotations

import pytest

from builder.compare.topics import compare_topic
from builder.content.vocabulary import Answer
from builder.pages.views.claims import Teller
from builder.pages.views.story import story_view
from tests.factory import article, figure, library, question

REMARK = "could not be checked"


@pytest.mark.parametrize(
    ("remarks", "said"),
    [
        ((None, None, None), None),
        ((REMARK, None, None), "Of the texts at hand, only that of Post-0 says that this could not be checked."),
        ((REMARK, REMARK, None), ""),
    ],
)  # fmt: skip
def test_cards_speak_of_checks_only_where_a_text_does(remarks: tuple[str | None, ...], said: str) -> None:
    asked = question(Answer.QUANTITY)
    papers = [article(f"post-{at}", figure("140", status=remark)) for at, remark in enumerate(remarks)]
    found = library(*papers, questions=[asked])
    topics = {topic.id: compare_topic(found, topic) for topic in found.site.topics.values()}
    view = story_view(found, topics, found.site.stories["breakdown"], Teller(found), None, "")
    assert view.checked == said
