"""A whole row: groups, judgements, range, independence of the order of files; and a topic's answer."""

from __future__ import annotations

import re
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from builder.compare.answer import LIMIT, LINE
from builder.compare.groups import group
from builder.compare.judge import judge
from builder.compare.judged import ALL_PAIRS
from builder.compare.library import index
from builder.compare.relation import Difference, Relation
from builder.compare.rows import compare_question, printed_range
from builder.compare.sentences import brief
from builder.compare.topics import compare_topic
from builder.content.vocabulary import Answer, SilenceKind
from builder.values.quantity import Quantity
from tests.compare.strategies import claims, pairs
from tests.factory import NAMES, TOPIC, article, dated, figure, library, question, site, span, wording, yes_no

COUNT = question(Answer.QUANTITY)


def row(*articles, asked=COUNT):
    return compare_question(library(*articles, questions=[asked]), asked)


def test_a_higher_figure_of_another_day_is_no_narrower_form_of_what_one_source_said_before():
    early = article("post", figure("more than 3,000", said_on="2031-03-03"))
    late = article("radio", figure("4,000", said_on="2031-03-20"))
    found = row(early, late)
    (judged,) = found.judgements
    assert (judged.relation, judged.differences) == (Relation.COMPATIBLE, (Difference.TIME,))
    assert found.summary == (
        "“more than 3,000” (Post) and “4,000” (Radio), both from the ferry line: statements of different days."
    )
    # Of one day it is one statement that allows for the other, and of another source a count of its own.
    assert "allows for it" in row(early, article("radio", figure("4,000", said_on="2031-03-03"))).summary
    other = article("radio", figure("4,000", said_on="2031-03-20", sources=("coastguard",)))
    assert "statements of different days" not in row(early, other).summary


# Without days and statements, so that "about 140" and "about 140" of one source are in one group.
@given(pairs(sources=("line",), said_on=None, as_of=None, statement=None))
def test_only_claims_that_are_the_same_are_grouped(pair):
    a, b = pair
    asked = next(question(answer) for answer in Answer if question(answer).path == a.question)
    together = len(group(pair)) == 1
    judged = judge(asked, a, b, NAMES)
    same = judged is not None and judged.relation is Relation.SAME
    if asked.answer is Answer.WORDING:
        # Two wordings that differ only in their cuts are in two groups nevertheless.
        assert same or not together
    else:
        assert together == same


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (figure("140", as_of="2031-03-03"), figure("140", article="radio", as_of="2031-03")),
        (figure("140", as_of="2031-03-03"), figure("140", article="radio")),
        (wording("a fuse", sources=("line", "coastguard")), wording("a fuse", article="radio", sources=("coastguard", "line"))),
        (wording("a fuse", said_on="2031-03-03"), wording("a fuse", article="radio", said_on="2031-03-05")),
    ],
    ids=["days that overlap", "a day and none", "speakers in another order", "said again later"],
)  # fmt: skip
def test_grouping_agrees_with_the_relation_same(a, b):
    asked = next(question(answer) for answer in Answer if question(answer).path == a.question)
    same = judge(asked, a, b, NAMES).relation is Relation.SAME
    assert same == (len(group([a, b])) == 1)


def test_a_claim_that_counts_something_else_does_not_affect_the_range():
    told = [figure("up to 140"), figure("9", article="radio", counts="brought ashore")]
    assert printed_range(COUNT, told) == (None, 140)


def test_groups_are_in_the_order_of_publication_and_complete():
    told = [figure("140", article=a, id=a) for a in "abc"] + [figure("about 140"), figure("140", id="late")]
    groups = group(told)
    assert [[claim.id for claim in alike.claims] for alike in groups] == [["a", "b", "c", "late"], ["claim"]]
    assert groups[0].head is told[0]
    assert groups[0].only_article is None
    assert groups[1].only_article == "post"


def test_every_two_groups_of_different_articles_are_judged_once():
    told = row(
        article("post", figure("140")), article("radio", figure("about 140")), article("wire", figure("60")),
        article("gazette", figure("140")),
    )  # fmt: skip
    found = {frozenset((j.a, j.b)): j.relation for j in told.judgements}
    assert len(found) == len(told.judgements) == 4
    assert found[frozenset(("gazette/claim", "post/claim"))] is Relation.SAME
    assert found[frozenset(("radio/claim", "wire/claim"))] is Relation.CONFLICT


