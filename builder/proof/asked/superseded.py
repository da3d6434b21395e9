"""Whether a figure is one that held before, told by its own time: "in February it had offered 46 euros", "at first 19", "when it was 65 percent".

An earlier time alone makes no figure a former one, as a question may ask for what was long ago. So another figure of the same unit has to
stand near by that has no such time and says what is asked, and the question must name no time itself. Where a figure only stands on a
level, and has no noun of its own ("on Sunday there were 410"), a day before that of the other figure is enough.
"""

from __future__ import annotations

from datetime import timedelta

from builder.content.model import Question
from builder.proof.asked.asks import Asks, plain_stems, stems
from builder.proof.asked.neighbours import Neighbour, neighbours
from builder.proof.asked.own_times import TIMES, Mark, is_then, marks_of, part_of, part_text
from builder.proof.asked.passage import Passage, noun_phrase, of_site
from builder.proof.asked.portions import portion
from builder.values.counting import Words
from builder.values.figures import search
from builder.values.lexicon import has_rules
from builder.values.quantity import Quantity

_OLD = timedelta(days=45)
"""How long before its article a time is old for a figure that the article gives as news."""
_LEFT = 1
"""How many words a clause may have beside its time and its figure that only says on which level something stood."""


def superseded(passage: Passage, question: Question, language: str) -> str | None:
    """Return the words by which a figure is one that held before another one near by."""
    if passage.published is None or passage.published.start is None:
        return None
    marks = marks_of(passage)
    if question.when is not None and question.when.start is not None:
        start = question.when.start
        then = (mark for mark in marks if mark.until is not None and mark.until < start)
        found = next((mark for mark in then if is_then(passage, mark.span)), None)
        return passage.printed(found.span[0], passage.inside[1]) if found is not None else None
    if not marks or has_time(question, language):
        return None
    asks = Asks(question, language)
    elliptic = _is_level(passage, marks)
    mine = asks.met(part_text(passage.read, passage.number), passage.language)
    for mark in marks:
        if not is_old(passage, mark) and not elliptic:
            continue
        if any(
            _holds_now(passage, other, mark, (asks, mine), elliptic=elliptic)
            if elliptic or mine
            else _says_the_same_now(passage, other, mark)
            for other in neighbours(passage, question.unit if elliptic else None)
        ):
            low, high = min(mark.span[0], passage.inside[0]), max(mark.span[1], passage.inside[1])
            return passage.printed(low, high)
    return None


def before_known(passage: Passage, question: Question, language: str) -> str | None:
    """Return the time that is said of a figure, if it was over long before an answer could be known, and the question asks for no time."""
    known = question.known_from.start if question.known_from is not None else None
    if known is None or has_time(question, language):
        return None
    for mark in marks_of(passage):
        if mark.until is not None and mark.until < known - _OLD:
            return passage.printed(*mark.span)
    return None


def is_old(passage: Passage, mark: Mark) -> bool:
    """Return whether a time is long before its article, or only said to be before."""
    published = passage.published.start if passage.published is not None else None
    return mark.until is None or (published is not None and mark.until < published - _OLD)


def of_old(passage: Passage) -> bool:
    """Return whether a time is said of a figure, or of words, that is long before the article or only said to be before."""
    return any(is_old(passage, mark) for mark in marks_of(passage))


def has_time(question: Question, language: str) -> bool:
    """Return whether a question asks for a time of its own: that of its key, "last year", "in the third quarter", "in ten years"."""
    if question.when is not None:
        return True
    text = f"{question.text} {question.short}"
    site, asked = of_site(language), Words(text)
    if any(
        isinstance(item.reading, Quantity) and item.reading.unit in TIMES
        for item in search.find(text, language if has_rules(language) else "en")
    ):
        return True
    return any(
        sets.find(asked)
        for sets in (site.formerly, site.night, site.former, site.other_time, site.periods, site.in_all)
    )


