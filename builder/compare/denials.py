"""Whether a yes and a no are said outright, or only read so: by the words that deny."""

from __future__ import annotations

from builder.compare import days
from builder.compare.speakers import Names
from builder.content.model import Claim
from builder.values.text import words
from builder.values.wordings import denying, negations


def denied(a: str, b: str) -> bool:
    """Return whether one of two wordings is the other with a negation: "was dark" and "was not dark", or yes and no."""
    if {a.casefold().strip(" .!"), b.casefold().strip(" .!")} == {"yes", "no"}:
        return True
    said = [[word.casefold() for word in words(text.replace("’", "'"))] for text in (a, b)]
    bare = [[word for word in found if word not in negations()] for found in said]
    return bool(bare[0]) and bare[0] == bare[1] and len(said[0]) != len(said[1])


def rebutted(a: Claim, b: Claim, names: Names) -> bool:
    """Return whether one of a yes and a no is somebody's outright denial of what somebody else says.

    What nobody is named for is not denied by anybody, and a denial answers nothing that is said after it.
    """
    if not (a.sources and b.sources) or names.one_origin(a, b):
        return False
    yes, no = (a, b) if a.value else (b, a)
    after = yes.said_on is not None and days.before(no, no.said_on, yes.said_on, "") is not None
    return not after and denies(no)


def denies(no: Claim) -> bool:
    """Return whether the words of a no, or those by which somebody says it, are such as answer a statement: "denied", "rejects"."""
    said = {word.casefold() for word in words(f"{no.printed} {no.cue or ''}".replace("’", "'"))}
    return not said.isdisjoint(denying())
