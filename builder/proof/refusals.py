"""Whether words refuse what a question asks to have been accepted: "rejected the offer" is a no, and a yes where it is asked for."""

from __future__ import annotations

import re
from functools import lru_cache

from builder.proof.asked.deeds import happenings
from builder.values.counting import Words, same_language
from builder.values.expressions import alternatives
from builder.values.lexicon import language_file, listed
from builder.values.phrase_sets import Sets

REFUSED = "rejected"
ACCEPTED = ("accepted", "approved", "agreed")
"""What is not so where it is refused."""


@lru_cache(maxsize=64)
def _sets(language: str) -> tuple[Sets, re.Pattern[str]]:
    """Return a language's words for both, and an expression for verbs whose second part stands apart: German "lehnte ... ab"."""
    file = language_file(language)
    happened = file.events.happened if file is not None else {}
    seconds = set(listed(file.events.seconds)) if file is not None else set()
    parted = [
        rf"\b({re.escape(first)})\b[^.;:!?]*?\b({re.escape(rest)})\b"
        for first, _, rest in (phrase.partition(" ") for phrase in listed(happened.get(REFUSED, "")))
        if rest in seconds
    ]
    sets = {name: happened[name] for name in (REFUSED, *ACCEPTED) if name in happened}
    return Sets(sets), re.compile("|".join(parted) or "(?!)", re.IGNORECASE)


def _names(text: str, language: str) -> frozenset[str]:
    sets, parted = _sets(language)
    found = {name for term in sets.find(Words(text)) for name in term.sets}
    return frozenset(found | ({REFUSED} if parted.search(text) else set()))


def asks_refusal(question: str, site_language: str) -> bool:
    """Return whether a question asks whether something was refused: "was the appeal rejected?"."""
    return REFUSED in _names(question, site_language)


def refuses(printed: str, language: str, question: str, site_language: str) -> bool:
    """Return whether printed words refuse what a question asks to have been accepted, and accept nothing, or refuse to do what it asks."""
    if _refuses_to(printed, language, question, site_language):
        return True
    asked = _names(question, site_language)
    if REFUSED in asked or asked.isdisjoint(ACCEPTED):
        return False
    said = _names(printed, language)
    return REFUSED in said and said.isdisjoint(ACCEPTED)


def _refuses_to(printed: str, language: str, question: str, site_language: str) -> bool:
    """Return whether printed words say that somebody refuses to do just what a question asks: "refused to forbid" of "did it forbid"."""
    if asks_refusal(question, site_language):
        return False
    same = same_language(language, site_language)
    asked = {word.casefold() for word in re.findall(r"\w+", question)} if same else set()
    wanted = _happens(question, site_language)
    return any(
        printed[match.end() :].partition(" ")[0].casefold() in asked
        or wanted & _happens(printed[match.end() :], language, first=True)
        for match in refusing(language).finditer(printed)
    )


def _happens(text: str, language: str, *, first: bool = False) -> frozenset[str]:
    """Return what some words tell to happen, as sets that all languages have. ``first``: what they begin with."""
    found = happenings(language).find(Words(text))
    return frozenset(name for term in found if not (first and term.start) for name in term.sets)


@lru_cache(maxsize=64)
def refusing(language: str) -> re.Pattern[str]:
    """Return an expression, up to a verb, for what refuses to do what that verb says."""
    file = language_file(language)
    phrases = file.events.refusing if file is not None else ""
    return re.compile(rf"(?<!\w)(?:{alternatives(phrases)})(?:\s+|(?<='))(?=\w)", re.IGNORECASE)


def without_refusals(printed: str, language: str) -> str:
    """Return words without those by which something is refused, so that only what turns these is read."""
    sets, parted = _sets(language)
    spans = [(term.start, term.end) for term in sets.find(Words(printed)) if REFUSED in term.sets]
    for match in parted.finditer(printed):
        spans += [match.span(at) for at, part in enumerate(match.groups(), start=1) if part]
    for start, end in sorted(set(spans), reverse=True):
        printed = f"{printed[:start]} {printed[end:]}"
    return printed
