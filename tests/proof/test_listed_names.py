"""Whose figure one is by the name right before it."""

from __future__ import annotations

import pytest

from builder.proof.asked.listing import listed_name, placed_name


@pytest.mark.parametrize(
    ("language", "text", "figure", "name"),
    [
        ("en", "Osk with 40 dead, Tarn with 12 and Pell with at least 3 were hit.", "12", "Tarn"),
        ("en", "Osk with 40 dead, Tarn with 12 and Pell with at least 3 were hit.", "at least 3", "Pell"),
        ("es", "Le siguen Osca con 40 fallecidos, Tarna - al norte de Osca - con 12 y Al Pel, con 3.", "12", "Tarna"),
        ("es", "Le siguen Osca con 40 fallecidos, Tarna - al norte de Osca - con 12 y Al Pel, con 3.", "3", "Al Pel"),
        ("de", "Am schlimmsten traf es Osk, wo mindestens 40 Menschen starben.", "mindestens 40", "Osk"),
        ("fr", "La plus touchée est Osk (au nord), où au moins 40 personnes ont péri.", "au moins 40", "Osk"),
        # One name with one figure is no list; who speaks with how many is none either.
        ("en", "She spoke in Osk with 12 people.", "12", None),
        ("en", "In Osk 40 people died, and 12 were hurt.", "12", None),
        # A language without these words has no lists.
        ("sl", "Osk s 40 mrtvimi, Tarn s 12.", "12", None),
    ],
)  # fmt: skip
def test_a_list_gives_each_name_its_figure(language, text, figure, name):
    start = text.index(figure)
    assert listed_name(text, (start, start + len(figure)), language) == name


LISTED = "Norland had 52 dead: 40 people died in the region of Osk, 12 in Tarn and at least 3 in Great Pell."


@pytest.mark.parametrize(
    ("language", "text", "figure", "name"),
    [
        ("en", LISTED, "52", None),
        ("en", LISTED, "40", "Osk"),
        ("en", LISTED, "12", "Tarn"),
        ("en", LISTED, "at least 3", "Great Pell"),
        ("de", "40 Menschen starben in der Stadt Osk und 12 in Tarn.", "12", "Tarn"),
        ("es", "Hubo 40 muertos en Osca, 12 en la provincia de Tarna y 3 en Pel.", "3", "Pel"),
        ("fr", "Il y a eu 40 morts dans la province d’Osk et 12 à Tarn.", "40", "Osk"),
        ("uk", "Загинули 40 людей у Харкові, 12 у Полтаві та 3 в Одесі.", "12", "Полтаві"),
        # Figures that count other things are no list, nor are months places; one name is none either.
        ("en", "40 people died in Osk and 12 cars burnt in Tarn.", "12", None),
        ("en", "40 people died in May, 12 in June.", "12", None),
        ("en", "40 people died in Osk, 12 of them children.", "40", None),
        ("en", "40 people died in Osk, another 12 in Osk itself.", "40", None),
    ],
)
def test_a_list_gives_each_figure_the_name_behind_it(language, text, figure, name):
    start = text.index(figure)
    assert placed_name(text, (start, start + len(figure)), language) == name


@pytest.mark.parametrize(
    ("text", "figure", "name"),
    [
        # As many as the others together: it may be the country in which they lie.
        ("52 people died in Norland, 40 in Osk, 12 in Tarn.", "52", None),
        ("52 people died in Norland, 40 in Osk, 12 in Tarn.", "40", "Osk"),
        ("30 people died in Pell, 40 in Osk, 12 in Tarn.", "30", "Pell"),
        ("40 people died in Osk and 12 in Tarn.", "40", "Osk"),
        ("40 people died in Osk, 12 in Tarn.", "40", None),
    ],
)
def test_the_first_of_a_list_may_be_of_all_of_them(text, figure, name):
    start = text.index(figure)
    assert placed_name(text, (start, start + len(figure)), "en", of_part=True) == name
