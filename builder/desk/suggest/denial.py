"""Words that say no: denials, what was not found or not possible, what could not be confirmed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from builder.desk.suggest.language import any_of, proposing
from builder.proof.normal import Span


class _Denying(Struct, frozen=True):
    denial: re.Pattern[str]
    end: re.Pattern[str]
    back: re.Pattern[str]
    """At the end of a denial, that what is denied stands in the sentence before: "The police denied it"."""
    behind: bool
    """Whether what is denied may stand before what says no: German "bestätigte das nicht"."""
    clause: re.Pattern[str]


@lru_cache(maxsize=64)
def _words(language: str) -> _Denying:
    words = proposing(language).answers
    return _Denying(
        re.compile(rf"\b{any_of(words.denials)}\b", re.IGNORECASE),
        re.compile(rf"[;,.:!?\"]|\s{any_of(words.denial_ends)}\s"),
        re.compile(rf"\b{any_of(words.points_back)}\s*[.\"]?\Z", re.IGNORECASE),
        words.denied_before,
        re.compile(rf"[;,:\"]\s*|\s{any_of(words.denial_ends)}\s"),
    )


def denials(content: str, sentence: Span, language: str = "en") -> Iterator[tuple[Span, bool]]:
    """Yield each passage outside quotation marks that says no, to the end of its clause, and whether it points back."""
    words = _words(language)
    for match in words.denial.finditer(content, *sentence):
        if content.count('"', sentence[0], match.start()) % 2:
            continue
        start = match.start()
        if words.behind:
            begun = [found.end() for found in words.clause.finditer(content, sentence[0], start)]
            start = begun[-1] if begun else sentence[0]
        end = words.end.search(content, match.end(), sentence[1])
        span = (start, end.start() if end else sentence[1])
        yield span, bool(words.back.search(content[slice(*span)]))
