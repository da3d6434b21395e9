"""Whole texts in German, French and Spanish: what is proposed of each sentence, whose words it is and which question it answers."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from builder.content.model import Place, Question, Source
from builder.content.vocabulary import Answer, Stake
from builder.desk.suggest.proposal import Proposal
from builder.desk.suggest.propose import propose
from builder.proof.text import text_of
from builder.values.dates import parse_edtf
from tests.desk.running import run
from tests.factory import write_site

ANSWERS = {
    "aboard": Answer.QUANTITY, "hurt": Answer.QUANTITY, "ashore": Answer.QUANTITY, "fire": Answer.YES_NO, "when": Answer.DATE,
    "where": Answer.PLACE, "words": Answer.WORDING, "sorry": Answer.WORDING,
}  # fmt: skip
TEXTS = {
    "de": """Am Montag waren rund 140 Passagiere an Bord der Marlo, teilte die Reederei am Dienstag mit.

Nach Angaben der Küstenwache wurden mindestens 13 Menschen verletzt. „Wir bedauern diese Nacht sehr und danken allen Helfern an der Küste“, sagte eine Sprecherin der Reederei.

Die Küstenwache bestätigte den Bericht über einen Brand nicht. Das Schiff blieb am Montag in Osk ohne Strom liegen, und 62 Passagiere kamen mit Booten an Land.

Der Bürgermeister nannte die Rettung ein Wunder.
""",
    "fr": """Lundi, environ 140 passagers étaient à bord du Marlo, a annoncé mardi la compagnie.

Selon les garde-côtes, au moins 13 personnes ont été blessées. « Nous regrettons beaucoup cette nuit et remercions tous les habitants de la côte », a déclaré une porte-parole de la compagnie.

Les garde-côtes n'ont pas confirmé l'information sur un incendie. Le navire est resté sans courant lundi près d'Osk, et 62 passagers ont gagné la terre en bateau.

La maire d'Osk a qualifié le sauvetage de miracle.
""",
    "es": """El lunes iban a bordo del Marlo unos 140 pasajeros, informó el martes la naviera.

Según la guardia costera, al menos 13 personas resultaron heridas. «Lamentamos mucho esta noche y damos las gracias a todos los vecinos de la costa», dijo una portavoz de la naviera.

La guardia costera no confirmó la información sobre un incendio. El barco quedó sin corriente el lunes cerca de Osk, y 62 pasajeros llegaron a tierra en botes.

