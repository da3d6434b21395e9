"""Who refuses to do what a question asks says no to it; whoever refuses something else, or does not refuse, says neither."""

from __future__ import annotations

import pytest

from builder.content.model import Question
from builder.content.vocabulary import Answer
from builder.desk.suggest.propose import propose
from builder.proof.text import text_of
from builder.values.dates import parse_edtf
from tests.proof.one import problems

FORBID = "Did the labour court forbid the strike?"
DOWN = "Did the mayor step down?"


@pytest.mark.parametrize(
    ("text", "asks", "found"),
    [
        ("The labour court on Monday refused to forbid the strike.", FORBID, ("refused to forbid the strike", '"no"')),
        ("The labour court declined to forbid the strike.", FORBID, ("declined to forbid the strike", '"no"')),
        ("The labour court forbade the strike.", FORBID, ("labour court forbade the strike", '"yes"')),
        ("The labour court refused to say whether it would forbid the strike.", FORBID, None),
        ("The labour court did not refuse to forbid the strike.", FORBID, None),
        ("The labour court may have refused to forbid the strike.", FORBID, None),
        ("The union denied that the labour court had refused to forbid the strike.", FORBID, None),
        ("The mayor refused to say that she had stepped down.", DOWN, None),
    ],
)  # fmt: skip
def test_a_refusal_of_just_what_is_asked_is_proposed_as_a_no(
    text: str, asks: str, found: tuple[str, str] | None
) -> None:
    question = Question("q", "town", asks, asks, Answer.YES_NO)
    given = propose(text_of("x", text.encode()), [], [question], {}, parse_edtf("2031-05-04"))
    assert next(((p.printed, p.value) for p in given if p.questions), None) == found


@pytest.mark.parametrize(
    ("printed", "asks", "value", "fits"),
    [
        ("refused to forbid the strike", FORBID, False, True),
        ("refused to forbid the strike", FORBID, True, False),
        ("refused to lift the order", "Is the order still in force?", True, True),
        ("refused to forbid the strike", "Did the court refuse to forbid the strike?", True, True),
    ],
)
def test_the_proof_reads_it_as_a_no(printed: str, asks: str, value: bool, fits: bool) -> None:
    found = problems(f"The labour court {printed}.", printed, Answer.YES_NO, asks, value=value)
    assert ("V145" not in [code for code, _ in found]) == fits


QUIT = "Does the mayor resign?"
RULED = "Does the line rule out job cuts?"


@pytest.mark.parametrize(
    ("language", "text", "asks", "value"),
    [
        ("en", "The mayor, 52, who was elected in May, refused to quit.", QUIT, '"no"'),
        ("fr", "La maire a refusé de démissionner lundi.", QUIT, '"no"'),
        ("es", "La alcaldesa se negó a dimitir el lunes.", QUIT, '"no"'),
        ("en", "The mayor said in the evening she would step down.", QUIT, '"yes"'),
        ("en", "The line did not rule out job cuts.", RULED, '"no"'),
        ("de", "Die Reederei schloss Entlassungen am Montag nicht aus.", RULED, '"no"'),
        ("en", "The line said that there would be no job cuts.", RULED, None),
    ],
)
def test_it_is_read_in_the_texts_own_language(language: str, text: str, asks: str, value: str | None) -> None:
    question = Question("q", "town", asks, asks, Answer.YES_NO)
    given = propose(
        text_of("x", text.encode()), [], [question], {}, parse_edtf("2031-05-04"), language=language, site_language="en"
    )  # fmt: skip
    assert next((p.value for p in given if p.questions), None) == value
