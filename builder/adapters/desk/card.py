"""The card of the current item: its question, what the others print there, and the keys of its claim as fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from builder.adapters.desk.items import CLAIMED, Item
from builder.cache.records import digest
from builder.content.model import Question
from builder.content.problems import Problem, Severity
from builder.desk import deciding
from builder.desk.mends import FEW_VALUES, Mend, found_of, key_of, mends
from builder.desk.suggest.session import Session
from builder.values.quantity import Modifier

LABELS = {
    "printed": "Printed words",
    "value": "Means",
    "sources": "Who says it",
    "cue": "Hedge or verb, as printed",
    "speech": "Quoted or reported",
    "where": "Headline or text",
    "as_of": "Day it holds for",
    "said_on": "Day it was said",
    "scope": "Scope",
    "quote": "Quotation that shows it",
}
MORE = {
    "via": "Passed on by",
    "attribution": "Attribution",
    "modifier": "Modifier",
    "low": "Low",
    "high": "High",
    "unit": "Unit",
    "counts": "What is counted",
    "of": "Of whom or what",
    "said_as": "The text's words for that day",
    "hour": "Hour of the count",
    "status": "That it could not be checked, as printed",
    "verified": "What the outlet has checked itself, as printed",
    "doubt": "Word of doubt, as printed",
    "leaves_open": "Leaves open",
    "statement": "Same statement as",
    "gist": "Amounts to",
    "rendering": "As this site renders it",
    "part_of": "Part of",
    "note": "Your remark",
}
CHOICES: Mapping[str, tuple[str, ...]] = {
    **FEW_VALUES,
    "modifier": ("", *(item.value for item in Modifier)),
}


_LABEL = re.compile(rf"(?:(?<=^)|(?<=, )|(?<=^without ))({'|'.join((*LABELS, *MORE))}): ")


class Field(Struct, frozen=True):
    """One key of a claim, to be seen and changed."""

    key: str
    label: str
    value: str
    choices: tuple[str, ...] = ()
    wrong: bool = False


class Told(Struct, frozen=True):
    """What the proof says, with what would mend it."""

    problem: Problem
    mends: tuple[Mend, ...]

    @property
    def stops(self) -> bool:
        """Whether it is an error."""
        return self.problem.kind.severity is Severity.ERROR

    @property
    def offered(self) -> list[tuple[str, str]]:
        """The mends by their names, each as an editor reads it."""
        named = {**LABELS, **MORE}
        return [(mend.label, _LABEL.sub(lambda key: f"{named[key[1]]}: ", mend.label)) for mend in self.mends]

    @property
    def may_allow(self) -> bool:
        """Whether the editor may say why it does not hold here."""
        return deciding.may_allow(self.problem.kind)


class Card(Struct, frozen=True):
    """All that the card shows."""

    item: Item
    before: str
    words: str
    after: str
    question: Question | None
    second: Question | None
    beside: tuple[tuple[str, str], ...]
    fields: tuple[Field, ...]
    more: tuple[Field, ...]
    notes: tuple[str, ...]
    """What the rules noticed and left to the editor."""
    told: tuple[Told, ...]
    seen: str
    """What tells whether the claim was changed meanwhile."""

    @property
    def first(self) -> Told | None:
        """Of what the proof says, that which a key mends: the first with a mend, else the first."""
        return next((one for one in self.told if one.mends), next(iter(self.told), None))


def card(session: Session, item: Item, question: Question | None) -> Card:
    """Return the card of an item; ``question`` is another than the likeliest, if the editor chose one."""
    entry, notes = entry_of(session, item, question)
    path = question.path if question else str(entry.get("question") or "")
    asked = session.questions.get(path)
    said = tuple(told(session, item, entry)) if item.kind == CLAIMED or asked else ()
    wrong = {key_of(one.problem) for one in said}
    before, words, after = _sentence(session, item)
    proposal = item.proposal
    second = proposal.questions[1][0] if proposal and len(proposal.questions) > 1 else None
    return Card(
        item, before, words, after, asked, second if second != asked else None,
        tuple(session.beside(asked)) if asked else (),
        tuple(_fields(LABELS, entry, wrong)), tuple(_fields(MORE, entry, wrong)), tuple(notes), said, seen(entry),
    )  # fmt: skip


def entry_of(session: Session, item: Item, question: Question | None) -> tuple[dict[str, Any], list[str]]:
    """Return an item as the claim that it is or would be, and the remarks that would stand beside it as comments."""
    if item.entry is not None:
        return item.entry, []
    assert item.proposal is not None
    return deciding.entry_of(session, item.proposal, question)


def seen(entry: Mapping[str, Any]) -> str:
    """Return what tells one state of a claim from another."""
    return digest(entry)[:16]


def _fields(labels: Mapping[str, str], entry: Mapping[str, Any], wrong: Iterable[str]) -> Iterator[Field]:
    for key, label in labels.items():
        yield Field(key, label, deciding.shown(key, entry), CHOICES.get(key, ()), key in wrong)


def told(session: Session, item: Item, entry: Mapping[str, Any]) -> Iterator[Told]:
    """Yield what the proof says of it now; of a claim, also what only the whole file shows."""
    allowed = {str(one.get("rule")) for one in entry.get("allow") or () if isinstance(one, dict)}
    alone = [one for one in found_of(session, entry) if not {one.kind.code, one.kind.name} & allowed]
    # The whole file tells more of the same: what the text has in the place of words that it does not have.
    known = {(one.kind.code, key_of(one)) for one in item.problems}
    found = [*item.problems, *(one for one in alone if (one.kind.code, key_of(one)) not in known)]
    for problem in sorted(found, key=lambda one: (one.kind.severity is not Severity.ERROR, one.kind.code)):
        yield Told(problem, tuple(mends(session, entry, problem)) if item.kind == CLAIMED else ())


def _sentence(session: Session, item: Item) -> tuple[str, str, str]:
    if item.span is None:
        return "", item.printed, ""
    content = session.text.content
    start, end = session.text.around(item.span)
    return content[start : item.span[0]], content[slice(*item.span)], content[item.span[1] : end]
