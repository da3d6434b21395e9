"""What is said of a figure without a scope beside one that is of a place: never that its text names none."""

from __future__ import annotations

import pytest

from builder.compare.judge import judge
from builder.content.model import Place
from builder.content.vocabulary import Answer
from tests.factory import NAMES, figure, question

BAY, ISLE = Place("bay", "the bay"), Place("isle", "the isle")


@pytest.mark.parametrize(
    ("places", "said"),
    [
        ((), "“9” is said of the bay."),
        ((ISLE,), "“9” is said of the bay, the question names the isle."),
        ((BAY,), "“9” is said of the bay."),
        ((ISLE, BAY), "“9” is said of the bay."),
    ],
)
def test_a_figure_without_a_scope_is_of_what_its_question_names(places: tuple[Place, ...], said: str) -> None:
    asked = question(Answer.QUANTITY, places=places)
    bay, bare = figure("9", scope="the bay", scope_place=BAY, article="post"), figure("41", article="radio")
    for pair in ((bay, bare), (bare, bay)):
        found = judge(asked, *pair, NAMES)
        assert found is not None
        assert found.reason == said
