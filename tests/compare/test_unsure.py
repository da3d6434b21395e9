"""What is called likely and no more, and what a text leaves open: the row speaks no more firmly than the text."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from builder.compare.groups import group
from builder.compare.judge import judge
from builder.compare.relation import Difference, Relation
from builder.compare.rows import Comparison, compare_question
from builder.compare.unsure import by_name
from builder.content.model import Allowance, Claim
from builder.content.vocabulary import Answer, Speech, Where
from builder.pages.views.claims import Teller
from tests.factory import NAMES, article, figure, library, question, wording, yes_no
from tests.factory import dated as dated_claim

COUNT, ASKED, WORDS = question(Answer.QUANTITY), question(Answer.YES_NO), question(Answer.WORDING)
OUTLETS = ("post", "radio", "wire", "yard", "zone", "argus", "clarion")


def row(*claims: Claim, asked=ASKED) -> Comparison:
    told = [article(outlet, claim) for outlet, claim in zip(OUTLETS, claims, strict=False)]
    return compare_question(library(*told, questions=[asked]), asked)


def likely(printed: str = "hit the rock", *, value: bool = True, **more: object) -> Claim:
    return yes_no(value, printed, **({"doubt": "likely", "sources": ("coastguard",)} | more))


def sure(printed: str = "struck it", *, value: bool = True, **more: object) -> Claim:
    return yes_no(value, printed, **({"sources": ()} | more))


def test_a_yes_that_is_called_likely_is_no_flat_yes() -> None:
    found = row(likely(), sure())
    (judged,) = found.judgements
    assert (judged.relation, judged.differences) == (Relation.COMPATIBLE, (Difference.DOUBT,))
    assert (
        judged.reason
        == "“hit the rock” and “struck it” both say yes; “hit the rock” is said only as “likely”."
    )
    assert found.summary == (
        "Radio says yes, in its own voice; from the coastguard, Post has it only as “likely”."
    )


def test_several_who_are_sure_are_told_apart_from_those_who_are_not() -> None:
    found = row(sure(), likely(), sure(sources=("line",)), likely(doubt="wahrscheinlich", sources=()))
    assert found.summary == (
        "Two reports say yes: Post in its own voice, Wire from the ferry line; from the coastguard, Radio has it "
        "only as “likely”; Yard says it only as “wahrscheinlich”."
    )


def test_the_doubt_is_its_source_s_where_one_report_has_another_without_it() -> None:
    both = [replace(sure(sources=("line",)), id="flat"), replace(likely(), id="doubtful")]
    found = compare_question(library(article("post", *both), article("radio", sure())), ASKED)
    assert found.summary == (
        "Two reports say yes: Post from the ferry line, Radio in its own voice; from the coastguard, Post has it only as “likely”."
    )


@pytest.mark.parametrize(
    ("doubts", "said"),
    [
        (
            ("likely", "likely"),
            "Both say yes, but only as “likely”: Post and Radio, both from the coastguard.",
        ),
        (
            ("likely", "vraisemblablement"),
            "Both say yes, but not for certain: Post and Radio, both from the coastguard.",
        ),
    ],
)
def test_all_who_are_not_sure(doubts: tuple[str, str], said: str) -> None:
    found = row(*(likely(doubt=word) for word in doubts))
    assert found.summary == said
    (judged,) = found.judgements
    assert judged.relation is Relation.SAME


def test_one_article_that_is_not_sure() -> None:
    assert (
        row(likely()).summary
        == "Of the texts at hand only Post answers: yes, “hit the rock”, from the coastguard, only as “likely”."
    )


def test_what_is_only_called_likely_contradicts_nothing_outright() -> None:
    found = row(likely("was dark"), sure("was not dark", value=False))
    (judged,) = found.judgements
    assert judged.relation is Relation.TENSION
    assert Difference.DOUBT in judged.differences
    assert found.summary == (
        "The accounts are in tension: “was dark” (Post, citing the coastguard, only as “likely”) reads as a yes and "
        "“was not dark” (Radio, in its own voice) reads as a no; not all of them are said for certain."
    )
    flat = row(sure("was dark"), sure("was not dark", value=False))
    assert flat.judgements[0].relation is Relation.CONFLICT


def test_figures_and_words_keep_their_doubt() -> None:
    found = row(figure("140", doubt="appears"), figure("150"), asked=COUNT)
    assert found.judgements[0].relation is Relation.TENSION
    assert "“140” (Post, citing the ferry line, only as “appears”)" in found.summary
    said = [
        wording("a long delay at the port", doubt="likely", speech=Speech.QUOTED),
        wording("a long delay", doubt="likely", speech=Speech.QUOTED, statement="delay"),
    ]
    said[0] = wording("a long delay at the port", doubt="likely", speech=Speech.QUOTED, statement="delay")
    assert row(*said, asked=WORDS).summary.endswith("; both have it only as “likely”.")


def test_a_source_whose_doubt_is_dropped_is_told() -> None:
    found = row(likely(), sure(sources=("coastguard",)))
    assert found.hedges == (
        "What the coastguard says is told only as “likely” (Post); Radio has it without such a word.",
    )
    assert row(likely(), sure(sources=("line",))).hedges == ()
    # Who has it "claimed" has such a word too.
    assert row(likely(), sure(sources=("coastguard",), cue="has claimed")).hedges == ()


def test_many_reports_keep_the_doubt() -> None:
    found = row(*(sure(sources=("line",)) for _ in range(5)), likely(sources=("line",)))
    assert found.summary == "Five reports say yes, from the ferry line; Argus says it only as “likely”."
    no = sure("did not", value=False, sources=("line",))
    found = row(*(sure(sources=("line",)) for _ in range(4)), likely(sources=("line",)), no)
    assert "Zone only as “likely”" in found.summary


def test_a_row_says_what_a_text_leaves_open() -> None:
    found = row(sure(), sure(leaves_open="which part is the mayor's"))
    assert found.summary == "Both say yes: Post and Radio; Radio leaves open which part is the mayor's."
    assert found.notes == ()
    (judged,) = found.judgements
    assert judged.relation is Relation.SAME
    assert judged.reason.endswith("; the text that prints “struck it” leaves open which part is the mayor's.")
    post, radio = found.claims
    assert by_name(judged.reason, (post, "Post"), (radio, "Radio")).endswith(
        "; Radio leaves open which part is the mayor's."
    )


def test_texts_that_leave_different_things_open_do_not_say_the_same():
    post = replace(yes_no(True, "part of it"), value=None, undecided=True, leaves_open="which part")
    radio = replace(post, article="radio", outlet="radio", printed="some of it")
    assert len(group([post, radio])) == 1
    assert len(group([post, replace(radio, leaves_open="when it was")])) == 2


def test_what_two_texts_both_leave_open_is_told_once():
    post = yes_no(True, "struck it", leaves_open="whose ship it was")
    radio = yes_no(True, "has struck it", article="radio", outlet="radio", leaves_open="whose ship it was")
    judged = judge(question(Answer.YES_NO), post, radio, NAMES)
    assert judged.reason.endswith("; both texts leave open whose ship it was.")
    told = by_name(judged.reason, (post, "Post"), (radio, "Radio"))
    assert told.endswith("; Post and Radio leave open whose ship it was.")


def test_a_word_that_may_be_somebodys_is_told_as_nobodys_own() -> None:
    found = row(sure(), sure(voice_open=True, leaves_open="whose word this is"))
    assert found.summary == "Both say yes: Post in its own voice, Radio leaving open whose word this is."
    assert found.notes == ()


@pytest.mark.parametrize(
    ("printed", "leaves"),
    [("could not be verified", None), ("Überprüfen ließ sich das nicht", None), ("had struck it", "whose word this is")],
)  # fmt: skip
def test_whose_word_it_is_that_nothing_could_be_verified_is_no_question(
    printed: str, leaves: str | None
) -> None:
    open_ended = sure(printed=printed, voice_open=True, leaves_open="whose word this is")
    language = "de" if "ließ" in printed else "en"
    lib = library(article("post", open_ended, language=language), questions=[ASKED])
    (claim,) = lib.answers[ASKED.path]
    assert (claim.leaves_open, claim.voice_open) == (leaves, leaves is not None)
    (own,) = lib.site.articles["post"].claims
    assert own is claim


def neither(printed: str = "along the coast", **more: object) -> Claim:
    return replace(yes_no(True, printed, **({"sources": ()} | more)), value=None, undecided=True)


def test_an_answer_that_is_left_open_is_neither_yes_nor_no() -> None:
    found = row(sure(sources=("line",)), neither(leaves_open="whether other ports are meant"))
    (judged,) = found.judgements
    assert (judged.relation, judged.differences) == (Relation.COMPATIBLE, (Difference.OPEN,))
    assert judged.reason == (
        "“along the coast” says neither yes nor no, and neither confirms nor contradicts “struck it”; "
        "the text that prints “along the coast” leaves open whether other ports are meant."
    )
    assert found.summary == (
        "Of the texts at hand only Post answers: yes, “struck it”, from the ferry line; Radio leaves open whether other ports are meant."
    )
    assert len(found.groups) == 2


def test_what_is_left_open_counts_for_no_side() -> None:
    open_ended = neither(leaves_open="whether other ports are meant")
    found = row(sure(), sure("did strike"), open_ended)
    assert (
        found.summary
        == "Two reports say yes: Post and Radio; Wire leaves open whether other ports are meant."
    )
    found = row(sure(), sure("did not", value=False), open_ended)
    assert found.summary.startswith("The accounts are in tension: ") or found.summary.startswith(
        "The accounts contradict"
    )
    assert "Wire" not in found.summary.split("; Wire leaves open")[0]
    # It contradicts neither.
    wire = open_ended.key.replace("post", "wire")
    assert {one.relation for one in found.judgements if wire in (one.a, one.b)} == {Relation.COMPATIBLE}


def test_a_text_that_says_yes_and_leaves_it_open_elsewhere_is_told_with_the_words_that_do() -> None:
    said = [
        replace(sure(), id="outright"),
        replace(neither("were struck", leaves_open="who struck"), id="unclear"),
    ]
    others = [article("radio", sure()), article("wire", sure())]
    found = compare_question(library(article("post", *said), *others), ASKED)
    assert found.summary == (
        "Three reports say yes: Post, Radio and Wire; “were struck” (Post) leaves open who struck."
    )


def test_in_short_too_those_that_say_yes_are_not_all() -> None:
    found = row(sure(), sure("did strike"), neither(leaves_open="whether other ports are meant"))
    assert found.clauses
    for clause in found.clauses:
        assert not clause.startswith(("all", "both"))
        assert clause.startswith("two reports say yes")
        assert "leaves open whether other ports are meant" in clause or clause.endswith(
            "; one answer leaves it open"
        )


def test_where_all_leave_it_open_the_row_says_what() -> None:
    found = row(
        neither(leaves_open="which ferry it was"), neither("a ferry", leaves_open="which ferry it was")
    )
    (judged,) = found.judgements
    assert judged.relation is Relation.SAME
    assert found.summary == "Post and Radio leave open which ferry it was."
    assert found.notes == ()


def test_what_several_leave_open_is_said_once_and_whose_headline_it_is() -> None:
    both = row(sure(leaves_open="on which day"), sure(leaves_open="on which day"))
    assert both.summary.endswith("; Post and Radio leave open on which day.")
    head = row(sure(leaves_open="who did it", where=Where.HEADLINE), sure())
    assert head.summary.endswith("; the headline of Post leaves open who did it.")


def test_what_has_no_room_in_the_sentence_is_a_note() -> None:
    long = " ".join(
        ["whether", "it", "was", "the", "other", "ship", "or", "the", "tug", "from", "the", "port"] * 4
    )
    found = row(sure(), sure(leaves_open=long))
    assert found.summary == "Both say yes: Post and Radio."
    assert found.notes == (f"Radio leaves open {long}.",)


def test_what_is_left_open_contradicts_nothing_outright() -> None:
    found = row(sure("was dark", leaves_open="at which hour"), sure("was not dark", value=False))
    (judged,) = found.judgements
    assert judged.relation is Relation.TENSION
    assert Difference.OPEN in judged.differences
    assert judged.reason.count("leaves open") == 1
    assert "what one of them means, its text leaves open; Post leaves open at which hour" in found.summary


def test_a_day_that_was_worked_out_is_told_in_the_words_of_the_text() -> None:
    """The day itself is the site's own, and is never printed as the outlet's."""
    early = yes_no(False, "is getting ready", said_on="2031-02-24/2031-03-02", said_as="last week")
    late = yes_no(True, "has sailed", said_on="2031-03-03", said_as="on Monday", speech=Speech.QUOTED)
    found = row(early, late)
    assert found.summary == (
        "Of the earlier word of the ferry line, Post prints “is getting ready” (said “last week”), which says no; "
        "of the later one, Radio prints “has sailed” (said “on Monday”), which says yes."
    )
    (judged,) = found.judgements
    assert judged.reason == (
        "“has sailed” was said “on Monday” (3 March 2031 by this site’s reckoning), “is getting ready” was said “last week” "
        "(24 February to 2 March 2031 by this site’s reckoning): a later word, not a contradiction."
    )


def test_a_statement_that_one_text_dates_is_of_that_day_in_the_others_too() -> None:
    early = yes_no(False, "is getting ready", said_on="2031-03-01")
    dated = yes_no(True, "has sailed", said_on="2031-03-03", statement="sailed")
    undated = yes_no(True, "has sailed", statement="sailed")
    found = row(early, dated, undated)
    a, _, c = found.claims
    judged = found.between(a, c)
    assert judged is not None
    assert judged.relation is Relation.LATER_COUNT
    assert judged.reason.endswith("; another text gives the day of “has sailed”.")
    # Two days for one statement are none.
    other = yes_no(True, "has sailed", said_on="2031-03-04", statement="sailed")
    found = row(early, dated, undated, other)
    judged = found.between(found.claims[0], found.claims[2])
    assert judged is not None
    assert judged.relation is Relation.TENSION


def test_a_month_about_which_something_was_said_is_no_day_of_what_it_tells() -> None:
    of = question(Answer.DATE)
    said = dated_claim("2031-02~", "on their way", said_on="2031-02")
    found = row(said, dated_claim("2030-11", "since November", sources=()), asked=of)
    (judged,) = found.judgements
    assert (judged.relation, judged.differences[-1]) == (Relation.TENSION, Difference.SAID)
    assert found.summary.endswith("; one of the days is that of a statement, not of the event.")


def test_an_answer_that_is_read_from_the_words_is_told_as_read() -> None:
    read = yes_no(
        False, "is getting ready", allow=(Allowance("answer-unfit", "It has not sailed yet, then."),)
    )
    assert read.is_reading
    assert not yes_no(False, "has not sailed").is_reading
    lib = library(article("post", read), article("radio", yes_no(False, "has not sailed")), questions=[ASKED])
    views = [Teller(lib).claim(claim) for claim in lib.answers[ASKED.path]]
    assert [view.answer for view in views] == ["read as no", "no"]


def test_a_copy_is_told_on_the_row() -> None:
    told = [article("post", sure()), article("radio", sure(), copy_of="post")]
    found = compare_question(library(*told, questions=[ASKED]), ASKED)
    assert found.notes == ("Radio prints the text of Post: two outlets, one report.",)


def test_nobody_is_silent_on_a_headline_against_its_own_text() -> None:
    head = wording("ship sinks", id="head", where=Where.HEADLINE, against=("text",))
    told = article("post", head, wording("was towed", id="text"))
    found = compare_question(library(told, article("radio", sure()), questions=[WORDS, ASKED]), WORDS)
    assert found.silences == ()


def test_only_who_tells_of_it_can_leave_out_a_detail() -> None:
    detail = question(Answer.QUANTITY, id="killed", detail_of=ASKED.path)
    told = [
        article("post", sure(), figure("eight", id="eight", question=detail.path)),
        article("radio", sure()),
        article("wire"),
    ]
    lib = library(*told, questions=[ASKED, detail])
    found = compare_question(lib, detail)
    assert [silence.article for silence in found.silences] == ["radio"]


def no_sign(printed: str = "no indication of a rock", **more: object) -> Claim:
    return likely(printed, value=False, **({"doubt": "no indication"} | more))


@pytest.mark.parametrize("doubt", ["no indication", "keinerlei Hinweise", "aucun indice", "ningún indicio"])
def test_no_sign_of_it_is_never_a_no(doubt: str) -> None:
    found = row(no_sign(f"{doubt} X", doubt=doubt), sure("struck a rock"))
    (judged,) = found.judgements
    assert (judged.relation, judged.differences[-1]) == (Relation.TENSION, Difference.NO_SIGN)
    assert judged.reason.endswith("no sign of something is less than a no.")
    assert "no sign of it" in found.summary
    assert " no," not in f" {found.summary}"


def test_no_sign_of_it_contradicts_nobody_even_where_somebody_denies() -> None:
    found = row(no_sign(cue="denied", said_on="2031-03-04"), sure("struck a rock", sources=("line",)))
    assert [one.relation for one in found.judgements] == [Relation.TENSION]


def test_a_no_is_firmer_than_no_sign_of_it() -> None:
    found = row(no_sign(), sure("hit none", value=False))
    (judged,) = found.judgements
    assert (judged.relation, judged.differences) == (Relation.COMPATIBLE, (Difference.NO_SIGN,))
    # For now is a no, though not for good.
    for_now = likely("ruled out for now", value=False, doubt="for now")
    assert len(row(no_sign(), for_now).groups) == len(("no sign", "no"))


def test_all_that_see_no_sign_of_it_say_so() -> None:
    found = row(no_sign(), no_sign("no sign of any rock", doubt="no sign"))
    assert found.summary.startswith("Both see no sign of it:")


def test_days_of_which_a_text_leaves_open_what_they_mean_are_not_said_to_go_together() -> None:
    asked = question(Answer.DATE)
    days = [dated_claim("2031-03", "in March"), dated_claim("2031-03-02/2031-04-03", "for weeks")]
    flat = compare_question(library(article("post", days[0]), article("radio", days[1])), asked)
    assert "neither rules out the other" in flat.summary
    unclear = replace(days[1], leaves_open="when it ended")
    found = compare_question(library(article("post", days[0]), article("radio", unclear)), asked)
    assert "whether they fit is open; Radio leaves open when it ended" in found.summary
