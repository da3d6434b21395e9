"""Hedges that some reports of a source have and others lack."""

from __future__ import annotations

from msgspec.structs import replace

from builder.compare.hedges import hedges
from builder.compare.speakers import SHOWN, Names
from tests.factory import NAMES, figure, read

OUTLETS = {"post": "Post", "radio": "Radio", "wire": "Wire"}


def notes(*claims, cautious=(), cut=(), **languages):
    return hedges(
        claims, set(cautious), OUTLETS, NAMES, dict.fromkeys(OUTLETS, "en") | languages, cut=set(cut)
    )


def by(outlet: str, printed: str, **more):
    return figure(printed, article=outlet, outlet=outlet, **more)


def test_a_dropped_about_is_reported_with_both_outlets():
    (note,) = notes(by("post", "about 140"), by("radio", "140"))
    for word in ("Radio", "“140”", "“about 140”", "Post"):
        assert word in note
    (note, _) = notes(by("post", "about 140", cue="said"), by("radio", "140", cue="estimated"))
    assert note == "Radio prints “140”, hedged by the verb “estimated”; another hedges: “about 140” (Post)."


def test_several_figures_without_the_hedge_are_told_each_once():
    (note, _) = notes(
        by("post", "about 140", cue="said"),
        by("radio", "140", cue="estimated"),
        by("wire", "140", cue="said"),
    )
    assert note == (
        "Radio prints “140” (hedged by the verb “estimated”) and Wire prints “140”; another hedges: “about 140” (Post)."
    )


def test_the_other_part_of_a_hundred_has_dropped_no_hedge():
    rest = by("radio", "140", value=replace(read("140"), rest=True))
    assert notes(by("post", "about 140"), rest) == ()


def test_another_figure_source_or_thing_counted_is_no_dropped_hedge():
    assert notes(by("post", "about 140"), by("radio", "150")) == ()
    assert notes(by("post", "about 140"), by("radio", "140", sources=("coastguard",))) == ()
    assert notes(by("post", "about 140"), by("radio", "140", counts="brought ashore")) == ()
    assert notes(by("post", "about 140"), by("radio", "about 140")) == ()


def test_of_a_text_that_may_be_cut_only_what_is_at_hand_is_said_to_lack_the_remark():
    warned = by("post", "140", status="the line would not confirm it")
    (note,) = notes(warned, by("radio", "140"), by("wire", "140"), cut=["radio"])
    assert note.endswith(
        "; Wire gives it without that remark; the text at hand of Radio gives it without that remark."
    )
    (note,) = notes(warned, by("radio", "140"), by("wire", "140"), cut=["radio", "wire"])
    assert note.endswith("; the texts at hand of Radio and Wire give it without that remark.")


def test_reports_without_the_remark_on_verification_are_named():
    warned = by("post", "140", status="the line would not confirm it")
    (note,) = notes(warned, by("radio", "140"), cautious=["post"])
    assert "Post" in note
    assert "Radio" in note
    assert "the ferry line" in note
    # A remark on this figure alone does not make the article cautious, and is a remark nevertheless.
    assert notes(warned, by("radio", "140")) == (note,)
    # An article that says so somewhere else is not blamed.
    assert notes(warned, by("radio", "140"), cautious=["post", "radio"]) == ()


def test_another_figure_or_another_day_of_the_source_is_no_account_that_lacks_the_remark():
    warned = by("post", "140", said_on="2031-03-03", status="the line would not confirm it")
    later = by("radio", "150", said_on="2031-03-05")
    again = by("wire", "140", said_on="2031-03-05")
    assert not any("verified" in note for note in notes(warned, later, again, cautious=["post"]))
    same = by("wire", "about 140", said_on="2031-03-03")
    (note,) = (note for note in notes(warned, later, same, cautious=["post"]) if "verified" in note)
    assert note.endswith("; Wire gives it without that remark.")


def test_different_verbs_for_one_source_are_reported():
    (note,) = notes(by("post", "140", cue="said"), by("radio", "140", cue="claimed"))
    assert "“said”" in note
    assert "“claimed”" in note
    assert notes(by("post", "140", cue="said"), by("radio", "140", cue="said")) == ()


def test_claims_without_a_source_have_no_hedge_in_common():
    assert notes(by("post", "about 140", sources=()), by("radio", "140", sources=())) == ()
    assert notes() == ()


def test_verbs_of_two_languages_are_not_compared():
    said, sagte = by("post", "140", cue="said"), by("radio", "140", cue="sagte")
    assert notes(said, sagte, radio="de") == ()
    (note,) = notes(said, sagte, by("wire", "140", cue="claimed"), radio="de")
    assert "sagte" not in note
    assert "“said” (Post) and “claimed” (Wire)" in note


def test_a_video_says_nothing():
    film = by("post", "23", sources=("film",), cue="showed", status="could not be verified")
    other = by("radio", "23", sources=("film",), cue="shows")
    names = Names({"film": "a film"}, manners={"film": SHOWN})
    languages = dict.fromkeys(OUTLETS, "en")
    assert hedges([film, other], {"post"}, OUTLETS, names, languages) == ()


def test_plain_verbs_of_saying_are_no_difference():
    assert notes(by("post", "140", cue="said"), by("radio", "140", cue="has told")) == ()
    assert notes(by("post", "140", cue="according to"), by("radio", "150", cue="put")) == ()
    (note,) = notes(
        by("post", "140", cue="said"),
        by("radio", "140", cue="according to"),
        by("wire", "140", cue="admitted"),
    )
    assert "“admitted” (Wire)" in note


def test_what_one_article_rounds_itself_is_not_told_of_others():
    assert notes(by("post", "about 140", id="a"), by("post", "140", id="b")) == ()


def test_one_hedge_with_a_capital_and_without_is_told_once():
    told = notes(by("post", "140"), by("radio", "About 140"), by("wire", "about 140"))
    assert "Post prints “140”; others hedge: “About 140” (Radio and Wire)." in told
