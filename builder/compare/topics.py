"""Compare all that is said on a topic: its rows, its answer, and who never mentions it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.compare.phrases import listed, quoted, sentence
from builder.compare.relation import Relation
from builder.compare.rows import Comparison, compare_question
from builder.compare.sentences.said import Outlets, origin, printed
from builder.compare.sentences.values import CONTRADICT
from builder.library import Library
from builder.model import Answer, Topic
from builder.values.numbers import Number

FURTHER = 3
"""Figures of other questions that a topic's answer gives."""


@dataclass(frozen=True, slots=True)
class TopicComparison:
    """All rows of a topic."""

    topic: Topic
    rows: tuple[Comparison, ...]
    summary: str
    """The topic's answer in a few sentences."""
    silent: tuple[str, ...]
    """Articles of the story that say nothing on any of its questions."""


def compare_topic(library: Library, topic: Topic) -> TopicComparison:
    """Compare all that the articles of its story say on a topic."""
    articles = library.articles_of_story[library.story_of_topic[topic.id]]
    rows = tuple(compare_question(library, question) for question in topic.questions)
    speaking = {claim.article for row in rows for claim in row.claims}
    silent = tuple(article.id for article in articles if article.id not in speaking)
    silent_outlets = [library.outlet_names[library.site.articles[id].outlet] for id in silent]
    return TopicComparison(topic, rows, topic_summary(rows, silent_outlets, library.outlet_names), silent)


def topic_summary(rows: Sequence[Comparison], silent: Sequence[str], outlets: Outlets) -> str:
    """Return a topic's answer: where the accounts part, what the first question says, further figures, who is silent."""
    first = rows[0]
    parted = first.summary.startswith(CONTRADICT)
    conflicts = [row for row in rows if any(found.relation is Relation.CONFLICT for found in row.judgements)]
    others = [row for row in conflicts if not (parted and row is first)]
    parts = [_first(first)]
    if others:
        parts.insert(1 if parted else 0, _parted(others, "also " if parted else ""))
    parts += _figures(first, [row for row in rows[1:] if row not in conflicts], outlets)
    if silent:
        never = list(dict.fromkeys(silent))
        parts.append(
            sentence(f"{listed(never)} {'says' if len(never) == 1 else 'say'} nothing on this topic")
        )
    return " ".join(parts)


def _parted(conflicts: Sequence[Comparison], also: str = "") -> str:
    questions = listed([quoted(row.question.short) for row in conflicts])
    return sentence(f"the accounts {also}contradict each other on {questions}")


def _first(row: Comparison) -> str:
    """Return the first question's sentence with the question, which elsewhere stands beside it in the table."""
    question = row.question
    if row.summary.startswith(CONTRADICT):
        return f"{CONTRADICT} on {quoted(question.short)}{row.summary.removeprefix(CONTRADICT)}"
    if question.answer is Answer.WORDING:
        return row.summary  # which says whose words they are
    return f"{question.short}{'' if question.short.endswith('?') else ':'} {row.summary}"


def _figures(first: Comparison, rows: Sequence[Comparison], outlets: Outlets) -> list[str]:
    """Say in one sentence what else is counted in the first question's unit: what most texts print, then the largest."""
    if first.question.answer is not Answer.QUANTITY:
        return []
    counted = [
        row
        for row in rows
        if row.question.answer is Answer.QUANTITY
        and row.question.unit == first.question.unit
        and _size(row)
        and len(row.groups) == 1
    ]
    counted.sort(key=lambda row: (-row.origins.reports, -_size(row)))
    told = [_figure(row, outlets) for row in counted[:FURTHER]]
    return [sentence("; ".join(told))] if told else []


def _size(row: Comparison) -> Number:
    return max(row.low or 0, row.high or 0)


def _figure(row: Comparison, outlets: Outlets) -> str:
    claims = row.groups[0].claims
    voices = {origin(claim, row.names) for claim in claims}
    who = f", {voices.pop()}" if len(voices) == 1 else ""
    return f"{row.question.short}: {printed(claims, outlets)}{who}"
