"""Figures of what was denied, ordered or feared, of a part or of all, of a change or of what it was, of room for so many; and their likes."""

from __future__ import annotations

from typing import Any

import pytest

from tests.proof.test_asked import KILLED, names, told
from tests.proof.test_some_of_those import ARRESTED, EVACUATED, REVENUE, RULES

IN_KURSK = KILLED | {"text": "How many people were killed in Kursk?"}
HURT = {"counts": "injured", "text": "How many people were injured in Kursk?"}
TURNOUT = {"counts": "turnout", "unit": "percent", "of": "voters"}
SEATS = {"counts": "won", "unit": "seats", "of": "the Greens"}
COLLAPSED = {"counts": "collapsed", "of": "houses", "unit": "houses"}
STRIKE = {"counts": "walked out", "of": "tram drivers"}
PART, FORMER, UNREAL, CUT, OTHER = (
    "part-unmarked",
    "former-figure",
    "not-happened",
    "meaning-cut",
    "counts-another",
)

TOLD = [
    # Part and all: the place of all is no place of the part.
    ("en", "Among the 52 people hurt in Kursk on Tuesday were nine firefighters.", "nine", HURT, PART),
    ("en", "Three children were among the 12 killed in Kursk.", "Three", IN_KURSK, PART),
    ("fr", "Douze personnes, dont trois enfants, sont mortes mardi à Kursk.", "trois", IN_KURSK, PART),
    ("es", "Doce personas, entre ellas tres niños, murieron en Kursk.", "tres", IN_KURSK, PART),
    ("es", "Entre los 12 muertos en Kursk había tres niños.", "tres", IN_KURSK, PART),
    ("de", "Zwölf Menschen, unter ihnen drei Kinder, wurden in Kursk getötet.", "drei", IN_KURSK, PART),
    ("de", "Von den 80 Toten in Kursk waren 23 Kinder.", "23", IN_KURSK, PART),
    ("en", "A third of the 60 killed, 20, were children.", "20", KILLED, PART),
    ("en", "3 of the 12 workers were killed.", "12", KILLED, PART),
    ("en", "60% of the 300 workers were killed.", "300", KILLED, PART),
    # What comes to others.
    ("en", "Another 14 people were killed in Kursk, bringing the toll to 80.", "14", KILLED, PART),
    ("en", "Three more people died.", "Three", KILLED, PART),
    ("de", "Weitere 14 Menschen starben.", "14", KILLED, PART),
    ("fr", "Quatorze autres personnes sont mortes.", "Quatorze", KILLED, PART),
    ("es", "Otras 14 personas murieron.", "14", KILLED, PART),
    # What it was, and by how much it changed: of shares and sums too.
    ("en", "Turnout fell from 66% to 61%.", "66%", TURNOUT, FORMER),
    ("en", "Turnout was 61%, down from 66%.", "66%", TURNOUT, FORMER),
    ("en", "Turnout fell five points to 61 percent.", "five points", TURNOUT, FORMER),
    ("en", "Turnout was up five points at 61 percent.", "five points", TURNOUT, FORMER),
    ("en", "Turnout fell 5% to 61%.", "5%", TURNOUT, FORMER),
    ("en", "The Greens won 21 seats, up from 14.", "14", SEATS, FORMER),
    ("en", "Revenue widened $12m to $45m.", "$12m", REVENUE, FORMER),
    ("de", "Die Wahlbeteiligung sank von 66 auf 61 Prozent.", "66", TURNOUT, FORMER),
    ("fr", "La participation est passée de 66 à 61 %.", "66", TURNOUT, FORMER),
    ("es", "La participación bajó del 66% al 61%.", "66%", TURNOUT, FORMER),
    # Denied, ordered, refused, feared.
    ("en", "Police dismissed claims that 12 people were killed.", "12", KILLED, UNREAL),
    ("en", "Reports that 12 people were killed are false, police said.", "12", KILLED, UNREAL),
    ("de", "Berichte, dass zwölf Menschen getötet wurden, sind falsch.", "zwölf", KILLED, UNREAL),
    ("en", "The mayor asked whether 12 people had been killed.", "12", KILLED, UNREAL),
    ("en", "He ordered 4,000 people to be evacuated.", "4,000", EVACUATED, UNREAL),
    ("es", "Ordenó evacuar a 4000 personas.", "4000", EVACUATED, UNREAL),
    ("en", "The army expects 12 to have been killed.", "12", KILLED, UNREAL),
    ("en", "700 residents refused to be evacuated.", "700", EVACUATED, UNREAL),
    ("en", "Some 61 protesters escaped arrest.", "61", ARRESTED, UNREAL),
    ("en", "450 tram drivers did not walk out on Tuesday.", "450", STRIKE, UNREAL),
    ("en", "450 tram drivers threatened to walk out.", "450", STRIKE, UNREAL),
    ("en", "Two houses were in danger of collapsing.", "Two", COLLAPSED, UNREAL),
    ("fr", "Deux maisons menacent de s'effondrer.", "Deux", COLLAPSED, UNREAL),
    ("fr", "Deux maisons qui menacent de s'écrouler ont été fermées.", "Deux", COLLAPSED, UNREAL),
    ("es", "Dos casas amenazan con derrumbarse.", "Dos", COLLAPSED, UNREAL),
    ("en", "450 tram drivers will walk out on Tuesday.", "450", STRIKE, UNREAL),
    ("en", "There were fears that 12 people had been killed.", "12", KILLED, CUT),
    ("en", "Rescuers feared as many as 60 people were killed.", "as many as 60", KILLED, CUT),
    ("de", "Die Polizei bestritt, dass am Dienstag zwölf Menschen getötet wurden.", "zwölf", KILLED, UNREAL),
    ("de", "Es gibt keinen Hinweis darauf, dass zwölf Menschen getötet wurden.", "zwölf", KILLED, UNREAL),
    ("de", "Retter befürchten, dass zwölf Menschen getötet wurden.", "zwölf", KILLED, CUT),
    ("fr", "La police a nié que douze personnes aient été tuées.", "douze", KILLED, UNREAL),
    ("fr", "On craint que douze personnes aient été tuées.", "douze", KILLED, CUT),
    ("es", "La policía negó que 12 personas murieran.", "12", KILLED, UNREAL),
    ("es", "Se teme que 12 personas murieran.", "12", KILLED, CUT),
    ("fr", "Trois des 12 ouvriers ont été tués.", "12", KILLED, PART),
    ("es", "Tres de los 12 obreros murieron.", "12", KILLED, PART),
    ("de", "Drei der 12 Arbeiter wurden getötet.", "12", KILLED, PART),
    # Room for so many.
    ("en", "The school built to house 600 people was evacuated.", "600", EVACUATED, OTHER),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "printed", "asks", "kind"), TOLD)
