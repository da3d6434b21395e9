"""Of every word that the languages' files have for figures, beside a number: a search reads it, refuses it, or it changes nothing.

The words that change nothing where they stand are listed here, by the key of the file that has them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

import msgspec
import pytest

from builder.values.figures.grammar import goes_on
from builder.values.figures.reader import read
from builder.values.figures.refusal import Refusal
from builder.values.figures.search import find
from builder.values.figures.tokens import Tokens
from builder.values.figures.words import words_of
from builder.values.lexicon import language_file, listed
from builder.values.quantity import Quantity
from tests.thorough import seed, times
from tests.values.figures.test_properties import meaning

LANGUAGES = ("en", "de", "fr", "es")
NOUNS = {"en": "people", "de": "Menschen", "fr": "personnes", "es": "personas"}
NUMBERS = ("300", "4")
PARTS = (
    "before", "verbs", "after", "ranges", "vague", "shares", "unsafe", "harmless", "times", "numbers", "units", "money", "money_scaled",
)  # fmt: skip

BELONGS_BEFORE = {
    # Before a number these belong to what stands before them: to another number, to a noun, to a date.
    "after.about", "after.up_to", "after.at_least", "after.more_than", "ranges.opening", "ranges.closing", "ranges.both", "ranges.either", "ranges.unsure", "ranges.bounds",
    "shares.ratios", "shares.ratio_joins", "shares.ratio_before", "shares.ratio_behind", "shares.ballots", "shares.scored",
    "unsafe.possible", "shares.for_one", "ranges.came_to", "ranges.margin", "vague.of", "vague.joins", "shares.fractions", "shares.ordinals", "shares.of", "shares.whose", "shares.within", "shares.one_in", "shares.apart", "shares.of_every", "shares.times_in",
    "verbs.denied", "unsafe.numbered", "after.good", "shares.asked", "shares.comparing", "shares.more", "shares.than", "shares.per_time", "shares.per_piece", "shares.per_many", "shares.price_per", "shares.joined_times", "shares.alone",
    "unsafe.after", "unsafe.loose", "unsafe.marks", "unsafe.changes", "unsafe.by", "unsafe.adverbs", "numbers.scales", "numbers.point", "numbers.ordinals", "numbers.glued", "numbers.one", "numbers.single", "numbers.after_hundreds", "numbers.after_tens", "numbers.inside", "numbers.parts",
    "numbers.and_parts", "numbers.halved", "numbers.halved_units", "numbers.dozens", "numbers.the_one", "numbers.money", "numbers.lengths", "numbers.millions_of", "units",
    "money", "money_scaled",
    # They change nothing.
    "before.fillers", "before.definite", "before.adjectives", "vague.places", "harmless.before", "harmless.after", "harmless.compounds", "harmless.joints",
    "harmless.prepositions",
}  # fmt: skip
WORDS_BEFORE = {
    "estimated", "past",  # hedges only behind certain words: "the agency estimated 300", "they walked past 300"
    "various", "des", "les",
}  # fmt: skip
BELONGS_BEHIND = {
    # Behind a number these belong to what stands behind them.
    "before.about", "before.up_to", "before.at_least", "before.more_than", "before.less_than", "before.nearly", "before.hardly_more", "before.near",
    "before.far", "before.doubted", "before.marks", "before.prices", "verbs.more_than", "verbs.less_than", "verbs.at_least", "verbs.up_to", "verbs.passed",
    "unsafe.possible", "unsafe.negating", "shares.for_one", "ranges.came_to", "unsafe.before", "ranges.between",
    "ranges.opening", "ranges.closing", "ranges.both", "ranges.either", "ranges.unsure", "ranges.margin", "ranges.bounds", "shares.ratios",
    "shares.ratio_joins", "shares.ratio_before", "shares.ratio_behind", "shares.ballots", "shares.scored", "shares.whose", "shares.rates_before", "vague.words", "vague.heads", "vague.places",
    "vague.of", "vague.joins", "vague.rare", "vague.before_noun", "shares.alone", "shares.of", "shares.within", "shares.one_in", "shares.apart", "shares.of_every", "shares.times_in",
    "verbs.denied", "unsafe.numbered", "after.good", "shares.asked", "shares.every", "shares.comparing", "shares.more", "shares.than", "shares.multiples", "shares.per", "shares.per_time", "shares.price_per",
    # They are what is counted, or change nothing.
    "shares.per_piece", "shares.per_many", "shares.times", "unsafe.changes", "unsafe.by", "unsafe.adverbs", "unsafe.loose", "unsafe.marks", "before.fillers",
    "before.definite", "before.adjectives", "harmless.before", "harmless.after", "harmless.compounds", "harmless.joints", "harmless.prepositions",
    "numbers.point", "numbers.ordinals", "numbers.glued", "numbers.millions_of", "numbers.money", "numbers.lengths", "numbers.one", "numbers.single",
    "numbers.after_hundreds", "numbers.halved_units", "numbers.dozens_of", "numbers.after_tens", "numbers.inside", "numbers.the_one", "shares.ordinals", "shares.joined_times",
    "money_scaled",
}  # fmt: skip
WORDS_BEHIND = {
    # One word that may belong to the next: "300 nearly died", "300 not yet found", "300 pound coins", "300 p"
    "almost", "barely", "closer", "easily", "hardly", "if that", "minus", "nearer", "nearly", "neither", "never", "no", "nor", "not", "potentially",
    "scarcely", "old", "short", "shy", "mark", "limit", "target", "goal", "cap", "ceiling", "floor", "quota", "than", "theoretically", "versus", "vs",
    "vs.", "k", "extra", "higher", "lower", "expected", "planned", "feared", "höher", "niedriger", "befürchtet", "erwartet", "geplant",
    "attendus", "attendues", "prévus", "prévues", "craints", "previstos", "previstas", "esperados", "esperadas", "p", "pound", "pounds", "fewer", "less", "c", "f", "ziel", "limite",
    "beinahe", "fast", "halb", "kaum", "kein", "keine", "knapp", "nicht", "nie", "theoretisch", "weniger", "weniger als", "mehr als",
    "aucun", "guère", "jamais", "moins", "ni", "non", "pas", "presque", "théoriquement", "à peine",
    "apenas", "casi", "larga", "largas", "largo", "largos", "menos", "ningún", "nunca", "teóricamente",
    # "A sum of 300 übersteigen ...": the verb of what follows, unless the clause ends with it
    "übersteigen", "übersteigt", "überstieg", "überstiegen", "überschreiten", "überschreitet", "überschritt", "überschritten", "übertreffen", "übertrifft",
    "übertraf", "übertroffen", "unterschreiten", "unterschreitet", "unterschritt", "unterschritten",
    # It needs a number: "300 out of 400".
    "out of",
    # "4 quarter" is a share.
    "quarter of a", "quarter of an",
}  # fmt: skip


def phrases(value: object, key: str) -> Iterator[tuple[str, str]]:
    """Yield every phrase of a part of a language's file with its key."""
    if isinstance(value, str):
        yield from ((key, phrase) for phrase in listed(value))
    elif isinstance(value, dict):
        for name, inner in value.items():
            if isinstance(inner, str | dict):
                yield from phrases(inner, key)
            else:
                yield key, str(name)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from phrases(getattr(value, name), f"{key}.{name}")


