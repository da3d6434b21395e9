"""What came of making all parts, and how problems are written into records and read from them."""

from __future__ import annotations

from msgspec import Struct, field

from builder.build.manifest import Entry, Told
from builder.cache.dir_cache import Stamp
from builder.compare.changes import State
from builder.content.problems import CATALOGUE, Problem
from builder.pages.contribution import Contribution
from builder.pages.json_list import Place
from builder.pages.render import Page


class BuildResult(Struct):
    """What came of a build: all that the front pages and the adapter need."""

    contribution: Contribution
    kept: list[Page] = field(default_factory=list)
    pages: list[tuple[str, str, str]] = field(default_factory=list)
    outputs: set[str] = field(default_factory=set)
    """All files that the parts have in the site."""
    problems: list[Problem] = field(default_factory=list)
    drafts: list[str] = field(default_factory=list)
    made: int = 0
    """Parts that were made anew."""
    entries: dict[str, Entry] = field(default_factory=dict)
    """All parts in their order, by their ids."""
    json_lists: dict[str, tuple[Stamp, list[Place]]] = field(default_factory=dict)
    """The files that are put together of all, with what stands where in them."""
    before: State | None = None
    """The data of the changed parts as they were; ``None`` where nothing is known of them."""
    after: State | None = None

    def enter(self, id: str, entry: Entry) -> None:
        """Add a part."""
        head = entry.head
        self.entries[id] = entry
        self.kept += head.kept
        self.pages += head.pages
        # Not joined by a sign: with the keys of a mapping that makes a new set each time.
        self.outputs.update(head.outputs)
        self.problems += [recorded_problem(*one) for one in head.problems]
        self.drafts += head.drafts


def problem_record(problem: Problem) -> Told:
    """Return a problem as it is kept."""
    return (problem.path, problem.line, problem.key, problem.kind.name, problem.message)


def recorded_problem(path: str, line: int, key: str, kind: str, message: str) -> Problem:
    """Return a problem that was kept."""
    return Problem(path, line, key, CATALOGUE[kind], message)
