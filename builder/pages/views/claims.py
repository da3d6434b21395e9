"""Views of single claims, silences, relations and sources, which all pages share."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import partial
from typing import Any, TypeVar

from builder.cache.memo import Kept
from builder.compare.library import Library
from builder.compare.relation import Relation
from builder.compare.silence import ESTIMATED, MAYBE_BEFORE, OVERTAKEN, REPRINTED, TOLD_OF, UNSHOWN, UNTOLD
from builder.compare.speakers import SAID, SHOWN, THROUGH
from builder.content.model import Article, Claim, Outlet, Question, Source
from builder.content.vocabulary import Answer, SilenceKind, Speech, Stake, Where
from builder.pages import links
from builder.pages.full_names import FullName, abbreviated, unnamed
from builder.pages.links import Target
from builder.pages.views.basis import Basis
from builder.pages.views.legend import PROBABLY_BEFORE, SILENCES
from builder.pages.views.proof import unproved
from builder.pages.views.room import has_room
from builder.pages.views.told import (
    ClaimView,
    SilenceView,
    SourceView,
    answer_in_words,
    counting_in_words,
    in_text,
    is_one_day,
    meaning,
    meaning_label,
    moment_in_words,
    scope_in_words,
    until_said_in_words,
)
from builder.pages.views.words import Words, headed
from builder.values.direction import isolated
from builder.values.lexicon import base
from builder.values.text import folded

UNNAMED = "a text that names no outlet"
OUR_NAME = "a text that names no outlet; this site calls it so"
"""The same where a name is introduced that is the site's own."""
"""What an outlet is that nobody knows."""
RANK = {
    relation: rank
    for rank, relation in enumerate(
        (
            Relation.CONFLICT,
            Relation.TENSION,
            Relation.HEADLINE,
            Relation.COPY,
            Relation.COMPATIBLE,
            Relation.SAME,
            Relation.LATER_COUNT,
            Relation.PART_OF,
            Relation.NOT_COMPARABLE,
        )
    )
}
"""The order of relations by interest to a reader: contradictions first, then differences."""


Made = TypeVar("Made")


