"""No word is swallowed, whatever stands beside it; what is found is what is read; no text takes long."""

from __future__ import annotations

import itertools
import time
import unicodedata
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.values.figures import reader
from builder.values.figures.phrases import Phrases
from builder.values.figures.reader import read
from builder.values.figures.refusal import Refusal
from builder.values.figures.search import find
from builder.values.figures.tokens import Tokens
from builder.values.figures.words import words_of
from builder.values.lexicon import language_file, listed
from builder.values.quantity import Modifier, Quantity, build, caption

LANGUAGES = ("en", "de", "fr", "es", "uk", "ru")
FEW = "30|1,200|three|twenty|hundred|million|and|to|-|half|a|about|at least|nearly|between|the|people|percent|$|or more".split(
    "|"
)
MANY = [
    *FEW,
    *"2|0|one|thousand|or|from|up to|more than|less than|just|well|some|km|years|dollars|dozen|dozens|several|hundreds|thirds|quarter|times|as many as"
    "|per|day|+|%|€|bn|m|½|,|.|(|)|barely|not|mark|blorp|or so|at most|plus|each|in all|killed|were|another|year-old|st|k".split("|"),
]  # fmt: skip


class Mix(NamedTuple):
    """Words of one language to make figures of, and what they are."""

    words: list[str]
    numbers: set[str]
    """Those that are numbers, or parts of them."""
    spoiling: list[str]
    """Those that no figure may hold."""
    changing: list[str]
    """Those that make another figure of one, or none."""
    good: str | None = None
    """One that spoils a figure, and makes more of it before a measure: "cinco buenos kilómetros"."""


def _without_accents(phrase: str) -> str:
    """Return a phrase as capitals without accents print it: "A PEINE" is "à peine"."""
    return "".join(char for char in unicodedata.normalize("NFD", phrase) if not unicodedata.combining(char))


def mix(language: str) -> Mix:
    """Return the first words of each kind in a language's file."""
    file = language_file(language)

    def some(part: str, *keys: str) -> list[str]:
        values = [getattr(getattr(file, part), key) for key in keys]
        texts = [",".join(value.values()) if isinstance(value, dict) else value for value in values]
        return [phrase for text in texts for phrase in listed(text)[:3]]

    def first(words: dict[str, Any]) -> list[str]:
        return [*list(words)[:3], *list(words)[-2:]]

    numbers = {"30", "1 200", "7"}
    # "One of the villages" is no number either.
    articles = {*listed(file.numbers.one), *(phrase.split()[0] for phrase in listed(file.pronouns))}
    for words in (
        file.numbers.units,
        file.numbers.tens,
        file.numbers.hundreds,
        file.numbers.scales,
        file.numbers.dozens,
        file.numbers.parts,
    ):
        numbers.update(word for word in first(words) if word not in articles)
    others = [
        *some("before", "about", "up_to", "at_least", "more_than", "less_than", "nearly", "near", "far", "fillers"),
        *some("verbs", "more_than", "at_least"), *some("after", "about", "up_to", "at_least"), *some("harmless", "before", "after"),
        *some("ranges", "between", "opening", "closing", "both", "either", "margin"), *some("vague", "heads", "joins"),
        *some("shares", "alone", "of", "within", "times", "comparing", "multiples", "per", "rates"), *some("unsafe", "after"),
        *first(file.vague.plurals), *first(file.shares.fractions), *[listed(text)[0] for text in file.units.values()][:8],
        *[listed(text)[0] for text in file.money.values()][:4], "-", ",", ".", "%", "€", "blorp", "Leute",
    ]  # fmt: skip
    percent = listed(file.units["percent"])[0]
    scale = list(file.numbers.scales)[-1]
    # "not" spoils a figure, and "not more than" bounds it.
    longer = {
        _without_accents(phrase)
        for key in ("about", "up_to", "at_least", "less_than", "nearly")
        for phrase in listed(getattr(file.before, key))
    }
    good = listed(file.after.good)
    spoiling = [
        phrase
        for phrase in listed(file.unsafe.before)
        if phrase not in good
        and not any(other.startswith(f"{_without_accents(phrase)} ") for other in longer)
    ]
    others = [word for word in others if not word.startswith("-") or word == "-"]
    return Mix(
        [*sorted(numbers), *others],
        numbers,
        spoiling[:2],
        ["7", "4 000", scale, percent],
        good[0] if good else None,
    )


