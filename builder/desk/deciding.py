"""What an editor decides on an article, done to its file: a claim by hand, another value of one, silences, the précis.

Each reads the file as it is now and writes it whole or not at all.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from builder.content import strict_yaml
from builder.content.model import Question
from builder.content.problems import CATALOGUE, Kind
from builder.content.schema import LEAST_REASON
from builder.content.vocabulary import SilenceKind, Speech, Where
from builder.desk import kinds
from builder.desk.edit import entries, in_yaml, with_claim_keys, with_item, without_item
from builder.desk.kinds import Refusal
from builder.desk.precis import has_precis
from builder.desk.suggest.by_hand import chosen
from builder.desk.suggest.proposal import Proposal
from builder.desk.suggest.session import Session
from builder.desk.suggest.write import load, save, with_precis
from builder.desk.unsaid import silence_lines
from builder.desk.yamltext import listed
from builder.proof.kinds import FIXED
from builder.proof.locate import occurrences
from builder.proof.normal import Span
from builder.values.text import folded

KEYS = (
    "printed", "value", "sources", "cue", "speech", "where", "as_of", "said_on", "scope", "quote", "via", "attribution", "modifier", "low",
    "high", "unit", "counts", "of", "said_as", "hour", "status", "verified", "doubt", "leaves_open", "statement", "gist", "rendering", "part_of", "note",
)  # fmt: skip
"""The keys of a claim that an editor may type."""
DEFAULTS: Mapping[str, str] = {
    "speech": Speech.REPORTED.value,
    "where": Where.TEXT.value,
    "attribution": "stated",
}
"""What a key means where it is left out."""
_LISTS = frozenset({"sources", "via"})
_NUMBERS = frozenset({"low", "high"})
_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?\Z")


def shown(key: str, entry: Mapping[str, Any]) -> str:
    """Return a key's value as an editor types it: the items of a list with commas between."""
    value = entry.get(key, DEFAULTS.get(key, ""))
    if isinstance(value, list):
        joined = ", ".join(map(str, value))
        return f"[{joined}]" if key == "value" else joined
    return " ".join(str(value).split())


def typed(entry: Mapping[str, Any], given: Mapping[str, str]) -> dict[str, str | None]:
    """Return the keys that an editor typed otherwise than a claim has them -> their values in YAML, None for those that are to go."""
    done: dict[str, str | None] = {}
    for key in KEYS:
        if key not in given:
            continue
        said = " ".join(given[key].split())
        if said == shown(key, entry):
            continue
        if not said or said == DEFAULTS.get(key):
            done[key] = None
        elif key in _LISTS:
            done[key] = listed(part.strip() for part in said.split(",") if part.strip())
        elif key == "value" and said.startswith("["):
            done[key] = listed(part.strip() for part in said.strip("[]").split(",") if part.strip())
        else:
            done[key] = said if key in _NUMBERS and _NUMBER.match(said) else in_yaml(said)
    if "sources" in done and "attribution" not in done:
        # Who is named, or that nobody is, decides what the attribution is unless the editor says otherwise.
        if done["sources"] is None:
            done["attribution"] = "none"
        elif entry.get("attribution") == "none":
            done["attribution"] = None
    return {key: value for key, value in done.items() if value is not None or key in entry}


def with_typed(lines: list[str], values: Mapping[str, str | None]) -> list[str]:
    """Return a claim's lines with some of its keys changed."""
    if not values:
        return lines
    read = strict_yaml.read_yaml("\n".join(lines)).value
    text = "---\nclaims:\n" + "".join(f"  {line}\n" for line in lines) + "---\n"
    done = with_claim_keys(text, str(read[0]["id"]), values)
    return [line[2:] for line in done.split("\n")[2:-2]]