class Teller:
    """Makes views of claims, silences, relations and sources of one library, in the site's language."""

    def __init__(
        self,
        library: Library,
        say: Words | None = None,
        kept: Kept | None = None,
        basis: Basis | None = None,
    ) -> None:
        self.library = library
        self.kept = kept
        """Results from the last build of the library's part."""
        self.basis = basis or Basis(library)
        """What they were made of."""
        self.site = library.site
        self.say = say or Words()
        self._claims: dict[str, ClaimView] = {}
        self._room: dict[str, bool] = {}
        self._silences: dict[tuple[SilenceKind, str | None], SilenceView] = {}
        self._made: dict[Hashable, Any] = {}

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Return what several pages of the library tell alike, made once. The key must have everything that it depends on."""
        if key not in self._made:
            self._made[key] = make()
        made: Made = self._made[key]
        return made

    def carried(self, kind: type[Made], make: Callable[[], Made], *key: object) -> Made:
        """Return plain texts and numbers as the last build of the part made them, if it did. The key must have all that they depend on."""
        return make() if self.kept is None else self.kept.value(kind, make, *key)

    def carried_bytes(self, make: Callable[[], bytes], *key: object) -> bytes:
        """Return bytes likewise."""
        return make() if self.kept is None else bytes(self.kept(make, *key))

    def claim(self, claim: Claim) -> ClaimView:
        """Return the view of a claim. Cached by claim."""
        view = self._claims.get(claim.key)
        if view is None:
            view = self._claims[claim.key] = self._claim(claim)
        return view

    def cell(self, question: str, outlet: str) -> Target:
        """Return the place of an outlet at a question, given by path: the question's own if the page has no room for each outlet."""
        return (
            links.cell(question, outlet) if self.in_cells(question.partition("/")[0]) else links.row(question)
        )

    def in_cells(self, topic: str) -> bool:
        """Return whether the page of a topic, given by id, has a place for each outlet at each question."""
        if topic not in self._room:
            room = partial(has_room, self.library, topic)
            self._room[topic] = (
                self.carried(bool, room, "room", self.basis.topic(topic)) if self.kept else room()
            )
        return self._room[topic]

    def _claim(self, claim: Claim) -> ClaimView:
        say = self.say
        question = self.library.questions[claim.question]
        outlet = self.site.outlets[claim.outlet]
        whole = self.library.part_whole(claim)
        quote = claim.quote if claim.quote and folded(claim.quote) != folded(claim.printed) else None
        # Most claims of a story have one of a few sources.
        said_by, shown_in, via = self.once(
            ("whence", claim.sources, claim.via), lambda: self._whence(claim.sources, claim.via)
        )
        return ClaimView(
            key=claim.key,
            outlet_id=outlet.id,
            outlet=outlet.name,
            short=outlet.short,
            target=links.claim(claim.article, claim.id),
            cell=self.cell(claim.question, claim.outlet),
            question=question.short,
            printed=claim.printed,
            answer=answer_in_words(claim, say),
            meaning=meaning(claim, say),
            meaning_label=meaning_label(claim, say),
            said_by=said_by,
            shown_in=shown_in,
            via=via,
            named=bool(claim.sources),
            unsaid=self.library.source_names.unsaid(claim),
            manner=self._manner(claim, question),
            where={Where.HEADLINE: say("in the headline"), Where.CAPTION: say("in the caption")}.get(
                claim.where
            ),
            cue=_cue(claim, self.site.settings.language, self.site.articles[claim.article].language),
            status=claim.status,
            verified=claim.verified,
            doubt=None if claim.no_sign or claim.for_now else claim.doubt,
            leaves_open=claim.leaves_open,
            leaving=say("left open is")
            if claim.undecided and claim.sources
            else say("the article leaves open"),
            gist=claim.gist,
            rendering=claim.rendering,
            renderings=(*claim.renderings, *self._said_unverified(claim)),
            unchecked=claim.status is None
            and claim.verified is None
            and claim.article not in self.library.cautious
            and claim.article not in self.library.elsewhere,
            counting=counting_in_words(claim, question, say),
            scope=claim.scope,
            scope_told=scope_in_words(claim, say),
            as_of=moment_in_words(claim, question, say),
            as_of_label=say("as of") if question.answer is Answer.QUANTITY else say("day"),
            said_as=claim.said_as,
            said_label=say("said on") if claim.said_on and is_one_day(claim.said_on) else say("dated"),
            said_on=say.date(claim.said_on) if claim.said_on else None,
            until_said=until_said_in_words(claim, say),
            part_of=whole.printed if whole else None,
            quote=quote,
            note=claim.note,
            formerly=claim.formerly,
            language=self.site.articles[claim.article].language,
            unproved=unproved(self.library, claim, say),
        )

    def _said_unverified(self, claim: Claim) -> tuple[tuple[str, str], ...]:
        """Return an article's words on verification in another language than the site's, if no editor has rendered them, with what they say."""
        written_in = self.site.articles[claim.article].language
        if (
            not claim.status
            or claim.rendered(claim.status)
            or base(written_in) == base(self.site.settings.language)
        ):
            return ()
        return ((claim.status, self.say("could not be verified")),)

    def _whence(self, sources: Sequence[str], via: Sequence[str]) -> tuple[str, str, str]:
        """Return the names of who said it, of what shows it, and of whom it came through."""
        said, shown, through = (self._sources_in(manner, sources) for manner in (SAID, SHOWN, THROUGH))
        return said, shown, ", ".join(filter(None, (through, self._joined(via))))

    def _joined(self, ids: Sequence[str]) -> str:
        return self.say.join_items(list(map(isolated, self.source_names(ids))))

    def _sources_in(self, manner: str, ids: Sequence[str]) -> str:
        """Return the names of those of some sources from which a claim comes in one manner: said, shown in or through."""
        return self._joined([id for id in ids if self.library.source_names.manner(id) == manner])

    def _manner(self, claim: Claim, question: Question) -> str | None:
        """Return whether a wording with a named source is quoted or reported, in words."""
        if question.answer is not Answer.WORDING or not claim.sources:
            return None
        return self.say("quoted" if claim.speech is Speech.QUOTED else "in the outlet’s words")

    def source_names(self, sources: Sequence[str]) -> tuple[str, ...]:
        """Return the short names of some sources, given by id."""
        return tuple(self.site.sources[id].short for id in sources)

    def about(self, outlet: Outlet) -> str:
        """Return an outlet's kind and country, as far as they are known: ``newspaper, United Kingdom``."""
        kind = self.say(outlet.kind if outlet.kind != "unknown" else UNNAMED)
        return ", ".join(part for part in (kind, outlet.country or "") if part)

    def copied(self, article: str) -> str:
        """Return the outlet whose text an article repeats, given by id, as a sentence names it; empty if its text is its own."""
        original = self.library.copied.get(article)
        return in_text(self.site.outlets[original.outlet], self.say) if original else ""

    def headline(self, article: Article) -> str:
        """Return an article's headline, or words that say that the text has none."""
        return headed(article.headline, article.working_title, self.say)

    def headed(self, article: Article) -> str:
        """Return the language of what ``headline`` returns."""
        if article.headline:
            return article.language
        return self.site.settings.language if article.working_title else self.say.language

    def silence(self, kind: SilenceKind, note: str | None = None) -> SilenceView:
        """Return the view of a silence. Cached by kind and note."""
        view = self._silences.get((kind, note))
        if view is None:
            view = self._silences[kind, note] = self._silence(kind, note)
        return view

    def _silence(self, kind: SilenceKind, note: str | None) -> SilenceView:
        say = self.say
        probably = kind is SilenceKind.PUBLISHED_BEFORE and note == ESTIMATED
        words, explained = map(say, PROBABLY_BEFORE if probably else SILENCES[kind])
        # That it is probable, the words say.
        if note == ESTIMATED:
            return SilenceView(words, explained, None)
        ours = note in (MAYBE_BEFORE, OVERTAKEN, REPRINTED, TOLD_OF, UNSHOWN, UNTOLD)
        return SilenceView(words, explained, say(note) if note and ours else note, ours)

    def sources(self, claims: Sequence[Claim]) -> tuple[SourceView, ...]:
        """Return the sources of some claims, those with most claims first, then those that relayed most."""
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

    def abbreviated(self, claims: Iterable[Claim] = ()) -> tuple[FullName, ...]:
        """Return what the names of all outlets, and of the sources of some claims, stand for."""
        everyone = self.site.outlets.values()
        outlets = self.once(
            ("abbreviated",),
            lambda: (
                *abbreviated(everyone),
                *unnamed(everyone, self.say(UNNAMED), self.say.language),
            ),
        )
        ids = dict.fromkeys(id for claim in claims for id in (*claim.sources, *claim.via))
        return (*outlets, *abbreviated((), [self.site.sources[id] for id in ids]))

    def source(self, source: Source, originates: int, relays: int) -> SourceView:
        """Return the view of a source with the given counts of claims."""
        return SourceView(
            links.source(source.id),
            source.name,
            self.say(source.kind),
            # Where a side is told, that it is a party says no more; nor does it that a platform has none.
            ""
            if source.introduced and source.stake in (Stake.PARTY, Stake.NONE)
            else self._stake(source.stake),
            source.side or "",
            source.about or "",
            source.introduced,
            source.stake_note,
            originates,
            relays,
            self._backing(source.id, originates, relays),
        )

    def _backing(self, source: str, originates: int, relays: int) -> str:
        say, manner = self.say, self.library.source_names.manner(source)
        # A video or a channel says nothing.
        how = {SAID: say("from this source"), SHOWN: say("shown in it")}.get(manner)
        if how is None:
            originates, relays, how = 0, originates + relays, ""
        told = ((originates, how), (relays, say("only passed on")))
        return ", ".join(f"{say.count(number, 'claim')} {words}" for number, words in told if number)

    def _stake(self, stake: Stake) -> str:
        match stake:
            case Stake.OWN_LOSSES:
                return self.say("on the side whose losses are counted")
            case Stake.ENEMY_LOSSES:
                return self.say("counts the losses of the other side")
            case Stake.PARTY:
                return self.say("a party to the events")
            case Stake.THIRD_PARTY:
                return self.say("a third party")
            case Stake.NONE:
                return self.say("no stake of its own")
            case Stake.UNKNOWN:
                return ""


def _cue(claim: Claim, shown_in: str, language: str) -> str | None:
    """Return the words that attribute a claim, as they stand beside it; None where they tell a reader nothing.

    Those that the printed words have already are not shown twice, nor those of another language that the site does not render.
    """
    if claim.cue is None or folded(claim.cue) in folded(claim.printed):
        return None
    return claim.cue if claim.rendered(claim.cue) or base(language) == base(shown_in) else None
