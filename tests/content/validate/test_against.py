"""A headline that an editor sets against its own text: ``against`` names answers of that text to the same question."""

from __future__ import annotations

import pytest

from tests.factory import check, valid, write_site

TEXT = valid("articles/sound-radio-fuse.md").replace("  headline: A broadcast has none.\n", "")


def told(tmp_path, against: str, where: str = "    where: headline\n") -> tuple[tuple[str, ...], list[str]]:
    claim = (
        "claims:\n  - id: head\n    question: cause/reason\n    printed: A TINY FUSE\n    attribution: none\n"
        f"{where}    against: [{against}]\n"
    )
    text = TEXT.replace("claims:\n", claim, 1).replace(
        "outlet: sound-radio\n", "outlet: sound-radio\nheadline: A TINY FUSE\n"
    )
    site, problems = check(write_site(tmp_path, {"articles/sound-radio-fuse.md": text}))
    return site.articles["sound-radio-fuse"].claims[0].against, [str(problem) for problem in problems]


def test_it_names_an_answer_of_its_own_text(tmp_path) -> None:
    assert told(tmp_path, "reason") == (("reason",), [])


@pytest.mark.parametrize(
    ("against", "where", "said"),
    [
        ("reasons", "    where: headline\n", 'unknown claim "reasons" (did you mean "reason"?) [V210 unknown-claim]'),
        ("head", "    where: headline\n", 'unknown claim "head"'),
        ("aboard", "    where: headline\n", '"aboard" is no answer of the text to the same question [V204 bad-value]'),
        ("reason", "", '"against" sets a headline against its own text; this claim does not say "where: headline" [V204 bad-value]'),
    ],
)  # fmt: skip
def test_what_it_cannot_name_is_told(tmp_path, against: str, where: str, said: str) -> None:
    (problem,) = told(tmp_path, against, where)[1]
    assert said in problem
