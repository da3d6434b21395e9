"""Questions on which an article will be shown to say nothing, because it has no claim on them, for the editor to check."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from builder.compare.silence import silence
from builder.content.load import Document
from builder.content.model import Question
from builder.content.vocabulary import SilenceKind
from builder.desk.desk import Desk
from builder.desk.kinds import Refusal
from builder.desk.suggest.furniture import is_own
from builder.desk.suggest.match import Matching
from builder.proof.text import Text

LISTED = 8
"""Maximum number of questions named in a line; the others are counted."""
SAID = 0.5
"""The share of a question's own words that a sentence must have for its line to be named. On the five texts of the war in
Kursk, this finds 45 % of the questions that are answered, and names a line for 13 % of those that are not."""


class Unsaid(Struct, frozen=True):
    """A question that a page will say the article does not mention."""

    question: Question
    line: int | None
    """Line of the private text with most of the question's words, or None if no line has enough of them."""


def unsaid(desk: Desk, document: Document) -> list[Unsaid]:
    """Return the questions of an article's story that it will be shown to leave out.

    Questions that its text may answer come first, then those of topics on which it has claims, then the others of its stories.
    Silences that the editor entered are left out, and so are those with another reason: an excerpt, or a text from before
    the answer was known.
    """
    site = desk.site
    article = site.articles.get(document.id) or site.drafts.get(document.id)
    if article is None:
        return []
    answered = {claim.question for claim in article.claims}
    stated = {said.question for said in article.silences}
    own = {path.partition("/")[0] for path in answered}
    topics = [topic for story in site.stories.values() if own & set(story.topics) for topic in story.topics]
    open_ = [
        question for topic in topics if topic in site.topics for question in site.topics[topic].questions
        if question.path not in answered | stated and silence(article, question).kind is SilenceKind.NOT_MENTIONED
    ]  # fmt: skip
    try:
        lines = _lines(desk, desk.text(document), article.language) if open_ else {}
    except (Refusal, OSError):
        lines = {}
    found = [Unsaid(question, lines.get(question.path)) for question in open_]
    return sorted(found, key=lambda item: (item.line is None, item.question.topic not in own))


def _lines(desk: Desk, text: Text, language: str) -> dict[str, int]:
    """Return question path -> line of the sentence with most of the question's words, if one has enough of them."""
    own = desk.site.settings.language
    matching = Matching(
        (q for topic in desk.site.topics.values() for q in topic.questions), {}, own, language
    )
    best: dict[str, tuple[float, int]] = {}
    for sentence in text.sentences:
        if is_own(text.content[slice(*text.paragraph(sentence))], language):
            continue
        for question, share in matching.said(text.content[slice(*sentence)], SAID):
            if share > best.get(question.path, (0.0, 0))[0]:
                best[question.path] = (share, 1 + text.raw.count("\n", 0, text.normal.raw(sentence)[0]))
    return {path: line for path, (_, line) in best.items()}


def unsaid_lines(desk: Desk, id: str) -> list[str]:
    """Return the lines to print at the end of work on an article."""
    document = desk.document(id)
    return describe_unsaid(unsaid(desk, document), str(document.data.get("source_file")))


def describe_unsaid(found: Sequence[Unsaid], text: str) -> list[str]:
    """Return lines on these questions, none if there are no questions. ``text`` is the name of the private text."""
    if not found:
        return []
    more = f" and {len(found) - LISTED} more" if len(found) > LISTED else ""
    names = _named(item.question for item in found[:LISTED])
    lines = [f"It will be shown to say nothing on: {names}{more}. Where the text does, add a claim."]
    seen = [item for item in found if item.line is not None]
    lines += [
        f"  {_named([item.question])}: see line {item.line} of {text}, which has words of the question"
        for item in seen[:LISTED]
    ]
    return lines


def _named(questions: Iterable[Question]) -> str:
    return ", ".join(f"“{question.short}”" for question in questions)
