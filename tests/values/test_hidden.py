"""Which characters no text may hold, where a script needs them, and how they are written out."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.values.hidden import _SUSPECT, _USUAL, called, described, hidden, is_control, shorn, visible

OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
ALWAYS = [
    *OVERRIDES, "\u115f", "\u1160", "\u3164", "\uffa0", "\ufeff", "\u2065", "\u17b4", "\ufff0", "\ufff9", "\ufffa", "\ufffb",
    *map(chr, (*range(0x2060, 0x2065), *range(0x206A, 0x2070), *range(9), *range(0x0B, 0x20), *range(0x7F, 0xA0))),
    "\ufdd0", "\ufdef", "\ufffe", "\uffff", "\U0001fffe", "\U0010ffff", "\ud800", "\udfff", "\U000e0001", "\U000e0080", "\U000e01f0",
    "\U0001bca0", "\U0001d173",
]  # fmt: skip


@pytest.mark.parametrize("char", ALWAYS, ids=ascii)
@pytest.mark.parametrize("beside", ["3{}0", "a{} b", "\u05d0{}\u05d1", "\u0645\u06cc{}\u0634", "{}"])
def test_what_no_script_needs_is_found_wherever_it_stands(char: str, beside: str) -> None:
    text = beside.format(char)
    assert list(hidden(text)) == [text.index(char)]


LEGIT = {
    "Persian": "\u0645\u06cc\u200c\u0634\u0648\u062f \u06f3 \u062e\u0627\u0646\u0647\u200c\u0647\u0627",
    "Arabic, its heh alone": "\u0647\u0640\u200d 1446 \u0647\u200d\u060c",
    "Hindi": "\u0915\u094d\u200d\u0937 \u0930\u094d\u200d\u092f \u0936\u094d\u200c\u0930\u0940",
    "Sinhala": "\u0dc1\u0dca\u200d\u0dbb\u0dd3 \u0dbd\u0d82\u0d9a\u0dcf",
    "Hebrew with marks of direction": "\u05e9\u05dc\u05d5\u05dd!\u200f (30) \u05d0\u200e 3",
    "Hebrew with points": "\u05e9\u05b8\u034f\u05c1\u05dc\u05d5\u05b9\u05dd",
    "Arabic with its letter mark": "\u0639\u0631\u0628\u064a\u061c 30",
    "Khmer": "\u1780\u17d2\u1793\u17bb\u1784\u200b\u1781\u17c2",
    "Thai": "\u0e01\u0e32\u0e23\u200b\u0e02\u0e48\u0e32\u0e27",
    "Mongolian": "\u1820\u180b\u182d \u182d\u180e\u1820",
    "a family": "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466",
    "a rainbow": "\U0001f3f3\ufe0f\u200d\U0001f308",
    "a shade of skin": "\U0001f469\U0001f3fd\u200d\U0001f692",
    "hearts": "\u2764\ufe0f \u2665\ufe0e \u2764",
    "a key": "1\ufe0f\u20e3 #\ufe0f\u20e3",
    "England": "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f!",
    "Han variants": "\u845b\U000e0100\u98fe \u4e08\ufe00",
    "plain": "About 30\u00a0km, \u201cdozens\u201d \u2013 Kim Jong\u2011un\tna\u00efve\n",
}


@pytest.mark.parametrize("name", LEGIT)
def test_what_a_script_needs_is_fine_where_it_needs_it(name: str) -> None:
    assert list(hidden(LEGIT[name])) == []
    assert visible(LEGIT[name].replace("\t", "")) == LEGIT[name].replace("\t", "")
    assert shorn(LEGIT[name]) == LEGIT[name]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("3\u200d0", 1),
        ("a\u200cb", 1),
        ("\u0645\u200c3", 1),
        ("\u0645\u06cc\u200c\u200c\u0634", 2),
        ("\u06f3\u200c\u06f0", 1),
        ("3\u200f-5", 1),
        ("3 \u200f- 5 \u05d0", 2),
        ("\u200eabc", 0),
        ("30\ufe0f", 2),
        ("a\ufe0f", 1),
        ("\u2764\ufe0f\ufe0f", 2),
        ("a\u200bb", 1),
        ("\u0e01\u200b3", 1),
        ("a\u180eb", 1),
        ("a\U000e0100", 1),
        ("\U0001f3f4\U000e0067\U000e0062", 1),
        ("a\u034fb", 1),
        ("\U0001f468\u200d3", 1),
        ("twen\u00adty", 4),
    ],
    ids=ascii,
)
def test_the_same_marks_are_found_where_no_script_needs_them(text: str, at: int) -> None:
    assert next(hidden(text)) == at


def test_prose_may_say_where_a_word_breaks_and_nothing_else() -> None:
    assert list(hidden("\u00dcber\u00adgang", hyphens=True)) == []
    assert list(hidden("3\u00ad0 \u00ad a\u00ad1", hyphens=True)) == [1, 4, 7]


def test_a_character_is_called_by_its_number_and_name() -> None:
    assert called("\u202e") == "U+202E RIGHT-TO-LEFT OVERRIDE"
    assert called("\U000e0061") == "U+E0061 TAG LATIN SMALL LETTER A"
    assert called("\x9b") == "U+009B"
    assert called("\udcff") == "U+DCFF, which is half a character"
    assert called("\ufffe") == "U+FFFE, which is no character"


@pytest.mark.parametrize(
    ("char", "words"),
    [
        ("\x1b", "the control character U+001B"),
        ("\u200b", "U+200B ZERO WIDTH SPACE, which is invisible"),
        ("\udcff", "U+DCFF, which is half a character"),
    ],
)
def test_messages_describe_a_character_in_one_way(char: str, words: str) -> None:
    assert described(char) == words
    assert [char for char in map(chr, range(0x300)) if is_control(char)] == [
        char for char in map(chr, range(0x300)) if unicodedata.category(char) == "Cc" and char not in "\t\n"
    ]


def test_what_is_passed_over_has_none() -> None:
    usual = "".join(char for char in map(chr, range(0x110000)) if _USUAL.fullmatch(char))
    assert not _SUSPECT.search(usual)
    assert list(hidden(f"{usual}\u202e{usual}")) == [len(usual)]


@given(st.text())
def test_what_is_shown_steers_no_terminal_and_is_read_back_from_json(text: str) -> None:
    shown = visible(text)
    assert not {*shown} & {
        *OVERRIDES,
        "\u2028",
        "\u2029",
        *map(chr, (*range(10), *range(11, 32), *range(0x7F, 0xA0))),
    }
    assert shown.encode().decode() == shown
    assert shown.count("\n") == text.count("\n")
    written = visible(json.dumps([text], ensure_ascii=False))
    assert json.loads(written) == [text]
    assert not {*written} & {*OVERRIDES, *map(chr, (*range(32), *range(0x7F, 0xA0)))}


@given(
    st.text(
        st.sampled_from(
            "a3 \u05d0\u0645\u200b\u200c\u200d\u200e\u200f\u202e\ufe0f\u2764\U0001f468\x00\x9b\u00ad"
        )
    )
)
def test_what_is_shorn_holds_nothing_hidden_in_the_end(text: str) -> None:
    assert list(hidden(shorn(text))) == []
