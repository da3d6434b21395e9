"""Who is asked for by what he is, and days on which something begins or ends."""

from __future__ import annotations

import pytest

from builder.content.model import Place, Question, Source
from builder.content.vocabulary import Answer, Stake
from builder.desk.suggest.propose import propose
from builder.proof.text import text_of
from builder.values.dates import parse_edtf

ASKED = [
    Question("judge", "t", "Which judge sentenced him?", "Judge", Answer.WHO),
    Question("union", "t", "Which union called the strike?", "Union", Answer.WHO),
    Question("begun", "t", "When did the strike begin?", "Begin", Answer.DATE),
    Question("over", "t", "When did the strike end?", "End", Answer.DATE),
    Question("shook", "t", "On which day did the earthquake strike?", "Day", Answer.DATE),
    Question("guilty", "t", "When was he found guilty?", "Verdict", Answer.DATE),
    Question("centre", "t", "Where was the epicentre?", "Epicentre", Answer.PLACE),
]
SOURCES = [
    Source("holm", "Ada Holm", "Holm", "person", Stake.NONE),
    Source("ek", "Per Ek", "Ek", "person", Stake.NONE),
    Source(
        "dock",
        "Dockers' Union",
        "DU",
        "organisation",
        Stake.NONE,
        aliases=("Gewerkschaft Hafen", "Syndicat du port"),
    ),
]


def answers(language: str, text: str) -> dict[str, str]:
    """Return the words that are proposed for each question."""
    found = propose(
        text_of("x", text.encode()), SOURCES, ASKED, {}, parse_edtf("2033-04-20"),
        places=[Place("tarn", "Tarn"), Place("pell", "Pell")], language=language,
    )  # fmt: skip
    return {p.question.id: p.printed for p in found if p.question and p.kind in ("who", "date", "place")}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The banker was sentenced on appeal. District Judge Ada Holm spoke for an hour.", {"judge": "Ada Holm"}),
        ("de", "Die Richterin Ada Holm verurteilte ihn zu drei Jahren.", {"judge": "Ada Holm"}),
        ("fr", "La juge Ada Holm l'a condamné.", {"judge": "Ada Holm"}),
        ("es", "La jueza Ada Holm dictó la condena.", {"judge": "Ada Holm"}),
        # Of two judges that one who is named where it is told; if both are, none.
        ("en", "Judge Ada Holm sentenced the banker. Judge Per Ek had resigned.", {"judge": "Ada Holm"}),
        # Whom no text calls a judge is none.
        ("en", "Per Ek spoke before the banker was sentenced.", {}),
        # The text tells nothing of what is asked.
        ("en", "Judge Ada Holm opened a school.", {}),
        ("de", "Die Gewerkschaft Hafen rief zum Streik auf.", {"union": "Gewerkschaft Hafen"}),
    ],
)  # fmt: skip
def test_who_is_called_what_is_asked_for(language, text, expected):
    assert answers(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The strike began on 2 April and ended on 9 April.", {"begun": "on 2 April", "over": "on 9 April"}),
        ("de", "Der Streik begann am 2. April und endete am 9. April.", {"begun": "am 2. April", "over": "am 9. April"}),
        ("fr", "La grève a commencé le 2 avril et s'est terminée le 9 avril.", {"begun": "le 2 avril", "over": "le 9 avril"}),
        ("es", "La huelga comenzó el 2 de abril y terminó el 9 de abril.", {"begun": "el 2 de abril", "over": "el 9 de abril"}),
        # A strike that is only spoken of has not ended.
        ("en", "On Monday the strike closed four ports.", {"begun": "On Monday"}),
    ],
)  # fmt: skip
def test_a_day_is_that_of_the_beginning_or_of_the_end(language, text, expected):
    assert answers(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Monday's earthquake was felt far away.", {"shook": "Monday"}),
        ("de", "Das Erdbeben erschütterte die Insel am Montag.", {"shook": "am Montag"}),
        ("fr", "Un jury l'a déclaré coupable le 2 avril.", {"guilty": "le 2 avril"}),
        ("de", "Das Epizentrum lag nahe bei Tarn.", {"centre": "Tarn"}),
        ("es", "El epicentro se situó en Pell.", {"centre": "Pell"}),
    ],
)
def test_an_event_that_is_named_has_happened(language, text, expected):
    assert answers(language, text) == expected
