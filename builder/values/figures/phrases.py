"""Phrases with a meaning, looked up at a place in a text: what stands before a figure, and what stands behind it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any, Generic, NamedTuple, TypeVar

import msgspec

from builder.values.figures.tokens import Spelling, split
from builder.values.language import Language
from builder.values.language_figures import Before, Verbs
from builder.values.lexicon import everywhere, listed
from builder.values.quantity import Modifier

_Value = TypeVar("_Value")
_MODIFIERS = (
    ("about", Modifier.ABOUT),
    ("up_to", Modifier.UP_TO),
    ("at_least", Modifier.AT_LEAST),
    ("more_than", Modifier.MORE_THAN),
    ("less_than", Modifier.LESS_THAN),
)


_SHORTEST = 4
"""Letters of a word that may be printed without its accents."""
_TRANSCRIBED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_ACCENTS = re.compile("(?<=[a-zе])[\u0300\u0301\u0302\u0303\u0308\u0327]")
"""What stands on a Latin letter, or on Russian ё."""
_GRAVE = re.compile("(?<=e)\u0300")
"""The accent that French texts confuse with the other one."""


class Phrases(Generic[_Value]):
    """Phrases with a meaning each, looked up by their first two words, or their last two; the longest counts.

    By one word alone, all that verbs make of French "ne" would be gone through at every "ne" of a text.
    """

    __slots__ = ("_ahead", "_back", "heads")

    def __init__(self, items: Iterable[tuple[str, _Value]] = ()) -> None:
        heads: dict[str, dict[tuple[str, ...], _Value]] = {}
        for phrase, value in items:
            first, *rest = split(phrase)
            heads.setdefault(first, {}).setdefault(tuple(rest), value)
        self.heads: dict[str, list[tuple[list[str], int, _Value]]] = {
            first: [
                (list(rest), len(rest) + 1, value)
                for rest, value in sorted(found.items(), key=lambda item: -len(item[0]))
            ]
            for first, found in heads.items()
        }
        """First word -> the words behind it, how many all are, and what they mean; the longest phrase first."""
        self._ahead: dict[str, dict[str, dict[int, dict[tuple[str, ...], _Value]]]] = {}
        self._back: dict[str, dict[str, dict[int, set[tuple[str, ...]]]]] = {}
        for first, rests in self.heads.items():
            for rest, length, value in rests:
                *before, last = first, *rest
                second, last_but_one = (rest[0], before[-1]) if rest else ("", "")
                ahead = self._ahead.setdefault(first, {}).setdefault(second, {})
                ahead.setdefault(length, {})[tuple(rest)] = value
                back = self._back.setdefault(last, {}).setdefault(last_but_one, {})
                back.setdefault(length, set()).add(tuple(before))

    def match(self, words: list[str], at: int) -> tuple[_Value, int] | None:
        """Return the meaning of the longest phrase at a place, and where it ends."""
        try:
            found = self._ahead.get(words[at])
        except IndexError:
            return None
        if found is None:
            return None
        if at + 1 < len(words) and (several := found.get(words[at + 1])) is not None:
            for length, phrases in several.items():
                rest = tuple(words[at + 1 : at + length])
                if rest in phrases:
                    return phrases[rest], at + length
        alone = found.get("")
        return None if alone is None else (alone[1][()], at + 1)

    def ends(self, words: list[str], at: int) -> bool:
        """Return whether a phrase ends before a place."""
        found = self._back.get(words[at - 1]) if at else None
        if found is None:
            return False
        for last_but_one in (words[at - 2] if at > 1 else "", ""):
            for length, phrases in found.get(last_but_one, {}).items():
                if length > at or tuple(words[at - length : at - 1]) not in phrases:
                    continue
                longest = self.match(words, at - length)
                if longest is not None and longest[1] == at:
                    return True
        return False


class Lead(NamedTuple):
    """What a phrase before a figure makes of it."""

    role: str
    """``hedge``, ``near``, ``far``, ``filler``, ``open``, ``rate``, ``mark``, ``price`` or ``unsafe``."""
    modifier: Modifier | None = None
    close: bool = False
    """Close to the figure."""
    bare: bool = False
    """A hedge only where nothing is counted behind the figure; of what opens a range, "between" and not "from"."""
    filler: bool = False
    """Changes nothing where no bound follows it: "just 30"."""
    only_after: frozenset[str] = frozenset()
    """A hedge only behind these words, or where the text begins."""
    doubt: bool = False
    """Leaves open whether it is so at all; before the second end of a range it is a hedge."""
    verb: bool = False
    """Whether it is a verb, of which a word before it may make a mere possibility."""

    @property
    def is_level(self) -> bool:
        """Whether it is a verb that tells what a count came to: "reached"."""
        return self.bare and self.modifier is Modifier.AT_LEAST


class Vague(NamedTuple):
    """A vague word."""

    scale: int | None
    rare: bool = False
    before_noun: bool = False


def first_words(phrases: str) -> frozenset[str]:
    """Return the words of a list in which every phrase is one word; ``ValueError`` names one that is more."""
    found = [split(phrase) for phrase in listed(phrases)]
    if several := next((words for words in found if len(words) != 1), None):
        raise ValueError(f'"{" ".join(several)}" is more than one word')
    return frozenset(words[0] for words in found)


def keyed(words: Mapping[str, int]) -> dict[str, int]:
    """Return single words with their values as they stand in a text's tokens; ``ValueError`` names one that is more."""
    first_words(",".join(words))
    return {split(word)[0]: value for word, value in words.items()}