La alcaldesa de Osk calificó el rescate de milagro.
""",
}
ASKED = {
    "en": (
        "How many passengers were aboard the Marlo?", "How many people were wounded?", "How many passengers came ashore by boat?",
        "Was the report of a fire confirmed?", "When did the ship lie without power?", "Where did the ship lie without power?",
        "In which words is the rescue spoken of?", "With which words does the line speak of the night?",
    ),
    "de": (
        "Wie viele Passagiere waren an Bord der Marlo?", "Wie viele Menschen wurden verletzt?", "Wie viele Passagiere kamen mit Booten an Land?",
        "Wurde der Bericht über einen Brand bestätigt?", "Wann blieb das Schiff ohne Strom liegen?", "Wo blieb das Schiff ohne Strom liegen?",
        "Wie wird die Rettung genannt?", "Mit welchen Worten bedauert die Reederei die Nacht?",
    ),
    "fr": (
        "Combien de passagers étaient à bord du Marlo ?", "Combien de personnes ont été blessées ?", "Combien de passagers ont gagné la terre en bateau ?",
        "L'information sur un incendie est-elle confirmée ?", "Quand le navire est-il resté sans courant ?", "Où le navire est-il resté sans courant ?",
        "Comment le sauvetage est-il qualifié ?", "Avec quels mots la compagnie regrette-t-elle la nuit ?",
    ),
    "es": (
        "¿Cuántos pasajeros iban a bordo del Marlo?", "¿Cuántas personas resultaron heridas?", "¿Cuántos pasajeros llegaron a tierra en botes?",
        "¿Se confirmó la información sobre un incendio?", "¿Cuándo quedó el barco sin corriente?", "¿Dónde quedó el barco sin corriente?",
        "¿Cómo se califica el rescate?", "¿Con qué palabras lamenta la naviera la noche?",
    ),
}  # fmt: skip
NAMES = {
    "de": ("Reederei", "Küstenwache", "Bürgermeister"),
    "fr": ("la compagnie", "les garde-côtes", "La maire d'Osk"),
    "es": ("la naviera", "la guardia costera", "La alcaldesa de Osk"),
}


def proposals(language: str, site: str | None = None, text: str | None = None) -> list[Proposal]:
    sources = [
        Source(id, name, name, "organisation", Stake.NONE)
        for id, name in zip(("line", "guard", "mayor"), NAMES.get(language, NAMES["de"]), strict=True)
    ]
    questions = [
        Question(id, "t", asked, asked, answer)
        for (id, answer), asked in zip(ANSWERS.items(), ASKED[site or language], strict=True)
    ]
    return propose(
        text_of("x", (text or TEXTS[language]).encode()), sources, questions, {}, parse_edtf("2031-03-05"), places=[Place("osk", "Osk")],
        language=language, site_language=site or language,
    )  # fmt: skip


def told(p: Proposal) -> tuple[object, ...]:
    first = p.questions[0][0].id if p.questions else None
    return (first, p.printed, p.modifier, p.low, p.counts, p.sources, p.cue, p.as_of, p.said_on, p.value)


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("de", [
            ("aboard", "rund 140", "about", 140, "aboard", ("line",), "teilte", "2031-03-03", "2031-03-04", None),
            ("hurt", "mindestens 13", "at least", 13, "wounded", ("guard",), "Nach Angaben", None, None, None),
            ("sorry", "Wir bedauern diese Nacht sehr und danken allen Helfern an der Küste", None, None, None, ("line",), "sagte", None, None, None),
            ("fire", "bestätigte den Bericht über einen Brand nicht", None, None, None, ("guard",), "bestätigte", None, None, '"no"'),
            ("when", "am Montag", None, None, None, (), None, None, None, "2031-03-03"),
            ("where", "Osk", None, None, None, (), None, None, None, "[osk]"),
            ("ashore", "62", "exactly", 62, "passagiere", (), None, "2031-03-03", None, None),
            ("words", "ein Wunder", None, None, None, ("mayor",), "nannte", None, None, None),
        ]),
        ("fr", [
            ("aboard", "environ 140", "about", 140, "aboard", ("line",), "a annoncé", "2031-03-03", "2031-03-04", None),
            ("hurt", "au moins 13", "at least", 13, "wounded", ("guard",), "Selon", None, None, None),
            ("sorry", "Nous regrettons beaucoup cette nuit et remercions tous les habitants de la côte", None, None, None, ("line",), "a déclaré", None, None, None),
            ("fire", "n'ont pas confirmé l'information sur un incendie", None, None, None, ("guard",), "confirmé", None, None, '"no"'),
            ("when", "lundi", None, None, None, (), None, None, None, "2031-03-03"),
            ("where", "Osk", None, None, None, (), None, None, None, "[osk]"),
            ("ashore", "62", "exactly", 62, "passagers", (), None, "2031-03-03", None, None),
            ("words", "miracle", None, None, None, ("mayor",), "a qualifié", None, None, None),
        ]),
        ("es", [
            ("aboard", "unos 140", "about", 140, "aboard", ("line",), "informó", "2031-03-03", "2031-03-04", None),
            ("hurt", "al menos 13", "at least", 13, "wounded", ("guard",), "Según", None, None, None),
            ("sorry", "Lamentamos mucho esta noche y damos las gracias a todos los vecinos de la costa", None, None, None, ("line",), "dijo", None, None, None),
            ("fire", "no confirmó la información sobre un incendio", None, None, None, ("guard",), "confirmó", None, None, '"no"'),
            ("when", "el lunes", None, None, None, (), None, None, None, "2031-03-03"),
            ("where", "Osk", None, None, None, (), None, None, None, "[osk]"),
            ("ashore", "62", "exactly", 62, "pasajeros", (), None, "2031-03-03", None, None),
            ("words", "milagro", None, None, None, ("mayor",), "calificó", None, None, None),
        ]),
    ],
)  # fmt: skip
def test_six_sentences_are_proposed_as_they_are(language: str, wanted: list[tuple[object, ...]]) -> None:
    assert [told(p) for p in proposals(language)] == wanted


@pytest.mark.parametrize("language", ["de", "fr", "es"])
def test_a_site_in_another_language_finds_the_same_figures_and_sources(language: str) -> None:
    found = [told(p) for p in proposals(language, "en") if p.kind in ("figure", "quote")]
    own = [told(p) for p in proposals(language) if p.kind in ("figure", "quote")]
    assert [item[1:] for item in found] == [item[1:] for item in own]
    assert [item[0] for item in found[:2]] == ["aboard", "hurt"]


SLOVENE = """V ponedeljek je bilo na ladji Marlo približno 140 potnikov, je v torek sporočila ladijska družba.

