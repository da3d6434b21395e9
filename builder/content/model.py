"""The model of a site: frozen structs that ``validate`` makes from the content and all later stages read.

Terms are those of ``docs/architecture.md``. Nothing here reads files or renders pages.
"""

from __future__ import annotations

from datetime import date
from urllib.parse import quote

from msgspec import Struct, field

from builder.content.vocabulary import Answer, Completeness, Covers, News, SilenceKind, Speech, Stake, Where
from builder.values.counting import counted_as
from builder.values.dates import DateSpan
from builder.values.quantity import Quantity
from builder.values.wordings import is_for_now, is_no_sign


class Outlet(Struct, frozen=True):
    """A publisher of articles."""

    id: str
    name: str
    short: str
    """Name for narrow columns; defaults to ``name``."""
    kind: str
    country: str | None = None
    note: str | None = None
    hosts: tuple[str, ...] = ()
    """Its addresses on the web."""
    aliases: tuple[str, ...] = ()
    """Other names in print."""
    same_as: tuple[str, ...] = ()
    """Addresses of the same thing elsewhere."""
    called: str = ""
    """Its name with its article, if sentences use one: ``the FT``."""

    @property
    def in_text(self) -> str:
        """Its name inside a sentence."""
        return self.called or self.short

    @property
    def names(self) -> tuple[str, ...]:
        """All its names."""
        return (self.name, self.short, *self.aliases)

    def has_host(self, host: str) -> bool:
        """Return whether a host on the web is one of its own, or lies under one."""
        return any(host == own or host.endswith(f".{own}") for own in self.hosts)


class Source(Struct, frozen=True):
    """Who said something first, or passed it on."""

    id: str
    name: str
    short: str
    """Name used in sentences, such as ``the GUR``; defaults to ``name``."""
    kind: str
    stake: Stake
    stake_note: str | None = None
    aliases: tuple[str, ...] = ()
    speaks_for: str | None = None
    """Id of the source for which it speaks; the two are one origin."""
    side: str | None = None
    """Its side in the editor's words: ``Ukraine's side``."""
    same_as: tuple[str, ...] = ()
    """Addresses of the same thing elsewhere."""
    about: str | None = None
    """What else to know of it, in a few words of the editor's: ``based in Kyiv``."""

    @property
    def introduced(self) -> str:
        """Its side and what else to know of it; empty if the editor says neither."""
        return ", ".join(filter(None, (self.side, self.about)))


class Place(Struct, frozen=True, tag=True, omit_defaults=True):
    """A place that claims name. Without coordinates it is listed but not put on a map."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    precision: str | None = None
    located_by: str | None = None
    note: str | None = None
    within: tuple[str, ...] = ()
    """Ids of the places that it lies within, the nearest first."""
    same_as: tuple[str, ...] = ()
    """Addresses of the same thing elsewhere."""


class Party(Struct, frozen=True, tag=True, omit_defaults=True):
    """A person, office or body that a claim on a "who" question names."""

    id: str
    """Id of the source, or of the source for which it speaks; for any other the name without case."""
    name: str
    aliases: tuple[str, ...] = ()


class Question(Struct, frozen=True):
    """One question of a topic, and so one row of its comparison."""

    id: str
    """Its id within the topic."""
    topic: str
    text: str
    short: str
    answer: Answer
    unit: str | None = None
    counts: str | None = None
    of: str | None = None
    when: DateSpan | None = None
    known_from: DateSpan | None = None
    note: str | None = None
    running: bool = False
    """Whether its answer grows while it is told; each claim then is of a day of its own."""
    detail_of: str | None = None
    """``topic/question`` of the question of which it asks a detail."""
    covers: str | None = None
    """What its figures are for, as it stands behind "every figure for"."""
    overtaken_from: DateSpan | None = None
    """The day from which what came since overtook the answers."""
    printed_as: tuple[str, ...] = ()
    """Other words that papers print for what it counts, in any language."""
    places: tuple[Place, ...] = ()
    """The places that its text names."""
    several: bool = False
    """Whether it asks who did what several may do, each by itself: who declined to comment."""

    @property
    def path(self) -> str:
        """The name by which claims refer to it: ``topic/question``."""
        return f"{self.topic}/{self.id}"

    @property
    def counted(self) -> str:
        """What it counts, by meaning: the same for "injured" and "wounded"; empty if it counts nothing by name."""
        return counted_as(self.counts or "")


class Topic(Struct, frozen=True):
    """A set of questions that are compared on one page."""

    id: str
    title: str
    lead: str
    questions: tuple[Question, ...]


class Story(Struct, frozen=True):
    """A set of topics about one run of events."""

    id: str
    title: str
    summary: str
    topics: tuple[str, ...]


Value = Quantity | DateSpan | tuple[Place | Party, ...] | bool | None
"""The meaning of a claim's printed words; None for a wording, whose words are the value."""


