"""A topic's page: its finding, the pictures of who said it and of its figures, then the answers question by question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from builder.compare.answer import Line
from builder.compare.headings import topic_card, topic_heading
from builder.compare.library import Library
from builder.compare.phrases import capital, quoted
from builder.compare.silence import ESTIMATED, Silence
from builder.compare.topics import TopicComparison
from builder.content.map_outline import Outline
from builder.content.model import Claim, Outlet, Topic
from builder.content.vocabulary import SilenceKind
from builder.pages import links
from builder.pages.full_names import FullName
from builder.pages.links import Target, data_address, table_address
from builder.pages.prose import shortened
from builder.pages.views.answers import QuestionView, question_view
from builder.pages.views.cited import CitedTopic, cited_topic
from builder.pages.views.claims import Teller
from builder.pages.views.columns import OutletView, columns, outlet_view
from builder.pages.views.former import FormerView, former
from builder.pages.views.ladder import RungView, ladder
from builder.pages.views.log import ChangedView, changed
from builder.pages.views.picture import PanelView, panels
from builder.pages.views.places import MapView, map_view
from builder.pages.views.records import RecordView, row_record
from builder.pages.views.relay import topic_relay
from builder.pages.views.room import FULL, limits
from builder.pages.views.standing import BadgeView, Standing, standings
from builder.pages.views.told import RelayView, SilenceView, SourceView
from builder.pages.views.wordings import StatementView, statements
from builder.values.direction import isolated

UNSURE = (SilenceKind.NOT_LOOKED_FOR, SilenceKind.MAY_BE_CUT, SilenceKind.TEXT_INCOMPLETE)
"""Kinds of silence of articles that may answer after all."""
_LEAST = (
    *UNSURE,
    SilenceKind.OPEN,
    SilenceKind.UNANSWERED,
    SilenceKind.NOT_MENTIONED,
    SilenceKind.PUBLISHED_BEFORE,
)
"""Kinds of silence, those first that leave open whether there is one."""
COLUMNS = 6
"""Maximum number of outlets that a wide window shows side by side; with more, answers come first and the reader picks outlets."""


STATEMENTS, SILENT = 12, 40
"""Maximum number of statements whose wordings stand below each other, and of articles that are listed as silent."""
NAMED = 800
"""Maximum number of questions that a page names without their answers."""
WORDLESS = 8
"""Maximum number of outlets that the line at the head names as having no word on a topic."""
LINES, SOURCES = 12, 60
"""Maximum number of further questions that are named under the answer, and of sources below the questions."""


class MoreView(Struct, frozen=True):
    """A line under the answer on a further question."""

    title: str
    target: Target
    text: str
    """A clause on the question's row; empty if the question is only named."""


class FurtherView(Struct, frozen=True):
    """A question that the page has no room for."""

    anchor: str
    short: str
    target: Target | None
    """The page of the question; None if no text answers it."""
    badges: tuple[BadgeView, ...]


class SilentView(Struct, frozen=True):
    """An article that answers none of a topic's questions."""

    outlet: str
    target: Target
    """The article's page."""
    why: tuple[str, ...]
    """The reasons, each as a sentence."""
    unread: bool = False
    """Whether the article was not looked through for it."""
    unsure: bool = False
    """Whether it may say something after all."""


