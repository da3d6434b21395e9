"""A story's page: what it opens with, a card an outlet, its contradictions and tensions as sides that face each other."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from builder.compare.library import Library
from builder.compare.topics import compare_topic
from builder.content.model import Claim, Question
from builder.content.vocabulary import Answer, Where
from builder.pages.views.claims import Teller
from builder.pages.views.room import WIDEST
from builder.pages.views.story import OPEN, StoryView, story_view
from tests.factory import article, dated, figure, library, named, question, span

ASKED = question(Answer.WHO)
ABOARD = question(Answer.QUANTITY)
KILLED = question(Answer.QUANTITY, id="killed", short="Killed", counts="killed", of="passengers")
WHEN = question(Answer.DATE, id="when", short="Adrift since")


def counted(printed: str, of: Question = ABOARD, **more: Any) -> Claim:
    given = {"id": f"{of.id}-{printed}", "question": of.path, "counts": of.counts, "of": of.of}
    return figure(printed, **(given | more))


def view_of(told: Library) -> StoryView:
    (story,) = told.site.stories.values()
    comparisons = {id: compare_topic(told, topic) for id, topic in told.site.topics.items()}
    return story_view(told, comparisons, story, Teller(told), None, "")


def test_the_sides_of_a_contradiction_face_each_other_with_their_outlets_and_sources() -> None:
    many = [article(id, named("Mayor", sources=())) for id in ("post", "radio", "wire", "yard", "zone")]
    view = view_of(library(*many, article("argus", named("Harbour Master")), questions=[ASKED]))
    (found,) = view.disputes
    assert (found.badge.key, found.badge.words, found.why) == (
        "contradiction",
        "Contradiction",
        "The texts do not say why they differ.",
    )
    told = [
        [(answer.claim.printed, answer.outlets, answer.whence) for answer in side.answers]
        for side in found.sides
    ]
    assert told == [
        [("Harbour Master", "Argus", "from the ferry line")],
        [("Mayor", "Post, Radio, Wire, Yard and 1 more", "in their own voice")],
    ]
    assert found.more == 0


def test_a_card_says_what_a_text_leaves_open_and_not_that_it_names_nobody() -> None:
    open_ended = counted("140", sources=(), voice_open=True, leaves_open="whether the line says so")
    told = library(article("post", open_ended), article("radio", counted("180")), questions=[ABOARD])
    view = view_of(told)
    assert [(card.whence, card.claim and card.claim.leaves_open) for card in view.cards] == [
        ("", "whether the line says so"),
        ("from the ferry line", None),
    ]
    (found,) = view.disputes
    whence = {answer.whence for side in found.sides for answer in side.answers}
    assert whence == {"leaves open whose word it is", "from the ferry line"}


def test_a_card_says_what_others_tell_its_figure_as() -> None:
    lost = question(Answer.QUANTITY, id="lost", short="Lost", counts="losses", of="crew and passengers")
    told = library(
        article("post", counted("40", lost)),
        article("radio", replace(counted("40", lost), counts="killed", of="passengers")),
        article("wire", counted("12", lost, sources=("coastguard",))),
        questions=[lost],
    )
    assert [card.retold for card in view_of(told).cards] == [
        "passengers killed",
        "losses of crew and passengers",
        "",
    ]


def test_no_outlet_gets_the_figure_or_the_source_of_another_on_its_side() -> None:
    told = library(
        article("post", counted("10,000", scope="both ferries")),
        article("radio", counted("about 10,000", sources=())),
        article("wire", counted("10,000", sources=("coastguard",))),
        article("zone", counted("50", sources=())),
        questions=[ABOARD],
    )
    (found,) = view_of(told).disputes
    shown = {
        (answer.claim.printed, answer.outlets, answer.whence)
        for side in found.sides
        for answer in side.answers
    }
    assert shown <= {
        ("10,000", "Post", "from the ferry line"),
        ("about 10,000", "Radio", "in its own voice"),
        ("10,000", "Wire", "from the coastguard"),
        ("50", "Zone", "in its own voice"),
    }
    assert ("about 10,000", "Radio", "in its own voice") in shown
    assert ("50", "Zone", "in its own voice") in shown


def test_nothing_faces_where_all_agree() -> None:
    view = view_of(
        library(
            article("post", named("Mayor", sources=())),
            article("argus", named("Mayor", sources=())),
            questions=[ASKED],
        )
    )
    assert view.disputes == ()


def test_contradictions_come_first_and_lives_before_days() -> None:
    told = library(
        article(
            "post", counted("12"), counted("3", KILLED), dated("2031-05-05", id="when", question=WHEN.path)
        ),
        article(
            "argus", counted("15"), counted("5", KILLED), dated("2031-05-04", id="when", question=WHEN.path)
        ),
        questions=[WHEN, ABOARD, KILLED],
    )
    assert [found.question for found in view_of(told).disputes] == ["Killed", ABOARD.short, "Adrift since"]


def test_a_card_has_the_outlets_figure_for_the_question_as_asked_and_in_its_text() -> None:
    told = library(
        article(
            "post",
            counted("90", scope="both ferries"),
            counted("15", where=Where.HEADLINE),
            counted("12"),
        ),
        article("argus", counted("5", KILLED, sources=())),
        article("radio", story="breakdown"),
        questions=[ABOARD, KILLED],
    )
    cards = [
        (card.outlet.short, card.claim and card.claim.printed, card.whence) for card in view_of(told).cards
    ]
    assert cards == [
        ("Argus", "5", "in its own voice"),
        ("Post", "12", "from the ferry line"),
        ("Radio", None, ""),
    ]


def test_a_card_of_a_running_count_has_the_last_figure() -> None:
    running = question(Answer.QUANTITY, running=True)
    told = library(
        article(
            "post", counted("12", running, said_on="2031-05-05"), counted("15", running, said_on="2031-05-06")
        ),
        questions=[running],
    )
    assert [card.claim.printed for card in view_of(told).cards if card.claim] == ["15"]


def test_a_table_and_a_card_have_the_same_answer_of_an_outlet() -> None:
    running = question(Answer.QUANTITY, running=True)
    told = article(
        "post", figure("at least four", as_of="2031-03-03"), figure("19", id="later", as_of="2031-03-04")
    )
    view = view_of(library(told, questions=[running]))
    (card,), (line,) = view.cards, view.topics
    assert card.claim is not None
    assert line.cells[0].claim is not None
    assert card.claim.printed == line.cells[0].claim.printed == "19"
    assert line.told, "a narrow page needs no second list of the cards' answers"


def test_a_table_tells_what_the_cards_have_not() -> None:
    told = library(
        article("post", counted("12"), counted("3", KILLED)),
        article("argus", counted("3", KILLED)),
        questions=[ABOARD, KILLED],
    )
    (line,) = view_of(told).topics
    assert line.told
    (other,) = view_of(
        library(article("post", counted("12")), article("wire", story="breakdown"), questions=[ABOARD])
    ).topics
    assert not other.told, "who is silent stands in the table alone"


def test_a_story_without_findings_opens_with_the_answer_of_its_first_topic() -> None:
    view = view_of(
        library(
            article("post", named("Mayor", sources=())),
            article("argus", named("Mayor", sources=())),
            questions=[ASKED],
        )
    )
    assert view.findings
    assert len(view.found_in) == 1
    assert [line.agreed for line in view.topics] == [""], "said once"


def test_a_story_that_no_text_answers_opens_with_nothing() -> None:
    view = view_of(library(article("post"), questions=[ASKED]))
    assert (view.findings, view.found_in) == ((), ())


def test_a_headline_does_not_speak_for_its_text_at_a_glance() -> None:
    above = figure("dozens", where=Where.HEADLINE, counts="killed", id="head")
    told = library(article("post", above, figure("about 30")), article("radio", above), questions=[ABOARD])
    (row,) = view_of(told).topics
    assert [cell.claim and cell.claim.printed for cell in row.cells] == ["about 30", "dozens"]


def test_a_card_has_the_headline_over_its_answer() -> None:
    told = library(
        article("argus", counted("140")),
        article("post", counted("150"), headline=None, working_title="A ferry"),
        questions=[ABOARD],
    )
    assert [(card.headline, card.language) for card in view_of(told).cards] == [
        ("The argus on the ferry", "en"),
        ("", "en"),
    ]


def test_a_story_of_many_outlets_shows_those_that_answer_most_and_says_how_many_more() -> None:
    quiet = [article(f"quiet-{n:02}", counted("3", KILLED)) for n in range(20)]
    speaking = [article(f"paper-{n:02}", counted("3", KILLED), counted("140")) for n in range(WIDEST)]
    view = view_of(library(*quiet, *speaking, questions=[ABOARD, KILLED]))
    assert [card.outlet.id for card in view.cards] == [one.id for one in speaking]
    assert view.outlets_more == 20
    # Who scrolls to what they contradict each other on does not pass forty cards.
    assert view.cards_open == OPEN
    assert view.tagline.startswith(f"What {WIDEST + 20} outlets printed")
    assert all(len(line.cells) == WIDEST for line in view.topics)
    few = view_of(library(*speaking[:3], questions=[ABOARD, KILLED]))
    assert (few.outlets_more, few.cards_open) == (0, 3)


def test_what_somebody_unnamed_is_said_to_have_told_is_not_the_outlet_s_own_voice() -> None:
    told = library(
        article("post", counted("10,000", scope="both ferries")),
        article("radio", counted("200", sources=(), cue="reportedly")),
        article("wire", counted("50", sources=())),
        questions=[ABOARD],
    )
    (found,) = view_of(told).disputes
    shown = {answer.whence for side in found.sides for answer in side.answers}
    assert {"only as “reportedly”", "in its own voice"} <= shown


def test_a_text_that_was_out_too_early_by_days_of_the_site_s_own_was_so_probably() -> None:
    known = [
        replace(one, known_from=span(day)) for one, day in ((ABOARD, "2031-03-02"), (KILLED, "2031-03-20"))
    ]
    papers = [
        article("post", counted("140", known[0]), published="2031-03-05"),
        article(
            "radio", counted("140", known[0]), published="2031-03-05", inferred={"published": "By the order."}
        ),
        article("wire", counted("3", known[1]), published="2031-03-21"),
    ]
    timeline = view_of(library(*papers, questions=known)).timeline
    assert timeline is not None
    assert (timeline.events[-1].after, timeline.events[-1].probably) == (("Post",), ("Radio",))


def test_a_timeline_shows_some_texts_and_says_how_many_more() -> None:
    known = [
        replace(one, known_from=span(day)) for one, day in ((ABOARD, "2031-03-02"), (KILLED, "2031-03-20"))
    ]
    papers = [
        article(
            f"paper-{n:03}",
            counted("140", known[0]),
            counted("3", known[1]),
            published=f"2031-03-{4 + n // 10:02}",
        )
        for n in range(100)
    ]
    timeline = view_of(library(*papers, questions=known)).timeline
    assert timeline is not None
    assert (len(timeline.texts), timeline.more) == (40, 60)
    assert timeline.texts[0].outlet == "Paper-000"
    early = timeline.events[1].after
    assert (len(early), early[0], early[-1]) == (13, "Paper-000", "88 more")
