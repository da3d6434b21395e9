"""Who denies that there were more than so many says that there were up to so many, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from builder.values.quantity import Modifier, build
from tests.proof.one import codes

ASKS: dict[str, Any] = {"unit": "rings", "counts": "replacing", "of": "rings"}
CASES = [
    ("en", "Harrow denies that more than 30 rings need replacing.", "more than 30", "denies"),
    ("de", "Harrow bestreitet, dass mehr als 30 Ringe ersetzt werden müssen.", "mehr als 30", "bestreitet"),
    ("fr", "Harrow nie que plus de 30 anneaux doivent être remplacés.", "plus de 30", "nie"),
    ("es", "Harrow niega que más de 30 anillos deban cambiarse.", "más de 30", "niega"),
]


@pytest.mark.parametrize(("language", "text", "printed", "cue"), CASES)
def test_what_a_denied_bound_leaves(language: str, text: str, printed: str, cue: str) -> None:
    def told(modifier: Modifier, number: int) -> set[str]:
        value = build(printed, modifier, number, "rings")
        given = {"cue": cue, "value": value, "written": {"modifier": modifier.value}}
        return codes(text, printed, language=language, question_of=ASKS, **given) & {"V112", "V119"}

    assert told(Modifier.UP_TO, 30) == set()
    assert told(Modifier.UP_TO, 40)
    assert told(Modifier.AT_LEAST, 30)
    assert told(Modifier.MORE_THAN, 30)
