"""Rules on dates: printed at the passage, not later than the article, not before the answer could be known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache

from builder.content.vocabulary import Answer
from builder.proof import kinds, when
from builder.proof.case import ClaimCase, Finding
from builder.proof.coming import asks_for_coming, has_been, is_coming, later
from builder.proof.locate import occurrences
from builder.proof.normal import Span
from builder.proof.rules.bounds import not_before
from builder.proof.rules.saying import forms
from builder.values.counting import Term, Words, counting
from builder.values.dates import DateSpan, caption, parse_edtf
from builder.values.expressions import alternatives
from builder.values.lexicon import language_file, listed
from builder.values.text import normalise, words

_BESIDE = 2
"""How many words may stand between a cue and its day."""
_YEAR = 4
_PREPOSITION = 1
"""How many words may stand between a comma and a day that is set between two."""


def said_on(case: ClaimCase) -> Iterator[Finding]:
    """The day on which it was said is printed in the passage's sentence or in one near it, and so are the words for it."""
    day, words = case.claim.said_on, case.claim.said_as
    if words is not None and not occurrences(words, case.text, case.text.around(case.passage, 2, 1)):
        yield Finding(kinds.DATE_UNSUPPORTED, ("said_as",), f'"{words}" does not stand near the passage')
    if day is not None:
        yield from _supported(case, "said_on", day)
    elif case.claim.sources and case.claim.cue and not case.entry.get("said_on"):
        yield from _dropped(case)


def _supported(case: ClaimCase, key: str, day: DateSpan) -> Iterator[Finding]:
    content, published, language = case.text.content, case.article.published, case.article.language
    near = when.expressions(content, case.text.around(case.passage, 2, 1), published, language)
    here = when.expressions(content, case.sentence, published, language)
    if not any(item.exact for item in here):
        # No day in the sentence itself: one beside it that names the same source, else any beside it.
        beside = [item for item in near if _of_source(case, item)]
        here = (*here, *(beside or near))
    elif not case.cues and case.claim.cue:
        # German "Das teilte sie am Freitag mit" behind what happened on Thursday: its own sentence has the day of saying
        here = (*here, *(item for item in near if _of_source(case, item) and _has_cue(case, item)))
    if key == "said_on" and _is_said_then(case):
        # "far above what Osk gave on Monday. The union then spoke of 30"
        before = case.text.around(case.passage, 1)[0]
        here = (*here, *when.expressions(content, (before, case.sentence[0]), published, language))
    if any(when.supported(day, span) for item in here for span in item.means):
        return
    if any(when.supported(day, span) for _, span in counted_back(case)):
        return
    told = ", ".join(dict.fromkeys(f'"{item.words}"' for item in near)) or "none"
    message = f"{caption(day)} is not printed there; dates at the passage: {told}"
    about = day.edtf and not day.approximate and parse_edtf(f"{day.edtf}~")
    if about and any(
        when.supported(about, span) and span.approximate for item in here for span in item.means
    ):
        message += f"; for about that day, write {about.edtf}"  # "two weeks ago"
    yield Finding(kinds.DATE_UNSUPPORTED, (key,), message)


def _is_said_then(case: ClaimCase) -> bool:
    """Return whether a word right beside the cue says that it was said at the time of which the sentence before tells."""
    file = language_file(case.article.language)
    if file is None or not file.saying.back_then:
        return False
    then = rf"(?:{alternatives(file.saying.back_then)})"
    return any(
        re.search(
            rf"(?<!\w){then}\s+(?:\w+\s+)?\Z", case.content_of((case.sentence[0], cue[0])), re.IGNORECASE
        )
        or re.match(rf"\s+{then}(?!\w)", case.content_of((cue[1], case.sentence[1])), re.IGNORECASE)
        for cue in case.cues
    )


def counted_back(case: ClaimCase) -> list[tuple[Term, DateSpan]]:
    """Return the words of a sentence that count days back from one that it names, or the sentence before: "412 on Tuesday, from 346 a day earlier"."""
    content, published, language = case.text.content, case.article.published, case.article.language
    terms = counting(language).before_that.find(Words(case.content_of(case.sentence)))
    spans = case.sentence, (case.text.around(case.passage, 1)[0], case.sentence[0])
    for span in spans if terms else ():
        dates = when.expressions(content, span, published, language) if span[0] < span[1] else ()
        days = {s.start for item in dates if item.exact for s in item.means if s.start and s.start == s.end}
        if days:
            return [
                (term, parse_edtf((day - timedelta(days=int(term.sets[0]))).isoformat()))
                for term in terms
                for day in sorted(days)
            ]
    return []


