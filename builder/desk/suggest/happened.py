"""What a sentence says happens, and to what, in words that are the same in all languages."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from builder.desk.suggest.language import any_of, proposing
from builder.values.counting import PERSONS, Sets, Words, counting
from builder.values.figures.tokens import fold
from builder.values.figures.words import words_of
from builder.values.language_events import Events
from builder.values.lexicon import language_file, listed

_NOTHING = Events()
_TAIL = 5
"""Letters of the shortest word that is looked for at the end of a compound."""
_COMPOUND = 9
"""Letters of the shortest compound."""
_PARTED = 12
"""Words between the two parts of a verb: "ordnete am Morgen die Räumung an"."""
_RELATIVE = 2
"""Characters between a name and the word that begins a clause on it."""
_SAME = str.maketrans("áéíóúü", "aeiouu")
"""Letters of a language whose accents tell no words apart."""


CONTRARY = {
    "accepted": {"rejected", "withdrew"}, "approved": {"rejected", "blocked", "cancelled"}, "agreed": {"rejected"}, "supported": {"opposed", "rejected"},
    "opposed": {"supported"}, "open": {"closed"}, "reopen": {"closed"}, "closed": {"open", "reopen"}, "rise": {"fall"}, "fall": {"rise"},
    "raised": {"reduced"}, "reduced": {"raised"}, "guilty": {"acquitted"}, "convicted": {"acquitted"}, "confirmed": {"denied"},
    "admitted": {"denied"}, "won": {"lost"}, "linked": {"not linked"}, "saved": {"destroyed"}, "attend": {"cancelled"},
    "take place": {"cancelled", "extension"}, "accident": {"deliberate"}, "deliberate": {"accident"}, "survived": {"killed", "died"},
    "drinkable": {"contaminated"}, "joined": {"withdrew", "leave"}, "paid": {"rejected"}, "demanded": {"rejected"},
}  # fmt: skip
"""What happens -> what happens instead: a text that says the one says no yes to the other, and not in words that say no."""

ALIKE = {"accepted": {"approved"}}
"""What happens -> what is another word for it: who approves a deal that is put to him accepts it."""

SPOKEN = frozenset(
    {"promised", "denied", "demanded", "apologised", "announced", "criticised", "warned", "blamed", "proposed", "threatened", "regretted",
     "advised", "supported", "opposed", "named", "admitted", "claimed", "defended"}
)  # fmt: skip
"""What happens in words."""
PERSONAL = frozenset(
    {"president", "premier", "minister", "mayor", "governor", "judge", "lawyer", "executive", "director", "coach", "teacher", "driver", "pilot",
     "defendant", "witness", "victim", "patient", "organiser", "leader", "prosecutor"}
)  # fmt: skip
"""Things that are one person."""
GENERIC = frozenset(
    {"product", "company", "building", "vehicle", "case", "town", "residents", "agreement", "system", "structure", "river", "ship",
     "airline", "bank", "museum", "team", "rocket"}
)  # fmt: skip
"""Things that a text names by what they are, or by a name of their own: "the product" is "the soft cheese" there."""
FIXED = frozenset(
    {"factory", "bridge", "dam", "building", "school", "hospital", "port", "airport", "mine", "church", "tower", "museum", "university",
     "farm", "road", "reservoir", "headquarters", "embassy", "railway"}
)  # fmt: skip
"""Things that stay where they are, so that the place of one is where what happens to it happens."""


class Term(Struct, frozen=True):
    """Words of a text, by the sets in which they stand."""

    start: int
    end: int
    happened: frozenset[str]
    things: frozenset[str]


def events(language: str) -> Events:
    """Return what a language's file says of events; no words at all if there is no file."""
    file = language_file(language)
    return file.events if file is not None else _NOTHING


class _Wide(Sets):
    """Phrases of which all count that match as many words: "judge" stands among judges and, with "judg*", among verdicts."""

    def _match(self, cut: Words, place: int) -> tuple[int, tuple[str, ...]] | None:
        best, found = 0, dict[str, None]()
        for key, sets in self._beginning(cut.words[place]):
            if len(key) < best or not all(
                self._goes_on(cut, place + at, word) for at, word in enumerate(key) if at
            ):
                continue
            if len(key) > best:
                best, found = len(key), {}
            found |= dict.fromkeys(sets)
        return (best, tuple(found)) if best else None


