"""What a paper tells its readers of itself is no report: nothing of it is proposed, and the same words in a report are."""

from __future__ import annotations

import pytest

from builder.content.model import Question
from builder.content.vocabulary import Answer
from builder.desk.suggest.propose import propose
from builder.proof.text import text_of

DEAD = Question(
    "dead", "toll", "How many people were killed?", "Dead", Answer.QUANTITY, "people", "killed", "people"
)
CORRECTIONS = [
    ("en", "An earlier version of this article said that 460 people were killed."),
    ("en", "Correction, 5 May: A previous version said 460 people were killed, not 640."),
    ("de", "In einer früheren Version hieß es, 460 Menschen seien getötet worden."),
    ("fr", "Dans une version précédente, nous écrivions que 460 personnes avaient été tuées."),
    ("es", "En una versión anterior se decía que murieron 460 personas."),
    ("uk", "У попередній версії йшлося про 460 загиблих."),
    ("ru", "В предыдущей версии говорилось о 460 погибших."),
]
REPORTS = [
    ("en", "Police said 460 people were killed."),
    ("en", '"An earlier version of the list had 460 people killed," the mayor said.'),
    ("de", "Nach Angaben der Polizei wurden 460 Menschen getötet."),
    ("es", "La policía dijo que murieron 460 personas."),
]


def proposed(language: str, text: str) -> set[str]:
    found = propose(
        text_of("x", f"The ferry sank.\n\n{text}".encode()), [], [DEAD], {}, None, language=language
    )
    return {proposal.printed for proposal in found}


@pytest.mark.parametrize(("language", "text"), CORRECTIONS)
def test_a_correction_s_wrong_figure_is_not_proposed(language: str, text: str) -> None:
    assert proposed(language, text) == set()


@pytest.mark.parametrize(("language", "text"), REPORTS)
def test_a_report_s_figure_is(language: str, text: str) -> None:
    assert "460" in " ".join(proposed(language, text))
