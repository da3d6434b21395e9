"""Helpers for the sentences of the comparison: quoting, listing, counting, ending a sentence.

Quoted and listed texts are isolated: those in a right-to-left script do not reorder the words beside them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from builder.values.direction import isolated

_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()


_RENDERED = re.compile(r"(?<=”) \[[^][]*\]")


def without_renderings(text: str) -> str:
    """Return a text without what printed words are rendered as: who reads these passes over the words before them."""
    return _RENDERED.sub("", text)


def quoted(text: str) -> str:
    """Return the text in typographic quotation marks."""
    return f"“{isolated(text)}”"


def join_items(items: Sequence[str], last: str = "and") -> str:
    """Return ``a, b and c``."""
    items = [isolated(item) for item in items]
    if len(items) <= 1:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def is_participle(counts: str) -> bool:
    """Return whether what is counted is said by a participle or an adjective: killed or wounded, missing."""
    last = counts.rpartition(" ")[2]
    return last.endswith("ed") or last in ("missing", "dead", "hurt")


def left_open(reason: str) -> str:
    """Return the reason why two answers differ without a word that both cannot be right: of a tension, that is what is open."""
    return reason.replace(" cannot both be right: no figure fits both", ": no figure fits both")


def counting(counts: str) -> str:
    """Return what a figure counts as a predicate: ``counts the killed``, ``is a count of losses``, ``is told as withdrew``."""
    if is_participle(counts):
        return f"counts the {counts}"
    # What is no noun in the plural may be a verb.
    return f"is {'a count of' if counts.endswith('s') else 'told as'} {isolated(counts)}"


MANY = 8
"""Maximum number of items that a sentence lists one by one."""


def some(items: Sequence[str], others: str, most: int = MANY) -> str:
    """Return ``a, b and c``, or ``a, b, c, d, e, f and three other outlets`` if there are more than ``most``."""
    if len(items) <= most:
        return join_items(items)
    shown = [isolated(item) for item in items[: most - 2]]
    rest = count_noun(len(items) - len(shown), f"other {others}", f"other {others}")
    return f"{', '.join(shown)} and {rest}"


def number_word(number: int) -> str:
    """Return a number as it stands in a sentence: a small one in words."""
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"


def count_noun(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun, in words up to twelve: ``two reports``."""
    return f"{number_word(number)} {one if number == 1 else many or one + 's'}"


def capital(text: str) -> str:
    """Return the text with a capital first letter."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Return the text with a capital first letter and a full stop."""
    return capital(text) + ("" if text.endswith((".", "?", "!", ".”")) else ".")


_LONG = re.compile(r"\b(\d{1,3}(?:,\d{3}){2,})(?![,.]?\d)")
_NAMES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def in_words(text: str) -> str:
    """Return a text with its figures of a million and more in words: ``175.4 billion``. None is rounded."""

    def short(found: re.Match[str]) -> str:
        figure = int(found[1].replace(",", ""))
        for size, name in _NAMES:
            if figure >= size and figure * 1000 % size == 0:
                return f"{figure / size:,.3f}".rstrip("0").rstrip(".") + f" {name}"
        return found[1]

    return _LONG.sub(short, text)
