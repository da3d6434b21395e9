"""Rules on an article as a whole: its bibliography, its prose, whether anybody can read it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.strict_yaml import KeyPath
from builder.content.vocabulary import Completeness
from builder.proof import kinds
from builder.proof.case import ArticleCase, Finding
from builder.proof.locate import occurrences
from builder.proof.rules import precis
from builder.proof.text import Text
from builder.values.addresses import address
from builder.values.numbers import NUMBER, parse_number
from builder.values.text import normalise, without_targets, words

COPIED_RUN = 8
"""So many words in a row that also stand in the source are copied."""

_QUOTED = re.compile(r'"[^"]*"')
_COPY = re.compile(
    r"read the full (?:article|story)|^views:|read more at|continue reading", re.IGNORECASE | re.MULTILINE
)
_AGENCIES = (
    "Associated Press",
    "Reuters",
    "Agence France-Presse",
    "PA Media",
    "Press Association",
    "dpa",
    "UPI",
)
_NUMBER = re.compile(NUMBER, re.IGNORECASE)
_NOT_FIGURES = frozenset({"one", "two", "a", "an", "first", "second"})
_NOWHERE = re.compile(
    r"(?:^|\.)(?:example|invalid|test|localhost|local|internal)$|(?:^|\.)example\.(?:com|org|net)$|^[0-9.]+$|^[^.]+$"
)


def changed(case: ArticleCase) -> Iterator[Finding]:
    """The text is the one whose hash the article names."""
    if case.text is None or case.text.sha256 == case.article.source_sha256:
        return
    # As written: one that answers no known question is to be looked at too.
    claims = ", ".join(str(entry.get("id")) for entry in case.entry.get("claims") or [])
    message = f"{case.article.source_file} has changed since the claims were located; look again at: {claims}"
    yield Finding(kinds.SOURCE_CHANGED, ("source_sha256",), message)


def readable(case: ArticleCase) -> Iterator[Finding]:
    """The text is at hand, or the article has an address that can lead somewhere."""
    url = case.article.url
    host = address(url).host if url else ""
    dead = bool(host) and _NOWHERE.search(host) is not None
    if dead:
        yield Finding(kinds.UNREADABLE_ARTICLE, ("url",), f'"{host}" is no host that anybody can reach')
    if case.book.texts is None or case.text is not None:
        return
    message = f"{case.article.source_file} is not in the private folder; nothing here was checked against it"
    yield Finding(kinds.SOURCE_MISSING, ("source_file",), message)
    if not url:
        yield Finding(
            kinds.UNREADABLE_ARTICLE, ("source_file",), "neither the text nor an address is at hand"
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
    """What is given stands in the text; what is left out is accounted for."""
    article, text = case.article, case.text
    for key in ("headline", "byline", "published"):
        # As written: a day that no calendar has is given, and told.
        if not getattr(article, key) and not case.entry.get(key) and key not in article.inferred:
            yield Finding(
                kinds.BIBLIOGRAPHY_MISSING, (), f'"{key}" is left out, and inferred does not say why'
            )
    if text is None:
        return
    given: list[tuple[KeyPath, str]] = [(("byline", i), name) for i, name in enumerate(article.byline)]
    given += [((key,), value) for key in ("headline", "credit") if (value := getattr(article, key))]
    for path, value in given:
        if not occurrences(value.rstrip("."), text):
            yield Finding(kinds.BIBLIOGRAPHY_NOT_PRINTED, path, f'the text does not print "{value}"')
    if article.headline and not any(
        text.content[start:end].rstrip(".").startswith(normalise(article.headline).rstrip("."))
        and len(text.content[start:end].rstrip(".")) == len(normalise(article.headline).rstrip("."))
        for start, end in text.paragraphs
    ):
        yield Finding(kinds.BIBLIOGRAPHY_NOT_PRINTED, ("headline",), "no line of the text is this headline")
    yield from _credit(case, text)


def _credit(case: ArticleCase, text: Text) -> Iterator[Finding]:
    if case.article.credit:
        return
    for line in text.paragraphs:
        said = text.content[line[0] : line[1]]
        if len(said) < 120 and re.match(r"By\b", said):
            for agency in _AGENCIES:
                if agency in said:
                    yield Finding(
                        kinds.BIBLIOGRAPHY_MISSING,
                        (),
                        f'the byline credits "{agency}", and credit is left out',
                    )


def completeness(case: ArticleCase) -> Iterator[Finding]:
    """A text with the traces of a copy is not called the full text."""
    if case.text is None or case.article.completeness is not Completeness.FULL_TEXT:
        return
    if trace := _COPY.search(case.text.raw):
        yield Finding(kinds.COMPLETENESS_UNFIT, ("completeness",), f'the text has "{trace[0]}"')


def copied(case: ArticleCase) -> Iterator[Finding]:
    """The site's own prose shares no run of eight words with the source."""
    if case.text is None:
        return
    grams = set()
    for start, end in case.text.sentences:
        # Within a sentence: two names that happen to follow each other across a full stop are not copied.
        said = [word.casefold() for word in words(case.text.content[start:end])]
        grams |= {tuple(said[i : i + COPIED_RUN]) for i in range(len(said) - COPIED_RUN + 1)}
    for key, prose in _prose(case):
        mine = [word.casefold() for word in words(_QUOTED.sub(" \x00 ", normalise(prose)))]
        for index in range(len(mine) - COPIED_RUN + 1):
            if tuple(mine[index : index + COPIED_RUN]) in grams:
                run = " ".join(mine[index : index + COPIED_RUN])
                yield Finding(kinds.COPIED_PROSE, key, f'"{run}" also stands in the source')
                break


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
    printed = _figures(case.text.content)
    prose = precis.without_dates(case, normalise(without_targets(case.article.precis)))
    for word, value in _figures(prose).items():
        if value not in printed.values() and not precis.counted(case, prose, word, value):
            message = f'the text does not print "{word}"'
            yield Finding(kinds.FIGURE_NOT_IN_TEXT, ("precis",), message, word)


def _figures(text: str) -> dict[str, int | float]:
    found: dict[str, int | float] = {}
    for match in _NUMBER.finditer(text):
        value = parse_number(match[0])
        if value is not None and match[0].casefold() not in _NOT_FIGURES:
            found.setdefault(match[0].strip(), value)
    return found
