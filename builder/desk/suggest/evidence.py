"""How much a part of a text is about what a question asks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache

from builder.content.model import Question
from builder.desk.suggest.about import LIGHT, Asked, Concept, asked_of, is_across
from builder.desk.suggest.borne import bearers
from builder.desk.suggest.happened import FIXED, GENERIC, Read, begins_behind, events, is_relative, read
from builder.desk.suggest.language import any_of, before
from builder.desk.suggest.meeting import met
from builder.proof.names import Names
from builder.proof.normal import Span
from builder.proof.text import Text
from builder.values.lexicon import listed

NEAR = 0.8
"""From how near on a word stands in the same clause."""
_CHAIN = 3
"""Sentences before one in which somebody is named of whom only pronouns speak since."""
_LEAD = 3
"""Sentences at a text's head that say what it is about, the headline among them."""
_OFTEN = 3
"""Sentences that name a thing which a text is about."""
_KNOWN = 0.6
"""How much a thing counts that the text is about, where the sentence does not name it."""
_BEFORE = 0.25
"""How much something else counts that stands in the sentence before."""
IN = 0.7
"""From how near on something is said in the same clause."""
_CORE = 0.5
"""How much of what happens has to be said there."""
_LED = 14
"""Characters before a passage in which its preposition stands."""
_BESIDE = 2
"""How many words stand between a day and the verb of saying that it belongs to."""
_JOINT = 6
"""Characters between a noun and the word that begins a clause on it, with the preposition: "a raid in which"."""
_SPOKEN = 0.5
"""How much of a question has to be named where words are said."""
_PLAIN = 0.7
"""The same where a question does not ask for what somebody says: in the sentence itself."""
_AGREED = 0.3
"""How much it speaks for an answer that other articles print the same."""
_UNKNOWN = 0.75
"""What is left where a text never names a thing that a question takes for known."""
_MARKS = 40
"""Characters before a day in which "since" or "until" stands."""
_CLOCK = re.compile(
    r"\b\d{1,2}(?:[:.h]\d{2})?\s*(?:[ap]\.?\s?m\b\.?|Uhr|h\b|heures?|horas?)(?:\s+local(?:\s+time)?)?\s*",
    re.IGNORECASE,
)
"""A time of day, which may stand between such a word and its day: "until 6 p.m. on Monday"."""
_LABEL = re.compile(r"\A[^:;,.]{0,20}:\s+\Z")
"""What stands between a word of a label and what it tells."""
_TOLD = 0.6
"""What is taken off for such a verb."""
_WORKPLACES = frozenset({"site", "factory", "mine"})
"""What a question calls a site, and a text what it is."""
_APART = 0.5
"""What is taken off where that is said in an aside, and something else happens beside the answer."""
_OTHER = 0.08
"""What is taken off for something else that happens nearer to an answer."""


