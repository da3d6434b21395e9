"""Quotations for questions that ask in which words somebody puts it: those of whoever the question names, or calls by a role."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from builder.content.vocabulary import Answer
from builder.desk.suggest.about import BODIES, Asked, Concept
from builder.desk.suggest.evidence import Evidence
from builder.desk.suggest.happened import PERSONAL
from builder.desk.suggest.proposal import Proposal
from builder.desk.suggest.roled import bearers
from builder.desk.suggest.speakers import Speakers

_FIRST = 2
"""Among so many of the first things that a question names is the one who speaks: "In which words does the company answer it?"."""


def worded(
    found: Iterable[Proposal], evidence: Evidence, speakers: Speakers, speaks_for: Mapping[str, str]
) -> list[Proposal]:
    """Return proposals, with a question for a quotation that has none where the question asks for the words of whoever speaks there.

    Of several quotations of one speaker the one has it that is most about the question. ``speaks_for``: id of a source -> for
    whom it speaks.
    """
    found = list(found)
    for question, asked in evidence.asked.items():
        if question.answer is not Answer.WORDING or (whom := _whom(asked)) is None:
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
            found[best] = replace(found[best], questions=((question, round(shares[best], 3)),))
    return found


def _whom(asked: Asked) -> Concept | None:
    """Return whose words a question asks for: a person or a body that it names among its first things."""
    people = PERSONAL | BODIES
    return next((c for c in asked.concepts[:_FIRST] if c.definite and (c.ids or c.things & people)), None)


def _called(asked: Asked, whom: Concept, evidence: Evidence, speakers: Speakers) -> set[str]:
    """Return who is meant: the entries that the question names, or else those whom the text calls so."""
    if whom.ids:
        return set(whom.ids)
    rest = tuple(concept for concept in asked.concepts if concept is not whom)
    role = whom.things & (PERSONAL | BODIES)
    return set(bearers(evidence, speakers, replace(asked, concepts=rest, role=role)))


def _share(asked: Asked, whom: Concept, evidence: Evidence, proposal: Proposal) -> float:
    """Return how much of what else is asked is said in a quotation's sentence, or known there."""
    near = (
        (
            weight,
            1.0 if evidence.met(concept, proposal.sentence) else evidence.known(concept, proposal.sentence),
        )
        for concept, weight in zip(asked.concepts, asked.weights, strict=True)
        if concept is not whom
    )
    return sum(weight * share for weight, share in near) / (asked.whole or 1.0)
