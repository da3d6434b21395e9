"""Whether a day, a place or a name stands where a text tells of something else, and the text answers the question elsewhere.

"Where are the talks held?" is not answered by "in Skarne 130 lorries were queueing" where another sentence has "the talks are in Tolmund",
and "Who resigned?" not by who stays.
"""

from __future__ import annotations

from builder.content.model import Question
from builder.content.vocabulary import Answer
from builder.proof import when
from builder.proof.asked.asks import Asks, capitals, printed_words
from builder.proof.asked.deeds import tells_deed
from builder.proof.asked.passage import Passage
from builder.proof.names import Names
from builder.proof.normal import Span
from builder.values.counting import Sets, Words, same_language
from builder.values.lexicon import language_file, listed


def told_elsewhere(
    passage: Passage,
    question: Question,
    places: Names,
    language: str,
    sentences: list[Span],
    before: tuple[Span, ...],
) -> str | None:
    """Return the words by which another sentence of a text answers a question, if an answer's own sentence tells of something else.

    ``sentences`` are all of the text, ``before`` those of its paragraph that stand before the answer's own. These may say of what it tells,
    "The talks begin on Friday. Both sides come to Osk", unless they have an answer, and the own sentence has a deed that is not asked for and
    does not point back: "She takes office on 1 April. On Wednesday she visited a school".
    """
    asks, content, answer = Asks(question, language), passage.content, question.answer
    own = content[slice(*passage.sentence)]
    mine = asks.met(own, passage.language)
    other_deed = asks.has_other_deed(own, passage.language)
    file = language_file(passage.language)
    points = file is not None and Sets({"it": file.saying.pointing}).find(Words(own))
    printed = printed_words(question.printed_as)
    answers = _answers(passage, places, passage.figure, answer)
    # "They had arrived" and "since August" tell of what is asked in words of their own.
    since = passage.read.language.since_words & set(Words(content[slice(*passage.figure)]).words)
    if printed.find(Words(own)) or (mine and not other_deed) or since or not answers:
        return None
    for span in before:
        told = content[slice(*span)]
        met = asks.met(told, passage.language) or printed.find(Words(told))
        if met and not (other_deed and not points and _answers(passage, places, span, answer) - answers):
            return None
    alike = same_language(language, passage.language)
    denied = set(listed(file.wordings.negations)) if file is not None else set()
    for span in sentences:
        told = content[slice(*span)]
        if answer is Answer.WHO and (told.rstrip(' "').endswith("?") or denied & set(Words(told).words)):
            continue  # "Who shut the wards?" asks, and "the mayor was not sacked" names nobody who was
        met = asks.met(told, passage.language)
        # A leak alone is named everywhere. Of a question in another language only what its words mean is known, and not of each of them.
        about = not alike or tells_deed(told, passage.language, question, language)
        more = about and mine < met and not asks.has_other_deed(told, passage.language)
        if more and _answers(passage, places, span, answer) - answers:
            return told
    return None


def _answers(passage: Passage, places: Names, span: Span, answer: Answer) -> set[object]:
    """Return the places, the days or the words of names that stand in some words."""
    if answer is Answer.PLACE:
        return set(places.named(passage.content, span))
    if answer is Answer.WHO:
        return set(capitals(f". {passage.content[slice(*span)]}"))
    dates = when.expressions(passage.content, span, passage.published, passage.language)
    return {item.means for item in dates}
