"""New questions, topics, stories, sources and outlets; and other names for what is there, or its removal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import get_args

from msgspec import Struct

from builder.adapters.desk.telling import in_words, next_of
from builder.adapters.desk.workplace import Workplace, outlet_name
from builder.cache.records import digest
from builder.content.model import Place, Source
from builder.content.vocabulary import KINDS_OF_IDS, OUTLET_KINDS, SOURCE_KINDS, Answer, Stake
from builder.desk import bibliography, kinds
from builder.desk.common import Named, Shared, shared_places, shared_questions, shared_speakers
from builder.desk.desk import Desk
from builder.desk.entering import KEYS, also_called, ask, enter
from builder.desk.kinds import Refusal
from builder.desk.moving import together
from builder.desk.moving.amend import KEYS_OF, NAMES, plan_amend, said
from builder.desk.moving.another_story import plan_move
from builder.desk.moving.effect import KINDS, Effect, called, effect, named_by
from builder.desk.moving.names import all_named
from builder.desk.moving.plan import Plan
from builder.desk.moving.remove import StillNamedError, plan_remove
from builder.desk.moving.rename import plan_rename
from builder.desk.queue import title_of

ANSWERS = {
    Answer.QUANTITY: "a figure",
    Answer.DATE: "a day",
    Answer.PLACE: "a place",
    Answer.YES_NO: "yes or no",
    Answer.WORDING: "words",
    Answer.WHO: "a person or body",
}
NEW = "+"
"""What stands for a topic or story that is made here."""


class Asking(Struct, frozen=True):
    """What the page for new questions shows."""

    topics: tuple[tuple[str, str], ...]
    stories: tuple[tuple[str, str], ...]
    sources: tuple[tuple[str, str], ...]
    places: tuple[tuple[str, str], ...]
    called: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    """Registry -> the ids and names of those that may get a further name."""
    there: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    """Kind -> the ids and names of all that may be said otherwise."""
    shared: tuple[Shared, ...]
    """Questions that the drafts have in common."""
    speakers: tuple[Named, ...]
    """Who speaks in several of them and is no source yet."""
    named: tuple[Named, ...]
    """Places that several of them name."""
    waiting: bool
    drafts: tuple[tuple[str, str, bool], ...]
    """Drafts that no story claims yet: each with its headline, and whether it answers no question that is asked."""
    article: str
    """The article whose review this leads back to."""
    at: str
    given: Mapping[str, str]
    why: str
    answers: tuple[tuple[str, str], ...] = tuple((answer.value, words) for answer, words in ANSWERS.items())
    source_kinds: tuple[str, ...] = get_args(SOURCE_KINDS)
    outlet_kinds: tuple[str, ...] = get_args(OUTLET_KINDS)
    said: str = ""
    """What was made just now."""
    story: str = ""
    """The story of a new topic, as far as that is clear: that of the topic before, or the only one."""
    stakes: tuple[str, ...] = tuple(stake.value for stake in Stake)
    printers: Mapping[str, str] = {}
    """Article -> who printed it, its id where that is not known yet."""


def asking(place: Workplace, given: Mapping[str, str], why: str = "", said: str = "") -> Asking:
    """Return what the page for new questions and sources shows."""
    desk = place.desk()
    sessions, waiting = [], False
    drafts = []
    for document in desk.documents.values():
        if document.data.get("draft") is True:
            answers = False
            try:
                session, fresh = place.session(document.id)
                waiting, answers = waiting or not fresh, fresh and bool(session.open())
                sessions.append(session)
            except Refusal:
                pass
            if not document.data.get("story") and not document.data.get("claims"):
                title = title_of(document)
                drafts.append((document.id, title, not answers))
    return Asking(
        tuple((topic.id, topic.title) for topic in desk.site.topics.values()),
        tuple((story.id, story.title) for story in desk.site.stories.values()),
        tuple((source.id, source.name) for source in desk.site.sources.values()),
        tuple((one.id, one.name) for one in desk.site.places.values()),
        tuple(
            (kind, tuple((one.id, one.name) for one in entries.values()))
            for kind, entries in (
                ("sources", desk.site.sources),
                ("places", desk.site.places),
                ("outlets", desk.site.outlets),
            )
        ),
        tuple((kind, ids) for kind, ids in _by_kind(desk) if kind in KEYS_OF),
        tuple(shared_questions(sessions)),
        tuple(shared_speakers(sessions)),
        tuple(shared_places(sessions)),
        waiting,
        tuple(drafts),
        given.get("article", ""),
        given.get("at", ""),
        given,
        why,
        said=said,
        story=given.get("story") or _story(desk, given.get("topic", "")),
        printers={id: outlet_name(desk, one) or id for id, one in desk.documents.items()},
    )


def _story(desk: Desk, topic: str) -> str:
    stories = desk.site.stories
    of = [id for id, story in stories.items() if topic in story.topics or len(stories) == 1]
    return of[0] if of else ""


def new_question(place: Workplace, form: Mapping[str, str]) -> str:
    """Enter the question of a form, and return its path. Raises ``Refusal`` with nothing written."""
    topic, story = form.get("topic", NEW), form.get("story", NEW)
    new_topic = {"title": form.get("topic-title", ""), "lead": form.get("topic-lead", "")}
    new_story = {"title": form.get("story-title", ""), "summary": form.get("story-summary", "")}
    desk = place.desk()
    content = desk.root / desk.content_dir
    what = f"the question “{form.get('short', '')}”"
    folders = [content / "topics", desk.articles_folder]
    with place.step(what, None, [content / "stories.yml"], folders) as fresh:
        if topic != NEW:
            return ask(fresh, form, topic)
        if not story:
            raise Refusal(kinds.BAD_ANSWER, "choose the story of the new topic")
        if story != NEW:
            return ask(fresh, form, new_topic=new_topic, story=story)
        made = ask(fresh, form, new_topic=new_topic, new_story=new_story)
        fresh = place.desk()  # with the story
        story = next(id for id, one in fresh.site.stories.items() if made.partition("/")[0] in one.topics)
        if len(fresh.site.stories) > 1:
            for document in fresh.documents.values():
                if form.get(f"about-{document.id}"):
                    bibliography.write(fresh, document, {"story": story})
        return made


def new_entry(place: Workplace, registry: str, form: Mapping[str, str]) -> str:
    """Enter the source, outlet or place of a form, and return its id. Raises ``Refusal`` with nothing written."""
    desk = place.desk()
    path = desk.root / desk.content_dir / f"{registry}.yml"
    with place.step(f"“{form.get('name', '')}” in {registry}", None, [path]) as fresh:
        return enter(fresh, registry, form)


def new_name(place: Workplace, form: Mapping[str, str]) -> str:
    """Add a name to an outlet, source or place that is there, and return it. Raises ``Refusal`` with nothing written."""
    registry, _, id = form.get("whose", "").partition(" ")
    desk = place.desk()
    path = desk.root / desk.content_dir / f"{registry}.yml"
    name = " ".join(form.get("name", "").split())
    with place.step(f"“{name}” for {id}", None, [path] if registry in KEYS else []) as fresh:
        also_called(fresh, registry, id, name)
    return name


class Said(Struct, frozen=True):
    """One key of a question, topic, story, source, outlet or place."""

    key: str
    label: str
    value: str
    choices: tuple[tuple[str, str], ...] = ()


class Names(Struct, frozen=True):
    """What the page for other names shows."""

    named: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    """Kind -> ids, each with what it is called on the pages."""
    given: Mapping[str, str]
    fields: tuple[Said, ...]
    """What the chosen one says, to be said otherwise."""
    stories: tuple[tuple[str, str], ...]
    """Ids and titles of those that a topic can move to."""
    effect: Effect | None
    """What would change, in words."""
    diff: tuple[str, ...]
    """The same as lines of files."""
    pages: Mapping[str, str]
    """Addresses of the pages that change, each with its title."""
    at: str
    """The page that is shown before and after."""
    no_preview: str
    waiting: bool
    """Whether these pages are still being made."""
    why: str
    still: tuple[tuple[str, str], ...]
    """What still names it, in words, each with the article's id where it is one."""


