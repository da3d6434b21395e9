"""Propose claims: walk through a private text, sentence by sentence, and put together what each figure and quote says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from builder.content.model import Place, Question, Source
from builder.content.vocabulary import Answer
from builder.desk.suggest.answers import Answers
from builder.desk.suggest.asking import Asking
from builder.desk.suggest.attributions import Event
from builder.desk.suggest.clauses import days
from builder.desk.suggest.counted import Counted, continued, counted
from builder.desk.suggest.cutting import cut_to
from builder.desk.suggest.demanded import demander
from builder.desk.suggest.figure_fit import answered, places_of
from builder.desk.suggest.figures import Figure
from builder.desk.suggest.figures_in import figures_in, period
from builder.desk.suggest.fragment import fragment
from builder.desk.suggest.furniture import is_own
from builder.desk.suggest.held import holds
from builder.desk.suggest.implied import with_units
from builder.desk.suggest.language import SPEAKERS, not_known
from builder.desk.suggest.nobody import none_of
from builder.desk.suggest.proposal import Proposal, said
from builder.desk.suggest.quoted import quoting
from builder.desk.suggest.rank import Passage, Ranking
from builder.desk.suggest.referring import PERSONS, kind_of
from builder.desk.suggest.settle import settled, without_others
from builder.desk.suggest.soft import Soft
from builder.desk.suggest.speakers import LONGEST, Speakers
from builder.desk.suggest.standing import Place as FigureAt
from builder.desk.suggest.weaker import NOBODY, Agreeing
from builder.desk.suggest.worded import worded
from builder.proof import asked
from builder.proof.locate import occurrences
from builder.proof.names import Names, registry_names
from builder.proof.normal import Span
from builder.proof.rules.turning import turning
from builder.proof.rules.words import turning_words
from builder.proof.text import Text
from builder.proof.when import expressions
from builder.values.counting import Words, counting, says
from builder.values.dates import DateSpan, parse_edtf
from builder.values.quantity import Modifier
from builder.values.text import count_words, normalise

_QUOTE = re.compile(r'"([^"]{2,600})"')
LONGEST_WORD = 100
"""Letters of the longest word in a sentence."""
_DECIDED = frozenset({"sentence", "convicted", "fined"})
"""What a court decides."""
_WANTED = (asked.forecast, asked.other_wish)
"""What tells that a figure was only demanded, or is the most that somebody faces: "the prosecution had asked for 12 years"."""
_BYLINE = 5
"""Words beside the day in a line that signs the report: "Oct 16 | Ada Holm"."""
_CHRONICLE = 3
"""Lines of a day and a few words that are no signatures, but a table of what happened when."""
_PARTED = re.compile(r"\s[|∙•·—–/-]\s")
"""What parts the day from the name there."""
MOST = 40
"""The most dates, and figures, in a sentence."""


def propose(
    text: Text,
    sources: Iterable[Source],
    questions: Iterable[Question],
    printed: Mapping[str, Iterable[str]],
    published: DateSpan | None,
    quote_limit: int = 15,
    places: Iterable[Place] = (),
    language: str = "en",
    site_language: str = "en",
    headline: str | None = None,
    agreeing: Agreeing = NOBODY,
    begun: date | None = None,
) -> list[Proposal]:
    """Return what may be claimed from a text, in its order. ``site_language`` is that of the questions.

    ``agreeing``: what the story's other texts say in answer to its questions; ``begun``: when its first article appeared.
    """
    questions, sources = list(questions), list(sources)
    places = list(places)
    known = registry_names(
        tuple((source.id, (source.name, source.short, *source.aliases)) for source in sources)
    )
    ranking = Ranking(questions, printed, site_language, language, known)
    labels = {source.id: " ".join((source.name, *source.aliases)) for source in sources}
    kinds = {source.id: kind_of(source) for source in sources}
    # A lawyer's words are her own, and not those of whom she defends: only a body speaks through somebody.
    speaks_for = {
        source.id: source.speaks_for
        for source in sources
        if source.speaks_for and kinds.get(source.speaks_for) not in PERSONS
    }
    speakers = Speakers(text, known, language, kinds)
    named = registry_names(tuple((place.id, (place.name, *place.aliases)) for place in places))
    asking = Asking(questions, printed, site_language, language, places)
    walk = _Walk(
        text,
        speakers,
        ranking,
        asking,
        labels,
        speaks_for,
        published,
        quote_limit,
        language,
        site_language,
        named,
        begun,
    )
    answers = Answers.of(
        text, speakers, questions, printed, places, published, quote_limit, site_language, agreeing
    )  # fmt: skip
    own = {paragraph for paragraph in text.paragraphs if is_own(text.content[slice(*paragraph)], language)}
    day_lines = {s for s in text.sentences if _is_day_line(text, s, published, language)}
    signed = {s for s in day_lines if not _is_bare_day(text, s, published, language)}
    if len(signed) >= _CHRONICLE:
        day_lines -= signed
    left_out = day_lines | {
        s
        for s in text.sentences
        if text.paragraph(s) in own or not _is_sentence(text.content, s, published, language)
    }
    found = answers.all(s for s in text.sentences if s not in left_out)
    for index, sentence in enumerate(text.sentences):
        if sentence in left_out:
            continue
        before = text.content[slice(*text.sentences[index - 1])] if index else ""
        found.extend(walk.figures(sentence, before))
        found.extend(walk.nobody(sentence))
        found.extend(walk.quotes(sentence, before))
    found = [_spoken(proposal, answers) if proposal.kind == "quote" else proposal for proposal in found]
    found = worded(found, answers.candidates.evidence, speakers, speaks_for, answers.indirect)
    top = normalise(headline or "").rstrip(".")
    placed = [
        replace(
            proposal,
            quoted=text.is_quoted(proposal.span),
            in_headline=bool(top) and text.content[slice(*text.paragraph(proposal.span))].rstrip(".") == top,
        )
        for proposal in found
    ]

    def is_other(place: FigureAt, question: Question) -> bool:
        """Return whether a figure surely answers another question than one, or is of other places."""
        of_places = asking.of_places(question, places_of(place, asking))
        return not of_places or walk.is_other(place.passage, place.figure, question)

    soft = Soft(asking, printed, is_other)
    placed = soft.settled(without_others(settled(placed)), walk.placed)
    return sorted(placed, key=lambda proposal: (proposal.sentence, proposal.span))


def _spoken(proposal: Proposal, answers: Answers) -> Proposal:
    """Return a quotation with those questions that are about what is said, or about who says it."""
    evidence = answers.candidates.evidence
    kept = tuple(
        (question, share)
        for question, share in proposal.questions
        if evidence.is_spoken_of(question, proposal.sentence, proposal.sources)
    )
    return replace(proposal, questions=kept)


def _is_sentence(content: str, span: Span, published: DateSpan | None, language: str) -> bool:
    """Return whether what goes on to a stop is a sentence, and no table or attack."""
    return (
        span[1] - span[0] <= LONGEST
        and len(max(content[slice(*span)].split(), key=len, default="")) <= LONGEST_WORD
        and len(expressions(content, span, published, language)) <= MOST
    )


def _is_day_line(text: Text, span: Span, published: DateSpan | None, language: str) -> bool:
    """Return whether a paragraph is a day and next to nothing else: when the text appeared, and no part of what it tells."""
    content, rest = _beside_day(text, span, published, language)
    return rest is not None and (rest <= 1 or (rest <= _BYLINE and _PARTED.search(content) is not None))


def _is_bare_day(text: Text, span: Span, published: DateSpan | None, language: str) -> bool:
    """Return whether a line that is a day has no name or event beside it."""
    _, rest = _beside_day(text, span, published, language)
    return rest is not None and rest <= 1


def _beside_day(text: Text, span: Span, published: DateSpan | None, language: str) -> tuple[str, int | None]:
    """Return a sentence's paragraph, and how many words it has beside the only day that it names; None if that is not one."""
    start, end = text.paragraph(span)
    content = text.content[start:end]
    dates = expressions(text.content, (start, end), published, language)
    if len(dates) != 1:
        return content, None
    return content, count_words(content) - count_words(dates[0].words)


