"""Plan that what is there says something else: the wording or unit of a question, the kind or names of a source. Its id stays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from builder.content.load import Document
from builder.desk import kinds
from builder.desk.desk import Desk
from builder.desk.edit import entries, with_entry_keys, with_front, with_item_keys
from builder.desk.entering import ASKED, KEYS, as_yaml
from builder.desk.kinds import Refusal
from builder.desk.moving.names import Named, find
from builder.desk.moving.plan import Files, Plan

KEYS_OF: Mapping[str, tuple[str, ...]] = {
    "questions": ASKED,
    "topics": ("title", "lead"),
    "stories": ("title", "summary"),
    **KEYS,
}
"""Kind -> the keys that may be said otherwise."""
NAMES = {
    "text": "The question in full",
    "short": "In a few words",
    "answer": "It asks for",
    "unit": "Unit of the figure",
    "counts": "What is counted",
    "printed_as": "Words that papers print for it",
    "of": "Of whom or what",
    "detail_of": "Detail of",
    "covers": "What its figures are for",
    "when": "Day or time that it asks about",
    "running": "Grows while it is told",
    "known_from": "Could be known from",
    "note": "What readers must know",
    "title": "Title",
    "lead": "What is compared there",
    "summary": "What happened",
    "name": "Name",
    "aliases": "Other names in print",
    "kind": "Kind",
    "country": "Country",
    "hosts": "Its hosts",
    "stake": "What it has to lose or gain",
    "stake_note": "That in a few words",
    "side": "Whose side it is on",
    "speaks_for": "Speaks for",
    "within": "Lies in",
}
"""Key -> what it is called."""
_NEEDED = frozenset({"text", "short", "answer", "title", "lead", "summary", "name", "kind", "stake"})


def said(desk: Desk, kind: str, id: str) -> dict[str, str]:
    """Return what something says under each key that may be said otherwise, as it is typed. Raises ``Refusal`` if there is no such thing."""
    entry = _entry(desk, find(desk.content, id, kind))
    return {key: _shown(entry.get(key, "")) for key in KEYS_OF.get(kind, ())}


def plan_amend(desk: Desk, kind: str, id: str, given: Mapping[str, str]) -> Plan:
    """Return what changes if something says otherwise what is given; an empty value takes its key away. Nothing is written.

    Raises ``Refusal`` if nothing would change, or the site would have errors then; ``ContentError`` if the content has errors.
    """
    files = Files(desk)
    named = find(desk.content, id, kind)
    now = said(desk, kind, id)
    typed = {key: " ".join(given[key].split()) for key in now if key in given}
    other = {key: value for key, value in typed.items() if value != now[key]}
    if not other:
        raise Refusal(kinds.BAD_ANSWER, "nothing is said otherwise than it stands there")
    if gone := [NAMES[key] for key, value in other.items() if not value and key in _NEEDED]:
        raise Refusal(kinds.BAD_ANSWER, f"{', '.join(gone)}: this cannot be left out")
    values = {key: as_yaml(key, value) if value else None for key, value in other.items()}
    path = _document(desk, named).path
    text = files.read(path) or ""
    if kind == "questions":
        done = with_item_keys(text, "questions", named.part, values)
    elif kind == "topics":
        done = with_front(text, values)
    else:
        done = with_entry_keys(text, id, values)
    files.write(path, done)
    plan = Plan(named, named)
    plan.amended = [
        f"{NAMES[key]}: {value or 'nothing'}, instead of {now[key] or 'nothing'}"
        for key, value in other.items()
    ]
    if kind == "questions" and (count := _answers(desk, id)):
        plan.remarks.append(
            f"{count} claim{'s'[: count != 1]} answer{'s'[: count == 1]} it, and {'are' if count != 1 else 'is'} held against it as it is then: look at what is to mend."
        )
    plan.after = files.checked()
    plan.changes = files.changes
    return plan


def _document(desk: Desk, named: Named) -> Document:
    if named.kind in ("topics", "questions"):
        return next(one for one in desk.content.topics if one.id == named.owner)
    return desk.content.registries[named.kind]


def _entry(desk: Desk, named: Named) -> Mapping[str, Any]:
    data = _document(desk, named).data
    if named.kind == "questions":
        return next(one for one in entries(data, "questions") if one.get("id") == named.part)
    found = data if named.kind == "topics" else data[named.id]
    return found if isinstance(found, dict) else {}


def _answers(desk: Desk, path: str) -> int:
    return sum(
        one.get("question") == path
        for article in desk.content.articles
        for one in entries(article.data, "claims")
    )


def _shown(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return ("true" if value else "") if isinstance(value, bool) else " ".join(str(value).split())
