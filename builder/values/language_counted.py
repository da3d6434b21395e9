"""What a language's file says of the things that figures count: the keys of its part ``counted``, each with what it means."""

from __future__ import annotations

from msgspec import Struct, field

Phrases = str
"""Phrases in small letters, parted by commas."""


class Counted(Struct, frozen=True, forbid_unknown_fields=True):
    """What figures count: sets of words that say the same of people and things, each under one English name in all files.

    A phrase stands for those whole words and no others; a word that ends in ``*`` stands for every word that begins so ("injur*" is
    injured, injury, injuries). Between its words a phrase has spaces or hyphens, and nothing else. The longest phrase counts.
    """

    states: dict[str, Phrases] = {}
    """What happened to those who are counted, or how they are: "killed" -> killed, dead, died, lost their lives."""
    parted: dict[str, Phrases] = {}
    """States that two words say with a figure between them: "claimed ... lives" -> killed. They stand where the second does."""
    changes: dict[str, Phrases] = {}
    """What a sum or a number did: "fell" -> fell, dropped, tumbled."""
    things: dict[str, Phrases] = {}
    """Who or what is counted, or measured: "troops" -> troops, soldiers."""
    matters: dict[str, Phrases] = {}
    """What else is counted or measured, and what a question may ask of: "debt" -> debt, owes. A word may begin with ``*``, too. They tell
    which question a figure answers, across languages; of a claim, the proof lets those say what it counts that stand to its figure."""
    weaker: dict[str, Phrases] = {}
    """Words that say a state, a change or what is done to things only beside those who are counted, and one way: firefighters who battle a
    fire are deployed, a diagnosed case is a reported one, and neither is said of everybody who was deployed or reported. Where a set is no state, the first word is that by which a question asks."""
    kinds: dict[str, Phrases] = {}
    """Trades, animals, buildings, vehicles and other things that are counted, each under its English name: what is of one kind is of no
    other. Only the noun of a figure, and what a question asks of, are looked up here."""
    forecast: Phrases = ""
    """What stands before a figure that is expected, demanded or possible, and not what came of it: "analysts expected", "an exit poll"."""
    forecast_behind: Phrases = ""
    """The same where it stands behind: "is forecast", German "gerechnet"."""
    forecast_not: Phrases = ""
    """Phrases that hold one of these words and say how a figure compares with what was expected: "than expected"."""
    other_time: Phrases = ""
    """What says of a result that is counted again and again that it was the one before: "at the last election", "a year earlier"."""
    companions: Phrases = ""
    """Who is named by somebody else: "her" accomplice, "its" rival. A result of theirs is not that one's."""
    bodies: Phrases = ""
    """Words in the names of parties, firms and other bodies: of two such names one is not the other."""
    receiving: Phrases = ""
    """Verbs that a person stands before who gets something: "Rood" was "given four years"."""
    for_: Phrases = field(default="", name="for")
    """What stands between a result and whose it is: "38 percent for" the others."""
    set_against: Phrases = ""
    """What stands before it where a figure is only set against that: "more than" at the last election."""
    periods: dict[str, Phrases] = {}
    """Parts of a year or of a match in which results are counted, under a sign: q1 to q4, h1 and h2, 9m, fy."""
    beside: dict[str, Phrases] = {}
    """What stands beside those who are counted and tells them from others: how badly they are hurt, "seriously", that they are others
    than those before, or that a country follows from which they are."""
    nothing: Phrases = ""
    """Phrases that hold one of these words and do not mean it: "lost power"."""
    standing: Phrases = ""
    """What gives another figure for what the sentence before counts: "put it at"."""
    others: Phrases = ""
    """Words that count without a figure: what is said beside them is said of others than the figure counts."""
    manner: Phrases = ""
    """What may stand between two of these words that are joined: "killed or seriously wounded"."""
    then: Phrases = ""
    """What may stand between two of them that are said of the same people one after the other: "arrested and later charged"."""
    within: Phrases = ""
    """What stands before a figure that is a part of the one before it: "including"."""
    some_of: Phrases = ""
    """What says in a clause of its own, before or behind a figure, that it is a part of what was counted before: "of which", "of them"."""
    of_it: Phrases = ""
    """The same where it may also be of all: French "en"."""
    apart: Phrases = ""
    """Words that set what follows against what stands before: "while", "but"."""
    joints: Phrases = ""
    """Words behind which another statement may begin, apart from "and" and "or"."""
    in_all: Phrases = ""
    """What makes a figure one of all days up to now: "so far", "since the war began"."""
    at: Phrases = ""
    """What stands before a place where something happened."""
    among: Phrases = ""
    """What stands between what is counted and its people: "200 dead among Ukrainian troops"."""
    denied: Phrases = ""
    """What stands right before what is counted and says that it did not happen: "not" killed, "never" found."""
    unreal: Phrases = ""
    """What stands before it and says that it might have happened, or nearly did: "could have been" killed, "nearly" drowned."""
    unreal_behind: Phrases = ""
    """The same where it stands behind: German "getötet werden können"."""
    to_come: Phrases = ""
    """What stands right before a misfortune and says that it has not happened yet: "might" die."""
    to_come_behind: Phrases = ""
    """The same where it stands behind: German "sterben könnten"."""
    infinitives: Phrases = ""
    """The words behind which alone ``to_come`` says so, where the same words also stand before participles; all, if none are given."""
    planned: Phrases = ""
    """What says that something is to come, and is no doubt of it where a question asks for just that: "will", German "soll"."""
    presuming: Phrases = ""
    """What begins a question that takes what it tells for granted: "why were 12 killed?"."""
    earlier: Phrases = ""
    """What stands before an event that is an earlier one than the text is about: "a previous" attack."""
    before_that: dict[int, Phrases] = {}
    """What says that it was so many days before another day: "a day earlier" -> 1."""
    toll: Phrases = ""
    """What is itself a count: a day beside it is when it was counted, "the toll rose to 12 on Sunday"."""
    all_over: Phrases = ""
    """What says that a figure is of a whole country, or of more: "nationwide"."""
    adding: Phrases = ""
    """What stands before a figure that comes to another one: "a further"."""
    rate: Phrases = ""
    """What makes a figure one of each day, week or year: "every day"."""
    difference: Phrases = ""
    """What stands behind a figure that is the difference of two: "fewer"."""
    compared: Phrases = ""
    """The same in two parts around what is counted: "more ... than"."""
    out_of: Phrases = ""
    """What stands between a figure and all those of whom it is some, before "the" or their number: "12 of" the dead."""
    out_of_the: Phrases = ""
    """The same with its article in it: French "des", German "der"."""
    those: Phrases = ""
    """Articles and pronouns behind it: "of" those "killed"."""
    stricken: Phrases = ""
    """Words of ``states`` that stand as nouns, or beside one without a verb: "the dead", "the people killed"."""
    relative: Phrases = ""
    """Pronouns behind which a state may be told with any verb: "the people who died"."""
    are: Phrases = ""
    """Verbs between some of a number and what they are: "12 were children"."""
    alone: Phrases = ""
    """What says that a figure is of one place or time among others: "in one street alone"."""
    former: Phrases = ""
    """What stands right before a figure that held before: "up from", "an earlier estimate of"."""
    from_: Phrases = ""
    """What stands before the figure from which a number rose or fell."""
    to: Phrases = ""
    """What stands before the one to which it did."""
    by: Phrases = ""
    """What stands before the one by which it did."""
    moved: Phrases = ""
    """Verbs of a number that changes, besides ``changes``: "was revised"."""
    after_that: dict[int, Phrases] = {}
    """What stands before what was so many days before another day: "a day after 12 were killed" -> 1."""
    past: Phrases = ""
    """What stands before a time that lasts up to now: "over the past" two years."""
    lasted: Phrases = ""
    """What stands behind such a time, however it is led in: "three years" of war."""
    feared: Phrases = ""
    """What stands right before a state and says that nobody is sure of it: "may have been" killed, "feared" dead."""
    feared_behind: Phrases = ""
    """The same where it stands behind: German "getötet worden sein"."""
    fearing: Phrases = ""
    """What stands before a figure and says that nobody is sure of it: "there were fears that"."""
    points: Phrases = ""
    """What is counted where a share changes: "up five points"."""
    capacity: Phrases = ""
    """What stands before a figure of those for whom there is room: "built to house"."""
    doers: Phrases = ""
    """What stands right before a state and makes those before it the ones who did it, or saw it: "charged with" killing."""
    active: Phrases = ""
    """Verbs of ``states`` whose subject did it: "12 rebels" killed "a guard"."""
    objects: Phrases = ""
    """What begins an object behind them, where the same words may also be participles; none, if they may not."""
    aged: Phrases = ""
    """Who may have his age behind him between commas: "a boy, 12, was"."""
    peoples: dict[str, Phrases] = {}
    """Peoples by their English name, in small letters -> how their members, and all that is theirs, are called."""


