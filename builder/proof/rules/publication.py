"""Rules on the article's day: not older than the newest day of its claims' sentences, and the one that its text states."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.proof import kinds, when
from builder.proof.case import ArticleCase, Finding, find_claim
from builder.proof.coming import is_coming
from builder.values.dates import DateSpan, caption, parse_edtf
from builder.values.stated import says_when_published, stated_date

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


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
    # A day without its year that is much later is last year's, resolved from the end of this year.
    if 0 < (newest.start - day.start).days < much_later(printed):
        message = f'the text prints "{printed}", which is after {day.start}'
        yield Finding(kinds.PUBLISHED_UNFIT, ("published",), message)


def much_later(printed: str) -> int:
    """Return from how many days after an article's own on a day is of another year: half a year where its words print no year."""
    return 300 if _YEAR.search(printed) else 183


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
