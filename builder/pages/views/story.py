"""A story's page: what is known first, a card an outlet, its contradictions, its topics, who says what on them, a timeline and a map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

from msgspec import Struct
from msgspec.structs import replace

from builder.compare.answer import story_sentences
from builder.compare.disputes import Dispute, disputes
from builder.compare.headings import topic_card, topic_heading
from builder.compare.library import Library
from builder.compare.phrases import sentence
from builder.compare.rows import Comparison
from builder.compare.topics import TopicComparison
from builder.content.map_outline import Outline
from builder.content.model import Claim, Outlet, Story
from builder.content.vocabulary import SilenceKind
from builder.pages import links
from builder.pages.full_names import FullName
from builder.pages.links import Target
from builder.pages.prose import shortened
from builder.pages.views.claims import Teller
from builder.pages.views.columns import OutletView, columns, outlet_view
from builder.pages.views.log import ChangedView, changed
from builder.pages.views.opening import (
    DISPUTES,
    AnswerLineView,
    DisputeView,
    OutletCardView,
    checked,
    dispute_view,
    main_answer,
    outlet_cards,
    sides_of,
)
from builder.pages.views.places import MapView, map_view
from builder.pages.views.room import WIDEST
from builder.pages.views.timeline import TimelineView, timeline
from builder.pages.views.told import ClaimView
from builder.pages.views.topic import on_topic

TOPICS, CELLS = 60, 600
"""Maximum number of topics that a story's page lists, and of cells of its matrix; the index of topics has all."""
FEW, OPEN = 16, 12
"""Number of outlets' cards that all stand open, and of those that do if there are more: forty are six screens of a phone."""

FURTHER = 40
"""Maximum number of contradictions and tensions that are named below the cards."""


class GlanceView(Struct, frozen=True):
    """A cell of the matrix: one outlet on one topic."""

    outlet: str
    short: str
    claim: ClaimView | None
    """Its answer to the first question that it answers, or None if it answers none."""
    sides: tuple[AnswerLineView, ...]
    """If that is a yes or a no: it and every other answer of its that says otherwise, each with its source. Else empty: a figure stands
    on no side."""
    target: Target
    """The cell of that question, or the topic's page if it answers none."""
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
    heading: str
    """The topic's weightiest finding in a few words, as a sentence; empty if cards on the page show it and there is more to tell."""
    agreed: str
    """The sentences that report no contradiction, for use after a list of contradictions; empty if they stand above already."""
    questions: str
    """Number of questions: ``six questions``."""
    cells: tuple[GlanceView, ...]
    told: bool
    """Whether the outlets' cards have the same answers, so that a narrow page needs no second list of them."""


