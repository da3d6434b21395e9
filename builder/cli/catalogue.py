"""The error catalogue as Markdown, which is docs/errors.md."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct, field

from builder.content.problems import CATALOGUE, Kind
from builder.desk import kinds as ingest_kinds
from builder.proof import kinds as proof_kinds

_GROUPS = {
    "V0": "Reading a file",
    "V10": "The words, held against the private text",
    "V11": "Figures",
    "V12": "Attribution",
    "V13": "Attribution and dates",
    "V14": "Places and answers",
    "V15": "The article",
    "V16": "The site",
    "V17": "Coverage",
    "V19": "Allowances",
    "V2": "Structure and references",
    "V3": "Values",
    "V5": "Adding an article",
    "V": "Others",
}


ROOMS = (ingest_kinds, proof_kinds)
"""Modules that define further kinds. They have to be imported before the catalogue is complete."""


class Example(Struct, frozen=True, forbid_unknown_fields=True):
    """One example of a kind of problem: told in words, or as what an editor wrote and what mends it."""

    say: str = ""
    """The whole of it in words."""
    text: str = ""
    """What an article's text prints: ``wrong`` and ``right`` are then keys of a claim on it."""
    claim: dict[str, Any] = field(default_factory=dict)
    """Keys that the claim has before and after."""
    wrong: dict[str, Any] | str = ""
    """Keys of the claim, ``None`` for one that it lacks; or the line of a file."""
    right: dict[str, Any] | str = ""


@lru_cache(maxsize=1)
def examples() -> dict[str, Example]:
    """Return the examples by their code, as ``examples.yml`` has them."""
    data = (Path(__file__).parent / "examples.yml").read_bytes()
    return msgspec.yaml.decode(data, type=dict[str, Example])


def markdown() -> str:
    """Return the catalogue of all kinds of problems, in the order of their codes."""
    lines = [
        "# Error catalogue",
        "",
        "Everything that `variorum check` and `variorum build` can find, under stable codes and names.",
        "An error stops a build, a warning does not.",
        "",
        "A claim may switch off a rule V1xx with `allow`, giving the reason, which the method page then lists.",
        "Rules marked *always on* cannot be switched off.",
        "",
        "This page is generated: `variorum errors > docs/errors.md`.",
    ]
    group = ""
    for kind in sorted(CATALOGUE.values(), key=lambda kind: kind.code):
        heading = next(name for prefix, name in _GROUPS.items() if kind.code.startswith(prefix))
        if heading != group:
            lines += ["", f"## {heading}"]
            group = heading
        lines += ["", *_entry(kind)]
    return "\n".join(lines) + "\n"


def _entry(kind: Kind) -> list[str]:
    fixed = ", always on" if kind in proof_kinds.FIXED else ""
    return [
        f"### {kind.code} {kind.name}",
        "",
        f"{kind.severity.value.capitalize()}{fixed}. {kind.meaning}",
        "",
        f"*Mend:* {kind.mend}",
        *_example(examples().get(kind.code)),
    ]


def _example(example: Example | None) -> list[str]:
    if example is None:
        return []
    if example.say:
        return ["", f"*Example:* {example.say}"]
    of = f'Of "{example.text}" a claim has ' if example.text else ""
    return ["", f"*Example:* {of}{_told(example.wrong, example.claim)}; right is {_told(example.right, {})}."]


def _told(keys: dict[str, Any] | str, claim: dict[str, Any]) -> str:
    """Return keys as they stand in a file, those that are missing by their names."""
    if isinstance(keys, str):
        return f"`{keys}`"
    both = {name: value for name, value in claim.items() if name not in keys} | keys
    there = [f"{name}: {_written(value)}" for name, value in both.items() if value is not None]
    lacks = [f"`{name}`" for name, value in both.items() if value is None]
    return " and ".join(
        ([f"`{', '.join(there)}`"] if there else []) + ([f"no {', '.join(lacks)}"] if lacks else [])
    )


def _written(value: Any) -> str:
    """Return a value as YAML on one line, in quotation marks where a reader of YAML would take it for something else."""
    if isinstance(value, list):
        return f"[{', '.join(_written(item) for item in value)}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{name}: {_written(item)}' for name, item in value.items())}}}"
    text = str(value)
    marks = isinstance(value, str) and (text.isdigit() or text in ("yes", "no"))
    return json.dumps(text) if marks else text