class _Walk(Struct, dict=True):
    text: Text
    speakers: Speakers
    ranking: Ranking
    asking: Asking
    labels: Mapping[str, str]
    speaks_for: Mapping[str, str]
    published: DateSpan | None
    quote_limit: int
    language: str
    site_language: str
    places: Names
    begun: date | None = None
    prior: frozenset[str] = frozenset()
    """What happened to those whom the figure before counts."""
    last: Counted | None = None
    """What the figure before counted."""
    before: Figure | None = None
    """The last figure of the sentence before."""

    @cached_property
    def placed(self) -> dict[Span, FigureAt]:
        """The figures so far, each where it stands."""
        return {}

    @cached_property
    def told(self) -> bool:
        """Whether it is known how the text's language says who says it."""
        return SPEAKERS not in not_known(self.language)

    @cached_property
    def quoted(self) -> dict[Span, list[re.Match[str]]]:
        """The quotations that begin in each sentence."""
        found: dict[Span, list[re.Match[str]]] = {}
        for paragraph in self.text.paragraphs:
            for match in _QUOTE.finditer(self.text.content, *paragraph):
                sentence = self.text.sentences[self.text.sentence_at(match.start())]
                found.setdefault(sentence, []).append(match)
        return found

    def figures(self, sentence: Span, before: str) -> Iterable[Proposal]:
        content = self.text.content
        dates = expressions(content, sentence, self.published, self.language)
        found = figures_in(
            content, sentence, dates, self.language, ages=self.asking.ages, since=self.asking.times
        )
        if len(found) > MOST:
            return
        each = self._counted(sentence, found)
        again = with_units(content, found, each, self.asking.units, self.before)
        if again != found:
            found, each = again, self._counted(sentence, again)
        self.before = found[-1] if found else None
        each = continued(content, found, each, self.last, self.language)
        for figure, what in zip(found, each, strict=False):
            self.last = what
            event = self.speakers.of(sentence, figure.span)
            as_of, said_on = days(content, sentence, dates, event, figure.span, self.published)
            place = asked.Passage(
                content,
                sentence,
                figure.span,
                self.language,
                self.published,
                parse_edtf(said_on) if said_on else None,
            )
            where = FigureAt(
                place, figure, what, found, before, self._speaker(event), self.prior,
                parse_edtf(as_of) if as_of else period(content, sentence, dates, figure, found, self.language), self.asking.across,
                (event.start, event.end) if event and not event.implied else None, self.begun, self.asking.printed,
            )  # fmt: skip
            self.prior = where.states or self.prior
            ranked = [
                item
                for item in answered(where, self.asking)
                if self._is_printed(figure) and not self.is_other(place, figure, item[0])
            ][:2]
            if figure.is_one and not ranked:
                continue  # an article is a figure only where one is asked for
            if self._is_printed(figure):
                self.placed[figure.span] = where
            if event and ranked and self._is_done(event.cue, ranked[0][0]):
                event = None  # "has dismissed 14 drivers": nobody says that
            if as_of and ranked and not holds(where, dates, as_of, ranked[0][0]):
                as_of = None
            who = said(event, told=self.told)
            if ranked and not who["sources"] and not who["speaker_unknown"]:
                who["sources"] = demander(self.speakers, sentence, where, self.asking.of(ranked[0][0]))
            if who["cue"] is None:
                who["cue"] = self._caveat(figure.span)
            if who["cue"] is None and ranked:
                # "six people are presumed dead"
                who["cue"] = asked.feared(place, ranked[0][0], self.site_language)
            yield Proposal(
                "figure", sentence, figure.span, figure.printed, figure.modifier.value, figure.low, figure.high,
                figure.reads_back, what.counts, what.of, figure.unit, as_of, said_on,
                via=event.via if event else (), **who, quote=fragment(self.text, sentence, figure.span, what.end, self.quote_limit), questions=tuple(ranked), is_part=where.is_part,
            )  # fmt: skip

    def _counted(self, sentence: Span, found: list[Figure]) -> list[Counted]:
        """Return what each figure of a sentence counts."""
        limits = [*(figure.span[0] for figure in found[1:]), sentence[1]]
        return [
            counted(self.text.content, sentence, figure, limit, self.language)
            for figure, limit in zip(found, limits, strict=False)
        ]

    def nobody(self, sentence: Span) -> Iterable[Proposal]:
        """Propose 0 where a sentence says of nobody what is asked."""
        content = self.text.content
        dates = expressions(content, sentence, self.published, self.language)
        for span, question in none_of(content, sentence, self.asking, self.language):
            passage = asked.Passage(content, sentence, span, self.language, self.published)
            if asked.of_old(passage):
                continue  # "between 2010 and 2015 nobody was killed"
            event = self.speakers.of(sentence, span)
            _, said_on = days(content, sentence, dates, event, span, self.published)
            yield Proposal(
                "figure", sentence, span, content[slice(*span)], Modifier.EXACTLY.value, 0, 0, False, said_on=said_on,
                via=event.via if event else (), **said(event, told=self.told), questions=((question, 0.0),),
            )  # fmt: skip

    def _is_done(self, cue: str, question: Question) -> bool:
        """Return whether a verb that may say something is what a question asks to have happened."""
        found = counting(self.language).happened.find(Words(cue))
        return says(self.asking.of(question).states, frozenset(name for term in found for name in term.sets))

    def _caveat(self, span: Span) -> str | None:
        """Return a word beside a figure that leaves it open, "reportedly", "may": a claim has it as its cue."""
        words = turning(self.language)
        found = turning_words(self.text, span, words)
        turned = any(plain in words.negations for plain, _ in found)
        return found[0][1] if len(found) == 1 and not turned else None

    def quotes(self, sentence: Span, before: str) -> Iterable[Proposal]:
        content = self.text.content
        dates = expressions(content, sentence, self.published, self.language)
        # A quotation may hold several sentences; it is told where it begins.
        for match in self.quoted.get(sentence, ()):
            event = self.speakers.of(sentence, match.span())
            if event is None and self.told:
                event = quoting(self.speakers, sentence, match.span(), self.published)
            if count_words(match[1]) <= 3 and event is None:
                continue  # a word held at arm's length, not a statement
            cut = cut_to(match[1].strip(" ,"), content[slice(*sentence)], self.quote_limit, self.language)
            ids = set(event.ids if event else self.speakers.before[sentence])
            passage = Passage(
                match[1],
                content[slice(*sentence)],
                before,
                (Answer.WORDING,),
                speakers=self._speaker(event),
                ids=frozenset(ids | {self.speaks_for[id] for id in ids if id in self.speaks_for}),
                own=frozenset(ids),
            )
            who = said(event, told=self.told)
            if not who["sources"] and not who["speaker_unknown"]:
                # Words of its own beside it, and nobody named in them: it may be anybody's.
                alone = not re.search(
                    r"\w", content[sentence[0] : match.start()] + content[match.end() : sentence[1]]
                )
                before_it = self.speakers.before[sentence] if alone else ()
                who |= {"sources": before_it, "implied": bool(before_it)}
            # What is quoted may speak of any day; when it was said stands outside.
            outside = [date for date in dates if not match.start() <= date.span[0] < match.end()]
            saying = (event.start, event.end) if event else match.span()
            near_it, said_on = days(content, sentence, outside, event, saying, self.published)
            yield Proposal(
                "quote", sentence, match.span(1), cut, said_on=said_on or near_it, **who,
                via=event.via if event else (), questions=tuple(self.ranking.rank(passage)),
            )  # fmt: skip

    def _is_printed(self, figure: Figure) -> bool:
        """Return whether a claim with a figure's words finds them: not the "15" of a "15-member" council."""
        return next(iter(occurrences(figure.printed, self.text, figure.span)), None) is not None

    def is_other(self, passage: asked.Passage, figure: Figure, question: Question) -> bool:
        """Return whether a figure surely answers another question than one."""
        if asked.answers_other(passage, figure.reading, question, self.places, self.site_language):
            return True
        decided = self.asking.of(question).states & _DECIDED
        return bool(decided) and any(tells(passage, question, self.site_language) for tells in _WANTED)

    def _speaker(self, event: Event | None) -> str:
        return " ".join(self.labels.get(id, "") for id in event.ids) if event else ""