def entry_of(
    session: Session, proposal: Proposal, question: Question | None
) -> tuple[dict[str, Any], list[str]]:
    """Return a proposal as the claim that it would be, and the remarks that would stand beside it as comments."""
    lines = session.lines(proposal, question or proposal.question)
    notes = [line.strip(" #") for line in lines if line.lstrip().startswith("#")]
    read = strict_yaml.read_yaml("\n".join(lines)).value
    entry = read[0] if isinstance(read, list) and isinstance(read[0], dict) else {}
    if entry.get("question") == "?":
        entry = {**entry, "question": ""}
    return entry, [note.removeprefix("GAP").strip() for note in notes]


def take(session: Session, proposal: Proposal, question: Question, given: Mapping[str, str]) -> str:
    """Write a proposal as a claim on a question, with what was typed otherwise; return the claim's id.

    A part is taken without its whole where that is not claimed yet: see ``without_whole``.
    """
    entry, _ = entry_of(session, proposal, question)
    if without_whole(session, given):
        given = {key: value for key, value in given.items() if key != "part_of"}
    lines = with_typed(session.lines(proposal, question), typed(entry, given))
    _refuse_twice(session, lines)
    id = session.take(lines)
    session.renew_block()
    return id


def _refuse_twice(session: Session, lines: list[str]) -> None:
    """Raise ``Refusal`` if the words are claimed for the question as often as the text has them."""
    [made] = strict_yaml.read_yaml("\n".join(lines)).value
    printed = str(made.get("printed") or "")
    claims = entries(session.document.data, "claims")
    same = [
        one
        for one in claims
        if one.get("question") == made.get("question") and folded(str(one.get("printed"))) == folded(printed)
    ]
    if same and len(same) >= len(occurrences(printed, session.text)):
        raise Refusal(
            kinds.BAD_ANSWER, f"“{printed}” is claimed for this question already: {same[0].get('id')}"
        )


def without_whole(session: Session, given: Mapping[str, str]) -> str:
    """Return the claim that a part is said to be of and that the article does not have; empty if there is none such."""
    whole = given.get("part_of", "").strip()
    return "" if whole in _ids(session) else whole


def _ids(session: Session) -> list[str]:
    return [str(one.get("id")) for one in entries(session.document.data, "claims")]


def by_hand(session: Session, question: str, words: str, place: int = 1) -> tuple[Proposal, Question]:
    """Return words of a text as a proposal for a question; ``place`` tells which, where they stand there several times."""
    asked = session.questions.get(question)
    if asked is None:
        raise Refusal(kinds.BAD_ANSWER, f'there is no question "{question}"')
    return chosen(session, words_at(session, words, place), asked), asked


def words_at(session: Session, words: str, place: int = 1) -> Span:
    """Return where a text has words, in its normalised form; ``place`` as in ``by_hand``. Raises ``Refusal`` if it does not have them."""
    found = occurrences(words, session.text) if words.strip() else []
    if not found:
        raise Refusal(kinds.BAD_ANSWER, f'the text of {session.document.id} does not have "{words}"')
    if place > len(found):
        raise Refusal(kinds.BAD_ANSWER, f'the text has "{words}" in {len(found)} places only')
    return found[place - 1].span


def words_below(session: Session, words: str) -> Span:
    """The same, of words that headline and text have the first place below the headline: a claim of the headline alone is not meant."""
    first = words_at(session, words)
    headline = str(session.document.data.get("headline") or "")
    head = max((one.span[1] for one in occurrences(headline, session.text)[:1]), default=0) if headline else 0
    return next((one.span for one in occurrences(words, session.text) if one.span[0] >= head), first)


def drop(session: Session, words: str, place: int = 1) -> None:
    """Propose some words no more; ``place`` tells which, where they are proposed in several places. Raises ``Refusal`` if they are not."""
    session.drop(_proposed(session, session.open(unanswering=True), words, place, "proposed"))
    session.renew_block()


def propose_again(session: Session, words: str, place: int = 1) -> None:
    """Propose dropped words again; ``place`` as in ``drop``. Raises ``Refusal`` if they were not dropped."""
    session.propose_again(_proposed(session, session.dropped_ones(), words, place, "dropped"))
    session.renew_block()


