"""Compare all answers to one question: one row of a comparison."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import combinations, pairwise
from typing import Protocol, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from builder.compare import headline, sentences
from builder.compare.answering import Answering
from builder.compare.groups import Group, group
from builder.compare.hedges import hedges
from builder.compare.judge import Judge, Names, part_judgement
from builder.compare.leads import lead_notes, rounded_up
from builder.compare.library import Library
from builder.compare.origins import Origins, trace
from builder.compare.relation import Difference, Judgement, Relation, Verdict
from builder.compare.retold import retold_notes
from builder.compare.silence import Silence, silences
from builder.content.model import Claim, Question
from builder.content.vocabulary import Where
from builder.values.dates import DateSpan
from builder.values.quantity import Number, Quantity
from builder.values.text import folded

Made = TypeVar("Made")

ALL_PAIRS = sentences.TOO_MANY
"""Maximum number of groups of which every two are judged; above, only neighbours in the order of their values and the two
ends. This keeps a question with 1,000 claims near linear, because they fall into few distinct values."""


class Carry(Protocol):
    """Returns what an earlier comparison of the same claims found, or else what ``make`` finds now."""

    def __call__(self, kind: type[Made], make: Callable[[], Made], question: str, what: str) -> Made:
        """Return a value of a ``kind`` of plain data that was found of a question, given by path; ``what`` names it."""


class _Own(Struct, frozen=True):
    """What the articles of a row say otherwise in their headlines and leads, with the judge who knows of it."""

    judge: Judge
    over: list[Judgement]
    leads: list[tuple[Claim, Claim]]


class Comparison(Struct, frozen=True, dict=True, eq=False):
    """One row: the answers to one question, how they relate to each other, and which articles are silent.

    Each property is found when it is first asked for, because most rows of a large story are as they were in the last build, and
    nothing of them is asked for.
    """

    question: Question
    claims: tuple[Claim, ...]
    """In the order of publication."""
    library: Library
    carry: Carry | None = None
    """Has what takes long to find and is plain data."""

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Claims that say the same, in the order in which each value was first printed."""
        return group(self.claims, self.question.running)

    @cached_property
    def _own(self) -> _Own:
        judge = Judge(self.question, self.names, headline.supported(self.claims))
        over = headline.judged(self.claims, judge)
        leads = rounded_up(self.claims, judge)
        judge.beyond = headline.beyond(over) | {lead.key for lead, _ in leads}
        return _Own(judge, over, leads)

    @property
    def judge(self) -> Judge:
        """Judges any two of the claims."""
        return self._own.judge

    @cached_property
    def judgements(self) -> tuple[Judgement, ...]:
        """Between the first claims of every two groups, and from each first claim to the others of its group, one for each wording.
        Two claims of which there is nothing to say have none."""

        def make() -> tuple[Judgement, ...]:
            return (*_judged(self.judge, self.groups, self._own.over), *_parts(self.library, self.claims))

        return self._carried(tuple[Judgement, ...], make, "judgements")

    @cached_property
    def origins(self) -> Origins:
        """The sources behind the claims."""
        return trace(self.claims, self.library.originals, self.names)

    @property
    def low(self) -> Number | None:
        """Smallest figure printed as a bound, or None; never an average."""
        return self._range[0]

    @property
    def high(self) -> Number | None:
        """Largest figure printed as a bound, or None."""
        return self._range[1]

    @cached_property
    def _range(self) -> tuple[Number | None, Number | None]:
        return printed_range(self.question, self.claims)

    @cached_property
    def silences(self) -> tuple[Silence, ...]:
        """The articles of the story that do not answer, in the order of publication."""
        articles = self.library.articles_of_story[self.library.story_of_topic[self.question.topic]]
        return silences(articles, self.question, self.claims)

    @property
    def summary(self) -> str:
        """One plain sentence: how the accounts differ and why; empty if there is nothing to say."""
        return self._said[0]

    @property
    def opens(self) -> tuple[str, ...]:
        """Sentences on what the summary has no room for: answers of another scope or thing, and what texts leave open."""
        return self._said[1]

    @cached_property
    def _said(self) -> tuple[str, tuple[str, ...]]:
        def make() -> tuple[str, tuple[str, ...]]:
            outlets = self.library.outlet_names
            return sentences.row_summary(self.question, self.groups, self.judgements, outlets, self.names)

        return self._carried(tuple[str, tuple[str, ...]], make, "summary")

    @cached_property
    def headlines(self) -> tuple[str, ...]:
        """Sentences on headlines that their texts do not bear out, and on leads that round up what their texts have."""

        def make() -> tuple[str, ...]:
            articles, outlets = self.library.site.articles, self.library.outlet_names
            return (
                *headline.headline_notes(self.question, self.claims, self._own.over, articles, outlets),
                *lead_notes(self._own.leads, outlets),
                *retold_notes(self.claims, outlets, self.names),
            )

        return self._carried(tuple[str, ...], make, "headlines")

    @cached_property
    def hedges(self) -> tuple[str, ...]:
        """Sentences on hedges that some reports have and others lack."""

        def make() -> tuple[str, ...]:
            library = self.library
            languages = {
                claim.article: library.site.articles[claim.article].language for claim in self.claims
            }
            return hedges(
                self.claims, library.cautious, library.outlet_names, self.names, languages, library.elsewhere
            )

        return self._carried(tuple[str, ...], make, "hedges")

    @property
    def names(self) -> Names:
        """The sources of the claims, as sentences name them."""
        return self.library.source_names

    @cached_property
    def answering(self) -> Answering:
        """Which texts answer on which days."""
        library = self.library
        return Answering(self.claims, self.silences, library.site.articles, library.originals)

    def _carried(self, kind: type[Made], make: Callable[[], Made], what: str) -> Made:
        return make() if self.carry is None else self.carry(kind, make, self.question.path, what)

    @property
    def notes(self) -> tuple[str, ...]:
        """The sentences beside the summary."""
        return self.headlines + self.opens + self.hedges

    def between(self, a: Claim, b: Claim) -> Verdict | None:
        """Return how two claims of the row relate to each other, in that order; the reason is a sentence.

        None if there is nothing to say of them.
        """
        return self.judge.verdict(a, b)

    def __eq__(self, other: object) -> bool:
        # Most are compared with themselves, or are on different questions.
        return self is other or (
            isinstance(other, Comparison)
            and self.question == other.question
            and self._told() == other._told()
        )

    def __hash__(self) -> int:
        return hash(self.question)

    def _told(self) -> tuple[object, ...]:
        return (
            self.question, self.claims, self.groups, self.judgements, self.origins, self._range, self.silences, self.summary,
            self.notes, self.judge, self.answering,
        )  # fmt: skip


