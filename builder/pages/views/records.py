"""Search records: every question and every claim, with a link to its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from builder.compare.phrases import quoted
from builder.compare.rows import Comparison
from builder.content.model import Claim, Party, Place
from builder.content.vocabulary import Answer
from builder.pages import links
from builder.pages.links import Target
from builder.pages.views.claims import Teller
from builder.values.direction import isolated

TITLED = 8
"""Maximum number of answers that the title of a question has."""
_WORD = re.compile(r"\w+")


class RecordView(Struct, frozen=True):
    """One entry of the search index."""

    target: Target
    title: str
    text: str
    """The indexed text: figures, names in every spelling, sources, the question."""


def row_record(row: Comparison) -> RecordView:
    """Return the record of a question. Its title has its answers too: who searches for a figure wants to see it beside the others."""
    question = row.question
    title = isolated(question.short)
    if question.answer not in (Answer.WORDING, Answer.YES_NO):
        printed = list(dict.fromkeys(group.head.printed for group in row.groups))
        shown = ", ".join(map(quoted, printed[:TITLED]))
        title = f"{title}: {shown}{', …' if len(printed) > TITLED else ''}" if shown else title
    named = [place for group in row.groups for place in _named(group.head)]
    spelled = _telling(name for place in named for name in (place.name, *place.aliases))
    return RecordView(
        links.row(question.path),
        title,
        " ".join(filter(None, (isolated(question.text), row.summary, *row.notes, *map(isolated, spelled)))),
    )


def claim_record(claim: Claim, teller: Teller) -> RecordView:
    """Return the record of a claim: its words, and its names in all spellings that the site knows."""
    view = teller.claim(claim)
    site = teller.site
    question = teller.library.questions[claim.question]
    sources = [site.sources[id] for id in (*claim.sources, *claim.via)]
    names = [name for source in sources for name in (source.name, *source.aliases)]
    names += [name for place in _named(claim) for name in (place.name, *place.aliases)]
    parts = (
        f"{isolated(site.topics[question.topic].title)}: {isolated(question.text)}",
        view.answer or "",
        view.meaning or "",
        view.quote or "",
        view.status or "",
        view.verified or "",
        ", ".join(map(isolated, _telling(names))),
    )
    return RecordView(
        view.target,
        f"“{isolated(claim.printed)}” ({', '.join(filter(None, (isolated(view.short), view.where)))})",
        " · ".join(isolated(part) for part in parts if part),
    )


def _named(claim: Claim) -> Sequence[Place | Party]:
    """Return the places or parties that a claim names."""
    return claim.value if isinstance(claim.value, tuple) else ()


def _telling(names: Iterable[str]) -> Iterator[str]:
    """Yield the names with a word that no name before them matches; a search matches the beginnings of words."""
    found: set[str] = set()
    for name in names:
        words = set(_WORD.findall(name.casefold()))
        if not all(any(known.startswith(word) for known in found) for word in words):
            yield name
            found |= words