def names(place: Workplace, form: Mapping[str, str], why: str = "") -> Names:
    """Return what the page for other names shows: with ``do``, what would change."""
    desk = place.desk()
    plan, preview, built = None, None, True
    still: tuple[tuple[str, str], ...] = ()
    if form.get("do", "fields") != "fields":
        try:
            plan = _plan(desk, form)
            asked = digest({key: value for key, value in form.items() if key != "page"})
            preview, built = place.moving(plan, asked)
        except StillNamedError as refusal:
            still = (
                *named_by(desk, refusal.places, refusal.linked),
                *(
                    (f"the topic {called(desk.site, one)} would be in no story", "")
                    for one in refusal.homeless
                ),
            )
            why = f"It cannot go as long as it is named. {next_of(refusal)}"
        except Refusal as refusal:
            why = in_words(refusal)
    # Pages that were made for another step say nothing of this one.
    preview = preview if built else None
    pages = preview.pages if preview else {}
    at = form.get("page")
    return Names(
        _by_kind(desk),
        {key: value for key, value in form.items() if key != "page"},
        tuple(_fields(desk, form)),
        tuple((story.id, story.title) for story in desk.site.stories.values()),
        effect(desk, plan) if plan else None,
        tuple(plan.diff()) if plan else (),
        pages,
        at if at is not None and at in pages else next(iter(pages), ""),
        preview.why if preview else "",
        not built,
        why,
        still,
    )