def _of_source(case: ClaimCase, item: when.Printed) -> bool:
    named = case.book.speakers.named(case.text.content, case.text.around(item.span))
    return bool(named.intersection(case.claim.sources))


def _has_cue(case: ClaimCase, item: when.Printed) -> bool:
    cue = normalise(case.claim.cue or "").casefold()
    return cue in case.content_of(case.text.around(item.span)).casefold()


def _dropped(case: ClaimCase) -> Iterator[Finding]:
    """A day printed next to the cue is in ``said_on``: without it a figure that changes from day to day would be of another day."""
    if (item := day_dropped(case)) and not _is_day_of_count(case, item):
        kind = kinds.DATE_DROPPED if case.question.running else kinds.DAY_LEFT_OUT
        yield Finding(kind, (), f'the text dates it: "{item.words}"')


def _is_day_of_count(case: ClaimCase, item: when.Printed) -> bool:
    """Return whether a claim has a day beside its cue as the one for which the figure holds: "the board's count on Tuesday was 38"."""
    day = case.claim.as_of if "as_of" in case.entry else None
    return day is not None and any(when.supported(day, span) for span in item.means)


def day_dropped(case: ClaimCase) -> when.Printed | None:
    """Return the day that a text prints next to a claim's cue, so that it is the day of the saying; None if it prints none there."""
    content = case.text.content
    at = content.casefold().find((case.claim.cue or "").casefold(), *case.sentence)
    if at < 0:
        return None
    cue = (at, at + len(case.claim.cue or ""))
    dates = when.expressions(content, case.sentence, case.article.published, case.article.language)
    for item in dates:
        if content.startswith("'s", item.span[1]):
            continue  # "said Tuesday's fire": the day of what is told
        if case.is_a(Answer.DATE) and _is_printed(case, item.span):
            continue  # what was said, and not when
        # "On Tuesday 140 were aboard, the line said": what stands before its own words has the day.
        leads = cue[0] <= case.passage[0] or item.span[0] >= case.passage[0]
        opens = item.says_day and leads and len(case.text.words_in((case.sentence[0], item.span[0]))) <= 2
        opens = opens and item.span[1] < at and not _parts(case, item.span[1], at)
        # German "Am Montag fielen 12 aus, am Dienstag waren es nach Angaben der Linie 14": the words have a day of their own.
        opens = opens and not any(
            item.span[1] < other.span[0] <= case.passage[0] and other.says_day for other in dates
        )
        # German "Am Freitag lagen nach Angaben der Klinik 24": the day is that on which they did.
        opens = opens and ("," in content[item.span[1] : at] or not _is_according(case, cue))
        if is_beside(case, item.span, cue) or opens:
            return item
    return None


def _is_printed(case: ClaimCase, date: Span) -> bool:
    return case.printed is not None and case.printed[0] < date[1] and date[0] < case.printed[1]


def _parts(case: ClaimCase, start: int, end: int) -> bool:
    """Return whether another statement begins between a day and the cue: "On Monday the union met, and the ministry said"."""
    joins = counting(case.article.language).and_or
    return (
        re.search(rf"[;]|,\s+(?:{alternatives(joins)})\b", case.content_of((start, end)), re.IGNORECASE)
        is not None
    )


def _is_according(case: ClaimCase, cue: Span) -> bool:
    return forms(case.article.language).according.fullmatch(case.text.content, *cue) is not None


