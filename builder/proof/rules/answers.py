"""Rules on places, scopes and yes-no answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from builder.content.vocabulary import Answer
from builder.proof import kinds
from builder.proof.asked import passage_of
from builder.proof.case import ClaimCase, Finding, stands_in_headline
from builder.proof.normal import Span
from builder.proof.opposites import opposite
from builder.proof.refusals import asks_refusal, refusal_behind, refuses, without_refusals
from builder.proof.rules.turning import Words, turning
from builder.values.expressions import alternatives
from builder.values.lexicon import language_file, listed
from builder.values.text import normalise, words

_LONGEST = 60
"""Maximum number of letters of a name; longer words take long to compare."""
_NAME = re.compile(r"\b[A-Z][\w'-]{4,}")


def places(case: ClaimCase) -> Iterator[Finding]:
    """The places in ``value`` are exactly those that the printed words name."""
    value = case.claim.value
    if not case.is_a(Answer.PLACE) or not isinstance(value, tuple):
        return
    if len(value) < len(case.entry.get("value") or ()):
        return  # a place without an entry is reported, and may be the one that is named
    printed = normalise(case.claim.printed)
    named = case.book.places.named(printed)
    for place in value:
        if place.id not in named:
            message = f'"{case.claim.printed}" does not name {place.name}'
            yield Finding(kinds.PLACE_NOT_PRINTED, ("value",), message)
    for id in sorted(named - {place.id for place in value}):
        name = case.book.site.places[id].name
        yield Finding(kinds.PLACE_DROPPED, ("value",), f'"{case.claim.printed}" names {name}')


def scope(case: ClaimCase) -> Iterator[Finding]:
    """A scope's names stand near the passage; if all other answers give a scope, this claim does too."""
    given = case.claim.scope
    if given is None:
        others = [claim for claim in case.book.answers[case.claim.question] if claim.key != case.claim.key]
        if others and all(claim.scope for claim in others):
            yield Finding(kinds.SCOPE_UNFIT, (), "every other answer to the question gives its scope")
        return
    # "there" and "the region" point to the sentence before.
    where = (
        case.near
        if _pointing(case.article.language).search(case.content_of(case.sentence))
        else case.sentence
    )
    place = case.claim.scope_place
    passage = passage_of(case)
    # Of a second figure the sentence may tell another place, or all of them: "it fears for 100 there, and puts the total at 2,000".
    first = passage is None or not any(item.end <= passage.inside[0] for item in passage.read.found)
    if place is not None and first and not case.book.places.named(case.text.content, case.sentence):
        before = _place_before(case, place.id)
        where = where if before is None else (before, where[1])
    said = [word.casefold() for word in words(case.content_of(where))]
    # "The paper could not verify these figures" is of what the GUR said further up, under any of its names.
    told = set() if place else case.book.speakers.named(case.text.content, (0, where[1]))
    said += [
        word.casefold()
        for mention in case.book.speakers.mentions(normalise(given))
        if mention.ids & told
        for word in words(normalise(given)[slice(*mention.span)])
    ]
    missing = [
        [
            word
            for word in words(name)
            if word[0].isupper() and not any(other.startswith(word.casefold()) for other in said)
        ]
        for name in ((given, place.name, *place.aliases) if place else (given,))
    ]
    # A place is named by any of its names.
    if all(missing):
        name = place.name if place is not None else " ".join(missing[0])
        yield Finding(kinds.SCOPE_UNFIT, ("scope",), f'"{name}" does not stand at the passage')


def _place_before(case: ClaimCase, id: str) -> int | None:
    """Return where the place is named of which the sentence goes on to tell, if it is the last one named: "In Osk 620 work. The union fears for 210".

    It stands in the same paragraph or, if nothing there names a place, in the one before.
    """
    content, start = case.text.content, case.text.paragraph(case.passage)[0]
    before = case.text.paragraph((max(0, start - 2), max(0, start - 1)))[0] if start else 0
    named = case.book.places.mentions(content, (before, case.sentence[0]))
    last = max(named, key=lambda mention: mention.span[0], default=None)
    return last.span[0] if last is not None and last.ids == {id} else None


