"""Words without quotation marks that are attributed, or held at arm's length: "called it a disgrace", "allegedly"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from builder.desk.suggest.language import any_of, before, proposing
from builder.proof.normal import Span
from builder.values.language_proposing import Answers
from builder.values.letters import SMALL
from builder.values.lexicon import listed
from builder.values.speech import saying

_LEADS = 2
"""Words before a quotation that only lead to it: "of a"."""


@lru_cache(maxsize=64)
def _words(language: str) -> tuple[tuple[re.Pattern[str], ...], re.Pattern[str]]:
    """Return the expressions that lead to such words, and that for where they end."""
    words, adverbs = proposing(language).answers, proposing(language).speakers.between
    beginnings = (
        rf"\b{any_of(words.as_verbs)}\s+[^,;.\"]{{1,60}}?\b{before(words.as_)}",
        _called(words, language),
        rf"\b{any_of(words.spoke)}\s+(?={before(words.spoke_articles)})",
        rf"\b(?:{any_of(words.distance)}|{any_of(words.was)}\s+(?={any_of(words.distance_to)}\s))\s*",
        rf"\b{any_of(words.felt)}\s+(?={any_of(words.was)}\s+(?:{any_of(adverbs)}\s+)?{any_of(words.felt_words)}\b)",
    )
    ends = rf"[;,.:!?\"]|\s{any_of(words.wording_ends)}\s"
    return tuple(map(re.compile, beginnings)), re.compile(ends)


def _called(words: Answers, language: str) -> str:
    plain = (
        rf"{SMALL}[\w-]*(?:\s+{any_of(words.plain)}\s+{SMALL}[\w-]*)?\s*(?:[.,;]|\Z)"
        if words.plain
        else "(?!)"
    )
    # "called the police at night"
    no_place = "".join(rf"(?<!\b{word}\s)" for word in listed(words.no_place))
    possessive = saying(language).possessive
    owner = rf"|[\w-]+{any_of(possessive)}\s+" if possessive else ""
    return (
        rf"\b{any_of(words.called)}\s+(?:{any_of(words.objects)}\s+(?={before(words.one_pronoun)}|{plain})"
        rf"|(?:{before(words.owners)}{owner})(?:[\w'-]+\s+){{1,6}}?(?={before(words.one)}|{no_place}{plain}))"
    )


def wordings(content: str, sentence: Span, language: str = "en") -> Iterator[Span]:
    """Yield the passages of a sentence that are attributed without quotation marks."""
    beginnings, ends = _words(language)
    last = sentence[0]
    found = sorted(
        (match.end(), match.start())
        for pattern in beginnings
        for match in pattern.finditer(content, *sentence)
    )
    for start, verb in found:
        if start < last or content[start : start + 1] == '"' or content.count('"', sentence[0], verb) % 2:
            continue
        end = ends.search(content, start, sentence[1])
        last = end.start() if end else sentence[1]
        if content[last : last + 1] == '"' and len(content[start:last].split()) <= _LEADS:
            continue  # "spoke of a" before words in quotation marks, which are the ones
        if last > start:
            yield start, last
