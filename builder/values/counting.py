"""What figures count: words of a language that say the same of people and things, found in a text and compared.

The words stand in ``languages/<code>.yml`` under ``counted``, in sets with one English name each: a German text that prints "ums Leben
gekommen" says ``killed``, as an English one does with "lost their lives". Only a text's own language counts: the German "die" kills
nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from msgspec import Struct

from builder.values.expressions import alternatives
from builder.values.figures.tokens import fold
from builder.values.language_counted import Counted, Phrases
from builder.values.lexicon import base, everywhere, language_file, languages, listed
from builder.values.phrase_sets import Sets, Term, Words, cut_phrase
from builder.values.text import words
from builder.values.wordings import belonging

__all__ = [
    "PERSONS",
    "PLACES",
    "Counting",
    "Meant",
    "Sets",
    "Term",
    "Words",
    "changes",
    "complements",
    "counted_as",
    "counting",
    "is_part",
    "listed_sets",
    "meant",
    "same_language",
    "says",
    "stands_for",
]

_LEAST = 3
"""Letters: a shorter word of what a claim counts says nothing by itself."""
_ROOT = 4
"""Letters that a people's name shares with its country's: Chechen and Chechnya."""
_PARTED = 7
"""How many words on the second word of a state may stand whose two words are parted."""
_ENDED = re.compile(r"[,;:.!?]\s")
_ENDS = re.compile(r"\s*(?:[,;:.!?)\"]|\s-\s|\Z)")
_SHORT = 2
"""Letters: a second word so short is a preposition too, and a verb's only at the end of its clause: German "kamen ... um"."""
_ENDING = 3
"""Letters that a noun may have behind its stem for its number and case."""
PERSONS = frozenset({"people", "troops", "civilians", "passengers", "crew"})
"""Things that are persons."""
GRADES = frozenset({"seriously", "slightly"})
"""The sets of words that say how badly people are hurt."""
PLACES = "places"
"""The things that are places."""


