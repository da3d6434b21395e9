"""Revisions: an outlet changed its article. The new text becomes a draft beside the article, and takes its place once published.

Until then the site shows the article as it was. Its file keeps its name and its claims their ids, so that no address changes; what the
former text printed goes under ``former``.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from msgspec import Struct

from builder.content.load import Document
from builder.content.model import Article
from builder.content.problems import did_you_mean
from builder.desk import kinds
from builder.desk.desk import Desk, sha256
from builder.desk.files import Writing
from builder.desk.intake.add import bibliography, head, in_place, refuse_known
from builder.desk.intake.draft import Bibliography
from builder.desk.intake.given import Given
from builder.desk.intake.outlets import agency_names
from builder.desk.intake.read import read_apart
from builder.desk.intake.taken import take_article
from builder.desk.kinds import Refusal
from builder.desk.suggest.write import load
from builder.desk.yamltext import scalar
from builder.proof.fix import with_keys
from builder.proof.text import Text, text_of
from builder.values.dates import DateSpan, parse_edtf

_LOCATOR = re.compile(r"[ \t]+locator:[ \t]*\{[^{}\n]*\}[ \t]*(#.*)?\r?\Z")
_CHECKED = re.compile(r"checked:")


class Revision(Struct):
    """The files that were written."""

    id: str
    """The draft's."""
    draft: Path
    path: Path
    """The new text's."""
    article: Article
    """The article as it was."""
    text: Text
    headline: str | None
    """The new headline, as far as the page states it."""
    revised: str
    """When the outlet changed it, as EDTF."""


def revise(
    desk: Desk,
    name: str,
    what: str,
    revised: str | None = None,
    *,
    allow_local: bool = False,
    progress: Callable[[str], AbstractContextManager[object]] = lambda _: nullcontext(),
) -> Revision:
    """Take a new text of an article in, as a draft that revises it. If anything is wrong, raises ``Refusal`` and writes nothing.

    ``revised`` is the day on which the outlet changed it, as EDTF; left out, it is between its publication and today.
    """
    document = desk.document(name)
    article = desk.site.articles.get(document.id)
    if article is None:
        raise Refusal(kinds.NOT_REVISED, f"{document.path} is a draft, or has errors")
    draft = _free(desk, article)
    with progress(f"Reading {what[:60]}"):
        file, data, _ = take_article(what, allow_local)
        reading = read_apart(file.name, data, agency_names(desk.site.outlets))
    refuse_known(desk, data, reading.text)
    when = _when(article, revised)
    new = bibliography(desk, reading.facts, Given(), reading.text).headline
    headline = new if new and article.headline else article.headline
    place = in_place(desk, file)
    known = Bibliography(headline=headline, byline=list(article.byline), credit=article.credit)
    known.published = str(document.data.get("published") or "") or None
    names = desk.site.outlets[article.outlet].names
    stored = data if place else head(known, names, reading.text).encode() + reading.text.encode()
    path = Path(os.path.realpath(file)) if place else _text_path(desk, article)
    text = text_of(path.name, stored)
    writing = Writing()
    if not place:
        writing.create(path, stored)
    content = _draft(load(desk.path(document)), article.id, when.edtf, path.name, sha256(stored), headline)
    writing.create(draft, content.encode())
    writing.commit()
    return Revision(draft.stem, draft, path, article, text, headline, when.edtf)


def _free(desk: Desk, article: Article) -> Path:
    """Return the path of the draft. Raises ``Refusal`` if the article is being revised already."""
    waiting = [id for id, other in desk.documents.items() if other.data.get("revises") == article.id]
    path = desk.articles_folder / f"{article.id[:72].rstrip('-')}-revised.md"
    if waiting or path.exists():
        raise Refusal(kinds.NOT_REVISED, f"{(waiting or [path.stem])[0]} revises {article.id} already")
    return path


def _text_path(desk: Desk, article: Article) -> Path:
    stem = Path(article.former[0].source_file if article.former else article.source_file).stem
    names = (f"{stem[:100]}-{number}.txt" for number in range(2, 1000))
    return next(path for name in names if not (path := desk.private / name).exists())


