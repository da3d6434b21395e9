"""Words of any script: what is one, what it counts as, and where one may begin and end. All texts are invented."""

from __future__ import annotations

import itertools
import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.values import scripts
from builder.values.text import bare, count_words, folded, normalise, runs, spans, weight, words


@pytest.mark.parametrize(
    ("text", "found", "count"),
    [
        ("渡轮晚点了。", list("渡轮晚点了"), 3),
        ("约30名乘客", ["约", "30", "名", "乘", "客"], 3),
        ("船は遅れた", list("船は遅れた"), 3),
        ("パーティー", list("パーティー"), 3),
        ("เรือมา", ["เ", "รื", "อ", "ม", "า"], 2),
        ("กำลังเดิน", ["ก", "ำ", "ลั", "ง", "เ", "ดิ", "น"], 3),
        ("๓๐ คน", ["๓๐", "ค", "น"], 2),
        ("배가 늦었다", ["배가", "늦었다"], 2),
        ("नाव देर से आई", ["नाव", "देर", "से", "आई"], 4),
        ("تأخّرت العَبّارة", ["تأخّرت", "العَبّارة"], 2),
        ("کشتی می\u200cرود", ["کشتی", "می\u200cرود"], 2),
        ('צה"ל איחר', ['צה"ל', "איחר"], 2),
        ("שָׁלוֹם לכם", ["שָׁלוֹם", "לכם"], 2),
        ("Паром опоздал", ["Паром", "опоздал"], 2),
        ("об’єкт", ["об'єкт"], 1),
        ("Ελλάδα", ["Ελλάδα"], 1),
        ("[T]he ferry [sic]", ["The", "ferry", "sic"], 3),
        ("[А] паром [П]аром", ["А", "паром", "Паром"], 3),
        ("a ferry—late", ["a", "ferry", "late"], 3),
        ("Paris–Osk in 3–4 days", ["Paris-Osk", "in", "3-4", "days"], 4),
        ("5G网络", ["5G", "网", "络"], 2),
    ],
)
def test_words_of_any_script(text: str, found: list[str], count: int) -> None:
    assert words(text) == [normalise(word) for word in found]
    assert count_words(text) == count


def test_words_are_joined_as_their_script_has_them() -> None:
    assert folded("渡轮 晚点 了") == folded("渡轮晚点了。") == "渡轮晚点了"
    assert folded("約 30 名") == "約30名"
    assert folded("The  Ferry") == "the ferry"
    assert scripts.joined(["เรือ", "มา", "30", "คน"]) == "เรือมา 30 คน"


def test_runs_are_as_long_as_so_many_words() -> None:
    assert list(runs("a b c d".split(), 3)) == [("a", "b", "c"), ("b", "c", "d")]
    assert list(runs([*"渡轮晚点了"], 2)) == [tuple("渡轮晚点"), tuple("轮晚点了")]
    assert list(runs(["a", *"渡轮晚"], 2)) == [("a", "渡", "轮")]
    assert list(runs(["a"], 2)) == []


@given(st.text() | st.text(st.sampled_from("aé中ก\u0e34ิ[]'.-, …3\u0301\u200dא\"")))
def test_every_letter_is_in_one_word(text: str) -> None:
    plain = normalise(text)
    found = spans(plain)
    assert all(start < stop for start, stop in found)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(found))
    held = {place for start, stop in found for place in range(start, stop)}
    assert all(place in held for place, char in enumerate(plain) if char.isalnum())
    assert 0 <= weight(bare(plain[start:stop]) for start, stop in found) <= len(found)


@pytest.mark.parametrize(
    ("content", "passage"),
    [
        ("渡轮晚点了", "晚点"),
        ("约30名乘客", "30名"),
        ("约30名乘客", "30"),
        ("在Osk的渡轮", "Osk"),
        ("เรือมาสาย", "มา"),
        ("船は遅れた", "遅れた"),
        ("นั่งเรือOsk", "Osk"),
        ("二十人，三千船", "二十"),
        ("the ferry's crew", "ferry"),
    ],
)
def test_a_passage_may_begin_and_end_here(content: str, passage: str) -> None:
    at = content.index(passage)
    assert scripts.stands_apart(content, at, at + len(passage))


@pytest.mark.parametrize(
    ("content", "passage"),
    [
        ("二十人", "十"),
        ("三千人", "三"),
        ("3万人", "3"),
        ("数十人", "十"),
        ("３，０００人", "３"),
        ("３，０００人", "０００"),
        ("3,000 people", "3"),
        ("٣٬٠٠٠", "٣"),
        ("large-scale", "large"),
        ("กำลัง", "กำล"),
        ("हिन्दी", "ह"),
        ("हिन्दी", "न्दी"),
        ("می\u200cرود", "می"),
        ("Паромы", "Паром"),
        ("e\u0323\u0301a", "e"),
        ("ស្ត្រី", "ត្រី"),
    ],
)
def test_a_passage_may_not_begin_or_end_here(content: str, passage: str) -> None:
    at = content.index(passage)
    assert not scripts.stands_apart(content, at, at + len(passage))


def test_all_marks_of_unicode_are_known() -> None:
    known = re.compile(f"[{scripts.marks()}]")
    variants = {*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)}  # left out by normalising
    for number in range(sys.maxunicode + 1):
        char = chr(number)
        if number not in variants:
            assert (known.match(char) is not None) == (unicodedata.category(char)[0] == "M"), hex(number)


def test_letters_of_scripts_without_spaces_are_told_the_same_way_by_both() -> None:
    pattern = re.compile(f"[{scripts.without_spaces()}]")
    for number in range(sys.maxunicode + 1):
        char = chr(number)
        assert (pattern.match(char) is not None) == scripts.unspaced(char), hex(number)
        assert not (scripts.unspaced(char) and char.isdecimal()), hex(number)


@pytest.mark.parametrize(
    ("text", "simple"),
    [("The ferry — “late” … 30 €", True), ("Émile Łukasz", True), ("Паром", False), ("渡轮", False), ("e\u0323\u0301", False)],
)  # fmt: skip
def test_latin_text_is_read_in_the_plain_way(text: str, simple: bool) -> None:
    assert scripts.is_simple(text) == simple
