"""Check the whole site against its texts: run all rules, apply the allowances, collect the problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property, partial
from typing import Any, ParamSpec

from msgspec import Struct, field
from msgspec.structs import replace

from builder.cache.memo import Memo, encoded
from builder.content.load import Document
from builder.content.model import Article, Claim, Site
from builder.content.problems import Problem
from builder.content.strict_yaml import KeyPath
from builder.content.validate.again import Carry
from builder.proof import kinds
from builder.proof.again import Again, Proved
from builder.proof.allowed import allowed
from builder.proof.applied import (
    ARTICLE_RULES,
    CLAIM_RULES,
    DATE_RULES,
    SPEAKER_RULES,
    WORDS_RULES,
    ClaimRule,
    resting,
)
from builder.proof.budget import Budget
from builder.proof.case import ArticleCase, Book, ClaimCase, Finding, find_claim
from builder.proof.failed import ALLOWANCES, NOTHING, Failed, HeldBackError
from builder.proof.locate import near_miss, occurrences
from builder.proof.revisions import through
from builder.proof.rules import attribution, site
from builder.proof.text import Text

P = ParamSpec("P")


class Proof(Struct, frozen=True):
    """The result of checking a site against its texts."""

    problems: tuple[Problem, ...] = ()
    proved: frozenset[str] = field(default_factory=frozenset)
    """Keys (``article/claim``) of the claims whose words were found in the text that the article names."""
    texts_at_hand: bool = False
    """Whether there is a private folder."""
    held: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Skipped checks -> the files to mend first."""
    budgets: Mapping[str, Budget] = field(default_factory=dict)
    """Id of each article whose text is at hand -> how much of it is published in sum."""


def prove(
    model: Site,
    documents: Iterable[Document],
    texts: Mapping[str, Text] | None,
    memo: Memo | None = None,
    failed: Failed = NOTHING,
    only: str | None = None,
    carry: Carry | None = None,
) -> Proof:
    """Check every article that could be read against its private text; with ``only``, no other article than that of this id.

    ``documents`` are the content files, for the line of each key. Without ``texts`` only the rules that need none run. Problems
    are sorted; only claims whose text is available can be proved. ``memo`` caches findings by claim, article, text, question
    with all answers, and registries; those of rules that look at them, by the other claims of the article too. ``carry`` has what was proved of articles of which nothing had to be told. Rules that need what
    ``failed`` leaves unknown are skipped.
    """
    prover = _Prover(model, {document.path: document for document in documents}, texts, memo, failed)
    if carry is not None:
        prover.again = Again(prover.book, carry)
    prover.run(only)
    return Proof(
        tuple(sorted(set(prover.problems), key=lambda problem: problem.order)),
        frozenset(prover.proved),
        texts is not None,
        {what: frozenset(files) for what, files in prover.held.items()},
        prover.budgets,
    )


def tried(book: Book, article: Article, claim: Claim, entry: Mapping[str, Any], text: Text) -> list[Finding]:
    """Return what the rules find of one claim that might be made of a text, whose words are there; ``entry`` is the claim as it would be written.

    Rules that need what could not be read are skipped. No allowance is looked at.
    """
    found = find_claim(claim, text)
    if found is None:
        key = "quote" if claim.quote else "printed"
        return [Finding(kinds.QUOTE_NOT_FOUND, (key,), f'the text does not have "{claim.exact}"')]
    case = ClaimCase(book, article, claim, entry, text, found)
    unread = resting(article)
    told: list[Finding] = []
    for rule in CLAIM_RULES:
        if rule not in unread:
            with suppress(HeldBackError):
                told.extend(rule(case))
    return told


