"""Compare printed words regardless of typography.

Spaces (no-break ones too), quotation marks, dashes, the Unicode form, ligatures, ellipses and marks that are not seen differ
between prints of the same words; nothing else is forgiven.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Literal

from builder.values import scripts
from builder.values.direction import isolated

ELLIPSIS = "…"
MARKS = 30
"""Maximum number of combining marks on one letter: the limit of Unicode's Stream-Safe Text Format (UAX #15, section 13).
Sorting a run of marks takes quadratic time."""
_STACKED = re.compile(rf"[^\w\s\x00-\x7f]{{{MARKS + 1},}}|[\uff9e\uff9f]{{{MARKS + 1},}}")
HIDDEN = str.maketrans(
    {
        "\u00ad": None,  # soft hyphen
        "\u034f": None,  # parts marks for sorting
        "\u200b": None,  # zero-width space
        "\ufeff": None,
        # Direction marks, embeddings, overrides and isolates; invisible operators and word joiners.
        **dict.fromkeys("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e"),
        **dict.fromkeys(map(chr, (*range(0x2060, 0x2065), *range(0x2066, 0x2070)))),
        # Variation selectors.
        **dict.fromkeys(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))),
    }
)
"""Characters that are invisible."""
_DASHES = "-\u2010-\u2015\u2212\u2e3a\u2e3b\ufe63\uff0d"


def _ligatures() -> Iterator[tuple[str, str]]:
    """Yield each sign that is two letters in one, or an Arabic letter in one of its forms, with the letters: ``ﬁ``, ``fi``."""
    for first, end in (
        (0xFB00, 0xFB07),
        (0xFB13, 0xFB18),
        (0xFB20, 0xFDD0),
        (0xFDF0, 0xFDFC),
        (0xFE71, 0xFEFD),
    ):
        for char in map(chr, range(first, end)):
            letters = unicodedata.normalize("NFKC", char)
            if letters != char and " " not in letters:
                yield char, letters
    yield from {"ĳ": "ij", "Ĳ": "IJ"}.items()


def _wide() -> Iterator[tuple[str, str]]:
    """Yield digits and letters as wide as Chinese signs, and Japanese letters half as wide, with the usual ones."""
    for first, end in ((0xFF10, 0xFF1A), (0xFF21, 0xFF3B), (0xFF41, 0xFF5B), (0xFF66, 0xFFA0)):
        yield from ((char, unicodedata.normalize("NFKC", char)) for char in map(chr, range(first, end)))
    yield "％", "%"


SAME = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″〝〞〟＂", '"'),
        **dict.fromkeys("‘’‚‛′`´‹›ʼ＇", "'"),
        **dict.fromkeys("‐‑‒–—―−⸺⸻﹣－", "-"),
        **dict(_ligatures()),
        **dict(_wide()),
        "ſ": "s",
    }
)
"""What is printed in several ways."""
_FORMED = "\u0590-\u1cff\u2190-\u21ff\u2300-\u2bff\ua800-\uabff\ufb1d-\ufdff\ufe70-\ufefc\U00010a00-\U00011fff\U0001f000-\U0001faff"
_NEEDLESS = re.compile(f"(?<![{_FORMED}])[{scripts.JOINERS}]+(?![{_FORMED}])")
"""Joiners, where nothing beside them has forms to be joined: letters of some scripts, and pictures."""
_OPENS = re.compile(r"(?<![^\s(\[{/'‘’¿¡‐-―-])[«“‹][^\S\n]+")
_CLOSES = re.compile(r"(?<!\s)[^\S\n]+[»”›](?=[\s.,;:!?)\]]|\Z)")
"""Marks with a space on the side of the words, as French papers print them: by the spaces around they are told from German ones."""
_PARTING = re.compile(rf"[{_DASHES}]{{2,}}|[—―⸺⸻]")
"""A dash that parts words, and several hyphens in its place."""
_DOTS = re.compile(r"(?:\.\s?\.\s?\.+|…)(?:\s*(?:…|\.\s?\.\s?\.+))*")


def _dash(match: re.Match[str]) -> str:
    """A dash between words stands apart as others are printed; between two figures it is their hyphen."""
    before, after = match.string[: match.start()][-1:], match.string[match.end() : match.end() + 1]
    return "-" if before.isdecimal() and after.isdecimal() else " - "


def _mark(match: re.Match[str]) -> str:
    return match[0].strip()


Edit = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]
EDITS: tuple[Edit, ...] = (
    (_NEEDLESS, lambda _match: ""),
    (_OPENS, _mark),
    (_CLOSES, _mark),
    (_PARTING, _dash),
)
"""What is put into one form by what stands around it, in this order, each with what stands for it then."""
DOTTED: Edit = (_DOTS, lambda _match: f" {ELLIPSIS} ")
"""An ellipsis, however many dots it is printed with."""
_TARGET = re.compile(r"\]\([^()\s]*\)")
_SLOT = re.compile(r"\{(\w+)\}")
_TIED = r"""(?:['.\-]{0}|,[0-9]+|(?<=[א-ת])"(?=[א-ת]){0})*"""
"""What more may stand in a word: parts tied to it, thousands, and the mark that Hebrew abbreviations have before their last letter."""
_BRACKETED = r"(?:\[[^\W\d_]\](?=[^\W\d_]))?"
"""A first letter that is an editor's: ``[T]he``."""
_RUN = r"[^\W_]+"
_SIMPLE = re.compile(f"{_BRACKETED}{_RUN}{_TIED.format(_RUN)}|…")


def composed(text: str, form: Literal["NFC", "NFKC", "NFKD"] = "NFC") -> str:
    """Return the text in a Unicode normalisation form, in linear time: without more than ``MARKS`` marks on one letter."""
    return text if text.isascii() else unicodedata.normalize(form, without_stacks(text))


def without_stacks(text: str) -> str:
    """Return a text of the same length in which marks beyond ``MARKS`` on one letter are U+FFFD (replacement character)."""
    return text if text.isascii() else _STACKED.sub(_unstacked, text)


def _unstacked(match: re.Match[str]) -> str:
    kept, marks = [], 0
    for char in match[0]:
        # What is left out later parts no marks.
        if HIDDEN.get(ord(char), "") is not None and char not in scripts.JOINERS:
            more = _marks(char)
            marks = marks + more if more else 0
        kept.append(char if marks <= MARKS else "\ufffd")
    return "".join(kept)


def _marks(char: str) -> int:
    """Return how many combining marks a character consists of; 0 if it is not a combining character."""
    apart = unicodedata.normalize("NFKD", char)
    return len(apart) if unicodedata.combining(apart[0]) else 0


def normalise(text: str) -> str:
    """Return the text in one typography: NFC, plain quotes and hyphens, single spaces, ``…`` for an ellipsis, no hidden marks."""
    # Of ASCII the backtick and the double hyphen alone are other signs'.
    if not text.isascii() or "`" in text or "--" in text:
        text = composed(text).translate(HIDDEN)
        for pattern, form in EDITS:
            text = pattern.sub(form, text)
        # Again: without a soft hyphen between them, a letter and its accent are one.
        text = unicodedata.normalize("NFC", text.translate(SAME))
    text = " ".join(text.split())
    if "." in text or ELLIPSIS in text:
        pattern, form = DOTTED
        text = " ".join(pattern.sub(form, text).split())
    return text


def filled(text: str, **values: object) -> str:
    """Return the text with its ``{names}`` filled in. Values are not expanded again, and right-to-left ones are isolated."""
    if not values:
        return text
    pieces = _cut(text)
    found = [
        isolated(str(values.get(piece, f"{{{piece}}}"))) if at % 2 else piece
        for at, piece in enumerate(pieces)
    ]
    return "".join(found)


@lru_cache(maxsize=1024)
def _cut(text: str) -> tuple[str, ...]:
    """Return a text split at its ``{names}``: text and names alternate, beginning and ending with text."""
    return tuple(_SLOT.split(text))


@cache
def _of_any_script() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the pattern of a word in any script, and that of its pieces where it has letters of one without spaces."""
    run = rf"{_RUN}(?:[{scripts.marks()}{scripts.JOINERS}]++[^\W_]*+)*+"
    own = scripts.without_spaces()
    pieces = rf"[{own}][{scripts.marks()}]*+|[^\W_{own}](?:[^{own}]*[^\W{own}])?[{scripts.marks()}]*+"
    return re.compile(f"{_BRACKETED}{run}{_TIED.format(run)}|…"), re.compile(pieces)


def spans(plain: str) -> list[tuple[int, int]]:
    """Return where the words of a normalised text stand, in order; an ellipsis counts as one.

    A letter in brackets belongs to its word: ``[T]he``. In scripts without spaces each letter with its signs is one.
    """
    if scripts.is_simple(plain):
        return [match.span() for match in _SIMPLE.finditer(plain)]
    word, piece = _of_any_script()
    found: list[tuple[int, int]] = []
    for match in word.finditer(plain):
        if any(map(scripts.unspaced, match[0])):
            found += [part.span() for part in piece.finditer(plain, *match.span())]
        else:
            found.append(match.span())
    return found


def bare(word: str) -> str:
    """Return a word without the brackets that an editor puts around a first letter: ``[T]he`` is ``The``."""
    return word[1] + word[3:] if word[0] == "[" else word


def words(text: str) -> list[str]:
    """Return the words of a text in order, as printed but for brackets around a first letter; an ellipsis counts as one."""
    plain = normalise(text)
    return [bare(plain[start:end]) for start, end in spans(plain)]


def weight(found: Iterable[str]) -> int:
    """Return how many words some words count as: fewer in scripts without spaces, where each letter is one. Ellipses count nothing."""
    shares = sum(scripts.share(word) for word in found if word != ELLIPSIS)
    return -(-shares // scripts.WHOLE)


def runs(found: Sequence[str], least: int) -> Iterator[tuple[str, ...]]:
    """Yield for each word the shortest run that begins with it and counts as at least so many words."""
    shares = [scripts.share(word) for word in found]
    wanted, total, end = least * scripts.WHOLE, 0, 0
    for start, own in enumerate(shares):
        while end < len(shares) and total < wanted:
            total += shares[end]
            end += 1
        if total < wanted:
            return
        yield tuple(found[start:end])
        total -= own


def without_targets(text: str) -> str:
    """Return Markdown without the targets of its links, which are not words of the text."""
    return _TARGET.sub("]", text)


def count_words(text: str) -> int:
    """Return the number of words, as the quote limit counts them: ellipses do not count, letters of scripts without spaces by
    their share."""
    return weight(words(text))


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return the words in small letters, joined as their script has them: what two prints of one wording share.

    An ellipsis at either end is removed.
    """
    return scripts.joined(words(text)).strip(f"{ELLIPSIS} ").casefold()
