"""Rules on what a text holds for likely and no more: the word is printed, and is not lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.vocabulary import Answer
from builder.proof import kinds
from builder.proof.case import ClaimCase, Finding
from builder.proof.locate import occurrences
from builder.proof.rules.turning import Words, turning
from builder.proof.rules.words import turning_words
from builder.values.text import normalise

FAR = 10
"""How many words before a passage a word such as "likely" is looked for."""
_BREAK = re.compile(r"[,;:()](?=\s)|\s[-(]")


def printed(case: ClaimCase) -> Iterator[Finding]:
    """The word of doubt stands in the passage's sentence, and is one."""
    doubt = case.claim.doubt
    if doubt is None:
        return
    if not occurrences(doubt, case.text, case.sentence):
        yield Finding(kinds.DOUBT_NOT_PRINTED, ("doubt",), f'"{doubt}" does not stand at the passage')
    elif not _is_doubt(doubt, turning(case.article.language)):
        yield Finding(kinds.DOUBT_NOT_PRINTED, ("doubt",), f'"{doubt}" calls nothing likely')


def _is_doubt(printed: str, words: Words) -> bool:
    plain = normalise(printed)
    return bool(
        words.likely.search(plain) or words.supposed.search(plain) or words.unseen.search(plain)
    ) or any(word in words.doubts | words.caveats | words.negations for word, _ in words.met(plain.split()))


def _unseen(case: ClaimCase, words: Words) -> re.Match[str] | None:
    """Return a "no sign" of which a claim's words are a part: "auf einen Anschlag gab es nicht" behind "Hinweise"."""
    start, end = case.passage
    every = words.unseen.finditer(case.text.content, *case.sentence)
    return next((found for found in every if found.start() < end and start < found.end()), None)


def kept(case: ClaimCase) -> Iterator[Finding]:
    """A "likely" further off than the words beside the passage is told, unless the claim has it.

    So is a "no indication" as an answer: it is no plain no. Of figures it is known what they count, and other rules ask whether that
    has happened; but not, who all of those supposedly were: that is left open.
    """
    if case.claim.doubt:
        return
    words = turning(case.article.language)
    if case.is_a(Answer.QUANTITY):
        if case.claim.leaves_open:
            return
        if found := words.apposed.match(case.content_of((case.passage[1], case.sentence[1]))):
            yield Finding(
                kinds.DOUBT_DROPPED,
                ("printed",),
                f'the text has "{found[1]}" behind these words, of who is counted: leaves_open says so',
            )
        return
    if case.claim.value is False and (
        found := words.unseen.search(normalise(case.claim.printed)) or _unseen(case, words)
    ):
        yield Finding(kinds.DOUBT_DROPPED, ("printed",), f'"{found[0]}" is no plain no: write it as doubt')
        return
    around = (
        case.content_of((case.sentence[0], case.passage[0])),
        case.content_of((case.passage[1], case.sentence[1])),
    )
    clause = _BREAK.split(around[0])[-1], _BREAK.split(around[1])[0]
    if found := next(filter(None, map(words.supposed.search, clause)), None):
        yield Finding(kinds.DOUBT_DROPPED, ("printed",), f'the text has "{found[0]}" beside these words')
        return
    told = normalise(
        f"{case.claim.cue or ''} {case.claim.status or ''} {case.claim.printed} {case.claim.quote or ''}"
    )
    if words.likely.search(told) or turning_words(case.text, case.passage, words):
        return
    if behind := words.likely.match(around[1].lstrip(" ,(-")):
        message = f'the text has "{behind[0]}" behind these words'
        yield Finding(kinds.DOUBT_DROPPED, ("printed",), message)
        return
    before = case.content_of((case.sentence[0], case.passage[0]))
    if breaks := list(_BREAK.finditer(before)):
        before = before[breaks[-1].end() :]
    near = " ".join(before.split()[-FAR:])
    if found := words.likely.search(near):
        message = f'the text has "{found[0]}" before these words'
        yield Finding(kinds.DOUBT_DROPPED, ("printed",), message)
