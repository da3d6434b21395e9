"""Whether a figure is of those whom a question asks of."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from builder.proof.asked.passage import Passage, noun_phrase, of_site
from builder.values.counting import Counting, Sets, Words, same_language
from builder.values.figures.tokens import fold
from builder.values.figures.words import words_of
from builder.values.lexicon import everywhere, has_rules, language_file, listed
from builder.values.quantity import Kind

_LEAST = 4
"""Letters that a noun has at least."""


def other_people(passage: Passage, of: str | None, language: str) -> str | None:
    """Return the words that say that a figure is of others than is asked: another people, or civilians for soldiers."""
    phrase, start = noun_phrase(passage)
    counted = bool(phrase)
    if not phrase:
        phrase, start = _on_the_side_of(passage)
    if not of or not phrase:
        return None
    if (told := _anothers_noun(passage, of, phrase, language)) is not None:
        return told
    here, there = passage.read.language, of_site(language)
    asked = Words(of)
    cut = Words(phrase)
    # "Russian-held villages" are not a people.
    peoples = [
        term
        for term in here.peoples.find(cut)
        if passage.read.text[start + term.end : start + term.end + 1] != "-" or _goes_on(here, cut, term.end)
    ]
    # Who fights on one side may be of several peoples: "200 casualties on the Danish side, 30 Swedes among them".
    wanted = {name for term in there.peoples.find(asked) for name in term.sets}
    found = {name for term in peoples for name in term.sets}
    if (
        wanted
        and found
        and (
            not found <= wanted or (counted and found < wanted and all_together(of, there.peoples, language))
        )
    ):
        return passage.printed(start + peoples[0].start, start + peoples[-1].end)
    things = {name for term in there.things.find(asked) for name in term.sets}
    apart = everywhere().counted.apart
    pairs = {*apart.items(), *((other, one) for one, other in apart.items())}
    for term in here.things.find(cut):
        if not things & set(term.sets) and any((one, two) in pairs for one in term.sets for two in things):
            return passage.printed(start + term.start, start + term.end)
    return None


def all_together(of: str, sets: Sets, language: str) -> bool:
    """Return whether a question asks of several together, joined by "and": "Swedish and Danish sailors"."""
    file, cut = language_file(language if has_rules(language) else "en"), Words(of)
    found = sets.find(cut)
    both = listed(file.ranges.both) if file is not None else []
    return len(found) > 1 and all(
        bool(gap := cut.between(one.end, other.start)) and gap[-1] in both for one, other in pairwise(found)
    )


def _anothers_noun(passage: Passage, of: str, phrase: str, language: str) -> str | None:
    """Return a figure's noun where the one that is asked for is that of another figure: "1,200 engineers and 300 managers"."""
    table = words_of(passage.language)
    if not same_language(language, passage.language) or table is None or not table.plural_endings:
        return None
    if passage.reading is not None and passage.reading.kind in (Kind.MEASURE, Kind.MONEY):
        return None  # "14 metres", of the two chairs that fell
    known = passage.read.language.things.find(Words(of))
    endings = tuple(table.plural_endings)
    long = {
        fold(word)
        for word in Words(of).words
        if len(word) >= _LEAST and (word.endswith(endings) or passage.read.language.kinds.find(Words(word)))
    }
    asked = long if not known else set()
    # "64 of the club's 212 employees": whose they are is no noun of the figure
    mine = [word for word in Words(phrase).words if word.endswith(endings) and len(word) > 1]
    if not asked or not mine or asked & set(mine) or set(mine) & passage.read.language.others:
        return None
    if passage.read.language.peoples.find(Words(mine[0])):
        return None
    for other in passage.read.found:
        behind = passage.read.words.between(other.number[1], len(passage.read.text))[:2]
        if other.number != passage.number and asked & set(behind):
            return f"{passage.printed(*passage.inside)} {phrase}"
    return None


def _on_the_side_of(passage: Passage) -> tuple[str, int]:
    """Return the words behind what is counted that say on whose side: "200 casualties on the Russian side"."""
    read, end = passage.read, passage.number[1]
    near = [term for term in read.terms if term.start >= end and not read.words.between(end, term.start)]
    for term in near[:1]:
        for among in read.language.among.find(read.words):
            if among.start >= term.end and not read.words.between(term.end, among.start):
                after = read.text[among.end : among.end + 60]
                for people in read.language.peoples.find(Words(after))[:1]:
                    if not after[: people.start].strip():
                        return after[: people.end], among.end
    return "", end


def unnamed(passage: Passage, of: str | None, language: str) -> str | None:
    """Return the people that a question asks of, if a text never names it, nor its country. Of several, all are missing."""
    here = passage.read.language
    asked = [name for term in of_site(language).peoples.find(Words(of or "")) for name in term.sets]
    for name in asked:
        roots = here.roots(name)
        if not roots or any(_begins(passage.content, root) for root in roots):
            return None
    return asked[0].title() if asked else None


@lru_cache(maxsize=1024)
def _begins(content: str, root: str) -> bool:
    """Return whether a word of a text begins in some way."""
    return re.search(rf"\b{re.escape(root)}", content, re.IGNORECASE) is not None


def _goes_on(language: Counting, cut: Words, at: int) -> bool:
    """Return whether another people's name is written on behind a hyphen: "Russian-Belarusian"."""
    return any(term.start == at + 1 for term in language.peoples.find(cut))
