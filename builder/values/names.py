"""A key that transliterations of one name share.

Papers spell names from another alphabet or language in different ways: Vorozhba and Vorobzha, Zelensky and Zelenskyy, Kursk
Oblast and Kursk region. The key only proposes that two spellings may be one name; the editor's aliases decide.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from builder.values.lexicon import everywhere, listed
from builder.values.text import composed

_WORD = re.compile(r"[^\W\d_]+")
FOLDS = (
    ("shch|sch", "s"),
    ("zh|dzh|dj", "z"),
    ("kh", "h"),
    ("ts|tz", "c"),
    ("ch|tch", "c"),
    ("sh", "s"),
    ("ph", "f"),
    ("ck|q", "k"),
    ("w", "v"),
    ("x", "ks"),
    ("y[aeou]|i[aeou]", "a"),
    ("[iyj]+", "i"),
    ("[gh]", "g"),  # Ukrainian h, Russian g: HUR and GUR
)
"""Letters and groups of letters that transliterations of Cyrillic, Korean and Arabic names interchange.

The patterns mean the same in Python and JavaScript: the search in the browser uses them too.
"""
_GROUPS = tuple((re.compile(pattern), letter) for pattern, letter in FOLDS)
_VOWELS = re.compile("[aeiouy]+")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=1)
def _sorts() -> frozenset[str]:
    """Return the words for kinds of places, which do not identify a place."""
    return frozenset(listed(everywhere().sorts_of_places))


def name_key(name: str) -> str:
    """Return the key that spellings of one name share.

    Accents, doubled letters and vowels are removed, letters that transliterations interchange become one, and the
    kind of a place ("Oblast", "region") is left out. Transposed consonants, as in Vorozhba and Vorobzha, are handled by
    ``may_be_one``.
    """
    plain = composed(name, "NFKD")
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()
    words = [word for word in _WORD.findall(plain) if word not in _sorts()] or _WORD.findall(plain)
    return " ".join(filter(None, map(_word_key, words)))


def name_words(names: Iterable[str]) -> tuple[str, ...]:
    """Return the words of names that may have other spellings, sorted, each once.

    These are capitalised words of at least three letters, except words for kinds of places.
    """
    found = {word for name in names for word in _WORD.findall(name) if len(word) > 2 and word[0].isupper()}
    return tuple(sorted(word for word in found if word.casefold() not in _sorts()))


def _word_key(word: str) -> str:
    for group, letter in _GROUPS:
        word = group.sub(letter, word)
    first, rest = word[:1], word[1:]
    # An initial vowel is kept as "a", as all spellings have one; inside a word, vowels vary most.
    return _DOUBLED.sub(r"\1", (first if first not in "aeiouy" else "a") + _VOWELS.sub("", rest))


def may_be_one(a: str, b: str) -> bool:
    """Return whether two spellings may be one name: they have the same key, or keys with transposed letters.

    Symmetric. Keys under four letters, such as those of abbreviations, must be equal. ``Plekhovo`` and ``Plekhanovo`` are
    two names.
    """
    key_a, key_b = name_key(a), name_key(b)
    if not key_a or not key_b:
        return False
    if key_a == key_b:
        return True
    if min(len(key_a), len(key_b)) < 4 or key_a[0] != key_b[0]:
        return False
    return sorted(key_a) == sorted(key_b)
