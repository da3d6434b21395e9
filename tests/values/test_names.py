"""Spellings that may be one name, and names that are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.values.names import may_be_one, name_key, name_words


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Vorozhba", "Vorobzha"),
        ("HUR", "GUR"),
        ("Zelensky", "Zelenskyy"),
        ("Zelensky", "Zelenskiy"),
        ("Kursk Oblast", "Kursk region"),
        ("Plekhovo", "Plyokhovo"),
        ("Martynovka", "Martinovka"),
        ("Novoivanovka", "Novoivanivka"),
        ("Kyiv", "Kiev"),
        ("Kim Jong Un", "Kim Jong-un"),
        ("São Tomé", "Sao Tome"),
    ],
)
def test_one_name(a: str, b: str) -> None:
    assert may_be_one(a, b)
    assert may_be_one(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Plekhovo", "Plekhanovo"),
        ("Kursk", "Kherson"),
        ("Donetsk", "Luhansk"),
        ("Peskov", "Putin"),
        ("Martynovka", "Novoivanovka"),
        ("Kursk Oblast", "Sumy Oblast"),
        ("", "Kursk"),
        ("12", "13"),
    ],
)
def test_two_names(a: str, b: str) -> None:
    assert not may_be_one(a, b)


@given(st.text(max_size=30), st.text(max_size=30))
def test_it_does_not_matter_which_comes_first(a: str, b: str) -> None:
    assert may_be_one(a, b) == may_be_one(b, a)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz '-", min_size=1, max_size=30))
def test_capitals_and_spaces_do_not_matter(name: str) -> None:
    assert name_key(name) == name_key(f"  {name.upper()} ")


def test_the_words_of_names_are_those_that_may_be_spelled_in_other_ways() -> None:
    names = (
        "Ukraine's military intelligence (GUR)",
        "Kursk Oblast",
        "The Kyiv Independent",
        "Lê Văn",
        "GUR",
        "12",
    )
    assert name_words(names) == ("GUR", "Independent", "Kursk", "Kyiv", "Ukraine", "Văn")