ENGLISH = Mix(
    MANY,
    {"30", "1,200", "three", "twenty", "hundred", "million", "2", "0", "one", "thousand", "dozen", "½", "bn", "half"},
    ["barely", "nowhere near"],
    ["7", "million", "twenty", "4,000", "dozens", "half", "percent", "$", "not"],
)  # fmt: skip
MIXES = {language: mix(language) for language in LANGUAGES if language != "en"} | {"en": ENGLISH}


def meaning(found: Quantity) -> tuple[object, ...]:
    return (*found.same_as, found.scale)


def no_word_is_swallowed(words: list[str], language: str = "en") -> None:
    """Put words between those of a figure that is read: it is refused, means something else, or the word changes nothing there."""
    of = MIXES[language]
    found = read(" ".join(words), language)
    if isinstance(found, Refusal):
        return
    numbers = [place for place, word in enumerate(words) if word in of.numbers]
    first, last = min(numbers, default=0), max(numbers, default=0)
    for place in range(len(words) + 1):

        def put(word: str, place: int = place) -> Quantity | Refusal:
            return read(" ".join([*words[:place], word, *words[place:]]), language)

        for word in of.spoiling:
            again = put(word)
            assert isinstance(again, Refusal), (words, place, word, again)
        if of.good:
            again = put(of.good)
            assert isinstance(again, Refusal) or again.modifier is Modifier.MORE_THAN, (
                words,
                place,
                of.good,
                again,
            )
        again = put("blorp")
        # A word that nobody knows may only be what is counted.
        vague = found.modifier is Modifier.VAGUE
        # French "19 sièges sur 45" are 19: it is what is counted of so many.
        whole = any(
            words_of(language).within_apart.match(Tokens(other).words, 0)
            for other in words[place : place + 1]
        )
        assert (
            isinstance(again, Refusal)
            or vague
            or whole
            or again.share
            or (place > last and meaning(again) == meaning(found))
        ), (words, place, again)
        assert isinstance(again, Refusal) or place > 0, (words, again)
        for word in of.changing:
            if word == "$" and found.unit is not None and found.unit.startswith("USD"):
                continue  # "$5 million dollars" says it twice
            if word == of.changing[-1] and found.unit == "percent":
                continue  # "4 percent to 5 percent" does too
            again = put(word)
            behind = words[first : place + 1]
            part = any(
                joint.match(Tokens(other).words, 0)
                for other in behind
                for joint in (words_of(language).of, words_of(language).within_apart)
            )
            if part or (found.modifier is Modifier.VAGUE and place):
                continue  # "30 of the 200" is 30, and so is French "30" before "des 200" or "sièges sur 200"
            assert isinstance(again, Refusal) or meaning(again) != meaning(found), (words, place, word, again)


@pytest.mark.parametrize("first", FEW)
def test_no_word_is_swallowed_in_three(first):
    for rest in itertools.product(("", *FEW), repeat=2):
        no_word_is_swallowed([first, *filter(None, rest)])


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
@settings(max_examples=300, deadline=None)
def test_no_word_is_swallowed_in_six(language, data):
    no_word_is_swallowed(
        data.draw(st.lists(st.sampled_from(MIXES[language].words), min_size=1, max_size=6)), language
    )


def vocabulary(language: str) -> list[str]:
    words = words_of(language)
    tables = (
        words.before,
        words.after,
        words.unsafe_after,
        words.units,
        words.money,
        words.vague,
        words.signs,
    )
    heads = {head for table in tables for head in table.heads}
    phrases = listed(f"{language_file(language).before.about},{language_file(language).before.fillers}")
    return [
        *sorted({*heads, *words.starts, *phrases, *words.months}),
        "30", "7", "1,200", "10.000", "1 000", "2024", "½", "-", "–", ",", ".", "%", "(", ")", "/", "+", "±", ":", "'", '"', "blorp",
    ]  # fmt: skip


