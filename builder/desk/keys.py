"""The keys of content files, as a Markdown page and as JSON Schema for text editors, both made from ``schema``."""

from __future__ import annotations

import ast
import inspect
import json
import re
from collections.abc import Iterator
from enum import Enum
from functools import cache
from itertools import pairwise
from typing import Any

import pydantic

from builder.content import schema

FILES: tuple[tuple[str, type[pydantic.BaseModel], str, bool], ...] = (
    ("article", schema.ArticleEntry, "`content/articles/<slug>.md`, front matter", False),
    ("topic", schema.TopicEntry, "`content/topics/<id>.yml`", False),
    ("stories", schema.StoryEntry, "`content/stories.yml`, under each id", True),
    ("outlets", schema.OutletEntry, "`content/outlets.yml`, under each id", True),
    ("sources", schema.SourceEntry, "`content/sources.yml`, under each id", True),
    ("places", schema.PlaceEntry, "`content/places.yml`, under each id", True),
    ("moved", schema.MovedFile, "`content/moved.yml`", False),
    ("changes", schema.ChangesEntry, "`content/changes/<name>.yml`", False),
    ("site", schema.SiteEntry, "`content/site.yml`", False),
)
"""Name, model, the file it is in, and whether the file maps ids to such entries."""

_KINDS = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "null": "nothing",
}
_FORMS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "an id: small letters, digits, single hyphens",
    r"^[^\n\r]*$": "one line",
    r"^[0-9a-f]{64}$": "64 hexadecimal digits",
    r"^[0-9a-f]{12}$": "12 hexadecimal digits",
}


def models() -> Iterator[tuple[str, type[pydantic.BaseModel], str]]:
    """Yield name, model and place of every entry that has keys: those of files, and those nested in them."""
    _describe()
    seen: set[type[pydantic.BaseModel]] = set()
    waiting = [(name, model, where) for name, model, where, _ in FILES]
    while waiting:
        name, model, where = waiting.pop(0)
        if model in seen:
            continue
        seen.add(model)
        yield name, model, where
        inner = [
            (f"{name}: {key}", part, f"items of `{key}`")
            for key, field in model.model_fields.items() for part in _models_in(field.annotation)
        ]  # fmt: skip
        waiting = [*inner, *waiting]


@cache
def _describe() -> None:
    """Set the descriptions of all keys to the docstrings under them.

    Pydantic has an option for this, but it runs whenever ``schema`` is imported: a twentieth of a second of every build.
    """
    for part in ast.parse(inspect.getsource(schema)).body:
        model = getattr(schema, part.name) if isinstance(part, ast.ClassDef) else None
        if model is None or not isinstance(part, ast.ClassDef):
            continue
        for key, text in pairwise(part.body):
            match key, text:
                case (
                    ast.AnnAssign(target=ast.Name(id=name)),
                    ast.Expr(value=ast.Constant(value=str(words))),
                ):
                    model.model_fields[name].description = inspect.cleandoc(words)
        model.model_rebuild(force=True)


def _models_in(annotation: Any) -> list[type[pydantic.BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, pydantic.BaseModel):
        return [annotation]
    return [model for part in getattr(annotation, "__args__", ()) for model in _models_in(part)]


def reference(made: str = "") -> str:
    """Return the key reference in Markdown. ``made`` is a sentence on how a generated file was made."""
    lines = [
        "# Key reference",
        "",
        f"Every key that content files may have.{made} Other keys are refused.",
        "Dates are EDTF: `2030-05-13`, `2030-05`, `2030`, `2030-05-13/2030-05-15`, `2030-05/..`.",
        "",
        "For help while you type, point your editor's YAML plug-in at JSON Schema files: `variorum keys --schemas FOLDER` writes them.",
    ]
    for name, model, where in models():
        properties = model.model_json_schema().get("properties", {})
        definitions = model.model_json_schema().get("$defs", {})
        lines += [
            "",
            f"## {name}",
            "",
            f"In {where}.",
            "",
            "| key | value | default | what it is |",
            "|---|---|---|---|",
        ]
        for key, field in model.model_fields.items():
            default = (
                "required" if field.is_required() else _shown(field.get_default(call_default_factory=True))
            )
            meaning = " ".join((field.description or "").split()).replace("|", "\\|").replace("``", "`")
            lines.append(f"| `{key}` | {_value(properties[key], definitions)} | {default} | {meaning} |")
    return "\n".join(lines) + "\n"


def _shown(value: object) -> str:
    if value is None:
        return ""
    value = value.value if isinstance(value, Enum) else value
    return f"`{json.dumps(value, ensure_ascii=False)}`" if value not in ([], {}) else "none"


def _value(part: dict[str, Any], definitions: dict[str, Any]) -> str:
    """Return the kind of value of a JSON Schema in words."""
    if "anyOf" in part:
        kinds = [_value(item, definitions) for item in part["anyOf"] if item.get("type") != "null"]
        return " or ".join(dict.fromkeys(kinds))
    if "enum" in part:
        return "one of " + ", ".join(f"`{item}`" for item in part["enum"])
    if "$ref" in part:
        named = definitions[part["$ref"].rpartition("/")[2]]
        return _value(named, definitions) if "enum" in named else "keys of its own"
    if part.get("type") == "array":
        return f"list of: {_value(part.get('items', {}), definitions)}"
    if part.get("type") == "object":
        return "mapping"
    words = _KINDS.get(str(part.get("type")), "text")
    if pattern := part.get("pattern"):
        words = _FORMS.get(pattern, f"text like `{pattern}`".replace("|", "\\|"))
    low, high = part.get("minimum"), part.get("maximum")
    return f"{words} from {low:g} to {high:g}" if low is not None and high is not None else words


def json_schemas() -> dict[str, str]:
    """Return file name -> JSON Schema for each kind of content file."""
    _describe()
    made = {}
    for name, model, where, mapped in FILES:
        body = model.model_json_schema()
        if mapped:
            definitions = body.pop("$defs", {})
            body = {
                "type": "object",
                "additionalProperties": body,
                "propertyNames": {"pattern": r"^[a-z0-9]+(-[a-z0-9]+)*$"},
            }
            if definitions:
                body["$defs"] = definitions
        head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": re.sub("`", "", where)}
        made[f"{name}.schema.json"] = (
            json.dumps({**head, **body, "title": head["title"]}, indent=1, ensure_ascii=False) + "\n"
        )
    return made