def test_claims_of_one_article_are_compared_for_what_it_says_in_two_ways():
    alone = row(article("post", figure("140"), figure("dozens", id="other")))
    assert alone.judgements == ()
    two = row(article("post", figure("140"), figure("60", id="other")))
    assert [j.relation for j in two.judgements] == [Relation.TENSION]
    assert (
        two.summary
        == "Of the texts at hand only Post reports this: “140” and “60”, from the ferry line, which cannot all be right."
    )
    rounded = row(article("post", figure("over 140"), figure("at least 140", id="other")))
    assert [j.differences for j in rounded.judgements] == [(Difference.HEDGED,)]
    assert rounded.summary == (
        "Of the texts at hand only Post reports this: “over 140” and “at least 140”, from the ferry line: "
        "one figure, which the text hedges or rounds in different ways."
    )
    part = row(article("post", figure("140", id="all"), figure("60", id="some", part_of="all")))
    assert [j.relation for j in part.judgements] == [Relation.PART_OF]


def test_a_part_is_linked_to_its_whole_in_another_row():
    other = question(Answer.QUANTITY, id="crew")
    both = library(
        article("post", figure("140", id="all", question=other.path), figure("60", part_of="all")),
        questions=[COUNT, other],
    )
    assert [j.relation for j in compare_question(both, COUNT).judgements] == [Relation.PART_OF]
    assert compare_question(both, other).judgements == ()


def test_many_values_are_compared_with_their_neighbours_only():
    few, many = (
        row(*(article(f"a{n:03}", figure(str(1003 + 10 * n))) for n in range(count)))
        for count in (ALL_PAIRS, ALL_PAIRS * 5)
    )
    assert len(few.judgements) == ALL_PAIRS * (ALL_PAIRS - 1) // 2
    assert ALL_PAIRS * 5 - 1 <= len(many.judgements) <= ALL_PAIRS * 5 + 5
    assert {j.relation for j in many.judgements} == {Relation.CONFLICT}


def test_a_thousand_claims_of_few_values_make_few_judgements():
    told = row(*(article(f"a{n:04}", figure(["140", "about 140", "60"][n % 3])) for n in range(1000)))
    assert len(told.groups) == 3
    # Between the three, and one in each: who else prints the same says nothing new.
    assert len(told.judgements) == 3 + 3


def test_the_range_has_printed_bounds_only():
    assert printed_range(COUNT, [figure("140"), figure("about 60")]) == (60, 140)
    assert printed_range(COUNT, [figure("up to 140")]) == (None, 140)
    assert printed_range(COUNT, [figure("at least 60")]) == (60, None)
    assert printed_range(COUNT, [figure("dozens")]) == (None, None)
    assert printed_range(COUNT, [figure("140"), figure("9", counts="brought ashore")]) == (140, 140)
    assert printed_range(COUNT, [figure("140"), figure("9", of="crew")]) == (140, 140)
    assert printed_range(COUNT, []) == (None, None)


@given(st.lists(claims(Answer.QUANTITY), max_size=6))
def test_the_range_never_averages(told):
    low, high = printed_range(COUNT, told)
    printed = {bound for claim in told for bound in (claim.value.low, claim.value.high)} - {None}
    assert {low, high} - {None} <= printed
    if low is not None and high is not None:
        assert low <= high


def test_silences_are_typed_and_cover_every_other_article():
    asked = question(Answer.QUANTITY, known_from=span("2031-03-03"))
    elsewhere = wording("a fuse")
    lib = library(
        article("post", figure("140")),
        article("radio", elsewhere, published="2031-03-01"),
        article("wire", elsewhere),
        questions=[asked, question(Answer.WORDING)],
    )
    told = compare_question(lib, asked)
    assert {quiet.article: quiet.kind for quiet in told.silences} == {
        "radio": SilenceKind.PUBLISHED_BEFORE,
        "wire": SilenceKind.NOT_MENTIONED,
    }


