"""What a reader of a topic should know first."""

from __future__ import annotations

import pytest

from builder.compare.findings import Fact, Told
from builder.compare.topics import compare_topic
from builder.content.model import Locator
from builder.content.vocabulary import Answer, Speech, Where
from tests.factory import TOPIC, article, figure, library, question, span

COUNT = question(Answer.QUANTITY, when=span("2031-03-03"))
LATER = question(Answer.QUANTITY, id="since", short="Aboard since January", when=span("2031-03-09"))
POST = article("post", figure("about 140"))
RADIO = article("radio", figure("140", status="could not check it"))


def found(*articles, asked=(COUNT, LATER)):
    lib = library(*articles, questions=asked)
    return compare_topic(lib, lib.site.topics[TOPIC])


def test_figures_of_one_source_are_told_as_such_with_who_could_not_check_them_one_fact_a_sentence():
    told = found(POST, RADIO)
    assert told.findings.sentences == (
        "Both figures on “quantity” go back to one source, the ferry line.",
        "Its figure is about 140 passengers aboard.",
        "Radio says that this could not be verified.",
    )
    assert told.opening == told.findings.sentences
    assert told.findings.facts == (
        Fact(Told.SOURCE, "the ferry line"),
        Fact(Told.PASSED_ON, "Post and Radio"),
        Fact(Told.UNVERIFIED, "Radio says that it could not be verified"),
    )


def test_what_a_report_leaves_open_is_told_beside_the_finding_and_what_is_left_to_its_context_a_detail():
    told = found(
        article("post", figure("about 140", implied=True)),
        article("radio", figure("140", leaves_open="of which day it is")),
    ).findings
    assert told.facts[-2:] == (
        Fact(Told.UNSAID, "in Post only the context shows whose figure it is"),
        Fact(
            Told.OPEN,
            "Radio leaves open of which day it is; this site takes it to mean the same",
        ),
    )
    assert (
        "Radio gives the same figure and leaves open of which day it is; this site takes it to mean the same."
        in told.sentences
    )
    assert not any("context" in said for said in told.sentences)


def test_a_report_that_leaves_open_whether_it_means_this_is_not_counted_with_those_that_say_so():
    head = article("wire", figure("dozens", where=Where.HEADLINE, counts="hurt", sources=()))
    third = article("yard", figure("around 140", leaves_open="of which day it is"))
    assert found(POST, RADIO, third, head).findings.sentences[::2][:2] == (
        "Post and Radio give a figure on “quantity”, both from one source, the ferry line.",
        "Yard gives the same figure and leaves open of which day it is; this site takes it to mean the same.",
    )


def test_a_figure_that_a_headline_alone_has_and_a_later_total_are_told_after_it():
    head = article("wire", figure("dozens", where=Where.HEADLINE, counts="hurt", sources=()))
    later = article(
        "yard",
        figure("More than 900", question=LATER.path, sources=("coastguard",), said_on="2031-03-09"),
        published="2031-03-10",
    )
    told = found(POST, RADIO, head, later).findings
    assert told.sentences[-2:] == (
        (
            "Wire has “dozens” hurt only in its headline, not in its text. "
            "The headline names no source; the source’s figure of about 140 is in neither."
        ),
        (
            "On 9 March 2031 the coastguard spoke of more than 900 (as Yard has it). "
            "That is “Aboard since January”, so it is no correction."
        ),
    )
    assert [fact.about for fact in told.facts][-2:] == [Told.HEADLINE, Told.LATER]
    assert told.facts[-1].text == (
        "more than 900 (as Yard has it), said the coastguard on 9 March 2031; "
        "that is “Aboard since January”, so it is no correction"
    )


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (
            {"sources": ()},
            "The headline names no source; the source’s figure of about 140 is in neither.",
        ),
        (
            {"sources": (), "leaves_open": "of which day it is"},
            "The headline names no source and leaves open of which day it is; the source’s figure of about 140 is in neither.",
        ),
        # The source's own words, or an article that has its figure as well: then what is counted is what sets the headline apart.
        ({}, "The source’s figure is told as aboard."),
    ],
)
def test_a_headline_of_nobodys_is_not_set_beside_the_figure_of_a_source_as_if_it_had_made_that_of_it(
    given, told
):
    head = figure("dozens", id="head", where=Where.HEADLINE, counts="hurt", **given)
    (said,) = [
        one for one in found(POST, RADIO, article("wire", head)).findings.sentences if "headline" in one
    ]
    assert said == f"Wire has “dozens” hurt only in its headline, not in its text. {told}"


def test_every_figure_is_said_only_where_every_answer_goes_back_to_the_source():
    head = article("wire", figure("dozens", where=Where.HEADLINE, counts="hurt", sources=()))
    third = article("yard", figure("around 140"))
    told = found(POST, RADIO, third, head).findings
    assert (
        told.sentences[0] == "Three reports give a figure on “quantity”, all from one source, the ferry line."
    )
    assert found(POST, RADIO, third).findings.sentences[0] == (
        "Every figure on “quantity” goes back to one source, the ferry line."
    )


def test_a_whole_that_a_figure_is_counted_within_is_told_with_who_does_so_and_whose_it_is():
    whole = figure("200 travellers", id="whole", of="travellers")
    part = figure("140", part_of="whole")
    told = found(POST, article("radio", whole, part)).findings
    assert "Radio counts that figure within that source’s “200 travellers” of travellers." in told.sentences
    assert Fact(Told.WITHIN, "“200 travellers” of travellers, from the same source (Radio)") in told.facts


