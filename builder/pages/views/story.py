"""A story's page: the answers to its topics, a matrix of topics by outlets, its contradictions, a timeline and a map."""

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
from builder.pages.views.rows import OutletView, columns, outlet_view
from builder.pages.views.timeline import TimelineView, timeline
from builder.pages.views.topic import UNSURE

LEAST = (*UNSURE, SilenceKind.NOT_MENTIONED, SilenceKind.PUBLISHED_BEFORE)
"""Kinds of silence, those first that leave open whether there is one."""


class GlanceView(Struct, frozen=True):
    """A cell of the matrix: one outlet on one topic."""

    outlet: str
    short: str
    claim: ClaimView | None
    """Its answer to the first question that it answers, or None if it answers none."""
    target: Target
    """The cell of that question, or the topic's page if it answers none."""
    first: bool
    """Whether that is the topic's first question."""
    answers: str
    """Number of answers: ``four answers``; empty if there are none."""
    silence: str | None
    """Why it answers none of the topic's questions, or None if it answers any."""


class TopicLineView(Struct, frozen=True):
    """A row of the matrix: one topic, with its answer and a cell for each outlet."""

    title: str
    target: Target
    lead: str
    summary: str
    """The topic's answer."""
    agreed: str
    """The answer's sentences that report no contradiction, for use after a list of contradictions."""
    questions: str
    """Number of questions: ``six questions``."""
    cells: tuple[GlanceView, ...]


class ConflictView(Struct, frozen=True):
    """A question on which accounts contradict each other."""

    topic: str
    question: str
    target: Target
    summary: str


class StoryView(Struct, frozen=True):
    """A story's page, which is the home page of a site of one story."""

    id: str
    address: str
    title: str
    description: str
    summary: str
    outlets: tuple[OutletView, ...]
    topics: tuple[TopicLineView, ...]
    conflicts: tuple[ConflictView, ...]
    """Questions on which accounts contradict each other, those with most contradictions first."""
    timeline: TimelineView | None
    map: MapView | None
    findings: tuple[str, ...] = ()
    """What a reader should know first: the findings on the first topic that has any."""
    found_in: tuple[str, Target] | None = None
    """Title and page of that topic."""

    @property
    def target(self) -> Target:
        """The link target of this page."""
        return Target(self.address)


def story_view(
    library: Library,
    comparisons: Mapping[str, TopicComparison],
    story: Story,
    teller: Teller,
    outline: Outline | None,
    address: str,
) -> StoryView:
    """Return the page of a story at an address. ``comparisons`` maps ids of topics to their comparisons."""
    outlets = columns(library, story.id)
    first = next((id for id in story.topics if comparisons[id].findings.sentences), None)
    lines = tuple(_line(comparisons[id], outlets, teller, opening=id == first) for id in story.topics)
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
        comparisons[first].findings.sentences if first else (),
        (comparisons[first].topic.title, links.topic(first)) if first else None,
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
    """Return the sentence on a contradiction without its beginning, which repeats the heading."""
    return capital(summary.removeprefix(f"{capital(CONTRADICT)}: "))


def _line(
    comparison: TopicComparison, outlets: tuple[Outlet, ...], teller: Teller, *, opening: bool
) -> TopicLineView:
    """Return the row of a topic; ``opening`` if its findings stand at the top of the page already."""
    topic = comparison.topic
    return TopicLineView(
        title=topic.title,
        target=links.topic(topic.id),
        lead=topic.lead,
        summary=comparison.summary,
        agreed=" ".join(comparison.answer.agreed if opening else comparison.agreed),
        questions=teller.say.count(len(topic.questions), "question"),
        cells=tuple(_glance(comparison, outlet, teller) for outlet in outlets),
    )


def _glance(comparison: TopicComparison, outlet: Outlet, teller: Teller) -> GlanceView:
    claims = [claim for row in comparison.rows for claim in row.claims if claim.outlet == outlet.id]
    if not claims:
        kinds = {
            silence.kind for row in comparison.rows for silence in row.silences if silence.outlet == outlet.id
        }
        # Of several kinds, for the topic as a whole, the one that claims least.
        kind = next((kind for kind in LEAST if kind in kinds), SilenceKind.NOT_MENTIONED)
        words = teller.silence(kind).words
        target = links.topic(comparison.topic.id)
        return GlanceView(outlet.name, outlet.short, None, target, False, "", words)
    first = claims[0]
    return GlanceView(
        outlet=outlet.name,
        short=outlet.short,
        claim=teller.claim(first),
        target=teller.cell(first.question, outlet.id),
        first=first.question == comparison.topic.questions[0].path,
        answers=teller.say.count(len(claims), "answer"),
        silence=None,
    )
