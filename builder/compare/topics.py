"""Compare a whole topic: its rows, its answer, and the articles that say nothing on it."""

from __future__ import annotations

from msgspec import Struct

from builder.compare.answer import TopicAnswer, topic_answer
from builder.compare.findings import Findings, findings
from builder.compare.library import Library
from builder.compare.rows import Comparison, compare_question
from builder.content.model import Topic


class TopicComparison(Struct, frozen=True):
    """The comparison of a topic."""

    topic: Topic
    rows: tuple[Comparison, ...]
    answer: TopicAnswer
    """The topic in two sentences."""
    findings: Findings
    """What a reader should know first; empty if the answer says it."""
    silent: tuple[str, ...]
    """Ids of the story's articles that answer none of the topic's questions."""

    @property
    def opening(self) -> tuple[str, ...]:
        """The sentences that a reader should see first: the findings, or else the answer."""
        return self.findings.sentences or self.answer.sentences

    @property
    def summary(self) -> str:
        """The opening as one text."""
        return " ".join(self.opening)

    @property
    def agreed(self) -> tuple[str, ...]:
        """The sentences of the opening that report no contradiction."""
        return self.findings.sentences or self.answer.agreed


def compare_topic(library: Library, topic: Topic) -> TopicComparison:
    """Compare what the articles of a topic's story say on it."""
    articles = library.articles_of_story[library.story_of_topic[topic.id]]
    rows = tuple(compare_question(library, question) for question in topic.questions)
    found = findings(library, rows)
    speaking = {claim.article for row in rows for claim in row.claims}
    silent = tuple(article.id for article in articles if article.id not in speaking)
    return TopicComparison(topic, rows, topic_answer(rows, library.outlet_names, found.told), found, silent)
