"""Track which parts of the content could not be read, so that nothing is concluded from their absence.

An unanswered question may be answered in an article that could not be read; an unknown name may be in a registry that has an
error. A rule that needs such a part is skipped: accessing it raises ``HeldBackError``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import PurePosixPath

from msgspec import Struct, field

from builder.content.load import Content, Document, as_id
from builder.content.model import Site
from builder.content.problems import HELD_BACK, Problem, errors

ANSWERS = "questions without an answer, scopes that all others give"
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
    """A rule needs something that is incomplete. ``files`` are the files to mend first."""

    def __init__(self, what: str, files: Iterable[str]) -> None:
        self.what, self.files = what, tuple(files)
        super().__init__(what)


class Failed(Struct, frozen=True):
    """The content files that could not be read, wholly or in part, by their path."""

    articles: tuple[str, ...] = ()
    """Articles with unknown answers."""
    topics: tuple[str, ...] = ()
    """Topics that could not be read."""
    registries: Mapping[str, str] = field(default_factory=dict)
    """Name -> file, for registries with missing entries."""
    unread: Mapping[str, str] = field(default_factory=dict)
    """Name -> file, for registries that could not be read at all."""
    settings: tuple[str, ...] = ()
    """The settings file, if it has errors."""
    incomplete: frozenset[str] = frozenset()
    """Ids of articles of which some or all claims are unknown."""

    def named(self, *names: str) -> tuple[str, ...]:
        """Return the files of those registries among ``names`` that failed."""
        return tuple(self.registries[name] for name in names if name in self.registries)


NOTHING = Failed()


def failed(content: Content, site: Site, problems: Iterable[Problem]) -> Failed:
    """Return the parts of ``content`` that failed. ``site`` and ``problems`` are its validation's results."""
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
        # Claims on a topic that failed do not answer questions of other topics.
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
    """Return the ids of files, as their names would have to be spelled."""
    return {as_id(PurePosixPath(path).stem) for path in paths}


def _lost(document: Document, questions: Collection[str]) -> set[str]:
    """Return the topic ids of an article's claims on unknown questions."""
    entries = document.data.get("claims") or []
    asked = {entry["question"] for entry in entries}
    return {question.partition("/")[0] for question in asked if question not in questions}


def unsettled(failed: Failed) -> dict[str, tuple[str, ...]]:
    """Return the content checks that are skipped because a registry or the settings cannot be read -> the files to mend."""
    names = tuple(file for name, file in failed.unread.items() if name != "stories")
    stories = tuple(file for name, file in failed.unread.items() if name == "stories")
    found = {IDS: names, ORPHANS: stories, LENGTHS: failed.settings}
    return {what: files for what, files in found.items() if files}


def held_back_problems(found: Mapping[str, Iterable[str]]) -> list[Problem]:
    """Return one problem that lists all skipped checks and the files to mend, or an empty list if ``found`` is empty."""
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