def _is_level(passage: Passage, marks: list[Mark]) -> bool:
    """Return whether a clause only says on which level something stood then: "on Sunday there were 410", "it had stood at 24".

    Or on which level somebody put it at first: "had first put it at 30 million".
    """
    read, spans = passage.read, [*(mark.span for mark in marks), passage.inside]
    noun, at = noun_phrase(passage)
    level = [(term.start, term.end) for term in read.sought(read.language.level)]
    if noun and any(low <= at and at + len(noun) <= high for low, high in level):
        noun = ""  # German "290 gewesen"
    if noun and not passage.is_measured and not any(low <= at < high for low, high in spans):
        if not _is_noun_of_others(passage, noun):
            return False
        spans.append((at, at + len(noun)))
    start, stop = part_of(read, passage.number)
    saying = any(start <= term.start < stop for term in read.sought(read.language.saying))
    if saying and not noun and any(mark.until is None for mark in marks):
        return True
    spans += level
    plain = read.language.are | read.language.articles | read.language.and_or
    left = [
        word
        for word, (_, at) in zip(
            read.words.between(start, stop), read.words.numbered(start, stop), strict=True
        )
        if not any(low <= at < high for low, high in spans) and word not in plain
    ]
    return len(left) <= _LEFT


def _only_counts(passage: Passage) -> bool:
    """Return whether a figure has no noun, and its clause only says on which level it stands: "the clinic put it at 47"."""
    read, (start, _) = passage.read, part_of(passage.read, passage.number)
    level = [term for term in read.sought(read.language.level) if start <= term.start < passage.number[0]]
    beside = bool(level) and not read.words.between(level[-1].end, passage.inside[0])
    return beside and not noun_phrase(passage)[0] and not passage.owned.own


def _is_noun_of_others(passage: Passage, noun: str) -> bool:
    """Return whether another figure near by has the same noun: "120 beds; last winter it had 80 beds"."""
    first = Words(noun).words[:1]
    return any(
        bool(first) and Words(noun_phrase(other.passage)[0]).words[:1] == first
        for other in neighbours(passage)
    )


def _holds_now(
    passage: Passage, near: Neighbour, mark: Mark, asked: tuple[Asks, frozenset[str]], *, elliptic: bool
) -> bool:
    """Return whether a figure near by has no such earlier time, and says what is asked, with all that the former one says of it."""
    other = near.passage
    if portion(other) is not None or not _is_later(passage, other, mark):
        return False
    asks, mine = asked
    theirs = asks.met(part_text(other.read, near.found.number), passage.language)
    # What tells a set tells it in any form: "cut" is "cuts". Whoever was arrested is not who was hurt.
    said = mine & asks.states
    if said and not theirs and mark.until is None and not near.leads and _only_counts(other):
        return True  # "an earlier count had given 51 injured; by Thursday the clinic put it at 47"
    if said:
        return said <= asks.any_form(theirs)
    if theirs and (elliptic or mine & theirs):
        return True
    return elliptic and near.leads


def _is_later(passage: Passage, other: Passage, mark: Mark) -> bool:
    """Return whether a figure has no earlier time, or a later one than another has."""
    times = marks_of(other)
    if any(one.until is None for one in times):
        return False
    assert passage.published is not None
    assert passage.published.start is not None
    earliest = mark.until or passage.published.start - _OLD
    return not any(one.until is not None and one.until <= earliest for one in times)


def _says_the_same_now(passage: Passage, near: Neighbour, mark: Mark) -> bool:
    """Return whether a figure near by has the same noun and says the same of it, whatever that is, and no such earlier time."""
    other = near.passage
    nouns = [Words(noun_phrase(one)[0]).words[:1] for one in (passage, other)]
    if (
        not nouns[0]
        or nouns[0] != nouns[1]
        or portion(other) is not None
        or not _is_later(passage, other, mark)
    ):
        return False
    plain = plain_stems(passage.language) | stems(" ".join(nouns[0]))
    said = [stems(part_text(one.read, one.number)) - plain for one in (passage, other)]
    return bool(said[0] & said[1])
