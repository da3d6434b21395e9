"""Questions that ask the same of several places, of two strengths, of what was asked for and what was given: which figure is whose."""

from __future__ import annotations

import pytest

from builder.content.model import Place, Question
from builder.content.vocabulary import Answer
from builder.desk.suggest.propose import propose
from builder.proof.text import text_of
from builder.values.dates import parse_edtf


def _asked(id, text, short, unit, counts, of):
    return Question(id, "t", text, short, Answer.QUANTITY, unit, counts, of)


QUAKE = [
    _asked("dead", "How many people were killed in both countries?", "Dead", "people", "killed", "people in Syria and Turkey"),
    _asked("dead-tr", "How many people were killed in Turkey?", "Dead in Turkey", "people", "killed", "people in Turkey"),
    _asked("dead-sy", "How many people were killed in Syria?", "Dead in Syria", "people", "killed", "people in Syria"),
    _asked("houses", "How many buildings collapsed?", "Buildings", "buildings", "collapsed", "buildings"),
    _asked("first", "What was the magnitude of the first earthquake?", "Magnitude", "magnitude", "magnitude", "the first earthquake"),
    _asked("second", "What was the magnitude of the second earthquake?", "Second", "magnitude", "magnitude", "the second earthquake"),
]  # fmt: skip
COURT = [
    _asked("given", "How many years in prison was he given?", "Sentence", "years", "sentenced", "the banker"),
    _asked("sought", "How many years did the prosecutors ask for?", "Sought", "years", "sought", "prosecutors"),
    _asked("customers", "How many euros did customers lose?", "Customers", "euros", "lost", "customers"),
    _asked("lenders", "How many euros did lenders lose?", "Lenders", "euros", "lost", "lenders"),
    _asked("investors", "How many euros did investors lose?", "Investors", "euros", "lost", "investors"),
]  # fmt: skip
STRIKE = [
    _asked("days", "How many days was the strike to last?", "Length", "days", "lasted", "the strike"),
    _asked("hours", "How many hours a week does the union demand?", "Hours", "hours", "working week demanded", "union"),
    _asked("strikers", "How many workers are on strike?", "Strikers", "people", "on strike", "workers"),
    _asked("ferries", "How many ferries stood still?", "Ferries", "ferries", "standing still", "ferries"),
    _asked("moved", "How many residents had to leave their homes?", "Moved out", "people", "evacuated", "residents"),
]  # fmt: skip
PLACES = [
    Place("sy", "Syria", ("Syrien", "Syrie", "Siria")),
    Place("tr", "Turkey", ("Türkei", "Turquie", "Turquía")),
]


