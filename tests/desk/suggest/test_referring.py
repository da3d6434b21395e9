"""Whom pronouns, descriptions and surnames mean, who says it beside another, and nobody where it is not sure; in four languages."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from builder.desk.suggest.speakers import Event, Speakers
from builder.proof.names import registry_names
from builder.proof.text import text_of

NAMES = (
    ("holm", ("Ada Holm",)),
    ("brandt", ("Ole Brandt",)),
    ("police", ("police", "Polizei", "la police", "policía")),
    (
        "ministry",
        ("health ministry", "Gesundheitsministerium", "ministère de la Santé", "Ministerio de Salud"),
    ),
    ("paper", ("Harbour Post", "Hafenpost", "Courrier du port", "Correo del Puerto")),
    ("line", ("ferry line", "Reederei", "compagnie", "naviera")),
)
KINDS = {
    "holm": "person", "brandt": "person", "police": "officials", "ministry": "ministry", "paper": "outlet", "line": "company",
}  # fmt: skip
CASES = yaml.safe_load((Path(__file__).parent / "speakers.yml").read_text(encoding="utf-8"))


def event(language: str, text: str) -> Event | None:
    read = text_of("x", text.encode())
    speakers = Speakers(read, registry_names(NAMES), language, KINDS)
    at = read.content.index("40")
    sentence = next(span for span in read.sentences if span[0] <= at < span[1])
    return speakers.of(sentence, (at, at + 2))


@pytest.mark.parametrize(("language", "text", "ids"), CASES)
def test_who_says_it(language, text, ids):
    found = event(language, text)
    assert list(found.ids if found else ()) == ids


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm came. Later, Holm said 40 people had died.",
        "Ada Holm came. She said 40 people had died.",
        "Ada Holm, the mayor, came. The mayor said 40 people had died.",
    ],
)
def test_a_name_in_another_sentence_is_implied(text):
    found = event("en", text)
    assert found is not None
    assert (found.ids, found.implied) == (("holm",), True)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The police, called the Watch, wrote on Portline. 40 people had died, it said."),
        ("en", "The police spoke of a fire on Portline. It said 40 people had died."),
        ("de", "Die Polizei schrieb auf Portline. 40 Menschen seien gestorben, teilte sie mit."),
        ("es", "La policía escribió en Portline. Añadió que 40 personas murieron."),
    ],
)
def test_a_channel_says_nothing(language: str, text: str) -> None:
    read = text_of("a.txt", text.encode())
    names = registry_names((*NAMES, ("portline", ("Portline",))))
    speakers = Speakers(read, names, language, {**KINDS, "portline": "channel"})
    at = read.content.index("40")
    found = speakers.of(read.around((at, at + 2)), (at, at + 2))
    assert found is not None
    assert found.ids == ("police",)


def test_nobody_is_meant_by_a_description_of_two():
    found = event("en", "Minister Ada Holm met minister Ole Brandt. The minister said 40 people had died.")
    assert found is not None
    assert found.ids == ()


def test_a_surname_of_two_names_nobody():
    read = text_of("x", b"Ada Holm met Per Holm. The Holm family left. Holm said 40 people had died.")
    names = registry_names((("ada", ("Ada Holm",)), ("per", ("Per Holm",))))
    speakers = Speakers(read, names, "en", {"ada": "person", "per": "person"})
    at = read.content.index("40")
    found = speakers.of(read.sentences[2], (at, at + 2))
    assert found is None or found.ids == ()


@pytest.mark.parametrize(
    ("language", "text", "ids"),
    [
        (
            "en",
            "The ferry line was there. The works council spoke. 40 people died, the company said.",
            ("line",),
        ),
        ("en", "The ferry line said so. 40 people died at Harbour Yard, the company said.", ()),
        ("en", "The ferry line said so. 40 people died, the company said.", ("line",)),
        ("fr", "La compagnie l'a dit. 40 personnes sont mortes chez Harbour Yard, selon l'entreprise.", ()),
    ],
)
def test_which_of_two_companies_is_meant_is_not_guessed_and_a_council_is_none(language, text, ids):
    read = text_of("x", text.encode())
    names = registry_names((*NAMES, ("council", ("works council",)), ("yard", ("Harbour Yard",))))
    speakers = Speakers(read, names, language, {**KINDS, "council": "organisation", "yard": "company"})
    at = read.content.index("40")
    found = speakers.of(next(span for span in read.sentences if span[0] <= at < span[1]), (at, at + 2))
    assert (found.ids if found else ()) == ids
