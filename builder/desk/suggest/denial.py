"""Words that say no: denials, what was not found or not possible, what could not be confirmed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from builder.desk.suggest.language import any_of, proposing
from builder.proof.normal import Span
from builder.proof.refusals import refusing
from builder.proof.rules.turning import turning
from builder.values.lexicon import language_file
from builder.values.text import words as words_of

_TURNS = 2
"""How many words before a refusal may deny it."""


class _Denying(Struct, frozen=True):
    denial: re.Pattern[str]
    end: re.Pattern[str]
    back: re.Pattern[str]
    """At the end of a denial, that what is denied stands in the sentence before: "The police denied it"."""
    behind: bool
    """Whether what is denied may stand before what says no: German "bestätigte das nicht"."""
    clause: re.Pattern[str]
    joint: re.Pattern[str]
    """Between a verb that denies and what it denies: "that"."""
    that: re.Pattern[str]
    """What begins a sentence with what somebody says, before who says it."""


@lru_cache(maxsize=64)
def _words(language: str) -> _Denying:
    words, file = proposing(language).answers, language_file(language)
    return _Denying(
        re.compile(rf"\b{any_of(words.denials)}\b", re.IGNORECASE),
        re.compile(rf"[;,.:!?\"]|\s{any_of(words.denial_ends)}\s"),
        re.compile(rf"\b{any_of(words.points_back)}\s*[.\"]?\Z", re.IGNORECASE),
        words.denied_before,
        re.compile(rf"[;,:\"]\s*|\s{any_of(words.denial_ends)}\s"),
        re.compile(rf"\s+{any_of(file.wordings.joining if file is not None else '')}\s", re.IGNORECASE),
        re.compile(rf"{any_of(file.wordings.joining if file is not None else '')}\s", re.IGNORECASE),
    )


def _meet(span: Span, others: list[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _is_turned(content: str, sentence: Span, denial: int, refusal: int, language: str) -> bool:
    """Return whether a denial denies a refusal, or is a refusal that the words before it deny."""
    before = words_of(content[sentence[0] : refusal])[-_TURNS:]
    ahead = denial < refusal and re.search(r"[,;:]", content[denial:refusal]) is None
    return ahead or any(word in turning(language).negations for word, _ in turning(language).met(before))


def denials(content: str, sentence: Span, language: str = "en") -> Iterator[tuple[Span, bool]]:
    """Yield each passage outside quotation marks that says no, to the end of its clause, and whether it points back."""
    words, turns = _words(language), turning(language)
    left_open = [match.span() for match in turns.open.finditer(content, *sentence)]
    refused = list(refusing(language).finditer(content, *sentence))
    # What the proof reads as a denial is one here.
    plain = [match.span() for match in words.denial.finditer(content, *sentence)]
    more = [match.span() for match in turns.denial.finditer(content, *sentence)]
    for first, last in sorted({*plain, *(span for span in more if not _meet(span, [*plain, *left_open]))}):
        if content.count('"', sentence[0], first) % 2:
            continue
        if any(_is_turned(content, sentence, first, match.start(), language) for match in refused):
            continue  # "did not refuse to forbid it", "denied that it had refused to": neither is a no
        start = first
        if words.behind:
            begun = [found.end() for found in words.clause.finditer(content, sentence[0], start)]
            start = begun[-1] if begun else sentence[0]
            if start == first and (that := words.that.match(content, *sentence)):
                # "Dass die Schiene brach, bestreitet die Bahn": what is denied stands before.
                yield (that.end(), last), False
                continue
        joint = words.joint.match(content, last, sentence[1])
        end = words.end.search(content, joint.end() if joint else last, sentence[1])
        span = (start, end.start() if end else sentence[1])
        yield span, bool(words.back.search(content[slice(*span)]))
