"""Whether an answer in words (a date, a place, a yes or no, a wording) answers another question than one that shares its words.

Only what leaves no doubt counts: a people that the text never names, another state of those who are spoken of, another day or place
in the answer's own clause. What is itself the answer, a day to "when" and a place to "where", is no evidence.
"""

from __future__ import annotations

from builder.content.model import Question
from builder.content.vocabulary import Answer
from builder.proof.asked.days import belongs, other_day
from builder.proof.asked.passage import Passage
from builder.proof.asked.people import unnamed
from builder.proof.asked.things import asks_for
from builder.proof.asked.where import other_place
from builder.proof.names import Names
from builder.proof.normal import Span
from builder.values.counting import Words, changes, is_part, says


def told_of_other(passage: Passage, question: Question, places: Names, language: str, near: Span) -> bool:
    """Return whether words of a text surely answer another question than this one.

    ``near`` are the sentences in which what is asked for may be named: the passage's own, and those that it depends on.
    """
    asked_of = " ".join((question.text, question.short, question.of or ""))
    if unnamed(passage, asked_of, language) or other_state(passage, question, language, near):
        return True
    if question.answer is not Answer.DATE and other_day(passage, question, language) is not None:
        return True
    return question.answer is not Answer.PLACE and other_place(passage, question, places, near) is not None


def other_state(passage: Passage, question: Question, language: str, near: Span) -> str | None:
    """Return the word beside an answer, or in it, that says another state than a question asks of, and nothing near says that one.

    "Were passengers hurt?" is not answered by "nobody was arrested".
    """
    asked = asks_for(question, language) - changes()
    if not asked:
        return None
    read = passage.read
    around = read.language.find(Words(passage.content[slice(*near)]))
    here = {name for term in around for name in term.sets}
    if says(asked, here) or is_part(here, asked) or is_part(asked, here):
        return None
    for term in read.terms:
        within = passage.inside[0] <= term.start and term.end <= passage.inside[1]
        if set(term.sets) - changes() and (within or belongs(passage, (term.start, term.end))):
            return passage.printed(term.start, term.end)
    return None
