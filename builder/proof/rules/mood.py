"""A mood of verbs that reports what somebody said, and tells beside a condition what would be: German "würden behandelt"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from builder.content.vocabulary import Answer
from builder.proof import kinds
from builder.proof.asked import asks_for_planned, asks_for_unreal
from builder.proof.case import ClaimCase, Finding
from builder.values.expressions import alternatives, compiled
from builder.values.lexicon import language_file, listed


@lru_cache(maxsize=16)
def _mood(language: str) -> tuple[frozenset[str], re.Pattern[str], re.Pattern[str]] | None:
    """Return a language's verbs of that mood, one of them, and a condition: a clause that begins with "if", or a sentence with the verb."""
    file = language_file(language)
    if file is None or not file.saying.mood:
        return None
    verbs = alternatives(file.saying.mood)
    opens, not_ = alternatives(file.saying.conditions), alternatives(file.saying.no_conditions)
    return (
        frozenset(listed(file.saying.mood)),
        compiled(rf"(?<!\w)(?:{verbs})(?!\w)"),
        compiled(rf"(?:\A\W*|,\s+)(?!(?:{not_})(?!\w))(?P<if>{opens})(?!\w)|\A\W*(?P<verb>{verbs})(?!\w)"),
    )


def only_reports(case: ClaimCase) -> frozenset[str]:
    """Return the verbs that doubt nothing here, as somebody says it in the sentence and no condition stands in it."""
    mood = _mood(case.article.language)
    if mood is None or not case.cues or mood[2].search(case.content_of(case.sentence)):
        return frozenset()
    return mood[0]


def imagined(case: ClaimCase) -> Iterator[Finding]:
    """What would be if something were has not happened."""
    mood, site = _mood(case.article.language), case.book.site.settings.language
    if mood is None or not case.is_a(Answer.QUANTITY):
        return
    if asks_for_unreal(case.question, site) or asks_for_planned(case.question, site):
        return
    sentence = case.content_of(case.sentence)
    verb, condition = mood[1].search(sentence), mood[2].search(sentence)
    if verb is not None and condition is not None:
        told = condition["if"] or condition["verb"]
        message = f'the text has "{verb[0]}" and "{told}" in the sentence: it tells what would be'
        yield Finding(kinds.NOT_HAPPENED, ("question",), message)
