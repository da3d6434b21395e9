"""Rules on who does not say it: who is told it, whose critic does, and whose clause has not the claim's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from builder.proof import kinds
from builder.proof.case import ClaimCase, Finding
from builder.proof.names import Mention
from builder.proof.normal import Span
from builder.proof.rules.saying import forms
from builder.values.expressions import alternatives
from builder.values.language_parts import Governing, Saying
from builder.values.lexicon import language_file
from builder.values.text import normalise

_FAR = 300
"""Characters before a cue that are searched for whoever hears it."""
_CLOSE = 24
"""Characters between a name and the figure that it gives."""


class _Elsewhere(Struct, frozen=True):
    """A language's expressions for who does not say it."""

    another: re.Pattern[str]
    """Up to a name: "told", "a critic of", "not"."""
    opens: re.Pattern[str]
    """Up to a name: that it begins a clause."""
    merely: re.Pattern[str]
    """Between a name and the figure that it gives."""


@lru_cache(maxsize=64)
def _elsewhere(language: str) -> _Elsewhere:
    file = language_file(language)
    own, saying = (file.governing, file.saying) if file is not None else (Governing(), Saying())
    article = rf"(?:(?:{alternatives(saying.articles)})\s+)?"
    return _Elsewhere(
        re.compile(
            rf"(?<!\w)(?:{alternatives(f'{own.tells}, {own.others}'.strip(', '))})\s+{article}\Z",
            re.IGNORECASE,
        ),
        re.compile(rf"[,;]\s+(?:(?:{alternatives(own.opens)})\s+)?{article}\Z", re.IGNORECASE),
        re.compile(rf"\s+(?:(?:{alternatives(own.merely)})\s+)?", re.IGNORECASE),
    )


def another_speaks(case: ClaimCase) -> Iterator[Finding]:
    """No source of the claim is only told it, or somebody else's part of a name; no other one's clause has the claim's words."""
    sources, read = case.book.site.sources, _elsewhere(case.article.language)
    content, (low, high), printed = case.text.content, case.sentence, case.printed or case.passage
    mentions = list(case.book.speakers.mentions(content, case.sentence))
    own = [mention for mention in mentions if mention.ids & set(case.claim.sources)]
    if own and all(_is_another(read, content, low, mention) for mention in own):
        who = sources[min(own[0].ids)].short
        yield Finding(kinds.SPEAKER_DIFFERS, ("sources",), f"the text says it of somebody else than {who}")
        return
    named = set(case.claim.sources) | set(case.claim.via)
    start, end = content.rfind(";", low, printed[0]) + 1 or low, content.find(";", printed[1], high)
    here = [m for m in mentions if start <= m.span[0] < (end if end >= 0 else high)]
    others = [m for m in here if not m.ids & named]
    if not case.claim.sources or any(m.ids & named for m in here):
        # Who begins a clause right before a figure gives it: ", the company only 210".
        for mention in others:
            gap = content[mention.span[1] : printed[0]]
            near = 0 <= printed[0] - mention.span[1] <= _CLOSE and read.merely.fullmatch(gap)
            if near and read.opens.search(content, low, mention.span[0]):
                who = sources[min(mention.ids)].short
                yield Finding(kinds.SPEAKER_DIFFERS, ("sources",), f"the clause gives its words to {who}")
        return
    if start > low and others and others[0].span[0] < printed[0]:
        who = sources[min(others[0].ids)].short
        yield Finding(kinds.SPEAKER_DIFFERS, ("sources",), f"the clause gives its words to {who}")
    elif (
        start == low
        and own
        and all(end >= 0 and m.span[0] > end for m in own)
        and _cue_within(case, (low, end))
    ):
        message = (
            f'"{case.claim.cue}" stands in a clause of its own, apart from {sources[min(own[0].ids)].short}'
        )
        yield Finding(kinds.SPEAKER_DIFFERS, ("sources",), message)


def _is_another(read: _Elsewhere, content: str, low: int, mention: Mention) -> bool:
    """Return whether a mention is no speaker: he is told it, or stands in the name of somebody else."""
    return read.another.search(content, low, mention.span[0]) is not None


def _cue_within(case: ClaimCase, span: Span) -> bool:
    """Return whether the claim's cue, which is no "he said", stands in a part of its sentence."""
    if not case.claim.cue or forms(case.article.language).he_said.search(case.text.content, *span):
        return False
    return normalise(case.claim.cue).casefold() in case.content_of(span).casefold()


def heard(case: ClaimCase) -> Iterator[Finding]:
    """Who is told something says nothing: "the mayor was told"."""
    if not case.cues or not case.claim.sources:
        return
    for id in case.claim.sources:
        found = [_hears(case, cue, id) for cue in case.cues]
        if all(found):
            who = case.book.site.sources[id].short
            message = f'"{found[0]} {case.claim.cue}": {who} hears it, and says nothing'
            yield Finding(kinds.SPEAKER_DIFFERS, ("sources",), message)


def _hears(case: ClaimCase, cue: Span, id: str) -> str | None:
    """Return the words before a place of the cue by which a source is told it; ``None`` if it is not."""
    content, low = case.text.content, max(case.sentence[0], cue[0] - _FAR)
    found = forms(case.article.language).hears.search(content, low, cue[0])
    if found is None:
        return None
    before = case.book.speakers.named(content, (low, found.start()))
    behind = case.book.speakers.named(content, (cue[1], case.sentence[1]))
    return found[0].strip() if id in before and id not in behind else None
