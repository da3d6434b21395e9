"""The records of the site's data, for other programs, as lines of JSON and CSV. What each key means stands in ``tables``.

A key without a value, such as an open or unknown bound, is left out of JSON; dates are EDTF, and every list is in a fixed order, so that two builds are
byte-identical. Addresses are relative to the site's root.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from builder.compare.changes import State
from builder.compare.library import Library
from builder.compare.rows import Comparison
from builder.compare.topics import TopicComparison
from builder.content.model import Article, Claim, Locator, Party, Place, Question, Story, Topic
from builder.content.vocabulary import OPEN, SilenceKind
from builder.pages import tables
from builder.pages.contribution import Contribution
from builder.pages.json_list import JOINT, joint, json_line, put_together, record_line, valued
from builder.pages.links import table_address
from builder.pages.tables import Table
from builder.values.dates import DateSpan
from builder.values.direction import bare
from builder.values.quantity import Quantity

FILES = ("articles", "claims", "comparisons")
"""The data files that are compared to tell what changed: ``data/<name>.json``."""
ARTICLES, CLAIMS, COMPARISONS = ADDRESSES = tuple(f"data/{name}.json" for name in FILES)
MAX_BYTES = 500_000_000
"""Maximum size in bytes of a data file that is read back."""


FRAMES: dict[str, tuple[bytes, bytes]] = {
    address: (b"[\n", b"\n]\n") if address.endswith(".json") else (table.header, b"\n")
    for table in tables.OF_PARTS
    for address in table.files
}
"""All files that are spliced from the lines of parts, by address: what they begin and end with."""
ANNOTATIONS = "data/annotations.jsonld"
FRAMES[ANNOTATIONS] = (
    b'{"@context":"http://www.w3.org/ns/anno.jsonld","id":"annotations.jsonld","type":"AnnotationPage","items":[\n',
    b"\n]}\n",
)


def put_data(contribution: Contribution, library: Library, comparisons: Iterable[TopicComparison]) -> None:
    """Add the records of a library to a contribution, each as one line of each of its files."""
    for article in library.site.articles.values():
        put_article(contribution, library, article)
    put_asked(contribution, library, single=len(library.site.stories) == 1)
    for row in (row for comparison in comparisons for row in comparison.rows):
        put_row(contribution, row_lines(row))


def put_article(contribution: Contribution, library: Library, article: Article) -> None:
    """Add the records of an article and its claims to a contribution."""
    _put(contribution, tables.ARTICLES, article_record(article))
    for record in revision_records(article):
        _put(contribution, tables.REVISIONS, record)
    for claim in article.claims:
        _put(contribution, tables.CLAIMS, claim_record(library, claim))
        if claim.locator:
            contribution.line(ANNOTATIONS, json_line(_annotation(article, claim, claim.locator)))


def put_asked(
    contribution: Contribution, library: Library, *, single: bool, own: Callable[[str], bool] = lambda _: True
) -> None:
    """Add the records of a library's stories, topics and questions. ``single`` if the site has no other story.

    ``own`` tells whether a topic, given by id, has a table of its own.
    """
    for story in library.site.stories.values():
        _put(contribution, tables.STORIES, _story(story, single=single))
        for topic in library.topics(story):
            _put(contribution, tables.TOPICS, topic_record(story, topic, own=own(topic.id)))
            for question in topic.questions:
                _put(contribution, tables.QUESTIONS, question_record(question))


def _put(contribution: Contribution, table: Table, record: Mapping[str, Any]) -> None:
    if table.json:
        contribution.line(table.json_file, record_line(record))
    contribution.line(table.csv_file, table.csv_line(record))


_ROW_FILES = (
    COMPARISONS,
    *(table.csv_file for table in (tables.COMPARISONS, tables.RELATIONS, tables.SILENCES)),
)


_NO_SILENCES = b'"silences":[]'
"""Stands in the record of a row until the silences of all other articles of its story are put there. No text has just this, as JSON."""


def row_lines(row: Comparison) -> tuple[bytes, ...]:
    """Return the joined lines of a row in each of its files, that of ``comparisons.json`` first."""
    return with_silences(told_lines(row), silence_lines(row))


def told_lines(row: Comparison) -> tuple[bytes, bytes, bytes]:
    """Return the lines of a row without its silences, of which each article more is one: they are made of the row's claims alone."""
    record = comparison_record(row)
    relations = ({"question": record["question"], **one} for one in record["relations"])
    return record_line(record), tables.COMPARISONS.csv_line(record), tables.RELATIONS.csv_lines(relations)


