"""What other sites show in a frame: a question with its distinct answers, or who said it, on a small page that needs no script."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from builder.cache.memo import encoded
from builder.compare.beside import gist_notes
from builder.compare.disputes import dispute_of
from builder.compare.rows import Comparison
from builder.compare.topics import TopicComparison
from builder.content.model import Claim
from builder.content.vocabulary import Answer
from builder.pages import links
from builder.pages.full_names import FullName
from builder.pages.links import Target
from builder.pages.views.claims import Teller
from builder.pages.views.relay import topic_relay
from builder.pages.views.told import ClaimView, RelayView

ANSWERS, OUTLETS = 8, 6
"""Maximum number of prints of answers in a frame, and of outlets that are named for each: the row has all."""


class EmbedAnswerView(Struct, frozen=True):
    """A print of an answer with the outlets that have it alike in all that is shown: words, source, relay, caveat."""

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
    note: str | None
    """The editor's remark on the question."""
    wording: bool
    answers: tuple[EmbedAnswerView, ...]
    more: int
    """Number of further prints."""
    target: Target
    """The row."""
    relay: RelayView | None = None
    """The picture of who said it, in the place of the answers."""
    names: tuple[FullName, ...] = ()
    """What names on the page stand for."""


def picture_view(comparison: TopicComparison, teller: Teller) -> EmbedView | None:
    """Return a topic's picture of who said it to be shown in a frame, or None if it has none.

    A topic that leads with a dispute which has no such picture shows the answers of that.
    """
    picture = topic_relay(comparison, teller)
    row = next((row for row in comparison.rows if picture and row.question.id == picture.anchor), None)
    if picture is None or row is None:
        return None
    lead = comparison.leading
    if lead is not None and lead is not row and dispute_of(lead):
        return replace(embed_view(lead, teller), address=picture.embed.address)
    return replace(embed_view(row, teller), address=picture.embed.address, answers=(), more=0, relay=picture)


def embed_view(row: Comparison, teller: Teller) -> EmbedView:
    """Return a row to be shown in a frame."""
    question = row.question
    answers, left = _prints(row, teller)
    return EmbedView(
        links.embed(question.path).address,
        question.text,
        question.short,
        " ".join(filter(None, (*gist_notes(question, row.claims), row.summary, *row.copies)))
        or next(iter(row.notes), ""),
        question.note,
        question.answer is Answer.WORDING,
        answers,
        left,
        links.row(question.path),
        names=teller.abbreviated(row.claims),
    )


def _prints(row: Comparison, teller: Teller) -> tuple[tuple[EmbedAnswerView, ...], int]:
    """Return the prints of a row as far as there is room, one of each answer before a second of any, and the number of others."""
    found: list[tuple[int, EmbedAnswerView]] = []
    shown: dict[bytes, ClaimView] = {}
    for group in row.groups:
        alike: dict[ClaimView, list[Claim]] = {}
        for claim in group.claims:
            told = _told(claim, teller)
            if told not in shown:
                shown[told] = _shown(teller.claim(claim))
            alike.setdefault(shown[told], []).append(claim)
        for nth, claims in enumerate(alike.values()):
            outlets = tuple(dict.fromkeys(teller.site.outlets[claim.outlet].short for claim in claims))
            view = teller.claim(claims[0])
            found.append((nth, EmbedAnswerView(view, outlets[:OUTLETS], max(0, len(outlets) - OUTLETS))))
    kept = sorted(sorted(range(len(found)), key=lambda at: found[at][0])[:ANSWERS])
    return tuple(found[at][1] for at in kept), len(found) - len(kept)


def _told(claim: Claim, teller: Teller) -> bytes:
    """Return all that a claim's view is made of, but for what a frame does not show: to compare the views, all would have to be made."""
    whole = teller.library.part_whole(claim)
    told = replace(
        claim, id="", article="", outlet="", out_from=None, out_by=None, said_on=None, said_as=None, locator=None, quote=None, note=None,
        part_of=None, against=(), copy_of=None,
    )  # fmt: skip
    return encoded((told, whole and whole.printed, teller.site.articles[claim.article].language))


def _shown(claim: ClaimView) -> ClaimView:
    """Return a claim without what a frame does not show of it, so that two that it shows alike are equal."""
    blank = links.claim("", "")
    return replace(
        claim, key="", outlet_id="", outlet="", short="", target=blank, cell=blank, question="", quote=None,
        note=None, said_on=None, said_as=None, said_label="", meaning=None, meaning_label="", unchecked=False, unproved=None,
    )  # fmt: skip
