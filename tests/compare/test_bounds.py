"""Figures of one source that some outlets give as a bound, and parts of a figure: how they stand in the row."""

from __future__ import annotations

from typing import Any

import pytest

from builder.compare import values
from builder.compare.disputes import disputes
from builder.compare.relation import Relation
from builder.compare.rows import Comparison, compare_question
from builder.compare.scopes import thing
from builder.compare.sentences.together import agreeing_in_short, table_of
from builder.compare.topics import compare_topic
from builder.content.model import Claim
from builder.content.vocabulary import Answer
from builder.pages.views.claims import Teller
from builder.pages.views.set_beside import beside_of
from builder.pages.views.told import counting_in_words
from builder.pages.views.words import Words
from builder.values.figures.reader import read
from tests.factory import TOPIC, article, figure, library, question

STAFF: dict[str, Any] = {"unit": "people", "counts": "laid off", "of": "dockers"}
ASKED = question(Answer.QUANTITY, **STAFF)
COUNT = question(Answer.QUANTITY, running=True, **STAFF)


def said(printed: str, source: str | None = "line", **more: Any) -> Claim:
    return figure(printed, **(STAFF | {"sources": (source,) if source else ()} | more))


def row(*claims: Claim, of: Any = ASKED) -> Comparison:
    found = [article(f"post-{at}", claim) for at, claim in enumerate(claims)]
    return compare_question(library(*found, questions=[of]), of)


@pytest.mark.parametrize(
    ("hedged", "how"),
    [
        ("about 140", "give one figure, the first without a hedge beside it"),
        ("at least 140", "print one figure, the second as the least"),
        ("up to 140", "print one figure, the second as the most"),
        ("over 140", "print one figure, the second as one that is exceeded"),
        ("nearly 140", "print one figure, the second as one that is not reached"),
    ],
)
def test_a_bound_is_told_as_what_it_makes_of_the_flat_figure(hedged: str, how: str) -> None:
    for pair in ((read("140"), read(hedged)), (read(hedged), read("140"))):
        found = values.compare_quantities(*pair)
        assert found is not None
        assert found.reason == f"“140” and “{hedged}” {how}"


@pytest.mark.parametrize(
    ("bound", "other", "source", "told"),
    [
        ("over 300", "500", "line", False),
        ("at least 300", "500", "line", False),
        ("up to 300", "200", "line", False),
        # Another source's count may be any that the bound allows, and nobody gave the figure of this one as it is.
        ("over 300", "500", "coastguard", True),
        ("over 320", "500", "line", True),
    ],
)
def test_a_bound_of_a_figure_that_its_source_gives_allows_for_no_other_figure_of_that_source(
    bound: str, other: str, source: str, told: bool
) -> None:
    found = row(said(bound), said("about 300"), said(other, source))
    first, _, third = found.claims
    assert (found.between(first, third) is not None) is told
    assert "fits both" not in found.summary


def test_an_article_says_why_a_bound_is_not_set_beside_another_figure() -> None:
    papers = [
        article(f"post-{at}", said(printed)) for at, printed in enumerate(("over 300", "about 300", "500"))
    ]
    found = library(*papers, questions=[ASKED])
    topics = {topic.id: compare_topic(found, topic) for topic in found.site.topics.values()}
    told = beside_of(topics[TOPIC].rows[0], papers[0].claims[0], papers[0], Teller(found))
    assert told.apart_count == (
        "one other answer, not compared: what is given as at least or at most so many says nothing of them"
    )


def test_one_figure_in_two_hedges_is_told_with_both() -> None:
    found = row(*map(said, ["about 120"] * 3 + ["at least 120"] * 3))
    clause = agreeing_in_short(
        found.groups,
        table_of(found.judgements),
        {claim.outlet: f"the Evening Courier of {claim.outlet}" for claim in found.claims},
        "from the ferry line",
    )
    told = "about 120 (three reports) and at least 120 (three reports)"
    assert clause == f"six reports give one figure, hedged differently: {told}, all from the ferry line"


