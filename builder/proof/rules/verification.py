"""Rules on verification: what an outlet says that it could or could not check is printed, and kept by the claims that it covers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.vocabulary import Answer, Covers
from builder.proof import kinds
from builder.proof.case import ClaimCase, Finding
from builder.proof.locate import occurrences
from builder.proof.normal import Span
from builder.proof.rules.saying import forms
from builder.proof.rules.turning import turning
from builder.values.counting import meant, says
from builder.values.figures.search import numbers
from builder.values.figures.words import words_of
from builder.values.text import normalise, words

_POINTS = re.compile(r"\b(?:the|its|these|those)\Z", re.IGNORECASE)
"""The end of English words that something is not verified which only go on to a noun: no other language's end so."""
_DENIES = 5
"""How many words before those on verification may begin what denies it: "None of the two counts"."""
_NOUN = re.compile(r"\s+[^\W\d_]+")
_VERB = re.compile(r"\b(?:can|could|has|have|had|was|were|is|are|did|does|do) \Z")


def status_printed(case: ClaimCase) -> Iterator[Finding]:
    """The words on verification stand in the text, and say that it could not be verified, or that the outlet has done so."""
    said_by, turns = forms(case.article.language), turning(case.article.language)
    for key, printed in (("status", case.claim.status), ("verified", case.claim.verified)):
        if printed is None:
            continue
        plain = normalise(printed)
        unsure = bool(
            said_by.unverified.search(plain)
            or said_by.unconfirmed.search(plain)
            or turns.caveats & set(words(printed.casefold()))
        )
        if not occurrences(printed, case.text):
            yield Finding(kinds.STATUS_NOT_PRINTED, (key,), f'the text does not print "{printed}"')
        elif key == "status" and not unsure:
            message = f'"{printed}" does not say that it could not be verified'
            if whole := _with_its_denial(case, printed):
                message += f': the text has "{whole}"'
            yield Finding(kinds.STATUS_NOT_PRINTED, (key,), message)
        elif key == "verified" and (unsure or turns.negates(printed) or not said_by.verified.search(plain)):
            yield Finding(
                kinds.STATUS_NOT_PRINTED, (key,), f'"{printed}" does not say that the outlet verified it'
            )


def _with_its_denial(case: ClaimCase, printed: str) -> str | None:
    """Return the words on verification with those before them that deny it: "*None of this* could be verified"."""
    said_by = forms(case.article.language)
    for found in occurrences(printed, case.text):
        start, end = found.span
        for at, _ in case.text.words_in((case.text.around(found.span)[0], start))[-_DENIES:][::-1]:
            whole = case.content_of((at, end))
            if said_by.unverified.search(whole) or said_by.unconfirmed.search(whole):
                return whole
    return None


def caveat_kept(case: ClaimCase) -> Iterator[Finding]:
    """A claim of a source that the outlet's caveat covers, printed before that caveat, has a status."""
    if (caveat := caveat_on(case)) is not None:
        yield Finding(kinds.CAVEAT_DROPPED, (), f'"{caveat}" follows in the text')


def caveat_on(case: ClaimCase) -> str | None:
    """Return what follows in the text and says that a claim could not be checked, if the claim leaves it out."""
    if case.claim.status or not case.claim.sources:
        return None
    behind = [
        caveat
        for caveat in forms(case.article.language).unverified.finditer(case.text.content, case.passage[0])
        if case.passage[0] < caveat.start()
    ]
    if not behind:
        return None
    remarks = [claim for claim in case.beside if claim.status]
    wide = [claim for claim in remarks if claim.covers is Covers.EVERYTHING]
    if remarks and not wide:
        return None
    covered = {id for claim in wide for id in claim.sources} or set(case.claim.sources)
    mine = covered.intersection(case.claim.sources)
    for caveat in behind:
        if (mine or _is_of_all_figures(case, caveat)) and _covers(case, caveat):
            return _with_noun(case, caveat)
    return None


def _with_noun(case: ClaimCase, caveat: re.Match[str]) -> str:
    """Return the words of a caveat as a phrase: with the noun behind "could not check the", and the verb before "not be verified"."""
    content = case.text.content
    noun = _NOUN.match(content, caveat.end()) if _POINTS.search(caveat[0]) else None
    verb = _VERB.search(content, 0, caveat.start()) if caveat[0][:4].casefold() == "not " else None
    return (verb[0] if verb else "") + caveat[0] + (noun[0] if noun else "")


def _is_of_all_figures(case: ClaimCase, caveat: re.Match[str]) -> bool:
    """Return whether an outlet says of "the figures", and of nobody's in particular, that it could not check them."""
    said_by, sentence = forms(case.article.language), case.text.around(caveat.span())
    # Who could not check stands before, whose figures they are behind: "could not verify the ministry's figures".
    named = case.book.speakers.named(case.text.content, (caveat.start(), sentence[1]))
    if not case.is_a(Answer.QUANTITY) or named:
        return False
    return said_by.figures.search(said_by.toll.sub(" ", case.content_of(sentence))) is not None


def _covers(case: ClaimCase, caveat: re.Match[str]) -> bool:
    """Return whether what could not be checked may be a claim: "the figures" are no causes, and "the toll" counts the dead."""
    said_by, around = forms(case.article.language), case.text.around(caveat.span())
    apart = _is_of_its_sentence(case, caveat, around) or _is_of_another(case, caveat, around)
    if apart and case.passage[0] < around[0]:
        return False
    sentence = case.content_of(around)
    if said_by.statements.search(sentence):
        return True
    if said_by.figures.search(said_by.toll.sub(" ", sentence)):
        return case.is_a(Answer.QUANTITY)
    if said_by.toll.search(sentence):
        counts = meant(case.claim.counts or "", case.book.site.settings.language).happened
        return case.is_a(Answer.QUANTITY) and (not counts or says(counts, {"killed"}))
    # A caveat that names nothing, "We could not check it", and goes on with a paragraph is about what that says, and no other.
    opens = case.text.paragraph(caveat.span())[0] == around[0]
    return opens or case.passage[0] >= case.text.paragraph(caveat.span())[0]


def _is_of_its_sentence(case: ClaimCase, caveat: re.Match[str], around: Span) -> bool:
    """Return whether a caveat is set behind a figure of its own sentence, and so is about that one: "100, a figure that could not be verified"."""
    said_by, language = forms(case.article.language), case.article.language
    head, comma, clause = case.content_of((around[0], caveat.start())).rpartition(",")
    if not comma:
        return False
    if said_by.loosely.match(f",{clause}"):
        return bool(numbers(head, language))
    table, named = words_of(language), clause + caveat[0]
    first = words(clause.casefold())[:1]
    noun = any(form.search(named) for form in (said_by.figures, said_by.toll, said_by.statements))
    return noun and table is not None and bool(first) and first[0] in table.one


def _is_of_another(case: ClaimCase, caveat: re.Match[str], around: Span) -> bool:
    """Return whether a caveat says whose words could not be verified, and these are another's than the claim's: "the ministry's figures"."""
    named = case.book.speakers.named(case.text.content, (caveat.start(), around[1]))
    speak = {id for claim in case.beside for id in claim.sources}
    return bool(named & speak) and not named.intersection(case.claim.sources)
