"""Answers in words that mean the same are counted, and a source of several figures and a figure in two currencies are told."""

from __future__ import annotations

from msgspec.structs import replace

from builder.compare.rows import compare_question
from builder.content.vocabulary import Answer
from tests.factory import article, figure, library, question, wording


def notes(*articles, asked):
    return compare_question(library(*articles, questions=[asked]), asked).notes


def test_what_several_words_amount_to_is_counted_with_what_is_doubted() -> None:
    asked = question(Answer.WORDING)
    fuse = replace(wording("A fuse blew", sources=("line",)), gist="a fuse")
    likely = replace(wording("Wohl die Sicherung", sources=("coastguard",)), gist="a fuse", doubt="Wohl")
    fog = wording("It was foggy", sources=("line",))
    two = article("post", fuse), article("radio", likely)
    said = "Two reports name what this site calls a fuse, not all of them as certain."
    assert said in notes(*two, article("wire", fog), asked=asked)
    # One report says it by itself.
    assert not any("this site calls" in note for note in notes(two[0], article("wire", fog), asked=asked))


def test_a_source_of_several_figures_is_told_with_all_of_them() -> None:
    asked = question(Answer.QUANTITY)
    post, radio = figure("140", sources=("line",)), figure("more than 130", sources=("line",))
    wire = figure("more than 120", sources=("coastguard",))
    told = notes(article("post", post), article("radio", radio), article("wire", wire), asked=asked)
    assert "From the ferry line, Post has “140”, Radio has “more than 130”." in told
    # Of a row of one source its own sentence tells, and of figures that contradict each other theirs does.
    assert not any(
        note.startswith("From") for note in notes(article("post", post), article("radio", radio), asked=asked)
    )
    other = article("radio", figure("90", sources=("line",)))
    assert not any(
        note.startswith("From")
        for note in notes(article("post", post), other, article("wire", wire), asked=asked)
    )
