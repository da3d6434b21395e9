"""Propose answers that are no figures: dates, places, yes or no, and words that are attributed.

Each is proposed only where a question of that kind has enough of its words in the sentence: a printed date alone answers nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from msgspec import Struct

from builder.content.model import Place, Question
from builder.content.vocabulary import Answer
from builder.desk.suggest import described
from builder.desk.suggest.attributions import Event
from builder.desk.suggest.candidates import Candidates
from builder.desk.suggest.chosen import Candidate, chosen
from builder.desk.suggest.clauses import days
from builder.desk.suggest.evidence import Evidence
from builder.desk.suggest.happened import SPOKEN
from builder.desk.suggest.language import SPEAKERS, not_known
from builder.desk.suggest.match import Matching, Ranked
from builder.desk.suggest.proposal import Proposal, said
from builder.desk.suggest.speakers import Speakers
from builder.desk.suggest.weaker import NOBODY, Agreeing, left
from builder.proof.names import Names, registry_names
from builder.proof.normal import Span
from builder.proof.rules.attribution import is_described
from builder.proof.rules.turning import turning
from builder.proof.text import Text
from builder.proof.when import expressions
from builder.values.dates import DateSpan

KINDS = (Answer.DATE, Answer.PLACE, Answer.WHO)
"""Answers that texts of a story can agree in, whatever their words."""
LEAST = 0.2
"""The share of a question that has to be said of a wording."""
_REACH = 600
"""How many characters up to the end of words may say what they are about."""


class Answers(Struct):
    """Walks through one text for what answers questions without a figure."""

    text: Text
    speakers: Speakers
    candidates: Candidates
    agreeing: Agreeing = NOBODY
    """What the story's other texts say in answer to its questions."""

    @classmethod
    def of(
        cls, text: Text, speakers: Speakers, questions: Iterable[Question], printed: Mapping[str, Iterable[str]], places: Iterable[Place],
        published: DateSpan | None, quote_limit: int, site_language: str = "en", agreeing: Agreeing = NOBODY,
    ) -> Answers:  # fmt: skip
        """Return what walks through a text of a site with these questions and places."""
        questions = list(questions)
        matching = Matching(questions, printed, site_language, speakers.language)
        places = list(places)
        names = _names(speakers.known, places)
        evidence = Evidence(text, speakers.language, questions, names, site_language)
        by_id = {place.id: place for place in places}
        return cls(
            text, speakers, Candidates(text, speakers, matching, evidence, by_id, published, quote_limit, site_language),
            agreeing,
        )  # fmt: skip

    def all(self, sentences: Iterable[Span]) -> list[Proposal]:
        """Return the proposals of these sentences: one date and one place for a question, the one that says most of it."""
        sentences = list(sentences)
        found = [proposal for sentence in sentences for proposal in self._wordings(sentence)]
        for kind in (*KINDS, Answer.YES_NO):
            best = self._chosen(kind, sentences)
            if kind in KINDS:
                best += left(self.candidates, kind, sentences, [item for item, _ in best], self.agreeing)
            found += [self._candidate(kind.value, item, ranked) for item, ranked in best]
        return sorted(found, key=lambda proposal: proposal.span)

    def surely(self, sentences: Iterable[Span]) -> Iterator[Candidate]:
        """Yield the days, places and names that answer in words which the questions have too."""
        sentences = list(sentences)
        for kind in KINDS:
            yield from (item for item, _ in self._chosen(kind, sentences) if item.gap is None)

    def _chosen(self, kind: Answer, sentences: list[Span]) -> list[tuple[Candidate, Ranked]]:
        of = {
            Answer.DATE: self.candidates.dates, Answer.PLACE: self.candidates.places, Answer.WHO: self.candidates.persons,
            Answer.YES_NO: self.candidates.yes_or_no,
        }[kind]  # fmt: skip
        found = [item for sentence in sentences for item in of(sentence)]
        if kind is Answer.WHO:
            inside = set(sentences)
            found += self.candidates.by_role({s for s in self.text.sentences if s not in inside})
        return chosen(found, by_value=kind is Answer.YES_NO)

    def _candidate(self, kind: str, found: Candidate, ranked: Ranked) -> Proposal:
        return self._proposal(
            kind, found.sentence, found.span, ranked, value=found.value, value_gap=found.gap
        )

    def _wordings(self, sentence: Span) -> Iterator[Proposal]:
        content = self.text.content
        for span in described.wordings(content, sentence, self.speakers.language):
            near = content[max(sentence[0], span[1] - _REACH) : span[1]]
            if ranked := self.candidates.matching.rank(
                Answer.WORDING,
                near,
                content[slice(*sentence)],
                LEAST,
                other=self.candidates.other(sentence, span),
            ):
                yield self._proposal("wording", sentence, self._within(span), ranked)

    def indirect(self, sentence: Span, span: Span, ranked: Ranked) -> Proposal:
        """Return words without quotation marks as a proposal, cut to what may be quoted."""
        return self._proposal("wording", sentence, self._within(span), ranked)

    def _within(self, span: Span) -> Span:
        """Return a passage cut to the words that may be quoted."""
        inside = self.text.words_in(span)
        return (
            (inside[0][0], inside[min(len(inside), self.candidates.quote_limit) - 1][1]) if inside else span
        )

    def _told_apart(self, sentence: Span, span: Span) -> str | None:
        """Return more words of the sentence where the printed ones stand in the text more than once."""
        content = self.text.content
        words = content[slice(*span)]
        again = re.finditer(rf"\b{re.escape(words)}\b", content) if content.count(words) > 1 else iter(())
        if len(list(islice(again, 2))) < 2:
            return None
        inside = self.text.words_in(sentence)
        first = next((i for i, word in enumerate(inside) if word[1] > span[0]), 0)
        last = max((i for i, word in enumerate(inside) if word[0] < span[1]), default=first)
        first = max(1 if last == len(inside) - 1 else 0, first - 5)
        last = min(last, first + self.candidates.quote_limit - 1)
        return content[inside[first][0] : inside[last][1]]

    def _is_deed(self, event: Event, sentence: Span, span: Span, ranked: Ranked) -> bool:
        """Return whether the verb by which somebody says something is what is asked: whether he admitted it, and no denial."""
        evidence = self.candidates.evidence
        at = self.text.content.find(event.cue, event.start, event.end)
        if at < 0 or not (span[0] <= at and at + len(event.cue) <= span[1]):
            return False
        if turning(self.speakers.language).denial.search(event.cue):
            return False
        asked = evidence.asked[ranked[0][0]]
        return any(
            sentence[0] + start < at + len(event.cue) and at < sentence[0] + end
            for concept in asked.concepts
            if concept.core and concept.happened & SPOKEN
            for start, end in evidence.met(concept, sentence)
        )

    def _is_announcing(self, event: Event, sentence: Span, ranked: Ranked) -> bool:
        """Return whether the verb by which somebody says something is the word for the announcement that is asked for."""
        evidence = self.candidates.evidence
        at = self.text.content.find(event.cue, event.start, event.end) - sentence[0]
        told = [
            at <= start < at + len(event.cue)
            for concept in evidence.asked[ranked[0][0]].concepts
            if "announced" in concept.happened
            for start, _ in evidence.met(concept, sentence)
        ]
        return bool(told) and all(told)

    def _proposal(
        self, kind: str, sentence: Span, span: Span, ranked: Ranked, value: str | None = None, value_gap: str | None = None
    ) -> Proposal:  # fmt: skip
        event = self.speakers.of(sentence, span) or self.speakers.inside(sentence, span)
        if kind == Answer.WHO.value and event is not None and value == f"[{', '.join(event.ids)}]":
            # Who leads the inquiry is told of whoever speaks, and not by him.
            is_name = event.start < span[1] and span[0] < event.end
            if is_name and is_described(self.text.content, sentence, span):
                event = None
        if kind == Answer.YES_NO.value and event is not None and self._is_deed(event, sentence, span, ranked):
            event = None  # "He never admitted it": the text says so
        dates = expressions(self.text.content, sentence, self.candidates.published, self.speakers.language)
        said_on = days(self.text.content, sentence, dates, event, span)[1]
        asked = self.candidates.evidence.asked.get(ranked[0][0]) if kind == Answer.DATE.value else None
        announces = asked is not None and asked.announces
        if announces and event and (said_on == value or self._is_announcing(event, sentence, ranked)):
            event = said_on = None  # when the firm announced it: the day of its words is the text's own
        printed = self.text.content[slice(*span)]
        told = SPEAKERS not in not_known(self.speakers.language)
        return Proposal(
            kind, sentence, span, printed, said_on=said_on, **said(event, told=told), quote=self._told_apart(sentence, span),
            via=event.via if event else (), value=value, value_gap=value_gap, questions=ranked,
        )  # fmt: skip


def _names(sources: Names, places: Iterable[Place]) -> Names:
    """Return the names of all sources and places in one registry."""
    named: dict[str, list[str]] = {}
    for name, ids in sources.meant.items():
        for id in sorted(ids):
            named.setdefault(id, []).append(name)
    return registry_names(
        (
            *((id, tuple(names)) for id, names in named.items()),
            *((p.id, (p.name, *p.aliases)) for p in places),
        )
    )
