"""An outlet's page: where it differs from others, what it alone has, whom it relies on, what it omits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup
from msgspec import Struct

from builder.compare.disputes import disputes
from builder.compare.library import Library
from builder.compare.phrases import sentence
from builder.compare.rows import Comparison
from builder.compare.topics import TopicComparison
from builder.compare.unique import LEFT_OUT, first_appearance, only_here
from builder.content.model import Article, Outlet, Site
from builder.content.spellings import Variants
from builder.content.vocabulary import Covers
from builder.pages import links
from builder.pages.contribution import Contribution
from builder.pages.links import Target
from builder.pages.views.beside import questions_left_out
from builder.pages.views.claims import ClaimView, Teller
from builder.pages.views.differing import DifferingView, differing
from builder.pages.views.records import RecordView
from builder.pages.views.words import Words
from builder.values.direction import isolated

LISTED = 200
"""Maximum number of entries of a list; its last line says how many more there are."""
DIFFERING = 12
"""Maximum number of contradictions and tensions of an outlet on its page, the weightiest first."""
UNVERIFIED, SPELLINGS = 12, 60
"""Maximum number of remarks on what could not be verified, and of names that it spells in its own way."""
LEAST = 2
"""A source of so many claims at least is one that an outlet relies on."""
FREQUENT = 6
"""Maximum number of verbs and of sources listed, the most frequent first."""


class ShareView(Struct, frozen=True):
    """A verb, a source or a kind of attribution, with its frequency."""

    name: str
    number: int
    share: int
    """Share of the outlet's claims in per cent, rounded."""
    target: Target | None = None


class SpellingView(Struct, frozen=True):
    """A name that this outlet and others spell differently."""

    name: str
    own: tuple[str, ...]
    others: tuple[tuple[str, tuple[str, ...]], ...]
    """Other spellings, each with the outlets that use it."""


class OutletPartView(Struct, frozen=True):
    """The contribution of one part's articles to the page of their outlet."""

    articles: tuple[tuple[str, str, str, Target], ...]
    """Headline, its language, date and page."""
    differing: tuple[DifferingView, ...]
    """Questions on which it contradicts others or is in tension with them."""
    first: tuple[tuple[ClaimView, tuple[str, ...]], ...]
    """Claims with a value that it printed first, with the other outlets that print the value."""
    only: tuple[ClaimView, ...]
    omitted: tuple[tuple[str, Target, tuple[str, ...]], ...]
    """Questions that its articles leave out: short question, its row, the outlets that answer it."""


class OutletPageView(Struct, frozen=True):
    """An outlet's page."""

    address: str
    title: str
    description: str
    about: str
    note: str | None
    relies: str
    """On whom it relies most, as a sentence; empty if on nobody more than on others."""
    articles: tuple[Markup, ...]
    differing: tuple[Markup, ...]
    claims: int
    attribution: tuple[ShareView, ...]
    verbs: tuple[ShareView, ...]
    sources: tuple[ShareView, ...]
    unverified: tuple[tuple[str, str, str], ...]
    """Its own words on what it could not verify, each with their language, and with the question that alone they are about, or an
    empty text."""
    first: tuple[Markup, ...]
    only: tuple[Markup, ...]
    omitted: tuple[Markup, ...]
    spellings: tuple[SpellingView, ...]
    pairs: tuple[tuple[str, Target], ...]
    records: tuple[RecordView, ...]
    """Search records, which include its short name."""


def outlet_parts(
    library: Library, comparisons: Mapping[str, TopicComparison], teller: Teller
) -> dict[str, OutletPartView]:
    """Return the contribution of the library's articles to the page of each outlet, by id."""
    rows = [row for comparison in comparisons.values() for row in comparison.rows]
    first = _first(library, rows, teller)
    parted = differing(library, disputes(rows), teller)
    parts = {}
    for id in dict.fromkeys(article.outlet for article in library.site.articles.values()):
        articles = _articles(library, library.site.outlets[id])
        parts[id] = OutletPartView(
            articles=tuple(
                (
                    teller.headline(article),
                    teller.headed(article),
                    teller.say.date(article.published),
                    links.article(article.id),
                )
                for article in articles
            ),
            differing=parted.get(id, ()),
            first=tuple(first.get(id, ())),
            only=tuple(teller.claim(claim) for article in articles for claim in only_here(library, article)),
            omitted=_omitted(library, list(comparisons.values()), articles, teller),
        )
    return parts


