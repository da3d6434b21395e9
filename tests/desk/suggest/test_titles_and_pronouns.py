"""Who speaks where it is said what he is, beside his name, and where a pronoun means whom the sentence before begins with."""

from __future__ import annotations

import pytest

from builder.content.model import Question, Source
from builder.content.vocabulary import Answer, Stake
from builder.desk.suggest.propose import propose
from builder.proof.text import text_of
from builder.values.dates import parse_edtf

WORDS = Question("words", "t", "In which words did Ada Holm speak of the fire?", "Words", Answer.WORDING)
DEAD = Question("dead", "t", "How many people were killed?", "Dead", Answer.QUANTITY, "people", "killed", "people")  # fmt: skip
SOURCES = [
    Source("holm", "Ada Holm, owner of Osk Mill", "Ada Holm", "person", Stake.PARTY, aliases=("Ada Holm", "Holm")),
    Source("mill", "Osk Mill", "the mill", "company", Stake.PARTY, aliases=("Osk Mill", "the mill", "le moulin")),
    Source("police", "Police", "the police", "officials", Stake.NONE, aliases=("the police",)),
    Source("rudd", "Ivo Rudd, prosecutor", "Ivo Rudd", "person", Stake.NONE, aliases=("Ivo Rudd", "Rudd")),
]  # fmt: skip


def speakers(language: str, text: str, question: Question) -> list[tuple[str, ...]]:
    found = propose(
        text_of("x", text.encode()), SOURCES, [question], {}, parse_edtf("2033-05-11"), language=language
    )
    return [proposal.sources for proposal in found if proposal.questions]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", '"We are shattered," Ada Holm, owner of the company, Osk Mill, said in a statement.'),
        ("en", '"We are shattered," Ada Holm, the head of the mill, told the crowd.'),
        ("en", 'Osk Mill boss Ada Holm, 52, sobbed: "Our bread is all gone now."'),
        ("en", 'Osk Mill boss Ada Holm, who got $4m last year, hailed "a fire for all of us".'),
        ("fr", "« Nous perdons du temps, pas des murs », a résumé la directrice générale, Ada Holm, devant la foule."),
        ("en", 'Nine were hurt, Ivo Rudd said.\n\nAda Holm, in a grey coat, spoke once. "I should have closed it," she told the judge.'),
    ],
)  # fmt: skip
def test_the_words_are_hers(language, text):
    assert speakers(language, text, WORDS) == [("holm",)]


@pytest.mark.parametrize(
    ("language", "text", "sources"),
    [
        ("en", "Ada Holm, who runs the mill, told the crowd that five people were killed.", ("holm",)),
        ("en", "After talks with Ada Holm, the police, who had searched the house, said that five people were killed.", ("police",)),
        ("es", "Cinco personas murieron, dijo la consejera delegada, Ada Holm.", ("holm",)),
        ("en", "Nine were hurt, the police said.\n\nThe mill is in ruins. It says that five people were killed.", ("mill",)),
        # What one expects, another says; and who speaks at the end speaks for the body that the sentence is about.
        ("en", "The mill expects five people to have been killed, owner Ada Holm said.", ("holm",)),
        ("en", "The mill was last closed when five people were killed, a spokeswoman said.", ("mill",)),
        ("es", "Osk Mill cerró cuando cinco personas murieron, dijo una portavoz.", ("mill",)),
        ("en", "The police closed Osk Mill when five people were killed, a spokeswoman said.", ()),
        ("de", "Es brannte lange, sagt Ada Holm. Ums Leben kamen nach ihren Worten fünf Menschen.", ("holm",)),
        # What a friend or a lawyer of hers says she does not say herself.
        ("en", "Five people were killed, a friend of Ada Holm said.", ()),
        ("en", "Five people were killed, Ada Holm's lawyer said.", ()),
        ("en", "Five people were killed, according to a former manager of Osk Mill.", ()),
        ("en", "Five people were killed, a lawyer of Osk Mill, Ivo Rudd, said.", ("rudd",)),
        ("de", "Fünf Menschen kamen ums Leben, sagte ein Freund von Ada Holm.", ()),
        ("fr", "Cinq personnes ont été tuées, selon un proche d'Ada Holm.", ()),
        ("es", "Cinco personas murieron, según fuentes cercanas a Osk Mill.", ()),
        # "In it" is nobody who spoke before.
        ("es", "El incendio duró horas, dijo Ada Holm.\n\nEl balance lo dio Ivo Rudd y en él informaba de que cinco personas murieron.", ("rudd",)),
        # "She" is no mill, and who speaks himself is not whom the sentence only begins with.
        ("en", "Five people were killed, she said.\n\nThe mill is in ruins.", ()),
    ],
)  # fmt: skip
def test_who_gives_a_figure(language, text, sources):
    assert speakers(language, text, DEAD) == [sources]