class StoryView(Struct, frozen=True):
    """A story's page, which is the home page of a site of one story."""

    id: str
    address: str
    title: str
    description: str
    summary: str
    tagline: str
    """A line that says what the page is."""
    outlets: tuple[OutletView, ...]
    outlets_more: int
    """Number of outlets that there is no room to show."""
    articles: Target
    """The index of articles, which has them all."""
    cards: tuple[OutletCardView, ...]
    """One card an outlet."""
    cards_open: int
    """Number of cards that stand open; the others are folded."""
    checked: str | None
    """Which outlets have a word on verification, said once for all cards; empty if each card says it."""
    topics: tuple[TopicLineView, ...]
    topics_more: int
    """Number of topics that there is no room to list."""
    index: Target
    """The index of topics, which has them all."""
    disputes: tuple[DisputeView, ...]
    """Questions on which accounts contradict each other or are in tension, the weightiest first."""
    further: tuple[DisputeView, ...]
    """Those that there is no room to show as cards."""
    timeline: TimelineView | None
    map: MapView | None
    findings: tuple[str, ...] = ()
    """What a reader should know first: the findings on the first topic that has any, else the weightiest of all, or the answer of the first."""
    found_in: tuple[tuple[str, Target], ...] = ()
    """Title and page of each topic that they are about."""
    card: tuple[str, str] = ("", "")
    """What the card for shared links shows large, and the sentence under it: those of that topic."""
    changed: ChangedView | None = None
    """What changed in it; None if nothing is known of that."""
    names: tuple[FullName, ...] = ()
    """What names on the page stand for."""

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
    everyone = columns(library, story.id)
    outlets = most_answering(library, story, everyone)
    first = _opening(story, comparisons)
    findings, found_in = _findings(story, comparisons, first, library)
    heads = tuple(outlet_view(library, story.id, outlet, teller) for outlet in outlets)
    own = [comparisons[id] for id in story.topics]
    # The topic that the page opens with comes first, so that its first question is what the cards are about.
    rows = [row for one in sorted(own, key=lambda one: one.topic.id != first) for row in one.rows]
    cards = outlet_cards(library, rows, heads, teller)
    rows_shown = CELLS // max(1, len(outlets))
    found = disputes(row for one in own for row in one.rows)
    shown = {dispute.question.path for dispute in found[:DISPUTES]}
    lines = tuple(
        _beside_cards(
            topic_line(
                comparisons[id],
                outlets if at < rows_shown else (),
                teller,
                opening=id in found_in,
                shown=shown,
            ),
            cards,
        )
        for at, id in enumerate(story.topics[:TOPICS])
    )
    told = tuple(_card(library, dispute, teller) for dispute in found[: DISPUTES + FURTHER])
    return StoryView(
        story.id,
        address,
        story.title,
        shortened(story.summary),
        story.summary,
        teller.say(
            "What {outlets} printed, side by side, and on whose word.",
            outlets=teller.say.count(len(everyone), "outlet"),
        ),
        heads,
        len(everyone) - len(heads),
        Target(links.ARTICLES),
        cards,
        len(cards) if len(cards) <= FEW else OPEN,
        checked(cards, teller),
        lines,
        len(story.topics) - len(lines),
        Target(links.TOPICS),
        told[:DISPUTES],
        told[DISPUTES:],
        timeline(library, story, teller.say),
        map_view(library, story.id, outline, teller.say),
        findings,
        tuple((comparisons[id].topic.title, links.topic(id)) for id in found_in),
        topic_card(comparisons[first], library.outlet_names) if first else ("", story.summary),
        # On a site of one story, the feed of the site is its feed.
        changed(
            library.log_of_story.get(story.id, ()),
            teller,
            feed=("stories", story.id) if address else None,
        ),
        teller.abbreviated(claim for row in rows for claim in row.claims),
    )


def _card(library: Library, dispute: Dispute, teller: Teller) -> DisputeView:
    question = dispute.question
    known = teller.basis.shown(question.path), teller.in_cells(question.topic)
    return teller.carried(DisputeView, lambda: dispute_view(library, dispute, teller), "card", *known)


def most_answering(library: Library, story: Story, outlets: tuple[Outlet, ...]) -> tuple[Outlet, ...]:
    """Return the outlets that a story's page has room for, in their order: those that answer most of its questions."""
    if len(outlets) <= WIDEST:
        return outlets
    answers = Counter(
        claim.outlet
        for topic in library.topics(story)
        for question in topic.questions
        for claim in library.answers[question.path]
    )
    most = {outlet.id for outlet in sorted(outlets, key=lambda outlet: -answers[outlet.id])[:WIDEST]}
    return tuple(outlet for outlet in outlets if outlet.id in most)


def _opening(story: Story, comparisons: Mapping[str, TopicComparison]) -> str | None:
    """Return the topic that the page opens with: the first with findings, else the first that any text answers, or None."""
    answered = [id for id in story.topics if any(row.claims for row in comparisons[id].rows)]
    return next((id for id in answered if comparisons[id].findings.sentences), next(iter(answered), None))