def count_outlet(library: Library, outlet: Outlet, contribution: Contribution) -> None:
    """Count how the library's articles of an outlet attribute their claims: to which sources, and with which verbs."""
    name = f"outlet/{outlet.id}"
    for article in _articles(library, outlet):
        for claim in article.claims:
            contribution.count(name, "claims")
            how = "own voice" if not claim.sources else "implied" if claim.implied else "names its source"
            contribution.count(f"{name}/attribution", how)
            if claim.cue:
                contribution.count(f"{name}/verbs", claim.cue.casefold())
            for source in claim.sources:
                contribution.count(f"{name}/sources", source)
            if claim.status:
                # Words on one figure or film are about nothing else.
                about = library.questions[claim.question].short if claim.covers is Covers.CLAIM else ""
                contribution.put(f"{name}/unverified", claim.status, article.language, about)


def outlet_page(
    outlet: Outlet, site: Site, contribution: Contribution, spelled: Sequence[Variants], teller: Teller
) -> OutletPageView:
    """Return the page of an outlet from the contributions of all parts."""
    say = teller.say
    name = f"outlet/{outlet.id}"
    total = contribution.number(name, "claims")
    labels = {
        "own voice": say("speaks in its own voice"),
        "implied": say("leaves the source to the surroundings"),
        "names its source": say("names its source"),
    }
    about = teller.about(outlet)
    found_as = (
        outlet.name if outlet.short in outlet.name else f"{isolated(outlet.name)} ({isolated(outlet.short)})"
    )
    description = say(
        "How {outlet} attributes, what it alone reports, and what it leaves out.", outlet=outlet.name
    )
    return OutletPageView(
        address=links.outlet(outlet.id).address,
        title=outlet.name,
        description=description,
        records=(RecordView(links.outlet(outlet.id), found_as, description),),
        about=sentence(about) if about else "",
        note=outlet.note,
        relies=_relies(site, _most(_counts(contribution, f"{name}/sources")), total, say),
        articles=_listed(contribution, f"{name}/articles", say),
        differing=tuple(
            Markup(html)  # noqa: S704 - printed by our own templates
            for _, html in sorted(contribution.list(f"{name}/differing"), key=lambda entry: entry[0])[
                :DIFFERING
            ]
        ),
        claims=total,
        attribution=_shares(
            {labels[how]: n for how, n in _counts(contribution, f"{name}/attribution").items()}, total
        ),
        verbs=_shares(_counts(contribution, f"{name}/verbs"), total)[:FREQUENT],
        sources=tuple(
            ShareView(site.sources[id].name, number, round(100 * number / total), links.source(id))
            for id, number in _most(_counts(contribution, f"{name}/sources"))[:FREQUENT]
        ),
        unverified=tuple(
            (words, language, about)
            for words, language, about in [
                *dict.fromkeys(map(tuple, contribution.list(f"{name}/unverified")))
            ][:UNVERIFIED]
        ),
        first=_listed(contribution, f"{name}/first", say),
        only=_listed(contribution, f"{name}/only", say),
        omitted=html_list(contribution, f"{name}/omitted")[:LEFT_OUT],
        spellings=_spellings(site, outlet, spelled)[:SPELLINGS],
        pairs=tuple(
            (site.outlets[other].short, links.pair(outlet.id, other))
            for other in dict.fromkeys(contribution.column(f"{name}/beside"))
        ),
    )


def _relies(site: Site, sources: Sequence[tuple[str, int]], total: int, say: Words) -> str:
    """Return the sentence on the source that an outlet cites most, of its sources with their numbers of claims, most first."""
    number, second = [count for _, count in (*sources, ("", 0), ("", 0))][:2]
    if number < LEAST or number == second:
        return ""
    return say(
        "Of its {all} claims, {n} go back to {name}, more than to any other source.",
        n=say.number(number),
        all=say.number(total),
        name=isolated(site.sources[sources[0][0]].name),
    )


