"""Answers of none: "nobody was killed", "no injuries". No figure is printed, and where a question asks how many, it is 0."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.model import Question
from builder.desk.suggest.asking import Asking, Wanted
from builder.desk.suggest.tokens import persons, tokens
from builder.desk.suggest.words import states
from builder.proof.normal import Span
from builder.values.counting import says
from builder.values.lexicon import everywhere, listed
from builder.values.nones import Nobody, nones


def none_of(content: str, sentence: Span, asking: Asking, language: str) -> Iterator[tuple[Span, Question]]:
    """Yield the words of a sentence that say that something befell nobody, each with the question that asks how many it befell.

    Where two questions ask that of different people, nobody can tell of which it is.
    """
    text = content[slice(*sentence)]
    if text.rstrip().endswith("?"):
        return
    for found in nones(text, language):
        if _are_some(text, found, language):
            continue
        asked = [wanted for wanted in asking.wanted if _asks(wanted, found)]
        # Of those who are asked of among others nobody speaks here.
        asked = [wanted for wanted in asked if not wanted.heads] or asked
        if len(asked) == 1:
            yield (sentence[0] + found.start, sentence[0] + found.end), asked[0].question


def _asks(wanted: Wanted, found: Nobody) -> bool:
    befallen = frozenset(listed(everywhere().counted.befallen))
    return bool(
        wanted.people
        and not (wanted.peoples or wanted.grades)
        and wanted.states & befallen
        and "~jobs" not in wanted.nouns  # nobody is dismissed where posts are only left empty
        and says(wanted.states, found.states)
    )


def _are_some(text: str, found: Nobody, language: str) -> bool:
    """Return whether words are of some people only: "no firefighters were hurt"."""
    inside = text[found.start : found.end]
    of = {token.name.lstrip("~=+") for token in tokens(inside, language)}
    return bool(
        of
        & (persons() - {"victims", "people"}) - {name for s in states(inside, language) for name in s.names}
    )
