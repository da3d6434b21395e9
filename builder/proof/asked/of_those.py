"""Whether a figure is of some of those who are asked for: "23 of the 80 dead", "of those killed, 23", "80 died, 23 were children"."""

from __future__ import annotations

from builder.content.model import Question
from builder.proof.asked.passage import Passage, of_site
from builder.proof.asked.things import asks_for, kind_of_unit
from builder.proof.asked.where import places_of
from builder.proof.asked.wholes import (
    RELATIVE,
    STOPS,
    VICTIMS,
    Whole,
    is_parted,
    leads_to,
    part_end,
    persons_in,
    stands_before,
    wholes,
)
from builder.proof.names import Names
from builder.proof.normal import Span
from builder.proof.owned import Sentence, owned, sentence_of
from builder.values.counting import (
    Term,
    Words,
    same_language,
    says,
    stands_for,
)
from builder.values.figures.tokens import fold
from builder.values.figures.words import words_of
from builder.values.quantity import Quantity

_STEM = 4
"""Letters that a word shares with its other endings."""
_SIGNS = ",;:"
_ALONE = 5
"""How many words may stand between a preposition and "alone"."""


def some_of(passage: Passage, question: Question, places: Names, language: str) -> str | None:
    """Return the words by which a figure is of some of those whom a question asks for."""
    wanted = asks_for(question, language)
    if _is_asked(passage, question, language):
        return None
    read, (start, end) = passage.read, passage.inside
    base, asked = passage.sentence[0], places_of(question, places)

    def is_there(first: int, last: int) -> bool:
        """Return whether words name a place that is asked for: just those who are there are asked for."""
        return bool(asked & places.named(passage.content, (base + first, base + last)))

    if not wanted or kind_of_unit(question.unit, language) != "persons":
        return None if is_there(0, len(read.text)) else _alone(passage, wanted)
    for whole in wholes(read):
        if not _are(whole, wanted) or _is_said_beside(passage, whole, wanted):
            continue
        if whole.number is not None and whole.number[0] < end and start < whole.number[1]:
            continue
        if stands_before(read, (start, end), whole) and not is_there(end, whole.start):
            return passage.printed(start, whole.end)
        if _is_named_by_share(read, start, whole):
            return passage.printed(whole.start, end)
        if leads_to(read, (start, end), whole) and not is_there(end, part_end(read, end)):
            return passage.printed(whole.start, end)
    found = None if is_there(end, part_end(read, end)) else _are_what(passage, wanted)
    return found or (None if is_there(0, len(read.text)) else _alone(passage, wanted))


def all_of(passage: Passage, question: Question, language: str) -> str | None:
    """Return the words by which a figure is all of those of whom only some are asked for: the 12 of "3 of the 12 workers were killed"."""
    wanted, read, (start, end) = asks_for(question, language), passage.read, passage.inside
    if not wanted:
        return None
    leads = [*read.sought(read.language.out_of), *read.sought(read.language.out_of_the)]
    lead = next((term for term in leads if term.end <= start and not _between(read, term.end, start)), None)
    some = lead and next(
        (
            item
            for item in read.found
            if not read.words.between(item.end, lead.start) and item.end <= lead.start
        ),
        None,
    )
    if lead is None or some is None or read.text[some.end : lead.start].strip():
        return None
    if kind_of_unit(question.unit, language) != "persons":
        return passage.printed(some.start, end)  # "72 of the 150 seats"
    stricken = {term.start for term in read.sought(read.language.stricken)}
    for term in passage.owned.own:
        if term.start < end or not says(wanted, term.sets):
            continue
        between = read.words.between(end, term.start)
        if term.start in stricken and not set(between) & read.language.are:
            return None
        return None if len(between) > RELATIVE else passage.printed(some.start, term.end)
    return None


def _is_named_by_share(read: Sentence, start: int, whole: Whole) -> bool:
    """Return whether a figure says how many a share of all is: "a third of the 60 killed, 20,"."""
    shares = (
        item
        for item in read.found
        if isinstance(item.reading, Quantity) and (item.reading.share or item.reading.unit == "percent")
    )
    return (
        read.text[whole.end : start].strip(" (-") in (",", "")
        and whole.end < start
        and any(item.start <= whole.start <= item.end + 1 for item in shares)
    )


def _between(read: Sentence, start: int, end: int) -> list[str]:
    """Return the words between two places that are no articles."""
    return [
        word
        for word in read.words.between(start, end)
        if word not in read.language.those | read.language.articles
    ]


def _are(whole: Whole, wanted: frozenset[str]) -> bool:
    return says(wanted, whole.sets) or stands_for(whole.sets, wanted)


