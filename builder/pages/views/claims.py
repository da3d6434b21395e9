"""How one claim, one silence and one relation are told: the pieces that all pages share."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from builder.compare.library import Library
from builder.compare.relation import Judgement, Relation
from builder.compare.silence import MAYBE_BEFORE
from builder.content.model import Article, Claim, Outlet, Place, Question, Source
from builder.content.vocabulary import SilenceKind, Stake
from builder.pages import links
from builder.pages.links import Target
from builder.pages.views.proof import unproved
from builder.pages.views.words import Words
from builder.values import dates, quantity
from builder.values.dates import DateSpan
from builder.values.direction import isolated
from builder.values.quantity import Quantity
from builder.values.text import folded

RANK = {
    relation: rank
    for rank, relation in enumerate(
        (
            Relation.CONFLICT,
            Relation.COMPATIBLE,
            Relation.SAME,
            Relation.LATER_COUNT,
            Relation.PART_OF,
            Relation.NOT_COMPARABLE,
        )
    )
}
"""What a reader wants to see first: where another account contradicts, then where it merely differs."""


class ClaimView(Struct, frozen=True):
    """One claim, in words."""

    key: str
    """``article/claim``."""
    outlet_id: str
    outlet: str
    short: str
    """The outlet's name for narrow columns."""
    target: Target
    """The claim on its article's page."""
    cell: Target
    """The claim's cell in the topic's table."""
    question: str
    printed: str
    """To be put in quotation marks."""
    answer: str | None
    """``yes`` or ``no``, where the question wants one."""
    meaning: str | None
    """What the printed words mean, where they do not say it themselves."""
    said_by: str
    """Who said it first, with commas between them; empty where the text names nobody."""
    via: str
    """What it came through, likewise."""
    implied: bool
    """Whether the attribution is clear only from the surroundings."""
    cue: str | None
    """The word that attributes it, as printed."""
    status: str | None
    """The outlet's own words on verification, as printed."""
    counting: str | None
    """What is counted and of whom, where it is not what the question asks."""
    scope: str | None
    as_of: str | None
    """For which day it holds, where it is not the question's."""
    said_on: str | None
    part_of: str | None
    """The figure, as printed, of which this one is a part."""
    quote: str | None
    """A fragment that shows it, where it says more than ``printed``."""
    note: str | None
    language: str
    """Of the article, and so of all its words."""
    unproved: str | None
    """What marks a claim whose words were not found in the text, where those of its article's others were."""


class SilenceView(Struct, frozen=True):
    """A question that an outlet does not answer, in words."""

    words: str
    """``Not mentioned``; never an empty mark."""
    explained: str
    """The same as a sentence."""
    note: str | None


class RelationView(Struct, frozen=True):
    """How two claims stand to each other."""

    a: ClaimView
    b: ClaimView
    relation: str
    """The relation's name: ``same``, ``later count``..."""
    key: str
    """The same as a name for style sheets."""
    reason: str


class SourceView(Struct, frozen=True):
    """A source used on a page, and what it has at stake."""

    target: Target
    name: str
    kind: str
    stake: str
    note: str | None
    aliases: tuple[str, ...]
    originates: int
    """How many claims on the page go back to it."""
    relays: int
    """How many claims on the page came through it."""


def meaning(claim: Claim, say: Words) -> str | None:
    """Return what the printed words mean, or ``None`` where they already say it."""
    value = claim.value
    said: str | None = None
    if isinstance(value, Quantity):
        said = quantity.caption(value)
        if folded(said) in folded(claim.printed) or not value.bounded:
            return None
    elif isinstance(value, DateSpan):
        said = dates.caption(value, say)
    elif isinstance(value, tuple):
        said = place_names(value)
    return said if said and folded(said) != folded(claim.printed) else None


def place_names(places: Sequence[Place]) -> str | None:
    """Return the site's names of some places, or ``None`` where there is none."""
    return ", ".join(isolated(place.name) for place in places) or None


