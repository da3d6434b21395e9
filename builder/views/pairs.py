"""What a pair's page shows: two outlets, everything side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from builder import links
from builder.compare.phrases import listed, sentence
from builder.compare.relation import Relation
from builder.compare.rows import Comparison
from builder.compare.topics import TopicComparison
from builder.library import Library
from builder.links import Target
from builder.model import Outlet, Story
from builder.views.claims import Teller
from builder.views.narrow import narrow
from builder.views.topic import OutletView, RowView, columns, outlet_view, row_view
from builder.views.wordings import StatementView, statements

PAIRS = 12
"""Up to so many outlets of a story every two of them have a page; above, the picker of a topic's page shows
any two, and its address keeps them."""

_RANK = (Relation.CONFLICT, Relation.COMPATIBLE, Relation.SAME, Relation.LATER_COUNT, Relation.PART_OF)
_WORDS = {
    Relation.CONFLICT: "contradict each other",
    Relation.COMPATIBLE: "differ but fit together",
    Relation.SAME: "say the same",
    Relation.LATER_COUNT: "count for different days",
    Relation.PART_OF: "count one within the other",
    Relation.NOT_COMPARABLE: "cannot be set against each other",
}


@dataclass(frozen=True, slots=True)
class PairTopicView:
    """What the two say on one topic."""

    id: str
    title: str
    target: Target
    rows: tuple[RowView, ...]
    statements: tuple[StatementView, ...]


@dataclass(frozen=True, slots=True)
class PairView:
    """Two outlets side by side."""

    address: str
    title: str
    description: str
    summary: str
    outlets: tuple[OutletView, ...]
    topics: tuple[PairTopicView, ...]


def paired(library: Library, story: Story) -> tuple[tuple[Outlet, Outlet], ...]:
    """Return the pairs of outlets of a story that have a page."""
    outlets = columns(library, story.id)
    return tuple(combinations(outlets, 2)) if len(outlets) <= PAIRS else ()


def pair_view(
    library: Library,
    story: Story,
    comparisons: Sequence[TopicComparison],
    pair: tuple[Outlet, Outlet],
    teller: Teller,
) -> PairView:
    """Return the page of two outlets."""
    topics = tuple(
        topic for comparison in comparisons if (topic := _topic(comparison, pair, teller)) is not None
    )
    names = " and ".join(outlet.name for outlet in pair)
    return PairView(
        address=links.pair(pair[0].id, pair[1].id).address,
        title=names,
        description=f"Everything that {names} printed on the same questions, side by side.",
        summary=_summary(comparisons, pair),
        outlets=tuple(outlet_view(library, story.id, outlet) for outlet in pair),
        topics=topics,
    )


def relation_of(row: Comparison, pair: tuple[Outlet, Outlet]) -> tuple[Relation, str] | None:
    """Return the relation that matters most between two outlets' answers, with its reason."""
    a, b = ([claim for claim in row.claims if claim.outlet == outlet.id] for outlet in pair)
    judged = [row.between(left, right) for left in a for right in b]
    if not judged:
        return None
    first = min(judged, key=lambda found: (*_RANK, Relation.NOT_COMPARABLE).index(found.relation))
    return first.relation, first.reason


def _topic(comparison: TopicComparison, pair: tuple[Outlet, Outlet], teller: Teller) -> PairTopicView | None:
    ids = {outlet.id for outlet in pair}
    rows = []
    for row in comparison.rows:
        judged = relation_of(row, pair)
        full = row_view(row, pair, teller)
        told = f"{judged[0].value.capitalize()}: {judged[1]}" if judged else ""
        found = narrow(full, f"{comparison.topic.id}--", lambda claim: claim.outlet_id in ids, ids, told)
        if found is not None:
            rows.append(found)
    if not rows:
        return None
    both = statements(comparison.rows, teller, ids)
    topic = comparison.topic
    return PairTopicView(f"on_{topic.id}", topic.title, links.topic(topic.id), tuple(rows), both)


def _summary(comparisons: Sequence[TopicComparison], pair: tuple[Outlet, Outlet]) -> str:
    counts: dict[Relation, int] = {}
    alone = {outlet.id: 0 for outlet in pair}
    for comparison in comparisons:
        for row in comparison.rows:
            judged = relation_of(row, pair)
            if judged is not None:
                counts[judged[0]] = counts.get(judged[0], 0) + 1
                continue
            for outlet in pair:
                alone[outlet.id] += any(claim.outlet == outlet.id for claim in row.claims)
    told = [f"{_WORDS[kind]} on {counts[kind]}" for kind in _WORDS if kind in counts]
    shared = sum(counts.values())
    first = f"Both answer {shared} {'question' if shared == 1 else 'questions'}" + (
        f": they {listed(told)}" if told else ""
    )
    only = listed([f"{outlet.short} alone answers {alone[outlet.id]}" for outlet in pair])
    return f"{sentence(first)} {sentence(only)}"
