"""The parts of a topic's page: who said it, the ladder of figures, rows by weight, answers, and room for all of them."""

from __future__ import annotations

import gzip

import pytest
from msgspec.structs import replace

from builder.compare.library import Library
from builder.compare.rows import Comparison, compare_question
from builder.compare.topics import compare_topic
from builder.content.model import Article, Locator, Question
from builder.content.vocabulary import Answer, Where
from builder.pages import links
from builder.pages.render import Printer
from builder.pages.views import room
from builder.pages.views.claims import Teller
from builder.pages.views.ladder import RUNGS, ladder
from builder.pages.views.picture import panels
from builder.pages.views.relay import BRANCHES, NAMED, relay
from builder.pages.views.standing import standings
from builder.pages.views.told import RelayView
from builder.pages.views.topic import TopicView, topic_view
from builder.pages.views.words import Words
from tests.factory import TOPIC, article, dated, figure, library, named, question, wording, yes_no
from tests.stories.sites import story

COUNT = question(Answer.QUANTITY)


def rows(found: Library) -> tuple[Comparison, ...]:
    return compare_topic(found, found.site.topics[TOPIC]).rows


def drawn(*articles: Article) -> RelayView | None:
    found = library(*articles, questions=[COUNT])
    return relay(rows(found), Teller(found))


def view(*articles: Article, asked: tuple[Question, ...] = (COUNT,)) -> TopicView:
    found = library(*articles, questions=asked)
    return topic_view(found, compare_topic(found, found.site.topics[TOPIC]), Teller(found), single=True)


def test_outlets_that_did_the_same_share_a_branch() -> None:
    same = [article(f"post-{n}", figure("about 140")) for n in range(NAMED + 3)]
    flat = article("radio", figure("140", cue="estimated", status="could not verify"))
    head = article("comet", figure("dozens", sources=(), where=Where.HEADLINE))
    picture = drawn(*same, flat, head)
    assert picture is not None
    line, nameless = picture.roots
    assert [branch.claim.printed for branch in line.branches] == ["about 140", "140"]
    assert len(line.branches[0].outlets) == NAMED - 1
    assert line.branches[0].more == 4
    assert line.branches[0].deeds == line.branches[0].printed == ()
    assert line.branches[1].printed == (("", "estimated"),)
    assert line.branches[1].deeds == ("without “about”", "says it could not be verified")
    assert (nameless.name, nameless.target) == ("No source named", None)
    assert nameless.branches[0].deeds == ("in the headline", "words, no figure")


def test_a_branch_says_which_outlet_prints_the_text_of_another() -> None:
    picture = drawn(
        article("post", figure("140")),
        article("radio", figure("140"), copy_of="post"),
        article("wire", figure("140")),
    )
    assert picture is not None
    ((branch,),) = (root.branches for root in picture.roots)
    assert branch.outlets == ("Post", "Radio (the text of Post)", "Wire")


def test_folded_prints_of_one_text_are_counted_as_outlets() -> None:
    def told(copy: str | None) -> str:
        prints = [article(f"post-{n}", figure("140")) for n in range(4)]
        shown = view(*prints, article("radio", figure("140"), copy_of=copy))
        return shown.questions[0].answers[0].told

    assert told(None) == "All 5 reports with this answer"
    assert told("post-0") == "All 5 outlets with this answer"


def test_words_on_verification_in_another_language_are_shown_with_what_they_say() -> None:
    status = "n'a pas pu être vérifié"
    papers = [
        article("post", figure("140", status="could not be verified")),
        article("radio", figure("140", status=status), language="fr"),
        article(
            "wire", figure("140", status=status, renderings=((status, "was not verified"),)), language="fr"
        ),
    ]
    found = library(*papers, questions=[COUNT])
    teller = Teller(found)
    shown = [
        teller.claim(claim).renderings for paper in papers for claim in found.site.articles[paper.id].claims
    ]
    assert shown == [(), ((status, "could not be verified"),), ((status, "was not verified"),)]


