"""A topic's questions with their answers: each distinct answer once, with the outlets that print it and on whose word.

One list serves both ways to look at it. By answer it is read as it stands; by outlet the style sheet puts each report into the
column of its outlet. So nothing is on the page twice, and every place has one address.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

from msgspec import Struct

from builder.compare.days import moment, running
from builder.compare.phrases import capital
from builder.compare.relation import Relation, is_unordered
from builder.compare.rows import Comparison
from builder.compare.sentences.running import as_it_went
from builder.content.model import Claim, Outlet, Question
from builder.content.vocabulary import Answer, Where
from builder.pages import links
from builder.pages.links import Target
from builder.pages.views.claims import Teller
from builder.pages.views.ladder import scope_of
from builder.pages.views.reasons import ReasonView, reasons
from builder.pages.views.room import Limits
from builder.pages.views.standing import BadgeView, Standing, badge
from builder.pages.views.told import ClaimView, RelayView, counting_in_words
from builder.values.direction import isolated
from builder.values.quantity import Quantity, caption
from builder.values.text import folded

FOLDED = 4
"""Maximum number of reports of an answer that a page shows unfolded."""
NOTES = 10
"""Maximum number of sentences on headlines and hedges under a question."""


class ReportView(Struct, frozen=True):
    """One outlet's print of an answer."""

    claim: ClaimView
    at: int
    """The column of its outlet, from 1."""
    anchor: str
    """Empty for further answers of an outlet to one question."""
    repeats: bool
    """Whether it prints the words that stand over the answer."""
    named: bool
    """Whether the sentence on the row speaks of its outlet, so that it is shown wherever the sentence is."""
    day: str | None
    """The day that it holds for, as a phrase, if it is not the question's."""
    copied: str = ""
    """The outlet whose text it prints, as a sentence names it; empty if the text is its own."""


class AnswerView(Struct, frozen=True):
    """A distinct answer."""

    claim: ClaimView
    """The print that stands for it."""
    reports: tuple[ReportView, ...]
    more: int
    """Number of outlets that print it and are not shown."""
    told: str
    """How many give this answer, in words: reports, or outlets if some print another's text."""
    against: BadgeView | None
    """That another answer contradicts it or is in tension with it; None if none does."""


class GapView(Struct, frozen=True):
    """An outlet that does not answer a question."""

    at: int
    anchor: str
    outlet_id: str
    outlet: str
    short: str
    words: str
    """Why: ``Not mentioned``."""
    note: str | None
    again: bool
    """Whether the gap before it has the same reason."""
    ours: bool = False
    """Whether the note is one of the interface's own sentences."""


class QuestionView(Struct, frozen=True):
    """One question with all that is said on it."""

    anchor: str
    target: Target
    short: str
    text: str
    when: str | None
    """The day or days that the question is about."""
    note: str | None
    badges: tuple[BadgeView, ...]
    parted: bool
    """Whether accounts contradict each other or are in tension."""
    alone: bool
    """Whether one outlet answers."""
    wording: bool
    """Whether the answers are words rather than figures, dates or places."""
    stated: bool
    """Whether the answers are yes and no."""
    summary: str
    notes: tuple[str, ...]
    headlines: tuple[tuple[str, str], ...]
    """Outlets of which only a headline answers, each with the editor's remark on what its text has instead."""
    answers: tuple[AnswerView, ...]
    more: int
    """Number of distinct answers that are not shown."""
    whole: tuple[str, Target] | None
    """Number of all reports in words, and the page that has them; None if they are all here."""
    gaps: tuple[GapView, ...]
    """Outlets without an answer, by reason; on a page that would be too large with all, none."""
    reasons: tuple[ReasonView, ...]
    quotes: tuple[ClaimView, ...]
    """Answers with the words around them."""
    unanswered: bool
    embed: Target | None = None
    """The page that other sites show in a frame; None if nobody answers."""
    relay: RelayView | None = None
    """The picture of who said it, if the page has it beside this question."""


