"""What a sentence says of the clause that a claim's words stand in: it is denied, asked, feared, or said by somebody else."""

from __future__ import annotations

from typing import Any

import pytest

from builder.content.model import Claim
from builder.content.vocabulary import Answer
from builder.proof.case import Book, ClaimCase, find_claim
from builder.proof.rules import asked, governed, other_speakers
from builder.proof.text import text_of
from builder.values.figures.reader import read
from tests.factory import article, party, place, question, site

RULES = (
    asked.unreal, governed.happened, governed.said, other_speakers.heard, governed.cut, governed.parties, other_speakers.another_speaks,
)  # fmt: skip
BESIDE = "The weather was fine all week. Shops stayed open until late."
HURT = {"unit": "people", "counts": "hurt", "of": "passengers", "text": "How many passengers were hurt?"}
LEFT = {"unit": "people", "counts": "walked off", "of": "stewards", "text": "How many stewards walked off?"}
MOVED = {
    "unit": "people",
    "counts": "evacuated",
    "of": "passengers",
    "text": "How many passengers were evacuated?",
}
ARSON = {"text": "Was the fire on board arson?"}
CALLED = {"text": "What does the coastguard call the voyage?"}
LIT = {"text": "Who lit the lamp?"}
WHEN = {"text": "When did the ferry sail?"}
WHERE = {"text": "Where did the ferry stop?"}
NOT, CUT, OTHER, UNFIT = "not-happened", "meaning-cut", "speaker-differs", "answer-unfit"


def told(
    answer: Answer,
    sentence: str,
    printed: str,
    asks: dict[str, Any],
    language: str = "en",
    *,
    value: Any = None,
    sources: tuple[str, ...] = ("coastguard",),
    cue: str | None = None,
) -> list[str]:
    """The names of what the rules find of a claim that a text prints in a sentence."""
    of = question(answer, **({"unit": None, "counts": None, "of": None} | asks))
    if answer is Answer.QUANTITY:
        value = read(printed, language)
    claim = Claim(
        "claim", "post", "post", of.path, printed, value, counts=of.counts, of=of.of, unit=of.unit, sources=sources, cue=cue
    )  # fmt: skip
    text = text_of("post.txt", f"{sentence}\n\n{BESIDE}".encode())
    item = article("post", claim, published="2031-03-05", language=language)
    model = site([item], [of])
    model.places.update({"pell-rock": place("pell-rock", "Pell")})
    at = find_claim(claim, text)
    assert at is not None
    case = ClaimCase(Book(model, {"post.txt": text}), item, item.claims[0], {"printed": printed}, text, at)
    assert case.printed is not None
    return [finding.kind.name for rule in RULES for finding in rule(case)]


@pytest.mark.parametrize(
    ("sentence", "asks", "found"),
    [
        # The clause before denies it, asks it, or fears it.
        ("The coastguard denied that 12 passengers were hurt.", HURT, [NOT]),
        ("The coastguard denied hurting 12 passengers.", HURT, [NOT]),
        ("The coastguard ruled out that 12 passengers were hurt.", HURT, [NOT]),
        ("The coastguard dismissed reports that 12 passengers were hurt.", HURT, [NOT]),
        ("The coastguard does not believe 12 passengers were hurt.", HURT, [NOT]),
        ("The coastguard found no evidence that 12 passengers were hurt.", HURT, [NOT]),
        ("The coastguard asked whether 12 passengers were hurt.", HURT, [NOT]),
        ("It is not known if 12 passengers were hurt, the coastguard said.", HURT, [NOT]),
        ("The coastguard declined to say that 12 passengers were hurt.", HURT, [NOT]),
        ("Claims that 12 passengers were hurt are false, the coastguard said.", HURT, [NOT]),
        ("There were fears that 12 passengers were hurt, the coastguard said.", HURT, [CUT]),
        ("It was rumoured that 12 passengers were hurt, the coastguard said.", HURT, [CUT]),
        ("Allegedly, 12 passengers were hurt, the coastguard said.", HURT, [CUT]),
        # It has not happened, in whatever form the verb stands.
        ("12 stewards did not walk off on Monday, the coastguard said.", LEFT, [NOT]),
        ("12 stewards will walk off on Monday, the coastguard said.", LEFT, [NOT]),
        ("12 stewards refused to walk off on Monday, the coastguard said.", LEFT, [NOT]),
        ("If 12 stewards walk off, the ferry stays in port, the coastguard said.", LEFT, [NOT]),
        ("12 passengers were about to be evacuated, the coastguard said.", MOVED, [NOT]),
        ("12 passengers refused to be evacuated, the coastguard said.", MOVED, [NOT]),
        ("The captain ordered 12 passengers to be evacuated, the coastguard said.", MOVED, [NOT]),
        # These are so.
        ("The coastguard said 12 passengers were hurt and denied a cover-up.", HURT, []),
        ("The coastguard, which had denied any fault, said 12 passengers were hurt.", HURT, []),
        ("Asked about the night, the coastguard said 12 passengers were hurt.", HURT, []),
        ("The coastguard denied that it was late and said 12 passengers were hurt.", HURT, []),
        ("The coastguard fears more storms; 12 passengers were hurt.", HURT, []),
        ("12 stewards walked off on Monday, the coastguard said.", LEFT, []),
        ("12 stewards walked off and did not return, the coastguard said.", LEFT, []),
        ("12 passengers had to be evacuated, the coastguard said.", MOVED, []),
    ],
)  # fmt: skip
def test_a_figure_is_said_to_be_so(sentence: str, asks: dict[str, Any], found: list[str]) -> None:
    assert told(Answer.QUANTITY, sentence, "12", asks) == found


