"""Figures beside those that are asked for: a part, the whole, another time, what held before, what is wanted; and the right ones beside them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from builder.content.vocabulary import Answer
from tests.proof.one import codes

FILES = sorted((Path(__file__).parent / "beside").glob("*.yml"))
WRITING = frozenset({"V105", "V106", "V166", "V167", "V192"})
"""Of how a claim is quoted."""
SAID = frozenset({"V121", "V122", "V123", "V124", "V125", "V126", "V127"})
"""Of who said it, which the claims here leave out."""


def _cases(kind: str | None) -> list[Any]:
    found = []
    for file in FILES:
        table = msgspec.yaml.decode(file.read_bytes())
        for text in table["texts"]:
            for printed, question, told, *more in text["claims"]:
                if (told == "right") == (kind is None):
                    asks, keys = dict(table["questions"][question]), dict(more[0]) if more else {}
                    case = text["lang"], text["text"], printed, asks, keys
                    found.append(
                        pytest.param(
                            *case, id=f"{file.stem} {len(found)} {text['lang']} {printed} {question}"
                        )
                    )
    return found


def _told(language: str, text: str, printed: str, asks: dict[str, Any], keys: dict[str, Any]) -> set[str]:
    given = dict(asks)
    answer = Answer(given.pop("answer", "quantity"))
    about = given.pop("text")
    given["printed_as"] = tuple(given.pop("printed_as", ()))
    found = codes(
        text, printed, answer, about, language=language, published="2031-11-12", question_of=given, **keys
    )
    return found - WRITING - SAID


@pytest.mark.parametrize(("language", "text", "printed", "asks", "keys"), _cases("told"))
def test_it_is_told(
    language: str, text: str, printed: str, asks: dict[str, Any], keys: dict[str, Any]
) -> None:
    assert _told(language, text, printed, asks, keys)


@pytest.mark.parametrize(("language", "text", "printed", "asks", "keys"), _cases(None))
def test_the_right_one_is_not(
    language: str, text: str, printed: str, asks: dict[str, Any], keys: dict[str, Any]
) -> None:
    assert _told(language, text, printed, asks, keys) == set()
