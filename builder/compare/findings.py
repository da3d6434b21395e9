"""What a good editor would tell of a topic first: whose word all figures are, what stands in a headline only, what came later.

Said only where it holds for certain; other topics begin with their answer (``answer.py``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct

from builder.compare import values
from builder.compare.groups import reports
from builder.compare.hedges import unverified
from builder.compare.library import Library
from builder.compare.phrases import (
    capital,
    count_noun,
    counting,
    is_participle,
    quoted,
    sentence,
    some,
)
from builder.compare.relation import is_parted, is_tense
from builder.compare.rows import Comparison
from builder.compare.sentences.said import Outlets, open_ends, verb, voices
from builder.compare.speakers import SAID, as_printed
from builder.content.model import Claim, Question, Source
from builder.content.vocabulary import Answer, Speech, Where
from builder.values.dates import caption
from builder.values.direction import isolated
from builder.values.quantity import Modifier, Quantity, is_measure

NAMED = 3
"""Maximum number of outlets that a finding names."""


TAKEN = "this site takes it to mean the same"
"""What is said behind what a report leaves open."""


class Told(StrEnum):
    """What a fact is about; the value labels it on a page."""

    SOURCE = "Source"
    PASSED_ON = "Passed on by"
    WITHIN = "Part of"
    UNVERIFIED = "Verified?"
    HEADLINE = "Headline"
    LATER = "Another count"
    UNSAID = "Not stated"
    OPEN = "Left open"


class Fact(Struct, frozen=True):
    """One thing that a reader should know of figures that all go back to one source."""

    about: Told
    text: str
    """Beside its label; for an outlet's details, which no sentence has, that is all."""


class Findings(Struct, frozen=True):
    """The findings on a topic."""

    sentences: tuple[str, ...] = ()
    """One fact each, the weightiest first: as many as the first screen of a phone has room for. The rows have the others."""
    facts: tuple[Fact, ...] = ()
    """The same for the topic's own page, whose heading has the first, and what only this page says: who passes it on, and what is left open."""
    told: frozenset[str] = frozenset()
    """The questions that they are about, by path."""
    source: str = ""
    """The name of the source to which all figures of the first question go back."""


def findings(library: Library, rows: Sequence[Comparison]) -> Findings:
    """Return the findings on a topic: none if its first question is not one of figures that all go back to one source."""
    first = next((row for row in rows if row.claims), None)
    if first is None or first.question.answer is not Answer.QUANTITY or first.question.running:
        return Findings()
    claims = _of_one_source(first)
    if not claims:
        return Findings()
    (source,) = {id for claim in claims for id in first.names.origins(claim)}
    name = _full(library.site.sources[source])
    outlets = library.outlet_names
    sentences = [_goes_back(first, claims, name, outlets), sentence(f"its figure is {_figure(claims)}")]
    sentences += _taken(claims, outlets)
    facts = [Fact(Told.SOURCE, name), Fact(Told.PASSED_ON, voices(claims, outlets, NAMED))]
    for whole, by in _wholes(library, claims):
        passing = voices(by, outlets, NAMED)
        own = {id for one in by for id in first.names.origins(one)} == {source}
        counts = f"{verb(by, 'counts', 'count')} that figure within {'that source’s ' if own else ''}{whole}"
        sentences.append(sentence(f"{passing} {counts}"))
        facts.append(Fact(Told.WITHIN, f"{whole}{', from the same source' if own else ''} ({passing})"))
    if unsure := [claim for claim in claims if claim.status]:
        says = f"{voices(unsure, outlets, NAMED)} {verb(unsure, 'says', 'say')} that"
        sentences.append(sentence(f"{says} this {unverified(unsure)}"))
        facts.append(Fact(Told.UNVERIFIED, f"{says} it {unverified(unsure)}"))
    if notes := (first.headlines + first.retold)[:1]:
        told = " ".join(filter(None, (*notes, _beside_source(first, claims, notes[0]))))
        sentences.append(told)
        facts.append(Fact(Told.HEADLINE, told))
    later = list(_later(library, first, rows))[:1]
    for _, said, fact in later:
        sentences.append(said)
        facts.append(Fact(Told.LATER, fact))
    facts += _left_open(first, claims, outlets)
    paths = frozenset({first.question.path, *(path for path, *_ in later)})
    return Findings(tuple(sentences), tuple(facts), paths, name)


