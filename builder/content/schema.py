"""The schema of content files: the keys that an editor may write.

Pydantic checks names and types here; ``validate`` checks what the values mean (dates, figures, references). The key reference
is generated from the docstrings of the fields.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from builder.content.vocabulary import (
    ATTRIBUTIONS,
    OUTLET_KINDS,
    SOURCE_KINDS,
    Answer,
    Completeness,
    Covers,
    News,
    SilenceKind,
    Speech,
    Stake,
    Where,
)
from builder.values.addresses import address
from builder.values.quantity import Modifier
from builder.values.scripts import unspaced
from builder.values.text import weight, words

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""A name that becomes part of an address."""
Line = Annotated[
    str, StringConstraints(min_length=1, max_length=400, strip_whitespace=True, pattern=r"^[^\n\r]*$")
]
"""One line of text."""
Prose = Annotated[str, StringConstraints(min_length=1, max_length=4000, strip_whitespace=True)]
"""A short text."""
Number = Annotated[float, Field(ge=0, le=1e15)] | Annotated[int, Field(ge=0, le=10**15)]


def _is_address(url: str) -> str:
    try:
        address(url)
    except ValueError as error:
        raise PydanticCustomError("no_address", "{why}", {"why": str(error)}) from None
    return url


LEAST_REASON = 3
"""A reason has so many different words at least: "ok" and "because" say nothing."""


def _says_something(text: str) -> str:
    found = list(dict.fromkeys(word.casefold() for word in words(text) if any(map(str.isalpha, word))))
    if weight(found) < LEAST_REASON or not any(len(word) > 2 or unspaced(word) for word in found):
        why = f"says nothing: write why in a sentence of {LEAST_REASON} different words or more"
        raise PydanticCustomError("no_words", "{why}", {"why": why})
    return text


_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")


def _takes_corrections(text: str) -> str:
    if not _MAIL.fullmatch(text):
        _is_address(text.replace("{claim}", "claim"))
    return text


Url = Annotated[
    str,
    StringConstraints(pattern=r"^https?://[^\s<>\"']+$", max_length=500),
    AfterValidator(_is_address),
]
"""An address on the web."""

RESERVED_PAGES = frozenset(
    {
        "articles",
        "stories",
        "topics",
        "outlets",
        "sources",
        "pairs",
        "cards",
        "changes",
        "data",
        "feeds",
        "embed",
        "assets",
        "search",
        "404",
    }
)
"""Addresses used by generated pages: no page written by hand may have one."""


Kind = TypeVar("Kind", bound=Enum)
Word = Annotated[Kind, Field(strict=False)]
"""One of the words of an enumeration, as text."""


class _Entry(BaseModel):
    # Validators are built on first use: most entries occur only inside others, whose validators include theirs.
    model_config = ConfigDict(extra="forbid", strict=True, defer_build=True)


ContextHash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")]
"""The first 12 hexadecimal digits of a SHA-256."""


class LocatorEntry(_Entry):
    """The position of a claim's exact words in the private text. Written by ``variorum check --fix-locators``."""

    start: Annotated[int, Field(ge=0, le=100_000_000)]
    """Position of the first character of the quote (of the printed words if there is no quote), from 0."""
    end: Annotated[int, Field(ge=1, le=100_000_000)]
    """Position after the last character."""
    before: ContextHash
    """Hash of the five words before, so that a moved passage is found again."""
    after: ContextHash
    """Hash of the five words after."""


class AllowEntry(_Entry):
    """One item of a claim's ``allow``: a proof rule that is not applied to this claim."""

    rule: Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*$|^V[0-9]{3}$")]
    """The rule's name or code, as the message prints it: cue-not-printed or V121."""
    reason: Annotated[Prose, AfterValidator(_says_something)]
    """Why it does not hold here, in a sentence of three different words or more; listed on the method page."""


