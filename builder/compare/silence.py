"""Why an article does not answer a question."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence, Set
from datetime import date

from msgspec import Struct

from builder.compare.days import soft
from builder.content.model import Article, Claim, Question
from builder.content.vocabulary import Answer, Completeness, SilenceKind
from builder.values.dates import DateSpan
from builder.values.lexicon import base, has_rules

MAYBE_BEFORE = "The text may have been out before this could be known."
"""The note on a silence if the article may, but need not, have been out too early to answer."""
UNTOLD = "No answer of it stands here. As its day is not certain, it may have been out before this was known."
"""The note on a silence of an article of no certain day, if nothing tells from when the answer could be known."""
UNSHOWN = "No answer of it stands here. Whether it was known by then, no earlier report here shows."
"""The same of an article whose day is known."""
TOLD_OF = "The text tells of the day from which this could be known; no answer of it stands here."
"""The note on a silence of an article of the first day that answers another question on what could be known from it."""
OVERTAKEN = "By the time of this text, later news may have taken its place."
"""The note on a silence of an article that was, or may have been, out when an answer was out of date."""
ESTIMATED = "Probably: when the text was published, this site has worked out."
"""The note on a silence of an article that was out too early by days that the site has worked out."""
REPRINTED = "What it reprints was out before this could be known."
"""The note on a silence of a copy that may itself have been out late enough: its text is older."""
IN_WORDS = frozenset({Answer.YES_NO, Answer.WORDING})
"""Kinds of answer that only words tell: a figure, a day or a name is found in a text of any language with rules."""
PARTIAL = {Completeness.EXCERPT: SilenceKind.TEXT_INCOMPLETE, Completeness.MIRROR: SilenceKind.MAY_BE_CUT}
"""What can be said at most of what a text that is not whole does not mention."""


class Given(Struct, frozen=True):
    """When the answers to a question were first given, as far as the texts tell."""

    first: DateSpan | None = None
    """The day of the first, if the texts date them all: nobody could print one before."""
    by: date | None = None
    """The day at the end of which one had certainly been given."""


NEVER = Given()


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


def silence(
    article: Article,
    question: Question,
    given: Given = NEVER,
    original: Article | None = None,
    *,
    tells_of_it: bool = False,
    asked_in: str = "en",
) -> Silence:
    """Return why an article has no claim on a question. ``original`` is the article whose text it repeats: its days are those of that.
    ``asked_in`` is the language of the question.

    The editor's reason takes precedence, but nobody can say of a text that is not whole that it does not mention something, and that an
    editor looked for it, without a word more, says nothing of when it could be known. Otherwise an article that was certainly out before
    the answer was given is too early. A text in a language without rules was not looked through, nor was one in another
    language than the question's for what only words tell: they share none to find it by. The missing part of an excerpt, or
    of a copy that may be cut, may have the answer. Of an article that was not certainly out after the answer was given, or that may have
    been out when it was overtaken, it is open; if it ``tells_of_it``, answers another question on what could be known from the same day
    on, nobody says that it came too early. Any other does not mention it.
    """
    why = _why(article, question, given, original, asked_in)
    return Silence(article.id, article.outlet, question.path, *(_told_of(why) if tells_of_it else why))


def _told_of(why: tuple[SilenceKind, str | None]) -> tuple[SilenceKind, str | None]:
    """Return why an article is silent that tells of the day from which the answer could be known."""
    return (why[0], TOLD_OF) if why[1] == MAYBE_BEFORE else why


def _why(
    article: Article, question: Question, given: Given, original: Article | None, asked_in: str
) -> tuple[SilenceKind, str | None]:
    stated = next((said for said in article.silences if said.question == question.path), None)
    looked_for = stated is not None and stated.kind is SilenceKind.NOT_MENTIONED
    if stated is not None and not (looked_for and stated.note is None):
        return PARTIAL.get(article.completeness, stated.kind) if looked_for else stated.kind, stated.note
    kind, note = SilenceKind.NOT_MENTIONED, None
    dated = original if original is not None and original.published else article
    out = article.last_out if dated is article else dated.published
    known_from = _later(question.known_from, given.first)
    if out and known_from and soft(out).before(soft(known_from)):
        kind = SilenceKind.PUBLISHED_BEFORE
        late = dated is not article and not (
            article.published and soft(article.published).before(soft(known_from))
        )
        note = REPRINTED if late else ESTIMATED if "published" in dated.inferred or dated.former else None
    elif not looked_for and not has_rules(article.language):
        kind = SilenceKind.NOT_LOOKED_FOR
    elif article.completeness in PARTIAL:
        kind = PARTIAL[article.completeness]
    elif not looked_for and question.answer in IN_WORDS and base(article.language) != base(asked_in):
        kind = SilenceKind.NOT_LOOKED_FOR
    elif may_be_before(
        out, known_from.end or known_from.start if question.known_from and known_from else given.by
    ):
        kind, note = SilenceKind.OPEN, _unsure(out, known_from)
    elif question.overtaken_from and not soft(out or _EVER).before(soft(question.overtaken_from)):
        kind, note = SilenceKind.OPEN, OVERTAKEN
    return kind, note


def alike_in_silence(article: Article) -> Hashable:
    """Return all of an article without stated silences that it depends on why it does not answer, if it is no copy."""
    worked_out = "published" in article.inferred
    return article.published, article.last_out, worked_out, article.language, article.completeness


def _unsure(out: DateSpan | None, known_from: DateSpan | None) -> str:
    """Return why nothing follows from a silence: the text may have been out by the days in which the answer could be known, or none are told."""
    if known_from is not None and may_be_before(out, known_from.end or known_from.start):
        return MAYBE_BEFORE
    return UNSHOWN if out and out.start is not None and out.start == out.end else UNTOLD


_EVER = DateSpan("", None, None)


def _later(a: DateSpan | None, b: DateSpan | None) -> DateSpan | None:
    return max(filter(None, (a, b)), key=lambda day: day.sort_key, default=None)


def may_be_before(published: DateSpan | None, known: date | None) -> bool:
    """Return whether a text may have been out on or before the last day on which an answer may have been given first.

    On one day nobody knows which of the two was earlier.
    """
    first = soft(published).start if published else None
    return known is None or first is None or first <= known


def silences(
    articles: Iterable[Article],
    question: Question,
    claims: Sequence[Claim],
    originals: Mapping[str, Article] = {},
    telling: Set[str] = frozenset(),
    alike: Mapping[str, Hashable] = {},
    asked_in: str = "en",
) -> tuple[Silence, ...]:
    """Return the silences of the articles that have none of the ``claims`` on a question, in the order given.

    ``originals`` maps the ids of copies to the articles whose texts they repeat; ``telling`` has the ids of those that answer another
    question on what could be known from the same day on; ``alike`` what ``alike_in_silence`` returns of articles, where it is known;
    ``asked_in`` is the language of the question.
    """
    answered = {claim.article for claim in claims}
    given, path = given_on(claims), question.path
    known: dict[object, tuple[SilenceKind, str | None]] = {}
    found = []
    for article in articles:
        id = article.id
        if id in answered:
            continue
        original = originals.get(id)
        if article.silences or original is not None:
            why = _why(article, question, given, original, asked_in)
        else:
            # Those of one day are silent for one reason.
            same = alike[id] if id in alike else alike_in_silence(article)
            if same not in known:
                known[same] = _why(article, question, given, None, asked_in)
            why = known[same]
        found.append(Silence(id, article.outlet, path, *(_told_of(why) if id in telling else why)))
    return tuple(found)


def given_on(claims: Sequence[Claim]) -> Given:
    """Return when some answers to one question were first given."""
    said = [claim.said_on for claim in claims]
    dated = [day for day in said if day and day.start]
    first = min(dated, key=lambda day: day.sort_key) if dated and len(dated) == len(said) else None
    ends = [soft(claim.said_on).end if claim.said_on else None for claim in claims]
    by = [day for end, claim in zip(ends, claims, strict=True) for day in (end, claim.out_by) if day]
    return Given(first, min(by, default=None))
