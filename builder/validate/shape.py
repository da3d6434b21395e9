"""Check the shape of one entry against its schema, and say in an editor's words what is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

import pydantic

from builder import problems, schema
from builder.load import Document
from builder.problems import Kind, Problem, did_you_mean
from builder.yamlsource import KeyPath

E = TypeVar("E", bound=pydantic.BaseModel)


def check(document: Document, path: KeyPath, data: object, kind: type[E]) -> tuple[E | None, list[Problem]]:
    """Return the entry at ``path`` of a document, or ``None`` and everything wrong with its keys and types."""
    try:
        return kind.model_validate(data), []
    except pydantic.ValidationError as error:
        found: dict[tuple[KeyPath, str], Problem] = {}
        for detail in error.errors():
            where = _real_path(document, path, detail["loc"])
            problem = document.problem(where, *_fault(detail, kind, where))
            # A union tells the same mistake once for each of its types.
            found.setdefault((where, problem.kind.code), problem)
        return None, list(found.values())


def _real_path(document: Document, base: KeyPath, loc: tuple[int | str, ...]) -> KeyPath:
    """Return where an error is in the file: Pydantic adds steps of its own for unions, which no file has."""
    path = list(base)
    for step in loc:
        if (*path, step) in document.lines or step is loc[-1]:
            path.append(step)
    return tuple(step for step in path if not (isinstance(step, str) and "[" in step))


def _fault(detail: Any, kind: type[pydantic.BaseModel], where: KeyPath) -> tuple[Kind, str]:
    """Return the kind and the words for one of Pydantic's errors, in an editor's language."""
    code, value, context = detail["type"], detail.get("input"), detail.get("ctx", {})
    name = where[-1] if where else ""
    shown = _shown(value)
    if code == "extra_forbidden":
        return problems.UNKNOWN_KEY, f'unknown key "{name}"{did_you_mean(str(name), _keys(kind, where))}'
    if code == "missing":
        return problems.MISSING_KEY, f'the key "{name}" is missing'
    if code == "literal_error":
        return problems.BAD_VALUE, f"{shown} is not one of {context.get('expected')}"
    if code == "string_pattern_mismatch":
        return problems.BAD_VALUE, f"{shown} does not have the form wanted here"
    if code in ("string_too_long", "string_too_short", "too_long", "too_short"):
        return problems.BAD_VALUE, f"{shown} is too {'long' if 'long' in code else 'short'}"
    if code in ("greater_than_equal", "less_than_equal"):
        bound = context.get("ge", context.get("le"))
        return problems.BAD_VALUE, f"{shown} is {'below' if 'ge' in context else 'above'} {bound}"
    wanted = {
        "string_type": "a text", "list_type": "a list", "dict_type": "a mapping", "model_type": "a mapping of keys",
        "int_type": "a whole number", "float_type": "a number", "bool_type": "true or false",
    }.get(code, "another type of value")  # fmt: skip
    return problems.WRONG_TYPE, f"{shown} is not {wanted}"


def _shown(value: object) -> str:
    if isinstance(value, str):
        return f'"{value if len(value) <= 60 else value[:57] + "..."}"'
    if value is None:
        return "an empty value"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    return str(value)


def _keys(kind: type[pydantic.BaseModel], where: KeyPath) -> Iterable[str]:
    """Return the keys allowed at a place, for the nearest one to an unknown key."""
    nested: dict[str, type[pydantic.BaseModel]] = {
        "claims": schema.ClaimEntry,
        "silences": schema.SilenceEntry,
        "questions": schema.QuestionEntry,
    }
    for step in where[:-1]:
        kind = nested.get(str(step), kind)
    return kind.model_fields