class ClaimEntry(_Entry):
    """One item of an article's ``claims``: its answer to one question."""

    id: Slug
    """Name of the claim, unique in this article; part of its address."""
    question: Line
    """The question it answers, as topic/question."""
    printed: Line
    """The figure, date, place or wording exactly as printed. At most quote_limit words."""
    value: Line | list[Line] | None = None
    """What the printed words mean if they cannot be read automatically: an EDTF date for a date, a list of
    place ids for a place (empty if the text names none), a list of source ids or names for a who, a quoted yes or no; open if the text speaks of
    what is asked and leaves open which it is: then leaves_open says what."""
    modifier: Word[Modifier] | None = None
    """The figure's modifier, only if the printed words are not read or would be read wrongly: more than, with low: 200, for "passed the 200
    mark". Read without it are exactly ("30"), about ("some 30", "a dozen"), up to ("as many as 30", "30 at most"), at least ("no fewer than
    30", "30 and counting"), more than ("exceeded 30"), less than ("fell short of 30", "nearly 30"), between ("30 to 40", "30, give or take 5"),
    vague ("dozens", "a few hundred")."""
    low: Number | None = None
    """Only with modifier: the low bound, 200 of "passed the 200 mark"; the same as high where the modifier is exactly or about."""
    high: Number | None = None
    """Only with modifier: the high bound, 200 with modifier: up to for "the 200 mark was not passed"."""
    complement: bool = False
    """true: the printed percentage is of all the others, so that it answers as what is left of 100: "89 % uninsured" as 11 %
    insured."""
    unit: Line | None = None
    """Unit, if it differs from the question's: that of the printed words, or one that the text has: percent, percentage
    points, km, days, tonnes, °C, EUR, per day, EUR per year, share (a third, twice as many). It is proved (V112)."""
    counts: Line | None = None
    """What is counted (killed, killed or wounded, missing, deployed...), if it differs from the question's. Words of the text that no
    list has may stand here as they are printed."""
    of: Line | None = None
    """The people or things that the figure is about, if they differ from the question's: cadets, long-distance trains, the
    Civic Union. The text speaks of them near the figure (V117)."""
    scope: Line | None = None
    """The claim's scope, if it differs from the question's: a place, a period (the first week), a part of the whole (the upper deck). The id, the name or an alias
    of a place in places.yml stands for that place: a figure for it is set against one for a place that it lies within."""
    as_of: Line | None = None
    """EDTF date for which the claim holds, if it differs from the question's (2030-05-13 for "by Monday 12 had died"): printed at the passage, and no day of another statement of its
    sentence (V131). A count may hold on the day on which somebody gave it."""
    hour: Line | None = None
    """Only for an answer to a running count: the time of day at which the count stood or was given, if the text prints one (V131): on a clock, as
    "14:05", or a part of the day: small hours, morning, midday, afternoon, afternoon or evening (Spanish "tarde"), evening, night. It is of the
    day in as_of or said_on, or else of the article's; a night may be of two days. Counts of one day are in the order of their hours."""
    said_on: Line | None = None
    """EDTF date on which the source said it, as far as the text gives it: 2030-05-13 for "the ministry said on Monday"."""
    said_as: Line | None = None
    """The text's own words for that day, if said_on was worked out from them (on Saturday, last week): pages print them, and the day as
    this site's."""
    sources: list[Slug] = []
    """Who said it first: ids from sources.yml. Empty: the text names no source."""
    via: list[Slug] = []
    """Relays that it came through, such as a channel or another paper, beginning with the one nearest to the source: the
    harbour's channel in "the line said on the harbour's channel"."""
    attribution: ATTRIBUTIONS = "stated"
    """implied: the sentence names no source, but its context leaves no doubt who is meant. none: the text says it
    in its own voice or names no source; then there are no sources. open: neither, as the words may be somebody's or the text's own (a
    relative clause, a sentence between two that are reported); then there are no sources either, and leaves_open may say what is open."""
    speech: Word[Speech] = Speech.REPORTED
    """quoted: the outlet prints these words in quotation marks, so they are the source's own. reported: they are the outlet's."""
    where: Word[Where] = Where.TEXT
    """headline or caption, if these words stand there and not in the article's text."""
    cue: Line | None = None
    """The verb or phrase that attributes it, as printed: claimed, said, estimated, reportedly."""
    status: Line | None = None
    """The outlet's own words that it could not verify this claim, as printed: could not be independently verified."""
    status_covers: Word[Covers] = Covers.EVERYTHING
    """What these words are about: everything that the source says in the article, or this claim (the footage, one figure)."""
    verified: Line | None = None
    """The outlet's own words that it has checked this itself, as printed: that it holds the document, has heard the recording, has seen the
    film."""
    doubt: Line | None = None
    """The word by which the text calls it likely and no more, as printed: likely, probably, appears to. Not needed for a figure that is read
    with its hedge ("probably 30"). It stands in the sentence on the row, and such an answer contradicts nothing outright."""
    leaves_open: Line | None = None
    """What the text leaves open about its own words, as it stands behind "leaves open" in a sentence: which part of it is the minister's. The
    sentence on the row says it, and such an answer contradicts nothing outright. It stands behind what other outlets print: no "that" or "this"
    that could mean theirs."""
    quote: Line | None = None
    """A short fragment of the source text that shows it, as printed; never a whole sentence."""
    statement: Slug | None = None
    """A name shared by claims of several articles that print the same statement in different words
    (two translations, two cuts): their words are then shown side by side however much they differ."""
    gist: Line | None = None
    """What the words of an answer in words amount to, in the site's own words: grain dust. Answers with the same gist stand together, each in its own
    words; nothing else follows from it."""
    rendering: Line | None = None
    """The printed words as this site renders them, where readers need it: put into the site's language, or a slip of the text put right. Pages show
    it in square brackets behind them; nothing follows from it."""
    part_of: Slug | None = None
    """The id of another claim of this article that includes this one (30 of the 200)."""
    against: list[Slug] = []
    """Only for words of a headline: ids of claims of this article on the same question that its text has instead, and that do not
    bear the headline out. For wordings, of which no rule can tell it; other answers are held against each other without it."""
    note: Prose | None = None
    """The editor's remark, in the site's own words."""
    locator: LocatorEntry | None = None
    """The position of the words in the private text. Not written by hand."""
    allow: list[AllowEntry] = []
    """Proof rules that are not applied to this claim, each with a reason."""


