"""What an article's page shows of its claims: a line a question, each beside the answers of others, as far as there is room."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from builder.compare.relation import Relation
from builder.content.model import Article, Claim, Question, Topic
from builder.content.vocabulary import Answer
from builder.pages import links
from builder.pages.links import Target
from builder.pages.views.beside import Around
from builder.pages.views.cited import in_original
from builder.pages.views.claims import Teller
from builder.pages.views.room import Size
from builder.pages.views.set_beside import Beside, OtherView
from builder.pages.views.standing import BadgeView, badge
from builder.pages.views.told import ClaimView

_STOPS = (Relation.CONFLICT, Relation.HEADLINE, Relation.TENSION, Relation.COPY)


STANDING = {
    Relation.SAME: "printed elsewhere too",
    Relation.COMPATIBLE: "fits what others print",
    Relation.PART_OF: "a part of what others print",
    Relation.LATER_COUNT: "others answer for another day",
    Relation.NOT_COMPARABLE: "others count something else",
}
"""How an answer stands to the closest of others, in a reader's words."""


NOT_COUNTED = {
    Relation.LATER_COUNT: "others speak of another day",
    Relation.NOT_COMPARABLE: "others speak of something else",
}
"""The same where the answer is no figure."""


ANSWERED = {Relation.SAME: "others answer likewise"}
"""The same of a yes or a no: another outlet that could not check something has not printed what the first did."""


HOURS = "others give an earlier or a later count", "others speak of another time"
"""What is said of a later count or word, of figures and of others, if one of them may be of the same day."""


UNITS = "in another unit or currency than what others print, not converted here"
"""What is said of a figure that differs from those of others in nothing but its unit."""


APART, ALONE = "others answer too", "only here"
IN_COPIES = "printed in copies of this text"
"""What is said of an answer that is printed elsewhere, but by those alone who print the same text."""


SIZE = 44_000
"""Estimated size in bytes, compressed, of the claims that a page shows beside the answers of others; above, it leads on to those."""


class SaidView(Struct, frozen=True):
    """One claim of the article with the answers of other articles."""

    anchor: str
    claim: ClaimView
    question: str
    """The question in full."""
    row: Target
    others: tuple[OtherView, ...]
    """The distinct answers of other articles, contradictions first, each as it was printed first: at most ``MOST``."""
    more: str
    """How many further answers the row has: ``three other answers``; empty if these are all."""
    apart: tuple[OtherView, ...]
    """Answers that it is not compared with: by other sources, or other statements. Empty if there are more than ``MOST``."""
    apart_count: str
    """Number of distinct answers that it is not compared with: ``three other answers, not compared``."""
    original: str | None
    """A link to its words in the original, or None."""
    correct: str | None
    """Where readers tell that it is wrong, or None if the site has no address for that."""
    standing: str = ""
    """How it stands to the answers of others, if another answer of the article to this question stands otherwise."""


class AskedView(Struct, frozen=True):
    """One question with the article's answers to it: a line that opens."""

    question: str
    """The question in short."""
    said: tuple[SaidView, ...]
    badge: BadgeView | None
    """The weightiest relation that makes a reader stop: a contradiction, a headline against its text, a tension. None if there is
    none: then the line is folded."""
    standing: str
    """How its answers stand to those of others, if nothing makes a reader stop: ``printed elsewhere too``. Empty if they differ in it:
    then each has its own."""
    brief: bool = False
    """Whether the page has no room for what is known of the claims and for the answers of others: then the line leads on to these."""


class SubjectView(Struct, frozen=True):
    """All claims of the article on one topic."""

    id: str
    title: str
    target: Target
    asked: tuple[AskedView, ...]


def subject_view(topic: Topic, article: Article, told: Around, teller: Teller) -> SubjectView | None:
    """Return the claims of an article on a topic, or None if it has none."""
    asked = tuple(
        found
        for question in topic.questions
        if (found := _asked(question, article, told, teller)) is not None
    )
    return SubjectView(f"on-{topic.id}", topic.title, links.topic(topic.id), asked) if asked else None


