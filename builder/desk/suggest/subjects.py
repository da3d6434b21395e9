"""Whether a verb of saying has its subject before it, so that the name behind it is whom it speaks of."""

from __future__ import annotations

import re
from functools import lru_cache

from builder.desk.suggest.language import any_of, before, proposing
from builder.desk.suggest.words import stops

_REACH = 40
"""Characters before a verb in which its subject ends."""


def has_subject(content: str, start: int, verb: int, language: str) -> bool:
    """Return whether a noun with its article stands directly before a verb: French "un jury a déclaré Holm coupable"."""
    found = _subjects(language).search(content, max(start, verb - _REACH), verb)
    return found is not None and found["noun"].casefold() not in stops(language)


def begins_another(gap: str, language: str) -> bool:
    """Return whether words between a name and a verb end with another subject: ", she", ", the mayor", and not ", the mayor,"."""
    return _others(language).search(gap) is not None


@lru_cache(maxsize=64)
def _others(language: str) -> re.Pattern[str]:
    more = proposing(language).speakers
    helpers = rf"(?:{any_of(more.helpers)}\s+){{0,2}}"
    who = rf"(?:{any_of(more.pronouns)}\s+|{before(more.articles)}(?:[^\W\d][\w'’-]*\s+){{1,4}}?)"
    return re.compile(rf",\s+{who}{helpers}\Z", re.IGNORECASE)


@lru_cache(maxsize=64)
def _subjects(language: str) -> re.Pattern[str]:
    articles = before(proposing(language).speakers.articles)
    return re.compile(rf"(?<!\S){articles}(?P<noun>[^\W\d]{{3,}})\s+\Z", re.IGNORECASE)
