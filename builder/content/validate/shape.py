"""Check an entry against its schema, and word Pydantic's errors for editors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import pydantic

from builder.content import problems, schema
from builder.content.load import Document
from builder.content.problems import Kind, Problem, did_you_mean
from builder.content.strict_yaml import KeyPath
from builder.values.dates import parse_edtf

E = TypeVar("E", bound=pydantic.BaseModel)


def check_entry(
    document: Document, path: KeyPath, data: object, kind: type[E]
) -> tuple[E | None, list[Problem]]:
    """Return the entry at ``path`` of a document, or None with the problems of its keys and types."""
    try:
        return kind.model_validate(dict(data) if isinstance(data, Mapping) else data), []
    except pydantic.ValidationError as error:
        found: dict[tuple[KeyPath, str], Problem] = {}
        unions: dict[KeyPath, list[Any]] = {}
        for detail in error.errors():
            where, inside_union = _real_path(document, path, detail)
            if inside_union:
                unions.setdefault(where, []).append(detail)
                continue
            problem = document.problem(where, *_fault(detail, kind, where))
            found.setdefault((where, problem.kind.code), problem)
        for where, details in unions.items():
            # A union reports an error for each of its types: keep the one of the closest match.
            if any(len(other) > len(where) and other[: len(where)] == where for other in unions):
                continue
            details.sort(key=lambda detail: detail["type"].endswith("_type"))
            problem = document.problem(where, *_fault(details[0], kind, where))
            if len(details) > 1 and details[0]["type"].endswith("_type"):
                wanted = " or ".join(dict.fromkeys(_WANTED.get(d["type"], "another value") for d in details))
                problem = document.problem(
                    where, problem.kind, f"{_shown(details[0]['input'])} is not {wanted}"
                )
            found.setdefault((where, problem.kind.code), problem)
        return None, list(found.values())


def _real_path(document: Document, base: KeyPath, detail: Any) -> tuple[KeyPath, bool]:
    """Return the key path of an error in the file, and whether it belongs to one type of a union.

    Pydantic's paths have additional steps for unions, which are left out; a missing key has no line in the file.
    """
    path, loc = base, detail["loc"]
    inside_union = False
    for index, step in enumerate(loc):
        last = index == len(loc) - 1
        if (*path, step) in document.lines or (last and detail["type"] == "missing"):
            path = (*path, step)
        elif step != "[key]":
            inside_union = True
    return path, inside_union


def _fault(detail: Any, kind: type[pydantic.BaseModel], where: KeyPath) -> tuple[Kind, str]:
    """Return the kind and the message for one of Pydantic's errors, in an editor's terms."""
    code, value, context = detail["type"], detail.get("input"), detail.get("ctx", {})
    name = where[-1] if where else ""
    shown = _shown(value)
    if code == "extra_forbidden":
        return problems.UNKNOWN_KEY, f'unknown key "{name}"{did_you_mean(str(name), _keys(kind, where))}'
    if code == "missing":
        return problems.MISSING_KEY, f'the key "{name}" is missing'
    if code in ("literal_error", "enum"):
        return problems.BAD_VALUE, f"{shown} is not one of {context.get('expected')}"
    if code == "string_pattern_mismatch":
        return problems.BAD_VALUE, f"{shown} does not have the form wanted here"
    if code in ("no_address", "no_words"):
        return problems.BAD_VALUE, f"{shown} {context['why']}"
    if code in ("string_too_long", "string_too_short", "too_long", "too_short"):
        return problems.BAD_VALUE, f"{shown} is too {'long' if 'long' in code else 'short'}"
    if code in ("greater_than_equal", "less_than_equal"):
        bound = context.get("ge", context.get("le"))
        return problems.BAD_VALUE, f"{shown} is {'below' if 'ge' in context else 'above'} {bound}"
    if code == "string_type" and isinstance(value, int | float) and not isinstance(value, bool):
        return _number_for_text(name, shown)
    if code == "string_type" and isinstance(value, list | dict):
        flow = isinstance(value, dict) and set(value.values()) == {None}
        meant = "begins with [" if isinstance(value, list) else "begins with {" if flow else "holds a colon"
        return problems.WRONG_TYPE, f"{shown} is not a text: put a text that {meant} in quotation marks"
    return problems.WRONG_TYPE, f"{shown} is not {_WANTED.get(code, 'another type of value')}"


_DATES = frozenset("published checked when known_from overtaken_from as_of said_on".split())
"""Keys whose text is an EDTF date. YAML reads a year without quotation marks as a number."""


def _number_for_text(name: object, shown: str) -> tuple[Kind, str]:
    if name in _DATES:
        try:
            parse_edtf(shown)
        except ValueError as error:
            return problems.IMPOSSIBLE_DATE, str(error)
    return problems.WRONG_TYPE, f'{shown} is not a text: put it in quotation marks, "{shown}"'


_WANTED = {
    "string_type": "a text", "list_type": "a list", "dict_type": "a mapping", "model_type": "a mapping of keys",
    "int_type": "a whole number", "float_type": "a number", "bool_type": "true or false",
}  # fmt: skip


def _shown(value: object) -> str:
    if isinstance(value, str):
        return f'"{value if len(value) <= 60 else value[:57] + "..."}"'
    if value is None:
        return "an empty value"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    return str(value)


def _keys(kind: type[pydantic.BaseModel], where: KeyPath) -> Iterable[str]:
    """Return the keys allowed at a path, to suggest one for an unknown key."""
    nested: dict[str, type[pydantic.BaseModel]] = {
        "claims": schema.ClaimEntry,
        "locator": schema.LocatorEntry,
        "allow": schema.AllowEntry,
        "silences": schema.SilenceEntry,
        "questions": schema.QuestionEntry,
    }
    for step in where[:-1]:
        kind = nested.get(str(step), kind)
    return kind.model_fields
