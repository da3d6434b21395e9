"""What is found in a text means what it means where it is printed, and no word beside it that could change it is left unread."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.values.figures.reader import read
from builder.values.figures.reasons import Reason
from builder.values.figures.refusal import Refusal
from builder.values.figures.search import find
from builder.values.figures.tokens import Tokens
from builder.values.figures.words import words_of
from builder.values.lexicon import language_file, listed
from builder.values.quantity import Quantity
from tests.values.figures.test_properties import LANGUAGES, MIXES, meaning

NOUNS = {
    "en": ["", "people", "women and children"], "de": ["", "Menschen", "Frauen und Kinder"], "fr": ["", "personnes", "femmes et enfants"],
    "es": ["", "personas", "mujeres y niños"], "uk": ["", "людей", "жінок і дітей"], "ru": ["", "людей", "женщин и детей"],
}  # fmt: skip
FRAMES = ("{}", "{}.", "blorp {}, blorp.")
JOINTS = (" ", ", ", " – ", " (")


def hedging(language: str) -> list[str]:
    """Return the hedges and bounds of a language that stand behind a figure."""
    after = language_file(language).after
    return [phrase for key in ("about", "up_to", "at_least") for phrase in listed(getattr(after, key))]


def behind(language: str) -> list[str]:
    """Return the phrases of a language that change a figure from behind."""
    file = language_file(language)
    spoiling = listed(file.unsafe.after)
    rates = [
        *listed(",".join(file.shares.rates.values()))[:4],
        *(f"{per} {listed(file.units['days'])[0]}" for per in listed(file.shares.per)[:2]),
    ]
    return [phrase for phrase in (*hedging(language), *spoiling, *rates) if phrase[0] not in "-/"]  # fmt: skip


def before(language: str) -> list[str]:
    file = language_file(language).before
    return ["", *(listed(getattr(file, key))[0] for key in ("about", "at_least", "up_to", "less_than"))]


def all_is_read(text: str, start: int, end: int, language: str, *, rates: bool = True) -> None:
    """Hold what is found in some words of a text against what these words mean where they are printed.

    ``rates``: whether it may be a rate only with all of them.
    """
    every = find(text, language)
    leads = words_of(language).before
    for found in every:
        if isinstance(found.reading, Refusal):
            continue
        printed = text[found.start : found.end]
        assert read(printed, language) == found.reading, (text, printed)
        if not start <= found.start < end or found.end >= end:
            continue
        whole = read(text[found.start : end].strip(), language)
        if isinstance(whole, Quantity):
            if whole.share and not rates:
                continue
            # More words may say what it is, and change nothing.
            assert meaning(whole) == meaning(found.reading), (text, printed, whole)
        elif whole.reason is Reason.WORD and whole.word in behind(language):
            place = text.find(whole.word, found.end)
            stop = place + len(whole.word)
            then = read(text[stop:end].strip(), language)
            follows = not isinstance(then, Refusal) or then.reason is not Reason.NO_FIGURE
            hedges = text[stop:end].strip(" )") and (
                leads.match(Tokens(text[place:end]).words, 0) is not None
                or whole.word.endswith(words_of(language).adverbs)
                or whole.word in hedging(language)
                or whole.word in words_of(language).loose
            )
            # A second hedge of one word may be what is counted, and vague words and shares take none.
            loose = found.reading.share or found.reading.hedge
            every_day = listed(",".join(language_file(language).shares.rates.values()))
            hedges = hedges or (loose and whole.word in [*hedging(language), *every_day])
            if (
                not follows and not hedges
            ):  # what belongs to the next figure, or to the next word, changes not this one
                between = text[found.end : place]
                open_ = "(" in between and ")" not in text[place:]
                # "1 200, barely any of them": behind a comma it is said of what follows.
                apart = between.strip() and "(" not in between and text[stop:end].strip(" ).,")
                assert between.strip(" ,(–") or between.count(",") > 1 or open_ or apart, (
                    text,
                    printed,
                    whole,
                )


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_behind_is_read_or_marked(language):
    for lead, number, noun, joint, tail, frame in itertools.product(
        before(language), ("30", "1 200"), NOUNS[language], JOINTS, behind(language), FRAMES
    ):
        figure = f"{lead} {number} {noun}".strip()
        words = f"{figure}{joint}{tail}{')' if joint == ' (' else ''}"
        text = frame.format(words)
        start = text.index(words)
        all_is_read(text, start, start + len(words), language)


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
@settings(max_examples=400, deadline=None)
def test_six_words_of_any_kind_are_read_as_they_are_found(language, data):
    words = data.draw(
        st.lists(st.sampled_from([*MIXES[language].words, *behind(language)]), min_size=1, max_size=6)
    )
    text = f"blorp {' '.join(words)}."
    all_is_read(text, len("blorp "), len(text) - 1, language, rates=False)