def question_view(
    standing: Standing, outlets: Sequence[Outlet], teller: Teller, limits: Limits | None = None
) -> QuestionView:
    """Return a question with its answers and the outlets that have none, in columns by ``outlets``.

    With ``limits`` it shows no outlets without an answer; and if it has more answers than they allow, it leads on to a page of its own.
    """
    row = standing.row
    question = row.question
    told = distinct(row, teller)
    cut = limits is not None and is_cut(told, limits)
    columns = {outlet.id: at for at, outlet in enumerate(outlets, 1)}
    target = links.row(question.path)
    return QuestionView(
        anchor=target.anchor,
        target=target,
        short=question.short,
        text=question.text,
        when=teller.say.date(question.when) if question.when else None,
        note=question.note,
        badges=standing.badges,
        parted=standing.parted,
        alone=standing.alone,
        wording=question.answer is Answer.WORDING,
        stated=question.answer is Answer.YES_NO,
        summary="" if standing.alone else row.summary,
        notes=row.notes[: NOTES if not cut else 1],
        headlines=() if cut else tuple(_only_headlines(row, teller)),
        answers=answers_of(row, columns, teller, limits if cut else None),
        more=max(0, len(told) - limits.answers) if cut and limits else 0,
        whole=(
            teller.say.count(sum(len(one.reports) for one in told), "report"),
            links.question(question.path),
        )
        if cut
        else None,
        gaps=_gaps(row, outlets, teller) if limits is None else (),
        reasons=() if cut else reasons(row, teller),
        quotes=() if cut else tuple(quotes(row, teller)),
        unanswered=not row.claims,
        embed=links.embed(question.path) if row.claims else None,
    )


def _only_headlines(row: Comparison, teller: Teller) -> Iterator[tuple[str, str]]:
    """Yield the outlet and the remark of each answer that stands in a headline and not in the text under it."""
    in_texts = {claim.article for claim in row.claims if claim.where is not Where.HEADLINE}
    for claim in row.claims:
        if claim.where is Where.HEADLINE and claim.article not in in_texts and claim.note:
            yield isolated(teller.site.outlets[claim.outlet].short), claim.note


def quotes(row: Comparison, teller: Teller) -> Iterator[ClaimView]:
    """Yield the answers that are shown with the words around them."""
    for claim in once(row, fragment):
        view = teller.claim(claim)
        if view.quote:
            yield view


class Distinct(Struct, frozen=True):
    """A distinct answer of a row."""

    head: Claim
    """The print that stands for it."""
    claims: tuple[Claim, ...]
    """All its prints."""
    reports: tuple[Claim, ...]
    """Its prints, without those by which an outlet repeats itself."""


def distinct(row: Comparison, teller: Teller) -> tuple[Distinct, ...]:
    """Return the distinct answers of a row: first those to what is asked, of them those that most outlets print. Found once."""

    def make() -> tuple[Distinct, ...]:
        kept = {claim.key for claim in said_once(row, teller)}
        found = [
            Distinct(claims[0], claims, tuple(claim for claim in claims if claim.key in kept))
            for claims in _by_answer(row)
        ]
        if row.question.running:
            # Those of an unknown day, and of another scope, are last.
            place = {group.head.key: at for at, group in enumerate(as_it_went(row.groups))}
            return tuple(
                sorted(found, key=lambda one: (bool(one.head.scope), place.get(one.head.key, len(place))))
            )
        return tuple(
            sorted(
                found,
                key=lambda one: (
                    counting_in_words(one.head, row.question, teller.say) is not None,
                    -len({claim.outlet for claim in one.reports}),
                ),
            )
        )

    return teller.once(("distinct", row.question.path), make)


def is_cut(answers: Sequence[Distinct], limits: Limits) -> bool:
    """Return whether some answers are more than limits allow."""
    return len(answers) > limits.answers or any(len(answer.reports) > limits.reports for answer in answers)


def answers_of(
    row: Comparison, columns: Mapping[str, int], teller: Teller, limits: Limits | None = None
) -> tuple[AnswerView, ...]:
    """Return the distinct answers of a row in their order, as far as ``limits`` allow. ``columns`` are those of outlets, from 1."""
    yes_no = row.question.answer is Answer.YES_NO
    opposed = _opposed(row, teller)
    first = teller.once(("first of outlets", row.question.path), lambda: _first_of_outlets(row, teller))
    # As within a sentence, or as it begins one.
    called = {claim.outlet: teller.library.outlet_names[claim.outlet] for claim in row.claims}
    names = {outlet: (name, capital(name)) for outlet, name in called.items()}

    def report(claim: Claim, head: Claim) -> ReportView:
        return ReportView(
            teller.claim(claim),
            columns[claim.outlet],
            _anchor(claim, teller) if claim.key in first else "",
            not yes_no and folded(claim.printed) == folded(head.printed),
            any(name in row.summary for name in names[claim.outlet]),
            _day(claim, row.question, teller),
            teller.copied(claim.article),
        )

    found = []
    for one in distinct(row, teller)[: limits.answers if limits else None]:
        shown = one.reports[: limits.reports if limits else None]
        left = {claim.outlet for claim in one.reports[len(shown) :]} - {claim.outlet for claim in shown}
        reports = tuple(report(claim, one.head) for claim in shown)
        against = next((opposed[claim.key] for claim in one.claims if claim.key in opposed), None)
        number = len(reports)
        told = (
            teller.say("All {n} outlets with this answer", n=number)
            if any(report.copied for report in reports)
            else teller.say("All {n} reports with this answer", n=number)
        )
        found.append(AnswerView(teller.claim(one.head), reports, len(left), told, against))
    return tuple(found)


