"""What is judged of one row: headlines and leads against their own texts first, then every two answers. Each pair is judged once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain, combinations, pairwise

from msgspec import Struct
from msgspec.structs import replace

from builder.compare import copies, days, headline, running, sentences
from builder.compare.comparable import turned_round
from builder.compare.groups import Group, scope_key
from builder.compare.judge import Judge, Names, part_judgement
from builder.compare.leads import rounded_up
from builder.compare.relation import Difference, Judgement, Relation
from builder.compare.values import printed_number, same_meaning
from builder.content.model import Claim, Question
from builder.content.vocabulary import Where
from builder.values.dates import DateSpan
from builder.values.quantity import Quantity
from builder.values.text import folded

ALL_PAIRS = sentences.TOO_MANY
"""Maximum number of groups of which every two are judged; above, only neighbours in the order of their values and the two
ends. This keeps a question with 1,000 claims near linear, because they fall into few distinct values."""
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


class Judged(Struct, frozen=True):
    """What the articles of a row say otherwise in their headlines and leads, with the judge who knows of it."""

    judge: Judge
    over: Mapping[frozenset[str], Judgement | None]
    """The keys of a claim in a headline and of one of its own text -> the judgement on them."""
    leads: tuple[tuple[Claim, Claim], ...]
    """Each claim that rounds up what its own text goes on to print, with that."""

    @property
    def headlines(self) -> list[Judgement]:
        """The judgements on headlines and their own texts, the headline's claim first."""
        return [found for found in self.over.values() if found]


def judged(question: Question, claims: Sequence[Claim], names: Names) -> Judged:
    """Judge the headlines and leads of a row against their own texts, and return the judge of all its claims."""
    judge = Judge(question, names, headline.supported(claims))
    judge.changed = copies.changes(question, claims, names)
    judge.turned = turned_round(claims, names)
    judge.bounds = {} if question.running else bounds(claims, names)
    judge.days = days.of_statements(claims)
    judge.traced = traced(claims, names)
    judge.heads = headline.sources(claims) if question.running else {}
    judge.hours = running.hours(claims, names) if question.running else {}
    over = {frozenset((head.key, text.key)): judge(head, text) for head, text in headline.over_text(claims)}
    leads = tuple(rounded_up(claims, judge))
    judge.beyond = headline.beyond(filter(None, over.values())) | {lead.key for lead, _ in leads}
    return Judged(judge, over, leads)


def bounds(claims: Sequence[Claim], names: Names) -> dict[str, frozenset[str]]:
    """Return the keys of the claims that give a figure of their source as a bound, which others give as it is or about, each with the origins of both."""
    told: dict[object, set[str]] = {}
    bounding: list[tuple[Claim, object]] = []
    for claim in claims:
        figure = claim.value
        if not isinstance(figure, Quantity) or not figure.bounded:
            continue
        number = (printed_number(figure), claim.counted, claim.of, scope_key(claim))
        if figure.low is None or figure.high is None:
            bounding.append((claim, number))
        elif figure.low == figure.high:
            told.setdefault(number, set()).update(names.origins(claim))
    found = {claim.key: names.origins(claim) & told.get(number, set()) for claim, number in bounding}
    return {key: origins for key, origins in found.items() if origins}


def traced(claims: Iterable[Claim], names: Names) -> dict[str, tuple[str, ...]]:
    """Return the sources that the outlets named in claims have themselves for the same figure, by the claims' keys."""
    every = tuple(claims)
    printed: dict[str, list[Claim]] = {}
    for claim in every:
        printed.setdefault(claim.outlet, []).append(claim)
    found = {}
    for claim in every:
        through = [printed.get(names.outlet(source) or "", ()) for source in claim.sources]
        same = [
            tuple(
                dict.fromkeys(source for one in those if same_meaning(one, claim) for source in one.sources)
            )
            for those in through
        ]
        # Of several sources all have to be outlets that name theirs: else it has not come through them alone.
        if same and all(same):
            found[claim.key] = tuple(dict.fromkeys(source for sources in same for source in sources))
    return found


def judgements(
    found: Judged, groups: Sequence[Group], whole: Callable[[Claim], Claim | None]
) -> Iterator[Judgement]:
    """Yield the judgements on a row: on the first claims of every two groups, on each other wording of a group, and on parts.

    ``whole`` returns the claim that one is a part of. Two claims of which there is nothing to say have none.
    """
    yield from _of_groups(found, groups)
    for alike in groups:
        original = found.judge.changed.get(alike.head.key)
        one = found.judge(alike.head, original) if original else None
        if one:
            yield one
        else:
            yield from _of_wordings(found.judge, alike)
    for claim in (claim for alike in groups for claim in alike.claims):
        larger = whole(claim)
        if larger is not None and larger.question != claim.question:
            yield part_judgement(claim, larger)


