"""Single claims, silences and sources in words, as all pages show them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from builder.compare.days import is_worked_out, moment, running, until_said
from builder.compare.scopes import begins_a_phrase, thing
from builder.compare.values import plain_caption
from builder.content.model import Claim, Outlet, Party, Place, Question
from builder.pages.links import Target
from builder.pages.views.words import Words
from builder.values import dates, quantity
from builder.values.dates import DateSpan
from builder.values.direction import isolated
from builder.values.quantity import Quantity
from builder.values.text import folded


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
    """The claim's place on the topic's page."""
    question: str
    printed: str
    """The printed words, without quotation marks."""
    answer: str | None
    """``yes`` or ``no`` if the question asks for one, ``read as no`` if the words do not say it themselves; else None."""
    meaning: str | None
    """The meaning of the printed words; None if they already state it."""
    meaning_label: str
    """What that meaning is: a figure, a day, or the name that this site uses."""
    said_by: str
    """The names of the sources that said it, separated by commas; empty if the text names none."""
    shown_in: str
    """The names of the videos that show it, likewise: they say nothing."""
    via: str
    """The names of the channels that it came through and of the sources that relayed it, likewise."""
    named: bool
    """Whether the text names any source; if not, it says it in its own voice."""
    unsaid: bool
    """Whether its text leaves it to the context on whose word it is."""
    manner: str | None
    """Whether a wording is quoted or reported; None if that does not matter."""
    where: str | None
    """The part of the article that prints it, if that is not its text."""
    """Whether the attribution is clear only from the context."""
    cue: str | None
    """The word that attributes it, as printed."""
    status: str | None
    """The outlet's own words on verification, as printed."""
    verified: str | None
    """The outlet's own words that it has checked this itself, as printed."""
    doubt: str | None
    """The word by which the text calls it likely and no more, as printed."""
    leaves_open: str | None
    leaving: str
    """Words before that: where its source says neither yes nor no, it need not be the article that leaves it open."""
    """What the text leaves open, as it stands behind "leaves open"."""
    gist: str | None
    """What the words amount to, in the site's own; None if the editor has not said so."""
    rendering: str | None
    """The printed words as the site renders them, in its own language or with a slip put right; None if the editor has not done so."""
    renderings: tuple[tuple[str, str], ...]
    """Words of its text that are printed beside it, and how the site renders each."""
    unchecked: bool
    """Whether to say that there is no word on verification: nowhere in its article."""
    counting: str | None
    """What is counted and of which population, if it is not what the question asks for."""
    scope: str | None
    scope_told: str | None
    """The scope as a phrase: ``for Kursk Oblast``, ``of the footage``, ``by noon``."""
    as_of: str | None
    """The day that it holds for, if it is not the question's."""
    as_of_label: str
    """What stands before it: a figure is one as of a day, anything else of a day."""
    said_as: str | None
    """The text's words for the day of the statement, if ``said_on`` was worked out from them."""
    said_label: str
    """What stands before ``said_on``: a statement is made on a day, and dated to a month."""
    said_on: str | None
    until_said: str | None
    """That the day of its answer is only the one on which somebody spoke of it; None if it is more than that."""
    part_of: str | None
    """The printed figure that this one is a part of."""
    quote: str | None
    """A quoted fragment, if it says more than ``printed``."""
    note: str | None
    formerly: str | None
    """The words that its article printed first in their place."""
    language: str
    """The article's language, and so that of all its words."""
    unproved: str | None
    """A remark if its words were not found in the text, but those of other claims of its article were; else None."""


class SilenceView(Struct, frozen=True):
    """The reason for which an outlet does not answer a question, in words."""

    words: str
    """``Not mentioned``; never empty."""
    explained: str
    """The reason as a sentence."""
    note: str | None
    ours: bool = False
    """Whether the note is one of the interface's own sentences, in the reader's language, and none of the content's."""


class SourceView(Struct, frozen=True):
    """A source used on a page, with its stake."""

    target: Target
    name: str
    kind: str
    stake: str
    """Its stake in words; empty if it cannot be told."""
    side: str
    """Its side in the editor's words, which say more to a reader than the stake; empty if the registry has none."""
    about: str
    """What else to know of it beside its side; empty if the registry has nothing."""
    introduced: str
    """The same with what else to know of it; empty if the registry has neither."""
    note: str | None
    originates: int
    """Number of claims on the page that go back to it."""
    relays: int
    """Number of claims on the page that it relayed."""
    backing: str
    """Both numbers in words: ``two claims from this source, one claim only passed on``."""


def in_text(outlet: Outlet, say: Words) -> str:
    """Return an outlet's name inside a sentence of the interface: with its article only where that is the language's own."""
    return isolated(outlet.in_text if say.language.partition("-")[0] == "en" else outlet.short)


