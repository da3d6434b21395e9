"""Figures of an event before the one that a text is about, in six languages; and those of the event itself."""

from __future__ import annotations

import pytest

from builder.content.vocabulary import Answer
from tests.proof.one import codes

ASKS = {
    "waiting": ("How many lorries were waiting?", {"unit": "lorries", "counts": "waiting", "of": "lorries"}),
    "invalid": ("How many ballots were invalid?", {"unit": "ballots", "counts": "invalid", "of": "ballots"}),
    "noted": (
        "How many irregularities did the observers note?",
        {"unit": "irregularities", "counts": "noted", "of": "irregularities"},
    ),
}


def _is_told(language: str, text: str, printed: str, asks: str) -> bool:
    about, of = ASKS[asks]
    found = codes(
        text,
        printed,
        Answer.QUANTITY,
        about,
        language=language,
        published="2033-03-18",
        question_of=of,
        attribution="none",
    )
    return "V138" in found


@pytest.mark.parametrize(
    ("language", "text", "printed", "asks"),
    [
        ("en", "Some 240 lorries were waiting. In the previous strike it was 400.", "400", "waiting"),
        ("en", "The last strike in the port, in 2027, lasted three days; 400 lorries were waiting.", "400 lorries", "waiting"),
        ("en", "In a study of 2028 she had put it at 700.", "700", "invalid"),
        ("de", "Es warten 240 Lastwagen. Beim Streik von 2027 waren es 400.", "400", "waiting"),
        ("de", "Bei der vorigen Wahl zählten die Beobachter 23 Verstöße.", "23 Verstöße", "noted"),
        ("fr", "Lors de la grève précédente, 400 camions attendaient.", "400 camions", "waiting"),
        ("es", "En la huelga anterior esperaban 400 camiones.", "400 camiones", "waiting"),
        ("uk", "За словами начальника порту, під час попереднього страйку їх стояло 400.", "400", "waiting"),
        ("ru", "Наблюдатели насчитали девять нарушений; на прошлых выборах их насчитали двадцать три.", "двадцать три", "noted"),
    ],
)  # fmt: skip
def test_a_figure_of_an_earlier_event_is_told(language: str, text: str, printed: str, asks: str) -> None:
    assert _is_told(language, text, printed, asks)


@pytest.mark.parametrize(
    ("language", "text", "printed", "asks"),
    [
        ("en", "Some 240 lorries were waiting, more than in the previous strike.", "240 lorries", "waiting"),
        ("en", "Since the last election nine irregularities have been noted.", "nine irregularities", "noted"),
        ("en", "The last fire was put out at noon; 240 lorries were waiting.", "240 lorries", "waiting"),
        ("en", "In the previous strike it was 400; this time 240 lorries were waiting.", "240 lorries", "waiting"),
        ("de", "Anders als beim vorigen Streik, als es ruhig blieb, warten diesmal 240 Lastwagen.", "240 Lastwagen", "waiting"),
        ("fr", "Depuis la dernière grève, neuf irrégularités ont été relevées.", "neuf irrégularités", "noted"),
        ("ru", "Наблюдатели насчитали девять нарушений; на прошлых выборах их насчитали двадцать три.", "девять нарушений", "noted"),
    ],
)  # fmt: skip
def test_one_that_is_only_compared_with_it_is_not(language: str, text: str, printed: str, asks: str) -> None:
    assert not _is_told(language, text, printed, asks)