@lru_cache(maxsize=64)
def _pointing(language: str) -> re.Pattern[str]:
    """Return an expression for words that point to the sentence before; without any, every sentence may."""
    file = language_file(language)
    pointing = file.pointing if file is not None else ""
    return re.compile(rf"\b(?:{alternatives(pointing)})\b" if pointing else "", re.IGNORECASE)


def polarity(case: ClaimCase) -> Iterator[Finding]:
    """Printed words that deny mean no, all others yes; words that leave it open mean neither."""
    value = case.claim.value
    if not case.is_a(Answer.YES_NO) or not (isinstance(value, bool) or case.claim.undecided):
        return
    turns = turning(case.article.language)
    printed = normalise(case.claim.printed)
    site = case.book.site.settings.language
    asked = turning(site).denial
    if case.claim.undecided:
        denied = turns.denial.search(printed) and not asked.search(
            f"{case.question.text} {case.question.short}"
        )
        if denied and not turns.open.search(printed):
            message = f'"{case.claim.printed}" denies it, and leaves nothing open'
            yield Finding(kinds.ANSWER_UNFIT, ("value",), message)
        return
    if asks_refusal(case.question.text, site):
        # "Was the appeal rejected?"
        printed = without_refusals(printed, case.article.language)
    if asked.search(f"{case.question.text} {case.question.short}"):
        # "Did the line deny it?": there it is a yes that says so.
        printed = turns.without_denials(printed)
    elif turns.open.search(printed):
        message = f'"{case.claim.printed}" leaves it open, and is neither yes nor no: its value is open, and leaves_open says what'
        yield Finding(kinds.ANSWER_UNFIT, ("printed",), message, firm=_leaves_open(turns.open, printed))
        return
    against = opposite(printed, case.article.language, case.question.text, site)
    rest = printed if against is None else f"{printed[: against[0]]} {printed[against[1] :]}"
    if against is None and (quote := case.entry.get("quote")):
        # "The exam" may be printed, where the quotation has "The exam stays"
        against = opposite(normalise(str(quote)), case.article.language, case.question.text, site)
    denial = turns.denial.search(rest)
    denies = denial is not None or any(
        word in turns.negations | turns.weak for word, _ in turns.met(words(rest))
    )
    # "was shut" is a no where it asks whether it was open, "was not shut" a yes
    denies = denies != (against is not None)
    denies = (
        denies
        or _is_pending(case, turns, printed)
        or refuses(printed, case.article.language, case.question.text, site)
        or _refuses_behind(case, printed)
    )
    if denial and _denies_a_no(turns, printed[denial.end() :]):
        denies = False  # "denied that they had been left without a warning": a yes
    if denies == value:
        said = "yes" if value else "no"
        message = f'"{case.claim.printed}" does not read as {said}'
        firm = (denial is not None and denies and value) or _is_what_is_asked(
            case, turns.negations | turns.weak
        )
        yield Finding(kinds.ANSWER_UNFIT, ("value",), message, firm=firm)


def _refuses_behind(case: ClaimCase, printed: str) -> bool:
    """Return whether printed words refuse a request, and what it was for stands behind them: German "hat den Antrag abgelehnt, den Streik zu verbieten"."""
    if case.printed is None:
        return False
    behind = case.content_of((case.printed[1], case.sentence[1]))
    languages = case.article.language, case.book.site.settings.language
    return refusal_behind(printed, behind, languages[0], case.question.text, languages[1])


def _is_pending(case: ClaimCase, turns: Words, printed: str) -> bool:
    """Return whether printed words say that it has not happened so far, and the question does not ask for what is to come."""
    file = language_file(case.book.site.settings.language)
    asked = f"{case.question.text} {case.question.short}"
    coming = alternatives(f"{file.events.coming}, {file.dates.coming}") if file is not None else ""
    return turns.pending.search(printed) is not None and not (
        coming and re.search(rf"(?<!\w)(?:{coming})(?!\w)", asked, re.IGNORECASE)
    )


def _denies_a_no(turns: Words, behind: str) -> bool:
    """Return whether the clause behind a denial, up to a mark, has a negation of its own."""
    return turns.negates(re.split(r"[,;:.]", behind.lstrip(" ,"), maxsplit=1)[0])