def _is_said_beside(passage: Passage, whole: Whole, wanted: frozenset[str]) -> bool:
    """Return whether what is asked for is said of the figure apart from all of them: "seven of the victims died"."""
    if set(whole.sets) != VICTIMS:
        return False
    terms = (*passage.owned.own, *passage.owned.maybe)
    return any(
        says(wanted, term.sets) and not (whole.start <= term.start and term.end <= whole.end)
        for term in terms
    )


def _are_what(passage: Passage, wanted: frozenset[str]) -> str | None:
    """Return a figure with what those are whom it counts, behind another that counts what is asked for: "80 died, 23 were children"."""
    read, (start, end) = passage.read, passage.inside
    before = [other for other in read.figures if other[1] <= start]
    if not before or not says(wanted, owned(read, before[-1]).allows):
        return None
    if any(says(wanted, term.sets) for term in passage.owned.own if term.start >= before[-1][1]):
        return None
    words, here = read.words, read.language
    first = len(words.numbered(0, end))
    behind = words.words[first : first + 1]
    ahead = words.between(0, start)[-1:]
    if not (set(behind) | set(ahead)) & here.are or is_parted(read.text[end : end + 1]):
        return None
    skip = 1 if set(behind) & here.are else 0
    for at in range(first + skip, min(first + skip + 2, len(words.words))):
        noun = read.text[words.starts[at] : words.ends[at]]
        if (persons_in(here, noun) - {"people"}) and not STOPS.search(read.text, end, words.starts[at]):
            return passage.printed(min(start, start), words.ends[at])
    return None


def _alone(passage: Passage, wanted: frozenset[str]) -> str | None:
    """Return the words by which a figure is of one place among others: "in one street alone"."""
    read, (start, end) = passage.read, passage.inside
    if passage.owned.allows and not says(wanted, passage.owned.allows):
        return None
    low, high = read.around((start, end))
    for term in read.sought(read.language.alone):
        if not (low <= term.start and term.end <= high) or (term.start < end and start < term.end):
            continue
        if _is_of_next(read, (start, end), term):
            continue
        if len(read.words.between(term.start, term.end)) > 1:
            return passage.printed(term.start, term.end)
        opens = max(read.text.rfind(sign, 0, term.start) for sign in ",;:") + 1
        if (
            1 < len(read.words.between(opens, term.start)) < _ALONE
            and read.text[term.end : term.end + 1] == ","
        ):
            return passage.printed(opens, term.end).strip()  # "On one bridge alone, 14 people died."
        for place in reversed(_leading(passage)):
            between = read.words.between(place.end, term.start)
            near = place.end <= term.start and 0 < len(between) <= _ALONE
            if near and not is_parted(read.text[place.end : term.start]):
                return passage.printed(place.start, term.end)
    return None


def _is_of_next(read: Sentence, figure: Span, term: Term) -> bool:
    """Return whether "alone" stands in a clause with another figure behind one's own: "215 died, 211 in Osk alone"."""
    signs = [
        at for at in range(figure[1], term.start) if read.text[at] in _SIGNS and read.text[at + 1] == " "
    ]
    if not signs:
        return False
    stop = min((at for sign in _SIGNS if (at := read.text.find(sign, term.end)) >= 0), default=len(read.text))
    return any(signs[-1] < item.start < stop for item in read.found)


def _leading(passage: Passage) -> list[Term]:
    """Return the prepositions of a sentence."""
    table = words_of(passage.language)
    read = passage.read
    found = read.sought(read.language.at)
    if table is not None:
        found += [
            Term(read.words.starts[at], read.words.ends[at], ("at",))
            for at, word in enumerate(read.words.words)
            if table.prepositions.match([word], 0) is not None
        ]
    return sorted(found, key=lambda term: term.start)


def _is_asked(passage: Passage, question: Question, language: str) -> bool:
    """Return whether a question asks for just these: it is of some of them."""
    site = of_site(language)
    if wholes(sentence_of(f"{question.text} {question.short}", language)):
        return True
    asked = f"{question.of or ''} {question.counts or ''}"
    persons = persons_in(site, asked) - {"people"}
    if persons & persons_in(passage.read.language, passage.read.text):
        return True
    if same_language(language, passage.language):
        plain = {
            word
            for term in (*site.find(Words(asked)), *site.things.find(Words(asked)))
            for word in Words(asked[term.start : term.end]).words
        }
        stems = {
            fold(word)[:_STEM] for word in Words(asked).words if len(word) >= _STEM and word not in plain
        }
        return any(fold(word)[:_STEM] in stems for word in passage.read.words.words if len(word) >= _STEM)
    return False
