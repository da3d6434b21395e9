"""The data of one topic in files of its own: a wide table for spreadsheets and lessons, and all its records as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from builder.compare.library import Library
from builder.compare.topics import TopicComparison
from builder.content.model import Claim
from builder.pages.data_files import (
    article_record,
    claim_record,
    comparison_record,
    question_record,
    topic_record,
)
from builder.pages.json_list import JOINT, json_line, put_together
from builder.pages.links import data_address
from builder.pages.tables import CLAIMS, OF_TOPIC
from builder.pages.views.former import former_ids


def topic_data(library: Library, comparison: TopicComparison) -> Iterator[tuple[str, bytes]]:
    """Yield the files with the data of a topic, each with its address. They stand at its former addresses, too, for programs that read them."""
    names = (comparison.topic.id, *former_ids(library.site.moved, "topics", comparison.topic.id))
    for ending, data in _files(library, comparison):
        yield from ((data_address(name, ending), data) for name in names)


def _files(library: Library, comparison: TopicComparison) -> Iterator[tuple[str, bytes]]:
    topic = comparison.topic
    claims = [claim for row in comparison.rows for claim in row.claims]
    lines = [OF_TOPIC.csv_line(_wide(library, claim)) for claim in claims]
    yield "csv", put_together(lines, OF_TOPIC.header, b"\n", b"\n")
    articles = dict.fromkeys(claim.article for claim in claims)
    lists = {
        "questions": [question_record(question) for question in topic.questions],
        "comparisons": [comparison_record(row) for row in comparison.rows],
        "claims": [claim_record(library, claim) for claim in claims],
        "articles": [article_record(library.site.articles[id]) for id in articles],
    }
    head = b'{"topic":%b' % json_line(topic_record(library.story(topic.id), topic))
    listed = [
        b'"%b":[\n%b\n]' % (name.encode(), JOINT.join(map(json_line, found))) for name, found in lists.items()
    ]
    yield "json", JOINT.join([head, *listed]) + b"}\n"


def _wide(library: Library, claim: Claim) -> dict[str, Any]:
    """Return a claim with what one would have to look up elsewhere."""
    site, record = library.site, claim_record(library, claim)
    article = site.articles[claim.article]
    asked = library.questions[claim.question]
    told = article_record(article)
    return {
        **{name: record[name] for name in _OWN},
        "claim": claim.key,
        "asked": asked.short,
        "outlet_name": site.outlets[claim.outlet].name,
        "title": told["title"],
        "published": told["published"],
        "article_url": article.url,
        "source_names": [site.sources[id].name for id in claim.sources],
        "through": [site.sources[id].name for id in claim.via],
    }


_OWN = [column.name for column in OF_TOPIC.columns if column in CLAIMS.columns]
