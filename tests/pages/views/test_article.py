"""An article's page: its answers beside the distinct answers of others, however many print them."""

from __future__ import annotations

from msgspec.structs import replace

from builder.compare.topics import compare_topic
from builder.content.vocabulary import Answer, Where
from builder.pages.views.article import article_view
from builder.pages.views.claims import Teller
from builder.pages.views.set_beside import FEWEST, MOST
from tests.factory import TOPIC, article, dated, figure, library, question, span, wording, yes_no

COUNT = question(Answer.QUANTITY)


def said(*articles, of="post", asked=COUNT):
    lib = library(*articles, questions=[asked])
    comparisons = {TOPIC: compare_topic(lib, lib.site.topics[TOPIC])}
    (subject,) = article_view(lib, comparisons, lib.site.articles[of], Teller(lib)).subjects
    return tuple(one for asked in subject.asked for one in asked.said)


POST = article("post", figure("140"), published="2031-03-03")
RADIO = article("radio", figure("about 140"), published="2031-03-04")


def test_a_page_stays_as_it_is_when_one_more_prints_what_is_printed():
    later = [
        article(f"later-{n}", figure(words), published="2031-03-05")
        for n, words in enumerate(["140", "about 140"])
    ]
    (alone,) = said(POST, RADIO)
    assert [(other.claim.printed, other.also) for other in alone.others] == [("about 140", False)]
    # That there are others is said, and not who: the page changes with the second of them, and with no other.
    more = article("later-more", figure("about 140"), published="2031-03-05")
    (before,) = said(POST, RADIO, more)
    (after,) = said(POST, RADIO, more, *later[1:])
    assert [(other.claim.printed, other.claim.short, other.also) for other in before.others] == [
        ("about 140", "Radio", True)
    ]
    assert before == after
    # Its own answer from somebody else is news to it, once.
    (again,) = said(POST, RADIO, more, later[0])
    assert [other.claim.printed for other in again.others] == ["about 140", "140"]
    assert said(POST, RADIO, more, *later) == said(POST, RADIO, more, later[0])


def test_no_more_than_some_distinct_answers_stand_beside_a_claim():
    others = [
        article(f"other-{n:02}", figure(str(200 + 30 * n)), published="2031-03-04") for n in range(MOST + 3)
    ]
    (own,) = said(POST, *others)
    # All for one reason, which stands with the first: of many such, further ones would say nothing new.
    assert [other.reason for other in own.others[1:]] == ["Likewise."] * (FEWEST - 1)
    assert own.more == "five other answers"
    (few,) = said(POST, *others[:MOST])
    assert (len(few.others), few.more) == (MOST, "")


def test_wordings_that_it_is_not_compared_with_are_counted():
    asked = question(Answer.WORDING)
    others = [
        article(f"other-{n:02}", wording(f"a {word} night"), published="2031-03-04")
        for n, word in enumerate("dark cold long wet loud calm bright odd".split())
    ]
    (own,) = said(article("post", wording("no wind at all")), *others, asked=asked)
    # The question has them all: which four of eight would tell nothing.
    assert (own.others, own.apart, own.apart_count) == (
        (),
        (),
        "eight other answers of the same source in other words or another language, not compared word by word",
    )
    assert own.more == ""
    (few,) = said(article("post", wording("no wind at all")), *others[:MOST], asked=asked)
    assert (len(few.apart), few.apart_count) == (
        MOST,
        "four other answers of the same source in other words or another language, not compared word by word",
    )


def test_why_answers_are_not_compared_is_told_as_it_is():
    asked = question(Answer.WORDING)

    def why(*claims, asked=asked):
        own, *others = (
            article(f"paper-{n}" if n else "post", claim, published="2031-03-04")
            for n, claim in enumerate(claims)
        )
        (told,) = said(own, *others, asked=asked)
        return told.apart_count

    calm, dark = wording("no wind at all"), wording("a dark night")
    guards = replace(dark, sources=("coastguard",))
    assert (
        why(calm, guards) == "one other answer of other sources or statements, whose words are not compared"
    )
    assert why(calm, guards, dark) == "two other answers, not compared"
    first, second = replace(calm, statement="first"), replace(dark, statement="second")
    assert "other statements" not in why(calm, dark)
    assert "other sources or statements" in why(first, second)
    running = replace(COUNT, running=True)
    undated, dated = figure("30", sources=("coastguard",)), figure("41", as_of=span("2031-03-03"))
    assert why(undated, dated, asked=running) == (
        "one other answer, not compared: the count is running, and the text gives no day for its figure"
    )
    assert why(dated, undated, asked=running) == (
        "one other answer, not compared: the count is running, and the texts do not say which is the later"
    )