def every_phrase(language: str) -> list[tuple[str, str]]:
    file = language_file(language)
    articles = listed(file.numbers.one)
    return [
        (key, phrase)
        for part in PARTS
        for key, phrase in phrases(getattr(file, part), part)
        if phrase not in articles or key.startswith("before.")
    ]


def is_harmless(key: str, phrase: str, *, before: bool) -> bool:
    if key.startswith("times."):
        return True  # days, ages and names, which are no figures or say when
    if before:
        return key in BELONGS_BEFORE or phrase in WORDS_BEFORE
    return key in BELONGS_BEHIND or phrase in WORDS_BEHIND


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_beside_a_number_is_read_refused_or_changes_nothing(language, before):
    noun = NOUNS[language]
    broken = []
    for key, phrase in dict.fromkeys(every_phrase(language)):
        for number in NUMBERS:
            glue = "" if phrase[0] in "-" else " "
            words = f"{phrase} {number}" if before else f"{number}{glue}{phrase}"
            for frame in (
                "{} blorp.",
                f"Blorp dronk {{}} {noun} blorp.",
                "Blorp dronk {}.",
                f"Blorp, {{}} {noun}, blorp.",
            ):
                text = frame.format(words)
                text = text[0].upper() + text[1:]
                at = frame.index("{")
                place = at + len(words) - len(number) if before else at
                start, end = (
                    (at, at + len(phrase)) if before else (at + len(words) - len(phrase), at + len(words))
                )
                for found in find(text, language):
                    touches = found.number[0] < place + len(number) and place < found.number[1]
                    if not touches or isinstance(found.reading, Refusal):
                        continue
                    printed = text[found.start : found.end]
                    assert read(printed, language) == found.reading, (text, printed)
                    if (found.start <= start and end <= found.end) or is_harmless(key, phrase, before=before):
                        continue
                    broken.append((key, phrase, text, printed))
    assert not broken, sorted({(key, phrase) for key, phrase, _, _ in broken})


