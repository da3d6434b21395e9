"""The site's data as JSON, for other programs: articles, claims, comparisons.

Open or unknown bounds are ``null``, dates are EDTF, and every list is in a fixed order, so that two builds are
byte-identical. Addresses are relative to the site's root.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from builder.compare.changes import State
from builder.compare.library import Library
from builder.compare.rows import Comparison
from builder.compare.topics import TopicComparison
from builder.content.model import Article, Claim, Party, Place
from builder.pages.contribution import Contribution
from builder.pages.json_list import JOINT, json_line, put_together
from builder.values.dates import DateSpan
from builder.values.direction import bare
from builder.values.quantity import Quantity

FILES = ("articles", "claims", "comparisons")
"""The data files: ``data/<name>.json``."""
ARTICLES, CLAIMS, COMPARISONS = ADDRESSES = tuple(f"data/{name}.json" for name in FILES)
MAX_BYTES = 500_000_000
"""Maximum size in bytes of a data file that is read back."""


def put_data(contribution: Contribution, library: Library, comparisons: Iterable[TopicComparison]) -> None:
    """Add the records of a library to a contribution, each as one line of JSON."""
    for article in library.site.articles.values():
        put_article(contribution, library, article)
    for row in (row for comparison in comparisons for row in comparison.rows):
        put_row(contribution, row_line(row))


def put_article(contribution: Contribution, library: Library, article: Article) -> None:
    """Add the records of an article and its claims to a contribution, each as one line of JSON."""
    contribution.line(ARTICLES, json_line(_article(article)))
    for claim in article.claims:
        contribution.line(CLAIMS, json_line(_claim(library, claim)))


def row_line(row: Comparison) -> bytes:
    """Return the record of a row as one line of JSON."""
    return json_line(_comparison(row))


def put_row(contribution: Contribution, line: bytes) -> None:
    """Add the record of a row to a contribution."""
    contribution.line(COMPARISONS, line)


def data_files(contribution: Contribution) -> dict[str, bytes]:
    """Return the data files by address: ``data/articles.json``, ``data/claims.json``, ``data/comparisons.json``."""
    return {address: put_together(contribution.lines.get(address, [])) for address in ADDRESSES}


class _Claim(Struct):
    """What a comparison of states looks at of a claim that is the same in all of them."""

    id: str
    article: str
    question: str
    originators: list[str]


_same_claim = msgspec.json.Decoder(_Claim)


def states_of_parts(*states: Mapping[str, Iterable[bytes]]) -> tuple[State, ...]:
    """Return the data of parts of the data files in several states, each given as joined lines by address.

    A claim whose line is the same in several states is one object, with only what ``changes`` looks at: most are, and whole records
    of all would fill the memory.
    """
    lines = [[line for part in parts[CLAIMS] if part for line in part.split(JOINT)] for parts in states]
    same: dict[bytes, Any] = {}
    if len(lines) > 1:
        for line in set(lines[0]).intersection(*lines[1:]):
            same[line] = msgspec.structs.asdict(_same_claim.decode(line))

    def claims(of: Iterable[bytes]) -> Iterator[Any]:
        yield from (same.get(line) or msgspec.json.decode(line) for line in of)

    def records(parts: Iterable[bytes]) -> tuple[Mapping[str, Any], ...]:
        return _records(msgspec.json.decode(put_together(parts)))

    return tuple(
        State(records(parts[ARTICLES]), _records(list(claims(own))), records(parts[COMPARISONS]))
        for parts, own in zip(states, lines, strict=True)
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


def _edtf(span: DateSpan | None) -> str | None:
    return span.edtf if span else None


def _article(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "outlet": article.outlet,
        "title": article.headline,
        "byline": list(article.byline),
        "credit": article.credit,
        "copy_of": article.copy_of,
        "published": _edtf(article.published),
        "former": [
            {
                "revised": _edtf(former.revised),
                "headline": former.headline,
                "claims": [
                    {"id": one.id, "printed": one.printed, "dropped": one.dropped} for one in former.claims
                ],
                "added": list(former.added),
                "source_file": former.source_file,
                "source_sha256": former.source_sha256,
            }
            for former in article.former
        ],
        "language": article.language,
        "completeness": article.completeness.value,
        "inferred": article.inferred,
        "source_file": article.source_file,
        "source_sha256": article.source_sha256,
        "source_url": article.url,
        "url": f"articles/{article.id}/",
    }


def _claim(library: Library, claim: Claim) -> dict[str, Any]:
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
        "as_of": _edtf(claim.as_of if claim.as_of != library.questions[claim.question].when else None),
        "said_on": _edtf(claim.said_on),
        "said_as": claim.said_as,
        "sources": [*claim.sources, *claim.via],
        "originators": list(claim.sources),
        "attribution": "unattributed" if not claim.sources else "implied" if claim.implied else "stated",
        "speech": claim.speech.value,
        "where": claim.where.value,
        "cue": claim.cue,
        "status": claim.status,
        "status_covers": claim.covers.value if claim.status else None,
        "doubt": claim.doubt,
        "leaves_open": claim.leaves_open,
        "quote": claim.quote,
        "part_of": f"{claim.article}/{claim.part_of}" if claim.part_of else None,
        "note": claim.note,
        "url": f"articles/{claim.article}/#claim-{claim.id}",
    }


def _value(claim: Claim) -> str | list[str] | bool | None:
    """Return the value of an answer other than a figure: an EDTF date, ids or names, a boolean, or None for a wording."""
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


def _comparison(row: Comparison) -> dict[str, Any]:
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
        "relations": [
            {"a": found.a, "b": found.b, "relation": found.relation.value, "reason": bare(found.reason)}
            for found in row.judgements
        ],
        "silences": [{"article": found.article, "kind": found.kind.value} for found in row.silences],
        "url": f"topics/{row.question.topic}/#{row.question.id}",
    }
