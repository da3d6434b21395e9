"""Where an outlet contradicts others or is in tension with them, or a headline of it with its own text: what it prints, and what else."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from itertools import islice

from msgspec import Struct

from builder.compare.disputes import Dispute, weight
from builder.compare.library import Library
from builder.compare.relation import Judgement, Relation
from builder.compare.rows import Comparison
from builder.content.model import Claim
from builder.content.vocabulary import Where
from builder.pages import links
from builder.pages.links import Target
from builder.pages.views.claims import Teller
from builder.pages.views.opening import AnswerLineView, side_view
from builder.pages.views.standing import BadgeView, badge, only_in_a_headline, only_in_headlines
from builder.pages.views.told import ClaimView

OWN, AGAINST = 2, 3
"""Maximum number of an outlet's own answers to one question, and of those that stand against it, on its page."""


class DifferingView(Struct, frozen=True):
    """A question on which an outlet differs from others."""

    rank: str
    """A text by which these sort: contradictions first, then what is at stake."""
    question: str
    target: Target
    badge: BadgeView
    own: tuple[AnswerLineView, ...]
    against: tuple[AnswerLineView, ...]
    """What others print on the other sides."""
    more: int
    """Number of further answers on them."""


class OverTextView(Struct, frozen=True):
    """A headline of an outlet that says otherwise than the text under it."""

    question: str
    target: Target
    badge: BadgeView
    headline: ClaimView
    text: tuple[ClaimView, ...]
    """What its own text prints instead; empty if it has no answer."""


def over_own_text(row: Comparison, teller: Teller) -> Iterator[tuple[str, OverTextView]]:
    """Yield for each headline of a row that its own text does not bear out the id of its outlet, and what both print."""
    claims = {claim.key: claim for claim in row.claims}
    found: dict[str, list[Judgement]] = {}
    for one in row.judgements:
        if one.relation is Relation.HEADLINE:
            found.setdefault(one.a if claims[one.a].where is Where.HEADLINE else one.b, []).append(one)
    for key, judged in found.items():
        both = [claims[id] for one in judged for id in (one.a, one.b)]
        # Of a headline that leaves open what it means, nobody can say that it differs.
        shown = badge(
            Relation.HEADLINE,
            teller.say,
            row.question.answer,
            claims=both,
            differences=judged[0].differences,
        )
        assert shown is not None, "a headline that its text does not bear out has a badge"
        yield (
            claims[key].outlet,
            OverTextView(
                row.question.short,
                links.row(row.question.path),
                shown,
                teller.claim(claims[key]),
                tuple(teller.claim(claims[one.b if one.a == key else one.a]) for one in judged),
            ),
        )
    for claim in only_in_headlines(row):
        shown, where = only_in_a_headline(teller.say), links.row(row.question.path)
        yield claim.outlet, OverTextView(row.question.short, where, shown, teller.claim(claim), ())


class _Apart(Struct, frozen=True):
    """What one outlet prints, and what others print that stands against just that."""

    relation: Relation
    own: tuple[Claim, ...]
    """At most ``OWN``."""
    sides: tuple[tuple[Claim, ...], ...]


def differing(
    library: Library, row: Comparison, dispute: Dispute, teller: Teller
) -> Iterator[tuple[str, DifferingView]]:
    """Yield the id of each outlet that takes part in the dispute of a row and others with it, with what it differs in."""
    told = _Told(row, dispute)
    for id in dict.fromkeys(claim.outlet for side in (*dispute.sides, *dispute.retold) for claim in side):
        apart = told.apart(id)
        if apart is None:
            continue
        against = [side_view(library, side, teller) for side in apart.sides]
        lines = [line for side in against for line in side.answers]
        one = badge(apart.relation, teller.say)
        assert one is not None, "a dispute is a contradiction or a tension"
        yield (
            id,
            DifferingView(
                f"{int(apart.relation is not Relation.CONFLICT)}{weight(dispute.question)}",
                dispute.question.short,
                links.row(dispute.question.path),
                one,
                side_view(library, apart.own, teller).answers,
                tuple(lines[:AGAINST]),
                sum(side.more for side in against) + max(0, len(lines) - AGAINST),
            ),
        )


class _Told:
    """The claims of a dispute, each with a number that it shares with those that stand to claims of other articles as it does."""

    def __init__(self, row: Comparison, dispute: Dispute) -> None:
        numbers: dict[Hashable, int] = {}
        self._row = row
        self._sides = [
            [(claim, numbers.setdefault(row.alike(claim), len(numbers))) for claim in (*side, *retold)]
            for side, retold in zip(dispute.sides, dispute.retold, strict=True)
        ]
        self._retold = {claim.key for side in dispute.retold for claim in side}
        self._relations: dict[tuple[int, int], Relation | None] = {}

    def apart(self, outlet: str) -> _Apart | None:
        """Return what stands against an outlet's own claims; None if nothing does.

        That others contradict each other, on whichever side, is not the outlet's: what it prints may be right with both. Nor does it
        differ with an outlet that prints both sides. What it only passes on is its answer; against others stands who said it first.
        """
        own = [one for side in self._sides for one in side if one[0].outlet == outlet]
        beside = {
            claim.outlet
            for side in self._sides
            if any(claim.outlet == outlet for claim, _ in side)
            for claim, _ in side
        }
        others = [
            [one for one in side if one[0].outlet not in beside and one[0].key not in self._retold]
            for side in self._sides
            if all(claim.outlet != outlet for claim, _ in side)
        ]
        mine, theirs = _each(own), _each(one for side in others for one in side)
        for relation in (Relation.CONFLICT, Relation.TENSION):
            met = {
                number
                for number, one in theirs.items()
                if any(self._stand(a, one) is relation for a in mine.values())
            }
            sides = (tuple(claim for claim, number in side if number in met) for side in others)
            if against := tuple(filter(None, sides)):
                told = (
                    one[0]
                    for one in own
                    if any(self._stand(one, theirs[number]) is relation for number in met)
                )
                return _Apart(relation, tuple(islice(told, OWN)), against)
        return None

    def _stand(self, a: _Numbered, b: _Numbered) -> Relation | None:
        """Return how two claims of two outlets stand to each other, found once for all that are alike."""
        pair = a[1], b[1]
        if pair not in self._relations:
            found = self._row.between(a[0], b[0])
            self._relations[pair] = found and found.relation
        return self._relations[pair]


_Numbered = tuple[Claim, int]


def _each(claims: Iterable[_Numbered]) -> dict[int, _Numbered]:
    """Return one claim of each number."""
    return {number: (claim, number) for claim, number in claims}