def compare_question(library: Library, question: Question, carry: Carry | None = None) -> Comparison:
    """Compare all claims on one question: one pass to group them by value, then the groups pair by pair."""
    return Comparison(question, library.answers[question.path], library, carry)


def _judged(judge: Judge, groups: tuple[Group, ...], over: Sequence[Judgement]) -> Iterator[Judgement]:
    """Yield the judgements on the groups of a row; ``over`` are those on headlines and their own texts."""
    heads = [_for_all(alike) for alike in groups]
    pairs: Iterable[tuple[Claim, Claim]]
    if len(heads) <= ALL_PAIRS:
        pairs = combinations(heads, 2)
    else:
        ordered = sorted(heads, key=lambda claim: (_position(claim), claim.key))
        pairs = [*pairwise(ordered), (ordered[0], ordered[-1])]
    alone = {alike.head.key: alike.only_article for alike in groups}
    above = {
        alike.head.key
        for alike in groups
        if alike.only_article or all(claim.where is Where.HEADLINE for claim in alike.claims)
    }
    told: set[frozenset[str]] = set()
    # What one article says in two ways comes first.
    for a, b in sorted(pairs, key=lambda pair: not _one_text(alone, *pair)):
        own = _one_text(alone, a, b) or _over_text(above, a, b)
        found = judge(a, b) if own else judge.apart(a, b)
        if found and not own and {a.key, b.key} & judge.beyond & above and found.relation in _OPPOSED:
            continue  # a headline that its own text does not bear out is told against that text
        if found and (not own or _TOLD_OF_ONE_TEXT.intersection(_findings(found))):
            told.add(frozenset((a.key, b.key)))
            yield found
    for found in over:
        if found.relation is Relation.HEADLINE and frozenset((found.a, found.b)) not in told:
            yield found
    for alike in groups:
        # One for each wording: who else prints the same says nothing new, nor does an article that repeats itself.
        printed: set[str] = set()
        for claim in alike.claims[1:]:
            said = folded(claim.printed)
            if claim.article != alike.head.article and said not in printed:
                printed.add(said)
                if found := judge(alike.head, claim):
                    yield found


