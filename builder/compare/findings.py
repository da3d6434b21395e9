"""What a good editor would tell of a topic first: whose word all figures are, what stands in a headline only, what came later.

Said only where it holds for certain; other topics begin with their answer (``answer.py``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from builder.compare import values
from builder.compare.hedges import unverified
from builder.compare.library import Library
from builder.compare.phrases import is_participle, join_items, quoted, sentence, some
from builder.compare.relation import is_parted, is_tense
from builder.compare.rows import Comparison
from builder.compare.sentences.said import open_ends, verb, voices
from builder.compare.speakers import SAID
from builder.content.model import Claim, Question, Source
from builder.content.vocabulary import Answer, Speech
from builder.values.dates import caption
from builder.values.direction import isolated
from builder.values.quantity import Modifier, Quantity, is_measure

NAMED = 3
"""Maximum number of outlets that a finding names."""


class Findings(Struct, frozen=True):
    """The findings on a topic."""

    sentences: tuple[str, ...] = ()
    """The weightiest first: at most three, as many as the first screen of a phone has room for. The rows have the others."""
    told: frozenset[str] = frozenset()
    """The questions that they are about, by path."""
    source: str = ""
    """The name of the source to which all figures of the first question go back."""


def findings(library: Library, rows: Sequence[Comparison]) -> Findings:
    """Return the findings on a topic: none if its first question is not one of figures that all go back to one source."""
    first = next((row for row in rows if row.claims), None)
    if first is None or first.question.answer is not Answer.QUANTITY or first.question.running:
        return Findings()
    told, source = _one_source(library, first)
    if not told:
        return Findings()
    later = list(_later(library, first, rows))[:1]
    return Findings(
        (told, *(first.headlines + first.retold)[:1], *(said for _, said in later)),
        frozenset({first.question.path, *(path for path, _ in later)}),
        source,
    )


def _one_source(library: Library, row: Comparison) -> tuple[str, str]:
    """Return the sentence that all figures of a row go back to one source, and that source's name; both empty if they do not."""
    asked = row.question
    rounded = {lead.key for lead, _ in row.leads}  # what a lead makes of it is told beside the row
    claims = [claim for claim in as_asked(row) if claim.key not in rounded]
    sources = {id for claim in claims for id in row.names.origins(claim)}
    reports = {claim.article for claim in claims}
    if len(sources) != 1 or len(reports) < 2 or not all(claim.sources for claim in claims):
        return "", ""
    if is_parted(row.judgements) or is_tense(row.judgements):
        return "", ""
    (source,) = sources
    if row.names.manner(source) != SAID or not all(values.one_figure(claims[0], claim) for claim in claims):
        return "", ""
    within = _within(library, claims)
    unsure = [claim for claim in claims if claim.status]
    outlets = voices(unsure, library.outlet_names, NAMED)
    said = [f"{outlets} {verb(unsure, 'says', 'say')} that this {unverified(unsure)}"] if unsure else []
    if unsaid := [claim for claim in claims if row.names.unsaid(claim)]:
        outlets = voices(unsaid, library.outlet_names, NAMED)
        said.append(f"in {outlets} only the context shows whose figure it is")
    said += open_ends(claims, library.outlet_names)
    everyone = f"{'both figures' if len(reports) == 2 else 'every figure'} {covering(asked)}"
    goes = "go" if len(reports) == 2 else "goes"
    name = _full(library.site.sources[source])
    told = sentence(f"{everyone} {goes} back to one source, {name}: {_figure(claims)}{within}")
    return " ".join(filter(None, (told, sentence("; ".join(said)) if said else ""))), name


def covering(question: Question) -> str:
    """Return what a question's figures are for, as it stands behind "every figure": ``for the weekend``, or ``on “Aboard”``."""
    return f"for {isolated(question.covers)}" if question.covers else f"on {quoted(question.short)}"


def _full(source: Source) -> str:
    """Return a source's name, and the short one in brackets that other sentences use."""
    short = source.short.removeprefix("the ")
    return source.name if short.casefold() in source.name.casefold() else f"{source.name} ({short})"


def as_asked(row: Comparison) -> list[Claim]:
    """Return the claims with a figure for just what the row's question asks."""
    asked = row.question
    return [
        claim
        for claim in row.claims
        if isinstance(claim.value, Quantity)
        and claim.value.bounded
        and (claim.counted, claim.of, claim.unit) == (asked.counted, asked.of, asked.unit)
    ]


def told_figure(claims: Sequence[Claim]) -> Claim:
    """Return the claim that stands for several with one figure: with the hedge that its source gave it if any report has one."""
    soft = [claim for claim in claims if _modifier(claim) is not Modifier.EXACTLY]
    return next((claim for claim in soft if _modifier(claim) is Modifier.ABOUT), (soft or claims)[0])


def _figure(claims: Sequence[Claim]) -> str:
    claim = told_figure(claims)
    assert isinstance(claim.value, Quantity)
    said = values.plain_caption(claim.value)
    comma = "," if is_measure(claim.unit) else ""
    return " ".join(filter(None, (said + comma, claim.of, claim.counts)))


def _modifier(claim: Claim) -> Modifier:
    return claim.value.modifier if isinstance(claim.value, Quantity) else Modifier.EXACTLY


def _within(library: Library, claims: Sequence[Claim]) -> str:
    """Return what some figures are counted within, and of whom, if that is of others as well."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        if whole := library.part_whole(claim):
            of = f" of {isolated(whole.of)}" if whole.of and whole.of != claim.of else ""
            found.setdefault(quoted(whole.printed) + of, []).append(whole)
    said = [f"{printed} ({voices(by, library.outlet_names, NAMED)})" for printed, by in found.items()]
    return f", part of {join_items(said)}" if said else ""


def _later(library: Library, first: Comparison, rows: Sequence[Comparison]) -> Iterator[tuple[str, str]]:
    """Yield a question and a sentence for each figure on it that was certainly given on a later day: another count, no correction."""
    asked = first.question
    for row in rows:
        other = row.question
        if row is first or (other.unit, other.counted, other.of) != (asked.unit, asked.counted, asked.of):
            continue
        for claim in (alike.head for alike in row.groups):
            if not claim.sources or claim.said_on is None or asked.when is None:
                continue
            if not asked.when.before(claim.said_on):
                continue
            who = some([row.names[id] for id in claim.sources], "sources", NAMED)
            outlets = voices([claim], library.outlet_names)
            which = f"for {isolated(other.covers)}" if other.covers else f"which is {quoted(other.short)}"
            said = (
                f"on {caption(claim.said_on)} {who} spoke of {_spoken(other, claim, outlets)}, {which}: "
                "another count, not a correction"
            )
            yield other.path, sentence(said)


def _spoken(asked: Question, claim: Claim, outlet: str) -> str:
    """Return what somebody is said to have spoken of: in quotation marks only if the outlet quotes it, else as the outlet has it.

    What is counted is the outlet's word only if the claim has its own word for what its question asks.
    """
    # What a measure is of stands in the question that it answers.
    counted = (
        f" {claim.counts}"
        if claim.counts and is_participle(claim.counts) and not is_measure(claim.unit)
        else ""
    )
    if claim.speech is Speech.QUOTED:
        return f"{quoted(claim.printed)}{counted} ({outlet})"
    has_it = f" (as {outlet} has it)"
    theirs = claim.counts != asked.counts
    return isolated(claim.printed) + (counted + has_it if theirs else has_it + counted)
