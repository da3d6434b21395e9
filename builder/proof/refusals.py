"""Whether words refuse what a question asks to have been accepted: "rejected the offer" is a no, and a yes where it is asked for."""

from __future__ import annotations

import re
from functools import lru_cache

from builder.proof.asked.deeds import happenings
from builder.values.counting import Term, Words, same_language
from builder.values.expressions import alternatives
from builder.values.lexicon import language_file, listed
from builder.values.phrase_sets import Sets

REFUSED = "rejected"
ACCEPTED = ("accepted", "approved", "agreed")
"""What is not so where it is refused."""
_MARK = re.compile(r"[;:.]|,.*,")


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


def happened(text: str, language: str) -> list[Term]:
    """Return the phrases of a text that say what happened, each with its sets, as ``events`` of the language's file names them."""
    return happenings(language).find(Words(text))


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
    """Return whether printed words say that somebody refuses to do just what a question asks: "refused to forbid" of "did it forbid".

    Also with words between, where an infinitive follows: "turned down a request to forbid", French "a refusé mardi d'interdire".
    """
    if asks_refusal(question, site_language):
        return False
    same = same_language(language, site_language)
    asked = {word.casefold() for word in re.findall(r"\w+", question)} if same else set()
    wanted = _happens(question, site_language)
    if any(
        printed[match.end() :].partition(" ")[0].casefold() in asked
        or wanted & _happens(printed[match.end() :], language, first=True)
        for match in refusing(language).finditer(printed)
    ):
        return True
    return _refused_deed(printed, language, question, site_language) is not None


def refusal_before(
    before: str, printed: str, behind: str, language: str, question: str, site_language: str
) -> str | None:
    """Return the end of what stands before printed words that refuses the deed which these name and a question asks for, else ``None``.

    What stands behind them may have the rest of a verb: German "lehnt | Impfungen | ab".
    """
    if asks_refusal(question, site_language) or len(Words(printed).words) < 1:
        return None
    whole = f"{before}{printed}{behind}"
    found = _refused_deed(whole, language, question, site_language)
    inside = found is not None and found[0] < len(before) <= found[1] < len(before) + len(printed)
    return before[found[0] :].strip() if found is not None and inside else None


def refusal_behind(printed: str, behind: str, language: str, question: str, site_language: str) -> bool:
    """Return whether printed words refuse a deed that a question asks for and that stands behind them, with an infinitive of the same clause."""
    if asks_refusal(question, site_language) or REFUSED not in _names(printed, language):
        return False
    # A comma before the infinitive ends no clause: "abgelehnt, den Streik zu verbieten"
    found = _refused_deed(f"{printed}{behind}", language, question, site_language)
    return found is not None and found[0] < len(printed) <= found[1]


def _refused_deed(printed: str, language: str, question: str, site_language: str) -> tuple[int, int] | None:
    """Return where the words of a refusal begin, and where the deed that is refused begins; ``None`` if there is no such deed."""
    deeds = _happens(question, site_language)
    sets, parted = _sets(language)
    refused = [(term.start, term.end) for term in sets.find(Words(printed)) if REFUSED in term.sets]
    refused += [match.span() for match in parted.finditer(printed)]
    to_do = _to_do(language)
    for term in happened(printed, language) if refused and deeds else ():
        led = to_do.search(printed, 0, term.start)
        start = led.start() if led else term.start
        for begin, end in refused if deeds & set(term.sets) else ():
            if begin < term.start and term.end <= end:
                return begin, term.start  # German "lehnt eine Impfung ab"
            if (
                (end <= start and not _MARK.search(printed, end, start))
                if led
                else (not printed[end:start].strip() and end < start)
            ):
                return begin, term.start
    return None


@lru_cache(maxsize=64)
def _to_do(language: str) -> re.Pattern[str]:
    """Return an expression for what stands right before an infinitive."""
    file = language_file(language)
    words = file.events.infinitives if file is not None else ""
    return re.compile(rf"(?<!\w)(?:{alternatives(words)})(?:\s+|(?<='))\Z", re.IGNORECASE)


def _happens(text: str, language: str, *, first: bool = False) -> frozenset[str]:
    """Return what some words tell to happen, as sets that all languages have. ``first``: what they begin with."""
    found = happened(text, language)
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
