"""Whom a figure comes from, by phrases and verbs of four languages: "according to" in its variants, verbs at the end of a clause."""

from __future__ import annotations

import pytest

from builder.content.model import Question, Source
from builder.content.vocabulary import Answer, Stake
from builder.desk.suggest.propose import propose
from builder.proof.text import text_of
from builder.values.dates import parse_edtf

ASKED = [
    Question("dead", "t", "How many people were killed?", "Dead", Answer.QUANTITY, "people", "killed", "people"),
    Question("loss", "t", "How large was the loss?", "Loss", Answer.QUANTITY, "million euros", "loss", "the bank"),
]  # fmt: skip
SOURCES = [
    Source("ministry", "Ministry of Health", "the ministry", "ministry", Stake.NONE, aliases=("ministry", "Ministerium", "ministère", "Ministerio")),
    Source("bank", "Tarn Bank", "the bank", "company", Stake.NONE, aliases=("the bank", "das Institut", "l'établissement", "Geschäftsbericht", "annual report", "rapport annuel", "informe anual")),
    Source("police", "Police of Osk", "police", "officials", Stake.NONE, aliases=("Polizei", "la police", "la Policía")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "sources", "cue"),
    [
        ("en", "According to the ministry, 12 people were killed.", ("ministry",), "According to"),
        ("en", "As per the ministry, 12 people were killed.", ("ministry",), "As per"),
        ("en", "In the words of the ministry, 12 people were killed.", ("ministry",), "In the words of"),
        ("en", "Figures from the ministry show 12 people were killed.", ("ministry",), "show"),
        ("en", "The ministry's figures show that 12 people were killed.", ('ministry',), 'show'),
        ("en", "Data from the ministry put the number of people killed at 12.", ("ministry",), "put"),
        ("en", "The ministry had earlier disclosed that 12 people were killed.", ("ministry",), "disclosed"),
        ("en", "Twelve people were killed, the ministry has confirmed.", ("ministry",), "confirmed"),
        ("en", "The ministry had spoken of 12 people killed.", ("ministry",), "spoken of"),
        ("en", "The ministry is reporting 12 people killed.", ("ministry",), "reporting"),
        ("en", "The loss came to 12 million euros, the annual report shows.", ("bank",), "shows"),
        ("en", "The bank had disclosed a loss of 12 million euros.", ("bank",), "disclosed"),
        ("en", "The bank disclosed on Monday, after it had sold its bonds, a loss of 12 million euros.", ("bank",), "disclosed"),
        ("en", "The bank booked a loss of 12 million euros.", (), None),
        ("en", "After the ministry closed, 12 people were killed.", (), None),
        ("en", "Twelve people were killed near the ministry.", (), None),
        ("de", "Nach dem Geschäftsbericht betrug der Verlust 12 Millionen Euro.", ("bank",), "Nach"),
        ("de", "Nach Angaben der Polizei wurden 12 Menschen getötet.", ("police",), "Nach Angaben"),
        ("de", "Den Angaben der Polizei zufolge wurden 12 Menschen getötet.", ("police",), "zufolge"),
        ("de", "Laut Polizei wurden 12 Menschen getötet.", ("police",), "Laut"),
        ("de", "Am Mittwoch hatte das Institut einen Verlust von 12 Millionen Euro aus dem Verkauf von Anleihen gemeldet.", ("bank",), "gemeldet"),
        ("de", "Das Institut hat am Mittwoch einen Verlust von 12 Millionen Euro gemeldet.", ("bank",), "gemeldet"),
        ("de", "Der Verlust betrug 12 Millionen Euro, wie aus dem Geschäftsbericht hervorgeht.", ("bank",), "hervorgeht"),
        ("de", "Wie aus dem Geschäftsbericht hervorgeht, betrug der Verlust 12 Millionen Euro.", ("bank",), "hervorgeht"),
        ("de", "Wie die Polizei mitteilte, wurden 12 Menschen getötet.", ("police",), "mitteilte"),
        ("de", "Zwölf Menschen wurden getötet, so die Polizei.", ("police",), "so"),
        ("de", "Aus Sicht der Polizei wurden 12 Menschen getötet.", ("police",), "Aus Sicht"),
        ("de", "Nach Zahlen der Polizei wurden 12 Menschen getötet.", ("police",), "Nach Zahlen"),
        ("de", "Nach Erkenntnissen der Polizei wurden 12 Menschen getötet.", ("police",), "Nach Erkenntnissen"),
        ("de", "Nach der Polizei kam die Feuerwehr, 12 Menschen wurden getötet.", (), None),
        ("de", "Nach dem Unglück wurden 12 Menschen getötet.", (), None),
        ("fr", "Selon la police, 12 personnes ont été tuées.", ("police",), "Selon"),
        ("fr", "D'après la police, 12 personnes ont été tuées.", ('police',), "D'après"),
        ("fr", "Le ministère fait état d'environ 12 personnes tuées.", ('ministry',), 'fait état'),
        ("fr", "Le ministère fait état de 12 personnes tuées.", ("ministry",), "fait état"),
        ("fr", "Le ministère a fait état d'au moins 12 personnes tuées.", ('ministry',), 'a fait état'),
        ("fr", "L'établissement annonce une perte de 12 millions d'euros.", ('bank',), 'annonce'),
        ("fr", "L'établissement avait annoncé mercredi une perte de 12 millions d'euros.", ('bank',), 'avait annoncé'),
        ("fr", "De l'avis de la police, 12 personnes ont été tuées.", ('police',), "De l'avis de"),
        ("fr", "Le bilan de la police fait état de 12 personnes tuées.", ("police",), "fait état"),
        ("fr", "À en croire la police, 12 personnes ont été tuées.", ("police",), "À en croire"),
        ("fr", "Douze personnes ont été tuées, a annoncé la police.", ("police",), "a annoncé"),
        ("fr", "Douze personnes ont été tuées, selon les chiffres de la police.", ("police",), "selon"),
        ("fr", "Douze personnes ont été tuées, indique-t-on à la police.", (), None),
        ("fr", "La police parle d'au moins 12 personnes tuées.", ('police',), 'parle'),
        ("fr", "Le rapport annuel affiche une perte de 12 millions d'euros.", ('bank',), 'affiche'),
        ("fr", "La police dénombre 12 personnes tuées.", ("police",), "dénombre"),
        ("es", "Según la Policía, 12 personas murieron.", ("police",), "Según"),
        ("es", "De acuerdo con la Policía, 12 personas murieron.", ("police",), "De acuerdo con"),
        ("es", "El Ministerio cifró en 12 las personas muertas.", ("ministry",), "cifró"),
        ("es", "El Ministerio elevó su balance a 12 personas muertas.", ("ministry",), "elevó su balance"),
        ("es", "A tenor del informe anual, la pérdida fue de 12 millones de euros.", ("bank",), "A tenor del"),
        ("es", "Según datos de la Policía, 12 personas murieron.", ("police",), "Según"),
        ("es", "Doce personas murieron, informó la Policía.", ("police",), "informó"),
        ("es", "La Policía da cuenta de 12 personas muertas.", ("police",), "da cuenta de"),
        ("es", "La Policía ha hablado de 12 personas muertas.", ("police",), "ha hablado de"),
        ("es", "Doce personas murieron, de acuerdo a la Policía.", ("police",), "de acuerdo a"),
        ("es", "En opinión de la Policía, 12 personas murieron.", ("police",), "En opinión de"),
        ("es", "Fuentes de la Policía hablan de 12 personas muertas.", ("police",), "hablan de"),
    ],
)  # fmt: skip
def test_who_is_cited(language, text, sources, cue):
    found = propose(
        text_of("x", text.encode()), SOURCES, ASKED, {}, parse_edtf("2033-04-20"), language=language
    )
    figure = next(proposal for proposal in found if 12 in (proposal.low, (proposal.low or 0) / 1_000_000))
    assert (figure.sources, figure.cue) == (sources, cue)