def looked_at(
    found: Judged, groups: Sequence[Group], whole: Callable[[Claim], Claim | None]
) -> tuple[object, ...]:
    """Return all that ``judgements`` depends on besides the question and the names, as plain values.

    Who else says the same in the same words is not among it, nor, where no text gives a day, by when the last of them was out.
    """
    judge, pairs = found.judge, list(_pairs(groups))
    heads = [_for_all(alike) for alike in groups]
    worded = [list(_other_wordings(alike)) for alike in groups]
    told = [*heads, *chain.from_iterable(worded)]
    by_days = (
        judge.question.running
        or any(days.stated(claim) or judge.said_on(claim) or judge.reading(claim) is None for claim in told)
        or len({claim.scope_place.id for claim in told if claim.scope_place}) > 1
        or len({head.article for head in heads}) < len(heads)
    )
    return (
        [(claim, judge.looked_at(claim)) for claim in (told if by_days else chain((alike.head for alike in groups), *worded))],
        [(len(those), alike.only_article, _is_above(alike)) for those, alike in zip(worded, groups, strict=True)],
        [at for at, (a, b) in enumerate(pairs) if judge.of_no_day and days.out_on_one(a, b)],
        [(sorted(pair), one) for pair, one in found.over.items()],
        [(claim.key, claim.printed, larger) for alike in groups for claim in alike.claims if (larger := whole(claim))],
    )  # fmt: skip


def _is_above(alike: Group) -> bool:
    """Return whether an answer is one article's alone, or given by headlines alone."""
    return alike.only_article is not None or all(claim.where is Where.HEADLINE for claim in alike.claims)


def _of_groups(found: Judged, groups: Sequence[Group]) -> Iterator[Judgement]:
    judge = found.judge
    alone = {alike.head.key: alike.only_article for alike in groups}
    above = {alike.head.key for alike in groups if _is_above(alike)}
    told: set[frozenset[str]] = set()
    # What one article says in two ways comes first.
    for a, b in sorted(_pairs(groups), key=lambda pair: not _one_text(alone, *pair)):
        own = _one_text(alone, a, b) or _over_text(above, a, b)
        pair = frozenset((a.key, b.key))
        if own:
            one = found.over[pair] if pair in found.over else judge(a, b)
        else:
            one = judge.apart(a, b)
            if one and one.relation is Relation.COMPATIBLE and found.over.get(pair):
                continue  # a headline over its own text is told as such, not as two answers
        if one and Difference.COPY in one.differences:
            continue  # what a copy has changed is told beside its text
        if one and not own and {a.key, b.key} & judge.beyond & above and one.relation in _OPPOSED:
            continue  # a headline that its own text does not bear out is told against that text
        if one and (not own or _TOLD_OF_ONE_TEXT.intersection((one.relation, *one.differences))):
            told.add(pair)
            yield one
    for pair, one in found.over.items():
        if one and one.relation is Relation.HEADLINE and pair not in told:
            yield one


def _pairs(groups: Sequence[Group]) -> Iterable[tuple[Claim, Claim]]:
    """Return the first claims of every two groups, or of neighbours if there are too many."""
    heads = [_for_all(alike) for alike in groups]
    if len(heads) <= ALL_PAIRS:
        return combinations(heads, 2)
    ordered = sorted(heads, key=lambda claim: (_position(claim), claim.key))
    return [*pairwise(ordered), (ordered[0], ordered[-1])]


def _of_wordings(judge: Judge, alike: Group) -> Iterator[Judgement]:
    return filter(None, (judge(alike.head, claim) for claim in _other_wordings(alike)))


def _other_wordings(alike: Group) -> Iterator[Claim]:
    """Yield the first of each wording of a group: who else prints the same says nothing new, nor does an article that repeats itself."""
    printed: set[str] = set()
    for claim in alike.claims[1:]:
        if claim.article != alike.head.article and (said := folded(claim.printed)) not in printed:
            printed.add(said)
            yield claim


def _one_text(alone: Mapping[str, str | None], a: Claim, b: Claim) -> bool:
    return alone[a.key] is not None and alone[a.key] == alone[b.key]


def _over_text(above: Set[str], a: Claim, b: Claim) -> bool:
    """Return whether one of two answers is a headline's that no other article's text gives, and the other is its own text's."""
    return a.article == b.article and any(
        claim.where is Where.HEADLINE and claim.key in above for claim in (a, b)
    )


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
