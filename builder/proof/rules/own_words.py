"""Which words of a sentence are the text's own, although somebody says something in it: what he says is told behind a word of its own."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from builder.proof.case import ClaimCase
from builder.proof.rules.voices import Said
from builder.values.counting import counting
from builder.values.expressions import alternatives, compiled
from builder.values.language_parts import Governing, Saying
from builder.values.lexicon import language_file, listed

_BEFORE_THAT = 4
"""How many words may stand between a verb of saying and "that": "admitted last night that"."""


class _Own(Struct, frozen=True):
    """A language's expressions."""

    goes_on: re.Pattern[str]
    """From a verb of saying on: what opens all that is said: "that", a colon before quoted words."""
    joined: re.Pattern[str]
    """From behind a passage up to a name: that a clause of its own begins with the name."""
    done: re.Pattern[str]
    """A participle."""


@lru_cache(maxsize=16)
def _own(language: str) -> _Own:
    file = language_file(language)
    governing, saying = (file.governing, file.saying) if file is not None else (Governing(), Saying())
    joints = alternatives(sorted(counting(language).and_or))
    articles = (
        rf"(?:(?:{alternatives(f'{saying.articles}, {saying.determiners}')})\s*)?" if saying.articles else ""
    )
    done = listed(file.events.done) if file is not None else []
    return _Own(
        compiled(
            rf'(?:,?\s+[\w\'-]+){{0,{_BEFORE_THAT}}}?(?:,?\s+(?:{alternatives(governing.joins)})(?!\w)|:\s*")'
        ),
        compiled(rf"[^;:.!?\"]*?(?:(?<!\w)|\s-\s)(?:{joints})\s+{articles}(?:[\w-]+\s+){{0,2}}"),
        compiled(rf"(?:{alternatives(form for form in done if form.startswith('*'))})(?!\w)"),
    )


def is_the_texts_own(case: ClaimCase, item: Said) -> bool:
    """Return whether a speaker stands in a sentence that says a claim's words by itself.

    "The works were closed on Monday, and the mayor said that all were safe": that they were closed nobody says. "Arrested on Monday,
    Kane told the court ...", "Kane, arrested on Monday, told the court ...": that he was arrested the text tells beside it.
    """
    (start, end), name, verb = case.passage, item.mention.span, item.verb
    if item.phrase or case.text.is_quoted(case.passage) or name[0] > verb[0]:
        return False
    content, own = case.text.content, _own(case.article.language)
    if name[1] <= start and end <= verb[0]:
        aside = content[name[1] : start].startswith(",") and content[end : verb[0]].rstrip().endswith(",")
        return aside and "," not in content[name[1] + 1 : start] + content[end : verb[0]].rstrip()[:-1]
    if end > name[0]:
        return False
    if (
        not content[case.sentence[0] : start].strip()
        and own.done.match(content, start, end)
        and content[end : name[0]].count(",") == 1
    ):
        return True
    told = own.goes_on.match(content, verb[1], case.sentence[1])
    return told is not None and own.joined.fullmatch(content, end, name[0]) is not None
