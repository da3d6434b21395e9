"""Why something was not done, in the words of the desk: what a terminal would be told to type has a field or a button here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from builder.content.problems import ContentError, Kind
from builder.desk import kinds
from builder.desk.kinds import Refusal

_NEXT: Mapping[Kind, str] = {
    kinds.BAD_ANSWER: "",
    kinds.NAME_TAKEN: "Choose another name.",
    kinds.STILL_NAMED: "Change these places first. Claims that answer a question can go with it.",
    kinds.NO_REASON: "Say why it goes, or what takes its place.",
    kinds.NO_PRIVATE_TEXT: "Put the file there, then open this page again.",
    kinds.WHICH_STORY: "Choose its story in its bibliography.",
}
"""What to do next, where the kind's own words speak of options and files."""


def in_words(refusal: Refusal | ContentError) -> str:
    """Return why something was not done and the one thing to do next."""
    if isinstance(refusal, ContentError):
        return str(refusal)
    after = _NEXT.get(refusal.kind, refusal.kind.mend)
    return f"{refusal.message}. {after}".replace("?.", "?").rstrip(". ") + "."


_CODED = re.compile(r"(?P<said>.*) \[V\d{3} (?P<name>[\w-]+)\]", re.DOTALL)
_SHOWN = frozenset({kinds.NEW_OUTLET.name, kinds.NEAR_COPY.name})
"""What the page of a bibliography shows itself."""


def remarked(remarks: Iterable[str]) -> str:
    """Return what was noticed when a text was taken in, without codes, and without what its bibliography shows beside it."""
    found = [match for one in remarks if (match := _CODED.fullmatch(one)) and match["name"] not in _SHOWN]
    return " ".join(f"{match['said'][:1].upper()}{match['said'][1:]}." for match in found)
