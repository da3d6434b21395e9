"""A date, a place, a yes or no, a wording under a question of another day, another place, another state, or of others."""

from __future__ import annotations

from typing import Any

import pytest

from builder.content.model import Claim, Question
from builder.content.vocabulary import Answer
from builder.proof.asked import Passage, other_state, told_of_other
from builder.proof.case import Book, ClaimCase, find_claim
from builder.proof.names import registry_names
from builder.proof.rules import asked_where
from builder.proof.text import text_of
from builder.values.dates import parse_edtf
from tests.factory import article, place, question, site

PLACES = registry_names((("osk", ("Osk",)), ("pell", ("Pell",))))
YES, DATE, PLACE, WORDING = Answer.YES_NO, Answer.DATE, Answer.PLACE, Answer.WORDING


def asks(answer: Answer, text: str, when: str | None = None) -> Question:
    return question(
        answer, text=text, short="", unit=None, counts=None, of=None, when=parse_edtf(when) if when else None
    )


CASES = [
    # The text never names those who are asked of.
    ("en", YES, "Nobody warned the crews.", "Nobody warned", "Were the Norwegian crews warned?", None, "of-others"),
    ("en", YES, "Nobody warned the crews from Norway.", "Nobody warned", "Were the Norwegian crews warned?", None, None),
    ("de", YES, "Niemand warnte die russischen Besatzungen.", "Niemand warnte", "Were the Russian crews warned?", None, None),
    # Another day, in the clause of the answer.
    ("en", YES, "The crews were not warned on 20 December.", "were not warned", "Were the crews warned?", "2024-12-14", "another-day"),
    ("en", YES, "The crews were not warned on 14 December.", "were not warned", "Were the crews warned?", "2024-12-14", None),
    ("en", YES, "The crews were not warned, the line said on 20 December.", "were not warned", "Were the crews warned?", "2024-12-14", None),
    ("de", YES, "Am 20. Dezember wurde niemand gewarnt.", "wurde niemand gewarnt", "Were the crews warned?", "2024-12-14", "another-day"),
    ("fr", YES, "Le 20 décembre personne n'a été averti.", "personne n'a été averti", "Were the crews warned?", "2024-12-14", "another-day"),
    ("es", WORDING, "Fue una vergüenza el 20 de diciembre.", "una vergüenza", "What was it called?", "2024-12-14", "another-day"),
    # To "when" a day is the answer.
    ("en", DATE, "The crews were warned on 20 December.", "on 20 December", "When were the crews warned?", "2024-12-14", None),
    # Another place, in the clause of the answer.
    ("en", YES, "Nobody was warned in Pell.", "Nobody was warned", "Were the crews in Osk warned?", None, "another-place"),
    ("en", YES, "Nobody was warned in Osk, nor in Pell.", "Nobody was warned", "Were the crews in Osk warned?", None, None),
    ("en", DATE, "The crews were warned on Monday in Pell.", "on Monday", "When were the crews in Osk warned?", None, "another-place"),
    ("en", PLACE, "The crews were warned in Pell.", "Pell", "Where near Osk were the crews warned?", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("language", "answer", "text", "printed", "asked_for", "when", "kind"), CASES)
def test_an_answer_in_words_under_the_wrong_question(
    language: str, answer: Answer, text: str, printed: str, asked_for: str, when: str | None, kind: str | None
) -> None:
    of = asks(answer, asked_for, when)
    assert [finding.kind.name for finding in _told(of, text, printed, language)] == ([kind] if kind else [])
    passage, near = _passage(text, printed, language)
    assert told_of_other(passage, of, PLACES, "en", near) == (kind is not None)


def test_a_scope_and_a_day_that_are_said_are_enough() -> None:
    text, printed = "The crews were not warned on 20 December.", "were not warned"
    of = asks(YES, "Were the crews warned?", "2024-12-14")
    assert _told(of, text, printed, as_of=parse_edtf("2024-12-20")) == []
    assert _told(of, text, printed, scope="on 20 December") == []


@pytest.mark.parametrize(
    ("language", "text", "printed", "asked_for", "word"),
    [
        ("en", "Nobody was arrested in the port.", "Nobody was arrested", "Was anybody hurt in the port?", "arrested"),
        ("en", "Nobody was injured in the port.", "Nobody was injured", "Was anybody hurt in the port?", None),
        ("en", "The port was evacuated on Monday.", "on Monday", "When was the port closed?", "evacuated"),
        ("en", "The port was closed and evacuated on Monday.", "on Monday", "When was the port closed?", None),
        ("de", "Niemand wurde festgenommen.", "Niemand wurde festgenommen", "Was anybody hurt?", "festgenommen"),
        ("de", "Niemand wurde verletzt.", "Niemand wurde verletzt", "Was anybody hurt?", None),
        ("fr", "La gare a été évacuée lundi.", "lundi", "When was the station closed?", "évacuée"),
        ("es", "Nadie fue detenido.", "Nadie fue detenido", "Was anybody hurt?", "detenido"),
        # In another clause, about numbers, in the sentence before, or no state is asked for.
        ("en", "It was shut on Monday, and crews were rescued.", "on Monday", "When was the port closed?", None),
        ("en", "On Monday, as crews were rescued, the gates shut.", "On Monday", "When was the port closed?", None),
        ("en", "Fares rose on Monday.", "on Monday", "When was the port closed?", None),
        ("en", "The port was closed. It was also evacuated on Monday.", "on Monday", "When was the port closed?", None),
        ("en", "Nobody was arrested in the port.", "Nobody was arrested", "Did the crews know?", None),
        # A part of what is asked for.
        ("en", "Nobody was killed.", "Nobody was killed", "Was anybody killed or wounded?", None),
    ],
)  # fmt: skip
def test_another_state_in_the_answers_own_clause(
    language: str, text: str, printed: str, asked_for: str, word: str | None
) -> None:
    passage, near = _passage(text, printed, language)
    answer = DATE if "onday" in printed or printed == "lundi" else YES
    assert other_state(passage, asks(answer, asked_for), "en", near) == word


def _passage(text: str, printed: str, language: str) -> tuple[Passage, tuple[int, int]]:
    read = text_of("x.txt", text.encode())
    at = read.content.index(printed)
    sentence = read.around((at, at + len(printed)))
    published = parse_edtf("2024-12-26")
    passage = Passage(read.content, sentence, (at, at + len(printed)), language, published)
    return passage, read.around(sentence, 1)


def _told(of: Question, text: str, printed: str, language: str = "en", **entry: Any) -> list[Any]:
    given = {
        "id": "claim",
        "article": "post",
        "outlet": "post",
        "question": of.path,
        "printed": printed,
        "value": None,
    }
    claim = Claim(**(given | entry))
    read = text_of("post.txt", text.encode())
    item = article("post", claim, published="2024-12-26", language=language)
    model = site([item], [of])
    model.places.update({id: place(id, id.title()) for id in ("osk", "pell")})
    at = find_claim(claim, read)
    assert at is not None
    book = Book(model, {"post.txt": read})
    return list(
        asked_where.words(ClaimCase(book, item, item.claims[0], {"printed": printed, **entry}, read, at))
    )
