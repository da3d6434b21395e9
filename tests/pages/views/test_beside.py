"""Pages beside a story's: what a pair's and a source's page say in numbers, and statements set side by side."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from builder.cache.memo import Kept
from builder.cache.records import Store
from builder.compare.library import Library, index
from builder.compare.topics import compare_topic
from builder.content.model import Source
from builder.content.vocabulary import Answer, Stake
from builder.pages.contribution import Contribution
from builder.pages.views.beside import answers_near, around
from builder.pages.views.claims import Teller
from builder.pages.views.outlet_parts import outlet_parts
from builder.pages.views.pairs import count_pair, pair_view
from builder.pages.views.wordings import statements
from tests.factory import TOPIC, article, figure, library, question, site, span, wording, yes_no


def told(found: Library) -> str:
    """The numbers on the page of the first two outlets."""
    pair = tuple(found.site.outlets.values())[:2]
    assert len(pair) == 2
    contribution = Contribution()
    count_pair([compare_topic(found, found.site.topics[TOPIC])], (pair[0], pair[1]), contribution)
    return pair_view((pair[0], pair[1]), found.site, contribution, Teller(found).say).summary


def test_what_a_pair_shares_is_told_in_short() -> None:
    asked = [question(Answer.QUANTITY), question(Answer.WORDING)]
    post = article("post", figure("140"), wording("A fuse blew", id="words", sources=("line",)))
    radio = article("radio", figure("140"), wording("It was foggy", id="words", sources=("coastguard",)))
    assert told(library(post, radio, questions=asked)) == (
        "Both answer two questions, without a contradiction."
    )


def test_outlets_that_both_print_charge_and_denial_agree_and_their_sources_do_not() -> None:
    def both(id: str, denial: str = "It did not", by: str = "line"):
        charge = yes_no(True, "It did", sources=("coastguard",))
        return article(id, charge, yes_no(False, denial, id="denial", cue="denied", sources=(by,)))

    asked = [question(Answer.YES_NO)]
    post, radio = both("post"), both("radio", "It never did")
    both_sides = (
        "Both answer one question, without a contradiction; on one, one or both of them print both sides."
    )
    assert told(library(post, radio, questions=asked)) == both_sides
    # Nor does one that prints one side only contradict it, nor one that has the denial from somebody else.
    alone = article("wire", *radio.claims[:1])
    assert both_sides in told(library(post, alone, questions=asked))
    assert "contradict each other" not in told(library(post, both("wire", by="channel"), questions=asked))
    # Two of which each prints another side do.
    denial = article("yard", *post.claims[1:])
    assert "contradict each other on one" in told(library(alone, denial, questions=asked))


def test_the_words_of_somebody_are_not_those_of_who_names_nobody() -> None:
    cause = question(Answer.WORDING)
    post = article("post", wording("a fuse in the switchboard blew"))
    wire = article("wire", wording("fuse in the switchboard blew"))
    radio = article("radio", wording("a fuse in the switchboard blew", sources=()))
    found = library(post, wire, radio, questions=[cause])
    (shown,) = statements(compare_topic(found, found.site.topics[TOPIC]).rows, Teller(found))
    assert {view.claim.short for view in shown.wordings} == {"Post", "Wire"}


def test_a_video_has_no_word_on_which_claims_stand() -> None:
    told = site([article("post", figure("140"))])
    film = Source("film", "A film", "a film", "video", Stake.NONE)
    radio = Source("band", "Band 16", "Band 16", "channel", Stake.NONE)
    teller = Teller(index(replace(told, sources=told.sources | {film.id: film, radio.id: radio})))
    line = told.sources["line"]
    assert teller.source(line, 2, 1).backing == "two claims from this source, one claim only passed on"
    assert teller.source(line, 0, 1).backing == "one claim only passed on"
    assert teller.source(film, 2, 0).backing == "two claims shown in it"
    assert teller.source(radio, 1, 1).backing == "two claims only passed on"


def test_what_an_article_leaves_out_follows_what_others_say_of_it(tmp_path: Path) -> None:
    def left_out(words: str, folder: Path) -> int:
        told = {"post": "the hull broke in two", "wire": words}
        said = [article(id, wording(printed, said_on="2031-03-03")) for id, printed in told.items()]
        lib = library(*said, article("radio", figure("140")))
        kept = Kept(Store(folder, "program"), "kept", "ground")
        rows = {topic.id: compare_topic(lib, topic) for topic in lib.site.topics.values()}
        found = around(lib, rows, lib.site.articles["radio"], Teller(lib, kept=kept))
        kept.save()
        return len(found.omissions)

    for words in ("nobody saw the rope", "the hull broke in two"):
        assert left_out(words, tmp_path / "both") == left_out(words, tmp_path / words)
    assert left_out("nobody saw the rope", tmp_path / "one") < left_out(
        "the hull broke in two", tmp_path / "two"
    )


def test_who_answers_what_an_article_leaves_out_was_out_on_its_days() -> None:
    """Of a text and its copy a day later, the copy answers on that day."""
    asked = [question(Answer.QUANTITY, known_from=span("2031-03-01")), question(Answer.YES_NO)]
    first = article("post", figure("140"), published="2031-03-04")
    copy = article("radio", figure("140"), published="2031-03-05", copy_of="post")
    other = article("wire", figure("140"), published="2031-03-05")
    late = article("herald", yes_no(True), published="2031-03-05")
    found = library(first, copy, other, late, questions=asked)
    topic = compare_topic(found, found.site.topics[TOPIC])
    row = next(row for row in topic.rows if row.question.answer is Answer.QUANTITY)
    assert [claim.outlet for claim in answers_near(found, row, [late])] == ["radio", "wire"]
    parts = outlet_parts(found, {TOPIC: topic}, Teller(found))["herald"]
    assert [outlets for _, _, outlets in parts.omitted] == [("Radio", "Wire")]
