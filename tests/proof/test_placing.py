"""Places of a sentence that are not those of its figure."""

from __future__ import annotations

import pytest

from builder.content.vocabulary import Answer
from builder.proof.asked.passage import Passage
from builder.proof.asked.placing import is_of_event, lies_in, of_a_part, of_a_sum
from tests.proof.one import problems


def _passage(text: str, figure: str, language: str) -> Passage:
    start = text.index(figure)
    return Passage(text, (0, len(text)), (start, start + len(figure)), language)


def _name(text: str) -> tuple[int, int]:
    return text.rindex("Norland"), text.rindex("Norland") + len("Norland")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In Pell, a suburb of Norland, 40 people died."),
        ("en", "In Pell, a suburb of Norland city where the water killed 40, a school stood open."),
        ("en", "In Pell (Norland) 40 people died."),
        ("de", "In Pell, einem Vorort von Norland, starben 40 Menschen."),
        ("fr", "À Pell, en banlieue de Norland, 40 personnes sont mortes."),
        ("es", "En Pell, un suburbio de Norland, murieron 40 personas."),
        ("uk", "У Пеллі, передмісті Norland, загинули 40 людей."),
        ("ru", "В Пелле, пригороде Norland, погибли 40 человек."),
    ],
)
def test_a_place_may_only_say_where_another_one_lies(language: str, text: str) -> None:
    assert lies_in(text, _name(text), language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In Pell and Norland 40 people died."),
        ("en", "On Monday, in the town of Norland, 40 people died."),
        ("de", "Am Montag starben in der Stadt Norland 40 Menschen."),
        ("es", "El lunes murieron en la ciudad de Norland 40 personas."),
    ],
)
def test_a_place_of_its_own_says_where_it_was(language: str, text: str) -> None:
    assert not lies_in(text, _name(text), language)


@pytest.mark.parametrize(
    ("language", "text", "whole", "words"),
    [
        ("en", "The flood killed 158 people - with 155 in Norland alone.", "158", "155 in Norland alone"),
        ("en", "The flood killed 95 people, most of them in Norland.", "95", "most of them in Norland"),
        ("de", "Die Zahl der Toten liegt bei 215, allein in Norland wurden 211 geborgen.", "215", "allein in Norland wurden 211"),
        ("de", "Bestätigt sind 217 Todesopfer, davon die meisten in Norland.", "217", "davon die meisten in Norland"),
        ("fr", "Il y a 95 morts, quasiment tous dans la seule province de Norland.", "95", "quasiment tous dans la seule province de Norland"),
        ("es", "Hay al menos 155 muertos, la mayoría en Norland.", "155", "la mayoría en Norland"),
        ("uk", "Загинули 95 людей, більшість із них у Norland.", "95", "більшість із них у Norland"),
        ("ru", "Погибли 95 человек, большинство из них в Norland.", "95", "большинство из них в Norland"),
    ],
)  # fmt: skip
def test_a_place_may_be_that_of_a_part_alone(language: str, text: str, whole: str, words: str) -> None:
    found = of_a_part(_passage(text, whole, language), _name(text))
    assert found is not None
    assert text[slice(*found)] == words


@pytest.mark.parametrize(
    ("language", "text", "figure"),
    [
        ("en", "The flood killed 158 people and hurt 20 in Norland.", "158"),
        ("en", "The flood killed 158 people, 20 of whom were children, in Norland.", "158"),
        ("de", "Allein in Norland starben 211 Menschen.", "211"),
    ],
)
def test_a_place_is_that_of_all_where_nothing_parts_them(language: str, text: str, figure: str) -> None:
    assert of_a_part(_passage(text, figure, language), _name(text)) is None


def test_figures_that_come_to_the_one_before_them_are_its_parts() -> None:
    text = "The rain killed 217 people, 213 in Pell, three in Tarn and one in Osk."
    parts = {figure: of_a_sum(_passage(text, figure, "en")) is not None for figure in ("217", "213", "three")}
    assert parts == {"217": False, "213": True, "three": True}
    assert of_a_sum(_passage("It killed 217 people, hurt 20 and 3 are missing.", "20", "en")) is None


@pytest.mark.parametrize(
    ("language", "text", "is_so"),
    [
        ("en", "The toll of the floods in Norland rose to 40.", True),
        ("fr", "Les inondations dans la région de Norland ont fait 40 morts.", True),
        ("es", "Van 40 muertos por las inundaciones en Norland.", True),
        ("en", "Two fires in Norland killed 40.", False),
        ("en", "In Norland 40 people died.", False),
    ],
)
def test_an_event_is_called_by_its_place(language: str, text: str, is_so: bool) -> None:
    assert is_of_event(text, text.index("Norland"), language) is is_so


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "At the much smaller port of Osk there are 35 lorries."),
        ("de", "Im viel kleineren Hafen von Osk stehen 35 Lastwagen."),
        ("fr", "Dans le petit port d'Osk, on compte 35 camions."),
        ("es", "En el puerto mucho menor de Osk esperan 35 camiones."),
    ],
)
def test_a_place_is_told_from_another_by_what_kind_of_place_it_is(language: str, text: str) -> None:
    asks = "How many lorries are waiting at the port of Elbing?"
    of = {"unit": "lorries", "counts": "waiting", "of": "lorries"}
    found = problems(text, "35", Answer.QUANTITY, asks, language=language, question_of=of, attribution="none")
    assert "V146" in {code for code, _ in found}
