"""Whether a figure counts what a question asks for: the same state of people and things, persons, places or a measure, no part."""

from __future__ import annotations

from collections.abc import Iterable, Set
from functools import lru_cache

from builder.content.model import Question
from builder.proof.asked.passage import Passage, noun_phrase, of_site
from builder.proof.normal import Span
from builder.proof.owned import counts_other, owned
from builder.values.counting import PERSONS, PLACES, Term, Words, changes, is_part, listed_sets, meant, says
from builder.values.figures.search import Found
from builder.values.figures.tokens import fold
from builder.values.figures.words import words_of
from builder.values.lexicon import language_file, listed
from builder.values.quantity import Quantity

_OF_THINGS = frozenset(
    {"burned", "destroyed", "damaged", "damaged or destroyed", "cancelled", "diverted", "closed", "recalled"}
)
"""States into which things come, whatever unit a question has."""
_COSTLY = frozenset({"damage", "losses in money"})
"""What something may have cost."""
_SHORT = 2
"""Letters: so short a word is no noun in the plural."""
_STANDING_FOR = frozenset({"jobs", "seats", "points", "goals", "medals", "votes"})
"""Kinds that may be said of as many persons: 200 jobs, 12 seats."""
_FOR_PERSONS = frozenset({"laid off", "employed", "unemployed"})
"""States in which a job stands for a person."""


def other_counted(passage: Passage, counts: str | None, language: str) -> tuple[str, str] | None:
    """Return the word that says that a figure counts something else, and its set. ``language`` is that of ``counts``."""
    wanted = meant(counts or "", language).happened
    if not wanted or not counts_other(passage.owned, wanted):
        return None
    silent = frozenset() if wanted & changes() else changes()

    def telling(terms: Iterable[Term]) -> list[Term]:
        return [term for term in terms if set(term.sets) - silent]

    found = telling(passage.owned.own) or telling(passage.owned.maybe)
    term = min(found, key=lambda term: _distance(term.start, term.end, passage.inside))
    return passage.printed(term.start, term.end), term.sets[0]


def other_amount(
    passage: Passage, counts: str | None, language: str, *, change: bool = False
) -> tuple[str, str] | None:
    """Return the word that says that a sum of money is another one than is asked for, and its set: revenue, where profit is.

    With ``change``, the figure is by how much something rose or fell, which a currency may as well as a profit.
    """
    site, read = of_site(language), passage.read
    wanted = frozenset(
        name
        for term in (site.moving if change else site.amounts).find(Words(counts or ""))
        for name in term.sets
    )
    terms = read.sought(read.language.moving if change else read.language.amounts)
    if not wanted or not terms:
        return None
    if "cost" in wanted:
        wanted |= _COSTLY  # "the strike cost the port 2 million"
    bound = {
        term.start: item.number for term in terms for item in read.found if _is_bound(passage, term, item)
    }
    mine = [term for term in terms if bound.get(term.start) == passage.number]
    free = [term for term in terms if term.start not in bound]
    found = owned(read, passage.inside, free, [item.number for item in read.found])
    own = mine or list(found.own)
    if any(wanted & set(term.sets) for term in mine) or (not mine and wanted & found.allows):
        return None
    if not own:
        return None
    term = min(own, key=lambda term: _distance(term.start, term.end, passage.inside))
    return passage.printed(term.start, term.end), term.sets[0]


def _is_bound(passage: Passage, term: Term, figure: Found) -> bool:
    """Return whether a word has a figure for its own, with nothing or "of" between them: "sales of 610 million", "fined 12 million"."""
    read = passage.read
    file = language_file(passage.language)
    if file is None or term.end > figure.start or set(read.text[term.end : figure.start]) & set(",;:()"):
        return False
    gap = read.words.between(term.end, figure.start)
    # What something costs, or is paid, may be any of the sums: "the damage will cost 12 million", "has to pay 2 million in damages".
    return (not gap and not {"cost", "wage"} & set(term.sets)) or (
        len(gap) == 1 and gap[0] in listed(file.shares.of)
    )


def _distance(start: int, end: int, figure: Span) -> int:
    return max(start - figure[1], figure[0] - end, 0)


def other_noun(passage: Passage, unit: str | None, language: str, counts: str | None = None) -> str | None:
    """Return the noun that says that a figure counts places or things where persons are asked for, or either where something is measured."""
    asked = kind_of_unit(unit, language)
    if asked is None:
        return None
    end = passage.inside[1]
    phrase, start = noun_phrase(passage)
    first = passage.inside[0] if start <= end + 1 else start
    last = max(end, start + len(phrase))
    for term in passage.read.language.things.find(Words(passage.read.text[first:last])):
        found = "places" if PLACES in term.sets else "persons" if PERSONS & set(term.sets) else None
        if found is not None and found != asked:
            return passage.printed(first + term.start, first + term.end)
    if asked == "measure":
        return _not_measured(passage, phrase)
    if asked != "persons" or meant(counts or "", language).happened & _OF_THINGS:
        return None
    told = {name for term in of_site(language).matters.find(Words(counts or "")) for name in term.sets}
    return _no_person(passage, phrase, start, told)


