"""A claim that nobody proposed: the words that an editor chose, with what the rules know of them."""

from __future__ import annotations

from msgspec.structs import replace

from builder.content.model import Question
from builder.content.vocabulary import Answer
from builder.desk.suggest.match import Matching
from builder.desk.suggest.proposal import Proposal
from builder.desk.suggest.session import Session
from builder.proof.normal import Span

_KINDS = {Answer.QUANTITY: ("figure",), Answer.WORDING: ("quote", "wording")}
"""The kinds of proposal that say something of an answer of this kind; of others each may."""
_WORDED = (Answer.WORDING, Answer.PLACE, Answer.WHO)
"""Answers that any words may be: a yes or no takes more than that its sentence has words of the question."""
SAID = 0.5
"""The share of a question's own words that the sentence must have."""


def chosen(session: Session, span: Span, question: Question | None) -> Proposal:
    """Return words as a proposal that answers a question, or as yet none; ``span`` is theirs in the normalised text.

    What the rules propose of the same words, or of the figure or quotation that they share words with, is taken from there, and
    who speaks from what else stands in the sentence. What the proof would refuse beside the words is left out.
    """
    content = session.text.content
    start, end = span
    while start < end and content[start].isspace():
        start += 1
    while start < end and content[end - 1].isspace():
        end -= 1
    made = replace(
        _near(session, (start, end), question),
        sentence=session.text.around((start, end)),
        span=(start, end),
        printed=content[start:end],
        quoted=session.text.is_quoted((start, end)),
        questions=((question, 1.0),) if question else (),
    )
    # Where nothing is proposed in the sentence, the proof knows who says it.
    tried = session.proved.proved(session.read.agreed(made))
    return tried if tried.questions else made


def likeliest(session: Session, span: Span) -> Question | None:
    """Return the question of the story that some words surely answer: of a figure the only one in its unit, or for the things that it
    counts; of other words the one of which their sentence has most, and half at least. ``None`` if there is none, or several."""
    figures = [
        proposal
        for proposal in session.all
        if proposal.kind == "figure" and proposal.span[0] < span[1] and span[0] < proposal.span[1]
    ]
    questions = session.belonging.questions(session.story)
    if figures:
        units = {proposal.unit or proposal.of for proposal in figures}
        asked = [
            question
            for question in questions
            if question.answer is Answer.QUANTITY and question.unit and question.unit in units
        ]
        return asked[0] if len(asked) == 1 else None
    worded = [question for question in questions if question.answer in _WORDED]
    matching = Matching(worded, {}, session.desk.site.settings.language, session.language)
    said = sorted(
        matching.said(session.text.content[slice(*session.text.around(span))], SAID),
        key=lambda one: -one[1],
    )
    return said[0][0] if said and (len(said) == 1 or said[0][1] > said[1][1]) else None


def _near(session: Session, span: Span, question: Question | None) -> Proposal:
    wanted = _KINDS.get(question.answer) if question else None
    printed = session.text.content[slice(*span)]
    near = [
        proposal
        for proposal in session.all
        if (wanted is None or proposal.kind in wanted)
        and proposal.span[0] < span[1]
        and span[0] < proposal.span[1]
    ]
    found = max(near, key=lambda proposal: proposal.printed == printed, default=None)
    if found is not None:
        # Other words may read otherwise; who says them, and when, holds.
        return found if found.printed == printed else replace(found, value=None, reads_back=True, quote=None)
    sentence = session.text.around(span)
    beside = next((proposal for proposal in session.all if proposal.sentence == sentence), None)
    made = Proposal("wording", sentence, span, printed)
    if beside is None:
        return made
    return replace(
        made,
        sources=beside.sources,
        via=beside.via,
        cue=beside.cue,
        implied=beside.implied,
        speaker_unknown=beside.speaker_unknown,
    )
