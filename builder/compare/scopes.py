"""Figures for places that lie within one another: a part is counted within the whole, and cannot exceed it."""

from __future__ import annotations

from builder.compare.phrases import quoted
from builder.compare.relation import Difference, Relation, Verdict
from builder.compare.values import base_reach
from builder.content.model import Claim
from builder.values.quantity import Quantity


def nested(a: Claim, b: Claim) -> Verdict | None:
    """Return the verdict on two figures of which one is for a place within the other's; None if they are not."""
    for part, whole in ((a, b), (b, a)):
        if part.scope_place is None or whole.scope_place is None:
            continue
        if whole.scope_place.id not in part.scope_place.within:
            continue
        small, large = part.value, whole.value
        if not (
            isinstance(small, Quantity) and isinstance(large, Quantity) and small.bounded and large.bounded
        ):
            return None
        if base_reach(small)[0] > base_reach(large)[1]:
            reason = (
                f"{quoted(part.printed)} for {part.scope} is more than {quoted(whole.printed)} for {whole.scope}, "
                f"though {part.scope} lies within {whole.scope}"
            )
            return Verdict(Relation.TENSION, reason, (Difference.SCOPE,))
        reason = f"{quoted(part.printed)} for {part.scope} is counted within {quoted(whole.printed)} for {whole.scope}"
        return Verdict(Relation.PART_OF, reason, (Difference.SCOPE,))
    return None
