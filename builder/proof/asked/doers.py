"""Whether those whom a figure counts did what is asked for, or saw it, and did not suffer it: "22 rebels killed a guard"."""

from __future__ import annotations

from builder.content.model import Question
from builder.proof.asked.passage import Passage
from builder.proof.asked.things import asks_for
from builder.values.counting import Term, Words, is_part, says

_NOUN = 4
"""How many words may stand between a figure and its verb: "22 masked rebels from Kursk killed"."""
_AROUND = 10
"""How many words may stand between a figure and what those did whom it counts: "the 22 people charged with killing"."""


def doers(passage: Passage, question: Question, language: str) -> str | None:
    """Return the words that say that those whom a figure counts did what a question asks for."""
    wanted = asks_for(question, language)
    read, (start, end) = passage.read, passage.inside
    terms = [term for term in read.terms if says(wanted, term.sets) or is_part(term.sets, wanted)]
    if any(term.end <= start or (term.start < end and start < term.end) for term in passage.owned.own):
        return None
    behind = [term for term in terms if term.start >= end]
    if not behind:
        return None
    term = behind[0]
    gap = read.text[end : term.start]
    if any(sign in gap for sign in ';:()"') or any(end <= other[0] < term.start for other in read.figures):
        return None
    for lead in read.sought(read.language.doers):
        near = len(read.words.between(end, lead.start)) <= _AROUND
        leads = end <= lead.start and lead.end <= term.start and not read.words.between(lead.end, term.start)
        if leads and near and "," not in gap:
            return passage.printed(lead.start, term.end)
    if "," in gap or len(read.words.between(end, term.start)) > _NOUN or _is_of_them(passage, term):
        return None
    for verb in read.sought(read.language.active):
        same = (verb.start <= term.start and term.end <= verb.end) or term.start <= verb.start < term.end
        if not same or set(read.words.between(end, verb.start)) & _not_before(passage):
            continue
        if _has_object(passage, verb):
            return passage.printed(start, verb.end)
    return None


def _not_before(passage: Passage) -> frozenset[str]:
    """Return the words that stand between no subject and its verb."""
    here = passage.read.language
    return here.are | here.joints | here.objects


def _is_of_them(passage: Passage, term: Term) -> bool:
    """Return whether the verb is a participle beside the noun, with its own verb behind it: "12 people killed were"."""
    read = passage.read
    return bool(set(read.words.between(term.end, len(read.text))[:1]) & read.language.are)


def _has_object(passage: Passage, verb: Term) -> bool:
    """Return whether an object stands behind a verb; a day does not: "12 people killed the day before"."""
    read = passage.read
    if not read.language.objects:
        return True
    behind = read.words.numbered(verb.end, len(read.text))[:3]
    if not behind or "," in read.text[verb.end : behind[0][1]]:
        return False
    first = read.words.words[behind[0][0]]
    figure = any(item.start <= behind[0][1] < item.end for item in read.found)
    named = first in read.language.objects - {"at"}
    timed = read.language.things.find(Words(read.text[verb.end : read.words.ends[behind[-1][0]]]))
    return (figure or named) and not any("duration" in found.sets for found in timed)
