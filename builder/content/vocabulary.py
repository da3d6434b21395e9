"""The words that content may choose from, each list once: the schema, the model and the desk read them here.

How a figure is hedged belongs to figures: ``builder.values.patterns.Modifier``.
"""

from __future__ import annotations

from enum import Enum
from typing import Literal

ARTICLES = "articles/"
TOPICS = "topics/"
SOURCES = "sources/"
"""Addresses of the pages that list all of a kind."""

OUTLET_KINDS = Literal["newspaper", "magazine", "agency", "broadcaster", "online", "aggregator", "unknown"]
SOURCE_KINDS = Literal[
    "intelligence service",
    "ministry",
    "military",
    "government",
    "head of state",
    "officials",
    "company",
    "organisation",
    "court",
    "think tank",
    "outlet",
    "channel",
    "video",
    "person",
    "analysts",
]


class Answer(Enum):
    """What kind of answer a question wants."""

    QUANTITY = "quantity"
    DATE = "date"
    PLACE = "place"
    YES_NO = "yes-no"
    WORDING = "wording"


class Stake(Enum):
    """What a source has at stake in what it says."""

    OWN_LOSSES = "own losses"
    ENEMY_LOSSES = "enemy's losses"
    PARTY = "party"
    THIRD_PARTY = "third party"
    NONE = "none"


class Completeness(Enum):
    """How much of an article is at hand."""

    FULL_TEXT = "full text"
    EXCERPT = "excerpt"
    MIRROR = "mirror"


class SilenceKind(Enum):
    """Why an article does not answer a question."""

    NOT_MENTIONED = "not mentioned"
    PUBLISHED_BEFORE = "published before"
    TEXT_INCOMPLETE = "text incomplete"


NOT_FOUND = "Not found"
"""How the note under ``inferred`` begins if a search found nothing: that there is nothing, it does not say."""
