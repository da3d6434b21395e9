"""What a text says of the hour of a count, and of what its outlet has seen, heard or checked itself."""

from __future__ import annotations

import re
from functools import lru_cache

from builder.content.model import Outlet
from builder.desk.suggest.happened import events
from builder.desk.suggest.language import before
from builder.proof.normal import Span
from builder.proof.rules.saying import forms
from builder.proof.rules.turning import turning
from builder.proof.text import Text
from builder.values.hours import NIGHT, printed_hours, printed_parts
from builder.values.text import count_words

_ENTRY = 3
"""Words of a paragraph that is only the hour of what follows: "14:05 Uhr"."""
_CUE = 3
"""Words between a verb of saying and the hour at which something was said."""
_NAME = 4
"""Words between an outlet's name and the words by which it has checked something."""


@lru_cache(maxsize=64)
def _stood(language: str) -> re.Pattern[str]:
    """Return an expression for what stands before the hour up to which something was counted: "as of"."""
    return re.compile(rf"(?<!\w){before(events(language).stood_at)}\Z", re.IGNORECASE)


def hour_of(text: Text, sentence: Span, cue: str | None, language: str) -> str | None:
    """Return the hour at which a count of a sentence stood or was given; ``None`` unless the text surely says so.

    It begins the entry of a live page, or stands behind "as of" or a verb of saying: that of a blast is none of a count.
    """
    content = text.content
    first, last = sentence
    for start, _, means in printed_hours(content[first:last], language):
        lead = content[first : first + start]
        said = cue is not None and (at := lead.rfind(cue)) >= 0 and count_words(lead[at + len(cue) :]) <= _CUE
        if len(means) == 1 and (said or _stood(language).search(lead)):
            return next(iter(means))
    if cue is not None and (part := _part_of_saying(content[first:last], cue, language)):
        return part
    return _of_entry(text, sentence, language)


def _part_of_saying(sentence: str, cue: str, language: str) -> str | None:
    """Return the part of the day at which something was said: "said on Tuesday evening"; ``None`` if it may be several, or a night of two days."""
    behind = sentence.find(cue) + len(cue)
    for start, _, means in printed_parts(sentence, language):
        said = (
            behind <= start
            and count_words(sentence[behind:start]) <= _CUE
            and "," not in sentence[behind:start]
        )
        if said and len(means) == 1 and NIGHT not in means:
            return next(iter(means))
    return None


def _of_entry(text: Text, sentence: Span, language: str) -> str | None:
    """Return the hour with which the paragraph of a sentence begins, or the short one right before it."""
    content, paragraph = text.content, text.paragraph(sentence)
    at = text.paragraphs.index(paragraph)
    above = text.paragraphs[at - 1] if at else None
    for one in (paragraph, above):
        if one is None or (one is above and count_words(content[slice(*one)]) > _ENTRY):
            continue
        for start, end, means in printed_hours(content[slice(*one)], language):
            opens = not re.search(r"\w", content[one[0] : one[0] + start])
            closed = re.match(r"\s*(?:[-–—:|.\])]|\Z|\n)", content[one[0] + end : one[1]])
            if opens and closed and len(means) == 1:
                return next(iter(means))
            break
    return None


def verified_in(text: Text, sentence: Span, outlet: Outlet, language: str) -> str | None:
    """Return the words by which a sentence says that its outlet has heard, seen or checked something itself."""
    content, said_by, turns = text.content, forms(language), turning(language)
    inside = content[slice(*sentence)]
    if said_by.unverified.search(inside) or said_by.unconfirmed.search(inside):
        return None
    names = sorted({outlet.name, outlet.short, *outlet.aliases}, key=len, reverse=True)
    named = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names))
    for found in said_by.verified.finditer(inside):
        for name in named.finditer(inside):
            start, end = min(found.start(), name.start()), max(found.end(), name.end())
            between = inside[min(found.end(), name.end()) : max(found.start(), name.start())]
            printed = inside[start:end]
            if count_words(between) <= _NAME and not turns.negates(printed) and "," not in between:
                return printed
    return None
