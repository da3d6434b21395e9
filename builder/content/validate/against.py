"""Validate ``against``: a headline that an editor sets against answers of its own text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.content import problems
from builder.content.problems import Kind, did_you_mean
from builder.content.schema import ClaimEntry
from builder.content.strict_yaml import KeyPath
from builder.content.vocabulary import Where


def wrong(
    path: KeyPath, entry: ClaimEntry, claims: Sequence[ClaimEntry]
) -> Iterator[tuple[KeyPath, Kind, str]]:
    """Yield where a claim's ``against`` names what it cannot, with the kind of problem and a message.

    ``claims`` are those of the whole article.
    """
    known = {claim.id: claim for claim in claims}
    if entry.against and entry.where is not Where.HEADLINE:
        message = '"against" sets a headline against its own text; this claim does not say "where: headline"'
        yield (*path, "against"), problems.BAD_VALUE, message
    for index, id in enumerate(entry.against):
        where = (*path, "against", index)
        if id not in known or id == entry.id:
            yield (
                where,
                problems.UNKNOWN_CLAIM,
                f'unknown claim "{id}"{did_you_mean(id, set(known) - {entry.id})}',
            )
        elif known[id].question != entry.question or known[id].where is Where.HEADLINE:
            yield where, problems.BAD_VALUE, f'"{id}" is no answer of the text to the same question'
