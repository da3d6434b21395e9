"""Checks across all private texts: texts that repeat one another, and unknown spellings of names.

They only warn: the editor's ``copy_of``, ``aliases`` and ``spellings`` decide.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import pairwise

from builder.content.load import Document
from builder.content.model import Site
from builder.content.problems import Problem
from builder.content.spellings import propose
from builder.proof import kinds
from builder.proof.failed import COPIES, NOTHING, SPELLINGS, Failed
from builder.proof.reuse import containment, shared_passages
from builder.proof.rules.precis_names import told
from builder.proof.text import Text
from builder.values import lacking
from builder.values.names import may_be_one
from builder.values.text import count_words

SAME_CREDIT = 0.05
"""Containment from which two texts with the same credit line are reported: the shared credit is evidence too."""

FEWEST_WORDS = 40
"""Whether a shorter text is a copy cannot be told."""
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{4,}\b")
"""A capitalised word inside a sentence."""
_SMALL = re.compile(r"\b[a-z]{5,}\b")
_ADJECTIVE = re.compile(r"(?:ians?|eans?|ans?|ns?|ese|ish|ic)\Z")
_STEM = 4
"""Letters that a name has at least without its ending."""
_KNOWN = re.compile(r"\b[A-Z][a-z]{4,}\b")


def across(
    site: Site,
    documents: Iterable[Document],
    texts: Mapping[str, Text] | None,
    failed: Failed = NOTHING,
) -> list[Problem]:
    """Return the warnings that need all texts; none if the private folder is absent (``texts`` is None).

    Checks that ``held_back`` returns are skipped. Nearly linear in the total number of words: see ``shared_passages`` and
    ``propose``.
    """
    if texts is None:
        return []
    found = {
        id: texts[article.source_file].raw
        for id, article in site.articles.items()
        if article.source_file in texts
    }
    files = {document.id: document for document in documents}
    held = held_back(failed, texts)
    return [
        *(_copies(site, files, found) if COPIES not in held else ()),
        *(_spellings(site, files, found) if SPELLINGS not in held else ()),
    ]


def held_back(failed: Failed, texts: Mapping[str, Text] | None) -> dict[str, tuple[str, ...]]:
    """Return the checks to skip because a part of the content failed -> the files to mend first.

    The original of a copy may be an article that failed, and an unknown name may belong to a registry entry that failed.
    """
    waiting = {COPIES: failed.articles, SPELLINGS: failed.named("sources", "places")}
    return {what: files for what, files in waiting.items() if files and texts is not None}


def _copies(site: Site, files: Mapping[str, Document], texts: Mapping[str, str]) -> Iterator[Problem]:
    told: set[frozenset[str]] = set()
    """The pairs that share passages."""
    copies = Counter(article.copy_of for article in site.articles.values())
    for pair in shared_passages(texts):
        told.add(frozenset((pair.a, pair.b)))
        if not _linked(site, pair.a, pair.b) and not _told_of_original(site, pair.a, pair.b, texts):
            shared = f"{pair.containment:.0%} of its runs of five words, up to {pair.run} words in a row"
            message = f"the text shares {shared}, with {_named(site, pair.a)}{_own(site, pair.b, copies)}"
            yield files[pair.b].problem((), kinds.UNMARKED_COPY, message)
    for a, b in _same_credit(site, texts):
        if frozenset((a, b)) in told or _linked(site, a, b) or containment(texts[a], texts[b]) < SAME_CREDIT:
            continue
        message = f"the text shares passages with {_named(site, a)}, and both are credited to {site.articles[b].credit}"
        message += _own(site, b, copies)
        yield files[b].problem(("credit",), kinds.UNMARKED_COPY, message)
    yield from _unlike(site, files, texts, told)


def _told_of_original(site: Site, a: str, b: str, texts: Mapping[str, str]) -> bool:
    """Return whether one of two articles is a copy of one at hand, which shares its passages: what they have in common is told of that."""
    originals = {id: site.articles[id].copy_of for id in (a, b)}
    return any(
        original in texts
        and original is not None
        and containment(texts[original], texts[b if id == a else a]) >= SAME_CREDIT
        for id, original in originals.items()
    )


def _unlike(
    site: Site, files: Mapping[str, Document], texts: Mapping[str, str], alike: Collection[frozenset[str]]
) -> Iterator[Problem]:
    """Tell the copies whose text shares nothing with the original's. A translation shares no words, and a few words prove nothing."""
    for id in texts:
        copy = site.articles[id]
        original = site.articles.get(copy.copy_of or "")
        if original is None or original.id not in texts or frozenset((id, original.id)) in alike:
            continue
        short = min(count_words(texts[id]), count_words(texts[original.id])) < FEWEST_WORDS
        if short or copy.language.partition("-")[0] != original.language.partition("-")[0]:
            continue
        share = containment(texts[id], texts[original.id])
        if share < SAME_CREDIT:
            message = f'the text shares {share:.0%} of its runs of five words with "{original.id}": it is another text'
            yield files[id].problem(("copy_of",), kinds.COPY_UNFIT, message)


