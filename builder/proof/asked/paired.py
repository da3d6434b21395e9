"""Which day and which place of a sentence are those of a figure, where it has several figures: each has those of its own part.

"On Saturday 12 were killed and on Sunday 30": a part of a sentence ends at a comma, at "and" or at a joint. One without a figure belongs
to the next where nothing stands before it, and else to the one before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from builder.proof import when
from builder.proof.asked.passage import Passage
from builder.proof.coming import is_coming
from builder.proof.names import Names
from builder.proof.normal import Span, within
from builder.proof.owned import Sentence
from builder.values.dates import DateSpan

_DIGITS = re.compile(r"(?<![\w.,])[0-9]{1,3}(?![\w,])")
"""A number at the end of a sentence may else pass for that of a day."""
_GAP = 3
"""Characters before a part in which the mark stands that begins it."""
_SIGNS = ',;:()"'
_APART = frozenset(";:")
"""Signs behind which a part without a figure is of the next one."""


def other_days(passage: Passage, asked: DateSpan) -> str | None:
    """Return the day of a figure's own part of a sentence, if it is another one than is asked for, which stands by another figure."""
    base = passage.sentence[0]
    dates = when.expressions(passage.content, passage.sentence, passage.published, passage.language)
    dated = [
        (item, (item.span[0] - base, item.span[1] - base))
        for item in dates
        if passage.said_on not in item.means
        and not is_coming(passage.content, passage.sentence, item.span, passage.language)
    ]
    mine = _mine(passage, [span for _, span in dated])
    if mine is None:
        return None
    here = [item for item, span in dated if within(span, mine)]
    there = [item for item, span in dated if not within(span, mine)]
    if not here or any(_may_mean(item, asked) for item in here):
        return None
    return here[0].words if any(_may_mean(item, asked) for item in there) else None


def other_places(passage: Passage, asked: Iterable[str], places: Names) -> str | None:
    """Return the place of a figure's own part of a sentence, if it is another one than is asked for, which stands by another figure."""
    wanted = set(asked)
    here, there = own_places(passage, places) if wanted else ((), ())
    if not here or any(places.named(name) & wanted for name in here):
        return None
    return here[0] if any(places.named(name) & wanted for name in there) else None


def own_places(passage: Passage, places: Names) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the places in a figure's own part of a sentence and those in the others, as printed; none where no other figure has a part with one."""
    base = passage.sentence[0]
    mentions = places.mentions(passage.content, passage.sentence)
    spans = [(item.span[0] - base, item.span[1] - base) for item in mentions]
    mine = _mine(passage, spans)
    if mine is None:
        return (), ()
    return (
        tuple(passage.printed(*span) for span in spans if within(span, mine)),
        tuple(passage.printed(*span) for span in spans if not within(span, mine)),
    )


def _may_mean(item: when.Printed, asked: DateSpan) -> bool:
    return any(not span.edtf or span.overlaps(asked) for span in item.means)


def _mine(passage: Passage, spans: list[Span]) -> Span | None:
    """Return the part of a sentence that is a figure's own; ``None`` where no other figure has a part with a day or place."""
    if len(spans) < 2:
        return None
    read = passage.read
    digits = [match.span() for match in _DIGITS.finditer(read.text)]
    figures = [
        figure
        for figure in sorted({*read.figures, *digits})
        if not any(span[0] < figure[1] and figure[0] < span[1] for span in spans)
    ]
    parts = parts_of(read, tuple(figures), tuple(spans))
    start, end = passage.number
    mine = next((part for part in parts if part[0] <= start and end <= part[1]), None)
    if mine is None:
        return None
    # Each part has a figure, and one with a day or a place is that of another figure.
    beyond = any(not (mine[0] <= span[0] and span[1] <= mine[1]) for span in spans)
    return mine if len(parts) > 1 and beyond else None


@lru_cache(maxsize=512)
def parts_of(read: Sentence, figures: tuple[Span, ...], spans: tuple[Span, ...]) -> list[Span]:
    """Return the parts of a sentence, each with a figure."""
    cuts = [0]
    words, joints = read.words, read.language.joints
    whole, ends = sorted((*figures, *spans)), {end for _, end in spans}
    for at, start in enumerate(words.starts):
        before = words.ends[at - 1] if at else 0
        sign = any(char in read.text[before:start] for char in _SIGNS) or " - " in read.text[before:start]
        here = bisect_left(whole, (start, 0)) - 1
        if here >= 0 and whole[here][0] < start < whole[here][1]:
            continue
        joint = words.words[at] in joints and not read.is_of_figure(start)
        # "Tarn (12 dead)": one with the figure in the brackets
        led = before in ends and read.text[before:start].strip() == "("
        if at and (sign or joint) and not led and start > cuts[-1]:
            cuts.append(start)
    cuts.append(len(read.text))
    parts: list[Span] = []
    open_: int | None = None
    for start, end in pairwise(cuts):
        first = start if open_ is None else open_
        at = bisect_left(figures, (start, 0))
        if at < len(figures) and figures[at][1] <= end:
            parts.append((first, end))
            open_ = None
        elif parts and not _APART.intersection(read.text[max(0, start - _GAP) : start]):
            # "..., in the port": of the figure before, unless a comma and a place lead in the next one
            parts[-1] = (parts[-1][0], end)
        else:
            open_ = first
    return parts