CHANGING_BEFORE = (
    "before.about", "before.up_to", "before.at_least", "before.more_than", "before.less_than", "before.nearly", "before.hardly_more", "before.doubted",
    "before.marks", "before.prices", "verbs.more_than", "verbs.less_than", "verbs.up_to", "verbs.passed", "unsafe.before", "shares.rates", "shares.times", "shares.multiples",
)  # fmt: skip
CHANGING_BEHIND = (
    "after.about",
    "after.up_to",
    "after.at_least",
    "after.more_than",
    "vague.plurals",
    "numbers.scales",
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_six_words_of_the_files_leave_none_of_them_unread(language):
    """No phrase that changes a figure stands right beside one that a search found, left out of it; the seed is told."""
    chance = random.Random(told := seed())  # noqa: S311 - no secrets
    known = [
        (key, phrase)
        for key, phrase in every_phrase(language)
        if phrase[0] not in "-/" and not key.startswith("times.")
    ]
    before = {phrase for key, phrase in known if key in CHANGING_BEFORE} - WORDS_BEFORE
    behind = {phrase for key, phrase in known if key in CHANGING_BEHIND}
    spelling = words_of(language).spelling
    fillers = {
        tuple(Tokens(phrase, spelling).words)
        for key, phrase in known
        if is_harmless(key, phrase, before=True) and phrase not in before
    }
    starts = {tuple(Tokens(phrase, spelling).words) for phrase in before - behind} - fillers
    tails = {tuple(Tokens(phrase, spelling).words) for phrase in behind}
    for _ in range(times(3_000, 60_000)):
        words = [
            chance.choice(known)[1]
            if chance.random() < 0.6
            else chance.choice(("300", "4", "1 200", "blorp"))
            for _ in range(6)
        ]
        text = f"Blorp {' '.join(words)}."
        tokens = Tokens(text, spelling)
        taken = 0
        for found in find(text, language):
            before_it, taken = taken, found.end if isinstance(found.reading, Quantity) else 0
            if not isinstance(found.reading, Quantity) or not found.reading.bounded or found.reading.share:
                continue
            first = next(at for at in range(tokens.size) if tokens.starts[at] >= found.start)
            last = next(at for at in range(tokens.size) if tokens.ends[at] >= found.end)
            for phrase in starts:
                if first < len(phrase) or tokens.starts[first - len(phrase)] < before_it:
                    continue  # it belongs to the figure before
                if tokens.words[first - len(phrase) - 1] != "blorp":
                    continue  # it may belong to a longer phrase
                near = tokens.words[max(0, first - len(phrase) - 8) : first]
                if words_of(language).closings.match(list(phrase), 0) and words_of(language).changes & set(
                    near
                ):
                    continue  # "revised up to 300"
                if goes_on(tokens, first, words_of(language)):
                    continue  # "baja de 4 hasta 300": where it fell from is no bound
                if tuple(tokens.words[first - len(phrase) : first]) == phrase:
                    again = read(text[tokens.starts[first - len(phrase)] : found.end], language)
                    same = isinstance(again, Quantity) and meaning(again) == meaning(found.reading)
                    assert same, (told, text, text[found.start : found.end], phrase)
            for phrase in tails:
                after = last + 1 + len(phrase)
                if (
                    found.reading.unit is None
                    and tuple(tokens.words[last + 1 : after]) == phrase
                    and after == tokens.size - 1
                ):
                    stop = tokens.ends[after - 1]
                    again = read(text[found.start : stop], language)
                    same = isinstance(again, Quantity) and meaning(again) == meaning(found.reading)
                    assert same, (told, text, text[found.start : found.end], phrase)