def _leaves_open(turns: re.Pattern[str], printed: str) -> bool:
    """Return whether whole phrases leave it open, "did not rule out", and no "hardly" that may mean no."""
    return any(" " in match[0] for match in turns.finditer(printed))


def _is_what_is_asked(case: ClaimCase, negations: frozenset[str]) -> bool:
    """Return whether printed words are the question's own, so that there is nothing in them that could mean the other answer."""
    asked = {word.casefold()[:_STEM] for word in words(f"{case.question.text} {case.question.short}")}
    said = {word.casefold() for word in words(normalise(case.claim.printed))} - negations
    own = {word[:_STEM] for word in said if len(word) >= _SHORT}
    return bool(own) and own <= asked


_STEM = 4
"""Letters by which a word is known in its other forms."""
_SHORT = 3
"""Letters; a shorter word says nothing of its own."""


def spellings(case: ClaimCase) -> Iterator[Finding]:
    """No name is spelled almost like a known one. Months are no names, nor is a common word that has its capital from its place."""
    known = case.book.known_words
    for key, span in (("printed", case.printed), ("quote", case.passage)):
        fragment = normalise(str(case.entry.get(key) or ""))
        told: set[str] = set()
        for match in _NAME.finditer(fragment):
            word = match[0]
            near = None if word in told else strange(word, known)
            told.add(word)
            if near is None or _is_month(fragment, match, case.article.language):
                continue
            if _has_capital_by_place(case, word, span) and word.casefold() in _common_words(case):
                continue
            name, entry = near
            message = f'"{word}" is spelled like "{name}" ({entry})'
            yield Finding(kinds.STRANGE_SPELLING, (key,), message)


def _is_month(fragment: str, match: re.Match[str], language: str) -> bool:
    """Return whether a word is a month or a weekday, and not somebody's name: "Ellen March"."""
    if match[0].casefold() not in _calendar(language):
        return False
    before = fragment[: match.start()].split()
    beside = fragment[max(0, match.start() - 8) : match.end() + 8]
    return (
        not before
        or not before[-1][:1].isupper()
        or before[-1].strip(",.").casefold() in _calendar(language)
        or any(char.isdigit() for char in beside)
    )


@lru_cache(maxsize=64)
def _calendar(language: str) -> frozenset[str]:
    file = language_file(language)
    if file is None:
        return frozenset()
    times, dates = file.times, file.dates
    named = (*listed(times.months), *times.more_months, *listed(times.weekdays), *dates.more_weekdays)
    return frozenset(word.casefold() for word in named)


def _has_capital_by_place(case: ClaimCase, word: str, span: Span | None) -> bool:
    """Return whether a word of a fragment begins a sentence of the text, or stands in its headline."""
    if span is None:
        return False
    at = case.text.content.find(word, *span)
    if at < 0:
        return False
    if stands_in_headline(case.text, (at, at + 1), case.article.headline):
        return True
    start = case.text.around((at, at + 1))[0]
    return not re.search(r"\w", case.text.content[start:at])


def _common_words(case: ClaimCase) -> set[str]:
    """Return the words that the text prints in small letters, and those of the site's questions."""
    said = {word for word in words(case.text.content) if word.islower()}
    for question in case.book.questions.values():
        said |= {word for word in words(f"{question.text} {question.counts or ''}") if word.islower()}
    return said


def strange(word: str, known: dict[str, tuple[str, str]]) -> tuple[str, str] | None:
    """Return the known name that a word is nearly spelled like, with its entry, or ``None``."""
    plain = re.sub(r"'s?\Z", "", word).casefold()
    if plain in known or not 5 <= len(plain) <= _LONGEST:
        return None
    for other, spelled in known.items():
        if (
            not 5 <= len(other) <= _LONGEST
            or other[0] != plain[0]
            or plain.startswith(other)
            or other.startswith(plain)
        ):
            continue
        if plain[:4] == other[:4] and (plain + other).count("ian"):
            continue  # Ukraine and Ukrainian
        if SequenceMatcher(None, plain, other).ratio() >= 0.8:
            return spelled
    return None