@pytest.mark.parametrize(
    ("language", "sentence", "found"),
    [
        ("de", "Die Küstenwache bestritt, dass am Montag 12 Passagiere verletzt wurden.", [NOT]),
        ("de", "Die Küstenwache prüft, ob am Montag 12 Passagiere verletzt wurden.", [NOT]),
        ("de", "Die Küstenwache teilte mit, dass am Montag 12 Passagiere verletzt wurden.", []),
        ("fr", "La garde a nié que 12 passagers aient été blessés lundi.", [NOT]),
        ("fr", "On ignore si 12 passagers ont été blessés lundi.", [NOT]),
        ("fr", "La garde a dit que 12 passagers ont été blessés lundi.", []),
        ("es", "La guardia negó que 12 pasajeros resultaran heridos el lunes.", [NOT]),
        ("es", "No se sabe si 12 pasajeros resultaron heridos el lunes.", [NOT]),
        ("es", "La guardia dijo que 12 pasajeros resultaron heridos el lunes.", []),
    ],
)
def test_the_same_in_other_languages(language: str, sentence: str, found: list[str]) -> None:
    assert told(Answer.QUANTITY, sentence, "12", HURT, language, sources=()) == found


@pytest.mark.parametrize(
    ("sentence", "value", "found"),
    [
        ("The coastguard does not believe the fire was arson.", True, [UNFIT]),
        ("The coastguard does not believe the fire was arson.", False, []),
        ("The coastguard doubts that the fire was arson.", True, [UNFIT]),
        ("The coastguard found no evidence that the fire was arson.", True, [UNFIT]),
        ("The coastguard is checking whether the fire was arson.", True, [UNFIT]),
        ("The coastguard is checking whether the fire was arson.", False, [UNFIT]),
        ("It is unclear if the fire was arson, the coastguard said.", True, [UNFIT]),
        ("The coastguard believes that the fire was arson.", True, []),
    ],
)
def test_a_yes_is_not_what_is_denied_or_asked(sentence: str, value: bool, found: list[str]) -> None:
    assert told(Answer.YES_NO, sentence, "was arson", ARSON, value=value) == found


@pytest.mark.parametrize(
    ("language", "sentence", "printed"),
    [
        ("en", "The line denied that passengers had been left without a warning.", "left without a warning"),
        ("de", "Die Reederei wies zurück, dass die Fahrgäste nicht gewarnt worden seien.", "nicht gewarnt worden"),
        ("fr", "La compagnie dément que les passagers n'aient pas été avertis.", "n'aient pas été avertis"),
        ("es", "La naviera niega que los pasajeros quedaran sin aviso.", "quedaran sin aviso"),
    ],
)  # fmt: skip
def test_who_denies_a_no_says_yes(language: str, sentence: str, printed: str) -> None:
    assert told(Answer.YES_NO, sentence, printed, ARSON, language, value=True) == []
    assert told(Answer.YES_NO, sentence, printed, ARSON, language, value=False) == [UNFIT]


