"""Find a fragment in a text: as printed, with cuts and insertions, or approximately."""

from __future__ import annotations

import heapq
import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from msgspec import Struct

from builder.content.model import Locator
from builder.proof.normal import Span
from builder.proof.text import Text
from builder.values.lexicon import language_file, languages, listed
from builder.values.scripts import joined, stands_apart, unspaced
from builder.values.text import ELLIPSIS, normalise, weight, words

MAX_CUT = 60
"""Maximum number of words that an editor's ellipsis may stand for."""
MAX_REPLACED = 8
"""Maximum number of words that an editor's bracketed insertion may stand for."""
FARTHEST = 4_000
"""The most characters that these words may have."""
LETTERS = 3
"""The most pieces of a text that are one word: letters of a script without spaces."""
NEAR = 0.6
"""Minimum similarity, 0 to 1, of a passage that is reported as a near miss."""

_GAP = re.compile(rf"\s?{ELLIPSIS}\s?|\s?\[(?!(?<![^\W_]\[)[^\W\d_]\][^\W\d_])[^\]]{{0,400}}\]\s?")
_LOOSE = re.compile(
    r"""(?<![^\W_])\[(?P<letter>[^\W\d_])\](?=[^\W\d_])|(?P<number>№[ ]?|(?<![^\W_])N[or]\.[ ]?(?=[0-9]))|(?P<ligature>[œæŒÆ]|[oa]e|O[Ee]|A[Ee])|(?P<first>(?<![^\W_])[^\W\d_](?=[^\W\d_]))|"""
    r"""(?P<shut>(?<=[^\W_])"\Z)|(?P<comma>[.,]?)(?P<mark>''|"|'(?![^\W_])|(?<![^\W_])')(?P<behind>[.,]?)|"""
    r"""(?P<fraction>(?<=[0-9])\s[1-7]/[2-8](?![0-9/])|(?<![0-9/.,])[1-7]/[2-8](?![0-9/])|[¼-¾⅓-⅞])|(?P<power>(?<=m)[23²³](?![^\W_]))|"""
    r"""(?P<unit>(?<=[0-9])[ ]?(?=[%‰°€£$¥])|(?<=[€£$¥])[ ]?(?=[0-9]))"""
)
"""What a fragment and its text may print in two ways: a first letter with an editor's brackets, two letters in one, quotation marks and
what stands at them, a fraction, the power of a unit, a space before a sign, the sign for "number"."""
_FRACTIONS = {
    char: unicodedata.normalize("NFKC", char).replace("\u2044", "/")
    for char in map(chr, (*range(0xBC, 0xBF), *range(0x2153, 0x215F)))
}
_SIGNS = {written: char for char, written in _FRACTIONS.items()}
_MARK = r"""(?:''|["'])"""
"""A quotation mark, whichever it is."""
_POWERS = {"²": "2", "³": "3"}
_LIGATURES = {"œ": "oe", "æ": "ae", "Œ": "O[Ee]", "Æ": "A[Ee]"}

_ELIDED = re.compile(r"(?<![\w'-])(?:[dlcsjmt]|qu|un|dell|all|nell|dall|sull)'\Z", re.IGNORECASE)
"""French and Italian words that lost a vowel, up to the word behind them. French "n'" turns what follows it, and is left with it."""


class Found(Struct, frozen=True):
    """The position of a fragment."""

    span: Span
    cuts: tuple[Span, ...] = ()
    """Spans of the text that the fragment's ellipses leave out or its brackets replace."""


def occurrences(fragment: str, text: Text, within: Span | None = None) -> list[Found]:
    """Return every occurrence of a fragment in the text or in a span of it, in order.

    An ellipsis or a bracketed insertion that the text does not print stands for words left out: the pieces
    around it must then follow each other within one paragraph. A first letter in brackets is one letter, capital or small; a
    comma or full stop may stand on either side of the mark that closes a quotation, and ``_LOOSE`` has what else may be printed otherwise.
    """
    wanted = normalise(fragment).strip(f" {ELLIPSIS}") or normalise(fragment)
    start, end = within or (0, len(text.content))
    found = [Found(span) for span in _spans(wanted, text, start, end)]
    if found or not _GAP.search(wanted) or any(_turns(match[0]) for match in _GAP.finditer(wanted)):
        return found
    return list(_in_pieces(wanted, text, start, end))


def _turns(gap: str) -> bool:
    """Return whether words that an editor put into brackets would change what the text says: "[not]", "[very]", "[12]"."""
    inside = gap.strip(" []").casefold()
    return any(char.isdigit() for char in inside) or not _turning_words().isdisjoint(words(inside))


