"""Names in several spellings: which outlet prints which, and which unknown words may be spellings of a known name.

The editor's aliases decide which spellings are one name; the transliteration key only proposes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from builder.content.model import Article, Site
from builder.values.names import may_be_one, name_key


class Variants(Struct, frozen=True):
    """A name in the spellings in which articles print it."""

    id: str
    name: str
    spellings: tuple[tuple[str, tuple[str, ...]], ...]
    """Pairs of a spelling and the ids of the outlets that print it, in order of first use."""


def spellings(articles: Iterable[Article]) -> tuple[tuple[str, str, str], ...]:
    """Return the spellings in articles as tuples of the name's id, the spelling and the outlet's id."""
    return tuple(
        (id, spelling, article.outlet)
        for article in articles
        for id, spelled in article.spellings.items()
        for spelling in spelled
    )


def variants(site: Site, spelled: Iterable[tuple[str, str, str]], least: int = 2) -> tuple[Variants, ...]:
    """Return the names with at least so many spellings, sorted by name. ``spelled`` is what ``spellings`` returns."""
    found: dict[str, dict[str, dict[str, None]]] = {}
    for id, spelling, outlet in spelled:
        found.setdefault(id, {}).setdefault(spelling, {})[outlet] = None
    several = []
    for id, ways in found.items():
        named = site.sources.get(id) or site.places.get(id)
        if named is not None and len(ways) >= least:
            pairs = tuple((spelling, tuple(outlets)) for spelling, outlets in ways.items())
            several.append(Variants(id, named.name, pairs))
    return tuple(sorted(several, key=lambda variant: (variant.name.casefold(), variant.id)))


def propose(words: Iterable[str], known: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the words that may be unknown spellings of known names, as pairs of word and id in the order of ``words``.

    ``known`` maps every name and alias to an id. Linear in the number of words: candidates are found by their sorted key,
    which also covers transposed letters.
    """
    by_key: dict[str, list[tuple[str, str]]] = {}
    for name, id in known.items():
        by_key.setdefault(_bucket(name), []).append((name, id))
    proposals = {}
    for word in words:
        if word in known:
            continue
        for name, id in by_key.get(_bucket(word), ()):
            if may_be_one(word, name):
                proposals[word] = id
                break
    return tuple(proposals.items())


def _bucket(name: str) -> str:
    return "".join(sorted(name_key(name)))