@pytest.mark.parametrize("value", [True, False])
def test_a_german_infinitive_is_denied_though_no_word_joins_it(value: bool) -> None:
    sentence = "Die Reederei bestreitet, vor der Fahrt von dem Schaden gewusst zu haben."
    printed = "von dem Schaden gewusst"
    assert told(Answer.YES_NO, sentence, printed, ARSON, "de", value=value) == [UNFIT] * value
    other = "Die Reederei bestreitet es, wie der Kapitän von dem Schaden gewusst hat."
    assert told(Answer.YES_NO, other, printed, ARSON, "de", value=True) == []


@pytest.mark.parametrize(
    ("language", "sentence", "cue", "found"),
    [
        ("en", "The coastguard did not call the voyage “a disgrace at sea”.", "call", [CUT]),
        ("en", "The coastguard never called the voyage “a disgrace at sea”.", "called", [CUT]),
        ("en", "The coastguard stopped short of calling the voyage “a disgrace at sea”.", "calling", [CUT]),
        ("en", "The coastguard would have called the voyage “a disgrace at sea”.", "called", [CUT]),
        ("en", "The coastguard was told that the voyage was “a disgrace at sea”.", "told", [OTHER]),
        ("en", "The coastguard called the voyage “a disgrace at sea”.", "called", []),
        ("en", "The coastguard, which did not sail, called the voyage “a disgrace at sea”.", "called", []),
        ("en", "The coastguard did not hesitate to call the voyage “a disgrace at sea”.", "call", []),
        ("de", "Die Küstenwache nannte die Fahrt nicht „a disgrace at sea“.", "nannte", [CUT]),
        ("fr", "La garde n'a pas qualifié le voyage de « a disgrace at sea ».", "qualifié", [CUT]),
        ("es", "La guardia no llamó al viaje «a disgrace at sea».", "llamó", [CUT]),
    ],
)
def test_words_that_nobody_said(language: str, sentence: str, cue: str, found: list[str]) -> None:
    sources = ("coastguard",) if language == "en" else ()
    assert (
        told(Answer.WORDING, sentence, "a disgrace at sea", CALLED, language, sources=sources, cue=cue)
        == found
    )


@pytest.mark.parametrize(
    ("answer", "sentence", "printed", "asks", "value", "found"),
    [
        (Answer.DATE, "The ferry sailed late on Monday or early on Tuesday.", "late on Monday", WHEN, None, [CUT]),
        (Answer.DATE, "The ferry sailed late on Monday, or so it seems.", "late on Monday", WHEN, None, [CUT]),
        (Answer.DATE, "The ferry sailed late on Monday.", "late on Monday", WHEN, None, []),
        (Answer.PLACE, "The ferry stopped 12 km north of Pell.", "Pell", WHERE, None, [CUT]),
        (Answer.PLACE, "The ferry stopped between Pell and Osk.", "Pell", WHERE, None, [CUT]),
        (Answer.PLACE, "The ferry stopped in Pell.", "in Pell", WHERE, None, []),
        (Answer.WHO, "The lamp was lit by Ada's brother.", "Ada", LIT, ("Ada",), [CUT]),
        (Answer.WHO, "Ada denied that she lit the lamp.", "Ada", LIT, ("Ada",), [NOT]),
        (Answer.WHO, "The lamp was lit by Ada.", "Ada", LIT, ("Bo",), ["place-not-printed"]),
        (Answer.WHO, "The lamp was lit by Ada.", "Ada", LIT, ("Ada",), []),
    ],
)  # fmt: skip
def test_answers_that_are_no_figures(
    answer: Answer, sentence: str, printed: str, asks: dict[str, Any], value: Any, found: list[str]
) -> None:
    given = tuple(map(party, value)) if value else None
    assert told(answer, sentence, printed, asks, value=given, sources=()) == found


@pytest.mark.parametrize(
    ("sentence", "printed", "source", "cue", "found"),
    [
        ("The coastguard said 12 passengers were hurt; the ferry line spoke of 30.", "30", "coastguard", "said", [OTHER]),
        ("The coastguard counted 12 passengers who were hurt, the ferry line only 30.", "30", "coastguard", "counted", [OTHER]),
        ("Stewards told the coastguard that 12 passengers were hurt.", "12", "coastguard", "told", [OTHER]),
        ("A critic of the coastguard said 12 passengers were hurt.", "12", "coastguard", "said", [OTHER]),
        ("Stewards, not the coastguard, said 12 passengers were hurt.", "12", "coastguard", "said", [OTHER]),
        ("The papers said 12 passengers were hurt; the coastguard said nothing.", "12", "coastguard", "said", [OTHER]),
        ("The ferry line disputed a count of 12 passengers hurt.", "12", "line", "disputed", [NOT]),
        ("The coastguard told the ferry line that 12 passengers were hurt.", "12", "coastguard", "told", []),
        ("A spokesman for the coastguard said 12 passengers were hurt.", "12", "coastguard", "said", []),
        ("The coastguard said 12 passengers were hurt; the ferry line spoke of 30.", "12", "coastguard", "said", []),
        ("The ferry line was late; it said 12 passengers were hurt.", "12", "line", "said", []),
    ],
)  # fmt: skip
def test_whose_words_they_are(sentence: str, printed: str, source: str, cue: str, found: list[str]) -> None:
    assert told(Answer.QUANTITY, sentence, printed, HURT, sources=(source,), cue=cue) == found