class Locator(Struct, frozen=True):
    """Position of a claim's exact words in its private text, modelled on the W3C Web Annotation selectors.

    The words are ``Claim.exact``; the text is identified by the article's ``source_sha256``.
    """

    start: int
    end: int
    before: str
    """Hash of the words before; see ``Text.context``."""
    after: str
    """Hash of the words after."""


class Allowance(Struct, frozen=True):
    """A proof rule that an editor switched off for one claim."""

    rule: str
    """Name or code of the rule."""
    reason: str


class Claim(Struct, frozen=True, omit_defaults=True):
    """One article's answer to one question. Keys that it leaves out are filled in from the question."""

    id: str
    """Its id within the article."""
    article: str
    outlet: str
    question: str
    """``topic/question``."""
    printed: str
    value: Value = None
    undecided: bool = False
    """Whether its text speaks of what a yes-or-no question asks and leaves open which it is; then it has no value."""
    unit: str | None = None
    counts: str | None = None
    of: str | None = None
    scope: str | None = None
    """As a sentence names it."""
    scope_place: Place | None = None
    """The place that the scope is."""
    as_of: DateSpan | None = None
    hour: str | None = None
    """The time of day of an answer to a running count: ``14:05``, ``evening``."""
    said_on: DateSpan | None = None
    said_as: str | None = None
    """Its text's words for that day, if the site has worked it out from them."""
    out_from: date | None = None
    """The earliest day on which its article can have been published."""
    out_by: date | None = None
    """The latest day on which its article can have been published; what the claim says was said by then."""
    sources: tuple[str, ...] = ()
    """Ids of the originators; empty if the text names none."""
    via: tuple[str, ...] = ()
    """Ids of the relays, beginning with the one nearest to the originator."""
    implied: bool = False
    """Whether the attribution is clear from the context but not stated in the sentence."""
    voice_open: bool = False
    """Whether the text leaves open whether it is its own word or somebody's; then there are no sources."""
    speech: Speech = Speech.REPORTED
    where: Where = Where.TEXT
    cue: str | None = None
    status: str | None = None
    covers: Covers = Covers.EVERYTHING
    """What ``status`` is about."""
    verified: str | None = None
    """The outlet's words that it has checked this itself, as printed."""
    doubt: str | None = None
    """The word by which its text calls it likely and no more, as printed."""
    leaves_open: str | None = None
    """What its text leaves open, as it stands behind "leaves open"."""
    quote: str | None = None
    statement: str | None = None
    """Name shared by the claims that print the same statement in different words."""
    gist: str | None = None
    """What words amount to, in the site's own."""
    rendering: str | None = None
    """The printed words as the site renders them: in its own language, or with a slip put right."""
    renderings: tuple[tuple[str, str], ...] = ()
    """Other words of its text that are printed beside it, such as the verb that attributes it, and the site's rendering of each."""
    part_of: str | None = None
    against: tuple[str, ...] = ()
    """Ids of claims of its article that its text has in place of this headline, by the editor's judgement."""
    note: str | None = None
    formerly: str | None = None
    """The words that its article printed first in their place, before its outlet changed it."""
    copy_of: str | None = None
    """Id of the article whose text its own article repeats."""
    retold: str | None = None
    """What other texts tell its figure of its source as, on another question: losses of both armies. Found by the comparison."""
    locator: Locator | None = None
    allow: tuple[Allowance, ...] = ()

    @property
    def key(self) -> str:
        """Its id on the whole site: ``article/claim``."""
        return f"{self.article}/{self.id}"

    @property
    def text(self) -> str:
        """Id of the article whose text it stands in: what several outlets print of one agency is one text."""
        return self.copy_of or self.article

    @property
    def counted(self) -> str:
        """What it counts, by meaning: the same for "injured" and "wounded"; empty if it counts nothing by name."""
        return counted_as(self.counts or "")

    @property
    def is_reading(self) -> bool:
        """Whether its yes or no does not stand in the words: the editor reads them so, and says why."""
        return isinstance(self.value, bool) and any(
            allowed.rule in ("answer-unfit", "V145") for allowed in self.allow
        )

    @property
    def no_sign(self) -> bool:
        """Whether its no is none: the text only says that there is no indication of it."""
        return self.value is False and self.doubt is not None and is_no_sign(self.doubt)

    @property
    def for_now(self) -> bool:
        """Whether its yes or no is given until more is known, and else without a doubt."""
        return isinstance(self.value, bool) and self.doubt is not None and is_for_now(self.doubt)

    def rendered(self, words: str | None) -> str | None:
        """Return the site's rendering of words of its text that are printed beside it, or None if there is none."""
        return next((rendering for printed, rendering in self.renderings if printed == words), None)

    @property
    def exact(self) -> str:
        """The words that the locator points at: the quote, or the printed words if there is no quote."""
        return self.quote or self.printed


