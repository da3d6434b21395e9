"""Words that turn or weaken a meaning, language by language, and the words of a text as they are looked up among them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from builder.values.counting import counting
from builder.values.expressions import GAP, alternatives, whole_words
from builder.values.language_parts import Turning
from builder.values.lexicon import language_file, listed
from builder.values.speech import PARTED
from builder.values.text import words
from builder.values.wordings import NO_SIGN

_NOTHING = Turning()
_NEAR = 4
"""How many words may stand between the parts of such a phrase, where no verb is parted."""

_TAKES_UP = 80
"""How many characters may stand between a figure and the comma behind which words take up what it counts."""


class Words(Struct, frozen=True):
    """The words of a language that turn or weaken what they stand at; all sets are empty where it has no file."""

    negations: frozenset[str]
    weak: frozenset[str]
    doubts: frozenset[str]
    likely: re.Pattern[str]
    """What holds something for likely and no more: "probably", "appears to"."""
    supposed: re.Pattern[str]
    """What calls something a supposition, before or behind it: "the most likely cause"."""
    caveats: frozenset[str]
    unseen: re.Pattern[str]
    """What says that nothing was found of something, or nothing so far, which is no plain no: "no indication", "for now"."""
    apposed: re.Pattern[str]
    """What takes up, behind a comma, who or what a figure counts, with a word that is not sure of it: ", all supposedly"."""
    firsts: frozenset[str]
    """First halves of negations in two parts: French "ne"."""
    rests: frozenset[str]
    """Their second halves, which deny by themselves: "pas"."""
    without: frozenset[str]
    """Negations of the noun behind them alone."""
    behind: bool
    """Whether a negation may stand behind what it turns."""
    capital_nouns: bool
    """Whether a capital letter makes no name."""
    nor: frozenset[str]
    """Negations that are none without one of ``neither`` before them: German "noch" of "weder ... noch"."""
    neither: frozenset[str]
    joins: frozenset[str]
    """Words such as "and", behind which a negation turns what follows it."""
    months: frozenset[str]
    """Months, which with a capital letter turn nothing: "29 May"."""
    elisions: dict[str, str]
    denial: re.Pattern[str]
    """What says no: "ruled out", "rejected a claim"."""
    opposes: re.Pattern[str]
    """From the end of words on: what sets them against the rest of what is said: ", but"."""
    against: frozenset[str]
    """The words of ``opposes`` that are one word."""
    led: frozenset[str]
    """Prepositions before which quoted words may end, beside those of places."""
    pending: re.Pattern[str]
    """What says that it has not happened so far: "must still", "expected to"."""
    open: re.Pattern[str]
    """What says neither yes nor no: "not ruled out"."""
    possible: re.Pattern[str]
    """How a question asks for what is only possible: "How high can it be?"."""

    def __hash__(self) -> int:
        return hash(self.negations)

    def negates(self, printed: str) -> bool:
        """Return whether printed words have a negation."""
        return any(word in self.negations for word, _ in self.met(words(printed)))

    def without_denials(self, printed: str) -> str:
        """Return words without those that deny something, where just that is asked; what turns these is left: German "schloss es nicht aus"."""

        def left(match: re.Match[str]) -> str:
            inside = match[0].split()[1:] if self.behind else []
            return f" {' '.join(word for word in inside if word.casefold() in self.negations)} "

        return self.denial.sub(left, printed)

    def is_name(self, word: str, text: str) -> bool:
        """Return whether a weak word begins a name, and so weakens nothing: "Bad Orlen". ``text`` begins with it, as printed."""
        first, _, rest = text.partition(" ")
        return word in self.weak and not self.capital_nouns and first[:1].isupper() and rest[:1].isupper()

    def met(self, printed: Iterable[str]) -> list[tuple[str, str]]:
        """Return printed words as they are looked up: in small letters, two of one with an apostrophe -> the word as printed."""
        found = []
        printed = list(printed)
        for at, word in enumerate(printed):
            plain = word.casefold()
            if plain in self.months and word[:1].isupper():
                continue
            if self.is_name(plain, f"{word} {' '.join(printed[at + 1 : at + 2])}"):
                continue
            first, apostrophe, rest = plain.partition("'")
            if apostrophe and first in self.elisions:
                found.append((self.elisions[first], word))
                plain = rest
            found.append((plain, word))
        return found


@lru_cache(maxsize=64)
def turning(language: str) -> Words:
    """Return the words of a language."""
    file = language_file(language)
    words = file.turning if file is not None else _NOTHING
    return Words(
        frozenset(listed(words.negations)),
        frozenset(listed(words.weak)),
        frozenset(listed(words.doubts)),
        whole_words(alternatives(words.likely)),
        whole_words(alternatives(words.supposed)),
        frozenset(listed(words.caveats)),
        whole_words(alternatives([*listed(words.no_sign), *listed(words.unseen)], NO_SIGN)),
        _apposed(words),
        frozenset(listed(words.firsts)),
        frozenset(listed(words.rests)),
        frozenset(listed(file.events.without)) if file is not None else frozenset(),
        words.behind,
        file is not None and file.times.capital_nouns,
        frozenset(listed(file.events.nor if file is not None else "")),
        frozenset(listed(file.events.neither if file is not None else "")),
        counting(language).and_or,
        frozenset(word.casefold() for word in listed(file.times.months)) if file is not None else frozenset(),
        file.elisions if file is not None else {},
        whole_words(rf"(?:{alternatives(words.denials, PARTED)})|(?:{_rejects(words)})"),
        re.compile(rf",?\s+({alternatives(words.opposes)})(?!\w)", re.IGNORECASE),
        frozenset(listed(words.opposes)),
        frozenset(listed(words.led)),
        whole_words(alternatives(words.pending)),
        whole_words(alternatives(words.open, _NEAR)),
        whole_words(alternatives(words.possible)),
    )


def _apposed(words: Turning) -> re.Pattern[str]:
    unsure = f"{words.likely}, {words.caveats}"
    if not words.those:
        return re.compile(r"(?!)")
    return re.compile(
        rf"[^,;:()\d]{{0,{_TAKES_UP}}},\s+(?:{alternatives(words.those)})\s+({alternatives(unsure)})(?!\w)",
        re.IGNORECASE,
    )


def _rejects(words: Turning) -> str:
    """Return an expression for a word that says no only to what somebody says, with the word for that."""
    return rf"(?:{alternatives(words.rejects)}){GAP}{{0,{_NEAR}}}?\s+(?:\w{{1,6}}')?(?:{alternatives(words.told)})"
