"""Findings that an editor has switched off with a reason."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.model import Allowance, Claim
from builder.content.problems import CATALOGUE, Kind
from builder.content.strict_yaml import KeyPath
from builder.proof import kinds
from builder.proof.case import Finding


def allowed(claim: Claim, found: list[Finding], *, rested: bool) -> Iterator[Finding]:
    """Yield the findings that no allowance switches off, and a finding for each allowance without effect.

    If a rule ``rested``, that is, was skipped, an allowance without effect may belong to it and is not reported.
    """
    silenced: set[Kind] = set()
    for index, allowance in enumerate(claim.allow):
        where: KeyPath = ("allow", index, "rule")
        kind = kind_of(allowance)
        if kind is None or kind in kinds.FIXED:
            yield Finding(
                kinds.UNKNOWN_RULE, where, f'"{allowance.rule}" is no rule that can be switched off'
            )
        elif any(finding.kind is kind and finding.firm for finding in found):
            yield Finding(
                kinds.ALLOWANCE_CONTRADICTS,
                where,
                "the printed words say another figure, date or answer: no reason makes it this one",
            )
        elif not rested and all(finding.kind is not kind for finding in found):
            yield Finding(kinds.IDLE_ALLOWANCE, where, f'"{allowance.rule}" finds nothing here')
        if kind is not None and kind not in kinds.FIXED:
            silenced.add(kind)
    yield from (finding for finding in found if finding.firm or finding.kind not in silenced)


def kind_of(allowance: Allowance) -> Kind | None:
    """Return the kind that an allowance names by its code or its name, or None; only V1xx kinds can be allowed."""
    for kind in CATALOGUE.values():
        if allowance.rule in (kind.code, kind.name):
            return kind if kind.code.startswith("V1") else None
    return None
