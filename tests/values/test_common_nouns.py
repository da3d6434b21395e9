"""Nouns that papers count, known under one name in four languages: else no figure of one language answers a question in another."""

from __future__ import annotations

import pytest

from builder.values.counting import Words, counting, meant


@pytest.mark.parametrize(
    "words",
    [
        "jars, Gläser, petits pots, tarros",
        "beehives, Bienenvölker, ruches, colmenas",
        "graves, Gräber, tombes, tumbas",
        "coins, Goldmünzen, pièces de monnaie, monedas",
        "whales, Wale, baleines, ballenas",
        "cables, Seekabel, câbles, cables",
        "museums, Museen, musées, museos",
        "pharmacies, Apotheken, pharmacies, farmacias",
        "hostages, Geiseln, otages, rehenes",
        "infants, Säuglinge, nourrissons, bebés",
        "bicycles, Fahrräder, vélos, bicicletas",
        "libraries, Bibliotheken, bibliothèques, bibliotecas",
        "passwords, Passwörter, mots de passe, contraseñas",
        "ambulances, Rettungswagen, ambulances, ambulancias",
        "islands, Inseln, îles, islas",
    ],
)
def test_what_is_counted_has_one_name(words):
    sets = [
        {name for term in counting(language).matters.find(Words(word)) for name in term.sets}
        for language, word in zip(("en", "de", "fr", "es"), words.split(", "), strict=True)
    ]
    assert set.intersection(*sets)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The firm pulled 300 jars off the shelves."),
        ("de", "Die Firma ruft 300 Gläser zurück."),
        ("fr", "La firme rappelle 300 petits pots."),
        ("es", "La firma retira 300 tarros."),
    ],
)
def test_what_is_called_back(language, text):
    assert "recalled" in meant(text, language).happened


def test_who_is_sent_home_is_not_deployed():
    assert "deployed" not in meant("460 workers have been sent home.", "en").happened
