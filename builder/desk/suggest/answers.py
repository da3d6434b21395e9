"""Propose answers that are no figures: dates, places, yes or no, and words that are attributed.

Each is proposed only where a question of that kind has enough of its words in the sentence: a printed date alone answers nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from builder.content.model import Place, Question
from builder.content.vocabulary import Answer
from builder.desk.suggest import denial, described
from builder.desk.suggest.clauses import days, is_near
from builder.desk.suggest.about import Asked
from builder.desk.suggest.chosen import Candidate, chosen
from builder.desk.suggest.asked_day import answer, is_one_of_two, together
from builder.desk.suggest.evidence import Evidence
from builder.desk.suggest.language import SPEAKERS, any_of, before, not_known, proposing
from builder.desk.suggest.match import Matching, Ranked
from builder.desk.suggest.placed import way
from builder.desk.suggest.proposal import Proposal, said
from builder.desk.suggest.speakers import Speakers
from builder.desk.suggest.stated import stated
from builder.desk.suggest.who import persons
from builder.proof import asked
from builder.proof.names import Names, registry_names
from builder.proof.normal import Span
from builder.proof.text import Text
from builder.proof.when import expressions
from builder.values.dates import DateSpan, parse_edtf
from builder.values.figures.words import words_of
from builder.values.letters import CAPITAL, SMALL
from builder.values.lexicon import language_file, listed
from builder.values.text import folded

LEAST = {Answer.DATE: 0.5, Answer.PLACE: 0.5, Answer.YES_NO: 0.3, Answer.WORDING: 0.2}
"""The share of a question that has to be said; for a plain yes much more, as nothing else tells it."""
PLAIN_YES = 0.6
NEW_PLACE = 0.7
"""The same for a place that is not entered yet, and may be none."""
DENIED = 0.5
"""How much of a question has to be said in what somebody denies."""
CONFIRMED = 0.15
"""What is enough where both ask and say whether something could be confirmed."""
LEAD, LEAD_STEP = 0.3, 0.03
"""What speaks for a text's first sentence, and how much less for each one behind it."""
HEADLINE = 3
"""A headline counts as this sentence: the lead says it more exactly."""
LATELY, LATE = 0.15, 14
"""What speaks for a day that is not more than so many days before the article."""
_REACH = 600
"""How many characters up to the end of words may say what they are about."""


class _Words(Struct, frozen=True):
    clause: re.Pattern[str]
    new_place: re.Pattern[str]
    joined: re.Pattern[str]
    dated: re.Pattern[str]
    """Months and weekdays: "in May" is no place."""
    that: frozenset[str]
    loose: frozenset[str]


@lru_cache(maxsize=64)
def _words(language: str) -> _Words:
    words, file = proposing(language).answers, language_file(language)
    known = words_of(language)
    dated = any_of(*sorted({*known.months, *known.weekdays})) if known is not None else "(?!)"
    kinds = rf"(?:{before(words.the)}?{before(words.kinds)})?"
    name = rf"{CAPITAL}{SMALL}[\w'’-]+(?:\s+{CAPITAL}{SMALL}[\w'’-]+){{0,2}}"
    joined = any_of(file.saying.joined, words.joined) if file is not None else any_of(words.joined)
    return _Words(
        re.compile(rf"[;,]\s|\s{any_of(words.clauses)}\s|\s-\s"),
        re.compile(rf"\b{before(words.where_new)}{kinds}(?P<name>{name})\b"),
        re.compile(rf"(?:,|,?\s+{joined})\s+{before(words.the)}?"),
        re.compile(rf"{dated}\b", re.IGNORECASE),
        frozenset(listed(words.that)),
        frozenset(listed(words.loose)),
    )


