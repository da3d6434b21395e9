"""Days, places and names that answer in words which no list has: by what is left of the questions and of the text, and by the story's other texts.

"The tram jumped the rails on Tuesday" and "When did the tram derail?" have the tram in common, and not the verb. A question that nothing
answers in its own words is held against what answers no other one: what it names has to be said near it, and nothing else that is
left may be as near. What another text of the story says in answer to the question needs less of that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType

from builder.content.model import Question
from builder.content.vocabulary import Answer
from builder.desk.suggest.about import LIGHT, Asked
from builder.desk.suggest.asked_day import answer, is_one_of_two, together
from builder.desk.suggest.candidates import Candidates
from builder.desk.suggest.chosen import Candidate
from builder.desk.suggest.evidence import IN
from builder.desk.suggest.match import Ranked
from builder.desk.suggest.placed import named, way
from builder.desk.suggest.sides import is_on_side
from builder.desk.suggest.turned import is_turned
from builder.desk.suggest.who import persons
from builder.proof.normal import Span
from builder.proof.when import expressions

Agreeing = Mapping[str, Mapping[str, int]]
"""Path of a question -> value, as a file has it -> how many other texts of the story say so."""
NOBODY: Agreeing = MappingProxyType({})
"""No other text is known."""
_LEAST = {Answer.DATE: (0.35, 0.3), Answer.PLACE: (0.25, 0.2), Answer.WHO: (0.3, 0.3)}
"""The share of a question that has to be said of an answer, and how much of that in its clause."""
_AGREED = 0.15
"""The same share where another text of the story says so."""
_OFTEN = 3
"""How often a text may name a place that is proposed by what is left."""
_MORE = 0.4
"""How much it speaks for an answer that another text says the same."""
_MARGIN = {Answer.DATE: 0.1, Answer.PLACE: 0.02, Answer.WHO: 0.1}
"""By how much an answer must be nearer than any other that is left."""


def left(
    candidates: Candidates, kind: Answer, sentences: Collection[Span], found: Iterable[Candidate], agreeing: Agreeing
) -> list[tuple[Candidate, Ranked]]:  # fmt: skip
    """Return answers to the questions of one kind that have none yet. ``found``: what answers others in their own words."""
    found = list(found)
    answered = {item.question for item in found}
    taken = [item.span for item in found]
    asked = [
        about for question, about in candidates.evidence.asked.items()
        if question.answer is kind and question not in answered and about.concepts
    ]  # fmt: skip
    if not asked:
        return []
    everywhere = _everywhere(candidates) if kind is Answer.PLACE else frozenset[str]()
    weighed = [
        item
        for sentence in sentences
        for item in _weighed(candidates, kind, sentence, asked, agreeing, everywhere)
        if not any(start < item.span[1] and item.span[0] < end for start, end in taken)
    ]
    return list(_nearest(weighed, _MARGIN[kind]))


def _nearest(weighed: list[Candidate], margin: float) -> Iterator[tuple[Candidate, Ranked]]:
    """Yield for each question what is nearest to it, if nothing else is as near, and if that is nearer to no other question."""
    weighed = sorted(weighed, key=lambda item: (-item.share, item.span))
    first: dict[Question, Candidate] = {}
    for item in weighed:
        first.setdefault(item.question, item)
    for question, item in first.items():
        rivals = [
            other.share
            for other in weighed
            if (other.question == question and other.value != item.value)
            or (other.question != question and other.span == item.span)
        ]
        if max(rivals, default=0.0) <= item.share - margin:
            yield item, ((question, round(item.share, 3)),)


def _weighed(
    candidates: Candidates,
    kind: Answer,
    sentence: Span,
    asked: list[Asked],
    agreeing: Agreeing,
    everywhere: frozenset[str],
) -> Iterator[Candidate]:
    """Yield what may answer some questions in a sentence, each with how much speaks for it."""
    least, close = _LEAST[kind]
    for about, span, value, more in _KINDS[kind](candidates, sentence, asked):
        share, inside = _shares(candidates, about, sentence, span)
        said = _said(about.question, value, agreeing)
        if said is False or (said is None and (share < least or inside < close)) or share < _AGREED:
            continue
        if not said and (_has_another(candidates, about, sentence, span) or value in everywhere):
            continue
        if is_turned(candidates.evidence, about, sentence, span) or _is_told(
            candidates, about, sentence, span
        ):
            continue
        if candidates.other(sentence, span)(about.question):
            continue
        share += more + (_MORE if said else 0.0)
        yield Candidate(sentence, span, value, about.question, share)


def _has_another(candidates: Candidates, about: Asked, sentence: Span, span: Span) -> bool:
    """Return whether something else is known to happen in the clause of a passage: "the dam was inspected on Friday" tells of no break."""
    if about.question.answer is Answer.WHO:
        return False
    reading = candidates.evidence.read(sentence)
    inside = (span[0] - sentence[0], span[1] - sentence[0])
    own = {name for concept in about.concepts for name in concept.happened}
    mine = {spot for concept in about.concepts for spot in candidates.evidence.met(concept, sentence)}
    return any(
        term.happened - LIGHT
        and not term.happened & own
        and not term.things
        and (term.start, term.end) not in mine
        and not reading.apart((term.start, term.end), inside)[0]
        for term in reading.terms
    )


def _everywhere(candidates: Candidates) -> frozenset[str]:
    """Return the places that are named again and again: all that a text tells happens there, and so nothing does more than the rest."""
    mentions = candidates.registry.mentions(candidates.text.content)
    times = Counter(id for mention in mentions for id in mention.ids)
    return frozenset(f"[{id}]" for id, number in times.items() if number > _OFTEN)


def _is_told(candidates: Candidates, about: Asked, sentence: Span, span: Span) -> bool:
    """Return whether a passage says when or where somebody spoke: nothing that is asked stands between the verb of saying and it."""
    reading = candidates.evidence.read(sentence)
    inside = (span[0] - sentence[0], span[1] - sentence[0])
    before = [one for one in reading.saying if one[1] <= inside[0] and not reading.apart(one, inside)[0]]
    if not before or about.question.answer is Answer.WHO:
        return False
    spots = (spot for concept in about.concepts for spot in candidates.evidence.met(concept, sentence))
    return not any(before[-1][1] <= start < inside[0] for start, _ in spots)


def _said(question: Question, value: str, agreeing: Agreeing) -> bool | None:
    """Return whether other texts give a value in answer to a question; False if they give another, or this one to another question."""
    own = agreeing.get(question.path, {})
    if value in own:
        return True
    elsewhere = any(value in values for path, values in agreeing.items() if path != question.path)
    return False if own or elsewhere else None


def _shares(candidates: Candidates, about: Asked, sentence: Span, span: Span) -> tuple[float, float]:
    """Return how much of a question is said of a passage, and how much of it in the same clause."""
    inside = (span[0] - sentence[0], span[1] - sentence[0])
    near = [candidates.evidence.near(concept, sentence, inside) for concept in about.concepts]
    weighed = list(zip(about.weights, near, strict=True))
    whole = about.whole or 1.0
    return sum(w * n for w, n in weighed) / whole, sum(w for w, n in weighed if n >= IN) / whole


_Found = Iterator[tuple[Asked, Span, str, float]]


def _days(candidates: Candidates, sentence: Span, asked: list[Asked]) -> _Found:
    content, published = candidates.text.content, candidates.published
    dates = together(expressions(content, sentence, published, candidates.speakers.language), content)
    for at, date in enumerate(dates):
        if is_one_of_two(content, dates, at) or candidates.is_telling(sentence, date.span):
            continue
        for about in asked:
            if not is_on_side(candidates.evidence, about, sentence, date.span):
                continue
            if (found := answer(about, content, sentence, date, published)) is not None:
                yield about, found[0], found[1], found[2]


def _places(candidates: Candidates, sentence: Span, asked: list[Asked]) -> _Found:
    content, language, evidence = candidates.text.content, candidates.speakers.language, candidates.evidence
    for span, ids, unknown in named(content, sentence, candidates.registry, language):
        if unknown or candidates.is_telling(sentence, span):
            continue
        for about in asked:
            if any(candidates.asks_of(about.question, id) for id in ids):
                continue
            beside, of = evidence.is_beside(about, sentence, span), evidence.is_of(about, sentence, span)
            more = way(about, content, sentence, span, language, beside=beside, of=of)
            if more is not None:
                yield about, span, f"[{', '.join(ids)}]", more


def _persons(candidates: Candidates, sentence: Span, asked: list[Asked]) -> _Found:
    for about in asked:
        for found in persons(candidates.evidence, candidates.speakers, sentence, about, _AGREED):
            yield about, found.span, found.value, 0.0


_KINDS = {Answer.DATE: _days, Answer.PLACE: _places, Answer.WHO: _persons}
