"""Compare a whole topic: its rows, its answer, and the articles that say nothing on it."""

from __future__ import annotations

from msgspec import Struct

from builder.compare.answer import TopicAnswer, topic_answer
from builder.compare.library import Library
from builder.compare.rows import Comparison, compare_question
from builder.content.model import Topic


class TopicComparison(Struct, frozen=True):
    """The comparison of a topic."""

    topic: Topic
    rows: tuple[Comparison, ...]
    answer: TopicAnswer
    """The topic in two sentences."""
    silent: tuple[str, ...]
    """Ids of the story's articles that answer none of the topic's questions."""

    @property
    def summary(self) -> str:
        """The answer's sentences."""
        return self.answer.text


def compare_topic(library: Library, topic: Topic) -> TopicComparison:
    """Compare what the articles of a topic's story say on it."""
    articles = library.articles_of_story[library.story_of_topic[topic.id]]
    rows = tuple(compare_question(library, question) for question in topic.questions)
    speaking = {claim.article for row in rows for claim in row.claims}
    silent = tuple(article.id for article in articles if article.id not in speaking)
    return TopicComparison(topic, rows, topic_answer(rows, library.outlet_names), silent)
