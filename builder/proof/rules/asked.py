"""Rules on what a figure is of: the same things, people, days and place that its question asks for, and no share for a number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from builder.content.vocabulary import Answer
from builder.proof import asked, kinds
from builder.proof.asked import passage_of
from builder.proof.case import ClaimCase, Finding
from builder.proof.opposites import SIDES, opposite
from builder.proof.rules.counted_said import is_laid_waste, is_said
from builder.proof.rules.parts import marked_part
from builder.values.counting import Words, listed_sets, meant, says
from builder.values.dates import caption
from builder.values.quantity import Kind, Quantity, kind_of

_CLAUSE = re.compile(r"[,;:](?!\d)")
_TIMES = frozenset({"seconds", "minutes", "hours", "days", "weeks", "months", "years"})
"""Units in which an age or a time is what is asked for."""


def counted(case: ClaimCase) -> Iterator[Finding]:
    """What is said to be counted is what the figure's own words say, and no neighbour's."""
    passage, counts = passage_of(case), case.claim.counts
    if passage is None or not counts or case.entry.get("complement") or not is_said(case):
        return  # that nothing says it is told
    language = case.book.site.settings.language
    found = asked.other_counted(passage, counts, language)
    if found is None or is_laid_waste(case, passage) or _is_said_in_wider_words(passage, counts, language):
        return
    word, name = found
    own = asked.printed_words(case.question.printed_as).find(Words(_up_to_others(passage)))
    if own or any(word.casefold() in phrase.casefold() for phrase in case.question.printed_as):
        return  # the editor has read just this word as what is counted, or others of the figure's own part
    key = "counts" if "counts" in case.entry else "question"
    mine = meant(case.question.counts or "", language).happened
    if "counts" in case.entry and says(mine, passage.owned.says):
        way = "leave counts out"
    else:
        fits = asked.fits_question(passage, case.question, language)
        way = f"write counts: {name}" if fits else "it answers another question"
    yield Finding(kinds.COUNTS_ANOTHER, (key,), f'the figure\'s own word is "{word}", not {counts}: {way}')


def side(case: ClaimCase) -> Iterator[Finding]:
    """Those who are against something are not those who are for it: "71 percent were in favour, 22 against"."""
    passage, question, site = passage_of(case), case.question, case.book.site.settings.language
    if passage is None or {"of", "scope", "counts"} & case.entry.keys():
        return
    asks = f"{question.text} {question.counts or ''}"
    own = _up_to_others(passage)
    found = opposite(own, case.article.language, asks, site, only=SIDES)
    if found is not None and _leads_on(passage, own[slice(*found)]):
        return  # "by 54 percent of the votes against 46": it is the next figure's
    if found is not None and own[slice(*found)] in passage.printed(*passage.number).split():
        return  # "84 against 79 votes" is of both
    if found is not None and not asked.printed_words(question.printed_as).find(Words(own)):
        words = own[slice(*found)]
        message = f'the figure\'s own word is "{words}": it answers another question'
        yield Finding(kinds.COUNTS_ANOTHER, ("question",), message)


def _leads_on(passage: asked.Passage, word: str) -> bool:
    """Return whether a word stands right before the figure that follows."""
    following = (item.number[0] for item in passage.read.found if item.number[0] >= passage.number[1])
    end = min(following, default=0)
    return passage.printed(passage.number[1], max(passage.number[1], end)).rstrip().endswith(f" {word}")


def _up_to_others(passage: asked.Passage) -> str:
    """Return the words of a figure's own part of a sentence, up to other figures and to commas."""
    read, (low, high) = passage.read, asked.part_of(passage.read, passage.number)
    low = max([low, *(item.number[1] for item in read.found if item.number[1] <= passage.number[0])])
    high = min([high, *(item.number[0] for item in read.found if item.number[0] >= passage.number[1])])
    first, last = passage.inside
    return (
        _CLAUSE.split(passage.printed(low, max(low, first)))[-1]
        + _CLAUSE.split(passage.printed(first, max(first, last, high)))[0]
    )


