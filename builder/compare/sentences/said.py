"""The phrases that the sentences on rows are made of: outlets, printed words, sources."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from builder.compare.groups import Group
from builder.compare.judge import UNNAMED, Names, speaker
from builder.compare.phrases import MANY, join_items, quoted, some
from builder.content.model import Claim

Outlets = Mapping[str, str]
"""Outlet id -> its short name."""


def voices(claims: Sequence[Claim], outlets: Outlets, most: int = MANY) -> str:
    """Return the outlets of some claims: ``Express & Star and FT``; more than ``most`` are counted."""
    return some(list(dict.fromkeys(outlets[claim.outlet] for claim in claims)), "outlets", most)


def printed_words(
    claims: Sequence[Claim],
    outlets: Outlets,
    label: str | Callable[[Sequence[Claim]], str] = "",
    most: int = MANY,
) -> str:
    """Return the words of some claims, each once, with their outlets: ``“around 30” (Express & Star) and “30” (FT)``.

    ``label`` is put after the outlets; if it is a function, it is called with the claims that share their words. More than
    ``most`` wordings or outlets are counted.
    """
    wording: dict[str, list[Claim]] = {}
    for claim in claims:
        same = next((text for text in wording if text.casefold() == claim.printed.casefold()), claim.printed)
        wording.setdefault(same, []).append(claim)
    clauses = []
    for text, said in list(wording.items())[:most]:
        after = label if isinstance(label, str) else label(said)
        clauses.append(f"{quoted(text)} ({voices(said, outlets, most)}{f'; {after}' if after else ''})")
    return some([*clauses, *[""] * (len(wording) - len(clauses))], "wordings", most)


def every(groups: Sequence[Group]) -> list[Claim]:
    """Return all claims of some groups."""
    return [claim for group in groups for claim in group.claims]


def verb(claims: Sequence[Claim], one: str, many: str) -> str:
    """Return the form of a verb that agrees with the outlets of some claims."""
    return one if len({claim.outlet for claim in claims}) == 1 else many


def from_sources(claims: Sequence[Claim], names: Names) -> str:
    """Return the sources of some claims: ``from the GUR and the Pentagon``; empty if none is named."""
    found = dict.fromkeys(speaker(claim, names) for claim in claims if claim.sources)
    return f"from {join_items(list(found))}" if found else ""


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