class CountedEverywhere(Struct, frozen=True, forbid_unknown_fields=True):
    """How the sets of what figures count hang together, in every language."""

    unions: dict[str, Phrases] = {}
    """Set -> the two that make it where they are joined: "killed or wounded"."""
    within: dict[str, str] = {}
    """Set -> the one of which it is a part: who was killed is one of the losses."""
    complements: dict[str, str] = {}
    """Set -> the one of all that are not in it: who is not insured is uninsured. Of a hundred percent one is what the other leaves."""
    persons: Phrases = ""
    """The matters that are persons, apart from others: children, firefighters."""
    kinds_of_persons: Phrases = ""
    """The ``kinds`` that are persons: none of them is a thing, which a question may ask of too."""
    apart: dict[str, str] = {}
    """Things of which none is the other: civilians are no troops."""
    alike: dict[str, Phrases] = {}
    """Set -> single words of it that count the same people as its name: who is injured is wounded. A narrower word, as "drowned", is none."""
    stand_for: dict[str, str] = {}
    """Set -> the one that it says as well, unless a sentence has another figure for that: bodies that are found are of the killed."""
    done_by_saying: Phrases = ""
    """Those of what is asked for that somebody does by saying it: a demand, an offer."""
    telling: Phrases = ""
    """Those of what happens that only tell of it: who counts, reports or claims a number does nothing to what is counted."""
    widest: Phrases = ""
    """The things of which so much is said that a word for them tells nothing of what is counted: people, places."""
    by_deed: Phrases = ""
    """Persons who are so by what they do or what befalls them, which a text may say by a verb alone: "40,000 people protested"."""
    said_by_nouns: Phrases = ""
    """The states that only the noun of a figure says: "a plane with 162 people pulled bodies" counts no bodies."""
    befallen: Phrases = ""
    """The sets of what happens to people and nobody counts before it has: a toll that is to come is no toll."""
    amounts: Phrases = ""
    """The matters that are sums of money and none of the others: a profit is no revenue."""
    things_alone: Phrases = ""
    """The matters that are no persons and stand for none: cars, goats."""
    disasters: Phrases = ""
    """The sets of events that a figure may be of."""