class Lexicon:
    """The words of one language for what happens and to what."""

    def __init__(self, language: str) -> None:
        file, said = language_file(language), events(language)
        counted = file.counted if file is not None else None
        self.accents = said.accents
        """Whether accents tell words apart."""
        self.happened = [self._sets(said.happened), self._sets(counted.states if counted else {})]
        self.things = [self._sets(said.things), self._sets(_persons(counted.things) if counted else {})]
        self.parted = _parted(said)
        self.hours = frozenset(listed(said.hours))
        self.begins = frozenset(listed(said.begins)) if said.begins else None
        """What may stand between a sign and a word that begins a clause, where one begins it only so."""
        known = words_of(language)
        self.months = frozenset(known.months) if known is not None else frozenset()
        """Names of months, which mean nothing else with a capital: "March"."""
        self.barriers = frozenset(listed(said.barriers))
        self.tails = _tails(said) if file is not None and file.times.capital_nouns else {}

    def _sets(self, sets: dict[str, str]) -> Sets:
        same = sets if self.accents else {name: phrases.translate(_SAME) for name, phrases in sets.items()}
        return _Wide(same)

    def terms(self, words: Words) -> list[Term]:
        """Return the words of a text that say what happens, and to what, in order."""
        words = words if self.accents else Words(words.text.casefold().translate(_SAME))
        found: dict[tuple[int, int], tuple[set[str], set[str]]] = {}
        for at, lists in enumerate((self.happened, self.things)):
            for term in (term for sets in lists for term in sets.find(words)):
                found.setdefault((term.start, term.end), (set(), set()))[at].update(term.sets)
        if self.tails:
            for word, start, end in zip(words.words, words.starts, words.ends, strict=True):
                if len(word) >= _COMPOUND and (tail := self._tail(word)):
                    mine = found.setdefault((start, end), (set(), set()))
                    mine[0].update(tail[0])
                    mine[1].update(tail[1])
        for at, names in self._apart(words):
            found.setdefault((words.starts[at], words.ends[at]), (set(), set()))[0].update(names)
        return [
            Term(*span, frozenset(h), frozenset(t))
            for span, (h, t) in sorted(found.items())
            if not (words.text[span[0]].isupper() and fold(words.text[slice(*span)]) in self.months)
        ]

    def _apart(self, words: Words) -> Iterator[tuple[int, frozenset[str]]]:
        """Yield the first parts of verbs whose second one ends their clause, with what the two say."""
        for at, word in enumerate(words.words):
            rests = self.parted.get(word)
            if rests is None:
                continue
            for other in range(at + 1, min(len(words.words), at + 1 + _PARTED)):
                ends = words.text[words.ends[other] : words.ends[other] + 1]
                if words.words[other] in rests and (
                    ends in _ENDS
                    or (
                        other + 1 < len(words.words)
                        and words.words[other + 1] in (self.begins or self.barriers)
                    )
                ):
                    yield at, rests[words.words[other]]
                    break
                if ends and ends in _STOPS:
                    break

    def begins_clause(self, text: str, words: Words, at: int) -> bool:
        """Return whether a word that may begin a clause does so where it stands."""
        if self.begins is None:
            return True
        while at and words.words[at - 1] in self.begins:
            at -= 1
        before = text[: words.starts[at]].rstrip()
        return not before or not (before[-1].isalnum() or before[-1] in ")%'")

    def is_hour(self, words: Words, at: int) -> bool:
        """Return whether a word that may begin a clause stands before a time of day: "before dawn"."""
        behind = words.words[at + 1 : at + 3]
        return any(word in self.hours or word.isdigit() for word in behind)

    def _tail(self, word: str) -> tuple[frozenset[str], frozenset[str]] | None:
        for start in range(3, len(word) - _TAIL + 1):
            if found := self.tails.get(word[start:]):
                return found
        return None


def _persons(things: dict[str, str]) -> dict[str, str]:
    return {name: phrases for name, phrases in things.items() if name in PERSONS}


