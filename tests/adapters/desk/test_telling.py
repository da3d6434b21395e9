"""What the desk says to do has no words of files or of the terminal: an editor sees fields and buttons."""

from __future__ import annotations

import re

import pytest

from builder.adapters.desk.telling import mend_of, message_of
from builder.content.problems import NO_FIGURE, NO_VALUE, Kind, Problem
from builder.proof import kinds

NOT_THERE = {"source-missing", "known-unproved"}
"""The desk asks for a missing text before it shows anything; the days of a question are mended in its file, which is named with its line."""
OF_THE_PROOF = [one for one in vars(kinds).values() if isinstance(one, Kind) and one.name not in NOT_THERE]
OF_FILES = re.compile(
    r"[a-z]_[a-z]|\.yml|variorum |--[a-z]|\bkey\b|(?:in|under) inferred\b|\bspeech:|\bin value\b|\bMend value\b|\bin counts\b|\bin allow\b|\bas cue\b|attribution:|modifier:"
)


@pytest.mark.parametrize("kind", [*OF_THE_PROOF, NO_FIGURE, NO_VALUE], ids=lambda kind: kind.name)
def test_a_mend_is_told_in_words_of_the_desk(kind: Kind) -> None:
    told = mend_of(Problem("content/articles/x.md", 3, "claims[0]", kind, "x"))
    assert told
    assert OF_FILES.search(told) is None, told


def test_a_message_names_fields() -> None:
    problem = Problem("content/articles/x.md", 3, "claims[0]", kinds.DAY_LEFT_OUT, "said_on is missing")
    assert message_of(problem) == "“Day it was said” is missing"