class Teller:
    """Puts claims, silences and relations into words. Holds the library they come from, and the site's language."""

    def __init__(self, library: Library, say: Words | None = None) -> None:
        self.library = library
        self.site = library.site
        self.say = say or Words()
        self._told: dict[str, ClaimView] = {}
        self._silences: dict[tuple[SilenceKind, str | None], SilenceView] = {}
        self._related = {
            relation: (self.say(relation.value), relation.value.replace(" ", "-")) for relation in Relation
        }

    def claim(self, claim: Claim) -> ClaimView:
        """Return a claim in words; the same view for the same claim."""
        view = self._told.get(claim.key)
        if view is None:
            view = self._told[claim.key] = self._claim(claim)
        return view

    def _claim(self, claim: Claim) -> ClaimView:
        say = self.say
        question = self.library.questions[claim.question]
        outlet = self.site.outlets[claim.outlet]
        whole = self.library.part_whole(claim)
        quote = claim.quote if claim.quote and folded(claim.quote) != folded(claim.printed) else None
        return ClaimView(
            key=claim.key,
            outlet_id=outlet.id,
            outlet=outlet.name,
            short=outlet.short,
            target=links.claim(claim.article, claim.id),
            cell=links.cell(claim.question, claim.outlet),
            question=question.short,
            printed=claim.printed,
            answer=say("yes" if claim.value else "no") if isinstance(claim.value, bool) else None,
            meaning=meaning(claim, say),
            said_by=", ".join(map(isolated, self.names(claim.sources))),
            via=", ".join(map(isolated, self.names(claim.via))),
            implied=claim.implied,
            cue=claim.cue,
            status=claim.status,
            counting=_counting(claim, question),
            scope=claim.scope,
            as_of=say.date(claim.as_of) if claim.as_of and claim.as_of != question.when else None,
            said_on=say.date(claim.said_on) if claim.said_on else None,
            part_of=whole.printed if whole else None,
            quote=quote,
            note=claim.note,
            language=self.site.articles[claim.article].language,
            unproved=unproved(self.library, claim, say),
        )

    def names(self, sources: Sequence[str]) -> tuple[str, ...]:
        """Return how sentences name some sources."""
        return tuple(self.site.sources[id].short for id in sources)

    def about(self, outlet: Outlet) -> str:
        """Return what an outlet is and where it is based, as far as that is known: ``newspaper, United Kingdom``."""
        kind = self.say(outlet.kind) if outlet.kind != "unknown" else ""
        return ", ".join(part for part in (kind, outlet.country or "") if part)

    def headline(self, article: Article) -> str:
        """Return an article's headline, also where the text at hand has none."""
        return article.headline or self.say("No headline in the text")

    def headed(self, article: Article) -> str:
        """Return the language of what ``headline`` gives."""
        return article.language if article.headline else self.say.language

    def silence(self, kind: SilenceKind, note: str | None = None) -> SilenceView:
        """Return a silence in words; the same view for the same kind and note."""
        view = self._silences.get((kind, note))
        if view is None:
            view = self._silences[kind, note] = self._silence(kind, note)
        return view

    def _silence(self, kind: SilenceKind, note: str | None) -> SilenceView:
        say = self.say
        match kind:
            case SilenceKind.NOT_MENTIONED:
                words = say("Not mentioned")
                explained = say("The text was out late enough to say it, and does not.")
            case SilenceKind.PUBLISHED_BEFORE:
                words = say("Published before")
                explained = say("The text was out before this could be known.")
            case SilenceKind.TEXT_INCOMPLETE:
                words = say("Text incomplete")
                explained = say("Only a part of the text is at hand; the rest may have it.")
            case SilenceKind.NOT_LOOKED_FOR:
                words = say("Not looked for")
                explained = say("The text may say it: nobody has looked for it in its language.")
        return SilenceView(words, explained, say(note) if note == MAYBE_BEFORE else note)

    def relation(self, judgement: Judgement) -> RelationView:
        """Return a judgement in words."""
        claims = self.library.claims
        return RelationView(
            self.claim(claims[judgement.a]),
            self.claim(claims[judgement.b]),
            *self.related(judgement.relation),
            judgement.reason,
        )

    def related(self, relation: Relation) -> tuple[str, str]:
        """Return a relation's name, and the same as style sheets use it: ``later-count``."""
        return self._related[relation]

    def sources(self, claims: Sequence[Claim]) -> tuple[SourceView, ...]:
        """Return the sources behind some claims: first those that most go back to, then the relays."""
        originates: dict[str, int] = {}
        relays: dict[str, int] = {}
        for claim in claims:
            for id in claim.sources:
                originates[id] = originates.get(id, 0) + 1
            for id in claim.via:
                relays[id] = relays.get(id, 0) + 1
        ids = sorted({*originates, *relays}, key=lambda id: (-originates.get(id, 0), -relays.get(id, 0), id))
        return tuple(
            self.source(self.site.sources[id], originates.get(id, 0), relays.get(id, 0)) for id in ids
        )

    def source(self, source: Source, originates: int, relays: int) -> SourceView:
        """Return a source in words."""
        return SourceView(
            links.source(source.id),
            source.name,
            self.say(source.kind),
            self._stake(source.stake),
            source.stake_note,
            source.aliases,
            originates,
            relays,
        )

    def _stake(self, stake: Stake) -> str:
        match stake:
            case Stake.OWN_LOSSES:
                return self.say("counts its own side’s losses")
            case Stake.ENEMY_LOSSES:
                return self.say("counts its enemy’s losses")
            case Stake.PARTY:
                return self.say("is a party to the matter itself")
            case Stake.THIRD_PARTY:
                return self.say("a third party")
            case Stake.NONE:
                return self.say("no stake of its own in the figures")


def _counting(claim: Claim, question: Question) -> str | None:
    differs = [
        str(mine)
        for mine, asked in ((claim.counts, question.counts), (claim.of, question.of))
        if mine and mine != asked
    ]
    return ", ".join(differs) or None