»Zelo nam je žal za to noč in se zahvaljujemo vsem,« je povedala tiskovna predstavnica. Obalna straža poročila o požaru ni potrdila.

Ladja je ostala v Osk brez elektrike.
"""


def test_of_a_language_without_words_nothing_is_proposed_that_needs_them() -> None:
    found = proposals("sl", "en", SLOVENE)
    assert [(p.kind, p.sources, p.cue, p.speaker_unknown) for p in found] == [("quote", (), None, True)]
    assert found[0].questions == ()
    assert found[0].printed == "Zelo nam je žal za to noč in se zahvaljujemo vsem"


@pytest.mark.parametrize(
    ("language", "text", "of"),
    [
        ("uk", "На борту було близько 140 пасажирів, повідомила берегова охорона.", "пасажирів"),
        ("ru", "На борту находилось около 140 пассажиров, сообщила береговая охрана.", "пассажиров"),
    ],
)
def test_figures_and_who_says_them_are_proposed_in_ukrainian_and_russian(
    language: str, text: str, of: str
) -> None:
    guard = Source(
        "guard",
        "guard",
        "guard",
        "organisation",
        Stake.NONE,
        aliases=("берегова охорона", "береговая охрана"),
    )
    asked = Question("aboard", "t", ASKED["en"][0], "Aboard", Answer.QUANTITY, counts="aboard")
    found = propose(text_of("x", text.encode()), [guard], [asked], {}, None, language=language)
    assert [(p.modifier, p.low, p.of, p.sources) for p in found] == [("about", 140, of, ("guard",))]
    assert [question.id for question, _ in found[0].questions] == ["aboard"]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("sl", "figures and what they count; who says it; days, places, and yes or no; wordings without quotation marks in Slovenian"),
        ("uk", "wordings without quotation marks in Ukrainian"),
        ("de", None),
        ("fr", None),
        ("es-MX", None),
        ("en", None),
    ],
)  # fmt: skip
def test_what_is_not_proposed_is_told(language: str, told: str | None, tmp_path: Path) -> None:
    root = write_site(tmp_path)
    (root / "report.txt").write_text(
        f"Harbour Post\n\nFerry line raises its count\n\n4 March 2031\n\n{SLOVENE}", encoding="utf-8"
    )
    added = run(root, "add", str(root / "report.txt"), "--slug", "ladja", "--language", language)
    assert added.exit_code == 0, added.output
    result = run(root, "suggest", "ladja", "--format", "json")
    assert result.exit_code == 0, result.output
    json.loads(result.stdout)
    if told is None:
        assert "V527" not in result.stderr
    else:
        assert f"the rules do not know {told}: look closely [V527 other-language]" in result.stderr


@pytest.mark.parametrize("language", ["de", "fr", "es"])
@pytest.mark.parametrize("words", ["sagte er die ", "teilte die er ", "a dit le la ", "dijo el su ", "nach angaben der ", "30 von den ", "nicht "])  # fmt: skip
def test_a_sentence_made_to_take_long_takes_no_time(language: str, words: str) -> None:
    """A hang limit only: sentences just as long as are read."""
    began = time.process_time()
    proposals(language, text=f"A {(words * 400)[:3890]}. " * 2)
    assert time.process_time() - began < 20
