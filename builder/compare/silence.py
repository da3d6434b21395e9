"""Why an article does not answer a question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from builder.compare.days import soft
from builder.content.model import Article, Claim, Question
from builder.content.vocabulary import Completeness, SilenceKind
from builder.values.dates import DateSpan
from builder.values.lexicon import has_rules

MAYBE_BEFORE = "The text may have been out before this could be known."
"""The note on a silence if the article may, but need not, have been out too early to answer."""
ESTIMATED = "Probably: when the text was published, this site has worked out."
"""The note on a silence of an article that was out too early by days that the site has worked out."""
_PARTIAL = {Completeness.EXCERPT: SilenceKind.TEXT_INCOMPLETE, Completeness.MIRROR: SilenceKind.MAY_BE_CUT}
"""What can be said at most of what a text that is not whole does not mention."""


class Silence(Struct, frozen=True):
    """A question that an article does not answer, and why."""

    article: str
    outlet: str
    question: str
    kind: SilenceKind
    note: str | None = None

    @property
    def certain(self) -> bool:
        """Whether a text was looked through that was certainly out late enough to answer: a note says that something is open."""
        return self.kind is SilenceKind.NOT_MENTIONED and self.note is None


def silence(article: Article, question: Question, known_from: DateSpan | None = None) -> Silence:
    """Return why an article has no claim on a question. ``known_from`` is the day for one that states none.

    The editor's reason takes precedence, but nobody can say of a text that is not whole that it does not mention something. Otherwise an article that was certainly out before the answer could be known is too
    early. A text in a language without rules was not looked through, and the missing part of an excerpt, or of a copy that may
    be cut, may have the answer. Any other article does not mention it.
    """
    for stated in article.silences:
        if stated.question == question.path:
            kind = stated.kind
            if kind is SilenceKind.NOT_MENTIONED:
                kind = _PARTIAL.get(article.completeness, kind)
            return Silence(article.id, article.outlet, question.path, kind, stated.note)
    known_from = question.known_from or known_from
    kind, note = SilenceKind.NOT_MENTIONED, None
    out = article.last_out
    if out and known_from and soft(out).before(soft(known_from)):
        kind = SilenceKind.PUBLISHED_BEFORE
        note = ESTIMATED if "published" in article.inferred or article.former else None
    elif not has_rules(article.language):
        kind = SilenceKind.NOT_LOOKED_FOR
    elif article.completeness in _PARTIAL:
        kind = _PARTIAL[article.completeness]
    elif known_from and (out is None or may_be_before(out, known_from)):
        note = MAYBE_BEFORE
    return Silence(article.id, article.outlet, question.path, kind, note)


def may_be_before(published: DateSpan, known_from: DateSpan) -> bool:
    """Return whether a text may have been published before the answer could be known."""
    first, known = soft(published).start, known_from.end or known_from.start
    return known is None or first is None or first < known


def silences(articles: Iterable[Article], question: Question, claims: Sequence[Claim]) -> tuple[Silence, ...]:
    """Return the silences of the articles that have none of the ``claims`` on a question, in the order given."""
    answered = {claim.article for claim in claims}
    known_from = _first_said(claims)
    return tuple(silence(article, question, known_from) for article in articles if article.id not in answered)


def _first_said(claims: Sequence[Claim]) -> DateSpan | None:
    """Return the first day on which any answer was given, if the texts date them all; nobody could print one before."""
    said = [claim.said_on for claim in claims]
    dated = [day for day in said if day and day.start]
    return min(dated, key=lambda day: day.sort_key) if dated and len(dated) == len(said) else None
