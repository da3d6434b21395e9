"""Rules on dates: printed at the passage, not later than the article, not before the answer could be known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache

from builder.content.vocabulary import Answer
from builder.proof import asked, kinds, when
from builder.proof.case import ArticleCase, ClaimCase, Finding, find_claim
from builder.proof.coming import asks_for_coming, has_been, is_coming, later
from builder.proof.locate import occurrences
from builder.proof.normal import Span
from builder.proof.owned import is_said_of
from builder.proof.rules.saying import forms
from builder.values.counting import Term, counting
from builder.values.dates import DateSpan, caption, parse_edtf
from builder.values.expressions import alternatives
from builder.values.lexicon import language_file, listed
from builder.values.stated import says_when_published, stated_date
from builder.values.text import words

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
    if any(when.supported(day, span) for item in here for span in item.means):
        return
    told = ", ".join(dict.fromkeys(f'"{item.words}"' for item in near)) or "none"
    message = f"{caption(day)} is not printed there; dates at the passage: {told}"
    yield Finding(kinds.DATE_UNSUPPORTED, (key,), message)


def _of_source(case: ClaimCase, item: when.Printed) -> bool:
    named = case.book.speakers.named(case.text.content, case.text.around(item.span))
    return bool(named.intersection(case.claim.sources))


def _dropped(case: ClaimCase) -> Iterator[Finding]:
    """A day printed next to the cue is in ``said_on``."""
    if item := day_dropped(case):
        yield Finding(kinds.DATE_DROPPED, (), f'the text dates it: "{item.words}"')


def day_dropped(case: ClaimCase) -> when.Printed | None:
    """Return the day that a text prints next to a claim's cue, so that it is the day of the saying; None if it prints none there."""
    content = case.text.content
    at = content.casefold().find((case.claim.cue or "").casefold(), *case.sentence)
    if at < 0:
        return None
    cue = (at, at + len(case.claim.cue or ""))
    for item in when.expressions(content, case.sentence, case.article.published, case.article.language):
        if content.startswith("'s", item.span[1]):
            continue  # "said Tuesday's fire": the day of what is told
        # "On Tuesday 140 were aboard, the line said": what stands before its own words has the day.
        leads = cue[0] <= case.passage[0] or item.span[0] >= case.passage[0]
        opens = item.says_day and leads and len(case.text.words_in((case.sentence[0], item.span[0]))) <= 2
        opens = opens and item.span[1] < at and not _parts(case, item.span[1], at)
        if _is_beside(case, item.span, cue) or opens:
            return item
    return None


def _parts(case: ClaimCase, start: int, end: int) -> bool:
    """Return whether another statement begins between a day and the cue: "On Monday the union met, and the ministry said"."""
    joins = counting(case.article.language).and_or
    return (
        re.search(rf"[;]|,\s+(?:{alternatives(joins)})\b", case.content_of((start, end)), re.IGNORECASE)
        is not None
    )


def _is_beside(case: ClaimCase, date: Span, cue: Span) -> bool:
    """Return whether a date stands at the cue, and nothing between them begins what is told or ends it."""
    content = case.text.content
    start, end = (cue[1], date[0]) if date[0] >= cue[1] else (date[1], cue[0])
    if start > end or len(case.text.words_in((start, end))) > _BESIDE:
        return False
    between = content[start:end]
    if date[0] >= cue[1]:
        # "said that on Tuesday 140 were aboard"
        return not any(sign in between for sign in ',:"') and not _clause(case.article.language).search(
            between
        )
    if "," not in between:
        return True
    if forms(case.article.language).according.fullmatch(content, *cue):
        return False  # "it fell at Osk, on Tuesday, according to the ministry": the day is that of the fall
    # "walked out on Tuesday morning, the union said": the day of the walkout; "the union, on Tuesday, said": of its words.
    comma = content.rfind(",", case.sentence[0], date[0])
    return comma >= 0 and len(case.text.words_in((comma, date[0]))) <= _PREPOSITION


@lru_cache(maxsize=64)
def _clause(language: str) -> re.Pattern[str]:
    """Return an expression for the words that begin a clause; articles, which may be some of them, are none here."""
    file = language_file(language)
    words = set(listed(file.dates.clauses)) - set(listed(file.saying.articles)) if file else set()
    return re.compile(rf"\b(?:{alternatives(words)})\b", re.IGNORECASE)


def as_of(case: ClaimCase) -> Iterator[Finding]:
    """The date for which the claim holds is printed near the passage: the day of an article is the site's, not the text's."""
    day = case.claim.as_of
    if day is None or "as_of" not in case.entry:
        return
    published, language = case.article.published, case.article.language
    printed = when.expressions(case.text.content, case.text.around(case.passage, 2, 2), published, language)
    means = [span for item in printed for span in item.means]
    paper = when.expressions(case.text.content, (0, len(case.text.content)), published, language)
    if "/" in day.edtf and day.end is not None and day.start is not None:
        means += [span for item in paper for span in item.means]
        starts = any(span.start == day.start for span in means)
        ends = any(span.end == day.end for span in means)
        fits = starts and ends
    else:
        # For a headline, dates in the article below it count too.
        headline = (
            case.article.headline and case.content_of(case.sentence).rstrip(".") in case.article.headline
        )
        if headline:
            means += [span for item in paper[-40:] for span in item.means]
        fits = any(when.supported(day, span) for span in means)
    if not fits:
        told = ", ".join(dict.fromkeys(f'"{item.words}"' for item in printed)) or "none"
        message = f"{caption(day)} is not printed there; dates at the passage: {told}"
        yield Finding(kinds.DATE_UNSUPPORTED, ("as_of",), message)
    elif (own := _own_day(case, day)) is not None:
        message = f'the text says "{own}" of the figure, and another day of something else'
        yield Finding(kinds.DATE_UNSUPPORTED, ("as_of",), message)


