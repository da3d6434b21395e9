"""Rules on what the précis says: no name and no date that the article's text and claims do not have.

What a précis counts itself ("three villages", where the text names three) is no figure that the text would have to print.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.proof import kinds, when
from builder.proof.case import ArticleCase, Finding
from builder.proof.normal import Span
from builder.values.dates import DateSpan
from builder.values.text import normalise, without_targets, words

_NAMED = r"[A-Z][\w'-]*+(?:\s[A-Z][\w'-]*+){0,3}+"
_LISTED = re.compile(rf"{_NAMED}(?:,\s{_NAMED}){{0,12}}+(?:,?\s(?:and|or)\s{_NAMED})")
_ITEM = re.compile(r",?\s(?:and|or)\s|,\s")
_NAME = re.compile(r"(?<![\w'.-])[A-Z][\w'-]*(?:\.[A-Z]\b)*")
_OPENS = re.compile(r"(?:\A|[.!?:…][\"')\]]*|[\"(\[*_#>-])\s*\Z")
"""What stands before a word that has its capital from its place alone."""
_ADJECTIVE = re.compile(r"(?:ans?|ians?|ish|ese|ic|ics|is?|s|ers?)\Z")
_DATED = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|[A-Z][a-z]+day)s?\b"
)
_PARTS = re.compile(r"[^\W_]+")
_MOST = 12
"""What is more than this is not counted in a glance, and has to be printed."""
_LOOKED_AT = 200
"""So many different names, dates and counts of one précis are looked at: no honest one has more."""
_OTHER_WORDS = {
    "american": {"us", "u.s", "usa", "america", "washington"},
    "british": {"uk", "u.k", "britain", "london"},
    "dutch": {"netherlands", "holland"},
    "french": {"france"},
    "swiss": {"switzerland"},
    "greek": {"greece"},
    "spanish": {"spain"},
    "polish": {"poland"},
    "danish": {"denmark"},
    "welsh": {"wales"},
}
"""What is of a country whose name its adjective does not begin with, or that is called in several ways."""


def names(case: ArticleCase) -> Iterator[Finding]:
    """Every name in the précis stands in the text, or in what the claims say: words with a capital within a sentence."""
    if case.text is None or not _one_language(case):
        return
    known = {word.casefold() for word in words(case.text.content)} | _claimed(case)
    alike: dict[str, list[str]] = {}
    for word in known:
        alike.setdefault(word[:4], []).append(word)
    prose = _prose(case)
    looked_at: set[str] = set()
    for match in _NAME.finditer(prose):
        word = re.sub(r"'s?\Z", "", match[0])
        if len(word) < 2 or _OPENS.search(prose, max(0, match.start() - 8), match.start()):
            continue
        if word in looked_at or _DATED.fullmatch(word) or _is_known(word, known):
            continue
        if len(looked_at) == _LOOKED_AT:
            return
        looked_at.add(word)
        if not _derived(word.casefold(), alike.get(word.casefold()[:4], [])):
            message = f'neither the text nor a claim has the name "{word}"'
            yield Finding(kinds.PRECIS_UNPROVED, ("precis",), message, word)


def dates(case: ArticleCase) -> Iterator[Finding]:
    """Every date in the précis is one that the text prints, or a claim has, and no more exact."""
    text = case.text
    if text is None:
        return
    content, published = text.content, case.article.published
    known = {span for item in when.expressions(content, (0, len(content)), published) for span in item.means}
    known |= {span for span in (published, *_days(case)) if span is not None}
    printed = set(_PARTS.findall(content.casefold()))
    for item in list({item.words: item for item in _printed(case)}.values())[:_LOOKED_AT]:
        if any(claimed.encloses(span) for claimed in item.means for span in known):
            continue
        # In other words: a night of two days may be told as one of them.
        named = [word for word in _PARTS.findall(item.words) if word[0].isdigit() or word[0].isupper()]
        if all(word.casefold() in printed for word in named):
            continue
        message = f'neither the text nor a claim has the date "{item.words}"'
        yield Finding(kinds.DATE_NOT_IN_TEXT, ("precis",), message, item.words)


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
    for claim in case.article.claims:
        question = case.book.questions.get(claim.question)
        places = claim.value if isinstance(claim.value, tuple) else ()
        if len(places) == value and question and _said(counted, question.text):
            return True
    return any(
        len(_ITEM.split(found[0])) == value
        and _said(counted, text.content[slice(*text.around(found.span()))])
        for found in _LISTED.finditer(text.content)
    )


def _counted_words(prose: str, at: int) -> list[str]:
    """Return the beginnings of the words behind a number that may say what it counts."""
    return [
        word.casefold()[: max(4, len(word) - 2)] for word in words(prose[at : at + 80])[:3] if len(word) > 3
    ]


def _said(beginnings: tuple[str, ...], text: str) -> bool:
    return any(word.casefold().startswith(start) for word in words(text) for start in beginnings)


def _prose(case: ArticleCase) -> str:
    return normalise(without_targets(case.article.precis))


def _printed(case: ArticleCase) -> list[when.Printed]:
    """Return the dates of the précis that name a day, a month or a year: "on Monday" is the text's."""
    prose = _prose(case)
    span: Span = (0, len(prose))
    return [
        item
        for item in when.expressions(prose, span, case.article.published)
        if re.search(r"[0-9]", item.words) or re.search(r"\b[A-Z][a-z]+\b(?<!day)", item.words)
    ]


def _days(case: ArticleCase) -> Iterator[DateSpan | None]:
    for claim in case.article.claims:
        yield from (claim.said_on, claim.as_of)
        if isinstance(claim.value, DateSpan):
            yield claim.value


def _one_language(case: ArticleCase) -> bool:
    """Return whether text and précis are English: other languages write other words with a capital, and names in other ways."""
    return all(
        language.partition("-")[0] == "en"
        for language in (case.article.language, case.book.site.settings.language)
    )


def _claimed(case: ArticleCase) -> set[str]:
    """Return the words, in small letters, of everything that the article's entry and its claims name."""
    site, article = case.book.site, case.article
    said = [article.headline or "", article.credit or "", *article.byline]
    if outlet := site.outlets.get(article.outlet):
        said += outlet.names
    for claim in article.claims:
        said += [claim.printed, claim.quote or "", claim.scope or "", claim.counts or "", claim.of or ""]
        for source in (site.sources.get(id) for id in (*claim.sources, *claim.via)):
            said += (source.name, source.short, *source.aliases) if source else ()
        for place in claim.value if isinstance(claim.value, tuple) else ():
            said += (place.name, *place.aliases)
        if question := case.book.questions.get(claim.question):
            said.append(question.text)
    return {re.sub(r"'s?\Z", "", word).casefold() for text in said for word in words(text)}


def _is_known(word: str, known: set[str]) -> bool:
    """Return whether the words of text and claims have a name as it is, or as a country's adjective."""
    plain = word.casefold()
    if {plain, f"{plain}'s", plain.replace(".", "")} & known or _OTHER_WORDS.get(plain, set()) & known:
        return True
    return "-" in plain and all(part in known for part in plain.split("-"))


def _derived(plain: str, others: list[str]) -> bool:
    """Return whether a name is made of one of others, or they of it: "Ukrainian" of "Ukraine", "Korea" beside "Koreans"."""
    return any(
        _shared(plain, other) >= max(4, 0.55 * min(len(plain), len(other)))
        and (_ADJECTIVE.search(plain) or _ADJECTIVE.search(other))
        for other in others
    )


def _shared(one: str, other: str) -> int:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length
