"""Where at the desk something is mended that the proof or a publication says: a field of the claim, of the bibliography, the précis."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from builder.adapters.desk.adding import LABELS as OF_ARTICLE
from builder.adapters.desk.card import LABELS, MORE
from builder.content.load import Document
from builder.content.problems import Kind, Problem
from builder.desk.edit import entries
from builder.desk.kinds import NO_PRECIS
from builder.desk.mends import key_of
from builder.proof import kinds

_FIELDS = {**LABELS, **MORE, "question": "Question"}
_ABOUT: Mapping[Kind, tuple[str, ...]] = {
    kinds.ANOTHER_DAY: ("as_of",),
    kinds.ANOTHER_PLACE: ("scope",),
    kinds.ATTRIBUTION_UNFIT: ("attribution",),
    kinds.CAVEAT_DROPPED: ("status",),
    kinds.CUE_DROPPED: ("cue",),
    kinds.DATE_DROPPED: ("said_on", "as_of"),
    kinds.DAY_LEFT_OUT: ("said_on",),
    kinds.HOUR_DROPPED: ("hour",),
    kinds.DOUBT_DROPPED: ("doubt",),
    kinds.MEANING_CUT: ("cue",),
    kinds.NOT_HAPPENED: ("printed",),
    kinds.NO_ORIGINATOR: ("sources",),
    kinds.OWN_VOICE_UNFIT: ("sources",),
    kinds.OF_OTHERS: ("printed",),
    kinds.PART_UNMARKED: ("part_of",),
    kinds.PLACE_DROPPED: ("printed",),
    kinds.RELAY_DROPPED: ("via",),
    kinds.SCOPE_UNFIT: ("scope",),
    kinds.SHARE_FOR_NUMBER: ("unit", "printed"),
    kinds.SPEAKER_DIFFERS: ("sources",),
}
"""Keys of a claim that mend what is said of another one, or of the claim as a whole."""


class Way(Struct, frozen=True):
    """A place of the desk."""

    label: str
    address: str
    """From the desk's first page on."""


def fields_of(problem: Problem) -> list[Way]:
    """Return the fields of a claim in which what is said of it is mended, on the page that shows the claim; the likeliest first."""
    key = key_of(problem)
    keys = (*_ABOUT.get(problem.kind, ()), *([key] if key in _FIELDS else []))
    return [Way(f"Go to “{_FIELDS[one]}”", f"#f-{one}") for one in dict.fromkeys(keys or ("printed",))]


def way(document: Document, problem: Problem) -> Way | None:
    """Return where what is said of an article is mended; None where only its file can be: it is then named by its line."""
    id = document.id
    if problem.path != document.path:
        return None
    top = re.split(r"[.\[]", problem.key, maxsplit=1)[0]
    if top == "claims":
        return _of_claim(document, problem)
    if problem.kind is NO_PRECIS or (top in ("", "precis") and problem.line >= document.body_line):
        return Way("Go to the précis", f"a/{id}#precis-text")
    if problem.kind is kinds.QUOTED_TOO_MUCH:
        return Way("Go through the claims", f"a/{id}?show=claims")
    top = problem.key.partition(".")[2] if top == "inferred" else top
    return Way(f"Go to “{OF_ARTICLE[top]}”", f"a/{id}/about#b-{top}") if top in OF_ARTICLE else None


def _of_claim(document: Document, problem: Problem) -> Way | None:
    found = re.match(r"claims\[(\d+)\]", problem.key)
    claims = entries(document.data, "claims")
    if found is None or int(found[1]) >= len(claims):
        return None
    id = claims[int(found[1])].get("id")
    field = fields_of(problem)[0]
    return Way(field.label, f"a/{document.id}?show=wrong&at=c-{id}{field.address}")