def test_an_unanswered_question_has_a_row():
    told = row(article("post", wording("a fuse", question=COUNT.path)), asked=COUNT)
    empty = compare_question(library(questions=[COUNT]), COUNT)
    assert empty.claims == empty.groups == empty.judgements == empty.silences == ()
    assert empty.summary
    assert told.summary


def test_one_figure_printed_early_and_late_is_judged_for_both():
    """A figure that was out before a day is an earlier count; the same figure printed again afterwards may contradict."""
    early, again = figure("140", out_by=date(2031, 3, 4)), figure("140", out_by=date(2031, 3, 9))
    late = figure("60", as_of="2031-03-05")
    alone = row(article("post", early), article("wire", late))
    assert [judged.relation for judged in alone.judgements] == [Relation.LATER_COUNT]
    both = row(article("post", early), article("radio", again), article("wire", late))
    assert {judged.relation for judged in both.judgements} == {Relation.TENSION, Relation.SAME}


def test_yes_of_one_scope_and_no_of_another_are_no_contradiction():
    found = row(
        article("post", yes_no(True, "it was", scope="the crew")),
        article("radio", yes_no(False, "it was not")),
        asked=question(Answer.YES_NO),
    )
    assert [judged.relation for judged in found.judgements] == [Relation.NOT_COMPARABLE]
    assert found.summary == (
        "“it was” (Post, citing the ferry line) says yes for the crew and “it was not” (Radio, citing the ferry line) says no."
    )


def ask(*articles, asked):
    lib = library(*articles, questions=asked)
    return compare_topic(lib, lib.site.topics[TOPIC]).answer


def lines(found):
    return [(line.question.short, line.text) for line in found]


def test_an_answer_has_the_first_question_a_contradiction_and_further_figures():
    ashore = question(Answer.QUANTITY, id="ashore", short="Ashore", counts="ashore")
    missing = question(Answer.QUANTITY, id="missing", short="Missing", counts="missing")
    tons = question(Answer.QUANTITY, id="tons", short="Tons", unit="tons", counts="tons")
    asked = [
        question(Answer.QUANTITY, short="Aboard"),
        ashore,
        missing,
        tons,
        question(Answer.YES_NO, short="Dark?"),
    ]
    post = article(
        "post",
        figure("about 140", id="a"),
        figure("60", id="b", question=ashore.path, counts="ashore"),
        figure("at least 300", id="c", question=missing.path, counts="missing", sources=("coastguard",)),
        figure("9,000", id="d", question=tons.path, unit="tons", counts="tons"),
        yes_no(True, "it was dark", id="e"),
    )
    radio = article("radio", figure("140", id="a"), yes_no(False, "it was not dark", id="b", sources=()))
    wire = article("wire", figure("60", id="a", question=ashore.path, counts="ashore", sources=()))
    answer = ask(post, radio, wire, asked=asked)
    assert answer.sentences == (
        (
            "The accounts contradict each other on “Dark?”: "
            "“it was dark” (Post, citing the ferry line) says yes, “it was not dark” (Radio, in its own voice) says no."
        ),
        "Aboard: “about 140” (Post) and “140” (Radio) are one figure, hedged differently, both from the ferry line.",
    )
    assert answer.agreed == answer.sentences[1:]
    # The findings, that both figures are the ferry line's, stand above in the answer's place.
    assert [line.question.short for line in answer.parted] == ["Dark?"]
    assert lines(answer.counted) == [
        ("Ashore", "“60” (Post and Wire)"),
        ("Missing", "“at least 300” (Post), from the coastguard"),
    ]