def _proposed(session: Session, among: Iterable[Proposal], words: str, place: int, what: str) -> Proposal:
    # What stands at one place is dropped for all questions that it may answer.
    found = list({session.key(one): one for one in among if folded(one.printed) == folded(words)}.values())
    if not found:
        raise Refusal(kinds.BAD_ANSWER, f'"{words}" is not {what} for {session.document.id}')
    if place > len(found):
        raise Refusal(kinds.BAD_ANSWER, f'"{words}" is {what} in {len(found)} places only')
    return found[place - 1]


def claim_of(session: Session, id: str) -> dict[str, Any]:
    """Return a claim of the article's file by its id. Raises ``Refusal`` if there is none."""
    claims = entries(session.document.data, "claims")
    found = next((one for one in claims if one.get("id") == id), None)
    if found is None:
        known = ", ".join(_ids(session)) or "none yet"
        raise Refusal(kinds.BAD_ANSWER, f'{session.document.id} has no claim "{id}"; its claims: {known}')
    return found


def change(session: Session, id: str, values: Mapping[str, str | None]) -> None:
    """Set keys of a claim to values in YAML; ``None`` takes a key away. Raises ``Refusal`` for a part of a claim that is not there."""
    whole = values.get("part_of")
    if whole is not None and whole not in map(in_yaml, _ids(session)):
        claim_of(session, whole)
    if values:
        before = load(session.path)
        save(session.path, before, with_claim_keys(before, id, values))


def may_allow(kind: Kind) -> bool:
    """Return whether an editor may say why a rule of the proof does not hold for a claim."""
    return kind.code.startswith("V1") and kind not in FIXED


def allow(session: Session, id: str, rule: str, reason: str) -> None:
    """Note at a claim why a rule of the proof does not hold for it, for readers. Raises ``Refusal`` for a rule that always holds."""
    kind = next((one for one in CATALOGUE.values() if rule in (one.code, one.name)), None)
    if kind is None or not may_allow(kind):
        raise Refusal(kinds.BAD_ANSWER, f'"{rule}" is no rule that can be switched off')
    if len({word.casefold() for word in reason.split()}) < LEAST_REASON:
        raise Refusal(kinds.BAD_ANSWER, "say why it does not hold here, in a sentence")
    noted = claim_of(session, id).get("allow")
    known = [one for one in noted if isinstance(one, dict)] if isinstance(noted, list) else []
    told = [
        *((str(one.get("rule")), str(one.get("reason"))) for one in known),
        (kind.name, " ".join(reason.split())),
    ]
    items = ", ".join(
        f"{{rule: {name}, reason: {json.dumps(why, ensure_ascii=False)}}}" for name, why in told
    )
    change(session, id, {"allow": f"[{items}]"})


def remove(session: Session, id: str) -> None:
    """Take a claim away."""
    before = load(session.path)
    save(session.path, before, without_item(before, "claims", "id", id))


def silence(session: Session, question: str, *, looked_for: bool) -> None:
    """Note that an article was searched for an answer and does not mention it, or take that back."""
    if question not in session.questions:
        raise Refusal(kinds.BAD_ANSWER, f'there is no question "{question}"')
    now = before = load(session.path)
    stated = {str(one.get("question")): one.get("kind") for one in entries(session.document.data, "silences")}
    unlooked = stated.get(question) == SilenceKind.NOT_LOOKED_FOR.value
    if looked_for == (question in stated and not unlooked):
        return
    if question in stated:
        now = without_item(now, "silences", "question", question)
    if looked_for:
        now = with_item(now, "silences", silence_lines(question, SilenceKind.NOT_MENTIONED))
    save(session.path, before, now)


def precis(session: Session, text: str) -> None:
    """Write the précis in place of the one that is there."""
    before = load(session.path)
    text = text.replace("\r\n", "\n").strip()
    if text or has_precis(session.document):
        save(session.path, before, with_precis(before, text))
