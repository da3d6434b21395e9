"""Whether a figure is of the place that a question asks for."""

from __future__ import annotations

from collections.abc import Callable

from builder.content.model import Question
from builder.proof.asked.days import belongs
from builder.proof.asked.listing import listed_name, placed_name
from builder.proof.asked.paired import other_places
from builder.proof.asked.passage import Passage, of_site
from builder.proof.asked.placing import is_of_event, lies_in, of_a_part, of_a_sum
from builder.proof.names import Names
from builder.proof.normal import Span
from builder.proof.owned import is_said_of
from builder.values.counting import Words
from builder.values.countries import called_by, countries_in, country_mentions, is_home_of, names_a_country
from builder.values.dateline import dateline
from builder.values.text import normalise

_KIND = 6
"""How many words may stand between "at" and a name: "the much smaller port of"."""
_KNOWN = 4
"""Letters by which a country is known in the name of its people: Norway in "Norwegian"."""
_OFTEN = 2
"""How often a text names a country beside a figure's sentence that its story is of, too."""
_LED = 4
"""How many words may stand before a country that opens its sentence: "But in the" United States."""


def places_of(question: Question, places: Names) -> set[str]:
    """Return the places that a question names."""
    return places.named(normalise(" ".join((question.text, question.short, question.of or ""))))


def other_place(passage: Passage, question: Question, places: Names, near: Span) -> str | None:
    """Return the name of the place that a figure is of, where a question asks for another. ``near``: where its name may stand.

    Of several figures that have a place each none is of all: "40 died in Osk, 12 in Tarn" answers no question of both.
    """
    asked = places_of(question, places)
    placed = placed_name(passage.read.text, passage.inside, passage.language, of_part=not asked)
    if placed is not None and not places.named(placed) & asked:
        return placed
    named, of_part = _named(passage, asked, places, near)
    if of_part is not None and not asked & named:
        return of_part
    from_there = bool(asked & named) and _only_comes_from(passage, asked, places, near)
    if asked & named and not from_there:
        return other_places(passage, asked, places)
    if (sum_ := of_a_sum(passage)) is not None:
        return passage.printed(*sum_)
    if not asked:
        return None
    listed = listed_name(passage.read.text, passage.inside, passage.language)
    written = dateline(passage.read.text)
    behind = written.end if written else 0
    if listed is not None and passage.read.text.find(listed) >= behind and not places.named(listed) & asked:
        return listed
    at = {term.end for term in passage.read.sought(passage.read.language.at)}
    for mention in places.mentions(passage.content, passage.sentence):
        start, end = (place - passage.sentence[0] for place in mention.span)
        if is_of_event(passage.read.text, start, passage.language) or end <= behind:
            continue  # where a report was written
        before = max((place for place in at if place <= start), default=-1)
        led = before >= 0 and _leads(passage, before, start)
        if (
            led
            and (from_there or start >= passage.inside[1] or _opens(passage, before, end))
            and belongs(passage, (start, end))
        ):
            return passage.printed(start, end)
    return None


def _leads(passage: Passage, at: int, name: int) -> bool:
    """Return whether "in" stands before a name, with no more between than what kind of place it is: "at the much smaller port of Osk"."""
    read = passage.read
    between = read.words.between(at, name)
    if not between:
        return True
    kinds = [term for term in read.sought(read.language.localities) if at <= term.start and term.end <= name]
    plain = not any(char in ',;:()"' or char.isdigit() for char in read.text[at:name])
    return bool(kinds) and plain and len(between) <= _KIND


def _named(passage: Passage, asked: set[str], places: Names, near: Span) -> tuple[set[str], str | None]:
    """Return the places named near a figure, and the words by which one that is asked for is only that of a part of it, or says where another lies."""
    named: set[str] = set()
    apart = None
    base, text = passage.sentence[0], passage.read.text
    for mention in places.mentions(passage.content, near):
        span = (mention.span[0] - base, mention.span[1] - base)
        part = of_a_part(passage, span)
        if part is None and lies_in(text, span, passage.language):
            part = text.rfind(",", 0, span[0]) + 1, span[1]
        if part is None:
            named |= mention.ids
        elif mention.ids & asked:
            apart = passage.printed(*part).strip(" ,")
    return named, apart


