"""Compare all that is said on a topic: its rows, its answer, and who never mentions it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.compare.phrases import listed, quoted, sentence
from builder.compare.relation import Relation
from builder.compare.rows import Comparison, compare_question
from builder.library import Library
from builder.model import Topic


@dataclass(frozen=True, slots=True)
class TopicComparison:
    """All rows of a topic."""

    topic: Topic
    rows: tuple[Comparison, ...]
    summary: str
    """The topic's answer in one or two sentences."""
    silent: tuple[str, ...]
    """Articles of the story that say nothing on any of its questions."""


def compare_topic(library: Library, topic: Topic) -> TopicComparison:
    """Compare all that the articles of its story say on a topic."""
    articles = library.articles_of_story[library.story_of_topic[topic.id]]
    rows = tuple(compare_question(library, question) for question in topic.questions)
    speaking = {claim.article for row in rows for claim in row.claims}
    silent = tuple(article.id for article in articles if article.id not in speaking)
    silent_outlets = [library.outlet_names[library.site.articles[id].outlet] for id in silent]
    return TopicComparison(topic, rows, topic_summary(rows, silent_outlets), silent)


def topic_summary(rows: Sequence[Comparison], silent: Sequence[str]) -> str:
    """Return a topic's answer: what the first question says, where the accounts part, who is silent."""
    parts = [rows[0].summary]
    conflicts = [
        row.question.short for row in rows if any(j.relation is Relation.CONFLICT for j in row.judgements)
    ]
    if conflicts and not (len(conflicts) == 1 and conflicts[0] == rows[0].question.short):
        others = [quoted(short) for short in conflicts if short != rows[0].question.short]
        parts.append(
            sentence(
                f"The accounts {'also ' if len(others) < len(conflicts) else ''}contradict each other on {listed(others)}"
            )
        )
    if silent:
        never = list(dict.fromkeys(silent))
        parts.append(
            sentence(f"{listed(never)} {'says' if len(never) == 1 else 'say'} nothing on this topic")
        )
    return " ".join(parts)