class Counting:
    """The words by which one language says what its figures count."""

    def __init__(
        self,
        counted: Counted,
        joining: Iterable[str] = (),
        saying: Phrases = "",
        articles: Phrases = "",
        determiners: Phrases = "",
        events: Mapping[str, Phrases] | None = None,
        since: Phrases = "",
        until: Phrases = "",
        coming_from: Phrases = "",
        *,
        capital_nouns: bool = False,
    ) -> None:
        every = everywhere().counted
        self.happened = Sets({**counted.states, **counted.changes}, counted.nothing)
        """States and changes."""
        self._closing: dict[str, list[tuple[str, str]]] = {}
        for name, phrases in counted.parted.items():
            for phrase in listed(phrases):
                first, _, last = phrase.partition(" ... ")
                self._closing.setdefault(fold(last), []).append((fold(first), name))
        self._parted = frozenset(first for pairs in self._closing.values() for first, _ in pairs)
        self.named = frozenset({*counted.states, *every.unions})
        """The names of the states."""
        self.things = Sets(counted.things, counted.nothing)
        self.matters = Sets({**counted.matters, **counted.things})
        """Who or what is counted or measured, as far as it tells questions apart."""
        self.weaker = Sets(counted.weaker)
        """Wider words for what is counted, which say it only beside a figure."""
        self.weaker_itself = Sets(
            {name: first for name, phrases in counted.weaker.items() for first in listed(phrases)[:1]}
        )
        """The word of each of these sets that asks for it."""
        self.amounts = Sets({name: counted.matters.get(name, "") for name in listed(every.amounts)})
        self.moving = Sets(
            {name: counted.matters.get(name, "") for name in listed(f"{every.amounts}, {every.moving}")}
        )
        """Sums of money of which none is another one."""
        self._stems = tuple(
            word.rstrip("*")
            for name in listed(every.things_alone)
            for phrase in listed(counted.matters.get(name, ""))
            for word in cut_phrase(phrase)
            if word.endswith("*")
        )
        self.kinds = Sets(counted.kinds)
        """Trades, animals, buildings and other things of which none is another one."""
        self.forecast = Sets({"forecast": counted.forecast}, counted.forecast_not)
        self.forecast_behind = Sets({"forecast": counted.forecast_behind}, counted.forecast_not)
        self.polls = Sets({"poll": counted.polls})
        self.opinions = Sets({"opinion": counted.opinions})
        self.wish = Sets({"wish": counted.wish}, counted.forecast_not)
        self.wish_behind = Sets({"wish": counted.wish_behind}, counted.forecast_not)
        self.want = Sets({"wish": counted.want})
        self.aim = Sets({"aim": counted.aim}, counted.forecast_not)
        self.aim_behind = Sets({"aim": counted.aim_behind}, counted.forecast_not)
        self.other_time = Sets({"other time": counted.other_time})
        self.companions = Sets({"companion": counted.companions})
        self.bodies = tuple(fold(word) for word in listed(counted.bodies))
        self.receiving = Sets({"receiving": counted.receiving})
        self.for_ = Sets({"for": counted.for_})
        self.than = frozenset(fold(word) for word in listed(counted.than))
        self.spanning = re.compile(rf"\s?(?:-|{alternatives(counted.spanning)})\s?", re.IGNORECASE)
        """What stands between the first and the last year of a time."""
        self.set_against = frozenset(fold(word) for word in listed(counted.set_against))
        self.periods = Sets(counted.periods)
        self.beside = Sets(counted.beside)
        self.within = counted.within
        self.peoples = Sets(counted.peoples)
        self._peoples = counted.peoples
        self.in_all = Sets({"in all": counted.in_all})
        self.asks_since = Sets({"since": counted.asks_since})
        self.since_when = Sets({"since": counted.since_when})
        self.standing = Sets({"standing": counted.standing})
        self.at = Sets({"at": counted.at})
        self.mostly = Sets({"mostly": counted.mostly})
        self.shared_deeds = Sets({"shared": counted.shared_deeds})
        self.localities = Sets({"locality": counted.localities})
        self.among = Sets({"among": counted.among})
        self.saying = Sets({"saying": saying})
        """Verbs of saying, and other phrases that attribute words."""
        self.others = frozenset(word for phrase in listed(counted.others) for word in cut_phrase(phrase)[:1])
        self.articles = frozenset(cut_phrase(phrase)[0] for phrase in listed(articles))
        self.determiners = frozenset(cut_phrase(phrase)[0] for phrase in listed(determiners))
        self.capital_nouns = capital_nouns
        self.apart = Sets({"apart": counted.apart})
        self.denied = Sets({"denied": counted.denied})
        self.unreal = Sets({"unreal": counted.unreal})
        self.unreal_behind = Sets({"unreal": counted.unreal_behind})
        self.to_come = Sets({"to come": counted.to_come})
        self.to_come_behind = Sets({"to come": counted.to_come_behind})
        self.planned = Sets({"planned": counted.planned})
        self.infinitives = frozenset(fold(word) for word in listed(counted.infinitives))
        self.presuming = Sets({"presuming": counted.presuming})
        self.former_ones = Sets({"earlier": counted.earlier, "last": counted.last})
        self.occasions = Sets({"occasion": counted.occasions})
        self.earlier = Sets({"earlier": counted.earlier})
        self.disasters = Sets({name: (events or {}).get(name, "") for name in listed(every.disasters)})
        """Events of which a figure may be."""
        self.before_that = Sets({str(days): phrases for days, phrases in counted.before_that.items()})
        self.toll = Sets({"toll": counted.toll})
        self.all_over = Sets({"all over": counted.all_over})
        self.adding = Sets({"adding": counted.adding})
        self.asked_rate = Sets({"rate": counted.asked_rate})
        self.rate = Sets({"rate": counted.rate})
        self.difference = Sets({"difference": counted.difference})
        self.asked_difference = Sets({"difference": counted.asked_difference})
        self.compared = tuple(
            tuple(Sets({"difference": part}) for part in phrase.split(" ... "))
            for phrase in listed(counted.compared)
        )
        """Words that make a figure a difference from both ends of what is counted: "more ... than"."""
        self.out_of = Sets({"out of": counted.out_of})
        self.out_of_the = Sets({"out of": counted.out_of_the})
        self.those = frozenset(listed(counted.those))
        self.stricken = Sets({"stricken": counted.stricken})
        self.numbering = frozenset(fold(word) for word in listed(counted.numbering))
        self.relative = frozenset(fold(word) for word in listed(counted.relative))
        self.there = frozenset(fold(word) for word in listed(counted.there))
        self.are = frozenset(fold(word) for word in listed(counted.are))
        self.alone = Sets({"alone": counted.alone})
        self.former = Sets({"former": counted.former})
        self.that_year = Sets({"that year": counted.that_year})
        self.formerly = Sets({"formerly": counted.formerly}, counted.nothing)
        self.night = Sets({"night": counted.night})
        self.level = Sets({"level": counted.level})
        self.then_when = frozenset(cut_phrase(phrase)[0] for phrase in listed(counted.then_when))
        self.from_ = Sets({"from": counted.from_})
        self.to = Sets({"to": counted.to})
        self.by = Sets({"by": counted.by})
        self.moved = Sets({"moved": counted.moved})
        self.after_that = Sets({str(days): phrases for days, phrases in counted.after_that.items()})
        self.past = Sets({"past": counted.past})
        self.lasted = Sets({"lasted": counted.lasted})
        self.since = Sets({"since": since})
        self.since_words = frozenset(word for phrase in listed(since) for word in cut_phrase(phrase)[:1])
        self.coming_from = Sets({"from": coming_from})
        """What stands before a place where somebody comes from: "from"."""
        self.until = frozenset(word for phrase in listed(until) for word in cut_phrase(phrase)[:1])
        """How what leads from one day to another begins: "until"."""
        self.feared = Sets({"feared": counted.feared})
        self.feared_behind = Sets({"feared": counted.feared_behind})
        self.fearing = Sets({"feared": counted.fearing})
        self.points = Sets({"points": counted.points})
        self.capacity = Sets({"capacity": counted.capacity})
        self.rooms = Sets({"rooms": counted.rooms})
        self.doers = Sets({"doers": counted.doers})
        self.active = Sets({"active": counted.active})
        self.objects = frozenset(fold(word) for word in listed(counted.objects))
        self.aged = frozenset(word for phrase in listed(counted.aged) for word in cut_phrase(phrase))
        self.part = Sets({"part": counted.within})
        """What stands before a figure that is a part of another one."""
        self.some_of = Sets({"part": counted.some_of})
        self.of_these = Sets({"part": counted.of_these})
        self.of_it = Sets({"part": counted.of_it})
        self.and_or = frozenset(joining)
        self.joints = self.and_or | {
            word for phrase in listed(counted.joints) for word in cut_phrase(phrase)[:1]
        }
        self.known = frozenset({*counted.states, *counted.changes, *counted.things, *every.unions})
        """The names of all sets that the language has words for."""
        self.manner = frozenset(word for phrase in listed(counted.manner) for word in cut_phrase(phrase))
        self.then = frozenset(word for phrase in listed(counted.then) for word in cut_phrase(phrase))
        self._unions = {frozenset(listed(parts)): union for union, parts in every.unions.items()}

    def is_written_on(self, word: str) -> bool:
        """Return whether a noun for things goes on with another noun, which may be for persons: German "Familienmitglieder"."""
        plain = fold(word)
        ends = [len(plain) - len(stem) for stem in self._stems if plain.startswith(stem)]
        return bool(ends) and min(ends) > _ENDING

    def roots(self, people: str) -> frozenset[str]:
        """Return how the words for a people and its country begin."""
        return frozenset(
            cut_phrase(phrase)[-1].rstrip("*")[:_ROOT] for phrase in listed(self._peoples.get(people, ""))
        )

    def find(self, cut: Words) -> list[Term]:
        """Return the states and changes of a text in order; "killed or badly injured" is one, in the set of both."""
        done: list[Term] = []
        for term in self._with_parted(cut, self.happened.find(cut)):
            union = self._union(cut, done[-1], term) if done else None
            if union is None:
                done.append(term)
            else:
                done[-1] = Term(done[-1].start, term.end, (union,))
        return done

    def _with_parted(self, cut: Words, found: list[Term]) -> list[Term]:
        """Return states with those of which two words stand around a figure: "claimed 12 lives"."""
        more = []
        if any(word in self._parted for word in cut.words):
            taken = {place for term in found for place in range(term.start, term.end)}
            open_: dict[str, int] = {}
            for at, word in enumerate(cut.words):
                closing = self._closing.get(word, ())
                if closing and len(word) <= _SHORT and not self._closes(cut, at):
                    closing = ()
                for first, name in closing:
                    begun = open_.get(first, -_PARTED - 1)
                    near = at - begun <= _PARTED and not _ENDED.search(
                        cut.text, cut.ends[begun], cut.starts[at]
                    )
                    if near and cut.starts[at] not in taken:
                        more.append(Term(cut.starts[at], cut.ends[at], (name,)))
                if word in self._parted:
                    open_[word] = at
        return sorted((*found, *more), key=lambda term: term.start) if more else found

    def _closes(self, cut: Words, at: int) -> bool:
        """Return whether a clause ends behind a word."""
        if _ENDS.match(cut.text, cut.ends[at]):
            return True
        return at + 1 < len(cut.words) and cut.words[at + 1] in self.and_or

    def _union(self, cut: Words, one: Term, other: Term) -> str | None:
        gap = cut.text[one.end : other.start]
        if len(gap) > 60 or not re.fullmatch(r"[\w\s/-]*", gap):
            return None
        between = cut.between(one.end, other.start)
        if not (between and between[0] in self.and_or) and gap.strip() != "/":
            return None
        if any(word not in self.and_or and word not in self.manner for word in between):
            return None
        for first in one.sets:
            for second in other.sets:
                if union := self._unions.get(frozenset((first, second))):
                    return union
        return None


