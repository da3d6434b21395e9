"""What a story's page opens with: one card an outlet, and its contradictions and tensions as sides that face each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from builder.compare.days import in_turn
from builder.compare.disputes import Dispute
from builder.compare.hedges import are_of_independent_checks
from builder.compare.library import Library
from builder.compare.phrases import is_participle
from builder.compare.relation import Difference, Relation
from builder.compare.rows import Comparison
from builder.compare.scopes import thing
from builder.compare.speakers import SAID, SHOWN, THROUGH, as_printed
from builder.content.model import Claim, Question
from builder.content.vocabulary import Answer, Where
from builder.pages import links
from builder.pages.links import Target
from builder.pages.views.claims import OUR_NAME, Teller
from builder.pages.views.columns import OutletView
from builder.pages.views.standing import BadgeView, badge
from builder.pages.views.told import ClaimView, scope_in_words
from builder.values.direction import isolated
from builder.values.quantity import Quantity, is_measure
from builder.values.text import folded

ANSWERS, OUTLETS = 3, 4
"""Maximum number of answers that one side of a card shows, and of outlets that one answer names."""
DISPUTES = 4
"""Maximum number of contradictions and tensions that a page shows as cards."""
SIDES = 3
"""Maximum number of sides that a card shows."""

MANNERS = {SAID: "from {sources}", SHOWN: "shown in {sources}", THROUGH: "through {sources}"}
"""How a claim comes from its sources -> the interface's words for it."""


class AnswerLineView(Struct, frozen=True):
    """One answer of a side, as it is printed."""

    claim: ClaimView
    """The first that prints it so."""
    outlets: str
    """The outlets that print just this, on the same word; more than a few are counted."""
    whence: str
    """Their source: ``from the GUR``, ``in its own voice``."""


class OutletCardView(Struct, frozen=True):
    """One outlet's main answer: what it prints on the story's first question, else its first figure, else its first answer."""

    outlet: OutletView
    unnamed: str
    """Words that say so, if nobody knows the outlet; else empty."""
    page: Target
    """Its article, or the outlet's page if it has several."""
    headline: str
    """The headline over that answer; empty if there is none."""
    headline_rendering: str | None
    """The same in the site's language; None if the editor has not done so."""
    language: str
    """The headline's language."""
    claim: ClaimView | None
    """None if it answers nothing."""
    counted: str
    """What its figure counts, if that can be said in a few words: ``North Korean soldiers killed or wounded, 14–15 December``; else empty."""
    whence: str
    """The claim's source: ``from the GUR``, ``in its own voice``; empty without a claim, and if the text leaves open whose word it is."""
    side: str
    """The side of its sources in the editor's words; empty if the registry has none."""
    remark: tuple[str, str, str | None] = ("", "", None)
    """If the claim has no word on verification and its article has one on something else: that word, what it is about, and how the site
    renders it."""
    below: str = ""
    """The figure that its text goes on to print where the claim is a lead that rounds it up, in quotation marks; else empty."""
    retold: str = ""
    """What others tell the claim's figure as, if it is one figure of one source that is told as two things: ``losses of both armies``."""
    otherwise: tuple[AnswerLineView, ...] = ()
    """If the claim is a yes or a no: what its outlet prints to the contrary."""


class SideView(Struct, frozen=True):
    """One side of a contradiction or tension: answers that can all be right."""

    answers: tuple[AnswerLineView, ...]
    more: int
    """Number of answers that are not shown."""


class DisputeView(Struct, frozen=True):
    """A question on which accounts contradict each other or are in tension."""

    question: str
    """In short."""
    text: str
    """In full."""
    target: Target
    badge: BadgeView
    sides: tuple[SideView, ...]
    more: int
    """Number of sides that are not shown."""
    why: str
    """In English; may be empty."""


def outlet_cards(
    library: Library, rows: Sequence[Comparison], heads: Iterable[OutletView], teller: Teller
) -> tuple[OutletCardView, ...]:
    """Return one card for each of some outlets. ``rows`` are those of the story, in the story's order."""
    own: dict[str, list[tuple[Comparison, Claim]]] = {}
    for row in rows:
        for claim in row.claims:
            own.setdefault(claim.outlet, []).append((row, claim))
    cards = []
    for head in heads:
        answers = own.get(head.id, [])
        main = main_answer(answers, rows[0]) if answers else None
        (_, page), *others = head.articles
        article = library.site.articles[main.article] if main is not None else None
        cards.append(
            OutletCardView(
                head,
                teller.say(OUR_NAME) if library.site.outlets[head.id].kind == "unknown" else "",
                head.target if others else page,
                (article.headline or "") if article else "",
                article.headline_rendering if article else None,
                article.language if article else "",
                teller.claim(main) if main is not None else None,
                _counted(library.questions[main.question], main) if main is not None else "",
                # What it leaves open stands on the card.
                _whence(library, main, teller) if main is not None and not main.voice_open else "",
                _side_of(library, main) if main is not None else "",
                _remark(library, main, teller) if main is not None else ("", "", None),
                *(_of_others(_row_of(main, answers), main) if main is not None else ("", "")),
                sides_of(main, [claim for _, claim in answers], teller)[1:] if main is not None else (),
            )
        )
    return tuple(cards)


