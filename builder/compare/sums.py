"""Parts that add up: what one article counts in parts, and the whole that it or another one prints.

41 killed at one site and seven at another are the 48 of both; 20 killed and 10 wounded are the 30 killed or wounded of another outlet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from builder.compare import days, values
from builder.compare.groups import scope_key
from builder.compare.phrases import join_items, quoted, sentence
from builder.compare.scopes import is_part_of
from builder.compare.sentences.said import of_what
from builder.content.model import Claim, Question
from builder.values.counting import meant
from builder.values.quantity import Number, Quantity

PARTS = 3
"""Maximum number of parts that are added up."""
FIGURES = 6
"""Maximum number of figures of one article of which parts are sought: among more, sums are chance."""


def sum_notes(question: Question, claims: Iterable[Claim], outlets: Mapping[str, str]) -> tuple[str, ...]:
    """Return a sentence for each figure that is the sum of parts that one article prints; ``outlets`` maps ids to names."""
    found: dict[str, None] = {}
    for whole, parts in sums(question, claims):
        printed = join_items([_labelled(part, question) for part in parts])
        own = whole.outlet == parts[0].outlet
        total = f"{'its ' if own else ''}{_labelled(whole, question)}{'' if own else f' in {outlets[whole.outlet]}'}"
        found.setdefault(sentence(f"{printed} in {outlets[parts[0].outlet]} add up to {total}"))
    return tuple(found)


def sums(question: Question, claims: Iterable[Claim]) -> Iterator[tuple[Claim, tuple[Claim, ...]]]:
    """Yield each answer that is just the sum of parts that one article prints, with these."""
    flat = [claim for claim in claims if _figure(claim) is not None]
    by_article: dict[str, list[Claim]] = {}
    wholes: dict[Number, list[Claim]] = {}
    for claim in flat:
        by_article.setdefault(claim.article, []).append(claim)
        wholes.setdefault(_figure(claim) or 0, []).append(claim)
    for own in by_article.values():
        if len(own) > FIGURES:
            continue
        for number in range(2, PARTS + 1):
            for parts in combinations(own, number):
                for whole in wholes.get(sum(_figure(part) or 0 for part in parts), ()):
                    if whole not in parts and _make_up(question, parts, whole):
                        yield whole, parts


def _figure(claim: Claim) -> Number | None:
    """Return a claim's figure if it is flat and above zero, else None."""
    value = claim.value
    if not isinstance(value, Quantity) or value.share or value.rest or not values.flat(claim):
        return None
    return value.low or None


def _make_up(question: Question, parts: Sequence[Claim], whole: Claim) -> bool:
    """Return whether parts are known to be parts of a whole, each of another thing, and of its day."""
    stated = [_is_part(part, whole) for part in parts]
    asked = [_is_asked(question, part, whole) for part in parts]
    return (
        any(stated)
        and all(part or rest for part, rest in zip(stated, asked, strict=True))
        and all(_of_one_day(question, part, whole) for part in parts)
        and all(part.unit == whole.unit for part in parts)
        and all(_are_apart(a, b) for a, b in combinations(parts, 2))
    )


def _is_part(part: Claim, whole: Claim) -> bool:
    """Return whether a claim is part of another: as its text says, by its place, or by what it counts."""
    if part.article == whole.article and part.part_of == whole.id:
        return True
    if part.of != whole.of:
        return False
    if scope_key(part) == scope_key(whole):
        return is_part_of(part.counts, whole.counts)
    inner, outer = part.scope_place, whole.scope_place
    return part.counted == whole.counted and bool(inner and outer and outer.id in inner.within)


def _is_asked(question: Question, part: Claim, whole: Claim) -> bool:
    """Return whether a claim is the answer to the question itself, and the whole of the same article is of more than it asks."""
    as_asked = (part.counted, part.of, part.scope) == (question.counted, question.of, None)
    return as_asked and part.article == whole.article and (whole.counted, whole.of, whole.scope) != (
        part.counted, part.of, part.scope,
    )  # fmt: skip


def _of_one_day(question: Question, part: Claim, whole: Claim) -> bool:
    if part.article == whole.article:
        return True
    of = days.running if question.running else days.stated
    return days.ends(of(part)) == days.ends(of(whole))


def _are_apart(a: Claim, b: Claim) -> bool:
    """Return whether two parts have nothing in common: two places, or two fates."""
    if scope_key(a) != scope_key(b):
        return not (a.scope_place and b.scope_place) or not (
            a.scope_place.id in b.scope_place.within or b.scope_place.id in a.scope_place.within
        )
    first, second = (meant(claim.counts or "", "en").happened for claim in (a, b))
    apart = (
        first.isdisjoint(second) and not is_part_of(a.counts, b.counts) and not is_part_of(b.counts, a.counts)
    )
    return bool(first and second) and apart


def _labelled(claim: Claim, question: Question) -> str:
    """Return a claim's printed words with what they count and of what, where the question asks for something else."""
    counts = claim.counts if claim.counted != question.counted else ""
    of = claim.of if claim.of != question.of else ""
    told = ", ".join(filter(None, (counts, of, of_what(claim))))
    return f"{quoted(claim.printed)} ({told})" if told else quoted(claim.printed)
