"""A source's page: what each outlet reports of it."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup
from msgspec import Struct

from builder.cache.memo import encoded
from builder.cache.records import digest
from builder.compare.library import Library
from builder.compare.rows import Comparison
from builder.compare.speakers import SAID
from builder.compare.topics import TopicComparison
from builder.content.model import Claim, Site, Source
from builder.content.spellings import Variants
from builder.content.vocabulary import Answer
from builder.pages import links
from builder.pages.contribution import Contribution
from builder.pages.full_names import FullName, abbreviated
from builder.pages.links import Target
from builder.pages.views.answers import said_once
from builder.pages.views.claims import Teller
from builder.pages.views.elsewhere import elsewhere
from builder.pages.views.told import ClaimView, SourceView

PASSED = 12
"""Maximum number of outlets' words on one question that the page of a source has; the question's row has the others."""
COMPARED = 12
"""Maximum number of topics that the page of a source or pair compares; with more it links to the topics' pages."""


SIZE = 350_000
"""Maximum size of these in bytes of HTML, which compresses to less than a seventh."""


class PassedView(Struct, frozen=True):
    """A question, with what outlets print of a source on it."""

    question: str
    """The question in short."""
    target: Target
    """Its row."""
    wording: bool
    """Whether the answers are words rather than figures, dates or places."""
    claims: tuple[ClaimView, ...]
    """In the order of publication; what an outlet repeats stands once."""
    more: int
    """Number of further ones."""
    own: tuple[ClaimView, ...] = ()
    """What the source prints itself in its texts at hand, if it is an outlet of the site."""


class SourceTopicView(Struct, frozen=True):
    """What outlets pass on of one source on one topic."""

    id: str
    title: str
    target: Target
    passed: tuple[PassedView, ...]
    source: str
    """The source's short name, which its own page does not repeat in each line."""


class SourcePageView(Struct, frozen=True):
    """A source's page."""

    address: str
    title: str
    description: str
    lead: str
    short: str
    source: SourceView
    spellings: tuple[tuple[str, tuple[str, ...]], ...]
    """Each of its names, with the outlets that use it, if there are several."""
    also: tuple[str, ...]
    """The only name by which articles call it, if the registry has another: no alias that no text prints."""
    reports: int
    """Number of outlets with claims of it."""
    counted_with: str
    """The source for which it speaks, whose word it is taken for here; empty if it speaks for none."""
    topics: tuple[tuple[str, str, Markup], ...]
    """Id, title and comparison of each topic; empty if there are too many."""
    lines: tuple[Markup, ...]
    """Links to the topics if there are too many to compare here, else empty."""
    names: tuple[FullName, ...] = ()
    """What names on the page stand for."""
    elsewhere: tuple[tuple[str, str], ...] = ()
    """What is the same elsewhere: the name of the site and the address."""


def all_compared(topics: Sequence[str]) -> bool:
    """Return whether a page has room for the comparisons of some topics, as HTML. One that is empty was not made."""
    return len(topics) <= COMPARED and all(topics) and sum(map(len, topics)) <= SIZE


def source_page(
    source: Source, site: Site, contribution: Contribution, spelled: Sequence[Variants], teller: Teller
) -> SourcePageView:
    """Return the page of a source from the contributions of all parts."""
    name = f"source/{source.id}"
    outlets = site.outlets
    spellings = next((variant.spellings for variant in spelled if variant.id == source.id), ())
    relays = contribution.number(name, "relays")
    say = teller.say
    # A video or a channel says nothing, nor does a paper that only passes on what others said.
    speaks = (
        contribution.number(name, "originates") > 0 and teller.library.source_names.manner(source.id) == SAID
    )
    found = contribution.list(f"{name}/topics")
    many = not all_compared([html for _, _, html, _ in found])
    return SourcePageView(
        address=links.source(source.id).address,
        title=source.name,
        description=say("What each outlet says {name} said, side by side.", name=source.short)
        if speaks
        else say("What each outlet has from {name}, side by side.", name=source.short),
        lead=say("What each outlet says that {name} said.", name=source.short)
        if speaks
        else say("What each outlet has from {name}.", name=source.short),
        short=source.short,
        elsewhere=elsewhere(source.same_as),
        source=teller.source(source, contribution.number(name, "claims") - relays, relays),
        spellings=tuple((spelling, tuple(outlets[id].short for id in ids)) for spelling, ids in spellings)
        if len(spellings) > 1
        else (),
        also=tuple(
            spelling for spelling, _ in spellings if len(spellings) == 1 and spelling not in source.name
        ),
        counted_with=site.sources[source.speaks_for].short if source.speaks_for in site.sources else "",
        reports=len(contribution.counts[f"{name}/outlets"]),
        topics=() if many else tuple((id, title, Markup(html)) for id, title, html, _ in found),  # noqa: S704 - our own
        lines=tuple(Markup(line) for *_, line in found) if many else (),  # noqa: S704 - printed by our own templates
        names=abbreviated(outlets.values(), [source]),
    )


