"""What a language's file says of printed figures: the words that numbers, hedges, ranges, shares and times are made of."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from builder.values.language_parts import Phrases


class _Part(Struct, frozen=True, forbid_unknown_fields=True):
    """A part of a language's file. What it does not need for its figures, a language leaves out."""


class Numbers(_Part, frozen=True):
    """Words that numbers are made of, each with its value."""

    units: dict[str, int]
    """Numbers below 20, and those below 100 that are one word of their own (Spanish "veintidós")."""
    tens: dict[str, int]
    scales: dict[str, int]
    """Words that multiply what stands before them, abbreviations too: hundred, million, bn."""
    hundreds: dict[str, int] = {}
    """Words that are some hundreds by themselves (Spanish "doscientos")."""
    bare: Phrases = ""
    """Scales that count one where nothing stands before them (German "hundert", French "mille")."""
    rounded: Phrases = ""
    """Those of them that by themselves may be a rounding, where another word says exactly one: German "hundert", beside "einhundert"."""
    point: Phrases = ""
    """What parts the decimals of a number in words: "three point five"."""
    glued: dict[str, int] = {}
    """Scales only where they are written against digits: "5k"."""
    millions_of: Phrases = msgspec.field(default="", name="millions of")
    """Nouns before which an "m" against digits is a million and no metre: "5m people". Without one, or a currency, it is not read."""
    money: dict[str, int] = {}
    """Scales only in these letters, in a sum with its currency's sign before or behind them: "$5M", French "12 M€"."""
    lengths: Phrases = ""
    """Words behind which such an "m" is metres: "30m tall"."""
    one: Phrases = ""
    """Articles, which count one before a scale and nowhere else: "a million"."""
    ordinals: Phrases = ""
    """Ordinals that end a number in words and are no part of anything, "first"; the others are among ``shares``."""
    single: Phrases = ""
    """Words before a noun that mean exactly one."""
    after_hundreds: Phrases = ""
    """What may stand after a hundred or a scale: "two hundred and ten"."""
    after_tens: Phrases = ""
    """What may stand between a ten and a unit: Spanish "treinta y dos"."""
    inside: str = ""
    """The joint of a unit and a ten in one word, where numbers are written together: German "dreiundzwanzig"."""
    teens_after: list[int] = []
    """The tens that take a number up to 19: French "soixante-douze"."""
    thousands_of_millions: bool = False
    """Whether a thousand multiplies a million behind it: Spanish "mil millones"."""
    parts: dict[str, float] = {}
    """Parts of a scale: "half a million"."""
    and_parts: dict[str, float] = {}
    """A half or a quarter behind a number: "two and a half million", "a million and a half"."""
    halved_units: Phrases = msgspec.field(default="", name="halved units")
    """Units that count one where such a part stands behind them: Spanish "hora y media"."""
    halved: dict[str, float] = {}
    """Words that are a number and a half: German "anderthalb", and the end "einhalb" in "zweieinhalb"."""
    dozens: dict[str, int] = {}
    """Words that count roughly: "two dozen", French "une centaine"."""
    dozens_of: Phrases = ""
    """What joins such a word to a scale: French "une dizaine de milliers"."""
    the_one: Phrases = msgspec.field(default="", name="the one")
    """Articles behind which such a word counts once: Spanish "cerca del centenar"."""


class Before(_Part, frozen=True):
    """What stands before a figure, by what it makes of it."""

    about: Phrases = ""
    up_to: Phrases = msgspec.field(default="", name="up to")
    at_least: Phrases = msgspec.field(default="", name="at least")
    more_than: Phrases = msgspec.field(default="", name="more than")
    less_than: Phrases = msgspec.field(default="", name="less than")
    nearly: Phrases = ""
    """Close to the figure, and below it."""
    hardly_more: Phrases = msgspec.field(default="", name="hardly more")
    """Close to the figure, and above it, in one word: German "gut 200"."""
    marks: Phrases = ""
    """What makes a mark of the figure behind a bound, and changes nothing there: "below the threshold of 5 percent". Alone it is not read."""
    prices: Phrases = ""
    """Verbs behind which a sum of money is the least one: "tickets start at $20". Before anything else they are not read."""
    near: Phrases = ""
    """Degrees that keep a bound close: "just over"."""
    far: Phrases = ""
    """Degrees that do not change a bound for us: "well over"."""
    fillers: Phrases = ""
    """What may stand between a hedge and its figure and changes nothing: "at least another 30"."""
    joined: Phrases = ""
    """Prepositions between a hedge and its figure, in a language that puts them there: Russian "примерно | на 40 метров"."""
    doubted: Phrases = ""
    """Words that leave open whether it is so at all, and say nothing of how many: "possibly 30". They are not read."""
    definite: Phrases = ""
    """Fillers that make a comparison of a bound: "more than the 31 announced"."""
    adjectives: dict[str, Phrases] = {}
    """Hedges only behind certain words: "an estimated 30" and not "the agency estimated 30"."""