def _by_kind(desk: Desk) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    by_kind: dict[str, list[tuple[str, str]]] = {kind: [] for kind in KINDS_OF_IDS}
    for named in all_named(desk.content):
        by_kind[named.kind].append((named.id, called(desk.site, named)))
    return tuple((kind, tuple(ids)) for kind, ids in by_kind.items() if ids)


def _fields(desk: Desk, form: Mapping[str, str]) -> Iterator[Said]:
    """Yield what the chosen one says, or what was typed."""
    kind, _, id = form.get("what", "").partition(" ")
    if form.get("do") not in ("fields", "amend") or kind not in KEYS_OF:
        return
    site = desk.site
    named: dict[str, Mapping[str, Source | Place]] = {"speaks_for": site.sources, "within": site.places}
    words = {
        "answer": [(answer.value, words) for answer, words in ANSWERS.items()],
        "running": [("", "no"), ("true", "yes, as a toll does")],
        "stake": [(stake.value, stake.value) for stake in Stake],
        "kind": [(one, one) for one in get_args(SOURCE_KINDS if kind == "sources" else OUTLET_KINDS)],
        **{
            key: [("", "none"), *((one.id, one.name) for one in all_.values() if one.id != id)]
            for key, all_ in named.items()
        },
    }
    for key, value in said(desk, kind, id).items():
        yield Said(key, NAMES[key], form.get(f"say-{key}", value), tuple(words.get(key, ())))


def move(place: Workplace, form: Mapping[str, str]) -> str:
    """Rename or remove something, with all that names it, as one step; return what was done."""
    with place.lock, place.alone():
        desk = place.desk()
        plan = _plan(desk, form)
        paths = [desk.root / one.path for one in plan.changes]
        what = f"{form.get('do')} {KINDS[plan.named.kind]} {called(desk.site, plan.named)}"
        with place.journal.step(what, paths):
            together.write(desk.root, plan)
        return what


def _plan(desk: Desk, form: Mapping[str, str]) -> Plan:
    kind, _, id = form.get("what", "").partition(" ")
    today = datetime.now(tz=UTC).date().isoformat()
    if form.get("do") == "rename":
        return plan_rename(desk, id, form.get("new", "").strip(), today, kind)
    if form.get("do") == "amend":
        given = {key.removeprefix("say-"): value for key, value in form.items() if key.startswith("say-")}
        return plan_amend(desk, kind, id, given)
    if form.get("do") == "move":
        if kind != "topics":
            raise Refusal(kinds.BAD_ANSWER, "only a topic moves to another story")
        return plan_move(desk, id, form.get("story", ""))
    if form.get("do") == "remove":
        return plan_remove(
            desk, id, today, why=form.get("why", "").strip() or None, to=form.get("to", "").strip() or None,
            kind=kind, with_claims=form.get("with-claims") == "yes",
        )  # fmt: skip
    raise Refusal(kinds.BAD_ANSWER, "say whether it gets another name, moves or goes")