@lru_cache(maxsize=64)
def _marks(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return expressions for "since" and "until" at a day, and for "of" between a thing and its place."""
    said = events(language)
    since, until = (
        re.compile(
            rf"\b{any_of(words)}\b(?:(?:\W*(?!{any_of(said.hours)}\b)\w{{1,5}}){{0,2}}\W*|[^:;.,]{{1,25}}:\s+)\Z|\A{any_of(words)}\b",
            re.IGNORECASE,
        )
        for words in (said.since, said.until)
    )
    return since, until, re.compile(rf"\s+{before(said.of)}", re.IGNORECASE)


class Evidence:
    """Holds the sentences of one text against a site's questions."""

    def __init__(
        self, text: Text, language: str, questions: Iterable[Question], names: Names, site_language: str
    ) -> None:
        """``names`` are those of all sources and places."""
        self.text = text
        self.language = language
        self.site_language = site_language
        self.names = names
        self.across = is_across(language, site_language)
        self.asked = {asked.question: asked for asked in asked_of(questions, names, site_language)}
        self._met: dict[tuple[Concept, Span], list[Span]] = {}
        self._topical: dict[Concept, bool] = {}
        self._anywhere: dict[Concept, bool] = {}
        said = events(language)
        self._since, self._until, self._of = _marks(language)
        self._leads = frozenset((*listed(said.since), *listed(said.until)))
        self.without = frozenset(listed(said.without))
        """What says no of the thing behind it alone."""
        self.conditions = frozenset(listed(said.open)) & frozenset(listed(said.barriers))
        """Words that begin a clause which leaves open whether it is so: "whether"."""
        self.pronouns = frozenset(listed(events(language).pronouns))

    def read(self, sentence: Span) -> Read:
        """Return a sentence as it is read."""
        return read(self.text.content[slice(*sentence)], self.language)

    def met(self, concept: Concept, sentence: Span) -> list[Span]:
        """Return where a sentence says a concept, counted from its beginning."""
        key = (concept, sentence)
        if key not in self._met:
            reading = self.read(sentence)
            found = met(concept, reading, self.names, self.across)
            if concept.definite and not concept.ids:
                names = (self._borne[role] for role in sorted(concept.things & self._borne.keys()))
                found = sorted({*found, *(m.span() for name in names for m in name.finditer(reading.text))})
            self._met[key] = found
        return self._met[key]

    @cached_property
    def _borne(self) -> Mapping[str, re.Pattern[str]]:
        """The roles that the text gives to one person, each with the name."""
        return bearers(self.read(sentence) for sentence in self.text.sentences)

    def is_topical(self, concept: Concept) -> bool:
        """Return whether a text is about a thing: its head names it, or many of its sentences."""
        if concept not in self._topical:
            head = any(self.met(concept, sentence) for sentence in self.text.sentences[:_LEAD])
            self._topical[concept] = head or (
                sum(bool(self.met(concept, sentence)) for sentence in self.text.sentences) >= _OFTEN
            )
        return self._topical[concept]

    def known(self, concept: Concept, sentence: Span) -> float:
        """Return how much a concept counts that a sentence does not say."""
        at = self.text.sentence_at(sentence[0])
        before = self.text.sentences[max(0, at - 2) : at]
        if not concept.core:
            generic = bool(concept.things) and concept.things <= GENERIC
            if generic or any(self.met(concept, one) for one in before) or self.is_topical(concept):
                return _KNOWN
            return 0.0
        return _BEFORE if before and self.met(concept, before[-1]) else 0.0

    def was_said(self, concept: Concept, sentence: Span) -> bool:
        """Return whether the sentence before names something."""
        at = self.text.sentence_at(sentence[0])
        return at > 0 and bool(self.met(concept, self.text.sentences[at - 1]))

    def was_spoken_of(self, concept: Concept, sentence: Span) -> bool:
        """Return whether the sentence before names something, or goes on with a pronoun about what the one before it names."""
        at = self.text.sentence_at(sentence[0])
        for earlier in reversed(self.text.sentences[max(0, at - _CHAIN) : at]):
            if self.met(concept, earlier):
                return True
            if self.pronouns.isdisjoint(self.read(earlier).words.words):
                return False
        return False

    def near(self, concept: Concept, sentence: Span, inside: Span) -> float:
        """Return how near a concept stands to a passage of a sentence: from 1, beside it, to 0."""
        reading = self.read(sentence)
        best = 0.0
        for spot in self.met(concept, sentence):
            hard, commas, words = reading.apart(inside, spot)
            if (
                hard == 1
                and spot[1] <= inside[0]
                and any(0 < at - spot[1] <= _JOINT for at in reading.behind)
            ):
                hard = 0  # "the visit which he made in May"
            if hard == 1 and (is_relative(reading, inside, spot) or begins_behind(reading, inside, spot)):
                hard = 0
            if hard and _LABEL.search(reading.text[spot[1] : inside[0]]):
                hard = 0  # "Deadline for claims: 30 September"
            if hard == 0:
                near = max(0.75, 1.0 - 0.05 * commas - 0.01 * max(0, words - 5))
            else:
                near = (0.3 if concept.core else 0.6) if hard == 1 else 0.2 if concept.core else 0.5
            best = max(best, near)
        return best or self.known(concept, sentence)

    def _begins_with_pronoun(self, sentence: Span) -> bool:
        return not self.pronouns.isdisjoint(self.read(sentence).words.words[:1])

    def is_of(self, asked: Asked, sentence: Span, span: Span) -> bool:
        """Return whether a passage says of which place a thing is that a question names, or asks for: "the plant of Tarn", "the Tarn site"."""
        reading = self.read(sentence)
        text, start, end = reading.text, span[0] - sentence[0], span[1] - sentence[0]
        spots = [spot for c in asked.concepts if c.things & FIXED for spot in self.met(c, sentence)]
        kinds = asked.kinds | _WORKPLACES if "site" in asked.kinds or asked.kinds & FIXED else asked.kinds
        if any("trial" in concept.happened for concept in asked.concepts):
            kinds |= {"court"}  # a trial is where its court is
        wanted = [(term.start, term.end) for term in reading.terms if term.things & kinds]
        if any(
            self._of.fullmatch(text, low, start) for _, low in (*spots, *wanted) if 0 < start - low < _LED
        ):
            return True
        # German "der Standort Tarn"
        return any(text[last:start] == " " or text[end:first] == " " for first, last in wanted)

    def is_beside(self, asked: Asked, sentence: Span, span: Span) -> bool:
        """Return whether what a question asks stands directly before a passage."""
        start = span[0] - sentence[0]
        spots = (spot for c in asked.concepts if c.happened for spot in self.met(c, sentence))
        return any(0 < start - end <= 1 for _, end in spots)

    def share(
        self, asked: Asked, sentence: Span, span: Span, *, alone: bool = True, agreed: bool = False
    ) -> float:
        """Return how much of what a question asks is said of a passage: from 0 to 1.

        ``alone``: whether something else that happens nearer to it, and a verb of saying beside it, speak against it.
        ``agreed``: whether other articles print the same in answer to the question; then it need not say what happens.
        """
        if not asked.concepts:
            return 0.0
        inside = self._led(sentence, (span[0] - sentence[0], span[1] - sentence[0]))
        marked = self.marked(sentence, span)
        near = [
            1.0
            if concept.happened & marked and not self.met(concept, sentence)
            else self.near(concept, sentence, inside)
            for concept in asked.concepts
        ]
        if asked.until and "end" in marked and self._begins_with_pronoun(sentence):
            # "His lawyers appeal. They have until 23 June."
            near = [
                max(n, IN) if c.core and self.was_said(c, sentence) else n
                for c, n in zip(asked.concepts, near, strict=True)
            ]
        weights = [
            0.0 if self._is_unknowable(c) else w for c, w in zip(asked.concepts, asked.weights, strict=True)
        ]
        if not (whole := sum(weights)):
            return 0.0
        share = sum(w * n for w, n in zip(weights, near, strict=True)) / whole
        core = [(w, n) for c, w, n in zip(asked.concepts, weights, near, strict=True) if c.core]
        if asked.until:
            # "Until which day can savers put in their claims?": of what ends, one word is enough.
            ends = [(w, n) for c, w, n in zip(asked.concepts, weights, near, strict=True) if not c.ids]
            core = [max(ends, key=lambda item: item[1])] if ends else core
        if core and not agreed and sum(w for w, n in core if n >= IN) < _CORE * sum(w for w, _ in core):
            return 0.0
        if any(n == 0 and self._is_unknown(c) for c, n in zip(asked.concepts, near, strict=True)):
            share *= _UNKNOWN
        share += _AGREED if agreed else 0.0
        return max(0.0, share - self._others(asked, sentence, inside)) if alone else share

    def named(self, asked: Asked, sentence: Span) -> float:
        """Return how much a sentence names of what a question asks, wherever it does, from 0 to 1: nothing where it is only about its story.

        Words that can be known in no other language do not count.
        """
        known = [
            (concept, weight)
            for concept, weight in zip(asked.concepts, asked.weights, strict=True)
            if not self.is_in_no_list(concept)
        ]
        said = [(concept, weight) for concept, weight in known if self.met(concept, sentence)]
        if not any(concept.core for concept, _ in said):
            return 0.0
        return sum(weight for _, weight in said) / sum(weight for _, weight in known)

    def _led(self, sentence: Span, inside: Span) -> Span:
        """Return a passage with the preposition before it that may begin a clause elsewhere: "since Monday"."""
        reading = self.read(sentence)
        for at in reading.hard:
            if 0 < inside[0] - at <= _LED and len(reading.words.between(at, inside[0])) <= 2:
                word = reading.words.between(at, inside[0])[:1]
                if self._leads.intersection(word):
                    return at, inside[1]
        return inside

    def marked(self, sentence: Span, span: Span) -> frozenset[str]:
        """Return what the words before a day say of it: that something begins or ends with it."""
        before = _CLOCK.sub("", self.text.content[max(sentence[0], span[0] - _MARKS) : span[0]])
        printed = self.text.content[slice(*span)]
        begins, ends = (
            bool(mark.search(before)) or bool(mark.match(printed)) for mark in (self._since, self._until)
        )
        return frozenset(name for name, is_so in (("begin", begins), ("end", ends)) if is_so)

    def _is_unknowable(self, concept: Concept) -> bool:
        """Return whether nothing can be known of a thing that is named in another language, in words that no list has."""
        return not concept.core and self.is_in_no_list(concept)

    def is_in_no_list(self, concept: Concept) -> bool:
        """Return whether a word of a question can be known in no other language: no list has it, and the text has nothing like it."""
        is_listed = bool(concept.things or concept.happened or concept.ids)
        return self.across and not is_listed and not self.is_said(concept)

    def is_said(self, concept: Concept) -> bool:
        """Return whether any sentence says a concept."""
        if concept not in self._anywhere:
            self._anywhere[concept] = any(self.met(concept, sentence) for sentence in self.text.sentences)
        return self._anywhere[concept]

    def _is_unknown(self, concept: Concept) -> bool:
        """Return whether a text never names something that a question takes for known, in words that are known for it."""
        if concept.core or (self.across and not (concept.things or concept.ids)):
            return False
        return not self.is_said(concept)

    @staticmethod
    def _parts(reading: Read, inside: Span, saying: Span, mine: list[Span]) -> bool:
        """Return whether a verb of saying parts a passage from all that happens: "it broke, the line said in Osk on Monday"."""
        if saying[1] <= inside[0]:
            between = [spot for spot in mine if spot[1] <= saying[0]]
            return len(between) == len(mine) and any(
                max(s[1] for s in mine) <= at < saying[0] for at in reading.commas
            )
        between = [spot for spot in mine if saying[1] <= spot[0]]
        first = min(spot[0] for spot in mine)
        return (
            len(between) == len(mine)
            and inside[1] <= saying[0]
            and any(saying[1] <= at < first for at in reading.commas)
        )

    def _is_of_something_else(self, asked: Asked, sentence: Span, inside: Span) -> bool:
        """Return whether nothing that is asked stands in a sentence, and something else happens in the clause of a passage.

        What the sentences before tell does not answer then: "The museum was robbed. Its insurer's shares fell on Wednesday."
        """
        if any(self.met(concept, sentence) for concept in asked.concepts):
            return False
        names = {name for concept in asked.concepts for name in concept.happened}
        reading = self.read(sentence)
        return any(
            term.happened - LIGHT
            and not term.happened & names
            and not reading.apart(inside, (term.start, term.end))[0]
            for term in reading.terms
        )

    def _others(self, asked: Asked, sentence: Span, inside: Span) -> float:
        """Return what is taken off because something else happens nearer to a passage."""
        reading = self.read(sentence)
        wanted = [c for c in asked.concepts if c.happened]
        mine = [spot for c in wanted for spot in self.met(c, sentence)]
        if not mine:
            return _APART if self._is_of_something_else(asked, sentence, inside) else 0.0
        limit = min(reading.apart(inside, spot)[2] + 8 * reading.apart(inside, spot)[0] for spot in mine)
        names = {name for c in asked.concepts for name in (*c.happened, *c.things)}
        others = {
            (term.start, term.end)
            for term in reading.terms
            if term.happened - LIGHT
            and not term.happened & names
            and not (term.things & names)
            and not inside[0] <= term.start < inside[1]
        }
        nearer = sum(
            hard == 0 and words < limit
            for hard, _, words in (reading.apart(inside, other) for other in others)
        )
        said = [
            (one, reading.apart(inside, one))
            for one in reading.saying
            if not any(a < one[1] and one[0] < b for a, b in mine)
        ]
        told = any(
            hard == 0 and words <= _BESIDE and words < limit and (not commas or one[1] <= inside[0])
            for one, (hard, commas, words) in said
        )
        told = told or any(self._parts(reading, inside, one, mine) for one in reading.saying)
        aside = self._is_apart(reading, inside, mine, others) or (
            nearer and all(self._is_aside(reading, inside, spot) for spot in mine)
        )
        begun = asked.begins and any(self.met(c, sentence) for c in wanted if "begin" in c.happened)
        if nearer and asked.begins and not (begun or asked.until or asked.coming):
            return _APART  # "After 23 days of strike they approved it on Thursday" is not when it began
        taken = _OTHER * min(2, nearer) + (_APART if aside else 0.0)
        return taken + (_TOLD if told and not asked.coming else 0.0)

    @staticmethod
    def _is_apart(reading: Read, inside: Span, mine: list[Span], others: Iterable[Span]) -> bool:
        """Return whether a passage stands in an aside that tells of something else: "the firm, based in Osk, is to close a site"."""
        start = max((at for at in reading.commas if at < inside[0]), default=None)
        end = min((at for at in reading.commas if at >= inside[1]), default=None)
        if start is None or end is None:
            return False
        tells = any(start < other[0] < inside[0] for other in others)
        return tells and not any(start < spot[0] < end for spot in mine)

    @staticmethod
    def _is_aside(reading: Read, inside: Span, spot: Span) -> bool:
        """Return whether words stand between commas in an aside that ends before a passage: "the firm, founded by Holm, lost 4 million last year"."""
        before = [at for at in reading.commas if at < spot[0]]
        opens = bool(before) and not reading.words.between(before[-1], spot[0])
        # "a phone that nobody wanted to hold, and listened to a judge in Osk"
        since = max(before, default=0)
        opens |= any(since <= at < spot[0] for at in reading.behind)
        return opens and any(spot[1] <= at < inside[0] for at in reading.commas)

    def is_spoken_of(self, question: Question, sentence: Span, speakers: Iterable[str]) -> bool:
        """Return whether words that somebody says are about what a question asks: by who says it, or by what the sentence names."""
        asked, ids = self.asked[question], set(speakers)
        first = asked.concepts[0] if asked.concepts else None
        if first is None:
            return True
        if first.ids and ids and not first.ids & ids and not self.met(first, sentence):
            return False
        near = [
            1.0 if c.ids & ids or self.met(c, sentence) else self.known(c, sentence) for c in asked.concepts
        ]
        said = any(n == 1.0 and (c.core or c.ids & ids) for c, n in zip(asked.concepts, near, strict=True))
        if not asked.words and not any(concept.ids & ids for concept in asked.concepts):
            # "Why did it sink?" is answered by words that speak of it, not by whatever somebody says in the same text.
            near = [1.0 if n == 1.0 else 0.0 for n in near]
            return (
                said and sum(w * n for w, n in zip(asked.weights, near, strict=True)) >= _PLAIN * asked.whole
            )
        share = sum(w * n for w, n in zip(asked.weights, near, strict=True)) / asked.whole
        return said and share >= _SPOKEN
