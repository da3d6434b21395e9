"""The page of two outlets, with all their claims side by side."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from markupsafe import Markup
from msgspec import Struct

from builder.compare.library import Library
from builder.compare.phrases import capital, sentence
from builder.compare.relation import Relation
from builder.compare.rows import Comparison
from builder.compare.topics import TopicComparison
from builder.content.model import Outlet, Story
from builder.pages import links
from builder.pages.contribution import Contribution
from builder.pages.links import Target
from builder.pages.views.claims import RANK, Teller
from builder.pages.views.narrow import narrow
from builder.pages.views.rows import OutletView, RowView, columns, outlet_view, row_view
from builder.pages.views.sources import COMPARED
from builder.pages.views.wordings import StatementView, statements
from builder.pages.views.words import Words

PAIRS = 12
"""Maximum number of outlets of a story of which every two have a page. With more, the picker on a topic's page shows any two,
and the page's address keeps the choice."""


_BOTH = "both"
"""The name under which the questions that both answer are counted."""


class PairTopicView(Struct, frozen=True):
    """The claims of two outlets on one topic."""

    id: str
    title: str
    target: Target
    outlets: tuple[OutletView, ...]
    rows: tuple[RowView, ...]
    statements: tuple[StatementView, ...]


class PairView(Struct, frozen=True):
    """Two outlets side by side."""

    address: str
    title: str
    description: str
    summary: str
    topics: tuple[tuple[str, str, Markup], ...]
    """Id, title and comparison of each topic; empty if there are too many."""
    lines: tuple[Markup, ...]
    """Links to the topics if there are too many to compare here, else empty."""


def paired(library: Library, story: Story) -> tuple[tuple[Outlet, Outlet], ...]:
    """Return the pairs of outlets of a story that have a page."""
    outlets = columns(library, story.id)
    return tuple(combinations(outlets, 2)) if len(outlets) <= PAIRS else ()


def pair_view(pair: tuple[Outlet, Outlet], contribution: Contribution, say: Words) -> PairView:
    """Return the page of two outlets from the contributions of all parts."""
    names = say.join_items([outlet.name for outlet in pair])
    found = contribution.list(f"{pair_name(pair)}/topics")
    many = len(found) > COMPARED
    return PairView(
        address=links.pair(pair[0].id, pair[1].id).address,
        title=names,
        description=say("Everything that {names} printed on the same questions, side by side.", names=names),
        summary=_summary(pair, contribution, say),
        topics=() if many else tuple((id, title, Markup(html)) for id, title, html, _ in found),  # noqa: S704 - our own
        lines=tuple(Markup(line) for *_, line in found) if many else (),  # noqa: S704 - printed by our own templates
    )


def pair_name(pair: tuple[Outlet, Outlet]) -> str:
    """Return the name of a pair in a contribution, in any order of the outlets."""
    first, second = sorted(outlet.id for outlet in pair)
    return f"pair/{first}--{second}"


def relation_of(row: Comparison, pair: tuple[Outlet, Outlet]) -> tuple[Relation, str] | None:
    """Return the first relation by ``RANK`` between two outlets' answers, with its reason; None if there is none."""
    a, b = ([claim for claim in row.claims if claim.outlet == outlet.id] for outlet in pair)
    judged = [found for left in a for right in b if (found := row.between(left, right))]
    if not judged:
        return None
    first = min(judged, key=lambda found: RANK[found.relation])
    return first.relation, first.reason


def pair_topic(
    library: Library, comparison: TopicComparison, pair: tuple[Outlet, Outlet], teller: Teller
) -> PairTopicView | None:
    """Return the claims of two outlets on a topic, or None if neither has any."""
    ids = {outlet.id for outlet in pair}
    rows = []
    for row in comparison.rows:
        judged = relation_of(row, pair)
        full = row_view(row, pair, teller)
        relation = f"{capital(teller.say(judged[0].value))}: {judged[1]}" if judged else ""
        found = narrow(
            full, f"{comparison.topic.id}--", lambda claim: claim.outlet_id in ids, teller.say, ids, relation
        )
        if found is not None:
            rows.append(found)
    if not rows:
        return None
    both = statements(comparison.rows, teller, ids)
    topic = comparison.topic
    story = library.story_of_topic[topic.id]
    heads = tuple(outlet_view(library, story, outlet, teller) for outlet in pair)
    return PairTopicView(f"on_{topic.id}", topic.title, links.topic(topic.id), heads, tuple(rows), both)


def count_pair(
    comparisons: Iterable[TopicComparison], pair: tuple[Outlet, Outlet], contribution: Contribution
) -> None:
    """Count the relations between two outlets' answers, and the questions that only one of them answers."""
    name = pair_name(pair)
    for comparison in comparisons:
        for row in comparison.rows:
            answering = {claim.outlet for claim in row.claims}.intersection(outlet.id for outlet in pair)
            if len(answering) == 1:
                contribution.count(f"{name}/alone", answering.pop())
            elif answering:
                contribution.count(name, _BOTH)
                judged = relation_of(row, pair)
                if judged is not None:
                    contribution.count(name, judged[0].value)


def _summary(pair: tuple[Outlet, Outlet], contribution: Contribution, say: Words) -> str:
    name = pair_name(pair)
    counts = {kind: number for kind in RANK if (number := contribution.number(name, kind.value))}
    relations = [_relation_words(kind, number, say) for kind, number in counts.items()]
    shared = say.count(contribution.number(name, _BOTH), "question")
    first = say("Both answer {questions}", questions=shared)
    if relations:
        first = say("{shared}: they {relations}", shared=first, relations=say.join_items(relations))
    alone = [(outlet, contribution.number(f"{name}/alone", outlet.id)) for outlet in pair]
    only = [say("{outlet} alone answers {n}", outlet=outlet.short, n=number) for outlet, number in alone]
    return f"{sentence(first)} {sentence(say.join_items(only))}"


def _relation_words(kind: Relation, number: int, say: Words) -> str:
    match kind:
        case Relation.CONFLICT:
            return say("contradict each other on {n}", n=number)
        case Relation.TENSION:
            return say("are in tension on {n}", n=number)
        case Relation.COMPATIBLE:
            return say("differ without a contradiction on {n}", n=number)
        case Relation.SAME:
            return say("say the same on {n}", n=number)
        case Relation.LATER_COUNT:
            return say("count for different days on {n}", n=number)
        case Relation.PART_OF:
            return say("count one within the other on {n}", n=number)
        # A headline stands against the text of its own article only, so never between two outlets.
        case Relation.NOT_COMPARABLE | Relation.HEADLINE:
            return say("cannot be set against each other on {n}", n=number)