def test_of_many_answers_those_stand_beside_a_claim_that_have_a_reason_of_their_own():
    alike = [article(f"alike-{n}", figure(str(200 + n)), published="2031-03-04") for n in range(MOST - 1)]
    days = [
        article(f"day-{n}", figure(str(90 + n), as_of=span("2031-03-02")), published="2031-03-04")
        for n in range(2)
    ]
    (own,) = said(POST, *alike, *days)
    assert [other.claim.printed for other in own.others] == ["200", "201", "90"]
    assert own.others[-1].reason
    assert own.more == "two other answers"


def test_a_headline_has_its_own_text_beside_it():
    above, below = said(
        article("post", figure("dozens", where=Where.HEADLINE, counts="hurt", id="head"), figure("140"))
    )
    assert [(other.claim.printed, other.badge and other.badge.key) for other in above.others] == [
        ("140", "headline")
    ]
    assert below.others == (), "the two stand below each other: once is enough"


def test_only_texts_of_the_same_days_are_named_for_what_is_left_out():
    asked = question(Answer.YES_NO)
    told = [
        article(id, yes_no(True, said_on="2031-03-03"), published="2031-03-04") for id in ("radio", "wire")
    ]
    late = article("yard", yes_no(True), published="2031-04-01")
    lib = library(
        article("post", figure("140"), published="2031-03-04"), *told, late, questions=[COUNT, asked]
    )
    comparisons = {TOPIC: compare_topic(lib, lib.site.topics[TOPIC])}
    (left,) = article_view(lib, comparisons, lib.site.articles["post"], Teller(lib)).omissions
    assert left.others == ("Radio", "Wire")


def test_the_page_of_an_article_says_of_many_answers_only_that_they_are_more():
    def more(number):
        (own,) = said(POST, *(article(f"other-{n}", figure(str(200 + n))) for n in range(FEWEST + number)))
        return own.more

    assert (more(9), more(10), more(11), more(21)) == (
        "nine other answers", "ten other answers", "more than ten other answers", "more than ten other answers",
    )  # fmt: skip


def test_a_reason_that_several_answers_have_stands_with_the_first():
    one, two, three = (
        article(f"other-{n}", figure(words), published="2031-03-04")
        for n, words in enumerate(["200", "300", "at least 400"])
    )
    (own,) = said(POST, one, two, three)
    (alone,) = said(POST, one)
    assert own.others[0].reason == alone.others[0].reason
    assert own.others[0].reason
    # A badge with no reason beside it would make a reader ask for one.
    assert [other.reason for other in own.others[1:]] == ["Likewise.", "Likewise."]


def test_a_reason_is_no_other_because_of_words_in_quotation_marks():
    others = [
        article(f"other-{n}", wording(f"{word}: no wind at all, and no rain at all in the night"))
        for n, word in enumerate(("one", "two"))
    ]
    (own,) = said(article("post", wording("calm: no wind at all")), *others, asked=question(Answer.WORDING))
    assert all(other.reason for other in own.others)


def test_days_of_statements_are_beside_each_other_and_fit_nothing():
    asked = question(Answer.DATE)

    def standing(*found, of="post"):
        lib = library(*found, questions=[asked])
        comparisons = {TOPIC: compare_topic(lib, lib.site.topics[TOPIC])}
        (subject,) = article_view(lib, comparisons, lib.site.articles[of], Teller(lib)).subjects
        (one,) = subject.asked
        return one.standing

    # Two days on which one source gave a figure.
    march = article("post", dated("2031-03", "last month", said_on="2031-03"))
    february = article("radio", dated("2031-02", "in February", said_on="2031-02"))
    assert standing(march, february) == "others answer too"
    # That it had happened by then fits any day before, and says nothing of it.
    by_then = article("post", dated("../2031-03-16", "for the first time", said_on="2031-03-16"))
    assert standing(by_then, article("radio", dated("2031-03-06", "on 6 March"))) == "others answer too"
    flat = article("post", dated("2031-03", "in March"))
    assert standing(flat, article("radio", dated("2031-03-06", "on 6 March"))) == "fits what others print"
