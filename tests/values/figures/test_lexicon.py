"""The files of words: their shape, and that every word in them does what its key says."""

from __future__ import annotations

import re
import shutil
import sys
from itertools import chain
from pathlib import Path

import msgspec
import pytest
from babel import Locale

from builder.values.figures.reader import read
from builder.values.figures.refusal import Refusal
from builder.values.figures.tokens import Spelling, split
from builder.values.figures.words import words_of
from builder.values.language import Everywhere, Language
from builder.values.lexicon import FOLDER, has_rules, language_file, languages, listed, read_file
from builder.values.quantity import Modifier, Quantity

COMPLETE = ("en", "de", "fr", "es")
LANGUAGES = ("de", "en", "es", "fr", "ru", "uk")
BOUNDS = {
    "about": Modifier.ABOUT,
    "up_to": Modifier.UP_TO,
    "at_least": Modifier.AT_LEAST,
    "more_than": Modifier.MORE_THAN,
    "less_than": Modifier.LESS_THAN,
}


def phrases(language: str, part: str, key: str) -> list[str]:
    return listed(getattr(getattr(language_file(language), part), key))


def each(part: str, *keys: str, of: tuple[str, ...] = LANGUAGES) -> list[tuple[str, str, str]]:
    """Return the phrases of some keys as parameters of a test: language, key, phrase."""
    return [
        (language, key, phrase) for language in of for key in keys for phrase in phrases(language, part, key)
    ]


