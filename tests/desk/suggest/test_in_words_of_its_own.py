"""What a question asks in one language and a text answers in words of its own: as the editor gives them, or as a list of that language has them."""

from __future__ import annotations

import pytest

from builder.content.model import Question, Source
from builder.content.vocabulary import Answer, Stake
from builder.desk.suggest.propose import propose
from builder.proof.text import text_of
from builder.values.dates import parse_edtf

SOURCES = (
    ("firm", "Holm Zinc", "company", ("the company", "Holm Zinc")),
    ("union", "The Pit Union", "organisation", ("Pit Union", "the union")),
    ("board", "The Road Board", "officials", ("Road Board",)),
)
ASKED = (
    ("dead", "How many miners died?", "people", "dead", "miners", ()),
    ("alive", "How many miners came out alive?", "people", "came out alive", "miners", ()),
    ("held", "How many people were arrested?", "people", "arrested", "people", ()),
    ("rescuers", "How many rescuers are at work?", "people", "at work", "rescuers", ()),
    ("pumps", "How many pumps are at work?", "pumps", "at work", "pumps", ("running", "насос*")),
    ("below", "How many people were underground?", "people", "underground", "people", ("під землею",)),
    ("crashes", "How many crashes does the board count?", "crashes", "counted", "crashes", ()),
    ("fall", "By what share did the revenue fall?", "percent", "fell", "revenue", ()),
    ("staff", "How many people does the firm employ?", "people", "employed", "workers", ()),
)


def figures(text: str, language: str = "en") -> list[tuple[str, str, tuple[str, ...]]]:
    """Return the figures proposed: id of the first question, printed words, sources."""
    questions = [
        Question(id, "t", asked, id, Answer.QUANTITY, unit, counts, of, printed_as=printed)
        for id, asked, unit, counts, of, printed in ASKED
    ]
    sources = [Source(id, name, name, kind, Stake.NONE, aliases=names) for id, name, kind, names in SOURCES]
    found = propose(
        text_of("x", text.encode()), sources, questions, {}, parse_edtf("2033-04-20"), language=language, site_language="en",
    )  # fmt: skip
    return [(p.questions[0][0].id, p.printed, p.sources) for p in found if p.kind == "figure" and p.questions]


@pytest.mark.parametrize(
    ("language", "text", "id", "printed"),
    [
        ("en", "Divers found the bodies of three miners early on Tuesday.", "dead", "three"),
        ("en", "Of the miners, 41 made it out on foot.", "alive", "41"),
        ("en", "The number of dead miners climbed to nine Thursday.", "dead", "nine"),
        ("en", "The news came after the board raised to 41 the number of crashes.", "crashes", "41"),
        ("en", "Revenue was 4.1 billion euros, 9% less than in the spring of last year.", "fall", "9%"),
        ("de", "Von den 48.000 Beschäftigten arbeiten 30.000 in Osk.", "staff", "48.000"),
        ("fr", "Ce sauvetage porte à 47 le nombre de rescapés.", "alive", "47"),
        ("uk", "Воду відкачують 17 насосів.", "pumps", "17"),
        ("uk", "Тоді під землею перебували 63 людини.", "below", "63"),
        ("uk", "До робіт залучили понад 200 рятувальників.", "rescuers", "понад 200"),
        ("uk", "Прокуратура затримала двох керівників шахти.", "held", "двох"),
        ("ru", "Следствие задержало, по данным суда, никого. Полиция арестовала двух директоров.", "held", "двух"),
    ],
)  # fmt: skip
def test_a_figure_is_proposed_for_its_question_in_words_of_the_texts_own(language, text, id, printed):
    assert (id, printed) in [(one, words) for one, words, _ in figures(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "id", "printed"),
    [
        ("en", "Divers found the bodies of three miners early on Tuesday.", "alive", "three"),
        ("en", "Twelve pumps were shut down on Thursday.", "pumps", "Twelve"),
        ("uk", "До робіт залучили понад 200 рятувальників, серед них 30 водолазів.", "rescuers", "30"),
        ("de", "Von den 48.000 Beschäftigten arbeiten 30.000 in Osk.", "staff", "30.000"),
    ],
)
def test_a_figure_of_others_is_proposed_for_no_question_like_it(language, text, id, printed):
    assert (id, printed) not in [(one, words) for one, words, _ in figures(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "printed", "ids"),
    [
        ("en", "The news came hours after the Road Board published its list. It said 26 miners had died.", "26", ("board",)),
        ("uk", "Тоді під землею перебували 63 людини, ідеться в заяві компанії Holm Zinc.", "63", ("firm",)),
    ],
)  # fmt: skip
def test_who_gives_a_figure_is_told_by_a_pronoun_for_the_body_just_named_and_by_its_statement(
    language, text, printed, ids
):
    assert (printed, ids) in [(words, who) for _, words, who in figures(text, language)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Holm Zinc lost money in spring. There will be no dividend this year.", '"no"'),
        ("Holm Zinc lost money in spring. The board published its dividend for others.", None),
    ],
)
def test_none_of_a_thing_says_no_to_its_being_paid(text, value):
    question = Question("q", "t", "Does Holm Zinc pay a dividend?", "Dividend", Answer.YES_NO)
    sources = [Source(id, name, name, kind, Stake.NONE, aliases=names) for id, name, kind, names in SOURCES]
    found = propose(text_of("x", text.encode()), sources, [question], {}, parse_edtf("2033-04-20"))
    assert next((p.value for p in found if p.questions), None) == value
