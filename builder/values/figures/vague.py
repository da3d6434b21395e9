"""Read words for how many that give no figure: "dozens", "several hundred", "dozens, if not hundreds"."""

from __future__ import annotations

from typing import NamedTuple

from builder.values.figures.numerals import Numeral, is_number, numeral
from builder.values.figures.reasons import Reason, Trouble
from builder.values.figures.tokens import DASHES, Tokens
from builder.values.figures.words import Words

_WORDED = 10**6
"""Scales that multiply a vague word with nothing between them."""


class VagueWords(NamedTuple):
    """Vague words in a text."""

    end: int
    scale: int | None
    """Their order of magnitude; ``None`` where they name none, or two."""
    unit: str | None = None
    rare: bool = False
    """Hardly ever an answer: read, but not looked for."""
    before_noun: bool = False
    """Looked for only before a noun."""


def vague(tokens: Tokens, at: int, words: Words) -> VagueWords | Trouble | None:
    """Return the vague words that begin at a token; ``None`` where none do."""
    found = _one(tokens, at, words)
    head = words.vague_heads.match(tokens.words, at)
    lead = words.before.match(tokens.words, at) if head is not None else None
    if (
        head is not None
        and (found is None or found.end < head[1])
        and is_number(tokens, head[1], words)
        and (lead is None or lead[1] < head[1])
    ):
        # "a handful of 300"
        return Trouble(at, head[1], Reason.WORD, head[1] + 1)
    if found is None:
        return None
    for _ in range(3):
        more = _joined(tokens, found.end, words)
        if more is None:
            break
        same = found.scale if found.scale == more.scale else None
        found = VagueWords(more.end, same)
    if is_number(tokens, found.end, words):
        return Trouble(found.end, found.end + 1, Reason.NUMBER, found.end + 1)
    join = _join(tokens, found.end, words)
    if join is not None and is_number(tokens, join, words):
        # "dozens, perhaps 300"
        return Trouble(join, join + 1, Reason.NUMBER, join + 1)
    of = words.vague_of.match(tokens.words, found.end)
    place = of[1] if of else found.end
    unit = words.money.match(tokens.words, place) or words.units.match(tokens.words, place)
    if unit is None and (found.scale or 0) >= _WORDED:
        unit = words.money_scaled.match(tokens.words, place)
    return found if unit is None else found._replace(end=unit[1], unit=unit[0])


def _one(tokens: Tokens, at: int, words: Words) -> VagueWords | None:
    texts = tokens.words
    best = None
    phrase = words.vague.match(texts, at)
    if phrase is not None:
        best = VagueWords(phrase[1], phrase[0].scale, None, phrase[0].rare, phrase[0].before_noun)
    head = words.vague_heads.match(texts, at)
    if head is not None and (scaled := _scale(tokens, head[1], words)):
        best = VagueWords(scaled[1], scaled[0])
    place = words.vague_places.match(texts, at)
    if place is not None and (scaled := _plural(tokens, _over_dash(tokens, place[1]), words)):
        best = VagueWords(scaled[1], scaled[0])
    plural = _plural(tokens, at, words)
    if plural is not None and (best is None or plural[1] > best.end):
        best = VagueWords(plural[1], plural[0])
    return best


def _over_dash(tokens: Tokens, at: int) -> int:
    return at + 1 if at < tokens.size and tokens.words[at] in DASHES and tokens.glued[at] else at


def _scale(tokens: Tokens, at: int, words: Words) -> tuple[int, int] | None:
    """Return the scales behind "several": "hundred", "hundred thousand", "dozens of thousands"."""
    size, found = 1, None
    for _ in range(3):
        step = _magnitude(tokens, at, words)
        if step is None and found is not None:
            step = _of(tokens, at, words)
        if step is None:
            break
        size, at = size * step[0], step[1]
        found = size, at
    return found


def _magnitude(tokens: Tokens, at: int, words: Words) -> tuple[int, int] | None:
    """Return the order of magnitude of a scale, in the singular or in the plural, and where it ends."""
    if at >= tokens.size:
        return None
    word = tokens.words[at]
    kind, value = words.numbers.get(word, ("", 0))
    if kind != "scale":
        value = words.dozens.get(word) or words.plurals.get(word, 0) or _in_one_word(tokens, at, words)
    return (10 ** (len(str(value)) - 1), at + 1) if value else None


def _in_one_word(tokens: Tokens, at: int, words: Words) -> int:
    """Return a power of ten that is written as one word: German "mehrere Zehntausend"; else 0."""
    number = numeral(tokens, at, words) if words.parted(tokens.words[at]) else None
    if not isinstance(number, Numeral) or number.end != at + 1 or number.value < 10:
        return 0
    return int(number.value) if set(str(number.value)[1:]) == {"0"} and str(number.value)[0] == "1" else 0


def _plural(tokens: Tokens, at: int, words: Words) -> tuple[int, int] | None:
    """Return "hundreds", "tens of thousands"."""
    if at >= tokens.size or tokens.words[at] not in words.plurals:
        return None
    size, end = words.plurals[tokens.words[at]], at + 1
    for _ in range(2):
        step = _of(tokens, end, words)
        if step is None:
            break
        size, end = size * step[0], step[1]
    return size, end


def _of(tokens: Tokens, at: int, words: Words) -> tuple[int, int] | None:
    """Return "of thousands" behind a scale in the plural; where a language has no word for that "of", its scales stand side by side."""
    of = words.vague_of.match(tokens.words, at)
    if of is None and words.vague_of.heads:
        # German "hunderte Millionen"
        kind, value = words.numbers.get(tokens.words[at], ("", 0)) if at < tokens.size else ("", 0)
        return (value, at + 1) if kind == "scale" and value >= _WORDED else None
    place = of[1] if of is not None else at
    if place >= tokens.size or (tokens.words[place] not in words.plurals and words.vague_of.heads):
        return None
    return _magnitude(tokens, place, words)


def _joined(tokens: Tokens, at: int, words: Words) -> VagueWords | None:
    """Return the vague words behind "if not", "or even"."""
    join = _join(tokens, at, words)
    return _one(tokens, join, words) if join is not None else None


def _join(tokens: Tokens, at: int, words: Words) -> int | None:
    """Return where a word ends that joins vague words to what stands behind it."""
    if at < tokens.size and tokens.words[at] == "," and tokens.glued[at]:
        at += 1
    join = words.vague_joins.match(tokens.words, at)
    return join[1] if join is not None else None