@pytest.mark.parametrize(
    ("own", "told"),
    [
        ({}, "more than 900 (as Yard has it) wounded"),
        ({"counts": "injured"}, "more than 900 injured (as Yard has it)"),
    ],
)
def test_what_is_counted_is_an_outlets_word_only_if_it_is_its_own(own, told):
    asked = (
        question(Answer.QUANTITY, when=span("2031-03-03"), counts="wounded"),
        question(
            Answer.QUANTITY, id="since", short="Since January", when=span("2031-03-09"), counts="wounded"
        ),
    )
    hurt = {"counts": "wounded"}
    later = figure(
        "more than 900", question=asked[1].path, sources=("coastguard",), said_on="2031-03-09", **hurt | own
    )
    articles = (
        article("post", figure("about 140", **hurt)),
        article("radio", figure("140", counts="hurt")),
        article("yard", later, published="2031-03-10"),
    )
    first, *_, last = found(*articles, asked=asked).findings.sentences
    assert first.startswith("Both figures on “quantity” go back to one source")
    assert told in last


def test_of_several_later_totals_none_alone_seems_to_be_the_one_that_stands():
    def total(outlet, printed, day, **more):
        said = figure(
            printed,
            id=f"total-{day}",
            question=LATER.path,
            sources=("coastguard",),
            said_on=f"2031-03-0{day}",
            **more,
        )
        return article(outlet, said, published="2031-03-10")

    part = total("radio-two", "40", 9, counts="hurt")  # of something else
    told = found(
        POST,
        RADIO,
        total("yard", "about 900", 8),
        total("wire", "more than 600", 7),
        total("echo", "1,100", 9),
        part,
    )
    assert told.findings.sentences[-1] == (
        "On 8 March 2031 the coastguard spoke of about 900 (as Yard has it) and on 9 March 2031 the coastguard of 1,100 (as Echo has it). "
        "That is “Aboard since January”, so neither is a correction."
    )
    assert told.findings.facts[-1].text == (
        "about 900 (as Yard has it), said the coastguard on 8 March 2031, and 1,100 (as Echo has it), said the coastguard on 9 March 2031; "
        "that is “Aboard since January”, so neither is a correction"
    )


def test_what_figures_are_for_is_told_in_the_words_of_the_site():
    asked = (
        question(Answer.QUANTITY, when=span("2031-03-03"), covers="the evening of 3 March"),
        question(
            Answer.QUANTITY,
            id="since",
            short="Aboard since January",
            when=span("2031-03-09"),
            covers="all crossings since January",
        ),
    )
    later = article(
        "yard",
        figure("more than 900", question=LATER.path, sources=("coastguard",), said_on="2031-03-09"),
        published="2031-03-10",
    )
    first, *_, last = found(POST, RADIO, later, asked=asked).findings.sentences
    assert first == "Both figures for the evening of 3 March go back to one source, the ferry line."
    assert last.endswith("That covers all crossings since January, so it is no correction.")


@pytest.mark.parametrize("speech", Speech)
def test_only_quoted_words_stand_in_quotation_marks_as_somebody_s(speech):
    later = article(
        "yard",
        figure(
            "more than 900", question=LATER.path, sources=("coastguard",), said_on="2031-03-09", speech=speech
        ),
        published="2031-03-10",
    )
    *_, told = found(POST, RADIO, later).findings.sentences
    assert ("“more than 900”" in told) is (speech is Speech.QUOTED)
    assert ("(as Yard has it)" in told) is (speech is Speech.REPORTED)


@pytest.mark.parametrize(
    "other",
    [
        # Another source, another figure of the same one, a figure for which nobody is named, and one source alone.
        article("wire", figure("140", sources=("coastguard",))),
        article("wire", figure("60")),
        article("wire", figure("140", sources=())),
    ],
)
def test_nothing_is_told_where_figures_have_no_one_source(other):
    told = found(POST, RADIO, other)
    assert told.findings.sentences == ()
    assert told.opening == told.answer.sentences


def test_one_report_alone_is_no_finding():
    assert found(POST).findings.sentences == ()


def test_a_figure_of_the_same_days_is_no_later_one():
    same = article("yard", figure("900", question=LATER.path, said_on="2031-03-03"))
    assert Told.LATER not in {fact.about for fact in found(POST, RADIO, same).findings.facts}


def test_what_the_findings_tell_does_not_stand_in_the_lines_below():
    later = article("yard", figure("900", question=LATER.path, said_on="2031-03-09"), published="2031-03-10")
    other = question(Answer.QUANTITY, id="ashore", short="Ashore", counts="ashore")
    told = found(
        POST,
        RADIO,
        later,
        article("zone", figure("30", question=other.path, counts="ashore")),
        asked=(COUNT, LATER, other),
    )
    assert [line.question.id for line in told.answer.counted] == ["ashore"]


def test_a_large_figure_is_printed_in_words_as_in_all_other_sentences():
    asked = question(Answer.QUANTITY, unit="USD", counts="lost", of="deposits")
    given = {"counts": "lost", "of": "deposits", "unit": "USD", "question": asked.path}
    told = found(
        article("post", figure("about $175.4 billion", **given)),
        article("radio", figure("roughly $175.4 billion", **given)),
        asked=(asked,),
    )
    _, line = told.findings.sentences
    assert "about 175.4 billion dollars, deposits lost" in line
    assert told.rows[0].summary.startswith("Both give about 175.4 billion dollars: ")


def test_a_lead_that_rounds_up_its_own_text_names_no_other_source():
    lead = figure("over 140", id="lead", sources=(), locator=Locator(10, 18, "", ""))
    text = figure("at least 140", id="text", locator=Locator(90, 102, "", ""))
    told = found(POST, RADIO, article("wire", lead, text))
    assert told.findings.sentences[0].startswith(
        "Every figure on “quantity” goes back to one source, the ferry line."
    )