class _Prover:
    def __init__(
        self,
        model: Site,
        documents: dict[str, Document],
        texts: Mapping[str, Text] | None,
        memo: Memo | None,
        failed: Failed,
    ) -> None:
        self.memo = memo
        self.held: dict[str, set[str]] = {}
        self._articles: dict[str, bytes] = {}
        self._claims: dict[str, bytes] = {}
        self._questions: dict[str, bytes] = {}
        drafts = (doc for doc in documents.values() if doc.data.get("draft") is True)
        self.book = Book(through(model), texts, failed, drafts)
        self.articles = {d.id: d for path, d in documents.items() if "/articles/" in path}
        self.topics = {d.id: d for path, d in documents.items() if "/topics/" in path}
        self.problems: list[Problem] = []
        self.proved: set[str] = set()
        self.budgets: dict[str, Budget] = {}
        self.again: Again | None = None
        """Has what was proved before."""
        self.rested = False
        """Whether a rule on the current claim was skipped."""
        self.waiting: set[str] = set()
        """The files to mend before the rules skipped on the current claim can run."""

    def run(self, only: str | None = None) -> None:
        for topic in self.book.site.topics.values():
            if topic.id in self.topics:
                self.tell(self.topics[topic.id], (), self.found(site.unanswered, self.book, topic))
                self.tell(self.topics[topic.id], (), self.found(site.known, self.book, topic))
        for item in self.book.site.articles.values():
            if item.id in self.articles and only in (None, item.id):
                prove = partial(self.article, self.articles[item.id], item)
                known = self.again(self.articles[item.id], item, prove) if self.again else prove()
                if known is not None:
                    self.proved.update(known.claims)
                    if known.budget is not None:
                        self.budgets[item.id] = known.budget

    def found(self, rule: Callable[P, Iterable[Finding]], *case: P.args, **more: P.kwargs) -> list[Finding]:
        """Return a rule's findings; none if the rule is skipped because it needs something unknown."""
        try:
            return list(rule(*case, **more))
        except HeldBackError as held:
            self.held.setdefault(held.what, set()).update(held.files)
            self.waiting.update(held.files)
            return []

    def tell(self, document: Document, path: KeyPath, findings: Iterable[Finding]) -> None:
        for finding in findings:
            self.problems.append(document.problem((*path, *finding.key), finding.kind, finding.message))

    def article(self, document: Document, item: Article) -> Proved | None:
        """Prove an article. Return what was proved, or None if there is something to tell."""
        told = len(self.problems)
        case = ArticleCase(self.book, item, document.data)
        unread = resting(item)
        for rule in ARTICLE_RULES:
            if rule in unread:
                continue
            for finding in self.found(rule, case):
                problem = document.problem(finding.key, finding.kind, finding.message)
                if finding.key == ("precis",):
                    line = _line_of(finding.words, document)
                    problem = Problem(document.path, line, "", finding.kind, finding.message)
                self.problems.append(problem)
        if case.budget is not None:
            self.budgets[item.id] = case.budget
        entries = {entry.get("id"): index for index, entry in enumerate(document.data.get("claims") or [])}
        for claim in item.claims:
            index = entries.get(claim.id)
            if index is not None:
                path: KeyPath = ("claims", index)
                entry = document.data["claims"][index]
                self.rested = False
                self.waiting.clear()
                found = [
                    *attribution.originator(self.book, claim, entry),
                    *self.found(site.statement, self.book, claim),
                    *self.claim(case, claim, entry),
                ]
                if claim.allow and self.waiting:
                    self.held.setdefault(ALLOWANCES, set()).update(self.waiting)
                if found or claim.allow:
                    rested = self.rested or bool(self.waiting)
                    self.tell(document, path, allowed(claim, found, rested=rested))
        if len(self.problems) > told or self.held:
            return None
        return Proved(tuple(claim.key for claim in item.claims if claim.key in self.proved), case.budget)

    def claim(self, case: ArticleCase, claim: Claim, entry: dict[str, Any]) -> Iterator[Finding]:
        text = case.text
        found = find_claim(claim, text, case.article.headline) if text else None
        if text is None or found is None or text.sha256 != case.article.source_sha256:
            self.rested = True
        if text is None:
            return
        missing = [
            key for key in ("printed", "quote") if entry.get(key) and not occurrences(entry[key], text)
        ]
        for key in missing:
            yield self.missing(case.article, text, key, entry[key])
        if found is None:
            return
        yield from self.ruled(ClaimCase(self.book, case.article, claim, entry, text, found), missing)
        if not missing and text.sha256 == case.article.source_sha256:
            self.proved.add(claim.key)

    def ruled(self, case: ClaimCase, missing: list[str]) -> list[Finding]:
        """Return what the rules find of a claim whose words are in its text."""
        idle: tuple[Callable[..., Iterable[Finding]], ...] = WORDS_RULES if "printed" in missing else ()
        if not {*case.claim.sources, *case.claim.via} <= self.book.site.sources.keys():
            idle += SPEAKER_RULES
        if case.article.published is None and self.articles[case.article.id].data.get("published"):
            idle += DATE_RULES
        idle += resting(case.article)
        self.rested = self.rested or bool(idle)
        rules = [rule for rule in CLAIM_RULES if rule not in idle]
        if self.memo is None:
            return [finding for rule in rules for finding in self.found(rule, case)]
        # All that a rule may depend on but the other claims of the article: the claim as written and as read, the rest of its
        # article without the précis, its text, its question with all answers, and the registries.
        known = (
            encoded((case.claim, case.entry, missing)),
            self.said_by(case.article),
            case.text.sha256,
            self.said_to(case.claim.question),
            self.named,
        )
        fresh: dict[ClaimRule, list[Finding]] = {}

        def alone(rule: ClaimRule) -> list[Finding] | None:
            fresh[rule] = self.found(rule, case)
            return None if case.looks_beside() else fresh[rule]

        # Few rules look at other claims, and only these run again where another claim of the article changes.
        told = self.memo(lambda: [alone(rule) for rule in rules], "rules", *known)
        looking = [rule for rule, found in zip(rules, told, strict=True) if found is None]
        rest: dict[ClaimRule, list[Finding]] = {}
        if looking:
            beside = self.memo(
                lambda: [fresh[rule] if rule in fresh else self.found(rule, case) for rule in looking],
                "rules beside",
                *known,
                self.claimed_by(case.article),
            )
            rest = dict(zip(looking, beside, strict=True))
        every = ((rest[rule] if found is None else found) for rule, found in zip(rules, told, strict=True))
        return [finding for found in every for finding in found]

    @cached_property
    def named(self) -> bytes:
        """The encoded registries and settings."""
        site = self.book.site
        return encoded((site.sources, site.places, site.outlets, site.settings))

    def said_by(self, item: Article) -> bytes:
        """Return an encoded article, without its précis and its claims."""
        if item.id not in self._articles:
            self._articles[item.id] = encoded(replace(item, precis="", claims=()))
        return self._articles[item.id]

    def claimed_by(self, item: Article) -> bytes:
        """Return the encoded claims of an article."""
        if item.id not in self._claims:
            self._claims[item.id] = encoded(item.claims)
        return self._claims[item.id]

    def said_to(self, question: str) -> bytes:
        """Return an encoded question with all its answers."""
        if question not in self._questions:
            self._questions[question] = encoded((self.book.questions[question], self.book.answers[question]))
        return self._questions[question]

    def missing(self, item: Article, text: Text, key: str, fragment: str) -> Finding:
        elsewhere = [
            other.id
            for other in self.book.site.articles.values()
            if other.id != item.id
            and (at := self.book.text(other))
            and at.name != text.name
            and occurrences(fragment, at)
        ]
        if elsewhere:
            return Finding(
                kinds.QUOTE_ELSEWHERE,
                (key,),
                f'"{fragment}" stands in the text of {", ".join(elsewhere)}, not here',
            )
        near = near_miss(fragment, text)
        message = f'the text does not have "{fragment}"' + (f": {near}" if near else "")
        return Finding(kinds.QUOTE_NOT_FOUND, (key,), message)


def _line_of(words: str, document: Document) -> int:
    """Return the line of an article's file in whose prose words stand; that where the prose begins if no line has all of them."""
    at = document.body.find(words) if words else -1
    return document.body_line + (document.body.count("\n", 0, at) if at > 0 else 0)
