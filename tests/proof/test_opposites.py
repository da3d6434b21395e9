"""A yes or no in other words than the question's: the opposite of what it asks, a refusal to do it, what has not happened so far."""

from __future__ import annotations

import pytest

from builder.content.vocabulary import Answer
from tests.proof.one import codes

DOOR = "Was the hatch open when the barge sank?"
FORBID = "Did the court forbid the march?"
RATIFIED = "Have the members ratified the deal?"


def unfit(printed: str, asks: str, language: str, *, value: bool) -> bool:
    return "V145" in codes(f"{printed}.", printed, Answer.YES_NO, asks, language=language, value=value)


@pytest.mark.parametrize(
    ("language", "printed", "asks"),
    [
        ("en", "The hatch was shut", DOOR),
        ("en", "closed all night", DOOR),
        ("de", "Die Luke sei geschlossen gewesen", DOOR),
        ("fr", "L'écoutille était fermée", DOOR),
        ("es", "La escotilla estaba cerrada", DOOR),
        ("en", "was acquitted of all charges", "Was the captain found guilty?"),
        ("de", "wurde freigesprochen", "Was the captain convicted?"),
        ("en", "died on the way", "Did the mate survive?"),
        ("en", "cut the fares", "Did the line raise its fares?"),
        ("en", "is against the bridge", "Does the mayor support the bridge?"),
        ("en", "turned down a request to forbid the march", FORBID),
        ("en", "refused to ban it", FORBID),
        ("fr", "a refusé mardi d'interdire le défilé", FORBID),
        ("es", "rechazó prohibir la marcha", FORBID),
        ("es", "se negó ayer a prohibir la marcha", FORBID),
        ("de", "lehnte es ab, den Umzug zu verbieten", FORBID),
        ("de", "hat sich geweigert, den Umzug zu untersagen", FORBID),
        ("en", "allowed the march", FORBID),
        ("en", "must still vote on it", RATIFIED),
        ("en", "have yet to decide", RATIFIED),
        ("en", "expected to approve it", RATIFIED),
        ("de", "müssen noch darüber abstimmen", RATIFIED),
        ("fr", "doivent encore voter", RATIFIED),
        ("es", "aún deben votar el acuerdo", RATIFIED),
        ("uk", "ще мають проголосувати", RATIFIED),
        ("ru", "ещё должны проголосовать", RATIFIED),
        ("en", "I knew nothing", "Did the mate know of the leak?"),
    ],
)
def test_it_is_a_no(language: str, printed: str, asks: str) -> None:
    assert unfit(printed, asks, language, value=True)
    assert not unfit(printed, asks, language, value=False)


@pytest.mark.parametrize(
    ("language", "printed", "asks"),
    [
        ("en", "was not shut", DOOR),
        ("de", "war nicht geschlossen", DOOR),
        # What is turned down is another thing than what is asked, or is asked itself.
        ("en", "rejected the appeal of the guild", "Did the court hear the appeal?"),
        ("en", "turned down a request to forbid it", "Did the court turn down the request?"),
        ("en", "expected to approve it", "Will the members ratify the deal?"),
        ("en", "shut for repairs", "Was the bridge closed?"),
        # A word that stands for both says neither.
        ("en", "suffered a defeat", "Did the party lose?"),
    ],
)
def test_it_stays_a_yes(language: str, printed: str, asks: str) -> None:
    assert not unfit(printed, asks, language, value=True)
    assert unfit(printed, asks, language, value=False)
