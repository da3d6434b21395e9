"""A lead that rounds up what its own text has is the outlet's doing, told so, and set against no other article."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from builder.compare.leads import rounded_up
from builder.compare.relation import Relation
from builder.compare.rows import Comparison, compare_question
from builder.compare.topics import compare_topic
from builder.content.model import Claim, Locator
from builder.content.vocabulary import Answer, Where
from builder.pages.views.beside import around
from builder.pages.views.claims import Teller
from builder.pages.views.pairs import pair_topic
from builder.pages.views.story import story_view
from tests.factory import article, figure, library, question

COUNT = question(Answer.QUANTITY)
DAY = date(2031, 3, 3)


def at(claim: Claim, start: int) -> Claim:
    return replace(claim, locator=Locator(start, start + 5, "", ""))


LEAD = at(figure("over 30", id="lead", sources=()), 10)
TEXT = at(figure("at least 30", id="text"), 400)


def row(*own: Claim, other: Claim) -> Comparison:
    return compare_question(library(article("post", *own), article("radio", other), questions=[COUNT]), COUNT)


def test_a_lead_that_rounds_up_is_told_and_contradicts_nobody() -> None:
    far = figure("29", sources=("coastguard",))
    found = row(LEAD, TEXT, other=far)
    assert found.notes == ("Post sharpens its own figure: it prints “over 30” above “at least 30”.",)
    lead, text, radio = (
        next(claim for claim in found.claims if (claim.article, claim.id) == key)
        for key in (("post", "lead"), ("post", "text"), ("radio", "claim"))
    )
    against = found.between(lead, radio)
    assert against is not None
    assert against.relation is Relation.TENSION
    assert "cannot both be right" not in against.reason  # that is what is open
    assert against.reason.endswith("; one of them is a lead's rounding of what its text has.")
    # The text itself is set against the other, and the row is about the two.
    told = found.between(text, radio)
    assert told is not None
    assert told.relation is Relation.CONFLICT
    assert not [one for one in found.judgements if {one.a, one.b} == {lead.key, radio.key}]
    assert "over 30" not in found.summary


def test_only_more_above_less_of_one_figure_is_rounded_up() -> None:
    def found(*claims: Claim) -> int:
        own = article("post", *claims)
        lib = library(own, questions=[COUNT])
        return len(rounded_up(own.claims, compare_question(lib, COUNT).judge))

    assert found(LEAD, TEXT) == 1
    assert found(at(LEAD, 400), at(TEXT, 10)) == 0
    assert found(LEAD, replace(TEXT, printed="at least 40", value=figure("at least 40").value)) == 0
    # A headline has rules of its own, and a claim without a place in the text is not above another.
    assert found(replace(LEAD, where=Where.HEADLINE), TEXT) == 0
    assert found(replace(LEAD, locator=None), TEXT) == 0


def test_where_another_text_has_more_by_then_a_running_count_may_have_gone_on() -> None:
    running = replace(COUNT, running=True)
    lead, text = replace(LEAD, out_by=DAY, out_from=DAY), replace(TEXT, out_by=DAY, out_from=DAY)

    def notes(figures: str, out: date) -> tuple[str, ...]:
        other = replace(figure(figures), out_from=out, out_by=out)
        found = library(article("post", lead, text), article("radio", other), questions=[running])
        return compare_question(found, running).notes

    open_now = (
        "Post prints “over 30”, for which it names nobody, above “at least 30” from the ferry line; "
        "why, its text does not say."
    )
    told = "Post sharpens its own figure: it prints “over 30” above “at least 30”."
    assert open_now in notes("31", DAY)
    assert told in notes("29", DAY)
    assert told in notes("36", DAY + timedelta(days=1))


def test_a_lead_that_rounds_up_is_told_on_every_page_and_once():
    told = library(
        article("post", LEAD, TEXT),
        article("radio", figure("about 30", sources=("line",))),
        questions=[COUNT],
    )
    (topic,) = told.site.topics.values()
    comparisons, teller = {topic.id: compare_topic(told, topic)}, Teller(told)
    beside = around(told, comparisons, told.site.articles["post"], teller).beside
    first = [found.others[0] for found in beside.values()]
    assert [one.claim.printed for one in first] == ["at least 30", "over 30"]
    assert {one.reason for one in first} == {
        "One text prints “over 30” and “at least 30” for one figure: the change is the outlet's own."
    }
    outlets = tuple(told.site.outlets.values())
    pair = pair_topic(told, comparisons[topic.id], (outlets[0], outlets[1]), teller)
    assert pair is not None
    assert pair.rows[0].reason.endswith(
        "Post sharpens its own figure: it prints “over 30” above “at least 30”."
    )
    (story,) = told.site.stories.values()
    cards = story_view(told, comparisons, story, teller, None, "").cards
    assert [(card.claim and card.claim.printed, card.below) for card in cards] == [
        ("over 30", "“at least 30”"),
        ("about 30", ""),
    ]