def _when(article: Article, revised: str | None) -> DateSpan:
    if revised is not None:
        try:
            return parse_edtf(revised)
        except ValueError as error:
            raise Refusal(kinds.BAD_ANSWER, f"--revised: {error}") from None
    out, today = article.last_out, datetime.now(tz=UTC).date()
    if out is None or out.start is None:
        raise Refusal(
            kinds.BAD_ANSWER, "the article has no date: say with --revised when the outlet changed it"
        )
    return parse_edtf(f"{out.start}/{max(today, out.start)}")


def _draft(content: str, id: str, revised: str, file: str, digest: str, headline: str | None) -> str:
    """Return the file of the draft: the article's own, with the new text's name and without what was located in the former."""
    lines = [line for line in content.split("\n") if not _LOCATOR.match(line) and not _CHECKED.match(line)]
    ending = "\r" if lines[0].endswith("\r") else ""
    first = [f"draft: true{ending}", f"revises: {id}{ending}", f"revised: {scalar(revised)}{ending}"]
    values = {"source_file": scalar(file), "source_sha256": scalar(digest)}
    if headline is not None:
        values["headline"] = scalar(headline)
    return with_keys("\n".join([lines[0], *first, *lines[1:]]), values, "revised")


def target(desk: Desk, document: Document) -> Document:
    """Return the published article that a draft revises. Raises ``Refusal`` if there is none, or if it has errors."""
    name = str(document.data.get("revises"))
    if name not in desk.site.articles:
        known = did_you_mean(name, desk.site.articles)
        raise Refusal(kinds.NOT_REVISED, f'"{name}" is no published article without errors{known}')
    if document.data.get("revised") is None:
        raise Refusal(
            kinds.BAD_ANSWER, f'{document.path} does not say when the outlet changed it: "revised", as EDTF'
        )
    return desk.documents[name]


def in_its_place(draft: str) -> str:
    """Return the text of a draft as the article's file, each line where it was, so that what is wrong is told of the draft's lines."""
    return re.sub(r"^(draft|revises|revised):[^\n]*$", "#", draft, count=3, flags=re.MULTILINE)


def with_former(draft: str, article: Article, document: Document) -> str:
    """Return the text of a draft as the article's file, with what the former text printed under ``former``.

    ``article`` is the article as it was; ``document`` is the draft's.
    """
    content = re.sub(r"^(revises|revised):[^\n]*\n", "", draft, count=2, flags=re.MULTILINE)
    newline = "\r\n" if "\r\n" in content else "\n"
    lines = list(_former_lines(article, document.data))
    kept = content.split("\n")
    end = next(number for number, line in enumerate(kept[1:], start=1) if re.match(r"---[ \t]*\r?\Z", line))
    at = next((number for number, line in enumerate(kept[:end]) if line.startswith("former:")), None)
    if at is None:
        lines.insert(0, "former:")
        place = end
    else:
        # Behind the last line of the list that is there.
        place = at + 1
        while place < end and re.match(r"[ \t#-]|\r?\Z", kept[place]):
            place += 1
    new = [line + newline[:-1] for line in lines]
    return "\n".join([*kept[:place], *new, *kept[place:]])


def _former_lines(article: Article, data: Mapping[str, Any]) -> Iterator[str]:
    now = {str(entry.get("id")): entry for entry in _entries(data.get("claims"))}
    yield f"  - source_file: {scalar(article.source_file)}"
    yield f"    source_sha256: {scalar(article.source_sha256)}"
    yield f"    revised: {scalar(str(data.get('revised')))}"
    if article.headline and article.headline != data.get("headline"):
        yield f"    headline: {scalar(article.headline)}"
    then = {claim.id: claim for claim in article.claims}
    changed = [
        (id, claim) for id, claim in then.items() if id not in now or now[id].get("printed") != claim.printed
    ]
    if changed:
        yield "    claims:"
    for id, claim in changed:
        yield f"      - id: {id}"
        yield f"        printed: {scalar(claim.printed)}"
        if id not in now:
            yield "        dropped: true"
    if added := [id for id in now if id not in then]:
        yield f"    added: [{', '.join(added)}]"


def _entries(found: object) -> Iterable[dict[str, Any]]:
    return [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []
