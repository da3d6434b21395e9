"""Rules on an article as a whole: its bibliography, its prose, whether it can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from builder.content.strict_yaml import KeyPath
from builder.content.vocabulary import Completeness
from builder.proof import kinds
from builder.proof.case import ArticleCase, Finding
from builder.proof.locate import occurrences
from builder.proof.rules import precis
from builder.proof.text import Text
from builder.values import agencies
from builder.values.addresses import address
from builder.values.expressions import alternatives
from builder.values.figures import search
from builder.values.lacking import DATES, NAMES, lacking
from builder.values.lexicon import base, language_file, language_name
from builder.values.scripts import joined
from builder.values.text import normalise, runs, without_targets, words

COPIED_RUN = 8
"""Number of consecutive words shared with the source from which prose counts as copied."""

_QUOTED = re.compile(r'"[^"]*"|「[^」]*」|『[^』]*』')
_CUT = re.compile(r"(?:\[(?:…|\.\.\.)\]|\[\+[0-9]+ [^\W\d_]+\])\s*\Z")
"""How a text ends that a feed or a search has cut short: "[…]", "[+1234 chars]"."""
_LAST = 2
"""Number of paragraphs at the end of a text of which one may credit an agency."""
SMALLEST = 2
"""Numbers in words up to this one mean other things too: "one of them", "the two"."""
_NOWHERE = re.compile(
    r"(?:^|\.)(?:example|invalid|test|localhost|local|internal)$|(?:^|\.)example\.(?:com|org|net)$|^[0-9.]+$|^[^.]+$"
)


def language(case: ArticleCase) -> Iterator[Finding]:
    """There are rules for the article's language; what is not checked without them is told, and nothing that follows from it."""
    if lacks := lacking(case.article.language):
        message = f"not checked: no rules for {language_name(case.article.language)}: {', '.join(lacks)}"
        yield Finding(kinds.NO_RULES, ("language",), message)
    own = case.book.site.settings.language
    if base(own) != base(case.article.language) and case.text is not None and case.article.precis.strip():
        rest = [
            what for what in (DATES, NAMES) if what not in lacks and (what == NAMES or what in lacking(own))
        ]
        if rest:
            languages = (
                f"it is in {language_name(own)}, and the text in {language_name(case.article.language)}"
            )
            yield Finding(
                kinds.NO_RULES, ("language",), f"not checked: {', '.join(rest)} of the précis: {languages}"
            )


def changed(case: ArticleCase) -> Iterator[Finding]:
    """The text is the one whose hash the article names."""
    if case.text is None or case.text.sha256 == case.article.source_sha256:
        return
    # As written, so that claims on unknown questions are included.
    claims = ", ".join(str(entry.get("id")) for entry in case.entry.get("claims") or [])
    message = f"{case.article.source_file} has changed since the claims were located; look again at: {claims}"
    yield Finding(kinds.SOURCE_CHANGED, ("source_sha256",), message)


def readable(case: ArticleCase) -> Iterator[Finding]:
    """The text is in the private folder, or the article has an address that can be reached."""
    known = {"url": case.article.url, "archived": case.article.archived}
    for key, url in known.items():
        host = address(url).host if url else ""
        if host and _NOWHERE.search(host) is not None:
            yield Finding(kinds.UNREADABLE_ARTICLE, (key,), f'"{host}" is not a host that can be reached')
    if case.book.texts is None or case.text is not None:
        return
    message = f"{case.article.source_file} is not in the private folder; nothing here was checked against it"
    yield Finding(kinds.SOURCE_MISSING, ("source_file",), message)
    if not any(known.values()):
        yield Finding(
            kinds.UNREADABLE_ARTICLE, ("source_file",), "neither the text nor an address is available"
        )


def outlet(case: ArticleCase) -> Iterator[Finding]:
    """The text names the outlet that printed it, or its address does, and no outlet is called unknown that one of them names."""
    outlet = case.book.site.outlets.get(case.article.outlet)
    if outlet is None or case.text is None:
        return
    named = case.book.outlets.named(case.text.content)
    host = address(case.article.url).host if case.article.url else ""
    at = {other.id for other in case.book.site.outlets.values() if host and other.has_host(host)}
    if outlet.kind == "unknown":
        if named:
            names = ", ".join(sorted(case.book.site.outlets[id].name for id in named))
            yield Finding(kinds.OUTLET_NOT_NAMED, ("outlet",), f"the text names {names}")
        elif at - {outlet.id}:
            names = ", ".join(sorted(case.book.site.outlets[id].name for id in at))
            yield Finding(kinds.OUTLET_NOT_NAMED, ("outlet",), f"its address is one of {names}")
    elif outlet.id not in named | at:
        yield Finding(kinds.OUTLET_NOT_NAMED, ("outlet",), f"the text nowhere names {outlet.name}")


def bibliography(case: ArticleCase) -> Iterator[Finding]:
    """Bibliographic data stand in the text; ``inferred`` explains what is left out."""
    article, text = case.article, case.text
    for key in ("headline", "byline", "published"):
        # As written: an impossible date is given, and reported elsewhere.
        if not getattr(article, key) and not case.entry.get(key) and key not in article.inferred:
            yield Finding(
                kinds.BIBLIOGRAPHY_MISSING, (key,), f'"{key}" is left out, and inferred does not say why'
            )
    if text is None:
        return
    given: list[tuple[KeyPath, str]] = [(("byline", i), name) for i, name in enumerate(article.byline)]
    given += [(("credit",), article.credit)] if article.credit else []
    for path, value in given:
        if not occurrences(value.rstrip("."), text):
            yield Finding(kinds.BIBLIOGRAPHY_NOT_PRINTED, path, f'the text does not print "{value}"')
    if article.headline and not any(
        text.content[start:end].rstrip(".").startswith(normalise(article.headline).rstrip("."))
        and len(text.content[start:end].rstrip(".")) == len(normalise(article.headline).rstrip("."))
        for start, end in text.paragraphs
    ):
        printed = occurrences(article.headline.rstrip("."), text)
        told = (
            "no line of the text is this headline"
            if printed
            else f'the text does not print "{article.headline}"'
        )
        yield Finding(kinds.BIBLIOGRAPHY_NOT_PRINTED, ("headline",), told)
    yield from _credit(case, text)


def _credit(case: ArticleCase, text: Text) -> Iterator[Finding]:
    if case.article.credit:
        return
    lines = [text.content[start:end] for start, end in text.paragraphs]
    language = case.article.language
    bylined = [name for line in lines for name in agencies.bylined(line, language)]
    last = [name for line in lines[-_LAST:] for name in agencies.credited(line, language)]
    credited = [name for name in last if name not in bylined]
    for line, names in (("byline", bylined), ("last line", credited)):
        for agency in dict.fromkeys(names):
            message = f'the {line} credits "{agency}", and credit is left out'
            yield Finding(kinds.BIBLIOGRAPHY_MISSING, ("credit",), message)


@lru_cache(maxsize=64)
def _copies(language: str) -> re.Pattern[str]:
    """Return an expression for the traces of a copy in a line."""
    file = language_file(language)
    return re.compile(rf"(?:{alternatives(file.page.copies if file is not None else '')})", re.IGNORECASE)


def completeness(case: ArticleCase) -> Iterator[Finding]:
    """A text with traces of a copy is not called the full text."""
    if case.text is None or case.article.completeness is not Completeness.FULL_TEXT:
        return
    copies = _copies(case.article.language)
    lines = (normalise(line).strip() for line in case.text.raw.splitlines())
    if trace := next(filter(None, map(copies.search, lines)), None) or _CUT.search(case.text.raw):
        yield Finding(kinds.COMPLETENESS_UNFIT, ("completeness",), f'the text has "{trace[0].strip()}"')


def copied(case: ArticleCase) -> Iterator[Finding]:
    """The site's own prose shares no run of eight words with the source."""
    if case.text is None:
        return
    grams = set()
    for start, end in case.text.sentences:
        # Within a sentence only: words that happen to follow each other across a full stop are not copied.
        said = [word.casefold() for word in words(case.text.content[start:end])]
        grams |= set(runs(said, COPIED_RUN))
    for key, prose in _prose(case):
        mine = [word.casefold() for word in words(_QUOTED.sub(" \x00 ", normalise(prose)))]
        copied = next((run for run in runs(mine, COPIED_RUN) if run in grams), None)
        if copied is not None:
            yield Finding(kinds.COPIED_PROSE, key, f'"{joined(copied)}" also stands in the source')


def _prose(case: ArticleCase) -> Iterator[tuple[KeyPath, str]]:
    yield ("precis",), without_targets(case.article.precis)
    for key, text in case.article.inferred.items():
        yield ("inferred", key), text
    for index, entry in enumerate(case.entry.get("claims") or []):
        if isinstance(entry, dict) and isinstance(entry.get("note"), str):
            yield ("claims", index, "note"), entry["note"]


def figures(case: ArticleCase) -> Iterator[Finding]:
    """Every figure of the précis is printed in the text, in digits or in words."""
    if case.text is None:
        return
    printed = case.text.numbers_in_sentences(case.article.language)
    language = case.book.site.settings.language
    prose = precis.without_dates(case, normalise(without_targets(case.article.precis)))
    for start, end, value in search.numbers(prose, language):
        word = prose[start:end]
        small = value <= SMALLEST and not word.isdigit()
        if value not in printed and not small and not precis.counted(case, prose, word, value):
            message = f'the text does not print "{word}"'
            yield Finding(kinds.FIGURE_NOT_IN_TEXT, ("precis",), message, word)