class SilenceEntry(_Entry):
    """One item of an article's ``silences``: why it does not answer a question, if the editor knows."""

    question: Line
    """The question, as topic/question."""
    kind: Word[SilenceKind]
    """Why the article does not answer it."""
    note: Prose | None = None
    """The editor's remark, in the site's own words."""


class FormerClaimEntry(_Entry):
    """One item of a former text's ``claims``: what it printed otherwise."""

    id: Slug
    """The id of the claim, now or then."""
    printed: Line
    """The words that the former text printed."""
    dropped: bool = False
    """true: the new text has nothing in their place."""


class FormerEntry(_Entry):
    """One item of an article's ``former``: a text of it that its outlet changed. ``variorum publish`` writes it."""

    source_file: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=120)]
    """Name of the former text's file in the private folder."""
    source_sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    """SHA-256 of that file, in hexadecimal."""
    revised: Line
    """EDTF date on which the outlet changed it, or the interval within which it did."""
    headline: Line | None = None
    """The former headline, if it was another."""
    claims: list[FormerClaimEntry] = []
    """What the former text printed in the place of claims, or besides them."""
    added: list[Slug] = []
    """The ids of the claims that this revision brought."""


class ArticleEntry(_Entry):
    """The front matter of ``content/articles/<slug>.md``."""

    outlet: Slug
    """Who printed it: an id from outlets.yml."""
    headline: Line | None = None
    """The headline as printed; leave it out if the available text has none."""
    working_title: Line | None = None
    """The site's own title for an article whose text has no headline; it is shown with the remark that it is this site's. Not used if there is a headline."""
    byline: list[Line] = []
    """The names in the byline, as printed."""
    credit: Line | None = None
    """The agency or paper credited for the text, as printed in the byline or credit line."""
    story: Slug | None = None
    """The story that it belongs to, by its id in stories.yml: only that one's questions and sources are proposed for it. Not needed on
    a site of one story, nor once it has claims; questions of other stories may be answered too."""
    copy_of: Slug | None = None
    """The id of the article whose text this one repeats, wholly or largely (the same wire report, a reprint):
    the two then count as one text."""
    published: Line | None = None
    """EDTF date of publication: a day, with the time of day if it is known (2030-05-13T09:30, 2030-05-13T09:30+02:00), or the interval
    that can be inferred from the text."""
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")] = "en"
    """BCP 47 language of the text."""
    completeness: Word[Completeness]
    """How much of the article is available: full text, excerpt, or a mirror's copy."""
    url: Url | None = None
    """Where the outlet published it, if known."""
    archived: Url | None = None
    """Where a web archive keeps a copy of it, if one does: https://web.archive.org/web/2024/https://example.com/story."""
    source_file: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=120)]
    """Name of the text's file in the private folder of source texts."""
    source_sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    """SHA-256 of that file, in hexadecimal."""
    revises: Slug | None = None
    """Only in a draft: the article whose text the outlet changed. ``variorum add --revises`` writes it, and ``publish`` puts the draft in
    that article's place."""
    revised: Line | None = None
    """Only with ``revises``: EDTF date on which the outlet changed it, or the interval within which it did."""
    former: list[FormerEntry] = []
    """The texts that the article had before its outlet changed them, the oldest first."""
    draft: bool = False
    """true: the article is unfinished. ``check`` lists what it still lacks, and a build leaves it out."""
    checked: Line | None = None
    """The day on which the claims were last located in the text. Written with the locators."""
    inferred: dict[Literal["outlet", "headline", "byline", "published", "credit", "completeness"], Prose] = {}
    """For each key that the text does not state outright: what it was inferred from."""
    spellings: dict[Slug, list[Line]] = {}
    """Names that outlets spell differently: id of a source or place -> spellings as printed in this text.
    Each must be the name or one of its aliases."""
    renderings: dict[Line, Line] = {}
    """How this site renders words that stand beside its claims, or the headline, where readers need it: the words as printed -> in the site's
    language (sagte: said). Pages show them in square brackets behind the words; nothing follows from them."""
    claims: list[ClaimEntry] = []
    """The article's answers, one item per answer."""
    silences: list[SilenceEntry] = []
    """Questions that it does not answer, if the reason is not the usual one."""


