"""Drafts: unfinished articles. Their problems are reported as warnings and do not stop a build."""

from __future__ import annotations

from collections.abc import Iterable

from builder.content import problems
from builder.content.load import Document
from builder.content.problems import Problem


def is_draft(document: Document) -> bool:
    """Return whether an article is marked as a draft."""
    return document.data.get("draft") is True


def softened(found: Iterable[Problem]) -> list[Problem]:
    """Return the problems of a draft as warnings that name the original code."""
    return [
        Problem(
            problem.path,
            problem.line,
            problem.key,
            problems.DRAFT_UNFINISHED,
            f"{problem.message} ({problem.kind.code} {problem.kind.name})",
        )
        for problem in found
    ]