def _is_said_in_wider_words(passage: asked.Passage, counts: str, language: str) -> bool:
    """Return whether a wider word for what is counted stands to the figure: "of the vote" for what a party won."""
    wanted = meant(counts, language).happened
    return not wanted & listed_sets("befallen") and bool(
        asked.of_family(passage, counts, wanted, language).own
    )


def noun(case: ClaimCase) -> Iterator[Finding]:
    """A figure that counts places is none of persons, and neither is one of something that is measured."""
    passage = passage_of(case)
    read = case.claim.value
    if passage is None or "unit" in case.entry or not isinstance(read, Quantity) or read.unit or read.share:
        return
    site, question = case.book.site.settings.language, case.question
    found = asked.other_noun(passage, question.unit, site, question.counts)
    if found is not None and not asked.printed_words(question.printed_as).find(Words(found)):
        message = f'the figure counts "{found}", and the question asks for {case.question.unit}: it answers another question'
        yield Finding(kinds.COUNTS_ANOTHER, ("question",), message)


def amount(case: ClaimCase) -> Iterator[Finding]:
    """A sum of money is what its own words say, and so is what fell by a share: a profit is no revenue."""
    passage, counts = passage_of(case), case.claim.counts
    if passage is None or not counts:
        return
    site = case.book.site.settings.language
    found = asked.other_amount(passage, counts, site)
    if found is None and kind_of(case.claim.unit) is Kind.PERCENT:
        # A share of what fell, or a rate that is what is counted: "inflation" of prices
        for words in filter(None, (case.claim.of, case.claim.counts)):
            if found is None:
                found, counts = asked.other_amount(passage, words, site, change=True), words
    if found is not None and not asked.printed_words(case.question.printed_as).find(
        Words(_up_to_others(passage))
    ):
        key = "counts" if "counts" in case.entry else "question"
        message = f'the figure\'s own word is "{found[0]}", not {counts}: it answers another question'
        yield Finding(kinds.COUNTS_ANOTHER, (key,), message)


def number(case: ClaimCase) -> Iterator[Finding]:
    """An age, a time of day and the number of a room count nothing."""
    passage = passage_of(case)
    if passage is None or "unit" in case.entry or case.question.unit in _TIMES:
        return
    if asked.is_fraction(passage, case.question, case.book.site.settings.language):
        message = f'"{case.claim.printed}" is no whole number, and the question asks for {case.question.unit}'
        yield Finding(kinds.COUNTS_ANOTHER, ("question",), message)
        return
    found = asked.no_count(passage)
    if found is not None:
        message = f'"{found}" is an age, a time or a name, and the question asks for a number'
        yield Finding(kinds.COUNTS_ANOTHER, ("question",), message)
        return
    found = asked.capacity(passage, case.question, case.book.site.settings.language)
    if found is not None:
        message = f'"{found}" is for how many there is room, and the question asks how many there are'
        yield Finding(kinds.COUNTS_ANOTHER, ("question",), message)
        return
    read = case.claim.value
    found = asked.of_another_unit(passage, case.question, case.book.site.settings.language)
    if found is not None and isinstance(read, Quantity) and read.unit is None:
        message = f'the text has "{found}", and the question asks for {case.question.unit}'
        yield Finding(kinds.COUNTS_ANOTHER, ("question",), message)


def unreal(case: ClaimCase) -> Iterator[Finding]:
    """What a figure counts happened: it is neither denied nor imagined, planned or asked."""
    passage = passage_of(case)
    if passage is None or case.claim.scope:
        return
    found = asked.unreal(passage, case.question, case.book.site.settings.language)
    if found is not None:
        message = (
            "the text only asks it"
            if not any(char.isalpha() for char in found)
            else f'the text says "{found}": it has not happened'
        )
        yield Finding(kinds.NOT_HAPPENED, ("question",), message)


