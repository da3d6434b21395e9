"""Questions on which an article will be shown to say nothing, because it has no claim on them, for the editor to check.

Where a line of its text may answer one, nobody has said that it does not mention it: until the editor decides, the article is published
with ``not looked for``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from msgspec import Struct

from builder.compare.silence import silence
from builder.content.load import Document
from builder.content.model import Article, Question, Site
from builder.content.problems import Problem
from builder.content.vocabulary import Answer, SilenceKind
from builder.desk.desk import Desk
from builder.desk.edit import entries, with_item
from builder.desk.kinds import Refusal
from builder.desk.suggest.about import is_across
from builder.desk.suggest.evidence import Evidence
from builder.desk.suggest.figures import find_figures
from builder.desk.suggest.furniture import is_own
from builder.desk.suggest.match import Matching
from builder.proof.case import Book
from builder.proof.check import Proofread
from builder.proof.kinds import SILENCE_UNLOOKED
from builder.proof.names import registry_names
from builder.proof.normal import Span
from builder.proof.rules.turning import turning
from builder.proof.text import Text
from builder.proof.when import expressions
from builder.values.counting import Words
from builder.values.figures.tokens import fold
from builder.values.lexicon import has_rules, language_file, listed

LISTED = 8
"""Maximum number of questions named in a line; the others are counted."""
SAID = 0.5
"""The share of a question's own words that a sentence must have for its line to be named. On the five texts of the war in
Kursk and two invented stories of ten outlets, 33 % of 290 answered questions get a line, nine in ten of them the right one, and
6 % of 225 that are not answered (2026-11-28)."""
OF_A_KIND = 0.3
"""The same where the sentence has a day, a place or a person, and that is what is asked for: few words of the question need be there. On the
five texts of the war in Kursk and three invented stories of eight outlets, 22 of 53 such questions that are answered get a line, and 11 of 94 that are not
(2026-12-01); with the share of the others 15 and 7."""
_OF_A_KIND = frozenset({Answer.DATE, Answer.PLACE, Answer.WHO})
FOR_A_LINE = 2
"""For how many questions one line is named."""


class Unsaid(Struct, frozen=True):
    """A question that a page will say the article does not mention."""

    question: Question
    line: int | None
    """Line of the private text with most of the question's words, or None if no line has enough of them."""
    told: bool = True
    """Whether readers are told that the text has nothing on it; if not, that nobody has looked."""


_UNSAID = (SilenceKind.NOT_MENTIONED, SilenceKind.OPEN)


def unsaid(desk: Desk, document: Document) -> list[Unsaid]:
    """Return the questions of an article's story that it will be shown to leave out.

    Questions that its text may answer come first, then those of topics on which it has claims, then the others of its stories.
    Silences that the editor entered are left out, and so are those with another reason: an excerpt, or a text from before
    the answer was known.
    """
    try:
        text = desk.text(document)
    except (Refusal, OSError):
        text = None
    return unsaid_in(desk.site, document.id, text)


def unsaid_in(site: Site, id: str, text: Text | None) -> list[Unsaid]:
    """Return the same of a site and an article's private text; without the text no line is named."""
    article = site.articles.get(id) or site.drafts.get(id)
    if article is None:
        return []
    answered = {claim.question for claim in article.claims}
    unlooked = {said.question for said in article.silences if said.kind is SilenceKind.NOT_LOOKED_FOR}
    stated = {said.question for said in article.silences} - unlooked
    own = {path.partition("/")[0] for path in answered}
    topics = dict.fromkeys(
        topic
        for story in site.stories.values()
        if story.id == article.story or own & set(story.topics)
        for topic in story.topics
    )
    asked = [
        question for topic in topics if topic in site.topics for question in site.topics[topic].questions
        if question.path not in answered
    ]  # fmt: skip
    kinds = {q.path: silence(article, q, asked_in=site.settings.language).kind for q in asked}
    if has_rules(article.language):
        unlooked |= {path for path, kind in kinds.items() if kind is SilenceKind.NOT_LOOKED_FOR}
    open_ = [
        question
        for question in asked
        if question.path in unlooked or (question.path not in stated and kinds[question.path] in _UNSAID)
    ]
    # Among all that it does not answer, so that a decision on one question names no line for another.
    lines = _lines(site, asked, text, article) if open_ and text is not None else {}
    found = [Unsaid(q, lines.get(q.path), q.path not in unlooked) for q in open_]
    return sorted(found, key=lambda item: (item.line is None, item.question.topic not in own))


def with_unlooked(desk: Desk, document: Document, text: str) -> str:
    """Return the text of an article's file in which it is stated of each undecided question that a line may answer that nobody looked.

    What is stated is left as it is, and so are questions for which no line has the words.
    """
    for item in _unnoted(document, unsaid(desk, document)):
        text = with_item(text, "silences", silence_lines(item.question.path, SilenceKind.NOT_LOOKED_FOR))
    return text


def _unnoted(document: Document, found: Iterable[Unsaid]) -> list[Unsaid]:
    """Return those that a line may answer and of which an article's file says nothing, neither that somebody looked nor that nobody did."""
    noted = {str(one.get("question")) for one in entries(document.data, "silences")}
    return [one for one in found if one.line is not None and one.question.path not in noted]


