"""Words that count nobody."""

from __future__ import annotations

import pytest

from builder.values.nones import nones


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Nobody was killed in the fire.", "Nobody was killed"),
        ("en", "There were no injuries, the fire service said.", "no injuries"),
        ("de", "Verletzte gab es nicht.", "Verletzte gab es nicht"),
        ("de", "Niemand wurde verletzt.", "Niemand wurde verletzt"),
        ("fr", "Personne n'a été blessé.", "Personne n'a été blessé"),
        ("es", "Nadie resultó herido.", "Nadie resultó herido"),
        ("uk", "Ніхто не постраждав.", "Ніхто не постраждав"),
        ("ru", "Погибших нет.", "Погибших нет"),
    ],
)
def test_nobody_is_found_with_what_befell_nobody(language: str, text: str, words: str) -> None:
    [found] = nones(text, language)
    assert text[found.start : found.end] == words
    assert found.states & {"killed", "wounded"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Nobody else was killed."),
        ("en", "Nobody was seriously injured."),
        ("en", "Nobody knows how many were killed."),
        ("fr", "Une personne a été blessée."),
        ("de", "Zwei Menschen wurden verletzt."),
        ("ru", "Погибших нет в списке."),
    ],
)
def test_what_says_it_of_somebody_is_none(language: str, text: str) -> None:
    assert not list(nones(text, language))
