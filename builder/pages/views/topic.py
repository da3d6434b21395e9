"""A topic's page: one comparison, first in sentences, then side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator

from msgspec import Struct

from builder.compare.answer import Line
from builder.compare.library import Library
from builder.compare.origins import Origin
from builder.compare.rows import Comparison
from builder.compare.topics import TopicComparison
from builder.content.model import Claim, Outlet
from builder.content.vocabulary import Answer, SilenceKind
from builder.pages import links
from builder.pages.links import Target
from builder.pages.prose import shortened
from builder.pages.views.claims import ClaimView, RelationView, SilenceView, SourceView, Teller
from builder.pages.views.picture import PanelView, panels
from builder.pages.views.records import RecordView, row_record
from builder.pages.views.wordings import StatementView, statements
from builder.values.direction import isolated
from builder.values.text import folded

UNSURE = (SilenceKind.NOT_LOOKED_FOR, SilenceKind.MAY_BE_CUT, SilenceKind.TEXT_INCOMPLETE)
"""Kinds of silence of articles that may answer after all."""
COLUMNS = 5
"""Maximum number of outlets that a wide window shows side by side; with more, the reader picks."""


class OutletView(Struct, frozen=True):
    """A column: an outlet with its articles of the story."""

    id: str
    target: Target
    name: str
    short: str
    published: str
    """Its days of publication in words."""
    articles: tuple[tuple[str, Target], ...]
    """Headline and page of each article."""


class CellView(Struct, frozen=True):
    """One outlet's answer to one question."""

    anchor: str
    outlet_id: str
    outlet: str
    short: str
    label: str
    """Short outlet and question: the cell's name for screen readers."""
    claims: tuple[ClaimView, ...]
    silences: tuple[SilenceView, ...]
    """Why it does not answer; empty if it does."""


class RowView(Struct, frozen=True):
    """One question and all answers to it."""

    anchor: str
    target: Target
    short: str
    text: str
    when: str | None
    """The day or days that the question is about."""
    note: str | None
    wording: bool
    """Whether the answers are words rather than figures, dates or places."""
    summary: str
    notes: tuple[str, ...]
    """Sentences on hedges that some reports have and others lack."""
    reports: int
    """Number of articles that answer."""
    texts: int
    """Number of distinct texts that answer: copies of one text count once."""
    origins: int
    """Number of distinct sources."""
    voices: str
    """The sources by name: ``the GUR, and reports that name nobody``."""
    tally: bool
    """Whether to show the numbers of reports and origins."""
    answered: bool
    opened: bool
    """Whether its details are open at first, as for a topic's first question, so that readers see that there are details."""
    cells: tuple[CellView, ...]
    silences: tuple[tuple[str, tuple[tuple[str, str | None], ...]], ...]
    """Each kind of silence with its outlets and the editor's notes, for narrow windows."""
    relations: tuple[RelationView, ...]
    quotes: tuple[ClaimView, ...]
    """The first claim of each answer, to be shown with its wording."""


class MoreView(Struct, frozen=True):
    """A line under the answer on a further question."""

    title: str
    target: Target
    text: str
    """A clause on the question's row; empty if the question is only named."""


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
    answer: tuple[str, ...]
    """The findings, or one or two sentences."""
    card: str
    """What the card for shared links says, in few words."""
    parted: tuple[MoreView, ...]
    """Further questions on which the accounts contradict each other."""
    tense: tuple[MoreView, ...]
    """Further questions on which they are in tension."""
    counted: tuple[MoreView, ...]
    """Further figures in the unit of the first."""
    outlets: tuple[OutletView, ...]
    picked: tuple[str, ...]
    """Ids of the outlets to show first if there are too many for one window: those with most answers."""
    panels: tuple[PanelView, ...]
    rows: tuple[RowView, ...]
    statements: tuple[StatementView, ...]
    silent: tuple[SilentView, ...]
    """Articles that answer none of its questions."""
    wordless: tuple[SilentView, ...]
    """One article of each outlet of which no article answers any, if all were looked through and are whole."""
    sources: tuple[SourceView, ...]
    records: tuple[RecordView, ...]


