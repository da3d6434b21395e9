"""Whole families of words for what is counted, the rest of a hundred, a share in words, and a figure put in place of another."""

from __future__ import annotations

from typing import Any

import pytest

from builder.proof import kinds
from builder.proof.rules import figures
from builder.proof.shares import percent_of
from builder.values.counting import Words, complements, counting
from builder.values.quantity import Modifier, Quantity
from tests.proof.test_asked import names, told

RAISED = {"counts": "raised", "unit": "percentage points", "of": "fares"}
WITHDRAWN = {"counts": "withdrew", "unit": "EUR", "of": "savings"}
TREATED = {"counts": "treated", "of": "passengers"}


@pytest.mark.parametrize(
    ("language", "sentence", "printed", "asks"),
    [
        ("en", "The line has lifted fares by two percentage points.", "two percentage points", RAISED),
        ("en", "Fares have gone up by two percentage points.", "two percentage points", RAISED),
        ("en", "The line hiked fares by two percentage points.", "two percentage points", RAISED),
        ("de", "Die Linie hat die Preise um zwei Prozentpunkte angehoben.", "zwei Prozentpunkte", RAISED),
        ("de", "Die Linie erhöhte die Preise um zwei Prozentpunkte.", "zwei Prozentpunkte", RAISED),
        (
            "fr",
            "La ligne a relevé ses prix de deux points de pourcentage.",
            "deux points de pourcentage",
            RAISED,
        ),
        ("es", "La naviera elevó los precios dos puntos porcentuales.", "dos puntos porcentuales", RAISED),
        ("en", "Members took out 30 million euros.", "30 million euros", WITHDRAWN),
        ("de", "Die Mitglieder hoben 30 Millionen Euro ab.", "30 Millionen Euro", WITHDRAWN),
        ("fr", "Les membres retirent 30 millions d'euros.", "30 millions d'euros", WITHDRAWN),
        ("es", "Los socios sacaron 30 millones de euros.", "30 millones de euros", WITHDRAWN),
        ("ru", "Вкладчики сняли 30 миллионов евро.", "30 миллионов евро", WITHDRAWN),
        ("en", "Nurses were tending 30 passengers.", "30", TREATED),
        ("de", "Die Klinik versorgt 30 Fahrgäste.", "30", TREATED),
        ("fr", "Nous soignons 30 passagers.", "30", TREATED),
        ("es", "Los médicos atienden a 30 pasajeros.", "30", TREATED),
        ("uk", "Лікарі лікують 30 пасажирів.", "30", TREATED),
    ],
)
def test_every_word_of_a_family_says_it(
    language: str, sentence: str, printed: str, asks: dict[str, Any]
) -> None:
    assert names(told(sentence, printed, asks, language)) == []
    # Of another family it says nothing.
    [name] = names(told(sentence, printed, {**asks, "counts": "arrested"}, language))
    assert name in ("counts-not-printed", "counts-another")


UNINSURED = {"counts": "uninsured", "unit": "percent", "of": "boats"}


@pytest.mark.parametrize(
    ("language", "all_others", "asked"),
    [
        ("en", "Only 11 percent of the boats were insured.", "Some 11 percent of the boats were uninsured."),
        (
            "de",
            "Nur 11 Prozent der Boote waren versichert.",
            "Es waren 11 Prozent der Boote nicht versichert.",
        ),
        ("fr", "Seuls 11 % des bateaux étaient assurés.", "En tout 11 % des bateaux n'étaient pas assurés."),
        (
            "es",
            "Solo el 11 % de los barcos estaban asegurados.",
            "El 11 % de los barcos no estaban asegurados.",
        ),
        ("uk", "Лише 11 % човнів були застраховані.", "Загалом 11 % човнів були незастраховані."),
    ],
)
def test_the_rest_of_a_hundred_is_named_and_marked(language: str, all_others: str, asked: str) -> None:
    printed = "11 percent" if language == "en" else "11 Prozent" if language == "de" else "11 %"

    def found(sentence: str, **entry: Any) -> list[str]:
        return [finding.message for finding in told(sentence, printed, UNINSURED, language, **entry)]

    [message] = found(all_others)
    assert message.endswith("and the question counts uninsured: write complement: true")
    assert found(asked) == []


def test_done_as_told_nothing_is_left_and_too_much_is_told() -> None:
    printed, entry = "11 percent", {"complement": True}

    def found(sentence: str) -> list[str]:
        return [finding.message for finding in told(sentence, printed, UNINSURED, "en", written=entry)]

    assert found("Only 11 percent of the boats were insured.") == []
    assert found("Some 11 percent of the boats were uninsured.") == [
        'the figure is of "uninsured" itself: remove complement'
    ]
    assert found("Some 11 percent of the boats were painted.") == ['nothing in the sentence says "uninsured"']