def _findings(
    story: Story, comparisons: Mapping[str, TopicComparison], first: str | None, library: Library
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what a reader should know first, and the ids of the topics that it is about; ``first`` is the topic that the page opens with."""
    if first is None:
        return (), ()
    if not comparisons[first].findings.sentences:
        rows = [row for id in story.topics for row in comparisons[id].rows]
        told, topics = story_sentences(rows, library.outlet_names)
        if told:
            return told, topics
    return comparisons[first].opening, (first,)


def topic_line(
    comparison: TopicComparison,
    outlets: tuple[Outlet, ...],
    teller: Teller,
    *,
    opening: bool = False,
    shown: Collection[str] = (),
) -> TopicLineView:
    """Return the row of a topic, with cells for some outlets; ``opening`` if its findings stand at the top of the page already.

    ``shown`` are the questions whose disputes the page shows as cards: a heading on these would only say them again.
    """
    topic, basis = comparison.topic, teller.basis
    own = {question.path for question in topic.questions}
    return teller.carried(
        TopicLineView,
        lambda: _topic_line(comparison, outlets, teller, opening=opening, shown=own.intersection(shown)),
        "line",
        basis.topic(topic.id),
        sorted(map(basis.silent, own)),
        [outlet.id for outlet in outlets],
        opening,
        sorted(own.intersection(shown)),
    )


def _topic_line(
    comparison: TopicComparison,
    outlets: tuple[Outlet, ...],
    teller: Teller,
    *,
    opening: bool,
    shown: Collection[str],
) -> TopicLineView:
    topic = comparison.topic
    agreed = "" if opening else " ".join(comparison.agreed)
    apart = {dispute.question.path for dispute in disputes(comparison.rows)}
    repeats = bool(agreed and apart and not comparison.findings.sentences and apart <= set(shown))
    return TopicLineView(
        title=topic.title,
        target=links.topic(topic.id),
        lead=topic.lead,
        summary=comparison.summary,
        heading="" if repeats else sentence(topic_heading(comparison, teller.library.outlet_names)),
        agreed=agreed,
        questions=teller.say.count(len(topic.questions), "question"),
        cells=_glances(comparison, outlets, teller),
        told=False,
    )


def _beside_cards(line: TopicLineView, cards: tuple[OutletCardView, ...]) -> TopicLineView:
    shown = {card.claim.key for card in cards if card.claim}
    return replace(line, told=all(cell.claim and cell.claim.key in shown for cell in line.cells))


def _glances(
    comparison: TopicComparison, outlets: tuple[Outlet, ...], teller: Teller
) -> tuple[GlanceView, ...]:
    answers: dict[str, list[tuple[Comparison, Claim]]] = {}
    for row in comparison.rows:
        for claim in row.claims:
            answers.setdefault(claim.outlet, []).append((row, claim))
    return tuple(_glance(comparison, outlet, answers.get(outlet.id, []), teller) for outlet in outlets)


def _glance(
    comparison: TopicComparison, outlet: Outlet, answers: list[tuple[Comparison, Claim]], teller: Teller
) -> GlanceView:
    if not answers:
        silences = [
            silence for row in comparison.rows for silence in row.silences if silence.outlet == outlet.id
        ]
        silent = on_topic(silences, teller) if silences else teller.silence(SilenceKind.NOT_MENTIONED)
        words = silent.words
        target = links.topic(comparison.topic.id)
        return GlanceView(outlet.name, outlet.short, None, (), target, "", words)
    # What the topic leads with tells outlets apart; the name of the town, which all have, does not.
    main = main_answer(answers, comparison.leading or comparison.rows[0])
    given = {row.question.path for row, claim in answers if not claim.undecided}
    return GlanceView(
        outlet=outlet.name,
        short=outlet.short,
        claim=teller.claim(main),
        sides=sides_of(main, [claim for _, claim in answers], teller),
        target=teller.cell(main.question, outlet.id),
        answers=teller.say.count(len(given), "answer") if given else "",
        silence=None,
    )