def test_there_are_six_languages():
    assert tuple(languages()) == LANGUAGES
    assert has_rules("de-CH")
    assert not has_rules("sl")
    assert not has_rules("all")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("name: Test", "missing required field `numbers`"),
        ("name: Test\nnumbers: {units: {one: one}, tens: {}, scales: {}}", "Expected `int`"),
        ("name: Test\nnumbers: {units: {one: 1}, tens: {}, scales: {}}\nhedges: about", "unknown field `hedges`"),
        ("name: Test\nnumbers: {units: {null: 0}, tens: {}, scales: {}}", "at `key` in `$.numbers.units`"),
        ("name: Test\nnumbers: {units: {one: 1}, tens: {}, scales: {}}\nbefore: {about: [about, some]}", "`$.before.about`"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_file_is_named(tmp_path, text, wrong):
    path = tmp_path / "xx.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=re.escape(wrong)) as error:
        read_file(path, Language)
    assert str(error.value).startswith("xx.yml: ")


@pytest.mark.parametrize("name", [*LANGUAGES, "all"])
def test_what_was_read_once_is_kept(name, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    path, kind = (
        Path(shutil.copy(FOLDER / f"{name}.yml", tmp_path)),
        Everywhere if name == "all" else Language,
    )
    read = read_file(path, kind)
    monkeypatch.setattr(msgspec.yaml, "decode", lambda data: pytest.fail("it is kept"))
    assert read_file(path, kind) == read


def test_what_is_kept_of_a_file_holds_until_it_changes(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    path = Path(shutil.copy(FOLDER / "ru.yml", tmp_path))
    read = read_file(path, Language)
    path.write_text(path.read_text("utf-8").replace("name: Russian", "name: Other", 1), "utf-8")
    assert read_file(path, Language).name == "Other"
    # Neither a half of it nor a place that takes nothing stops anybody from reading.
    (kept,) = (tmp_path / "__pycache__").iterdir()
    kept.write_bytes(kept.read_bytes()[:-100])
    assert read_file(path, Language).numbers == read.numbers
    shutil.rmtree(kept.parent)
    kept.parent.touch()
    assert read_file(path, Language).name == "Other"


def strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return list(chain.from_iterable([*strings(key), *strings(inner)] for key, inner in value.items()))
    return []


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_phrases_are_written_as_texts_are_looked_up(language):
    file = msgspec.to_builtins(language_file(language))
    file.pop("name")
    file.pop("units")  # keys are the site's names for units
    file.pop("letters")  # capitals are what counts there
    file.pop("meant_units", None)  # and the site's names for units again
    file.pop("money", None)
    file.pop("money_scaled", None)
    file.pop("money_behind", None)
    file["numbers"].pop("money", None)  # capitals are what counts there
    for text in strings(file):
        for phrase in listed(text):
            assert phrase == phrase.lower(), phrase
            assert split(phrase), phrase


@pytest.mark.parametrize("language", COMPLETE)
def test_a_complete_language_leaves_nothing_out(language):
    file = language_file(language)
    for part, keys in {
        "before": ("about", "up_to", "at_least", "more_than", "less_than", "nearly", "near", "far", "fillers"),
        "verbs": ("more_than", "less_than", "at_least", "up_to"),
        "after": ("about", "up_to", "at_least"),
        "ranges": ("between", "opening", "closing", "both", "either", "margin"),
        "vague": ("words", "heads", "plurals", "of", "joins", "rare", "before_noun"),
        "shares": ("fractions", "alone", "of", "within", "apart", "times", "comparing", "multiples", "per", "rates"),
        "unsafe": ("before", "after", "changes"),
        "harmless": ("before", "after", "prepositions"),
        "times": ("ages", "aged", "clock", "named", "later", "counted_off", "year_words", "months", "weekdays"),
        "saying": ("verbs", "according"),
    }.items():  # fmt: skip
        for key in keys:
            assert getattr(getattr(file, part), key), f"{part}.{key}"
    assert {"percent", "percentage points", "km", "m", "days", "months", "years"} <= set(file.units)
    assert {"USD", "EUR", "GBP", "CHF"} <= set(file.money)
    assert len(phrases(language, "saying", "verbs")) > 60


NOT_EVERYWHERE = {
    # What a language's grammar does not have, or says in the lists that it has.
    "proposing.speakers.cited", "proposing.speakers.participles", "proposing.speakers.done_to", "proposing.answers.called",
    "proposing.answers.objects", "proposing.answers.owners", "proposing.answers.one", "proposing.answers.one_pronoun",
    "proposing.answers.plain", "proposing.answers.no_place", "proposing.answers.was", "proposing.answers.distance_to",
    "proposing.answers.felt", "proposing.answers.felt_words", "proposing.figures.participles", "proposing.figures.counted",
    "proposing.figures.goes_on", "proposing.figures.no_plurals", "proposing.figures.and_participle",
    "proposing.figures.and_participles", "statements.nouns", "statements.owned", "statements.goes_on", "statements.begins",
    "wordings.articles",
}  # fmt: skip


@pytest.mark.parametrize("language", ["de", "fr", "es"])
def test_a_complete_language_has_every_list_that_english_has(language):
    def lists(file: object, path: str) -> dict[str, object]:
        found = {}
        for name in file.__struct_fields__:
            value = getattr(file, name)
            at = f"{path}.{name}"
            found |= lists(value, at) if hasattr(value, "__struct_fields__") else {at: value}
        return found

    for part in ("proposing", "page", "names", "statements", "wordings"):
        english, other = (lists(getattr(language_file(code), part), part) for code in ("en", language))
        lacks = {key for key, value in english.items() if value and not other[key]}
        assert lacks <= NOT_EVERYWHERE, lacks - NOT_EVERYWHERE


@pytest.mark.parametrize("language", ["uk", "ru"])
def test_the_others_have_digits_hedges_bounds_and_months(language):
    for key in (*BOUNDS, "nearly", "fillers"):
        assert phrases(language, "before", key), key
    assert len(words_of(language).months) >= 24


@pytest.mark.parametrize("language", LANGUAGES)
def test_months_and_weekdays_are_those_of_the_cldr(language):
    words, spelling = words_of(language), words_of(language).spelling
    locale = Locale.parse(language)
    for form in ("format", "stand-alone"):
        for number, name in locale.months[form]["wide"].items():
            assert words.months.get(split(spelling.plain(name.lower()))[0]) == number
        for number, name in locale.days[form]["wide"].items():
            assert words.weekdays.get(split(spelling.plain(name.lower()))[0]) in (number, None)
    names = {split(spelling.plain(name.lower()))[0] for name in locale.days["stand-alone"]["wide"].values()}
    assert names == set(words.weekdays)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_before_a_figure_means_two_things(language):
    meanings: dict[str, str] = {}
    file = language_file(language)
    for part in ("before", "verbs"):
        for key in (*BOUNDS, "nearly", "hardly_more"):
            for phrase in listed(getattr(getattr(file, part), key, "")):
                assert meanings.setdefault(phrase, key) == key, phrase
    for phrase in phrases(language, "unsafe", "before"):
        assert phrase not in meanings, phrase


@pytest.mark.parametrize(("language", "key", "phrase"), each("before", *BOUNDS))
def test_every_hedge_means_what_its_key_says(language, key, phrase):
    for printed in (f"{phrase} 200", f"{phrase.capitalize()} 200", f"{phrase.upper()} 200"):
        found = read(printed, language)
        assert isinstance(found, Quantity), found
        assert (found.modifier, found.low or found.high, found.near) == (BOUNDS[key], 200, False)


@pytest.mark.parametrize(("language", "key", "phrase"), each("before", "nearly", "hardly_more"))
def test_every_word_for_nearly_is_close_to_its_figure(language, key, phrase):
    found = read(f"{phrase} 200", language)
    assert isinstance(found, Quantity), found
    wanted = Modifier.LESS_THAN if key == "nearly" else Modifier.MORE_THAN
    assert (found.modifier, found.low or found.high, found.near) == (wanted, 200, True)


@pytest.mark.parametrize(("language", "key", "phrase"), each("before", "near", "far"))
def test_every_degree_belongs_to_a_bound(language, key, phrase):
    for bound, modifier in (("more_than", Modifier.MORE_THAN), ("less_than", Modifier.LESS_THAN)):
        first = phrases(language, "before", bound)[0]
        found = read(f"{phrase} {first} 200", language)
        assert isinstance(found, Quantity), found
        assert (found.modifier, found.near) == (modifier, key == "near")
    alone = read(f"{phrase} 200", language)
    if phrase in phrases(language, "before", "fillers"):
        assert alone.modifier is Modifier.EXACTLY
    else:
        assert isinstance(alone, Refusal)
        assert alone.word == phrase


@pytest.mark.parametrize(("language", "key", "phrase"), each("verbs", *list(BOUNDS)[1:]))
def test_every_verb_bounds_its_figure(language, key, phrase):
    found = read(f"{phrase} 200", language)
    assert isinstance(found, Quantity), found
    assert (found.modifier, found.low or found.high) == (BOUNDS[key], 200)


@pytest.mark.parametrize(("language", "key", "phrase"), each("after", "about", "up_to", "at_least"))
def test_every_tail_means_what_its_key_says(language, key, phrase):
    glue = "" if phrase.startswith("-") else " "
    for printed in (f"200{glue}{phrase}", f"200{glue}{phrase}."):
        found = read(printed, language)
        assert isinstance(found, Quantity), found
        assert (found.modifier, found.low or found.high) == (BOUNDS[key], 200)


@pytest.mark.parametrize(("language", "key", "phrase"), each("unsafe", "before"))
def test_every_unsafe_word_before_a_figure_is_named(language, key, phrase):
    found = read(f"{phrase} 200", language)
    assert isinstance(found, Refusal), found
    assert found.word.lower() in (phrase, "200"), found


@pytest.mark.parametrize(("language", "key", "phrase"), each("unsafe", "after"))
def test_every_unsafe_word_behind_a_figure_is_refused(language, key, phrase):
    glue = "" if phrase.startswith("-") else " "
    assert isinstance(read(f"200{glue}{phrase}", language), Refusal)


@pytest.mark.parametrize(("language", "key", "phrase"), each("before", "fillers"))
def test_a_filler_changes_nothing(language, key, phrase):
    hedge = phrases(language, "before", "at_least")[0]
    assert read(f"{hedge} {phrase} 200", language).same_as == read(f"{hedge} 200", language).same_as


@pytest.mark.parametrize(("language", "key", "phrase"), each("harmless", "before"))
def test_a_harmless_word_before_a_figure_changes_nothing(language, key, phrase):
    assert read(f"{phrase} 200", language).same_as == read("200", language).same_as


@pytest.mark.parametrize(("language", "key", "phrase"), each("harmless", "after"))
def test_a_harmless_word_behind_a_figure_changes_nothing(language, key, phrase):
    assert read(f"200 {phrase}", language).same_as == read("200", language).same_as


VAGUE = [
    (language, scale, phrase)
    for language in LANGUAGES
    for scale, text in language_file(language).vague.words.items()
    for phrase in listed(text)
]


@pytest.mark.parametrize(("language", "scale", "phrase"), VAGUE)
def test_every_vague_word_has_its_order_of_magnitude(language, scale, phrase):
    found = read(phrase, language)
    assert isinstance(found, Quantity), found
    assert (found.modifier, found.low, found.high, found.scale) == (Modifier.VAGUE, None, None, scale or None)


UNITS = [
    (language, unit, phrase)
    for language in LANGUAGES
    for table in (language_file(language).units, language_file(language).money)
    for unit, text in table.items()
    for phrase in listed(text)
]


@pytest.mark.parametrize(("language", "unit", "phrase"), UNITS)
def test_every_unit_is_read(language, unit, phrase):
    dollars = {"en": "USD", "de": "USD", "fr": "USD", "uk": "USD", "ru": "USD"}
    wanted = dollars.get(language, "$") if unit == "$" else unit
    for number in ("200", "3"):
        # "410p", and neither "410 p" nor "p. 410"
        found = read(f"{number}{phrase}" if phrase == "p" else f"{number} {phrase}", language)
        assert isinstance(found, Quantity), found
        assert (found.unit, found.low) == (wanted, int(number))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fraction_is_a_share(language):
    file = language_file(language)
    for word in file.shares.fractions:
        found = read(f"2 {word}", language)
        assert isinstance(found, Quantity), found
        assert found.share
    for phrase in listed(file.shares.alone):
        assert read(phrase, language).share, phrase


@pytest.mark.parametrize(("language", "key", "phrase"), each("shares", "multiples"))
def test_every_multiple_is_a_share(language, key, phrase):
    assert read(phrase, language).share


def test_an_apostrophe_is_what_the_language_makes_of_it():
    french, ukrainian = words_of("fr").spelling, words_of("uk").spelling
    assert french.plain("plus d'une") == "plus de une"
    assert ukrainian.plain("п'ять") == "п\u02bcять"
    assert Spelling().plain("o'clock") == "o'clock"