def test_a_word_that_may_be_somebody_s_does_not_stand_under_no_source_named() -> None:
    two = [article(id, figure("about 140")) for id in ("post", "wire")]
    bare = article("radio", figure("140", sources=()))
    open_ended = article(
        "yard", figure("150", sources=(), voice_open=True, leaves_open="whether the line says so")
    )
    picture = drawn(*two, bare, open_ended)
    assert picture is not None
    told = [(root.name, [branch.outlets for branch in root.branches]) for root in picture.roots[1:]]
    assert told == [("No source named", [("Radio",)]), ("Whose word it is, left open", [("Yard",)])]


def test_under_a_heading_that_names_the_question_nothing_is_printed_where_nothing_more_is_said() -> None:
    begun = question(Answer.DATE, short="Begun")
    told = [article(f"post-{at}", dated(f"2031-03-{at:02}", f"on {at} March")) for at in range(1, 29)]
    more = [article(f"wire-{at}", dated(f"2031-04-{at:02}", f"on {at} April")) for at in range(1, 29)]
    page = view(*told, *more, asked=(begun,))
    assert "“Begun”" in page.finding
    assert page.answer == ()
    assert page.description  # what stands for the page elsewhere still says so
    # One that says how the accounts differ stays.
    (said,) = view(*told[:2], asked=(begun,)).answer
    assert said.startswith("The accounts contradict each other on “Begun”: ")


def test_a_figure_that_nobody_hedges_lacks_no_hedge() -> None:
    picture = drawn(article("post", figure("about 100")), article("radio", figure("140")))
    assert picture is not None
    assert [branch.deeds for branch in picture.roots[0].branches] == [(), ()]


def test_who_names_no_source_has_lost_no_hedge() -> None:
    ferry = [article(id, figure("about 140")) for id in ("post", "wire")]
    picture = drawn(
        *ferry, article("radio", figure("140", sources=())), article("yard", figure("some 140", sources=()))
    )
    assert picture is not None
    assert [branch.deeds for branch in picture.roots[-1].branches] == [(), ()]


def test_the_picture_is_of_the_question_in_dispute() -> None:
    cause, warned = question(Answer.WORDING, short="Cause"), question(Answer.YES_NO, short="Warned")
    told = [
        article(id, wording("A fuse blew"), yes_no(True, id="warned", sources=("coastguard",)))
        for id in ("post", "wire")
    ]
    denied = article("radio", yes_no(False, printed="denies that it was", sources=("line",)))
    found = library(*told, denied, questions=[cause, warned])
    picture = relay(rows(found), Teller(found))
    assert picture is not None
    assert picture.short == "Warned"


def test_sums_in_another_currency_have_no_place_on_the_scale() -> None:
    lost = question(Answer.QUANTITY, unit="USD", counts="lost", of="deposits")
    given = {"counts": "lost", "of": "deposits"}
    dollars = [article(f"post-{n}", figure(f"${n} billion", unit="USD", **given)) for n in (150, 170, 190)]
    pounds = article("radio", figure("£138 billion", unit="GBP", **given))
    found = library(*dollars, pounds, questions=[lost])
    (panel,) = panels(rows(found), Teller(found))
    marks = {mark.claim.printed: mark.off for origin in panel.groups for mark in origin.marks}
    assert marks == {
        "$150 billion": "",
        "$170 billion": "",
        "$190 billion": "",
        "£138 billion": "in another currency",
    }


def test_there_is_no_picture_unless_two_outlets_pass_a_source_on() -> None:
    assert drawn(article("post", figure("140"))) is None
    other = article("radio", figure("140", sources=("coastguard",)))
    assert drawn(article("post", figure("140")), other) is None
    assert (
        drawn(article("post", figure("140", sources=())), article("radio", figure("150", sources=()))) is None
    )


