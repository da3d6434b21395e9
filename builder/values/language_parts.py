"""What a language's file says apart from figures: who said it, what turns a meaning, when it was.

In these lists ``...`` stands for some words in between ("teilte ... mit"), ``*`` for one word, and a ``*`` at either end of a word for any
beginning or ending ("spokes*", "*ing"). A phrase that counts only behind a comma or a quotation mark has a ``"`` for its first word, one
that counts only at a sentence's beginning a ``^``.
"""

from __future__ import annotations

import msgspec
from msgspec import Struct

Phrases = str
"""Phrases in small letters, parted by commas."""


class _Part(Struct, frozen=True, forbid_unknown_fields=True):
    """A part of a language's file. What it does not need, a language leaves out."""


class Saying(_Part, frozen=True):
    """Who said it. Without verbs, the rules on who said it rest."""

    verbs: Phrases = ""
    """Verbs of saying, in the forms in which papers print them. What a video shows or a channel posts nobody says, and a form that is
    more often a noun is left out. A verb that is parted is written with ``...``: "teilte ... mit"."""
    unless: dict[str, Phrases] = {}
    """A verb -> words behind it with which it says nothing: "called off"."""
    as_: Phrases = msgspec.field(default="", name="as")
    """What begins a clause on who said what stands before it: "as" the port office reported."""
    inverting: Phrases = ""
    """Verbs that may stand before who says it, where not all of them may: ", *said* Ada Kane"."""
    by_nobody: Phrases = ""
    """What stands before a verb by which nobody says it, beside forms of "to be": Spanish "se"."""
    by: Phrases = ""
    """Between such a word with its verb and who says it: "as reported *by*"."""
    figuring: Phrases = ""
    """Those of the verbs that give a figure, and not what the sentence says beside it."""
    mood: Phrases = ""
    """Verbs that report what somebody said, and tell what would be where a condition stands beside them: German "würden"."""
    reported: Phrases = ""
    """Verbs in a mood that only reports what somebody said: German "seien". Whose words they are may stand in the sentence before."""
    own_mood: Phrases = ""
    """Phrases with such a verb that report nothing: German "als sei", "es sei denn"."""
    conditions: Phrases = ""
    """Words that begin such a condition."""
    no_conditions: Phrases = msgspec.field(default="", name="no conditions")
    """Phrases that begin with one and are none: German "wenn auch"."""
    temporal: Phrases = ""
    """Words that begin a clause of time or cause: what somebody says within it is not what stands outside."""
    plain: Phrases = ""
    """Those of the verbs that attribute with any subject."""
    shown: Phrases = ""
    """Verbs that are no saying, but by which a proposal may still be attributed: "the video shows"."""
    passed: Phrases = ""
    """Further verbs that the printed words may have in place of a cue: "circulated"."""
    according: Phrases = ""
    """What gives words to the name behind it: "according to", "circulated ... by"."""
    tallies: Phrases = ""
    """What "according to" may name that is nobody: "the latest toll", "first figures"."""
    fresh: Phrases = ""
    """What may stand to such a word and makes it no more somebody's: "latest", "provisional"."""
    behind: Phrases = ""
    """What gives words to the name before it: German "zufolge"."""
    inverted: bool = False
    """Whether a verb may stand before who says it anywhere in a sentence: German "Am Montag sagte die Reederei". If not, only after
    a comma or a quotation mark."""
    attached: Phrases = ""
    """Pronouns at the end of a verb or its auxiliary: French "a-t-il déclaré"."""
    dropped: bool = False
    """Whether a verb alone means who was named before: Spanish "..., dijo."."""
    possessive: Phrases = ""
    """What may be written against a name for what is somebody's: "'s", and an apostrophe behind an s."""
    articles: Phrases = ""
    """What may stand before a name."""
    titles: Phrases = ""
    """Words between a verb and the name behind it: "MP", German "Sprecher"."""
    told: Phrases = ""
    """What stands between a verb of saying and the name of who is told something: Spanish "al" of "alertó al ministerio"."""
    belonging: Phrases = ""
    """What stands between somebody, or his role, and the body that he is of: "of", "for"."""
    kin: Phrases = ""
    """What somebody is to somebody else who is named, and for whom he does not speak: "friend", "lawyer", "former manager"."""
    close_to: Phrases = msgspec.field(default="", name="close to")
    """What stands between somebody and a name by which only he is told: "close to"."""
    joined: Phrases = ""
    """What joins two names: "and"."""
    pronouns: Phrases = ""
    """Pronouns for who was named before."""
    pointing: Phrases = ""
    """What begins a sentence that tells who said the one before it, up to its verb: German "Das teilte die Regierung mit"."""
    of_these: Phrases = msgspec.field(default="", name="of these")
    """What begins a sentence that goes on with those who were counted in the one before it: "of these"."""
    reckoned_by: Phrases = msgspec.field(default="", name="reckoned by")
    """What stands before the name of whose figure it is: "*by* Kane's count"."""
    reckoned: Phrases = ""
    """What somebody's figure is called behind "by" and his name: "by Kane's *count*"."""
    pointing_at: Phrases = msgspec.field(default="", name="pointing at")
    """The same, up to who that is: "this is what"."""
    pointing_is: Phrases = msgspec.field(default="", name="pointing is")
    """The same, up to a phrase that gives words to somebody: "that is", before "according to"."""
    determiners: Phrases = ""
    """What stands before a role: "the", "its"."""
    roles: Phrases = ""
    """Words for who was named before: "agency", "spokes*"."""
    helpers: Phrases = ""
    """What may stand between a pronoun and its verb: "also", "had previously"."""
    relays: Phrases = ""
    """Words for who passed it on and was named before: "the channel"."""
    clauses: Phrases = ""
    """Words that begin, behind a comma, a clause of its own: "which"."""
    impersonal: Phrases = ""
    """Before a verb of saying: that nobody is said to say it: Spanish "se confirmó que"."""
    back_then: Phrases = ""
    """Beside a verb of saying, that the day stands in the sentence before: "then spoke of"."""
    naming: Phrases = ""
    """Participles that tell behind a comma by which name somebody goes: "called"."""