class StatedSilence(Struct, frozen=True):
    """An editor's explanation why an article does not answer a question."""

    question: str
    kind: SilenceKind
    note: str | None = None


class FormerClaim(Struct, frozen=True):
    """What an article printed before a revision in the place of a claim, or besides."""

    id: str
    """The claim's id, now or then."""
    printed: str
    """The words that the former text printed."""
    dropped: bool = False
    """Whether the new text has nothing in its place."""


class Former(Struct, frozen=True):
    """A former text of an article, which its outlet changed."""

    source_file: str
    source_sha256: str
    revised: DateSpan | None
    """When the outlet changed it."""
    headline: str | None = None
    """The former headline, if it was another."""
    claims: tuple[FormerClaim, ...] = ()
    """What the former text printed otherwise, or what the new one has not."""
    added: tuple[str, ...] = ()
    """Ids of the claims that the revision brought."""


def out_of(claim: str, published: DateSpan | None, former: tuple[Former, ...]) -> DateSpan | None:
    """Return when what a claim of an article says was first printed, by the days of its publication and its revisions."""
    for one in reversed(former):
        if claim in one.added or any(then.id == claim and not then.dropped for then in one.claims):
            return one.revised
    return published


class Article(Struct, frozen=True, omit_defaults=True):
    """One text by one outlet."""

    id: str
    outlet: str
    headline: str | None
    byline: tuple[str, ...]
    credit: str | None
    published: DateSpan | None
    language: str
    completeness: Completeness
    url: str | None
    source_file: str
    source_sha256: str
    inferred: dict[str, str]
    """Bibliographic key -> what it was inferred from."""
    precis: str
    """Markdown, in the site's own words."""
    story: str | None = None
    """Id of the story that its file names."""
    copy_of: str | None = None
    """The article whose text this one repeats; both count as one text."""
    spellings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Id of a source or place -> spellings of its name in the text."""
    claims: tuple[Claim, ...] = ()
    silences: tuple[StatedSilence, ...] = ()
    working_title: str | None = None
    """The site's own title, for a text without a headline."""
    published_time: str | None = None
    """The time of day of publication if it is known, with seconds and zone as far as they are: 09:30, 09:30:05+02:00. Nothing is
    compared by it: two papers rarely state it alike."""
    checked: DateSpan | None = None
    """The day on which its claims were last located in the full text."""
    archived: str | None = None
    """The address of a web archive's copy."""
    headline_rendering: str | None = None
    """The headline in the site's language."""
    former: tuple[Former, ...] = ()
    """What it was before each time that its outlet changed it, the oldest first."""

    def out(self, claim: str) -> DateSpan | None:
        """Return when what a claim says was first printed: with the article, or with the revision that brought or changed it."""
        return out_of(claim, self.published, self.former)

    @property
    def last_out(self) -> DateSpan | None:
        """When its present text was printed first."""
        return self.former[-1].revised if self.former else self.published


