"""Every pair, contradiction, silence and origin of three sets of texts is as a careful reader labelled it."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from builder.compare.relation import Difference, Relation, Verdict
from builder.content.model import Claim
from builder.content.vocabulary import Answer, Where
from tests.stories.sites import ALL, BASE, FIRST, STORIES, Story, story

HEDGES = {Difference.HEDGE, Difference.HEDGED}
NOT_SEEN = {
    # "An advance and a certificate" and "lose the lot": two outlets' words of the same money share none, and that one denies the other
    # takes knowing what a certificate is worth. That this headline goes beyond its own text, its editor states (``against``).
    ("penrow-agency/above-limit", "daily-whistle/limit-headline"),
}
"""Labelled pairs on which nothing is said."""


def labels(found: Verdict | None, answer: Answer) -> set[str]:
    """Return the labels that a reader may have given to what is found."""
    if found is None:
        return {"none"}
    said = {found.relation.value.removeprefix("in ")}
    if found.relation in (Relation.HEADLINE, Relation.COPY):
        return {"hedge changed"} if HEDGES.intersection(found.differences) else {"tension"}
    if found.relation is Relation.COMPATIBLE and HEDGES.intersection(found.differences):
        said.add("hedge changed")
    if answer is Answer.WORDING and ("one statement" in found.reason or "the same statement" in found.reason):
        said.add("same")  # in other words
    if answer is Answer.WORDING and found.differences == (Difference.SOURCE,):
        said.add("none")  # two speakers
    return said


def named(names: tuple[str, ...]) -> list[Any]:
    return [
        pytest.param(
            name, case, id=f"{case['a']} {case['b'] if isinstance(case['b'], str) else case['b']['outlet']}"
        )
        for name in names
        for case in story(name).golden["pairs"]
    ]


def find(told: Story, named: str | dict[str, str]) -> Claim:
    """Return a claim by its key, or one of the first story by outlet, question and, if there are several, printed words."""
    if isinstance(named, str):
        return told.library.claims[named]
    (found,) = (
        claim
        for claim in told.rows[named["question"]].claims
        if claim.outlet == named["outlet"]
        and named.get("printed", claim.printed).casefold() == claim.printed.casefold()
    )
    return found


@pytest.mark.parametrize(("name", "case"), named((*ALL, *FIRST)))
def test_pair(name: str, case: dict[str, Any]) -> None:
    told = story(name)
    a, b = find(told, case["a"]), find(told, case["b"])
    row = told.rows[a.question]
    for found in (row.between(a, b), row.between(b, a)):
        said = labels(found, row.question.answer)
        if (a.key, b.key) in NOT_SEEN:
            assert said == {"none"}, "seen by now: take it off the list"
            continue
        assert said & {case["relation"], *case.get("or", [])}, f"{found} A reader: {case['why']}"


def true_conflicts(name: str) -> set[frozenset[str]]:
    cases = list(story(name).golden["true_conflicts"])
    if name in BASE:
        cases += story(BASE[name]).golden["true_conflicts"]
    own = {frozenset((a, b)) for case in cases for a in case["one_side"] for b in case["other_side"]}
    if name == "accounts":
        sides = cases[0]["one_side"], cases[0]["other_side"]
        own |= {frozenset((a, b)) for a in sides[0] for b in sides[1]}
    return own


@pytest.mark.parametrize("name", ALL)
def test_the_contradictions_are_those_of_the_labels_and_no_others(name: str) -> None:
    found = {
        frozenset((a.key, b.key))
        for row in story(name).rows.values()
        for a, b in combinations(row.claims, 2)
        if (judged := row.between(a, b)) and judged.relation is Relation.CONFLICT
    }
    assert found - true_conflicts(name) == set(), "contradictions that are none"
    assert true_conflicts(name) - found == set(), "contradictions that are missed"


@pytest.mark.parametrize("name", FIRST)
def test_accounts_beside_the_first_story_bring_no_contradiction(name: str) -> None:
    told = story(name)
    own = {article for found in told.golden["accounts"].values() for article in found}
    assert [
        (a.key, b.key)
        for row in told.rows.values()
        for a, b in combinations(row.claims, 2)
        if {a.article, b.article} & own
        if (judged := row.between(a, b)) and judged.relation is Relation.CONFLICT
    ] == []


KINDS = {"copy may be cut": {"copy may be cut", "text incomplete"}}
"""An excerpt is incomplete: the labels do not tell that from a copy that may be."""


@pytest.mark.parametrize("name", ALL)
def test_silences(name: str) -> None:
    for case in story(name).golden["silences"]:
        row = story(name).rows[case["question"]]
        (found,) = (silence for silence in row.silences if silence.article == case["article"])
        wanted = {kind for label in (case["kind"], *case.get("or", [])) for kind in KINDS.get(label, {label})}
        assert found.kind.value in wanted, case


@pytest.mark.parametrize("name", STORIES)
def test_every_open_cell_is_labelled(name: str) -> None:
    told = story(name)
    found = {(silence.article, path) for path, row in told.rows.items() for silence in row.silences}
    assert found == {(case["article"], case["question"]) for case in told.golden["silences"]}


@pytest.mark.parametrize("name", [*STORIES, *FIRST])
def test_origins(name: str) -> None:
    told = story(name)
    names = told.library.source_names
    for path, wanted in told.golden["origins"].items():
        found = sorted(names.origin(root.source) for root in told.rows[path].origins.roots)
        assert found == sorted({names.origin(source) for source in wanted}), path


@pytest.mark.parametrize("name", STORIES)
def test_the_content_has_the_keys_that_the_labels_name(name: str) -> None:
    golden, site, claims = story(name).golden, story(name).library.site, story(name).library.claims
    assert {
        f"{topic.id}/{question.id}"
        for topic in site.topics.values()
        for question in topic.questions
        if question.running
    } == set(golden["running"])
    for source, other in golden["speaks_for"].items():
        assert site.sources[source].speaks_for == other
    assert sorted(key for key, claim in claims.items() if claim.speech.value == "quoted") == sorted(
        golden["speech"]["quoted"]
    )
    assert sorted(key for key, claim in claims.items() if claim.where.value == "headline") == sorted(
        golden["where"]["headline"]
    )


@pytest.mark.parametrize("name", STORIES)
def test_headlines_are_told_against_their_texts_where_they_say_more(name: str) -> None:
    """Of those in words an editor has stated it: a headline has its own words, and "heavy losses" is above "significant losses" no more."""
    told = story(name)
    outlets = told.library.outlet_names
    found = {
        claim.article
        for row in told.rows.values()
        for claim in row.claims
        if claim.where is Where.HEADLINE
        and any("headline" in note and outlets[claim.outlet] in note for note in (row.summary, *row.notes))
    }
    assert found == set(told.golden["where"]["headline_says_more"])