def _of_one_source(row: Comparison) -> list[Claim]:
    """Return a row's figures for just what it asks, if all go back to one source that said them; else none."""
    rounded = {lead.key for lead, _ in row.leads}  # what a lead makes of it is told beside the row
    claims = [claim for claim in as_asked(row) if claim.key not in rounded]
    sources = {id for claim in claims for id in row.names.origins(claim)}
    if len(sources) != 1 or len({claim.text for claim in claims}) < 2:
        return []
    if is_parted(row.judgements) or is_tense(row.judgements):
        return []
    (source,) = sources
    said = row.names.manner(source) == SAID and all(claim.sources for claim in claims)
    return claims if said and all(values.one_figure(claims[0], claim) for claim in claims) else []


def _goes_back(row: Comparison, claims: Sequence[Claim], source: str, outlets: Outlets) -> str:
    two = reports(claims) == 2
    if is_every(row):
        every = "both figures" if two else "every figure"
        go = "go" if two else "goes"
        return sentence(f"{every} {covering(row.question)} {go} back to one source, {isolated(source)}")
    # A report that leaves open whether it means this is told in a sentence of its own.
    sure = {claim.article for claim in claims if not claim.leaves_open}
    kept = [claim for claim in claims if claim.article in sure] if len(sure) > 1 else claims
    number = reports(kept)
    told = (
        voices(kept, outlets)
        if number == 2 == len({claim.article for claim in kept})
        else count_noun(number, "report")
    )
    counts = row.question.counts
    figure = (
        f"a number of {counts}"
        if counts and is_participle(counts) and not is_measure(row.question.unit)
        else "a figure"
    )
    everyone = "both" if number == 2 else "all"
    return sentence(
        f"{told} give {figure} {covering(row.question)}, {everyone} from one source, {isolated(source)}"
    )


def is_every(row: Comparison) -> bool:
    """Return whether all that is answered to a question goes back to one source: no headline of nobody's, no word of another.

    A lead that rounds up the figure of its own text has it from there.
    """
    rounded = {lead.key for lead, _ in row.leads}
    origins = {row.names.origins(claim) for claim in row.standing if claim.key not in rounded}
    return len(origins) == 1 and all(len(found) == 1 for found in origins)


def _beside_source(row: Comparison, claims: Sequence[Claim], note: str) -> str:
    """Return what sets a headline apart from the source's figure, if a note is on one that counts something else; else nothing.

    What the source's figure counts is told of a headline only if its article has that figure, or its words are the source's: of
    another it would read as if that had made something else of the source's words.
    """
    asked = row.question.counts
    for head in row.claims:
        if head.where is not Where.HEADLINE or as_printed(head) not in note:
            continue
        if not (asked and head.counts and head.counts != asked):
            continue
        if head.sources or head.article in {claim.article for claim in claims}:
            return sentence(f"the source’s figure {counting(asked)}")
        unsaid = f" and leaves open {isolated(head.leaves_open)}" if head.leaves_open else ""
        # Neither the headline nor the text: that what is at hand of it has not the headline's words was said before.
        told = sentence(
            f"the headline names no source{unsaid}; the source’s figure of {_said(claims)} is in neither"
        )
        # What the text has instead, an editor may have put beside it.
        return " ".join(filter(None, (told, head.note)))
    return ""


