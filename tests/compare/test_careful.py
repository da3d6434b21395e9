"""Sentences that a careful reader of the first story asked for: whose word, at which time, of what, and nobody passed over."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from builder.compare.hedges import hedges
from builder.compare.relation import Relation
from builder.compare.rows import compare_question
from builder.compare.speakers import names_of
from builder.content.model import Allowance, Place, Source
from builder.content.vocabulary import Answer, Covers, Speech, Stake, Where
from builder.pages.views.claims import Teller
from builder.pages.views.words import Words
from tests.factory import NAMES, article, dated, figure, library, named, placed, question, wording, yes_no

COUNT, ASKED = question(Answer.QUANTITY), question(Answer.YES_NO)
WORDS, WHO = question(Answer.WORDING), question(Answer.WHO)
OUTLETS = ("post", "radio", "wire", "yard", "zone", "argus", "clarion")
BAY = Place("bay", "the bay", within=("sea",))
SEA = Place("sea", "the sea")


def row(*claims, asked=COUNT):
    told = [article(outlet, claim) for outlet, claim in zip(OUTLETS, claims, strict=False)]
    return compare_question(library(*told, questions=[asked]), asked)


def summary(*claims, asked=COUNT):
    return row(*claims, asked=asked).summary


def before():
    return yes_no(
        False,
        "is getting ready",
        said_on="2031-03-01/2031-03-03",
        allow=(Allowance("answer-unfit", "Whoever gets ready has not sailed."),),
    )


def after(**more):
    return yes_no(True, "has sailed", **({"said_on": "2031-03-04"} | more))


def test_a_yes_after_a_no_of_one_source_is_a_later_word_and_no_contradiction():
    found = row(before(), after(), asked=ASKED)
    (judged,) = found.judgements
    assert judged.relation is Relation.LATER_COUNT
    assert judged.reason == (
        "“has sailed” dates from 4 March 2031, “is getting ready” dates from 1–3 March 2031: a later word, not a contradiction."
    )
    assert found.summary == (
        "Of the earlier word of the ferry line, Post prints “is getting ready” (dated 1–3 March 2031), which reads as a no; "
        "of the later one, Radio prints “has sailed” (dated 4 March 2031), which says yes."
    )
    # What outlets print in other words is listed, and what is not quoted is called nobody's words.
    said = replace(after(), speech=Speech.QUOTED)
    assert row(before(), said, replace(after(), printed="is at sea"), asked=ASKED).summary == (
        "“is getting ready” (Post, not as a quotation, dated 1–3 March 2031) reads as a no, the later “has sailed” (Radio, dated 4 March 2031) "
        "and “is at sea” (Wire, not as a quotation, dated 4 March 2031) say yes, all from the ferry line."
    )


def test_a_later_word_is_dated_by_those_who_date_it():
    assert summary(after(said_on=None), before(), after(), asked=ASKED) != ""
    assert summary(before(), after(), after(said_on=None), asked=ASKED) == (
        "Of the earlier word of the ferry line, Post prints “is getting ready” (dated 1–3 March 2031), which reads as a no; "
        "of the later one, Radio and Wire print “has sailed” (dated 4 March 2031 in Radio), which says yes."
    )


@pytest.mark.parametrize(
    "other",
    [
        after(said_on="2031-03-02"),  # of one day
        after(sources=("coastguard",)),  # another source
    ],
)
def test_two_sources_or_one_day_make_no_later_word(other):
    (judged,) = row(before(), other, asked=ASKED).judgements
    assert judged.relation is Relation.TENSION


def test_answers_in_tension_are_named_up_to_three_on_a_side():
    """A row of five reports is too long with all of them: what goes into notes is of another scope, and no answer is lost."""
    found = row(
        figure("up to 110", scope="the bay", scope_place=BAY, as_of="2031-02"),
        figure("about 100", scope="the sea", scope_place=SEA, sources=("coastguard",)),
        figure("110", scope="the bay", scope_place=BAY, as_of="2031-01"),
        figure("between 100 and 120", scope="the crew", sources=()),
        figure("about 130", scope="the bay", scope_place=BAY, sources=()),
    )
    assert found.summary == (
        "The accounts are in tension: “up to 110” (Post) and “110” (Wire) beside “about 130” (Zone), all for the bay; they need not be "
        "of the same day; “about 130” (Zone) for the bay alone is more than “about 100” (Radio) for the whole of the sea."
    )
    assert found.opens == (
        "“between 100 and 120” (Yard) is said of the crew, so this site does not set it against the others.",
    )


def test_one_answer_about_different_things_is_not_lumped():
    said = [
        yes_no(False, "could not check", sources=(), scope=scope) for scope in ("the film", "the toll", None)
    ]
    assert summary(*said, asked=ASKED) == (
        "All three reports say no: Wire, Post of the film and Radio of the toll."
    )
    assert summary(*said, said[0], asked=ASKED) == (
        "All four reports say no: Wire, Post and Yard of the film, and Radio of the toll."
    )
    many = [
        replace(said[0], scope=f"the toll of the {day} day of the storm as the harbour board put it")
        for day in ("first", "second", "third", "fourth", "fifth", "sixth")
    ]
    assert summary(*many, asked=ASKED) == "All six reports say no, though not all of the same."


@pytest.mark.parametrize("speech", Speech)
@pytest.mark.parametrize("asked", [Answer.QUANTITY, Answer.DATE])
def test_a_reason_that_says_whose_word_it_is_says_whether_it_is_quoted(asked, speech):
    make = {
        Answer.QUANTITY: (figure("140", speech=speech), figure("60", sources=())),
        Answer.DATE: (dated("2031-03-03", speech=speech), dated("2031-05-05", sources=())),
    }[asked]
    (judged,) = row(*make, asked=question(asked)).judgements
    how = "is quoted from" if speech is Speech.QUOTED else "is on the word of"
    assert f"{how} the ferry line, for " in judged.reason
    assert "” is from" not in judged.reason


def test_who_counts_only_a_part_is_not_said_to_be_beyond_comparison():
    killed, both = question(Answer.QUANTITY, counts="killed or wounded"), {"counts": "killed or wounded"}
    assert summary(
        figure("about 30", **both), figure("30", **both), figure("dozens", counts="killed"), asked=killed
    ) == (
        "“about 30” (Post) and “30” (Radio) are one figure, hedged differently, both from the ferry line; "
        "“dozens” (Wire) counts only the killed."
    )
    # The other way round it counts more, and of something else nothing follows.
    assert summary(
        figure("30", counts="killed"), figure("30", counts="killed"), figure("40", **both)
    ).endswith("“40” (Wire) counts the killed or wounded and cannot be set against the others.")


def test_an_outlet_that_passes_it_on_is_named():
    assert (
        summary(figure("140", via=("channel",)))
        == "Of the texts at hand only Post reports this: “140”, from the ferry line, through the channel."
    )
    assert summary(figure("140", via=("channel",)), figure("many", sources=())) == (
        "Only Post gives a figure, “140”, from the ferry line, through the channel; “many” (Radio) gives none."
    )
    # Of several reports each has its own way.
    assert (
        summary(figure("140", via=("channel",)), figure("140"))
        == "Post and Radio both print “140”, from the ferry line."
    )


def test_a_headline_that_reads_as_a_no_above_a_yes_is_told_as_that():
    told = article(
        "post",
        yes_no(False, "the coast advances", id="head", where=Where.HEADLINE, sources=()),
        yes_no(True, "fight the sea off", id="text"),
    )
    found = compare_question(
        library(told, article("radio", yes_no(True, "held it off")), questions=[ASKED]), ASKED
    )
    assert found.notes == (
        "In Post, the headline reads as a no (“the coast advances”), the text below it reads as a yes (“fight the sea off”).",
    )
    assert found.summary == "Both say yes: Post and Radio, both from the ferry line."


def test_a_headline_that_says_what_it_counts_is_not_labelled_with_it():
    above = replace(
        figure("many"), printed="sailors killed", id="head", where=Where.HEADLINE, counts="killed"
    )
    below = figure("about 30", id="text", counts="killed or hurt")
    asked = question(Answer.QUANTITY, counts="killed or hurt")
    found = compare_question(library(article("post", above, below), questions=[asked]), asked)
    assert found.notes == (
        "In Post, the headline speaks of the killed (“sailors killed”), the text below it of the killed or hurt (“about 30”).",
    )


def test_a_wording_that_goes_beyond_its_text_is_told_where_an_editor_states_it():
    def told(against=()):
        return article(
            "post",
            wording("LOSE THE LOT", id="head", where=Where.HEADLINE, sources=(), against=against),
            wording("may wait for months", id="text"),
        )

    def notes(first):
        return compare_question(library(first, questions=[WORDS]), WORDS)

    assert notes(told()).notes == ()
    found = notes(told(("text",)))
    assert found.notes == (
        "In Post, the headline prints “LOSE THE LOT”, the text below it “may wait for months” from the ferry line.",
    )
    assert [judged.relation for judged in found.judgements] == [Relation.HEADLINE]


def test_a_headline_that_another_shares_is_told_against_its_own_text_too():
    def paper(outlet, flat, soft):
        return article(
            outlet, figure(flat, id="head", where=Where.HEADLINE), figure(soft, id="text"), outlet=outlet
        )

    found = compare_question(
        library(paper("post", "200", "about 200"), paper("radio", "200", "some 200"), questions=[COUNT]),
        COUNT,
    )
    assert found.notes == (
        "In Post, the headline prints “200”, the text below it “about 200”.",
        "In Radio, the headline prints “200”, the text below it “some 200”.",
    )
    assert (
        found.summary
        == "Both give about 200: “about 200” (Post) and “some 200” (Radio), both from the ferry line."
    )


def test_a_remark_on_something_else_is_not_taken_for_one_on_this():
    film = figure("many", id="film", status="unable to verify", covers=Covers.CLAIM)
    lib = library(
        article("post", figure("140"), film), article("radio", figure("140", status="could not verify"))
    )
    assert (lib.cautious, lib.elsewhere) == (frozenset({"radio"}), {"post": None})
    claims = [lib.claims["post/claim"], lib.claims["radio/claim"]]
    assert hedges(
        claims, lib.cautious, lib.outlet_names, NAMES, dict.fromkeys(("post", "radio"), "en"), lib.elsewhere
    ) == (
        "Radio says that the figure of the ferry line could not be verified; Post says so of something else only.",
    )


def test_a_remark_on_something_else_is_told_with_what_it_is_of():
    film = yes_no(False, "unable to verify", id="film", sources=(), covers=Covers.CLAIM, scope="the footage")
    lib = library(
        article("post", figure("140"), film), article("radio", figure("140", status="could not verify"))
    )
    (note,) = compare_question(lib, lib.questions[COUNT.path]).hedges
    assert note == (
        "Radio says that the figure of the ferry line could not be verified; Post says so of the footage only."
    )


def test_a_text_that_has_a_hedge_beside_the_flat_figure_drops_none():
    claims = [
        figure("200", article="post"),
        figure("about 200", article="post"),
        figure("some 200", article="radio", outlet="radio"),
    ]
    assert (
        hedges(
            claims, set(), {"post": "Post", "radio": "Radio"}, NAMES, dict.fromkeys(("post", "radio"), "en")
        )
        == ()
    )


def test_a_quotation_and_the_outlets_own_words_for_it():
    quoted = wording("suffered losses of crew and boats", speech=Speech.QUOTED, statement="one")
    told = article(
        "post",
        replace(quoted, id="quote"),
        wording("taken heavy losses", id="lead", statement="one", speech=Speech.REPORTED),
    )
    found = compare_question(library(told, article("radio", quoted), questions=[WORDS]), WORDS)
    assert found.summary == (
        "Post and Radio both quote “suffered losses of crew and boats” from the ferry line; Post also puts it as “taken heavy losses” in "
        "its own words, of which “taken” and “heavy” are not in the quotation."
    )
    bare = article("wire", replace(quoted, speech=Speech.REPORTED))
    found = compare_question(library(told, article("radio", quoted), bare, questions=[WORDS]), WORDS)
    assert found.summary.endswith("; Wire has the quoted words without quotation marks.")


def test_nobody_is_passed_over_who_prints_other_words_of_the_same_speaker():
    assert summary(
        wording("poor order and lasting trouble with the radio"),
        wording("poor order and trouble with the radio"),
        wording("trouble with it"),
        asked=WORDS,
    ) == (
        "Post and Radio give one statement of the ferry line differently: Radio leaves out “lasting”; Wire has “trouble with it”."
    )


def test_words_that_nobody_quotes_are_not_put_into_a_mouth():
    said = wording("steady support", speech=Speech.REPORTED)
    assert summary(said, said, asked=WORDS) == (
        "Post and Radio both print “steady support”, not as a quotation, from the ferry line."
    )


def test_who_is_named_for_something_else_is_not_nobody():
    assert summary(named("The Pilots"), named(printed="the Board took over"), asked=WHO) == (
        "Post names The Pilots; Radio does not say who: “the Board took over”."
    )


def test_one_figure_says_who_prints_it_without_a_hedge():
    prints = ["about 140", "some 140", "140", "around 140", "more than 140", "roughly 140"]
    assert summary(*map(figure, prints)) == (
        "“roughly 140” (Argus), “about 140” (Post), “some 140” (Radio), “around 140” (Yard), “140” (Wire) and “more than 140” (Zone) "
        "are one figure, all from the ferry line."
    )


def test_one_figure_told_as_two_things_says_as_what():
    found = summary(
        figure("200", counts="losses", of="both crews"), figure("some 200", counts="losses", of="both crews"),
        figure("200", counts="killed", of="sailors"),
    )  # fmt: skip
    assert found == (
        "The accounts are in tension: “200” (Post) and “some 200” (Radio) as losses of both crews beside “200” (Wire) as sailors killed, "
        "all from the ferry line; it is one figure of one source, told as two things."
    )


def test_places_have_their_spellings_beside_them():
    one, other = Place("a", "Alt", ("Old",)), Place("b", "Bad", ("Baad",))
    claims = [named_places(one, other, text) for text in ("Alt and Bad", "Old and Bad", "Alt and Baad")]
    found = summary(*claims, claims[0], claims[0], claims[0], asked=question(Answer.PLACE))
    assert found == "All six reports name Alt (“Alt” or “Old”) and Bad (“Bad” or “Baad”)."


def named_places(one, other, text):
    return replace(placed(printed=text), value=(one, other))


def test_dates_of_one_question_are_of_different_days():
    assert summary(figure("3,000", as_of="2031-03-01"), figure("4,000", as_of="2031-03-07")) == (
        "The answers are of different days, so neither contradicts the other: “3,000” (1 March 2031; Post) and “4,000” (7 March 2031; Radio)."
    )


def test_what_shows_or_passes_on_is_not_said_to_speak():
    sources = [
        Source("film", "Film", "a film", "video", Stake.NONE), Source("feed", "Feed", "the feed", "channel", Stake.NONE),
        Source("line", "Line", "the ferry line", "company", Stake.PARTY), Source("crowd", "Crowd", "onlookers", "person", Stake.UNKNOWN),
    ]  # fmt: skip
    lib = library(article("post", figure("140", sources=("film",), via=("line",)), figure("140", id="b", sources=("feed",)),
                          figure("140", id="c", sources=("line", "film"))))  # fmt: skip
    site = replace(lib.site, sources={source.id: source for source in sources})
    lib = replace(lib, site=site, source_names=names_of(sources))
    tell = Teller(lib, Words())
    views = [tell.claim(lib.claims[f"post/{id}"]) for id in ("claim", "b", "c")]
    assert [(view.said_by, view.shown_in, view.via, view.named) for view in views] == [
        ("", "a film", "the ferry line", True), ("", "", "the feed", True), ("the ferry line", "a film", "", True),
    ]  # fmt: skip
    # Of a stake that cannot be told nothing is printed.
    assert [tell.source(source, 1, 0).stake for source in sources[2:]] == [
        "a party to the events",
        "",
    ]


def test_a_part_that_is_larger_than_the_whole_is_in_tension():
    killed, hurt = {"counts": "killed"}, {"counts": "killed or wounded"}
    asked = question(Answer.QUANTITY, counts="killed or wounded")
    found = row(figure("about 30", **hurt), figure("30", **hurt), figure("200", **killed), asked=asked)
    assert found.summary == (
        "The accounts are in tension: “about 30” (Post) and “30” (Radio) as killed or wounded beside “200” (Wire) as killed, all from "
        "the ferry line; a part would be larger than the whole."
    )
    (judged,) = {found.between(a, b) for a in found.claims[:1] for b in found.claims[2:]}
    assert judged.reason == (
        "“200” counts the killed, and is more than “about 30”, which counts the killed or wounded, them included."
    )
    # Of other people, or of another day, nothing follows.
    for more in ({"of": "sailors"}, {"as_of": "2031-03-09"}, {"scope": "the bay"}):
        other = row(figure("about 30", **hurt), figure("200", **killed | more), asked=asked)
        assert {judged.relation for judged in other.judgements} == {Relation.NOT_COMPARABLE}, more


def test_a_headline_that_goes_beyond_its_text_contradicts_no_other_article():
    killed = {"counts": "killed"}
    own = article(
        "post",
        figure("30", id="head", where=Where.HEADLINE, sources=(), **killed),
        figure("about 30", id="text", counts="killed or wounded"),
    )
    asked = question(Answer.QUANTITY, counts="killed or wounded")
    other = article("radio", figure("90", **killed, sources=("coastguard",)))
    found = compare_question(library(own, other, questions=[asked]), asked)
    assert Relation.CONFLICT not in {judged.relation for judged in found.judgements}
    (head,) = (one for one in found.claims if one.where is Where.HEADLINE)
    (far,) = (one for one in found.claims if one.article == "radio")
    told = found.between(head, far)
    assert told.relation is Relation.TENSION
    assert told.reason.endswith("; one of them is a headline's, and not its text's.")
    assert (
        found.notes[0]
        == "In Post, the headline speaks of the killed (“30”), the text below it of the killed or wounded (“about 30”)."
    )


def test_one_village_in_two_lists_is_not_two():
    one, other = Place("a", "Alt", ("Old",)), Place("b", "Bad")
    alone = replace(placed(printed="around Old"), value=(one,))
    both = replace(placed(printed="Alt and Bad"), value=(one, other))
    assert (
        summary(both, alone, asked=question(Answer.PLACE))
        == "Post names Alt and Bad; Radio names Alt (“Old”)."
    )


def test_two_who_did_what_each_may_do_contradict_nobody():
    """One outlet has the board decline to comment, another one the pilots."""
    asked = question(Answer.WHO, several=True)
    two = named("The Pilots"), named("The Harbour Board")
    (judged,) = row(*two, asked=asked).judgements
    assert judged.relation is Relation.COMPATIBLE
    assert judged.reason.endswith("both can be right.")
    assert row(*two, asked=asked).summary == "Post names The Pilots; Radio names The Harbour Board."
    (judged,) = row(*two, asked=WHO).judgements
    assert judged.relation is Relation.CONFLICT
