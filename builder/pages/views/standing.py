"""How a question's row stands among the others of its topic: its weight, and the badges that tell why it has it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from builder.compare.disputes import rank
from builder.compare.phrases import quoted
from builder.compare.relation import Difference, Judgement, Relation, Verdict
from builder.compare.rows import Comparison
from builder.compare.values import moved
from builder.content.model import Claim, Question
from builder.content.vocabulary import Answer, Where
from builder.pages.views.claims import RANK
from builder.pages.views.words import Words
from builder.values.quantity import Quantity

DISPUTED = (Relation.CONFLICT, Relation.TENSION)
"""The relations by which answers part, in the order in which they are told."""


class BadgeView(Struct, frozen=True):
    """What sets a row apart, in a word or two."""

    key: str
    """Its name in style sheets: ``contradiction``, ``tension``, ``headline``, ``copy``, ``later``, ``one-source``, ``alone``."""
    words: str


def badge(
    relation: Relation,
    say: Words,
    answer: Answer = Answer.QUANTITY,
    *,
    claims: Iterable[Claim] = (),
    differences: Iterable[Difference] = (),
) -> BadgeView | None:
    """Return the badge of a relation between two answers of a kind; None if it is none that makes a reader stop.

    If one of the ``claims``, a headline and its own text, leaves open what it means, nobody can say that they differ. Of two counts
    by whose ``differences`` nobody knows the order, neither is called the later.
    """
    match relation:
        case Relation.CONFLICT:
            return BadgeView("contradiction", say("Contradiction"))
        case Relation.TENSION:
            return BadgeView("tension", say("Tension"))
        case Relation.HEADLINE:
            if any(claim.leaves_open for claim in claims):
                return BadgeView("headline", say("Headline unclear"))
            return BadgeView(
                "headline", say("Headline and text" if answer is Answer.WORDING else "Headline differs")
            )
        case Relation.COPY:
            return BadgeView("copy", say("Copy differs"))
        case Relation.LATER_COUNT | Relation.COMPATIBLE if Difference.ORDER in differences:
            return BadgeView("later", say("Two counts"))
        case Relation.LATER_COUNT:
            return BadgeView("later", say("Later count") if answer is Answer.QUANTITY else say("Later word"))
    return None


def is_plain(relation: Relation, question: Question) -> bool:
    """Return whether two answers say the same yes or no, which needs no sentence."""
    return relation is Relation.SAME and question.answer is Answer.YES_NO


def is_empty(found: Verdict | Judgement, a: Claim, b: Claim, question: Question) -> bool:
    """Return whether that two answers go together says nothing: words without a figure beside one, or a floor that a count has long left."""
    if found.relation is not Relation.COMPATIBLE or found.differences[:1] != (Difference.ROUNDING,):
        return False
    if any(isinstance(claim.value, Quantity) and not claim.value.bounded for claim in (a, b)):
        return True
    return question.running and moved(a, b)


def place_of(found: Verdict | Judgement) -> float:
    """Return what relations are sorted by where the weightiest stands first: two counts of one day that nothing puts in order before what fits."""
    if Difference.ORDER in found.differences:
        return RANK[Relation.COMPATIBLE] - 0.5
    return RANK[found.relation]


class Standing(Struct, frozen=True):
    """The place of a row."""

    row: Comparison
    badges: tuple[BadgeView, ...]
    weight: int
    """0 for a contradiction; rows of a higher weight stand below."""
    alone: bool
    """Whether one outlet answers, and does not contradict itself."""

    @property
    def parted(self) -> bool:
        """Whether accounts contradict each other or are in tension."""
        return self.weight <= TENSE


PARTED, TENSE, HEADLINE, SHARED, UNANSWERED = range(5)
"""The weights of rows."""


def standings(rows: Iterable[Comparison], say: Words) -> list[Standing]:
    """Return the rows by weight, contradictions and tensions by what is at stake in them, and in the editor's order among equals."""
    found = (_standing(row, say) for row in rows)
    return sorted(found, key=lambda one: (one.weight, rank(one.row.question) if one.parted else (0, False)))


def only_in_headlines(row: Comparison) -> list[Claim]:
    """Return the answers of headlines of which a row says that the text under them has nothing of it."""
    own = {claim.article for claim in row.claims if claim.where is not Where.HEADLINE}
    bare = [claim for claim in row.claims if claim.where is Where.HEADLINE and claim.article not in own]
    return [claim for claim in bare if any(quoted(claim.printed) in note for note in row.headlines)]


def only_in_a_headline(say: Words) -> BadgeView:
    """Return the badge of such an answer."""
    return BadgeView("headline", say("Only in a headline"))


def _standing(row: Comparison, say: Words) -> Standing:
    parted, tense = row.parted, row.tense
    relations = {judgement.relation for judgement in row.judgements}
    over = {key for one in row.judgements if one.relation is Relation.HEADLINE for key in (one.a, one.b)}
    headline = bool(over or row.headlines)
    alone = len({claim.outlet for claim in row.claims}) == 1
    told = (
        (parted, Relation.CONFLICT),
        (tense and not parted, Relation.TENSION),
        (bool(over), Relation.HEADLINE),
        (Relation.COPY in relations, Relation.COPY),
        (Relation.LATER_COUNT in relations, Relation.LATER_COUNT),
    )
    claims = [claim for claim in row.claims if claim.key in over] if over else []
    badges = [
        found
        for holds, relation in told
        if holds and (found := badge(relation, say, row.question.answer, claims=claims))
    ]
    if only_in_headlines(row):
        badges.append(only_in_a_headline(say))
    if alone and not over:  # a question on one headline and its own text is none to others
        badges.append(BadgeView("alone", say("Only one outlet")))
    elif _is_of_one_source(row, parted=parted or tense):
        origin = row.origins.roots[0]
        several = len(row.names.bodies(row.names.origin(origin.source), origin.claims)) > 1
        words = say("One source, by several names") if several else say("One source")
        badges.append(BadgeView("one-source", words))
    place = (
        UNANSWERED
        if not row.claims
        else PARTED
        if parted
        else TENSE
        if tense
        else HEADLINE
        if headline
        else SHARED
    )
    return Standing(row, tuple(badges), place, alone and place > TENSE)


def _is_of_one_source(row: Comparison, *, parted: bool) -> bool:
    """Return whether all reports go back to one source; a headline without a name has the one that its text names, unless accounts part."""
    naming = {claim.article for claim in row.claims if claim.sources}
    bare = all(
        claim.where is Where.HEADLINE and claim.article in naming and not parted
        for claim in row.origins.unattributed
    )
    return row.origins.count == 1 and row.reports > 1 and bare