TEXTS = {
    language: st.lists(st.sampled_from(vocabulary(language)), max_size=12).flatmap(
        lambda words: st.sampled_from([" ".join(words), "".join(words), ", ".join(words)])
    )
    for language in LANGUAGES
}


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
@settings(max_examples=200, deadline=None)
def test_what_is_found_is_what_is_read(language, data):
    text = data.draw(TEXTS[language] | st.text(max_size=60))
    end = 0
    for found in find(text, language):
        assert end <= found.start <= found.number[0] < found.number[1] <= found.end
        end = found.end
        if isinstance(found.reading, Quantity):
            assert found.reading.printed == text[found.start : found.end]
            assert read(found.reading.printed, language) == found.reading
        else:
            assert found.reading.says


@pytest.mark.parametrize("language", [*LANGUAGES, "sl", "en-IN", "xx"])
@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_it(language, data):
    text = data.draw(
        TEXTS.get(language, TEXTS["en"])
        | st.text(max_size=60)
        | st.text("0123456789,. '-–½%$€mbntrio", max_size=40)
    )
    found = read(text, language)
    if isinstance(found, Quantity):
        assert found.printed == text
        low, high = found.reach
        assert low <= high
    else:
        assert found.says


ROLES = {
    "about": Modifier.ABOUT,
    "up_to": Modifier.UP_TO,
    "at_least": Modifier.AT_LEAST,
    "more_than": Modifier.MORE_THAN,
    "less_than": Modifier.LESS_THAN,
}


def together(modifiers: list[Modifier], *, behind: bool = False) -> Modifier | None:
    """What hedges mean together, by a rule of its own: bounds count more than "about", and two different ones contradict each other.

    ``behind``: the last one stands behind the figure, where "or more" and "and counting" take nothing from "more than".
    """
    bounds = {modifier for modifier in modifiers if modifier is not Modifier.ABOUT}
    if (
        bounds == {Modifier.MORE_THAN, Modifier.AT_LEAST}
        and modifiers.count(Modifier.AT_LEAST) == 1
        and behind
    ):
        return Modifier.MORE_THAN  # "more than 200 or more"
    if len(bounds) > 1:
        return None
    return bounds.pop() if bounds else Modifier.ABOUT if modifiers else Modifier.EXACTLY


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_hedges_together_mean_what_they_mean_one_by_one(language):
    file = language_file(language)
    # Phrases of one word may begin a longer one with the word behind them.
    fronts = [
        (phrase, modifier)
        for key, modifier in ROLES.items()
        for phrase in listed(getattr(file.before, key))[:4]
    ]
    tails = [("", None)] + [
        (phrase, ROLES[key])
        for key in ("about", "up_to", "at_least")
        for phrase in listed(getattr(file.after, key))[:2]
    ]
    longer = {tuple(Tokens(phrase).words) for key in ROLES for phrase in listed(getattr(file.before, key))}
    for (one, first), (two, second), (tail, third) in itertools.product([("", None), *fronts], fronts, tails):
        if tuple(Tokens(f"{one} {two}").words) in longer:
            continue
        wanted = together(
            [modifier for modifier in (first, second, third) if modifier], behind=third is Modifier.AT_LEAST
        )
        found = read(f"{one} {two} 200 {tail}".strip(), language)
        if wanted is None:
            assert isinstance(found, Refusal), (one, two, tail, found)
        else:
            assert isinstance(found, Quantity), (one, two, tail, found)
            assert found.modifier is wanted, (one, two, tail, found)


FIGURES = (
    st.integers(0, 10**9)
    | st.integers(0, 10**9).map(lambda n: n / 100)
    | st.integers(0, 10**9).map(lambda n: n / 1000)
)
UNITS = st.sampled_from(
    [None, "percent", "percentage points", "basis points", "km", "m", "miles", "years", "hours", "kg", "°C", "USD", "GBP", "EUR", "rupees", "INR"]
)  # fmt: skip


