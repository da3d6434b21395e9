"""Whether a printed number is one of what a question asks for at all: no age, time of day or number of a room, no rate, no difference."""

from __future__ import annotations

import re

from builder.content.model import Question
from builder.proof.asked.asks import stems
from builder.proof.asked.days import belongs
from builder.proof.asked.passage import Passage, noun_phrase, of_site
from builder.proof.asked.things import kind_of_unit, measures
from builder.values.counting import GRADES, Term, Words, meant, same_language
from builder.values.expressions import alternatives
from builder.values.figures.tokens import Tokens
from builder.values.figures.words import Words as Table
from builder.values.figures.words import words_of
from builder.values.lexicon import language_file, listed
from builder.values.quantity import Quantity

_CLOCK = re.compile(r"(?<![0-9:])[0-9]{1,2}[:h][0-9]{2}(?![0-9:])")
_BESIDE = 30
_OLDEST = 120
_GAP = 1
"""How many words may stand between a number and what makes it a difference: "41 people fewer"."""
_ROUND = re.compile(r"10{2,6}|10{0,2}(?:[.,\s]0{3}){1,2}")
"""Numbers of which rates are told: 100, 1,000, 100 000."""
_PER = 2
"""Letters: so short an article makes no rate of a number, and German "je" stands beside its noun."""


def of_another_unit(passage: Passage, question: Question, language: str) -> str | None:
    """Return a figure with its unit where persons are asked for: "12 years"."""
    found = passage.read.figure_at(passage.number)
    if found is None or kind_of_unit(question.unit, language) != "persons":
        return None
    unit = found.reading.unit if isinstance(found.reading, Quantity) else None
    return passage.printed(found.start, found.end) if unit is not None and unit in measures() else None


def is_fraction(passage: Passage, question: Question, language: str) -> bool:
    """Return whether a number is not whole, where persons or places are asked for: a magnitude of 6.4."""
    read = passage.reading
    if read is None or read.unit is not None or read.share:
        return False
    bounds = [bound for bound in (read.low, read.high) if bound is not None]
    return kind_of_unit(question.unit, language) in ("persons", "places") and any(
        bound != int(bound) for bound in bounds
    )


def no_count(passage: Passage) -> str | None:
    """Return the words by which a number is an age, a time of day, or the number of a room or a flight; ``None`` if it counts."""
    words = words_of(passage.language)
    if words is None or not words.known:
        return None
    text, (start, end) = passage.read.text, passage.number
    for clock in _CLOCK.finditer(text, max(0, start - 3), min(len(text), end + 3)):
        if clock.start() < end and start < clock.end():
            return clock[0]
    tokens = Tokens(text, words.spelling)
    inside = [at for at in range(tokens.size) if tokens.starts[at] < end and start < tokens.ends[at]]
    if not inside:
        return None
    first, last = inside[0], inside[-1] + 1
    for table in (words.ages, words.clock):
        if (found := table.match(tokens.words, last)) is not None:
            return tokens.printed(first, found[1])
    unit = words.units.match(tokens.words, last)
    if unit is not None and unit[0] in words.durations and passage.read.figure_at((start, end)) is None:
        return tokens.printed(first, unit[1])
    alone = passage.read.figure_at((start, end)) is None and not noun_phrase(passage)[0]
    # "Page 14 lists those who were killed"
    leads = first == 1 and bool(words.named.ends(tokens.words, first))
    if leads and not _is_of_a_group(words, tokens, first):
        return tokens.printed(0, last)
    if alone and (words.aged.ends(tokens.words, first) or _is_named(passage, words, tokens, first)):
        return tokens.printed(max(0, first - 1), last)
    return _set_apart(passage, tokens, first, last)


def is_age(passage: Passage, counts: str, language: str) -> bool:
    """Return whether a number is how old somebody is, and that is what ``counts`` asks for: "a boy, 12, was", "aged 12"."""
    words = words_of(passage.language)
    asked = {name for term in of_site(language).matters.find(Words(counts)) for name in term.sets}
    if words is None or not words.known or "age" not in asked:
        return False
    tokens, (start, end) = Tokens(passage.read.text, words.spelling), passage.number
    inside = [at for at in range(tokens.size) if tokens.starts[at] < end and start < tokens.ends[at]]
    if not inside:
        return False
    first, last = inside[0], inside[-1] + 1
    if words.ages.match(tokens.words, last) is not None or words.aged.ends(tokens.words, first):
        return True
    unit = words.units.match(tokens.words, last)
    of = first >= 2 and words.of.match(tokens.words, first - 1) is not None
    if of and unit is not None and unit[0] == "years":
        # French "un homme de 51 ans"
        return tokens.words[first - 2] in passage.read.language.aged
    return _set_apart(passage, tokens, first, last) is not None