class TopicView(Struct, frozen=True):
    """A topic's page."""

    address: str
    title: str
    description: str
    story: str
    story_page: Target | None
    """None on a site of one story, whose page is home."""
    lead: str
    finding: str
    """The heading that states the weightiest finding."""
    answer: tuple[str, ...]
    """One or two sentences; empty if there are facts."""
    facts: tuple[tuple[str, str], ...]
    """What a reader should know of figures that all go back to one source: labels and what stands beside them."""
    card: tuple[str, str]
    """What the card for shared links shows large, and the sentence under it."""
    parted: tuple[MoreView, ...]
    """Further questions on which the accounts contradict each other."""
    tense: tuple[MoreView, ...]
    """Further questions on which they are in tension."""
    counted: tuple[MoreView, ...]
    """Further figures in the unit of the first."""
    outlets: tuple[OutletView, ...]
    picked: tuple[str, ...]
    """Ids of the outlets to show first if there are too many for one window: those with most answers."""
    relay: RelayView | None
    """The picture of who said what the page leads with, or None if two outlets pass on no source of it."""
    rungs: tuple[RungView, ...]
    """The ladder of figures."""
    panels: tuple[PanelView, ...]
    """Charts of questions with figures or days of which a scale shows more than their words."""
    questions: tuple[QuestionView, ...]
    """Those that several outlets answer, by weight."""
    alone: tuple[QuestionView, ...]
    """Those that one outlet answers."""
    unanswered: tuple[QuestionView, ...]
    further: tuple[FurtherView, ...]
    """Questions that the page has room to name only."""
    further_more: int
    """Number of those that it has no room to name."""
    disputed: int
    """Number of questions with a contradiction or tension."""
    whole: bool
    """Whether all reports are on the page."""
    rendered: bool
    """Whether any of its words are put into the site's language, in square brackets."""
    nameless: bool
    """Whether some of its answers have no source."""
    articles: Target
    """The index of articles, which have what the page has no room for."""
    all_sources: Target
    """The index of sources."""
    statements: tuple[StatementView, ...]
    silent: tuple[SilentView, ...]
    """Articles that answer none of its questions."""
    silent_more: int
    """Number of further such articles."""
    wordless: tuple[SilentView, ...]
    """One article of each outlet of which no article answers any, if all were looked through and are whole."""
    sources: tuple[SourceView, ...]
    sources_more: int
    """Number of further ones, which the index of sources has."""
    map: MapView | None
    """Where it happened, if answers of the topic are places."""
    before: tuple[str, Target] | None
    """Title and page of the topic before it in its story."""
    after: tuple[str, Target] | None
    """Title and page of the topic after it."""
    cited: CitedTopic
    """The page as a work and a set of data."""
    data: tuple[str, str]
    """Paths in the site of the files with its data: CSV, JSON."""
    all_data: Target
    """The page of the site's data."""
    former: tuple[FormerView, ...]
    """Questions that it asked under another id."""
    records: tuple[RecordView, ...]
    changed: ChangedView | None = None
    """What changed on it; None if nothing is known of that."""
    names: tuple[FullName, ...] = ()
    """What names on the page stand for."""


def topic_view(
    library: Library,
    comparison: TopicComparison,
    teller: Teller,
    outline: Outline | None = None,
    *,
    single: bool,
) -> TopicView:
    """Return the page of a topic, with a map if there are an ``outline`` and places; ``single`` if the site has one story."""
    topic = comparison.topic
    story = library.story(topic.id)
    outlets = columns(library, story.id)
    room = None if teller.in_cells(topic.id) else limits(topic)
    table = table_address(topic.id, own=room is None)
    ordered = standings(comparison.rows, teller.say)
    full = ordered[:FULL] if room else ordered
    further = ordered[len(full) :]
    answer = comparison.opening
    picture = topic_relay(comparison, teller)
    questions = [
        _beside(
            _told_above(
                question_view(standing, outlets, teller, room),
                answer,
                found=standing.row.question.path in comparison.findings.told,
            ),
            picture,
        )
        for standing in full
    ]
    shared = tuple(view for view in questions if not view.alone and not view.unanswered)
    topics = library.topics(story)
    at = [one.id for one in topics].index(topic.id)
    claims = [claim for row in comparison.rows for claim in row.claims]
    silent = _silent(comparison, teller)
    wordless = _wordless(silent, {claim.outlet for claim in claims}, teller)
    if len(wordless) <= WORDLESS:
        # The line at the head of the page says it of each.
        silent = tuple(one for one in silent if one.why or one not in wordless)
    sources = teller.sources(claims)
    return TopicView(
        address=links.topic(topic.id).address,
        title=topic.title,
        description=shortened(" ".join(f"{isolated(topic.lead)} {comparison.summary}".split())),
        story=story.title,
        story_page=None if single else links.story(story.id),
        lead=topic.lead,
        finding=topic_heading(comparison, library.outlet_names),
        answer=() if comparison.findings.facts else comparison.answer.under_heading,
        facts=tuple((teller.say(fact.about), capital(fact.text)) for fact in comparison.findings.facts),
        card=topic_card(comparison, library.outlet_names),
        parted=_more(comparison.answer.parted),
        tense=_more(comparison.answer.tense),
        counted=_more(comparison.answer.counted, told=True),
        outlets=tuple(outlet_view(library, story.id, outlet, teller) for outlet in outlets),
        picked=_picked(outlets, claims),
        relay=picture if picture and picture.leads else None,
        rungs=ladder(comparison.rows, teller),
        panels=panels(comparison.rows, teller),
        questions=shared,
        alone=tuple(view for view in questions if view.alone),
        unanswered=tuple(view for view in questions if view.unanswered),
        further=tuple(map(_further, further[:NAMED])),
        further_more=max(0, len(further) - NAMED),
        disputed=sum(view.parted for view in shared),
        whole=room is None,
        nameless=any(not claim.sources for claim in claims),
        rendered=any(claim.rendering or claim.renderings for claim in claims),
        articles=Target(links.ARTICLES),
        all_sources=Target(links.SOURCES),
        statements=statements(comparison.rows, teller)[:STATEMENTS],
        silent=silent[:SILENT],
        silent_more=max(0, len(silent) - SILENT),
        wordless=wordless,
        sources=sources[:SOURCES],
        sources_more=max(0, len(sources) - SOURCES),
        map=map_view(library, story.id, outline, teller.say, topic.id),
        before=_neighbour(topics[:at][-1:]),
        after=_neighbour(topics[at + 1 :][:1]),
        cited=cited_topic(library, topic, comparison.rows, table),
        data=(table, data_address(topic.id, "json")),
        all_data=Target(links.DATA),
        former=former(library.site, "topics", topic.id, teller.say),
        records=tuple(row_record(row) for row in comparison.rows),
        changed=changed(library.log_of_topic.get(topic.id, ()), teller, feed=("topics", topic.id)),
        names=teller.abbreviated(claims),
    )