@lru_cache(maxsize=1)
def _turning_words() -> frozenset[str]:
    """Return the words of all languages that deny, weaken or hedge, those of one word."""
    found: set[str] = set()
    for language in languages():
        file = language_file(language)
        if file is not None:
            turning, before = file.turning, file.before
            lists = (
                turning.negations, turning.doubts, turning.caveats, before.about, before.up_to, before.at_least, before.more_than,
                before.less_than, before.nearly, before.near, before.far, file.unsafe.before,
            )  # fmt: skip
            found.update(phrase for part in lists for phrase in listed(part) if " " not in phrase)
    # Prepositions that hedge a figure may also explain where: "[over Varn]".
    return frozenset(found - _PLACED)


_PLACED = frozenset(
    "over under above below around about near past beyond von um unter über sur sous de sobre bajo a".split()
)


def _spans(wanted: str, text: Text, start: int, end: int) -> Iterator[Span]:
    """Yield where a string stands; where it does not, where it does with what print does in two ways."""
    literal = _literal(wanted, text.content, start, end)
    first = next(literal, None)
    if first is not None:
        yield first
        yield from literal
    elif (pattern := _loose(wanted, text.has_bracketed_letters)) is not None:
        for match in pattern.finditer(text.content, start, end):
            if _apart(text.content, *match.span()):
                yield match.span()


@lru_cache(maxsize=256)
def _loose(wanted: str, letters: bool) -> re.Pattern[str] | None:
    """Return a pattern for a string whose bracketed letters, and commas at closing marks, may be printed in another way.

    ``letters`` says whether the text has letters in brackets. ``None`` where there is nothing of the kind.
    """
    pieces: list[str] = []
    last, ways = 0, 0
    for match in _LOOSE.finditer(wanted):
        if match["first"] and not letters:
            continue
        pieces += [re.escape(wanted[last : match.start()]), _either(match)]
        last, ways = match.end(), ways + 1
    return re.compile("".join([*pieces, re.escape(wanted[last:])])) if ways else None


def _either(match: re.Match[str]) -> str:
    """Return a pattern for what a fragment prints in one of several ways."""
    printed = match[0]
    if letter := match["letter"]:
        other = letter.swapcase()
        return f"(?:{re.escape(printed)}|{letter}|{other if len(other) == 1 else letter})"
    if match["ligature"]:
        sign = printed if len(printed) == 1 else {"o": "œ", "a": "æ", "O": "Œ", "A": "Æ"}[printed[0]]
        return f"(?:{sign}|{_LIGATURES[sign]})"
    if first := match["first"]:
        return rf"(?:{first}|\[{first}\])"
    if match["shut"]:
        return f"[.,]?{_MARK}"
    if match["mark"]:
        comma = re.escape(match["comma"] or match["behind"])
        both = match["comma"] and match["behind"]
        return (
            re.escape(match["comma"]) + _MARK + re.escape(match["behind"])
            if both
            else f"(?:{comma}{_MARK}|{_MARK}{comma})"
        )
    if match["fraction"]:
        sign = _SIGNS.get(printed.strip(), printed)
        written = _FRACTIONS.get(sign, printed.strip())
        return rf"(?:{sign}|(?<![0-9/.,]){written}|(?<=[0-9])\s{written})(?![0-9/])"
    if match["power"]:
        return f"[{''.join({printed, _POWERS.get(printed, printed), *(sign for sign, plain in _POWERS.items() if plain == printed)})}]"
    return " ?" if match["unit"] is not None else r"(?:№ ?|N[or]\. ?)"


def _literal(wanted: str, content: str, start: int, end: int) -> Iterator[Span]:
    """Yield the spans of a string between word boundaries: not "3" in "3,000", not "large" in "large-scale"."""
    at = content.find(wanted, start, end)
    while at >= 0 and wanted:
        stop = at + len(wanted)
        if _apart(content, at, stop):
            yield at, stop
        elif at and _is_spaced(content[at]) and _is_spaced(content[at - 1]):
            # Within a word nothing begins: to its end, or to a letter that a word of another script begins with.
            at += 1
            while at < end and _is_spaced(content[at]):
                at += 1
            at -= 1
        at = content.find(wanted, at + 1, end)


def _apart(content: str, start: int, stop: int) -> bool:
    """Return whether a passage begins and ends where words do; one may begin behind a word that lost its vowel: "d'environ 140"."""
    if stands_apart(content, start, stop):
        return True
    if not start or content[start - 1] != "'" or not content[start].isalnum():
        return False
    elided = _ELIDED.search(content, max(0, start - 8), start)
    return elided is not None and stands_apart(content[start : stop + 2], 0, stop - start)