class Answers(Struct):
    """Walks through one text for what answers questions without a figure."""

    text: Text
    speakers: Speakers
    matching: Matching
    evidence: Evidence
    places: Mapping[str, Place]
    published: DateSpan | None
    quote_limit: int
    site_language: str = "en"

    @classmethod
    def of(
        cls, text: Text, speakers: Speakers, questions: Iterable[Question], printed: Mapping[str, Iterable[str]], places: Iterable[Place],
        published: DateSpan | None, quote_limit: int, site_language: str = "en",
    ) -> Answers:  # fmt: skip
        """Return what walks through a text of a site with these questions and places."""
        questions = list(questions)
        matching = Matching(questions, printed, site_language, speakers.language)
        places = list(places)
        names = _names(speakers.known, places)
        evidence = Evidence(text, speakers.language, questions, names, site_language)
        return cls(
            text,
            speakers,
            matching,
            evidence,
            {p.id: p for p in places},
            published,
            quote_limit,
            site_language,
        )

    def all(self, sentences: Iterable[Span]) -> list[Proposal]:
        """Return the proposals of these sentences: one date and one place for a question, the one that says most of it."""
        sentences = list(sentences)
        found = [proposal for sentence in sentences for proposal in self._wordings(sentence)]
        for kind, of in (("date", self._dates), ("place", self._places), ("yes-no", self._yes_or_no), ("who", self._persons)):
            best = chosen([item for sentence in sentences for item in of(sentence)], by_value=kind == "yes-no")
            found += [self._candidate(kind, item, ranked) for item, ranked in best]
        return sorted(found, key=lambda proposal: proposal.span)

    def _persons(self, sentence: Span) -> Iterator[Candidate]:
        for asked in self.evidence.asked.values():
            for found in persons(self.evidence, self.speakers, sentence, asked):
                if not self._other(sentence, found.span)(found.question):
                    yield replace(found, share=round(found.share + self._lead(sentence), 3))

    def _candidate(self, kind: str, found: Candidate, ranked: Ranked) -> Proposal:
        return self._proposal(kind, found.sentence, found.span, ranked, value=found.value, value_gap=found.gap)

    def _dates(self, sentence: Span) -> Iterator[Candidate]:
        content = self.text.content
        dates = together(expressions(content, sentence, self.published, self.speakers.language), content)
        for at, date in enumerate(dates):
            if self._is_telling(sentence, date.span) or is_one_of_two(content, dates, at):
                continue
            other = self._other(sentence, date.span)
            for question, asked in self.evidence.asked.items():
                if question.answer is not Answer.DATE:
                    continue
                agreed = self.matching.is_answered(question, date.words)
                share = self.evidence.share(asked, sentence, date.span, agreed=agreed)
                if share < LEAST[Answer.DATE] - 0.35:
                    continue
                if (found := answer(asked, content, sentence, date, self.published)) is None:
                    continue
                span, value, more = found
                share += more
                if share >= LEAST[Answer.DATE] and not other(question):
                    share += self._lately(asked, value)
                    yield Candidate(sentence, span, value, question, round(share + self._lead(sentence), 3))

    def _lately(self, asked: Asked, value: str) -> float:
        """Return how much it speaks for a day that it is one of the last before the article: what the news is about."""
        day, today = parse_edtf(value), self.published
        if day.start is None or today is None or today.end is None or not (asked.day or asked.past):
            return 0.0
        return (LATELY if asked.day else LATELY / 3) if abs((today.end - day.start).days) <= LATE else 0.0

    def _lead(self, sentence: Span) -> float:
        """Return how much it speaks for a sentence that it stands at a text's head."""
        at = self.text.sentence_at(sentence[0])
        return max(0.0, LEAD - LEAD_STEP * (at or HEADLINE))

    def _places(self, sentence: Span) -> Iterator[Candidate]:
        content, language = self.text.content, self.speakers.language
        for span, ids, unknown in self._named(sentence):
            if self._is_telling(sentence, span):
                continue
            other = self._other(sentence, span)
            for question, asked in self.evidence.asked.items():
                if question.answer is not Answer.PLACE or any(self._asks_of(question, id) for id in ids):
                    continue
                more = way(asked, content, sentence, span, language, beside=self.evidence.is_beside(asked, sentence, span))
                agreed = self.matching.is_answered(question, content[slice(*span)])
                share = self.evidence.share(asked, sentence, span, agreed=agreed)
                if more is None or share < (NEW_PLACE if unknown else LEAST[Answer.PLACE]) or other(question):
                    continue
                gap = f"{' and '.join(unknown)} not in places.yml: enter it there, then its id here" if unknown else None
                share = round(share + more + self._lead(sentence), 3)
                yield Candidate(sentence, span, f"[{', '.join(ids)}]", question, share, gap)

    def _named(self, sentence: Span) -> Iterator[tuple[Span, list[str], list[str]]]:
        """Yield the places that a sentence names, those in a row together: where they stand, their ids, unknown names."""
        content, words = self.text.content, _words(self.speakers.language)
        known = registry_names(
            tuple((place.id, (place.name, *place.aliases)) for place in self.places.values())
        )
        found: list[tuple[Span, list[str], list[str]]] = [
            (mention.span, sorted(mention.ids)[:1], []) for mention in known.mentions(content, sentence)
        ]
        for match in words.new_place.finditer(content, *sentence):
            span = match.span("name")
            if not words.dated.match(match["name"]) and not any(
                a < span[1] and span[0] < b for (a, b), _, _ in found
            ):
                found.append((span, [], [match["name"]]))
        row: tuple[Span, list[str], list[str]] | None = None
        for span, ids, unknown in sorted(found):
            if row and words.joined.fullmatch(content[row[0][1] : span[0]]):
                row = ((row[0][0], span[1]), row[1] + ids, row[2] + unknown)
                continue
            if row:
                yield row
            row = (span, ids, unknown)
        if row:
            yield row

    def _asks_of(self, question: Question, id: str) -> bool:
        """Return whether a question names a place itself: what it asks for is another."""
        place = self.places[id]
        return any(folded(name) in folded(question.text) for name in (place.name, *place.aliases))

    def _yes_or_no(self, sentence: Span) -> Iterator[Candidate]:
        for asked in self.evidence.asked.values():
            for found in stated(self.evidence, sentence, asked, self.quote_limit):
                other = self._other(sentence, found.span)
                if not other(found.question):
                    yield replace(found, share=found.share + self._lead(sentence) / 2)
        yield from self._denied(sentence)

    def _denied(self, sentence: Span) -> Iterator[Candidate]:
        """Yield what somebody denies, or could not confirm."""
        content = self.text.content
        for span, refers_back in denial.denials(content, sentence, self.speakers.language):
            near = self._clause(sentence, span)
            if refers_back:
                near = f"{self._before(sentence)} {near}"
            around = content[slice(*sentence)]
            other = self._other(sentence, span, back=1 if refers_back else 0)
            ranked = self.matching.rank(Answer.YES_NO, near, around, LEAST[Answer.YES_NO], other=other)
            confirms = self.matching.confirms(near, CONFIRMED, other)
            for question, share in ranked or confirms:
                asked = self.evidence.asked[question]
                said = self.evidence.share(asked, sentence, span)
                if confirms or refers_back or said >= DENIED or (share >= DENIED and not self.evidence.across):
                    yield Candidate(sentence, self._part(sentence, span), '"no"', question, max(share, said))
                    return

    def _wordings(self, sentence: Span) -> Iterator[Proposal]:
        content = self.text.content
        for span in described.wordings(content, sentence, self.speakers.language):
            near = content[max(sentence[0], span[1] - _REACH) : span[1]]
            if ranked := self.matching.rank(
                Answer.WORDING,
                near,
                content[slice(*sentence)],
                LEAST[Answer.WORDING],
                other=self._other(sentence, span),
            ):
                yield self._proposal("wording", sentence, self._within(span), ranked)

    def _is_telling(self, sentence: Span, span: Span) -> bool:
        """Return whether a date or place is that of the telling: "told reporters in Wellin on Monday"."""
        return any(
            event.end - 2 <= span[0]
            and is_near(self.text.content[event.end : span[0]], self.speakers.language)
            for event in self.speakers.events.get(sentence, ())
        )

    def _rank(self, answer: Answer, sentence: Span, span: Span) -> Ranked:
        around = self.text.content[slice(*sentence)]
        other = self._other(sentence, span)
        return self.matching.rank(answer, self._clause(sentence, span), around, LEAST[answer], other=other)

    def _other(self, sentence: Span, span: Span, back: int = 1) -> Callable[[Question], bool]:
        """Return what tells of a question that the words of a span surely answer another one."""
        dates = expressions(self.text.content, sentence, self.published, self.speakers.language)
        event = self.speakers.of(sentence, span)
        said_on = days(self.text.content, sentence, dates, event, span)[1]
        passage = asked.Passage(
            self.text.content, sentence, span, self.speakers.language, self.published,
            parse_edtf(said_on) if said_on else None,
        )  # fmt: skip
        near = self.text.around(sentence, back)
        return lambda question: asked.told_of_other(
            passage, question, self._registry, self.site_language, near
        )

    @property
    def _registry(self) -> Names:
        return registry_names(tuple((p.id, (p.name, *p.aliases)) for p in self.places.values()))

    def _clause(self, sentence: Span, span: Span) -> str:
        """Return the part of a sentence between commas in which a passage stands."""
        content, clause = self.text.content, _words(self.speakers.language).clause
        start = max([sentence[0], *(m.end() for m in clause.finditer(content, sentence[0], span[0]))])
        end = next(clause.finditer(content, span[1], sentence[1]), None)
        return content[start : end.start() if end else sentence[1]]

    def _before(self, sentence: Span) -> str:
        index = self.text.sentence_at(sentence[0])
        return self.text.content[slice(*self.text.sentences[index - 1])] if index else ""

    def _within(self, span: Span) -> Span:
        """Return a passage cut to the words that may be quoted."""
        inside = self.text.words_in(span)
        return (inside[0][0], inside[min(len(inside), self.quote_limit) - 1][1]) if inside else span

    def _part(self, sentence: Span, span: Span) -> Span:
        """Return a passage without who says it, where it is all of its sentence."""
        inside, whole = self.text.words_in(span), self.text.words_in(sentence)
        if len(inside) < len(whole) or not proposing(self.speakers.language).answers.denied_before:
            return span
        event = next(iter(self.speakers.events.get(sentence, [])), None)
        start = self.text.content.find(event.cue, event.start, event.end) if event else -1
        kept = [word for word in inside if start > whole[0][0] and word[0] >= start] or inside[1:]
        return kept[0][0], kept[-1][1]

    def _fitting(self, sentence: Span) -> Span:
        """Return as much of a sentence as may be quoted, without who says it: never the whole."""
        inside, known = self.text.words_in(sentence), _words(self.speakers.language)
        event = next(iter(self.speakers.events.get(sentence, [])), None)
        said = [word for word in inside if event and event.leading and word[0] >= event.end]
        if said and self.text.content[slice(*said[0])].casefold() in known.that:
            said.pop(0)
        if event and not event.leading:
            # "..., the agency said": its article is no word of what is said.
            said = [word for word in inside if word[1] <= event.start]
            while said and self.text.content[slice(*said[-1])].casefold() in known.loose:
                said.pop()
        kept = (said or inside[:-1] or inside)[: self.quote_limit]
        return kept[0][0], kept[-1][1]

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
        last = min(last, first + self.quote_limit - 1)
        return content[inside[first][0] : inside[last][1]]

    def _proposal(
        self, kind: str, sentence: Span, span: Span, ranked: Ranked, value: str | None = None, value_gap: str | None = None
    ) -> Proposal:  # fmt: skip
        event = self.speakers.of(sentence, span) or self.speakers.inside(sentence, span)
        dates = expressions(self.text.content, sentence, self.published, self.speakers.language)
        said_on = days(self.text.content, sentence, dates, event, span)[1]
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
        (*((id, tuple(names)) for id, names in named.items()), *((p.id, (p.name, *p.aliases)) for p in places))
    )
