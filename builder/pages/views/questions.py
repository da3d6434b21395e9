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
    QuestionView,
    ReportView,
    answers_of,
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
            if not only_named and not is_cut(distinct(row, teller), room):  # noqa: B023 - called at once
                return 0
            return len(_parts(library, answers_of(row, _columns(row.claims), teller)))  # noqa: B023 - likewise

        key = question_key(library, row.question, teller), encoded(room), only_named
        number = teller.carried(int, parts, "parts", *key)
        if number:
            yield row.question, number


def question_key(library: Library, question: Question, teller: Teller) -> str:
    """Return the digest of all that the page of a question is made from, all its parts together."""
    return digest(
        "question",
        teller.basis.shared,
        teller.basis.row(question.path),
        encoded([library.site.sources[id] for id in teller.basis.sources(question.path)]),
        library.site.topics[question.topic].title,
    )


def question_page(
    library: Library, comparison: TopicComparison, question: Question, part: int, teller: Teller
) -> QuestionPageView:
    """Return a part, from 1, of the page of a question."""
    say = teller.say
    row = next(row for row in comparison.rows if row.question is question)
    (standing,) = standings([row], say)
    outlets = [library.site.outlets[id] for id in _columns(row.claims)]
    whole = question_view(standing, outlets, teller)
    parts = teller.once(("parts", question.path), lambda: _parts(library, whole.answers))
    shown = parts[part - 1]
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


def _parts(library: Library, answers: Sequence[AnswerView]) -> tuple[tuple[AnswerView, ...], ...]:
    """Return the answers in parts; one that is continued on the next part stands on both."""
    found: list[list[AnswerView]] = [[]]
    size = Size()
    placed: set[str] = set()
    for answer in answers:
        reports: list[ReportView] = []
        for report in answer.reports:
            if size.bytes > PART:
                if reports:
                    found[-1].append(replace(answer, reports=tuple(reports)))
                found.append([])
                size, reports = Size(), []
            claim = library.claims[report.claim.key]
            size.add(claim)
            anchor = "" if claim.outlet in placed else links.cell(claim.question, claim.outlet).anchor
            placed.add(claim.outlet)
            reports.append(replace(report, anchor=anchor))
        found[-1].append(replace(answer, reports=tuple(reports)))
    return tuple(map(tuple, found))
