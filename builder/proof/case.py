"""The input of the rules: one claim with its passage, or one article, and an index of the whole site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct

from builder.content.load import Document
from builder.content.model import Article, Claim, Question, Site
from builder.content.problems import Kind
from builder.content.strict_yaml import KeyPath
from builder.content.vocabulary import Answer, Where
from builder.proof.budget import Budget, measure
from builder.proof.failed import ANSWERS, CLAIMS, NAMES, NOTHING, STATEMENTS, Failed, HeldBackError
from builder.proof.locate import Found, choose, occurrences
from builder.proof.names import Heads, Names, registry_names
from builder.proof.normal import Span
from builder.proof.text import Text
from builder.values.scripts import whole
from builder.values.text import ELLIPSIS, normalise, without_targets, words


def cue_pattern(cue: str, *, simple: bool) -> str:
    """Return a pattern for a normalised cue in a sentence; a verb in two parts has a gap: "teilte … mit"."""
    return r".*?".join(whole(part, simple=simple) for part in cue.split(f" {ELLIPSIS} "))


class Finding(Struct, frozen=True):
    """A problem that a rule found, at a key of a claim or of an article."""

    kind: Kind
    key: KeyPath
    message: str
    words: str = ""
    """Of the précis: the words that it is about, so that their line is told."""
    firm: bool = False
    """No allowance switches it off: the claim would say what its own printed words do not."""


class Book:
    """The site, indexed for the rules.

    Attributes that are incomplete because a part of the content ``failed`` raise ``HeldBackError``: the rule is then skipped.
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
        """The private texts by file name; None if the private folder is absent."""
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
        """Question -> ids of the drafts that answer it."""
        self.stated: set[str] = set()
        """Names of the statements in drafts."""
        for draft in drafts:
            self._promise(draft)

    def _promise(self, draft: Document) -> None:
        """Record the questions and statements of a draft, even if it has problems."""
        claims = draft.data.get("claims")
        for claim in claims if isinstance(claims, list) else ():
            entry = claim if isinstance(claim, dict) else {}
            if isinstance(question := entry.get("question"), str):
                self.promised.setdefault(question, []).append(draft.id)
            if isinstance(statement := entry.get("statement"), str):
                self.stated.add(statement)

    @property
    def answers(self) -> dict[str, list[Claim]]:
        """Question -> the claims that answer it."""
        self._known(ANSWERS, self.failed.articles)
        return self._answers

    @property
    def statements(self) -> dict[str, list[Claim]]:
        """Name of a statement -> its claims."""
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
        """The names of the sources."""
        self._known(NAMES, self.failed.named("sources"))
        return registry_names(
            tuple((s.id, (s.name, s.short, *s.aliases)) for s in self.site.sources.values())
        )

    @cached_property
    def heads(self) -> Heads:
        """The nouns by which sources are taken up."""
        self._known(NAMES, self.failed.named("sources"))
        return Heads((s.id, (s.name, s.short, *s.aliases)) for s in self.site.sources.values())

    @cached_property
    def places(self) -> Names:
        """The names of the places."""
        self._known(NAMES, self.failed.named("places"))
        return registry_names(tuple((p.id, (p.name, *p.aliases)) for p in self.site.places.values()))

    @cached_property
    def outlets(self) -> Names:
        """The names of the outlets whose kind is known."""
        self._known(NAMES, self.failed.named("outlets"))
        known = (outlet for outlet in self.site.outlets.values() if outlet.kind != "unknown")
        return registry_names(tuple((o.id, (o.name, o.short, *o.aliases)) for o in known))

    @cached_property
    def copies(self) -> dict[str, list[Article]]:
        """Id of an article -> that article and its copies, which have one text; only if there are copies."""
        found: dict[str, list[Article]] = {}
        for article in self.site.articles.values():
            if article.copy_of:
                found.setdefault(article.copy_of, []).append(article)
        for original, copies in found.items():
            copies.extend(filter(None, [self.site.articles.get(original)]))
        return found

    def text(self, article: Article) -> Text | None:
        """Return an article's private text, or None if it is missing."""
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
    """The input of an article rule."""

    book: Book
    article: Article
    entry: Mapping[str, Any]
    """Its front matter as written."""

    @cached_property
    def text(self) -> Text | None:
        """Its private text, or None if it is missing."""
        return self.book.text(self.article)

    @cached_property
    def budget(self) -> Budget | None:
        """How much of its text is published in sum; None if the text is missing."""
        return measure(self.text, self._published()) if self.text is not None else None

    def _published(self) -> Iterator[str]:
        """Yield what is published of the article or beside it: all of its file, its topics, and what copies of it are quoted with."""
        yield from strings(self.entry)
        yield from without_targets(self.article.precis).split("\n\n")
        topics = {claim.question.partition("/")[0] for claim in self.article.claims}
        for topic in (self.book.site.topics[id] for id in sorted(topics) if id in self.book.site.topics):
            yield from (topic.title, topic.lead)
            for question in topic.questions:
                yield from (question.text, question.short, question.note or "")
        for copy in self.book.copies.get(self.article.copy_of or self.article.id, ()):
            for claim in copy.claims:
                yield from (claim.printed, claim.quote or "", claim.status or "", claim.verified or "")


