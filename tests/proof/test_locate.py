"""Fragments are found in any typography, told apart by their surroundings, and nearly found ones are shown."""

import pytest

from builder.content.model import Locator
from builder.proof.locate import choose, locator, near_miss, occurrences
from builder.proof.text import Text, text_of

PRINTED = """The harbour office said on Monday that around 30 ferries were late. It “cannot\u00a0rule out” more… delays.

“We count 3,000 people [at the quays],” the office said. A well-known captain did not agree with the office.

The harbour office said on Tuesday that around 30 ferries were late.
"""


@pytest.fixture
def text() -> Text:
    return text_of("harbour.txt", PRINTED.encode())


@pytest.mark.parametrize(
    "fragment",
    [
        'It "cannot rule out" more',
        "cannot rule out” more ... delays",
        "We count 3,000 people [at the quays]",
        "did not agree",
        "around 30",
    ],
)
def test_found_as_printed(fragment: str, text: Text) -> None:
    found = occurrences(fragment, text)
    assert found
    assert not found[0].cuts


@pytest.mark.parametrize(
    "fragment", ["3 ferries", "000 people", "well", "round 30", "Around 30", "It can rule out"]
)
def test_not_found_inside_other_words_or_in_another_case(fragment: str, text: Text) -> None:
    assert occurrences(fragment, text) == []


def test_an_ellipsis_of_the_editor_cuts_within_a_paragraph(text: Text) -> None:
    [found] = occurrences("captain … the office", text)
    assert [text.content[start:end].strip() for start, end in found.cuts] == ["did not agree with"]
    assert occurrences("rule out … captain", text) == []


def test_brackets_of_the_editor_replace_a_few_words(text: Text) -> None:
    assert occurrences("A well-known [man] did not agree", text)
    assert occurrences("We count 3,000 [passengers] the office said", text)
    assert occurrences("The harbour office [spoke of] 300 ferries", text) == []


def test_a_passage_that_moved_is_found_by_its_surroundings(text: Text) -> None:
    first, second = occurrences("around 30 ferries", text)
    stored = locator(second, text)
    assert choose([first, second], text, stored) == second
    moved = text_of("harbour.txt", ("A new first line of it.\n\n" + PRINTED).encode())
    found = choose(occurrences("around 30 ferries", moved), moved, stored)
    assert found is not None
    assert "Tuesday" in moved.content[slice(*moved.around(found.span))]
    assert locator(found, moved) == Locator(stored.start + 25, stored.end + 25, stored.before, stored.after)


def test_a_near_miss_names_the_words_that_differ(text: Text) -> None:
    assert near_miss("said on Monday that about 30 ferries were late", text) == (
        'the text has "around" where this has "about"'
    )
    assert near_miss("something else entirely", text) is None


def test_sentences_end_at_full_stops_but_not_at_abbreviations() -> None:
    text = text_of(
        "a.txt", b'On Dec. 26 the U.S. office spoke. "It is late." Maj. Gen. Fuse left.\nA headline'
    )
    assert [text.content[start:end] for start, end in text.sentences] == [
        "On Dec. 26 the U.S. office spoke.",
        '"It is late."',
        "Maj. Gen. Fuse left.",
        "A headline",
    ]


def test_found_through_marks_that_nobody_sees() -> None:
    printed = "The Kan\u200e (\u202b\u05db\u05d0\u05df\u202c) channel counted \u206630\u2069 fer\u00adries and 4\u2060,\u2060000 people."
    found = occurrences(
        "(\u05db\u05d0\u05df) channel counted 30 ferries and 4,000", text_of("kan.txt", printed.encode())
    )
    start, end = found[0].span
    assert text_of("kan.txt", printed.encode()).content[start:end] == (
        "(\u05db\u05d0\u05df) channel counted 30 ferries and 4,000"
    )