class QuestionEntry(_Entry):
    """One item of a topic's ``questions``: one row of its comparison."""

    id: Slug
    """Name of the question, unique in its topic; part of its address."""
    text: Line
    """The question in full, precise enough that two answers can be compared."""
    short: Line
    """A few words for tables and lists."""
    answer: Word[Answer]
    """The kind of answer that it asks for."""
    unit: Line | None = None
    """For a quantity: the unit (people, percent, km, °C, EUR, million EUR, per day, share)."""
    counts: Line | None = None
    """For a quantity: what is counted (killed or wounded, deployed...)."""
    printed_as: list[Line] = []
    """For a quantity: other words that papers print for what is counted, in any language (would go, are for the chop). A star stands for
    any ending. Where one of them stands in a figure's sentence, it says what ``counts`` does."""
    of: Line | None = None
    """For a quantity: the people or things that the figure is about: North Korean soldiers, regional trains."""
    detail_of: Slug | None = None
    """The id of a question of this topic of which this one asks a detail (how many it killed). Only a text that answers that one can
    leave this one out."""
    covers: Line | None = None
    """For a quantity: what its figures are for, as it stands behind "every figure for" in a sentence (the weekend of 3 and 4 May). Sentences
    put ``short`` in quotation marks where it is missing."""
    when: Line | None = None
    """EDTF date or period that the question asks about: 2030-05-13, 2030-05-03/2030-05-04."""
    running: bool = False
    """true: the answer grows while it is told, as a toll does. Each answer is then of the day for which or on which it was said, or
    else of the publication of its article; a later one of one source is a later count, never a contradiction."""
    known_from: Line | None = None
    """EDTF day from which the answer could be known (2030-05-13, the day of the attack): an article published before counts as too early, not as silent."""
    overtaken_from: Line | None = None
    """EDTF day from which what came since overtook the answers: whether an article published then or later leaves them out is open."""
    note: Prose | None = None
    """What a reader must know to understand the row."""