def checked(cards: Sequence[OutletCardView], teller: Teller) -> str | None:
    """Return once for all cards which outlets have a word on verification, if most have none; empty if most have one.

    None where no text has one: that tells them not apart, and no card says it either.
    """
    say = teller.say
    told = [card.claim for card in cards if card.claim]
    silent = [claim for claim in told if claim.unchecked and not claim.status]
    having = list(dict.fromkeys(claim.outlet for claim in told if claim.status))
    if not having:
        return None
    if len(silent) <= max(1, len(having)):
        return ""
    outlets = say.join_items(having)
    alone = are_of_independent_checks(claim.status for claim in told if claim.status)
    if len(having) == 1 and alone:
        return say(
            "Of the texts at hand, only that of {outlets} says that this could not be checked independently.",
            outlets=outlets,
        )
    if alone:
        return say(
            "{outlets} say that this could not be checked independently; the texts at hand of the others do not say so.",
            outlets=outlets,
        )
    if len(having) == 1:
        return say(
            "Of the texts at hand, only that of {outlets} says that this could not be checked.",
            outlets=outlets,
        )
    return say(
        "{outlets} say that this could not be checked; the texts at hand of the others do not say so.",
        outlets=outlets,
    )


def _row_of(claim: Claim, answers: Sequence[tuple[Comparison, Claim]]) -> Comparison:
    return next(row for row, other in answers if other is claim)


def _of_others(row: Comparison, claim: Claim) -> tuple[str, str]:
    """Return what a text prints below a claim that is its lead and rounds it up, and what other texts tell its figure as; or empty texts."""
    below = next((as_printed(text) for lead, text in row.leads if lead.key == claim.key), "")
    return below, _retold(row, claim)


def _retold(row: Comparison, claim: Claim) -> str:
    """Return what others tell a claim's figure as, if one figure of one source is told as two things in a row; else an empty text."""
    if claim.retold or not row.tense:
        return claim.retold or ""
    claims = row.once("by key", lambda: {claim.key: claim for claim in row.claims})
    for other in (claims[group.head.key] for group in row.groups):
        found = None if other.article == claim.article else row.between(claim, other)
        if found and Difference.RETOLD in found.differences and found.relation is Relation.TENSION:
            return thing(other, several=claim.of != other.of)
    return ""


def _counted(asked: Question, claim: Claim) -> str:
    """Return what a figure counts and for which time, in the editor's words; empty if they are no phrase.

    Of a figure whose text leaves something open it is not said for which time: that is the question's, and may be what is open.
    """
    counts, of = claim.counts or asked.counts, claim.of or asked.of
    if not isinstance(claim.value, Quantity) or is_measure(claim.unit):
        return ""
    if not of or not counts or not is_participle(counts):
        return ""
    covers = None if claim.leaves_open else asked.covers
    return ", ".join(filter(None, (f"{isolated(of)} {counts}", covers)))


def _whence(library: Library, claim: Claim, teller: Teller) -> str:
    """Return where a claim comes from, in the site's language: ``from the GUR``, ``shown in a drone video``."""
    names, say = library.source_names, teller.say
    found: dict[str, list[str]] = {}
    for id in claim.sources:
        found.setdefault(names.manner(id), []).append(isolated(names[id]))
    said = [
        say(MANNERS[manner], sources=say.join_items(found[manner])) for manner in MANNERS if manner in found
    ]
    if names.unsaid(claim):
        said.append(say("source only from the context"))
    bare = f"{say('only as')} {as_printed(claim, claim.cue)}" if claim.cue else say("in its own voice")
    told = ", ".join(said) or (say("leaves open whose word it is") if claim.voice_open else bare)
    # That an outlet has it only from another belongs to whose word it is.
    passed = say.join_items([isolated(names[id]) for id in claim.via])
    return f"{told}, {say('through')} {passed}" if passed else told