def topic_view(library: Library, comparison: TopicComparison, teller: Teller, *, single: bool) -> TopicView:
    """Return the page of a topic; ``single`` if the site has one story."""
    topic = comparison.topic
    story = library.story(topic.id)
    outlets = columns(library, story.id)
    rows = tuple(row_view(row, outlets, teller, first=row is comparison.rows[0]) for row in comparison.rows)
    claims = [claim for row in comparison.rows for claim in row.claims]
    silent = _silent(comparison, teller)
    return TopicView(
        address=links.topic(topic.id).address,
        title=topic.title,
        description=shortened(" ".join(f"{isolated(topic.lead)} {comparison.summary}".split())),
        story=story.title,
        story_page=None if single else links.story(story.id),
        lead=topic.lead,
        answer=comparison.opening,
        card=comparison.answer.text,
        parted=_more(comparison.answer.parted),
        tense=_more(comparison.answer.tense),
        counted=_more(comparison.answer.counted),
        outlets=tuple(outlet_view(library, story.id, outlet, teller) for outlet in outlets),
        picked=_picked(outlets, claims),
        panels=panels(comparison.rows, teller),
        rows=rows,
        statements=statements(comparison.rows, teller),
        silent=silent,
        wordless=_wordless(silent, {claim.outlet for claim in claims}, teller),
        sources=teller.sources(claims),
        records=tuple(row_record(row) for row in comparison.rows),
    )


def _more(lines: tuple[Line, ...]) -> tuple[MoreView, ...]:
    return tuple(MoreView(line.question.short, links.row(line.question.path), line.text) for line in lines)


def _picked(outlets: tuple[Outlet, ...], claims: list[Claim]) -> tuple[str, ...]:
    answers = Counter(claim.outlet for claim in claims)
    most = sorted(outlets, key=lambda outlet: -answers[outlet.id])[:COLUMNS]
    return tuple(outlet.id for outlet in outlets if outlet in most)


def columns(library: Library, story: str) -> tuple[Outlet, ...]:
    """Return the outlets of a story in the order of their first article."""
    found = dict.fromkeys(article.outlet for article in library.articles_of_story[story])
    return tuple(library.site.outlets[id] for id in found)


def outlet_view(library: Library, story: str, outlet: Outlet, teller: Teller) -> OutletView:
    """Return the column head of an outlet."""
    return teller.once(("head", story, outlet.id), lambda: _outlet_view(library, story, outlet, teller))


def _outlet_view(library: Library, story: str, outlet: Outlet, teller: Teller) -> OutletView:
    articles = [article for article in library.articles_of_story[story] if article.outlet == outlet.id]
    say = teller.say
    days = [say.date(article.published) for article in articles if article.published]
    return OutletView(
        id=outlet.id,
        target=links.outlet(outlet.id),
        name=outlet.name,
        short=outlet.short,
        published=say.join_items(list(dict.fromkeys(days))) or say("date unknown"),
        articles=tuple((teller.headline(article), links.article(article.id)) for article in articles),
    )


def row_view(
    row: Comparison, outlets: tuple[Outlet, ...], teller: Teller, first: bool = False, *, bare: bool = False
) -> RowView:
    """Return one row with a cell for each outlet; ``first`` opens its details, ``bare`` omits relations and quotes."""
    question = row.question
    target = links.row(question.path)
    cells = _cells(row, outlets, teller)
    return RowView(
        anchor=target.anchor,
        target=target,
        short=question.short,
        text=question.text,
        when=teller.say.date(question.when) if question.when else None,
        note=question.note,
        wording=question.answer in (Answer.WORDING, Answer.YES_NO),
        summary=row.summary,
        notes=row.notes,
        reports=row.origins.reports,
        texts=row.origins.texts,
        origins=row.origins.count,
        voices=_voices(row, teller),
        tally=bool(row.claims),
        answered=bool(row.claims),
        opened=first,
        cells=cells,
        silences=_kept(cells),
        relations=() if bare else tuple(teller.relation(judgement) for judgement in row.judgements),
        quotes=tuple(
            teller.claim(claim)
            for claim in _once(row, _fragment)
            if not bare and (claim.quote or question.answer is Answer.WORDING)
        ),
    )


