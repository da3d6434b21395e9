"""Names and dates of a précis, in the languages that have words for them; what is not looked at in two languages is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.proof import kinds
from builder.proof.check import proofread
from tests.factory import valid, write_site

RADIO = "articles/sound-radio-fuse.md"
PRECIS = valid(RADIO).split("---\n")[-1].strip()
TEXTS = {
    "de": "Sound Radio\n\nDie Fähre Marlo nahm 140 Menschen auf, bestätigte die Reederei am Mittwoch. In der Ukraine und den USA hörte niemand davon. "
    "Boote kamen aus den Orten Osk, Pell und Tarn. Es begann in der Nacht vom 1. auf den 2. März. Sprecherin Ina Dahl war in Hull.",
    "fr": "Sound Radio\n\nLe ferry Marlo a pris 140 personnes, a confirmé la compagnie mercredi. Ni l'Ukraine ni les États-Unis n'en ont rien su. "
    "Des bateaux sont venus d'Osk, de Pell et de Tarn. Cela a commencé dans la nuit du 1er au 2 mars.",
    "es": "Sound Radio\n\nEl ferry Marlo llevó a 140 personas, confirmó la compañía el miércoles. En Ucrania y en EEUU nadie lo supo. "
    "Llegaron barcos de Osk, Pell y Tarn. Empezó en la noche del 1 al 2 de marzo.",
    "ru": "Sound Radio\n\nПаром «Марло» принял 140 человек, подтвердила линия в среду. На Украине и в США об этом не слышали. "
    "Лодки пришли из Оска и Пелла. Это началось ночью 2 марта.",
    "uk": "Sound Radio\n\nПором «Марло» взяв 140 людей, підтвердила лінія в середу. В Україні та США про це не чули. "
    "Човни прийшли з Оска і Пелла. Це почалося вночі 2 березня.",
}  # fmt: skip


def found(folder: Path, precis: str, language: str, site: str | None = None, text: str | None = None) -> list[tuple[str, str]]:  # fmt: skip
    article = valid(RADIO).replace(PRECIS, precis)
    # The article is in English unless it says otherwise.
    article = article.replace("outlet: sound-radio\n", f"outlet: sound-radio\nlanguage: {language}\n")
    settings = valid("site.yml") + f"language: {site or language}\n"
    root = write_site(folder, {RADIO: article, "site.yml": settings})
    (root / "sources").mkdir()
    (root / "sources" / "002_radio.txt").write_text(text or TEXTS[language], encoding="utf-8")
    wanted = (kinds.PRECIS_UNPROVED, kinds.DATE_NOT_IN_TEXT, kinds.FIGURE_NOT_IN_TEXT, kinds.NO_RULES)
    return sorted(
        (p.kind.code, p.message) for p in proofread(root).problems if p.kind in wanted and RADIO in p.path
    )


@pytest.fixture(autouse=True)
def _own_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)


@pytest.mark.parametrize(
    ("language", "precis"),
    [
        ("de", "Das Radio nennt die Passagiere und die Fähre Marlo. Es war in Not, wie Sprecherin Dahl aus Hull sagt."),
        ("de", "Die Reederei bestätigte es. Behörden schweigen, und das Radio sagte nichts dazu."),
        ("de", "Amerikaner und Ukrainer hörten nichts davon. Tonnen Getreide lagen an Bord."),
        ("de", "Es begann am 1. März, in der Nacht vom 1. auf den 2. März 2031."),
        ("de", "Boote kamen aus drei Orten: aus Osk, aus Pell und aus Tarn."),
        ("fr", "La radio parle du Marlo, et ni les Ukrainiens ni les Américains n'en savent rien."),
        ("fr", "Cela a commencé le 1er mars, dit-elle. L'Ukraine n'en sait rien."),
        ("es", "La radio habla del Marlo y de Osk, y ni Ucrania ni Estados Unidos lo saben."),
        ("es", "Empezó el 1 de marzo, en la noche del 1 al 2 de marzo de 2031."),
        ("ru", "Радио говорит о «Марло» и об Оске, и никто в США этого не знает. Это было 2 марта."),
        ("uk", "Радіо говорить про «Марло» і про Оск, і ніхто в США цього не знає. Це було 2 березня."),
    ],
)  # fmt: skip
def test_what_text_or_claims_have_is_not_told(language: str, precis: str, tmp_path: Path) -> None:
    assert found(tmp_path, precis, language) == []


@pytest.mark.parametrize(
    ("language", "precis", "name"),
    [
        ("de", "Das Radio erzählt von Booten aus Grimsby.", "Grimsby"),
        ("de", "Das Radio zitiert den Sprecher Falk.", "Falk"),
        ("de", "Zu Wort kommt auch Ada Brandt.", "Brandt"),
        ("de", "Holm sagte, es sei ruhig gewesen.", "Holm"),
        ("de", "Davon wusste die NATO nichts.", "NATO"),
        ("de", "Es war im Dorf Grimsby.", "Grimsby"),
        ("fr", "La radio parle aussi de Grimsby.", "Grimsby"),
        ("fr", "Elle cite le ministre d'Islande.", "Islande"),
        ("es", "La radio habla también de Grimsby.", "Grimsby"),
        ("ru", "Радио говорит и о Гримсби.", "Гримсби"),
        ("uk", "Радіо говорить і про Грімсбі.", "Грімсбі"),
    ],
)
def test_a_name_that_neither_has_is_told(language: str, precis: str, name: str, tmp_path: Path) -> None:
    assert found(tmp_path, precis, language) == [
        ("V160", f'neither the text nor a claim has the name "{name}"')
    ]


@pytest.mark.parametrize(
    ("language", "precis", "date"),
    [
        ("de", "Die Reederei sprach am 7. März 2031.", "7. März 2031"),
        ("de", "Es begann im Januar.", "Januar"),
        ("de", "Die Reederei sprach am 7.3.2031.", "7.3.2031"),
        ("fr", "La compagnie a parlé le 7/3/2031.", "7/3/2031"),
        ("fr", "La compagnie a parlé le 7 mars 2031.", "7 mars 2031"),
        ("fr", "Cela a commencé en janvier.", "janvier"),
        ("es", "La compañía habló el 7 de marzo de 2031.", "7 de marzo de 2031"),
        ("es", "Empezó en enero.", "enero"),
        ("ru", "Линия сказала это 7 марта.", "7 марта"),
        ("uk", "Лінія сказала це 7 березня.", "7 березня"),
    ],
)
def test_a_date_that_neither_has_is_told(language: str, precis: str, date: str, tmp_path: Path) -> None:
    told = found(tmp_path, precis, language)
    assert ("V159", f'neither the text nor a claim has the date "{date}"') in told
    assert {code for code, _ in told} == {"V159"}


IN_TWO = "not checked: names of the précis: it is in English, and the text in German"


def test_of_a_precis_in_another_language_dates_and_figures_are_looked_at_and_names_are_told_to_rest(
    tmp_path: Path,
) -> None:
    precis = "Some 140 were aboard in the night of 1-2 March 2031, off Tarn, the line said on Wednesday."
    assert found(tmp_path / "right", precis, "de", "en") == [("V158", IN_TWO)]
    wrong = precis.replace("140", "150").replace("1-2 March", "7 March")
    assert found(tmp_path / "wrong", wrong, "de", "en") == [
        ("V155", 'the text does not print "150"'),
        ("V158", IN_TWO),
        ("V159", 'neither the text nor a claim has the date "7 March 2031"'),
    ]


def test_dates_of_a_precis_in_a_language_without_rules_rest(tmp_path: Path) -> None:
    told = found(tmp_path, "Bilo je 7. marca 2031 v Grimsbyju, 140 ljudi.", "de", "sl")
    rest = "not checked: dates in words, names of the précis: it is in Slovenian, and the text in German"
    assert [message for code, message in told if code != "V155"] == [rest]


@pytest.mark.parametrize(
    ("precis", "told"),
    [
        ("Dahl said that boats came.", []),
        ("Brenner said that boats came.", [("V160", 'neither the text nor a claim has the name "Brenner"')]),
        (
            "It has Ina Brenner told of boats.",
            [("V160", 'neither the text nor a claim has the name "Brenner"')],
        ),
        # Other names may be others in the other language.
        ("It is about the Commonwealth.", []),
    ],
)
def test_who_speaks_has_one_name_in_all_languages(
    precis: str, told: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert [item for item in found(tmp_path, precis, "de", "en") if item[0] == "V160"] == told


ABROAD = [
    ("de", "en", "Boats came from Grimsby.", ["Grimsby"]),
    ("de", "en", "Boats came from Osk and lay in Ukraine.", []),
    ("de", "en", "Boats came from Munich.", ["Munich"]),
    ("fr", "en", "It was told in Parliament at Christmas, in English.", []),
    ("es", "de", "Boote kamen aus Grimsby.", ["Grimsby"]),
    ("es", "de", "Boote kamen aus Osk, in Wahrheit aus der Ukraine.", []),
    ("es", "fr", "Des bateaux étaient à Grimsby.", ["Grimsby"]),
    ("fr", "es", "Hubo barcos en Grimsby.", ["Grimsby"]),
    ("fr", "es", "Hubo barcos en Osk y en Ucrania.", []),
]


@pytest.mark.parametrize(("language", "site", "precis", "names"), ABROAD)
def test_a_place_has_one_name_in_all_languages_unless_others_are_known(
    language: str, site: str, precis: str, names: list[str], tmp_path: Path
) -> None:
    told = [message for code, message in found(tmp_path, precis, language, site) if code == "V160"]
    assert told == [f'neither the text nor a claim has the name "{name}"' for name in names]


def test_a_place_is_known_by_its_name_in_the_language_of_the_text(tmp_path: Path) -> None:
    text = f"{TEXTS['de']} Ein Boot lag in München."
    told = found(tmp_path, "A boat lay in Munich.", "de", "en", text)
    assert [code for code, _ in told] == ["V158"]