def _taken(claims: Sequence[Claim], outlets: Outlets) -> Iterator[str]:
    """Yield a sentence for each thing that some reports of the figure leave open: that they mean the same is this site's reading."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.leaves_open:
            found.setdefault(claim.leaves_open, []).append(claim)
    for what, told in found.items():
        gives = f"{verb(told, 'gives', 'give')} the same figure and {verb(told, 'leaves', 'leave')} open {isolated(what)}"
        yield sentence(f"{voices(told, outlets, NAMED)} {gives}; {TAKEN}")


def _left_open(row: Comparison, claims: Sequence[Claim], outlets: Outlets) -> Iterator[Fact]:
    """Yield a fact for each thing that the reports leave open or to their context: details of outlets, and no part of the finding."""
    if unsaid := [claim for claim in claims if row.names.unsaid(claim)]:
        yield Fact(
            Told.UNSAID, f"in {voices(unsaid, outlets, NAMED)} only the context shows whose figure it is"
        )
    for clause in open_ends(claims, outlets):
        yield Fact(Told.OPEN, f"{clause}; {TAKEN}")


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
        for claim in row.standing
        if isinstance(claim.value, Quantity)
        and claim.value.bounded
        and (claim.counted, claim.of, claim.unit) == (asked.counted, asked.of, asked.unit)
    ]


def told_figure(claims: Sequence[Claim]) -> Claim:
    """Return the claim that stands for several with one figure: with the hedge that its source gave it if any report has one."""
    soft = [claim for claim in claims if _modifier(claim) is not Modifier.EXACTLY]
    return next((claim for claim in soft if _modifier(claim) is Modifier.ABOUT), (soft or claims)[0])


def _said(claims: Sequence[Claim]) -> str:
    value = told_figure(claims).value
    assert isinstance(value, Quantity)
    return values.plain_caption(value)


def _figure(claims: Sequence[Claim]) -> str:
    claim, said = told_figure(claims), _said(claims)
    comma = "," if is_measure(claim.unit) else ""
    return " ".join(filter(None, (said + comma, claim.of, claim.counts)))


def _modifier(claim: Claim) -> Modifier:
    return claim.value.modifier if isinstance(claim.value, Quantity) else Modifier.EXACTLY


def _wholes(library: Library, claims: Sequence[Claim]) -> Iterator[tuple[str, list[Claim]]]:
    """Yield what some figures are counted within, and of whom if that is of others as well, with the figures."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        if whole := library.part_whole(claim):
            of = f" of {isolated(whole.of)}" if whole.of and whole.of != claim.of else ""
            found.setdefault(as_printed(whole) + of, []).append(whole)
    yield from found.items()


def _later(library: Library, first: Comparison, rows: Sequence[Comparison]) -> Iterator[tuple[str, str, str]]:
    """Yield a question, a sentence and a fact for each figure on it that was certainly given on a later day: another count, no correction."""
    asked = first.question
    for row in rows:
        other = row.question
        if row is first or (other.unit, other.counted, other.of) != (asked.unit, asked.counted, asked.of):
            continue
        told = []
        for claim in (alike.head for alike in row.groups):
            if not claim.sources or claim.said_on is None or asked.when is None:
                continue
            if asked.when.before(claim.said_on) and claim.counted == other.counted:
                told.append(claim)
        if not told:
            continue
        # Of several the last two: one alone would seem to be the count that stands.
        told = sorted(
            told, key=lambda claim: claim.said_on.sort_key if claim.said_on else (date.min, date.max)
        )[-2:]
        said = [_said_later(library, row, claim) for claim in told]
        covers = f"covers {isolated(other.covers)}" if other.covers else f"is {quoted(other.short)}"
        which = "it is no correction" if len(told) == 1 else "neither is a correction"
        spoke = [
            f"on {day} {who} {'of' if at else 'spoke of'} {what}" for at, (what, who, day) in enumerate(said)
        ]
        facts = [f"{what}, said {who} on {day}" for what, who, day in said]
        yield (
            other.path,
            f"{capital(' and '.join(spoke))}. That {covers}, so {which}.",
            f"{', and '.join(facts)}; that {covers}, so {which}",
        )


def _said_later(library: Library, row: Comparison, claim: Claim) -> tuple[str, str, str]:
    """Return what a figure is told as, who gave it, and on which day."""
    who = some([row.names[id] for id in claim.sources], "sources", NAMED)
    return _spoken(row.question, claim, voices([claim], library.outlet_names)), who, caption(claim.said_on)


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
        return f"{as_printed(claim)}{counted} ({outlet})"
    has_it = f" (as {outlet} has it)"
    theirs = claim.counts != asked.counts
    return isolated(_inside(claim)) + (counted + has_it if theirs else has_it + counted)


def _inside(claim: Claim) -> str:
    """Return a figure's words as they stand inside a sentence, without the capital that they have at the head of one."""
    words, value = claim.printed, claim.value
    heads = words[:1].isupper() and words[1:2].islower()
    return words[:1].lower() + words[1:] if heads and isinstance(value, Quantity) and value.bounded else words
