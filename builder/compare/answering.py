"""Which texts answer a question on which days, and which articles leave it out for certain.

Asked once for each article of a story, so nothing here goes through all answers again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

from msgspec import Struct

from builder.compare.days import ends, soft
from builder.compare.silence import Silence
from builder.content.model import Article, Claim
from builder.values.dates import DateSpan


class Answering(Struct, frozen=True, dict=True):
    """The texts that answer a question, by the days on which they were out."""

    leaving_out: tuple[str, ...]
    """Ids of the articles that leave the question out for certain."""
    unsure: tuple[str, ...]
    """Ids of the outlets that may answer it after all."""
    texts: tuple[tuple[DateSpan, tuple[str, ...]], ...]
    """Each of those days with the ids of its texts; copies of one are one."""

    @cached_property
    def silent(self) -> frozenset[str]:
        """Ids of the articles that leave the question out for certain, to be looked up."""
        return frozenset(self.leaving_out)

    @cached_property
    def _near(self) -> dict[DateSpan, frozenset[str]]:
        return {}

    def texts_near(self, day: DateSpan | None) -> frozenset[str]:
        """Return the ids of the texts that may have been out on the same day as one of that day; copies of one are one."""
        if day is None:
            return frozenset()
        if day not in self._near:
            own = soft(day)
            near = (texts for at, texts in self.texts if own.overlaps(at))
            self._near[day] = frozenset().union(*near)
        return self._near[day]


def answering(
    claims: Iterable[Claim],
    silences: Collection[Silence],
    articles: Mapping[str, Article],
    originals: Mapping[str, str],
) -> Answering:
    """Return which texts answer a question. ``articles`` and ``originals`` map ids to articles, and ids of copies to those of their originals."""
    texts: dict[object, tuple[DateSpan, dict[str, None]]] = {}
    for id in dict.fromkeys(claim.article for claim in claims if not claim.undecided):
        # A text of no certain day shows nobody to have left out what it has.
        if (day := articles[id].published) and "published" not in articles[id].inferred:
            at = soft(day)
            texts.setdefault(ends(at), (at, {}))[1].setdefault(originals.get(id, id))
    return Answering(
        tuple(silence.article for silence in silences if silence.certain),
        tuple(dict.fromkeys(silence.outlet for silence in silences if not silence.certain)),
        tuple((at, tuple(ids)) for at, ids in texts.values()),
    )