def as_far_as_room(subjects: tuple[SubjectView, ...]) -> tuple[SubjectView, ...]:
    """Return the subjects as far as a page has room: then in one line what no reader stops at, and if need be all else too."""
    size, stops = Size(), Size()
    for subject in subjects:
        for asked in subject.asked:
            _put(asked, size)
            if asked.badge:
                _put(asked, stops)
    if size.bytes <= SIZE:
        return subjects
    kept = stops.bytes <= SIZE
    return tuple(
        replace(
            subject,
            asked=tuple(replace(asked, brief=not (kept and asked.badge)) for asked in subject.asked),
        )
        for subject in subjects
    )


def _put(asked: AskedView, size: Size) -> None:
    for said in asked.said:
        claim = said.claim
        size.put(
            90,
            said.question,
            claim.printed,
            claim.quote,
            claim.note,
            claim.key,
            claim.status,
            claim.verified,
            claim.said_as,
        )
        for other in (*said.others, *said.apart):
            size.put(25, other.claim.key, other.claim.printed, other.reason)


def _asked(question: Question, article: Article, told: Around, teller: Teller) -> AskedView | None:
    own = [claim for claim in article.claims if claim.question == question.path]
    if not own:
        return None
    beside = [told.beside[claim.id] for claim in own]
    relations = {relation for one in beside for relation in one.relations}
    stops = next((relation for relation in _STOPS if relation.value in relations), None)
    words = STANDING if question.answer is Answer.QUANTITY else STANDING | NOT_COUNTED
    words = words | ANSWERED if question.answer is Answer.YES_NO else words
    standings = [teller.say(_standing(one, words)) for one in beside]
    alike = len(set(standings)) == 1
    fresh = map(_new(article.id), beside)
    said = tuple(
        _said(question, claim, one, teller, "" if alike or stops else standing)
        for claim, one, standing in zip(own, fresh, standings, strict=True)
    )
    return AskedView(
        question.short,
        said,
        badge(stops, teller.say, question.answer, claims=own) if stops else None,
        standings[0] if alike else "",
    )


def _standing(beside: Beside, words: Mapping[Relation, str]) -> str:
    """Return how an answer stands to the closest of others, by the words for that."""
    near = next((relation for relation in words if relation.value in beside.relations), None)
    if near is Relation.LATER_COUNT and not beside.other_days:
        counted, spoken = HOURS
        return counted if words is STANDING else spoken
    if near is Relation.NOT_COMPARABLE and beside.units:
        return UNITS
    if near is None and beside.in_copies:
        return IN_COPIES
    return words[near] if near else APART if beside.apart_count or beside.others else ALONE


def _new(article: str) -> Callable[[Beside], Beside]:
    """Return a function that takes from what the claims of an article on one question are set beside what one before has told.

    That is a reason; and of two claims of the article that differ, as a headline and its text do, the first has the other beside it.
    """
    told: set[str] = set()

    def fresh(beside: Beside) -> Beside:
        others = tuple(
            replace(other, reason="") if other.reason in told else other
            for other in beside.others
            if other.reason not in told or not other.claim.key.startswith(f"{article}/")
        )
        told.update(other.reason for other in beside.others if other.reason)
        return replace(beside, others=others)

    return fresh


def _said(question: Question, claim: Claim, beside: Beside, teller: Teller, standing: str = "") -> SaidView:
    return SaidView(
        anchor=links.claim(claim.article, claim.id).anchor,
        claim=teller.claim(claim),
        question=question.text,
        row=teller.cell(question.path, claim.outlet),
        others=beside.others,
        more=beside.more,
        apart=beside.apart,
        apart_count=beside.apart_count,
        original=in_original(teller.site.articles[claim.article], claim),
        correct=teller.site.settings.correction(claim.key),
        standing=standing,
    )
