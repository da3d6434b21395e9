"""Wire agencies as bylines, datelines and credit lines name them."""

from __future__ import annotations

import re
from functools import lru_cache

from builder.values.expressions import alternatives
from builder.values.letters import CAPITAL
from builder.values.lexicon import everywhere, language_file, listed

LONGEST_LINE = 60
"""Characters of a line that credits an agency and says nothing else."""
_LONGEST_BYLINE = 120
_PARTICLE = 3
"""Letters of a small word in a name, or beside one: "van", "for"."""


@lru_cache(maxsize=1)
def agency_names() -> tuple[str, ...]:
    """Return all names of agencies, the longest first."""
    names = {name for forms in everywhere().agencies.values() for name in listed(forms)}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


@lru_cache(maxsize=1)
def platform_names() -> frozenset[str]:
    """Return the names of the platforms that statements are posted on."""
    return frozenset(listed(everywhere().platforms))


@lru_cache(maxsize=1)
def one_of_them() -> str:
    """Return an expression for any of their names, in its own letters."""
    return "|".join(map(re.escape, agency_names()))


@lru_cache(maxsize=64)
def _lines(language: str) -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    """Return expressions for the beginning of a byline and for a line that credits an agency, and the small words of both."""
    file = language_file(language)
    byline, credit, joined = (
        (file.page.byline, file.page.credit, file.saying.joined) if file is not None else ("", "", "")
    )
    one = one_of_them()
    several = rf"(?:{one})(?:\s*(?:[/,&+-]|(?i:{alternatives(joined)}))\s*(?:{one}))*"
    begins = re.compile(rf"(?:{alternatives(byline)})(?:(?<=:)|(?=[\s:]))", re.IGNORECASE)
    # Before it at most the paper's own name, "Le Monde avec AFP"; with it, a full stop makes a sentence of it: "Habló con EFE."
    paper = rf"(?:{CAPITAL}[\w.'’-]*+[\s,]+){{1,5}}(?=.*[^.]\Z)"
    line = re.compile(
        rf"[^\w]*(?:{paper})?(?:(?:(?<!\w)(?i:{alternatives(credit)})|[-–—/©])\s*)?(?P<names>{several})[^\w]*\Z"
    )
    return begins, line, frozenset(re.findall(r"\w+", f"{credit},{joined}"))


def bylined(line: str, language: str) -> list[str]:
    """Return the agencies that a line names as a byline, as printed."""
    begins, _, small = _lines(language)
    begun = begins.match(line) if len(line) < _LONGEST_BYLINE else None
    found = _in(line[begun.end() :]) if begun else []
    if begun is None or not found:
        return []
    before_it = line[: line.index(found[0], begun.end())]
    # "By contributor By Ada Brandt": the last of several counts.
    last = [match.end() for match in re.finditer(rf"\b(?:{begins.pattern})", before_it, re.IGNORECASE)][-1]
    before = re.findall(r"\w+", before_it[last:])
    # "By noon all were ashore, Reuters reported" is a sentence.
    named = all(word[0].isupper() or len(word) <= _PARTICLE or word.casefold() in small for word in before)
    return found if named else []


def credited(line: str, language: str) -> list[str]:
    """Return the agencies that a line credits, as printed, if it says nothing else: "Quelle: dpa", "Le Monde avec AFP"."""
    if len(line) >= LONGEST_LINE:
        return []
    found = _lines(language)[1].match(line)
    return _in(found["names"]) if found else []


def _in(text: str) -> list[str]:
    return list(dict.fromkeys(re.findall(rf"(?<![\w-])(?:{one_of_them()})(?![\w-])", text)))
