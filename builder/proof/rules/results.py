"""Rules on whose result a figure is, of which time, and whether it is one at all: elections, business, courts, strikes, weather."""

from __future__ import annotations

from collections.abc import Iterator

from builder.proof import asked, kinds
from builder.proof.asked import passage_of
from builder.proof.case import ClaimCase, Finding
from builder.proof.rules.asked import amount, counted
from builder.values.counting import Words


def kind(case: ClaimCase) -> Iterator[Finding]:
    """A figure counts things of the kind that is asked of: nurses are no teachers, seats no votes."""
    passage = passage_of(case)
    if passage is None or {"unit", "counts"} & case.entry.keys():
        return
    found = asked.other_kind(passage, case.question, case.claim.of, case.book.site.settings.language)
    if found is not None:
        words, wanted = found
        key = "of" if "of" in case.entry else "question"
        yield Finding(kinds.OF_OTHERS, (key,), f'the text counts "{words}", and not {wanted}')


def subject(case: ClaimCase) -> Iterator[Finding]:
    """A result is that of the party, firm or person that is asked of, and not of another one beside it."""
    passage = passage_of(case)
    if passage is None or case.claim.scope:
        return
    of = case.claim.of if "of" in case.entry else None
    found = asked.other_subject(
        passage, case.question, of, case.book.speakers, case.book.site.settings.language
    )
    if found is None and of is None:
        questions = (one for topic in case.book.site.topics.values() for one in topic.questions)
        found = asked.of_another(passage, case.question, questions)
    if found is not None and not case.book.speakers.named(found) & set(case.claim.sources):
        key = "of" if "of" in case.entry else "question"
        asked_of = case.claim.of or case.question.text
        yield Finding(
            kinds.OF_OTHERS, (key,), f'the text has this figure for "{found}", and not for: {asked_of}'
        )


_CONTRAST = {
    "time": (kinds.FORMER_FIGURE, "which is no time that the question asks for"),
    "place": (kinds.ANOTHER_PLACE, "which the question does not name"),
    "subject": (kinds.OF_OTHERS, "of which the question does not ask"),
    "more": (kinds.PART_UNMARKED, "so it comes to others"),
}


def contrast(case: ClaimCase) -> Iterator[Finding]:
    """A figure is not that of a clause set against the one that answers: of another time, place or subject than the one beside it."""
    passage = passage_of(case)
    if passage is None or {"of", "scope", "counts", "as_of", "part_of"} & case.entry.keys():
        return
    registries = case.book.speakers, case.book.places
    found = asked.contrast(passage, case.question, registries, case.book.site.settings.language, case.cues)
    if found is None or any(next(rule(case), None) for rule in (counted, amount, forecast, wish)):
        return  # what a word of the figure itself tells is told once
    if asked.printed_words(case.question.printed_as).find(Words(found.words)):
        return  # "The threshold is 2", where that word is one in which texts print what is asked for
    if found.kind == "subject" and case.book.speakers.named(found.words) & set(case.claim.sources):
        return  # "the chamber puts it at 9 million, the ministry at 6": who gives a figure is none of whom it is
    kind, why = _CONTRAST[found.kind]
    yield Finding(kind, ("question",), f'the text says "{found.words}" of the figure, {why}')


def forecast(case: ClaimCase) -> Iterator[Finding]:
    """What is expected, demanded or possible is no result, unless the printed words or the claim say that it is none."""
    passage = passage_of(case)
    if passage is None or case.claim.scope:
        return
    site, here = case.book.site.settings.language, case.article.language
    found = asked.forecast(passage, case.question, site) or asked.only_wanted(passage, case.question, site)
    if found is None or asked.printed_words(case.question.printed_as).find(Words(found)):
        return  # what somebody claims or demands is asked for, in just that word
    said = Words(" ".join(filter(None, (case.claim.cue, case.claim.status, case.claim.printed)))).words
    # Who expects it says so by a cue; what somebody demands is no result, whoever says it.
    if asked.is_wish(found, here) or not set(Words(found).words) <= set(said):
        message = (
            f'the text has "{found}" beside the figure: it is expected, demanded or possible, and no result'
        )
        yield Finding(kinds.NOT_HAPPENED, ("question",), message)


def wish(case: ClaimCase) -> Iterator[Finding]:
    """What was offered was not demanded, what a court decided was neither, and what was lost was not won."""
    passage = passage_of(case)
    if passage is None or case.claim.scope:
        return
    site = case.book.site.settings.language
    found = asked.other_wish(passage, case.question, site) or asked.lost(passage, case.question, site)
    nearer = passage.read.text[: passage.inside[0]].rpartition(found)[2] if found else ""
    if found is not None and not asked.printed_words(case.question.printed_as).find(Words(nearer)):
        message = f'the text has "{found}" for the figure: it answers another question'
        yield Finding(kinds.COUNTS_ANOTHER, ("question",), message)


def period(case: ClaimCase) -> Iterator[Finding]:
    """A result is that of the part of a year that is asked for."""
    passage = passage_of(case)
    if passage is None or {"scope", "as_of"} & case.entry.keys():
        return
    site = case.book.site.settings.language
    question = asked.dated(case.question, passage.published, site)
    found = asked.other_period(passage, question, site)
    if found is not None:
        words, wanted = found
        message = f'the text says "{words}" of the figure, and the question asks for {wanted}'
        yield Finding(kinds.ANOTHER_DAY, ("question",), message)
