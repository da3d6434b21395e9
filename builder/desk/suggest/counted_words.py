"""The expressions by which a language says what a figure counts."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from builder.desk.suggest.language import any_of, proposing
from builder.desk.suggest.language import before as before_
from builder.values.language import Language
from builder.values.language_figures import Numbers
from builder.values.letters import CAPITAL, LETTER, SMALL
from builder.values.lexicon import language_file, listed

DURATIONS = frozenset("seconds minutes hours days nights weeks months years decades".split())
"""Units of time."""
_NO_FILE = Language("", Numbers({}, {}, {}))


class CountingWords(Struct, frozen=True):
    noun_ends: re.Pattern[str]
    of: re.Pattern[str]
    number_behind: re.Pattern[str]
    """From a figure on, that what it counts follows as a number: "raised to 41 the number of crashes"."""
    passive: re.Pattern[str]
    told: re.Pattern[str]
    shapes: tuple[tuple[str, str], ...]
    duration: re.Pattern[str]
    money: re.Pattern[str]
    degrees: re.Pattern[str]
    magnitude: re.Pattern[str]
    magnitude_behind: re.Pattern[str]
    """From a figure on, that it is one: "6.4 magnitude", "7.7 on the Richter scale"."""
    noun_of: re.Pattern[str]
    subject: re.Pattern[str]
    verb: re.Pattern[str]
    goes_on: re.Pattern[str]
    plural: re.Pattern[str]
    """From a figure on, its noun: without grammar, the first word in the plural, or with a capital letter where nouns have one."""
    place: re.Pattern[str]
    same: re.Pattern[str]
    number_at: re.Pattern[str]
    number_of: re.Pattern[str]
    changed: re.Pattern[str]
    clause: re.Pattern[str]
    listed: re.Pattern[str]
    """Between two figures of a list that share a verb."""
    part: re.Pattern[str]
    """Between a figure and the one of which it is a part."""
    share_of: re.Pattern[str]
    crowd_of: re.Pattern[str]
    """Before a figure: a noun of which it is the number, "a crew of"."""


@lru_cache(maxsize=64)
def counting_words(language: str) -> CountingWords:
    words, file = proposing(language).figures, language_file(language) or _NO_FILE
    passive, articles = any_of(proposing(language).speakers.passive), proposing(language).speakers.articles
    times, units = file.times, file.units
    durations = any_of(*(phrases for unit, phrases in units.items() if unit in DURATIONS))
    degrees = any_of(units.get("degrees", ""), units.get("°C", ""))
    joined = any_of(file.saying.joined)
    endings = "|".join(re.escape(ending) for ending in listed(times.plural_endings)) or "(?!)"
    # "class" and "bus" are no plurals.
    plural = rf"(?!{any_of(words.no_plurals)}(?=\s|\Z))(?:[\w'’-]*(?:{endings})|{any_of(times.plural_nouns)})(?=\s|\Z)"
    noun = rf"{CAPITAL}[\w'’-]*" if times.capital_nouns else plural
    small = rf"{LETTER}{{3,}}"
    # "climbed to nine Thursday"
    days = any_of(*(name for names in (times.weekdays, times.months) for name in listed(names)))
    return CountingWords(
        noun_ends=_ignoring(
            rf"\s*(?:[,;:.!?()\"—–]|\s-\s|(?<![\w-])(?:{any_of(words.noun_ends)}|{days})\b|\Z)"
        ),
        of=_ignoring(rf"\s+{before_(words.of)}(?:{any_of(words.of_articles)}\b\s*)?(?:[\w-]+'s?\s+)?"),
        number_behind=_ignoring(
            rf"\s+{before_(articles)}?{any_of(words.number_of)}\s*(?:{before_(words.of_articles)})?"
        ),
        passive=re.compile(
            rf"\b{passive}\s+(?:{any_of(words.adverbs)}\s+)?(?P<done>(?=\w{{4}}){any_of(words.participles)})\b"
        ),
        told=re.compile(any_of(words.told)),
        shapes=tuple((name, any_of(phrases)) for name, phrases in words.shapes.items()),
        duration=_ignoring(rf"\s*(?:{any_of(words.more)}\s+)?{durations}\b"),
        money=_ignoring(rf"[$€£¥]|\b{any_of(*file.money.values(), *file.money_scaled.values())}\b"),
        degrees=_ignoring(rf"\s*(?:{degrees}|°)"),
        magnitude=_ignoring(
            rf"\b{any_of(words.magnitude)}\s+(?:{before_(words.of)}|\w{{1,6}}\s+(?:\w{{1,4}}\s+)?)?\Z"
        ),
        magnitude_behind=_ignoring(rf"[\s-]{any_of(words.magnitude)}\b|(?:\s\w+){{1,4}}?\sRichter"),
        noun_of=_ignoring(
            rf"(?P<noun>{small})\s+{before_(words.of_noun)}\Z|\b(?P<bare>{any_of(words.scales)})\s+\Z"
        ),
        subject=re.compile(rf"(?P<noun>{small})\s+{any_of(words.is_)}(?:\s+{any_of(words.by)})?\s+\Z"),
        verb=re.compile(
            rf"\b(?P<verb>{any_of(words.verbs)})\s+{before_(articles)}?(?:{LETTER}+\s+){{0,4}}?(?:{any_of(words.price)}\s+)?\Z"
        ),
        goes_on=re.compile(rf"\s+{any_of(words.goes_on)}\b"),
        plural=re.compile(rf"\A(?:[\w'’-]+\s+){{0,4}}?{noun}"),
        place=_ignoring(rf"\b{any_of(words.place)}\s+{before_(words.place_articles)}?\Z"),
        same=re.compile(
            rf"\b{any_of(words.same)}\s+\Z|\b{any_of(words.earlier)}\s+\w+\s+{any_of(words.of)}\s+\Z"
        ),
        number_at=re.compile(rf"\b(?P<noun>{SMALL}{{3,}})\s+{any_of(words.at)}\s+\Z"),
        number_of=re.compile(rf"\b{any_of(words.number_of)}\s+(?:{SMALL}+\s+){{0,2}}?(?P<noun>{noun})"),
        changed=re.compile(any_of(words.changed)),
        clause=re.compile(
            rf"[;,]\s|\s{any_of(words.and_participle)}\s(?={any_of(words.and_participles)}\s)"
            rf"|\s{any_of(words.clauses_before)}\s(?=(?:[\w'-]+\s+){{0,3}}?[\w'-]*\d|(?:{SMALL}+\s)?{any_of(words.clause_numbers)}\b)"
            rf"|\s{any_of(words.clauses)}\s"
        ),
        listed=re.compile(rf"\s*(?:,|{joined}|,\s+{joined})\s*"),
        part=re.compile(rf"\s*{any_of(words.of)}\s+{before_(words.of_articles)}?(?:{LETTER}+['’]s?\s+)?"),
        crowd_of=_ignoring(rf"\b(?P<noun>{any_of(words.crowds)})\s+{before_(words.of)}\Z"),
        share_of=re.compile(
            rf"\s+{before_(words.of)}{before_(words.of_articles)}?(\w+(?:\s+{any_of(words.counted)})?)"
        ),
    )


def _ignoring(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE)
