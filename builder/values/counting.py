"""What figures count: words of a language that say the same of people and things, found in a text and compared.

The words stand in ``languages/<code>.yml`` under ``counted``, in sets with one English name each: a German text that prints "ums Leben
gekommen" says ``killed``, as an English one does with "lost their lives". Only a text's own language counts: the German "die" kills
nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from builder.values.figures.tokens import fold
from builder.values.language_counted import Counted, Phrases
from builder.values.lexicon import base, everywhere, language_file, listed
from builder.values.text import words

_WORD = re.compile(r"[^\W_]+")
_JOINED = re.compile(r"[\s\-'’.]*")
_LEAST = 3
"""Letters: a shorter word of what a claim counts says nothing by itself."""
_ROOT = 4
"""Letters that a people's name shares with its country's: Chechen and Chechnya."""
PERSONS = frozenset({"people", "troops", "civilians", "passengers", "crew"})
"""Things that are persons."""
PLACES = "places"
"""The things that are places."""
_SAYS_NOTHING = frozenset({"and", "the", "for"})


class Term(Struct, frozen=True):
    """Words of a text that say what is counted."""

    start: int
    end: int
    sets: tuple[str, ...]
    """The sets in which they stand, the one they say first of all in front."""


class Words:
    """The words of a text, each with its place: cut once for everything that is looked for in it."""

    __slots__ = ("ends", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for match in _WORD.finditer(text):
            self.words.append(fold(match[0]))
            self.starts.append(match.start())
            self.ends.append(match.end())

    def between(self, start: int, end: int) -> list[str]:
        """Return the words that begin between two places."""
        return self.words[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


class Sets:
    """Phrases, each with the sets in which it stands. A word of a phrase may end in ``*``: every word that begins so.

    The first may begin with ``*`` instead: every word that ends so, as German writes nouns together.
    """

    def __init__(self, sets: Mapping[str, Phrases], nothing: Phrases = "") -> None:
        meant: dict[tuple[str, ...], tuple[str, ...]] = {}
        for name, phrases in sets.items():
            for phrase in listed(phrases):
                key = _cut(phrase)
                meant[key] = tuple(dict.fromkeys((*meant.get(key, ()), name)))
        meant |= {_cut(phrase): () for phrase in listed(nothing)}
        self._first: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
        for key in sorted(meant, key=lambda key: (-len(key), key)):
            self._first.setdefault(key[0], []).append((key, meant[key]))
        self._stems = sorted({len(word) for word in self._first if word.endswith("*")}, reverse=True)
        self._tails = sorted({len(word) for word in self._first if word.startswith("*")}, reverse=True)

    def find(self, cut: Words) -> list[Term]:
        """Return the phrases of a text in order; of those that begin at one word, the longest."""
        found, place = [], 0
        while place < len(cut.words):
            match = self._match(cut, place)
            if match is None:
                place += 1
                continue
            length, sets = match
            if sets:
                found.append(Term(cut.starts[place], cut.ends[place + length - 1], sets))
            place += length
        return found

    def _match(self, cut: Words, place: int) -> tuple[int, tuple[str, ...]] | None:
        best: tuple[int, tuple[str, ...]] | None = None
        for key, sets in self._beginning(cut.words[place]):
            if best is not None and len(key) <= best[0]:
                continue
            if all(self._goes_on(cut, place + at, word) for at, word in enumerate(key) if at):
                best = (len(key), sets)
        return best

    def _beginning(self, word: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
        yield from self._first.get(word, ())
        for length in self._stems:
            yield from self._first.get(f"{word[: length - 1]}*", ())
        for length in self._tails:
            yield from self._first.get(f"*{word[1 - length :]}", ())

    @staticmethod
    def _goes_on(cut: Words, place: int, word: str) -> bool:
        return (
            place < len(cut.words)
            and _fits(cut.words[place], word)
            and _JOINED.fullmatch(cut.text, cut.ends[place - 1], cut.starts[place]) is not None
        )


def _cut(phrase: str) -> tuple[str, ...]:
    stars = re.sub(r"\*", "\u0001", phrase)
    return tuple(fold(word).replace("\u0001", "*") for word in re.findall(r"\u0001?[^\W_]+\u0001?", stars))


def _fits(word: str, wanted: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted


class Counting:
    """The words by which one language says what its figures count."""

    def __init__(self, counted: Counted, joining: Iterable[str] = (), saying: Phrases = "") -> None:
        every = everywhere().counted
        self.happened = Sets({**counted.states, **counted.changes}, counted.nothing)
        """States and changes."""
        self.named = frozenset({*counted.states, *every.unions})
        """The names of the states."""
        self.things = Sets(counted.things, counted.nothing)
        self.matters = Sets({**counted.matters, **counted.things})
        """Who or what is counted or measured, as far as it tells questions apart."""
        self.beside = Sets(counted.beside)
        self.within = counted.within
        self.peoples = Sets(counted.peoples)
        self._peoples = counted.peoples
        self.in_all = Sets({"in all": counted.in_all})
        self.standing = Sets({"standing": counted.standing})
        self.at = Sets({"at": counted.at})
        self.among = Sets({"among": counted.among})
        self.saying = Sets({"saying": saying})
        """Verbs of saying, and other phrases that attribute words."""
        self.others = frozenset(word for phrase in listed(counted.others) for word in _cut(phrase)[:1])
        self.apart = Sets({"apart": counted.apart})
        self.and_or = frozenset(joining)
        self.joints = self.and_or | {word for phrase in listed(counted.joints) for word in _cut(phrase)[:1]}
        self.known = frozenset({*counted.states, *counted.changes, *counted.things, *every.unions})
        """The names of all sets that the language has words for."""
        self._manner = frozenset(listed(counted.manner))
        self._unions = {frozenset(listed(parts)): union for union, parts in every.unions.items()}

    def roots(self, people: str) -> frozenset[str]:
        """Return how the words for a people and its country begin."""
        return frozenset(
            _cut(phrase)[-1].rstrip("*")[:_ROOT] for phrase in listed(self._peoples.get(people, ""))
        )

    def find(self, cut: Words) -> list[Term]:
        """Return the states and changes of a text in order; "killed or badly injured" is one, in the set of both."""
        done: list[Term] = []
        for term in self.happened.find(cut):
            union = self._union(cut, done[-1], term) if done else None
            if union is None:
                done.append(term)
            else:
                done[-1] = Term(done[-1].start, term.end, (union,))
        return done

    def _union(self, cut: Words, one: Term, other: Term) -> str | None:
        gap = cut.text[one.end : other.start]
        if len(gap) > 60 or not re.fullmatch(r"[\w\s/-]*", gap):
            return None
        between = cut.between(one.end, other.start)
        if not (between and between[0] in self.and_or) and gap.strip() != "/":
            return None
        if any(word not in self.and_or and word not in self._manner for word in between):
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
    return Counting(found.counted, {word for phrase in joining for word in _cut(phrase)[:1]}, saying)


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
    plain = tuple(
        word for word in words(counts.casefold()) if len(word) >= _LEAST and word not in _SAYS_NOTHING
    )
    return Meant(frozenset(happened), frozenset(things), plain)


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


def complements(sets: Iterable[str]) -> frozenset[str]:
    """Return the sets of all that are not in some sets: the insured of the uninsured, and the other way round."""
    pairs = everywhere().counted.complements
    both = {**pairs, **{other: one for one, other in pairs.items()}}
    return frozenset(both[name] for name in sets if name in both)


def same_language(one: str, other: str) -> bool:
    """Return whether two tags are of one language, whatever the countries."""
    return base(one) == base(other)
