"""Wordings compared word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.compare.relation import Difference, Relation
from builder.compare.rows import compare_question
from builder.compare.wordings import align, overlap
from builder.compare.wordings import compare as compare_of
from builder.content.vocabulary import Answer, Speech
from builder.values.text import words
from tests.compare.strategies import WORDS
from tests.factory import NAMES, article, library, question, wording

TEXT = WORDS | st.lists(st.sampled_from("a fuse the size of thumb … it was not".split()), max_size=12).map(
    " ".join
)


def compare(a, b):
    return compare_of(a, b, NAMES)


@given(TEXT, TEXT)
def test_an_alignment_has_every_word_of_both(a, b):
    found = align(a, b)
    assert " ".join(run.text for run in found.a).split() == " ".join(words(a)).split()
    assert " ".join(run.text for run in found.b).split() == " ".join(words(b)).split()
    same_a = " ".join(run.text for run in found.a if not run.differs)
    same_b = " ".join(run.text for run in found.b if not run.differs)
    assert same_a.casefold() == same_b.casefold()
    assert 0 <= found.shared <= 1


@given(TEXT)
def test_nothing_differs_from_itself(a):
    found = align(a, a)
    assert found.pairs == ()
    assert not any(run.differs for run in found.a + found.b)


@given(TEXT, TEXT)
def test_no_pair_is_empty_or_has_a_cut(a, b):
    for left, right in align(a, b).pairs:
        assert left or right
        assert "…" not in left + right


@given(TEXT, TEXT)
def test_wordings_never_contradict(a, b):
    found = compare(wording(a), wording(b))
    assert found is None or found.relation in (Relation.SAME, Relation.COMPATIBLE)


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        (
            "the old fuse gave way at last",
            "gave way at last and then burned",
            ("“the old fuse gave way at last” and “gave way at last and then burned” quote one source; "
            "only the first has “the old fuse” and only the second has “and then burned”"),
        ),
        (
            "a fuse the size of a thumb gave way under load",
            "the size of a thumb",
            ("“a fuse the size of a thumb gave way under load” and “the size of a thumb” quote one source; "
            "only the first has “a fuse” and only the first has “gave way under load”"),
        ),
    ],
    ids=["overlap", "contained"],
)  # fmt: skip
def test_cuts_of_one_quotation_are_the_same_words(a, b, reason):
    found = compare(wording(a), wording(b))
    assert found is not None
    assert (found.relation, found.differences, found.reason) == (
        Relation.COMPATIBLE,
        (Difference.FEWER,),
        reason,
    )


def test_cuts_of_one_statement_without_a_common_word_are_not_said_to_differ():
    a, b = wording("both bent and burned", statement="fuse"), wording("suffered damage", statement="fuse")
    found = compare(a, b)
    assert found is not None
    assert found.differences == (Difference.FEWER,)
    assert found.reason == (
        "“both bent and burned” and “suffered damage” are quoted from one statement, and neither has words of the other"
    )
    changed = compare(wording("heavy damage", statement="fuse"), wording("heavy losses", statement="fuse"))
    assert changed is not None
    assert Difference.WORDS in changed.differences


@pytest.mark.parametrize(
    ("a", "b", "common"),
    [
        ("one two three", "two three four", "two three"),
        ("two three four", "one two three", "two three"),
        ("one two three four", "two three", "two three"),
        ("one two", "three four", ""),
        ("one two three", "one two four", ""),  # another word, and no cut
    ],
)
def test_what_two_cuts_have_in_common(a, b, common):
    assert " ".join(overlap(a, b)) == common


def test_one_word_that_differs_is_marked():
    found = align("a fuse the size of a thumb", "a fuse the size of a finger")
    assert found.pairs == (("thumb", "finger"),)
    assert [run.text for run in found.a if run.differs] == ["thumb"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("A fuse", "a fuse"),
        ("“a fuse”", "a fuse"),
        ("a\u00a0fuse", "a fuse"),
        ("the line’s fuse", "the line's fuse"),
    ],
)
def test_typography_and_case_are_no_difference(a, b):
    assert compare(wording(a), wording(b)).relation is Relation.SAME


def test_a_cut_at_the_end_is_no_difference():
    found = compare(wording("a fuse the size of a thumb..."), wording("a fuse the size of a thumb"))
    assert found.relation is Relation.SAME


def test_few_shared_words_make_two_statements_unless_the_editor_says_otherwise():
    a, b = "a fuse the size of a thumb", "nothing worth a mention"
    # That they share few words is no relation.
    assert compare(wording(a), wording(b)) is None
    one = compare(wording(a, statement="fuse"), wording(b, statement="fuse"))
    assert one.relation is Relation.COMPATIBLE
    assert Difference.WORDS in one.differences
    assert compare(wording(a, statement="fuse"), wording(b, statement="other")) is None


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("they say that the fuse blew", "they say the fuse blew"),
        ("the second-largest failure of a ferry", "second largest failure of a ferry"),
        ("er sagte, dass die Sicherung", "er sagte, die Sicherung"),
    ],
)
def test_a_joining_word_a_hyphen_or_an_article_is_no_difference(a, b):
    for sources in ((), ("line",)):
        assert compare(wording(a, sources=sources), wording(b, sources=sources)).relation is Relation.SAME


def test_two_statements_by_the_editors_word_are_two_however_alike():
    a, b = (wording(f"a fuse the size of a {thing}", statement=thing) for thing in ("thumb", "finger"))
    assert compare(a, b) is None


def test_words_in_two_outlets_own_voice_are_no_prints_of_one_statement():
    a, b = (wording(f"has asked the line {why} comment", sources=()) for why in ("for", "but got no"))
    assert compare(a, b) is None


def test_a_shorter_cut_says_less():
    found = compare(wording("a fuse the size of a thumb"), wording("the size of a thumb"))
    assert found.relation is Relation.COMPATIBLE
    assert found.differences == (Difference.FEWER,)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("a fuse the", "the a the"),
        ("nothing worth a mention", "it was a fuse the size of a thumb, nothing more"),
    ],
)
def test_alignment_is_symmetric(a, b):
    for statement in (None, "fuse"):
        one = compare(wording(a, statement=statement), wording(b, statement=statement))
        other = compare(wording(b, statement=statement), wording(a, statement=statement))
        assert (one is None) == (other is None) == (statement is None)
        if one is None:
            continue
        assert one.relation is other.relation
        assert set(one.differences) == set(other.differences)


REPORTED = Speech.REPORTED


def test_what_outlets_report_is_not_compared_word_by_word():
    a, b = (
        wording(said, speech=REPORTED)
        for said in (
            "promised the town a new bridge within two years",
            "promised the town a bridge within the two years",
        )
    )
    found = compare(a, b)
    assert (found.relation, found.differences) == (Relation.COMPATIBLE, (Difference.WORDS,))
    assert found.reason == (
        "“promised the town a new bridge within two years” and “promised the town a bridge within the two years” "
        "report one statement, each in the outlet’s words"
    )


@pytest.mark.parametrize("first", [True, False])
def test_a_quotation_beside_a_report_of_it(first):
    direct = wording("a small fuse of the pump gave out")
    told = wording("a fuse of the pump gave out", speech=REPORTED)
    found = compare(direct, told) if first else compare(told, direct)
    assert (found.relation, found.differences) == (Relation.COMPATIBLE, (Difference.WORDS,))
    assert found.reason == (
        "“a small fuse of the pump gave out” is quoted, “a fuse of the pump gave out” reports the same statement "
        "in the outlet’s words"
    )


def test_a_longer_cut_of_one_quotation_is_told_with_what_it_has_more():
    a, b = (
        wording(printed, speech=Speech.QUOTED, statement="call", article=outlet, outlet=outlet)
        for printed, outlet in (("stay calm", "post"), ("stay calm and to support us", "radio"))
    )
    found = compare(a, b)
    assert found.reason == (
        "“stay calm” and “stay calm and to support us” quote one statement; only the second has “and to support us”"
    )


def test_cuts_without_a_common_word_are_told_side_by_side_on_the_row():
    asked = question(Answer.WORDING)
    told = library(
        article("post", wording("both bent and burned", statement="fuse")),
        article("radio", wording("suffered damage", statement="fuse")),
        questions=[asked],
    )
    assert compare_question(told, asked).summary == (
        "Post and Radio give the words of the ferry line in different cuts: "
        "Post quotes “both bent and burned”, Radio quotes “suffered damage”."
    )
