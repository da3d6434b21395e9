"""What an editor names on the command line: one thing of a site, of one kind."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from builder.content.load import Content, Document
from builder.content.problems import did_you_mean
from builder.content.vocabulary import KINDS_OF_IDS
from builder.desk import kinds
from builder.desk.kinds import Refusal

PARTS = {"articles": ("claims", "claims"), "topics": ("questions", "questions")}
"""Kind of files -> the kind of what they list, and the key of that list."""
ABOVE = {"claims": "articles", "questions": "topics"}


class Named(Struct, frozen=True):
    """One thing of a site."""

    kind: str
    """One of ``KINDS_OF_IDS``."""
    id: str
    """Its id; of a claim ``article/claim``, of a question ``topic/question``."""

    @property
    def owner(self) -> str:
        """The id of the article or topic; of anything else its own."""
        return self.id.partition("/")[0]

    @property
    def part(self) -> str:
        """The id within its file."""
        return self.id.rpartition("/")[2]


def files_of(content: Content) -> Iterator[tuple[str, Document]]:
    """Yield every article and topic with its kind."""
    yield from (("articles", document) for document in content.articles)
    yield from (("topics", document) for document in content.topics)


def entries(found: object) -> list[dict[str, object]]:
    """Return the items of a list that are mappings."""
    return [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []


def all_named(content: Content) -> Iterator[Named]:
    """Yield everything that has an id."""
    for kind, document in files_of(content):
        yield Named(kind, document.id)
        part, key = PARTS[kind]
        for entry in entries(document.data.get(key)):
            yield Named(part, f"{document.id}/{entry.get('id')}")
    for kind in ("stories", "outlets", "sources", "places"):
        if kind in content.registries:
            yield from (Named(kind, str(id)) for id in content.registries[kind].data)


def find(content: Content, what: str, kind: str | None = None) -> Named:
    """Return what an id names. Raises ``Refusal`` if the site has nothing of this name, or several things and no ``kind`` is given."""
    known = [named for named in all_named(content) if kind in (None, named.kind)]
    found = [named for named in known if named.id == what]
    if len(found) == 1:
        return found[0]
    if found:
        told = ", ".join(f"--kind {named.kind}" for named in found)
        raise Refusal(kinds.NOTHING_NAMED, f'"{what}" names several things; say which: {told}')
    hint = did_you_mean(what, {named.id for named in known})
    among = f" among its {kind}" if kind else ""
    raise Refusal(kinds.NOTHING_NAMED, f'the site has no "{what}"{among}{hint}')


__all__ = ["KINDS_OF_IDS", "Named", "all_named", "find"]