def is_beside(case: ClaimCase, date: Span, cue: Span) -> bool:
    """Return whether a date stands at the cue, and nothing between them begins what is told or ends it."""
    content = case.text.content
    start, end = (cue[1], date[0]) if date[0] >= cue[1] else (date[1], cue[0])
    if start > end or len(case.text.words_in((start, end))) > _BESIDE:
        return False
    between = content[start:end]
    if date[0] >= cue[1]:
        # "said that on Tuesday 140 were aboard"
        return not any(sign in between for sign in ',;:"') and not _clause(case.article.language).search(
            between
        )
    if ";" in between:
        return False
    if _is_according(case, cue):
        return False  # "it fell at Osk on Tuesday, according to the ministry": the day is that of the fall
    if "," not in between:
        return True
    # "walked out on Tuesday morning, the union said": the day of the walkout; "the union, on Tuesday, said": of its words.
    comma = content.rfind(",", case.sentence[0], date[0])
    return comma >= 0 and len(case.text.words_in((comma, date[0]))) <= _PREPOSITION


@lru_cache(maxsize=64)
def _clause(language: str) -> re.Pattern[str]:
    """Return an expression for the words that begin a clause; articles, which may be some of them, are none here."""
    file = language_file(language)
    words = set(listed(file.dates.clauses)) - set(listed(file.saying.articles)) if file else set()
    return re.compile(rf"\b(?:{alternatives(words)})\b", re.IGNORECASE)


def value(case: ClaimCase) -> Iterator[Finding]:
    """The date in ``value`` is what the printed words mean."""
    day = case.claim.value
    if not case.is_a(Answer.DATE) or not isinstance(day, DateSpan) or case.printed is None:
        return
    published, language = case.article.published, case.article.language
    if _is_of_saying(case, case.printed):
        message = (
            f'the text says "{case.claim.printed}" of when it was said, and another date of what is asked'
        )
        yield Finding(kinds.VALUE_CONTRADICTED, ("printed",), message)
    if (bound := not_before(case)) is not None:
        if day.end is not None or not _begins_with(day, bound, may_come=_may_come(case)):
            message = f'the text sets {caption(bound)} as the time before which it will not be: write "{bound.edtf.partition("/")[0]}/.."'
            yield Finding(kinds.VALUE_CONTRADICTED, ("value",), message)
        return
    meant = [
        span
        for item in when.expressions(case.text.content, case.printed, published, language)
        for span in item.means
    ]
    if not meant:
        ahead = when.coming(case.text.content, case.sentence, published, language)
        meant = [s for item in ahead if case.printed[0] <= item.span[0] < case.printed[1] for s in item.means]
    if meant:
        if _says_night(case.content_of(case.printed), language):
            # "overnight on Monday": that day, or one of the two nights that it has.
            meant += [night for span in meant for night in _nights_of(span)]
        if _may_come(case):
            meant += [to_come for span in meant for to_come in _later(span)]
        if not any(when.supported(day, span) for span in meant):
            told = " or ".join(caption(span) for span in meant)
            message = f'"{case.claim.printed}" means {told}'
            firm = _is_another(day, meant, case.content_of(case.printed), language)
            yield Finding(kinds.VALUE_CONTRADICTED, ("value",), message, firm=firm)
        return
    # Vague words, such as "recently" or "for the first time", mean a time up to the statement or to the article.
    seen = [span for span in (case.claim.said_on, published) if span is not None]
    if case.claim.said_on is not None:
        fits = day.end == case.claim.said_on.end or day.encloses(case.claim.said_on)
    else:
        text = when.expressions(case.text.content, (0, len(case.text.content)), published, language)
        ends = {span.end for item in text for span in item.means} | {span.start for span in seen}
        fits = day.end in ends or any(day.overlaps(span) for span in seen)
    if not fits:
        yield Finding(kinds.VALUE_CONTRADICTED, ("value",), f'"{case.claim.printed}" is not {caption(day)}')


def _begins_with(day: DateSpan, bound: DateSpan, *, may_come: bool) -> bool:
    """Return whether a time begins as another one does, or a year or a week after it where it is still to come."""
    starts = {bound.start, *(span.start for span in (_later(bound) if may_come else ()))}
    return day.start in starts - {None}


def _is_of_saying(case: ClaimCase, date: Span) -> bool:
    """Return whether a date stands at the cue, where its sentence has another one that does not: "burned on Tuesday, police said on Wednesday"."""
    asked = f"{case.question.text} {case.question.short}"
    if forms(case.book.site.settings.language).says.search(asked):
        return False  # "On what day did the mayor say it?"
    if not case.cues:
        return False
    cue = case.cues[0]
    dates = when.expressions(case.text.content, case.sentence, case.article.published, case.article.language)
    mine = next((item for item in dates if date[0] <= item.span[0] and item.span[1] <= date[1]), None)
    if mine is None or not mine.says_day or mine.span[0] < cue[1] or not is_beside(case, date, cue):
        return False
    # "burned on Tuesday": a day of its own stands before.
    return any(item.says_day and item.span[1] <= cue[0] for item in dates)