def first(questions, language, text, places=PLACES):
    """Return the question that each figure of a text is proposed for first."""
    found = propose(
        text_of("x", text.encode()),
        [],
        questions,
        {},
        parse_edtf("2033-02-06"),
        places=places,
        language=language,
    )
    return {p.printed: p.question.id for p in found if p.kind == "figure" and p.question}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "In Turkey 40 people were killed. In Syria, a doctor said, 30 people had died.", {"40": "dead-tr", "30": "dead-sy"}),
        ("en", "More than 70 people were killed on Monday in Turkey and northwest Syria.", {"More than 70": "dead"}),
        ("en", "The death toll has risen to 71.", {"71": "dead"}),
        ("de", "Die syrische Führung sprach von 30 Todesopfern.", {"30": "dead-sy"}),
        ("de", "Der türkische Minister nannte für sein Land die Zahl von 40 Toten.", {"40": "dead-tr"}),
        ("fr", "En Turquie, le séisme a fait au moins 40 morts. En Syrie, il a fait 30 morts.", {"au moins 40": "dead-tr", "30": "dead-sy"}),
        ("es", "En Siria murieron 30 personas. En Turquía murieron 40 personas.", {"30": "dead-sy", "40": "dead-tr"}),
        # A place that the registry does not have; and where a report was written, if it names another.
        ("en", "Two people died in neighbouring Oskland.", {}),
        ("es", "Dos personas murieron en Oskland.", {}),
        ("en", "Turkey: In the north of Syria 30 people were killed.", {"30": "dead-sy"}),
        ("en", "Turkey: 40 people were killed.", {"40": "dead-tr"}),
        ("en", "SYRIA, Osk (Wire) - The death toll from the earthquake rose to 70 on Monday, a minister said.", {"70": "dead"}),
        # A place of a clause that tells of something else.
        ("en", "The death toll rose to 71 on Monday, a minister said, as rescuers listened for voices under a school in the north of Syria.", {"71": "dead"}),
        # A list gives each place its own, and what has none in the registry is none that is asked for.
        ("es", "Le siguen Turquía con 40 fallecidos, Osca con 13 y Tarna con 9.", {"40": "dead-tr"}),
        ("en", "Worst hit was Oskland with 13 dead, followed by Syria with 30 and Pell with 9.", {"30": "dead-sy"}),
        ("en", "The worst hit was Oskland, where 13 people died.", {}),
        ("en", "The worst hit was Syria, where at least 13 people died.", {"at least 13": "dead-sy"}),
        # The name may stand behind its figure, and the last of the list is none of all of them either.
        ("fr", "Dans le détail, 40 personnes ont été tuées en Turquie, 30 en Syrie, 13 dans la province d’Osk et 9 à Tarn.", {"40": "dead-tr", "30": "dead-sy"}),
        ("en", "It caused 40 deaths in Turkey, 30 in the north of Syria and 13 in Osk.", {"40": "dead-tr", "30": "dead-sy"}),
        ("de", "In zehn Dörfern gab es Tote: Syrien, weit im Süden, zählte 30 Tote, gefolgt von der Türkei (13 Tote) und Osk (9).", {"30": "dead-sy", "13": "dead-tr"}),
        # What struck a country killed people; how many of them there, it does not say.
        ("en", "The quake that rocked the south of Syria killed 70 people, officials said.", {"70": "dead"}),
        ("fr", "Le séisme qui a frappé lundi le sud de la Syrie a fait 70 morts.", {"70": "dead"}),
        ("es", "El terremoto que sacudió el lunes Siria dejó 70 muertos.", {"70": "dead"}),
        ("de", "Bei dem Beben, das Syrien am Montag erschütterte, starben 70 Menschen.", {"70": "dead"}),
        ("uk", "Землетрус, який сколихнув Сирію, забрав життя 70 людей.", {"70": "dead"}),
        ("es", "La más afectada es Siria -al sur de Turquía y cerca del mar-, donde se registran ya 30 fallecidos.", {"30": "dead-sy"}),
    ],
)  # fmt: skip
def test_a_figure_is_of_the_place_that_is_named_with_it(language, text, expected):
    assert first(QUAKE, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The 6.4 magnitude earthquake struck at dawn.", {"6.4": "first"}),
        (
            "en",
            "It was followed by another earthquake measuring 5.7 on the Richter scale.",
            {"5.7": "second"},
        ),
        ("de", "Ein weiteres Beben der Stärke 5,7 folgte.", {"5,7": "second"}),
        ("fr", "Un deuxième séisme de magnitude 5,7 a suivi.", {"5,7": "second"}),
        ("es", "El primer sismo, de 6,4 grados, se produjo de noche.", {"6,4 grados": "first"}),
        ("en", "She lived in a seven-storey building near the river.", {}),
    ],
)
def test_how_strong_it_was_and_which_one(language, text, expected):
    assert first(QUAKE, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The prosecutors had sought 12 years.", {"12 years": "sought"}),
        ("de", "Die Staatsanwaltschaft hatte zwölf Jahre Haft gefordert.", {"zwölf Jahre": "sought"}),
        ("fr", "Les procureurs avaient requis une peine de douze ans.", {"douze ans": "sought"}),
        ("es", "Los fiscales habían pedido doce años de prisión.", {"doce años": "sought"}),
        (
            "en",
            "Investors lost 3 million euros, and customers lost 9 million euros.",
            {"3 million euros": "investors", "9 million euros": "customers"},
        ),
        (
            "fr",
            "Les clients ont perdu 9 millions d'euros et les investisseurs 3 millions d'euros.",
            {"9 millions d'euros": "customers", "3 millions d'euros": "investors"},
        ),
    ],
)  # fmt: skip
def test_whose_loss_and_whose_demand_it_is(language, text, expected):
    assert first(COURT, language, text, []) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The union called for a six-day strike.", {"six-day": "days"}),
        ("en", "Some 4,000 dockers walked out.", {"Some 4,000": "strikers"}),
        ("de", "Rund 4000 Hafenarbeiter legten die Arbeit nieder.", {"Rund 4000": "strikers"}),
        ("fr", "Quelque 4000 dockers sont en grève.", {"Quelque 4000": "strikers"}),
        ("es", "Unos 4000 estibadores están en huelga.", {"Unos 4000": "strikers"}),
        ("en", "Three of the six ferries stood still.", {"Three": "ferries"}),
        ("es", "De los 900 vecinos, 300 tuvieron que abandonar sus casas.", {"300": "moved"}),
    ],
)
def test_words_for_who_is_counted_are_one_in_all_languages(language, text, expected):
    assert first(STRIKE, language, text, []) == expected


def test_thousands_in_the_lead_leave_their_question_to_the_number_further_down():
    text = (
        "Thousands of residents have been evacuated. Authorities have evacuated about 5,000 residents so far."
    )
    assert first(STRIKE, "en", text, []) == {"about 5,000": "moved"}