class Turning(_Part, frozen=True):
    """Words that turn or weaken what they stand at: single words, but for those called phrases. Without negations, the rules on them rest."""

    negations: Phrases = ""
    weak: Phrases = ""
    """Words that make a no of an answer and are no negations: "poor", "lacking"."""
    possible: Phrases = ""
    """How a question asks for what is only possible: "How high *can* it be?"."""
    doubts: Phrases = ""
    """Words that make what follows them uncertain: "may", "possibly"."""
    opposes: Phrases = ""
    """Words behind a comma by which what was just said is set against the rest of it: "but", German "sondern"."""
    led: Phrases = ""
    """Prepositions, beside those of places, before which quoted words may end: "great friction | on the road"."""
    likely: Phrases = ""
    """Phrases by which somebody holds something for likely and no more, however far from it they stand: "probably", "appears to"."""
    supposed: Phrases = ""
    """Phrases that call what stands before or behind them a supposition: "the most likely cause", "the leading theory"."""
    caveats: Phrases = ""
    """Words that keep a whole clause at a distance: "reportedly"."""
    firsts: Phrases = ""
    """First halves of negations in two parts: French "ne" of "ne ... pas"."""
    rests: Phrases = ""
    """Their second halves, which deny by themselves."""
    pending: Phrases = ""
    """Phrases by which something has not happened so far, whatever will: "must still", "expected to"."""
    no_sign: Phrases = ""
    """Phrases by which nothing was found of it, which is less than a no: "no indication"."""
    unseen: Phrases = ""
    """Phrases by which nothing was found of it so far, which is no plain no either: "for now"."""
    those: Phrases = ""
    """Words behind a figure and a comma that take up who or what was counted: "all", "most of them"."""
    denials: Phrases = ""
    """Phrases that say no to what they are said of: "ruled out", German "schließt ... aus"."""
    rejects: Phrases = ""
    """Phrases that do so only before one of ``told``: "rejected" says no to a claim, and not to an offer."""
    told: Phrases = ""
    """Words for what somebody says: "claim", "allegation"."""
    open: Phrases = ""
    """Phrases that say neither yes nor no: "not ... ruled out"."""
    unverified: Phrases = ""
    """Phrases for what could not be checked: "not ... verified". What such a phrase covers has to carry it."""
    verified: Phrases = ""
    """Phrases by which an outlet says that it has checked something itself: "has heard", "holds a copy"."""
    unconfirmed: Phrases = ""
    """Phrases that say so of one thing, and cover nothing else: "not ... confirmed"."""
    covers: dict[str, Phrases] = {}
    """toll, figures, statements -> what a sentence with such a phrase may call what it could not check, by how much that covers."""
    behind: bool = False
    """Whether a negation may stand behind what it turns: German "bestätigte das nicht"."""


