"""A language's words for proposals, as expressions to be put into others."""

from __future__ import annotations

from functools import lru_cache

from builder.values.expressions import NEVER, alternatives
from builder.values.language_proposing import Proposing
from builder.values.lexicon import language_file, listed

_NOTHING = Proposing()


def proposing(language: str) -> Proposing:
    """Return what a language's file says for proposals; no words at all where there is none."""
    file = language_file(language)
    return file.proposing if file is not None else _NOTHING


@lru_cache(maxsize=4096)
def any_of(*phrases: str) -> str:
    """Return an expression for any phrase of some lists; it matches nowhere if they have none."""
    return f"(?:{alternatives(','.join(phrases))})"


@lru_cache(maxsize=4096)
def before(phrases: str) -> str:
    """Return an expression for any of some articles with the space behind it; none behind one that ends with an apostrophe."""
    apart = alternatives(phrase for phrase in listed(phrases) if not phrase.endswith("'"))
    close = alternatives(phrase for phrase in listed(phrases) if phrase.endswith("'"))
    return rf"(?:(?:{apart})\s+|(?:{close}))" if close != NEVER else rf"(?:(?:{apart})\s+)"


FIGURES = "figures and what they count"
SPEAKERS = "who says it"
ANSWERS = "days, places, and yes or no"
WORDINGS = "wordings without quotation marks"


@lru_cache(maxsize=64)
def not_known(language: str) -> tuple[str, ...]:
    """Return what is not proposed in a language because its file does not say it, in words for an editor."""
    file = language_file(language)
    if file is None:
        return (FIGURES, SPEAKERS, ANSWERS, WORDINGS)
    answers = file.proposing.answers
    parts = (
        (SPEAKERS, bool(file.saying.verbs)),
        (ANSWERS, bool(answers.denials)),
        (WORDINGS, bool(answers.as_verbs or answers.called)),
    )
    return tuple(what for what, there in parts if not there)
