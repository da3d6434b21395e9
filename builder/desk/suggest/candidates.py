"""Find in a text's sentences all that may answer a question with a day, a place, a yes or no, or a person."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from builder.content.model import Place, Question
from builder.content.vocabulary import Answer
from builder.desk.suggest import denial
from builder.desk.suggest.about import Asked
from builder.desk.suggest.against import against
from builder.desk.suggest.asked_day import answer, is_one_of_two, together
from builder.desk.suggest.chosen import Candidate
from builder.desk.suggest.clauses import days, is_near, is_of
from builder.desk.suggest.evidence import Evidence
from builder.desk.suggest.happened import events
from builder.desk.suggest.language import any_of, proposing
from builder.desk.suggest.match import Matching
from builder.desk.suggest.placed import named, way
from builder.desk.suggest.roled import by_role
from builder.desk.suggest.sides import is_on_side
from builder.desk.suggest.speakers import Speakers
from builder.desk.suggest.stated import reads, stated
from builder.desk.suggest.turned import is_turned
from builder.desk.suggest.who import persons
from builder.desk.suggest.years import since_when, years
from builder.proof import asked
from builder.proof.names import Names, registry_names
from builder.proof.normal import Span
from builder.proof.refusals import asks_refusal
from builder.proof.rules.bounds import is_bound
from builder.proof.rules.turning import turning
from builder.proof.text import Text
from builder.proof.when import expressions
from builder.values.dates import DateSpan, parse_edtf
from builder.values.lexicon import language_file, listed
from builder.values.text import folded, words

LEAST = {Answer.DATE: 0.5, Answer.PLACE: 0.5, Answer.YES_NO: 0.3}
"""The share of a question that has to be said."""
NEW_PLACE = 0.7
"""The same for a place that is not entered yet, and may be none."""
DENIED = 0.5
"""How much of a question has to be said in what somebody denies."""
CONFIRMED = 0.15
"""What is enough where both ask and say whether something could be confirmed."""
LEAD, LEAD_STEP = 0.3, 0.03
"""What speaks for a text's first sentence, and how much less for each one behind it."""
HEADLINE = 6
"""A headline counts as this sentence: the lead says it more exactly."""
LATELY, LATE = 0.15, 14
"""What speaks for a day that is not more than so many days before the article."""
_DESCRIBED = 2
"""How many words may stand between what happened and the thing that it describes."""
SINGLE = 0.1
"""What speaks for a single day, against a week or a year."""


_LONG = 400
"""Days between the end of a year and the report, beyond which what a clause tells of that year was another event."""


@lru_cache(maxsize=64)
def _clauses(language: str) -> re.Pattern[str]:
    return re.compile(rf"[;,]\s|\s{any_of(proposing(language).answers.clauses)}\s|\s-\s")


