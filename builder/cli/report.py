"""Formats problems for people, for programs (JSON), and for GitHub (annotations)."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable, Sequence
from typing import Any

from builder.content.problems import Problem, Severity, errors
from builder.proof.gold import Coverage
from builder.proof.prove import Proof


def people(problems: Sequence[Problem]) -> str:
    """Return every problem with file and line, what is wrong, why and how to mend it, and a count at the end."""
    blocks = [
        f"{'Error: ' if problem.kind.severity is Severity.ERROR else ''}{problem}\n"
        f"    why:  {problem.kind.meaning}\n    mend: {problem.kind.mend}"
        for problem in problems
    ]
    return "\n".join([*blocks, problem_count(problems)])


def problem_count(problems: Sequence[Problem]) -> str:
    """Return the number of errors and warnings in words."""
    number = len(errors(problems))
    rest = len(problems) - number
    if not problems:
        return "No problems found."
    return f"{number} error{'s'[: number != 1]}, {rest} warning{'s'[: rest != 1]}"


def proof_line(proof: Proof, claims: int) -> str:
    """Return in one line how many claims were found in the private texts."""
    if not proof.texts_at_hand:
        return f"There is no private folder: none of the {claims} claims was re-checked against its text."
    return f"{len(proof.proved)} of {claims} claims were found in their texts."


def budget_table(proof: Proof) -> str:
    """Return a line for each text at hand with the share of its words that is published; empty if there is none."""
    if not proof.budgets:
        return ""
    lines = ["Published of each text's words, in runs of four and more (at most 25 %):"]
    width = max(map(len, proof.budgets))
    for article, budget in sorted(proof.budgets.items()):
        lines.append(f"  {article:<{width}}  {budget.percent:>3} %  ({budget.words} of {budget.of})")
    return "\n".join(lines)


def as_json(problems: Sequence[Problem], proof: Proof, claims: int, coverage: Coverage | None = None) -> str:
    """Return everything as one JSON object. Its keys are stable."""
    found = {
        "problems": [problem.record for problem in problems],
        "errors": len(errors(problems)),
        "warnings": len(problems) - len(errors(problems)),
        "texts_at_hand": proof.texts_at_hand,
        "claims": claims,
        "claims_proved": len(proof.proved),
        "published": {
            article: {"percent": budget.percent, "words": budget.words, "of": budget.of}
            for article, budget in sorted(proof.budgets.items())
        },
        "coverage": None if coverage is None else _coverage(coverage),
    }
    return json.dumps(found, ensure_ascii=False, indent=2)


def failure_as_json(problems: Sequence[Problem], **more: Any) -> str:
    """Return why a command did nothing, as JSON: the problems as ``as_json`` has them."""
    found = {
        **more,
        "problems": [problem.record for problem in problems],
        "errors": len(errors(problems)),
        "warnings": len(problems) - len(errors(problems)),
    }
    return json.dumps(found, ensure_ascii=False, indent=2)


def _coverage(coverage: Coverage) -> dict[str, Any]:
    return {
        "bearing": coverage.bearing,
        "carried": coverage.carried,
        "left_out": [{"entry": entry, "reason": reason} for entry, reason in coverage.left_out],
        "held_back": list(coverage.held),
    }


def github(problems: Iterable[Problem], folder: str = ".") -> str:
    """Return a workflow command for each problem, which GitHub shows at its line.

    ``folder`` is the site's folder in the repository, from which GitHub counts paths.
    """
    lines = []
    for problem in problems:
        level = "error" if problem.kind.severity is Severity.ERROR else "warning"
        path = posixpath.normpath(posixpath.join(folder, problem.path))
        place = f"file={_property(path)},line={problem.line}"
        title = _property(f"{problem.kind.code} {problem.kind.name}")
        where = f"{problem.key}: " if problem.key else ""
        message = _data(f"{where}{problem.message}\n{problem.kind.mend}")
        lines.append(f"::{level} {place},title={title}::{message}")
    return "\n".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def coverage_text(coverage: Coverage) -> str:
    """Return the coverage in words: the share, and the entries left out, by reason."""
    lines = [str(coverage)]
    reasons: dict[str, list[str]] = {}
    for entry, reason in coverage.left_out:
        reasons.setdefault(reason, []).append(entry)
    if reasons:
        lines.append(f"{len(coverage.left_out)} are left out:")
        lines += [f"  {reason} ({'; '.join(entries)})" for reason, entries in sorted(reasons.items())]
    return "\n".join(lines)
