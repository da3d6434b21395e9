"""The sentence over a row of wordings: whose words they are, and how their prints differ."""

from __future__ import annotations

from collections.abc import Sequence

from builder.compare import wordings
from builder.compare.groups import Group
from builder.compare.judge import Names, speaker
from builder.compare.phrases import counted, listed, quoted, sentence
from builder.compare.sentences.said import Outlets, voices
from builder.model import Claim
from builder.values.text import count_words


def wording_summary(groups: Sequence[Group], outlets: Outlets, names: Names) -> str:
    """Wordings by one voice are one statement in several prints; by several, several statements."""
    spoken: dict[str, list[Claim]] = {}
    for group in groups:
        for claim in group.claims:
            spoken.setdefault(speaker(claim, names), []).append(claim)
    if len(spoken) > 1:
        parts = [f"{voice} ({voices(said, outlets)})" for voice, said in spoken.items()]
        return sentence(f"the words come from different voices: {'; '.join(parts)}")
    (voice,) = spoken
    claims = spoken[voice]
    who = f"of {voice} " if voice != "nobody named" else ""
    statements = [cluster for cluster in _statements(groups) if len(cluster) > 1]
    differ = [clause for cluster in statements for clause in _cuts(cluster, outlets)]
    if not differ:
        by = (
            f"Different words {who}are reported"
            if who
            else "Each has words of its own, for which nobody is named"
        )
        return sentence(f"{by}: {voices(claims, outlets)}")
    in_it = {claim.article for cluster in statements for group in cluster for claim in group.claims}
    many = "differently" if len(differ) == 1 else "in different cuts"
    alone = len(groups) > sum(len(cluster) for cluster in statements)
    more = "; other words stand in one report only" if alone else ""
    one = "one statement" if alone else "the words"
    return sentence(f"{_both(len(in_it))} give {one} {who}{many}: {'; '.join(differ)}{more}")


def _statements(groups: Sequence[Group]) -> list[list[Group]]:
    """Put together the wordings that print one statement, the fullest first."""
    clusters: list[list[Group]] = []
    for group in sorted(groups, key=lambda group: -count_words(group.head.printed)):
        for cluster in clusters:
            full = cluster[0].head
            if wordings.one_statement(full, group.head, wordings.align(full.printed, group.head.printed)):
                cluster.append(group)
                break
        else:
            clusters.append([group])
    return clusters


def _cuts(cluster: Sequence[Group], outlets: Outlets) -> list[str]:
    """Say how each print of a statement differs from the fullest one."""
    full, clauses = cluster[0], []
    for group in cluster[1:]:
        alignment = wordings.align(full.head.printed, group.head.printed)
        a, b = voices(full.claims, outlets), voices(group.claims, outlets)
        if alignment.shared < wordings.STATEMENT:
            clauses.append(f"{quoted(full.head.printed)} in {a} is {quoted(group.head.printed)} in {b}")
        elif alignment.pairs:
            clauses.append(_differ(alignment, a, b))
    return clauses


def _both(number: int) -> str:
    return "both reports" if number == 2 else counted(number, "report")


def _differ(alignment: wordings.Alignment, a: str, b: str) -> str:
    """Say what differs between a wording in ``a`` and one in ``b``."""
    clauses = []
    cut: list[str] = []
    for left, right in alignment.pairs:
        if left and right:
            clauses.append(f"{quoted(left)} in {a} is {quoted(right)} in {b}")
        elif left:
            cut.append(quoted(left))
        else:
            clauses.append(f"only {b} has {quoted(right)}")
    if cut:
        clauses.append(f"{b} leaves out {listed(cut)}")
    return listed(clauses)
