"""A clause that is set against another one has its own speaker: one side's figure never stands under the other's name."""

from __future__ import annotations

import pytest

from builder.proof import kinds
from builder.proof.rules.other_speakers import contrasted
from tests.proof.saying import case_of


def told(language: str, sentence: str, cue: str) -> list[str]:
    case = case_of(sentence, language, cue=cue, sources=("coastguard",), entry={"cue": cue})
    found = list(contrasted(case))
    assert {one.kind for one in found} <= {kinds.SPEAKER_DIFFERS}
    return [one.message for one in found]


LINE = ["the clause gives its words to the ferry line"]


@pytest.mark.parametrize(
    ("language", "sentence", "cue"),
    [
        ("en", "The Osk Coastguard reported three deaths, while the Marlo Ferry Line announced 140 deaths.", "reported"),
        ("en", "The Osk Coastguard reported three deaths, while the Marlo Ferry Line of Osk, the town closest to the port, announced 140.", "reported"),
        ("en", "The Osk Coastguard reported three deaths; the Marlo Ferry Line said five had died and 140 were hurt.", "reported"),
        ("de", "Das Osk Coastguard meldete drei Tote, während die Marlo Ferry Line in Osk, der nächsten Stadt, 140 Tote meldete.", "meldete"),
        ("fr", "L'Osk Coastguard a fait état de trois décès, tandis que la Marlo Ferry Line d'Osk, ville la plus proche, a annoncé cinq morts et 140 blessés.", "a fait état"),
        ("es", "El Osk Coastguard informó de tres muertos, mientras que la Marlo Ferry Line de Osk, la ciudad más cercana, anunció 140 muertos.", "informó"),
    ],
)  # fmt: skip
def test_what_the_other_side_says_is_not_given_to_the_first(language: str, sentence: str, cue: str) -> None:
    assert told(language, sentence, cue) == LINE


def test_whom_no_registry_has_says_it_too() -> None:
    sentence = "The Osk Coastguard reported three deaths, while unnamed officers in Osk, the nearest town, announced 140."
    assert told("en", sentence, "reported") == ['the clause gives its words to "unnamed officers in Osk"']


@pytest.mark.parametrize(
    ("language", "sentence", "cue"),
    [
        ("en", "The Osk Coastguard said that 30 died, but 140 were saved.", "said"),
        ("en", "While 30 died, 140 were saved, the Osk Coastguard said.", "said"),
        ("en", "The Osk Coastguard denied it, while its spokesman said 140 were hurt.", "said"),
        ("en", "While the Marlo Ferry Line said 90 were aboard, the Osk Coastguard put it at 140.", "put it at"),
        ("en", "The Osk Coastguard reported three deaths, but later announced 140.", "announced"),
        ("en", "The line had spoken of 90, while 140 were aboard according to the Osk Coastguard.", "according to"),
        ("de", "Das Osk Coastguard meldete drei Tote, während 140 Menschen gerettet wurden.", "meldete"),
        ("de", "Das Osk Coastguard meldete drei Tote, doch am Abend waren es 140, wie die Behörde mitteilte.", "meldete"),
        ("fr", "L'Osk Coastguard a annoncé trois morts, mais 140 personnes ont été sauvées.", "a annoncé"),
        ("es", "El Osk Coastguard informó de tres muertos, pero después anunció 140 muertos.", "anunció"),
    ],
)  # fmt: skip
def test_one_speaker_goes_on_in_a_clause_of_contrast(language: str, sentence: str, cue: str) -> None:
    assert told(language, sentence, cue) == []
