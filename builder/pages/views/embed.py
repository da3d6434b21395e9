"""What other sites show in a frame: a question with its distinct answers, or who said it, on a small page that needs no script."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from builder.compare.rows import Comparison
from builder.compare.topics import TopicComparison
from builder.content.vocabulary import Answer
from builder.pages import links
from builder.pages.links import Target
from builder.pages.views.claims import Teller
from builder.pages.views.relay import relay
from builder.pages.views.told import ClaimView, RelayView

ANSWERS, OUTLETS = 8, 6
"""Maximum number of answers in a frame, and of outlets that are named for each: the row has all."""


class EmbedAnswerView(Struct, frozen=True):
    """A distinct answer with the outlets that print it."""

    claim: ClaimView
    outlets: tuple[str, ...]
    more: int
    """Number of further outlets."""


class EmbedView(Struct, frozen=True):
    """A row on a page of its own, to be shown in a frame."""

    address: str
    question: str
    """The question in full."""
    short: str
    summary: str
    wording: bool
    answers: tuple[EmbedAnswerView, ...]
    more: int
    """Number of further answers."""
    target: Target
    """The row."""
    relay: RelayView | None = None
    """The picture of who said it, in the place of the answers."""


def picture_view(comparison: TopicComparison, teller: Teller) -> EmbedView | None:
    """Return a topic's picture of who said it to be shown in a frame, or None if it has none."""
    picture = relay(comparison.rows, teller, comparison.leading)
    row = next((row for row in comparison.rows if picture and row.question.id == picture.anchor), None)
    if picture is None or row is None:
        return None
    return replace(embed_view(row, teller), address=picture.embed.address, answers=(), more=0, relay=picture)


def embed_view(row: Comparison, teller: Teller) -> EmbedView:
    """Return a row to be shown in a frame."""
    question = row.question
    answers = []
    for group in row.groups[:ANSWERS]:
        outlets = tuple(dict.fromkeys(teller.site.outlets[claim.outlet].short for claim in group.claims))
        answers.append(
            EmbedAnswerView(teller.claim(group.head), outlets[:OUTLETS], max(0, len(outlets) - OUTLETS))
        )
    return EmbedView(
        links.embed(question.path).address,
        question.text,
        question.short,
        row.summary,
        question.answer is Answer.WORDING,
        tuple(answers),
        max(0, len(row.groups) - ANSWERS),
        links.row(question.path),
    )