def _is_spaced(char: str) -> bool:
    return char.isalnum() and not unspaced(char)


def _in_pieces(wanted: str, text: Text, start: int, end: int) -> Iterator[Found]:
    pieces, limits, last = [], [], 0
    for match in _GAP.finditer(wanted):
        pieces.append(wanted[last : match.start()])
        limits.append(MAX_CUT if ELLIPSIS in match[0] else MAX_REPLACED)
        last = match.end()
    pieces.append(wanted[last:])
    kept = [(piece, limit) for piece, limit in zip(pieces, [0, *limits], strict=True) if piece]
    if len(kept) < 2 or len(kept) > 7:
        return
    for first in _spans(kept[0][0], text, start, end):
        spans, paragraph = [first], text.paragraph(first)
        for piece, limit in kept[1:]:
            # Not to the paragraph's end each time: beyond so many words it would be none of these.
            near = min(text.past(spans[-1][1], limit * LETTERS), spans[-1][1] + FARTHEST) + len(piece)
            following = next(_spans(piece, text, spans[-1][1], min(end, paragraph[1], near)), None)
            if following is None or weight(text.printed_words((spans[-1][1], following[0]))) > limit:
                break
            spans.append(following)
        else:
            cuts = tuple((a[1], b[0]) for a, b in itertools.pairwise(spans))
            yield Found((first[0], spans[-1][1]), cuts)


def choose(found: list[Found], text: Text, locator: Locator | None) -> Found | None:
    """Return the occurrence that a locator means: by position, then by the words around it. Without a locator, the first."""
    if not found or locator is None:
        return found[0] if found else None

    def fits(item: Found) -> tuple[bool, int, int]:
        before, after = text.context(item.span)
        alike = (before == locator.before) + (after == locator.after)
        start = text.normal.raw(item.span)[0]
        return (
            text.normal.raw(item.span) == (locator.start, locator.end),
            alike,
            -abs(start - locator.start),
        )

    return max(found, key=fits)


def locator(found: Found, text: Text) -> Locator:
    """Return the locator of a passage."""
    start, end = text.normal.raw(found.span)
    return Locator(start, end, *text.context(found.span))


def near_miss(fragment: str, text: Text) -> str | None:
    """Describe how a fragment differs from the most similar passage, or return None if no passage is similar."""
    wanted = [word for word in words(fragment) if word != ELLIPSIS]
    printed = text.words
    if len(wanted) < 2 or not printed:
        return None
    size = min(len(wanted), len(printed))
    said = text.printed_words((0, len(text.content)))
    want = Counter(word.casefold() for word in wanted)
    best: tuple[float, str] | None = None
    for _, index in heapq.nlargest(5, _windows(want, [word.casefold() for word in said], size)):
        start = max(0, -index - 2)
        window_words = said[start : -index + size + 2]
        matcher = SequenceMatcher(None, wanted, window_words, autojunk=False)
        matched = sum(block.size for block in matcher.get_matching_blocks())
        score = matched / len(wanted)
        if best is None or score > best[0]:
            best = (score, _differences(matcher, wanted, window_words))
    return best[1] if best and best[0] >= NEAR and best[1] else None


def _windows(want: Counter[str], said: list[str], size: int) -> Iterator[tuple[int, int]]:
    """Yield for each run of ``size`` words the number of wanted words in it and its start index, negated."""
    have: Counter[str] = Counter()
    shared = 0
    for index, word in enumerate(said):
        have[word] += 1
        shared += have[word] <= want[word]
        if index >= size:
            gone = said[index - size]
            shared -= have[gone] <= want[gone]
            have[gone] -= 1
        if index >= size - 1:
            yield shared, size - 1 - index


def _differences(matcher: SequenceMatcher[str], wanted: list[str], said: list[str]) -> str:
    codes = matcher.get_opcodes()
    # The window is wider than the fragment: additional words at its ends are not differences.
    while codes and codes[0][0] == "insert":
        codes = codes[1:]
    while codes and codes[-1][0] == "insert":
        codes = codes[:-1]
    told = []
    for tag, a, b, c, d in codes:
        mine, theirs = joined(wanted[a:b]), joined(said[c : min(d, c + 8)])
        if tag == "replace":
            told.append(f'"{theirs}" where this has "{mine}"')
        elif tag == "insert":
            told.append(f'also "{theirs}" after "{wanted[a - 1]}"')
        elif tag == "delete":
            told.append(f'no "{mine}"')
    return "the text has " + ", ".join(told) if told else ""