@lru_cache(maxsize=64)
def counting(language: str) -> Counting:
    """Return the words of a language (``de``, ``de-CH``); none of them where there is no file for it."""
    found = language_file(language)
    if found is None:
        return Counting(Counted())
    joining = listed(f"{found.ranges.both},{found.ranges.either}")
    said = found.saying
    telling = listed(f"{said.verbs},{said.shown},{said.passed},{said.according},{said.behind}")
    # Of a verb that is parted the first part tells enough: "teilte ... mit".
    saying = ",".join(phrase.partition("...")[0].strip() for phrase in telling)
    joins = {word for phrase in joining for word in cut_phrase(phrase)[:1]}
    return Counting(
        found.counted,
        joins,
        saying,
        said.articles,
        said.determiners,
        events=found.events.happened,
        since=found.events.since,
        until=f"{found.dates.to}, {found.events.until}",
        coming_from=found.governing.ways,
        capital_nouns=found.times.capital_nouns,
    )


@lru_cache(maxsize=16)
def planned_words(language: str) -> frozenset[str]:
    """Return the single words by which a language says that something is to come."""
    file = language_file(language)
    return frozenset(phrase for phrase in listed(file.counted.planned if file else "") if " " not in phrase)


class Meant(Struct, frozen=True):
    """What a claim or a question says that it counts."""

    happened: frozenset[str]
    """Sets of states and changes."""
    things: frozenset[str]
    words: tuple[str, ...]
    """Its words in small letters, as far as they may say something."""


