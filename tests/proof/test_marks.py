"""Quotation marks of all kinds, and the apostrophes and inches that are none."""

from __future__ import annotations

import pytest

from builder.content.vocabulary import Answer
from builder.proof.text import text_of
from tests.proof.one import codes

QUOTED = [
    ("en", "The mayor called it 'a disgrace' on Monday.", "a disgrace", True),
    ("en", "The mayor called it ‘a disgrace’ on Monday.", "a disgrace", True),
    ("en", "'It's a disgrace for the town', the mayor said.", "a disgrace", True),
    ("en", "'It's the workers' disgrace and ours', the mayor said.", "disgrace and ours", True),
    ("en", "The mayor called it ‘a disgrace for the workers’ on Monday.", "a disgrace", True),
    ("en", "It's the workers' fault and a disgrace, the mayor said of the union's strike.", "a disgrace", False),
    ("en", "The mayor’s aide called the workers’ strike a disgrace.", "a disgrace", False),
    ("en", "Rock 'n' roll is a disgrace, the mayor said in the '90s.", "a disgrace", False),
    ("en", 'A 12" pipe is a disgrace, the mayor said.', "a disgrace", False),
    ("de", "Der Bürgermeister nannte es ‚eine Schande‘ für die Stadt.", "eine Schande", True),
    ("de", "Der Bürgermeister nannte es ›eine Schande‹ für die Stadt.", "eine Schande", True),
    ("fr", "Le maire a parlé d'une « honte » pour la ville.", "honte", True),
    ("fr", "L'élu a dit que c'est la honte de l'année.", "la honte", False),
    ("es", "El alcalde habló de ‘una vergüenza’ para la ciudad.", "una vergüenza", True),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "printed", "quoted"), QUOTED)
def test_words_in_marks_are_quoted(language: str, text: str, printed: str, quoted: bool) -> None:
    for speech in ({}, {"speech": "quoted"}):
        found = codes(
            text, printed, Answer.WORDING, "What did the mayor call it?", language=language, **speech
        )
        assert ("V110" in found) == (quoted != bool(speech))


@pytest.mark.parametrize("speech", [{}, {"speech": "quoted"}])
def test_of_a_mark_that_nothing_closes_nobody_can_tell(speech: dict[str, str]) -> None:
    text = '"It is a disgrace for all of us, the mayor said.'
    assert "V110" not in codes(text, "a disgrace", Answer.WORDING, "What did the mayor call it?", **speech)


def test_a_quotation_of_several_sentences_in_single_marks_is_one() -> None:
    text = text_of("a.txt", b"'It was late. Nobody called us,' the mayor said. It rained.")
    whole = text.quotation(text.around((1, 3)))
    assert text.content[slice(*whole)] == "'It was late. Nobody called us,' the mayor said."


@pytest.mark.parametrize(("where", "told"), [({}, False), ({"where": "headline"}, False)])
def test_words_that_stand_in_the_headline_too_are_those_that_the_claim_means(
    where: dict[str, str], told: bool
) -> None:
    text = "A ferry burned. Police said 12 people were killed."
    found = codes(
        text,
        "12",
        headline="12 killed in ferry fire",
        question_of={"counts": "killed"},
        attribution="none",
        **where,
    )
    assert ("V120" in found) == told
