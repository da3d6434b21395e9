"""What an outlet says that it could not check: in whatever words, kept by the claims that it covers and by no others."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from builder.content.problems import Kind
from builder.content.vocabulary import Answer
from builder.proof import kinds
from builder.proof.rules.verification import caveat_kept, caveat_on, status_printed
from tests.proof.saying import case_of


@pytest.mark.parametrize(
    ("language", "status", "covers_all"),
    [
        ("en", "could not be confirmed", False),
        ("en", "was not confirmed by the port", False),
        ("en", "has yet to be confirmed", False),
        ("en", "could not independently confirm it", True),
        ("en", "no independent confirmation", True),
        ("en", "could not check the figure", True),
        ("en", "was unable to check these claims", True),
        ("en", "has not been able to check these statements", True),
        ("en", "None of this could be verified", True),
        ("de", "konnte die Zahl nicht nachprüfen", True),
        ("fr", "n'a pas pu vérifier le chiffre", True),
        ("es", "no pudo comprobar la cifra", True),
        ("en", "the figures could not be confirmed", True),
        ("de", "konnte bisher nicht bestätigt werden", False),
        ("de", "eine Bestätigung steht noch aus", False),
        ("de", "verifizieren ließen sich die Aussagen bisher nicht", True),
        ("de", "unabhängig prüfen konnte das Blatt die Liste nicht", True),
        ("fr", "n'a pas été confirmé", False),
        ("fr", "restent à confirmer", False),
        ("fr", "n'ont pu être vérifiés", True),
        ("fr", "invérifiables", True),
        ("es", "no se ha podido confirmar", False),
        ("es", "a falta de datos, no hay confirmación", False),
        ("es", "no ha podido contrastar la lista", True),
        ("uk", "не вдалося підтвердити", False),
        ("uk", "перевірити список поки не вдалося", True),
        ("ru", "нет подтверждения", False),
        ("ru", "проверить список пока не удалось", True),
    ],
)
def test_words_on_verification(language: str, status: str, covers_all: bool) -> None:
    text = f"Marlo Ferry Line: 140. {status}."
    assert told(status_printed, text, language, status=status) == set()
    dropped = {kinds.CAVEAT_DROPPED} if covers_all else set()
    assert told(caveat_kept, text, language) == dropped
    assert told(caveat_kept, text, language, status=status) == set()


@pytest.mark.parametrize(
    ("language", "status"),
    [
        ("en", "the mate confirmed it"),
        ("en", "independently of the port"),
        ("de", "bestätigte die Liste"),
        ("fr", "a confirmé la liste"),
        ("es", "ha confirmado la lista"),
        ("ru", "подтвердил список"),
    ],
)
def test_other_words_say_nothing_on_it(language: str, status: str) -> None:
    text = f"Marlo Ferry Line: 140. {status}."
    assert told(status_printed, text, language, status=status) == {kinds.STATUS_NOT_PRINTED}
    assert told(caveat_kept, text, language) == set()


TOLL, FIGURES, STATEMENTS = {"killed"}, {"killed", "aboard"}, {"killed", "aboard", "wording"}
"""Which claims a caveat covers: what is counted, or a wording."""


@pytest.mark.parametrize(
    ("language", "caveat", "covered"),
    [
        ("en", "The Gazette could not independently confirm the death toll", TOLL),
        ("en", "The Gazette could not verify the figures", FIGURES),
        ("en", "The Gazette could not verify the toll or other figures", FIGURES),
        ("en", "The Gazette could not verify these claims", STATEMENTS),
        ("en", "The Gazette could not verify it", STATEMENTS),
        ("de", "Das Blatt konnte die Zahl der Toten nicht überprüfen", TOLL),
        ("de", "Das Blatt konnte diese Zahlen nicht überprüfen", FIGURES),
        ("de", "Das Blatt konnte die Angaben nicht überprüfen", STATEMENTS),
        ("fr", "Le journal n'a pas pu vérifier ce bilan", TOLL),
        ("fr", "Le journal n'a pas pu vérifier ces chiffres", FIGURES),
        ("fr", "Le journal n'a pas pu vérifier ces affirmations", STATEMENTS),
        ("es", "El diario no ha podido verificar esas cifras", FIGURES),
        ("es", "El diario no ha podido verificar su versión", STATEMENTS),
    ],
)
def test_a_caveat_covers_what_it_names(language: str, caveat: str, covered: set[str]) -> None:
    found = set()
    for name in STATEMENTS:
        case = case_of(f"Marlo Ferry Line: 140. {caveat}.", language, counts=name)
        if name == "wording":
            path = case.claim.question
            case.book.questions[path] = replace(case.book.questions[path], answer=Answer.WORDING)
        if {finding.kind for finding in caveat_kept(case)} == {kinds.CAVEAT_DROPPED}:
            found.add(name)
    assert found == covered


def told(rule: object, text: str, language: str, **claim: object) -> set[Kind]:
    return {finding.kind for finding in rule(case_of(text, language, **claim))}  # type: ignore[operator]


@pytest.mark.parametrize(
    ("caveat", "kept"),
    [
        ("The Gazette could not verify the figures", {kinds.CAVEAT_DROPPED}),
        # Of somebody's figures in particular, and of what is no figure, an editor has judged with the other claim.
        ("The Gazette could not verify the coastguard's figures", set()),
        ("The Gazette could not verify it", set()),
    ],
)
def test_one_claim_of_several_loses_its_status(caveat: str, kept: set[Kind]) -> None:
    case = case_of(f"Marlo Ferry Line: 140. {caveat}.", "en")
    other = replace(case.claim, id="other", sources=("coastguard",), status="could not verify")
    case = replace(case, article=replace(case.article, claims=(case.claim, other)))
    assert {finding.kind for finding in caveat_kept(case)} == kept


@pytest.mark.parametrize(
    ("language", "verified"),
    [
        ("en", "a recording of which the Post has heard"),
        ("en", "have the recording"),
        ("en", "in a letter seen by the Post"),
        ("en", "has independently verified the film"),
        ("de", "die Liste, die der Redaktion vorliegt"),
        ("fr", "que le journal a pu consulter"),
        ("es", "al que tuvo acceso este diario"),
        ("uk", "газета ознайомилася зі списком"),
        ("ru", "есть в распоряжении редакции"),
    ],
)
def test_words_on_what_an_outlet_has_checked_itself(language: str, verified: str) -> None:
    text = f"Marlo Ferry Line: 140. {verified}."
    assert told(status_printed, text, language, verified=verified) == set()
    assert told(status_printed, text, language, status=verified) == {kinds.STATUS_NOT_PRINTED}
    assert told(status_printed, "Marlo Ferry Line: 140.", language, verified=verified) == {
        kinds.STATUS_NOT_PRINTED
    }


@pytest.mark.parametrize(
    "verified", ["could not be independently verified", "has not seen the film", "140 aboard"]
)
def test_what_an_outlet_could_not_check_is_no_check(verified: str) -> None:
    text = f"Marlo Ferry Line: 140. {verified}."
    assert told(status_printed, text, "en", verified=verified) == {kinds.STATUS_NOT_PRINTED}


@pytest.mark.parametrize(
    ("language", "caveat"),
    [
        ("en", "The nurses' union spoke of 200, a figure that could not be independently verified"),
        ("en", "The nurses put it at 200, which could not be verified"),
        ("fr", "Le syndicat évoque une centaine de décès, un chiffre invérifiable à ce stade"),
        ("de", "Der Verband spricht von 200 Toten, eine Zahl, die nicht überprüft werden konnte"),
        ("es", "El sindicato habla de 200 muertos, una cifra que no se ha podido verificar"),
        ("ru", "Профсоюз говорит о 200 погибших, что не удалось проверить"),
    ],
)
def test_a_caveat_behind_a_figure_is_about_that_one(language: str, caveat: str) -> None:
    assert told(caveat_kept, f"Marlo Ferry Line: 140. {caveat}.", language) == set()
    own = caveat.replace("une centaine", "200")
    assert told(caveat_kept, f"{own}.", language, printed="200") == {kinds.CAVEAT_DROPPED}


def test_a_later_caveat_counts_where_an_earlier_one_is_about_something_else() -> None:
    text = "Marlo Ferry Line: 140. Nurses put it at 200, a figure that could not be verified. The Gazette could not verify the claims."
    assert told(caveat_kept, text, "en") == {kinds.CAVEAT_DROPPED}


def test_a_caveat_on_what_another_source_said_covers_no_other() -> None:
    case = case_of(
        "Marlo Ferry Line: 140. Osk Coastguard: 12. The Gazette could not verify Osk Coastguard's figures.",
        "en",
    )
    other = replace(case.claim, id="other", sources=("coastguard",), printed="12")
    case = replace(case, article=replace(case.article, claims=(case.claim, other)))
    assert set(caveat_kept(case)) == set()


@pytest.mark.parametrize(
    ("text", "caveat"),
    [
        ("The Gazette could not check the reports. No one else could.", "could not check the reports"),
        (
            "The Gazette has not been able to check these statements.",
            "has not been able to check these statements",
        ),
        ("The claim could not be verified by anybody.", "could not be verified"),
    ],
)
def test_a_caveat_is_proposed_with_its_noun(text: str, caveat: str) -> None:
    assert caveat_on(case_of(f"Marlo Ferry Line: 140. {text}", "en")) == caveat