def test_sets_and_the_rest_of_all() -> None:
    assert complements({"insured"}) == {"uninsured"}
    assert complements({"unvaccinated", "killed"}) == {"vaccinated"}
    assert complements({"killed"}) == frozenset()


LEFT = "The guild lost money. Members took out 38 million euros in a day. "


@pytest.mark.parametrize(
    ("language", "before", "sentence", "printed", "fits"),
    [
        ("en", LEFT, "The auditors put it at 40 million euros.", "40 million euros", True),
        ("en", LEFT, "That figure was wrong, and 40 million euros is right.", "40 million euros", True),
        ("de", "Die Mitglieder hoben viel ab. ", "Die Prüfer bezifferten sie auf 40 Millionen Euro.", "40 Millionen Euro", True),
        ("fr", "Les membres retirent beaucoup. ", "Un syndic l'évalue à 40 millions d'euros.", "40 millions d'euros", True),
        ("es", "Los socios sacaron mucho dinero. ", "El síndico la cifró en 40 millones de euros.", "40 millones de euros", True),
        # The sentence before says something else, or this one does, or nothing points back.
        ("en", "Members gained much. ", "The auditors put it at 40 million euros.", "40 million euros", False),
        ("en", LEFT, "The auditors put it at 40 million euros of losses.", "40 million euros", False),
        ("en", LEFT, "The hall cost 40 million euros.", "40 million euros", False),
    ],
)  # fmt: skip
def test_a_figure_in_place_of_another_counts_the_same(
    language: str, before: str, sentence: str, printed: str, fits: bool
) -> None:
    found = told(before + sentence, printed, WITHDRAWN, language)
    assert names(found) == ([] if fits else ["counts-not-printed"])


def test_the_longest_word_of_a_set_counts() -> None:
    terms = counting("de").find(Words("Davon waren 89 Prozent nicht versichert"))
    assert [term.sets for term in terms] == [("uninsured",)]


@pytest.mark.parametrize(
    ("language", "printed", "percent"),
    [
        ("en", "nine in ten", 90), ("en", "9 out of 10", 90), ("en", "Roughly nine in ten boats", 90), ("en", "half", 50),
        ("en", "three-quarters", 75), ("de", "neun von zehn", 90), ("de", "drei Viertel", 75), ("fr", "neuf bateaux sur dix", 90),
        ("es", "nueve de cada diez", 90), ("es", "la mitad", 50),
        # No whole number of percent, or no part.
        ("en", "two thirds", None), ("en", "eleven in ten", None), ("en", "nine", None), ("en", "90 percent", None),
        ("sv", "nio av tio", None),
    ],
)  # fmt: skip
def test_a_share_in_words_is_a_percentage(language: str, printed: str, percent: int | None) -> None:
    assert percent_of(printed, language) == percent


@pytest.mark.parametrize(
    ("printed", "modifier", "figure", "refused"),
    [
        ("Roughly nine in ten boats", Modifier.ABOUT, 90, False),
        ("nine in ten", Modifier.EXACTLY, 90, False),
        ("nine in ten", Modifier.EXACTLY, 80, True),
        ("Roughly nine in ten boats", Modifier.EXACTLY, 90, True),
        ("half a percent", Modifier.EXACTLY, 50, True),
    ],
)
def test_a_share_given_as_percent_is_none_that_contradicts(
    printed: str, modifier: Modifier, figure: int, refused: bool
) -> None:
    value = Quantity(printed, modifier, figure, figure, "percent")
    found = told(
        f"{printed} were uninsured.", printed, UNINSURED, "en", value=value, rules=(figures.overridden,),
        written={"modifier": modifier.value, "low": figure, "high": figure},
    )  # fmt: skip
    assert [finding.kind for finding in found] == ([kinds.FIGURE_OVERRIDDEN] if refused else [])


@pytest.mark.parametrize(
    ("language", "printed", "figure", "refused"),
    [
        ("en", "a firefighter", 1, False),
        ("de", "ein Feuerwehrmann", 1, False),
        ("fr", "un sapeur-pompier", 1, False),
        ("es", "uno de los bomberos", 1, False),
        ("en", "a firefighter", 2, True),
        ("en", "the firefighter", 1, True),
        ("de", "ein", 1, True),
    ],
)
def test_an_article_with_its_noun_counts_one(language: str, printed: str, figure: int, refused: bool) -> None:
    value = Quantity(printed, Modifier.EXACTLY, figure, figure)
    found = told(
        f"{printed}.", printed, UNINSURED, language, value=value, rules=(figures.overridden,),
        written={"modifier": "exactly", "low": figure, "high": figure},
    )  # fmt: skip
    assert [finding.kind for finding in found] == ([kinds.FIGURE_OVERRIDDEN] if refused else [])
