"""Who speaks in a clause of what was told before ("a meeting in which the mayor called it") says its words, and no other; a sentence behind may say whose the words are."""

from __future__ import annotations

import pytest

from builder.content.vocabulary import Answer
from tests.proof.one import codes, problems

STORED = {"counts": "stored", "of": "salt", "unit": "tonnes"}
KILLED = {"counts": "killed", "of": "people"}
MEETINGS = [
    ("en", "Ada Kane announced a week of mourning after a session in which the mayor called it a scandal that 30 tonnes of salt were stored there.", "30 tonnes", "called"),
    ("en", 'Ada Kane declared a week of mourning at the end of a meeting, during which the mayor defined "unacceptable that a load, put at 30 tonnes, was stored there".', "30 tonnes", "defined"),
    ("de", "Ada Kane kündigte eine Trauerwoche an nach einer Sitzung, in der der Bürgermeister es einen Skandal nannte, dass dort 30 Tonnen Salz gelagert wurden.", "30 Tonnen", "nannte"),
    ("fr", "Ada Kane a annoncé une semaine de deuil après une réunion au cours de laquelle le maire a jugé inacceptable que 30 tonnes de sel y soient stockées.", "30 tonnes", "a jugé"),
    ("es", "Ada Kane anunció una semana de luto tras una reunión en la que el alcalde calificó de inaceptable que allí se almacenaran 30 toneladas de sal.", "30 toneladas", "calificó"),
]  # fmt: skip
"""Language, a sentence on what the mayor said at a meeting that Kane told of, the figure, how the mayor said it."""


@pytest.mark.parametrize(("language", "text", "printed", "cue"), MEETINGS)
def test_a_clause_within_what_was_told_has_its_own_speaker(
    language: str, text: str, printed: str, cue: str
) -> None:
    asks = "How many tonnes were stored?"

    def told(source: str, **how: str) -> set[str]:
        return codes(
            text, printed, asks=asks, language=language, question_of=STORED, sources=(source,), **how
        )

    assert "V123" in told("kane")
    assert "V123" not in told("mayor", cue=cue)


@pytest.mark.parametrize(
    "text",
    [
        # The clause of the meeting is over before what Kane says.
        "Ada Kane said, after a session in which the mayor called it a scandal, that 30 tonnes of salt were stored there.",
        # The mayor only does something in it.
        "Ada Kane spoke of a fire in which the mayor lost 30 tonnes of salt that were stored there.",
    ],
)
def test_who_tells_of_such_a_clause_may_say_the_rest(text: str) -> None:
    found = codes(
        text, "30 tonnes", asks="How many tonnes were stored?", question_of=STORED, sources=("kane",)
    )
    assert "V123" not in found


RECKONED = [
    ("en", "About 30 people died by Kane's count, along with two dogs.", "About 30", True),
    ("en", "By the harbour office's own estimate 30 people died.", "30", True),
    ("en", "By any count 30 people died.", "30", False),
    ("en", "They stood by the town's clock: 30 people died.", "30", False),
    ("de", "Nach Zählung des Hafenamts starben 30 Menschen.", "30", True),
    ("ru", "По данным агентства, погибли 30 человек.", "30", True),
    ("ru", "По данным на вторник, погибли 30 человек.", "30", False),
    ("uk", "За даними лікарні, загинули 30 людей.", "30", True),
    ("en", "The agency lists 38 patients, according to its bulletin. Of these, 33 died.", "33", True),
    ("en", "The list has 38 patients. Of these, 33 died.", "33", False),
    ("fr", "Selon l'agence, 38 personnes sont malades. Parmi elles, 33 sont mortes.", "33", True),
    ("es", "Según la agencia, hay 38 enfermos. De ellos, 33 han muerto.", "33", True),
    ("ru", "По данным агентства, заболели 38 человек. Из них погибли 33.", "33", True),
    ("uk", "За даними лікарні, захворіли 38 людей. Із них померли 33.", "33", True),
]
"""Language, a text, its figure, whether somebody else gives it."""


@pytest.mark.parametrize(("language", "text", "printed", "given"), RECKONED)
def test_somebodys_count_and_what_goes_on_with_it_is_no_texts_own(
    language: str, text: str, printed: str, given: bool
) -> None:
    asks = "How many people were killed?"
    found = codes(text, printed, asks=asks, language=language, question_of=KILLED, attribution="none")
    assert ("V175" in found) is given


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        ("en", "The claims could not be independently verified.", "could not be independently verified"),
        ("en", "These reports could not be verified, and fighting went on.", "could not be verified"),
        ("es", "La denuncia no pudo ser verificada.", "no pudo ser verificada"),
        ("fr", "L'annonce n'a pas pu être vérifiée.", "n'a pas pu être vérifiée"),
    ],
)
def test_a_noun_that_is_spelled_as_a_verb_of_saying_says_nothing(
    language: str, text: str, printed: str
) -> None:
    asks = "Were the figures verified?"
    found = codes(text, printed, Answer.YES_NO, asks, language=language, value=False, attribution="none")
    assert "V175" not in found


BEHIND = [
    ("en", "The blast killed 30 people. This is what the Red Cross reported today, quoted by a website."),
    ("en", "The blast killed 30 people. That is according to the harbour office."),
    ("de", "30 Menschen kamen ums Leben. Das teilte die Polizei mit."),
    ("fr", "L'explosion a fait 30 morts. C'est ce qu'a annoncé la préfecture lundi."),
    ("es", "La explosión causó 30 muertos. Así lo informó la policía el lunes."),
    ("ru", "Погибли 30 человек. Об этом сообщило областное управление."),
    ("uk", "Загинули 30 людей. Про це повідомило обласне управління."),
]
"""Language, a sentence and one behind it that tells who said it, whom no registry has."""
OTHERS_BEHIND = [
    ("en", "The blast killed 30 people. That said, the mayor opened the road."),
    ("en", "The blast killed 30 people. That says a lot about the mill."),
    ("en", "The blast killed 30 people. This is what the survivors remember."),
    ("en", "The blast killed 30 people.\n\nThis is what the Red Cross reported of the fire."),
    ("de", "30 Menschen kamen ums Leben. Das Ministerium teilte den Fahrplan mit."),
    ("fr", "L'explosion a fait 30 morts. C'est ce qui inquiète le maire."),
]
"""The same with a sentence behind that tells nothing of the kind."""


@pytest.mark.parametrize(
    ("language", "text", "given"),
    [*((*case, True) for case in BEHIND), *((*case, False) for case in OTHERS_BEHIND)],
)
def test_what_the_next_sentence_gives_to_somebody_is_no_texts_own(
    language: str, text: str, given: bool
) -> None:
    found = codes(
        text,
        "30",
        asks="How many people were killed?",
        language=language,
        question_of=KILLED,
        attribution="none",
    )
    assert ("V175" in found) is given


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The blast killed 30 people. This is what the ministry reported today."),
        ("en", "The blast killed 30 people. That is according to the ministry."),
        ("ru", "Погибли 30 человек. Об этом сообщило ministry."),
        ("uk", "Загинули 30 людей. Про це повідомило ministry."),
    ],
)
def test_who_is_named_behind_has_stated_it(language: str, text: str) -> None:
    found = problems(
        text,
        "30",
        asks="How many people were killed?",
        language=language,
        question_of=KILLED,
        sources=("ministry",),
    )
    assert not {"V130", "V123"} & {code for code, _ in found}, found