class Verbs(_Part, frozen=True):
    """Verbs that bound the figure behind them."""

    more_than: Phrases = msgspec.field(default="", name="more than")
    less_than: Phrases = msgspec.field(default="", name="less than")
    at_least: Phrases = msgspec.field(default="", name="at least")
    """Only where the figure is all that follows: "reached 200", not "reached 200 villages". Before a unit they tell a level: "reached 71%"."""
    up_to: Phrases = msgspec.field(default="", name="up to")
    passed: Phrases = ""
    """Verbs that mean more than so many only where nothing counted follows: "passed 200", and not "passed 200 villages"."""
    denied: Phrases = ""
    """How a verb is denied that stands at "...": French "ne ... pas". What did not exceed so many was up to so many, and what did not fall
    below it at least so many."""


class After(_Part, frozen=True):
    """What stands behind a figure, by what it makes of it."""

    about: Phrases = ""
    up_to: Phrases = msgspec.field(default="", name="up to")
    at_least: Phrases = msgspec.field(default="", name="at least")
    more_than: Phrases = msgspec.field(default="", name="more than")
    good: Phrases = ""
    """Adjectives between a number and what it measures that stretch it: French "cinq bons kilomètres" are a little more than five."""
    clause: Phrases = ""
    """Those of them that behind a comma and before an article begin a clause of their own: "620 ballots, or so the office says"."""


class Ranges(_Part, frozen=True):
    """The words of "between 10 and 20", "from 10 to 20", "10 or 20", "10 plus or minus 2"."""

    between: Phrases = ""
    opening: Phrases = ""
    closing: Phrases = ""
    came_to: Phrases = msgspec.field(default="", name="came to")
    """Those of the closing words that are bounds too, and behind a verb of change say what a count came to: Spanish "hasta"."""
    both: Phrases = ""
    either: Phrases = ""
    unsure: Phrases = ""
    """Between two numbers of which it is left open which one is meant: "300, perhaps 400", "300 or even 400"."""
    margin: Phrases = ""
    bounds: Phrases = ""
    """Between the two bounds of one figure: "at least 300 but no more than 400"."""


class Conversions(_Part, frozen=True):
    """What tells that a figure stands once more in another unit."""

    before: Phrases = ""
    """Before it: "the equivalent of"."""
    after: Phrases = ""
    """Behind it, in brackets: "at the time"."""


class Vague(_Part, frozen=True):
    """Words for how many that give no figure."""

    words: dict[int, Phrases] = {}
    """Phrases by their order of magnitude; 0: none is said."""
    heads: Phrases = ""
    """What makes a scale behind it vague: "several hundred"."""
    places: Phrases = ""
    """What stands before a scale in the plural: "low hundreds"."""
    plurals: dict[str, int] = {}
    """Scales in the plural: "hundreds", "tens of thousands"."""
    of: Phrases = ""
    """What joins two of them; empty where nothing does."""
    joins: Phrases = ""
    """What joins two vague words: "dozens, if not hundreds"."""
    rare: Phrases = ""
    """Those that are hardly ever an answer: read where an editor printed them, not looked for in a text."""
    before_noun: Phrases = msgspec.field(default="", name="before noun")
    """Those that are looked for only before a noun."""


