"""Several outlets that print one text: what one of them changes in it is its own, and they count as one report."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from builder.compare.copies import changes
from builder.compare.disputes import dispute_of
from builder.compare.groups import reports
from builder.compare.relation import Difference, Relation
from builder.compare.rows import Comparison, compare_question
from builder.compare.topics import compare_topic
from builder.content.model import Claim
from builder.content.vocabulary import Answer, Where
from builder.pages.views.claims import Teller
from builder.pages.views.pairs import pair_topic
from tests.factory import NAMES, article, dated, figure, library, question, wording, yes_no


def row(*texts: tuple[str, str | None, tuple[Claim, ...]], answer: Answer = Answer.QUANTITY) -> Comparison:
    """A row of articles: id, whose text it is, and claims."""
    found = library(
        *(
            article(id, *claims, copy_of=of, published=f"2031-03-0{at}")
            for at, (id, of, claims) in enumerate(texts, 4)
        ),
        questions=[asked(answer)],
    )
    return compare_question(found, found.questions[asked(answer).path])


def asked(answer: Answer, **more: object):
    return question(answer, **more)


def keyed(found: Comparison) -> dict[str, Claim]:
    return {claim.article: claim for claim in found.claims}


@pytest.mark.parametrize(
    ("answer", "text", "copy", "other"),
    [
        (Answer.QUANTITY, figure("12"), figure("14"), figure("12")),
        (Answer.QUANTITY, figure("about 12"), figure("14"), figure("at least 11")),
        (Answer.YES_NO, yes_no(True), yes_no(False, "it was denied"), yes_no(True)),
        (Answer.DATE, dated("2031-03-02"), dated("2031-03-03"), dated("2031-03-02")),
    ],
    ids=["figure", "hedged", "yes", "day"],
)  # fmt: skip
def test_what_a_copy_changes_contradicts_nobody(answer, text, copy, other):
    found = row(("post", None, (text,)), ("radio", "post", (copy,)), ("wire", None, (other,)), answer=answer)
    claims = keyed(found)
    assert found.changed == {"radio/claim": claims["post"]}
    own = found.between(claims["radio"], claims["post"])
    assert own is not None
    assert own.relation is Relation.COPY
    against = found.between(claims["radio"], claims["wire"])
    assert against is not None
    assert (against.relation, against.differences) == (Relation.NOT_COMPARABLE, (Difference.COPY,))
    assert dispute_of(found) is None
    assert not found.parted
    assert not found.tense
    (note,) = [note for note in found.notes if "prints the text of" in note]
    assert note.startswith("Radio prints the text of Post and has ")
    assert note.endswith(": the change is its own.")
    assert "Radio" not in found.summary


def test_the_text_of_a_copy_still_contradicts_others():
    found = row(
        ("post", None, (figure("12"),)),
        ("radio", "post", (figure("14"),)),
        ("wire", None, (figure("30", sources=("coastguard",)),)),
    )
    dispute = dispute_of(found)
    assert dispute is not None
    assert [[claim.article for claim in side] for side in dispute.sides] == [["post"], ["wire"]]
    assert (found.low, found.high) == (12, 30)


def test_a_changed_figure_is_no_end_of_the_range():
    found = row(("post", None, (figure("12"),)), ("radio", "post", (figure("140"),)))
    assert (found.low, found.high) == (12, 12)


def test_another_outlet_with_the_figure_of_a_changed_copy_stands_for_itself():
    found = row(
        ("post", None, (figure("12"),)), ("radio", "post", (figure("14"),)), ("wire", None, (figure("14"),))
    )
    claims = keyed(found)
    between = found.between(claims["post"], claims["wire"])
    assert between is not None
    assert between.relation is Relation.CONFLICT
    assert "Radio" not in found.summary


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        ((figure("12"),), (figure("12"),)),
        ((figure("12"),), (figure("twelve"),)),
        ((figure("12"),), (figure("12"), figure("30", id="more"))),  # what it adds
        ((figure("12"), figure("30", id="b", scope="the stern")), (figure("30", scope="the stern"),)),
        ((figure("12", as_of="2031-03-01"),), (figure("14", as_of="2031-03-02"),)),
        ((figure("12"),), (figure("14", where=Where.HEADLINE),)),
        ((figure("12"),), (figure("dozens"),)),
    ],
    ids=["same", "in words", "added", "another part", "another day", "headline", "no figure"],
)  # fmt: skip
def test_what_is_no_change(text, copy):
    claims = [*text, *(_as("radio", one) for one in copy)]
    assert changes(asked(Answer.QUANTITY), claims, NAMES) == {}


def _as(outlet: str, claim: Claim) -> Claim:
    return replace(claim, article=outlet, outlet=outlet, copy_of="post")


def test_which_words_are_taken_from_one_text_is_no_change():
    told = [wording("a slow leak"), _as("radio", wording("the leak"))]
    assert changes(asked(Answer.WORDING), told, NAMES) == {}


@pytest.mark.parametrize(
    ("outlets", "number"),
    [
        ((("post", None),), 1),
        ((("post", None), ("radio", "post")), 2),  # each outlet, where there is no other text
        ((("post", None), ("radio", "post"), ("wire", None)), 2),
        ((("radio", "post"), ("sound", "post"), ("wire", None)), 2),
        ((("post", None), ("wire", None), ("post", None)), 2),
    ],
)
def test_copies_of_one_text_are_one_report(outlets, number):
    assert reports(figure("12", article=id, copy_of=of) for id, of in outlets) == number


def test_a_count_of_reports_in_a_sentence_has_each_text_once():
    found = row(
        *((id, None, (figure("12"),)) for id in ("post", "wire", "sound")),
        *((id, "post", (figure("twelve"),)) for id in ("radio", "echo")),
        ("daily", None, (figure("12"),)),
    )
    assert found.summary == "All four reports have 12, from the ferry line."
    assert "Radio and Echo print the text of Post: three outlets, one report." in found.notes


def test_where_reports_are_counted_and_named_there_are_as_many_names():
    prints = [("post", None), ("radio", "post"), ("wire", None), ("sound", None)]
    said = row(*((id, of, (yes_no(True),)) for id, of in prints), answer=Answer.YES_NO)
    assert said.summary == "All three reports say yes: Post, Wire and Sound, all from the ferry line."
    assert "Radio prints the text of Post: two outlets, one report." in said.notes
    # Without the outlet whose text it is, the first print of it stands for the text.
    apart = row(
        ("radio", "post", (yes_no(True),)),
        ("echo", "post", (yes_no(True),)),
        ("wire", None, (yes_no(True, scope="the hull"),)),
        ("sound", None, (yes_no(True, scope="the bridge"),)),
        answer=Answer.YES_NO,
    )
    assert apart.summary == "All three reports say yes: Radio, Wire of the hull and Sound of the bridge."


def test_two_outlets_that_print_one_text_are_no_two_that_agree():
    found = library(
        *(article(id, yes_no(True), copy_of=of) for id, of in (("post", None), ("radio", "post"))),
        article("wire", yes_no(True)),
        questions=[asked(Answer.YES_NO)],
    )
    post, radio, wire = found.site.outlets.values()
    (topic,) = found.site.topics.values()
    rows = compare_topic(found, topic)
    reasons = [
        pair.rows[0].reason
        for two in ((post, radio), (post, wire))
        if (pair := pair_topic(found, rows, two, Teller(found)))
    ]
    assert reasons == ["Radio prints the text of Post: two outlets, one report.", "The same answer."]


def test_a_copy_printed_a_day_later_is_no_later_count():
    asked_running = question(Answer.QUANTITY, running=True)
    found = library(
        article("post", figure("12"), published="2031-03-04"),
        article("radio", figure("12"), published="2031-03-06", copy_of="post"),
        questions=[asked_running],
    )
    one = compare_question(found, asked_running)
    assert len(one.groups) == 1
    assert {claim.out_by.isoformat() for claim in one.claims if claim.out_by} == {"2031-03-04"}