def meaning(claim: Claim, say: Words) -> str | None:
    """Return the meaning of a claim's printed words, or None if they already state it."""
    value = claim.value
    said: str | None = None
    if isinstance(value, Quantity):
        said = quantity.caption(value)
        # "around 30" says itself what it means; "dozens", and a figure in words, do not.
        if any(char.isdigit() for char in claim.printed) or not value.bounded:
            return None
    elif isinstance(value, DateSpan):
        said = dates.caption(value, say)
        if is_worked_out(claim):
            return say("{date} by this site’s reckoning", date=said)
    elif isinstance(value, tuple):
        said = place_names(value)
    return said if said and folded(said) != folded(claim.printed) else None


def meaning_label(claim: Claim, say: Words) -> str:
    """Return what kind of meaning ``meaning`` gives, as a label."""
    if isinstance(claim.value, Quantity):
        return say("in figures")
    if isinstance(claim.value, DateSpan):
        return say("day")
    named = claim.value if isinstance(claim.value, tuple) else ()
    return say("name") if any(isinstance(item, Party) for item in named) else say("place")


def answer_in_words(claim: Claim, say: Words) -> str | None:
    """Return a yes or no in words, as said or as read from the words, or that it is left open; None if the claim is none of these."""
    if claim.undecided:
        return say("left open")
    if not isinstance(claim.value, bool):
        return None
    if claim.no_sign:
        return say("no sign of it")
    if claim.is_reading:
        return say("read as yes") if claim.value else say("read as no")
    if claim.for_now:
        return say("yes, for now") if claim.value else say("no, for now")
    return say("yes" if claim.value else "no")


def moment_in_words(claim: Claim, question: Question, say: Words) -> str | None:
    """Return the day for which a claim holds if that is not the question's, or the hour of an answer to a running count."""
    day = running(claim) if claim.hour else claim.as_of
    return moment(claim, day, say) if day and day != question.when else None


def until_said_in_words(claim: Claim, say: Words) -> str | None:
    """Return that a claim's day is only that of a statement, and what is asked of then or before; None if it is not.

    Printed bare, "on November 5" reads as the day of what is asked.
    """
    if not until_said(claim) or claim.said_on is None:
        return None
    day = say.date(claim.said_on)
    return say(
        "said on {date}, of then or before"
        if is_one_day(claim.said_on)
        else "said in {date}, of then or before",
        date=say("{date} by this site’s reckoning", date=day) if claim.said_as else day,
    )


def is_one_day(span: DateSpan) -> bool:
    """Return whether a span is a single day: a statement is made on a day, and in a month."""
    return span.start == span.end


def scope_in_words(claim: Claim, say: Words) -> str | None:
    """Return the scope of a claim as a phrase, None if it has none."""
    if not claim.scope or begins_a_phrase(claim.scope):
        return claim.scope
    return say("for {scope}" if claim.scope_place else "of {scope}", scope=isolated(claim.scope))


def place_names(places: Sequence[Place | Party]) -> str | None:
    """Return the site's names of some places or parties, separated by commas, or None if there are none."""
    return ", ".join(isolated(place.name) for place in places) or None


def counting_in_words(claim: Claim, question: Question, say: Words) -> str | None:
    """Return what a claim counts and of whom where that is not what is asked, None if it is."""
    if isinstance(claim.value, Quantity) and claim.value.rest:
        return say("the other part, which leaves {figure}", figure=plain_caption(claim.value))
    differs = [
        str(mine)
        for mine, asked in ((claim.counts, question.counts), (claim.of, question.of))
        if mine and mine != asked
    ]
    if len(differs) == 2:
        return thing(claim, several=True)  # "counts dockers killed", "counts jobs cut at the mill"
    return ", ".join(differs) or None


class BranchView(Struct, frozen=True):
    """Outlets that did the same to what a source said."""

    claim: ClaimView
    """The print that stands for all of them."""
    outlets: tuple[str, ...]
    """The short name of each outlet that is named."""
    more: int
    """Number of outlets that are not named."""
    deeds: tuple[str, ...]
    """What they did on the way, in words of the interface."""
    printed: tuple[tuple[str, str], ...]
    """What they did in their own words: a label of the interface, empty for the words that attribute it, and the printed words."""


class RootView(Struct, frozen=True):
    """A source with the branches that lead from it."""

    name: str
    """Of reports that name no source, words that say so."""
    side: str
    """Its side in the editor's words; empty if the registry has none."""
    stake: str
    """Its stake in words; empty if it cannot be told."""
    target: Target | None
    branches: tuple[BranchView, ...]
    more: int
    """Number of outlets on branches that are not shown."""
    also: tuple[tuple[str, Target], ...] = ()
    """Other bodies by whose names it reaches readers: the government beside its ministry."""


class RelayView(Struct, frozen=True):
    """The picture of one question."""

    anchor: str
    """That of the question on its topic's page."""
    leads: bool
    """Whether the page leads with that question: else the picture stands beside it."""
    short: str
    roots: tuple[RootView, ...]
    embed: Target
    """The page that other sites may show in a frame."""
