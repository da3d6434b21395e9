"""A story's page: its contradictions, each a sentence under its question."""

from __future__ import annotations

from builder.compare.topics import compare_topic
from builder.content.model import Party
from builder.content.vocabulary import Answer, Where
from builder.pages.views.claims import Teller
from builder.pages.views.story import story_view
from tests.factory import article, claim, figure, library, question

ASKED = question(Answer.WHO)


def named(name: str):
    return claim(Answer.WHO, name, (Party(name, name.title()),), sources=())


def test_a_contradiction_begins_with_a_capital_without_the_words_of_its_heading() -> None:
    many = [article(id, named("mayor")) for id in ("post", "radio", "wire", "yard", "zone")]
    told = library(*many, article("argus", named("harbour master")), questions=[ASKED])
    (story,) = told.site.stories.values()
    comparisons = {id: compare_topic(told, topic) for id, topic in told.site.topics.items()}
    view = story_view(told, comparisons, story, Teller(told), None, "")
    (conflict,) = view.conflicts
    assert conflict.summary == "Five reports name Mayor; Argus names Harbour Master."


def test_a_headline_does_not_speak_for_its_text_at_a_glance() -> None:
    count = question(Answer.QUANTITY)
    above = figure("dozens", where=Where.HEADLINE, counts="killed", id="head")
    told = library(article("post", above, figure("about 30")), article("radio", above), questions=[count])
    (story,) = told.site.stories.values()
    comparisons = {id: compare_topic(told, topic) for id, topic in told.site.topics.items()}
    (row,) = story_view(told, comparisons, story, Teller(told), None, "").topics
    assert [cell.claim and cell.claim.printed for cell in row.cells] == ["about 30", "dozens"]
