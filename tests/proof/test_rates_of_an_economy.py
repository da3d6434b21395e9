"""Inflation, growth, unemployment and interest rates are never one another, and prices that rose by so much are what inflation asks for."""

from __future__ import annotations

import pytest

from builder.content.vocabulary import Answer
from tests.proof.one import codes

HIGH, OUT_OF_WORK = ("How high was inflation?", "inflation"), ("How high is unemployment?", "unemployment")
RATE, GROWS = (
    ("How high is the key rate?", "key rate"),
    ("By how much will the economy grow?", "economic growth"),
)
TEXT = {
    "en": "Prices rose by 6.8 per cent in May, the cost of living office says; unemployment is 5.2 per cent. The key rate is 4.75 per cent.",
    "de": "Die Verbraucherpreise stiegen im Mai um 6,8 Prozent; die Arbeitslosenquote liegt bei 5,2 Prozent. Der Leitzins beträgt 4,75 Prozent.",
    "fr": "Les prix à la consommation ont augmenté de 6,8 % en mai ; le chômage est de 5,2 %. Le taux directeur est de 4,75 %.",
    "es": "Los precios de consumo subieron un 6,8 % en mayo; el desempleo es del 5,2 %. El tipo de interés es del 4,75 %.",
    "uk": "Споживчі ціни у травні зросли на 6,8 відсотка; безробіття становить 5,2 відсотка. Облікова ставка становить 4,75 відсотка.",
    "ru": "Потребительские цены в мае выросли на 6,8 процента; безработица составляет 5,2 процента. Ключевая ставка составляет 4,75 процента.",
}
FIGURES = {
    "en": ("6.8 per cent", "5.2 per cent", "4.75 per cent"), "de": ("6,8 Prozent", "5,2 Prozent", "4,75 Prozent"),
    "fr": ("6,8 %", "5,2 %", "4,75 %"), "es": ("6,8 %", "5,2 %", "4,75 %"),
    "uk": ("6,8 відсотка", "5,2 відсотка", "4,75 відсотка"), "ru": ("6,8 процента", "5,2 процента", "4,75 процента"),
}  # fmt: skip


def _told(language: str, text: str, printed: str, asked: tuple[str, str]) -> set[str]:
    about = {"unit": "percent", "counts": asked[1]}
    return codes(
        text, printed, Answer.QUANTITY, asked[0], language=language, published="2031-06-12", question_of=about
    )


@pytest.mark.parametrize("language", TEXT)
@pytest.mark.parametrize(("at", "asked"), [(0, HIGH), (1, OUT_OF_WORK), (2, RATE)])
def test_each_answers_its_own_question(language: str, at: int, asked: tuple[str, str]) -> None:
    assert _told(language, TEXT[language], FIGURES[language][at], asked) == set()


@pytest.mark.parametrize("language", TEXT)
@pytest.mark.parametrize(("at", "asked"), [(0, OUT_OF_WORK), (1, HIGH), (1, RATE), (1, GROWS)])
def test_none_answers_that_of_another(language: str, at: int, asked: tuple[str, str]) -> None:
    assert _told(language, TEXT[language], FIGURES[language][at], asked) & {"V113", "V116"}


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        ("en", "The Bank of Osk raised its key rate by half a point to 4.75 per cent.", "4.75 per cent"),
        ("fr", "En portant jeudi son taux directeur de 4,25 à 4,75 %, la Banque a surpris.", "4,75 %"),
        ("fr", "En relevant jeudi son taux directeur de 4,25 à 4,75 %, la Banque a surpris.", "4,75 %"),
    ],
)
def test_what_a_rate_was_raised_to(language: str, text: str, printed: str) -> None:
    assert _told(language, text, printed, RATE) == set()