def _side_of(library: Library, claim: Claim) -> str:
    sources = (library.site.sources[id] for id in claim.sources)
    return ", ".join(dict.fromkeys(source.introduced for source in sources if source.introduced))


def _remark(library: Library, main: Claim, teller: Teller) -> tuple[str, str, str | None]:
    """Return an article's word on what it could not check, what that is about, and its rendering, for a claim that has none of its own.

    A card without it would look as if its article had checked everything, or had not a word on it.
    """
    if main.status or main.verified:
        return "", "", None
    claims = library.site.articles[main.article].claims
    # What an answer in these very words is about, its editor has said.
    scopes = {folded(claim.printed): scope_in_words(claim, teller.say) for claim in claims if claim.scope}
    told = (
        (claim.status, scopes.get(folded(claim.status)), claim.rendered(claim.status))
        for claim in claims
        if claim.status
    )
    return next(((words, about, rendering) for words, about, rendering in told if about), ("", "", None))


def main_answer(answers: Sequence[tuple[Comparison, Claim]], first: Comparison) -> Claim:
    """Return the main one of an outlet's answers, of which there is at least one: of the first question, else a figure, else any.

    As the question asks before of another scope, in the text before in the headline, and of a running count the latest.
    """
    wanted = (
        [pair for pair in answers if pair[0] is first]
        or [pair for pair in answers if pair[0].question.answer is Answer.QUANTITY]
        # What the accounts differ on tells outlets apart; the name of the town, which all have, does not.
        or sorted(answers, key=lambda pair: (not pair[0].parted, not pair[0].tense, len(pair[0].groups) == 1))
    )
    row = wanted[0][0]
    claims = [claim for found, claim in wanted if found is row]
    claims = [claim for claim in claims if claim.scope is None] or claims
    claims = [claim for claim in claims if claim.where is not Where.HEADLINE] or claims
    return max(claims, key=in_turn) if row.question.running else claims[0]


def sides_of(main: Claim, answers: Iterable[Claim], teller: Teller) -> tuple[AnswerLineView, ...]:
    """Return an outlet's yes or no with its source, and then each of its ``answers`` to the same question that says otherwise.

    An outlet that passes on what two sources say is on neither's side. Empty of a figure and of words: these are on no side.
    """
    shown: dict[bool | None, Claim] = {}
    for claim in (main, *answers):
        if claim.question == main.question and (claim.undecided or isinstance(claim.value, bool)):
            shown.setdefault(claim.value if isinstance(claim.value, bool) else None, claim)
    return tuple(
        AnswerLineView(teller.claim(claim), claim.outlet, _whence(teller.library, claim, teller))
        for claim in shown.values()
    )


def dispute_view(library: Library, dispute: Dispute, teller: Teller) -> DisputeView:
    """Return the card of a contradiction or tension."""
    found = badge(dispute.relation, teller.say)
    assert found is not None, "a dispute is a contradiction or a tension"
    return DisputeView(
        dispute.question.short,
        dispute.question.text,
        links.row(dispute.question.path),
        found,
        tuple(side_view(library, side, teller) for side in dispute.sides[:SIDES]),
        max(0, len(dispute.sides) - SIDES),
        dispute.why,
    )


def side_view(library: Library, side: Sequence[Claim], teller: Teller) -> SideView:
    """Return one side of a dispute."""
    alike: dict[tuple[str, str, str | None, Where], list[Claim]] = {}
    for claim in side:
        whence = _whence(library, claim, teller)
        alike.setdefault((folded(claim.printed), whence, claim.scope, claim.where), []).append(claim)
    lines = [
        AnswerLineView(
            teller.claim(claims[0]), _outlets(library, claims, teller), _of_several(claims, whence, teller)
        )
        for (_, whence, *_), claims in alike.items()
    ]
    return SideView(tuple(lines[:ANSWERS]), max(0, len(lines) - ANSWERS))


def _of_several(claims: Sequence[Claim], whence: str, teller: Teller) -> str:
    """Return where claims come from, by where the first does: several outlets speak in their own voice."""
    several = len({claim.outlet for claim in claims}) > 1
    return (
        teller.say("in their own voice") if several and whence == teller.say("in its own voice") else whence
    )


def _outlets(library: Library, claims: Sequence[Claim], teller: Teller) -> str:
    names = list(dict.fromkeys(isolated(library.site.outlets[claim.outlet].short) for claim in claims))
    rest = len(names) - OUTLETS
    return teller.say.join_items([*names[:OUTLETS], teller.say("{n} more", n=rest)] if rest > 0 else names)
