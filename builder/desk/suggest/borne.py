"""Whose name stands for a role in a text: "the mayor" of a question is "Holm" where the text has "Mayor Ada Holm"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from builder.desk.suggest.happened import PERSONAL, Read, events
from builder.desk.suggest.language import before, proposing
from builder.values.figures.tokens import fold
from builder.values.letters import CAPITAL, SMALL

_WORD = rf"{CAPITAL}{SMALL}[\w'’-]*"
_PARTICLE = "von|van|der|den|de|del|della|di|da|du|la|le|el|al|bin|ben|dos"
_NAME = re.compile(rf"{_WORD}(?:\s+(?:{CAPITAL}\.|{_WORD}))?(?:\s+(?:{_PARTICLE}))*\s+(?P<last>{_WORD})")
_ROLES = frozenset({"mayor", "president", "premier", "minister", "governor"})
"""What one person is in a story: drivers and judges may be several, of whom a text names one."""


def bearers(readings: Iterable[Read]) -> Mapping[str, re.Pattern[str]]:
    """Return the roles that a text gives to one person alone, each with an expression for the last word of the name."""
    found: dict[str, set[str]] = {}
    for reading in readings:
        front, behind = _joints(reading.language)
        for term in reading.terms:
            roles = term.things & PERSONAL & _ROLES
            if not roles:
                continue
            gap = front.match(reading.text, term.end)
            names = [gap and _NAME.match(reading.text, gap.end())]
            names += [
                name
                for name in _NAME.finditer(reading.text, 0, term.start)
                if behind.fullmatch(reading.text, name.end(), term.start)
            ]
            for role in roles:
                found.setdefault(role, set()).update(fold(name["last"]) for name in names if name)
    return {
        role: re.compile(rf"(?<![\w-]){re.escape(last)}(?![\w-])", re.IGNORECASE)
        for role, names in found.items()
        if len(names) == 1
        for last in names
    }


@lru_cache(maxsize=64)
def _joints(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what stands between a role and its name, perhaps with the town, and what between the name and the role behind it."""
    words = proposing(language).speakers
    article = f"{before(words.articles)}?"
    of = before(events(language).of)
    # Ukrainian and Russian have the town in the genitive, without a word for "of".
    town = (
        rf"(?:\s+{of}{article}{_WORD})?"
        if events(language).of
        else rf"(?:\s+{_WORD}(?=\s+{_WORD}\s+{_WORD}))?"
    )
    return (
        re.compile(rf"{town},?\s+"),
        re.compile(rf"(?:,\s+\d{{1,3}})?,\s+{article}(?:[\w-]+\s+){{0,2}}?"),
    )
