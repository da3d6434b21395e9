"""What the home page and the index pages show: the story at a glance, and lists that lead on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from builder import links
from builder.compare.relation import Relation
from builder.compare.topics import TopicComparison
from builder.library import Library, publication_order
from builder.links import Target
from builder.markup import shortened
from builder.model import Outlet, SilenceKind, Story, TextPage
from builder.outline import Outline
from builder.views.claims import ClaimView, Teller
from builder.views.places import MapView, map_view
from builder.views.proof import build_state
from builder.views.timeline import TimelineView, timeline
from builder.views.topic import OutletView, columns, outlet_view


@dataclass(frozen=True, slots=True)
class GlanceView:
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


@dataclass(frozen=True, slots=True)
class TopicLineView:
    """One topic: what its comparison says, and what each outlet says."""

    title: str
    target: Target
    lead: str
    summary: str
    questions: str
    """``six questions``."""
    cells: tuple[GlanceView, ...]


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A question on which accounts contradict each other."""

    topic: str
    question: str
    target: Target
    summary: str


@dataclass(frozen=True, slots=True)
class StoryView:
    """One story: its summary and the matrix of its topics by outlets."""

    id: str
    title: str
    summary: str
    outlets: tuple[OutletView, ...]
    topics: tuple[TopicLineView, ...]
    conflicts: tuple[ConflictView, ...]
    """What the accounts disagree on, first where most of them do."""
    timeline: TimelineView | None
    map: MapView | None


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page. A site of one story shows it as its home page."""

    address: str
    title: str
    description: str
    introduction: str
    """Markdown; may be empty."""
    single: bool
    """Whether the site has one story, whose title is the page's."""
    stories: tuple[StoryView, ...]
    unchecked: str | None
    """Said where the private texts were not at hand."""


@dataclass(frozen=True, slots=True)
class TopicsView:
    """The index of all topics, for sites with more than the navigation holds."""

    address: str
    title: str
    description: str
    stories: tuple[StoryView, ...]


@dataclass(frozen=True, slots=True)
class ArticleLineView:
    """One article in the index."""

    headline: str
    target: Target
    published: str
    inferred: bool
    """Whether the date is inferred."""
    byline: str
    claims: str
    """``twelve claims``."""


@dataclass(frozen=True, slots=True)
class ArticlesView:
    """The index of all articles, by outlet."""

    address: str
    title: str
    description: str
    outlets: tuple[tuple[str, str | None, tuple[ArticleLineView, ...]], ...]
    """Name, note and articles of each outlet."""


@dataclass(frozen=True, slots=True)
class TextView:
    """A page written by hand."""

    address: str
    title: str
    description: str
    body: str
    """Markdown."""


def home_view(
    library: Library,
    comparisons: Mapping[str, TopicComparison],
    teller: Teller,
    outline: Outline | None = None,
) -> HomeView:
    """Return the home page."""
    stories = story_views(library, comparisons, teller, outline)
    introduction = library.site.pages.get("index")
    single = len(stories) == 1
    title = stories[0].title if single else introduction.title if introduction else teller.say("Stories")
    summary = stories[0].summary if single else ""
    return HomeView(
        address=links.HOME,
        title=title,
        description=shortened((introduction.description if introduction else "") or summary or title),
        introduction=introduction.body if introduction else "",
        single=single,
        stories=stories,
        unchecked=None if library.proof.texts_at_hand else build_state(library, teller.say),
    )


def topics_view(library: Library, comparisons: Mapping[str, TopicComparison], teller: Teller) -> TopicsView:
    """Return the index of all topics."""
    stories = story_views(library, comparisons, teller)
    say = teller.say
    return TopicsView(
        links.TOPICS, say("Topics"), say("Everything that is compared here, story by story."), stories
    )


def story_views(
    library: Library,
    comparisons: Mapping[str, TopicComparison],
    teller: Teller,
    outline: Outline | None = None,
) -> tuple[StoryView, ...]:
    """Return all stories with their matrices."""
    return tuple(
        _story(library, comparisons, story, teller, outline) for story in library.site.stories.values()
    )


def _story(
    library: Library,
    comparisons: Mapping[str, TopicComparison],
    story: Story,
    teller: Teller,
    outline: Outline | None,
) -> StoryView:
    outlets = columns(library, story.id)
    lines = tuple(_line(comparisons[id], outlets, teller) for id in story.topics)
    heads = tuple(outlet_view(library, story.id, outlet, teller) for outlet in outlets)
    own = [comparisons[id] for id in story.topics]
    return StoryView(
        story.id,
        story.title,
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
                    comparison.topic.title, question.short, links.row(question.path), row.summary
                )
                found.append((pairs, view))
    return tuple(view for _, view in sorted(found, key=lambda item: -item[0]))


def _line(comparison: TopicComparison, outlets: tuple[Outlet, ...], teller: Teller) -> TopicLineView:
    topic = comparison.topic
    return TopicLineView(
        title=topic.title,
        target=links.topic(topic.id),
        lead=topic.lead,
        summary=comparison.summary,
        questions=teller.say.count(len(topic.questions), "question"),
        cells=tuple(_glance(comparison, outlet, teller) for outlet in outlets),
    )


def _glance(comparison: TopicComparison, outlet: Outlet, teller: Teller) -> GlanceView:
    claims = [claim for row in comparison.rows for claim in row.claims if claim.outlet == outlet.id]
    if not claims:
        kinds = {
            silence.kind for row in comparison.rows for silence in row.silences if silence.outlet == outlet.id
        }
        # Of several reasons the plainest holds for the topic as a whole.
        kind = next((kind for kind in SilenceKind if kind in kinds), SilenceKind.NOT_MENTIONED)
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


def articles_view(library: Library, teller: Teller) -> ArticlesView:
    """Return the index of all articles: outlets by name, articles by date."""
    say = teller.say
    lines: dict[str, list[ArticleLineView]] = {}
    for article in sorted(library.site.articles.values(), key=publication_order):
        lines.setdefault(article.outlet, []).append(
            ArticleLineView(
                headline=teller.headline(article),
                target=links.article(article.id),
                published=say.date(article.published),
                inferred="published" in article.inferred,
                byline=", ".join(article.byline) or say("no byline"),
                claims=say.count(len(article.claims), "claim"),
            )
        )
    outlets = [library.site.outlets[id] for id in lines]
    ordered = sorted(outlets, key=lambda outlet: (outlet.name.casefold(), outlet.id))
    return ArticlesView(
        address=links.ARTICLES,
        title=say("Articles"),
        description=say("All articles compared here, by outlet."),
        outlets=tuple((outlet.name, outlet.note, tuple(lines[outlet.id])) for outlet in ordered),
    )


def text_view(page: TextPage, more: str = "") -> TextView:
    """Return a page written by hand, with ``more`` Markdown at its end."""
    description = shortened(page.description or page.title)
    return TextView(links.text(page.id).address, page.title, description, page.body.rstrip() + "\n" + more)
