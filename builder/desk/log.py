"""Write the log of changes: one file a publication, so that two editors never write the same one.

A file is linked to its name when it is whole, and never changed by a program after that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from msgspec.structs import asdict

from builder.compare.log import news
from builder.content.model import Change, Site
from builder.content.problems import did_you_mean
from builder.content.vocabulary import News
from builder.desk import kinds
from builder.desk.desk import Desk
from builder.desk.diff import state_of_site
from builder.desk.files import Writing
from builder.desk.kinds import Refusal
from builder.desk.yamltext import listed, scalar

FOLDER = "changes"
MOST = 500
"""Maximum number of changes in a file: those that follow are of less weight."""


def unlogged(site: Site, found: Iterable[Change]) -> tuple[Change, ...]:
    """Return the changes that the log does not have yet."""
    known = {change for publication in site.log for change in publication.changes}
    return tuple(change for change in found if change not in known)[:MOST]


def news_of(before: Site, after: Site, article: str) -> tuple[Change, ...]:
    """Return what the log tells if one article comes or changes. Only the topics that it speaks of are compared."""
    topics = {
        claim.question.partition("/")[0]
        for site in (before, after)
        if article in site.articles
        for claim in site.articles[article].claims
    }
    return news(state_of_site(before, topics), state_of_site(after, topics))


def log_files(desk: Desk) -> Iterator[Path]:
    """Yield the files of a site's log."""
    yield from (desk.root / desk.content_dir / FOLDER).glob("*.yml")


def new_file(content: Path, label: str, at: datetime | None = None) -> tuple[Path, str]:
    """Return a path that is free for a file of the log, and the time that it is named for. ``label`` is an id."""
    when = (at or datetime.now(tz=UTC)).astimezone(UTC)
    stem = f"{when:%Y-%m-%d-%H%M%S}-{label}"[:76].rstrip("-")
    names = (stem, *(f"{stem}-{number}" for number in range(2, 100)))
    path = next((path for name in names if not (path := content / FOLDER / f"{name}.yml").exists()), None)
    if path is None:
        raise Refusal(kinds.NAME_TAKEN, f"{stem}.yml exists already")
    return path, f"{when:%Y-%m-%dT%H:%M:%SZ}"


def text_of(at: str, changes: Sequence[Change]) -> bytes:
    """Return a file of the log."""
    lines = [f'at: "{at}"', "changes:"]
    for change in changes:
        keys = [(key, value) for key, value in asdict(change).items() if _is_said(key, value)]
        for place, (key, value) in enumerate(keys):
            lines.append(f"  {' ' if place else '-'} {key}: {_written(value)}")
    return ("\n".join(lines) + "\n").encode()


def _is_said(key: str, value: Any) -> bool:
    return value not in (None, ()) and not (key == "pairs" and value == 1)


def _written(value: Any) -> str:
    if isinstance(value, tuple):
        return listed(value)
    return scalar(value.value if isinstance(value, News) else value)


def write(content: Path, label: str, changes: Sequence[Change]) -> Path:
    """Write a file of the log, whole or not at all, and return its path."""
    path, at = new_file(content, label)
    writing = Writing()
    writing.create(path, text_of(at, changes))
    writing.commit()
    return path


def correction(site: Site, about: str, text: str) -> Change:
    """Return a correction of these pages' own. ``about`` is an article, a topic, a claim (article/claim) or a question (topic/question).

    Raises ``Refusal`` if the site has nothing of that name.
    """
    what, said = News.CORRECTION, " ".join(text.split())
    if not said:
        raise Refusal(kinds.NOTHING_TO_LOG, "a correction needs a sentence that says what was wrong")
    first, stroke, second = about.partition("/")
    article, topic = site.articles.get(first), site.topics.get(first)
    if not stroke and article:
        return Change(what, article=first, text=said)
    if not stroke and topic:
        return Change(what, topic=first, text=said)
    if article and second in {claim.id for claim in article.claims}:
        return Change(what, claims=(about,), text=said)
    if topic and second in {question.id for question in topic.questions}:
        return Change(what, question=about, text=said)
    names = [*site.articles, *site.topics]
    names += [claim.key for claim in article.claims] if article else []
    names += [question.path for question in topic.questions] if topic else []
    raise Refusal(kinds.NOTHING_TO_CORRECT, f'the site has no "{about}"{did_you_mean(about, names)}')
