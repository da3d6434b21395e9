"""A language's file: the keys of ``languages/<code>.yml``. What its parts say stands in ``language_figures.py`` (printed figures),
``language_parts.py``, ``language_print.py``, ``language_proposing.py``, ``language_events.py`` and ``language_counted.py``.

Every list is one text of phrases in small letters, parted by commas, which a translator reads and writes with ease.
"""

from __future__ import annotations

import msgspec
from msgspec import Struct

from builder.values.language_counted import Counted, CountedEverywhere
from builder.values.language_events import Events
from builder.values.language_figures import (
    After,
    Before,
    Conversions,
    Harmless,
    Numbers,
    Ranges,
    Shares,
    Times,
    Unsafe,
    Vague,
    Verbs,
)
from builder.values.language_parts import Dates, Governing, Phrases, Saying, Turning
from builder.values.language_print import Names, Page, Statements, Wordings
from builder.values.language_proposing import Proposing


class _Part(Struct, frozen=True, forbid_unknown_fields=True):
    """A part of a language's file. What it does not need for its figures, a language leaves out."""


class Language(_Part, frozen=True):
    """A language's file."""

    name: str
    numbers: Numbers
    elisions: dict[str, str] = {}
    """What is left of a word before an apostrophe -> the word: French "d'environ" is "de environ"."""
    apostrophe_is_letter: bool = False
    """Whether an apostrophe inside a word belongs to it: Ukrainian "п'ять"."""
    before: Before = Before()
    verbs: Verbs = Verbs()
    after: After = After()
    ranges: Ranges = Ranges()
    conversions: Conversions = Conversions()
    vague: Vague = Vague()
    shares: Shares = Shares()
    units: dict[str, Phrases] = {}
    """Unit, as the site names it -> how it is printed behind a figure."""
    letters: dict[str, str] = {}
    """Letters that are a unit in this case only, written against their figure -> the unit: "41C"."""
    meant_units: dict[str, str] = {}
    """Units that say too little by themselves -> what a paper of that language means by them where its question asks for just that: degrees."""
    magnitudes: Phrases = ""
    """What says that degrees are those of an earthquake: "Richter"."""
    money: dict[str, Phrases] = {}
    """Currency (ISO code, or a word where it names several) -> how it is printed behind a figure."""
    money_scaled: dict[str, Phrases] = {}
    """Words that are a currency only behind a million or more: "30 billion pounds"."""
    money_behind: dict[str, Phrases] = {}
    """Currency -> adjectives behind a sum with the sign of dollars that say whose they are: "$12 million Canadian"."""
    unsafe: Unsafe = Unsafe()
    harmless: Harmless = Harmless()
    times: Times = Times()
    pronouns: Phrases = ""
    """Where a number word counts nothing: "one another"."""
    talk: dict[str, Phrases] = {}
    """Hedge -> words behind which it is none: "talked about 30 cases"."""
    proposing: Proposing = Proposing()
    page: Page = Page()
    names: Names = Names()
    wordings: Wordings = Wordings()
    statements: Statements = Statements()
    saying: Saying = Saying()
    turning: Turning = Turning()
    governing: Governing = Governing()
    counted: Counted = Counted()
    events: Events = Events()
    dates: Dates = Dates()
    pointing: Phrases = ""
    """Words that point to the sentence before: "there", "the region"."""


class Everywhere(_Part, frozen=True):
    """What no language has for itself: ``all.yml``."""

    before: dict[str, list[str]]
    margin: list[str]
    fractions: dict[str, float]
    shares: list[str]
    signs: dict[str, str]
    words: dict[str, str]
    dollars: dict[str, str]
    rupees: dict[str, str]
    agencies: dict[str, Phrases]
    """Wire agencies -> as they are named in bylines and credit lines, in their own letters."""
    sorts_of_places: Phrases = msgspec.field(name="sorts of places")
    """Words for kinds of places, which tell no place from another: "region"."""
    platforms: Phrases
    """Where statements are posted, in their own letters: "Telegram"."""
    opposites: list[Phrases]
    """Two sets of ``events`` of which one is not so where the other is: "open, closed"."""
    exonyms: list[Phrases]
    """Places that have another name in other languages, each with all of its names."""
    codes: str
    named_codes: str = msgspec.field(name="named codes")
    """Those of the codes that are a name where digits stand against them: "COP30"."""
    money: str
    families: dict[str, dict[str, int]]
    unit_signs: dict[str, str] = msgspec.field(name="signs of units")
    counted: CountedEverywhere = CountedEverywhere()