def _not_measured(passage: Passage, phrase: str) -> str | None:
    """Return the noun right behind a number by which it counts something, and measures nothing: "62 boxes"."""
    table, read = words_of(passage.language), passage.reading
    points = passage.read.language.points.find(Words(phrase))
    if not phrase or points or table is None or read is None or read.unit or read.share or not read.bounded:
        return None
    first = Words(phrase).words[0]
    endings = tuple(table.plural_endings)
    named = passage.read.language.kinds.find(Words(phrase)) or passage.read.language.things.find(
        Words(phrase)
    )
    plural = bool(endings) and len(first) > _SHORT and first.endswith(endings)
    units = (table.units, table.money, table.money_words)
    return (
        Words(phrase).text[: len(first)]
        if (plural or named) and not any(first in one.heads for one in units)
        else None
    )


def _no_person(passage: Passage, phrase: str, start: int, told: Set[str]) -> str | None:
    """Return the noun behind a number that is of no persons and stands for none: cars, goats; none of those that a question itself counts.

    "12 car workers", "12 Kinder einer Schule": whoever is a person in the phrase is counted. Where "jobs cut" are asked for, jobs are.
    """
    here, cut, alone = passage.read.language, Words(phrase), listed_sets("things_alone")
    terms = here.matters.find(cut)
    if any(set(term.sets) & (PERSONS | listed_sets("persons") | told) for term in terms):
        return None
    first = next((term for term in terms if set(term.sets) <= alone), None)
    if first is None:
        first = _kind_of_things(passage, start, start + len(phrase))
    plural = words_of(passage.language)
    if first is None or plural is None or passage.owned.says & _FOR_PERSONS:
        return None
    noun = passage.printed(start + first.start, start + first.end)
    last = fold(noun)
    if here.is_written_on(last):
        return None
    # French "bureaux de vote"
    nouns = (last, last.split()[0])
    many = not plural.plural_endings or any(
        noun.endswith(plural.plural_endings) or noun in plural.plural_nouns for noun in nouns
    )
    return noun if many else None


def _kind_of_things(passage: Passage, low: int, high: int) -> Term | None:
    """Return the kind that a figure's noun is of, if none of persons is named in it, from where the noun begins: French "bureaux" de vote."""
    kinds = [term for term in passage.read.sought(passage.read.language.kinds) if low <= term.start < high]
    if not kinds or any(_is_of_persons(term) for term in kinds):
        return None
    return Term(kinds[0].start - low, kinds[0].end - low, kinds[0].sets)


def _is_of_persons(kind: Term) -> bool:
    return bool(set(kind.sets) & (listed_sets("kinds_of_persons") | _STANDING_FOR))


def kind_of_unit(unit: str | None, language: str) -> str | None:
    """Return whether a question's unit is persons, places or a measure; ``None`` where it is something else."""
    things = {name for term in of_site(language).things.find(Words(unit or "")) for name in term.sets}
    if things & PERSONS:
        return "persons"
    if PLACES in things:
        return "places"
    return "measure" if unit in measures() else None


@lru_cache(maxsize=1)
def measures() -> frozenset[str]:
    """Return the units of what is measured, as the site names them."""
    english = language_file("en")
    return frozenset({*english.units, *english.money}) if english else frozenset()


def asks_for(question: Question, language: str) -> frozenset[str]:
    """Return all states and changes that a question asks for, in its own words too: "burned or hit"."""
    text = meant(f"{question.text} {question.short}", language).happened
    return text | meant(question.counts or "", language).happened


def fits_question(passage: Passage, question: Question, language: str) -> bool:
    """Return whether what a figure counts is asked for, or a part of that: the killed, where the killed or wounded are."""
    asked = asks_for(question, language)
    return says(asked, passage.owned.says) or is_part(passage.owned.says, asked)


def is_of_shares(words: str, language: str) -> bool:
    """Return whether the words of a question for its unit ask for a part or a multiple."""
    file = language_file(language)
    asked = listed(file.shares.asked) if file is not None else []
    return any(word in words.casefold() for word in ("percent", *asked))


def is_share(reading: object, question: Question, language: str) -> bool:
    """Return whether a figure is a part or a multiple, and the question asks how many or how much.

    A rate with a figure ("30 euros a day") is told by its unit.
    """
    if not isinstance(reading, Quantity) or not reading.share or reading.bounded:
        return False
    return not is_of_shares(" ".join((question.unit or "", question.counts or "")), language)