def test_a_question_that_asks_for_it_may_be_answered_with_a_denial() -> None:
    denied = {
        **HURT,
        "text": "How many passengers were hurt, which the coastguard denied, or denied that they were?",
    }
    assert told(Answer.QUANTITY, "The coastguard denied that 12 passengers were hurt.", "12", denied) == []


@pytest.mark.parametrize(
    ("language", "sentence", "printed", "cue"),
    [
        ("en", "The coastguard denied that the voyage was a reckless gamble.", "a reckless gamble", "denied"),
        ("en", "It is not true that the voyage was a reckless gamble.", "a reckless gamble", "not true"),
        ("de", "Die Küstenwache bestritt, dass die Fahrt ein Wagnis war.", "ein Wagnis", "bestritt"),
        ("de", "Es stimmt nicht, dass die Fahrt ein Wagnis war.", "ein Wagnis", "stimmt nicht"),
        ("fr", "La garde a nié que le voyage fût un pari insensé.", "un pari insensé", "a nié"),
        ("fr", "Il est faux que le voyage fût un pari insensé.", "un pari insensé", "faux"),
        ("es", "La guardia negó que el viaje fuera una locura.", "una locura", "negó"),
        ("es", "No es cierto que el viaje fuera una locura.", "una locura", "No es cierto"),
    ],
)
def test_words_that_are_only_denied_are_nobodys(language: str, sentence: str, printed: str, cue: str) -> None:
    assert CUT in told(Answer.WORDING, sentence, printed, CALLED, language)
    assert told(Answer.WORDING, sentence, printed, CALLED, language, cue=cue) == []


@pytest.mark.parametrize(
    ("language", "sentence", "printed"),
    [
        ("en", "It is not true that the coastguard ruled out arson.", "ruled out arson"),
        ("de", "Es stimmt nicht, dass die Küstenwache Brandstiftung ausschließt.", "Brandstiftung ausschließt"),
        ("fr", "Il est faux que la garde exclut un incendie volontaire.", "exclut un incendie volontaire"),
        ("es", "No es cierto que la guardia descarta un incendio provocado.", "descarta un incendio provocado"),
    ],
)  # fmt: skip
def test_to_deny_a_denial_is_no_no(language: str, sentence: str, printed: str) -> None:
    assert UNFIT in told(Answer.YES_NO, sentence, printed, ARSON, language, value=False)
    assert UNFIT not in told(Answer.YES_NO, sentence, printed, ARSON, language, value=True)


@pytest.mark.parametrize(
    ("language", "sentence", "printed"),
    [
        ("en", "Kane rejected suggestions that it was arson.", "suggestions that it was arson"),
        ("de", "Berichte über eine Brandstiftung wies sie zurück.", "Berichte über eine Brandstiftung"),
        ("de", "Sie wies Berichte über eine Brandstiftung zurück.", "Berichte über eine Brandstiftung"),
    ],
)
def test_statements_that_are_turned_away_are_no_yes(language: str, sentence: str, printed: str) -> None:
    assert UNFIT in told(Answer.YES_NO, sentence, printed, ARSON, language, value=True)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Kane, a painter, who had been named by a paper, denies it."),
        ("de", "Die frühere Buchhalterin Kane, die eine Zeitung genannt hatte, bestreitet es."),
        ("fr", "Le maire, Kane, nie toujours avoir allumé le feu."),
    ],
)
def test_who_denies_it_did_not_do_it_whatever_is_told_of_him_between(language: str, sentence: str) -> None:
    assert NOT in told(Answer.WHO, sentence, "Kane", LIT, language)


def test_who_denies_something_else_did_what_is_told_of_him_between() -> None:
    sentence = "Kane, who was arrested on Monday, denies it."
    assert NOT not in told(Answer.WHO, sentence, "Kane", {"text": "Who was arrested?"})