def test_an_answer_has_two_contradictions_with_both_sides_and_names_the_others():
    asked = [
        question(Answer.QUANTITY, short="Aboard"),
        question(Answer.YES_NO, short="Dark?"),
        question(Answer.DATE, short="Begun"),
        question(Answer.WORDING),
    ]
    post = article(
        "post",
        figure("140", id="a"),
        yes_no(True, "it was dark", id="b"),
        dated("2031-03-01", "last night", id="c"),
    )
    radio = article("radio", figure("150", id="a", sources=("coastguard",)), dated("2031-03-02", "on 2 March", id="c"),
                    yes_no(False, "it was not dark", id="b"))  # fmt: skip
    answer = ask(post, radio, article("wire", wording("a fuse")), asked=asked)
    assert answer.sentences == (
        (
            "The accounts contradict each other on “Aboard”: "
            "“140” (Post, citing the ferry line) against “150” (Radio, citing the coastguard)."
        ),
        (
            "Likewise on “Dark?”: “it was dark” (Post, citing the ferry line) says yes, "
            "“it was not dark” (Radio, citing the ferry line) says no."
        ),
    )
    assert answer.agreed == ()
    assert lines(answer.parted) == [
        (
            "Begun",
            "“last night” (1 March 2031, worked out; Post, citing the ferry line) against “on 2 March” (Radio, citing the ferry line)",
        )
    ]


def test_an_answer_on_wordings_begins_with_a_tension():
    asked = [question(Answer.WORDING, short="What failed"), question(Answer.YES_NO, short="Dark?")]
    post = article("post", wording("a small fuse of the pump", id="a"), yes_no(True, "at night", id="b"))
    radio = article("radio", wording("a fuse of the pump", id="a"), yes_no(False, "at noon", id="b"))
    answer = ask(post, radio, asked=asked)
    assert answer.sentences == (
        (
            "The accounts are in tension on “Dark?”: “at night” (Post, citing the ferry line) reads as a yes, "
            "“at noon” (Radio, citing the ferry line) reads as a no."
        ),
        "What failed: Post and Radio give the words of the ferry line differently: Radio leaves out “small”.",
    )


def test_an_unanswered_topic_says_so():
    lib = library(article("post"), article("radio"), questions=[question(Answer.DATE)])
    assert (
        compare_topic(lib, lib.site.topics[TOPIC]).summary
        == "No text at hand answers any of these questions."
    )


def test_an_answer_counts_the_answers_that_do_not_fit():
    outlets = [letter * 60 for letter in "abcdefg"]
    found = [article(outlet, figure(f"{100 + 10 * at}", id="a")) for at, outlet in enumerate(outlets)]
    answer = ask(*found, asked=[question(Answer.QUANTITY, short="Aboard")])
    assert len(answer.text) <= LIMIT
    assert answer.text.count(" against ") == 2
    assert answer.text.endswith(", and four other answers, all from the ferry line.")


@pytest.mark.parametrize("long", [40, 400])
def test_an_answer_is_short_for_names_of_any_length(long: int):
    """Forty outlets with long names, and long questions."""
    name = "n" * (long - 1) + "?"
    outlets = [f"{'o' * (long - 3)}{number:03}" for number in range(40)]
    asked = [
        question(Answer.QUANTITY, short=name),
        question(Answer.YES_NO, short=name),
        question(Answer.DATE, short=name),
    ]
    found = [
        article(
            outlet,
            figure(f"{140 + at:,}", id="a"),
            yes_no(at % 2 == 0, f"{'w' * (long - 4)}{' not' * (at % 2)}", id="b"),
            dated(f"2031-03-{at % 28 + 1:02}", "d" * long, id="c"),
        )
        for at, outlet in enumerate(outlets)
    ]
    answer = ask(*found, asked=asked)
    assert_short(answer)
    assert [line.question.id for line in answer.parted] == ["date"]


def assert_short(answer) -> None:
    assert 1 <= len(answer.sentences) <= 2
    assert len(answer.text) <= LIMIT
    for sentence in answer.sentences:
        own = re.sub(r"“[^”]*”|\([^)]*\)", "", sentence)
        assert re.findall("[.?!]", own) in (["."], []), "one sentence, and no more"
        assert sentence.endswith((".", ".”", "?”", "!”"))
        assert sentence[0] == sentence[0].upper()
        assert "None" not in sentence
    for line in (*answer.parted, *answer.counted):
        assert len(line.text) <= LINE


