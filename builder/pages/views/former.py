"""Former ids: lines at the end of the page that they stood on, and pages at addresses that led to pages of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct

from builder.content.model import Site, Tombstone
from builder.content.moved_on import Today
from builder.pages import links
from builder.pages.links import Target
from builder.pages.views.words import Words

PAGES: dict[str, Callable[[str], Target]] = {
    "articles": links.article,
    "topics": links.topic,
    "stories": links.story,
    "outlets": links.outlet,
    "sources": links.source,
    "questions": links.question,
}
"""Kinds of ids that have pages of their own."""
_PARTS = {"articles": "claims", "topics": "questions"}


class FormerView(Struct, frozen=True):
    """A former claim or question, at the anchor that it had."""

    anchor: str
    id: str
    target: Target | None
    """What stands in its place, or None."""
    to: str
    """Its name if it is a question, else its id; empty if nothing does."""
    on: str
    """The day of the change; empty if it is not known."""
    why: str | None


class MovedView(Struct, frozen=True):
    """The page at the address of something that has another one now, or is gone."""

    address: str
    id: str
    target: Target | None
    """Where it is now, or None if nothing took its place."""
    to: str
    on: str
    why: str | None
    former: tuple[FormerView, ...]
    """Parts of it that went elsewhere."""


def former(site: Site, kind: str, owner: str, say: Words, *, single: bool = False) -> tuple[FormerView, ...]:
    """Return the former claims of an article, or questions of a topic. ``kind`` is ``articles`` or ``topics``."""
    part = _PARTS.get(kind, "")
    # A reader knows a question by its name.
    asked = {question.path: question.short for topic in site.topics.values() for question in topic.questions}
    return tuple(
        FormerView(
            place_of(part, one.id, single=single).anchor,
            one.id,
            place_of(part, one.to, single=single) if one.to else None,
            asked.get(one.to or "", one.to or ""),
            say.date(one.on) if one.on else "",
            one.why,
        )
        for one in of_owner(site.moved, kind, owner)
    )


def moved_pages(site: Site, say: Words, *, single: bool) -> Iterator[MovedView]:
    """Yield the pages of former addresses. ``single`` if the site has one story, whose page is home."""
    for one in site.moved:
        if one.kind in PAGES:
            target = place_of(one.kind, one.to, single=single) if one.to else None
            on = say.date(one.on) if one.on else ""
            of = former(site, one.kind, one.id, say, single=single)
            yield MovedView(PAGES[one.kind](one.id).address, one.id, target, one.to or "", on, one.why, of)


def moved_question(former: str, path: str) -> MovedView:
    """Return the page at the former address of a question's own page, whose topic was renamed."""
    return MovedView(links.question(former).address, former, links.question(path), path, "", None, ())


def place_of(kind: str, id: str, *, single: bool) -> Target:
    """Return where something is that has an id. Where a question has a page of its own is not known: its row has a link to it."""
    match kind:
        case "claims":
            return links.claim(*id.split("/", 1))
        case "questions":
            return links.row(id)
        case "stories" if single:
            return Target(links.HOME)
        case _:
            return PAGES[kind](id)


def former_ids(moved: Iterable[Tombstone], kind: str, id: str) -> tuple[str, ...]:
    """Return the ids that something had before, the oldest first as far as their days tell."""
    found = [one for one in moved if one.kind == kind and one.to == id]
    return tuple(
        one.id for one in sorted(found, key=lambda one: (one.on.start if one.on else None) or date.min)
    )


def former_questions(moved: Sequence[Tombstone], path: str) -> tuple[str, ...]:
    """Return the paths that a question had before, under its own former ids and under those of its topic."""
    topic, _, id = path.partition("/")
    today = Today.of(moved)
    own = former_ids(moved, "questions", path)
    topics = (topic, *former_ids(moved, "topics", topic))
    under = (f"{one}/{part}" for one in topics for part in (id, *(old.partition("/")[2] for old in own)))
    return tuple(dict.fromkeys(old for old in (*own, *under) if old != path and today.question(old) == path))


def of_topic(moved: Sequence[Tombstone], topic: str) -> list[Tombstone]:
    """Return all that has to do with a topic and its questions, for the digest of its page and of what goes with it."""
    names = {topic, *former_ids(moved, "topics", topic)}
    return [
        one
        for one in moved
        if (one.kind == "topics" and one.to == topic)
        or (one.kind == "questions" and names & {one.id.partition("/")[0], (one.to or "").partition("/")[0]})
    ]


def of_owner(moved: Iterable[Tombstone], kind: str, owner: str) -> list[Tombstone]:
    """Return the former claims of an article or questions of a topic, for the digest of its page."""
    part = _PARTS.get(kind)
    return [one for one in moved if one.kind == part and one.id.partition("/")[0] == owner]