def _own_day(case: ClaimCase, day: DateSpan) -> str | None:
    """Return the words for a day that a figure's own clause says of it, if they are not the day given, and other words of its sentence are.

    The day on which somebody said it is one at which a count stood, unless its clause has the day up to which it was counted: "12 were
    killed on Tuesday, it said on Thursday", and not "12 had died by Tuesday".
    """
    passage = asked.passage_of(case) or asked.passage_of_words(case)
    if passage is None:
        return None
    read, start = passage.read, case.sentence[0]
    here = when.expressions(case.text.content, case.sentence, case.article.published, case.article.language)
    own: list[when.Printed] = []
    counted = False
    for item in here:
        span = (item.span[0] - start, item.span[1] - start)
        lead = read.words.between(0, span[0])[-_BESIDE:]
        if set(lead) & read.language.since_words or any(
            _is_beside(case, item.span, cue) for cue in case.cues
        ):
            continue  # "12 have died since 3 October": that is where it begins
        if asked.belongs(passage, span) and is_said_of(read, passage.inside, Term(*span, ("day",))):
            own.append(item)
            counted = counted or bool(set(lead) & read.language.until)
    if not own or any(when.supported(day, span) for item in own for span in item.means):
        return None
    later = all(span.before(day) for item in own for span in item.means)
    if later and not counted and case.is_a(Answer.QUANTITY) and _is_said_then(case, here, day):
        return None
    return own[0].words


def _is_said_then(case: ClaimCase, here: tuple[when.Printed, ...], day: DateSpan) -> bool:
    """Return whether a day stands beside a verb of saying of its sentence, or nowhere in it."""
    said = [item for item in here if any(when.supported(day, span) for span in item.means)]
    says = forms(case.article.language).says
    cues = [match.span() for match in says.finditer(case.text.content, *case.sentence)]
    return all(any(_is_beside(case, item.span, cue) for cue in cues) for item in said)


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
    if mine is None or not mine.says_day or mine.span[0] < cue[1] or not _is_beside(case, date, cue):
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
    if claim.said_on is not None and claim.said_on.before(known):
        message = f"said on {caption(claim.said_on)}, and it could be known from {caption(known)} on"
        yield Finding(kinds.BEFORE_KNOWN, ("said_on",), message)
    if published is not None and published.before(known):
        message = f"published {caption(published)}, and it could be known from {caption(known)} on"
        yield Finding(kinds.BEFORE_KNOWN, ("question",), message)


def published(case: ArticleCase) -> Iterator[Finding]:
    """The article is not older than the latest day in the sentences of its claims, except future dates."""
    day, text = case.article.published, case.text
    # Of a revised text its days say only that it is not older than its last change.
    if day is None or day.start is None or text is None or case.article.former:
        return
    # Resolved from the end of its year, so that a date after the article is not taken for last year's.
    year_end = parse_edtf(f"{(day.end or day.start).year}-12-31")
    newest: DateSpan | None = None
    printed, language = "", case.article.language
    for claim in case.article.claims:
        found = find_claim(claim, text, case.article.headline)
        if found is None:
            continue
        for item in when.expressions(text.content, text.around(found.span), year_end, language):
            if not any(char.isdigit() for char in item.words):
                continue
            if is_coming(text.content, text.sentences[text.sentence_at(item.span[0])], item.span, language):
                continue
            for span in item.means:
                if (
                    span.start == span.end
                    and span.start
                    and (newest is None or span.start > (newest.start or span.start))
                ):
                    newest, printed = span, item.words
    if newest is None or newest.start is None:
        return
    # A day that is much later is last year's, resolved from the end of this year.
    if day.start < newest.start and (newest.start - day.start).days < 300:
        message = f'the text prints "{printed}", which is after {day.start}'
        yield Finding(kinds.PUBLISHED_UNFIT, ("published",), message)


HEAD, FOOT = 14, 4
"""Lines at a text's head and foot that may state when it was published."""


def stated(case: ArticleCase) -> Iterator[Finding]:
    """If lines at the text's head or foot state when it was published, one of them states the article's day."""
    day, text = case.article.published, case.text
    if day is None or text is None:
        return
    lines = [text.content[start:end] for start, end in text.paragraphs]
    language = case.article.language
    outer = lines if len(lines) <= HEAD + FOOT else [*lines[:HEAD], *lines[-FOOT:]]
    found = [
        (line, parse_edtf(edtf))
        for line in outer
        if len(line) <= 140 and says_when_published(line, language) and (edtf := stated_date(line, language))
    ]
    if found and not any(day.overlaps(span) for _, span in found):
        told = " and ".join(dict.fromkeys(f'"{line}"' for line, _ in found[:2]))
        message = f"the text says {told}, which is not {caption(day)}"
        yield Finding(kinds.PUBLISHED_UNFIT, ("published",), message)
