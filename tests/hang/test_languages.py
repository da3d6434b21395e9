"""Dates and verbs of saying of every language against texts that are made to take long."""

from __future__ import annotations

from itertools import product

import pytest

from builder.proof.coming import is_coming
from builder.proof.rules.saying import forms
from builder.proof.text import Text
from builder.values.dated import find
from builder.values.language_parts import Dates, Saying
from builder.values.lexicon import language_file, languages, listed
from tests.hang.limits import within
from tests.hang.pumps import pumped

MOST = 40
"""How many of a list's words are tried."""


def tokens(language: str) -> list[str]:
    """A word of each list that a reader of dates or of verbs knows, and two of them together."""
    file = language_file(language)
    assert file is not None
    lists = [
        getattr(part, name) for part in (file.dates, file.saying) for name in type(part).__struct_fields__
    ]
    assert {type(file.dates), type(file.saying)} == {Dates, Saying}
    first = [words[0] for text in lists if isinstance(text, str) and (words := listed(text))][:MOST]
    days = ["14 ", "14, ", "14-", "2024 ", listed(file.times.months)[0] + " "]
    alone = [f"{word.replace('...', 'x')} " for word in first] + [
        word for word in first if word.endswith("'")
    ]
    return [*alone, *days, *("".join(pair) for pair in product(days, alone[:4]))]


@pytest.mark.parametrize("language", languages())
def test_words_over_and_over_end_in_time(language: str) -> None:
    said = forms(language)
    for token in tokens(language):
        text = Text("a.txt", pumped(token), "0" * 64).content
        with within(f"{language}: {token}"):
            for found in find(text, language):
                is_coming(text, (0, len(text)), (found.start, found.end), language)
            for pattern in (said.he_said, said.says, said.relayed, said.loosely, said.unverified):
                for _ in pattern.finditer(text):
                    pass
            for pattern in (said.before, said.firsts):
                pattern.search(text, max(0, len(text) - 300), len(text))
            for pattern in (said.after, said.firsts_after, said.lead, said.joined):
                pattern.match(text)
