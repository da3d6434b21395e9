"""A noun by which a source is called is none of its names where it ends another one."""

from __future__ import annotations

import pytest

from builder.content.vocabulary import Answer
from builder.proof.names import Names
from tests.proof.one import codes


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Harrow Bank said so.", False),
        ("It was said at Harrow Bank.", False),
        ("The Bank said so.", True),
        ("On Friday the bank said so.", True),
        ("Bank said so.", True),
        ("BANK SAYS SO", True),
        ("HARROW BANK SAYS SO", True),
        ("Tessmar Bank said so.", True),
    ],
)
def test_the_bank_is_no_other_bank(text: str, named: bool) -> None:
    names = Names([("tessmar", ("Tessmar Bank", "the bank"))])
    assert (names.named(text) == {"tessmar"}) == named


def test_two_names_of_one_that_stand_together_are_one() -> None:
    names = Names([("solm", ("Solm", "brewery")), ("union", ("union",))])
    text = "The union of the Solm brewery spoke, and the brewery did, too."
    found = [(text[slice(*one.span)], sorted(one.ids)) for one in names.mentions(text)]
    assert found == [("union", ["union"]), ("Solm brewery", ["solm"]), ("brewery", ["solm"])]


def test_what_is_asked_of_the_central_bank_is_not_asked_of_the_bank() -> None:
    names = Names([("tessmar", ("Tessmar Bank", "the bank"))])
    assert names.named_alone("How much did the central bank raise it?") == set()
    assert names.named_alone("How much did the bank raise it?") == {"tessmar"}


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "In Osk 36 people were killed per 1,000 inhabitants.", True),
        ("en", "In Osk 36 people were killed for every 100,000.", True),
        ("en", "In Osk 36 people were killed per thousand.", True),
        ("en", "In Osk 36 people were killed a 100 metres away.", False),
        ("en", "In Osk 36 people were killed, and bread costs 3 per 1,000.", False),
        ("de", "In Osk wurden 36 Menschen getötet pro 100.000 Einwohner.", True),
        ("es", "En Osk 36 personas murieron cada 1.000 días.", True),
    ],
)
def test_a_rate_behind_the_verb_is_no_number(language: str, text: str, told: bool) -> None:
    found = codes(
        text,
        "36",
        Answer.QUANTITY,
        "How many people were killed?",
        language=language,
        question_of={"counts": "killed"},
    )
    assert bool({"V111", "V118"} & found) == told


def test_a_registry_is_made_ready_in_one_piece() -> None:
    # What stands behind a name is the same for all: once for each, a hundred sources took seconds.
    many = Names([(f"body-{number}", (f"Body {number} of Osk",)) for number in range(100)])
    assert many.named("Body 7 of Osk said so, des Body 93 of Osks.") == {"body-7", "body-93"}
    assert sum(pattern.pattern.count("(?:e?s)?") for pattern in many._patterns.values()) == 1
