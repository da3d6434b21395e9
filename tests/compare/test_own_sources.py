"""Every outlet in a sentence is given the sources of its own claim, and of no other."""

from __future__ import annotations

import re
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from builder.compare.relation import Relation
from builder.compare.rows import Comparison, compare_question
from builder.compare.sentences import brief
from builder.compare.topics import compare_topic
from builder.content.model import Claim, Question
from builder.content.vocabulary import Answer
from builder.values.figures.reader import read
from builder.values.quantity import rest_of_hundred
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
    span,
    wording,
    yes_no,
)

OUTLETS = ("post", "radio", "wire", "gazette")
MANY = (*OUTLETS, "argus", "clarion", "herald", "tribune")
SOURCES = [(), *((one,) for one in NAMES), *combinations(NAMES, 2), tuple(NAMES)]
_BRACKET = re.compile(r"\(([^()]*)\)")


def told_of(text: str) -> list[tuple[set[str], set[str]]]:
    """Return the outlets of each bracket that names sources, with these sources."""
    found = []
    for inside in _BRACKET.findall(text):
        if any(name in inside for name in NAMES.values()):
            outlets = {outlet for outlet in MANY if outlet.title() in inside}
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


def insured(printed: str) -> Claim:
    """The part that is left, as the answer to a question on the other."""
    return figure(printed, value=rest_of_hundred(read(printed)), unit="percent")


COMPLEMENTS = [figure("89 percent", unit="percent"), insured("11 percent"), insured("only 6 percent")]


@st.composite
def rows(draw: st.DrawFn, outlets: tuple[str, ...] = OUTLETS) -> tuple[Answer, list[Claim]]:
    """Return the claims of several outlets on a question, few values and any sources."""
    answer = draw(st.sampled_from(list(VALUES)))
    return answer, draw(told(VALUES[answer], outlets))


@st.composite
def told(draw: st.DrawFn, values: list[Claim], outlets: tuple[str, ...]) -> list[Claim]:
    """Return one or two answers of each of some outlets, with any sources and days."""
    claims = []
    for outlet in outlets:
        for number in range(draw(st.integers(1, 2))):
            claim = draw(st.sampled_from(values))
            sources = draw(st.sampled_from(SOURCES))
            day = draw(st.sampled_from([None, span("2031-03-03"), span("2031-03-04")]))
            claims.append(
                replace(claim, id=f"c{number}", article=outlet, outlet=outlet, sources=sources, said_on=day)
            )
    return claims


def compared(asked: Question, claims: list[Claim], outlets: tuple[str, ...]) -> tuple[Comparison, list[str]]:
    """Return the row of some claims, and every text on it."""
    lib = library(
        *(article(outlet, *(c for c in claims if c.outlet == outlet)) for outlet in outlets),
        questions=[asked],
    )
    row = compare_question(lib, asked)
    return row, texts_of(row, compare_topic(lib, lib.site.topics[TOPIC]).summary, lib.outlet_names)


@settings(max_examples=300, deadline=None)
@given(rows())
def test_no_outlet_is_given_the_source_of_another(found):
    answer, claims = found
    assert_own(*compared(question(answer), claims, OUTLETS))


@settings(max_examples=150, deadline=None)
@given(rows(MANY))
def test_no_outlet_is_given_the_source_of_another_where_many_are_summed_up(found):
    answer, claims = found
    row, texts = compared(question(answer), claims, MANY)
    assert_own(row, texts)
    assert_summed_up(row, texts)


@settings(max_examples=150, deadline=None)
@given(told(VALUES[Answer.QUANTITY], MANY), st.sampled_from([OUTLETS, MANY]))
def test_no_outlet_is_given_the_source_of_another_in_a_running_count(claims, outlets):
    asked = question(Answer.QUANTITY, running=True)
    row, texts = compared(asked, [claim for claim in claims if claim.outlet in outlets], outlets)
    assert_own(row, texts)
    assert_summed_up(row, texts)


@settings(max_examples=150, deadline=None)
@given(told(COMPLEMENTS, MANY), st.sampled_from([OUTLETS, MANY]))
def test_no_outlet_is_given_the_source_of_another_among_complements(claims, outlets):
    asked = question(Answer.QUANTITY, unit="percent")
    row, texts = compared(asked, [claim for claim in claims if claim.outlet in outlets], outlets)
    assert_own(row, texts)
    assert_summed_up(row, texts)


_SUM = re.compile(
    r"(?:all |\b)(\w+) reports[^;:()]*?(?:, all|,|;)? from ((?:the [a-z ]+?)(?:(?: and |, | or )the [a-z ]+?)*)(?=[;:,.)]|$)"
)


def assert_summed_up(row: Comparison, texts: list[str]) -> None:
    """A source that so many reports are said to have is named by so many."""
    numbers = dict(zip("two three four five six seven eight".split(), range(2, 9), strict=True))
    for text in texts:
        for number, named_sources in _SUM.findall(text):
            heard = {id for id, name in NAMES.items() if name in named_sources}
            having = {claim.article for claim in row.claims if heard <= set(claim.sources)}
            assert len(having) >= numbers.get(number.casefold(), 0), text


def test_equal_figures_against_another_are_told_each_with_its_own_source():
    articles = [
        article("post", figure("140", sources=("line",))),
        article("radio", figure("140", sources=())),
        article("wire", figure("140", sources=("coastguard",))),
        article("gazette", figure("60", sources=("channel",))),
    ]
    asked = question(Answer.QUANTITY)
    row = compare_question(library(*articles, questions=[asked]), asked)
    assert "“140” (Post, citing the ferry line)" in row.summary
    assert "“140” (Wire, citing the coastguard)" in row.summary
    assert "“140” (Radio, in its own voice)" in row.summary


def test_who_turns_a_division_round_contradicts_what_does_not_fit_turned_back_either():
    claims = [
        figure("89 percent", unit="percent"),
        figure("89 percent", unit="percent"),
        figure("94 percent", unit="percent"),
        figure("roughly 90 percent", unit="percent"),
        insured("89 percent"),
    ]
    told = [
        article(outlet, claim)
        for outlet, claim in zip(("post", "radio", "wire", "yard", "zone"), claims, strict=True)
    ]
    asked = question(Answer.QUANTITY, unit="percent")
    row = compare_question(library(*told, questions=[asked]), asked)
    of = {claim.outlet: claim for claim in row.claims}
    assert row.between(of["post"], of["wire"]).relation is Relation.CONFLICT
    for other, relation in (
        ("post", Relation.TENSION),
        ("wire", Relation.CONFLICT),
        ("yard", Relation.TENSION),
    ):
        assert row.between(of[other], of["zone"]).relation is relation
    assert "“94 percent” (Wire) against “89 percent” as the other part (Zone)" in row.summary
    assert row.summary.endswith(
        "“roughly 90 percent” (Yard) is in tension with “89 percent” as the other part (Zone)."
    )
    # Of two reports nobody knows which is the one that turns it round.
    pair = compare_question(library(told[2], told[4], questions=[asked]), asked)
    assert pair.between(*pair.claims).relation is Relation.CONFLICT
