"""What an outlet's page shows: how it attributes, what it was first with, what it alone reports, what it leaves out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from builder import links
from builder.compare.phrases import sentence
from builder.compare.topics import TopicComparison
from builder.compare.unique import first_appearance, only_here
from builder.compare.variants import variants
from builder.library import Library
from builder.links import Target
from builder.model import Article, Outlet
from builder.views.claims import ClaimView, Teller
from builder.views.pairs import paired

FREQUENT = 6
"""Verbs and sources that are listed, the most frequent first."""


@dataclass(frozen=True, slots=True)
class ShareView:
    """A word, a source or a kind of attribution, with how often it occurs."""

    name: str
    number: int
    share: int
    """Per cent of the outlet's claims."""
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class SpellingView:
    """A name as this outlet spells it, where others spell it otherwise."""

    name: str
    own: tuple[str, ...]
    others: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class OutletPageView:
    """An outlet's page."""

    address: str
    title: str
    description: str
    about: str
    note: str | None
    articles: tuple[tuple[str, str, Target], ...]
    """Headline, date and page."""
    claims: int
    attribution: tuple[ShareView, ...]
    verbs: tuple[ShareView, ...]
    sources: tuple[ShareView, ...]
    unverified: tuple[str, ...]
    """Its own words on what it could not verify."""
    first: tuple[tuple[ClaimView, tuple[str, ...]], ...]
    """What it printed first, with the outlets that print the same."""
    only: tuple[ClaimView, ...]
    omitted: tuple[tuple[str, Target, tuple[str, ...]], ...]
    """Questions that at least two other outlets answer, its row, and who does."""
    spellings: tuple[SpellingView, ...]
    pairs: tuple[tuple[str, Target], ...]


def outlet_page(
    library: Library, comparisons: Mapping[str, TopicComparison], outlet: Outlet, teller: Teller
) -> OutletPageView:
    """Return the page of an outlet."""
    articles = [article for article in library.site.articles.values() if article.outlet == outlet.id]
    say = teller.say
    about = teller.about(outlet)
    claims = [claim for article in articles for claim in article.claims]
    stated = Counter(
        say("names nobody")
        if not claim.sources
        else say("leaves the source to the surroundings")
        if claim.implied
        else say("names its source")
        for claim in claims
    )
    verbs = Counter(claim.cue.casefold() for claim in claims if claim.cue)
    voices = Counter(source for claim in claims for source in claim.sources)
    sources = library.site.sources
    total = max(1, len(claims))
    return OutletPageView(
        address=links.outlet(outlet.id).address,
        title=outlet.name,
        description=say(
            "How {outlet} attributes, what it alone reports, and what it leaves out.", outlet=outlet.name
        ),
        about=sentence(about) if about else "",
        note=outlet.note,
        articles=tuple(
            (teller.headline(article), say.date(article.published), links.article(article.id))
            for article in articles
        ),
        claims=len(claims),
        attribution=tuple(_shares(stated, total)),
        verbs=tuple(_shares(verbs, total))[:FREQUENT],
        sources=tuple(
            ShareView(sources[id].name, number, round(100 * number / total), links.origin(id))
            for id, number in _most(voices)[:FREQUENT]
        ),
        unverified=tuple(dict.fromkeys(claim.status for claim in claims if claim.status)),
        first=_first(library, comparisons, outlet, teller),
        only=tuple(teller.claim(claim) for article in articles for claim in only_here(library, article)),
        omitted=_omitted(comparisons, outlet, articles, library),
        spellings=_spellings(library, outlet),
        pairs=_pairs(library, outlet),
    )


def _most(counter: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counter.items(), key=lambda item: (-item[1], item[0]))


def _shares(counter: Counter[str], total: int) -> list[ShareView]:
    return [ShareView(name, number, round(100 * number / total)) for name, number in _most(counter)]


def _first(
    library: Library, comparisons: Mapping[str, TopicComparison], outlet: Outlet, teller: Teller
) -> tuple[tuple[ClaimView, tuple[str, ...]], ...]:
    found = []
    for comparison in comparisons.values():
        for row in comparison.rows:
            for alike in row.groups:
                others = dict.fromkeys(claim.outlet for claim in alike.claims if claim.outlet != outlet.id)
                if others and first_appearance(library, row, alike.head).outlet == outlet.id:
                    names = tuple(library.site.outlets[id].short for id in others)
                    found.append((teller.claim(alike.head), names))
    return tuple(found)


def _omitted(
    comparisons: Mapping[str, TopicComparison], outlet: Outlet, articles: Sequence[Article], library: Library
) -> tuple[tuple[str, Target, tuple[str, ...]], ...]:
    own = {article.id for article in articles}
    found = []
    for comparison in comparisons.values():
        for row in comparison.rows:
            others = dict.fromkeys(claim.outlet for claim in row.claims)
            silent = any(silence.article in own for silence in row.silences)
            if silent and outlet.id not in others and len(others) > 1:
                names = tuple(library.site.outlets[id].short for id in others)
                found.append((row.question.short, links.row(row.question.path), names))
    return tuple(found)


def _spellings(library: Library, outlet: Outlet) -> tuple[SpellingView, ...]:
    found = []
    names = {other.id: other.short for other in library.site.outlets.values()}
    for variant in variants(library, library.site.articles.values()):
        own = tuple(spelling for spelling, outlets in variant.spellings if outlet.id in outlets)
        others = tuple(
            (spelling, tuple(names[id] for id in outlets if id != outlet.id))
            for spelling, outlets in variant.spellings
            if any(id != outlet.id for id in outlets) and spelling not in own
        )
        if own and others:
            found.append(SpellingView(variant.name, own, others))
    return tuple(found)


def _pairs(library: Library, outlet: Outlet) -> tuple[tuple[str, Target], ...]:
    found = {}
    for story in library.site.stories.values():
        for a, b in paired(library, story):
            if outlet.id in (a.id, b.id):
                other = b if a.id == outlet.id else a
                found[other.short] = links.pair(a.id, b.id)
    return tuple(found.items())
