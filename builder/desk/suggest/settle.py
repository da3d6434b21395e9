"""Which of a text's figures is proposed for a question, where several could be: the likeliest, and each only once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from msgspec.structs import replace

from builder.content.vocabulary import Answer
from builder.desk.suggest.proposal import Proposal
from builder.values.quantity import Modifier

SHARE = 0.55
"""What a figure's score must be of the best one's for the same question in the same text."""


def settled(proposals: Sequence[Proposal]) -> list[Proposal]:
    """Return the proposals of a text, those of figures only with the questions that no other figure answers better."""
    figures = [p for p in proposals if p.kind == "figure" and p.questions and not is_none(p)]
    best: dict[tuple[str, bool], float] = {}
    for proposal in figures:
        for question, score in proposal.questions:
            key = (question.path, _is_vague(proposal))
            best[key] = max(best.get(key, 0.0), score)
    kept = [_among_best(proposal, best) for proposal in figures]
    exact = {p.question.path for p in kept if p.question and not _is_vague(p)}
    kept = [p if _says_more(p, exact) else replace(p, questions=()) for p in kept]
    once = _once(kept)
    changed = {(p.span, p.sentence): p for p in once}
    return [changed.get((p.span, p.sentence), p) if p.kind == "figure" else p for p in proposals]


def is_none(proposal: Proposal) -> bool:
    """Return whether a proposal says that it was nobody, in words without a number."""
    return proposal.low == proposal.high == 0 and not proposal.reads_back


def without_others(proposals: Sequence[Proposal]) -> list[Proposal]:
    """Return proposals with "nobody" once for a question, and only where no figure of the text answers it."""
    taken = {p.question.path for p in proposals if p.kind == "figure" and p.question and not is_none(p)}
    kept = []
    for proposal in proposals:
        if proposal.kind == "figure" and proposal.question and is_none(proposal):
            if proposal.question.path in taken:
                continue
            taken.add(proposal.question.path)
        kept.append(proposal)
    return kept


def _is_vague(proposal: Proposal) -> bool:
    return proposal.modifier == Modifier.VAGUE.value


def _among_best(proposal: Proposal, best: dict[tuple[str, bool], float]) -> Proposal:
    """Leave a figure the questions that no other answers far better; "thousands" in the lead is no rival of a number further down."""
    vague = _is_vague(proposal)
    questions = tuple(
        (question, score)
        for question, score in proposal.questions
        if score
        >= SHARE
        * max(best.get((question.path, other), 0.0) for other in ((True, False) if vague else (False,)))
    )
    return replace(proposal, questions=questions)


def _says_more(proposal: Proposal, exact: Collection[str]) -> bool:
    """Return whether a figure says more than none: "several" does not, where the text prints a number for the same question."""
    return not _is_vague(proposal) or proposal.question is None or proposal.question.path not in exact


def _once(proposals: Sequence[Proposal]) -> list[Proposal]:
    """Leave the same figure for a question to the one of them that says most of where it comes from."""
    chosen: dict[tuple[object, ...], Proposal] = {}
    for proposal in proposals:
        if proposal.question is None or proposal.question.answer is not Answer.QUANTITY:
            continue
        key = _of(proposal)
        if key not in chosen or _worth(proposal) > _worth(chosen[key]):
            chosen[key] = proposal
    kept = {id(proposal) for proposal in chosen.values()}
    return [
        p if id(p) in kept or not p.questions else replace(p, questions=(), spare=p.questions)
        for p in proposals
    ]


def filled(proposals: Sequence[Proposal], prove: Callable[[Proposal], Proposal]) -> list[Proposal]:
    """Prove proposals. Where that leaves a figure no question, the same figure may have it from another sentence that says it too."""
    done = [prove(proposal) for proposal in proposals]
    answered = {_of(p) for p in done if p.questions}
    for place, proposal in enumerate(done):
        if proposal.questions or not proposal.spare:
            continue
        again = replace(proposal, questions=proposal.spare, spare=())
        if _of(again) not in answered and (found := prove(again)).questions:
            done[place] = found
            answered.add(_of(found))
    return done


def _of(proposal: Proposal) -> tuple[object, ...]:
    """Return what makes two figures the same answer."""
    return (proposal.questions[0][0].path, proposal.low, proposal.high, proposal.modifier)


def _worth(proposal: Proposal) -> tuple[bool, bool, float]:
    return (bool(proposal.sources), not proposal.in_headline, proposal.questions[0][1])