def silence_lines(row: Comparison) -> tuple[bytes, bytes]:
    """Return the silences of a row as JSON, and as the lines of their table."""
    kinds = {kind: kind.value for kind in SilenceKind}
    found = [{"article": silence.article, "kind": kinds[silence.kind]} for silence in row.silences]
    lines = ({"question": row.question.path, **one} for one in found)
    return json_line(found), tables.SILENCES.csv_lines(lines)


def with_silences(told: Iterable[bytes], silences: Iterable[bytes]) -> tuple[bytes, ...]:
    """Return the lines of a row of which ``told_lines`` and ``silence_lines`` returned these parts."""
    (record, line, relations), (found, lines) = told, silences
    return record.replace(_NO_SILENCES, b'"silences":%b' % found, 1), line, relations, lines


def put_row(contribution: Contribution, lines: Iterable[bytes]) -> None:
    """Add the lines of a row, as ``row_lines`` returns them, to a contribution."""
    for address, line in zip(_ROW_FILES, lines, strict=True):
        if line:
            contribution.line(address, line)


def data_files(contribution: Contribution) -> dict[str, bytes]:
    """Return the files of the tables that come with parts, by address: ``data/articles.json``, ``data/articles.csv``..."""
    return {
        address: put_together(contribution.lines.get(address, []), head, tail, joint(address))
        for address, (head, tail) in FRAMES.items()
    }


class _Asked(Struct):
    """Which question a line is about, and of a claim its article."""

    question: str
    article: str = ""


class _Claim(_Asked, kw_only=True):
    """What a comparison of states looks at of a claim that is the same in both."""

    id: str
    originators: list[str]
    printed: str
    modifier: str | None = None
    low: Any = None
    high: Any = None


_asked, _same_claim = msgspec.json.Decoder(_Asked), msgspec.json.Decoder(_Claim)


def state_of_parts(parts: Mapping[str, Iterable[bytes]]) -> State:
    """Return the data of parts of the data files, given as joined lines by address."""
    return State(*(_records(msgspec.json.decode(put_together(parts[address]))) for address in ADDRESSES))


def differing_states(*states: Mapping[str, Iterable[bytes]]) -> tuple[State, ...]:
    """Return as much of two states as ``changes`` finds something in, each given as joined lines of the data files by address.

    These are all articles, and the rows with all their claims of the questions that differ in a line, or that an article answers which
    differs. Most do not, and the records of all would fill the memory.
    """
    # Each line once: most are the same in both states.
    one: dict[bytes, bytes] = {}
    lines = [
        {
            address: [
                one.setdefault(line, line) for part in parts[address] if part for line in part.split(JOINT)
            ]
            for address in ADDRESSES
        }
        for parts in states
    ]
    differ = {address: set(lines[0][address]) ^ set(lines[1][address]) for address in ADDRESSES}
    changed = {msgspec.json.decode(line)["id"] for line in differ[ARTICLES]}
    asked = {line: _asked.decode(line) for own in lines for line in (*own[CLAIMS], *own[COMPARISONS])}
    about = {
        found.question
        for line, found in asked.items()
        if found.article in changed or line in differ[CLAIMS] or line in differ[COMPARISONS]
    }
    # One object for a claim that is the same in both, with only what is looked at.
    known = {
        line: msgspec.structs.asdict(_same_claim.decode(line))
        if found.article and line not in differ[CLAIMS]
        else msgspec.json.decode(line)
        for line, found in asked.items()
        if found.question in about
    }

    def records(those: Iterable[bytes]) -> tuple[Mapping[str, Any], ...]:
        return _records([known[line] for line in those if line in known])

    return tuple(
        State(
            _records([msgspec.json.decode(line) for line in own[ARTICLES]]),
            records(own[CLAIMS]),
            records(own[COMPARISONS]),
        )
        for own in lines
    )