class Shares(_Part, frozen=True):
    """Parts, rates and multiples."""

    asked: Phrases = ""
    """What stands in the unit of a question that asks for a part or a multiple, or in what it counts."""
    fractions: dict[str, int] = {}
    alone: Phrases = ""
    """Fractions without a count before them: "half"."""
    of: Phrases = ""
    whose: Phrases = ""
    """What is written behind an owner: "half of the town's 4,000"."""
    within: Phrases = msgspec.field(default="", name="in")
    """What joins the two numbers of "one in ten"."""
    one_in: Phrases = msgspec.field(default="", name="one in")
    """What does so behind one of what is counted, where the word means other things too: "one person in ten"."""
    apart: Phrases = ""
    """The same where what is counted stands before it: "one person in every ten", French "une personne sur dix"."""
    of_every: Phrases = msgspec.field(default="", name="of every")
    """Those of the latter that always make a share, whatever and how many they join: "12 homes in every 1,150"."""
    every: Phrases = ""
    """A whole share in words: German "jeder zehnte" has "jeder"."""
    ordinals: dict[str, int] = {}
    """The ordinals behind such a word."""
    times: Phrases = ""
    """Behind a number, a multiple where something compared follows: "three times as many"."""
    times_in: Phrases = msgspec.field(default="", name="times in")
    """Before such a number, what makes a multiple of it whatever follows: Russian "в три раза"."""
    comparing: Phrases = ""
    """What follows a multiple."""
    joined_times: Phrases = msgspec.field(default="", name="joined times")
    """Ends of words that are a multiple: German "dreimal", "dreifach"."""
    more: Phrases = ""
    """Behind a percentage, what makes it a multiple of something else: "300 percent more"."""
    than: Phrases = ""
    """What leads to the other side of a comparison: "than", "as"."""
    multiples: Phrases = ""
    """Whole multiples: "twice", "doubled"."""
    per: Phrases = ""
    """What makes a rate with a unit of time behind it: "30 a day", "30 per shift"."""
    per_time: Phrases = ""
    """The same where the word means other things too: only before a unit of time, or what ``per_piece`` lists. German "am Tag"."""
    per_many: Phrases = msgspec.field(default="", name="per many")
    """The same before a number of which rates are told, 100 or 1,000: French "12 cas pour 100 000 habitants"."""
    per_piece: Phrases = ""
    """What may stand behind an article in a rate, apart from units: "98 cents a share"."""
    price_per: Phrases = msgspec.field(default="", name="price per")
    """Articles that make a rate of a sum, before what ``per_piece`` lists: French "65 dollars le baril"."""
    rates: dict[str, Phrases] = {}
    """Whole rates in a word or two, by what they are for: "daily" of a day. What has no such thing stands under "each"."""
    rates_before: Phrases = msgspec.field(default="", name="rates before")
    """Those that also stand before the figure: German "täglich 2 Millionen Liter"."""
    ratios: Phrases = ""
    """What makes a ratio of any two numbers: German "3 zu 1"."""
    ratio_joins: Phrases = msgspec.field(default="", name="ratio joins")
    """What does so where the second number is one, apart from what ends a range: French "3 contre 1"."""
    for_one: Phrases = msgspec.field(default="", name="for one")
    """What makes a ratio behind what is counted: "three women for one man"."""
    ratio_before: Phrases = msgspec.field(default="", name="ratio before")
    """Before two numbers that are a ratio or the result of a vote, whatever joins them: "a ratio of"."""
    ratio_behind: Phrases = msgspec.field(default="", name="ratio behind")
    """The same behind them: "a 5-4 vote"."""
    ballots: Phrases = ""
    """What is counted in a vote, between its two numbers or behind them: "54 votes to 46"."""
    scored: Phrases = ""
    """The same before two numbers with a sign between them, of which the first is the larger one, or both are below ten: "won 2-1"."""


class Unsafe(_Part, frozen=True):
    """Words that turn a figure into another one, or into none, in a way that is not read."""

    before: Phrases = ""
    after: Phrases = ""
    loose: Phrases = ""
    """Those of the words behind that may belong to the word that follows: "12 old people", "12 short films"."""
    numbered: Phrases = ""
    """Those of the words behind that change a figure only with a number behind them: "12 out of 30", and not "12 million out of the pair"."""
    marks: Phrases = ""
    """Those of the loose ones that make a mark of a number behind "the": "the 300 mark"."""
    possible: Phrases = ""
    """What makes only a possibility, or an aim, of the verb of a bound behind it: "could exceed 200"."""
    negating: Phrases = ""
    """What turns a bound some words behind it: "did not draw more than 300"."""
    adverbs: Phrases = ""
    """How adverbs end: one that is not listed may change the figure beside it."""
    changes: Phrases = ""
    """Verbs of change: "rose from 20 to 30" is two figures and no range."""
    by: Phrases = ""
    """What stands between such a verb and the size of the change: "rose by 2 to 30"."""