def _cells(row: Comparison, outlets: Iterable[Outlet], teller: Teller) -> tuple[CellView, ...]:
    """Return each outlet's answer to a question, or why it has none."""
    claims: dict[str, list[ClaimView]] = {}
    for claim in _once(row, _of_outlet):
        claims.setdefault(claim.outlet, []).append(teller.claim(claim))
    silences: dict[str, dict[SilenceView, None]] = {}
    for silence in row.silences:
        if silence.outlet not in claims:
            silences.setdefault(silence.outlet, {})[teller.silence(silence.kind, silence.note)] = None
    path = row.question.path
    return tuple(
        CellView(
            links.cell(path, outlet.id).anchor,
            outlet.id,
            outlet.name,
            outlet.short,
            f"{isolated(outlet.short)}, {isolated(row.question.short)}",
            tuple(claims.get(outlet.id, ())),
            tuple(silences.get(outlet.id, ())),
        )
        for outlet in outlets
    )


def _once(row: Comparison, words: Callable[[Claim], Hashable]) -> Iterator[Claim]:
    """Yield a row's claims without those that give an answer that one before gave, in the same ``words``."""
    said: set[Hashable] = set()
    group_of = {claim.key: at for at, group in enumerate(row.groups) for claim in group.claims}
    for claim in row.claims:
        found = (group_of[claim.key], words(claim))
        if found not in said:
            said.add(found)
            yield claim


def _of_outlet(claim: Claim) -> Hashable:
    """Return what an outlet says no second time if a later article of it repeats it on the same word."""
    return claim.outlet, folded(claim.printed), claim.sources, claim.via, claim.status


def _fragment(claim: Claim) -> Hashable:
    return folded(claim.quote or claim.printed)


def _kept(cells: tuple[CellView, ...]) -> tuple[tuple[str, tuple[tuple[str, str | None], ...]], ...]:
    found: dict[str, list[tuple[str, str | None]]] = {}
    for cell in cells:
        for silence in cell.silences:
            found.setdefault(silence.words, []).append((cell.short, silence.note))
    return tuple((words, tuple(outlets)) for words, outlets in found.items())


def _voices(row: Comparison, teller: Teller) -> str:
    say = teller.say
    names = [_origin_name(origin, teller) for origin in row.origins.roots]
    shown = names if len(names) <= 3 else [*names[:2], say("{n} more", n=len(names) - 2)]
    if names and row.origins.unattributed:
        return say("{names}, and reports that name nobody", names=say.join_items(shown))
    return say.join_items(shown)


def _origin_name(origin: Origin, teller: Teller) -> str:
    """Return the name of an origin, with the names of those who speak for it."""
    name, *others = teller.source_names((origin.source, *origin.others))
    return (
        teller.say("{name} (also named as {others})", name=name, others=teller.say.join_items(others))
        if others
        else name
    )


def _silent(comparison: TopicComparison, teller: Teller) -> tuple[SilentView, ...]:
    found: list[SilentView] = []
    for id in comparison.silent:
        article = teller.site.articles[id]
        kinds = dict.fromkeys(
            silence.kind for row in comparison.rows for silence in row.silences if silence.article == id
        )
        why = tuple(teller.silence(kind).explained for kind in kinds)
        name = teller.site.outlets[article.outlet].name
        unread, unsure = SilenceKind.NOT_LOOKED_FOR in kinds, any(kind in UNSURE for kind in kinds)
        found.append(SilentView(name, links.article(id), why, unread, unsure))
    return tuple(found)


def _wordless(silent: tuple[SilentView, ...], speaking: set[str], teller: Teller) -> tuple[SilentView, ...]:
    heard = {teller.site.outlets[id].name for id in speaking} | {
        view.outlet for view in silent if view.unsure
    }
    return tuple({view.outlet: view for view in silent if view.outlet not in heard}.values())
