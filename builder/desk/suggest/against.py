"""Answers of no that say no "not": what somebody denies to have done, and the contrary of what is asked."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.vocabulary import Answer
from builder.desk.suggest.about import Asked
from builder.desk.suggest.chosen import Candidate
from builder.desk.suggest.evidence import Evidence
from builder.desk.suggest.happened import CONTRARY, Read, begins_behind, events
from builder.desk.suggest.left_open import is_governed, is_open
from builder.desk.suggest.stated import cut, no_to, reads, second_part
from builder.proof.normal import Span
from builder.proof.opposites import opposite
from builder.proof.refusals import ACCEPTED, REFUSED, asks_refusal
from builder.proof.rules.turning import turning

LEAST = 0.7
"""How much of a question has to be said, the contrary of what it asks to have happened counted as that."""
_OBJECT = 3
"""Words between a denial and what is denied."""
_WHOLE = 2
"""Words of a sentence of which all but the first tell enough."""
_EARLY = 3
"""Words at a clause's beginning in which its subject stands, if that is a pronoun."""


def against(evidence: Evidence, sentence: Span, asked: Asked, limit: int) -> Iterator[Candidate]:
    """Yield the words of a sentence that answer a question with no. ``limit``: how many words may be printed."""
    content = evidence.text.content
    if asked.question.answer is not Answer.YES_NO or not asked.concepts or asked.denies:
        return
    if not content[slice(*sentence)].rstrip('" ').endswith("?"):
        reading = evidence.read(sentence)
        yield from _not_admitted(evidence, reading, sentence, asked, limit)
        yield from _contrary(evidence, reading, sentence, asked, limit)


def _contrary(
    evidence: Evidence, reading: Read, sentence: Span, asked: Asked, limit: int
) -> Iterator[Candidate]:
    """Yield the words by which the contrary of what is asked happened: "the board turned the offer down" of its support."""
    asks = next((c for c in asked.concepts if c.core and c.happened & CONTRARY.keys()), None)
    if asks is None or asks_refusal(asked.question.text, evidence.site_language):
        return
    wanted = {name for concept in asked.concepts for name in concept.happened}
    contrary = {other for name in asks.happened for other in CONTRARY.get(name, ())}
    if asks.happened & set(ACCEPTED):
        contrary -= {REFUSED}  # which is told with its object
    objects = [c for c in asked.concepts if c is not asks and c.place > asks.place and not c.aside]
    for term in reading.terms:
        at = (term.start, term.end)
        clause = reading.clause(at)
        if not term.happened & contrary or term.happened & wanted or no_to(reading, clause, [at]) != []:
            continue
        near = [1.0 if c is asks else evidence.near(c, sentence, at) for c in asked.concepts]
        share = sum(w * n for w, n in zip(asked.weights, near, strict=True)) / (asked.whole or 1.0)
        others = [c for c in asked.concepts if c.ids or (not c.core and c is asked.concepts[0])]
        said = all(evidence.met(c, sentence) or evidence.was_spoken_of(c, sentence) for c in others)
        beside = [s for c in objects for s in evidence.met(c, sentence) if _is_object(reading, at, s)]
        if share < LEAST or not said or (objects and not beside):
            continue
        if not _is_subject(evidence, reading, sentence, asked, at):
            continue
        if is_governed(reading, clause) or is_open(evidence, reading, sentence, clause, at, asked, [at]):
            continue
        spots = [
            spot
            for c in asked.concepts
            if c is not asks
            for spot in evidence.met(c, sentence)
            if clause[0] <= spot[0] and spot[1] <= clause[1] and reading.apart(at, spot)[:2] == (0, 0)
        ]
        span = cut(reading, clause, sorted([at, *spots]), [at], limit) or cut(
            reading, clause, [at], [at], limit
        )
        if span is None:
            continue
        span = (span[0], second_part(reading, span[1]) or span[1])
        if len(reading.words.between(*span)) == len(reading.words.words) > _WHOLE:
            span = (reading.words.starts[1], span[1])  # no claim prints a whole sentence
        printed = reading.text[slice(*span)]
        question, site = asked.question.text, evidence.site_language
        is_no = opposite(printed, reading.language, question, site) is not None or (
            reads(printed, reading.language, question=question, site_language=site) is False
        )
        if is_no:
            start = sentence[0]
            yield Candidate(
                sentence, (start + span[0], start + span[1]), '"no"', asked.question, round(share, 3)
            )
            return


def _is_subject(evidence: Evidence, reading: Read, sentence: Span, asked: Asked, at: Span) -> bool:
    """Return whether those of whom a question asks stand before a verb, or right behind it in a language that has them there, or have a pronoun there."""
    clause, known = reading.clause(at), [c for c in asked.concepts if not c.core or c is asked.concepts[0]]
    spots = [s for c in known for s in evidence.met(c, sentence) if clause[0] <= s[0] < clause[1]]
    if any(s[1] <= at[0] and not reading.apart(s, at)[1] for s in spots):
        return True
    if events(reading.language).oblique and any(_is_object(reading, at, s) for s in spots):
        return True
    opens = evidence.pronouns.intersection(reading.words.between(clause[0], at[0])[:_EARLY])
    return bool(opens) and evidence.was_spoken_of(asked.concepts[0], sentence)


def _is_object(reading: Read, at: Span, spot: Span) -> bool:
    """Return whether a thing stands so near to a verb that it is what is done to: "rejected the offer", and not "calls to vote on the offer"."""
    clauses, commas, words = reading.apart(at, spot)
    return not clauses and not commas and words <= _OBJECT


def _not_admitted(
    evidence: Evidence, reading: Read, sentence: Span, asked: Asked, limit: int
) -> Iterator[Candidate]:
    """Yield the words by which somebody denies what a question asks him to have admitted: "denied any wrongdoing"."""
    admitting = next((c for c in asked.concepts if "admitted" in c.happened), None)
    if admitting is None:
        return
    whom = asked.concepts[0]
    for denial in turning(reading.language).denial.finditer(reading.text):
        clause = reading.clause(denial.span())
        guilt = [
            (term.start, term.end)
            for term in reading.terms
            if "responsibility" in term.happened
            and reading.apart(denial.span(), (term.start, term.end))[2] <= _OBJECT
        ]
        named = [
            s
            for s in evidence.met(whom, sentence)
            if clause[0] <= s[0] < denial.start() or begins_behind(reading, denial.span(), s)
        ]
        spoken = evidence.pronouns.intersection(reading.words.between(clause[0], denial.start())[:_EARLY])
        if not guilt or not (named or (spoken and evidence.was_spoken_of(whom, sentence))):
            continue
        if is_governed(reading, clause) or _names_others(evidence, asked, sentence, denial.start()):
            continue
        span = cut(reading, clause, sorted([denial.span(), guilt[0]]), guilt[:1], limit)
        if span is not None and reads(reading.text[slice(*span)], reading.language) is False:
            start = sentence[0]
            yield Candidate(sentence, (start + span[0], start + span[1]), '"no"', asked.question, LEAST)
            return


def _names_others(evidence: Evidence, asked: Asked, sentence: Span, end: int) -> bool:
    """Return whether somebody else than whom a question names stands nearer to a place: he may be the one who denies it."""
    whom = max((s[1] for s in evidence.met(asked.concepts[0], sentence) if s[0] < end), default=0)
    text = evidence.read(sentence).text
    return any(whom <= m.span[0] < end for m in evidence.names.mentions(text))
