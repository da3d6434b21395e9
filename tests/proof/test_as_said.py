"""Words that somebody is said to have said, by any verb and whom no registry knows, are not the outlet's own."""

from __future__ import annotations

import pytest

from builder.content.vocabulary import Answer
from tests.proof.one import problems

GIVEN = {
    "en": (
        "The storm killed 202 people, as the Harbour Board said.",
        "The storm killed 202 people, as confirmed by the Harbour Board.",
        "The storm killed 202 people, Marta Ruiz confirmed.",
        "The storm killed 202 people, the Harbour Board has confirmed.",
        "The storm killed 202 people, said Marta Ruiz, who heads the board.",
        "As the Harbour Board reported on Monday, the storm killed 202 people.",
        "As confirmed by the Harbour Board, the storm killed 202 people.",
        "Marta Ruiz confirmed that the storm killed 202 people.",
        "Marta Ruiz told Radio Pell that the storm killed 202 people.",
    ),
    "de": (
        "Der Sturm forderte 202 Tote, wie die Hafenbehörde mitteilte.",
        "Der Sturm forderte 202 Tote, wie Marta Ruiz am Montag sagte.",
        "Der Sturm forderte 202 Tote, teilte die Hafenbehörde mit.",
        "Wie die Hafenbehörde mitteilte, forderte der Sturm 202 Tote.",
        "Die Hafenbehörde bestätigte, dass der Sturm 202 Tote forderte.",
    ),
    "fr": (
        "La tempête a fait 202 morts, comme l'a indiqué la Régie du port.",
        "La tempête a fait 202 morts, a précisé Marta Ruiz.",
        "La tempête a fait 202 morts, a fait savoir la Régie.",
        "Comme l'a indiqué la Régie du port, la tempête a fait 202 morts.",
        "Marta Ruiz a précisé que la tempête avait fait 202 morts.",
    ),
    "es": (
        "El temporal deja 202 muertos, según ha informado la Junta.",
        "El temporal deja 202 muertos, tal y como ha confirmado la Junta.",
        "El temporal deja 202 muertos, explicó Marta Ruiz.",
        "Según confirmó ayer el Centro, el temporal deja 202 muertos.",
        "Marta Ruiz explicó que el temporal deja 202 muertos.",
    ),
    "uk": (
        "Через бурю загинули 202 людини, як повідомила Портова рада.",
        "Через бурю загинули 202 людини, розповіла Марта Руїс.",
        "Марта Руїс розповіла, що через бурю загинули 202 людини.",
    ),
    "ru": (
        "Из-за бури погибли 202 человека, как сообщил Портовый совет.",
        "Из-за бури погибли 202 человека, рассказала Марта Руис.",
        "Марта Руис рассказала, что из-за бури погибли 202 человека.",
    ),
}
OWN = {
    "en": (
        "The storm killed 202 people, as heavy rain fell in Pell.",
        "The storm killed 202 people, as officials warned of more rain.",
        "The storm, called Marta, killed 202 people in Pell.",
        "It was confirmed that the storm killed 202 people.",
        "The storm killed 202 people, more than any other since 1961.",
        "The storm killed 202 people, and the Harbour Board closed.",
    ),
    "de": (
        "Der Sturm forderte 202 Tote, wie zuletzt der von 1961.",
        "Es wurde bestätigt, dass der Sturm 202 Tote forderte.",
    ),
    "fr": (
        "La tempête a fait 202 morts, comme celle de Pell.",
        "Il a été confirmé que la tempête avait fait 202 morts.",
    ),
    "es": (
        "El temporal deja 202 muertos, como el de Pell.",
        "Se confirmó que el temporal deja 202 muertos.",
    ),
    "uk": ("Через бурю загинули 202 людини, як і торік у Пеллі.",),
    "ru": ("Из-за бури погибли 202 человека, как и в Пелле.",),
}


def _told(text: str, language: str) -> set[str]:
    found = problems(
        text,
        "202",
        Answer.QUANTITY,
        "How many people were killed by the storm?",
        language=language,
        question_of={"counts": "killed", "of": "people"},
        attribution="none",
    )
    return {code for code, _ in found} & {"V123", "V175"}


@pytest.mark.parametrize(
    ("language", "text"), [(code, text) for code, texts in GIVEN.items() for text in texts]
)
def test_what_somebody_is_said_to_have_said_is_not_the_outlets_own(language: str, text: str) -> None:
    assert _told(text, language)


@pytest.mark.parametrize(
    ("language", "text"), [(code, text) for code, texts in OWN.items() for text in texts]
)
def test_what_the_outlet_says_itself_is_its_own(language: str, text: str) -> None:
    assert "V175" not in _told(text, language)
