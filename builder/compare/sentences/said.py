"""The phrases that the sentences on rows are made of: outlets, printed words, sources."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from builder.compare.groups import Group
from builder.compare.judge import UNNAMED, Names, speaker
from builder.compare.phrases import MANY, quoted, some
from builder.content.model import Claim

Outlets = Mapping[str, str]
"""Outlet id -> its short name."""


def voices(claims: Sequence[Claim], outlets: Outlets, most: int = MANY) -> str:
    """Return the outlets of some claims: ``Express & Star and FT``; more than ``most`` are counted."""
    return some(list(dict.fromkeys(outlets[claim.outlet] for claim in claims)), "outlets", most)


Label = str | Callable[[Claim], str]
"""What is said of a claim after its outlet: the same for all, or told of each. Of each, its own source is named."""


def printed_words(claims: Sequence[Claim], outlets: Outlets, label: Label = "", most: int = MANY) -> str:
    """Return the words of some claims, each once, with their outlets: ``“around 30” (Express & Star) and “30” (FT)``.

    ``label`` is put after the outlets. If it is a function, outlets stand together only if it returns the same for all their
    claims: an outlet is never given the source of another. More than ``most`` wordings or outlets are counted.
    """
    wording: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        after = label if isinstance(label, str) else label(claim)
        wording.setdefault((claim.printed.casefold(), after), []).append(claim)
    clauses = [
        f"{quoted(said[0].printed)} ({voices(said, outlets, most)}{f'; {after}' if after else ''})"
        for (_, after), said in list(wording.items())[:most]
    ]
    return some([*clauses, *[""] * (len(wording) - len(clauses))], "wordings", most)


def every(groups: Sequence[Group]) -> list[Claim]:
    """Return all claims of some groups."""
    return [claim for group in groups for claim in group.claims]


def verb(claims: Sequence[Claim], one: str, many: str) -> str:
    """Return the form of a verb that agrees with the outlets of some claims."""
    return one if len({claim.outlet for claim in claims}) == 1 else many


def from_sources(claim: Claim, names: Names) -> str:
    """Return the sources of a claim: ``from the GUR and the Pentagon``; empty if none is named."""
    return f"from {speaker(claim, names)}" if claim.sources else ""


def yes_or_no(group: Group) -> str:
    """Return the answer of a group: ``yes``, or ``no for Kursk Oblast``."""
    scope = f" for {group.head.scope}" if group.head.scope else ""
    return f"{'yes' if group.head.value else 'no'}{scope}"


def amounts(group: Group) -> str:
    """Return the answer of a group as a predicate, to be put after its words: ``amount to yes``."""
    one = len({claim.printed.casefold() for claim in group.claims}) == 1
    return f"amount{'s' if one else ''} to {yes_or_no(group)}"


def origin(claim: Claim, names: Names) -> str:
    """Return the sources of a claim: ``from the GUR``, or ``nobody named``."""
    return f"from {speaker(claim, names)}" if claim.sources else UNNAMED
