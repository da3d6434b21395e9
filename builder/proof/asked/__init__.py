"""Whether a passage answers what a question asks: the same things, the same people, the same days, the same place.

Each function says what in the passage differs, and only where the passage leaves no doubt. The proof tells it of a claim; a proposal
puts such a question behind the others.
"""

from __future__ import annotations

from builder.content.model import Question
from builder.proof.asked.answers import other_state, told_of_other
from builder.proof.asked.asks import printed_words
from builder.proof.asked.contrast import contrast
from builder.proof.asked.days import belongs, other_day
from builder.proof.asked.deeds import (
    another_deed,
    in_relative,
    is_act_of,
    is_asked_deed,
    is_deed_by_saying,
    is_of_asked_deed,
    of_an_event,
)
from builder.proof.asked.doers import doers
from builder.proof.asked.events import earlier_event
from builder.proof.asked.families import of_family
from builder.proof.asked.former import changed_by, former
from builder.proof.asked.kinds import other_kind
from builder.proof.asked.lasting import is_of_certain_days
from builder.proof.asked.numbers import (
    asks_for_difference,
    asks_for_rate,
    asks_of_each,
    capacity,
    converted,
    difference,
    has_other_in,
    is_age,
    is_fraction,
    no_count,
    of_another_unit,
    rate,
    total,
)
from builder.proof.asked.of_those import all_of, some_of
from builder.proof.asked.out_of import out_of
from builder.proof.asked.own_times import dated, of_another_time, part_of, part_text, year_before
from builder.proof.asked.paired import other_places
from builder.proof.asked.parts import addition
from builder.proof.asked.passage import Passage, passage_of, passage_of_words
from builder.proof.asked.people import other_people, unnamed
from builder.proof.asked.portions import has_part_before, part, whole_of
from builder.proof.asked.results import forecast, grown, last_time, lost, other_period, other_wish, wished
from builder.proof.asked.subjects import of_another, other_subject
from builder.proof.asked.superseded import before_known, of_old, superseded
from builder.proof.asked.things import (
    asks_for,
    fits_question,
    is_of_shares,
    is_share,
    kind_of_unit,
    other_amount,
    other_counted,
    other_noun,
)
from builder.proof.asked.told_apart import told_of_part
from builder.proof.asked.told_elsewhere import told_elsewhere
from builder.proof.asked.unreal import asks_for_planned, asks_for_unreal, feared, unreal
from builder.proof.asked.wanted import is_wish, only_wanted
from builder.proof.asked.where import abroad, all_over, other_place, places_of
from builder.proof.asked.whom import noun_of_state, of_other_sort, other_whole, unsaid
from builder.proof.names import Names
from builder.values.quantity import Quantity

__all__ = [
    "Passage",
    "abroad",
    "addition",
    "all_of",
    "all_over",
    "another_deed",
    "answers_other",
    "asks_for",
    "asks_for_difference",
    "asks_for_planned",
    "asks_for_rate",
    "asks_for_unreal",
    "asks_of_each",
    "before_known",
    "belongs",
    "capacity",
    "changed_by",
    "contrast",
    "converted",
    "dated",
    "difference",
    "doers",
    "earlier_event",
    "feared",
    "fits_question",
    "forecast",
    "former",
    "grown",
    "has_other_in",
    "has_part_before",
    "in_relative",
    "is_act_of",
    "is_age",
    "is_asked_deed",
    "is_deed_by_saying",
    "is_fraction",
    "is_of_asked_deed",
    "is_of_shares",
    "is_share",
    "is_wish",
    "kind_of_unit",
    "last_time",
    "lost",
    "no_count",
    "noun_of_state",
    "of_an_event",
    "of_another",
    "of_another_time",
    "of_another_unit",
    "of_family",
    "of_old",
    "of_other_sort",
    "only_wanted",
    "other_amount",
    "other_counted",
    "other_day",
    "other_kind",
    "other_noun",
    "other_people",
    "other_period",
    "other_place",
    "other_places",
    "other_state",
    "other_subject",
    "other_whole",
    "other_wish",
    "out_of",
    "part",
    "part_of",
    "part_text",
    "passage_of",
    "passage_of_words",
    "places_of",
    "printed_words",
    "rate",
    "some_of",
    "superseded",
    "told_elsewhere",
    "told_of_other",
    "told_of_part",
    "total",
    "unnamed",
    "unreal",
    "unsaid",
    "whole_of",
    "wished",
    "year_before",
]


def answers_other(
    passage: Passage, reading: object, question: Question, places: Names, language: str
) -> bool:
    """Return whether a figure surely answers another question than this one.

    A part of what is asked, printed beside the whole, is no other; it may be a part of another claim.
    """
    # The noun behind a share says of whom it is one: "two thirds of the people".
    is_part = isinstance(reading, Quantity) and reading.share
    if not is_part and other_noun(passage, question.unit, language, question.counts):
        return True
    if unnamed(passage, question.of, language):
        return True
    if (
        former(passage, question, language)
        or changed_by(passage, question, language)
        or doers(passage, question, language)
        or some_of(passage, question, places, language)
        or all_of(passage, question, language)
        or told_of_part(passage, question, language)
        or converted(passage)
        or capacity(passage, question, language)
        or is_of_certain_days(passage, question, language)
    ):
        return True
    counts = other_counted(passage, question.counts, language)
    if counts is not None and not fits_question(passage, question, language):
        return True
    return (
        other_people(passage, question.of, language) is not None
        or other_day(passage, question, language) is not None
        or other_place(passage, question, places, passage.sentence) is not None
        or is_share(reading, question, language)
    )