def state_of_files(files: Mapping[str, bytes]) -> State:
    """Return the data of a build's data files, given by address."""
    return State(*(_records(msgspec.json.decode(files[f"data/{name}.json"])) for name in FILES))


def state_of_folder(folder: Path) -> State | None:
    """Return the data of a built site or of its data folder, or None if there is none that can be read."""
    for place in (folder, folder / "data", folder / "site" / "data"):
        files = [place / f"{name}.json" for name in FILES]
        if all(file.is_file() and file.stat().st_size < MAX_BYTES for file in files):
            try:
                return State(*(_records(json.loads(file.read_text(encoding="utf-8"))) for file in files))
            except (ValueError, OSError, RecursionError):
                return None
    return None


def _records(data: Any) -> tuple[Mapping[str, Any], ...]:
    if not isinstance(data, list) or not all(isinstance(item, dict) for item in data):
        raise ValueError("a list of records was expected")
    return tuple(data)


def edtf(span: DateSpan | None) -> str | None:
    """Return a date as EDTF text."""
    return span.edtf if span else None


def article_record(article: Article) -> dict[str, Any]:
    """Return the record of an article."""
    return {
        "id": article.id,
        "outlet": article.outlet,
        "title": article.headline,
        "byline": list(article.byline),
        "credit": article.credit,
        "copy_of": article.copy_of,
        "published": edtf(article.published),
        "former": [
            valued(
                {
                    "revised": edtf(former.revised),
                    "headline": former.headline,
                    "claims": [
                        valued({"id": one.id, "printed": one.printed, "dropped": one.dropped})
                        for one in former.claims
                    ],
                    "added": list(former.added),
                    "source_file": former.source_file,
                    "source_sha256": former.source_sha256,
                }
            )
            for former in article.former
        ],
        "language": article.language,
        "completeness": article.completeness.value,
        "inferred": article.inferred,
        "source_file": article.source_file,
        "source_sha256": article.source_sha256,
        "source_url": article.url,
        "archived_url": article.archived,
        "url": f"articles/{article.id}/",
    }


def revision_records(article: Article) -> Iterator[dict[str, Any]]:
    """Yield what an article's outlet changed, claim by claim."""
    for number, former in enumerate(article.former, start=1):
        found: list[tuple[str | None, str | None, str | None]] = [
            (one.id, "dropped" if one.dropped else "changed", one.printed) for one in former.claims
        ]
        found += [(id, "added", None) for id in former.added]
        for id, change, was in found or [(None, None, None)]:
            yield {
                "article": article.id,
                "revision": number,
                "revised": edtf(former.revised),
                "headline": former.headline,
                "claim": f"{article.id}/{id}" if id else None,
                "change": change,
                "was": was,
                "source_file": former.source_file,
                "source_sha256": former.source_sha256,
            }


def claim_record(library: Library, claim: Claim) -> dict[str, Any]:
    """Return the record of a claim."""
    figure = claim.value if isinstance(claim.value, Quantity) else None
    return {
        "id": claim.key,
        "article": claim.article,
        "outlet": claim.outlet,
        "topic": library.questions[claim.question].topic,
        "question": claim.question,
        "printed": claim.printed,
        "modifier": figure.modifier.value if figure else None,
        "low": figure.low if figure else None,
        "high": figure.high if figure else None,
        "near": figure.near if figure else None,
        "share": figure.share if figure else None,
        "value": _value(claim),
        "unit": claim.unit,
        "counts": claim.counts,
        "of": claim.of,
        "scope": claim.scope,
        # The day that a question asks about is the question's, and not the text's.
        "as_of": edtf(claim.as_of if claim.as_of != library.questions[claim.question].when else None),
        "hour": claim.hour,
        "said_on": edtf(claim.said_on),
        "said_as": claim.said_as,
        "sources": [*claim.sources, *claim.via],
        "originators": list(claim.sources),
        "attribution": "unattributed" if not claim.sources else "implied" if claim.implied else "stated",
        "speech": claim.speech.value,
        "where": claim.where.value,
        "cue": claim.cue,
        "status": claim.status,
        "status_covers": claim.covers.value if claim.status else None,
        "verified": claim.verified,
        "doubt": claim.doubt,
        "leaves_open": claim.leaves_open,
        "gist": claim.gist,
        "rendering": claim.rendering,
        "quote": claim.quote,
        "part_of": f"{claim.article}/{claim.part_of}" if claim.part_of else None,
        "note": claim.note,
        "url": f"articles/{claim.article}/#claim-{claim.id}",
    }


