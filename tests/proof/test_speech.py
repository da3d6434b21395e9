"""Whether words are quoted or reported, and whether they stand in the headline: said by the claim, proved by the text."""

from __future__ import annotations

import pytest

from builder.proof.text import text_of

TEXT = """Reeve calls the levy "plain theft"

The reeve called the levy “plain theft” on Monday. It was, she said, a “levy on rain
that falls on everyone”. The mill owner spoke of an unfair burden.
"""


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("plain theft", True),
        ("levy on rain", True),
        ("called the levy", False),
        ("called the levy “plain theft”", False),
        ("an unfair burden", False),
        ("on Monday", False),
    ],
)
def test_words_are_quoted_if_they_stand_inside_the_outlets_marks(words: str, quoted: bool) -> None:
    text = text_of("a.txt", TEXT.replace("rain\n", "rain ").encode())
    start = text.content.rindex(words.replace("“", '"').replace("”", '"'))
    assert text.is_quoted((start, start + len(words))) is quoted


def test_words_are_quoted_in_marks_of_other_scripts() -> None:
    text = text_of("a.txt", "市长说「税很重」，但没有说明。".encode())
    start = text.content.index("税很重")
    assert text.is_quoted((start, start + 3))
    after = text.content.index("没有")
    assert not text.is_quoted((after, after + 2))