class TopicEntry(_Entry):
    """A file ``content/topics/<id>.yml``."""

    title: Line
    """The page's title."""
    lead: Prose
    """One or two sentences on what is compared here."""
    questions: Annotated[list[QuestionEntry], Field(min_length=1)]
    """The rows, in the order of the page; the first is the topic's headline question."""


class StoryEntry(_Entry):
    """One entry of ``content/stories.yml``, under its id."""

    title: Line
    """The story's title."""
    summary: Prose
    """What happened, in neutral words."""
    topics: Annotated[list[Slug], Field(min_length=1)]
    """Its topics, in the order of the pages."""


class OutletEntry(_Entry):
    """One entry of ``content/outlets.yml``, under its id."""

    name: Line
    """The name as readers know it."""
    short: Line | None = None
    """A shorter name for table headings."""
    called: Line | None = None
    """Its name inside a sentence, with its article: the FT, the Daily Comet. Left out, sentences use ``short``."""
    aliases: list[Line] = []
    """Other names in print: how its own pages, or papers that quote it, call it."""
    kind: OUTLET_KINDS
    """The kind of outlet."""
    country: Line | None = None
    """The country where it is based."""
    hosts: list[
        Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$", max_length=120)]
    ] = []
    """Host names of its website, such as example.com: a saved page that names one of them is this outlet's."""
    note: Prose | None = None
    """What a reader should know about it, in neutral words."""
    same_as: list[Url] = []
    """Addresses of what is the same elsewhere, such as https://www.wikidata.org/wiki/Q42: data files and search engines join by them."""


class SourceEntry(_Entry):
    """One entry of ``content/sources.yml``, under its id."""

    name: Line
    """The name used on the site."""
    short: Line | None = None
    """Name used in sentences, with its article: the GUR, Zelensky."""
    aliases: list[Line] = []
    """Other names in print: translations, abbreviations, spellings."""
    kind: SOURCE_KINDS
    """The kind of source."""
    stake: Word[Stake]
    """Its interest in this story: it counts its own losses or the enemy's, is a party to the matter in
    another way (a company, a union), is a third party, or has none; unknown if it cannot be told, as of unnamed observers."""
    stake_note: Prose | None = None
    """The stake in a few words."""
    side: Annotated[Line, StringConstraints(max_length=40)] | None = None
    """Its side in this story in a reader's words, the same for all sources of that side: Ukraine's side, outside the fighting, the
    bank's side. Left out, pages tell its stake."""
    about: Annotated[Line, StringConstraints(max_length=40)] | None = None
    """What else readers have to know of it beside its side, in a few words: arms Ukraine, based in Kyiv, a platform."""
    speaks_for: Slug | None = None
    """The id of the source for which it speaks, so that both count as one origin: a spokesman for a ministry. Leave it out where
    the two may say different things."""
    same_as: list[Url] = []
    """Addresses of what is the same elsewhere, such as https://www.wikidata.org/wiki/Q42: data files and search engines join by them."""


class PlaceEntry(_Entry):
    """One entry of ``content/places.yml``, under its id."""

    name: Line
    """The name used on the site."""
    aliases: list[Line] = []
    """Other spellings in print."""
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    """Degrees north; leave it out if no source locates the place."""
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None
    """Degrees east."""
    precision: Line | None = None
    """How exact the coordinate is."""
    located_by: Line | None = None
    """The source of the coordinate."""
    within: Slug | None = None
    """The id of the next larger place that it lies within: a region for a village, a country for a region."""
    note: Prose | None = None
    """Namesakes, doubts, the reason why it is not located."""
    same_as: list[Url] = []
    """Addresses of what is the same elsewhere, such as https://www.wikidata.org/wiki/Q42: data files and search engines join by them."""


ClaimPath = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$", max_length=161)
]
"""A claim as article/claim, or a question as topic/question."""


class MovedEntry(_Entry):
    """What became of one id that there was."""

    to: Line | None = None
    """The id that took its place, in the same form. It may itself have moved on. Leave it out if nothing took its place."""
    on: Line | None = None
    """EDTF date of the change."""
    why: Prose | None = None
    """Why, for readers; required where nothing took its place."""


