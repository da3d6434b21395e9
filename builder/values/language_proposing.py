"""What a language's file says for proposals: who says it, which day it was, what a figure counts, and what answers without a figure.

The lists are written as ``language_parts.py`` says: a ``*`` stands for one word, or for any beginning or ending of one. What a language
leaves out is not proposed.
"""

from __future__ import annotations

import msgspec
from msgspec import Struct

from builder.values.language_parts import Phrases


class _Part(Struct, frozen=True, forbid_unknown_fields=True):
    """A part of a language's file."""


class Speakers(_Part, frozen=True):
    """Who says it, apart from what stands under ``saying``."""

    helpers: Phrases = ""
    """What may stand between a name and its verb: "has", "also"."""
    framing: Phrases = ""
    """What stands beside a name where the verb ends its clause: German "hat die Polizei am Abend gemeldet"."""
    documents: Phrases = ""
    """Names of what is written and says it: German "Geschäftsbericht"."""
    by_document: Phrases = msgspec.field(default="", name="by document")
    """What gives words to such a name, and to no other: German "nach"."""
    pronoun_helpers: Phrases = msgspec.field(default="", name="pronoun helpers")
    """The same between a pronoun and its verb."""
    on_day: Phrases = msgspec.field(default="", name="on day")
    """What stands before a day between a name and its verb: "on"."""
    which: Phrases = ""
    """What begins a clause on the name before it: "which"."""
    cited: Phrases = ""
    """What gives words to the name behind it: "according to"."""
    spoken_for: Phrases = msgspec.field(default="", name="spoken for")
    """What he is called who speaks for a body: "spokes*"."""
    by_pronoun: Phrases = msgspec.field(default="", name="by pronoun")
    """Words that give something to who was named before: German "nach ihren Worten"."""
    passing: Phrases = ""
    """Those of them with which somebody passes on what another says: "citing"."""
    articles: Phrases = ""
    """What may stand before a name, possessives included."""
    own: Phrases = ""
    """Possessives, and no other articles: "its"."""
    its: Phrases = ""
    """Those of them that may be of a thing or of several: "its", "their"."""
    pronouns: Phrases = ""
    """Pronouns for who was named before."""
    persons: Phrases = ""
    """Pronouns for one person: "she", "her"."""
    things: Phrases = ""
    """Pronouns for what is no person: "it"."""
    of: Phrases = ""
    """What ends a description behind a name: "the mayor of", "the minister who"."""
    roles: Phrases = ""
    """Whole phrases for who was named before, with ``*`` for one word: "the * agency"."""
    somebody: Phrases = ""
    """What begins a phrase for somebody who is not named: "a dealer"."""
    passive: Phrases = ""
    """Verbs that make a passive: "is said to"."""
    between: Phrases = ""
    """What may stand between such a verb and the other: "*ly"."""
    participles: Phrases = ""
    """How participles end that say nothing by themselves before one of ``done to``: "reported for"."""
    done_to: Phrases = msgspec.field(default="", name="done to")
    channels: Phrases = ""
    """What stands before a place where somebody says it: "on their channel"."""
    goes_on: Phrases = msgspec.field(default="", name="goes on")
    """What begins a sentence that goes on with what was said, before one of ``goes on with``: "they had"."""
    goes_on_with: Phrases = msgspec.field(default="", name="goes on with")
    held: Phrases = ""
    """Phrases that say so anywhere in a sentence: "is believed to"."""
    barriers: Phrases = ""
    """Words behind which another may be speaking: "while"."""
    others: Phrases = ""
    """Those of them that part a speaker at the end from what stands before."""
    told_in: Phrases = msgspec.field(default="", name="told in")
    """Behind who says it at a sentence's end: before how it was told, "in a statement"."""
    told: Phrases = ""
    """The same, whole phrases: "late on *", "reporters"."""
    told_outside: Phrases = msgspec.field(default="", name="told outside")
    """The same, a word with others on both sides: "outside the court"."""
    then: Phrases = ""
    """What stands behind a listener's name there: "on", "late"."""