def _is_another(day: DateSpan, meant: list[DateSpan], printed: str, language: str) -> bool:
    """Return whether a date is none that the printed words can mean in any year, or on another weekday than they name.

    "Yesterday" and the like depend on who says it, and a year that is not printed may be another one.
    """
    file = language_file(language)
    if file is None or day.start is None or day.end is None or day.approximate:
        return False
    told = {word.casefold().strip(".") for word in words(printed)}
    if told & {*listed(file.times.weekdays), *file.dates.more_weekdays} and day.start == day.end:
        return all(span.start is None or span.start.weekday() != day.start.weekday() for span in meant)
    years = {word for word in told if len(word) == _YEAR and word.isdigit()}
    if years and not {str(day.start.year), str(day.end.year)} & years:
        return True
    named = {*listed(file.times.months), *listed(file.times.short_months), *file.times.more_months}
    return bool(told & named) and not any(_may_meet(day, span) for span in meant)


def _may_meet(day: DateSpan, span: DateSpan) -> bool:
    """Return whether two stretches of days have one in common, the years left out."""
    ends = [
        (at.year, (at.month, at.day)) for at in (day.start, day.end, span.start, span.end) if at is not None
    ]
    if len(ends) < 4 or ends[0][0] != ends[1][0] or ends[2][0] != ends[3][0]:
        return True
    (_, first), (_, last), (_, begin), (_, end) = ends
    return first <= end and begin <= last


def _says_night(printed: str, language: str) -> bool:
    file = language_file(language)
    overnight = alternatives(file.dates.overnight if file is not None else "")
    return re.search(rf"\b(?:{overnight})\b", printed, re.IGNORECASE) is not None


def _nights_of(day: DateSpan) -> list[DateSpan]:
    """Return the night that begins on a day and the one that ends on it."""
    if day.start is None or day.start != day.end:
        return []
    one = timedelta(days=1)
    return [parse_edtf(f"{at}/{at + one}") for at in (day.start - one, day.start)]


def _may_come(case: ClaimCase) -> bool:
    """Return whether the printed day may be still to come: its clause says so, or its question asks for that and its clause speaks of nothing past."""
    content, language = case.text.content, case.article.language
    if is_coming(content, case.sentence, case.passage, language):
        return True
    asks = asks_for_coming(f"{case.question.text} {case.question.short}", case.book.site.settings.language)
    return asks and not has_been(content, case.sentence, case.passage, language)


def _later(day: DateSpan) -> list[DateSpan]:
    """Return a day that is read as past as one that is still to come: a week on, as a weekday, or a year on."""
    return [span for span in (later(day, is_weekday=True), later(day, is_weekday=False)) if span is not None]


def order(case: ClaimCase) -> Iterator[Finding]:
    """No date is later than the article, except future events, and no claim is older than the question's ``known_from``."""
    published, claim = case.article.published, case.claim
    days = [("said_on", claim.said_on), ("as_of", claim.as_of if "as_of" in case.entry else None)]
    if isinstance(claim.value, DateSpan) and not _may_come(case):
        days.append(("value", claim.value))
    for key, day in days:
        if day is not None and published is not None and published.before(day):
            message = f"{caption(day)} is after the article, which appeared {caption(published)}"
            yield Finding(kinds.AFTER_PUBLICATION, (key,), message)
    known = case.question.known_from
    if known is None:
        return
    # A text that leaves open of what its answer is may mean what was known before.
    if claim.said_on is not None and claim.said_on.before(known) and not claim.leaves_open:
        message = f"said on {caption(claim.said_on)}, and it could be known from {caption(known)} on"
        yield Finding(kinds.BEFORE_KNOWN, ("said_on",), message)
    if published is not None and published.before(known):
        message = f"published {caption(published)}, and it could be known from {caption(known)} on"
        yield Finding(kinds.BEFORE_KNOWN, ("question",), message)