def _is_named(passage: Passage, words: Table, tokens: Tokens, first: int) -> bool:
    """Return whether a number is that of a room or a flight; not behind "this year", nor "a group of"."""
    before = Words(tokens.printed(max(0, first - 1), first)) if first else Words("")
    if passage.read.language.things.find(before) or (first and words.of.match(tokens.words, first - 1)):
        return False
    if first >= 2 and tokens.words[first - 1] in passage.read.language.numbering:
        # "the missing, who number 57", "the dead number 41"
        start = tokens.starts[first - 1]
        led = passage.read.words.between(0, start)[-1:]
        if passage.read.language.relative & set(led) or any(
            term.end <= start and not passage.read.words.between(term.end, start)
            for term in passage.read.terms
        ):
            return False
    return bool(words.named.ends(tokens.words, first))


def _is_of_a_group(words: Table, tokens: Tokens, first: int) -> bool:
    return bool(words.of.match(tokens.words, first - 1))


def _set_apart(passage: Passage, tokens: Tokens, first: int, last: int) -> str | None:
    """Return an age that stands between commas behind who is so old: "a boy, 12, was"."""
    if first < 2 or last - first != 1 or last >= tokens.size or not tokens.words[first].isdigit():
        return None
    around = (tokens.words[first - 1], tokens.words[last])
    closed = around in ((",", ","), (",", "."), ("(", ")"))
    person = tokens.words[first - 2] in passage.read.language.aged
    if closed and (person or _is_name(passage, tokens, first - 2)) and int(tokens.words[first]) <= _OLDEST:
        return tokens.printed(first - 2, last)
    return None


def _is_name(passage: Passage, tokens: Tokens, at: int) -> bool:
    """Return whether a word ends the name of a person: "Maria Lopez", and not "In Kursk"."""
    if at < 1:
        return False
    first, last = tokens.printed(at - 1, at), tokens.printed(at, at + 1)
    names = all(word[:1].isupper() and word[1:].islower() for word in (first, last))
    words = Words(first)
    return (
        names
        and not passage.read.language.at.find(words)
        and words.words[0]
        not in (
            passage.read.language.articles | passage.read.language.determiners | passage.read.language.joints
        )
    )


def converted(passage: Passage) -> str | None:
    """Return the figure of which a printed one is only the same in another unit: "£3.4m ($4.2m)", "$30 million, or about €28 million"."""
    start, end = (place - passage.sentence[0] for place in passage.figure)
    for found in passage.read.found:
        again = found.converted
        if again is not None and found.number[1] <= start and again[0] < end and start < again[1]:
            return passage.printed(found.start, found.end)
    return None


def has_other_in(passage: Passage, unit: str | None) -> bool:
    """Return whether a sentence has another figure in a unit, and this one is in another: the pounds of which it tells the euros."""
    units = [
        (item.number, item.reading.unit)
        for item in passage.read.found
        if isinstance(item.reading, Quantity) and item.reading.unit
    ]
    own = [read for number, read in units if number == passage.number]
    return bool(own) and own[0] != unit and any(read == unit for _, read in units)


def capacity(passage: Passage, question: Question, language: str) -> str | None:
    """Return the words by which a figure says for how many there is room, and not how many there are: "built to house 600"."""
    asked, site = (
        Words(f"{question.text} {question.short} {question.unit or ''} {question.counts or ''}"),
        of_site(language),
    )
    if site.capacity.find(asked) or site.rooms.find(asked):
        return None
    read, start = passage.read, passage.inside[0]
    if passage.is_measured:
        return None  # "offers for 38.50 euros"
    for term in read.sought(read.language.capacity):
        if term.end <= start and not read.words.between(term.end, start):
            return passage.printed(term.start, passage.inside[1])
    return None


def asks_for_rate(question: Question, language: str) -> bool:
    """Return whether a question asks for so much of each day, share or family."""
    words = (question.text, question.short, question.unit, question.counts, question.of)
    asked, site = Words(" ".join(filter(None, words))), of_site(language)
    return "/" in (question.unit or "") or bool(site.rate.find(asked) or site.asked_rate.find(asked))


def total(passage: Passage, question: Question, language: str) -> str | None:
    """Return the words by which a figure is all of it, where a question asks for so much a day or a year: "170 million in all"."""
    site, asked = of_site(language), Words(f"{question.text} {question.short}")
    if not site.asked_rate.find(asked) or site.in_all.find(asked):
        return None
    read = passage.read
    if any(belongs(passage, (term.start, term.end)) for term in read.sought(read.language.asked_rate)):
        return None
    for term in read.sought(read.language.in_all):
        if belongs(passage, (term.start, term.end)):
            return passage.printed(term.start, term.end)
    return None


