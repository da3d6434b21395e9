"""Whether a day is of the deed that a question asks for, or of another one of its sentence: "arrived on 3 May, struck on 5 May"."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from builder.content.model import Question
from builder.proof import when
from builder.proof.asked.passage import Passage, of_site
from builder.proof.normal import Span
from builder.proof.owned import owned
from builder.values.counting import Sets, Term, Words, counting, listed_sets, same_language
from builder.values.figures.tokens import fold
from builder.values.lexicon import has_rules, language_file, listed

_LED = 24
"""Characters before a day in which "since" may stand."""
_PART = re.compile(r"[,;:](?![0-9])")
_STEM = 4
"""Letters by which a word is known in its other forms."""


def another_deed(passage: Passage, question: Question, language: str) -> str | None:
    """Return the words of a day's clause where a question asks for what another day's clause tells; ``None`` if it may be the right one.

    Both clauses have a day of their own, the other one alone has a word for what is asked, and the words for whom it happens to,
    which an article leads in, tell nothing: they may stand in the first clause for both.
    """
    wanted, stems = _deeds(f"{question.text} {question.short}", language)
    if not same_language(language, passage.language):
        stems = frozenset()
    base = passage.sentence[0]
    dates = when.expressions(passage.content, passage.sentence, passage.published, passage.language)
    spans = [
        (item.span[0] - base, item.span[1] - base) for item in dates if passage.said_on not in item.means
    ]
    mine = next((at for at, span in enumerate(spans) if _meet(span, passage.inside)), None)
    if mine is None or len(spans) < 2 or not (wanted or stems):
        return None
    clauses = _clauses(passage, spans)
    told = [_tells(passage, clause, wanted, stems) for clause in clauses]
    start, end = clauses[mine]
    words = passage.read.words.between(start, end)
    if told[mine] or not any(told) or len(words) <= len(passage.read.words.between(*spans[mine])) + 1:
        return None
    return passage.printed(start, end).strip(" ,;")


def tells_deed(text: str, text_language: str, question: Question, language: str) -> bool:
    """Return whether words tell what a question asks to have happened, and do not only name what that happened to: "the leak"."""
    wanted, stems = _deeds(f"{question.text} {question.short}", language)
    if not same_language(language, text_language):
        stems = frozenset()
    return bool(wanted & _told(text, text_language)) or any(
        fold(word)[:_STEM] in stems for word in Words(text).words
    )


def of_an_event(passage: Passage, question: Question, language: str) -> str | None:
    """Return what happened on a day, where a question asks since when something has been so: the day on which twelve were hurt is none since
    which they were there.

    A word for "since" before the day, or the same event in the question, leaves it open.
    """
    site = of_site(language)
    asks = Words(f"{question.text} {question.short}")
    if not site.asks_since.find(asks):
        return None
    read, (start, _) = passage.read, passage.inside
    led = read.words.between(max(0, start - _LED), start)[-2:] + read.words.between(*passage.inside)[:1]
    if read.language.since_words.intersection(led) or read.sought(read.language.since_when):
        return None
    wanted = {
        name
        for sets in (site, happenings(language if has_rules(language) else "en"), site.disasters)
        for term in sets.find(asks)
        for name in term.sets
    }
    befallen, here = listed_sets("befallen") - {"deployed"}, read.language
    for term in (*read.terms, *read.sought(here.disasters)):
        names = set(term.sets)
        sudden = names & befallen or term in read.sought(here.disasters)
        low, high = sorted(((term.start, term.end), passage.inside))
        if sudden and not names & wanted and not set(read.text[low[1] : high[0]]) & set(",;:"):
            return passage.printed(term.start, term.end)
    return None


def in_relative(passage: Passage, question: Question, language: str) -> str | None:
    """Return what a relative clause tells of a figure in it, where only the rest of its sentence tells what is asked.

    "The ferry, which carried 340 passengers, sank with 12": the 340 are those of the clause.
    """
    read, (start, _) = passage.read, passage.inside
    here, words = read.language, read.words
    opens = [
        at
        for at, begins in words.numbered(0, start)
        if fold(words.words[at]) in here.relative and begins < start
    ]
    if not opens or not read.text[: words.starts[opens[-1]]].strip():
        return None
    low = words.starts[opens[-1]]
    file, before = language_file(passage.language), read.text[:low].rstrip()
    # "that" and German "die" are no such word everywhere: behind a comma, or a preposition of place behind one; "of which 22" are a part.
    led = words.between(max(0, low - _LED), low)[-1:]
    if file is not None and led and led[0] in listed(file.counted.at):
        before = before[: -len(led[0])].rstrip()
    first = read.text[words.ends[opens[-1]] : start].strip()
    is_article = words.words[opens[-1]] in here.articles | here.determiners and not first[:1].islower()
    if not before.endswith(",") or is_article:
        return None
    if _PART.search(read.text, low, start) or not here.and_or.isdisjoint(words.between(low, start)):
        return None
    end = _PART.search(read.text, passage.inside[1])
    clause, rest = (low, end.start() if end else len(read.text)), read.text[:low]
    rest += read.text[clause[1] :]
    site = language if has_rules(language) else "en"
    wanted = _told(f"{question.text} {question.counts or ''}", site)
    told = _told(read.text[slice(*clause)], passage.language)
    if not told or not wanted or wanted & told or not wanted & _told(rest, passage.language):
        return None
    return read.text[slice(*clause)].strip()


def _told(text: str, language: str) -> frozenset[str]:
    """Return the names of all that words say to have happened."""
    cut = Words(text)
    found = (*counting(language).find(cut), *happenings(language).find(cut))
    return frozenset(name for term in found for name in term.sets)


def is_asked_deed(words: str, text_language: str, question: Question, language: str) -> bool:
    """Return whether words are a deed that is done by saying something, a demand or an offer, and a question asks for just that."""
    return bool(_asked_deeds(Words(words), text_language, question, language))


def is_deed_by_saying(words: str, language: str) -> bool:
    """Return whether words are a demand or an offer: who makes one says something, and nothing of a figure beside it."""
    names = {name for term in counting(language).matters.find(Words(words)) for name in term.sets}
    return bool(names & listed_sets("done_by_saying"))


def is_act_of(passage: Passage, name: Span, question: Question, language: str) -> bool:
    """Return whether who is named does what is asked, in the figure's clause and before it, by an act that tells itself: "fined", "offers".

    ``name`` is where the name stands in the text.
    """
    read, base = passage.read, passage.sentence[0]
    start, end = name[1] - base, passage.inside[0]
    asks = Words(f"{question.text} {question.short} {question.counts or ''}")
    site = language if has_rules(language) else "en"
    acts = {name for term in happenings(site).find(asks) for name in term.sets} | {
        name for term in counting(site).matters.find(asks) for name in term.sets
    }
    acts &= listed_sets("acts")
    if not acts or start > end or any(sign in read.text[start:end] for sign in ';:"'):
        return False
    terms = (*read.sought(happenings(passage.language)), *read.sought(read.language.matters))
    return any(start <= term.start < end and acts & set(term.sets) for term in terms)


def is_of_asked_deed(passage: Passage, question: Question, language: str) -> bool:
    """Return whether a figure is what somebody demanded or offered, and a question asks for that: the years that were asked for."""
    read = passage.read
    terms = _asked_deeds(read.words, passage.language, question, language)
    return bool(terms) and bool(
        owned(read, passage.inside, terms, [item.number for item in read.found], shared=False).own
    )


def _asked_deeds(cut: Words, text_language: str, question: Question, language: str) -> list[Term]:
    asks = Words(f"{question.text} {question.short} {question.counts or ''}")
    site = counting(language if has_rules(language) else "en").matters
    asked = {name for term in site.find(asks) for name in term.sets} & listed_sets("done_by_saying")
    return [term for term in counting(text_language).matters.find(cut) if asked & set(term.sets)]


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _clauses(passage: Passage, dates: list[Span]) -> list[Span]:
    """Return the part of the sentence that each day has: up to the first joint or comma between two."""
    read, starts = passage.read, [0]
    # German "die" joins behind a comma alone
    joints = read.language.joints - read.language.determiners - read.language.articles
    for one, other in pairwise(dates):
        gap = read.text[one[1] : other[0]]
        cuts = [one[1] + at for sign in ",;:" if (at := gap.find(sign)) >= 0]
        cuts += [
            begins for at, begins in read.words.numbered(one[1], other[0]) if read.words.words[at] in joints
        ]
        starts.append(min(cuts, default=one[1]))
    return list(zip(starts, [*starts[1:], len(read.text)], strict=True))


def _tells(passage: Passage, clause: Span, wanted: frozenset[str], stems: frozenset[str]) -> bool:
    read, (start, end) = passage.read, clause
    for sets in (read.language.happened, happenings(passage.language)):
        for term in read.sought(sets):
            if start <= term.start and term.end <= end and wanted & set(term.sets):
                return True
    if wanted & _parted(passage, clause):
        return True
    return any(fold(word)[:_STEM] in stems for word in read.words.between(start, end))


def _parted(passage: Passage, clause: Span) -> frozenset[str]:
    """Return what a clause tells by a verb whose second part ends it: German "sagte sie den Streik ab"."""
    file = language_file(passage.language)
    words = passage.read.words.between(*clause)
    if file is None or not words or words[-1] not in listed(file.events.seconds):
        return frozenset()
    every = (happenings(passage.language), passage.read.language.happened)
    return frozenset(
        name
        for word in words[:-1]
        for sets in every
        for term in sets.find(Words(f"{word} {words[-1]}"))
        if not term.start and term.end > len(word)
        for name in term.sets
    )


@lru_cache(maxsize=16)
def happenings(language: str) -> Sets:
    """Return what happens in the news, as a language says it."""
    file = language_file(language)
    return Sets(file.events.happened if file is not None else {})


@lru_cache(maxsize=512)
def _deeds(text: str, language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return what a question asks to have happened, as sets and as the beginnings of its words: no noun behind an article, no name."""
    site = language if has_rules(language) else "en"
    file, here, cut = language_file(site), counting(site), Words(text)
    led = here.articles | here.determiners
    small = (
        frozenset(
            word
            for phrases in (
                file.events.light,
                file.events.which,
                file.events.present,
                file.events.past,
                file.events.being,
            )
            for phrase in listed(phrases)
            for word in phrase.split()
        )
        if file is not None
        else frozenset()
    )

    def is_noun(start: int) -> bool:
        before = cut.between(0, start)
        return bool(before) and before[-1] in led | small  # "the storm", "will parliament"

    found = [*here.happened.find(cut), *happenings(site).find(cut)]
    wanted = frozenset(name for term in found if not is_noun(term.start) for name in term.sets)
    stems = frozenset(
        fold(word)[:_STEM]
        for word, start in zip(cut.words, cut.starts, strict=True)
        if len(word) >= _STEM and word not in small and not is_noun(start) and not text[start].isupper()
    )
    return wanted, stems