@lru_cache(maxsize=1024)
def meant(counts: str, language: str) -> Meant:
    """Return what the words of ``counts`` say, in the language of the site or with the English names of the sets."""
    cut = Words(counts)
    there, names = counting(language), _names()
    found = [*there.find(cut), *names.find(cut)]
    happened = {name for term in found for name in term.sets}
    things = {name for term in (*there.things.find(cut), *_thing_names().find(cut)) for name in term.sets}
    unions = everywhere().counted.unions
    for union, parts in unions.items():
        if union in happened:
            # Its name has the names of its parts.
            happened -= set(listed(parts))
    nothing = there.and_or | there.articles | belonging()
    plain = tuple(word for word in words(counts.casefold()) if len(word) >= _LEAST and word not in nothing)
    return Meant(frozenset(happened), frozenset(things), plain)


@lru_cache(maxsize=1024)
def counted_as(counts: str) -> str:
    """Return what two descriptions of what is counted share if they mean the same: ``killed or wounded`` for "injured or killed".

    Words that ``all.yml`` does not call alike are compared as they are.
    """
    words = [_alike().get(word, word) for word in counts.casefold().split()]
    if len(words) < 3:  # nothing stands between two, and the words of all languages need not be read for it
        return " ".join(words)
    parts = _joined().split(" ".join(words))
    return " or ".join(sorted(parts) if all(" " not in part for part in parts) else parts)


