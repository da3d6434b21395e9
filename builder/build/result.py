"""The result of a build of all parts."""

from __future__ import annotations

from msgspec import Struct, field

from builder.build.manifest import Entry, recorded_problem
from builder.build.splice import Place
from builder.cache.dir_cache import Stamp
from builder.compare.changes import State
from builder.content.problems import Problem
from builder.pages.contribution import Contribution
from builder.pages.page import Page


class BuildResult(Struct):
    """The result of a build: everything that the front pages and the adapter need."""

    contribution: Contribution
    kept: list[Page] = field(default_factory=list)
    """Pages that are not printed here."""
    pages: list[tuple[str, str, str]] = field(default_factory=list)
    """Markdown path, address under the root, and title of the pages that were printed."""
    outputs: set[str] = field(default_factory=set)
    """Paths of all files of the parts in the site."""
    problems: list[Problem] = field(default_factory=list)
    drafts: list[str] = field(default_factory=list)
    made: int = 0
    """Number of parts that were made, not reused."""
    entries: dict[str, Entry] = field(default_factory=dict)
    """All parts in order, by id."""
    json_lists: dict[str, tuple[Stamp, list[Place]]] = field(default_factory=dict)
    """The JSON lists that are spliced from all parts, by address: the stamp of the file, and the place of each part in it."""
    before: State | None = None
    """The data of the changed parts before this build, or None if no earlier build is known."""
    after: State | None = None
    """The data of the changed parts after this build, or None if no earlier build is known."""

    def enter(self, id: str, entry: Entry) -> None:
        """Add a part."""
        self.entries[id] = entry
        for head in entry.heads:
            self.kept += head.kept
            self.pages += head.pages
            # Not ``|=``, which builds a new set each time if the right side is the keys of a mapping.
            self.outputs.update(head.outputs)
        self.problems += [recorded_problem(*one) for one in entry.head.problems]
        self.drafts += entry.head.drafts
