"""Look at what stands behind what a figure counts and changes it: "12 people or more", "30 people a day", "200 (est.)".

What is read where it is printed and what is found in a text both go through here, so that they agree.
"""

from __future__ import annotations

from builder.values.figures.grammar import figure
from builder.values.figures.meaning import BOUNDS, Figure
from builder.values.figures.reasons import Reason, Trouble
from builder.values.figures.shares import rate
from builder.values.figures.tails import Tail, begins, closed, ends_noun, set_apart
from builder.values.figures.tokens import SIGN, WORD, Tokens
from builder.values.figures.words import Words
from builder.values.quantity import BOUNDS as NEEDS
from builder.values.quantity import Modifier

LONGEST = 5
"""How many words may name what is counted: "12 women and small children"."""


def with_noun(tokens: Tokens, found: Figure, words: Words) -> Figure | Trouble:
    """Return a figure of a text with what stands behind what it counts and changes it, or the trouble with that."""
    place = found.end
    near = tokens.words[place : place + LONGEST + 4]
    if found.modifier is Modifier.VAGUE or not any(word in words.behind for word in near):
        return found
    for _ in range(LONGEST + 1):
        if trouble := unsafe_beside(tokens, place, found, words):
            return trouble
        if place > found.end or found.share:
            bound = bound_behind(tokens, place, found, words)
            if bound is not None:
                return bound
        if place > found.end and (per := rate_behind(tokens, place, found, words)) is not None:
            found = per
            place = found.end
            continue
        step = noun_step(tokens, place, found, words)
        if step is None:
            break
        place = step
    return found


def rate_behind(tokens: Tokens, at: int, found: Figure, words: Words) -> Figure | None:
    """Return a figure as the rate that it is, if that stands behind what it counts: "30 people a day"."""
    if found.share or (found.low is None and found.high is None):
        return None
    per = rate(tokens, at, words, noun=True)
    if per is None or (words.rates.match(tokens.words, at) and not closed(tokens, per[1], words)):
        # "two men each carrying a bag"
        return None
    return found._replace(unit=f"{found.unit} {per[0]}" if found.unit else per[0], share=True, end=per[1])


def noun_step(tokens: Tokens, at: int, found: Figure, words: Words) -> int | None:
    """Return the token after a word that may name what a figure counts; ``None`` where none stands."""
    if at >= tokens.size or tokens.kinds[at] != WORD or tokens.is_glued(at):
        return None
    if at > found.end and words.joins.match(tokens.words, at) is not None:
        # "12 women and children or more"
        after = at + 1
        noun = after < tokens.size and tokens.kinds[after] == WORD and noun_step(tokens, after, found, words)
        return after if noun and not words.joins.match(tokens.words, after) else None
    known = (
        ends_noun(tokens, at, words)
        or words.before.match(tokens.words, at) is not None
        or words.harmless_after.match(tokens.words, at) is not None
        or words.unsafe_after.match(tokens.words, at) is not None
        or words.after.match(tokens.words, at) is not None
        or begins(tokens, at, words)
        or tokens.words[at] in words.dozens
    )
    return None if known else at + 1


def bound_behind(tokens: Tokens, at: int, found: Figure, words: Words) -> Figure | Trouble | None:
    """Return a figure with the hedge or bound that stands behind what it counts: "12 people or more".

    ``None`` where none stands there; trouble where one may, and it is not sure, or cannot be read together with the figure.
    """
    tail = set_apart(tokens, at, words)
    if tail is None:
        return None
    if _may_be_noun(tokens, tail, words) and tail.start == at:
        # "12 tank tops"
        return None
    trouble = Trouble(tail.start, tail.end, Reason.WORD, tail.end)
    if words.than.match(tokens.words, tail.end):
        after = words.before.match(tokens.words, tail.end - 1)
        number = after is not None and begins(tokens, after[1], words)
        return None if number else trouble
    if begins(tokens, tail.end, words) or figure(tokens, tail.end, words) is not None:
        return None
    joined = words.joins.match(tokens.words, tail.start)
    if tail.goes_on and not (joined is not None and joined[0] == "or" and tail.start == at):
        return None if joined is not None or tail.start > at or tail.end - tail.start < 2 else trouble
    together = _together(found, tail.modifier)
    return trouble if together is None else together._replace(end=tail.end)


def _may_be_noun(tokens: Tokens, tail: Tail, words: Words) -> bool:
    """Return whether a hedge may be a noun: it is one word, and none that means the same before a figure."""
    if tail.end - tail.start > 1:
        return False
    lead = words.before.match(tokens.words, tail.start)
    return lead is None or lead[0].modifier is not tail.modifier


def _together(found: Figure, modifier: Modifier) -> Figure | None:
    """Return a figure hedged or bounded once more; ``None`` where the two do not go together."""
    if found.share:
        return None
    if modifier is found.modifier or (modifier is Modifier.ABOUT and found.modifier in BOUNDS):
        return found
    if found.modifier is Modifier.BETWEEN and modifier is Modifier.ABOUT:
        return found._replace(near=True, hedged=True)
    if found.modifier is not Modifier.EXACTLY:
        return None
    low, high = NEEDS[modifier]
    return found._replace(
        modifier=modifier, low=found.low if low else None, high=found.high if high else None, hedged=True
    )


def unsafe_beside(tokens: Tokens, at: int, found: Figure, words: Words) -> Trouble | None:
    """Return the trouble with words behind a figure, or behind what it counts, that turn it into another or into none."""
    if at == found.end and (trouble := and_one(tokens, at, found, words)):
        return trouble
    start = at
    bracketed = at < tokens.size and tokens.words[at] in "(["
    apart = at < tokens.size and tokens.words[at] == "," and tokens.glued[at]
    if bracketed or apart:
        start = at + 1
    unsafe = words.unsafe_after.match(tokens.words, start)
    if unsafe is None or tokens.words[start] in words.joints:
        return None
    end = unsafe[1]
    shut = end >= tokens.size or tokens.kinds[end] == SIGN
    lead = words.before.match(tokens.words, start)
    hedges = lead is not None and lead[0].role != "filler" and lead[1] >= end
    if apart:
        sure = shut and end - start > 1
    elif hedges or (words.adverbs and tokens.words[end - 1].endswith(words.adverbs)):
        # "30, hardly any of them": of what follows
        sure = shut
    else:
        sure = bracketed or at == found.end or closed(tokens, end, words)
    stop = end + 1 if bracketed and end < tokens.size and tokens.words[end] in ")]" else end
    return Trouble(start, end, Reason.WORD, stop) if sure else None


def and_one(tokens: Tokens, at: int, found: Figure, words: Words) -> Trouble | None:
    """Return the trouble with an "and one" behind a number in words: French "mille et un" is 1,001, or very many."""
    if at != found.last or tokens.kinds[at - 1] != WORD or at + 1 >= tokens.size:
        return None
    if tokens.words[at] not in words.after_tens or tokens.words[at + 1] not in words.one:
        return None
    return Trouble(at, at + 2, Reason.NUMBER, at + 2)
