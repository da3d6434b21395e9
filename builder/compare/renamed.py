"""An earlier state with the ids that things have today: what was only renamed did not come or go."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from builder.compare.changes import Record, State
from builder.content.moved_on import Today


def renamed(state: State, today: Today) -> State:
    """Return the state with the ids of today. Records that name nothing former are the same objects."""
    if not today.leads:
        return state
    now: dict[str, Callable[[str], str]] = {
        "id": today.article, "outlet": today.outlet, "copy_of": today.article,
    }  # fmt: skip
    source = today.source
    of_claim = {
        "id": today.claim, "article": today.article, "outlet": today.outlet, "topic": today.topic,
        "question": today.question, "part_of": today.claim, "sources": source, "originators": source,
    }  # fmt: skip
    of_row = {
        "topic": today.topic,
        "question": today.question,
        "low_claim": today.claim,
        "high_claim": today.claim,
    }
    return State(
        _all(state.articles, now),
        _all(state.claims, of_claim),
        tuple(
            {
                **row,
                "relations": _all(row.get("relations", ()), {"a": today.claim, "b": today.claim}),
                "silences": _all(row.get("silences", ()), {"article": today.article}),
            }
            for row in _all(state.comparisons, of_row)
        ),
    )


def _all(records: Iterable[Record], now: dict[str, Callable[[str], str]]) -> tuple[Record, ...]:
    return tuple(_one(record, now) for record in records)


def _one(record: Record, now: dict[str, Callable[[str], str]]) -> Record:
    found = {key: _value(record[key], lead) for key, lead in now.items() if record.get(key)}
    return record if all(record[key] == value for key, value in found.items()) else {**record, **found}


def _value(value: Any, lead: Callable[[str], str]) -> Any:
    return [*map(lead, value)] if isinstance(value, list) else lead(value)