def decided_silences(document: Document) -> list[dict[str, Any]]:
    """Return the entries of an article's ``silences`` that an editor decided on: all but those that say that nobody looked."""
    noted = entries(document.data, "silences")
    return [one for one in noted if one.get("kind") != SilenceKind.NOT_LOOKED_FOR.value]


def silence_lines(question: str, kind: SilenceKind) -> list[str]:
    """Return the lines of an entry of ``silences``, without the dash."""
    return [f"question: {question}", f"kind: {kind.value}"]


def unlooked(read: Proofread) -> list[Problem]:
    """Return a warning for each published article that is shown not to mention what a line of its text may answer."""
    found = []
    for document in read.content.articles:
        article = read.site.articles.get(document.id)
        text = read.texts.get(article.source_file) if article is not None and read.texts else None
        if article is None or text is None or text.sha256 != article.source_sha256:
            continue
        if left := [one for one in _unnoted(document, unsaid_in(read.site, document.id, text)) if one.told]:
            listed = "; ".join(f"{one.question.path}: line {one.line}" for one in left)
            message = f"it is shown not to mention what a line of {text.name} may answer: {listed}"
            found.append(Problem(document.path, document.line(()), "", SILENCE_UNLOOKED, message))
    return found


def _lines(site: Site, questions: Sequence[Question], text: Text, article: Article) -> dict[str, int]:
    """Return question path -> line of the sentence that can answer it and has most of its words, if one has enough of them.

    A line is named for the questions of which it has most. Without rules for the language no line is named: its words are not those
    of the questions. In another language than the questions' it is what their words mean that is looked for.
    """
    language = article.language
    if not has_rules(language):
        return {}
    said_in = _said_in(site, questions, text, language)
    book = Book(site, {})
    found: list[tuple[float, str, int]] = []
    for sentence in text.sentences:
        if is_own(text.content[slice(*text.paragraph(sentence))], language):
            continue
        said = [
            (question, share)
            for question, share in said_in(sentence)
            if share >= SAID or question.answer in _OF_A_KIND
        ]
        kinds = _answers(book, text, sentence, article) if said else frozenset()
        line = 1 + text.raw.count("\n", 0, text.normal.raw(sentence)[0])
        found += [(share, question.path, line) for question, share in said if question.answer in kinds]
    named: dict[str, int] = {}
    for _, path, line in sorted(found, key=lambda item: (-item[0], item[2], item[1])):
        if path not in named and list(named.values()).count(line) < FOR_A_LINE:
            named[path] = line
    return named


def _said_in(
    site: Site, questions: Sequence[Question], text: Text, language: str
) -> Callable[[Span], Iterable[tuple[Question, float]]]:
    """Return what tells of which questions a sentence says how much, if it says enough of one."""
    asked_in = site.settings.language
    if not is_across(language, asked_in):
        matching = Matching(questions, {}, asked_in, language)
        return lambda sentence: matching.said(text.content[slice(*sentence)], OF_A_KIND)
    sources = ((one.id, (one.name, *one.aliases)) for one in site.sources.values())
    places = ((one.id, (one.name, *one.aliases)) for one in site.places.values())
    names = registry_names((*sources, *places))
    evidence = Evidence(text, language, questions, names, asked_in)
    return lambda sentence: [
        (asked.question, share)
        for asked in evidence.asked.values()
        if (share := evidence.named(asked, sentence)) >= OF_A_KIND
    ]


def _answers(book: Book, text: Text, sentence: Span, article: Article) -> frozenset[Answer]:
    """Return the kinds of question that a sentence can answer: a figure one for a figure, a day one for a date.

    Without the article's day no "on Monday" and no "this month" would be one.
    """
    language = article.language
    days = [item.span for item in expressions(text.content, sentence, article.published, language)]
    found = {Answer.YES_NO, Answer.WORDING}
    if days:
        found.add(Answer.DATE)
    if find_figures(text.content, sentence, days, language):
        found.add(Answer.QUANTITY)
    if book.places.named(text.content, sentence) or _leaves_out_where(
        text.content[slice(*sentence)], language
    ):
        found.add(Answer.PLACE)
    if book.speakers.named(text.content, sentence):
        found.add(Answer.WHO)
    return frozenset(found)


def _leaves_out_where(sentence: str, language: str) -> bool:
    """Return whether a sentence says that somebody did not say where: who reads it has to decide whether that is an answer."""
    said = Words(sentence).words
    file = language_file(language)
    where = {fold(word) for word in listed(file.counted.there)} if file is not None else set()
    return bool(where & {fold(word) for word in said}) and turning(language).negates(sentence)


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
    across = [item.question for item in found if not item.told and item.line is None]
    if across:
        lines.append(
            f"  Shown as not looked for until you decide, as its words are of another language: {_named(across[:LISTED])}"
        )
    if seen:
        lines.append("  Until you decide, those with a line are shown as not looked for.")
    return lines


def _named(questions: Iterable[Question]) -> str:
    return ", ".join(f"“{question.short}”" for question in questions)
