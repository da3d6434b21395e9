"""Whose figure one is by the name right before it."""

from __future__ import annotations

import pytest

from builder.proof.asked.listing import listed_name


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