def test_a_picture_is_bounded() -> None:
    picture = drawn(*(article(f"post-{n}", figure(f"{100 + n}")) for n in range(40)))
    assert picture is not None
    (root,) = picture.roots
    assert len(root.branches) == BRANCHES
    assert root.more == 40 - BRANCHES


def test_a_ladder_rises_and_keeps_what_each_figure_counts() -> None:
    deck = question(Answer.QUANTITY, id="deck", short="On deck", counts="on deck")
    crew = question(Answer.QUANTITY, id="crew", short="Crew", unit="km")
    said = [
        article(
            "post", figure("140"), figure("at least 12", id="deck", question=deck.path, counts="on deck")
        ),
        article("radio", figure("about 140"), figure("dozens", id="deck", question=deck.path, counts="seen")),
        article("wire", figure("140"), figure("3 km", id="crew", question=crew.path, unit="km")),
    ]
    found = library(*said, questions=[COUNT, deck, crew])
    rungs = ladder(rows(found), Teller(found))
    assert [rung.short for rung in rungs] == ["On deck", "quantity"], "figures in another unit have no rung"
    assert [
        (figure.words, figure.printed, figure.outlets, figure.counting) for figure in rungs[0].figures
    ] == [
        ("at least 12", False, "Post", None),
    ], "a word that is no figure stands among none"
    assert [(figure.words, figure.outlets) for figure in rungs[1].figures] == [
        ("140", "Post, Wire"),
        ("about 140", "Radio"),
    ]


def test_a_ladder_is_bounded_and_tells_the_range() -> None:
    asked = [question(Answer.QUANTITY, id=f"deck-{n}", short=f"Deck {n}") for n in range(RUNGS + 4)]
    claims = [figure(f"{n + 1}", id=one.id, question=one.path) for n, one in enumerate(asked)]
    many = [article(f"wire-{n}", figure(f"{100 + n}", question=asked[0].path)) for n in range(30)]
    found = library(article("post", *claims), *many, questions=asked)
    rungs = ladder(rows(found), Teller(found))
    assert len(rungs) == RUNGS
    (wide,) = [rung for rung in rungs if rung.short == "Deck 0"]
    assert [figure.words for figure in wide.figures] == ["1", "129"]
    assert wide.more == 29
    one = library(article("post", figure("140")), questions=[COUNT])
    assert ladder(rows(one), Teller(one)) == ()


def test_what_counts_something_else_and_a_lead_that_rounds_up_end_no_range() -> None:
    hurt = {"counts": "killed or hurt"}
    asked = [question(Answer.QUANTITY, **hurt), question(Answer.QUANTITY, id="deck", short="Deck")]
    lead = replace(figure("over 30", id="lead", sources=(), **hurt), locator=Locator(0, 7, "", ""))
    text = replace(figure("at least 30", id="text", **hurt), locator=Locator(90, 99, "", ""))
    papers = [
        article("post", lead, text, figure("3", id="deck", question=asked[1].path)),
        article("wire", figure("200", counts="killed")),
        article("radio", figure("more than 40", counts="killed or injured")),
        *(article(f"echo-{n}", figure(f"{30 + n}", **hurt)) for n in range(1, 5)),
    ]
    found = library(*papers, questions=asked)
    (rung,) = [one for one in ladder(rows(found), Teller(found)) if one.short == "quantity"]
    assert [(one.words, one.counting) for one in rung.figures] == [
        ("at least 30", None),
        ("more than 40", "killed or injured"),
    ]


