"""Damages that only a running count, or a question of an earlier time, can have: an hour left out, a day of knowledge that nobody tells."""

from __future__ import annotations

import copy
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from builder.content.load import load
from builder.content.problems import Problem
from builder.content.validate import validate
from builder.proof.prove import prove
from tests.proof.check import Checker
from tests.proof.damage import changed, each
from tests.stories.sites import HERE, ROOT

TOLL = HERE / "toll"
WITH_THE_STATEMENT = {
    ("clipboard", "dead-wednesday"), ("courrier-littoral", "dead"), ("daily-comet", "dead-text"), ("ledgerman", "dead"),
    ("kbn-live", "dead-0615"), ("kbn-live", "dead-0930"), ("kbn-live", "dead-1405"),
}  # fmt: skip
"""Where the texts print the hour in the sentence of the figure, with who says it or as the beginning of an entry. Elsewhere it stands in another
sentence, or with the missing and not with who says how many they were: there nobody can tell without doubt that it is left out."""


def test_an_hour_left_out_is_asked_for() -> None:
    checker = Checker(TOLL, TOLL / "sources")
    assert "V173" not in {problem.kind.code for problem in checker.baseline}
    caught = {
        (article, claim["id"])
        for article, index, claim in each(checker.ground)
        if "hour" in claim
        and "V173"
        in _codes(checker.check(changed(checker.ground, "hour dropped", article, index, "", hour=None)))
    }
    assert caught == WITH_THE_STATEMENT


@pytest.mark.parametrize("root", [ROOT, HERE / "bank"], ids=["first", "bank"])
def test_a_day_of_knowledge_that_no_claim_has_is_told(root: Path) -> None:
    """Each question that asks for an earlier time gets one, a week behind the last day on which a claim has anything told."""
    content = load(root)
    site, _ = validate(content)
    claims = [claim for article in site.articles.values() for claim in article.claims]
    tried = 0
    for document in content.topics:
        for index, question in enumerate(site.topics[document.id].questions):
            if question.when is None or question.known_from is None:
                continue
            told = [day.end for claim in claims for day in (claim.said_on, claim.as_of) if day]
            data = copy.deepcopy(document.data)
            data["questions"][index]["known_from"] = str(max(*told, question.when.end) + timedelta(days=7))
            damaged = replace(document, data=data)
            topics = [damaged if other is document else other for other in content.topics]
            spoilt, _ = validate(replace(content, topics=topics))
            assert "V174" not in _codes(prove(site, [document], {}).problems), question.path
            assert "V174" in _codes(prove(spoilt, [damaged], {}).problems), question.path
            tried += 1
    assert tried


def _codes(problems: list[Problem]) -> set[str]:
    return {problem.kind.code for problem in problems}
