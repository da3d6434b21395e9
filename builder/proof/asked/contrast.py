"""Whether a figure stands in a clause that is set against the one that answers a question: "The clinic has 880 beds, the one in Tannau 240".

Of two figures of one unit near each other the right one's clause has the words of the question, or its noun. The other clause has less
of them, and instead something of its own that the question does not ask for: an earlier time, another place, another subject, or a word by
which it comes to the first. Only both together tell: a clause without anything of its own goes on with what was said before.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from msgspec import Struct

from builder.content.model import Question
from builder.proof import when
from builder.proof.asked.asks import Asks, capitals, stems
from builder.proof.asked.neighbours import Neighbour, neighbours
from builder.proof.asked.own_times import dated, marks_of, part_of, part_text
from builder.proof.asked.passage import Passage, noun_phrase
from builder.proof.asked.portions import portion
from builder.proof.asked.subjects import asked_names, is_asked_name, names_in
from builder.proof.asked.superseded import has_time, is_old
from builder.proof.asked.things import asks_for
from builder.proof.asked.where import places_of
from builder.proof.names import Names, owners
from builder.proof.normal import Span
from builder.values.counting import Term, same_language, says
from builder.values.dateline import dateline
from builder.values.figures import search
from builder.values.figures.tokens import fold
from builder.values.figures.words import words_of
from builder.values.lexicon import language_file, lexicon_words, listed

_SUBJECT = 3
"""How many words may follow the article of a subject: "the private clinic"."""
_PLACE = re.compile(
    r"\s([^\W\d_a-zß-öø-ÿ][\w'-]+(?:\s[^\W\d_a-zß-öø-ÿ][\w'-]+)*)(?=,?\s[^\W\d_A-Z]|,?\s[0-9])"
)
"""A name with what goes on behind it."""
_OPENING = 600
"""Characters with which a text says where its story is."""
_SMALL = 3
"""Letters: a shorter word is no noun."""


class Mark(Struct, frozen=True):
    """What sets a figure's clause apart."""

    kind: str
    """``time``, ``place``, ``subject`` or ``more``."""
    words: str
    until: date | None = None
    """The last day of a time that has one."""
    against: bool = False
    """Whether the question names another place."""
    opens: bool = False
    """Whether a place opens its clause."""


def contrast(
    passage: Passage,
    question: Question,
    registries: tuple[Names, Names],
    language: str,
    cues: tuple[Span, ...] = (),
) -> Mark | None:
    """Return what sets a figure's clause against that of another figure, which answers a question; ``None`` if nothing does.

    ``registries`` are the names of sources and of places; ``cues`` where those words stand by which a claim's source says it: who
    speaks is no other subject.
    """
    marks = _marks(passage, question, registries, language, cues)
    if not marks or portion(passage) is not None:
        return None
    for near in neighbours(passage):
        mark = next(
            (mark for mark in marks if _is_set_against(passage, near, mark, question, language)), None
        )
        if mark is not None:
            return mark
    return None


def _is_set_against(passage: Passage, near: Neighbour, mark: Mark, question: Question, language: str) -> bool:
    """Return whether another figure's clause has what is asked, more of it than a figure's own, and nothing of what sets that apart."""
    other = near.passage
    if fold(mark.words) in fold(_clause(other)) or portion(other) is not None:
        return False
    if mark.kind == "subject" and _nouns(mark.words) & _nouns(other.read.text):
        return False
    if mark.kind == "time" and any(
        one.until is None or mark.until is None or one.until <= mark.until for one in marks_of(other)
    ):
        return False
    if mark.kind == "place" and not mark.against and _said_in(passage, question, language):
        # "41 hurt near Osk": where it all was. "In Osk 12 were killed", where 30 were told of before, are others or a part of them.
        return (
            mark.opens
            and other.figure[1] <= passage.sentence[0]
            and _is_plain(other, passage, question, language)
        )
    mine, theirs = _met(passage, question, language), _met(other, question, language)
    if mine < theirs:
        return True
    # "240", where "880 beds" stands before
    return mine <= theirs and near.leads and _is_elliptic(passage, other)


def _is_plain(other: Passage, passage: Passage, question: Question, language: str) -> bool:
    """Return whether a figure's clause has all that another one's has of a question, and no time before."""
    return not marks_of(other) and _met(passage, question, language) <= _met(other, question, language)


def _met(passage: Passage, question: Question, language: str) -> frozenset[str]:
    asks, clause = Asks(question, language), _clause(passage)
    return asks.met(clause, passage.language) | (capitals(asks.text) & capitals(f". {clause}"))


