"""What stands beside the sentence on a row of figures: one source that is printed with two, and a figure that a text gives in two currencies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from builder.compare import values
from builder.compare.groups import scope_key
from builder.compare.phrases import count_noun, sentence
from builder.compare.relation import Judgement, Relation
from builder.compare.sentences.said import Outlets, printed_words, verb, voices
from builder.compare.speakers import Names, as_printed
from builder.content.model import Claim, Question
from builder.content.vocabulary import Answer
from builder.values.direction import isolated
from builder.values.quantity import Quantity, base_unit, is_measure

LEAST = 2
"""So many texts say the same at least where a sentence says that they do."""


def source_notes(
    question: Question,
    claims: Sequence[Claim],
    judgements: Sequence[Judgement],
    outlets: Outlets,
    names: Names,
) -> Iterator[str]:
    """Yield a sentence for each source that texts cite for several figures that do not contradict each other, as others do.

    Nothing is said of a row of one source, of which its own sentence tells, nor of a running count, whose figures change.
    """
    if question.answer is not Answer.QUANTITY or question.running:
        return
    opposed = {
        key
        for found in judgements
        if found.relation in (Relation.CONFLICT, Relation.TENSION)
        for key in (found.a, found.b)
    }
    by_source: dict[str, list[Claim]] = {}
    for claim in claims:
        if _is_plain(question, claim) and len(claim.sources) == 1 and not claim.via:
            by_source.setdefault(claim.sources[0], []).append(claim)
    everyone = {claim.article for claim in claims}
    for source, own in by_source.items():
        articles = {claim.article for claim in own}
        apart = any(not values.one_figure(own[0], claim) for claim in own[1:])
        # What one text has for two days, or of a whole and its part, is no second report.
        if (
            not apart
            or len(articles) == 1
            or articles == everyone
            or opposed.intersection(claim.key for claim in own)
        ):
            continue
        figures: dict[object, list[Claim]] = {}
        for claim in own:
            assert isinstance(claim.value, Quantity)
            figures.setdefault(claim.value.same_as, []).append(claim)
        told = [
            f"{voices(alike, outlets)} {verb(alike, 'has', 'have')} {_figure(alike)}"
            for alike in figures.values()
        ]
        yield sentence(f"from {names[source]}, {', '.join(told)}")


def _figure(alike: Sequence[Claim]) -> str:
    """Return one figure of several reports: as printed if all print it so, else what it means."""
    one = len({claim.printed.casefold() for claim in alike}) == 1
    return as_printed(alike[0]) if one else values.meant(alike)


def gist_notes(question: Question, claims: Sequence[Claim]) -> Iterator[str]:
    """Yield a sentence for each thing that several texts say in their own words, as the editor has found."""
    if question.answer is not Answer.WORDING:
        return
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.gist:
            found.setdefault(claim.gist.casefold(), []).append(claim)
    for alike in found.values():
        reports = len({claim.article for claim in alike})
        if reports < LEAST:
            continue
        doubted = len({claim.article for claim in alike if claim.doubt})
        # How many doubt is not counted: "one possibility" is no word of doubt that an editor has to state.
        unsure = (
            ""
            if not doubted
            else ", all with a word of doubt"
            if doubted == reports
            else ", not all of them as certain"
        )
        name = f"name what this site calls {isolated(alike[0].gist or '')}"
        yield sentence(f"{count_noun(reports, 'report')} {name}{unsure}")


def currency_notes(question: Question, claims: Sequence[Claim], outlets: Mapping[str, str]) -> Iterator[str]:
    """Yield a sentence for each figure of a text that it gives in a second currency in which other texts have it.

    So what others print in that currency can be set beside the rest, by that text's own conversion and nobody else's.
    """
    if question.answer is not Answer.QUANTITY:
        return
    own: dict[str, list[Claim]] = {}
    for claim in claims:
        if isinstance(claim.value, Quantity) and is_measure(claim.unit):
            own.setdefault(claim.article, []).append(claim)
    for first, second in (pair for pair in own.values() if len(pair) == 2):
        if _of_what(first) != _of_what(second) or base_unit(first.unit)[0] == base_unit(second.unit)[0]:
            continue
        asked, other = (first, second) if first.unit == question.unit else (second, first)
        there = [
            claim for claim in claims if claim.article != other.article and values.one_figure(claim, other)
        ]
        if asked.unit == question.unit and there:
            yield sentence(
                f"{outlets[other.outlet]} gives its {as_printed(asked)} also as {as_printed(other)}, "
                f"the figure of {printed_words(there, outlets)}"
            )


def _of_what(claim: Claim) -> tuple[object, ...]:
    return claim.counted, claim.of, scope_key(claim), claim.as_of


def _is_plain(question: Question, claim: Claim) -> bool:
    """Return whether a claim is a figure for just what is asked."""
    return (
        isinstance(claim.value, Quantity)
        and claim.value.bounded
        and not claim.scope
        and claim.as_of == question.when
        and (claim.unit, claim.counted, claim.of) == (question.unit, question.counted, question.of)
    )
