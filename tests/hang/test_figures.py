"""Figures in words that go on and on: read as before where they are short, and in time where they are not."""

from __future__ import annotations

import random

import pytest

from builder.desk.suggest.propose import propose
from builder.proof.text import Text
from builder.values.figures import reader
from builder.values.figures.reader import read
from builder.values.figures.reasons import Reason
from builder.values.figures.refusal import Refusal
from builder.values.figures.search import find, numbers
from builder.values.figures.words import words_of
from builder.values.quantity import Modifier, Quantity
from builder.values.relative import resolve
from tests.factory import changed, told, write_site
from tests.hang.limits import within

LONGEST = " ".join(
    f"nine hundred and ninety-nine {scale}".strip()
    for scale in ("trillion", "billion", "million", "thousand", "")
).strip()
FAR = 20_000


def test_the_longest_number_in_words_is_read_whole():
    assert numbers(LONGEST) == [(0, len(LONGEST), 999_999_999_999_999)]
    found = read(f"at least {LONGEST} people")
    assert isinstance(found, Quantity)
    assert (found.modifier, found.low, found.high) == (Modifier.AT_LEAST, 999_999_999_999_999, None)


def test_the_longest_number_in_digits_is_read_whole():
    for printed in ("999,999,999,999,999", "999 999 999 999 999", "999999999999999"):
        found = read(f"about {printed} crowns")
        assert isinstance(found, Quantity)
        assert (found.modifier, found.low) == (Modifier.ABOUT, 999_999_999_999_999)


@pytest.mark.parametrize(
    "printed",
    [
        "ten-" * 40, "twenty-one" * 20, "twenty-one " * 20, "one hundred and " * 30, "ten " * 60, "ten " * 60 + "people",
        "100 " * 40, "1,000," * 40, "9" * 60, "at least " * 40, "≈" * 40, "ten-" * FAR, "twenty-one" * FAR, "100 " * FAR,
        "1,000," * FAR, "9" * FAR, "at least " * FAR, "≈" * FAR, "half a " * FAR, "between " * FAR, "-" * FAR, " " * FAR,
    ],
)  # fmt: skip
def test_what_goes_on_without_end_is_no_figure(printed):
    with within(printed, 20):
        assert isinstance(read(printed), Refusal)
        assert len(find(printed)) <= len(printed)
        assert len(numbers(printed)) <= len(printed)
        assert resolve(f"{printed} days ago", None) is None


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Elbing 12 13 15 ", "en"),
        ("$ fielen die ein 1/2 von e von $ von ' ein ", "de"),
        ("; une 2-3 t / l'une une une ", "fr"),
    ],
)
def test_a_text_denser_than_any_sentences_is_not_read_to_its_end(words, language):
    text = f"{words * 1000}"
    found = find(text, language)
    last = found[-1].reading
    assert isinstance(last, Refusal)
    assert last.reason is Reason.TOO_LONG
    assert found[-1].end == len(text.rstrip())
    assert found[-1].start > len(text) / 50
    # The same in the middle of a long text of sentences is read whole, and so is what stands behind it.
    plain = "The ferry left the pier of Osk, and nobody was there to see it. " * 300
    found = find(f"{plain}It took 12 boats, 13 sheds and 15 crates. {plain}It cost $30 million.")
    assert [item.reading.low for item in found if isinstance(item.reading, Quantity)] == [
        12,
        13,
        15,
        30_000_000,
    ]


def test_two_hedges_are_read_as_one_and_no_text_has_two_hundred():
    found = read("about some 30")
    assert isinstance(found, Quantity)
    assert (found.modifier, found.low, found.high) == (Modifier.ABOUT, 30, 30)
    assert isinstance(read("about " * 200 + "30"), Refusal)


def test_a_claim_of_number_words_stops_no_check(tmp_path):
    name = "articles/harbour-post-adrift.md"
    old = next(
        line
        for line in (write_site(tmp_path) / "content" / name).read_text().split("\n")
        if "printed: " in line
    )
    root = write_site(tmp_path / "other", changed(name, old, f'    printed: "{"ten-" * 40}"'))
    with within("a claim"):
        assert [line for line in told(root) if "is not read as a figure" in line and "V303 no-figure" in line]


@pytest.mark.parametrize(
    "token", ["ten-", "twenty-one", "twenty-one ", "ten ", "one hundred and ", "about ", "a dozen or "]
)
def test_a_sentence_of_number_words_stops_no_suggestion(token):
    text = f"The ferry line said {token * 900}people were aboard. It said that 140 people were aboard."
    with within(token):
        found = propose(Text("a.txt", text, ""), (), (), {}, None)
    assert [proposal.printed for proposal in found if proposal.low == 140] == ["140"]


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_ten_thousand_characters_of_any_mix_take_no_time(language, monkeypatch):
    """A hang limit: find and read take less than 0.05 seconds of a processor each, and a busy machine twenty times as long."""
    monkeypatch.setattr(reader, "LONGEST", 10**9)
    words = words_of(language)
    known = [*sorted(words.meant), *"( ) [ ] , . - – $ € £ % ½ ± 10 1,200 1.200 30 2024".split()]
    for seed in range(12):
        chance = random.Random(seed)  # noqa: S311 - the same texts each time, no secrets
        some = chance.choices(known, k=5000 if seed % 3 else 3)
        text = ((" " if seed % 2 else "").join(some) * 5000)[:10_000]
        with within(f"{language}, seed {seed}: {text[:60]}", 1):
            find(text, language)
        with within(f"{language}, seed {seed}: {text[:60]}", 1):
            reader.read.__wrapped__(text, language)


@pytest.mark.parametrize(
    "token",
    ["one in ", "(£1m) ", "rose by 1 to 9 ", "twice ", "300, perhaps ", "half the ", "1-", "3 of 12 "],
)
def test_figures_without_end_are_not_read_on(token):
    text = (token * 10_000)[:10_000]
    with within(token, 1):
        found = find(text)
    assert len(found) <= len(text) // 16 + 1