def _said_in(passage: Passage, question: Question, language: str) -> bool:
    """Return whether a figure's own clause has a state that a question asks for."""
    wanted = asks_for(question, language)
    return says(wanted, passage.owned.allows)


def _clause(passage: Passage) -> str:
    return part_text(passage.read, passage.number)


def _nouns(text: str) -> frozenset[str]:
    return frozenset(stem for stem in stems(text) if len(stem) > _SMALL)


def _is_elliptic(passage: Passage, other: Passage) -> bool:
    """Return whether a figure has no noun, and the other one has the noun that is meant."""
    return not passage.is_measured and not noun_phrase(passage)[0] and bool(noun_phrase(other)[0])


def _marks(
    passage: Passage,
    question: Question,
    registries: tuple[Names, Names],
    language: str,
    cues: tuple[Span, ...],
) -> list[Mark]:
    read, part = passage.read, part_of(passage.read, passage.number)
    sources, places = registries
    found = []
    base = passage.sentence[0]
    clause = (base + part[0], base + part[1])
    bodies = [item.span for item in sources.mentions(passage.content, clause)]
    if not has_time(dated(question, passage.published, language), language):
        found += [
            Mark("time", passage.printed(*mark.span), mark.until)
            for mark in marks_of(passage)
            # The league "Homes First" tells no time.
            if is_old(passage, mark)
            and not any(start <= base + mark.span[0] and base + mark.span[1] <= end for start, end in bodies)
        ]
        found += [
            Mark("time", passage.printed(term.start, term.end))
            for term in read.sought(read.language.before_that)
            if part[0] <= term.start and term.end <= passage.inside[0]
        ]
    asked = places_of(question, places)
    story = set() if asked else places.named(passage.content[: _opening(passage)])
    written = dateline(read.text)
    for mention in places.mentions(passage.content, clause):
        if written is not None and mention.span[1] - base <= written.end:
            continue  # "OSK, Aug 21 (AP) - ": where the report was written
        if mention.ids & story or any(
            start <= mention.span[0] and mention.span[1] <= end for start, end in bodies
        ):
            # where all of it is, which goes without saying, or the name of who tells it: "Norvia Rail"
            continue
        # "Fewer than 16,000 finished, on the square": where no place is asked for, one behind a comma says only where that was.
        apart = "," in read.text[passage.inside[1] : max(passage.inside[1], mention.span[0] - base)]
        if not mention.ids & asked and (asked or not apart):
            found.append(Mark("place", passage.content[slice(*mention.span)], against=bool(asked)))
    if (name := _unlisted_place(passage, part, question, places)) is not None:
        found.append(Mark("place", name, against=bool(asked), opens=True))
    for term in read.sought(read.language.adding):
        if part[0] <= term.start and term.end <= passage.inside[0] and not _compares(passage, term):
            found.append(Mark("more", passage.printed(term.start, term.end)))
    if not any(part[0] <= cue[0] - base and cue[1] - base <= part[1] for cue in cues):
        subject = _named(passage, part, question, sources, language) or _led(
            passage, part, question, language
        )
        if subject is not None:
            found.append(Mark("subject", subject))
    return found


def _opening(passage: Passage) -> int:
    """Return where the words end with which a text says where its story is: before a figure's sentence, and with it if no figure stands before."""
    start, end = passage.sentence
    first = not any(item.number[1] <= passage.number[0] for item in passage.read.found)
    if first and start < _OPENING and not search.find(passage.content[:start], passage.language):
        return end
    return min(start, _OPENING)


def _compares(passage: Passage, term: Term) -> bool:
    """Return whether "more" before a figure makes a comparison with the word behind it, and counts nothing: "more likely to be 240"."""
    read, table = passage.read, words_of(passage.language)
    more = table.more.match(read.words.between(term.start, term.end), 0) if table is not None else None
    return more is not None and bool(read.words.between(term.end, passage.inside[0]))


def _unlisted_place(passage: Passage, part: Span, question: Question, places: Names) -> str | None:
    """Return the name behind "in" that opens a figure's clause and that no registry has, where only names have a capital letter."""
    read = passage.read
    if read.language.capital_nouns:
        return None
    for term in read.sought(read.language.at):
        match = _PLACE.match(read.text, term.end)
        opens = part[0] <= term.start and not read.words.between(part[0], term.start)
        if match is None or not opens or match.end() > passage.inside[0]:
            continue
        named = fold(match[1]) in lexicon_words(passage.language) or match[1] in question.text
        return None if named or places.named(match[1]) else match[1]
    return None


