"""Printed words, compared regardless of typography and of nothing else."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builder.values.text import ELLIPSIS, count_words, folded, normalise, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("about\u00a0140", "about 140"),
        ("about\u202f140", "about 140"),
        ("about\n  140", "about 140"),
        ("“adrift”", '"adrift"'),
        ("«adrift»", '"adrift"'),
        ("‘adrift’", "'adrift'"),
        ("the line’s ship", "the line's ship"),
        ("3–4 March", "3-4 March"),
        ("3—4 March", "3‑4 March"),
        ("caf\u00e9", "cafe\u0301"),
        ("\uac00", "\u1100\u1161"),
        ("a fuse...", "a fuse…"),
        ("a fuse . . . a thumb", "a fuse … a thumb"),
        ("a fuse…a thumb", "a fuse ... a thumb"),
        ("passen\u00adgers", "passengers"),
        ("passen\u200bgers", "passengers"),
        ("\ufeffadrift", "adrift"),
        ("\u202babout\u202c \u200e140\u200f", "about 140"),
        ("\u2067about\u2069\u061c 140", "about 140"),
        ("pass\u2060engers\u2063", "passengers"),
        ("140 \u2764\ufe0f \u845b\U000e0100", "140 \u2764 \u845b"),
        ("the ﬁrst oﬃce", "the first office"),
        ("ﻻ ﺃﺣﺪ", "لا أحد"),
        ("late -- and cold", "late — and cold"),
        ("late--and cold", "late—and cold"),
        ("late — and cold", "late—and cold"),
        ("3--4 March", "3–4 March"),
        ("«\u00a0Le navire\u202f» est parti", "“Le navire” est parti"),
        ("« Le navire ! » dit-il", "“Le navire !” dit-il"),
        ("er sagte »Ja« und ging", "er sagte „Ja“ und ging"),
        ("er sagte ›Ja‹ und ging", "er sagte ‚Ja‘ und ging"),
        ("об\u02bcєкт", "об’єкт"),
        ("pass\u200cen\u200dgers", "passengers"),
        ("he……left", "he…left"),
        ("a\u034fb", "ab"),
    ],
)
def test_typography_does_not_matter(one, other):
    assert normalise(one) == normalise(other)
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Adrift", "adrift"), ("about 140", "about 141"), ("cafe", "café"), ("killed or wounded", "killed, wounded"),
        ("\u0645\u06cc\u200c\u0634", "\u0645\u06cc\u0634"), ("\U0001f468\u200d\U0001f469", "\U0001f468\U0001f469"),
        ("a.b", "a…b"), ("won't", "wont"), ("late - and", "late and"), ("re--sign", "re-sign"), ("« a »b", "«a»b"),
        ("er sagte »Ja« und", "er sagte»Ja« und"), ("finale", "fınale"), ("re-sign", "resign"), ("3.5", "35"),
    ],
)  # fmt: skip
def test_anything_else_matters(one, other):
    assert normalise(one) != normalise(other)


@given(
    st.text(max_size=60)
    | st.text("a .…'\"’“\u00ad\u0301\u200be–\u1ffd", max_size=30)
    | st.text("a3 .…-—‐«»“”\n\u200d\u00ad\u0301ﬁĳﻻ、", max_size=30)
)
def test_normalising_twice_changes_nothing(text):
    once = normalise(text)
    assert normalise(once) == once
    assert once == once.strip()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0), ("…", 0), ("about 140 passengers", 3), ("a fuse ... a thumb", 4), ("the line's 10,000", 3),
        ("twenty-one", 1), ("3.5 km", 2), ("“adrift”, it said", 3), ("- – —", 0), ("3–4 March", 2),
    ],
)  # fmt: skip
def test_words_are_counted_without_ellipses(text, count):
    assert count_words(text) == count


def test_words_stand_as_printed():
    assert words("The line’s “fuse” … Blew, at 3.5 km") == [
        "The",
        "line's",
        "fuse",
        "…",
        "Blew",
        "at",
        "3.5",
        "km",
    ]
    assert folded("The LINE’s “fuse”") == "the line's fuse"


@given(st.text(max_size=60))
@example("…")
@example(". . . a …")
def test_folding_keeps_every_word(text):
    """An ellipsis is no word: of a text that is nothing else, nothing is left."""
    assert bool(folded(text)) == any(word != ELLIPSIS for word in words(text))
    assert count_words(text) <= len(words(text))
