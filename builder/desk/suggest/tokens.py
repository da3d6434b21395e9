"""The words of a passage that tell what it is about, each with its place, comparable across languages."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from builder.desk.suggest.words import is_state, plain, states, stem, stops
from builder.proof.normal import Span
from builder.values.counting import GRADES, Words, changes, counting
from builder.values.lexicon import everywhere, listed

_WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")
_COGNATE = 5
"""Letters that words of two languages share at their beginning, if they are one: "alimony", French "aliments" are not."""


class Token(NamedTuple):
    """A word, or a set in which words stand, with its place."""

    start: int
    end: int
    name: str


@lru_cache(maxsize=2048)
def tokens(text: str, language: str, *, across: bool = False) -> tuple[Token, ...]:
    """Return what the words of a text say: ``=killed`` for a state, ``^fell`` for a change, ``~debt`` for a matter, else stems.

    ``across``: comparable with another language, where only names and cognates can be known by their letters.
    """
    known, cut = counting(language), Words(text)
    found = [Token(s.start, s.end, f"={name}") for s in states(text, language) for name in s.names]
    found += [Token(t.start, t.end, f"~{name}") for t in known.matters.find(cut) for name in t.sets]
    found += [
        Token(t.start, t.end, f"+{name}") for t in known.beside.find(cut) for name in t.sets if name in GRADES
    ]
    found += [
        Token(t.start, t.end, f"^{name}")
        for t in known.happened.find(cut)
        for name in t.sets
        if name in changes()
    ]
    if is_state(text):
        found.append(Token(0, len(text), f"={text}"))
    stop = stops(language)
    for match in _WORD.finditer(text):
        word = plain(match[0], language)
        if word.casefold() in stop:
            continue
        name = _root(word) if across else stem(word, language)
        if name:
            found.append(Token(match.start(), match.end(), name))
    return tuple(sorted(found))


def _root(word: str) -> str:
    """Return how a word begins that another language may share; none of a short one, unless it is a name."""
    plain = "".join(
        c for c in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(c)
    ).replace("k", "c")
    if len(plain) > _COGNATE + 1:
        return plain[: _COGNATE + 1]
    return plain if word[:1].isupper() and len(plain) >= _COGNATE - 1 else ""


def matters(found: tuple[Token, ...] | list[Token], span: Span | None = None) -> frozenset[str]:
    """Return the matters among some tokens, of those within a span if one is given."""
    return frozenset(
        token.name[1:]
        for token in found
        if token.name[0] == "~" and (span is None or (span[0] <= token.start and token.end <= span[1]))
    )


@lru_cache(maxsize=1)
def persons() -> frozenset[str]:
    """Return the matters that are persons apart from others."""
    return frozenset(listed(everywhere().counted.persons)) | {"troops", "civilians", "passengers", "crew"}