class Days(_Part, frozen=True):
    """To which statement of a sentence a day belongs."""

    parts: Phrases = ""
    """Words that part statements: "while"."""
    relative: Phrases = ""
    """Words that begin a clause on what stands before: "which"."""
    same: Phrases = ""
    """What behind a comma goes on with the same event: "when", "*ing"."""
    leading: Phrases = ""
    """What begins a day that stands, with a comma behind it, before all of its sentence: "on"."""
    since: Phrases = ""
    """From which day on something holds, and not on which it did: "since"."""
    every_year: Phrases = msgspec.field(default="", name="every year")
    """Seasons that may be those of every year: "in the spring"."""
    listeners: Phrases = ""
    """Who listens, without an article: "reporters"."""
    occasions: Phrases = ""
    """Where it was said, or to whom, behind an article: "statement"."""
    at: Phrases = ""
    """What may stand before those: "in"."""
    articles: Phrases = ""
    """Articles of occasions."""
    early: Phrases = ""
    """What may stand before a day and its preposition: "late on"."""
    prepositions: Phrases = ""
    """Prepositions of a day or place: "on"."""
    the: Phrases = ""
    """The article behind them."""
    before: Phrases = ""
    """Prepositions that an answer begins with: "since"."""
    part_of: Phrases = msgspec.field(default="", name="part of")
    """What may stand between them and a date: "early"."""


class Answers(_Part, frozen=True):
    """What answers a question without a figure."""

    clauses: Phrases = ""
    """Words that part clauses: "and"."""
    where: Phrases = ""
    """What stands before a place where something happened: "in"."""
    where_new: Phrases = msgspec.field(default="", name="where new")
    """Those that stand before nothing but places and times, so that a name behind one is a place."""
    the: Phrases = ""
    """Articles before a place."""
    kinds: Phrases = ""
    """Kinds of places before a name: "village of"."""
    joined: Phrases = ""
    """What joins two places."""
    denials: Phrases = ""
    """What says no: "could not", "no * was"."""
    denial_ends: Phrases = msgspec.field(default="", name="denial ends")
    """Words at which what is denied ends."""
    denied_before: bool = msgspec.field(default=False, name="denied before")
    """Whether what is denied may stand before what says no: German "bestätigte das nicht"."""
    points_back: Phrases = msgspec.field(default="", name="points back")
    """What at the end of a denial means what stands before it: "denied it"."""
    as_verbs: Phrases = msgspec.field(default="", name="as verbs")
    """Verbs that with one of ``as`` attribute words: "described"."""
    as_: Phrases = msgspec.field(default="", name="as")
    called: Phrases = ""
    """Verbs that do so without one: "called it a disgrace"."""
    objects: Phrases = ""
    """Pronouns that such a verb may have: "it"."""
    owners: Phrases = ""
    """What begins a longer object: "the"."""
    one: Phrases = ""
    """Articles of what something is called: "a"."""
    one_pronoun: Phrases = msgspec.field(default="", name="one pronoun")
    """The same behind a pronoun."""
    plain: Phrases = ""
    """What joins two words by which it is called: "long and dull"; empty where single words are not looked for."""
    no_place: Phrases = msgspec.field(default="", name="no place")
    """What stands before a word that is none of these: "called the police at night"."""
    spoke: Phrases = ""
    """Phrases before an article and attributed words: "spoke of"."""
    spoke_articles: Phrases = msgspec.field(default="", name="spoke articles")
    distance: Phrases = ""
    """Phrases that hold what follows at arm's length: "allegedly"."""
    was: Phrases = ""
    """Verbs before one of ``distance to``, which belongs to the words: "was alleged to"."""
    distance_to: Phrases = msgspec.field(default="", name="distance to")
    felt: Phrases = ""
    """Phrases before a verb and a word by which somebody says how they were: "said they", "were angry"."""
    felt_words: Phrases = msgspec.field(default="", name="felt words")
    """How that word ends."""
    wording_ends: Phrases = msgspec.field(default="", name="wording ends")
    """Words at which attributed words end."""
    loose_ends: Phrases = msgspec.field(default="", name="loose ends")
    """Words that a quotation that is cut does not end with."""


