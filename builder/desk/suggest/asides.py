"""What is put between who is counted and what happened to them."""

from __future__ import annotations

import re

from builder.proof.asked import Passage
from builder.proof.owned import Owned, owned, sentence_of
from builder.values.counting import counting

_ASIDE = re.compile(r"\s?(?P<put>,[^,;:()]{1,90},)\s(?P<next>[^\W\d_]+)")


def without_aside(passage: Passage, noun_length: int) -> Owned:
    """Return the words on what is counted as if nothing were put behind a figure's noun: "37 people, among them a child, died".

    ``noun_length`` is how many characters behind the figure the noun ends. Where nothing is put there, they are the passage's own.
    """
    text, end = passage.read.text, passage.inside[1]
    aside = _ASIDE.match(text, min(len(text), end + noun_length))
    if aside is None or aside["next"].casefold() in counting(passage.language).and_or:
        return passage.owned
    cut = text[: aside.start("put")] + " " * len(aside["put"]) + text[aside.end("put") :]
    return owned(sentence_of(cut, passage.language), passage.inside)
