"""The error catalogue as Markdown, which is docs/errors.md."""

from __future__ import annotations

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
    ]