@lru_cache(maxsize=1)
def _joined() -> re.Pattern[str]:
    """Return an expression for "or" and "and" between two words, in any language."""
    joints = {word for language in languages() for word in counting(language).and_or}
    return re.compile(rf" (?:{alternatives(joints)}) ")


@lru_cache(maxsize=1)
def _alike() -> dict[str, str]:
    return {word: name for name, words in everywhere().counted.alike.items() for word in listed(words)}


@lru_cache(maxsize=1)
def _names() -> Counting:
    """Return the English names of the sets as if they were words."""
    english = language_file("en")
    given = english.counted if english else Counted()
    named = {name: name for name in given.states} | dict.fromkeys(everywhere().counted.unions, "")
    return Counting(
        Counted(
            states={name: phrase or name for name, phrase in named.items()},
            changes={name: name for name in given.changes},
        ),
        ("and", "or"),
    )


@lru_cache(maxsize=1)
def _thing_names() -> Sets:
    english = language_file("en")
    return Sets({name: name for name in english.counted.things} if english else {})


@lru_cache(maxsize=1)
def changes() -> frozenset[str]:
    """Return the names of the sets that say what a number did."""
    english = language_file("en")
    return frozenset(english.counted.changes) if english else frozenset()


def says(wanted: Iterable[str], found: Iterable[str]) -> bool:
    """Return whether sets that a text says are those that are wanted; both parts of a set are that set."""
    have, sought = set(found), set(wanted)
    if have & sought:
        return True
    unions = everywhere().counted.unions
    return any(union in sought and set(listed(parts)) <= have for union, parts in unions.items())


def is_part(some: Iterable[str], whole: Iterable[str]) -> bool:
    """Return whether one of some sets is a part of one of others: who was killed is one of the killed or wounded."""
    within, sought = everywhere().counted.within, set(whole)
    for name in some:
        while name in within:
            name = within[name]
            if name in sought:
                return True
    return False


def stands_for(some: Iterable[str], wanted: Iterable[str]) -> bool:
    """Return whether one of some sets says one that is wanted as well, where nothing else does: "twelve bodies" are twelve killed."""
    pairs, sought = everywhere().counted.stand_for, set(wanted)
    return any(pairs.get(name) in sought for name in some)


@lru_cache(maxsize=8)
def listed_sets(kind: str) -> frozenset[str]:
    """Return the names of the sets that ``all.yml`` has under a key of its part ``counted``: ``befallen``, ``things_alone``."""
    return frozenset(listed(getattr(everywhere().counted, kind)))


def complements(sets: Iterable[str]) -> frozenset[str]:
    """Return the sets of all that are not in some sets: the insured of the uninsured, and the other way round."""
    pairs = everywhere().counted.complements
    both = {**pairs, **{other: one for one, other in pairs.items()}}
    return frozenset(both[name] for name in sets if name in both)


def same_language(one: str, other: str) -> bool:
    """Return whether two tags are of one language, whatever the countries."""
    return base(one) == base(other)