def _opens(passage: Passage, led: int, end: int) -> bool:
    """Return whether a place opens its sentence before a figure, and is alone there: "In Osk, 55 fell ill", and no "In Osk Street"."""
    text = passage.read.text
    return not passage.read.words.between(0, led)[1:] and not text[end:].lstrip()[:1].isupper()


def _only_comes_from(passage: Passage, asked: set[str], places: Names, near: Span) -> bool:
    """Return whether all that a text says of the places asked for is that somebody comes from there: "a bus from Elbing"."""
    leads = [term.end for term in passage.read.sought(passage.read.language.coming_from)]
    for mention in places.mentions(passage.content, near):
        start = mention.span[0] - passage.sentence[0]
        if mention.ids & asked and not any(
            end <= start and not passage.read.words.between(end, start) for end in leads
        ):
            return False
    return True


def all_over(passage: Passage, question: Question, places: Names, language: str, near: Span) -> str | None:
    """Return the words by which a figure is of a whole country, or of more, where a question asks for a place that is no country."""
    asked = " ".join((question.text, question.short, question.of or ""))
    named = places_of(question, places)
    if not named or names_a_country(asked, language) or named & places.named(passage.content, near):
        return None
    if of_site(language).all_over.find(Words(asked)):
        return None
    read, (low, high) = passage.read, passage.read.around(passage.inside)
    for term in read.sought(read.language.all_over):
        # "in a nationwide storm"
        led = set(read.words.between(max(0, term.start - 4), term.start)) & read.language.articles
        if low <= term.start and term.end <= high and not led and is_said_of(read, passage.inside, term):
            return passage.printed(term.start, term.end)
    return None


def abroad(
    passage: Passage,
    question: Question,
    places: Names,
    language: str,
    told_first: Callable[[], tuple[str, str]],
) -> str | None:
    """Return the country that a figure's own clause names, where neither the question nor the text's beginning tells of it.

    ``told_first`` is asked only where a country is named: for that beginning, and the names of places that those lie within of which the
    text speaks. A country where the text's language is at home goes without saying, and one that the text comes back to is of its story.
    """
    read, base = passage.read, passage.sentence[0]
    named = [
        (start, end, code)
        for start, end, code in country_mentions(read.text, passage.language)
        if not is_home_of(code, passage.language)
        and _is_in(passage, start)
        and _is_told_of(passage, (start, end))
    ]
    lead, within = told_first() if named else ("", "")
    asked = " ".join((question.text, question.short, question.of or "", question.counts or "", within))
    for start, end, code in named:
        if code in countries_in(asked, language) | countries_in(lead, passage.language):
            continue
        name = read.text[start:end]
        known = f"{lead} {asked}".casefold()
        if any(
            word.casefold() in known
            for word in (name[:_KNOWN], *called_by(code, passage.language), *called_by(code, language))
        ):
            continue  # "Norwegian police", of Norway
        if places.named(name) & places_of(question, places):
            continue
        elsewhere = f"{passage.content[:base]} {passage.content[passage.sentence[1] :]}"
        if sum(other == code for _, _, other in country_mentions(elsewhere, passage.language)) < _OFTEN:
            return name
    return None


def _is_in(passage: Passage, start: int) -> bool:
    """Return whether "in" stands before a name, with no more than an article between."""
    read = passage.read
    before = max((term.end for term in read.sought(read.language.at) if term.end <= start), default=-1)
    return before >= 0 and all(word in read.language.articles for word in read.words.between(before, start))


def _is_told_of(passage: Passage, span: Span) -> bool:
    return belongs(passage, span) and (
        span[0] >= passage.inside[1] or not passage.read.words.between(0, span[0])[_LED:]
    )