def count_sources(library: Library, contribution: Contribution) -> None:
    """Count the claims that go back to each source or were relayed by it, and the outlets that print them."""
    outlets: dict[str, list[str]] = {}
    claims: dict[str, list[str]] = {}
    for article in library.site.articles.values():
        for claim in article.claims:
            for id in dict.fromkeys((*claim.sources, *claim.via)):
                outlets.setdefault(id, []).append(claim.outlet)
                claims.setdefault(id, []).append("claims")
            for id in claim.sources:
                claims[id].append("originates")
            for id in dict.fromkeys(claim.via):
                claims[id].append("relays")
    for id, whats in claims.items():
        contribution.count_all(f"source/{id}", whats)
        contribution.count_all(f"source/{id}/outlets", outlets[id])


def rows_of_source(comparison: TopicComparison, source: Source, teller: Teller) -> list[Comparison]:
    """Return the rows of a topic with a claim that goes back to a source or was relayed by it."""
    by_source = teller.once(("rows of sources", comparison.topic.id), lambda: _by_source(comparison, teller))
    return by_source.get(source.id, [])


def _by_source(comparison: TopicComparison, teller: Teller) -> dict[str, list[Comparison]]:
    found: dict[str, list[Comparison]] = {}
    for row in comparison.rows:
        for id in teller.basis.sources(row.question.path):
            found.setdefault(id, []).append(row)
    return found


def source_topic(comparison: TopicComparison, source: Source, teller: Teller) -> SourceTopicView:
    """Return what outlets pass on of a source on a topic: something, as the topic has rows of it."""
    topic = comparison.topic
    passed = tuple(_passed(row, source, teller) for row in rows_of_source(comparison, source, teller))
    return SourceTopicView(f"on_{topic.id}", topic.title, links.topic(topic.id), passed, source.short)


def _said_of(row: Comparison, teller: Teller) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in said_once(row, teller):
        for id in dict.fromkeys((*claim.sources, *claim.via)):
            found.setdefault(id, []).append(claim)
    return found


def source_topic_key(comparison: TopicComparison, source: Source, teller: Teller) -> str:
    """Return the digest of all that ``source_topic`` returns is made from: another source's answer more leaves it as it is."""
    rows = rows_of_source(comparison, source, teller)
    return digest(comparison.topic.title, source, [_digests(row, teller)[source.id] for row in rows])


def _digests(row: Comparison, teller: Teller) -> dict[str, str]:
    """Return the digest of what is shown of each source of a row, by its id."""
    basis, path = teller.basis, row.question.path
    known = basis.shared, teller.in_cells(row.question.topic)

    def made(source: Source) -> str:
        own, more, itself = _reports(row, source, teller)
        asked = encoded((row.question, source))
        return digest(*known, asked, list(map(basis.told, own)), more, list(map(basis.told, itself)))

    sources = [teller.site.sources[id] for id in basis.sources(path)]
    return teller.once(
        ("digests of sources", path),
        lambda: teller.carried(
            dict[str, str],
            lambda: {source.id: made(source) for source in sources},
            "sources",
            teller.in_cells(row.question.topic),
            basis.shown(path),
        ),
    )


def _reports(row: Comparison, source: Source, teller: Teller) -> tuple[list[Claim], int, list[Claim]]:
    """Return the reports of a source that its page shows, the number of others, and what it prints itself if it is an outlet."""
    own = teller.once(("said of", row.question.path), lambda: _said_of(row, teller)).get(source.id, [])
    passed = {claim.key for claim in own}  # of an outlet's own editor, that it prints it stands here already
    outlet = teller.library.source_names.outlet(source.id)
    itself = [claim for claim in said_once(row, teller) if claim.outlet == outlet and claim.key not in passed]
    return own[:PASSED], max(0, len(own) - PASSED), itself[:PASSED]


def _passed(row: Comparison, source: Source, teller: Teller) -> PassedView:
    question, (own, more, itself) = row.question, _reports(row, source, teller)
    return PassedView(
        question.short,
        links.row(question.path),
        question.answer in (Answer.WORDING, Answer.YES_NO),
        tuple(map(teller.claim, own)),
        more,
        tuple(map(teller.claim, itself)),
    )
