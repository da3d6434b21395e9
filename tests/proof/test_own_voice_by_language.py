"""The text's own voice in a sentence that holds what somebody says as a thing, or sets it apart, in all languages with a file."""

from __future__ import annotations

import pytest

from builder.proof.rules.attribution import speakers
from tests.proof.saying import case_of


def heard(sentence: str, language: str) -> set[str]:
    """Return the sources to which a sentence with "140" gives its words."""
    case = case_of(sentence, language)
    return {id for mention in speakers(case, case.sentence) for id in mention.ids}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Contrary to what the Marlo Ferry Line said, 140 were aboard."),
        ("en", "In spite of what the Osk Coastguard reported on Monday, 140 were aboard."),
        ("de", "Trotz Melden der Marlo Ferry Line waren 140 Menschen an Bord."),
        ("de", "Trotz Marlo Ferry Line Schätzen und Zählen waren 140 Menschen an Bord."),
        ("de", "Entgegen den Angaben der Marlo Ferry Line waren 140 Menschen an Bord."),
        ("de", "Die Angaben der Marlo Ferry Line stimmten nicht: 140 Menschen waren an Bord."),
        ("de", "Anders als die Marlo Ferry Line behauptete, waren 140 Menschen an Bord."),
        ("fr", "Malgré le démenti de la Marlo Ferry Line, 140 personnes étaient à bord."),
        ("fr", "Les affirmations de la Marlo Ferry Line sont fausses : 140 personnes étaient à bord."),
        ("fr", "Contrairement à ce qu'a déclaré la Marlo Ferry Line, 140 personnes étaient à bord."),
        ("fr", "Contrairement à ce que la Marlo Ferry Line a affirmé, 140 personnes étaient à bord."),
        ("es", "Pese a las declaraciones de la Marlo Ferry Line, iban 140 personas a bordo."),
        ("es", "Al contrario de lo que dijo la Marlo Ferry Line, iban 140 personas a bordo."),
        ("es", "Pese a lo que la Marlo Ferry Line informó, iban 140 personas a bordo."),
        ("uk", "Всупереч тому, що Marlo Ferry Line заявила, на борту було 140 людей."),
        ("ru", "Вопреки тому, что Marlo Ferry Line заявила, на борту было 140 человек."),
        ("sl", "Izjave Marlo Ferry Line ne držijo: na krovu je bilo 140 ljudi."),
    ],
)
def test_what_is_told_of_a_statement_gives_nobody_the_words(language: str, sentence: str) -> None:
    assert heard(sentence, language) == set()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Nach Angaben der Marlo Ferry Line waren 140 Menschen an Bord."),
        ("de", "Am Montag: Laut Marlo Ferry Line waren 140 Menschen an Bord."),
        ("de", "Anders als erwartet, sagte die Marlo Ferry Line, waren 140 Menschen an Bord."),
        ("fr", "La Marlo Ferry Line a démenti que 140 personnes aient été à bord."),
        ("fr", "Selon la Marlo Ferry Line, 140 personnes étaient à bord."),
        ("fr", "Malgré la pluie, 140 personnes étaient à bord, a déclaré la Marlo Ferry Line."),
        ("es", "Pese a la lluvia iban 140 personas a bordo, dijo la Marlo Ferry Line."),
        ("uk", "Marlo Ferry Line заявила, що на борту 140 людей."),
    ],
)
def test_who_says_it_is_still_heard(language: str, sentence: str) -> None:
    assert heard(sentence, language) == {"ferry-line"}


def test_in_a_clause_that_sets_it_apart_its_own_words_are_its_speakers() -> None:
    sentence = "Anders als die Marlo Ferry Line von 140 Menschen behauptete, kamen viele an Bord."
    assert heard(sentence, "de") == {"ferry-line"}