def _told_above(question: QuestionView, answer: tuple[str, ...], *, found: bool) -> QuestionView:
    """Return a question without the sentences that stand at the head of the page.

    If it is one of those that the head's facts are ``found`` in, its own sentence stands in its details.
    """
    # The head of the page says of which question a sentence is.
    above = " ".join(answer).replace(f" on {quoted(question.short)}:", ":")
    notes = tuple(note for note in question.notes if note not in above)
    if found and question.summary:
        return replace(question, summary="", notes=(question.summary, *notes))
    told = question.summary and question.summary[1:] in above
    return replace(question, summary="" if told else question.summary, notes=notes)


def _beside(question: QuestionView, picture: RelayView | None) -> QuestionView:
    """Return a question with the picture of who said it, if that is of this question and not at the head of the page."""
    own = picture and not picture.leads and picture.anchor == question.anchor
    return replace(question, relay=picture) if own else question


def _further(standing: Standing) -> FurtherView:
    question = standing.row.question
    page = links.question(question.path) if standing.row.claims else None
    return FurtherView(links.row(question.path).anchor, question.short, page, standing.badges)


def _neighbour(topics: Sequence[Topic]) -> tuple[str, Target] | None:
    return (topics[0].title, links.topic(topics[0].id)) if topics else None


def _more(lines: tuple[Line, ...], *, told: bool = False) -> tuple[MoreView, ...]:
    """Return lines under the answer, with their clauses if these are to be ``told``: else the rows below say it."""
    return tuple(
        MoreView(line.question.short, links.row(line.question.path), line.text if told else "")
        for line in lines[:LINES]
    )


def _picked(outlets: tuple[Outlet, ...], claims: list[Claim]) -> tuple[str, ...]:
    answers = Counter(claim.outlet for claim in claims)
    most = sorted(outlets, key=lambda outlet: -answers[outlet.id])[:COLUMNS]
    return tuple(outlet.id for outlet in outlets if outlet in most)


def _silent(comparison: TopicComparison, teller: Teller) -> tuple[SilentView, ...]:
    found: list[SilentView] = []
    for id in comparison.silent:
        article = teller.site.articles[id]
        silences = [silence for row in comparison.rows for silence in row.silences if silence.article == id]
        kinds = {silence.kind for silence in silences}
        # That a text says nothing on it is said already; any other reason is news.
        reason = on_topic(silences, teller)
        why = () if reason == teller.silence(SilenceKind.NOT_MENTIONED) else (reason.explained,)
        name = teller.site.outlets[article.outlet].name
        unread, unsure = SilenceKind.NOT_LOOKED_FOR in kinds, any(kind in UNSURE for kind in kinds)
        found.append(SilentView(name, links.article(id), why, unread, unsure))
    return tuple(found)


def on_topic(silences: Iterable[Silence], teller: Teller) -> SilenceView:
    """Return the one reason for the silences of an article or an outlet on a topic: the one that claims least of the text.

    The reasons on single questions stand in the rows.
    """
    found = min(
        silences,
        key=lambda silence: (_LEAST.index(silence.kind), silence.note != ESTIMATED),
    )
    return teller.silence(found.kind, ESTIMATED if found.note == ESTIMATED else None)


def _wordless(silent: tuple[SilentView, ...], speaking: set[str], teller: Teller) -> tuple[SilentView, ...]:
    heard = {teller.site.outlets[id].name for id in speaking} | {
        view.outlet for view in silent if view.unsure
    }
    return tuple({view.outlet: view for view in silent if view.outlet not in heard}.values())
