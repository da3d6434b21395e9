"""Questions for somebody's words where he is quoted nowhere: the words behind his verb of saying, if they are about the question."""

from __future__ import annotations

import pytest

from builder.content.model import Question, Source
from builder.content.vocabulary import Answer, Stake
from builder.desk.suggest.propose import propose
from builder.proof.text import text_of
from builder.values.dates import parse_edtf

ASKED = [
    Question(
        "w",
        "t",
        "In which words does the ferry line answer the charge that it was warned?",
        "Words",
        Answer.WORDING,
    )
]
SOURCES = [
    Source("line", "Sound Line", "the ferry line", "company", Stake.PARTY, aliases=("the ferry line", "Reederei", "la naviera")),
    Source("union", "Union", "the union", "organisation", Stake.NONE, aliases=("the union",)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        ("en", "The union says the ferry line was warned. The ferry line said that it had never been warned of anything.", "it had never been warned of anything"),
        ("en", "The ferry line denies that it was warned.", "denies that it was warned"),
        ("en", 'The ferry line said that it had never been warned, and "no letter came".', "no letter came"),
        ("en", "The ferry line said that the weather was fine.", None),
        ("en", "The union says that the ferry line was warned twice.", None),
        ("de", "Die Reederei sagte, dass sie nie gewarnt worden sei.", "sie nie gewarnt worden sei"),
        ("es", "La naviera dijo que nunca había sido advertida.", "nunca había sido advertida"),
    ],
)  # fmt: skip
def test_words_without_quotation_marks(language, text, printed):
    found = propose(
        text_of("x", text.encode()), SOURCES, ASKED, {}, parse_edtf("2033-04-20"), language=language
    )
    assert [p.printed for p in found if p.questions] == ([printed] if printed else [])