def html_list(contribution: Contribution, name: str) -> tuple[Markup, ...]:
    """Return a list of entries that are HTML."""
    return tuple(Markup(html) for html in contribution.column(name))  # noqa: S704 - printed by our own templates


def _listed(contribution: Contribution, name: str, say: Words) -> tuple[Markup, ...]:
    # Entries are decoded on demand, so only those that are shown are accessed.
    entries = contribution.list(name)
    shown = tuple(Markup(html) for html, *_ in entries[:LISTED])  # noqa: S704 - printed by our own templates
    if len(entries) <= LISTED:
        return shown
    more = say("and {n} more, on the pages of the topics", n=len(entries) - LISTED)
    return (*shown, Markup("<li>{}</li>").format(more))


def _articles(library: Library, outlet: Outlet) -> list[Article]:
    return [article for article in library.site.articles.values() if article.outlet == outlet.id]


def _counts(contribution: Contribution, name: str) -> Mapping[str, int]:
    return contribution.counts.get(name, {})


def _most(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _shares(counts: Mapping[str, int], total: int) -> tuple[ShareView, ...]:
    return tuple(ShareView(name, number, round(100 * number / total)) for name, number in _most(counts))


def _first(
    library: Library, rows: Sequence[Comparison], teller: Teller
) -> dict[str, list[tuple[ClaimView, tuple[str, ...]]]]:
    """Return for each outlet the claims that it certainly printed before others, with these others."""
    found: dict[str, list[tuple[ClaimView, tuple[str, ...]]]] = {}
    for row in rows:
        for alike in row.groups:
            first = first_appearance(library, alike, row)
            if first is None:
                continue
            others = dict.fromkeys(claim.outlet for claim in alike.claims if claim.outlet != first.outlet)
            if others:
                names = tuple(library.outlet_names[id] for id in others)
                found.setdefault(first.outlet, []).append((teller.claim(first), names))
    return found


def _omitted(
    library: Library, comparisons: Sequence[TopicComparison], articles: Sequence[Article], teller: Teller
) -> tuple[tuple[str, Target, tuple[str, ...]], ...]:
    """Return the questions that an outlet's articles leave out, of which none answers and none may answer after all.

    Each with the outlets whose texts of the same days answer it: a later text does not show that it could have been told.
    """
    own = {article.outlet for article in articles}
    found = {
        row.question.path: row
        for article in articles
        for row in questions_left_out(library, comparisons, article, teller)
        if all(claim.outlet not in own for claim in row.claims)
        and all(silence.certain for silence in row.silences if silence.outlet in own)
    }
    return tuple(
        (
            row.question.short,
            links.row(row.question.path),
            tuple(library.outlet_names[id] for id in _of_the_same_days(row, articles, library)),
        )
        for row in list(found.values())[:LEFT_OUT]
    )


def _of_the_same_days(row: Comparison, articles: Sequence[Article], library: Library) -> tuple[str, ...]:
    """Return the outlets of the answers of a row that may have been out on the same day as some of the articles."""
    near = {id for article in articles for id in row.answering.texts_near(article.published)}
    return tuple(
        dict.fromkeys(
            claim.outlet
            for claim in row.claims
            if library.originals.get(claim.article, claim.article) in near
        )
    )


def _spellings(site: Site, outlet: Outlet, spelled: Sequence[Variants]) -> tuple[SpellingView, ...]:
    found = []
    names = {other.id: other.short for other in site.outlets.values()}
    for variant in spelled:
        own = tuple(spelling for spelling, outlets in variant.spellings if outlet.id in outlets)
        others = tuple(
            (spelling, tuple(names[id] for id in outlets if id != outlet.id))
            for spelling, outlets in variant.spellings
            if any(id != outlet.id for id in outlets) and spelling not in own
        )
        if own and others:
            found.append(SpellingView(variant.name, own, others))
    return tuple(found)