def test_contradictions_stand_first_and_what_one_outlet_has_stands_apart() -> None:
    warned = question(Answer.YES_NO, short="Warned?")
    alone = question(Answer.QUANTITY, id="alone", short="Alone")
    none = question(Answer.QUANTITY, id="none", short="None")
    page = view(
        article(
            "post", figure("140"), yes_no(True, id="warned"), figure("3", id="alone", question=alone.path)
        ),
        article("radio", figure("140"), yes_no(False, id="warned", sources=("coastguard",))),
        asked=(none, alone, COUNT, warned),
    )
    assert [(one.short, [badge.key for badge in one.badges]) for one in page.questions] == [
        ("Warned?", ["contradiction"]),
        ("quantity", ["one-source"]),
    ]
    assert [(one.short, [badge.key for badge in one.badges]) for one in page.alone] == [("Alone", ["alone"])]
    assert [one.short for one in page.unanswered] == ["None"]
    assert page.disputed == 1
    assert [answer.against.key if answer.against else None for answer in page.questions[0].answers] == [
        "contradiction"
    ] * 2


def test_an_outlet_that_contradicts_itself_is_no_list_below() -> None:
    found = library(
        article("post", figure("140"), figure("180", id="again", sources=("coastguard",))), questions=[COUNT]
    )
    (standing,) = standings([compare_question(found, COUNT)], Words())
    assert standing.alone == (not standing.parted)


def test_distinct_answers_stand_once_with_all_that_print_them() -> None:
    page = view(
        article("comet", figure("dozens", counts="seen")),
        article("post", figure("140")),
        article("radio", figure("about 140")),
        article("wire", figure("roughly 140")),
    )
    (row,) = page.questions
    assert [answer.claim.printed for answer in row.answers] == ["about 140", "140", "dozens"]
    assert [(report.claim.short, report.repeats) for report in row.answers[0].reports] == [
        ("Radio", True),
        ("Wire", False),
    ]
    assert [gap.short for gap in row.gaps] == []


def test_a_day_is_a_phrase_of_its_own() -> None:
    days = {
        "2031-03-04": "as of 4 March 2031",
        "2031-03/..": "from March 2031 on",
        "2031-03-04~": "about 4 March 2031",
    }
    for edtf, told in days.items():
        page = view(article("post", figure("140", as_of=edtf)), article("radio", figure("150")))
        (row,) = page.questions
        assert {report.day for answer in row.answers for report in answer.reports} == {told, None}


def crowd(outlets: int, words: int, number: int = 20) -> Library:
    """Questions that many outlets answer, each in words of its own."""
    asked = [question(Answer.QUANTITY, id=f"deck-{n}", short=f"Deck {n}") for n in range(number)]
    articles = [
        article(
            f"paper-{n}",
            *(
                figure(
                    f"{n % 12 + 1}",
                    id=one.id,
                    question=one.path,
                    cue=" ".join(f"{n}x{at}" for at in range(words)),
                )
                for one in asked
            ),
        )
        for n in range(outlets)
    ]
    return library(*articles, questions=asked)


def test_above_its_room_a_page_shows_the_first_answers_and_links_lead_to_the_question() -> None:
    found = crowd(70, 5)
    assert not room.has_room(found, TOPIC)
    teller = Teller(found)
    page = topic_view(found, compare_topic(found, found.site.topics[TOPIC]), teller, single=True)
    assert not page.whole
    for row in page.questions:
        assert len(row.answers) == 8
        assert row.more == 4
        assert all(len(answer.reports) == 4 for answer in row.answers)
        assert {answer.more for answer in row.answers} == {2}
        assert row.gaps == ()
    shown = page.questions[0].answers[0].reports[0]
    assert shown.anchor == ""
    assert shown.claim.cell == links.row(f"{TOPIC}/deck-0")


def test_what_fits_is_shown_whole() -> None:
    found = crowd(14, 3)
    assert room.has_room(found, TOPIC)
    page = topic_view(found, compare_topic(found, found.site.topics[TOPIC]), Teller(found), single=True)
    assert page.whole
    assert sum(len(answer.reports) for answer in page.questions[0].answers) == 14


