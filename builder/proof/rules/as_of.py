"""The rules on the day and the hour for which a figure holds: printed at the passage, and no day of another statement of its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.vocabulary import Answer
from builder.proof import asked, kinds, when
from builder.proof.case import ClaimCase, Finding
from builder.proof.normal import Span
from builder.proof.owned import is_said_of
from builder.proof.rules.saying import forms
from builder.proof.rules.timing import counted_back, day_dropped, is_beside
from builder.values import dated
from builder.values.counting import Term
from builder.values.dates import DateSpan, caption, parse_edtf
from builder.values.hours import PARTS, printed_hours, printed_parts

_BESIDE = 2
"""Words between a day and the part of it."""
_LEAD = 2
"""Words before a day that may say that it begins or ends there: "by", "until the"."""


def as_of(case: ClaimCase) -> Iterator[Finding]:
    """The date for which the claim holds is printed near the passage: the day of an article is the site's, not the text's."""
    day = case.claim.as_of
    if day is None or "as_of" not in case.entry:
        return
    published, language = case.article.published, case.article.language
    printed = when.expressions(case.text.content, case.text.around(case.passage, 2, 2), published, language)
    means = [span for item in printed for span in item.means]
    back = counted_back(case)
    means += [span for _, span in back]
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
        fits = any(when.supported(day, span) for span in (*means, *_last_days(case, printed)))
    if not fits:
        told = ", ".join(dict.fromkeys(f'"{item.words}"' for item in printed)) or "none"
        message = f"{caption(day)} is not printed there; dates at the passage: {told}"
        yield Finding(kinds.DATE_UNSUPPORTED, ("as_of",), message)
    elif (own := _not_back(case, day, back) or _own_day(case, day)) is not None:
        message = f'the text says "{own}" of the figure, and another day of something else'
        yield Finding(kinds.DATE_UNSUPPORTED, ("as_of",), message)


def _last_days(case: ClaimCase, printed: tuple[when.Printed, ...]) -> list[DateSpan]:
    """Return the last days of the months and years whose end a text names: what "had come by the end of June" holds on its last day."""
    content = case.text.content
    return [
        parse_edtf(span.end.isoformat())
        for item in printed
        if dated.ends_there(content, item.span[0], case.article.language)
        for span in item.means
        if span.end is not None and span.start != span.end
    ]


def _not_back(case: ClaimCase, day: DateSpan, back: list[tuple[Term, DateSpan]]) -> str | None:
    """Return the words right behind a figure that count back from a day, where another day is given than they mean."""
    if case.printed is None:
        return None
    end = case.printed[1] - case.sentence[0]
    content = case.content_of(case.sentence)
    beside = [
        (term, span) for term, span in back if term.start >= end and not content[end : term.start].strip()
    ]
    if not beside or any(when.supported(day, span) for _, span in beside):
        return None
    return content[beside[0][0].start : beside[0][0].end]


def hour(case: ClaimCase) -> Iterator[Finding]:
    """The hour of a count is printed in the passage's sentence, or else last before it or next behind it: an entry of a live page has one.

    A part of the day is printed near the passage, and of the day that stands beside it: "the night from Monday to Tuesday" is none of
    Wednesday.
    """
    if case.claim.hour is None:
        return
    content, language = case.text.content, case.article.language
    start, end = case.text.around(case.passage, 3, 1)
    if case.claim.hour in PARTS:
        # As with days: the hour of the blast may stand in the sentence, that of the statement in the next one.
        near = list(_parts(case, (start, end)))
    else:
        printed = [(start + first, means) for first, _, means in printed_hours(content[start:end], language)]
        here = [means for at, means in printed if case.sentence[0] <= at < case.sentence[1]]
        before = [means for at, means in printed if at < case.sentence[0]][-1:]
        near = here or before or [means for _, means in printed][:1]
    if not any(case.claim.hour in means for means in near):
        told = ", ".join(sorted({hour for means in near for hour in means})) or "none"
        message = f"{case.claim.hour} is not printed there; hours at the passage: {told}"
        yield Finding(kinds.DATE_UNSUPPORTED, ("hour",), message)


def hour_dropped(case: ClaimCase) -> Iterator[Finding]:
    """An hour, or a part of the day, that stands with the statement of a running count is in ``hour``: figures of one day have an order."""
    if case.claim.hour is not None or not case.question.running or not case.claim.sources or not case.cues:
        return
    content, language = case.text.content, case.article.language
    start, end = case.sentence
    sentence, cue = content[start:end], case.cues[0]
    day = day_dropped(case)

    def opens(at: Span) -> bool:
        """Return whether a time begins its sentence, as an entry of a live page does."""
        return not content[start : at[0]].strip()

    def is_of_day(at: Span) -> bool:
        return day is not None and _is_near(content, day.span, at)

    for printed, is_its_own in ((printed_hours, opens), (printed_parts, is_of_day)):
        for first, last, means in printed(sentence, language):
            at = start + first, start + last
            if is_beside(case, at, cue) or is_its_own(at):
                message = f'the text has "{content[slice(*at)]}": {" or ".join(sorted(means))}'
                yield Finding(kinds.HOUR_DROPPED, (), message)
                return


def _parts(case: ClaimCase, span: Span) -> Iterator[frozenset[str]]:
    """Yield what the parts of the day mean that are printed in a span of a claim's text, but for those of another day than the claim's."""
    content, article = case.text.content, case.article
    day = case.claim.as_of or case.claim.said_on or article.published
    dates = when.expressions(content, span, article.published, article.language)
    for first, last, means in printed_parts(content[slice(*span)], article.language):
        at = span[0] + first, span[0] + last
        beside = [date for date in dates if _is_near(content, date.span, at)]
        if (
            day is None
            or not beside
            or any(when.supported(day, means) for date in beside for means in date.means)
        ):
            yield means


def _is_near(content: str, one: Span, other: Span) -> bool:
    """Return whether two spans touch, or only a word or two stand between them: "on the evening of Tuesday"."""
    between = content[min(one[1], other[1]) : max(one[0], other[0])]
    return len(between.split()) <= _BESIDE and not re.search(r"[.;:!?]\s", between)


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
        lead = read.words.between(0, span[0])[-_LEAD:]
        if set(lead) & read.language.since_words or any(is_beside(case, item.span, cue) for cue in case.cues):
            continue  # "12 have died since 3 October": that is where it begins
        if asked.belongs(passage, span) and is_said_of(read, passage.inside, Term(*span, ("day",))):
            own.append(item)
            counted = counted or bool(set(lead) & read.language.until)
    ends = _last_days(case, tuple(own))
    if not own or any(
        when.supported(day, span) for span in (*(s for item in own for s in item.means), *ends)
    ):
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
    return all(any(is_beside(case, item.span, cue) for cue in cues) for item in said)