def _first_of_outlets(row: Comparison, teller: Teller) -> frozenset[str]:
    """Return the keys of the first report of each outlet, in the order of the groups."""
    kept = {claim.key for claim in said_once(row, teller)}
    found: dict[str, str] = {}
    for claim in (claim for claims in _by_answer(row) for claim in claims if claim.key in kept):
        found.setdefault(claim.outlet, claim.key)
    return frozenset(found.values())


def _by_answer(row: Comparison) -> list[tuple[Claim, ...]]:
    """Return the claims of a row by their answer: one figure of one thing is one answer, on whichever day it was given."""
    found: dict[Hashable, list[Claim]] = {}
    for group in row.groups:
        head = group.head
        figure = head.value
        said: Hashable = head.key
        if head.gist:
            said = "gist", head.gist.casefold()
        elif figure is None and head.sources:
            # The same words of somebody and of whom he speaks for are one answer.
            said = folded(head.printed), row.names.origins(head), bool(head.doubt)
        if isinstance(figure, Quantity) and figure.bounded:
            said = (caption(figure), head.counts, head.of, scope_of(head), bool(head.doubt))
        found.setdefault(said, []).extend(group.claims)
    return [tuple(claims) for claims in found.values()]


def _opposed(row: Comparison, teller: Teller) -> dict[str, BadgeView]:
    """Return the badges of the answers that contradict another or are in tension with it, by the key of their first claim."""
    found: dict[str, BadgeView] = {}
    for relation in (Relation.TENSION, Relation.CONFLICT):
        for judgement in row.judgements:
            if judgement.relation is relation and not (row.question.running and is_unordered(judgement)):
                one = badge(judgement.relation, teller.say)
                if one:
                    found |= {judgement.a: one, judgement.b: one}
    return found


def _anchor(claim: Claim, teller: Teller) -> str:
    """Return the anchor of a claim's place; empty if its page has none for it."""
    place = teller.cell(claim.question, claim.outlet)
    return "" if place == links.row(claim.question) else place.anchor


def _day(claim: Claim, asked: Question, teller: Teller) -> str | None:
    """Return the day that a claim holds for as a phrase, None if it is the question's. Only a figure is one as of a day."""
    span = running(claim) if claim.hour else claim.as_of
    if span is None or span == asked.when:
        return None
    told = moment(claim, span, teller.say)
    # What is open at one side or approximate begins with a preposition of its own.
    closed = span.start is not None and span.end is not None and not span.approximate
    if not closed:
        return told
    figure = asked.answer is Answer.QUANTITY
    return teller.say("as of {date}", date=told) if figure else teller.say("of {date}", date=told)


def _gaps(row: Comparison, outlets: Sequence[Outlet], teller: Teller) -> tuple[GapView, ...]:
    speaking = {claim.outlet for claim in row.claims}
    silences = {silence.outlet: silence for silence in reversed(row.silences)}
    found: dict[str, list[GapView]] = {}
    for at, outlet in enumerate(outlets, 1):
        if outlet.id in speaking or outlet.id not in silences:
            continue
        silence = silences[outlet.id]
        view = teller.silence(silence.kind, silence.note)
        same = found.setdefault(view.words, [])
        same.append(
            GapView(
                at,
                links.cell(row.question.path, outlet.id).anchor,
                outlet.id,
                outlet.name,
                outlet.short,
                view.words,
                view.note,
                bool(same),
                view.ours,
            )
        )
    return tuple(gap for same in found.values() for gap in same)


def once(row: Comparison, words: Callable[[Claim], Hashable]) -> Iterator[Claim]:
    """Yield a row's claims without those that give an answer that one before gave, in the same ``words``."""
    said: set[Hashable] = set()
    group_of = {claim.key: at for at, group in enumerate(row.groups) for claim in group.claims}
    for claim in row.claims:
        found = (group_of[claim.key], words(claim))
        if found not in said:
            said.add(found)
            yield claim


def said_once(row: Comparison, teller: Teller) -> tuple[Claim, ...]:
    """Return a row's claims without those that repeat what their outlet said. Found once for each row."""
    return teller.once(("said", row.question.path), lambda: tuple(once(row, of_outlet)))


def of_outlet(claim: Claim) -> Hashable:
    """Return what an outlet says no second time if a later article of it repeats it on the same word."""
    return claim.outlet, folded(claim.printed), claim.sources, claim.via, claim.status, claim.verified


def fragment(claim: Claim) -> Hashable:
    """Return the words that show a claim."""
    return folded(claim.quote or claim.printed)
