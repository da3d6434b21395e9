"""Lists of phrases from languages' files as regular expressions.

``language_parts.py`` says how they are written. The expressions stand between other ones, are to be compiled with ``re.IGNORECASE``, and
take linear time: what stands in between is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from builder.values.language_parts import Phrases
from builder.values.lexicon import listed

NEVER = r"(?!)"
"""Matches nowhere: what a language has no words for."""
BETWEEN = 3
"""How many words ``...`` stands for at most, where nothing else is said."""
GAP = r"""(?:\s+[^\s;:!?"]{1,60}+)"""
"""One word that stands between others."""


def compiled(expression: str) -> re.Pattern[str]:
    """Return an expression made ready, for which small and capital letters are the same."""
    return re.compile(expression, re.IGNORECASE)


def whole_words(expression: str) -> re.Pattern[str]:
    """Return the same of an expression for whole words, within which nothing of a longer one is found."""
    return compiled(rf"(?<!\w)(?:{expression})(?!\w)")


def alternatives(phrases: Phrases | Iterable[str], between: int = BETWEEN) -> str:
    """Return an expression for any of some phrases, the longest first; one that matches nowhere if there are none.

    ``between`` is the most words that ``...`` stands for.
    """
    found = listed(phrases) if isinstance(phrases, str) else phrases
    return "|".join(_expression(phrase, between) for phrase in by_length(found)) or NEVER


def by_length(phrases: Iterable[str]) -> list[str]:
    """Return phrases with the longest first, so that no shorter one hides it."""
    return sorted(dict.fromkeys(phrases), key=lambda phrase: (-len(phrase), phrase))


def optional(phrases: Phrases) -> str:
    """Return an expression for any of some phrases with the space behind it, or for nothing."""
    return rf"(?:(?:{alternatives(phrases)})\s+)?" if phrases else ""


def _expression(phrase: str, between: int) -> str:
    done = ""
    gap = False
    for word in phrase.split():
        if word == "...":
            done += rf"{GAP}{{0,{between}}}?"
            gap = True
            continue
        done += r"\s+" if done and (gap or not done.endswith(r"\A")) else ""
        gap = False
        if word == "^":
            done += r"\A"
        elif word == '"':
            done += '(?<=[",])'
        elif word == "*":
            done += r"\w+"
        else:
            before, after = word.startswith("*"), word.endswith("*")
            done += (r"\w+" if before else "") + re.escape(word.strip("*")) + (r"\w+" if after else "")
    return done
