"""What a plan changes, in words: what readers see of it, what follows, what goes, and where former addresses lead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from builder.compare.library import index
from builder.content.load import Document
from builder.content.model import Article, Site
from builder.desk.desk import Desk
from builder.desk.moving.names import PARTS, Named, entries
from builder.desk.moving.plan import Plan
from builder.desk.moving.references import Reference
from builder.pages.views.claims import Teller
from builder.pages.views.former import PAGES, place_of
from builder.pages.views.log import change_view

KINDS = {
    "stories": "story",
    "topics": "topic",
    "questions": "question",
    "articles": "article",
    "claims": "claim",
    "outlets": "outlet",
    "sources": "source",
    "places": "place",
}
"""Kind of what has an id -> what one of it is called."""
_NAMED = 4
"""So many of a kind are named; of more there is the number."""
_OF_CLAIM = {
    "sources": "who says it",
    "via": "who passes it on",
    "scope": "its place",
    "value": "its meaning",
    "part_of": "what it is part of",
    "against": "what it is set against",
}
"""Key of a claim that names something -> what of the claim that is."""
_OF_ARTICLE = {
    "outlet": "its outlet",
    "story": "its story",
    "copy_of": "whose copy it is",
    "revises": "what it revises",
    "spellings": "how it spells a name",
    "former": "what it said first",
}


class Part(Struct, frozen=True):
    """Lines under one heading."""

    heading: str
    lines: tuple[str, ...]


class Effect(Struct, frozen=True):
    """What a plan changes, for people."""

    what: str
    """The step in one sentence."""
    parts: tuple[Part, ...]

    def __iter__(self) -> Iterator[str]:
        """Yield all lines of it."""
        yield self.what
        for part in self.parts:
            yield f"{part.heading}:"
            yield from (f"  {line}" for line in part.lines)


def called(site: Site, named: Named) -> str:
    """Return what something is called on the pages, with quotation marks; its id where it has no other name."""
    if named.kind == "questions":
        asked = site.topics[named.owner].questions if named.owner in site.topics else ()
        return next((f"“{one.short}”" for one in asked if one.path == named.id), named.id)
    if named.kind in ("articles", "claims"):
        article = _article(site, named.owner)
        if article is None:
            return named.id
        if named.kind == "articles":
            return _headed(site, article)
        words = next((f"“{claim.printed}”" for claim in article.claims if claim.key == named.id), named.id)
        return f"{words} of {_outlet(site, article)}"
    rooms: dict[str, Mapping[str, Any]] = {
        "topics": site.topics, "stories": site.stories, "outlets": site.outlets, "sources": site.sources,
        "places": site.places,
    }  # fmt: skip
    found = rooms[named.kind].get(named.id)
    name = getattr(found, "title", None) or getattr(found, "name", None)
    return f"“{name}”" if name else named.id


def effect(desk: Desk, plan: Plan) -> Effect:
    """Return what a plan changes, in words."""
    told = _Told(desk, plan)
    if plan.amended:
        what = f"The {KINDS[plan.named.kind]} {called(desk.site, plan.named)} is said otherwise."
        said = [Part("What is said otherwise", tuple(plan.amended)), Part("To know", tuple(plan.remarks))]
        return Effect(what, tuple(part for part in said if part.lines))
    parts = (
        Part("Where addresses lead", tuple(told.addresses())),
        Part("What goes with it", tuple(told.gone())),
        Part("What readers find on the pages", tuple(told.pages())),
        Part("What the log of changes tells readers", tuple(told.log())),
        Part("What follows" if told.stays else "What is taken out elsewhere", tuple(told.follows())),
        Part("To know", tuple(plan.remarks)),
    )
    return Effect(told.what(), tuple(part for part in parts if part.lines))


class _Told:
    def __init__(self, desk: Desk, plan: Plan) -> None:
        self.desk, self.site, self.plan, self.named = desk, desk.site, plan, plan.named
        self.single = len(self.site.stories) == 1
        self.is_move = plan.to is not None and plan.to.kind != plan.named.kind
        self.stays = self.is_move or plan.renames

    def what(self) -> str:
        kind, name = KINDS[self.named.kind], called(self.site, self.named)
        if self.is_move:
            assert self.plan.to is not None
            return f"The {kind} {name} moves to the story {called(self.site, self.plan.to)}."
        if self.stays:
            assert self.plan.to is not None
            return f"In addresses, the {kind} {name} becomes {self.plan.to.id} instead of {self.named.id}."
        if self.plan.to is not None:
            return f"The {kind} {name} goes; {called(self.site, self.plan.to)} takes its place."
        return f"The {kind} {name} goes."

    def addresses(self) -> Iterator[str]:
        """Where each former address leads, and which stay."""
        if self.is_move:
            yield f"{self._address(self.named)} stays as it is."
            return
        words = {(one.kind, one.id): one for one in (self.plan.after.moved if self.plan.after else ())}
        for kind, id in self.plan.moved:
            one = Named(kind, id)
            left = words.get((kind, id))
            if kind not in (*PAGES, "claims"):
                yield f"The {KINDS[kind]} has no page of its own."
            elif left is not None and left.to is not None:
                yield f"{self._address(one)} leads on to {self._address(Named(kind, left.to))}."
            elif left is not None:
                yield f"{self._address(one)} says that it is gone, and why: “{left.why}”"
        if not self.plan.moved:
            yield "Nobody has seen it yet, so no address of it is kept."
        elif self.stays and (own := self._own()):
            part = PARTS[self.named.kind][0]
            yield f"{_number(len(own), KINDS[part], part)} of it {'is' if len(own) == 1 else 'are'} at the new address, too."

    def _own(self) -> list[Named]:
        if self.named.kind == "topics" and self.named.id in self.site.topics:
            return [Named("questions", one.path) for one in self.site.topics[self.named.id].questions]
        article = _article(self.site, self.named.id) if self.named.kind == "articles" else None
        return [Named("claims", claim.key) for claim in article.claims] if article else []

    def _address(self, one: Named) -> str:
        target = place_of(one.kind, one.id, single=self.single)
        return f"/{target.address}{f'#{target.anchor}' if target.anchor else ''}"

    def gone(self) -> Iterator[str]:
        for kind in KINDS:
            if found := [one for one in self.plan.takes if one.kind == kind]:
                yield _listed(KINDS[kind], kind, [called(self.site, one) for one in found])

    def pages(self) -> Iterator[str]:
        """What stands on pages of other things after that."""
        after = self.plan.after
        if after is None:
            return
        if self.is_move:
            for story in self.site.stories.values():
                if story.topics != (now := after.stories[story.id].topics):
                    yield f"The story “{story.title}” has {_number(len(now), 'topic', 'topics')}: {', '.join(f'“{after.topics[id].title}”' for id in now)}."
        elif self.stays:
            yield "Every word of them stays as it is; only addresses and the ids in the data files are others."
        else:
            yield from self._rows(after)

    def _rows(self, after: Site) -> Iterator[str]:
        """The questions that have fewer answers."""
        before, now = _answers(self.site), _answers(after)
        for path, answers in before.items():
            named = Named("questions", path)
            left = len(now.get(path, ()))
            if left < len(answers) and any(
                one.path == path for topic in after.topics.values() for one in topic.questions
            ):
                yield f"{called(self.site, named)} has {_number(left, 'answer', 'answers')} where it had {len(answers)}."

    def log(self) -> Iterator[str]:
        if self.plan.news and self.plan.after is not None:
            teller = Teller(index(self.plan.after))
            yield from (change_view(change, teller).plain for change in self.plan.news)

    def follows(self) -> Iterator[str]:
        yield from (words for words, _ in named_by(self.desk, self.plan.followed, self.plan.linked))


def named_by(
    desk: Desk, places: Iterable[tuple[str, Document, Reference]], linked: Iterable[str] = ()
) -> Iterator[tuple[str, str]]:
    """Yield each file that names something, by what it is, with what of it, and the article's id; it is empty for what is no article.

    ``places`` are as ``References.all`` has them, ``linked`` the files with links.
    """
    by_document: dict[str, list[tuple[str, Document, Reference]]] = {}
    for one in places:
        by_document.setdefault(one[1].path, []).append(one)
    for found in by_document.values():
        room, document, _ = found[0]
        references = [reference for _, _, reference in found]
        if room == "articles":
            title = called(desk.site, Named("articles", document.id))
            yield f"{title}: {'; '.join(_of_article(document, references))}", document.id
        elif room == "topics":
            of = _unique(f"“{_entry(document, one).get('short')}”" for one in references)
            title = called(desk.site, Named("topics", document.id))
            yield f"the topic {title}: {_listed('question', 'questions', of)} in it", ""
        else:
            for owner in _unique(str(one.path[0]) for one in references):
                yield f"the {KINDS[room]} {called(desk.site, Named(room, owner))}", ""
    articles = {one.path: one.id for one in desk.content.articles}
    for path in linked:
        if id := articles.get(path, ""):
            yield f"links in the précis of {called(desk.site, Named('articles', id))}", id
        else:
            yield f"links in {path}" if path.endswith(".md") else "the menu of the site", ""


def _of_article(document: Document, references: Sequence[Reference]) -> Iterator[str]:
    """Yield what of an article names something."""
    claims: dict[str, list[str]] = {}
    rest: list[str] = []
    for one in references:
        entry = _entry(document, one)
        if one.path[0] == "claims":
            key = str(one.path[2]) if len(one.path) > 2 else ""
            claims.setdefault(_OF_CLAIM.get(key, ""), []).append(f"“{entry.get('printed')}”")
        elif one.path[0] == "silences":
            rest.append("that it does not mention it")
        else:
            rest.append(_OF_ARTICLE.get(str(one.path[0]), str(one.path[0])))
    for what, words in claims.items():
        told = _listed("claim", "claims", _unique(words))
        yield f"{told} ({what})" if what else told
    yield from _unique(rest)


def _entry(document: Document, one: Reference) -> dict[str, object]:
    if len(one.path) < 2 or not isinstance(one.path[1], int):
        return {}
    listed = entries(document.data.get(str(one.path[0])))
    return listed[one.path[1]] if one.path[1] < len(listed) else {}


def _answers(site: Site) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for article in site.articles.values():
        for claim in article.claims:
            found.setdefault(claim.question, []).append(claim.key)
    return found


def _article(site: Site, id: str) -> Article | None:
    return site.articles.get(id) or site.drafts.get(id)


def _outlet(site: Site, article: Article) -> str:
    return site.outlets[article.outlet].name if article.outlet in site.outlets else article.outlet


def _headed(site: Site, article: Article) -> str:
    title = article.headline or article.working_title
    return f"“{title}” of {_outlet(site, article)}" if title else article.id


def _unique(found: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(found))


def _number(count: int, one: str, many: str) -> str:
    return f"{count or 'no'} {one if count == 1 else many}"


def _listed(one: str, many: str, names: Sequence[str]) -> str:
    """Return things by their names; of many only the first, and how many there are."""
    if len(names) == 1:
        return f"the {one} {names[0]}"
    shown = ", ".join(names[:_NAMED])
    return f"{len(names)} {many}: {shown}{' and others' if len(names) > _NAMED else ''}"
