"""The vocabularies that content may choose from, for the schema, the model and the editor's commands.

Modifiers of figures are in ``builder.values.quantity.Modifier``.
"""

from __future__ import annotations

from enum import Enum
from typing import Literal

ARTICLES = "articles/"
TOPICS = "topics/"
SOURCES = "sources/"
OUTLETS = "outlets/"
PAIRS = "pairs/"
"""Addresses of the index pages."""

KINDS_OF_IDS = ("articles", "claims", "topics", "questions", "stories", "outlets", "sources", "places")
"""All that has an id, and so an address or a line in the data files."""

DATA_TABLES = (
    "articles", "revisions", "claims", "comparisons", "relations", "silences", "questions", "topics", "stories", "outlets", "sources", "places",
    "moved",
)  # fmt: skip
"""The names of the tables of the site's data, and so of their files."""

OUTLET_KINDS = Literal["newspaper", "magazine", "agency", "broadcaster", "online", "aggregator", "unknown"]
ATTRIBUTIONS = Literal["stated", "implied", "none", "open"]

SOURCE_KINDS = Literal[
    "intelligence service",
    "ministry",
    "military",
    "government",
    "head of state",
    "officials",
    "company",
    "organisation",
    "document",
    "court",
    "think tank",
    "outlet",
    "channel",
    "video",
    "person",
    "analysts",
    "others",
]


class Answer(Enum):
    """The kind of answer that a question asks for."""

    QUANTITY = "quantity"
    DATE = "date"
    PLACE = "place"
    YES_NO = "yes-no"
    WORDING = "wording"
    WHO = "who"
    """Persons, offices or bodies: which of them closed the bank."""


OPEN = "open"
"""The value of an answer to a yes-or-no question whose text leaves open which it is."""


class Speech(Enum):
    """Whether a claim's printed words are its source's, or the outlet's report of them."""

    QUOTED = "quoted"
    """The outlet prints them in quotation marks."""
    REPORTED = "reported"


class Where(Enum):
    """The part of an article that prints a claim."""

    TEXT = "text"
    HEADLINE = "headline"
    CAPTION = "caption"


class Covers(Enum):
    """What an outlet's words on verification are about."""

    EVERYTHING = "everything"
    """All that the claim's source says in the article."""
    CLAIM = "this claim"
    """This claim alone: the footage, or one figure."""


class Stake(Enum):
    """A source's interest in what it says."""

    OWN_LOSSES = "own losses"
    ENEMY_LOSSES = "enemy's losses"
    PARTY = "party"
    THIRD_PARTY = "third party"
    NONE = "none"
    UNKNOWN = "unknown"
    """It cannot be told, as of unnamed observers; nothing is printed."""


class Completeness(Enum):
    """How much of an article is available."""

    FULL_TEXT = "full text"
    EXCERPT = "excerpt"
    MIRROR = "mirror"


class SilenceKind(Enum):
    """The reason why an article does not answer a question."""

    NOT_MENTIONED = "not mentioned"
    PUBLISHED_BEFORE = "published before"
    TEXT_INCOMPLETE = "text incomplete"
    MAY_BE_CUT = "copy may be cut"
    NOT_LOOKED_FOR = "not looked for"
    UNANSWERED = "not answered"
    """The text speaks of it and gives no answer: it says that somebody declined to comment, or that there is no figure."""
    OPEN = "open"
    """The text does not say it, and need not have known it, or it was overtaken by then."""


class News(Enum):
    """What the log of changes tells."""

    NEW_ARTICLE = "new article"
    REMOVED = "article removed"
    NEW_HIGH = "new high"
    NEW_LOW = "new low"
    TURNED = "relation turned"
    """Two answers now stand to each other otherwise than before."""
    FIRST = "first appearance"
    """Another article is now known to have been the first to answer a question."""
    REVISED = "article revised"
    """An outlet changed its article."""
    CORRECTION = "correction"
    """These pages were wrong; an editor says how."""


NOT_FOUND = "Not found"
"""How the note under ``inferred`` begins if a search found nothing: that there is nothing, it does not say."""