class Candidates(Struct):
    """Walks through one text for what may answer a question without a figure."""

    text: Text
    speakers: Speakers
    matching: Matching
    evidence: Evidence
    places_by_id: Mapping[str, Place]
    published: DateSpan | None
    quote_limit: int
    site_language: str

    def dates(self, sentence: Span) -> Iterator[Candidate]:
        """Yield the days that answer a question."""
        content = self.text.content
        dates = together(expressions(content, sentence, self.published, self.speakers.language), content)
        dates = sorted(
            [*dates, *years(content, sentence, dates, self.speakers.language)], key=lambda date: date.span
        )
        for at, date in enumerate(dates):
            if is_one_of_two(content, dates, at):
                continue
            telling = self.is_telling(sentence, date.span)
            other = self.other(sentence, date.span)
            for question, about in self.evidence.asked.items():
                if question.answer is not Answer.DATE or (telling and not about.announces):
                    continue
                agreed = self.matching.is_answered(question, date.words)
                share = self.evidence.share(about, sentence, date.span, agreed=agreed)
                if share < LEAST[Answer.DATE] - 0.35:
                    continue
                if (found := answer(about, content, sentence, date, self.published)) is None:
                    continue
                span, value, more = found
                share += more
                if about.coming and is_bound(content, sentence, date.span, self.speakers.language):
                    value = f"{value.partition('/')[0]}/.."  # "will not reopen before 1 May"
                turned = is_turned(self.evidence, about, sentence, date.span)
                if self._only_describes(about, sentence) or self._is_of_another(about, sentence):
                    continue
                if not is_on_side(self.evidence, about, sentence, date.span):
                    continue
                if share >= LEAST[Answer.DATE] and not turned and not other(question):
                    share += self._lately(about, value)
                    yield Candidate(sentence, span, value, question, round(share + self._lead(sentence), 3))

    def _only_describes(self, about: Asked, sentence: Span) -> bool:
        """Return whether a sentence names what happened only to say which thing it means: "in the collapsed motorway bridge"."""
        reading = self.evidence.read(sentence)
        definite = frozenset(listed(events(self.speakers.language).definite))
        things = [spot for c in about.concepts if c.things for spot in self.evidence.met(c, sentence)]

        def describes(spot: Span) -> bool:
            before = reading.words.between(0, spot[0])[-1:]
            follows = any(
                spot[1] < start and len(reading.words.between(spot[1], start)) < _DESCRIBED
                for start, _ in things
            )
            owned = reading.text[: spot[0]].rstrip().endswith(("'s", "s'"))
            return follows and (owned or not definite.isdisjoint(before))

        spots = [
            spot for c in about.concepts if c.core and c.happened for spot in self.evidence.met(c, sentence)
        ]
        return bool(spots) and all(map(describes, spots))

    def _is_of_another(self, about: Asked, sentence: Span) -> bool:
        """Return whether what a question asks happened to another thing, behind whose name a clause says it: "the Old Baths, which were closed on Thursday"."""
        reading, language = self.evidence.read(sentence), self.speakers.language
        file = language_file(language)
        if file is None or file.times.capital_nouns:
            return False
        who = frozenset(listed(events(language).who))
        mine = [spot for c in about.concepts for spot in self.evidence.met(c, sentence)]

        def is_other(spot: Span) -> bool:
            begins = [at for at in reading.behind if at < spot[0]]
            last = reading.words.numbered(0, max(begins, default=0))[-1:]
            if (
                not begins
                or not last
                or not set(reading.words.between(begins[-1], spot[0])[:1]).isdisjoint(who)
            ):
                return False
            at, _ = last[0]
            start, end = reading.words.starts[at], reading.words.ends[at]
            return (
                start > 0
                and reading.text[start].isupper()
                and not any(a < end and start < b for a, b in mine)
                # "the ferry Alma, which sank"
                and not any(reading.text[b:start].isspace() for _, b in mine)
            )

        spots = [s for c in about.concepts if c.core and c.happened for s in self.evidence.met(c, sentence)]
        return bool(spots) and all(map(is_other, spots))

    def _lately(self, about: Asked, value: str) -> float:
        """Return how much it speaks for a day that it is one of the last before the article: what the news is about."""
        day, today = parse_edtf(value), self.published
        exact = SINGLE if day.start is not None and day.start == day.end else 0.0
        if day.start is None or today is None or today.end is None or not (about.day or about.past):
            return exact
        return (
            exact + (LATELY if about.day else LATELY / 3)
            if abs((today.end - day.start).days) <= LATE
            else 0.0
        )

    def _lead(self, sentence: Span) -> float:
        """Return how much it speaks for a sentence that it stands at a text's head."""
        at = self.text.sentence_at(sentence[0])
        return max(0.0, LEAD - LEAD_STEP * (at or HEADLINE))

    def places(self, sentence: Span) -> Iterator[Candidate]:
        """Yield the places that answer one."""
        content, language = self.text.content, self.speakers.language
        for span, ids, unknown in named(content, sentence, self.registry, language):
            if self.is_telling(sentence, span):
                continue
            other = self.other(sentence, span)
            for question, about in self.evidence.asked.items():
                if question.answer is not Answer.PLACE or any(self.asks_of(question, id) for id in ids):
                    continue
                more = way(
                    about,
                    content,
                    sentence,
                    span,
                    language,
                    beside=self.evidence.is_beside(about, sentence, span),
                    of=self.evidence.is_of(about, sentence, span),
                )
                agreed = self.matching.is_answered(question, content[slice(*span)])
                share = self.evidence.share(about, sentence, span, agreed=agreed)
                turned = is_turned(self.evidence, about, sentence, span)
                least = NEW_PLACE if unknown else LEAST[Answer.PLACE]
                if more is None or turned or share < least or other(question):
                    continue
                gap = (
                    f"{' and '.join(unknown)} not in places.yml: enter it there, then its id here"
                    if unknown
                    else None
                )
                share = round(share + more + self._lead(sentence), 3)
                yield Candidate(sentence, span, f"[{', '.join(ids)}]", question, share, gap)

    def asks_of(self, question: Question, id: str) -> bool:
        """Return whether a question names a place itself: what it asks for is another."""
        place = self.places_by_id[id]
        return any(folded(name) in folded(question.text) for name in (place.name, *place.aliases))

    def yes_or_no(self, sentence: Span) -> Iterator[Candidate]:
        """Yield what says yes or no to one."""
        answered: set[str] = set()
        for about in self.evidence.asked.values():
            made = list(stated(self.evidence, sentence, about, self.quote_limit))
            for found in made or against(self.evidence, sentence, about, self.quote_limit):
                other = self.other(sentence, found.span)
                if not other(found.question) and not self._is_of_another_year(sentence, found):
                    answered.add(found.question.path)
                    yield replace(found, share=found.share + self._lead(sentence) / 2)
        # "It had warned the office that the tower had not been cleaned" says yes, and what it says no to is something else.
        yield from (one for one in self._denied(sentence) if one.question.path not in answered)

    def _is_of_another_year(self, sentence: Span, found: Candidate) -> bool:
        """Return whether a clause tells of a year that was over long before the report, and of which nothing is asked."""
        published, language = self.published, self.speakers.language
        if published is None or published.start is None or found.question.when is not None:
            return False
        content, start = self.text.content, published.start
        dates = expressions(content, sentence, published, language)
        return any(
            len(day.means) == 1
            and (end := day.means[0].end) is not None
            and end.year < start.year
            and (start - end).days > _LONG
            and day.words not in found.question.text
            and is_of(content, sentence, day.span, found.span, language)
            and not since_when(language).search(content, sentence[0], day.span[0])
            for day in (*dates, *years(content, sentence, dates, language))
        )

    def _denied(self, sentence: Span) -> Iterator[Candidate]:
        """Yield what somebody denies, or could not confirm."""
        content = self.text.content
        for span, refers_back in denial.denials(content, sentence, self.speakers.language):
            near = self._clause(sentence, span)
            if turning(self.speakers.language).likely.search(near):
                continue  # German "wohl nicht"
            if refers_back:
                near = f"{self._before(sentence)} {near}"
            around = content[slice(*sentence)]
            other = self.other(sentence, span, back=1 if refers_back else 0)
            ranked = self.matching.rank(Answer.YES_NO, near, around, LEAST[Answer.YES_NO], other=other)
            confirms = self.matching.confirms(near, CONFIRMED, other)
            for question, share in ranked or confirms or self._about(sentence, span, other):
                if self.evidence.asked[question].denies:
                    continue
                asked_open = self.evidence.conditions.intersection(
                    word.casefold() for word in words(content[slice(*span)])
                )
                if (
                    asked_open
                    or self._reads(content[slice(*self._part(sentence, span))], question) is not False
                ):
                    continue
                about = self.evidence.asked[question]
                said = self.evidence.share(about, sentence, span)
                if (
                    confirms
                    or refers_back
                    or said >= DENIED
                    or (share >= DENIED and not self.evidence.across and self._is_said(about, sentence))
                ):
                    yield Candidate(sentence, self._part(sentence, span), '"no"', question, max(share, said))
                    return

    def _reads(self, printed: str, question: Question) -> bool | None:
        """Return how ``check`` reads words that deny something: what refuses it is looked for elsewhere."""
        refusal = asks_refusal(question.text, self.site_language)
        asked = question.text if refusal else ""
        return reads(printed, self.speakers.language, question=asked, site_language=self.site_language)

    def _about(
        self, sentence: Span, span: Span, other: Callable[[Question], bool]
    ) -> list[tuple[Question, float]]:
        """Return the questions that what somebody denies is about, in words of whatever language; the likeliest first."""
        shares = [
            (question, round(self.evidence.share(about, sentence, span), 3))
            for question, about in self.evidence.asked.items()
            if question.answer is Answer.YES_NO
            and not other(question)
            and not any(one.core and self.evidence.is_in_no_list(one) for one in about.concepts)
            and self._is_in(about, sentence, span)
        ]
        return sorted(
            (item for item in shares if item[1] >= DENIED), key=lambda item: (-item[1], item[0].path)
        )

    def _is_said(self, about: Asked, sentence: Span) -> bool:
        """Return whether a sentence says what a question asks to happen, and does not only name whom it asks of."""
        core = [one for one in about.concepts if one.core]
        if not any(one.happened for one in core):
            return True
        # "Would the complaints have changed it?": words that no list has may say it too.
        return any(self.evidence.met(one, sentence) for one in core if one.happened or not one.things)

    def _is_in(self, about: Asked, sentence: Span, span: Span) -> bool:
        """Return whether a part of a sentence says itself what a question asks to happen."""
        low, high = span[0] - sentence[0], span[1] - sentence[0]
        happens = [one for one in about.concepts if one.core and one.happened]
        return any(
            low <= start and end <= high
            for one in happens or [one for one in about.concepts if one.core]
            for start, end in self.evidence.met(one, sentence)
        )

    def by_role(self, left_out: Collection[Span]) -> Iterator[Candidate]:
        """Yield whom a text calls what a question asks for: "which judge"."""
        for question, about in self.evidence.asked.items():
            if question.answer is Answer.WHO:
                for found in by_role(self.evidence, self.speakers, about, left_out):
                    if not self.other(found.sentence, found.span)(question):
                        yield found

    def persons(self, sentence: Span) -> Iterator[Candidate]:
        """Yield the persons and bodies that answer one."""
        for about in self.evidence.asked.values():
            for found in persons(self.evidence, self.speakers, sentence, about):
                turned = is_turned(self.evidence, about, sentence, found.span)
                if not turned and not self.other(sentence, found.span)(found.question):
                    yield replace(found, share=round(found.share + self._lead(sentence), 3))

    def is_telling(self, sentence: Span, span: Span) -> bool:
        """Return whether a date or place is that of the telling: "told reporters in Wellin on Monday"."""
        return any(
            event.end - 2 <= span[0]
            and is_near(self.text.content[event.end : span[0]], self.speakers.language)
            for event in self.speakers.events.get(sentence, ())
        )

    def other(self, sentence: Span, span: Span, back: int = 1) -> Callable[[Question], bool]:
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
            passage, question, self.registry, self.site_language, near
        )

    @property
    def registry(self) -> Names:
        return registry_names(tuple((p.id, (p.name, *p.aliases)) for p in self.places_by_id.values()))

    def _clause(self, sentence: Span, span: Span) -> str:
        """Return the part of a sentence between commas in which a passage stands."""
        content, clause = self.text.content, _clauses(self.speakers.language)
        start = max([sentence[0], *(m.end() for m in clause.finditer(content, sentence[0], span[0]))])
        end = next(clause.finditer(content, span[1], sentence[1]), None)
        return content[start : end.start() if end else sentence[1]]

    def _before(self, sentence: Span) -> str:
        index = self.text.sentence_at(sentence[0])
        return self.text.content[slice(*self.text.sentences[index - 1])] if index else ""

    def _part(self, sentence: Span, span: Span) -> Span:
        """Return a passage without who says it, where it is all of its sentence."""
        inside, whole = self.text.words_in(span), self.text.words_in(sentence)
        if len(inside) < len(whole) or not proposing(self.speakers.language).answers.denied_before:
            return span
        event = next(iter(self.speakers.events.get(sentence, [])), None)
        start = self.text.content.find(event.cue, event.start, event.end) if event else -1
        kept = [word for word in inside if start > whole[0][0] and word[0] >= start] or inside[1:]
        return kept[0][0], kept[-1][1]
