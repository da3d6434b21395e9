"""Whether a day beside a figure is that on which a count held, or that of the deed which is counted.

"Five people were killed on Tuesday": the toll may be higher by the day on which it is told. "By Tuesday five had died" holds on Tuesday.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from builder.content.model import Question
from builder.desk.suggest.happened import events, read
from builder.desk.suggest.language import any_of, before, proposing
from builder.desk.suggest.standing import Place
from builder.proof.when import Printed
from builder.values.counting import changes
from builder.values.figures.tokens import fold
from builder.values.lexicon import language_file

DEEDS = frozenset(
    {"killed", "wounded", "killed or wounded", "losses", "arrested", "charged", "captured", "rescued", "evacuated", "laid off", "convicted",
     "acquitted", "survived", "destroyed", "damaged", "burned"}
)  # fmt: skip
"""What is done once, and counted again and again."""
_REACH = 30
"""Characters before a day in which "by" stands, and what the figure does."""


def holds(place: Place, dates: Iterable[Printed], day: str, question: Question) -> bool:
    """Return whether a count is said to hold on a day that its sentence prints, as far as words tell.

    What does not change, the length of what fell, is of a day only where that is long ago.
    """
    content, (start, _), language = place.passage.content, place.passage.sentence, place.language
    printed = [date for date in dates if len(date.means) == 1 and date.means[0].edtf == day]
    if any(
        _bound(language).search(content, max(start, date.span[0] - _REACH), date.span[0])
        or _bound(language).match(f"{date.words.split()[0]} ")
        for date in printed
    ):
        return True
    if place.figure.modifier.value != "exactly" and _reaches(place, language):
        return True
    if changes() & place.owned.says:
        return True
    if place.is_measured and not question.running:
        return place.is_long_ago
    return not place.states & DEEDS and not any(_of_another(place, date, language) for date in printed)


def _reaches(place: Place, language: str) -> bool:
    """Return whether a verb in a figure's own words says how high a count has come: "reached 58"."""
    file = language_file(language)
    first = fold(place.figure.printed.split()[0])
    verbs = (phrase.split()[0] for phrase in (file.verbs.at_least.split(", ") if file is not None else ()))
    return first in verbs


def _of_another(place: Place, date: Printed, language: str) -> bool:
    """Return whether a day belongs to what is told in a clause on somebody, apart from the figure: "the train that left the rails on Tuesday"."""
    content, (start, end) = place.passage.content, place.passage.sentence
    relative = list(_relative(language).finditer(content, start, date.span[0]))
    if not relative or relative[-1].end() <= place.figure.span[0] <= date.span[0]:
        return False
    low, high = relative[-1].end() - start, date.span[0] - start
    return any(
        term.happened and low <= term.start < high for term in read(content[start:end], language).terms
    )


@lru_cache(maxsize=64)
def _bound(language: str) -> re.Pattern[str]:
    said, words = events(language), proposing(language).days
    return re.compile(
        rf"\b{any_of(said.until, said.since)}\s+{before(words.the)}?(?:{any_of(words.early, words.prepositions)}\s+)*\Z",
        re.IGNORECASE,
    )


@lru_cache(maxsize=64)
def _relative(language: str) -> re.Pattern[str]:
    file = language_file(language)
    # German articles are relative pronouns behind a comma alone.
    comma = r",\s+" if file is not None and file.times.capital_nouns else ""
    return re.compile(
        rf"{comma}\b{any_of(proposing(language).days.relative, events(language).barriers)}\b", re.IGNORECASE
    )
