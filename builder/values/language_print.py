"""What a language's file says of the print around a statement: nouns that look like verbs of saying, what a paper prints beside its report,
and how names are told from other words.

The lists are written as ``language_parts.py`` says.
"""

from __future__ import annotations

import msgspec
from msgspec import Struct

from builder.values.language_parts import Phrases


class _Part(Struct, frozen=True, forbid_unknown_fields=True):
    """A part of a language's file. What it does not need, a language leaves out."""


class Statements(_Part, frozen=True):
    """What somebody says, as a thing: with it, a sentence may be in the text's own voice."""

    nouns: Phrases = ""
    """Forms of verbs of saying that are nouns, too: "claims", French "démenti". Where nouns have capital letters, all that have one are."""
    owned: Phrases = ""
    """Adjectives between whose it is and such a noun: "the line's earlier claims"."""
    goes_on: Phrases = msgspec.field(default="", name="goes on")
    """Words behind such a noun, by which it is one: "claims of"."""
    begins: Phrases = ""
    """What stands before a name with such a noun behind it: "despite the line claims"."""
    apart: Phrases = ""
    """What begins a clause that tells what somebody said as other than it is: "contrary to what"."""
    than: Phrases = ""
    """What begins a clause that a figure is compared with: "than" of "more than the mayor admitted"."""


class Names(_Part, frozen=True):
    """How names are told from other words. Without endings, the rule on the names of a précis rests."""

    endings: Phrases = ""
    """How words end that are made of a name, and a name in another case: "ian", Russian "ом"."""
    countries: dict[str, Phrases] = {}
    """What is of a country whose name it does not begin with -> the country's names: "dutch" -> netherlands, holland."""
    before: Phrases = ""
    """Where nouns have capital letters: what stands before a name, and hardly ever before a noun without its article: German "in"."""
    titles: Phrases = ""
    """What may stand before a surname and is no first name: "Mrs", "Inspector"."""
    common: Phrases = ""
    """There too: nouns that may stand there and are no names."""
    common_endings: Phrases = msgspec.field(default="", name="common endings")
    """How such nouns end."""


class Page(_Part, frozen=True):
    """What a paper prints around its report. Without these words, the rules on it find nothing."""

    copies: Phrases = ""
    """Traces of a copy that is not whole, in one line: "continue reading". With ``^``, at a line's beginning."""
    byline: Phrases = ""
    """What begins a byline: "by"."""
    credit: Phrases = ""
    """What stands before an agency in the line that credits it: "source:", French "avec"."""
    signed: Phrases = ""
    """What begins a line that says who worked on a report: "edited by"."""
    first_printed: Phrases = msgspec.field(default="", name="first printed")
    """What stands before the paper that printed a report first: "first published in"."""
    passed_on: Phrases = msgspec.field(default="", name="passed on")
    """What stands in a report's first lines before the agency that it is from: German "meldet die Nachrichtenagentur"."""
    translated: Phrases = ""
    """What stands before who translated a report: "translated by"."""
    published: Phrases = ""
    """What stands before a day in a line that says when a text was published, or changed: "published on"."""
    changed: Phrases = ""
    """What begins such a line where it tells of a change: "updated"."""
    own: Phrases = ""
    """What begins a phrase in which a paper speaks of itself: "our"."""
    own_things: Phrases = msgspec.field(default="", name="own things")
    """Of what it then speaks: "newsletter"."""
    appeals: Phrases = ""
    """What it asks of its readers: "sign up for"."""
    corrections: Phrases = ""
    """By which it tells them what it had wrong: "an earlier version said"."""


class Wordings(_Part, frozen=True):
    """How two printed wordings are held beside each other, whatever their languages."""

    negations: Phrases = ""
    """Words that turn a statement round and do nothing else: "not"."""
    denying: Phrases = ""
    """Verbs by which somebody answers a statement with a no: "deny"."""
    raising: Phrases = ""
    """Verbs by which somebody gives a figure that is above the one that he gave before: "raised"."""
    joining: Phrases = ""
    """Words that only join a clause to its verb: "that"."""
    articles: Phrases = ""
    """Articles, with or without which a wording is the same. None that is another word in some other language: German "die"."""
