"""Names by which somebody else is told: "a friend of Ada Holm", "Holms Anwalt"."""

from __future__ import annotations

import pytest

from builder.proof.rules.kin import kin


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "a friend of [Ada Holm] said", "friend"),
        ("en", "[Ada Holm]'s lawyer said", "lawyer"),
        ("en", "a friend of Ms [Holm] said", "friend"),
        ("en", "[Ada Holm]'s younger brother said", "brother"),
        ("en", "a person close to [Osk Mills] said", "close to"),
        ("en", "a former manager of [Osk Mills] said", "former manager"),
        ("en", "a customer of the [Osk Mills] said", "customer"),
        ("en", "a spokesman for [Osk Mills] said", None),
        ("en", "the head of [Osk Mills] said", None),
        ("en", "[Osk Mills] told investors that it was over", None),
        ("en", "[Ada Holm] said a friend had called", None),
        ("de", "sagte ein Freund von [Ada Holm]", "freund"),
        ("de", "sagte [Holms] Anwalt", "anwalt"),
        ("de", "sagte der Sprecher der [Reederei]", None),
        ("de", "[Osk Mills] informierte Kunden", None),
        ("fr", "selon un proche d'[Ada Holm]", "proche d'"),
        ("fr", "a déclaré l'avocat de la [Minoterie]", "avocat"),
        ("fr", "a déclaré le porte-parole de la [Minoterie]", None),
        ("es", "dijo un amigo de [Ada Holm]", "amigo"),
        ("es", "según fuentes cercanas a [Ada Holm]", "cercanas a"),
        ("es", "dijo la portavoz de [Ada Holm]", None),
    ],
)
def test_a_name_by_which_only_somebody_else_is_told(language, text, who):
    start = text.index("[")
    content = text.replace("[", "").replace("]", "")
    assert kin(content, (start, text.index("]") - 1), language) == who
