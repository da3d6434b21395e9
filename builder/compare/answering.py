"""Which texts answer a question on which days, and which articles leave it out for certain.

Asked once for each article of a story, so nothing here goes through all answers again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from builder.compare.days import ends, soft
from builder.compare.silence import Silence
from builder.content.model import Article, Claim
from builder.values.dates import DateSpan


class Answering:
    """The texts that answer a question, by the days on which they were out."""

    def __init__(
        self,
        claims: Iterable[Claim],
        silences: Collection[Silence],
        articles: Mapping[str, Article],
        originals: Mapping[str, str],
    ) -> None:
        """``articles`` and ``originals`` map ids to articles, and ids of copies to those of their originals."""
        self.silent = frozenset(silence.article for silence in silences if silence.certain)
        """Ids of the articles that leave the question out for certain."""
        self._texts: dict[object, tuple[DateSpan, set[str]]] = {}
        for id in dict.fromkeys(claim.article for claim in claims if not claim.undecided):
            if day := articles[id].published:
                at = soft(day)
                self._texts.setdefault(ends(at), (at, set()))[1].add(originals.get(id, id))
        self._near: dict[DateSpan, frozenset[str]] = {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Answering) and self._of() == other._of()

    def __hash__(self) -> int:
        return hash(self.silent)

    def _of(self) -> tuple[object, ...]:
        return self.silent, self._texts

    def texts_near(self, day: DateSpan | None) -> frozenset[str]:
        """Return the ids of the texts that may have been out on the same day as one of that day; copies of one are one."""
        if day is None:
            return frozenset()
        if day not in self._near:
            own = soft(day)
            near = (texts for at, texts in self._texts.values() if own.overlaps(at))
            self._near[day] = frozenset().union(*near)
        return self._near[day]
