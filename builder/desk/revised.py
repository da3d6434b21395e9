"""What a revision changed: which of the article's claims stand in the new text, and what it may print in the place of the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from builder.content.load import Document
from builder.content.model import Article, Claim
from builder.desk.edit import entries
from builder.desk.suggest.session import Session
from builder.proof.case import find_claim
from builder.proof.kinds import QUOTE_NOT_FOUND
from builder.values.text import folded

PERHAPS = 3
"""So many of the words that the new text prints on a question are named."""


class Kept(Struct, frozen=True):
    """What became of a claim's words in the new text."""

    claim: Claim
    stays: bool
    """Whether they stand there still."""
    perhaps: tuple[str, ...] = ()
    """What the new text prints on its question, as far as the rules find it."""


def kept(session: Session, article: Article) -> list[Kept]:
    """Return what became of the words of an article's claims in the new text, whose draft the session is of."""
    suggested: dict[str, list[str]] = {}
    for proposal in session.all:
        if proposal.question is not None:
            suggested.setdefault(proposal.question.path, []).append(proposal.printed)
    found = []
    for claim in article.claims:
        if find_claim(claim, session.text) is not None:
            found.append(Kept(claim, stays=True))
            continue
        others = {folded(other.printed) for other in article.claims if other is not claim}
        perhaps = [words for words in suggested.get(claim.question, []) if folded(words) not in others]
        found.append(Kept(claim, stays=False, perhaps=tuple(perhaps[:PERHAPS])))
    return found


def revision_lines(article: Article, became: Sequence[Kept], draft: Document) -> Iterator[str]:
    """Yield what changed, line by line, for the editor: what is gone with its place in the draft, and the mend."""
    if article.headline != (now_ := draft.data.get("headline")):
        yield f'Headline: was "{article.headline}", now "{now_}"'
    places = {entry.get("id"): place for place, entry in enumerate(entries(draft.data, "claims"))}
    gone = [one for one in became if not one.stays]
    for one in gone:
        perhaps = ", ".join(f'"{words}"' for words in one.perhaps)
        now = f"now perhaps {perhaps}" if perhaps else "which the new text does not have"
        told = f'{one.claim.question}: was "{one.claim.printed}", {now}'
        yield str(draft.problem(("claims", places[one.claim.id], "printed"), QUOTE_NOT_FOUND, told))
    if gone:
        yield "    mend: Write what the new text prints in its place, or remove the claim: it is then told as gone."
    yield f"{len(became) - len(gone)} of {len(became)} claims stand in the new text as they did."
