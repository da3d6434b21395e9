"""Compare a whole topic: its rows, its answer, and the articles that say nothing on it."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from builder.compare.answer import TopicAnswer, topic_answer
from builder.compare.findings import Findings, findings
from builder.compare.leading import leading_rows
from builder.compare.library import Library
from builder.compare.rows import Carry, Comparison, compare_question
from builder.content.model import Topic


class TopicComparison(Struct, frozen=True, dict=True, eq=False):
    """The comparison of a topic. Each property is found when it is first asked for."""

    topic: Topic
    rows: tuple[Comparison, ...]
    library: Library

    @cached_property
    def findings(self) -> Findings:
        """What a reader should know first; empty if the answer says it."""
        return findings(self.library, self.rows)

    @cached_property
    def leading(self) -> Comparison | None:
        """The row that heading, first sentence and picture speak of; None if no text answers any."""
        if self.findings.sentences:
            return next(row for row in self.rows if row.claims)
        return next(iter(leading_rows(self.rows)), None)

    @cached_property
    def answer(self) -> TopicAnswer:
        """The topic in two sentences."""
        return topic_answer(self.rows, self.findings.told)

    @cached_property
    def silent(self) -> tuple[str, ...]:
        """Ids of the story's articles that answer none of the topic's questions."""
        articles = self.library.articles_of_story[self.library.story_of_topic[self.topic.id]]
        speaking = {claim.article for row in self.rows for claim in row.claims}
        return tuple(article.id for article in articles if article.id not in speaking)

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, TopicComparison) and self._told() == other._told())

    def __hash__(self) -> int:
        return hash(self.topic)

    def _told(self) -> tuple[object, ...]:
        return self.topic, self.rows, self.findings, self.answer, self.silent

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


def compare_topic(library: Library, topic: Topic, carry: Carry | None = None) -> TopicComparison:
    """Compare what the articles of a topic's story say on it. ``carry`` has what an earlier comparison of a row found."""
    rows = tuple(compare_question(library, question, carry) for question in topic.questions)
    return TopicComparison(topic, rows, library)