class Figures(_Part, frozen=True):
    """What a figure counts."""

    crowds: Phrases = ""
    """Nouns for persons together that stand before their number: "a crew of seven"."""
    noun_ends: Phrases = msgspec.field(default="", name="noun ends")
    """Words at which the noun behind a figure ends."""
    of: Phrases = ""
    """What joins a figure to its noun: "of"."""
    of_whole: Phrases = msgspec.field(default="", name="of whole")
    """The same, of all of which a figure is a part: French "7 sur 11", "sur les 47"."""
    of_articles: Phrases = msgspec.field(default="", name="of articles")
    adverbs: Phrases = ""
    """What may stand between a verb of the passive and its participle."""
    participles: Phrases = ""
    """How participles end of which a figure may be the subject: "were moved"; empty where none is looked for."""
    told: Phrases = ""
    """Those that say nothing of what is counted: "believed"."""
    shapes: dict[str, Phrases] = {}
    """width, depth, height, length, distance -> its words."""
    of_noun: Phrases = msgspec.field(default="", name="of noun")
    """What joins a noun to a sum or a share behind it: "a fine of"."""
    scales: Phrases = ""
    """Nouns that stand directly before their figure: "magnitude"."""
    magnitude: Phrases = ""
    """Those of them whose figures are magnitudes."""
    is_: Phrases = msgspec.field(default="", name="is")
    """Verbs between a subject and its sum: "turnout was"."""
    by: Phrases = ""
    """What may stand behind those: "rose to"."""
    verbs: Phrases = ""
    """Verbs before a sum or a share: "sold"."""
    price: Phrases = ""
    """What may stand between those and their sum: "sold for"."""
    beside: Phrases = ""
    """What stands, behind a comma, before a figure of which alone is said what follows: "with"."""
    had: Phrases = ""
    """What says of things behind it that somebody has them, and no more: "had", "runs"."""
    oneself: Phrases = ""
    """What behind a figure says that it is of a single person: "herself"."""
    more: Phrases = ""
    """What may stand before a stretch of time: "two more days"."""
    counted: Phrases = ""
    """What belongs to what a share is of: "of ballots counted"."""
    goes_on: Phrases = msgspec.field(default="", name="goes on")
    """A word that belongs to no noun: "*ing"."""
    no_plurals: Phrases = msgspec.field(default="", name="no plurals")
    """How words end that end like a plural and are none: "*ss"."""
    place: Phrases = ""
    """What stands before a figure that counts places: "at four ports"."""
    against: Phrases = ""
    """What stands before the smaller side of a vote: "by 54 percent to 46"."""
    that_one: Phrases = msgspec.field(default="", name="that one")
    """What says of an event that it is another one than the text's: "that quake"."""
    nearby: Phrases = ""
    """What says of a place that it is another one, beside that of the text: "neighbouring"."""
    later: Phrases = ""
    """What behind a time says that so much passed until something else: "two days later"."""
    how_late: Phrases = msgspec.field(default="", name="how late")
    """What in a question asks for such a time: "after", "later"."""
    place_articles: Phrases = msgspec.field(default="", name="place articles")
    same: Phrases = ""
    """What stands before a figure that counts the same as the one before: "up from"."""
    earlier: Phrases = ""
    """The same, with a word and "of" behind it: "an earlier count of"."""
    at: Phrases = ""
    """What joins a noun to its number: "at"."""
    number_of: Phrases = msgspec.field(default="", name="number of")
    """What makes a number of what it counts: "number of"."""
    changed: Phrases = ""
    """Verbs of change between that and a figure: "risen to"."""
    clauses: Phrases = ""
    """Words that part what two figures count, always: "while"."""
    clauses_before: Phrases = msgspec.field(default="", name="clauses before")
    """Words that do before a figure: "and"."""
    clause_numbers: Phrases = msgspec.field(default="", name="clause numbers")
    """Numbers in words that are such a figure."""
    and_participle: Phrases = msgspec.field(default="", name="and participle")
    """What parts them before a participle: "and moved"."""
    and_participles: Phrases = msgspec.field(default="", name="and participles")
    """How that participle ends."""


class Compared(_Part, frozen=True):
    """How words are held against those of a question."""

    stop: Phrases = ""
    """Words that say nothing by themselves."""
    endings: Phrases = ""
    """Endings that words are compared without."""
    confirm: Phrases = ""
    """Words for confirming, which all say the same."""


class Proposing(_Part, frozen=True):
    """A language's words for proposals."""

    speakers: Speakers = Speakers()
    days: Days = Days()
    answers: Answers = Answers()
    figures: Figures = Figures()
    compared: Compared = Compared()
