"""Datelines as agencies of other countries print them."""

from __future__ import annotations

import pytest

from builder.values.dateline import dateline


@pytest.mark.parametrize(
    ("line", "name", "day"),
    [
        ("MÜNCHEN, 10. Februar 2033 (dpa) - Diebe kamen.", "dpa", "10. Februar 2033"),
        ("ÉVREUX, 10 février (AFP) – Des voleurs sont venus.", "AFP", "10 février"),
        ("ÁVILA, 10 de febrero de 2033 (EFE) - Llegaron ladrones.", "EFE", "10 de febrero de 2033"),
        ("КИЇВ, 10 лютого (Укрінформ) – Прийшли злодії.", "Укрінформ", "10 лютого"),
        ("МОСКВА - Пришли воры.", None, None),
    ],
)
def test_a_dateline_is_known_in_any_alphabet(line: str, name: str | None, day: str | None) -> None:
    found = dateline(line)
    assert found is not None
    assert (found.name, found.day) == (name, day)
    assert line[found.end - 2 : found.end] in ("- ", "– ")


@pytest.mark.parametrize(
    "line", ["Ältere Menschen - auch Kinder - kamen.", "ÖVP und SPÖ stimmten zu - knapp."]
)
def test_a_sentence_is_none(line: str) -> None:
    assert dateline(line) is None