def _named(passage: Passage, part: Span, question: Question, sources: Names, language: str) -> str | None:
    """Return the name in a figure's clause that is none of those a question asks of."""
    read, wanted = passage.read, f"{question.of or ''}; {question.text}"
    asked, ids = asked_names(wanted, question.text, language), sources.named(wanted)
    common = lexicon_words(passage.language)
    base = passage.sentence[0]
    dates = when.expressions(passage.content, passage.sentence, passage.published, passage.language)
    for span, name in names_in(passage, sources, asked):
        if not (part[0] <= span[0] and span[1] <= passage.inside[0]):
            continue
        if any(date.span[0] - base < span[1] and span[0] < date.span[1] - base for date in dates):
            continue  # German "Am Donnerstagabend"
        if _is_in_a_phrase(passage, span):
            continue  # "at the port of Osk"
        if read.text[: span[0]].endswith('"'):
            continue  # how something is called that is named before: the ferry "Sea Maid"
        if common.issuperset(fold(word) for word in name.split()):
            continue  # German "Im Januar"
        if read.text[: span[0]].endswith("(") and read.text.startswith(")", span[1]):
            continue  # who reports it: "OSK (AP) - "
        if not is_asked_name(name, asked) and not sources.named(name) & ids:
            return name
    return None


def _is_in_a_phrase(passage: Passage, span: Span) -> bool:
    """Return whether a preposition of place stands before a name, articles left out."""
    read, table = passage.read, words_of(passage.language)
    before = [word for word in read.words.between(0, span[0]) if word not in read.language.articles]
    if not before or table is None:
        return False
    at = any(
        read.words.between(term.start, term.end) == before[-1:] for term in read.sought(read.language.at)
    )
    return at or before[-1] in _where(passage.language)


def _led(passage: Passage, part: Span, question: Question, language: str) -> str | None:
    """Return the subject that opens a figure's clause, if it is none of the question's words: "The doctors" got 6 percent."""
    read, start = passage.read, passage.inside[0]
    words = [
        (at, begins)
        for at, begins in read.words.numbered(part[0], start)
        if read.words.words[at] not in read.language.and_or
    ]
    if not words or read.words.words[words[0][0]] not in _leads(passage.language):
        return None
    first = words[0][0]
    last = first
    told = frozenset(term.start for term in read.sought(read.language.level))
    while (
        last + 1 < len(read.words.words) and last - first < _SUBJECT and read.words.starts[last + 1] < start
    ):
        word, begins = read.words.words[last + 1], read.words.starts[last + 1]
        if word in _small(passage.language) or "," in read.text[read.words.ends[last] : begins]:
            break
        last += 1
        if read.language.capital_nouns and read.text[begins].isupper():
            break
    span = (read.words.starts[first], read.words.ends[last])
    if last == first or any(span[0] <= at < span[1] for at in told):
        return None
    noun = passage.printed(*span)
    same = _nouns(noun) & _nouns(f"{question.text} {question.of or ''} {question.unit or ''}")
    if same_language(passage.language, language) and same:
        return None
    if Asks(question, language).met(noun, passage.language):
        return None
    return noun


@lru_cache(maxsize=16)
def _leads(language: str) -> frozenset[str]:
    """Return the words that begin a subject: articles, "its"."""
    file = language_file(language)
    if file is None:
        return frozenset()
    phrases = frozenset(listed(f"{file.saying.determiners},{file.counted.subjects}")) | owners(language)
    return frozenset(phrase for phrase in phrases if " " not in phrase)


@lru_cache(maxsize=16)
def _small(language: str) -> frozenset[str]:
    """Return the words that end a subject: prepositions, forms of "to be", joints."""
    table, file = words_of(language), language_file(language)
    if table is None or file is None:
        return frozenset()
    phrases = (
        file.counted.are,
        file.counted.joints,
        file.counted.at,
        file.counted.relative,
        file.shares.of,
        file.events.present,
        file.events.past,
    )
    return frozenset(word for text in phrases for phrase in listed(text) for word in phrase.split()[:1])


@lru_cache(maxsize=16)
def _where(language: str) -> frozenset[str]:
    """Return the prepositions before a place."""
    file = language_file(language)
    return (
        frozenset(listed(file.proposing.answers.where)) - _of(language) if file is not None else frozenset()
    )


@lru_cache(maxsize=16)
def _of(language: str) -> frozenset[str]:
    file = language_file(language)
    return frozenset(listed(f"{file.shares.of},{file.saying.belonging}")) if file is not None else frozenset()
