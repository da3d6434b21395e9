"""What the first articles of a story have in common, so that an editor names its questions rather than invents them."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from builder.desk.files import slug
from builder.desk.suggest.session import Session

LEAST = 2
"""So many articles have to print a figure of one thing before a question about it is proposed."""
MOST = 12


class Shared(Struct, frozen=True):
    """One thing that several articles print figures of, as the question that would ask for it."""

    short: str
    text: str
    unit: str
    counts: str
    of: str
    printed: tuple[tuple[str, str], ...]
    """Article and the words that it prints."""

    @property
    def id(self) -> str:
        """A name for the question."""
        return slug(self.short, limit=40)


def shared_figures(sessions: Iterable[Session]) -> list[Shared]:
    """Return the questions that several texts answer with a figure and that the site does not ask yet, those of most articles first."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    of: dict[tuple[str, str], str] = {}
    for session in sessions:
        for one in session.all:
            if one.kind != "figure" or one.questions or not (one.counts or one.of):
                continue
            key = ((one.counts or one.of or "").casefold(), (one.unit or "").casefold())
            found.setdefault(key, {}).setdefault(session.document.id, one.printed)
            of.setdefault(key, one.of or one.counts or "")
    shared = [
        _asked(counts, unit, of[counts, unit], tuple(printed.items()))
        for (counts, unit), printed in found.items()
        if len(printed) >= LEAST
    ]
    return sorted(shared, key=lambda one: (-len(one.printed), one.short))[:MOST]


def _asked(counts: str, unit: str, of: str, printed: tuple[tuple[str, str], ...]) -> Shared:
    measure = unit or of
    things = of if of.casefold() != counts else measure
    words = " ".join(dict.fromkeys(word for word in f"{things} {counts}".split() if word))
    text = f"How many {things} were {counts}?" if counts != things.casefold() else f"How many {things}?"
    return Shared(words[:1].upper() + words[1:], text, measure, counts, things, printed)