def feared(case: ClaimCase) -> Iterator[Finding]:
    """What nobody is sure of is not told as if it were: the printed words, the cue or the doubt have it."""
    passage = passage_of(case)
    if passage is None:
        return
    found = asked.feared(passage, case.question, case.book.site.settings.language)
    if found is None:
        return
    said = (case.claim.cue, case.claim.status, case.claim.doubt, case.claim.printed, case.entry.get("quote"))
    told = set(Words(" ".join(str(words or "") for words in said)).words)
    if not told & set(Words(found).words):
        message = f'the text has "{found}" beside what the figure counts'
        yield Finding(kinds.MEANING_CUT, ("printed",), message)


def deeds(case: ClaimCase) -> Iterator[Finding]:
    """Those who did something are not those whom it befell: "22 rebels killed a guard"."""
    passage = passage_of(case)
    if passage is None or {"of", "scope", "counts"} & case.entry.keys():
        return
    clause = asked.in_relative(passage, case.question, case.book.site.settings.language)
    if clause is not None and not (
        asked.printed_words(case.question.printed_as).find(Words(clause)) or any(True for _ in counted(case))
    ):
        message = f'the figure is of "{clause}", and another clause tells what is asked'
        yield Finding(kinds.COUNTS_ANOTHER, ("question",), message)
        return
    found = asked.doers(passage, case.question, case.book.site.settings.language)
    if found is not None:
        message = f'the text has "{found}": those did it, or saw it, and the question asks whom it befell'
        yield Finding(kinds.COUNTS_ANOTHER, ("question",), message)


def now(case: ClaimCase) -> Iterator[Finding]:
    """A figure is what a number is, and neither what it was before, nor the result before, nor by how much it changed."""
    passage = passage_of(case)
    if passage is None or {"as_of", "scope"} & case.entry.keys():
        return
    site, stated = case.book.site.settings.language, "modifier" in case.entry
    before = asked.last_time(passage, case.question, site)
    if before is None and not stated:
        before = asked.former(passage, case.question, site)
    before = (
        before
        or asked.superseded(passage, case.question, site)
        or asked.earlier_event(passage, case.question, site)
    )
    if before is not None:
        yield Finding(kinds.FORMER_FIGURE, ("printed",), f'the text has "{before}": what held before')
        return
    known = asked.before_known(passage, case.question, site)
    if known is not None and case.question.known_from is not None:
        since = caption(case.question.known_from)
        message = f'the text says "{known}" of the figure, and an answer could be known from {since} on: write when in the question, if it asks for that'
        yield Finding(kinds.FORMER_FIGURE, ("question",), message)
        return
    change = asked.grown(passage, case.question, site)
    if change is None and not stated:
        change = asked.changed_by(passage, case.question, site)
    if change is not None:
        message = f'the text has "{change}": by how much it changed, and not what it is'
        yield Finding(kinds.FORMER_FIGURE, ("printed",), message)


def converted(case: ClaimCase) -> Iterator[Finding]:
    """A figure is no conversion of one, unless its claim says in which unit it is."""
    passage = passage_of(case)
    found = asked.converted(passage) if passage is not None and "unit" not in case.entry else None
    if found is not None:
        yield Finding(kinds.CONVERTED_FIGURE, ("printed",), f'the text has it for "{found}": print that')


