"""What a rule is given: one claim with its passage, or one article, and the book of the whole site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct

from builder.content.load import Document
from builder.content.model import Article, Claim, Question, Site
from builder.content.problems import Kind
from builder.content.strict_yaml import KeyPath
from builder.content.vocabulary import Answer
from builder.proof.failed import ANSWERS, CLAIMS, NAMES, NOTHING, STATEMENTS, Failed, HeldBackError
from builder.proof.locate import Found, choose, occurrences
from builder.proof.names import Names, names
from builder.proof.normal import Span
from builder.proof.text import Text
from builder.values.text import normalise, words


class Finding(Struct, frozen=True):
    """What a rule found at a key of a claim or of an article."""

    kind: Kind
    key: KeyPath
    message: str
    words: str = ""
    """Of the précis: the words that it is about, so that their line is told."""


class Book:
    """The site as the rules read it, indexed once.

    What ``failed`` leaves unknown as a whole cannot be asked for: that raises ``HeldBackError``, and the rule rests.
    """

    def __init__(
        self,
        site: Site,
        texts: Mapping[str, Text] | None,
        failed: Failed = NOTHING,
        drafts: Iterable[Document] = (),
    ) -> None:
        self.site = site
        self.failed = failed
        self.texts = texts
        """The private texts by file name; ``None`` where the private folder is absent."""
        self.questions: dict[str, Question] = {
            question.path: question for topic in site.topics.values() for question in topic.questions
        }
        self._answers: dict[str, list[Claim]] = {path: [] for path in self.questions}
        self._statements: dict[str, list[Claim]] = {}
        for article in site.articles.values():
            for claim in article.claims:
                self._answers[claim.question].append(claim)
                if claim.statement:
                    self._statements.setdefault(claim.statement, []).append(claim)
        self.promised: dict[str, list[str]] = {}
        """Question -> the drafts that answer it."""
        self.stated: set[str] = set()
        """The statements that drafts print."""
        for draft in drafts:
            self._promise(draft)

    def _promise(self, draft: Document) -> None:
        """Take up what a draft will say, whatever else is wrong with it."""
        claims = draft.data.get("claims")
        for claim in claims if isinstance(claims, list) else ():
            entry = claim if isinstance(claim, dict) else {}
            if isinstance(question := entry.get("question"), str):
                self.promised.setdefault(question, []).append(draft.id)
            if isinstance(statement := entry.get("statement"), str):
                self.stated.add(statement)

    @property
    def answers(self) -> dict[str, list[Claim]]:
        """The claims on each question."""
        self._known(ANSWERS, self.failed.articles)
        return self._answers

    @property
    def statements(self) -> dict[str, list[Claim]]:
        """The claims of each statement."""
        self._known(STATEMENTS, (*self.failed.articles, *self.failed.topics))
        return self._statements

    def claims(self, article: Article) -> tuple[Claim, ...]:
        """Return all claims of an article."""
        if article.id in self.failed.incomplete:
            self._known(CLAIMS, self.failed.articles or self.failed.topics)
        return article.claims

    def _known(self, what: str, files: Iterable[str]) -> None:
        if files:
            raise HeldBackError(what, files)

    @cached_property
    def speakers(self) -> Names:
        """The sources by their names."""
        self._known(NAMES, self.failed.named("sources"))
        return names(tuple((s.id, (s.name, s.short, *s.aliases)) for s in self.site.sources.values()))

    @cached_property
    def places(self) -> Names:
        """The places by their names."""
        self._known(NAMES, self.failed.named("places"))
        return names(tuple((p.id, (p.name, *p.aliases)) for p in self.site.places.values()))

    @cached_property
    def outlets(self) -> Names:
        """The outlets whose kind is known, by their names."""
        self._known(NAMES, self.failed.named("outlets"))
        known = (outlet for outlet in self.site.outlets.values() if outlet.kind != "unknown")
        return names(tuple((o.id, (o.name, o.short, *o.aliases)) for o in known))

    def text(self, article: Article) -> Text | None:
        """Return an article's private text, if it is at hand."""
        return self.texts.get(article.source_file) if self.texts else None

    @cached_property
    def known_words(self) -> dict[str, tuple[str, str]]:
        """The words of all known names, in small letters, with how they are spelled and in which registry's entry.

        A possessive is the name that it is of: "South Korea's military" has "Korea".
        """
        self._known(NAMES, self.failed.named("sources", "places", "outlets"))
        site = self.site
        found: dict[str, tuple[str, str]] = {}
        for file, entries in (("sources", site.sources), ("places", site.places), ("outlets", site.outlets)):
            for id, entry in entries.items():
                for name in (entry.name, *entry.aliases):
                    for word in map(_bare, words(normalise(name))):
                        if word[:1].isupper():
                            found.setdefault(word.casefold(), (word, f"{file}.yml: {id}"))
        return found


def _bare(word: str) -> str:
    return re.sub(r"'s?\Z", "", word)


class ArticleCase(Struct, frozen=True, dict=True):
    """One article before the rules."""

    book: Book
    article: Article
    entry: Mapping[str, Any]
    """Its front matter as written."""

    @cached_property
    def text(self) -> Text | None:
        """Its private text, if it is at hand."""
        return self.book.text(self.article)


class ClaimCase(Struct, frozen=True, dict=True):
    """One claim whose article's text is at hand and prints its words."""

    book: Book
    article: Article
    claim: Claim
    entry: Mapping[str, Any]
    """The claim as written: what it leaves out is not filled in."""
    text: Text
    found: Found
    """Where ``claim.exact`` stands."""

    @property
    def question(self) -> Question:
        """The question it answers."""
        return self.book.questions[self.claim.question]

    @cached_property
    def passage(self) -> Span:
        """The quoted words; the printed ones where nothing is quoted."""
        return self.found.span

    @cached_property
    def printed(self) -> Span | None:
        """The printed words within the passage, or in its sentence; ``None`` where they stand elsewhere."""
        if not self.entry.get("quote"):
            return self.passage
        for within in (self.passage, self.sentence):
            if inside := occurrences(self.claim.printed, self.text, within):
                return inside[0].span
        return None

    @cached_property
    def sentence(self) -> Span:
        """The sentence that holds the passage; with those that share a quotation with it."""
        return self.text.quotation(self.text.around(self.passage))

    @cached_property
    def near(self) -> Span:
        """That sentence with one before and one after."""
        return self.text.around(self.passage, 1, 1)

    def said(self, span: Span) -> str:
        """Return the normalised text of a span."""
        return self.text.content[span[0] : span[1]]

    def is_a(self, answer: Answer) -> bool:
        """Return whether the question wants this kind of answer."""
        return self.question.answer is answer


def find_claim(claim: Claim, text: Text) -> Found | None:
    """Return where a claim's words stand in its text; with a locator, at the place that it means."""
    return choose(occurrences(claim.exact, text), text, claim.locator)