_OPPOSED = (Relation.TENSION, Relation.CONFLICT)
_TOLD_OF_ONE_TEXT = frozenset(
    {
        Relation.PART_OF,
        Relation.HEADLINE,
        Relation.TENSION,
        Relation.CONFLICT,
        Difference.HEDGE,
        Difference.HEDGED,
        Difference.ROUNDED,
    }
)
"""What is told of two answers of one article: the rest is no finding, as it prints both knowingly."""


def _one_text(alone: Mapping[str, str | None], a: Claim, b: Claim) -> bool:
    return alone[a.key] is not None and alone[a.key] == alone[b.key]


def _over_text(above: Set[str], a: Claim, b: Claim) -> bool:
    """Return whether one of two answers is a headline's that no other article's text gives, and the other is its own text's."""
    return a.article == b.article and any(
        claim.where is Where.HEADLINE and claim.key in above for claim in (a, b)
    )


def _findings(judgement: Judgement) -> tuple[Relation | Difference, ...]:
    return (judgement.relation, *judgement.differences)


def _for_all(alike: Group) -> Claim:
    """Return a group's first claim with the latest ``out_by`` of the group, so that its verdict holds for all claims."""
    days = [claim.out_by for claim in alike.claims]
    latest = None if None in days else max(day for day in days if day is not None)
    return alike.head if latest == alike.head.out_by else replace(alike.head, out_by=latest)


def _position(claim: Claim) -> tuple[float, str]:
    match claim.value:
        case Quantity() as figure:
            return (figure.reach[0], "")
        case DateSpan() as span:
            return (float(span.sort_key[0].toordinal()), "")
        case _:
            return (0.0, folded(claim.printed))


def _parts(library: Library, claims: Iterable[Claim]) -> Iterator[Judgement]:
    """Yield the judgements on claims whose whole is in another row, such as 30 of the 200."""
    for claim in claims:
        whole = library.part_whole(claim)
        if whole is not None and whole.question != claim.question:
            yield part_judgement(claim, whole)


def printed_range(question: Question, claims: Iterable[Claim]) -> tuple[Number | None, Number | None]:
    """Return the smallest and the largest figure printed for the question, each None if there is none.

    Figures that count something else and vague words are ignored; nothing is averaged.
    """
    figures = [
        claim.value
        for claim in claims
        if isinstance(claim.value, Quantity)
        and not claim.value.share
        and (claim.unit, claim.counts, claim.of) == (question.unit, question.counts, question.of)
    ]
    lows = [figure.low for figure in figures if figure.low is not None]
    highs = [figure.high for figure in figures if figure.high is not None]
    # "at least three" alone has no upper bound, "up to 11,000" alone no lower one.
    return (min([*lows, *highs]) if lows else None, max([*lows, *highs]) if highs else None)