class Harmless(_Part, frozen=True):
    """Words that change no figure."""

    before: Phrases = ""
    after: Phrases = ""
    joints: Phrases = ""
    """Words that join clauses: what stands behind one is not counted by the figure before it."""
    compounds: Phrases = ""
    """What may be written against a figure with a hyphen: "10,000-strong"."""
    prepositions: Phrases = ""
    """Words that hedge before a figure and are harmless before anything else: "30 people around the lake"."""


class Times(_Part, frozen=True):
    """What tells numbers that are figures from days, times, ages and names."""

    ages: Phrases = ""
    """Behind a number."""
    aged: Phrases = ""
    """Before it."""
    may_be_aged: Phrases = msgspec.field(default="", name="may be aged")
    """Before a bare number that may be an age, or how many: "were over 60". It is not read."""
    verbs_like_units: dict[str, Phrases] = msgspec.field(default={}, name="verbs like units")
    """A unit that is also a verb -> how the participle ends behind which it is one: Spanish "6,8 ha sacudido", has shaken."""
    plural_endings: Phrases = ""
    """How nouns in the plural end. They tell "2000 reports" from "the 2000 report", and "30 men" from "the FTSE 100"."""
    plural_nouns: Phrases = ""
    """Nouns that are counted and end otherwise."""
    capital_nouns: bool = False
    """Whether nouns have capital letters, which tells as much."""
    streets: Phrases = ""
    """Words of addresses: "14 Mill Lane"."""
    streets_first: bool = msgspec.field(default=False, name="streets first")
    """Whether such a word stands before the street's name, and so behind a number: French "14, rue des Tilleuls"."""
    ordinal_dot: bool = False
    """Whether digits with a full stop are an ordinal: German "am 11. Juni"."""
    clock: Phrases = ""
    """Behind a time of day."""
    day_before: Phrases = msgspec.field(default="", name="day before")
    """Before a number in digits that is a day of the month: French "le 20"; where ``ordinal_dot`` is set, with its full stop: "am 20."."""
    clock_before: Phrases = ""
    """Before an hour of the day, where it is printed as so many hours: French "à 14 heures"."""
    parts_of_day: Phrases = msgspec.field(default="", name="parts of day")
    """Behind an hour of the day that one of ``hour_before`` leads: "until nine | in the evening"."""
    hour_before: Phrases = msgspec.field(default="", name="hour before")
    """Before such an hour: "until"."""
    named: Phrases = ""
    """Before a number that says which one: "flight 17"."""
    labels: Phrases = ""
    """The same where no noun in the plural follows, which the number counts: "building 7", and not "the building 30 families left"."""
    alone: Phrases = ""
    """The same where nothing at all follows: a poll "put it on 41"."""
    verb_endings: Phrases = msgspec.field(default="", name="verb endings")
    """How a verb ends, in a language that tells no plural by its ending: Russian "автобус 12 опоздал"."""
    age_openers: dict[str, Phrases] = msgspec.field(default={}, name="age openers")
    """What opens a sentence with an age -> the pronouns that follow: "At 95, she", German "Mit 95 schwimmt sie"."""
    later: Phrases = ""
    """Behind a stretch of time that says when: "five weeks after"."""
    ago: Phrases = ""
    """Before a stretch of time since when: French "il y a 3 jours", Spanish "hace"."""
    passed: Phrases = ""
    """Those of them that tell how long after another event something happened: "seven hours after"."""
    counted_off: Phrases = ""
    """Before a stretch of time that says when: "the first six months"."""
    during: Phrases = ""
    """Hedges that mean "during" before a stretch of time: "a raise over two years"."""
    lasting: Phrases = ""
    """Verbs behind which they do not: "lasted over two years"."""
    within: Phrases = ""
    """Before a time limit."""
    recurring: Phrases = ""
    """Before a stretch after which something happens again: "every two hours"."""
    prepositions: Phrases = ""
    """Before a stretch of time in which something was counted: "200 people in two days"."""
    year_words: Phrases = ""
    """Before a year."""
    months: Phrases = ""
    """January to December."""
    short_months: Phrases = ""
    capital_months: bool = False
    """Whether months are names: "May", and not "may"."""
    more_months: dict[str, int] = {}
    """Further forms (cases, spellings) -> 1 to 12."""
    weekdays: Phrases = ""
    """Monday to Sunday."""
