"""What a story's page shows: what its comparisons say, who says what, who could have known what when, and the map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from builder.compare.library import Library
from builder.compare.phrases import capital
from builder.compare.relation import Relation
from builder.compare.sentences.values import CONTRADICT
from builder.compare.topics import TopicComparison
from builder.content.map_outline import Outline
from builder.content.model import Outlet, Story
from builder.content.vocabulary import SilenceKind
from builder.pages import links
from builder.pages.links import Target
from builder.pages.prose import shortened
from builder.pages.views.claims import ClaimView, Teller
from builder.pages.views.places import MapView, map_view
from builder.pages.views.timeline import TimelineView, timeline
from builder.pages.views.topic import OutletView, columns, outlet_view


class GlanceView(Struct, frozen=True):
    """What one outlet says on one topic, in one cell."""

    outlet: str
    short: str
    claim: ClaimView | None
    """Its answer to the first question that it answers."""
    target: Target
    """The cell of that question; the topic's page where it says nothing."""
    first: bool
    """Whether that is the topic's first question."""
    answers: str
    """``four answers``; empty where there is none."""
    silence: str | None
    """Why it says nothing on the topic; ``None`` where it says something."""


class TopicLineView(Struct, frozen=True):
    """One topic: what its comparison says, and what each outlet says."""

    title: str
    target: Target
    lead: str
    summary: str
    """The answer."""
    agreed: str
    """What of it tells of no contradiction: where those are told before."""
    questions: str
    """``six questions``."""
    cells: tuple[GlanceView, ...]


class ConflictView(Struct, frozen=True):
    """A question on which accounts contradict each other."""

    topic: str
    question: str
    target: Target
    summary: str


class StoryView(Struct, frozen=True):
    """One story: its summary and the matrix of its topics by outlets. A site of one story has it as its home page."""

    id: str
    address: str
    title: str
    description: str
    summary: str
    outlets: tuple[OutletView, ...]
    topics: tuple[TopicLineView, ...]
    conflicts: tuple[ConflictView, ...]
    """What the accounts disagree on, first where most of them do."""
    timeline: TimelineView | None
    map: MapView | None

    @property
    def target(self) -> Target:
        """The page."""
        return Target(self.address)


def story_view(
    library: Library,
    comparisons: Mapping[str, TopicComparison],
    story: Story,
    teller: Teller,
    outline: Outline | None,
    address: str,
) -> StoryView:
    """Return the page of a story, at an address."""
    outlets = columns(library, story.id)
    lines = tuple(_line(comparisons[id], outlets, teller) for id in story.topics)
    heads = tuple(outlet_view(library, story.id, outlet, teller) for outlet in outlets)
    own = [comparisons[id] for id in story.topics]
    return StoryView(
        story.id,
        address,
        story.title,
        shortened(story.summary),
        story.summary,
        heads,
        lines,
        _conflicts(own),
        timeline(library, story, teller.say),
        map_view(library, story.id, outline, teller.say),
    )


def _conflicts(comparisons: Sequence[TopicComparison]) -> tuple[ConflictView, ...]:
    found = []
    for comparison in comparisons:
        for row in comparison.rows:
            pairs = sum(judged.relation is Relation.CONFLICT for judged in row.judgements)
            if pairs:
                question = row.question
                view = ConflictView(
                    comparison.topic.title, question.short, links.row(question.path), _sides(row.summary)
                )
                found.append((pairs, view))
    return tuple(view for _, view in sorted(found, key=lambda item: -item[0]))


def _sides(summary: str) -> str:
    """Return a sentence on a contradiction without saying once more that it is one: the heading does."""
    return summary.removeprefix(f"{capital(CONTRADICT)}: ")


def _line(comparison: TopicComparison, outlets: tuple[Outlet, ...], teller: Teller) -> TopicLineView:
    topic = comparison.topic
    return TopicLineView(
        title=topic.title,
        target=links.topic(topic.id),
        lead=topic.lead,
        summary=comparison.summary,
        agreed=" ".join(comparison.answer.agreed),
        questions=teller.say.count(len(topic.questions), "question"),
        cells=tuple(_glance(comparison, outlet, teller) for outlet in outlets),
    )


def _glance(comparison: TopicComparison, outlet: Outlet, teller: Teller) -> GlanceView:
    claims = [claim for row in comparison.rows for claim in row.claims if claim.outlet == outlet.id]
    if not claims:
        kinds = {
            silence.kind for row in comparison.rows for silence in row.silences if silence.outlet == outlet.id
        }
        # Of several reasons the plainest holds for the topic as a whole, unless one article may say it all the same.
        unread = SilenceKind.NOT_LOOKED_FOR
        plainest = next((kind for kind in SilenceKind if kind in kinds), SilenceKind.NOT_MENTIONED)
        kind = unread if unread in kinds else plainest
        words = teller.silence(kind).words
        target = links.topic(comparison.topic.id)
        return GlanceView(outlet.name, outlet.short, None, target, False, "", words)
    first = claims[0]
    return GlanceView(
        outlet=outlet.name,
        short=outlet.short,
        claim=teller.claim(first),
        target=links.cell(first.question, outlet.id),
        first=first.question == comparison.topic.questions[0].path,
        answers=teller.say.count(len(claims), "answer"),
        silence=None,
    )
