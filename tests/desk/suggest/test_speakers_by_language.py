"""Who says it, in German, French and Spanish: before its verb and behind it, in one part or two, by pronoun and role."""

from __future__ import annotations

import pytest

from builder.desk.suggest.speakers import Speakers
from builder.proof.names import registry_names
from builder.proof.text import text_of

NAMES = {
    "de": (("line", ("Reederei",)), ("police", ("Polizei",)), ("dahl", ("Ina Dahl", "Dahl")), ("paper", ("Hafenpost",))),
    "fr": (("line", ("la compagnie", "compagnie")), ("police", ("police",)), ("dahl", ("Ina Dahl", "Dahl")), ("paper", ("Courrier du port",))),
    "es": (("line", ("naviera",)), ("police", ("policía",)), ("dahl", ("Ina Dahl", "Dahl")), ("paper", ("Correo del Puerto",))),
}  # fmt: skip


def said(language: str, text: str) -> tuple[tuple[str, ...], str | None, tuple[str, ...]]:
    read = text_of("x", text.encode())
    speakers = Speakers(read, registry_names(NAMES[language]), language)
    at = read.content.index("40")
    sentence = next(span for span in read.sentences if span[0] <= at < span[1])
    event = speakers.of(sentence, (at, at + 2))
    return (event.ids, event.cue, event.via) if event else ((), None, ())


@pytest.mark.parametrize(
    ("language", "text", "ids", "cue"),
    [
        ("de", "Die Polizei sagte, 40 Menschen seien gestorben.", ("police",), "sagte"),
        ("de", "40 Menschen starben, sagte die Polizei am Sonntag.", ("police",), "sagte"),
        ("de", "Am Sonntag sagte die Polizei, 40 Menschen seien gestorben.", ("police",), "sagte"),
        ("de", "Am Sonntag teilte die Polizei mit, dass 40 Menschen gestorben seien.", ("police",), "teilte"),
        ("de", "Die Polizei teilte am Sonntag mit, dass 40 Menschen gestorben seien.", ("police",), "teilte"),
        ("de", "Die Polizei hat am Sonntag mitgeteilt, dass 40 Menschen starben.", ("police",), "mitgeteilt"),
        ("de", "40 Menschen starben, wie die Polizei mitteilte.", ("police",), "mitteilte"),
        ("de", "Der Polizei zufolge starben 40 Menschen.", ("police",), "zufolge"),
        ("de", "40 Menschen starben, laut Polizei.", ("police",), "laut"),
        ("de", "Nach Angaben der Polizei starben 40 Menschen.", ("police",), "Nach Angaben"),
        ("de", "40 Menschen starben, wie die Reederei und die Polizei mitteilten.", ("line", "police"), "mitteilten"),
        ("de", "Die Polizei kam. Ihr Sprecher sagte, 40 Menschen seien gestorben.", ("police",), "sagte"),
        ("de", "Ina Dahl kam. 40 Menschen seien gestorben, sagte sie.", ("dahl",), "sagte"),
        ("de", "Die Polizei sagte, der Deich sei gebrochen. Sie hätten 40 Menschen gerettet.", ("police",), "sagte"),
        ("de", "Die Reederei nannte 90, während die Polizei von 40 Toten sprach.", (), None),
        ("de", "Die Polizei nannte 90, während die Reederei sagte, 40 seien gestorben.", ("line",), "sagte"),
        ("de", "Ein Händler sagte, 40 seien gestorben.", (), "sagte"),
        ("de", "Nach ersten Angaben der Polizei starben 40 Menschen.", ("police",), "Nach ersten Angaben"),
        ("de", "Nach dem Angaben der Polizei fehlten, starben 40 Menschen.", (), None),
        ("de", "Gebraucht werden nach bisherigen Angaben des Hafens rund 40 Meter Holz.", (), "nach bisherigen Angaben"),
        ("de", "40 Menschen würden behandelt, heißt es von der Polizei.", ("police",), "heißt es von"),
        ("de", "40 Menschen seien tot, hieß es aus der Reederei.", ("line",), "hieß es aus"),
        ("de", "Die Helfer gehen von 40 Toten aus. Das sagte die Polizei.", ("police",), "sagte"),
        ("de", "Die Helfer gehen von 40 Toten aus.", (), "gehen von"),
        ("de", "Der Polizei zufolge ist die Straße frei. Demnach starben 40 Menschen.", ("police",), "Demnach"),
        ("de", "Die Straße ist frei. Demnach starben 40 Menschen.", (), "Demnach"),
        ("de", "Anwohner sagten, 40 seien gestorben.", (), "sagten"),
        ("de", "In der Nacht starben 40 Menschen.", (), None),
        ("de", "Die Polizei soll 40 Häuser besitzen.", (), None),
        ("fr", "La police a déclaré que 40 personnes étaient mortes.", ("police",), "a déclaré"),
        ("fr", "40 personnes sont mortes, a déclaré dimanche la police.", ("police",), "a déclaré"),
        ("fr", "Selon la police, 40 personnes sont mortes.", ("police",), "Selon"),
        ("fr", "40 personnes sont mortes, selon la police.", ("police",), "selon"),
        ("fr", "D'après un porte-parole de la police, 40 personnes sont mortes.", ("police",), "D'après"),
        ("fr", "La compagnie et la police ont affirmé que 40 personnes étaient mortes.", ("line", "police"), "ont affirmé"),
        ("fr", "Ina Dahl est venue. 40 personnes sont mortes, a-t-elle dit.", ("dahl",), "a-t-elle dit"),
        ("fr", "La police est venue. Son porte-parole a dit que 40 personnes étaient mortes.", ("police",), "a dit"),
        ("fr", "Un marchand a dit que 40 personnes étaient mortes.", (), "a dit"),
        ("fr", "Dans la nuit, 40 personnes sont mortes.", (), None),
        ("es", "La policía dijo que 40 personas murieron.", ("police",), "dijo"),
        ("es", "40 personas murieron, dijo el domingo la policía.", ("police",), "dijo"),
        ("es", "Según la policía, 40 personas murieron.", ("police",), "Según"),
        ("es", "40 personas murieron, según un portavoz de la policía.", ("police",), "según"),
        ("es", "La naviera y la policía dijeron que 40 personas murieron.", ("line", "police"), "dijeron"),
        ("es", "Ina Dahl llegó. 40 personas murieron, dijo.", ("dahl",), "dijo"),
        ("es", "La policía llegó. Su portavoz dijo que 40 personas murieron.", ("police",), "dijo"),
        ("es", "Un tendero dijo que 40 personas murieron.", (), "dijo"),
        ("es", "Durante la noche murieron 40 personas.", (), None),
    ],
)  # fmt: skip
def test_who_says_it(language: str, text: str, ids: tuple[str, ...], cue: str | None) -> None:
    assert said(language, text)[:2] == (ids, cue)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Hafenpost berichtete unter Berufung auf die Polizei von 40 Toten."),
        ("fr", "40 personnes sont mortes, a rapporté le Courrier du port, citant la police."),
        ("es", "40 personas murieron, informó el Correo del Puerto, citando a la policía."),
    ],
)
def test_who_is_cited_is_the_source_and_who_cites_passes_it_on(language: str, text: str) -> None:
    ids, _, via = said(language, text)
    assert (ids, via) == (("police",), ("paper",))
