"""An outlet's page: where it differs from others, what it alone has, whom it relies on, what it omits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup
from msgspec import Struct

from builder.compare.phrases import sentence
from builder.compare.unique import LEFT_OUT
from builder.content.model import Outlet, Site
from builder.content.spellings import Variants
from builder.pages import links
from builder.pages.contribution import Contribution
from builder.pages.full_names import FullName, abbreviated
from builder.pages.links import Target
from builder.pages.views.claims import Teller
from builder.pages.views.elsewhere import elsewhere
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
"""Maximum number of attributing words and of sources listed, the most frequent first."""


class ShareView(Struct, frozen=True):
    """Words that attribute, a source or a kind of attribution, with its frequency."""

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
    headlines: tuple[Markup, ...]
    """Where its headlines say otherwise than the texts under them."""
    claims: int
    """Number of its statements, its own words on what it could not check left out."""
    all_claims: int
    uncounted: str
    """A sentence on what is left out of ``claims``; empty if nothing is."""
    attribution: tuple[ShareView, ...]
    verbs: tuple[ShareView, ...]
    sources: tuple[ShareView, ...]
    sources_more: int
    """Number of sources that there is no room to name."""
    verbs_more: int
    """Number of verbs likewise."""
    renderings: dict[str, str]
    """Such verbs, and how the site renders them."""
    unverified: tuple[tuple[str, str, str, str], ...]
    """Its own words on what it could not verify, each with their language, the question that alone they are about, and how the site renders
    them; either of these may be empty."""
    verified: tuple[tuple[str, str, str, str], ...]
    """Its own words on what it has checked itself, likewise."""
    only: tuple[Markup, ...]
    omitted: tuple[Markup, ...]
    unsure: str
    """Why nothing can be said of what it leaves out; empty if of one of its articles something can."""
    spellings: tuple[SpellingView, ...]
    pairs: tuple[tuple[str, Target], ...]
    records: tuple[RecordView, ...]
    """Search records, which include its short name."""
    every: Target = Target(links.OUTLETS)
    """The index of outlets."""
    every_pair: Target = Target(links.PAIRS)
    """The index of pairs of outlets."""
    names: tuple[FullName, ...] = ()
    """What names on the page stand for."""
    elsewhere: tuple[tuple[str, str], ...] = ()
    """What is the same elsewhere: the name of the site and the address."""


def outlet_page(
    outlet: Outlet, site: Site, contribution: Contribution, spelled: Sequence[Variants], teller: Teller
) -> OutletPageView:
    """Return the page of an outlet from the contributions of all parts."""
    say = teller.say
    name = f"outlet/{outlet.id}"
    total = contribution.number(name, "claims")
    labels = {
        "own voice": say("speaks in its own voice"),
        "hearsay": say("has it from somebody whom it does not name"),
        "implied": say("leaves its source to the context"),
        "open": say("leaves open whose word it is"),
        "names its source": say("names its source"),
    }
    about = teller.about(outlet)
    found_as = (
        outlet.name if outlet.short in outlet.name else f"{isolated(outlet.name)} ({isolated(outlet.short)})"
    )
    description = say(
        "How {outlet} attributes, where it differs from others, and what it does not have.",
        outlet=outlet.name,
    )
    sources = _most(_counts(contribution, f"{name}/sources"))
    verbs = _in_either_case(_counts(contribution, f"{name}/verbs"))
    return OutletPageView(
        address=links.outlet(outlet.id).address,
        title=outlet.name,
        description=description,
        records=(RecordView(links.outlet(outlet.id), found_as, description),),
        about=sentence(about) if about else "",
        note=outlet.note,
        elsewhere=elsewhere(outlet.same_as),
        relies=_relies(site, _bodies(contribution, name, sources, teller), total, say),
        articles=_listed(contribution, f"{name}/articles", say),
        differing=tuple(
            Markup(html)  # noqa: S704 - printed by our own templates
            for _, html in sorted(contribution.list(f"{name}/differing"), key=lambda entry: entry[0])[
                :DIFFERING
            ]
        ),
        headlines=html_list(contribution, f"{name}/headlines")[:DIFFERING],
        claims=total,
        all_claims=contribution.number(name, "all"),
        uncounted=_uncounted(contribution, name, total, say),
        attribution=_shares(
            {labels[how]: n for how, n in _counts(contribution, f"{name}/attribution").items()}, total
        ),
        verbs=_shares(verbs, total)[:FREQUENT],
        sources=tuple(
            ShareView(site.sources[id].name, number, round(100 * number / total), links.source(id))
            for id, number in sources[:FREQUENT]
        ),
        verbs_more=max(0, len(verbs) - FREQUENT),
        sources_more=max(0, len(sources) - FREQUENT),
        renderings=dict(contribution.list(f"{name}/renderings")),
        unverified=_remarks(contribution, f"{name}/unverified"),
        verified=_remarks(contribution, f"{name}/verified"),
        only=_listed(contribution, f"{name}/only", say),
        omitted=html_list(contribution, f"{name}/omitted")[:LEFT_OUT],
        unsure=_unsure(list(contribution.column(f"{name}/unsure"))),
        spellings=_spellings(site, outlet, spelled)[:SPELLINGS],
        pairs=tuple(
            (site.outlets[other].short, links.pair(outlet.id, other))
            for other in dict.fromkeys(contribution.column(f"{name}/beside"))
        ),
        names=abbreviated(site.outlets.values(), site.sources.values()),
    )


def _uncounted(contribution: Contribution, name: str, total: int, say: Words) -> str:
    """Return what of an outlet's statements is not among the ``total`` that are counted; empty if all are."""
    left_out = (
        (
            contribution.number(name, "all") - contribution.number(name, "headlines") > total,
            say("Its own word on what it could not check is not counted here."),
        ),
        (contribution.number(name, "headlines") > 0, say("Its headlines are not counted here.")),
    )
    return " ".join(told for holds, told in left_out if holds)