def table(phrases: str) -> Phrases[bool]:
    """Return the phrases of a list, which all mean the same."""
    return Phrases((phrase, True) for phrase in listed(phrases))


def _joined(phrase: str, before: Before, lead: Lead) -> Iterator[tuple[str, Lead]]:
    """Yield a hedge with each preposition that may stand between it and its figure, and each filler that begins with one: Russian "почти на"."""
    joined = listed(before.joined)
    fillers = [filler for filler in listed(before.fillers) if filler.split()[0] in joined]
    return ((f"{phrase} {between}", lead) for between in (*joined, *fillers))


def leads(language: Language) -> Iterator[tuple[str, Lead]]:
    """Yield the phrases before a figure; the earlier ones count where one has two roles."""
    before, verbs = language.before, language.verbs
    fillers = set(listed(before.fillers))
    for phrase in listed(language.unsafe.before):
        yield phrase, Lead("unsafe")
    for phrase in listed(before.doubted):
        yield phrase, Lead("unsafe", doubt=True)
    for phrase in listed(before.near):
        yield phrase, Lead("near", close=True, filler=phrase in fillers)
    for phrase in listed(before.far):
        yield phrase, Lead("far", filler=phrase in fillers)
    for phrase in listed(before.nearly):
        yield phrase, Lead("hedge", Modifier.LESS_THAN, close=True)
        yield from _joined(phrase, before, Lead("hedge", Modifier.LESS_THAN, close=True))
    for phrase in listed(before.hardly_more):
        yield phrase, Lead("hedge", Modifier.MORE_THAN, close=True)
        yield from _joined(phrase, before, Lead("hedge", Modifier.MORE_THAN, close=True))
    for key, modifier in _MODIFIERS:
        for phrase in (*_phrases(before, key), *everywhere().before.get(modifier.value, ())):
            only = frozenset(listed(before.adjectives.get(phrase, "")))
            yield phrase, Lead("hedge", modifier, only_after=only)
            yield from _joined(phrase, before, Lead("hedge", modifier, only_after=only))
        for phrase in _phrases(verbs, key):
            yield phrase, Lead("hedge", modifier, bare=modifier is Modifier.AT_LEAST, verb=True)
    yield from _denied(verbs)
    for phrase in listed(verbs.passed):
        yield phrase, Lead("hedge", Modifier.MORE_THAN, bare=True, verb=True)
    for phrase in listed(before.marks):
        yield phrase, Lead("mark")
    for phrase in listed(before.prices):
        yield phrase, Lead("price", Modifier.AT_LEAST)
    for phrase in listed(language.shares.rates_before):
        yield phrase, Lead("rate")
    for phrase in listed(language.ranges.between):
        yield phrase, Lead("open", bare=True)
    for phrase in listed(language.ranges.opening):
        yield phrase, Lead("open", filler=phrase in fillers)
    for phrase in fillers:
        yield phrase, Lead("filler", filler=True)


def respelled(phrases: Iterable[tuple[str, _Value]], others: Container[str]) -> Iterator[tuple[str, _Value]]:
    """Yield phrases, and behind them all as papers print them that lack the letters or confuse them: "mas de", "prés de", "ueber".

    A short word may be another one without its accent, French "dès" and "des"; ``others`` are longer ones that are: "excédent de".
    """
    found = list(phrases)
    yield from found
    for phrase, value in found:
        if " " not in phrase and len(phrase) < _SHORTEST:
            continue
        parts = unicodedata.normalize("NFD", phrase)
        plain = phrase.translate(_TRANSCRIBED)
        some = (
            {plain} if plain != phrase else {_ACCENTS.sub("", parts), _GRAVE.sub("\u0301", parts)} - {parts}
        )
        for other in sorted(unicodedata.normalize("NFC", one) for one in some):
            if other not in others:
                yield other, value


def _denied(verbs: Verbs) -> Iterator[tuple[str, Lead]]:
    """Yield the bounds that are left of those of verbs where these are denied."""
    for frame in listed(verbs.denied):
        before, _, behind = frame.partition("...")
        for modifier, phrases in (
            (Modifier.UP_TO, verbs.more_than),
            (Modifier.AT_LEAST, verbs.less_than),
        ):
            for phrase in listed(phrases):
                verb, _, rest = phrase.partition(" ")
                yield f"{before}{verb}{behind} {rest}".strip(), Lead("hedge", modifier, verb=True)


def tails(language: Language) -> Iterator[tuple[str, Modifier]]:
    """Yield the phrases behind a figure."""
    for key, modifier in _MODIFIERS[:4]:
        for phrase in _phrases(language.after, key):
            yield phrase, modifier


def _phrases(part: object, key: str) -> list[str]:
    return listed(getattr(part, key, ""))


def plain_language(language: Language) -> Language:
    """Return a language's file with its phrases as the tokens of a text have them."""
    spelling = Spelling(language.elisions, language.apostrophe_is_letter)

    def spell(value: Any) -> Any:
        if isinstance(value, str):
            return spelling.plain(value)
        if isinstance(value, dict):
            return {spell(key): spell(inner) for key, inner in value.items()}
        return value

    phrases = {key: value for key, value in msgspec.to_builtins(language).items() if key != "elisions"}
    return msgspec.convert({**spell(phrases), "elisions": language.elisions}, Language, strict=False)
