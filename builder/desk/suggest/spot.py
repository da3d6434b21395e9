"""A figure in its text, with the words that say who or what it counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from builder.desk.suggest.counted import Counted, noun_after
from builder.desk.suggest.figures import Figure
from builder.desk.suggest.nearness import FAR
from builder.desk.suggest.place_words import place_words
from builder.desk.suggest.tokens import Token, matters, persons, tokens
from builder.desk.suggest.words import is_state, states, stops
from builder.proof.asked import Passage
from builder.proof.normal import Span
from builder.values.counting import Words, counting
from builder.values.dates import DateSpan
from builder.values.lexicon import language_file
from builder.values.phrase_sets import Sets
from builder.values.quantity import Kind
from builder.values.units import unit_of

_PARTS = re.compile(r"[,;]")
_COMPOUND = re.compile(r"-(?P<noun>[^\W\d]{3,})")


class Spot(Struct, frozen=True, dict=True):
    """A figure in its text."""

    passage: Passage
    figure: Figure
    what: Counted
    figures: Sequence[Figure]
    """All of its sentence."""
    sentence_before: str
    speakers: str
    prior: frozenset[str]
    """States of those whom the figure before counts, for one that is a part of it: "22 dead, among them three children"."""
    as_of: DateSpan | None
    across: bool
    """Whether the questions are in another language."""
    speaking: Span | None = None
    """Where its sentence says who gives it."""
    begun: date | None = None
    """When the story's first article appeared."""
    printed: Sets | None = None
    """The words in which texts print what questions ask for, where these are in another language."""

    @property
    def language(self) -> str:
        """The text's."""
        return self.passage.language

    def read(self, text: str) -> tuple[Token, ...]:
        """Return what words of the text say, and which of them an editor gives as those that texts print."""
        found = tokens(text, self.language, across=self.across)
        if self.printed is None:
            return found
        told = (Token(t.start, t.end, name) for t in self.printed.find(Words(text)) for name in t.sets)
        return (*found, *told)

    def behind(self, most: int) -> str:
        """Return what follows a figure up to a comma or the next figure."""
        end = self.figure.span[1]
        following = [other.span[0] for other in self.figures if other.span[0] >= end]
        return _PARTS.split(
            self.passage.content[end : min([self.passage.sentence[1], end + most, *following])]
        )[0]

    def ahead(self, most: int) -> str:
        """Return what stands before a figure in its sentence."""
        start = self.figure.span[0]
        return self.passage.content[max(self.passage.sentence[0], start - most) : start]

    @cached_property
    def noun(self) -> str:
        """The words that say who or what is counted, both where it is two: "162 passengers and crew"."""
        what, end = self.what, self.figure.span[1]
        if self._predicate:
            return self._predicate
        if (own := self._compound) is not None:
            return own["noun"]
        if self.figure.is_one:
            return self.passage.content[self.figure.number[1] : end]
        if (of_which := self._of_which) is not None:
            return of_which
        if self.is_of_them or (what.carried and self.unit):
            return ""
        at = self.passage.content.find(what.of, end, end + 80) if what.of else -1
        if what.of and at >= 0:
            at += len(what.of)
            joined = re.match(
                r"\s+(\w+)\s+([^\W\d][\w'’-]*)",
                self.passage.content[at : min(self.passage.sentence[1], at + 40)],
            )
            if (
                joined
                and joined[1] in counting(self.language).and_or
                and not self._is_counted(at + joined.start(2))
            ):
                return f"{what.of} {joined[2]}"
        file = language_file(self.language)
        if what.of and file is not None and file.times.capital_nouns and what.of.islower():
            return ""  # "auf 30 gestiegen"
        plain = what.kind == "people-or-things" and what.counts and not is_state(what.counts)
        return what.of or self._behind_state or (what.counts if plain else None) or ""

    @property
    def _behind_state(self) -> str | None:
        """The noun for things or animals behind what befell them, "600 dead birds": that of persons goes without saying."""
        end = self.figure.span[1]
        after = self.passage.content[end : min(self.passage.sentence[1], end + 60)]
        state = next(iter(states(after, self.language)), None)
        if state is None or after[: state.start].strip() or self.what.of:
            return None
        behind = re.match(r"\s+([^\W\d_]+)", after[state.end :])
        # "51 dead from the flood" are no froms.
        if behind is None or behind[1].casefold() in stops(self.language):
            return None
        found = matters(self.read(behind[1]))
        return behind[1] if found and not found & (persons() | {"people"}) else None

    @property
    def is_compound(self) -> bool:
        """Whether it is a part of a word that says what it counts: "a seven-storey building" is one building."""
        return self._compound is not None

    @property
    def _compound(self) -> re.Match[str] | None:
        if self.figure.is_one:
            return None
        return _COMPOUND.fullmatch(self.passage.content, self.figure.number[1], self.figure.span[1])

    @cached_property
    def _predicate(self) -> str:
        """Who those are of whom it counts some: "children" of "three of the dead were children"."""
        end, last = self.figure.span[1], self.passage.sentence[1]
        found = place_words(self.language).predicate.match(self.passage.content, end, last)
        return found["noun"] if found and persons() & matters(self.read(found["noun"])) else ""

    @property
    def _of_which(self) -> str | None:
        """The noun of the figure behind it of which it is a part: "three of the six ferries"."""
        if (whole := self._whole) is None:
            return None
        content, last = self.passage.content, self.passage.sentence[1]
        found, _ = noun_after(content[whole.span[1] : min(last, whole.span[1] + 80)], self.language)
        return found

    @property
    def _whole(self) -> Figure | None:
        """The figure of which it is a part, behind it or at the sentence's beginning."""
        content, end = self.passage.content, self.figure.span[1]
        behind = next((other for other in self.figures if other.span[0] >= end), None)
        whole = place_words(self.language).whole
        if behind and (
            whole.fullmatch(content, end, behind.span[0]) is not None
            or replace(self, figure=behind)._ends_whole(end)
        ):
            return behind
        before = next(
            (other for other in reversed(self.figures) if other.span[1] <= self.figure.span[0]), None
        )
        return before if before is not None and self._leads(before, self.figure) else None

    def _ends_whole(self, part: int) -> bool:
        """Return whether it is all of which a part is counted that ends at a place, with their noun between the two: "17 charges out of 22"."""
        content, (start, end) = self.passage.content, self.figure.span
        bare = re.match(r"\s*(?:[,.;:)]|\Z)", content[end : self.passage.sentence[1]]) is not None
        return bare and place_words(self.language).of_all.fullmatch(content, part, start) is not None

    def _is_counted(self, at: int) -> bool:
        """Return whether another figure begins at some place: "27 dead and nine missing" are not both."""
        return any(other.span[0] <= at < other.span[1] for other in self.figures)

    @cached_property
    def is_of_them(self) -> bool:
        """Whether it is of those who were named before: "60 of them"."""
        cut = Words(self.behind(30))
        found = counting(self.language).beside.find(cut)
        return any("them" in term.sets and not cut.between(0, term.start) for term in found)

    @cached_property
    def named(self) -> frozenset[str]:
        """The matters that the noun names."""
        return matters(self.read(self.noun))

    @cached_property
    def counted_words(self) -> frozenset[str]:
        """What the noun's words say, with those that stand in a phrase with one of them: French "sacs de sable"."""
        end = self._noun_length
        if self._whole is not None and self._of_which and not end:
            after = self.passage.content[self._whole.span[1] : self.passage.sentence[1]]
            noun = after.find(self.noun) + len(self.noun)
            return frozenset(
                token.name
                for token in (*self.read(self.noun), *(t for t in self.read(after) if t.start < noun))
            )
        phrase = self.read(self.behind(60)) if end else ()
        # A word that begins behind the noun is said of something else.
        return frozenset(
            token.name for token in (*self.read(self.noun), *(t for t in phrase if t.start < end))
        )

    @property
    def _noun_length(self) -> int:
        """How far behind the figure its noun ends."""
        behind = self.behind(80)
        at = behind.find(self.noun) if self.noun else -1
        return at + len(self.noun) if at >= 0 else 0

    def _leads(self, whole: Figure, part: Figure) -> bool:
        """Return whether a sentence begins with all of which a figure is a part: "Of the 60 passengers, 20 were hurt"."""
        content, begin = self.passage.content, self.passage.sentence[0]
        ahead = f" {content[begin : whole.span[0]].lstrip()}"
        return (
            len(ahead) < FAR * 2
            and place_words(self.language).whole.fullmatch(ahead) is not None
            and (
                content[whole.span[1] : part.span[0]].rstrip().endswith(",") or self._has_no_noun(whole, part)
            )
        )

    def _has_no_noun(self, whole: Figure, part: Figure) -> bool:
        """Return whether a figure in the clause of another has no noun of its own: "Von 47 Türmen wurden 22 untersucht"."""
        content, last = self.passage.content, self.passage.sentence[1]
        between = content[whole.span[1] : part.span[0]]
        noun, _ = noun_after(content[part.span[1] : min(last, part.span[1] + FAR)], self.language)
        file = language_file(self.language)
        small = file is not None and file.times.capital_nouns and noun is not None and noun.islower()
        return not _PARTS.search(between) and bool(between.strip()) and (noun is None or small)

    @cached_property
    def unit(self) -> str | None:
        """Its unit, that of its noun, or that of the next one: "2,000 flying hours", "from 200 to 300 metres"."""
        figure = self.figure
        if figure.unit or figure.reading.kind is not Kind.COUNT:
            return figure.unit
        if self.what.of and (unit := unit_of(self.what.of.split()[-1], self.language)):
            return unit
        following = next((other for other in self.figures if other.span[0] >= figure.span[1]), None)
        if following is None or following.span[0] - figure.span[1] > FAR:
            return None
        gap = self.passage.content[figure.span[1] : following.span[0]]
        and_or = counting(self.language).and_or
        joined = any(word in and_or for word in gap.casefold().split())
        return None if joined or len(gap.split()) > 1 or re.search(r"[,;(]", gap) else following.unit
