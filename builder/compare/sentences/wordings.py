"""The sentence on a row of wordings: their speakers, and how the prints of each statement differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from builder.compare import wordings
from builder.compare.groups import Group
from builder.compare.judge import UNNAMED, Names, speaker
from builder.compare.phrases import join_items, quoted
from builder.compare.sentences.said import Outlets, every, printed_words, verb, voices
from builder.values.direction import bare
from builder.values.text import count_words


def wording_clause(groups: Sequence[Group], outlets: Outlets, names: Names) -> str:
    """Return the clause on a row of wordings: the differing prints of statements, then the other speakers."""
    spoken: dict[str, list[Group]] = {}
    for group in groups:
        spoken.setdefault(speaker(group.head, names), []).append(group)
    differences = {voice: _differences(voice, said, outlets) for voice, said in spoken.items()}
    differing = [clause for clause in differences.values() if clause]
    plain = {voice: voices(every(said), outlets) for voice, said in spoken.items() if not differences[voice]}
    if not plain:
        return "; ".join(differing)
    if differing:
        return f"{'; '.join(differing)}; there are other words from {join_items(_named(plain))}"
    if len(plain) > 1:
        return f"the words come from different voices: {'; '.join(_named(plain))}"
    ((voice, by),) = plain.items()
    if voice == UNNAMED:
        return (
            f"each has words of its own, for which nobody is named: {printed_words(every(groups), outlets)}"
        )
    return f"different words of {voice} are reported: {by}"


def _named(spoken: Mapping[str, str]) -> list[str]:
    return [f"{'no named source' if voice == UNNAMED else voice} ({by})" for voice, by in spoken.items()]


def _differences(voice: str, groups: Sequence[Group], outlets: Outlets) -> str:
    """Return how the prints of one speaker's statements differ, or an empty text if no statement is printed twice."""
    statements = [cluster for cluster in _statements(groups) if len(cluster) > 1]
    differ = [clause for cluster in statements for clause in _cuts(cluster, outlets)]
    if not differ:
        return ""
    said = [claim for cluster in statements for claim in every(cluster)]
    who = f" of {voice}" if voice != UNNAMED else ""
    many = "differently" if len(differ) == 1 else "in different cuts"
    alone = len(groups) > sum(len(cluster) for cluster in statements)
    one = "one statement" if alone else "the words"
    more = "; other words stand in one report only" if alone else ""
    return (
        f"{voices(said, outlets)} {verb(said, 'gives', 'give')} {one}{who} {many}: {'; '.join(differ)}{more}"
    )


def example(groups: Sequence[Group], outlets: Outlets, names: Names, asked: str) -> str:
    """Return one difference between two prints of the statement with most prints, or an empty text if there is none.

    ``asked`` is the question, which may already name the speaker.
    """
    spoken: dict[str, list[Group]] = {}
    for group in groups:
        spoken.setdefault(speaker(group.head, names), []).append(group)
    found = [
        (len(cluster), voice, cluster) for voice, said in spoken.items() for cluster in _statements(said)
    ]
    for number, voice, cluster in sorted(found, key=lambda item: -item[0]):
        differ = [clause for group in cluster[1:] for clause in _places(cluster[0], group, outlets)]
        if differ:
            said = every(cluster)
            known = voice == UNNAMED or bare(voice).removeprefix("the ") in asked
            who = "" if known else f" of {voice}"
            one = "the words" if number == len(groups) else "one statement"
            first = f"; for one, {differ[0]}" if len(differ) > 1 else f": {differ[0]}"
            return f"{voices(said, outlets, 3)} {verb(said, 'gives', 'give')} {one}{who} differently{first}"
    return ""


def _statements(groups: Sequence[Group]) -> list[list[Group]]:
    """Return the wordings in clusters that print one statement, the longest wording first."""
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
    """Return for each print of a statement how it differs from the longest one."""
    found = [_places(cluster[0], group, outlets) for group in cluster[1:]]
    return [join_items(clauses) for clauses in found if clauses]


def _places(full: Group, group: Group, outlets: Outlets) -> list[str]:
    """Return the differences between a print of a statement and the longest one, place by place."""
    alignment = wordings.align(full.head.printed, group.head.printed)
    a, b = voices(full.claims, outlets), voices(group.claims, outlets)
    if not wordings.alike(alignment):
        return [f"{quoted(full.head.printed)} in {a} is {quoted(group.head.printed)} in {b}"]
    return _differ(alignment, a, b)


def _differ(alignment: wordings.Alignment, a: str, b: str) -> list[str]:
    """Return the differences between a wording of the outlets ``a`` and one of the outlets ``b`` as clauses."""
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
        clauses.append(f"{b} leaves out {join_items(cut)}")
    return clauses