def asks_of_each(question: Question, language: str) -> bool:
    """Return whether a question asks for what each one gets, pays or costs: "offered to each bereaved family", the price of a dose."""
    told = meant(question.counts or "", language)
    if asks_for_rate(question, language) or "price" in told.happened | told.things:
        return True
    file = language_file(language)
    if file is None:
        return False
    each = {
        *listed(file.shares.every),
        *listed(file.shares.per),
        *listed(file.shares.rates.get("each", "")),
    } - {*listed(file.numbers.one)}
    asked = f"{question.text} {question.short} {question.counts or ''} {question.of or ''}"
    return re.search(rf"(?<!\w)(?:{alternatives(each - {'/'})})(?!\w)", asked, re.IGNORECASE) is not None


def asks_for_difference(question: Question, language: str) -> bool:
    """Return whether a question asks by how much two numbers differ, and for neither of them: "By how much was it too short?"."""
    asked, site = Words(f"{question.text} {question.short} {question.counts or ''}"), of_site(language)
    return bool(site.difference.find(asked) or site.asked_difference.find(asked))


def rate(passage: Passage, question: Question, language: str) -> str | None:
    """Return the words by which a figure is one of each day or year, where a question does not ask for that."""
    if asks_for_rate(question, language):
        return None
    read = passage.read
    for term in read.sought(read.language.rate):
        # "in a weekly briefing 12 were", and not German "täglich sterben 12"
        stands = term.start >= passage.inside[1] or " " in read.text[term.start : term.end]
        stands = stands and not (0 < term.start < passage.inside[0] and read.text.startswith(",", term.end))
        stands = stands or (term.start == 0 and _is_a_verb_next(passage, term.end))
        if _leads_to_all(passage, term):
            continue
        if stands and belongs(passage, (term.start, term.end)):
            return (
                None
                if _is_asked_each(passage, term, question, language)
                else passage.printed(term.start, term.end)
            )
    return _per_many(passage)


def _is_asked_each(passage: Passage, term: Term, question: Question, language: str) -> bool:
    """Return whether a figure is one of each of just what a question asks of: "for each cow", where it asks what a cow brings."""
    behind = passage.read.words.between(term.end, len(passage.read.text))[:1]
    return same_language(language, passage.language) and bool(
        behind and stems(behind[0]) & stems(question.of or "")
    )


def _leads_to_all(passage: Passage, term: Term) -> bool:
    """Return whether a figure is how many they are of whom each gets so much: the 300 of "to each of the 300 families"."""
    read, start = passage.read, passage.inside[0]
    between = read.words.between(term.end, start)
    if term.end > start or not between:
        return False
    of = [one for one in read.sought(read.language.out_of) if term.end <= one.start and one.end <= start]
    rest = between[1:] if of else between
    return (
        bool(of or read.language.out_of_the.find(Words(between[0])))
        and set(rest) <= read.language.articles | read.language.those
    )


def _per_many(passage: Passage) -> str | None:
    """Return the words that make a rate behind a verb: "12 were killed per 1,000 inhabitants"."""
    words, end = words_of(passage.language), passage.inside[1]
    many = min((one for one in passage.read.figures if one[0] >= end), default=None)
    if words is None or many is None or not _ROUND.fullmatch(passage.read.text, *many):
        return None
    tokens = Tokens(passage.read.text, words.spelling)
    at = next((at for at in range(tokens.size) if tokens.starts[at] >= many[0]), 0) - 1
    if at < 1 or len(tokens.words[at]) <= _PER or not words.per.match(tokens.words, at):
        return None  # "a 100 metres away"
    span = (tokens.starts[at], tokens.ends[at])
    return passage.printed(span[0], many[1]) if span[0] >= end and belongs(passage, span) else None


def _is_a_verb_next(passage: Passage, at: int) -> bool:
    """Return whether the word behind a place is a verb, as far as the language's words for states tell."""
    read = passage.read
    following = read.words.numbered(at, len(read.text))[:1]
    if not following or read.text[at : following[0][1]].strip():
        return False
    return read.words.words[following[0][0]] in read.language.are or any(
        term.start == following[0][1] for term in read.terms
    )


def difference(passage: Passage) -> str | None:
    """Return the words behind a figure by which it is the difference of two: "41 fewer", "41 more than"."""
    read, end = passage.read, passage.number[1]
    found = passage.read.figure_at(passage.inside)
    bounded = found is not None and isinstance(found.reading, Quantity)
    for term in read.sought(read.language.difference):
        if term.start < (passage.inside[1] if bounded else end):
            continue  # "30 or fewer" is a bound of the figure itself
        gap = read.text[end : term.start]
        if len(read.words.between(end, term.start)) > _GAP or any(sign in gap for sign in ',;.:"()'):
            return None
        # "30 badly hurt, 12 less seriously"
        after = read.text[term.end : term.end + _BESIDE]
        if any(
            not after[: item.start].strip() and set(item.sets) & GRADES
            for item in read.language.beside.find(Words(after))
        ):
            return None
        return passage.printed(passage.number[0], term.end)
    return None
