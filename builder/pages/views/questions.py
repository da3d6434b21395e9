"""The page of a question that has more answers than its topic's page has room for: all of them, in parts of a bounded size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from builder.cache.memo import encoded
from builder.cache.records import digest
from builder.compare.library import Library
from builder.compare.topics import TopicComparison
from builder.content.model import Claim, Question
from builder.pages import links
from builder.pages.full_names import FullName
from builder.pages.links import Target
from builder.pages.prose import shortened
from builder.pages.views.answers import (
    AnswerView,
    Distinct,
    QuestionView,
    distinct,
    is_cut,
    question_view,
)
from builder.pages.views.claims import Teller
from builder.pages.views.parts import PartView, part_of
from builder.pages.views.room import FULL, Size, limits
from builder.pages.views.standing import standings
from builder.values.direction import isolated

PART = 30_000
"""Estimated size in bytes, compressed, of the reports of one part."""
QUOTES = 40
"""Maximum number of answers that a part shows with the words around them."""


class QuestionPageView(Struct, frozen=True):
    """A part of the page of a question."""

    address: str
    title: str
    description: str
    topic: str
    row: Target
    """The question on its topic's page."""
    question: QuestionView
    """With the answers of this part only."""
    told: str
    """Number of all answers and of their reports: ``40 answers in 1000 reports``."""
    part: PartView
    names: tuple[FullName, ...] = ()
    """What names on the page stand for."""


def question_parts(
    library: Library, comparison: TopicComparison, teller: Teller
) -> Iterator[tuple[Question, int]]:
    """Yield the questions of a topic that have pages of their own, each with its number of parts."""
    if teller.in_cells(comparison.topic.id):
        return
    room = limits(comparison.topic)
    named: frozenset[str] = frozenset()
    if len(comparison.rows) > FULL:
        named = frozenset(one.row.question.path for one in standings(comparison.rows, teller.say)[FULL:])
    for row in comparison.rows:
        only_named = bool(row.claims) and row.question.path in named

        def parts() -> int:
            answers = distinct(row, teller)  # noqa: B023 - called at once
            return len(_parts(answers)) if only_named or is_cut(answers, room) else 0  # noqa: B023 - likewise

        key = question_key(library, row.question, teller), encoded(room), only_named
        number = teller.carried(int, parts, "parts", *key)
        if number:
            yield row.question, number


def question_key(library: Library, question: Question, teller: Teller) -> str:
    """Return the digest of all that the page of a question is made from, all its parts together."""
    return digest("question", teller.basis.shown(question.path), library.site.topics[question.topic].title)


def question_page(
    library: Library, comparison: TopicComparison, question: Question, part: int, teller: Teller
) -> QuestionPageView:
    """Return a part, from 1, of the page of a question."""
    say = teller.say
    row = next(row for row in comparison.rows if row.question is question)
    (standing,) = standings([row], say)
    outlets = [library.site.outlets[id] for id in _columns(row.claims)]
    whole = question_view(standing, outlets, teller)
    parts = teller.once(("parts", question.path), lambda: _parts(distinct(row, teller)))
    shown = tuple(_shown(question, whole.answers, parts[: part - 1], parts[part - 1]))
    there = {report.claim.key for answer in shown for report in answer.reports}
    told = say(
        "{answers} in {reports}",
        answers=say.count(len(whole.answers), "answer"),
        reports=say.count(sum(len(answer.reports) for answer in whole.answers), "report"),
    )
    places = [links.question(question.path, number) for number in range(1, len(parts) + 1)]
    of = part_of(places, part, say)
    return QuestionPageView(
        of.address,
        of.title(isolated(question.short)) if of.words else question.short,
        shortened(f"{isolated(question.text)} {told}."),
        comparison.topic.title,
        links.row(question.path),
        replace(
            whole,
            answers=shown,
            gaps=(),
            quotes=tuple(quote for quote in whole.quotes if quote.key in there)[:QUOTES],
            reasons=whole.reasons if part == 1 else (),
            notes=whole.notes if part == 1 else (),
        ),
        told,
        of,
        teller.abbreviated(row.claims),
    )


def _columns(claims: Sequence[Claim]) -> dict[str, int]:
    return {id: at for at, id in enumerate(dict.fromkeys(claim.outlet for claim in claims), 1)}


_Part = tuple[tuple[int, int, int], ...]
"""What stands on a part: the place of each answer, and from which of its reports to before which it goes."""


def _parts(answers: Sequence[Distinct]) -> tuple[_Part, ...]:
    """Return what stands on each part; an answer that is continued on the next part stands on both."""
    found: list[list[tuple[int, int, int]]] = [[]]
    size = Size()
    for at, answer in enumerate(answers):
        begin = 0
        for place, claim in enumerate(answer.reports):
            if size.bytes > PART:
                if place > begin:
                    found[-1].append((at, begin, place))
                found.append([])
                size, begin = Size(), place
            size.add(claim)
        found[-1].append((at, begin, len(answer.reports)))
    return tuple(map(tuple, found))


def _shown(
    question: Question, answers: Sequence[AnswerView], before: Sequence[_Part], part: _Part
) -> Iterator[AnswerView]:
    """Yield the answers of a part. Of an outlet's reports the first of all parts has its place; ``before`` are the parts before."""
    placed = {
        report.claim.outlet_id
        for one in before
        for at, begin, end in one
        for report in answers[at].reports[begin:end]
    }
    for at, begin, end in part:
        reports = []
        for report in answers[at].reports[begin:end]:
            outlet = report.claim.outlet_id
            anchor = "" if outlet in placed else links.cell(question.path, outlet).anchor
            placed.add(outlet)
            reports.append(replace(report, anchor=anchor))
        yield replace(answers[at], reports=tuple(reports))
