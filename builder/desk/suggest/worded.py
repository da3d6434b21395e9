"""Quotations for questions that ask in which words somebody puts it: those of whoever the question names, or calls by a role."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from msgspec.structs import replace

from builder.content.vocabulary import Answer
from builder.desk.suggest.about import BODIES, Asked, Concept
from builder.desk.suggest.attributions import Event
from builder.desk.suggest.evidence import Evidence
from builder.desk.suggest.happened import PERSONAL
from builder.desk.suggest.language import any_of, proposing
from builder.desk.suggest.match import Ranked
from builder.desk.suggest.proposal import Proposal
from builder.desk.suggest.roled import bearers
from builder.desk.suggest.speakers import Speakers
from builder.proof.normal import Span
from builder.proof.rules.turning import turning
from builder.values.lexicon import language_file, listed
from builder.values.text import count_words, normalise

LEAST = 0.5
"""How much of what else is asked, as far as the text names it anywhere, words without quotation marks have to name."""
_FEWEST = 3
"""Words of such an answer."""
_FIRST = 2
"""Among so many of the first things that a question names is the one who speaks: "In which words does the company answer it?"."""


def worded(
    found: Iterable[Proposal],
    evidence: Evidence,
    speakers: Speakers,
    speaks_for: Mapping[str, str],
    indirect: Callable[[Span, Span, Ranked], Proposal],
) -> list[Proposal]:
    """Return proposals, with a question for a quotation that has none where the question asks for the words of whoever speaks there.

    Of several quotations of one speaker the one has it that is most about the question. ``speaks_for``: id of a source -> for
    whom it speaks. ``indirect`` makes a proposal of words without quotation marks: for a speaker whom the text quotes nowhere.
    """
    found = list(found)
    for question, asked in evidence.asked.items():
        if question.answer is not Answer.WORDING or (whom := _whom(asked, evidence.site_language)) is None:
            continue
        if any(question == one for proposal in found for one, _ in proposal.questions):
            continue
        ids = _called(asked, whom, evidence, speakers)
        shares = {
            place: _share(asked, whom, evidence, proposal)
            for place, proposal in enumerate(found)
            if proposal.kind == "quote"
            and not proposal.questions
            and ids.intersection((*proposal.sources, *(speaks_for.get(id, "") for id in proposal.sources)))
        }
        if shares:
            best = max(shares, key=lambda place: (shares[place], -place))
            for place, share in shares.items():
                if place != best:  # if the proof refuses the best one
                    found[place] = replace(found[place], spare=((question, round(share, 3)),))
            found[best] = replace(found[best], questions=((question, round(shares[best], 3)),), spare=())
        elif not any(p.kind == "quote" and ids.intersection(p.sources) for p in found):
            found += _told(asked, whom, ids, evidence, speakers, indirect)
    return found


def _told(
    asked: Asked,
    whom: Concept,
    ids: set[str],
    evidence: Evidence,
    speakers: Speakers,
    indirect: Callable[[Span, Span, Ranked], Proposal],
) -> Iterator[Proposal]:
    """Yield what somebody is said to say without quotation marks, where the text quotes him nowhere: of all the words most about the question."""
    best: tuple[float, Span, Span] | None = None
    for sentence, events in speakers.events.items():
        for event in events:
            if not event.leading or event.implied or not ids.intersection(event.ids):
                continue
            span = _said(event, sentence, evidence)
            share = _named(asked, whom, evidence, sentence, span) if span is not None else 0.0
            if span is not None and share >= LEAST and (best is None or share > best[0]):
                best = share, sentence, span
    if best is not None:
        share, sentence, span = best
        yield indirect(sentence, span, ((asked.question, round(share, 3)),))


def _named(asked: Asked, whom: Concept, evidence: Evidence, sentence: Span, span: Span) -> float:
    """Return how much of what else is asked some words name, of what the text names anywhere: not that somebody "answers a charge"."""
    said = whole = 0.0
    for concept, weight in zip(asked.concepts, asked.weights, strict=True):
        if concept is not whom and concept.core and evidence.is_said(concept):
            inside = any(
                sentence[0] + end > span[0] and sentence[0] + start < span[1]
                for start, end in evidence.met(concept, sentence)
            )
            whole, said = whole + weight, said + weight * inside
    return said / whole if whole else 0.0


def _said(event: Event, sentence: Span, evidence: Evidence) -> Span | None:
    """Return the words behind a verb of saying up to the end of its clause, a verb that denies included; ``None`` for too few."""
    content, language = evidence.text.content, evidence.language
    start = event.end
    if turning(language).denial.search(event.cue):
        start = content.rfind(event.cue, event.start, event.end)
    elif (joint := _joining(language).match(content, start, sentence[1])) is not None:
        start = joint.end()
    else:
        return None
    end = next(
        (
            at
            for at in range(start, sentence[1])
            if content[at] in ',;:"' and not content[at + 1 : at + 2].isdigit()
        ),
        sentence[1],
    )
    text = content[start:end].strip(" .!?")
    start += len(content[start:end]) - len(content[start:end].lstrip())
    return (start, start + len(text)) if count_words(text) >= _FEWEST else None


@lru_cache(maxsize=64)
def _joining(language: str) -> re.Pattern[str]:
    file = language_file(language)
    return re.compile(
        rf"\s*,?\s*{any_of(file.wordings.joining if file is not None else '')}\s+", re.IGNORECASE
    )


def _whom(asked: Asked, language: str) -> Concept | None:
    """Return whose words a question asks for: a person or a body that it names among its first things.

    Of "the captain Ada Holm" it is whom the name means; "the captain of the Dora" has a word between.
    """
    people = PERSONAL | BODIES
    first = [c for c in asked.concepts[:_FIRST] if c.definite and (c.ids or c.things & people)]
    if len(first) == _FIRST and not first[0].ids and first[1].ids:
        title = normalise(asked.question.text)[first[0].place : first[1].place]
        if not any(
            word.strip(",") in listed(proposing(language).compared.stop) for word in title.casefold().split()
        ):
            return first[1]
    return first[0] if first else None


def _called(asked: Asked, whom: Concept, evidence: Evidence, speakers: Speakers) -> set[str]:
    """Return who is meant: the entries that the question names, or else those whom the text calls so."""
    if whom.ids:
        return set(whom.ids)
    rest = tuple(concept for concept in asked.concepts if concept is not whom)
    role = whom.things & (PERSONAL | BODIES)
    return set(bearers(evidence, speakers, replace(asked, concepts=rest, role=role)))


def _share(asked: Asked, whom: Concept, evidence: Evidence, proposal: Proposal) -> float:
    """Return how much of what else is asked is said in a quotation's sentence, or known there."""
    sentence = proposal.sentence
    near = (
        (weight, 1.0 if evidence.met(concept, sentence) else evidence.known(concept, sentence))
        for concept, weight in zip(asked.concepts, asked.weights, strict=True)
        if concept is not whom
    )
    return sum(weight * share for weight, share in near) / (asked.whole or 1.0)
