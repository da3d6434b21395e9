"""Outright denials: when a yes and a no contradict each other although no text negates the other's words."""

from __future__ import annotations

import pytest

from builder.compare.judge import judge
from builder.compare.relation import Difference, Relation
from builder.compare.rows import compare_question
from builder.content.vocabulary import Answer
from tests.factory import NAMES, article, library, question, yes_no

ASKED = question(Answer.YES_NO)


def between(yes, no):
    assert judge(ASKED, yes, no, NAMES).relation is judge(ASKED, no, yes, NAMES).relation
    return judge(ASKED, yes, no, NAMES)


def warned(**more):
    return yes_no(True, "had warned the line", **more)


@pytest.mark.parametrize(
    "words",
    [
        "denies that it was warned",
        "rejected a claim that it had been warned",
        "bestreitet das",
        "Celle-ci dément",
        "negó haber recibido advertencia alguna",
    ],
)
def test_a_denial_of_somebody_else_is_a_contradiction(words):
    found = between(warned(), yes_no(False, words, article="radio", sources=("coastguard",)))
    assert found.relation is Relation.CONFLICT
    assert Difference.SOURCE in found.differences


def test_the_verb_may_stand_beside_the_words():
    no = yes_no(False, "that it was warned", cue="denies", article="radio", sources=("coastguard",))
    assert between(warned(), no).relation is Relation.CONFLICT


def test_a_denial_answers_what_was_said_before_and_not_what_is_said_after():
    late = yes_no(False, "denies it", article="radio", sources=("coastguard",), said_on="2031-03-05")
    assert between(warned(said_on="2031-03-03"), late).relation is Relation.CONFLICT
    early = yes_no(False, "denies it", article="radio", sources=("coastguard",), said_on="2031-03-03")
    assert between(warned(said_on="2031-03-05"), early).relation is Relation.TENSION


@pytest.mark.parametrize(
    ("words", "sources"),
    [
        ("no indication of a warning", ("coastguard",)),  # less than a no
        ("denies it", ()),  # nobody is named
        ("denies it", ("line",)),  # the same speaker
    ],
)
def test_less_than_a_denial_is_at_most_in_tension(words, sources):
    found = between(warned(), yes_no(False, words, article="radio", sources=sources))
    assert found.relation is Relation.TENSION


def test_a_denial_among_other_noes_is_told_in_the_row():
    """The text printed first only says something that is read as a no; the contradiction is another one's."""
    row = compare_question(
        library(
            article("post", warned()),
            article("radio", yes_no(False, "was told nothing", sources=("coastguard",))),
            article("wire", yes_no(False, "denies it", sources=("coastguard",))),
            questions=[ASKED],
        ),
        ASKED,
    )
    assert Relation.CONFLICT in {found.relation for found in row.judgements}
    assert row.summary.startswith("The accounts contradict each other: ")
    assert "denies the other outright" not in row.summary