@st.composite
def articles(draw):
    """Return two to five articles, each with a few claims on any of the questions."""
    names = draw(st.lists(st.sampled_from("post radio wire gazette herald".split()), min_size=2, unique=True))
    found = []
    for name in names:
        told = draw(st.lists(claims(), max_size=4))
        numbered = [replace(claim, id=f"c{number}") for number, claim in enumerate(told)]
        published = draw(st.sampled_from([None, "2031-03-02", "2031-03-04", "2031-03-04/2031-03-05"]))
        found.append(article(name, *numbered, published=published))
    return found


@settings(max_examples=60, deadline=None)
@given(articles(), st.randoms())
def test_the_order_of_files_changes_nothing(found, random):
    shuffled = list(found)
    random.shuffle(shuffled)
    one, other = index(site(found)), index(site(shuffled))
    assert compare_topic(one, one.site.topics[TOPIC]) == compare_topic(other, other.site.topics[TOPIC])


@settings(max_examples=60, deadline=None)
@given(articles())
def test_invariants_of_rows(found):
    lib = index(site(found))
    topic = compare_topic(lib, lib.site.topics[TOPIC])
    members = {told.id for told in lib.articles_of_story["breakdown"]}
    assert len(topic.rows) == len(Answer)
    assert_short(topic.answer)
    for told in topic.rows:
        if any(judged.relation is Relation.CONFLICT for judged in told.judgements):
            below = [line.question for line in topic.answer.parted]
            assert f"“{told.question.short}”" in topic.summary or told.question in below
        assert sorted(c.key for alike in told.groups for c in alike.claims) == sorted(
            c.key for c in told.claims
        )
        answered = {claim.article for claim in told.claims}
        quiet = [silence.article for silence in told.silences]
        assert len(quiet) == len(set(quiet))
        assert answered | set(quiet) == members
        assert not answered & set(quiet)
        assert told.origins.reports == len(answered)
        assert told.origins.texts <= told.origins.reports
        assert told.summary or told.question.answer is Answer.WORDING
        for sentence in filter(None, (told.summary, *told.notes, *(j.reason for j in told.judgements))):
            assert sentence[:1] == sentence[:1].upper()
            assert sentence.endswith((".", ".”", "?", "!"))
            assert "None" not in sentence
            assert "\n" not in sentence
        keys = {claim.key for claim in told.claims}
        assert all({j.a, j.b} <= keys for j in told.judgements)
        heads = [alike.head for alike in told.groups]
        judged = {frozenset((j.a, j.b)) for j in told.judgements}
        for a, b in combinations(heads, 2):
            # Of two vague figures there is nothing to say, nor of words without a figure that count something else.
            vague = all(isinstance(c.value, Quantity) and not c.value.bounded for c in (a, b))
            vague |= a.counts != b.counts and any(
                isinstance(c.value, Quantity) and not (c.value.bounded or c.value.scale) for c in (a, b)
            )
            if a.article != b.article and a.value is not None and not vague:
                assert frozenset((a.key, b.key)) in judged
        assert len(judged) == len(told.judgements), "no pair twice, and none of a claim with itself"
        assert all(len(pair) == 2 for pair in judged)


def test_each_answer_names_the_sources_of_its_own_text():
    asked = question(Answer.YES_NO)
    texts = (
        article("post", yes_no(False, "was not dark", sources=("line",))),
        article("radio", yes_no(False, "denied that it was dark", sources=("coastguard",))),
        article("times", yes_no(True, "it was dark", sources=("channel",))),
    )
    # In the row's sentence and in the topic's answer, which is made of it.
    for told in (row(*texts, asked=asked).summary, ask(*texts, asked=(asked,)).text):
        assert "“was not dark” (Post, citing the ferry line)" in told
        assert "“denied that it was dark” (Radio, citing the coastguard)" in told


def test_a_range_of_one_figure_is_none():
    """Hedges apart, all print one figure: nothing goes from it to itself."""
    asked = question(Answer.QUANTITY)
    told = [
        article("post", figure("about 140")),
        article("radio", figure("140")),
        article("wire", figure("around 140")),
    ]
    row = compare_question(library(*told, questions=[asked]), asked)
    assert list(brief.in_few_words(asked, row.groups, row.judgements, {}, row.names)) == []
