"""One name in several spellings: who prints which, and which spellings may be one name.

The editor's aliases decide what is one name; the transliteration key only proposes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from builder.content.model import Article, Site
from builder.values.names import may_be_one, name_key


class Variants(Struct, frozen=True):
    """A name that the articles of a story spell in more than one way."""

    id: str
    name: str
    spellings: tuple[tuple[str, tuple[str, ...]], ...]
    """Spelling and the outlets that print it, in the order in which the spellings were first printed."""


def spellings(articles: Iterable[Article]) -> tuple[tuple[str, str, str], ...]:
    """Return how articles spell the names that they name: id of the name, spelling, id of the outlet."""
    return tuple(
        (id, spelling, article.outlet)
        for article in articles
        for id, spelled in article.spellings.items()
        for spelling in spelled
    )


def variants(site: Site, spelled: Iterable[tuple[str, str, str]]) -> tuple[Variants, ...]:
    """Return the names with several spellings, by the site's name for them; ``spelled`` as ``spellings`` returns it."""
    found: dict[str, dict[str, dict[str, None]]] = {}
    for id, spelling, outlet in spelled:
        found.setdefault(id, {}).setdefault(spelling, {})[outlet] = None
    several = []
    for id, ways in found.items():
        named = site.sources.get(id) or site.places.get(id)
        if named is not None and len(ways) > 1:
            pairs = tuple((spelling, tuple(outlets)) for spelling, outlets in ways.items())
            several.append(Variants(id, named.name, pairs))
    return tuple(sorted(several, key=lambda variant: (variant.name.casefold(), variant.id)))


def propose(words: Iterable[str], known: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the words that may be unknown spellings of known names: word and id, in the order of the words.

    ``known`` maps every name and alias to an id. Linear in the number of words: names are found by their key, and
    those whose letters only changed places by the sorted key.
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
