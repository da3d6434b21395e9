"""What would mend a claim that the proof refuses: changes of its keys that are tried, and offered only if the proof then accepts them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args

from msgspec import Struct
from msgspec.structs import replace

from builder.content import strict_yaml
from builder.content.model import Question
from builder.content.problems import Problem, Severity
from builder.content.validate.articles import read_article
from builder.content.validate.checker import Checker
from builder.content.vocabulary import ATTRIBUTIONS, Speech, Where
from builder.desk.suggest.by_hand import chosen
from builder.desk.suggest.proposal import Proposal
from builder.desk.suggest.session import Session
from builder.desk.yamltext import listed, scalar
from builder.proof.case import Finding
from builder.proof.kinds import LOCATOR_MISSING
from builder.proof.locate import occurrences
from builder.proof.prove import tried

_OTHERS: Mapping[str, tuple[str, ...]] = {
    "speech": tuple(item.value for item in Speech),
    "where": tuple(item.value for item in Where),
    "attribution": get_args(ATTRIBUTIONS),
}
"""Keys with few values: each is tried."""
_NEEDED = frozenset({"id", "question", "printed"})
"""Without these a claim is none."""
_SPEAKER = ("sources", "via", "attribution", "cue")
MOST = 3
"""Mends that are offered for one problem."""


class Mend(Struct, frozen=True):
    """One change of a claim that the proof accepts."""

    label: str
    """What it does, in words."""
    values: Mapping[str, str | None]
    """Key -> its value in YAML, None to take it away."""


def found_of(session: Session, entry: Mapping[str, Any]) -> list[Problem]:
    """Return what the proof says of one claim by itself, as it stands in a file or might."""
    document = session.document
    data = {key: value for key, value in document.data.items() if key != "draft"}
    data |= {"claims": [dict(entry)], "silences": [], "language": session.language}
    alone = replace(document, data=data)
    checker = Checker(session.desk.content)
    told = len(checker.problems)
    article = read_article(checker, alone, session.desk.site, session.questions)
    found = [problem for problem in checker.problems[told:] if problem.key.startswith("claims")]
    if article is None or not article.claims:
        return found
    proof = tried(session.proved.book, article, article.claims[0], entry, session.text)
    # Publishing writes where the words stand.
    return found + [_as_problem(session, finding) for finding in proof if finding.kind is not LOCATOR_MISSING]


def _as_problem(session: Session, finding: Finding) -> Problem:
    key = strict_yaml.spell(("claims", 0, *finding.key))
    return Problem(session.document.path, 1, key, finding.kind, finding.message)


def key_of(problem: Problem) -> str:
    """Return the key of a claim that a problem is about, empty if it is about the claim as a whole."""
    return problem.key.partition("].")[2].partition("[")[0].partition(".")[0]


def mends(session: Session, entry: Mapping[str, Any], problem: Problem) -> list[Mend]:
    """Return the changes after which the proof no longer says this of a claim, and says nothing else instead."""
    before = _told(found_of(session, entry))
    offered: list[Mend] = []
    for mend in _tries(session, entry, key_of(problem)):
        now = _told(found_of(session, _with(entry, mend.values)))
        if problem.kind.code not in now and now <= before:
            offered.append(mend)
    return offered[:MOST]


def _told(found: Iterable[Problem]) -> frozenset[str]:
    return frozenset(
        problem.kind.code for problem in found if problem.kind.severity is Severity.ERROR or problem.key
    )


def _with(entry: Mapping[str, Any], values: Mapping[str, str | None]) -> dict[str, Any]:
    changed = {key: value for key, value in entry.items() if key not in values}
    new = [f"{key}: {value}" for key, value in values.items() if value is not None]
    read = strict_yaml.read_yaml("\n".join(new)).value if new else {}
    return changed | (read if isinstance(read, dict) else {})


def _tries(session: Session, entry: Mapping[str, Any], key: str) -> Iterator[Mend]:
    """Yield changes that may help, the likeliest first: what the rules read at these words, another value, and no value."""
    question = session.questions.get(str(entry.get("question")))
    if key in ("printed", "quote"):
        yield from _others_words(session, entry, question)
    proposed = _proposed(session, entry, question)
    for keys in ((key,), _SPEAKER) if key else (_SPEAKER,):
        values = {
            one: proposed[one] for one in keys if one in proposed and proposed[one] != _written(entry, one)
        }
        if values:
            yield Mend(", ".join(f"{one}: {value}" for one, value in values.items()), values)
    for value in _OTHERS.get(key, ()):
        if str(entry.get(key)) != value:
            yield Mend(f"{key}: {value}", {key: value})
    if key and key not in _NEEDED and key in entry:
        yield Mend(f"without {key}: {_written(entry, key)}", {key: None})
    if key == "sources" or (not key and "sources" not in entry):
        yield Mend(
            "nobody is named as saying it", {"sources": None, "via": None, "cue": None, "attribution": "none"}
        )


def _others_words(session: Session, entry: Mapping[str, Any], question: Question | None) -> Iterator[Mend]:
    """Yield what else the text prints on a claim's question and no claim has: an outlet may have changed its words."""
    if question is None:
        return
    for proposal in session.open():
        if all(asked.path != question.path for asked, _ in proposal.questions):
            continue
        made = _read(session, proposal, question)
        gone = dict.fromkeys(key for key in entry if key not in ("id", "question", "part_of", "note"))
        yield Mend(f"it prints: {proposal.printed}", {**gone, **made})


def _proposed(session: Session, entry: Mapping[str, Any], question: Question | None) -> dict[str, str]:
    """Return the keys that the rules would write for a claim's words, in YAML."""
    printed = str(entry.get("printed") or "")
    places = [item.span for item in occurrences(printed, session.text)] if printed else []
    found = next((item for item in session.all if any(_meet(item.span, place) for place in places)), None)
    if found is None and places:
        # Words that nobody proposed: what the rules know of them.
        found = chosen(session, places[0], question)
    if found is None:
        return {}
    return _read(session, found, question)


def _read(session: Session, proposal: Proposal, question: Question | None) -> dict[str, str]:
    """Return the keys of the claim that a proposal would be, in YAML."""
    read = strict_yaml.read_yaml("\n".join(session.lines(proposal, question))).value
    if not isinstance(read, list) or not isinstance(read[0], dict):
        return {}
    return {key: _yaml(value) for key, value in read[0].items() if key not in ("id", "question")}


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _written(entry: Mapping[str, Any], key: str) -> str | None:
    return _yaml(entry[key]) if key in entry else None


def _yaml(value: Any) -> str:
    if isinstance(value, list):
        return listed(map(str, value))
    if isinstance(value, bool):
        return str(value).lower()
    return scalar(value) if isinstance(value, str | int | float) else str(value)
