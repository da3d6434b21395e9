"""Compare all answers to one question: one row of a comparison."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import combinations, pairwise

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

ALL_PAIRS = sentences.TOO_MANY
"""Maximum number of groups of which every two are judged; above, only neighbours in the order of their values and the two
ends. This keeps a question with 1,000 claims near linear, because they fall into few distinct values."""


class Comparison(Struct, frozen=True):
    """One row: the answers to one question, how they relate to each other, and which articles are silent."""

    question: Question
    claims: tuple[Claim, ...]
    """In the order of publication."""
    groups: tuple[Group, ...]
    judgements: tuple[Judgement, ...]
    """Between the first claims of every two groups, and from each first claim to the others of its group, one for each wording.
    Two claims of which there is nothing to say have none."""
    origins: Origins
    low: Number | None
    """Smallest figure printed as a bound, or None; never an average."""
    high: Number | None
    """Largest figure printed as a bound, or None."""
    silences: tuple[Silence, ...]
    summary: str
    """One plain sentence: how the accounts differ and why; empty if there is nothing to say."""
    opens: tuple[str, ...]
    """Sentences on what the summary has no room for: answers of another scope or thing, and what texts leave open."""
    headlines: tuple[str, ...]
    """Sentences on headlines that their texts do not bear out, and on leads that round up what their texts have."""
    hedges: tuple[str, ...]
    """Sentences on hedges that some reports have and others lack."""
    names: Names
    judge: Judge
    answering: Answering

    @property
    def notes(self) -> tuple[str, ...]:
        """The sentences beside the summary."""
        return self.headlines + self.opens + self.hedges

    def between(self, a: Claim, b: Claim) -> Verdict | None:
        """Return how two claims of the row relate to each other, in that order; the reason is a sentence.

        None if there is nothing to say of them.
        """
        return self.judge.verdict(a, b)


def compare_question(library: Library, question: Question) -> Comparison:
    """Compare all claims on one question: one pass to group them by value, then the groups pair by pair."""
    claims = library.answers[question.path]
    outlets, names = library.outlet_names, library.source_names
    groups = group(claims, question.running)
    judge = Judge(question, names, headline.supported(claims))
    over = headline.judged(claims, judge)
    leads = rounded_up(claims, judge)
    judge.beyond = headline.beyond(over) | {lead.key for lead, _ in leads}
    judgements = (*_judged(judge, groups, over), *_parts(library, claims))
    origins = trace(claims, library.originals, names)
    low, high = printed_range(question, claims)
    articles = library.articles_of_story[library.story_of_topic[question.topic]]
    answered = {claim.article for claim in claims}
    silent = silences(articles, question, claims)
    summary, opens = sentences.row_summary(question, groups, judgements, outlets, names)
    return Comparison(
        question=question,
        claims=claims,
        groups=groups,
        judgements=judgements,
        origins=origins,
        low=low,
        high=high,
        silences=silent,
        summary=summary,
        opens=opens,
        headlines=tuple(headline.headline_notes(question, claims, over, library.site.articles, outlets))
        + tuple(lead_notes(leads, outlets))
        + tuple(retold_notes(claims, outlets, names)),
        hedges=hedges(
            claims,
            library.cautious,
            outlets,
            names,
            {id: library.site.articles[id].language for id in answered},
            library.elsewhere,
        ),
        names=names,
        judge=judge,
        answering=Answering(claims, silent, library.site.articles, library.originals),
    )


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