def test_a_running_count_is_in_the_order_of_its_days() -> None:
    told = story("toll")
    (comparison,) = [topic for topic in told.topics if topic.topic.id == "toll"]
    page = topic_view(told.library, comparison, Teller(told.library), single=True)
    (missing,) = [row for row in page.questions if row.anchor == "missing"]
    assert missing is page.questions[0]
    assert [answer.claim.printed for answer in missing.answers][-3:] == ["al menos 27", "Fourteen", "Nine"]


def test_topics_know_those_beside_them() -> None:
    found = library(article("post", figure("140")), questions=[COUNT])
    one = found.site.topics[TOPIC]
    others = {id: replace(one, id=id, title=id.title(), questions=()) for id in ("first", "last")}
    found.site.topics.update(others)
    (told,) = found.site.stories.values()
    found.site.stories[told.id] = replace(told, topics=("first", TOPIC, "last"))
    page = topic_view(found, compare_topic(found, one), Teller(found), single=True)
    assert page.before == ("First", links.topic("first"))
    assert page.after == ("Last", links.topic("last"))


@pytest.mark.parametrize(
    ("outlets", "words", "asked"), [(14, 12, 20), (40, 2, 20), (60, 12, 20), (400, 12, 20), (70, 12, 80)]
)
def test_no_page_is_large_whatever_its_story(outlets: int, words: int, asked: int) -> None:
    found = crowd(outlets, words, asked)
    page = topic_view(found, compare_topic(found, found.site.topics[TOPIC]), Teller(found), single=True)
    assert page.whole == (outlets <= 40)
    assert len(gzip.compress(Printer().page(page).body.encode(), 9)) <= 50_000


@pytest.mark.parametrize("name", ["toll", "bank"])
def test_what_stands_at_the_head_of_the_page_is_not_said_again(name: str) -> None:
    told = story(name)
    for comparison in told.topics:
        page = topic_view(told.library, comparison, Teller(told.library), single=True)
        above = " ".join(page.answer)
        for row in (*page.questions, *page.alone):
            assert not row.summary or row.summary[1:] not in above
            assert not set(row.notes) & set(page.answer)


def test_heading_first_sentence_and_picture_speak_of_one_question() -> None:
    said = question(Answer.YES_NO, short="Warned?")
    lives = question(Answer.QUANTITY, short="Dead", counts="killed", of="people")
    sides = [
        yes_no(True, sources=("line",)),
        yes_no(False, printed="denies it", sources=("coastguard",)),
        yes_no(True, sources=("line",)),
    ]
    killed = {"counts": "killed", "of": "people"}
    for first, claims, leads in (
        (COUNT, [figure(n, sources=()) for n in ("140", "about 140", "140")], "Warned?"),
        (question(Answer.WHO), [named("Mayor")] * 3, "Warned?"),
        # Of a count of lives a reader wants the figure, whoever contradicts whom elsewhere.
        (lives, [figure(n, **killed, sources=()) for n in ("8", "about 8", "8")], "Dead"),
    ):
        pairs = zip(("post", "radio", "wire"), claims, sides, strict=True)
        page = view(*(article(id, one, side) for id, one, side in pairs), asked=(first, said))
        assert leads in page.answer[0]
        assert (
            page.finding.startswith("Warned? Yes from ")
            if leads == "Warned?"
            else (page.finding == "Dead: 8 to about 8 in three reports")
        )
        assert (page.relay and page.relay.short) == ("Warned?" if leads == "Warned?" else None)
        beside = [one.short for one in page.questions if one.relay]
        assert beside == ([] if leads == "Warned?" else ["Warned?"]), (
            "the picture of another stands beside that one"
        )


def test_a_headline_without_a_source_is_not_of_the_one_source_that_it_contradicts() -> None:
    asked = question(Answer.YES_NO)
    quiet = [article(id, yes_no(False)) for id in ("post", "radio")]
    loud = article("comet", yes_no(True, sources=(), where=Where.HEADLINE))
    found = library(*quiet, loud, questions=[asked])
    (standing,) = standings(rows(found), Words())
    assert "one-source" not in {badge.key for badge in standing.badges}
