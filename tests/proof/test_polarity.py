"""What printed words say to a question that wants yes or no: a denial in other words than "not" is a no, and what is left open is neither."""

from __future__ import annotations

import time

import pytest
from msgspec.structs import replace

from builder.proof import kinds
from builder.proof.case import ClaimCase
from builder.proof.rules.answers import polarity
from builder.proof.rules.turning import turning
from tests.proof.saying import case_of


def case(printed: str, language: str, *, value: bool, asks: str | None = None) -> ClaimCase:
    found = case_of(f"{printed}.", language, question="cause/weather", printed=printed, value=value)
    if asks is not None:
        question = found.book.questions["cause/weather"]
        found.book.questions["cause/weather"] = replace(question, text=asks, short=asks)
    return found


def told(printed: str, language: str, *, value: bool, asks: str | None = None) -> list[str]:
    found = list(polarity(case(printed, language, value=value, asks=asks)))
    assert {finding.kind for finding in found} <= {kinds.ANSWER_UNFIT}
    return [finding.message for finding in found]


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("en", "the line rejected the mate's claim that a gale was to blame"),
        ("en", "ruled out a storm"),
        ("en", "has ruled bad weather out"),
        ("en", "dismissed reports of a storm"),
        ("en", "called the storm theory baseless"),
        ("en", "disputes that the sea was rough"),
        ("en", "rejected all blame for the storm"),
        ("fr", "conteste avoir vu une tempête"),
        ("es", "rechaza haber visto un temporal"),
        ("de", "schließt schweres Wetter als Ursache derzeit aus"),
        ("de", "wies den Vorwurf zurück"),
        ("de", "ein Sturm sei ausgeschlossen"),
        ("de", "keinerlei Anzeichen für einen Sturm"),
        ("de", "keine Hinweise auf Sturm"),
        ("fr", "la préfecture écarte l'hypothèse d'une tempête"),
        ("fr", "exclut pour l'heure une tempête"),
        ("fr", "rejette l'accusation"),
        ("fr", "aucun signe de tempête"),
        ("es", "la capitanía descarta de momento un temporal"),
        ("es", "rechazó la acusación"),
        ("es", "desmienten el temporal"),
        ("uk", "берегова охорона виключає шторм"),
        ("uk", "заперечує шторм"),
        ("ru", "береговая охрана исключает шторм"),
        ("ru", "отвергли версию о шторме"),
    ],
)
def test_a_denial_in_other_words_is_a_no(language: str, printed: str) -> None:
    assert told(printed, language, value=False) == []
    assert told(printed, language, value=True) == [f'"{printed}" does not read as yes']


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        # It says no to something else than what somebody says.
        ("en", "the storm made them reject the second boat"),
        ("en", "the mate was dismissed after the storm"),
        ("en", "they rejected the boat that the storm had hit"),
        ("fr", "la tempête leur fit rejeter le bateau que l'on offrait"),
        ("de", "der Sturm schlug die Luken aus"),
        ("fr", "la tempête a repoussé le bateau"),
        ("es", "el temporal rechazó al barco"),
        ("uk", "шторм почався"),
    ],
)
def test_words_that_deny_nothing_stay_a_yes(language: str, printed: str) -> None:
    assert told(printed, language, value=True) == []
    assert told(printed, language, value=False) == [f'"{printed}" does not read as no']


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("en", "a storm could not be ruled out"),
        ("en", "the coastguard would not rule out a storm"),
        ("en", "neither confirmed nor denied a storm"),
        ("de", "schloss einen Sturm nicht aus"),
        ("de", "ein Sturm kann nicht ausgeschlossen werden"),
        ("fr", "n'exclut pas une tempête"),
        ("fr", "sans écarter une tempête"),
        ("es", "no descarta un temporal"),
        ("uk", "не виключає шторму"),
        ("ru", "не исключает шторма"),
    ],
)
@pytest.mark.parametrize("value", [True, False])
def test_what_is_left_open_is_neither(language: str, printed: str, value: bool) -> None:
    assert told(printed, language, value=value) == [
        f'"{printed}" leaves it open, and is neither yes nor no: its value is open, and leaves_open says what'
    ]


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("en", "denied that no storm had been seen"),
        ("en", "denied that they had sailed without a forecast"),
        ("de", "bestreitet, dass es keinen Sturm gegeben habe"),
        ("fr", "dément que l'on n'ait pas été averti"),
        ("fr", "dément que l'on soit parti sans bulletin"),
        ("es", "niega que zarparan sin aviso"),
    ],
)
def test_to_deny_a_no_is_a_yes(language: str, printed: str) -> None:
    assert told(printed, language, value=True) == []
    assert told(printed, language, value=False) == [f'"{printed}" does not read as no']


def test_a_no_of_another_clause_is_not_what_is_denied() -> None:
    printed = "denied a storm, which nobody had seen"
    assert told(printed, "en", value=False) == []


def test_where_the_question_asks_for_the_denial_it_is_a_yes() -> None:
    asks = "Has the line rejected the claim of a storm?"
    printed = "rejected a claim that a storm came up"
    assert told(printed, "en", value=True, asks=asks) == []
    assert told(printed, "en", value=False, asks=asks) == [f'"{printed}" does not read as no']
    assert told("has not rejected the claim", "en", value=False, asks=asks) == []


def test_it_takes_linear_time() -> None:
    start = time.process_time()
    for language in ("en", "de", "fr"):
        for words in ("rejected a ", "schließt ein ", "conteste un ", "not "):
            turning(language).denial.search(words * 20_000)
            turning(language).open.search(words * 20_000)
    assert time.process_time() - start < 60


ACCEPTED, REJECTED = "Has the union accepted the offer?", "Was the offer rejected?"


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("en", "rejected the offer"),
        ("de", "lehnte das Angebot ab"),
        ("de", "wies das Angebot zurück"),
        ("fr", "a refusé la proposition"),
        ("es", "rechazó la oferta"),
    ],
)
def test_a_refusal_is_a_no_to_an_acceptance_and_a_yes_where_it_is_asked_for(language, printed):
    assert told(printed, language, value=False, asks=ACCEPTED) == []
    assert told(printed, language, value=True, asks=ACCEPTED)
    assert told(printed, language, value=True, asks=REJECTED) == []
    assert told(printed, language, value=False, asks=REJECTED)


def test_what_was_not_rejected_is_no_yes():
    assert told("did not reject the offer", "en", value=True, asks=REJECTED)
    assert told("did not reject the offer", "en", value=False, asks=REJECTED) == []


def test_an_answer_that_is_left_open_may_leave_it_open_and_may_not_deny_it() -> None:
    def undecided(printed: str) -> list[str]:
        found = case_of(
            f"{printed}.", "en", question="cause/weather", printed=printed, value=None, undecided=True
        )
        return [finding.message for finding in polarity(found)]

    assert undecided("did not rule out a storm") == []
    assert undecided("a storm off the coast") == []
    assert undecided("ruled out a storm") == ['"ruled out a storm" denies it, and leaves nothing open']