class MovedFile(_Entry):
    """The file ``content/moved.yml``: ids that were published and are not used any more. Their addresses lead on to what took their
    place, or say why nothing did."""

    articles: dict[Slug, MovedEntry] = {}
    """Former names of articles."""
    claims: dict[ClaimPath, MovedEntry] = {}
    """Former claims, as article/claim. Those of a renamed article need no entry unless they were renamed, too."""
    topics: dict[Slug, MovedEntry] = {}
    """Former ids of topics."""
    questions: dict[ClaimPath, MovedEntry] = {}
    """Former questions, as topic/question. Those of a renamed topic need no entry unless they were renamed, too."""
    stories: dict[Slug, MovedEntry] = {}
    """Former ids of stories."""
    outlets: dict[Slug, MovedEntry] = {}
    """Former ids of outlets."""
    sources: dict[Slug, MovedEntry] = {}
    """Former ids of sources."""
    places: dict[Slug, MovedEntry] = {}
    """Former ids of places."""


class ChangeEntry(_Entry):
    """One item of ``changes`` in a file of ``content/changes/``."""

    what: Word[News]
    """What happened. Each asks for other keys."""
    article: Slug | None = None
    """The article that is new, that was revised, or that is now known to be the first; or that a correction is about."""
    question: ClaimPath | None = None
    """The question, as topic/question."""
    claims: Annotated[list[ClaimPath], Field(max_length=20)] = []
    """The claims, each as article/claim: those with a new high or low, the two whose relation turned, or the one that a correction is
    about."""
    topic: Slug | None = None
    """The topic that a correction is about, or in which something stood that is gone."""
    was: Line | Number | None = None
    """What was before: the former low or high, the former relation, the article that was held to be the first."""
    was_printed: Line | None = None
    """How a former low or high was printed, where nobody gave it as exact: "about 6,000"."""
    now: Line | Number | None = None
    """What is now: the low or high, the relation."""
    pairs: Annotated[int, Field(ge=1, le=10**9)] = 1
    """How many pairs of answers turned so; the two claims are one of them."""
    revision: Annotated[int, Field(ge=1, le=1000)] | None = None
    """Which revision of the article, counted from 1."""
    text: Line | None = None
    """For a correction: what was wrong, and what is right."""
    gone: Line | None = None
    """What to call an article or question that this site no longer has. Then its id is left out, and topic says where it stood."""


class ChangesEntry(_Entry):
    """A file ``content/changes/<name>.yml``: what changed on the site at one time. ``variorum publish``, ``log`` and ``correct`` write
    them."""

    at: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$")]
    """When, in UTC: "2030-05-14T09:30:00Z", in quotation marks."""
    changes: Annotated[list[ChangeEntry], Field(min_length=1, max_length=500)]
    """What changed, the more important first."""


class SiteEntry(_Entry):
    """The file ``content/site.yml``: settings for the whole site."""

    quote_limit: Annotated[int, Field(ge=3, le=60)] = 15
    """The most words that a quoted fragment may have. Two Chinese or Japanese characters count as a word, and three letters of Thai,
    Lao, Burmese or Khmer."""
    precis_words: Annotated[list[int], Field(min_length=2, max_length=2)] = [120, 200]
    """Fewest and most words of an article's précis. Of a text so short that a third of it is fewer, a third is enough."""
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")] = "en"
    """BCP 47 language of what the editors write: titles, questions, notes, précis. Pages mark it if their menus are in another one."""
    corrections: (
        Annotated[
            str,
            StringConstraints(pattern=r"^[^\s<>\"']+$", max_length=500),
            AfterValidator(_takes_corrections),
        ]
        | None
    ) = None
    """Where readers tell what is wrong: a mail address, or the address of a form (``{claim}`` in it becomes ``article/claim``). Every
    claim's "Correct this" leads there. Left out, it leads to a new issue in the repository that ``repo_url`` in ``mkdocs.yml`` names, if that is on
    GitHub, GitLab or Codeberg; else there is no such link."""
    licence: (
        Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9.+-]*$", max_length=60)] | None
    ) = None
    """The licence of the texts and data that the editors write, by its SPDX identifier: CC-BY-4.0. The data package names it. Quoted words
    stay their publishers'."""
