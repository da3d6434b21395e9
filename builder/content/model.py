"""The things the site knows, frozen: what ``validate`` makes of the content and all later rooms read.

Names are the design's vocabulary. Nothing here reads files or prints pages.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct, field

from builder.content.vocabulary import Answer, Completeness, SilenceKind, Stake
from builder.values.dates import DateSpan
from builder.values.quantity import Quantity


class Outlet(Struct, frozen=True):
    """Who printed an article."""

    id: str
    name: str
    short: str
    """Name for narrow columns; the same as ``name`` where none is given."""
    kind: str
    country: str | None = None
    note: str | None = None
    hosts: tuple[str, ...] = ()
    """Its addresses on the web."""
    aliases: tuple[str, ...] = ()
    """Other names in print."""

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
    """How a sentence names it: ``the GUR``; the same as ``name`` where nothing shorter is given."""
    kind: str
    stake: Stake
    stake_note: str | None = None
    aliases: tuple[str, ...] = ()


class Place(Struct, frozen=True):
    """A place that claims name. Without coordinates it is named, not located."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    precision: str | None = None
    located_by: str | None = None
    note: str | None = None


class Question(Struct, frozen=True):
    """One row of a comparison."""

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

    @property
    def path(self) -> str:
        """The name claims use for it: ``topic/question``."""
        return f"{self.topic}/{self.id}"


class Topic(Struct, frozen=True):
    """One comparison page."""

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


Value = Quantity | DateSpan | tuple[Place, ...] | bool | None
"""What a claim's printed words mean; ``None`` for a wording, whose words are the value."""


class Locator(Struct, frozen=True):
    """Where a claim's exact words stand in its private text, after the W3C Web Annotation selectors.

    ``exact`` is the claim's quote; the text is named by the article's ``source_sha256``.
    """

    start: int
    end: int
    before: str
    """Hash of the words before."""
    after: str
    """Hash of the words after."""


class Allowance(Struct, frozen=True):
    """A rule of the proof that an editor switched off for one claim."""

    rule: str
    """Its name or its code."""
    reason: str


class Claim(Struct, frozen=True):
    """One article's answer to one question, with what the question implies filled in."""

    id: str
    """Its id within the article."""
    article: str
    outlet: str
    question: str
    """``topic/question``."""
    printed: str
    value: Value = None
    unit: str | None = None
    counts: str | None = None
    of: str | None = None
    scope: str | None = None
    as_of: DateSpan | None = None
    said_on: DateSpan | None = None
    out_by: date | None = None
    """The last day on which its article can have been out: what it says was said, and holds, by then."""
    sources: tuple[str, ...] = ()
    """Originators; empty where nobody is named."""
    via: tuple[str, ...] = ()
    """Relays, from the originator on."""
    implied: bool = False
    """The attribution is clear from the surroundings, not stated in the sentence."""
    cue: str | None = None
    status: str | None = None
    quote: str | None = None
    statement: str | None = None
    """Shared by the claims that print one and the same statement in different words."""
    part_of: str | None = None
    note: str | None = None
    locator: Locator | None = None
    allow: tuple[Allowance, ...] = ()

    @property
    def key(self) -> str:
        """Its name on the whole site: ``article/claim``."""
        return f"{self.article}/{self.id}"

    @property
    def exact(self) -> str:
        """The words that the locator points at: the quote, or the printed words where there is none."""
        return self.quote or self.printed


class StatedSilence(Struct, frozen=True):
    """An editor's word on why an article does not answer a question."""

    question: str
    kind: SilenceKind
    note: str | None = None


class Article(Struct, frozen=True):
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
    """Key of the bibliography -> from what it was inferred."""
    precis: str
    """Markdown, in the site's own words."""
    copy_of: str | None = None
    """The article whose text this one repeats; both count as one text."""
    spellings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Id of a source or place -> how the text spells its name."""
    claims: tuple[Claim, ...] = ()
    silences: tuple[StatedSilence, ...] = ()
    checked: DateSpan | None = None
    """The day on which its claims were last located in the full text."""


class TextPage(Struct, frozen=True):
    """A page written by hand: the home page's introduction, the method, others."""

    id: str
    title: str
    description: str
    body: str
    """Markdown."""


PRECIS_SHARE = 3
"""A précis need not have more than one in so many words of its text."""


class Settings(Struct, frozen=True):
    """What holds for the whole site."""

    quote_limit: int = 15
    precis_words: tuple[int, int] = (120, 200)
    language: str = "en"
    """BCP 47 language of what the editor writes."""

    def precis_of(self, text_words: int | None) -> tuple[int, int]:
        """Return the fewest and most words of the précis of a text of so many words; ``None``: nobody knows how many.

        Of a short text a third is enough: a longer précis would have to repeat it, or say what it does not.
        """
        low, high = self.precis_words
        if text_words is None:
            return low, high
        return min(low, max(1, text_words // PRECIS_SHARE)), high


class Site(Struct, frozen=True):
    """All content, checked. Registries keep the order of their files."""

    stories: dict[str, Story] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    outlets: dict[str, Outlet] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    articles: dict[str, Article] = field(default_factory=dict)
    pages: dict[str, TextPage] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)
    drafts: dict[str, Article | None] = field(default_factory=dict)
    """Articles in the making, left out of everything that is published; ``None`` where one cannot be read yet."""
