"""A figure where it stands: what it counts and measures, of whom, and which words are said of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache

from msgspec.structs import replace

from builder.desk.suggest.asides import without_aside
from builder.desk.suggest.asking import SHAPES, is_of_others
from builder.desk.suggest.figures import Figure
from builder.desk.suggest.happened import events, lexicon
from builder.desk.suggest.language import before
from builder.desk.suggest.nearness import BEFORE, FAR, TELLING, weight_of
from builder.desk.suggest.place_words import place_words
from builder.desk.suggest.spot import Spot
from builder.desk.suggest.tokens import Token, matters, tokens
from builder.desk.suggest.words import is_state, states
from builder.proof.asked.listing import listed_name, placed_name
from builder.proof.names import owners
from builder.proof.normal import Span
from builder.proof.owned import Owned
from builder.values.counting import GRADES, Words, changes, counting
from builder.values.lexicon import everywhere, language_file, listed
from builder.values.quantity import base_unit

_NO_SHAPE = "distance"
"""What a length is said to be where nothing says it."""
_LONG = 31
"""Days between what happened and the report of it, beyond which it was another event."""
_LEADING = 3
"""Words between a word and the figure behind it of which it may be said: "investors lost 1.7 billion"."""
_OTHERS = 0.35
"""What is left of a word that is said of another figure, to which nothing joins this one."""
_BESIDE = 60
"""Characters before and behind a figure in which weaker words are said of it."""
_ENDS = re.compile(r"[,;()]|\d")


class Place(Spot, frozen=True, dict=True):
    """A figure where it stands: what is said of it, and how it stands to other figures."""

    @property
    def is_some(self) -> bool:
        """Whether it counts some of those who are named behind it, and says no more of who they are: "eight of the injured"."""
        words, text = place_words(self.language), self.passage.content
        if self.figure.is_one or self._predicate:
            return False
        some = words.some.match(text, self.figure.span[1], self.passage.sentence[1])
        return some is not None and not self._is_counted(some.end())

    @property
    def is_more(self) -> bool:
        """Whether it is added to others: "60 more houses"."""
        words, text = place_words(self.language), self.passage.content
        return words.more.match(text, self.figure.span[1], self.passage.sentence[1]) is not None

    @property
    def is_of_ones_own(self) -> bool:
        """Whether it counts somebody's own: "two of his children"."""
        return place_words(self.language).own.match(self.passage.content, self.figure.span[1]) is not None

    @property
    def is_of_one(self) -> bool:
        """Whether it is said to be of a single person: "lost 70,000 herself"."""
        words = place_words(self.language)
        return words.oneself.match(self.passage.content, self.figure.span[1]) is not None

    @property
    def is_had(self) -> bool:
        """Whether somebody is only said to have what it counts: "at its height it had 34 branches"."""
        return place_words(self.language).had.search(self.ahead(40)) is not None

    @cached_property
    def end_of(self) -> Figure | None:
        """The figure before, from which it is reached: "from 11 to 35"."""
        content, start = self.passage.content, self.figure.span[0]
        earlier = next((f for f in reversed(self.figures) if f.span[1] <= start), None)
        if earlier is None or len(content[earlier.span[1] : start].split()) != 1:
            return None
        ahead = content[max(self.passage.sentence[0], earlier.span[0] - FAR) : earlier.span[0]]
        return earlier if place_words(self.language).opening.search(ahead) else None

    @cached_property
    def begins(self) -> bool:
        """Whether it is the first of two, of which the second is reached from it."""
        content, end = self.passage.content, self.figure.span[1]
        after = next((f for f in self.figures if f.span[0] >= end), None)
        if after is None or len(content[end : after.span[0]].split()) != 1:
            return False
        return place_words(self.language).opening.search(self.ahead(FAR)) is not None

    @cached_property
    def owned(self) -> Owned:
        """The words on what is counted as they stand to the figure, whatever is put in between: "37 people, among them a child, died"."""
        passage = self.passage
        if passage.owned.own:
            return passage.owned
        if self.end_of is not None:
            return replace(passage, figure=self.end_of.span).owned
        return without_aside(passage, self._noun_length)

    @cached_property
    def states(self) -> frozenset[str]:
        """What is said to have happened to those who are counted."""
        own = set(self.owned.says - changes())
        counts = self.what.counts
        elsewhere = {name for term in self.owned.others for name in term.sets} - self.owned.allows
        if counts and is_state(counts) and counts not in elsewhere:
            own.add(counts)
        return frozenset(own) - self.of_nouns | ({"bodies"} if self.is_of_bodies else set())

    @cached_property
    def is_of_bodies(self) -> bool:
        """Whether it counts those whose bodies are named before it: "the bodies of three miners"."""
        ahead = self.ahead(40)
        found = [term for term in counting(self.language).find(Words(ahead)) if "bodies" in term.sets]
        return bool(found) and _of(self.language).fullmatch(ahead, found[-1].end) is not None

    @property
    def may_be(self) -> frozenset[str]:
        """What may be said to have happened to them, or to others."""
        return self.owned.allows - self.of_nouns

    @cached_property
    def weakly(self) -> frozenset[str]:
        """What weaker words beside it may say of those whom it counts, in its own part of the sentence: "1,140 jobs are to go"."""
        ahead = self.ahead(_BESIDE)
        start = self.figure.span[0] - len(ahead)
        before = max(
            (other.span[1] for other in self.figures if other.span[1] <= self.figure.span[0]), default=start
        )
        parts = re.split(r"[,;()]", ahead[max(0, before - start) :])
        # "24 sick people in nine counties": what stands between two figures is said of the first one.
        ahead = parts[-1] if before <= start or len(parts) > 1 else ""
        found = (counting(self.language).weaker.find(Words(text)) for text in (ahead, self.behind(_BESIDE)))
        return frozenset(name for terms in found for term in terms for name in term.sets)

    @property
    def of_nouns(self) -> frozenset[str]:
        """The states that only their noun can say: "a plane with 162 people pulled bodies" counts no bodies."""
        return frozenset({"bodies"} if self.noun and "bodies" not in self.named else ())

    @cached_property
    def grade(self) -> frozenset[str]:
        """How badly those who are counted are hurt."""
        known, cut = counting(self.language), Words(self.behind(70))
        # "30 dead and many seriously hurt": behind "and" it is others who are.
        joint = next(
            (start for word, start in zip(cut.words, cut.starts, strict=True) if word in known.and_or),
            len(cut.text),
        )
        found = [term for term in known.beside.find(cut) if term.start < joint]
        return frozenset(f"+{name}" for term in found for name in term.sets if name in GRADES)

    @cached_property
    def is_part(self) -> bool:
        """Whether it is said to be a part of the figure before: "including"."""
        return place_words(self.language).within.search(self.ahead(60)) is not None

    @cached_property
    def is_before(self) -> bool:
        """Whether it is an earlier figure: "down from 71"."""
        return self.begins or place_words(self.language).same.search(self.ahead(40)) is not None

    @cached_property
    def is_whole(self) -> bool:
        """Whether it is all of which the figure before is a part: "31 of the 212"."""
        content, start = self.passage.content, self.figure.span[0]
        earlier = [other.span[1] for other in self.figures if other.span[1] <= start]
        whole = place_words(self.language).whole
        if earlier:
            return whole.fullmatch(content, max(earlier), start) is not None or self._ends_whole(max(earlier))
        later = next((other for other in self.figures if other.span[0] >= self.figure.span[1]), None)
        return later is not None and self._leads(self.figure, later)

    @property
    def is_of_whole(self) -> bool:
        """Whether it is a part of another figure of its sentence."""
        return self._whole is not None

    @cached_property
    def said_by_noun(self) -> frozenset[str]:
        """The states that the noun alone says: "employees" are employed."""
        return frozenset(name for state in states(self.noun, self.language) for name in state.names)

    @cached_property
    def said_of_whole(self) -> frozenset[str]:
        """What is said of a whole before its part, or between the two: "aboard" of "of the 60 aboard, 20 were hurt"."""
        content, end = self.passage.content, self.figure.span[1]
        later = next((other for other in self.figures if other.span[0] >= end), None)
        stop = later.span[0] if later is not None and self._leads(self.figure, later) else end
        return self._said(content[end:stop])

    @cached_property
    def said_of_part(self) -> frozenset[str]:
        """What is said of the part, behind both."""
        content, last = self.passage.content, self.passage.sentence[1]
        start = max(
            [
                self.figure.span[1],
                *(other.span[1] for other in self.figures if self._leads(self.figure, other)),
            ]
        )
        return self._said(content[start:last])

    def _said(self, text: str) -> frozenset[str]:
        happened = (name for term in lexicon(self.language).terms(Words(text)) for name in term.happened)
        return frozenset((*(token.name for token in self.read(text)), *happened))

    @cached_property
    def is_long_ago(self) -> bool:
        """Whether it is of another event, long before the report."""
        published, day = self.passage.published, self.as_of
        if place_words(self.language).years_before.match(self.passage.read.text) is not None:
            return True  # "Ten years earlier a like accident had killed three"
        if day is None or day.end is None or published is None or published.start is None:
            return False
        # What the story's first report tells of is no other event, however late this one is.
        begun = min(published.start, self.begun or published.start)
        return (begun - day.end).days > _LONG

    @cached_property
    def is_of_state(self) -> bool:
        """Whether its noun is itself a word for what happened: "the dead", "three seriously"."""
        last = self.noun.split()[-1] if self.noun else ""
        return any(token.name[0] in "=+" for token in tokens(last, self.language))

    @cached_property
    def may_be_persons(self) -> bool:
        """Whether a noun that no set has may stand for persons: in the plural, or a word for what happened to them."""
        file = language_file(self.language)
        if self.is_of_state or file is None:
            return self.is_of_state
        if not file.times.plural_endings and not file.times.capital_nouns:
            # By no ending of theirs, but what happened to them only happens to persons: Ukrainian "затримали двох керівників".
            return bool(self.states & set(listed(everywhere().counted.befallen)))
        if file.times.capital_nouns:
            return any(word[0].isupper() for word in self.noun.split())
        return self.noun.endswith(tuple(listed(file.times.plural_endings)))

    @cached_property
    def is_measured(self) -> bool:
        """Whether it counts neither people nor things."""
        return self.what.kind not in ("people-or-things", "duration") or self.unit is not None

    @cached_property
    def shape(self) -> frozenset[str]:
        """What is measured, as the words beside it say: a height."""
        after = _ENDS.split(
            self.passage.content[
                self.figure.span[1] : min(self.passage.sentence[1], self.figure.span[1] + 40)
            ]
        )[0]
        first = matters(tokens(" ".join(after.split()[:3]), self.language)) & SHAPES
        leading = _ENDS.split(self.ahead(40))[-1]
        told = first or matters(tokens(" ".join(leading.split()[-4:]), self.language)) & SHAPES
        # "a depth of 8 kilometres": the words of a distance, "of" and "from", stand beside other measures too.
        told = told - {_NO_SHAPE} or told
        if told or self.what.kind != "length" or self.what.counts == _NO_SHAPE:
            return told
        return frozenset({self.what.counts or ""}) & SHAPES

    def is_converted(self, unit: str | None) -> bool:
        """Return whether it stands in brackets, and only gives a figure of a unit in another one."""
        start = self.figure.span[0]
        if not self.ahead(3).rstrip().endswith("("):
            return False
        return any(
            base_unit(other.unit)[0] == unit
            for other in self.figures
            if other.span[1] <= start and start - other.span[1] <= FAR
        )

    @cached_property
    def of_peoples(self) -> tuple[frozenset[str], str]:
        """The peoples of whom it is, "four from France", and the words that may name one."""
        near, known = self.behind(60), counting(self.language)
        at = near.find(self.noun) + len(self.noun) if self.noun in near else 0
        cut = Words(near[at:])
        words = near[:at]
        if any("from" in term.sets and not cut.between(0, term.start) for term in known.beside.find(cut)):
            words = " ".join((words, *near[at:].split()[:4]))
        return frozenset(name for term in known.peoples.find(Words(words)) for name in term.sets), words

    @cached_property
    def listed(self) -> str | None:
        """The name that a list gives the figure to: "Osk with 40, Tarn with 12", "40 in Osk, 12 in Tarn"."""
        text, figure = self.passage.read.text, self.passage.inside
        return listed_name(text, figure, self.language) or placed_name(
            text, figure, self.language, of_part=True
        )

    @property
    def points_back(self) -> bool:
        """Whether its sentence begins with a pronoun for what the one before names: "It was flying at 32,000 feet"."""
        start = self.passage.sentence[0]
        return place_words(self.language).pronoun.match(self.passage.content, start) is not None

    @property
    def is_the_rest(self) -> bool:
        """Whether it counts those that are left beside others: "the other four killed", and not "the other four were killed"."""
        first = " ".join(self.behind(FAR * 2).split()[:1])
        if not (self.is_of_state or any(token.name[0] == "=" for token in tokens(first, self.language))):
            return False
        ahead = self.ahead(FAR * 2).casefold().split()[-2:]
        articles = counting(self.language).articles
        return len(ahead) == 2 and ahead[0] in articles and is_of_others(ahead[1], self.language)

    @property
    def begins_with_its(self) -> bool:
        """Whether its sentence begins with a word for whose it is of whom the one before tells: "Its shares fell"."""
        first = Words(self.passage.content[slice(*self.passage.sentence)]).words[:1]
        return not owners(self.language).isdisjoint(first)

    @cached_property
    def near(self) -> dict[str, float]:
        """What the words around it say, each with how surely it is said of the figure."""
        found = self.near_in(self.read)
        # "427 people, among them a crew of 56, were saved": whatever is put in between, they were.
        found |= {f"={name}": max(1.0, found.get(f"={name}", 0.0)) for name in self.owned.says & self.states}
        # "38 bodies" are 38 dead.
        meant = everywhere().counted.stand_for
        return found | {
            f"={meant[name]}": 1.0 for name in self.states if name in meant and f"={meant[name]}" not in found
        }

    def of_speaker(self, read: Callable[[str], Iterable[Token]]) -> frozenset[str]:
        """Return what only the words for who gives the figure say, as they are read: it is not therefore one of theirs."""
        if self.speaking is None:
            return frozenset()
        start, end = self.speaking
        low, high = self.passage.sentence
        rest = f"{self.passage.content[low:start]} . {self.passage.content[end:high]}"
        own = {token.name for token in read(self.passage.content[start:end])}
        return frozenset(own - {token.name for token in read(rest)})

    def near_in(self, read: Callable[[str], Iterable[Token]]) -> dict[str, float]:
        """Return what the words around it say as they are read, each with how surely it is said of the figure."""
        low, high = self.passage.sentence
        sentence = self.passage.content[low:high]
        starts = [match.start() for match in re.finditer(r"\w+", sentence)]
        at = (self.figure.span[0] - low, self.figure.span[1] - low)
        others = [
            (f.span[0] - low, f.span[1] - low)
            for f in self.figures
            if f is not self.figure and f is not self.end_of
        ]
        numbers = [(f.number[0] - low, f.number[1] - low) for f in self.figures]
        parting = (others, self.passage.read.barriers)
        and_or = counting(self.language).and_or
        joints = [
            m.start()
            for m in re.finditer(r"[,;]\s|\w+", sentence)
            if m[0][0] in ",;" or m[0].casefold() in and_or
        ]
        found: dict[str, float] = {}
        for token in read(sentence):
            if any(first <= token.start < last for first, last in numbers):
                continue  # "the first two patients" are not asked for by every "two"
            weight = weight_of(token, at, starts, parting) * self._shared(token, sentence, at, others, joints)
            found[token.name] = max(found.get(token.name, 0.0), weight)
        if self.figure.is_age:
            found["~age"] = 1.2
        for text, weight in (
            (self.noun, 1.2), (self._verb, 1.2), (self.speakers, 0.3),
            (self.sentence_before, TELLING if self.points_back else BEFORE),
        ):  # fmt: skip
            for token in read(text):
                found[token.name] = max(found.get(token.name, 0.0), weight)
        return found

    def _shared(
        self, token: Token, sentence: str, at: tuple[int, int], others: Sequence[Span], joints: Sequence[int]
    ) -> float:
        """Return how much of a word between two figures is said of this one: in "40 houses and 20 bridges" the houses are the first one's."""
        if token.start >= at[1]:
            if self._is_of_next(token, sentence, at, others):
                return _OTHERS
            end = min((start for start, _ in others if start >= token.end), default=None)
            if end is None or len(sentence[token.end : end].split()) > _LEADING:
                return 1.0
            return (
                _OTHERS
                if _between(joints, at[1], token.start) and not _between(joints, token.end, end)
                else 1.0
            )
        start = max((end for _, end in others if end <= token.start), default=None)
        if start is None or token.end > at[0]:
            return 1.0
        return (
            _OTHERS
            if _between(joints, token.end, at[0]) and not _between(joints, start, token.start)
            else 1.0
        )

    def _is_of_next(self, token: Token, sentence: str, at: Span, others: Sequence[Span]) -> bool:
        """Return whether a word stands behind another figure of which alone it is said: "treats 113, with 23 in intensive care"."""
        following = min(
            (span for span in others if at[1] <= span[0] and span[1] <= token.start), default=None
        )
        return (
            following is not None
            and place_words(self.language).beside.search(sentence, at[1], following[0]) is not None
        )

    @property
    def _verb(self) -> str:
        """What it is said to count, if the sentence says it: not that a length is a distance."""
        counts = self.what.counts or ""
        plain = self.what.kind in ("people-or-things", "magnitude", "degrees") or is_state(counts)
        return counts if plain or counts in self.passage.read.text else ""


@lru_cache(maxsize=64)
def _of(language: str) -> re.Pattern[str]:
    """Return an expression for all that stands between a thing and whose it is."""
    said = events(language)
    of = before(said.of) if said.of else ""
    return re.compile(rf"\s+{of}(?:{before(said.definite)})?", re.IGNORECASE)


def _between(places: Sequence[int], start: int, end: int) -> bool:
    return any(start <= place < end for place in places)
