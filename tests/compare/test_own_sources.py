"""Every outlet in a sentence is given the sources of its own claim, and of no other."""

from __future__ import annotations

import re
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from builder.compare.rows import Comparison, compare_question
from builder.compare.sentences import brief
from builder.compare.topics import compare_topic
from builder.content.model import Claim
from builder.content.vocabulary import Answer
from tests.factory import (
    NAMES,
    TOPIC,
    article,
    dated,
    figure,
    library,
    named,
    placed,
    question,
    wording,
    yes_no,
)

OUTLETS = ("post", "radio", "wire", "gazette")
SOURCES = [(), *((one,) for one in NAMES), *combinations(NAMES, 2), tuple(NAMES)]
_BRACKET = re.compile(r"\(([^()]*)\)")


def told_of(text: str) -> list[tuple[set[str], set[str]]]:
    """Return the outlets of each bracket that names sources, with these sources."""
    found = []
    for inside in _BRACKET.findall(text):
        if any(name in inside for name in NAMES.values()):
            outlets = {outlet for outlet in OUTLETS if outlet.title() in inside}
            found.append((outlets, {id for id, name in NAMES.items() if name in inside}))
    return found


def texts_of(row: Comparison, answer: str, outlets: dict[str, str]) -> list[str]:
    clauses = brief.clauses(row.question, row.groups, row.judgements, outlets, row.names)
    return [row.summary, answer, *row.notes, *clauses]


def assert_own(row: Comparison, texts: list[str]) -> None:
    own: dict[str, list[set[str]]] = {}
    for claim in row.claims:
        own.setdefault(claim.outlet, []).append(set(claim.sources))
    for text in texts:
        for outlets, heard in told_of(text):
            for outlet in outlets:
                assert any(heard <= sources for sources in own[outlet]), f"{outlet} names not {heard}: {text}"


VALUES = {
    Answer.QUANTITY: [figure("140"), figure("about 140"), figure("150"), figure("dozens")],
    Answer.DATE: [
        dated("2031-03-01", "on Saturday"),
        dated("2031-03-02", "on Sunday"),
        dated("2031-03", "in March"),
    ],
    Answer.PLACE: [placed("osk-sound"), placed("pell-rock"), placed(printed="at sea")],
    Answer.YES_NO: [yes_no(True, "it was"), yes_no(False, "it was not"), yes_no(True, "it was night")],
    Answer.WHO: [named("The Pilots"), named("The Harbour Board"), named(printed="somebody")],
    Answer.WORDING: [
        wording("a fuse the size of a thumb"),
        wording("a fuse no bigger than a thumb"),
        wording("a thumb"),
    ],
}


@st.composite
def rows(draw: st.DrawFn) -> tuple[Answer, list[Claim]]:
    """Return the claims of several outlets on a question, few values and any sources."""
    answer = draw(st.sampled_from(list(VALUES)))
    claims = []
    for outlet in OUTLETS:
        for number in range(draw(st.integers(1, 2))):
            claim = draw(st.sampled_from(VALUES[answer]))
            sources = draw(st.sampled_from(SOURCES))
            claims.append(replace(claim, id=f"c{number}", article=outlet, outlet=outlet, sources=sources))
    return answer, claims


@settings(max_examples=300, deadline=None)
@given(rows())
def test_no_outlet_is_given_the_source_of_another(found):
    answer, claims = found
    asked = question(answer)
    lib = library(
        *(article(outlet, *(c for c in claims if c.outlet == outlet)) for outlet in OUTLETS),
        questions=[asked],
    )
    row = compare_question(lib, asked)
    assert_own(row, texts_of(row, compare_topic(lib, lib.site.topics[TOPIC]).summary, lib.outlet_names))


def test_equal_figures_against_another_are_told_each_with_its_own_source():
    told = [
        article("post", figure("140", sources=("line",))),
        article("radio", figure("140", sources=())),
        article("wire", figure("140", sources=("coastguard",))),
        article("gazette", figure("60", sources=("channel",))),
    ]
    asked = question(Answer.QUANTITY)
    row = compare_question(library(*told, questions=[asked]), asked)
    assert "“140” (Post; from the ferry line)" in row.summary
    assert "“140” (Wire; from the coastguard)" in row.summary
    assert "“140” (Radio; in its own voice)" in row.summary