class ClaimCase(Struct, frozen=True, dict=True):
    """The input of a claim rule: a claim whose words were found in its article's text."""

    book: Book
    article: Article
    claim: Claim
    entry: Mapping[str, Any]
    """The claim as written, without defaults from its question."""
    text: Text
    found: Found
    """The position of ``claim.exact``."""

    @property
    def question(self) -> Question:
        """The question that it answers."""
        return self.book.questions[self.claim.question]

    @property
    def beside(self) -> tuple[Claim, ...]:
        """All claims of its article, itself included. Whether a rule asked for them is told by ``looks_beside``."""
        self.__dict__["asked"] = True
        return self.book.claims(self.article)

    def looks_beside(self) -> bool:
        """Return whether ``beside`` was asked for since the last call."""
        return bool(self.__dict__.pop("asked", False))

    @cached_property
    def passage(self) -> Span:
        """The span of the quote, or of the printed words if there is no quote."""
        return self.found.span

    @cached_property
    def printed(self) -> Span | None:
        """The span of the printed words in the passage or its sentence; None if they stand elsewhere."""
        if not self.entry.get("quote"):
            return self.passage
        for within in (self.passage, self.sentence):
            if inside := occurrences(self.claim.printed, self.text, within):
                return inside[0].span
        return None

    @cached_property
    def sentence(self) -> Span:
        """The sentence that holds the passage, with the other sentences of a quotation that it belongs to."""
        return self.text.quotation(self.text.around(self.passage))

    @cached_property
    def cues(self) -> tuple[Span, ...]:
        """Each place of the claim's cue in its sentence; empty if it has none there."""
        if not self.claim.cue:
            return ()
        cue = re.compile(cue_pattern(normalise(self.claim.cue), simple=self.text.is_simple), re.IGNORECASE)
        return tuple(match.span() for match in cue.finditer(self.text.content, *self.sentence))

    @property
    def cue(self) -> Span | None:
        """The place of the cue that is nearest to the passage, or None."""
        start, end = self.passage
        return min(self.cues, key=lambda at: max(at[0] - end, start - at[1], 0), default=None)

    @cached_property
    def near(self) -> Span:
        """The passage's sentence with one before and one after."""
        return self.text.around(self.passage, 1, 1)

    def content_of(self, span: Span) -> str:
        """Return the normalised text of a span."""
        return self.text.content[span[0] : span[1]]

    def named(self, span: Span) -> set[str]:
        """Return the sources that a span names, also by a noun that takes one up: "their union"."""
        here = self.book.speakers.named(self.text.content, span)
        return here | self.book.heads.named(self.content_of(span), self.article.language)

    def is_a(self, answer: Answer) -> bool:
        """Return whether the question asks for this kind of answer."""
        return self.question.answer is answer


def strings(value: object) -> Iterator[str]:
    """Yield every string in a value of mappings and lists."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


def find_claim(claim: Claim, text: Text, headline: str | None = None) -> Found | None:
    """Return the position of a claim's words in its text, or None. A locator chooses between several occurrences.

    Without one, those of the headline are taken only where the claim says that its words stand there.
    """
    found = occurrences(claim.exact, text)
    if claim.locator is None and headline and len(found) > 1:
        inside = [item for item in found if stands_in_headline(text, item.span, headline)]
        outside = [item for item in found if item not in inside]
        found = (inside if claim.where is Where.HEADLINE else outside) or found
    return choose(found, text, claim.locator)


def stands_in_headline(text: Text, span: Span, headline: str | None) -> bool:
    """Return whether a passage stands in the line of a text that is its article's headline."""
    wanted = normalise(headline or "").rstrip(".")
    return bool(wanted) and text.content[slice(*text.paragraph(span))].rstrip(".") == wanted