def _value(claim: Claim) -> str | list[str] | bool | None:
    """Return the value of an answer other than a figure: an EDTF date, ids or names, a boolean, "open", or None for a wording."""
    if claim.undecided:
        return OPEN
    match claim.value:
        case DateSpan() as span:
            return span.edtf
        case bool() as answer:
            return answer
        case tuple() as places:
            return [_named(place) for place in places]
        case _:
            return None


def _named(named: Place | Party) -> str:
    """Return the id of a place or of a party's source, or the name of a party that is no source."""
    return named.name if named.id == named.name.casefold() else named.id


def comparison_record(row: Comparison) -> dict[str, Any]:
    """Return the record of a row, without its silences."""
    low, high = row.ends
    return {
        "topic": row.question.topic,
        "question": row.question.path,
        "text": row.question.text,
        "summary": bare(row.summary),
        "notes": [bare(note) for note in row.notes],
        "reports": row.origins.reports,
        "texts": row.origins.texts,
        "origins": row.origins.count,
        "unattributed": len(row.origins.unattributed),
        "low": row.low,
        "high": row.high,
        **_end("low", low),
        **_end("high", high),
        "relations": [
            {"a": found.a, "b": found.b, "relation": found.relation.value, "reason": bare(found.reason)}
            for found in row.judgements
        ],
        "silences": [],
        "url": f"topics/{row.question.topic}/#{row.question.id}",
    }


def _end(end: str, claim: Claim | None) -> dict[str, Any]:
    figure = claim.value if claim and isinstance(claim.value, Quantity) else None
    return {
        f"{end}_claim": claim.key if claim else None,
        f"{end}_modifier": figure.modifier.value if figure else None,
        f"{end}_printed": claim.printed if claim else None,
    }


def _story(story: Story, *, single: bool) -> dict[str, Any]:
    return {
        "id": story.id,
        "title": story.title,
        "summary": story.summary,
        "topics": list(story.topics),
        "url": "./" if single else f"stories/{story.id}/",
    }


def topic_record(story: Story, topic: Topic, *, own: bool) -> dict[str, Any]:
    """Return the record of a topic; ``own`` if it has a table of its own."""
    return {
        "id": topic.id,
        "story": story.id,
        "title": topic.title,
        "lead": topic.lead,
        "data_url": table_address(topic.id, own=own),
        "url": f"topics/{topic.id}/",
    }


def question_record(question: Question) -> dict[str, Any]:
    """Return the record of a question."""
    return {
        "id": question.path,
        "topic": question.topic,
        "text": question.text,
        "short": question.short,
        "answer": question.answer.value,
        "unit": question.unit,
        "counts": question.counts,
        "of": question.of,
        "when": edtf(question.when),
        "running": question.running,
        "detail_of": question.detail_of,
        "known_from": edtf(question.known_from),
        "note": question.note,
        "url": f"topics/{question.topic}/#{question.id}",
    }


def _annotation(article: Article, claim: Claim, locator: Locator) -> dict[str, Any]:
    """Return where a claim's words stand, as a Web Annotation (W3C Recommendation of 2017).

    The text is named by its digest (RFC 6920), as positions hold for that file alone. The words around a passage, by which it could be
    found more surely, are left out: with them the site would give away more of a text than a quarter.
    """
    quoted = {"type": "TextQuoteSelector", "exact": claim.exact}
    position = {"type": "TextPositionSelector", "start": locator.start, "end": locator.end}
    digest = urlsafe_b64encode(bytes.fromhex(article.source_sha256)).decode().rstrip("=")
    targets: list[dict[str, Any]] = [
        {"source": f"ni:///sha-256;{digest}", "selector": [quoted, position]},
        *([{"source": article.url, "selector": quoted}] if article.url else []),
    ]
    topic, question = claim.question.split("/")
    return {
        "id": f"../articles/{article.id}/#claim-{claim.id}",
        "type": "Annotation",
        "motivation": "linking",
        "body": f"../topics/{topic}/#{question}",
        "target": targets,
    }