def whole(case: ClaimCase) -> Iterator[Finding]:
    """A figure that comes to another one, or is a part of those who are asked for, is not all of them."""
    passage = passage_of(case)
    if passage is None or case.claim.part_of is not None or {"of", "scope", "counts"} & case.entry.keys():
        return
    site, places = case.book.site.settings.language, case.book.places
    if list(marked_part(case)):
        return
    found = asked.all_of(passage, case.question, site)
    if found is None and not asked.told_of_part(passage, case.question, site):
        found = asked.whole_of(passage, case.question, places, site)
    if found is not None:
        message = f'the text has "{found}": all of those of whom the question asks for some'
        yield Finding(kinds.PART_UNMARKED, ("question",), message)
        return
    claimed = tuple(
        claim.printed
        for claim in case.beside
        if claim.question != case.claim.question and isinstance(claim.value, Quantity)
    )
    found = asked.part(passage, case.question, places, site, claimed) or asked.some_of(
        passage, case.question, places, site
    )
    if found is not None:
        message = f'the text has "{found}": a part of those whom the question asks for'
        yield Finding(kinds.PART_UNMARKED, ("question",), message)
        return
    pair = asked.out_of(passage, case.question, site)
    # "One of 41 rockets": whose noun answers another question is told for that, and is all of nobody.
    if pair is not None and not asked.other_noun(passage, case.question.unit, site, case.question.counts):
        told = (
            "all of those of whom the question asks for some"
            if pair[1]
            else "a part of those whom the question asks for"
        )
        yield Finding(kinds.PART_UNMARKED, ("question",), f'the text has "{pair[0]}": {told}')
        return
    found = asked.addition(passage, case.question, places, site)
    if found is not None:
        message = f'the text has "{found}", which comes to others'
        yield Finding(kinds.PART_UNMARKED, ("question",), message)


def people(case: ClaimCase) -> Iterator[Finding]:
    """A figure of one people, or of civilians, is no answer on another people, or on soldiers."""
    passage = passage_of(case)
    if passage is None:
        return
    found = asked.other_people(passage, case.claim.of, case.book.site.settings.language)
    key = "of" if "of" in case.entry else "question"
    if found is not None:
        yield Finding(kinds.OF_OTHERS, (key,), f'the text counts "{found}", and not {case.claim.of}')
        return
    asks = replace(case.question, of=case.claim.of)
    found = asked.told_of_part(passage, asks, case.book.site.settings.language)
    if found is not None:
        message = f'the text gives those whom the claim is of apart: "{found}"'
        yield Finding(kinds.OF_OTHERS, (key,), message)
        return
    name = asked.unnamed(passage, case.claim.of, case.book.site.settings.language)
    if name is not None:
        message = f"the text names nobody who is {name}, and the claim is of {case.claim.of}"
        yield Finding(kinds.OF_OTHERS, (key,), message)


def day(case: ClaimCase) -> Iterator[Finding]:
    """A figure of another day, or of all days so far, says so where its question asks for certain days."""
    passage = passage_of(case)
    if passage is None or "as_of" in case.entry or case.claim.scope:
        return
    site = case.book.site.settings.language
    question = asked.dated(case.question, passage.published, site)
    found = (
        asked.other_day(passage, question, site)
        or asked.of_another_time(passage, question)
        or asked.year_before(passage, question)
    )
    if found is not None and question.when is not None:
        message = f'the text says "{found}" of the figure, and the question asks for {caption(question.when)}'
        yield Finding(kinds.ANOTHER_DAY, ("question",), message)


def share(case: ClaimCase) -> Iterator[Finding]:
    """A part, rate or multiple is no answer to how many or how much."""
    if not case.is_a(Answer.QUANTITY) or "unit" in case.entry or "modifier" in case.entry:
        return
    if asked.is_share(case.claim.value, case.question, case.book.site.settings.language):
        message = f'"{case.claim.printed}" is a part, rate or multiple, and the question asks for a number'
        yield Finding(kinds.SHARE_FOR_NUMBER, ("question",), message)
        return
    passage = passage_of(case)
    if passage is None or case.claim.scope:
        return
    found = asked.rate(passage, case.question, case.book.site.settings.language)
    if found is not None:
        message = f'the text says "{found}" of the figure, and the question asks for a number'
        yield Finding(kinds.SHARE_FOR_NUMBER, ("question",), message)
    elif (found := asked.total(passage, case.question, case.book.site.settings.language)) is not None:
        message = f'the text says "{found}" of the figure, and the question asks for so much each time'
        yield Finding(kinds.SHARE_FOR_NUMBER, ("question",), message)
    elif (
        not asked.asks_for_difference(case.question, case.book.site.settings.language)
        and (found := asked.difference(passage)) is not None
    ):
        message = f'"{found}" is a difference, and the question asks for a number'
        yield Finding(kinds.SHARE_FOR_NUMBER, ("question",), message)
