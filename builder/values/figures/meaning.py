"""What all words around a figure make of it together, and the figure that comes of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from builder.values.figures.phrases import Lead
from builder.values.figures.reasons import Reason, Trouble
from builder.values.figures.tokens import Tokens
from builder.values.figures.words import Words
from builder.values.quantity import Modifier, Number

BOUNDS = frozenset({Modifier.UP_TO, Modifier.AT_LEAST, Modifier.MORE_THAN, Modifier.LESS_THAN})
"""What bounds a figure on one side."""


_BESIDE = 3
"""How many words before the verb of a bound what makes it only possible is looked for, adverbs between."""


class Figure(NamedTuple):
    """A figure in a text."""

    start: int
    """The token where its hedge begins."""
    end: int
    """The token after its last one, its unit included."""
    first: int
    """The token where the number itself begins."""
    last: int
    """The token after the number itself."""
    modifier: Modifier
    near: bool = False
    low: Number | None = None
    high: Number | None = None
    unit: str | None = None
    scale: int | None = None
    share: bool = False
    words: str = ""
    hedged: bool = False
    """Whether anything before it or behind it changes it."""
    rare: bool = False
    """Vague words that are hardly ever an answer."""
    before_noun: bool = False
    """Vague words that are an answer only before a noun."""
    noun: bool = False
    """Whether what it counts stands within it: "12 people or more"."""


class Placed(NamedTuple):
    """A phrase before a figure, and the tokens that it takes."""

    lead: Lead
    start: int
    end: int


def unsafe(leads: Sequence[Placed], stop: int, *, rated: bool = False) -> Trouble | None:
    """Return the trouble with a word before a figure that is not read. ``rated``: it may be one that makes a rate of the figure."""
    for lead, start, end in leads:
        if lead.role in ("unsafe", "mark") or (lead.role == "rate" and not rated):
            return Trouble(start, end, Reason.WORD, stop)
    return None


def only_possible(tokens: Tokens, leads: Sequence[Placed], stop: int, words: Words) -> Trouble | None:
    """Return the trouble with a word before the verb of a bound that makes a possibility or an aim of it: "could well exceed 200"."""
    verb = next((start for lead, start, _ in leads if lead.verb), 0)
    for place in range(verb, max(0, verb - _BESIDE), -1):
        if words.possible.ends(tokens.words, place):
            return Trouble(place - 1, place, Reason.WORD, stop)
        word = tokens.words[place - 1]
        adverb = words.is_adverb(word)
        if not adverb and words.before.match(tokens.words, place - 1) is None:
            break
    return None


def said(tokens: Tokens, leads: Sequence[Placed], place: int, end: int) -> str:
    """Return the words of a vague figure or a share, comparable: its hedges count, what changes nothing does not."""
    start = next((start for lead, start, _ in leads if lead.role != "filler" and not lead.filler), place)
    return " ".join(tokens.printed(start, end).casefold().replace(", ", " ").split())


def meaning(
    leads: Sequence[Placed], tail: Modifier | None, ranged: bool, soft: bool, bounded: bool
) -> tuple[Modifier, bool] | Reason:
    """Return what all words around a figure make of it, and whether it is close to its bound."""
    about, close, degree = soft, False, False
    bounds: list[Modifier] = []
    for place, (lead, _, _) in enumerate(leads):
        if lead.role in ("near", "far"):
            # "just" and "slightly" belong to a bound; "just 30" is 30.
            follows = next((after.lead for after in leads[place + 1 :] if after.lead.role == "hedge"), None)
            if not lead.filler and (follows is None or follows.modifier not in BOUNDS):
                return Reason.WORD
            degree = degree or lead.role == "near"
        elif lead.modifier is Modifier.ABOUT:
            about = True
        elif lead.modifier is not None:
            bounds.append(lead.modifier)
            close = close or lead.close
    if tail is Modifier.ABOUT:
        about = True
    elif tail is not None:
        bounds.append(tail)
    if bounded:
        # "at least 30 and at most 40"
        return (Modifier.BETWEEN, about) if len(bounds) == 1 else Reason.AGAINST
    if tail is Modifier.AT_LEAST and bounds[0] is Modifier.MORE_THAN:
        bounds.pop()  # "more than 30 and counting"
    if len(set(bounds)) > 1:
        return Reason.AGAINST
    if ranged:
        return Reason.RANGE if bounds else (Modifier.BETWEEN, about)
    if bounds:
        bound = bounds[0]
        return bound, bound in (Modifier.LESS_THAN, Modifier.MORE_THAN) and (close or degree)
    return (Modifier.ABOUT if about else Modifier.EXACTLY), False
