"""Who a figure comes from, where no verb of saying tells: whoever demands or offers it; and of whom nobody says it."""

from __future__ import annotations

import pytest

from builder.content.model import Question, Source
from builder.content.vocabulary import Answer, Stake
from builder.desk.suggest.propose import propose
from builder.proof.text import text_of
from builder.values.dates import parse_edtf

ASKED = [
    Question("sought", "t", "How many years did the prosecutors demand?", "Demand", Answer.QUANTITY, "years", "sentence demanded", "prosecutors"),
    Question("age", "t", "How old is the banker?", "Age", Answer.QUANTITY, "years", "age", "the banker"),
    Question("offer", "t", "What pay rise does the port offer?", "Offer", Answer.QUANTITY, "percent", "pay rise offered", "the port"),
    Question("counts", "t", "On how many counts was he convicted?", "Counts", Answer.QUANTITY, "counts", "convicted", "counts"),
]  # fmt: skip
SOURCES = [
    Source("holm", "Ada Holm", "Holm", "person", Stake.NONE),
    Source("law", "prosecutors", "prosecutors", "officials", Stake.NONE, aliases=("procureurs", "Staatsanwaltschaft", "fiscales")),
    Source("port", "Port of Lorn", "the port", "company", Stake.NONE),
    Source("union", "dockers' union", "the union", "organisation", Stake.PARTY),
    Source("un", "United Nations", "UN", "organisation", Stake.NONE),
]  # fmt: skip


def sources(language: str, text: str) -> dict[str, tuple[str, ...]]:
    """Return whom the figure for each question is said to come from."""
    found = propose(
        text_of("x", text.encode()), SOURCES, ASKED, {}, parse_edtf("2033-04-20"), language=language
    )
    return {p.question.id: p.sources for p in found if p.kind == "figure" and p.question}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The prosecutors had sought 12 years.", {"sought": ("law",)}),
        ("de", "Die Staatsanwaltschaft hatte eine Haftstrafe von zwölf Jahren gefordert.", {"sought": ("law",)}),
        ("fr", "Les procureurs ont recommandé une peine de douze ans.", {"sought": ("law",)}),
        ("es", "Los fiscales habían pedido una pena de doce años.", {"sought": ("law",)}),
        ("en", "The Port of Lorn has offered 4.5 percent.", {"offer": ("port",)}),
        # Whose union it is says nothing, nor does whoever speaks in the next clause.
        ("en", "The dockers' union of the Port of Lorn said that a pay rise of 4.5 percent was offered.", {"offer": ("union",)}),
        ("en", "Ada Holm of the dockers' union said that a pay rise of 4.5 percent was offered.", {"offer": ("holm",)}),
        ("en", "A pay rise of 4.5 percent was offered, the dockers' union said; the Port of Lorn spoke of less.", {"offer": ("union",)}),
        # It stands in another clause.
        ("en", "The prosecutors left, and a pay rise of 4.5 percent was offered.", {"offer": ()}),
        # Of whom a jury says it; and a name in capitals is no article.
        ("fr", "Un jury a déclaré Ada Holm coupable de sept chefs d'accusation.", {"counts": ()}),
        ("fr", "Elle est coupable de sept chefs d'accusation, selon un dernier bilan.", {"counts": ()}),
    ],
)  # fmt: skip
def test_whose_figure_it_is(language, text, expected):
    assert sources(language, text) == expected
