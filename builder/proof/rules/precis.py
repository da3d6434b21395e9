"""The rule on dates in a précis: it has none that the article's text and claims do not have.

What a précis counts itself ("three villages", where the text names three) is no figure that the text would have to print.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from builder.content.vocabulary import Answer
from builder.proof import kinds, when
from builder.proof.case import ArticleCase, Finding
from builder.proof.rules.precis_names import LOOKED_AT
from builder.values import lacking
from builder.values.dates import DateSpan
from builder.values.expressions import alternatives
from builder.values.figures.tokens import fold
from builder.values.figures.words import words_of
from builder.values.letters import CAPITAL
from builder.values.lexicon import language_file, listed
from builder.values.text import normalise, without_targets, words

_ITEM_OF = rf"{CAPITAL}[\w'-]*+(?:\s{CAPITAL}[\w'-]*+){{0,3}}+"
_PARTS = re.compile(r"[^\W_]+")
_MOST = 12
"""What is more than this is not counted in a glance, and has to be printed."""


def dates(case: ArticleCase) -> Iterator[Finding]:
    """Every date in the précis is one that the text prints, or a claim has, and no more exact."""
    text, language = case.text, case.article.language
    if text is None or lacking.DATES in lacking.lacking(case.book.site.settings.language):
        return
    content, published = text.content, case.article.published
    printed_dates = when.expressions(content, (0, len(content)), published, language)
    known = {span for item in printed_dates for span in item.means}
    known |= {span for span in (published, *_days(case)) if span is not None}
    printed = _named(content, language)
    for item in list({item.words: item for item in _printed(case)}.values())[:LOOKED_AT]:
        if any(claimed.encloses(span) for claimed in item.means for span in known):
            continue
        # In other words: a night of two days may be told as one of them.
        named = _named(item.words, item.language)
        if (named or not _is_relative(item)) and named <= printed:
            continue
        message = f'neither the text nor a claim has the date "{item.words}"'
        yield Finding(kinds.DATE_NOT_IN_TEXT, ("precis",), message, item.words)


def _named(text: str, language: str) -> set[str]:
    """Return the digits of a text, and its months and weekdays by their number, the same in every language."""
    found = set()
    for part in _PARTS.findall(text):
        if digits := re.match(r"[0-9]+", part):
            found.add(digits[0])
            continue
        word, known = fold(part), _dated(language)
        if number := known.get(word) or known.get(word.removesuffix("s")):
            found.add(number)
    return found


@lru_cache(maxsize=64)
def _dated(language: str) -> dict[str, str]:
    """Return the months and weekdays of a language, each with its number."""
    known, file = words_of(language), language_file(language)
    if known is None or file is None:
        return {}
    weekdays = {**known.weekdays, **{word: day - 1 for word, day in file.dates.more_weekdays.items()}}
    return {
        **{word: f"month {number}" for word, number in known.months.items()},
        **{word: f"weekday {number}" for word, number in weekdays.items()},
    }


def without_dates(case: ArticleCase, prose: str) -> str:
    """Return the prose of a précis without its dates: they are no figures, and held against the text as dates."""
    pieces, last = [], 0
    for item in _printed(case):
        pieces += [prose[last : item.span[0]], "-"]
        last = item.span[1]
    return "".join([*pieces, prose[last:]])


def counted(case: ArticleCase, prose: str, word: str, value: float) -> bool:
    """Return whether a number in words counts what the text, or an answer of the article, names one by one."""
    if case.text is None or not word.isalpha() or not 2 <= value <= _MOST:
        return False
    found = {
        tuple(_counted_words(prose, match.end())) for match in re.finditer(rf"\b{re.escape(word)}\b", prose)
    }
    return len(found) <= _MOST and all(_named_so_often(case, value, counted) for counted in found)


def _named_so_often(case: ArticleCase, value: float, counted: tuple[str, ...]) -> bool:
    text = case.text
    if text is None or not counted:
        return False
    listed_, item = _lists(case.article.language)
    for claim in case.article.claims:
        question = case.book.questions.get(claim.question)
        places = claim.value if isinstance(claim.value, tuple) else ()
        if len(places) != value or question is None:
            continue
        if _said(counted, question.text):
            return True
        if question.answer is Answer.PLACE and _said(
            counted[:1], _localities(case.book.site.settings.language)
        ):
            return True  # "three towns", of which the text has the names
    return any(
        len(item.split(found[0])) == value and _said(counted, text.content[slice(*text.around(found.span()))])
        for found in listed_.finditer(text.content)
    )


@lru_cache(maxsize=16)
def _localities(language: str) -> str:
    """Return a language's words for what a place may be: town, village, district."""
    file = language_file(language)
    return " ".join(listed(file.counted.localities)) if file is not None else ""


@lru_cache(maxsize=64)
def _lists(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the expressions for a list of names, "Osk, Pell and Tarn", and for what parts them."""
    file = language_file(language)
    joint = alternatives(f"{file.saying.joined},{file.ranges.either}" if file is not None else "")
    names = rf"{_ITEM_OF}(?:,\s{_ITEM_OF}){{0,12}}+(?:,?\s(?:{joint})\s{_ITEM_OF})"
    return re.compile(names), re.compile(rf",?\s(?:{joint})\s|,\s")


def _counted_words(prose: str, at: int) -> list[str]:
    """Return the beginnings of the words behind a number that may say what it counts."""
    return [
        word.casefold()[: max(4, len(word) - 2)] for word in words(prose[at : at + 80])[:3] if len(word) > 3
    ]


def _said(beginnings: tuple[str, ...], text: str) -> bool:
    return any(word.casefold().startswith(start) for word in words(text) for start in beginnings)


def _is_relative(item: when.Printed) -> bool:
    """Return whether words name a day from the article's own: "yesterday"."""
    return item.says_day and not any(char.isdigit() for char in item.words)


def _prose(case: ArticleCase) -> str:
    return normalise(without_targets(case.article.precis))


def _printed(case: ArticleCase) -> list[when.Printed]:
    """Return the dates of the précis. What names a day from the article's own counts where that is known to the day."""
    prose, language = _prose(case), case.book.site.settings.language
    published = case.article.published
    exact = published is not None and published.start is not None and published.start == published.end
    return [
        item
        for item in when.expressions(prose, (0, len(prose)), published, language)
        if any(not named.startswith("weekday") for named in _named(item.words, language))
        or (exact and _is_relative(item))
    ]


def _days(case: ArticleCase) -> Iterator[DateSpan | None]:
    for claim in case.article.claims:
        yield from (claim.said_on, claim.as_of)
        if isinstance(claim.value, DateSpan):
            yield claim.value