class Governing(_Part, frozen=True):
    """What a clause says of the clause that hangs on it: "denied that 12 died", "asked whether". Without it, the rule on that rests."""

    joins: Phrases = ""
    """Words that join the two: "that", "whether"."""
    within: Phrases = ""
    """What begins a clause in which something happened or was said, behind what it was: "a meeting *in which*"."""
    denies: Phrases = ""
    """Phrases by which what follows is not so: "do not believe". Those of ``turning`` that deny do too."""
    asks: Phrases = ""
    """Phrases by which it is open: "asked", "unclear"."""
    fears: Phrases = ""
    """Phrases by which nobody is sure of it: "feared", "rumoured"."""
    bare: Phrases = ""
    """Words at the end of such a phrase behind which nothing need join: "do not *believe* it burned"."""
    hangs: Phrases = ""
    """Words behind them that join a noun, and no clause: "doubt *about* it"."""
    doing: Phrases = ""
    """How a word ends, or begins, that may follow such a phrase in the place of what joins: "denied killing 12"."""
    belied: Phrases = ""
    """Behind a statement, that it is not so: "reports that 12 died *are false*"."""
    infinitive: Phrases = ""
    """Before a verb at a clause's end: that it is an infinitive, whose clause no word joins: German "zu"."""
    averts: Phrases = ""
    """Phrases beside a verb of saying by which nobody says it: "did not", "stopped short of"."""
    hears: Phrases = ""
    """What stands before a participle by which somebody is told something: "was" of "was told"."""
    going_on: Phrases = ""
    """How a verb ends that is no such participle: English "ing" of "is asking for"."""
    tells: Phrases = ""
    """Verbs whose object is told something: "told" of "witnesses told police"."""
    to_do: Phrases = ""
    """Between whom somebody tells it and what they are to do: "told them to leave"."""
    others: Phrases = ""
    """What stands before a name and makes somebody else of it: "a critic of", "not"."""
    opens: Phrases = ""
    """What may stand, behind a comma, before a name that begins a clause of its own: "and the", "while"."""
    merely: Phrases = ""
    """What may stand between such a name and the figure that it gives, where the verb is left out: ", the company *only* 210"."""
    shifts: Phrases = ""
    """Before a place, that it was elsewhere: "north of", "between"."""
    strikes: Phrases = ""
    """Before a place, that it is where something struck, which says nothing of the place of a figure: "the quake that hit Osk"."""
    struck: Phrases = ""
    """The same behind a place, in a clause with the verb at its end: German "das Beben, das Osk erschütterte"."""
    ways: Phrases = ""
    """Before a place, that somebody or something only came from there, or went there: "from", "spread to"."""
    either: Phrases = ""
    """What joins two answers of which one is right: "or"."""


