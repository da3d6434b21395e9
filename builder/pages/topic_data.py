"""The data of one topic in files of its own: a wide table for spreadsheets and lessons, and its records as JSON.

Where the topic's page has no room for all reports, it has no table, and the JSON leaves the records of comparisons, claims and
articles to ``comparisons.json``, ``claims.json`` and ``articles.json``: else what these have already would be half of a large site's data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from builder.compare.library import Library
from builder.compare.topics import TopicComparison
from builder.content.model import Claim
from builder.pages.data_files import (
    article_record,
    claim_record,
    edtf,
    question_record,
    topic_record,
)
from builder.pages.json_list import JOINT, put_together, record_line
from builder.pages.links import data_address
from builder.pages.tables import OF_TOPIC
from builder.pages.views.former import former_ids


def topic_data(
    library: Library,
    comparison: TopicComparison,
    records: Sequence[bytes],
    *,
    room: bool,
) -> Iterator[tuple[str, bytes]]:
    """Yield the files with the data of a topic, each with its address. They stand at its former addresses, too, for programs that read them.

    ``records`` are those of its rows, each as a line. ``room`` if the topic's page has room for all reports.
    """
    names = (comparison.topic.id, *former_ids(library.site.moved, "topics", comparison.topic.id))
    files = {"json": _records(library, comparison, records, room=room)}
    if room:
        wide = [OF_TOPIC.csv_line(_wide(library, claim)) for row in comparison.rows for claim in row.claims]
        files["csv"] = put_together(wide, OF_TOPIC.header, b"\n", b"\n")
    for ending, data in files.items():
        yield from ((data_address(name, ending), data) for name in names)


def _records(library: Library, comparison: TopicComparison, records: Sequence[bytes], *, room: bool) -> bytes:
    topic = comparison.topic
    lists: dict[str, Sequence[bytes]] = {
        "questions": [record_line(question_record(question)) for question in topic.questions]
    }
    if room:
        claims = [claim for row in comparison.rows for claim in row.claims]
        articles = map(library.site.articles.__getitem__, dict.fromkeys(claim.article for claim in claims))
        lists |= {
            "comparisons": records,
            "claims": [record_line(claim_record(library, claim)) for claim in claims],
            "articles": [record_line(article_record(article)) for article in articles],
        }
    head = b'{"topic":%b' % record_line(topic_record(library.story(topic.id), topic, own=room))
    listed = [b'"%b":[\n%b\n]' % (name.encode(), JOINT.join(found)) for name, found in lists.items()]
    return JOINT.join([head, *listed]) + b"}\n"


def _wide(library: Library, claim: Claim) -> dict[str, Any]:
    """Return a claim with what one would have to look up elsewhere."""
    site, record = library.site, claim_record(library, claim)
    article = site.articles[claim.article]
    asked = library.questions[claim.question]
    return record | {
        "claim": claim.key,
        "asked": asked.short,
        "outlet_name": site.outlets[claim.outlet].name,
        "title": article.headline,
        "published": edtf(article.published),
        "article_url": article.url,
        "source_names": [site.sources[id].name for id in claim.sources],
        "through": [site.sources[id].name for id in claim.via],
    }
