"""Rules on figures: hedges kept, nothing overridden, the right thing counted, parts marked as parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.vocabulary import Answer
from builder.proof import kinds
from builder.proof.case import ClaimCase, Finding
from builder.values import quantity
from builder.values.numbers import NUMBER
from builder.values.quantity import Modifier, Quantity
from builder.values.text import normalise, words

_REACH = 6
"""How many words beside a figure can change it."""
_DIGIT = re.compile(rf"[0-9]|{NUMBER}", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:including|include|among them|of whom|of which|of them)\s*(?:the\s+)?\Z", re.IGNORECASE
)

_WORDS_FOR = {
    "killed": "kill dead death die fatal",
    "wounded": "wound injur hurt casualt",
    "missing": "missing unaccounted disappear",
    "losses": "loss lost lose casualt",
    "deployed": "deploy sent send station dispatch",
    "bodies": "bod corpse",
    "shown": "show film footage",
    "ground": "ground territor land",
    "recaptured": "recaptur retak regain recover",
    "troops": "troop soldier men force",
    "gathered": "gather mass assembl amass",
    "duration": "month week year day",
    "distance": "from away distance off",
    "depth": "deep depth",
}
"""Beginnings of the words by which papers say what is counted."""


def hedge_dropped(case: ClaimCase) -> Iterator[Finding]:
    """Read the figure again with the words beside it: the meaning must stay what the claim has."""
    value, read = case.claim.value, quantity.parse(case.claim.printed)
    if not isinstance(value, Quantity) or case.printed is None or read is None:
        return
    # A figure given by hand that its words contradict is told as such: here it is the words that count.
    start, end = case.sentence
    before = case.said((start, case.printed[0])).split()[-_REACH:]
    after = case.said((case.printed[1], end)).split()[:3]
    cue = set(words(case.claim.cue or ""))
    dropped: tuple[str, str] | None = None
    for count in range(1, len(before) + 1):
        lead = before[-count:]
        if _DIGIT.search(" ".join(lead)) or lead[0][-1] in ",;:.":
            break
        if cue.intersection(words(lead[0])):
            break
        found = _differs(read, f"{' '.join(lead)} {case.claim.printed}")
        if found and (dropped is None or found != dropped[1]):
            # Of "no more than" the "more than" alone would say something else: the last reading counts, in its fewest words.
            dropped = (" ".join(lead), found)
    if dropped:
        message = f'the text has "{dropped[0]}" before it: {dropped[1]}'
        yield Finding(kinds.HEDGE_DROPPED, ("printed",), message)
        return
    if case.printed[1] < end and case.text.content[case.printed[1]] in ",;:":
        return
    for count in range(1, len(after) + 1):
        tail = " ".join(after[:count]).rstrip(",.;:")
        if re.search(r"[0-9]", tail):
            break
        if found := _differs(read, f"{case.claim.printed} {tail}"):
            yield Finding(kinds.HEDGE_DROPPED, ("printed",), f'the text has "{tail}" after it: {found}')
            return


def _differs(read: Quantity, more: str) -> str | None:
    again = quantity.parse(more)
    if again is None or (again.modifier, again.low, again.high) == (read.modifier, read.low, read.high):
        return None
    if read.modifier is Modifier.VAGUE:
        return None
    return f"{quantity.caption(again)}, not {quantity.caption(read)}"


def overridden(case: ClaimCase) -> Iterator[Finding]:
    """A figure given by hand must not contradict printed words that can be read, nor invent one."""
    given = case.claim.value
    if not isinstance(given, Quantity) or "modifier" not in case.entry:
        return
    read = quantity.parse(case.claim.printed)
    if read is not None:
        if (read.modifier, read.low, read.high) != (given.modifier, given.low, given.high):
            message = (
                f'"{case.claim.printed}" reads as {quantity.caption(read)}, not {quantity.caption(given)}'
            )
            if wider := _as_given(case, given):
                message += f'; print "{wider}", which the text has, and remove modifier, low and high'
            else:
                message += "; if it is read rightly, remove modifier, low and high; if not, keep them, and say in allow why"
            yield Finding(kinds.FIGURE_OVERRIDDEN, ("modifier",), message)
        return
    if given.modifier is Modifier.VAGUE and given.low is None and given.high is None:
        return
    listed = len(case.book.places.mentions(normalise(case.claim.printed)))
    if not listed or (given.low, given.high) != (listed, listed) or given.modifier is not Modifier.EXACTLY:
        message = f'"{case.claim.printed}" holds no figure such as {quantity.caption(given)}'
        yield Finding(kinds.FIGURE_OVERRIDDEN, ("modifier",), message)


def _as_given(case: ClaimCase, given: Quantity) -> str | None:
    """Return the words of the text around the printed ones that read as the figure given by hand, the fewest; ``None`` if none do."""
    if case.printed is None:
        return None
    start, end = case.printed
    starts = [a for a, _ in case.text.words_in((case.sentence[0], start))][-_REACH:]
    ends = [b for _, b in case.text.words_in((end, case.sentence[1]))][:3]
    windows = [(a, b) for a in (*starts, start) for b in (end, *ends)]
    for a, b in sorted(windows, key=lambda window: window[1] - window[0]):
        found = quantity.parse(case.said((a, b)))
        if found and (found.modifier, found.low, found.high) == (given.modifier, given.low, given.high):
            return case.said((a, b))
    return None


def counted(case: ClaimCase) -> Iterator[Finding]:
    """What is said to be counted must be said in the passage."""
    if not case.is_a(Answer.QUANTITY) or not case.claim.counts:
        return
    said = [word.casefold() for word in words(case.said(case.sentence))]
    wanted = [word for word in words(case.claim.counts.casefold()) if len(word) > 2]
    if not any(_meant(word, said) for word in wanted):
        message = f'nothing in the sentence says "{case.claim.counts}"'
        yield Finding(
            kinds.COUNTS_NOT_PRINTED, ("counts" if "counts" in case.entry else "question",), message
        )
    asked = words((case.question.counts or "").casefold())
    if "counts" in case.entry and asked and not set(wanted) & set(asked):
        message = f'"{case.claim.counts}" is nothing that the question counts: {case.question.counts}'
        yield Finding(kinds.COUNTS_NOT_PRINTED, ("counts",), message)
    if case.claim.unit and isinstance(case.claim.value, Quantity) and case.claim.value.unit:
        unit = case.question.unit
        if unit and "unit" not in case.entry and case.claim.value.unit != unit:
            message = f"the figure is in {case.claim.value.unit}, and the question asks for {unit}"
            yield Finding(kinds.COUNTS_NOT_PRINTED, ("question",), message)


def _meant(word: str, said: list[str]) -> bool:
    if word in ("and", "the", "for"):
        return False
    beginnings = (*_WORDS_FOR.get(word, "").split(), word[: max(4, len(word) - 3)])
    return any(other.startswith(beginning) for other in said for beginning in beginnings)


def parts(case: ClaimCase) -> Iterator[Finding]:
    """A figure printed as part of another one is marked so, and only such a one."""
    value = case.claim.value
    if not isinstance(value, Quantity) or case.printed is None:
        return
    others = [
        claim
        for claim in case.book.claims(case.article)
        if isinstance(claim.value, Quantity) and claim.id != case.claim.id and claim.unit == case.claim.unit
    ]
    before = case.said((case.sentence[0], case.printed[0]))
    if case.claim.part_of is None:
        if _PART.search(before) and any(normalise(claim.printed) in before for claim in others):
            yield Finding(
                kinds.PART_UNMARKED, (), f'the text counts "{case.claim.printed}" within another figure'
            )
        return
    if all(claim.id != case.claim.part_of for claim in case.article.claims):
        return  # told where the claim is read
    whole = next((claim for claim in others if claim.id == case.claim.part_of), None)
    if whole is None or not isinstance(whole.value, Quantity):
        yield Finding(kinds.PART_UNFIT, ("part_of",), f'"{case.claim.part_of}" has no figure of that unit')
        return
    least, most = value.low or 0, whole.value.high
    if most is not None and least > most:
        message = f"{quantity.caption(value)} cannot be a part of {quantity.caption(whole.value)}"
        yield Finding(kinds.PART_UNFIT, ("part_of",), message)
    elif normalise(whole.printed) not in case.said(case.near):
        yield Finding(kinds.PART_UNFIT, ("part_of",), f'"{whole.printed}" does not stand in the passage')