def _tails(said: Events) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Return the nouns with which a compound may end: German "Betriebsversammlung"."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    for at, sets in enumerate((said.happened, said.things)):
        for name, phrases in sets.items():
            for phrase in listed(phrases):
                plain = phrase.rstrip("*")
                if " " in plain or len(plain) < _TAIL:
                    continue
                for form in (
                    plain,
                    *(plain + end for end in ("e", "en", "n", "s", "es", "er", "ern") if phrase != plain),
                ):
                    found.setdefault(form, (set(), set()))[at].add(name)
    return {form: (frozenset(h), frozenset(t)) for form, (h, t) in found.items()}


@lru_cache(maxsize=64)
def lexicon(language: str) -> Lexicon:
    """Return the words of a language."""
    return Lexicon(language)


def _parted(said: Events) -> dict[str, dict[str, frozenset[str]]]:
    """Return the first parts of verbs -> the second ones -> what the two say: German "ordnete" -> "an"."""
    seconds = set(listed(said.seconds))
    found: dict[str, dict[str, set[str]]] = {}
    for name, phrases in said.happened.items():
        for phrase in listed(phrases):
            first, _, rest = phrase.partition(" ")
            if rest in seconds:
                found.setdefault(first, {}).setdefault(rest, set()).add(name)
    return {
        first: {rest: frozenset(names) for rest, names in rests.items()} for first, rests in found.items()
    }


_ENDS = frozenset({"", ".", ",", ";", ":", "!", "?", '"'})
_STOPS = frozenset(".;:!?")
_SIGN = re.compile(r"[;!?]|:(?!\d)|\s[-–—]\s")


class Read:
    """A sentence with its words, what they say happens, and the clauses in which they stand."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language
        self.words = Words(text)
        known = lexicon(language)
        self.terms = known.terms(self.words)
        said = counting(language).saying.find(self.words)
        self.saying = [(term.start, term.end) for term in said]
        inside = {start for term in self.terms for start in range(term.start + 1, term.end)}
        self.hard = sorted(
            [m.start() for m in _SIGN.finditer(text)]
            + [
                start
                for at, (word, start) in enumerate(zip(self.words.words, self.words.starts, strict=True))
                if word in known.barriers
                and start not in inside
                and known.begins_clause(text, self.words, at)
                and not known.is_hour(self.words, at)
            ]
        )
        behind = any_of(proposing(language).days.relative)
        self.behind = {m.start() for m in re.finditer(rf"\b{behind}\b", text, re.IGNORECASE)}
        """Where a clause begins on what stands before it: "the visit which he made"."""
        self.commas = [m.start() for m in re.finditer(r",(?!\d)", text)]

    def apart(self, one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int, int]:
        """Return how many clauses, commas and words lie between two places of the sentence."""
        start, end = (one[1], other[0]) if one[1] <= other[0] else (other[1], one[0])
        if end <= start:
            return 0, 0, 0
        hard = bisect_left(self.hard, end) - bisect_left(self.hard, start)
        commas = bisect_left(self.commas, end) - bisect_left(self.commas, start)
        words = bisect_left(self.words.starts, end) - bisect_left(self.words.starts, start)
        return hard, commas, words

    def clause(self, span: tuple[int, int]) -> tuple[int, int]:
        """Return the clause in which a place stands, without regard to commas."""
        at = bisect_right(self.hard, span[0])
        start = self.hard[at - 1] if at else 0
        after = bisect_left(self.hard, span[1])
        return start, self.hard[after] if after < len(self.hard) else len(self.text)


@lru_cache(maxsize=4096)
def read(text: str, language: str) -> Read:
    """Return a sentence as it is read. Cached."""
    return Read(text, language)


def begins_behind(reading: Read, place: tuple[int, int], noun: tuple[int, int]) -> bool:
    """Return whether a place stands in a clause that begins right behind a noun and is on it: "a ship that had lost power"."""
    start = reading.clause(place)[0]
    return 0 < start - noun[1] <= 1 and reading.text[start].isalpha()


def is_relative(reading: Read, name: tuple[int, int], spot: tuple[int, int]) -> bool:
    """Return whether a place stands in a clause on the name before it: "Ada Holm, who chairs the board"."""
    return name[1] <= spot[0] and any(0 < at - name[1] <= _RELATIVE for at in reading.behind)