def _bodies(
    contribution: Contribution, name: str, sources: Sequence[tuple[str, int]], teller: Teller
) -> list[tuple[str, int]]:
    """Return for whom the sources of an outlet speak with the numbers of claims, most first: a spokesman's word is his ministry's.

    Where one source alone stands for a body, it is that one.
    """
    names = teller.library.source_names
    speaking: dict[str, list[str]] = {}
    for source, _ in sources:
        speaking.setdefault(names.origin(source), []).append(source)
    counted = _most(_counts(contribution, f"{name}/origins"))
    return [
        (own[0] if len(own := speaking.get(origin, [origin])) == 1 else origin, n) for origin, n in counted
    ]


def _relies(site: Site, sources: Sequence[tuple[str, int]], total: int, say: Words) -> str:
    """Return the sentence on the source that an outlet cites most, of its sources with their numbers of claims, most first."""
    number, second = [count for _, count in (*sources, ("", 0), ("", 0))][:2]
    if number < LEAST or number == second:
        return ""
    return say(
        "Of its {all} answers compared here, {n} go back to {name}, more than to any other source.",
        n=say.number(number),
        all=say.number(total),
        name=isolated(site.sources[sources[0][0]].short),
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


def _counts(contribution: Contribution, name: str) -> Mapping[str, int]:
    return contribution.counts.get(name, {})


def _in_either_case(counts: Mapping[str, int]) -> dict[str, int]:
    """Return the numbers of words as printed, those that differ in capitals only together: as within a sentence, if one stands there."""
    printed: dict[str, list[str]] = {}
    for words in counts:
        printed.setdefault(words.casefold(), []).append(words)
    return {
        min(alike, key=lambda words: (words[:1].isupper(), words)): sum(counts[words] for words in alike)
        for alike in printed.values()
    }


def _most(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _unsure(found: Sequence[str]) -> str:
    return found[0] if found and all(found) else ""


def _remarks(contribution: Contribution, name: str) -> tuple[tuple[str, str, str, str], ...]:
    """Return an outlet's remarks of one kind, each once: its words, their language, what alone they are about, and their rendering."""
    return tuple(
        (words, language, about, rendering)
        for words, language, about, rendering in [*dict.fromkeys(map(tuple, contribution.list(name)))][
            :UNVERIFIED
        ]
    )


def _shares(counts: Mapping[str, int], total: int) -> tuple[ShareView, ...]:
    return tuple(ShareView(name, number, round(100 * number / total)) for name, number in _most(counts))


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
