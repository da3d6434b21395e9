"""What the log of changes tells, out of the changes between two states: what a reader who comes back wants to know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from builder.compare.changes import Change as Found
from builder.compare.changes import Record, State, changes
from builder.content.model import Change
from builder.content.vocabulary import News

_BOUNDS = {"new-high": News.NEW_HIGH, "new-low": News.NEW_LOW}
MOST_CLAIMS = 20
"""Maximum number of claims that are named for one change."""


def news(before: State, after: State, names: Mapping[str, str] | None = None) -> tuple[Change, ...]:
    """Return what the log tells of the changes between two states, the more important first.

    ``names`` has the names of outlets by their ids, for articles that are gone. Figures on a question that had none are no new highs, and pairs that turned alike are told once.
    """
    found = changes(before, after)
    return (*_articles(found, before, names or {}), *_bounds(found), *_turned(found), *_first(found))


def _articles(found: Sequence[Found], before: State, names: Mapping[str, str]) -> Iterator[Change]:
    for change in found:
        if change.kind == "new-article":
            yield Change(News.NEW_ARTICLE, article=change.about)
        elif change.kind == "article-revised":
            yield Change(News.REVISED, article=change.about, revision=change.after)
        elif change.kind == "article-gone":
            record = next(record for record in before.articles if record["id"] == change.about)
            topic = next(
                (claim["topic"] for claim in before.claims if claim["article"] == change.about), None
            )
            # What answered no question stood on no topic: nobody followed it.
            if topic is not None:
                yield Change(News.REMOVED, topic=topic, gone=_called(record, names))


def _called(record: Record, names: Mapping[str, str]) -> str:
    return f"{names.get(record['outlet'], record['outlet'])}: {record.get('title') or record['id']}"[:400]


def _bounds(found: Sequence[Found]) -> Iterator[Change]:
    for change in found:
        if change.kind in _BOUNDS and change.before is not None and change.claims:
            yield Change(
                _BOUNDS[change.kind], question=change.about, claims=change.claims[:MOST_CLAIMS],
                was=change.before, was_printed=change.was_printed, now=change.after,
            )  # fmt: skip


def _turned(found: Sequence[Found]) -> Iterator[Change]:
    alike: dict[tuple[str, str, str], list[tuple[str, ...]]] = {}
    for change in found:
        if change.kind == "relation-turned":
            alike.setdefault((change.about, change.before, change.after), []).append(change.claims)
    for (question, was, now), pairs in alike.items():
        yield Change(News.TURNED, question=question, claims=pairs[0], was=was, now=now, pairs=len(pairs))


def _first(found: Sequence[Found]) -> Iterator[Change]:
    for change in found:
        if change.kind == "first-appearance":
            yield Change(News.FIRST, question=change.about, article=change.after, was=change.before)
