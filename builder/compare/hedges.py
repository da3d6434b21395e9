"""Who states flatly what another outlet hedges, on the word of the same source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from builder.compare.phrases import listed, quoted, sentence
from builder.compare.wordings import align, one_statement
from builder.content.model import Claim
from builder.values.quantity import Modifier, Quantity


def hedges(
    claims: Sequence[Claim], cautious: Set[str], outlets: Mapping[str, str], names: Mapping[str, str]
) -> tuple[str, ...]:
    """Return a sentence for each hedge that some reports of a row have and others of the same origin lack.

    ``cautious`` holds the articles that say somewhere that something was not verified: of them it is not
    said that they leave the remark out.
    """
    found: list[str] = []
    for source in dict.fromkeys(claim.sources[0] for claim in claims if claim.sources):
        told = _one_matter([claim for claim in claims if source in claim.sources])
        found += _unverified(told, cautious, outlets, names[source])
        found += _dropped(told, outlets)
        found += _verbs(told, outlets, names[source])
    return tuple(dict.fromkeys(found))


def _one_matter(told: Sequence[Claim]) -> list[Claim]:
    """Leave out the wordings that no other report prints: nobody else gives that statement, hedged or not."""

    def printed_twice(claim: Claim) -> bool:
        return any(
            other.article != claim.article
            and one_statement(claim, other, align(claim.printed, other.printed))
            for other in told
        )

    return [claim for claim in told if claim.value is not None or printed_twice(claim)]


def _unverified(
    told: Sequence[Claim], cautious: Set[str], outlets: Mapping[str, str], source: str
) -> list[str]:
    """Some reports say that the claim was not verified, others give it without that word."""
    warned = [outlets[claim.outlet] for claim in told if claim.status]
    bare = [outlets[claim.outlet] for claim in told if claim.article not in cautious]
    if not warned or not bare:
        return []
    return [
        sentence(
            f"{listed(list(dict.fromkeys(warned)))} {'says' if len(set(warned)) == 1 else 'say'} that the word of {source} "
            f"could not be verified; {listed(list(dict.fromkeys(bare)))} "
            f"{'gives' if len(set(bare)) == 1 else 'give'} it without that remark"
        )
    ]


def _dropped(told: Sequence[Claim], outlets: Mapping[str, str]) -> list[str]:
    """One report has "around 30", another of the same origin "30"."""
    found = []
    for flat in told:
        if not isinstance(flat.value, Quantity) or flat.value.modifier is not Modifier.EXACTLY:
            continue
        soft = [
            claim
            for claim in told
            if isinstance(claim.value, Quantity)
            and (claim.value.modifier is Modifier.ABOUT or claim.value.near)
            and flat.value.low in (claim.value.low, claim.value.high)
            and claim.counts == flat.counts
        ]
        if soft:
            printed = listed([f"{quoted(claim.printed)} ({outlets[claim.outlet]})" for claim in soft])
            # "estimated" hedges too, in the verb instead of beside the figure.
            though = f", though its verb is {quoted(flat.cue)}" if flat.cue and "estimat" in flat.cue else ""
            flatly = f"{outlets[flat.outlet]} prints {quoted(flat.printed)}{though}"
            found.append(sentence(f"{flatly}; others hedge: {printed}"))
    return found


def _verbs(told: Sequence[Claim], outlets: Mapping[str, str], source: str) -> list[str]:
    """The outlets attribute one value of one source with different verbs: claimed, said, estimated."""
    verbs: dict[str, list[str]] = {}
    for claim in told:
        if claim.cue and isinstance(claim.value, Quantity):
            verbs.setdefault(claim.cue, []).append(outlets[claim.outlet])
    if len(verbs) < 2 or len({outlet for said in verbs.values() for outlet in said}) < 2:
        return []
    said = [f"{quoted(verb)} ({listed(list(dict.fromkeys(by)))})" for verb, by in verbs.items()]
    return [sentence(f"the word of {source} is passed on with different verbs: {listed(said)}")]
