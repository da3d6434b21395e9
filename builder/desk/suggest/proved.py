"""A proposal is offered only as a claim that ``publish`` accepts: each is written, read and proved as if it had been taken.

Where only what stands beside the answer would be refused (a day, a cue, a quotation), the proposal goes without it; an answer
that the proof refuses to one question is tried for the next, and offered for none if all refuse it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from builder.content import strict_yaml
from builder.content.load import Document
from builder.content.model import Claim, Question, Site
from builder.content.problems import UNKNOWN_CLAIM, Severity, errors
from builder.content.validate.articles import read_article
from builder.content.validate.checker import Checker
from builder.desk.desk import Desk
from builder.desk.suggest.proposal import Proposal
from builder.proof.case import Book, Finding
from builder.proof.kinds import NO_ORIGINATOR, OWN_VOICE_UNFIT, SCOPE_UNFIT, SPEAKER_DIFFERS
from builder.proof.prove import tried
from builder.proof.text import Text

Lines = Callable[[Proposal, Question], list[str]]
"""Returns the lines that a proposal would have in the file, as the answer to a question."""

AS_LIKELY = 0.7
"""How likely a question must be, of the likeliest one, to be proposed where that one is refused."""


class Proved(Struct, dict=True):
    """Tries the proposals of one article."""

    desk: Desk
    site: Site
    """The site, with the sources of the article's story."""
    document: Document
    text: Text
    language: str
    lines: Lines

    @cached_property
    def book(self) -> Book:
        """The site, indexed, with this article's text only."""
        return Book(self.site, {self.text.name: self.text}, self.desk.failed)

    def proved(self, proposal: Proposal) -> Proposal:
        """Return a proposal with those of its questions that the proof lets it answer, without what it would refuse beside them."""
        for place, (question, score) in enumerate(proposal.questions):
            if score < AS_LIKELY * proposal.questions[0][1]:
                break  # what surely answers another question does not answer this one because that one's words are refused
            for form in self._forms(proposal, question):
                if not self.refused(form, question):
                    rest = tuple(
                        item for item in proposal.questions[place + 1 :] if not self.refused(form, item[0])
                    )
                    return replace(form, questions=(proposal.questions[place], *rest))
        return replace(proposal, questions=())

    def _forms(self, proposal: Proposal, question: Question) -> Iterator[Proposal]:
        """Yield a proposal in all forms in which it may be claimed; with a gap for who says it, where the text gives it to somebody unknown."""
        yield from _forms(proposal)
        unsaid = not proposal.sources and not proposal.speaker_unknown
        told = set(self.refused(proposal, question)) if unsaid else set()
        if told and told <= {OWN_VOICE_UNFIT.code, SPEAKER_DIFFERS.code}:
            yield replace(proposal, speaker_unknown=True)

    def refused(self, proposal: Proposal, question: Question) -> list[str]:
        """Return the codes of the errors that a proposal would meet if it were taken as the answer to a question."""
        entries = strict_yaml.read_yaml("\n".join(self.lines(proposal, question))).value
        data: dict[str, Any] = {key: value for key, value in self.document.data.items() if key != "draft"}
        data |= {"claims": entries, "silences": [], "language": self.language}
        document = replace(self.document, data=data)
        checker = Checker(self.desk.content)
        told = len(checker.problems)
        article = read_article(checker, document, self.desk.site, {question.path: question})
        codes = [
            problem.kind.code
            for problem in errors(checker.problems[told:])
            if problem.key.startswith("claims") and problem.kind is not UNKNOWN_CLAIM
        ]
        if codes or article is None or not article.claims:
            return codes
        [claim] = article.claims
        found = tried(self.book, article, claim, entries[0], self.text)
        return [
            finding.kind.code
            for finding in found
            if finding.kind.severity is Severity.ERROR and not _is_left_to_state(finding, proposal, claim)
        ]


def _is_left_to_state(finding: Finding, proposal: Proposal, claim: Claim) -> bool:
    """Return whether only the editor can say what a finding misses, and is told so: the scope that all other answers give, an unknown speaker."""
    if finding.kind in (SPEAKER_DIFFERS, NO_ORIGINATOR):
        return proposal.speaker_unknown and not proposal.sources
    return finding.kind is SCOPE_UNFIT and claim.scope is None


def _forms(proposal: Proposal) -> Iterator[Proposal]:
    """Yield a proposal as it is, then without one or more of what stands beside its answer: the least left out first."""
    yield proposal
    without: list[dict[str, Any]] = [
        {key: None}
        for key in ("said_on", "as_of", "hour", "quote", "status", "verified")
        if getattr(proposal, key) is not None
    ]
    for part in without:
        yield replace(proposal, **part)
    if len(without) > 1:
        yield replace(proposal, **{key: None for part in without for key in part})