def test_it_is_told(language: str, sentence: str, printed: str, asks: dict[str, Any], kind: str) -> None:
    assert kind in names(told(sentence, printed, asks, language, rules=RULES))


RIGHT = [
    ("en", "80 people were killed, 23 of them in Kursk.", "23", IN_KURSK),
    ("en", "Of the 80 killed, 23 died in Kursk.", "23", IN_KURSK),
    ("en", "3 of the 12 workers were killed.", "3", KILLED),
    ("en", "3 of the 12 killed were children.", "12", KILLED),
    ("en", "A third of the 60 killed, 20, were children.", "60", KILLED),
    ("en", "Turnout fell from 66% to 61%.", "61%", TURNOUT),
    ("en", "Turnout fell 5% to 61%.", "61%", TURNOUT),
    ("en", "The Greens won 21 seats, up from 14.", "21", SEATS),
    ("en", "It was not clear if the 12 killed were soldiers.", "12", KILLED),
    ("en", "Police denied responsibility, but 12 people were killed.", "12", KILLED),
    ("de", "Die Polizei bestritt jede Schuld, sagte aber, dass zwölf Menschen getötet wurden.", "zwölf", KILLED),
    ("en", "4,000 people had to be evacuated.", "4,000", EVACUATED),
    ("en", "450 tram drivers walked out on Tuesday.", "450", STRIKE),
    ("fr", "Deux maisons se sont écroulées.", "Deux", COLLAPSED),
    # "de" is "of" as well as "from".
    ("es", "El balance subió a 80 heridos, y un total de 12 personas murieron.", "12", KILLED),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "printed", "asks"), RIGHT)
def test_its_likes_pass(language: str, sentence: str, printed: str, asks: dict[str, Any]) -> None:
    assert names(told(sentence, printed, asks, language, rules=RULES)) == []