def _linked(site: Site, a: str, b: str) -> bool:
    """Return whether one of two articles is a copy of the other, or both are copies of a third.

    Also true if one is marked as a copy of an unknown article, which is reported elsewhere.
    """
    originals = [site.articles[id].copy_of or id for id in (a, b)]
    return originals[0] == originals[1] or not all(id in site.articles for id in originals)


def _named(site: Site, id: str) -> str:
    """Return an article's id and, if it is a copy, its original, which is the one to name in ``copy_of``."""
    original = site.articles[id].copy_of
    return f'"{id}"' + (f', a copy of "{original}"' if original else "")


def _own(site: Site, id: str, copies: Mapping[str | None, int]) -> str:
    """Return what to consider before an article is marked as a copy: its current original, or its own copies."""
    if original := site.articles[id].copy_of:
        return f'; it is marked as a copy of "{original}"'
    number = copies.get(id, 0)
    told = f"{number} cop{'y' if number == 1 else 'ies'} of this one would have to name that original too"
    return f"; {told}" if number else ""


def _same_credit(site: Site, texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    credited: dict[str, list[str]] = {}
    for id in texts:
        if credit := site.articles[id].credit:
            credited.setdefault(credit.casefold(), []).append(id)
    for ids in credited.values():
        # Adjacent pairs only: a chain of copies is found link by link, in linear time.
        yield from pairwise(ids)


def _common(names: Collection[str], texts: Iterable[str]) -> set[str]:
    """Return the words of sources' names that texts print as common nouns: "Service", in "the service said"."""
    small = {word.lower(): word for word in names}
    return {small[word] for text in texts for word in small.keys() & set(_SMALL.findall(text))}


def _spellings(site: Site, files: Mapping[str, Document], texts: Mapping[str, str]) -> Iterator[Problem]:
    names = [(f"places.yml: {place.id}", place.name, *place.aliases) for place in site.places.values()]
    names += [(f"sources.yml: {source.id}", source.name, *source.aliases) for source in site.sources.values()]
    known = {word: entry for entry, *spelled in names for name in spelled for word in _KNOWN.findall(name)}
    common = _common({word for word, entry in known.items() if entry.startswith("sources")}, texts.values())
    known = {word: entry for word, entry in known.items() if word not in common}
    stems = {_ADJECTIVE.sub("", word) for word in known}
    spelled_by = {entry: spelled for entry, *spelled in names}
    for id, text in texts.items():
        language = site.articles[id].language
        if lacking.SPELLINGS in lacking.lacking(language):
            continue  # another case of a name is no other spelling
        for word, named in propose(dict.fromkeys(_NAME.findall(text)), known):
            if (
                _is_adjective(word, known)
                or _is_people(word, stems, language)
                or _is_another(word, text, spelled_by[named])
            ):
                continue
            like = next((other for other in known if known[other] == named and may_be_one(word, other)), "")
            message = f'the text has "{word}", which may be a spelling of "{like}" ({named})'
            yield files[id].problem(("spellings",), kinds.UNKNOWN_NAME, message)


def _is_adjective(word: str, known: Collection[str]) -> bool:
    """Return whether a word is made of a known name as countries' adjectives are: "Karvonian" of "Karvonia"."""
    stem = _ADJECTIVE.sub("", word)
    return stem != word and any(f"{stem}{end}" in known for end in ("", *"aeiouy", "ia"))


def _is_people(word: str, stems: Collection[str], language: str) -> bool:
    """Return whether a word is what an article's language makes of a known name: "Russen", where "Russian" is known."""
    tells = told(language)
    stem = tells.endings.sub("", word) if tells is not None else word
    return stem != word and len(stem) >= _STEM and stem in stems


def _is_another(word: str, text: str, names: Iterable[str]) -> bool:
    """Return whether a word is part of another name than a known one that it is spelled like: "Granite Mutual", "Guarantee Fund".

    The known name goes on behind its word, and the text's name always with another word.
    """
    going_on = {
        follows.casefold()
        for name in names
        for first, follows in pairwise(name.split())
        if _KNOWN.fullmatch(first) and may_be_one(word, first)
    }
    last = [name.split()[-1] for name in names if name]
    alone = any(_KNOWN.fullmatch(name) and may_be_one(word, name) for name in last)
    behind = re.findall(rf"(?<![\w-]){re.escape(word)}(?![\w-])(?:\s([A-Z][\w-]*))?", text)
    return (
        bool(going_on) and not alone and all(found and found.casefold() not in going_on for found in behind)
    )
