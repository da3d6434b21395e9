"""Words beside a claim's own that give them to somebody by any verb of saying, whom no registry need know.

Behind them, at the end of their sentence: ", as the port office reported", ", said Ada Kane, who runs it". What begins with "as" says so by
itself; without it, a name has to stand right beside the verb. Before them: "As the port office reported, ...", "Ada Kane confirmed that ...".
"""

from __future__ import annotations

import re
from functools import lru_cache

from builder.values import speech
from builder.values.expressions import NEVER, alternatives, compiled, optional
from builder.values.letters import CAPITAL
from builder.values.lexicon import language_file, listed

_WORD = r"[\w'’.&-]+"
_NAMED = 10
"""How many words may tell who says it, between "as" and the verb."""
_REST = 14
"""The same behind the verb."""
_SHORT = 3
"""How many words may stand between a name and a verb at a sentence's end without "as"."""
_OPENING = 160
"""How many characters may stand before a verb that joins a clause: "Ada Kane, who heads the board, told the Echo that"."""
_TOLD = 4
"""How many words may stand between such a verb and "that": who was told, and when."""


def told_before_it(before: str, language: str) -> str | None:
    """Return what gives the words behind it to somebody, at the beginning of a sentence; ``None`` where nothing does.

    ``before`` is the sentence up to a claim's words.
    """
    opening, joined, nobody = _before(language)
    if (match := opening.match(before)) is not None:
        return match[0]
    match = joined.match(before)
    if match is None or nobody.search(match["who"]) is not None or not re.search(r"\w", match["who"]):
        return None
    return match[0]


@lru_cache(maxsize=16)
def _before(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return expressions for "As X reported,", for "X confirmed that" with ``who`` that is, and for who is nobody: "it was"."""
    file, words = language_file(language), speech.saying(language)
    if file is None or not words.verbs:
        return compiled(NEVER), compiled(rf"(?P<who>){NEVER}"), compiled(NEVER)
    joins = alternatives(file.governing.joins)
    nobody = alternatives([*listed(file.counted.are), *listed(words.by_nobody)])
    return (
        compiled(rf"\W*(?:{_as_said(language, ',')})"),
        compiled(
            rf"\W*(?P<who>[^;:\"]{{1,{_OPENING}}}?)(?<!\w)(?:{_whole(language)})(?:\s+{_WORD}){{0,{_TOLD}}}?,?\s+(?:{joins})(?!\w)"
        ),
        compiled(rf"(?<!\w)(?:{nobody})\s+(?:{_WORD}\s+)?\Z"),
    )


def told_behind_it(behind: str, language: str) -> re.Match[str] | None:
    """Return what gives the words before it to somebody, at the end of a sentence or before what tells more of him; ``None`` where nothing does.

    ``behind`` is the sentence from the end of a claim's words on.
    """
    return _behind(language).search(behind)


@lru_cache(maxsize=16)
def _behind(language: str) -> re.Pattern[str]:
    """Return an expression for ", as X reported", ", X confirmed" and ", said X", from the sign before it on."""
    file, words = language_file(language), speech.saying(language)
    if file is None or not words.verbs:
        return compiled(NEVER)
    parted = "|".join(
        rf"{alternatives([verb.first])}\s+(?:{_WORD}\s+){{1,{speech.PARTED}}}?{alternatives([verb.rest])}"
        for verb in speech.parted(language)
    )
    relative = alternatives([*listed(words.clauses), *listed(file.counted.relative)])
    end = rf"(?:\W*\Z|,\s+(?:{relative})(?!\w))"
    name = rf"(?:(?:{alternatives(words.articles)})\s+)?(?-i:{CAPITAL}){_WORD}?"
    leading = speech.verbs(language) if words.inverted else alternatives(words.inverting)
    return compiled(
        rf"[,\"(]\s*(?:{_as_said(language, end)}"
        rf"|{name}(?:\s+{_WORD}){{0,{_SHORT}}}?\s+{optional(words.helpers)}(?:{_whole(language)}){end}"
        rf"|(?:{leading})(?:\s+(?:{alternatives(file.times.weekdays)}))?\s+{name}(?:\s+{_WORD}){{0,{_REST}}}?{end}"
        rf"|(?:{parted or NEVER}){end})"
    )


def _whole(language: str) -> str:
    """Return an expression for all verbs of saying that are not parted."""
    return alternatives(verb for verb in speech.forms(language) if "..." not in verb)


def _as_said(language: str, end: str) -> str:
    """Return an expression for "as X reported" and "as reported by X" up to where it ends."""
    file, words = language_file(language), speech.saying(language)
    assert file is not None
    as_ = alternatives(words.as_)
    day = rf"(?:\s+(?:(?:{alternatives(file.proposing.speakers.on_day)})\s+)?{_WORD})?"
    found = rf"(?:{as_})\s+(?:{_WORD}\s+){{1,{_NAMED}}}?(?:{_whole(language)}){day}{end}"
    if not words.by and not words.inverted:
        return found
    by = rf"\s+(?:{alternatives(words.by)})\s+" if words.by else r"\s+"
    who = rf"(?:{_WORD}\s+){{0,{_REST}}}?{_WORD}"
    return rf"{found}|(?:{as_})\s*{optional(words.helpers)}(?:{_whole(language)}){day}{by}{who}{end}"
