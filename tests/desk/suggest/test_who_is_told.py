"""Who leads or defends is told of whoever speaks in the same sentence, and not by him."""

from __future__ import annotations

import pytest

from builder.content.model import Place, Question, Source
from builder.content.vocabulary import Answer, Stake
from builder.desk.suggest.propose import propose
from builder.proof.text import text_of
from builder.values.dates import parse_edtf
from tests.desk.suggest.test_in_any_language import PLACES, PUBLISHED, SOURCES


def sources(kind: Answer, asked: str, text: str, language: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the proposals of one kind: printed words, and who is proposed as having said it."""
    registry = [Source(id, name, name, "person", Stake.NONE, aliases=more) for id, name, more in SOURCES]
    found = propose(
        text_of("x", text.encode()), registry, [Question("0", "t", asked, asked, kind)], {}, parse_edtf(PUBLISHED),
        places=[Place(id, name) for id, name in PLACES], language=language, site_language="en",
    )  # fmt: skip
    return [(p.printed, p.sources) for p in found if p.kind == kind.value and p.questions]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The gang had no key, said inspector Ada Holm, who leads the investigation."),
        ("de", "Die Anlage war aus, wie Kommissarin Ada Holm sagte, die die Ermittlungen führt."),
        ("es", "La alarma estaba desconectada, admitió la inspectora Ada Holm, que dirige la investigación."),
    ],
)
def test_who_leads_is_not_said_by_him(language, text):
    asked = "Who leads the investigation?"
    assert sources(Answer.WHO, asked, text, language) == [("Ada Holm", ())]


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [("en", "Ole Brandt never admitted his guilt.", "never admitted"), ("fr", "Ole Brandt n'a jamais avoué.", "n'a jamais avoué")],
)  # fmt: skip
def test_that_somebody_never_admitted_it_is_not_said_by_him(language, text, printed):
    [(words, who)] = sources(Answer.YES_NO, "Did Ole Brandt confess?", text, language)
    assert (printed in words, who) == (True, ())
