"""Which parts of the content could not be read, so that nothing may be concluded from what the rest does not have.

A question that nobody answers may be answered in the article that was not understood; a name that nobody knows may stand in the
registry that has a mistake. A rule that asks for more than there is rests: what it asks raises ``HeldBackError``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import PurePosixPath

from msgspec import Struct, field

from builder.content.load import Content, Document, as_id
from builder.content.model import Site
from builder.content.problems import HELD_BACK, Problem, errors

ANSWERS = "questions that nobody answers, scopes that all others give"
STATEMENTS = "statements that stand alone"
CLAIMS = "how claims of one article fit together"
NAMES = "who and what the texts name"
ALLOWANCES = "allowances that find nothing"
COPIES = "copies that are not marked"
SPELLINGS = "unknown spellings"
IDS = "ids that are nowhere defined"
ORPHANS = "topics in no story"
LENGTHS = "the lengths of quotes and of the précis"


class HeldBackError(Exception):
    """A rule asks for something that is not known as a whole. ``files`` are those that have to be mended first."""

    def __init__(self, what: str, files: Iterable[str]) -> None:
        self.what, self.files = what, tuple(files)
        super().__init__(what)


class Failed(Struct, frozen=True):
    """The files of a content that are not understood, wholly or in part, by their path."""

    articles: tuple[str, ...] = ()
    """Of which it is not known what they answer."""
    topics: tuple[str, ...] = ()
    registries: Mapping[str, str] = field(default_factory=dict)
    """Name -> file, of registries not every entry of which is known."""
    unread: Mapping[str, str] = field(default_factory=dict)
    """The same, of those of which nothing is known."""
    settings: tuple[str, ...] = ()
    incomplete: frozenset[str] = frozenset()
    """Ids of articles some claims of which are not known, or all."""

    def named(self, *names: str) -> tuple[str, ...]:
        """Return the files of those of some registries that failed."""
        return tuple(self.registries[name] for name in names if name in self.registries)


NOTHING = Failed()


def failed(content: Content, site: Site, problems: Iterable[Problem]) -> Failed:
    """Return what of a content failed: ``site`` and ``problems`` are what was made of it."""
    paths = {problem.path for problem in content.problems}
    topics = _under("topics", paths) | {doc.path for doc in content.topics if doc.id not in site.topics}
    articles = _under("articles", paths)
    incomplete, broken = _ids(articles), _ids(topics)
    questions = {question.path for topic in site.topics.values() for question in topic.questions}
    for document in content.articles:
        if document.id in site.drafts:
            continue
        lost = _lost(document, questions) if document.id in site.articles else {""}
        incomplete |= {document.id} if lost else set()
        # What was said to a topic that failed says nothing to the others.
        articles |= {document.path} if lost - broken else set()
    known: dict[str, Collection[str]] = {
        "outlets": site.outlets, "sources": site.sources, "places": site.places, "stories": site.stories
    }  # fmt: skip
    registries, unread = {}, {}
    for name, ids in known.items():
        document_ = content.registries.get(name)
        if document_ is None:
            unread[name] = next(
                (p for p in sorted(paths - topics) if p.endswith(f"/{name}.yml")), f"{name}.yml"
            )
            registries[name] = unread[name]
        elif len(document_.data) != len(ids):
            registries[name] = document_.path
    settings = {problem.path for problem in errors(problems) if problem.path.endswith("/site.yml")}
    return Failed(
        tuple(sorted(articles)),
        tuple(sorted(topics)),
        registries,
        unread,
        tuple(sorted(settings - topics)),
        frozenset(incomplete),
    )


def _under(room: str, paths: Iterable[str]) -> set[str]:
    return {path for path in paths if f"/{room}/" in f"{path}/"}


def _ids(paths: Iterable[str]) -> set[str]:
    """Return what files are called, or would have to be."""
    return {as_id(PurePosixPath(path).stem) for path in paths}


def _lost(document: Document, questions: Collection[str]) -> set[str]:
    """Return the topics of an article's claims that answer no known question."""
    entries = document.data.get("claims") or []
    asked = {entry["question"] for entry in entries}
    return {question.partition("/")[0] for question in asked if question not in questions}


def unsettled(failed: Failed) -> dict[str, tuple[str, ...]]:
    """Return what is not told of the content itself while a registry or the settings cannot be read at all."""
    names = tuple(file for name, file in failed.unread.items() if name != "stories")
    stories = tuple(file for name, file in failed.unread.items() if name == "stories")
    found = {IDS: names, ORPHANS: stories, LENGTHS: failed.settings}
    return {what: files for what, files in found.items() if files}


def held_back(found: Mapping[str, Iterable[str]]) -> list[Problem]:
    """Return in one problem what was not looked for, each with the files that have to be mended first; none where nothing was."""
    files = list(dict.fromkeys(file for named in found.values() for file in sorted(named)))
    if not files:
        return []
    first, *others = files
    more = f" and {len(others) - 2} more" if len(others) > 2 else ""
    until = (
        f"until this file is right, and {', '.join(others[:2])}{more}"
        if others
        else "until this file is right"
    )
    message = f"{until}, these are not looked for: {'; '.join(sorted(found))}"
    return [Problem(first, 1, "", HELD_BACK, message)]
