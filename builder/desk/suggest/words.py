"""Words made comparable: small letters, no endings, one word for those that say the same of people and things."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from builder.values.counting import Words, counting

_STOP = frozenset(
    "a an and are as at be been being but by did do does for from had has have he her his how if in into is it its many much "
    "no not of on or our out she so some than that the their them then there these they this those through to up was we were "
    "what when where which who whom will with would you about around said say says also after before over under more most "
    "i me my us all any each only other such can could may might".split()
)
_ENDINGS = re.compile(r"(?:ations?|ings?|ed|ers?|ors?|ies|es|s|ly|ment|ments)\Z")


class State(NamedTuple):
    """Words of a text that say what happened to those who are counted."""

    start: int
    end: int
    names: tuple[str, ...]
    """The sets in which they stand, the one they say first of all in front."""

    @property
    def name(self) -> str:
        """The one word for it: ``killed``."""
        return self.names[0]


@lru_cache(maxsize=4096)
def states(text: str, language: str = "en") -> tuple[State, ...]:
    """Return the words of a text that say what happened to those who are counted, in order."""
    known = counting(language)
    found = (
        State(term.start, term.end, tuple(name for name in term.sets if name in known.named))
        for term in known.find(Words(text))
    )
    return tuple(state for state in found if state.names)


def is_state(words: str | None) -> bool:
    """Return whether words are the name of a state."""
    return bool(words) and words in counting("en").named


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return a word without its ending, if enough of it is left."""
    word = word.casefold().replace("'s", "")
    cut = _ENDINGS.sub("", word)
    return cut if len(cut) >= 3 else word


@lru_cache(maxsize=4096)
def weighty(text: str, language: str = "en") -> tuple[str, ...]:
    """Return the words of a text that say something, comparable, with those for states as one in whatever language."""
    found = [f"={state.name}" for state in states(text, language)]
    words = re.findall(r"[A-Za-zÀ-ž][\w'’-]*|[0-9][0-9.,]*[0-9]|[0-9]|%", text)
    return (*(stem(word) for word in words if word.casefold() not in _STOP), *found)