@st.composite
def quantities(draw) -> Quantity:
    modifier = draw(st.sampled_from([modifier for modifier in Modifier if modifier is not Modifier.VAGUE]))
    unit = draw(UNITS)
    if modifier is Modifier.BETWEEN:
        low, high = sorted((draw(FIGURES), draw(FIGURES)))
        return Quantity("", Modifier.BETWEEN, low, high, unit, draw(st.booleans()))
    near = modifier in (Modifier.LESS_THAN, Modifier.MORE_THAN) and draw(st.booleans())
    if draw(st.booleans()):
        rate = draw(st.sampled_from(["per day", "per year", "per 100,000", "per barrel", "per shift"]))
        return build("", modifier, draw(FIGURES), f"{unit} {rate}" if unit else rate, near=near, share=True)
    return build("", modifier, draw(FIGURES), unit, near=near)


@given(quantities())
@settings(deadline=None)
def test_the_caption_means_the_same(quantity):
    found = read(caption(quantity))
    assert isinstance(found, Quantity), (caption(quantity), found)
    assert meaning(found) == meaning(quantity), caption(quantity)


@given(st.lists(st.sampled_from(MANY), max_size=6))
@settings(max_examples=500, deadline=None)
def test_the_caption_of_what_was_read_means_the_same(words):
    found = read(" ".join(words))
    if isinstance(found, Quantity):
        again = read(caption(found))
        assert isinstance(again, Quantity), (found, caption(found))
        assert meaning(again) == meaning(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_takes_long(language, monkeypatch):
    """A hang limit only: a text of 10,000 characters takes less than 0.05 seconds at worst, whatever it is made of."""
    monkeypatch.setattr(reader, "LONGEST", 10**9)
    words = vocabulary(language)
    for at, word in enumerate(words[::31]):
        joint = (" ", "", "-", ", ")[at % 4]
        mix = joint.join((word, words[(at * 7) % len(words)], "30", word))
        for text in ((word + joint) * 10_000, (mix + joint) * 10_000):
            begun = time.process_time()
            find(text[:10_000], language)
            read.__wrapped__(text[:10_000], language)
            assert time.process_time() - begun < 2, text[:60]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", ["7, ", "7. ", "0-", "1 000 ", "30 30 ", "$7 ", "7% "])
def test_a_row_of_numbers_takes_its_length(text, language):
    """A hang limit only: 10,000 characters of them take less than 0.05 seconds in every language."""
    begun = time.process_time()
    assert find((text * 10_000)[:10_000], language)
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    "text",
    [
        "twenty-",
        "kwh-15-4-$-",
        "a few about 1,000 ",
        "1,",
        "one and a half ",
        "about ",
        "($",
        "a ",
        "0-",
        "half of the ",
    ],
)
def test_a_long_text_takes_its_length(text, monkeypatch):
    monkeypatch.setattr(reader, "LONGEST", 10**9)
    begun = time.process_time()
    find((text * 10_000)[:50_000])
    read.__wrapped__((text * 10_000)[:50_000])
    assert time.process_time() - begun < 20


class Counted(list):
    """Words that count how often some of them are compared with a phrase."""

    looked = 0

    def __getitem__(self, at):
        self.looked += isinstance(at, slice)
        return super().__getitem__(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_is_looked_up_and_no_list_of_phrases_gone_through(language):
    """French "ne" begins hundreds of phrases ("n'a pas dépassé"): a lookup costs one comparison for each length, not for each phrase."""
    for name, phrases in vars(words_of(language)).items():
        if isinstance(phrases, Phrases):
            pairs = {
                (first, rest[0] if rest else "")
                for first in phrases.heads
                for rest, *_ in phrases.heads[first]
            }
            for pair in pairs:
                for words in (Counted([*pair, "blorp"]), Counted(["blorp", *pair])):
                    phrases.match(words, words.index(pair[0]))
                    phrases.ends(words, 3)
                    assert words.looked <= 12, (name, pair)
