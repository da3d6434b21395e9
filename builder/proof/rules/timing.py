"""Rules on dates: printed at the passage, not newer than the article, not older than what they answer."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.vocabulary import Answer
from builder.proof import kinds, when
from builder.proof.case import ArticleCase, ClaimCase, Finding, find_claim
from builder.proof.coming import is_coming
from builder.values.dates import DateSpan, caption, parse_edtf
from builder.values.stated import says_when_published, stated_date


def said_on(case: ClaimCase) -> Iterator[Finding]:
    """The day on which it was said must be one that the sentence, or one beside it, prints."""
    day = case.claim.said_on
    if day is not None:
        yield from _supported(case, "said_on", day)
    elif case.claim.sources and case.claim.cue and not case.entry.get("said_on"):
        yield from _dropped(case)


def _supported(case: ClaimCase, key: str, day: DateSpan) -> Iterator[Finding]:
    content, published = case.text.content, case.article.published
    near = when.expressions(content, case.text.around(case.passage, 2, 1), published)
    here = when.expressions(content, case.sentence, published)
    if not any("day" in item.words or any(char.isdigit() for char in item.words) for item in here):
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
    """A day printed in the sentence that has the cue is the day on which it was said."""
    content = case.text.content
    at = content.casefold().find((case.claim.cue or "").casefold(), *case.sentence)
    if at < 0:
        return
    end = at + len(case.claim.cue or "")
    for item in when.expressions(content, case.sentence, case.article.published):
        between = (end, item.span[0]) if item.span[0] >= end else (item.span[1], at)
        # "walked out on Tuesday, the union said": a date that ends the clause before belongs to what happened.
        ended = (
            item.span[1] <= at
            and content[item.span[1] : at].lstrip().startswith(",")
            and bool(case.text.words_in(between))
        )
        close = not ended and between[0] <= between[1] and len(case.text.words_in(between)) <= 2
        opens = item.span[1] < at and len(case.text.words_in((case.sentence[0], item.span[0]))) <= 2
        if close or (opens and "day" in item.words):
            yield Finding(kinds.DATE_DROPPED, (), f'the text dates it: "{item.words}"')
            return


def as_of(case: ClaimCase) -> Iterator[Finding]:
    """A day for which the claim holds must be printed near, or be the article's present, no more exactly."""
    day = case.claim.as_of
    if day is None or "as_of" not in case.entry:
        return
    published = case.article.published
    if _present(day, published):
        return
    printed = when.expressions(case.text.content, case.text.around(case.passage, 2, 2), published)
    means = [span for item in printed for span in item.means]
    paper = when.expressions(case.text.content, (0, len(case.text.content)), published)
    if "/" in day.edtf and day.end is not None and day.start is not None:
        means += [span for item in paper for span in item.means]
        starts = any(span.start == day.start for span in means)
        ends = any(span.end == day.end for span in means)
        fits = starts and ends
    else:
        # A headline has the date of the news below it.
        headline = case.article.headline and case.said(case.sentence).rstrip(".") in case.article.headline
        if headline:
            means += [span for item in paper[-40:] for span in item.means]
        fits = any(when.supported(day, span) for span in means)
    if not fits:
        told = ", ".join(dict.fromkeys(f'"{item.words}"' for item in printed)) or "none"
        yield Finding(
            kinds.DATE_UNSUPPORTED,
            ("as_of",),
            f"{caption(day)} is not printed there; dates at the passage: {told}",
        )


def _present(day: DateSpan, published: DateSpan | None) -> bool:
    """Return whether a span is the month in which the article appeared: what "now" means, and no more exact."""
    if published is None or published.start is None or day.start is None or day.end is None:
        return False
    return day.start <= published.start <= day.end and 27 <= (day.end - day.start).days <= 31


def value(case: ClaimCase) -> Iterator[Finding]:
    """The date in ``value`` must be what the printed words mean."""
    day = case.claim.value
    if not case.is_a(Answer.DATE) or not isinstance(day, DateSpan) or case.printed is None:
        return
    published = case.article.published
    meant = [
        span for item in when.expressions(case.text.content, case.printed, published) for span in item.means
    ]
    if meant:
        if not any(when.supported(day, span) for span in meant):
            words = " or ".join(caption(span) for span in meant)
            yield Finding(kinds.VALUE_CONTRADICTED, ("value",), f'"{case.claim.printed}" means {words}')
        return
    # Vague words: "recently", "for the first time". They reach up to when it was said, or to the article.
    seen = [span for span in (case.claim.said_on, published) if span is not None]
    if case.claim.said_on is not None:
        fits = day.end == case.claim.said_on.end or day.encloses(case.claim.said_on)
    else:
        text = when.expressions(case.text.content, (0, len(case.text.content)), published)
        ends = {span.end for item in text for span in item.means} | {span.start for span in seen}
        fits = day.end in ends or any(day.overlaps(span) for span in seen)
    if not fits:
        yield Finding(kinds.VALUE_CONTRADICTED, ("value",), f'"{case.claim.printed}" is not {caption(day)}')


def order(case: ClaimCase) -> Iterator[Finding]:
    """Nothing but what is still to come is newer than its article, and nothing was said before it could be known."""
    published, claim = case.article.published, case.claim
    days = [("said_on", claim.said_on), ("as_of", claim.as_of if "as_of" in case.entry else None)]
    if isinstance(claim.value, DateSpan) and not is_coming(case.text.content, case.sentence, case.passage):
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
    """The article is no older than the newest day that its own claims' sentences print, unless it is still to come."""
    day, text = case.article.published, case.text
    if day is None or day.start is None or text is None:
        return
    # Seen from the end of its year, so that a date after the article is not taken for last year's.
    year_end = parse_edtf(f"{(day.end or day.start).year}-12-31")
    newest: DateSpan | None = None
    words = ""
    for claim in case.article.claims:
        found = find_claim(claim, text)
        if found is None:
            continue
        for item in when.expressions(text.content, text.around(found.span), year_end):
            if not any(char.isdigit() for char in item.words):
                continue
            if is_coming(text.content, text.sentences[text.sentence_at(item.span[0])], item.span):
                continue
            for span in item.means:
                if (
                    span.start == span.end
                    and span.start
                    and (newest is None or span.start > (newest.start or span.start))
                ):
                    newest, words = span, item.words
    if newest is None or newest.start is None:
        return
    # So long before is last year's day, seen from the end of this one.
    if day.start < newest.start and (newest.start - day.start).days < 300:
        message = f'the text prints "{words}", which is after {day.start}'
        yield Finding(kinds.PUBLISHED_UNFIT, ("published",), message)


HEAD, FOOT = 14, 4
"""Lines at a text's head and foot that may state when it was published."""


def stated(case: ArticleCase) -> Iterator[Finding]:
    """If lines at the text's head or foot state when it was published, one of them states the article's day."""
    day, text = case.article.published, case.text
    if day is None or text is None:
        return
    lines = [text.content[start:end] for start, end in text.paragraphs]
    outer = lines if len(lines) <= HEAD + FOOT else [*lines[:HEAD], *lines[-FOOT:]]
    found = [
        (line, parse_edtf(edtf))
        for line in outer
        if len(line) <= 140 and says_when_published(line) and (edtf := stated_date(line))
    ]
    if found and not any(day.overlaps(span) for _, span in found):
        told = " and ".join(dict.fromkeys(f'"{line}"' for line, _ in found[:2]))
        message = f"the text says {told}, which is not {caption(day)}"
        yield Finding(kinds.PUBLISHED_UNFIT, ("published",), message)
