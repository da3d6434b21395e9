"""One article's proposals: those that are still open, and what happens to each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from builder.cache import regular
from builder.content import strict_yaml
from builder.content.load import Document
from builder.content.model import Question
from builder.content.problems import Problem
from builder.content.vocabulary import Answer
from builder.desk.belonging import Belonging
from builder.desk.desk import Desk
from builder.desk.edit import entries, without_item
from builder.desk.files import Writing
from builder.desk.suggest.agreed import Agreed
from builder.desk.suggest.others import agreeing, begun, published_on
from builder.desk.suggest.printed import beside, printed_by_others
from builder.desk.suggest.proposal import Proposal
from builder.desk.suggest.propose import propose
from builder.desk.suggest.proved import Proved
from builder.desk.suggest.settle import filled
from builder.desk.suggest.write import block_of, claim_id, claim_lines, insert, load, save
from builder.proof.text import Text
from builder.values.dates import DateSpan
from builder.values.text import folded

DROPPED = "suggestions-dropped.json"
"""In the private folder: what an editor dropped is not proposed again."""


@dataclass
class Session:
    """Proposals for one article."""

    desk: Desk
    document: Document
    text: Text = field(init=False)
    taken: list[dict[str, Any]] = field(default_factory=list)
    """The claims taken in this session, as they stand in the file now."""
    dropped: int = 0
    """How many proposals were dropped in this session."""
    known: list[Proposal] | None = None
    """All proposals, where they were found before and nothing changed that they hang on."""
    told: dict[str, list[Problem]] = field(default_factory=dict)
    """Digest of a claim -> what the proof said of it by itself; it holds as long as the proposals do."""

    def __post_init__(self) -> None:
        self.text = self.desk.text(self.document)

    @property
    def path(self) -> Path:
        """The article's file."""
        return self.desk.path(self.document)

    @cached_property
    def questions(self) -> dict[str, Question]:
        """The site's questions by their path."""
        return {q.path: q for topic in self.desk.site.topics.values() for q in topic.questions}

    @cached_property
    def all(self) -> list[Proposal]:
        """Everything that the text offers."""
        return self.find() if self.known is None else self.known

    def find(self) -> list[Proposal]:
        """Look for everything that the text offers."""
        settings = self.desk.site.settings
        of = self.belonging
        found = propose(
            self.text,
            of.sources(self.story),
            of.questions(self.story),
            printed_by_others(self.desk, self.document.id),
            self._published(),
            settings.quote_limit,
            of.places(self.story),
            self.language,
            settings.language,
            self.document.data.get("headline"),
            agreeing(self.desk, self.belonging, self.document.id, self.story),
            begun(self.desk, self.document.id, {question.path for question in of.questions(self.story)}),
        )
        return filled(found, lambda proposal: self.proved.proved(self.read.agreed(proposal)))

    @cached_property
    def read(self) -> Agreed:
        """What reads proposals of this article as the proof reads their sentences."""
        return Agreed(self.proved.site, self.document, self.text, self.language, self._published())

    @cached_property
    def proved(self) -> Proved:
        """What tries proposals of this article before they are offered."""
        # Who speaks in another story is no speaker here.
        sources = {source.id: source for source in self.belonging.sources(self.story)}
        site = replace(self.desk.site, sources=sources)
        return Proved(self.desk, site, self.document, self.text, self.language, self._alone)

    def _alone(self, proposal: Proposal, question: Question) -> list[str]:
        """Return the lines of a claim by itself, whatever else the file has."""
        return claim_lines(
            proposal, "tried", question, self.desk.site.settings.language, language=self.language
        )

    @cached_property
    def belonging(self) -> Belonging:
        """What each story of the site has."""
        return Belonging(self.desk.site)

    @cached_property
    def story(self) -> str | None:
        """Id of the article's story; None on a site without stories. Raises ``Refusal`` if it may be one of several."""
        return self.belonging.story_of(self.document, self.text)

    @property
    def language(self) -> str:
        """The language of the article, as its file has it."""
        return str(self.document.data.get("language") or self.desk.site.settings.language)

    def open(self, *, unanswering: bool = False) -> list[Proposal]:
        """Return the proposals that are neither in the file nor dropped; those that answer no question if asked for."""
        dropped = set(self._dropped().get(self.document.id, []))
        claimed: dict[str, list[tuple[str, str]]] = {}
        for claim in self._claims():
            printed, quote = (folded(str(claim.get(key) or "")) for key in ("printed", "quote"))
            claimed.setdefault(str(claim.get("question")), []).append((printed, quote))
        return [
            proposal for proposal in self.all
            if (unanswering or proposal.questions) and self.key(proposal) not in dropped and not _is_claimed(proposal, claimed)
        ]  # fmt: skip

    def _published(self) -> DateSpan | None:
        return published_on(self.document)

    def _claims(self) -> list[dict[str, Any]]:
        claims = self.document.data.get("claims")
        before = [claim for claim in claims if isinstance(claim, dict)] if isinstance(claims, list) else []
        return [*before, *self.taken]

    def _ids(self) -> list[str]:
        return [str(claim.get("id")) for claim in self._claims()]

    def sentence(self, proposal: Proposal) -> tuple[str, str, str]:
        """Return the sentence in three pieces: before the words, the words, after them."""
        content = self.text.content
        start, end = proposal.span
        return (
            content[proposal.sentence[0] : start],
            content[start:end],
            content[end : max(end, proposal.sentence[1])],
        )

    def beside(self, question: Question) -> list[tuple[str, str]]:
        """Return what the other articles print in answer to a question."""
        return beside(self.desk, self.document.id, question.path)

    def lines(self, proposal: Proposal, question: Question | None) -> list[str]:
        """Return the lines that the claim would have in the file."""
        id = claim_id(proposal, question.path if question else "", self._ids())
        whole = self._whole(proposal, question, self._claims())
        return claim_lines(proposal, id, question, self.desk.site.settings.language, whole, self.language)

    def _whole(
        self, proposal: Proposal, question: Question | None, claims: list[dict[str, Any]]
    ) -> str | None:
        """Return the id of the claim within whose figure the text counts one: the last before it in its sentence, of the same unit."""
        before = folded(self.sentence(proposal)[0])
        places = {
            str(claim.get("id")): before.rfind(folded(str(claim.get("printed") or "\0")))
            for claim in claims
            if (asked := self.questions.get(str(claim.get("question")))) is not None
            and asked.answer is Answer.QUANTITY
            and asked.unit == getattr(question, "unit", None)
        }
        found = max(places, key=places.__getitem__, default=None) if proposal.is_part else None
        return found if found is not None and places[found] >= 0 else None

    def take(self, lines: list[str]) -> str:
        """Write a claim into the file; return its id."""
        before = load(self.path)
        [claim] = strict_yaml.read_yaml("\n".join(lines)).value
        now = insert(before, [lines])
        # What nobody had looked for is found.
        if any(
            one.get("question") == claim.get("question") for one in entries(self.document.data, "silences")
        ):
            now = without_item(now, "silences", "question", str(claim["question"]))
        save(self.path, before, now)
        self.taken.append(claim)
        return str(claim.get("id"))

    def write_block(self, proposals: list[Proposal]) -> None:
        """Write proposals into the file as comments."""
        before = load(self.path)
        ids: list[str] = []
        written: list[dict[str, Any]] = []
        blocks = []
        for proposal in proposals:
            question = proposal.question
            id = claim_id(proposal, question.path if question else "", [*self._ids(), *ids])
            ids.append(id)
            # The sentence stays in the private folder; the file goes into the repository.
            told = [f"# or: {other.path}" for other, _ in proposal.questions[1:]]
            if question:
                told += [f"# {outlet} prints: {printed}" for outlet, printed in self.beside(question)[:4]]
            whole = self._whole(proposal, question, [*self._claims(), *written])
            written.append({"id": id, "printed": proposal.printed, "question": question and question.path})
            blocks.append(
                [
                    *told,
                    *claim_lines(
                        proposal, id, question, self.desk.site.settings.language, whole, self.language
                    ),
                ]
            )
        save(self.path, before, insert(before, blocks, commented=True))

    def renew_block(self) -> None:
        """Bring the block of comments up to date, if the file has one: what was taken or dropped leaves it."""
        if there := block_of(load(self.path)):
            # One that was written with what answers no question keeps it.
            self.write_block(self.open(unanswering=any("question: ?" in line for line in there)))

    def drop(self, proposal: Proposal) -> None:
        """Do not propose it again."""
        dropped = self._dropped()
        dropped.setdefault(self.document.id, []).append(self.key(proposal))
        self._keep(dropped)
        self.dropped += 1

    def dropped_ones(self) -> list[Proposal]:
        """Return the proposals that were dropped."""
        dropped = set(self._dropped().get(self.document.id, []))
        return [proposal for proposal in self.all if self.key(proposal) in dropped]

    def propose_again(self, proposal: Proposal) -> None:
        """Propose again what was dropped."""
        dropped = self._dropped()
        left = [key for key in dropped.get(self.document.id, []) if key != self.key(proposal)]
        self._keep(
            {**dropped, self.document.id: left}
            if left
            else {id: keys for id, keys in dropped.items() if id != self.document.id}
        )

    def _keep(self, dropped: dict[str, list[str]]) -> None:
        data = (json.dumps(dropped, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode()
        path = self.desk.private / DROPPED
        writing = Writing()
        (writing.change if path.exists() else writing.create)(path, data)
        writing.commit()

    def _dropped(self) -> dict[str, list[str]]:
        try:
            read = json.loads(regular.read(self.desk.private / DROPPED))
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(read, dict):
            return {}
        return {str(id): [str(key) for key in keys] for id, keys in read.items() if isinstance(keys, list)}

    @staticmethod
    def key(proposal: Proposal) -> str:
        """Return what a proposal is remembered by: its place and its words."""
        return f"{proposal.span[0]}-{proposal.span[1]} {folded(proposal.printed)}"

    def as_data(self, proposal: Proposal) -> dict[str, Any]:
        """Return a proposal in plain values, for programs."""
        return {
            "kind": proposal.kind,
            "printed": proposal.printed,
            "sentence": "".join(self.sentence(proposal)),
            "at": list(self.text.normal.raw(proposal.span)),
            "value": proposal.value,
            "modifier": proposal.modifier,
            "low": proposal.low,
            "high": proposal.high,
            "counts": proposal.counts,
            "of": proposal.of,
            "as_of": proposal.as_of,
            "said_on": proposal.said_on,
            "sources": list(proposal.sources),
            "via": list(proposal.via),
            "cue": proposal.cue,
            "attribution": "implied"
            if proposal.implied
            else "stated"
            if proposal.sources
            else None
            if proposal.speaker_unknown
            else "none",
            "status": proposal.status,
            "verified": proposal.verified,
            "hour": proposal.hour,
            "quote": proposal.quote,
            "questions": [
                {"question": question.path, "score": score} for question, score in proposal.questions
            ],
            "beside": [
                {"outlet": outlet, "printed": printed}
                for outlet, printed in (self.beside(proposal.question) if proposal.question else [])
            ],
        }


def _is_claimed(proposal: Proposal, claimed: Mapping[str, list[tuple[str, str]]]) -> bool:
    """Return whether a claim has a proposal's words for one of its questions; ``claimed`` has printed words and quotation by question."""
    claims = [claim for question, _ in proposal.questions for claim in claimed.get(question.path, ())]
    if not claims:
        return False
    words, near = folded(proposal.printed), folded(proposal.quote or "")
    return any(
        printed
        and (printed in words or words in printed)
        and (not near or not quote or quote in near or near in quote or printed == words)
        for printed, quote in claims
    )
