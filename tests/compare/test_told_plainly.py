"""Sentences as an editor would sign them: who leaves something open, whose each side is, which spelling heads a list of names."""

from __future__ import annotations

import pytest

from builder.compare.disputes import disputes
from builder.compare.relation import Relation
from builder.compare.rows import Comparison, compare_question
from builder.content.model import Claim
from builder.content.vocabulary import Answer
from builder.pages.views.claims import Teller
from tests.factory import article, dated, figure, library, placed, question, wording, yes_no
from tests.factory import claim as claim_of


def row(answer: Answer, *claims: Claim, copy: bool = False) -> Comparison:
    """Each claim in an article of its own; the second is a copy of the first one's text if there is a ``copy``."""
    asked = question(answer)
    found = [
        article(f"post-{at}", claim, copy_of="post-0" if copy and at == 1 else None)
        for at, claim in enumerate(claims)
    ]
    return compare_question(library(*found, questions=[asked]), asked)


def neither(source: str | None) -> Claim:
    told = (source,) if source else ()
    return claim_of(
        Answer.YES_NO, "did not rule it out", undecided=True, sources=told, leaves_open="whether it sank"
    )


@pytest.mark.parametrize(
    ("sources", "said"),
    [
        (("line", "line"), "Post-0 and Post-1 leave open whether it sank, both from the ferry line."),
        (("line", "coastguard"), "Post-0 and Post-1 leave open whether it sank."),
        ((None, None), "Post-0 and Post-1 leave open whether it sank."),
        (("line",) * 6, "Six reports leave open whether it sank, all from the ferry line."),
    ],
)
def test_what_a_source_leaves_open_is_told_with_the_source(sources, said) -> None:
    assert row(Answer.YES_NO, *map(neither, sources)).summary == said


def test_beside_a_yes_it_is_the_text_that_leaves_it_open() -> None:
    told = row(Answer.YES_NO, neither("line"), yes_no(True, sources=("line",)), yes_no(True)).summary
    assert "Post-0 leaves open whether it sank" in told
    assert "whether it sank, from" not in told


def test_the_spelling_that_most_print_heads_a_list_of_places() -> None:
    found = row(
        Answer.PLACE,
        placed("osk-sound", printed="Ossk"),
        placed("osk-sound", printed="Osk"),
        placed("osk-sound", printed="Osk"),
    )
    assert [claim.printed for claim in found.groups[0].claims] == ["Osk", "Osk", "Ossk"]


def test_each_side_is_told_with_whose_it_is() -> None:
    found = row(
        Answer.DATE, dated("2031-03-01", sources=("line",)), dated("2031-03-02", sources=("coastguard",))
    )
    (told,) = disputes([found])
    assert told.why == "One side is from the ferry line, the other from the coastguard."
    assert "differ" not in found.summary


def test_a_day_that_is_printed_as_it_is_told_means_nothing_else() -> None:
    found = row(Answer.DATE, *(dated("../2031", printed="by the end of 2031") for _ in range(2)))
    (judgement,) = [found.between(*found.claims)]
    assert judgement is not None
    assert judgement.reason == "Both print “by the end of 2031”."
    many = row(Answer.DATE, *(dated("../2031", printed="before 2032") for _ in range(6)))
    assert many.summary.startswith("All six reports say by the end of 2031")


def test_words_that_differ_are_told_in_their_places() -> None:
    found = row(Answer.WORDING, wording("a slap in the face"), wording("a blow in the face"))
    judgement = found.between(*found.claims)
    assert judgement is not None
    assert judgement.reason.endswith("; “slap” in the first is “blow” in the second.")


def test_a_print_that_several_cut_leaves_something_out_in_so_many_reports() -> None:
    full = wording("the engine had small trouble with one valve")
    cut = wording("the engine had small trouble")
    told = row(Answer.WORDING, full, *[cut] * 4).summary
    assert "four reports leave out “with one valve”" in told
    assert "Post-2 leaves" not in told


def test_a_change_in_a_reprint_is_told_in_plain_words() -> None:
    found = row(Answer.QUANTITY, figure("about 30"), figure("nearly 30"), figure("30"), copy=True)
    first, second, third = found.claims
    judgement = found.between(second, third)
    assert judgement is not None
    assert judgement.relation is Relation.NOT_COMPARABLE
    assert judgement.reason == (
        "“nearly 30” is a change in a reprint; the text that it reprints has “about 30”, which is compared with “30”."
    )
    assert found.between(first, third) is not None


@pytest.mark.parametrize(
    ("language", "cue", "rendered", "shown"),
    [
        ("en", "told reporters", None, "told reporters"),
        ("fr", "assure-t-elle", None, None),
        ("fr", "assure-t-elle", "she says", "assure-t-elle"),
        ("en", "left open", None, None),
    ],
)
def test_a_cue_stands_beside_its_words_only_where_it_tells_something(
    language: str, cue: str, rendered: str | None, shown: str | None
) -> None:
    asked = question(Answer.YES_NO)
    renderings = ((cue, rendered),) if rendered else ()
    told = yes_no(True, "it left open", cue=cue, sources=("line",), renderings=renderings)
    found = library(article("post", told, language=language), questions=[asked])
    (claim,) = found.answers[asked.path]
    assert Teller(found).claim(claim).cue == shown


@pytest.mark.parametrize(("source", "leaving"), [("line", "left open is"), (None, "the article leaves open")])
def test_an_article_leaves_open_what_nobody_is_cited_for(source: str | None, leaving: str) -> None:
    asked = question(Answer.YES_NO)
    found = library(article("post", neither(source)), questions=[asked])
    (claim,) = found.answers[asked.path]
    assert Teller(found).claim(claim).leaving == leaving
