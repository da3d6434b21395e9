"""Lines that state when a text was published, in the languages that have words for it."""

from __future__ import annotations

import pytest

from builder.values.stated import says_when_published, stated_date


@pytest.mark.parametrize(
    ("language", "line", "edtf"),
    [
        ("de", "4. März 2031", "2031-03-04"),
        ("de", "Dienstag, 4. März 2031", "2031-03-04"),
        ("de", "Veröffentlicht am 4. März 2031 um 6.15 Uhr", "2031-03-04"),
        ("de", "Stand: 4. März 2031, 6:15 Uhr", "2031-03-04"),
        ("de", "Am 4. März 2031 blieb die Fähre liegen", None),
        ("fr", "Publié le 4 mars 2031 à 06h15", "2031-03-04"),
        ("fr", "Mardi 4 mars 2031", "2031-03-04"),
        ("fr", "mars 2031", "2031-03"),
        ("es", "4 de marzo de 2031", "2031-03-04"),
        ("es", "Publicado el 4 de marzo de 2031", "2031-03-04"),
        ("es", "4 de marzo", None),
        ("ru", "4 марта 2031 года", "2031-03-04"),
        ("uk", "4 березня 2031 року", "2031-03-04"),
        ("sl", "2031-03-04", "2031-03-04"),
        ("sl", "4. marca 2031", None),
    ],
)
def test_the_day_that_a_line_states(language: str, line: str, edtf: str | None) -> None:
    assert stated_date(line, language) == edtf


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Updated on 5 March 2031"), ("de", "Aktualisiert am 5. März 2031"), ("fr", "Mis à jour le 5 mars 2031"),
        ("es", "Actualizado el 5 de marzo de 2031"), ("ru", "Обновлено 5 марта 2031"), ("uk", "Оновлено 5 березня 2031"),
    ],
)  # fmt: skip
def test_a_line_that_tells_of_a_change_does_not_say_when_it_was_published(language: str, line: str) -> None:
    assert not says_when_published(line, language)
    assert says_when_published(line.partition(" ")[2], language)
