"""The sentences on rows: what an editor would print, and nothing where there is nothing to say."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from builder.compare.judge import judge
from builder.compare.library import index
from builder.compare.phrases import counting
from builder.compare.relation import Relation
from builder.compare.rows import compare_question
from builder.compare.speakers import names_of
from builder.compare.topics import compare_topic
from builder.content.model import Place, Source
from builder.content.vocabulary import Answer, Speech, Stake, Where
from builder.pages.views.answers import question_view
from builder.pages.views.claims import Teller
from builder.pages.views.standing import standings
from builder.pages.views.words import Words
from tests.factory import (
    NAMES,
    TOPIC,
    article,
    dated,
    figure,
    library,
    named,
    placed,
    question,
    span,
    wording,
    yes_no,
)

COUNT = question(Answer.QUANTITY)
OUTLETS = ("post", "radio", "wire", "yard", "zone")


def out(claim, day):
    """Return a claim that knows on which day its article was out."""
    return replace(claim, out_from=span(day).start, out_by=span(day).end)


def summary(*claims, asked=COUNT, **published):
    told = [
        article(outlet, out(claim, day := published.get(outlet, "2031-03-04")), published=day)
        for outlet, claim in zip(OUTLETS, claims, strict=False)
    ]
    return compare_question(library(*told, questions=[asked]), asked).summary


@pytest.mark.parametrize(
    ("claims", "sentence"),
    [
        (
            [figure("at least 30"), figure("about 30"), figure("30")],
            (
                "“at least 30” (Post), “about 30” (Radio) and “30” (Wire) are one figure, hedged differently, "
                "all from the ferry line."
            ),
        ),
        (
            [figure("175.4 billion"), figure("175 billion", sources=())],
            "“175.4 billion” (Post) and “175 billion” (Radio) are one figure, rounded or hedged differently.",
        ),
        (
            [figure("between 130 and 150"), figure("140", sources=("coastguard",))],
            "“140” (Radio) is the narrowest; “between 130 and 150” (Post) allows for it.",
        ),
        (
            [figure("between 130 and 150"), figure("between 140 and 160")],
            "“between 130 and 150” (Post) and “between 140 and 160” (Radio), both from the ferry line: neither rules out the other.",
        ),
        (
            [figure("140"), figure("dozens", sources=())],
            "Only Post gives a figure, “140”, from the ferry line; “dozens” (Radio) gives none.",
        ),
        (
            [
                figure("140", sources=()),
                figure("a hundred and forty", sources=()),
                figure("dozens", sources=()),
            ],
            "“140” (Post) and “a hundred and forty” (Radio) are one figure; “dozens” (Wire) gives none.",
        ),
        (
            [
                figure("140"),
                figure("150", sources=()),
                figure("9", counts="hurt"),
                figure("12", counts="hurt"),
            ],
            (
                "The accounts contradict each other: “140” (Post, citing the ferry line) against “150” (Radio); "
                "“9” (Wire) against “12” (Yard), both from the ferry line."
            ),
        ),
        (
            [figure("140", as_of="2031-03-03"), figure("150", as_of="2031-03")],
            (
                "The accounts are in tension: “140” (Post, citing the ferry line) beside “150” (Radio, citing the ferry line); "
                "they need not be of the same day."
            ),
        ),
        (
            [figure("140"), figure("140", sources=())],
            "Both give the same answer: “140” (Post, citing the ferry line) and “140” (Radio, in its own voice).",
        ),
        (
            [figure("140", scope="the crew"), figure("150")],
            "The answers are about different things, so neither contradicts the other: “140” (the crew; Post) and “150” (Radio).",
        ),
        (
            [figure("140", scope="the crew"), figure("150"), figure("150")],
            "“150” (Radio and Wire, citing the ferry line) agree; “140” (Post) is said of the crew, so this site does not set it against the others.",
        ),
    ],
)
def test_figures(claims, sentence):
    assert summary(*claims).startswith(sentence)


def test_a_contradiction_in_a_smaller_cluster_is_told():
    told = summary(
        figure("140"), figure("about 140"), figure("140"),
        figure("9", counts="hurt"), figure("12", counts="hurt", sources=("coastguard",)),
    )  # fmt: skip
    assert told == (
        "The accounts contradict each other: “9” (Yard, citing the ferry line) against “12” (Zone, citing the coastguard); "
        "“140” (Post and Wire) and “about 140” (Radio) are one figure, hedged differently, "
        "all from the ferry line."
    )
    lib = library(
        article("post", figure("140")), article("radio", figure("140")),
        article("wire", figure("9", counts="hurt")), article("yard", figure("12", counts="hurt")),
        questions=[COUNT],
    )  # fmt: skip
    answer = compare_topic(lib, lib.site.topics[TOPIC]).answer.text
    assert "“9” (Wire, citing the ferry line) against “12” (Yard, citing the ferry line)" in answer


SOUND, COAST = Place("sound", "Osk Sound", within=("coast",)), Place("coast", "the coast")


def scoped(printed, where, **more):
    return figure(printed, scope=where.name, scope_place=where, **more)


def test_a_part_is_told_beside_its_whole():
    assert summary(scoped("12,000", SOUND), scoped("about 10,000", COAST), scoped("9,900", COAST)) == (
        "“12,000” (Post) for Osk Sound alone is more than “about 10,000” (Radio) for the whole of the coast; "
        "“12,000” (Post) for Osk Sound alone is more than “9,900” (Wire) for the whole of the coast; "
        "“9,900” (Wire) is the narrowest; “about 10,000” (Radio) allows for it, both from the ferry line."
    )
    assert summary(scoped("5,000", SOUND), scoped("about 10,000", COAST), scoped("9,900", COAST)).endswith(
        "; “5,000” (Post) is for Osk Sound, counted within the coast."
    )


RUNNING = question(Answer.QUANTITY, running=True)


def test_a_running_count_is_told_in_the_order_of_its_days():
    days = {"post": "2031-03-06", "radio": "2031-03-04", "wire": "2031-03-05"}
    rising = [figure("20"), figure("12"), figure("15", sources=())]
    assert summary(*rising, asked=RUNNING, **days) == (
        "The count is running: “12” (Radio, 4 March 2031), “15” (Wire, 5 March 2031) and “20” (Post, 6 March 2031)."
    )
    assert summary(*rising, asked=RUNNING, **(days | {"wire": "2031-03-04"})) == (
        "The count is running: “12” (Radio, 4 March 2031), “15” (Wire, 4 March 2031) and “20” (Post, 6 March 2031)."
    )


@pytest.mark.parametrize(
    ("claims", "sentence"),
    [
        ([wording("a fuse", sources=()), wording("a broken pump", sources=())], ""),
        ([wording("a fuse"), wording("a broken pump", sources=("coastguard",))], ""),
        (
            [wording("a fuse"), wording("a broken pump")],
            "Of the words of the ferry line, Post quotes “a fuse”, Radio “a broken pump”.",
        ),
        ([wording("a fuse"), wording("a broken pump", speech=Speech.REPORTED)], ""),
        ([wording(words) for words in ("a fuse", "a pump", "a rock", "a tanker")], ""),
        (
            [wording("a fuse"), wording("a fuse"), wording("no word", sources=())],
            "Post and Radio both print “a fuse”, from the ferry line.",
        ),
        (
            [
                wording("a small fuse of the pump"),
                wording("a fuse of the pump"),
                wording("no word", sources=()),
            ],
            "Post and Radio give the words of the ferry line differently: Radio leaves out “small”.",
        ),
    ],
)
def test_wordings_are_told_only_where_something_is_found(claims, sentence):
    assert summary(*claims, asked=question(Answer.WORDING)) == sentence


def test_a_page_shows_a_row_without_a_sentence():
    told = [article("post", wording("a fuse")), article("radio", wording("a broken pump", sources=()))]
    lib = library(*told, questions=[question(Answer.WORDING)])
    topic = compare_topic(lib, lib.site.topics[TOPIC])
    outlets = tuple(lib.site.outlets.values())
    (standing,) = standings(topic.rows, Words())
    view = question_view(standing, outlets, Teller(lib))
    assert (view.summary, view.reasons) == ("", ())
    assert topic.answer.sentences == (
        "Wording: “a fuse” (Post, citing the ferry line) and “a broken pump” (Radio, in its own voice).",
    )


@pytest.mark.parametrize(
    ("claims", "sentence"),
    [
        (
            [yes_no(True, "it was night"), yes_no(False, "at noon", sources=())],
            (
                "The accounts are in tension: “it was night” (Post, citing the ferry line) reads as a yes and “at noon” (Radio, "
                "in its own voice) reads as a no; neither answer denies the other outright."
            ),
        ),
        (
            [yes_no(True, "it was"), yes_no(False, "it was not")],
            (
                "The accounts contradict each other: “it was” (Post, citing the ferry line) says yes and “it was not” (Radio, "
                "citing the ferry line) says no."
            ),
        ),
    ],
)
def test_yes_and_no(claims, sentence):
    assert summary(*claims, asked=question(Answer.YES_NO)) == sentence


def test_who_is_told_like_places():
    who = question(Answer.WHO)
    assert summary(
        named("The Pilots"), named("The Pilots", "A Diver"), named(printed="somebody"), asked=who
    ) == ("Post names The Pilots; Radio names The Pilots and A Diver; Wire does not say who: “somebody”.")
    assert summary(named("The Pilots"), named("A Diver"), asked=who).startswith(
        "The accounts contradict each other: “The Pilots” (Post) against “A Diver” (Radio), both from the ferry line,"
    )


def test_a_village_contradicts_no_region_that_it_lies_in():
    asked = question(Answer.PLACE)
    village = replace(placed("sound", printed="in Osk Sound"), value=(SOUND,))
    told = [article("post", placed("coast", printed="on the coast")), article("radio", village)]
    row = compare_question(library(*told, questions=[asked]), asked)
    (found,) = row.judgements
    assert found.relation is Relation.COMPATIBLE
    assert found.reason == "Osk Sound lies within Coast: “in Osk Sound” is the more exact."
    assert row.summary == "Post names Coast; Radio names Osk Sound."


def test_origins_show_the_names_of_who_speaks_for_them_and_no_video():
    lib = library(
        article("post", figure("140", sources=("line",))),
        article("radio", figure("140", sources=("mate",))),
        article("wire", figure("140", sources=("film",))),
        questions=[COUNT],
    )
    sources = [
        Source("line", "the ferry line", "the ferry line", "company", Stake.PARTY),
        Source("mate", "the mate", "the mate", "person", Stake.PARTY, speaks_for="line"),
        Source("film", "a film", "a film", "video", Stake.NONE),
    ]
    site = lib.site
    site.sources.clear()
    site.sources.update({source.id: source for source in sources})
    row = compare_question(index(site), COUNT)
    assert [claim.outlet for claim in row.origins.unattributed] == ["wire"]
    assert [(origin.source, origin.others, len(origin.claims)) for origin in row.origins.roots] == [
        ("line", ("mate",), 2)
    ]  # fmt: skip
    assert row.summary == (
        "All three reports give the same answer: “140” (Post, citing the ferry line), “140” (Radio, citing the mate) and "
        "“140” (Wire, shown in a film)."
    )
    assert names_of(sources).origin("mate") == "line"


def test_the_most_exact_date_is_told():
    told = [
        dated("2031-03-03", "on Monday"),
        dated("2031-03", "in March"),
        dated("2031", "this year", sources=()),
    ]
    assert summary(*told, asked=question(Answer.DATE)) == (
        "“on Monday” (Post) is the narrowest; “in March” (Radio) and “this year” (Wire) allow for it."
    )


PAPERS = ("argus", "clarion", "gazette", "herald", "post", "radio", "tribune", "wire")


def summed_up(*claims, asked):
    return compare_question(
        library(*(article(PAPERS[at], claim) for at, claim in enumerate(claims)), questions=[asked]), asked
    ).summary


@pytest.mark.parametrize(
    ("claims", "answer", "told"),
    [
        (
            [yes_no(True)] * 6 + [yes_no(False, sources=("coastguard",))] * 2,
            Answer.YES_NO,
            ("The accounts contradict each other: yes in six reports, “it was”, from the ferry line; no in Tribune and Wire, "
            "“it was not”, from the coastguard."),
        ),
        ([yes_no(True)] * 6, Answer.YES_NO, "All six reports say yes, from the ferry line."),
        (
            [dated("2031-03-03", "on Monday"), dated("2031-03-03", "am Montag")] * 3 + [dated("2031-03", "in March")],
            Answer.DATE,
            "Six reports point to 3 March 2031; “in March” (Tribune) allows for it.",
        ),
        (
            [figure("140")] * 4 + [figure("about 140", sources=())] * 3,
            Answer.QUANTITY,
            "“140” (Argus, Clarion, Gazette and Herald) and “about 140” (Post, Radio and Tribune) are one figure.",
        ),
        (
            [figure("more than 130")] * 3 + [figure("up to 170")] * 3,
            Answer.QUANTITY,
            ("Six reports give figures from “more than 130” (Argus, Clarion and Gazette) to “up to 170” "
            "(Herald, Post and Radio), all from the ferry line: none rules out another."),
        ),
        (
            [figure("more than 150")] * 3 + [figure("151")] * 3,
            Answer.QUANTITY,
            ("Six reports give figures from “more than 150” (Argus, Clarion and Gazette) to “151” "
            "(Herald, Post and Radio), all from the ferry line: none rules out another."),
        ),
        (
            [figure("140")] * 5 + [figure("60", unit="USD"), figure("70", unit="EUR")],
            Answer.QUANTITY,
            "Five reports have “140”; “60” (Radio) and “70” (Tribune) are in other units and are not compared here.",
        ),
        (
            [named("The Pilots")] * 5 + [named("A Diver"), named(printed="somebody")],
            Answer.WHO,
            "The accounts contradict each other: five reports name The Pilots; Radio names A Diver; Tribune does not say who.",
        ),
    ],
)  # fmt: skip
def test_a_row_of_many_reports_is_summed_up(claims, answer, told):
    claims = [replace(claim, id="a") for claim in claims]
    assert summed_up(*claims, asked=question(answer)) == told


def test_many_answers_of_another_day_are_told_in_the_plural():
    early, late = figure("140", as_of="2031-03-03"), figure("60", as_of="2031-03-04")
    assert summary(early, early, early, late, late) == (
        "“140” (Post, Radio and Wire, citing the ferry line) agree; “60” (Yard and Zone) are for 4 March 2031, so they do not "
        "contradict the others."
    )


@pytest.mark.parametrize(
    ("claims", "sentence"),
    [
        (
            [yes_no(True, "was dark"), yes_no(True, "in the dark", sources=()), yes_no(True, "no light", sources=())],
            "All three reports say yes: Post from the ferry line, Radio and Wire in their own voice.",
        ),
        ([yes_no(True, "was dark"), yes_no(True, "in the dark")], "Both say yes: Post and Radio, both from the ferry line."),
        ([yes_no(True, "dark", sources=()), yes_no(True, "in the dark", sources=())], "Both say yes: Post and Radio."),
        ([yes_no(False, "not dark")], "Of the texts at hand only Post answers: no, “not dark”, from the ferry line."),
    ],
)  # fmt: skip
def test_a_yes_is_told_with_whose_it_is(claims, sentence):
    assert summary(*claims, asked=question(Answer.YES_NO)) == sentence


def test_wordings_that_outlets_report_are_put_and_a_quotation_is_named_as_such():
    told, quote = (
        wording("a fuse of the pump gave out", speech=Speech.REPORTED),
        wording("a small fuse of the pump gave out"),
    )
    assert summary(told, quote, asked=question(Answer.WORDING)) == (
        "Radio and Post put one statement of the ferry line differently: “a fuse of the pump gave out” in Post is what "
        "Radio quotes as “a small fuse of the pump gave out”."
    )


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ("killed or wounded", "counts the killed or wounded"),
        ("losses", "is a count of losses"),
        ("withdrew", "is told as withdrew"),
    ],
)
def test_what_a_figure_counts_is_told_as_its_word_allows(counts, told):
    assert counting(counts) == told


def test_whose_word_it_is_by_the_context_alone_is_told():
    asked = question(Answer.YES_NO)
    claims = [
        yes_no(True, "drones were used"),
        yes_no(True, "with drones", article="radio", outlet="radio", implied=True),
    ]
    assert summary(*claims, asked=asked) == (
        "Both say yes: Post and Radio, both from the ferry line; in Radio only the context shows that “with drones” is from the ferry line."
    )
    # A quotation is somebody's, a headline's source stands in its text, and a video says nothing.
    for more in ({"speech": Speech.QUOTED}, {"where": Where.HEADLINE}):
        assert "context" not in summary(claims[0], replace(claims[1], **more), asked=asked)


def test_two_days_in_tension_are_told_without_brackets():
    claims = [
        dated("../2031-03-03", "on Monday", said_on="2031-03-03", said_as="on Monday"),
        dated("2031-03-10~", "a week later", article="radio", outlet="radio", sources=()),
        dated(
            "../2031-03-20",
            "for the first time",
            article="wire",
            outlet="wire",
            said_on="2031-03-20",
            said_as="today",
            sources=("coastguard",),
        ),
    ]
    told = summary(*claims, asked=question(Answer.DATE))
    assert told.startswith(
        "The accounts are in tension: Post, citing the ferry line, prints “on Monday”, by this site’s reckoning on or before 3 March 2031;"
    )
    assert "(" not in told
    assert told.endswith(
        "; Wire, citing the coastguard, prints “for the first time” and gives no day but that of a statement, 20 March 2031 by this site’s reckoning."
    )
    # Two first times of two sources: neither bears the other out.
    found = judge(question(Answer.DATE), claims[0], claims[2], NAMES)
    assert found.relation is Relation.NOT_COMPARABLE
    assert found.reason == (
        "“on Monday” was said on 3 March 2031, “for the first time” on 20 March 2031, both by this site’s reckoning, each of what had happened by then; "
        "whether they mean one event is open."
    )


def test_an_outlet_that_has_it_from_two_is_named_once() -> None:
    asked = question(Answer.YES_NO)
    twice = [
        yes_no(True, "it stopped", id="a", sources=("coastguard",)),
        yes_no(True, "lay still", id="b", sources=("line",)),
    ]
    others = [article(id, yes_no(True, "lay there", sources=("line",))) for id in ("radio", "wire")]
    own = article(
        "yard", yes_no(True, "was adrift", sources=()), yes_no(True, "drifted", id="b", sources=("line",))
    )
    found = compare_question(library(article("post", *twice), *others, own, questions=[asked]), asked)
    assert found.summary == (
        "All four reports say yes: Post from the coastguard and from the ferry line, Radio and Wire from the ferry line, "
        "Yard in its own voice and from the ferry line."
    )


def test_what_one_outlet_adds_to_a_quotation_and_leaves_out_of_it_is_told_in_one_clause() -> None:
    asked = question(Answer.WORDING)
    whole = article("post", wording("delays in all yards of the port in the coming weeks"))
    cut = article("radio", wording("delays in all yards of the old port"))
    found = compare_question(library(whole, cut, questions=[asked]), asked)
    assert "“old” stands only in Radio, where “in the coming weeks” is left out" in found.summary


def test_words_that_give_no_day_stand_with_what_they_mean_beside_those_that_do() -> None:
    asked = question(Answer.DATE)
    by_then = article("post", dated("../2031-02", "being built", said_on="2031-02"))
    found = compare_question(
        library(by_then, article("radio", dated("2031-01", "since January")), questions=[asked]), asked
    )
    assert found.summary == (
        "“being built” (by the end of February 2031; Post) and “since January” (Radio), both from the ferry line: "
        "neither rules out the other."
    )
