"""The parts of a topic's page that are not in its comparison."""

from __future__ import annotations

from msgspec.structs import replace

from builder.compare.library import index
from builder.compare.topics import compare_topic
from builder.content.model import Story, Topic
from builder.content.vocabulary import Answer, Completeness
from builder.pages.views.claims import Teller
from builder.pages.views.topic import topic_view
from tests.factory import TOPIC, article, figure, question, site, span, yes_no


def test_an_outlet_is_wordless_if_no_article_of_it_answers() -> None:
    dark = question(Answer.YES_NO, topic="night")
    elsewhere = yes_no(True, question=dark.path)
    told = site(
        [
            article("post", figure("140")),
            article("later", elsewhere),
            article("radio", elsewhere),
            article("again", elsewhere),
        ]
    )
    articles = {
        id: replace(one, outlet=outlet, claims=tuple(replace(claim, outlet=outlet) for claim in one.claims))
        for (id, one), outlet in zip(told.articles.items(), ("post", "post", "radio", "radio"), strict=True)
    }
    lib = index(
        replace(
            told,
            articles=articles,
            topics=told.topics | {"night": Topic("night", "The night", "Was it?", (dark,))},
            stories={"breakdown": Story("breakdown", "The breakdown", "It stopped.", (TOPIC, "night"))},
        )
    )
    view = topic_view(lib, compare_topic(lib, lib.site.topics[TOPIC]), Teller(lib), single=True)
    assert len(view.silent) == 3
    assert [silent.outlet for silent in view.wordless] == ["Radio"]


def test_an_article_without_an_answer_is_given_one_reason_that_claims_least() -> None:
    known = question(Answer.QUANTITY, id="known", known_from=span("2031-03-09"))
    aside = question(Answer.YES_NO, topic="night")
    first = question(Answer.QUANTITY, known_from=span("2031-03-03"))

    def why(**more: object) -> tuple[tuple[str, ...], bool]:
        posts = article("post", figure("140"), figure("140", id="later", question=known.path))
        found = site(
            [posts, article("radio", yes_no(True, question=aside.path), **more)], questions=(first, known)
        )
        lib = index(
            replace(
                found,
                topics=found.topics | {"night": Topic("night", "The night", "Was it?", (aside,))},
                stories={"breakdown": Story("breakdown", "The breakdown", "It stopped.", (TOPIC, "night"))},
            )
        )
        view = topic_view(lib, compare_topic(lib, lib.site.topics[TOPIC]), Teller(lib), single=True)
        (silent,) = view.silent or view.wordless  # what the head of the page says of it is not said again
        return silent.why, silent.unsure

    # Out before the one could be known, and late enough for the other: that it was out before is not said of both.
    assert why() == ((), False)
    assert why(completeness=Completeness.MIRROR) == (
        ("What is at hand may be a copy that was cut; the text itself may say it.",),
        True,
    )


def test_an_outlet_that_repeats_itself_is_shown_once_and_its_other_word_apart() -> None:
    told = site(
        [
            article("post", figure("140")),
            article("again", figure("140", id="again"), figure("140", id="other", sources=("coastguard",))),
            article("about", figure("about 140")),
        ]
    )
    own = {
        id: replace(one, outlet="post", claims=tuple(replace(claim, outlet="post") for claim in one.claims))
        for id, one in told.articles.items()
    }
    lib = index(replace(told, articles=own))
    view = topic_view(lib, compare_topic(lib, lib.site.topics[TOPIC]), Teller(lib), single=True)
    (row,) = view.alone
    reports = [report for answer in row.answers for report in answer.reports]
    assert sorted(report.claim.key for report in reports) == ["about/claim", "again/again", "again/other"]
    assert [bool(report.anchor) for report in reports] == [True, False, False], "one place for an outlet"
