"""A proposal as ``check`` reads its sentence: with the speakers, relays and caveats that a claim with these words has to have.

Proposals find more than the proof does, in looser words. Where the proof is sure that something is left out, it is filled in.
"""

from __future__ import annotations

import re
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from builder.content.load import Document
from builder.content.model import Article, Claim, Question, Site
from builder.content.vocabulary import Answer, Completeness
from builder.desk.suggest.checked_by import hour_of, verified_in
from builder.desk.suggest.proposal import Proposal
from builder.proof.case import Book, ClaimCase
from builder.proof.locate import Found, occurrences
from builder.proof.rules.attribution import heard_in, relay_dropped
from builder.proof.rules.saying import forms
from builder.proof.rules.timing import day_dropped
from builder.proof.rules.turning import turning
from builder.proof.rules.verification import caveat_on
from builder.proof.rules.voices import Said
from builder.proof.rules.words import turning_words
from builder.proof.text import Text
from builder.values.dates import DateSpan
from builder.values.text import normalise

_WITH_CUE = 6
"""How many words a cue may have that ends with the word which leaves its claim open: "added that it may"."""


class Agreed(Struct, dict=True):
    """Reads the proposals of one article."""

    site: Site
    document: Document
    text: Text
    language: str
    published: DateSpan | None

    @cached_property
    def book(self) -> Book:
        """The site, indexed."""
        return Book(self.site, None)

    @cached_property
    def _caveat(self) -> re.Match[str] | None:
        """What the text says of what it could not check."""
        return forms(self.language).unverified.search(self.text.content)

    def agreed(self, proposal: Proposal) -> Proposal:
        """Return a proposal with what the proof finds left out; one that answers no question as it is."""
        if (question := proposal.question) is None:
            return proposal
        proposal = self._with_speaker(proposal, question)
        if question.running and question.answer is Answer.QUANTITY:
            proposal = replace(
                proposal, hour=hour_of(self.text, proposal.sentence, proposal.cue, self.language)
            )
        outlet = self.site.outlets.get(str(self.document.data.get("outlet") or ""))
        if outlet is not None:
            proposal = replace(
                proposal, verified=verified_in(self.text, proposal.sentence, outlet, self.language)
            )
        if not proposal.sources:
            return proposal
        case = self._case(proposal, question)
        relay = relay_dropped(case)
        if relay is not None and len(relay.ids) == 1:
            proposal = replace(proposal, via=(*proposal.via, *relay.ids))
        proposal = self._with_caveat(proposal, question)
        proposal = self._with_day(proposal, question)
        if self._caveat is None:
            return proposal
        return replace(proposal, status=caveat_on(self._case(proposal, question)))

    def _with_speaker(self, proposal: Proposal, question: Question) -> Proposal:
        """Return a proposal of those to whom its sentence surely gives its words, where it names others or none."""
        case = self._case(proposal, question)
        heard = heard_in(case)
        if not heard or any(len(item.mention.ids) != 1 for item in heard):
            return proposal
        ids = {id for item in heard for id in item.mention.ids}
        if ids.intersection(proposal.sources):
            if not proposal.implied:
                return proposal
            # The sentence goes on behind a stop inside of a quotation, and names who says it there.
            mine = next(item for item in heard if item.mention.ids & set(proposal.sources))
            return replace(proposal, implied=False, cue=self._cue(mine))
        if ids.intersection(proposal.via) or (proposal.implied and proposal.sources):
            return proposal
        first = min(heard, key=lambda item: _apart(item, proposal))
        together = [item for item in heard if item.verb == first.verb]
        named = dict.fromkeys(id for item in together for id in item.mention.ids)
        return replace(
            proposal, sources=tuple(named), cue=self._cue(first), implied=False, speaker_unknown=False
        )

    def _with_day(self, proposal: Proposal, question: Question) -> Proposal:
        """Return a proposal with the day on which it was said, where the text prints one beside its cue."""
        if proposal.said_on or not proposal.cue:
            return proposal
        day = day_dropped(self._case(proposal, question))
        return replace(proposal, said_on=day.means[0].edtf) if day and len(day.means) == 1 else proposal

    def _cue(self, item: Said) -> str:
        """Return what gives its words to a source, as printed and without the article before its name."""
        words = self.text.content[slice(*item.verb)]
        phrase = forms(self.language).according.match(words) if item.phrase else None
        return (phrase[0] if phrase else words).strip(' ",')

    def _with_caveat(self, proposal: Proposal, question: Question) -> Proposal:
        """Return a proposal whose cue goes on to a word that leaves it open: "added that it may"."""
        case = self._case(proposal, question)
        words, content = turning(self.language), self.text.content
        span = proposal.span
        if proposal.quote and (quoted := occurrences(proposal.quote, self.text, case.sentence)):
            span = min(span[0], quoted[0].span[0]), max(span[1], quoted[0].span[1])
        told = {plain for plain, _ in words.met(normalise(proposal.cue or "").split())}
        lost = {(plain, word) for plain, word in turning_words(self.text, span, words) if plain not in told}
        if len(lost) != 1 or not proposal.cue:
            return proposal
        [(plain, word)] = lost
        if plain in words.negations:
            return proposal
        goes_on = re.compile(
            rf"(?<!\w){re.escape(normalise(proposal.cue))}(?:\s+[\w'’-]+){{0,{_WITH_CUE}}}?\s+{re.escape(word)}(?!\w)"
        )
        found = goes_on.search(content, case.sentence[0], span[0])
        return replace(proposal, cue=found[0]) if found else proposal

    def _case(self, proposal: Proposal, question: Question) -> ClaimCase:
        """Return a proposal as the rules see a claim."""
        data = self.document.data
        article = Article(
            self.document.id, str(data.get("outlet") or ""), data.get("headline"), (), None, self.published,
            self.language, Completeness.FULL_TEXT, None, "", "", {}, "",
        )  # fmt: skip
        claim = Claim(
            "", self.document.id, article.outlet, question.path, proposal.printed, counts=question.counts,
            sources=proposal.sources, via=proposal.via, implied=proposal.implied, cue=proposal.cue,
        )  # fmt: skip
        return ClaimCase(self.book, article, claim, {}, self.text, Found(proposal.span))


def _apart(item: Said, proposal: Proposal) -> int:
    """Return how many characters lie between who says something and a proposal's words."""
    start, end = item.mention.span
    return max(start - proposal.span[1], proposal.span[0] - end, 0)