class Change(Struct, frozen=True, omit_defaults=True):
    """One thing that the log of changes tells. Which of these it has, its kind says: see ``schema.ChangeEntry``."""

    what: News
    article: str | None = None
    question: str | None = None
    claims: tuple[str, ...] = ()
    topic: str | None = None
    was: str | float | int | None = None
    was_printed: str | None = None
    now: str | float | int | None = None
    pairs: int = 1
    revision: int | None = None
    text: str | None = None
    gone: str | None = None


class Publication(Struct, frozen=True):
    """What changed on the site at one time: one file of the log."""

    id: str
    """The file's name without suffix."""
    at: str
    """Day and time in UTC: ``2030-05-14T09:30:00Z``."""
    changes: tuple[Change, ...]
    reread: bool = False
    """Whether no article came, went or was revised, so that what turned was read anew by this site."""


class Tombstone(Struct, frozen=True):
    """An id that was published and is not used any more."""

    kind: str
    """``articles``, ``claims``, ``topics``, ``questions``, ``stories``, ``outlets``, ``sources`` or ``places``."""
    id: str
    to: str | None = None
    """The id that stands in its place today; None if nothing took its place."""
    on: DateSpan | None = None
    why: str | None = None


class TextPage(Struct, frozen=True):
    """A page written by hand, such as the home page's introduction or the method."""

    id: str
    title: str
    description: str
    body: str
    """Markdown."""
    menu: bool = True
    """Whether the menu of the site leads to it."""


PRECIS_SHARE = 3
"""A précis need not have more than one in so many words of its text."""


class Settings(Struct, frozen=True):
    """Settings for the whole site."""

    quote_limit: int = 15
    precis_words: tuple[int, int] = (120, 200)
    language: str = "en"
    """BCP 47 language that the editors write in."""
    corrections: str | None = None
    """Where readers tell what is wrong: a mail address, or an address with ``{claim}`` for the claim. None if the site has none."""
    licence: str | None = None
    """SPDX identifier."""

    def correction(self, claim: str) -> str | None:
        """Return the address at which readers tell that a claim, ``article/claim``, is wrong; None if there is none."""
        if self.corrections is None:
            return None
        if "://" in self.corrections:
            return self.corrections.replace("{claim}", quote(claim, safe=""))
        return f"mailto:{self.corrections}?subject={quote(claim, safe='')}"

    def precis_of(self, text_words: int | None) -> tuple[int, int]:
        """Return the fewest and most words of the précis of a text of so many words; ``None`` if that is not known.

        Of a short text a third is enough: a longer précis would have to repeat it, or say what it does not.
        """
        low, high = self.precis_words
        if text_words is None:
            return low, high
        return min(low, max(1, text_words // PRECIS_SHARE)), high


class Site(Struct, frozen=True):
    """All checked content. Registries keep the order of their files."""

    stories: dict[str, Story] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    outlets: dict[str, Outlet] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    articles: dict[str, Article] = field(default_factory=dict)
    pages: dict[str, TextPage] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)
    log: tuple[Publication, ...] = ()
    """What changed on the site, newest first: as far as it is about these articles and topics."""
    drafts: dict[str, Article | None] = field(default_factory=dict)
    """Draft articles by id, left out of everything that is published; None for a draft that cannot be read yet."""
    moved: tuple[Tombstone, ...] = ()
    """In the order of their file."""
    read: dict[str, tuple[Article, str]] = field(default_factory=dict)
    """Id of an article -> that article as it was read, and its digest, if that is known. One that was changed since then is another."""

    def digest_of(self, article: Article) -> str | None:
        """Return the digest of an article of the site, if it is known: that of all that is in it."""
        read, known = self.read.get(article.id, (None, None))
        return known if read is article else None