@pytest.mark.parametrize(
    ("of", "counts", "told"),
    [
        ("jobs at the mill", "lost", "jobs lost at the mill"),
        ("berths in the port", "not renewed", "berths not renewed in the port"),
        ("dockers of Osk", "given notice", "dockers of Osk given notice"),
        ("both crews", "losses", "losses of both crews"),
        ("savings", "withdrew", "withdrew (savings)"),
    ],
)
def test_what_is_counted_is_told_with_whose_it_is(of: str, counts: str, told: str) -> None:
    assert thing(figure("40", of=of, counts=counts), several=True) == told


@pytest.mark.parametrize(
    ("of", "counts", "told"),
    [("dockers over 60", "hurt", "dockers over 60"), ("dockers", "killed", "the killed")],
)
def test_a_part_is_told_by_what_makes_it_one(of: str, counts: str, told: str) -> None:
    paper = article(
        "post",
        said("about 1,100", "coastguard", as_of="2031-03-01", id="all"),
        said(
            "at least 100", "coastguard", as_of="2031-03-01", of=of, counts=counts, id="part", part_of="all"
        ),
    )
    other = article("radio", said("more than 1,400", "line", said_on="2031-03-04"))
    found = compare_question(library(paper, other, questions=[COUNT]), COUNT)
    assert found.summary.endswith(f"“at least 100” (Post) is a part of “about 1,100”: {told}.")


def test_counts_of_two_sources_are_both_told_and_a_part_with_its_whole() -> None:
    first = said("about 1,100", "coastguard", as_of="2031-03-01", id="all")
    part = said(
        "at least 100", "coastguard", as_of="2031-03-01", of="dockers over 60", id="part", part_of="all"
    )
    second = said("more than 1,400", "line", said_on="2031-03-04")
    papers = [article("post", first, part), article("radio", second)]
    found = compare_question(library(*papers, questions=[COUNT]), COUNT)
    assert found.summary == (
        "The counts are running: “about 1,100” (Post, citing the coastguard, 1 March 2031) and "
        "“more than 1,400” (Radio, citing the ferry line, 4 March 2031); "
        "“at least 100” (Post) is a part of “about 1,100”: dockers over 60."
    )
    apart = next(one for one in found.judgements if one.relation is Relation.NOT_COMPARABLE)
    assert apart.reason == "“at least 100” counts dockers over 60, “more than 1,400” counts dockers."


def test_a_figure_that_others_tell_of_more_is_told_with_what_they_tell() -> None:
    mill = {"unit": "jobs", "counts": "lost"}
    own = question(Answer.QUANTITY, id="own", of="jobs at the mill", **mill)
    whole = question(Answer.QUANTITY, id="whole", of="jobs at the mill and its suppliers", **mill)

    def lost(printed: str, asked: Any) -> Claim:
        return figure(printed, id=asked.id, question=asked.path, sources=("line",), of=asked.of, **mill)

    papers = [article(f"post-{at}", lost("300", own)) for at in range(2)]
    papers += [article("digest", lost("500", own)), article("radio", lost("500", whole))]
    found = compare_question(library(*papers, questions=[own, whole]), own)
    assert found.summary.startswith("The accounts are in tension: “500” (Digest, ")
    assert found.summary.endswith(
        "; others tell “500” of the same source as jobs lost at the mill and its suppliers."
    )
    (told,) = disputes([found])
    assert told.why == "Others tell “500” of the same source as jobs lost at the mill and its suppliers."


@pytest.mark.parametrize(
    ("of", "counts", "told"),
    [
        ("jobs at the mill", "lost", "jobs lost at the mill"),
        ("both crews", "losses", "losses of both crews"),
        ("dockers", "killed", "killed"),
    ],
)
def test_a_page_says_what_a_figure_counts_beside_the_question(of: str, counts: str, told: str) -> None:
    assert counting_in_words(figure("40", of=of, counts=counts), ASKED, Words()) == told
