"""Whether a result is that of another party, firm or person than a question asks of: "Party A won 41 percent, Party B 38".

Each part of a sentence has its own subject: a part ends at a comma, at "and" or at a joint. Only names tell, and only where the asked
name stands in another part, or where a name of the same kind stands in its place ("the Meadow Party" for "the Harbour Party").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from builder.content.model import Question
from builder.proof.asked.asks import capitals
from builder.proof.asked.paired import parts_of
from builder.proof.asked.passage import Passage, of_site
from builder.proof.asked.things import kind_of_unit
from builder.proof.names import Names
from builder.proof.normal import Span, within
from builder.values.counting import Words, same_language
from builder.values.figures.tokens import fold
from builder.values.lexicon import language_file, lexicon_words, listed

_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄҐ"
_NAME = re.compile(
    rf"(?<![\w'’-])[{_CAPITAL}][\w'’.&-]*(?:\s(?:(?:of|de|du|des|del|la|van|von)\s(?:the\s|la\s)?)?[{_CAPITAL}][\w'’.&-]*|\s(?:du\s|des\s|del\s|de\sla\s|de\slos\s|de\sl['’])[\w-]+)*"
)
_WORD = re.compile(r"[^\W\d_][\w&-]*")
_POSSESSIVE = re.compile(r"['’]s?\Z")
_BEFORE = 8
"""How many words may stand between a subject and its figure: "Party B won Sunday's election with 38"."""
_NEAR = 2
"""How many between a person and what is given to him: "sentenced Rood to" four years."""
_BEHIND = 3
"""How many words may stand between a figure and the name behind "for": "38 percent for the" Meadow Party."""
_OWNED = 3
"""How many words may stand before such a person: "her former business" partner."""
_HEAD = 5
"""Letters at the end of a compound that two names of one kind share: German "Hafenpartei", "Wiesenpartei"."""


def other_subject(
    passage: Passage, question: Question, of: str | None, names: Names, language: str
) -> str | None:
    """Return the name of the other party, firm or person that a figure is of. ``names`` are those of all sources.

    ``of`` is what a claim itself says that it is of.
    """
    if kind_of_unit(question.unit, language) in ("persons", "places"):
        return None
    wanted = of or f"{question.of or ''}; {question.text}"
    asked, ids = asked_names(wanted, question.text, language), names.named_alone(wanted)
    if not asked and not ids:
        return None
    found = [
        (span, name) for span, name in names_in(passage, names, asked) if not _is_at_a_place(passage, span)
    ]
    mine = [span for span, name in found if is_asked_name(name, asked) or names.named(name) & ids]
    others = [span for span, _ in found if span not in mine]
    other = _named_behind(passage, others)
    if other is None:
        figures = tuple(sorted({item.number for item in passage.read.found}))
        parts = parts_of(passage.read, figures, tuple(span for span, _ in found))
        number = passage.number
        part = next((part for part in parts if part[0] <= number[0] and number[1] <= part[1]), None)
        if part is None:
            return None
        if (companion := _companion(passage, part)) is not None and not any(
            within(span, part) for span in mine
        ):
            return companion
        other = _leading(passage, others, part)
        if (
            other is None
            or _has_pronoun(passage, other[1], part[1])
            or (not mine and _is_told(passage, other))
        ):
            return None
        if any(within(span, part) and not _is_passed(passage, span, other) for span in mine):
            return None
    if mine or _is_another(passage, other, asked, ids, names, language):
        return passage.printed(*other)
    return None


def asked_names(wanted: str, text: str, language: str) -> frozenset[str]:
    """Return the names in the words of a question. The first word of its sentence has its capital from its place."""
    found = (
        _without_article(match, language)
        for match in _NAME.finditer(wanted)
        if not text.startswith(match[0]) or " " in match[0]
    )
    return frozenset(filter(None, found))


def _without_article(match: re.Match[str], language: str) -> str:
    file = language_file(language)
    articles = listed(f"{file.saying.determiners},{file.saying.articles}") if file is not None else []
    words = _POSSESSIVE.sub("", match[0].rstrip(".")).split()
    while words and words[0].casefold() in {*articles, "the", "a", "an"}:
        words = words[1:]
    return " ".join(words)


@lru_cache(maxsize=512)
def _stands_within(content: str, name: str) -> bool:
    """Return whether a word has a capital letter within a sentence too: then it is a name at its beginning."""
    return re.search(rf"[\w,]\s{re.escape(name)}\b", content) is not None


def names_in(passage: Passage, names: Names, asked: frozenset[str]) -> list[tuple[Span, str]]:
    """Return the names of a sentence: those of sources, and all with a capital letter where nouns have none."""
    base, text, read = passage.sentence[0], passage.read.text, passage.read
    found = {
        (item.span[0] - base, item.span[1] - base): passage.content[slice(*item.span)]
        for item in names.mentions(passage.content, passage.sentence)
        # "El tribunal" is called by no name.
        if any(word[0].isupper() for word in passage.content[slice(*item.span)].split()[-1:])
    }
    common = lexicon_words(passage.language)
    for match in _NAME.finditer(text):
        name = _without_article(match, passage.language)
        start = match.start() + match[0].find(name)
        span = (start, start + len(name))
        if not name or any(one[0] < span[1] and span[0] < one[1] for one in found):
            continue
        if is_asked_name(name, asked):
            found[span] = name
            continue
        single = " " not in name
        if single and fold(name) in common and not name.isupper():
            continue
        if (
            single
            and not text[:start].strip(" \"'“‘(")
            and not (name.isupper() or _stands_within(passage.content, name))
        ):
            continue
        noun = read.language.capital_nouns and single and not name.isupper()
        if noun and not _is_of_a_body(name, read.language.bodies):
            continue
        found[span] = name
    return sorted(found.items())


def _is_at_a_place(passage: Passage, span: Span) -> bool:
    """Return whether "in", "near" or the like stand before a name."""
    read = passage.read
    return any(term.end + 1 == span[0] for term in read.sought(read.language.at))


def is_asked_name(name: str, asked: frozenset[str]) -> bool:
    """Return whether a name is one that is asked of, or a part of it: "Holm" of "Ada Holm"."""
    words = {fold(word) for word in _WORD.findall(name)}
    whole = [{fold(word) for word in _WORD.findall(one)} for one in asked]
    return any(words <= one or one <= words for one in whole)


def _is_another(
    passage: Passage, other: Span, asked: frozenset[str], ids: set[str], names: Names, language: str
) -> bool:
    """Return whether a name is surely another one than the asked ones, none of which its sentence has.

    Two bodies are, and two persons where one of them gets something.
    """
    name, bodies = passage.printed(*other), (*passage.read.language.bodies, *of_site(language).bodies)
    mine = names.named(name)
    if mine & ids:
        return False
    of_bodies = [_is_of_a_body(one, bodies) for one in asked]
    if _is_of_a_body(name, bodies):
        # How another language calls a body that is asked of, only the registry knows.
        known = bool(mine) or same_language(language, passage.language)
        return known and (all(of_bodies) or any(_ends_alike(name, one) for one in asked))
    persons = " " in name and not any(of_bodies) and all(" " in one for one in asked)
    return (persons and _gets(passage, other)) or any(_ends_alike(name, one) for one in asked)


def _is_of_a_body(name: str, bodies: tuple[str, ...]) -> bool:
    """Return whether a name has a word for a party, a firm or the like: "Island List", German "Inselliste"."""
    words = [fold(word) for word in _WORD.findall(name)]
    return any(word in bodies or (len(word) > _HEAD and word.endswith(bodies)) for word in words)


def _gets(passage: Passage, other: Span) -> bool:
    """Return whether a figure is said to be given to a person: "Rood was given four years", "sentenced Rood to four years"."""
    read, start = passage.read, passage.inside[0]
    if len(read.words.between(other[1], start)) <= _NEAR:
        return True
    return any(other[1] <= term.start and term.end <= start for term in read.sought(read.language.receiving))


def _ends_alike(name: str, asked: str) -> bool:
    """Return whether two names end alike, and begin with something else: two parties, two banks."""
    one, other = [fold(word) for word in name.split()], [fold(word) for word in asked.split()]
    if len(one) > 1 and len(other) > 1:
        return one[-1] == other[-1] and one[:-1] != other[:-1]
    last, end = one[-1], other[-1]
    return last != end and last[-_HEAD:] == end[-_HEAD:] and min(len(last), len(end)) > _HEAD


def _is_passed(passage: Passage, mine: Span, other: Span) -> bool:
    """Return whether a figure stands between the asked name and another one: "A won 41 percent and B 38"."""
    return any(mine[1] <= item.number[0] and item.number[1] <= other[0] for item in passage.read.found)


def _leading(passage: Passage, others: list[Span], part: Span) -> Span | None:
    """Return the name that leads in a figure in its part of a sentence."""
    start = passage.inside[0]
    read = passage.read
    before = [span for span in others if within(span, part) and span[1] <= start]
    if not before or len(read.words.between(before[-1][1], start)) > _BEFORE:
        return None
    last = before[-1]
    for span in reversed(before[:-1]):
        # "the Meadow Party of Prime Minister Rood": its, and not his
        if read.words.between(span[1], last[0])[:1] and read.words.between(span[1], last[0])[0] in _of(
            passage.language
        ):
            last = span
        else:
            break
    return last


@lru_cache(maxsize=16)
def _of(language: str) -> frozenset[str]:
    file = language_file(language)
    return frozenset(listed(f"{file.shares.of},{file.saying.belonging}")) if file is not None else frozenset()


def _is_told(passage: Passage, other: Span) -> bool:
    """Return whether a verb of saying stands between a name and a figure: who says it is not whose it is."""
    read, start = passage.read, passage.inside[0]
    return any(other[1] <= term.start and term.end <= start for term in read.sought(read.language.saying))


def _named_behind(passage: Passage, others: list[Span]) -> Span | None:
    """Return the name behind a figure that is set against one before: "against 38 percent for the Meadow Party"."""
    read, (start, end) = passage.read, passage.inside
    if not any(item.number[1] <= start for item in read.found):
        return None
    for term in read.sought(read.language.for_):
        if term.start < end or read.words.between(end, term.start):
            continue
        for span in others:
            if span[0] >= term.end and len(read.words.between(term.end, span[0])) <= _BEHIND:
                gap = read.text[term.end : span[0]]
                return span if not any(sign in gap for sign in ",;:") else None
    return None


def _companion(passage: Passage, part: Span) -> str | None:
    """Return who opens a part and is named by the one who was spoken of: "her accomplice". Nobody else is spoken of in it."""
    read, file = passage.read, language_file(passage.language)
    if file is None:
        return None
    given, start = file.proposing.speakers, passage.inside[0]
    owners = set(listed(f"{given.own},{given.its}"))
    for term in read.sought(read.language.companions):
        if not (part[0] <= term.start and term.end <= start):
            continue
        before = [
            word for word in read.words.between(part[0], term.start) if word not in read.language.joints
        ]
        if (
            not before
            or before[0] not in owners
            or len(before) > _OWNED
            or _has_pronoun(passage, term.end, part[1])
        ):
            continue
        return passage.printed(term.start, term.end)
    return None


def _has_pronoun(passage: Passage, start: int, end: int) -> bool:
    """Return whether a part speaks of somebody who was named before: "and Judge Sand gave her seven years"."""
    file = language_file(passage.language)
    if file is None:
        return False
    given = file.proposing.speakers
    pronouns = listed(f"{given.pronouns},{given.persons},{given.things}")
    return bool(set(pronouns) & set(passage.read.words.between(start, end)))


def of_another(passage: Passage, question: Question, others: Iterable[Question]) -> str | None:
    """Return of whom a figure is where another question asks just that of them, by the last name before it; ``None`` if that is not so.

    "Unity won 41 percent" is not the Harbour Party's: a name that begins a sentence is known by the question that has it.
    """
    asked = f". {question.of}; {question.text}"
    for other in others:
        if not other.of or (other.unit, other.counts) != (question.unit, question.counts):
            continue
        theirs = capitals(f". {other.of}") - capitals(asked)
        mine = capitals(f". {question.of}") - capitals(f". {other.of}; {other.text}")
        if not theirs or not mine:
            continue
        for words in _before(passage):
            if mine & words:
                break
            if theirs <= words:
                return other.of
    return None


def _before(passage: Passage) -> Iterator[set[str]]:
    """Yield the words before a figure, from the figure before it on, then those before that one."""
    text, end = passage.read.text, passage.number[0]
    for start in sorted(
        (item.number[1] for item in passage.read.found if item.number[1] <= end), reverse=True
    ):
        yield set(Words(text[start:end]).words)
        end = start
    yield set(Words(text[:end]).words)
