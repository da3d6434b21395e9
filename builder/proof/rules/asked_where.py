"""Rules on where and in which words: a figure of the place that is asked for, and answers in words that answer their question."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from builder.content.model import Question
from builder.content.vocabulary import Answer
from builder.proof import asked, kinds
from builder.proof.asked import passage_of, passage_of_words
from builder.proof.case import ClaimCase, Finding, stands_in_headline
from builder.proof.normal import Span
from builder.values.dates import caption
from builder.values.text import normalise

_LEAD = 8
"""Words: a shorter line below a headline is a byline or a date."""
_FIRST = 4
"""Sentences with which a text says where its story is, bylines among them."""


def place(case: ClaimCase) -> Iterator[Finding]:
    """A figure of another place than its question asks for says so with its scope."""
    passage = passage_of(case)
    if passage is not None and case.claim.scope:
        yield from _scope(case, passage, case.claim.scope)
    if passage is None or case.claim.scope:
        return
    question = case.question if "of" not in case.entry else replace(case.question, of=case.claim.of)
    found = asked.other_place(passage, question, case.book.places, case.near)
    if found is not None and not _is_the_leads(case, found, question):
        message = f'the text says it of "{found}", which the question does not name'
        yield Finding(kinds.ANOTHER_PLACE, ("question",), message)
        return
    site = case.book.site.settings.language
    found = asked.abroad(passage, question, case.book.places, site, lambda: _told_first(case))
    if found is not None:
        message = (
            f'the text says it of "{found}", which neither the question nor the beginning of the text names'
        )
        yield Finding(kinds.ANOTHER_PLACE, ("question",), message)
        return
    found = asked.all_over(passage, question, case.book.places, site, case.near)
    if found is not None:
        message = f'the text says it of more than the question asks for: "{found}"'
        yield Finding(kinds.ANOTHER_PLACE, ("question",), message)


def _told_first(case: ClaimCase) -> tuple[str, str]:
    """Return with which words a text begins, its headline too, and the names of what the places lie within that it names."""
    content, places = case.text.content, case.book.site.places
    last = next((span[1] for at, span in enumerate(case.text.sentences) if at == _FIRST), len(content))
    around = {other for id in case.book.places.named(content) for other in places[id].within}
    within = " ".join(places[id].name for id in sorted(around) if id in places)
    return f"{case.article.headline or ''}\n{content[:last]}", within


def _scope(case: ClaimCase, passage: asked.Passage, scope: str) -> Iterator[Finding]:
    """The place that a scope names is that of the figure's own part of the sentence, and not of another figure's."""
    places = case.book.places
    named = places.named(normalise(scope)) | (
        {case.claim.scope_place.id} if case.claim.scope_place else set()
    )
    found = asked.other_places(passage, named, places)
    if found is not None:
        message = f'the text says this figure of "{found}", and another one of "{scope}"'
        yield Finding(kinds.SCOPE_UNFIT, ("scope",), message)


def _is_the_leads(case: ClaimCase, found: str, question: Question) -> bool:
    """Return whether a headline says more roughly where it was than the lead below it: the country of the port that is asked for."""
    if not stands_in_headline(case.text, case.passage, case.article.headline):
        return False
    places, content = case.book.places, case.text.content
    end = case.text.paragraph(case.passage)[1]
    leads = (
        span for span in case.text.sentences if span[0] >= end and len(case.text.words_in(span)) >= _LEAD
    )
    lead = next(leads, None)
    if lead is None:
        return False
    named = places.named(content, lead)
    return bool(asked.places_of(question, places) & named) and not places.named(found) & named


_ELSEWHERE = {
    Answer.DATE: kinds.ANOTHER_DAY,
    Answer.PLACE: kinds.ANOTHER_PLACE,
    Answer.WHO: kinds.OF_OTHERS,
}
"""What is told where another sentence of the text has what is asked."""


def words(case: ClaimCase) -> Iterator[Finding]:
    """A date, a place, a yes or no and a wording answer their question too, and none on others, another day or another place."""
    passage, question, site = passage_of_words(case), case.question, case.book.site.settings.language
    if passage is None or case.claim.scope:
        return
    name = asked.unnamed(passage, " ".join((question.text, case.claim.of or "")), site)
    if name is not None:
        message = f"the text names nobody who is {name}, and the question asks of them"
        yield Finding(kinds.OF_OTHERS, ("question",), message)
        return
    if question.answer is not Answer.DATE and "as_of" not in case.entry:
        day = asked.other_day(passage, question, site)
        if day is not None and question.when is not None:
            message = f'the text says it of "{day}", and the question asks for {caption(question.when)}'
            yield Finding(kinds.ANOTHER_DAY, ("question",), message)
    if question.answer is Answer.DATE and (deed := asked.another_deed(passage, question, site)) is not None:
        message = f'this is the day of "{deed}", and the sentence has another day for what is asked'
        yield Finding(kinds.ANOTHER_DAY, ("printed",), message)
    if question.answer is Answer.DATE and (event := asked.of_an_event(passage, question, site)) is not None:
        message = f'this is the day of "{event}", and the question asks since when something has been so'
        yield Finding(kinds.ANOTHER_DAY, ("question",), message)
    if (elsewhere := _ELSEWHERE.get(question.answer)) is not None:
        found = asked.told_elsewhere(
            passage, question, case.book.places, site, case.text.sentences, _before(case)
        )
        if found is not None and not _is_of_the_same(case, found):
            yield Finding(
                elsewhere,
                ("printed",),
                f'the sentence has nothing of what is asked, and the text has "{found}"',
            )
    if question.answer is not Answer.PLACE:
        found = asked.other_place(passage, question, case.book.places, case.near)
        if found is not None and not _is_the_leads(case, found, question):
            message = f'the text says it of "{found}", which the question does not name'
            yield Finding(kinds.ANOTHER_PLACE, ("question",), message)


def _is_of_the_same(case: ClaimCase, sentence: str) -> bool:
    """Return whether a sentence names whom a claim answers with: "It was Helen Marsh who turned the key. The commissioner closed it"."""
    value = case.claim.value
    if not case.is_a(Answer.WHO) or not isinstance(value, tuple):
        return False
    return bool(case.book.speakers.named(sentence) & {one.id for one in value})


def _before(case: ClaimCase) -> tuple[Span, ...]:
    """Return the sentences of a claim's paragraph that stand before its own."""
    start = case.text.paragraph(case.passage)[0]
    return tuple(span for span in case.text.sentences if start <= span[0] and span[1] <= case.sentence[0])