class Dates(_Part, frozen=True):
    """Dates in words. Months and weekdays stand under ``times``, the units under ``units``. Without this part, the rules on dates rest."""

    day_first: bool = msgspec.field(default=True, name="day first")
    """Whether "14 December" is printed."""
    month_first: bool = msgspec.field(default=False, name="month first")
    """Whether "December 14" is printed."""
    ordinal: Phrases = ""
    """What may be written against a day: "th", German "."."""
    of: Phrases = ""
    """What may stand between day, month and year: "of"."""
    after_year: Phrases = msgspec.field(default="", name="after year")
    """The word "year" behind a year: Russian "2024 года"."""
    both: Phrases = ""
    """What joins two days: "14 and 15 December"."""
    to: Phrases = ""
    """What joins the first and the last of several: "14 to 16 December"."""
    before: Phrases = ""
    """What stands before a day by which something is, or, denied, is not: "before"."""
    earliest: Phrases = ""
    """What stands before the first day that is possible: "no earlier than"."""
    earliest_behind: Phrases = ""
    """The same behind it: "at the earliest"."""
    between: Phrases = ""
    """What makes first and last of two days joined by ``both``."""
    dated_only: Phrases = msgspec.field(default="", name="dated only")
    """Months that mean other things too, and count only with a day or a year."""
    more_weekdays: dict[str, int] = msgspec.field(default_factory=dict, name="more weekdays")
    """Further forms (cases, spellings) -> 1 to 7, Monday to Sunday."""
    weekday_behind: Phrases = msgspec.field(default="", name="weekday behind")
    """Where a weekday means other things too: the words one of which must stand before it."""
    day_parts: Phrases = msgspec.field(default="", name="day parts")
    """What may be written against a weekday: German "Samstagabend"."""
    parts_of_day: dict[str, Phrases] = msgspec.field(default_factory=dict, name="parts of day")
    """Part of the day, by its name in ``values.hours.PARTS`` -> its words: evening: "evening, tonight". A word may mean several."""
    overnight: Phrases = ""
    """What means the night up to the article's day: "overnight"."""
    last_night: Phrases = msgspec.field(default="", name="last night")
    """What means the evening before the article's day, or the night up to it: "last night", Spanish "anoche"."""
    night: Phrases = ""
    """What stands before the two days that a night joins: "night of", German "Nacht von"."""
    night_to: Phrases = msgspec.field(default="", name="night to")
    """What joins these two: French "la nuit de lundi à mardi"."""
    night_into: Phrases = msgspec.field(default="", name="night into")
    """What stands before the second of them alone: "overnight into", German "Nacht zum"."""
    between_nights: Phrases = msgspec.field(default="", name="between nights")
    """What joins the two by itself: "Monday night into Tuesday"."""
    last: Phrases = ""
    """Before a weekday, weekend or month, that it is the last one: "last"."""
    last_after: Phrases = msgspec.field(default="", name="last after")
    """The same behind it: French "dernier"."""
    otherwise: Phrases = ""
    """Before a date, that it is not one that has been: "next", "every"."""
    otherwise_after: Phrases = msgspec.field(default="", name="otherwise after")
    """The same behind it: French "prochain"."""
    next: Phrases = ""
    """Before a weekday or a month, that it is the one to come: "next"."""
    next_after: Phrases = msgspec.field(default="", name="next after")
    """The same behind it: French "prochain"."""
    following: dict[str, Phrases] = {}
    """week, month, year -> the whole words for the one to come: "next week"."""
    ahead: dict[int, Phrases] = {}
    """Days ahead -> its words: 1 "tomorrow"."""
    back: dict[int, Phrases] = {}
    """Days back -> its words: 0 "today", 1 "yesterday"."""
    ago: Phrases = ""
    """Behind a stretch of time: "ago"."""
    earlier: Phrases = ""
    """Behind a stretch of time, from another day back: "earlier"."""
    ago_before: Phrases = msgspec.field(default="", name="ago before")
    """Before a stretch of time: German "vor"."""
    ago_between: Phrases = msgspec.field(default="", name="ago between")
    """What may stand between that and the number: German "etwa" is read with the number; Spanish "hace ya" has "ya"."""
    single: dict[str, Phrases] = {}
    """day, week, month, year -> forms that count one without a number: Russian "год назад"."""
    previous: dict[str, Phrases] = {}
    """week, month, year -> the whole words for the one before: "last week"."""
    current: dict[str, Phrases] = {}
    """week, month, year -> the whole words for this one: "this week"."""
    of_week: Phrases = msgspec.field(default="", name="of week")
    """What may stand between a weekday and its week: "Wednesday of last week"; nothing may, too."""
    end_of: Phrases = msgspec.field(default="", name="end of")
    """Before a month or a year, that its last days are meant: "the end of"."""
    weekend: Phrases = ""
    seasons: dict[str, Phrases] = {}
    """spring, summer, autumn, winter -> the whole words: "in the spring"."""
    last_seasons: dict[str, Phrases] = msgspec.field(default_factory=dict, name="last seasons")
    """The same for the last one: "last spring"."""
    in_year: Phrases = msgspec.field(default="", name="in year")
    """What stands before a year that is a date by itself: "in", "since"."""
    coming: Phrases = ""
    """What says of a day that it is still to come: "will", "is to"."""
    past: Phrases = ""
    """What says of a day that it has been: "was", "*ed"."""
    clauses: Phrases = ""
    """Words that part statements in a sentence: "and", "which"."""
