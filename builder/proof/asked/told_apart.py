"""Whether a figure is of all, where a question asks for some of them who are told apart: the children of "80 killed, 23 of them children"."""

from __future__ import annotations

from builder.content.model import Question
from builder.proof.asked.passage import Passage, of_site
from builder.proof.asked.wholes import STOPS, leads_to, persons_in, stands_before, wholes
from builder.values.counting import Words


def told_of_part(passage: Passage, question: Question, language: str) -> str | None:
    """Return the words for some of those whom a figure counts, where a question asks for just these: the children of all 80 killed."""
    asked = persons_in(of_site(language), question.of or "") - {"people"}
    read = passage.read
    if not asked or persons_in(read.language, _noun(passage)) & asked:
        return None
    here = passage.number
    for whole in wholes(read):
        if whole.number is None or not (whole.number[0] < here[1] and here[0] < whole.number[1]):
            continue
        for other in read.found:
            figure = (other.start, other.end)
            if other.number == whole.number or not (
                stands_before(read, figure, whole) or leads_to(read, figure, whole)
            ):
                continue
            stop = STOPS.search(read.text, other.end)
            last = min(len(read.text), other.end + 80, stop.start() if stop else len(read.text))
            for term in read.language.matters.find(Words(read.text[other.end : last])):
                if set(term.sets) & asked:
                    return passage.printed(other.start, other.end + term.end)
    return _including(passage, asked) or _of_them(passage, asked)


def _of_them(passage: Passage, asked: frozenset[str]) -> str | None:
    """Return the next figure with "of them" and its noun, where that is what is asked for: the children of "30 people, 12 of them children"."""
    read, (_, end) = passage.read, passage.inside
    other = next((item for item in read.found if item.start >= end), None)
    them = other and next(
        (t for t in read.sought(read.language.beside) if "them" in t.sets and t.start >= other.end), None
    )
    if other is None or them is None or read.words.between(other.end, them.start):
        return None
    near = Words(read.text[them.end : them.end + 60])
    for noun in read.language.matters.find(near):
        if set(noun.sets) & asked and len(near.between(0, noun.start)) <= 1:
            return passage.printed(other.start, them.end + noun.end)
    return None


def _including(passage: Passage, asked: frozenset[str]) -> str | None:
    """Return the figure behind another one by "including", with its noun, where that is what is asked for."""
    read, (_, end) = passage.read, passage.inside
    for term in read.sought(read.language.part):
        if term.start < end or any(end <= other[0] < term.start for other in read.figures):
            continue
        for other in read.found:
            if (
                other.number == passage.number
                or other.start < term.start - 4
                or len(read.words.between(term.end, other.start)) > 2
            ):
                continue
            near = read.text[other.end : other.end + 60]
            for noun in read.language.matters.find(Words(near)):
                if set(noun.sets) & asked and not Words(near).between(0, noun.start)[3:]:
                    return passage.printed(other.start, other.end + noun.end)
        return None
    return None


def _noun(passage: Passage) -> str:
    """Return the words right behind a figure that may say whom it counts."""
    read, end = passage.read, passage.inside[1]
    found = read.words.numbered(end, len(read.text))[:2]
    return read.text[end : read.words.ends[found[-1][0]]] if found else ""
