"""Whether a day that a text prints is that of a figure, or of the event that is counted, or of the whole of which it is a part."""

from __future__ import annotations

import pytest

from builder.desk.suggest.clauses import days
from builder.proof import when
from builder.values.dates import parse_edtf

PUBLISHED = parse_edtf("2031-11-12")  # a Wednesday


@pytest.mark.parametrize(
    ("language", "sentence", "printed", "day"),
    [
        ("en", "The number of dead in the explosion on Tuesday had reached 78, the mayor said.", "78", None),
        ("en", "The death toll on Tuesday had reached 78.", "78", "2031-11-11"),
        ("en", "The explosion on Tuesday killed 78 people.", "78", "2031-11-11"),
        ("de", "Die Zahl der Toten der Explosion am Dienstag ist auf 78 gestiegen.", "78", None),
        ("fr", "Le bilan de l'explosion de mardi atteint 78 morts.", "78", None),
        ("es", "El número de muertos en la explosión del martes llegó a 78.", "78", None),
        ("uk", "Кількість загиблих унаслідок вибуху у вівторок сягнула 78.", "78", None),
        ("ru", "Число погибших при взрыве во вторник достигло 78.", "78", None),
        ("en", "The village won back about 40 percent of the land lost in August.", "about 40 percent", None),
        ("en", "About 40 percent of the land was won back in August.", "About 40 percent", "2031-08"),
        ("en", "The line cuts 40 of the jobs created in 2030.", "40", None),
        ("de", "Das Dorf hat rund 40 Prozent des im August verlorenen Landes zurück.", "rund 40 Prozent", None),
        ("fr", "Le village a repris 40 % du terrain perdu en août.", "40 %", None),
        ("es", "El pueblo recuperó el 40 % del terreno perdido en agosto.", "40 %", None),
        ("uk", "Село повернуло 40 відсотків втраченої у серпні землі.", "40 відсотків", None),
        ("ru", "Село вернуло 40 процентов потерянной в августе земли.", "40 процентов", None),
        ("en", "12 people were hurt on Monday.", "12", "2031-11-10"),
    ],
)  # fmt: skip
def test_the_day_is_that_of_the_figure(language: str, sentence: str, printed: str, day: str | None) -> None:
    at = sentence.index(printed)
    whole = (0, len(sentence))
    dates = when.expressions(sentence, whole, PUBLISHED, language)

    assert days(sentence, whole, dates, None, (at, at + len(printed)), PUBLISHED)[0] == day
