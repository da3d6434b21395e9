"""Days and places that stand where a text tells of something else, while another sentence answers the question."""

from __future__ import annotations

import pytest

from builder.content.vocabulary import Answer
from tests.proof.one import codes

TALKS = (Answer.PLACE, "Where are the talks held?")
OFFICE = (Answer.DATE, "When does Rood take office?")
GERM = (Answer.PLACE, "Where was the germ found?")


def _is_told(language: str, text: str, printed: str, asks: tuple[Answer, str], value: str) -> bool:
    found = codes(text, printed, *asks, language=language, value=value, attribution="none")
    return bool(found & {"V137", "V146"})


@pytest.mark.parametrize(
    ("language", "text", "printed", "asks", "value"),
    [
        ("en", "The talks are held in Elbing. Police closed a road.\n\nIn Osk, 130 lorries were queueing.", "Osk", TALKS, "osk"),
        ("en", "Mrs Rood will take office on 2 January. She visited a school on 3 January with a cake.", "on 3 January", OFFICE, "2025-01-03"),
        ("en", "The germ was found in Elbing.\n\nAt a clinic in Osk seven people were infected with the same germ.", "Osk", GERM, "osk"),
        ("de", "Die Gespräche finden in Elbing statt.\n\nIn Osk wurden 130 Menschen verletzt.", "Osk", TALKS, "osk"),
        ("fr", "Les négociations ont lieu à Elbing.\n\nÀ Osk, 130 camions attendaient.", "Osk", TALKS, "osk"),
        ("es", "Las negociaciones se celebran en Elbing.\n\nEn Osk esperaban 130 camiones.", "Osk", TALKS, "osk"),
    ],
)  # fmt: skip
def test_a_day_or_place_of_something_else_is_told(
    language: str, text: str, printed: str, asks: tuple[Answer, str], value: str
) -> None:
    assert _is_told(language, text, printed, asks, value)


@pytest.mark.parametrize(
    ("language", "text", "printed", "asks", "value"),
    [
        ("en", "The talks are held in Elbing. Police closed a road.\n\nIn Osk, 130 lorries were queueing.", "Elbing", TALKS, "elbing"),
        ("en", "The talks begin on Friday. Both sides come to Osk.\n\nThe talks of 2019 were held in Elbing.", "Osk", TALKS, "osk"),
        ("en", "Mrs Rood will take office on 2 January. She visited a school on 3 January with a cake.", "on 2 January", OFFICE, "2025-01-02"),
        ("en", "Both sides come to Osk.\n\nThe port of Elbing is closed.", "Osk", TALKS, "osk"),
        ("en", "The siege is in its third year, and began with a raid on Monday.\n\nThe rebels have held parts of Osk since August, and dozens were hurt.", "since August", (Answer.DATE, "When did the siege begin?"), "2024-08"),
        ("de", "Die Gespräche finden in Elbing statt.\n\nIn Osk wurden 130 Menschen verletzt.", "Elbing", TALKS, "elbing"),
        ("uk", "Розпочався перерахунок голосів, поданих 6 січня. Рішення про це суд ухвалив 3 січня.", "3 січня", (Answer.DATE, "When was the recount ordered?"), "2025-01-03"),
    ],
)  # fmt: skip
def test_the_right_one_is_not(
    language: str, text: str, printed: str, asks: tuple[Answer, str], value: str
) -> None:
    assert not _is_told(language, text, printed, asks, value)
