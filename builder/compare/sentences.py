"""The plain sentence over each row and each topic: how the accounts differ, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from builder.compare import wordings
from builder.compare.judge import Names, speaker
from builder.compare.phrases import counted, listed, quoted, sentence
from builder.compare.relation import Difference, Judgement, Relation
from builder.compare.values import spelled
from builder.model import Answer, Claim, Question
from builder.values.dates import caption
from builder.values.text import ELLIPSIS, count_words

if TYPE_CHECKING:
    from builder.compare.rows import Comparison, Group

Outlets = Mapping[str, str]
"""Outlet id -> its short name."""

_TOGETHER = {Relation.SAME, Relation.COMPATIBLE, Relation.CONFLICT, Relation.PART_OF}
_KINDS = {
    Difference.UNIT: "units",
    Difference.COUNTED: "things counted",
    Difference.POPULATION: "populations",
    Difference.SCOPE: "scopes",
    Difference.DAY: "days",
    Difference.SOURCE: "voices",
}


def row_summary(
    question: Question, groups: Sequence[Group], judgements: Sequence[Judgement], outlets: Outlets, names: Names
) -> str:
    """Return one plain sentence on a row."""
    if not groups:
        return "No text at hand answers this."
    articles = {claim.article for group in groups for claim in group.claims}
    if len(articles) == 1:
        return _only(groups, outlets, names)
    if len(groups) == 1:
        return _agree(question, groups[0], outlets)
    if question.answer is Answer.WORDING:
        return _wordings(groups, outlets, names)
    if question.answer is Answer.YES_NO:
        return _yes_no(groups, outlets, names)
    if question.answer is Answer.PLACE and (found := _places(groups, judgements, outlets)):
        return found
    return _values(groups, _table(judgements), outlets, names)


def _table(judgements: Sequence[Judgement]) -> dict[frozenset[str], Judgement]:
    return {frozenset((judgement.a, judgement.b)): judgement for judgement in judgements}


def _voices(claims: Sequence[Claim], outlets: Outlets) -> str:
    return listed(list(dict.fromkeys(outlets[claim.outlet] for claim in claims)))


def _printed(claims: Sequence[Claim], outlets: Outlets, label: str = "") -> str:
    """Return ``“around 30” (Express & Star) and “30” (FT)``: each wording once, with who prints it."""
    wording: dict[str, list[Claim]] = {}
    for claim in claims:
        wording.setdefault(claim.printed, []).append(claim)
    after = f"; {label}" if label else ""
    return listed([f"{quoted(text)} ({_voices(said, outlets)}{after})" for text, said in wording.items()])


def _all(groups: Sequence[Group]) -> list[Claim]:
    return [claim for group in groups for claim in group.claims]


def _only(groups: Sequence[Group], outlets: Outlets, names: Names) -> str:
    claims = [claim for group in groups for claim in group.claims]
    said = listed(list(dict.fromkeys(quoted(claim.printed) for claim in claims)))
    words = {speaker(claim, names) for claim in claims}
    word = ""
    if len(words) == 1:
        (who,) = words
        word = ", with nobody named for it" if who == "nobody named" else f", according to {who}"
    return sentence(f"Only {outlets[claims[0].outlet]} answers this: {said}{word}")


def _agree(question: Question, group: Group, outlets: Outlets) -> str:
    claims = group.claims
    texts = {claim.printed.casefold() for claim in claims}
    number = len({claim.article for claim in claims})
    everyone = "both" if number == 2 else f"all {counted(number, 'report')}"
    if question.answer is Answer.YES_NO:
        return sentence(f"{everyone} say {'yes' if claims[0].value else 'no'}: {_voices(claims, outlets)}")
    if len(texts) == 1:
        return sentence(f"{everyone} print {quoted(claims[0].printed)}: {_voices(claims, outlets)}")
    return sentence(f"{everyone} say the same in other words: {_printed(claims, outlets)}")


def _yes_no(groups: Sequence[Group], outlets: Outlets, names: Names) -> str:
    sides = []
    for group in groups:
        verb = "says" if len({claim.outlet for claim in group.claims}) == 1 else "say"
        sources = dict.fromkeys(speaker(claim, names) for claim in group.claims if claim.sources)
        after = f" (from {listed(list(sources))})" if sources else ""
        sides.append(f"{_voices(group.claims, outlets)} {verb} {'yes' if group.head.value else 'no'}{after}")
    return sentence(f"the accounts contradict each other: {', '.join(sides)}")


def _wordings(groups: Sequence[Group], outlets: Outlets, names: Names) -> str:
    """Wordings by one voice are one statement in several prints; by several, several statements."""
    voices: dict[str, list[Claim]] = {}
    for group in groups:
        for claim in group.claims:
            voices.setdefault(speaker(claim, names), []).append(claim)
    if len(voices) > 1:
        parts = []
        for voice, said in voices.items():
            by = _voices(said, outlets)
            parts.append(f"{by} {'names' if len({c.outlet for c in said}) == 1 else 'name'} nobody" if voice == "nobody named"
                         else f"{voice} in {by}")  # fmt: skip
        return sentence(f"the words come from different voices: {listed(parts)}")
    (voice,) = voices
    claims = voices[voice]
    who = f"of {voice} " if voice != "nobody named" else ""
    statements = [cluster for cluster in _statements(groups) if len(cluster) > 1]
    differ = [clause for cluster in statements for clause in _cuts(cluster, outlets)]
    if not differ:
        by = f"Different words {who}are reported" if who else "Each has words of its own, for which nobody is named"
        return sentence(f"{by}: {_voices(claims, outlets)}")
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
        a, b = _voices(full.claims, outlets), _voices(group.claims, outlets)
        if alignment.shared < wordings.STATEMENT:
            clauses.append(f"{quoted(full.head.printed)} in {a} is {quoted(group.head.printed)} in {b}")
        elif alignment.pairs:
            clauses.append(_differ(alignment, a, b))
    return clauses


def _both(number: int) -> str:
    return "both reports" if number == 2 else counted(number, "report")


def _differ(alignment: wordings.Alignment, a: str, b: str) -> str:
    """Say what differs between a wording in ``a`` and one in ``b``; an ellipsis is a cut, not a word."""
    clauses = []
    cut: list[str] = []
    for left, right in alignment.pairs:
        # Where one side has an ellipsis the words beside it do not answer each other.
        cutting = ELLIPSIS in left or ELLIPSIS in right
        left, right = (text.replace(ELLIPSIS, "").strip() for text in (left, right))
        if left and right and not cutting:
            clauses.append(f"{quoted(left)} in {a} is {quoted(right)} in {b}")
            continue
        if left:
            cut.append(quoted(left))
        if right:
            clauses.append(f"only {b} has {quoted(right)}")
    if cut:
        clauses.append(f"{b} leaves out {listed(cut)}")
    return listed(clauses)


def _places(groups: Sequence[Group], judgements: Sequence[Judgement], outlets: Outlets) -> str | None:
    """Places that do not conflict: who names which, who names none, and what is spelled differently."""
    if any(judgement.relation is Relation.CONFLICT for judgement in judgements):
        return None
    named = [claim for claim in _all(groups) if claim.value]
    clauses = []
    if named:
        clauses.append(f"{_voices(named, outlets)} {_verb(named, 'names', 'name')} {_spellings(named, outlets)}")
    bare = [claim for claim in _all(groups) if not claim.value]
    if bare:
        clauses.append(f"{_voices(bare, outlets)} {_verb(bare, 'names', 'name')} none: {_printed(bare, outlets)}")
    return sentence("; ".join(clauses))


def _spellings(claims: Sequence[Claim], outlets: Outlets) -> str:
    """Return the places named, each with its spellings where they differ."""
    found: dict[str, dict[str, list[Claim]]] = {}
    for claim in claims:
        for place in claim.value if isinstance(claim.value, tuple) else ():
            spelling = spelled(claim.printed, place) or place.name
            found.setdefault(place.name, {}).setdefault(spelling, []).append(claim)
    words = []
    for name, spellings in found.items():
        if len(spellings) == 1:
            words.append(next(iter(spellings)))
        else:
            words.append(f"{name} ({', '.join(f'{quoted(text)} in {_voices(said, outlets)}' for text, said in spellings.items())})")
    return listed(words)


def _verb(claims: Sequence[Claim], one: str, many: str) -> str:
    return one if len({claim.outlet for claim in claims}) == 1 else many


def _values(groups: Sequence[Group], table: dict[frozenset[str], Judgement], outlets: Outlets, names: Names) -> str:
    """Figures, dates and places: put together what can be compared, then say what stands apart and why."""
    clusters = _clusters(groups, table)
    main = max(clusters, key=lambda cluster: (len(cluster), sum(len(group.claims) for group in cluster)))
    rest = [cluster for cluster in clusters if cluster is not main]
    if len(main) == 1 and sum(len(cluster[0].claims) for cluster in clusters) == len(clusters):
        return _apart(clusters, table, outlets)
    clauses = [_cluster(main, table, outlets, names)]
    asides: dict[str, list[Claim]] = {}
    for cluster in rest:
        judgement = table.get(frozenset((main[0].head.key, cluster[0].head.key)))
        asides.setdefault(_aside(judgement, cluster[0].head), []).extend(_all(cluster))
    for reason, claims in asides.items():
        clauses.append(f"{_printed(claims, outlets)} {reason if len(claims) == 1 else _plural(reason)}")
    return sentence("; ".join(clauses))


def _clusters(groups: Sequence[Group], table: dict[frozenset[str], Judgement]) -> list[list[Group]]:
    """Put together groups that can be compared with each other."""
    clusters: list[list[Group]] = []
    for group in groups:
        for cluster in clusters:
            judgement = table.get(frozenset((cluster[0].head.key, group.head.key)))
            if judgement is not None and judgement.relation in _TOGETHER:
                cluster.append(group)
                break
        else:
            clusters.append([group])
    return clusters


def _cluster(cluster: Sequence[Group], table: dict[frozenset[str], Judgement], outlets: Outlets, names: Names) -> str:
    if len(cluster) == 1:
        claims = cluster[0].claims
        if len({claim.article for claim in claims}) == 1:
            return f"{_voices(claims, outlets)} prints {quoted(claims[0].printed)}"
        return f"{_voices(claims, outlets)} agree: {_printed(claims, outlets)}"
    conflicts = [
        (a, b)
        for index, a in enumerate(cluster)
        for b in cluster[index + 1 :]
        if (found := table.get(frozenset((a.head.key, b.head.key)))) and found.relation is Relation.CONFLICT
    ]
    if conflicts:
        return f"the accounts contradict each other: {_conflict(cluster, conflicts, table, outlets, names)}"
    claims = _all(cluster)
    return f"{_printed(claims, outlets)} can {'both' if len({c.printed for c in claims}) == 2 else 'all'} be right"


def _conflict(
    cluster: Sequence[Group],
    conflicts: Sequence[tuple[Group, Group]],
    table: dict[frozenset[str], Judgement],
    outlets: Outlets,
    names: Names,
) -> str:
    sides = [group for group in cluster if any(group in pair for pair in conflicts)]
    said = " against ".join(_printed(group.claims, outlets, _from(group.head, names)) for group in sides)
    judgement = table[frozenset((conflicts[0][0].head.key, conflicts[0][1].head.key))]
    if Difference.SOURCE in judgement.differences:
        return f"{said}; the sources differ"
    return f"{said}; the texts do not say why"


def _from(claim: Claim, names: Names) -> str:
    return f"from {speaker(claim, names)}" if claim.sources else "nobody named"


def _plural(reason: str) -> str:
    """Put a reason that begins with a verb in the plural: ``is said of`` -> ``are said of``."""
    verb, _, rest = reason.partition(" ")
    return f"{ {'is': 'are', 'counts': 'count', 'stands': 'stand'}[verb] } {rest}"


def _aside(judgement: Judgement | None, claim: Claim) -> str:
    """Say why some claims stand apart from the others."""
    difference = judgement.differences[0] if judgement and judgement.differences else None
    match difference:
        case Difference.COUNTED:
            return f"counts {claim.counts} and cannot be set against the others"
        case Difference.SCOPE:
            return f"is said of {claim.scope or 'the question as asked'} and cannot be set against the others"
        case Difference.POPULATION:
            return f"is of {claim.of} and cannot be set against the others"
        case Difference.UNIT:
            return f"is in {claim.unit} and cannot be set against the others"
        case Difference.DAY if claim.as_of is not None:
            return f"is for {caption(claim.as_of)}, so it does not contradict them"
        case _:
            return "stands apart"


def _apart(clusters: Sequence[Sequence[Group]], table: dict[frozenset[str], Judgement], outlets: Outlets) -> str:
    """No two can be compared: say for what each stands."""
    reasons = dict.fromkeys(difference for judgement in table.values() for difference in judgement.differences)
    kinds = [_KINDS[difference] for difference in reasons if difference in _KINDS]
    said = []
    for cluster in clusters:
        claim = cluster[0].head
        labels = []
        if Difference.COUNTED in reasons and claim.counts:
            labels.append(claim.counts)
        if Difference.POPULATION in reasons and claim.of:
            labels.append(claim.of)
        if Difference.SCOPE in reasons and claim.scope:
            labels.append(claim.scope)
        if Difference.DAY in reasons and claim.as_of:
            labels.append(caption(claim.as_of))
        said.append(_printed([claim], outlets, ", ".join(labels)))
    return sentence(f"they answer for different {listed(kinds)}, so none contradicts another: {listed(said)}")


def topic_summary(rows: Sequence[Comparison], silent: Sequence[str]) -> str:
    """Return a topic's answer: what the first question says, where the accounts part, who is silent."""
    parts = [rows[0].summary]
    conflicts = [
        row.question.short for row in rows if any(j.relation is Relation.CONFLICT for j in row.judgements)
    ]
    if conflicts and not (len(conflicts) == 1 and conflicts[0] == rows[0].question.short):
        others = [quoted(short) for short in conflicts if short != rows[0].question.short]
        parts.append(sentence(f"The accounts {'also ' if len(others) < len(conflicts) else ''}contradict each other on {listed(others)}"))
    if silent:
        never = list(dict.fromkeys(silent))
        parts.append(sentence(f"{listed(never)} {'says' if len(never) == 1 else 'say'} nothing on this topic"))
    return " ".join(parts)
