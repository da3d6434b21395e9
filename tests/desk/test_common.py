"""What the first articles of a story have in common: figures, speakers and places, as questions and entries to be named."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from builder.content.vocabulary import Answer
from builder.desk.common import shared_figures, shared_places, shared_questions, shared_speakers
from builder.desk.desk import Desk
from builder.desk.entering import ask, enter
from builder.desk.example import remove_example
from builder.desk.intake.add import add
from builder.desk.intake.given import Given
from builder.desk.new import new
from builder.desk.suggest.session import Session
from tests.desk.running import run

TEXTS = {
    "en": (
        """Cable car stops over the Marn

The cable car over the Marn stopped on 3 May 2031 with 31 people aboard. 4 people were injured, the fire service said, and all of
them were in hospital. Ada Holm, the mayor of Osk, said that the line stays closed. According to the Transport Ministry, the cable
broke in Osk. "Nobody told us," Ada Holm said. Nobody said why.
""",
        """Marn line closed

The Marn fire service said on Sunday that 5 people were injured. The mayor, Ada Holm, told reporters that it will stay shut. The
Transport Ministry said that the cable had been looked at near Osk in March, and that nobody had found anything.
""",
    ),
    "de": (
        """Seilbahn über dem Marn steht

Fünf Menschen wurden am Samstag in Osk verletzt, teilte die Feuerwehr mit. "Wir bedauern das", sagte Bürgermeisterin Ada Holm. Jon
Berg sagte, die Bahn bleibe geschlossen, bis das Seil von einem Ende zum anderen geprüft sei. Die Talstation blieb am Sonntag
geschlossen, und auf dem Platz davor standen Busse.
""",
        """Nach dem Unglück

Nach Angaben von Jon Berg fuhren 31 Menschen mit. Ada Holm sagte am Sonntag, die Bahn bleibe bis zum Herbst geschlossen. In Osk
wurden vier Menschen verletzt, und im Krankenhaus liegen noch zwei von ihnen. Die Talstation blieb am Sonntag geschlossen, und auf
dem Platz davor standen Busse.
""",
    ),
    "fr": (
        """Le téléphérique arrêté

Cinq personnes ont été blessées samedi à Osk, ont indiqué les pompiers. Selon le ministère des Transports, le câble avait été
vérifié au printemps. « Nous regrettons », a déclaré la maire Ada Holm devant la gare fermée. La gare d’en bas est restée fermée
dimanche, et des autocars attendaient sur la place.
""",
        """Après l'accident

Selon le ministère des Transports, trente et une personnes étaient à bord. Ada Holm a déclaré dimanche que la ligne resterait
fermée. À Osk, quatre personnes ont été blessées, et deux sont encore à l'hôpital. La gare d’en bas est restée fermée dimanche, et
des autocars attendaient sur la place.
""",
    ),
    "sums": (
        """Pier burns

The damage is put at 31 million crowns, the insurer said. The mayor wants to spend 2 million crowns on a new square before the summer
comes and the guests are back at the water. Nobody knows yet when the boats will go again.
""",
        """After the fire

The damage amounts to 45 million crowns, the harbour office said on Friday. A ticket had cost 30 crowns. Nobody else has said what it
will come to, and the boats lie at the other end of the town until somebody has looked at the piles.
""",
    ),
}  # fmt: skip


def sessions(root: Path, language: str) -> list[Session]:
    new(root, "Marn")
    for path in [
        *root.glob("content/articles/*"),
        *root.glob("content/topics/*"),
        *root.glob("sources/*.txt"),
    ]:
        path.unlink()
    for name in ("stories", "outlets", "sources", "places"):
        (root / f"content/{name}.yml").write_text("{}\n")
    for number, text in enumerate(TEXTS[language]):
        file = root / f"{number}.txt"
        # One line a paragraph, as pages have it.
        file.write_text(re.sub(r"(?<!\n)\n(?!\n)", " ", text))
        add(
            Desk(root),
            str(file),
            Given(
                language=language if len(language) == 2 else "en",
                published="2031-05-04",
                slug=f"text-{number}",
            ),
        )
    return again(root)


def again(root: Path) -> list[Session]:
    desk = Desk(root)
    return [Session(desk, document) for document in desk.documents.values()]


@pytest.mark.parametrize(
    ("language", "speakers"),
    [
        ("en", {"fire service", "Ada Holm", "Transport Ministry"}),
        ("de", {"Ada Holm", "Jon Berg"}),
        ("fr", {"Ada Holm", "ministère des Transports"}),
    ],
)
def test_who_speaks_in_several_and_where(tmp_path: Path, language: str, speakers: set[str]) -> None:
    found = sessions(tmp_path / "site", language)
    named = {one.name for one in shared_speakers(found)}
    assert {one for one in speakers if not any(one in name for name in named)} == set()
    assert not any("Osk" in name or "," in name for name in named)
    alone = {one.name for one in shared_speakers(found, 1)}
    assert not alone & {"Nobody", "Niemand", "Personne"}, "who is nobody speaks nowhere"
    assert [one.name for one in shared_places(found)] == ["Osk"]


def test_they_are_proposed_as_questions_and_leave_once_they_are_there(tmp_path: Path) -> None:
    root = tmp_path / "site"
    found = sessions(root, "en")
    by_answer = {one.answer: one for one in shared_questions(found)}
    assert set(by_answer) == {Answer.QUANTITY, Answer.WORDING, Answer.PLACE}
    assert by_answer[Answer.QUANTITY].counts == "wounded"
    assert by_answer[Answer.PLACE].printed == (("text-0", "Osk"), ("text-1", "Osk"))
    [mayor] = [one for one in shared_speakers(found) if "Holm" in one.name]
    assert mayor.name == "Ada Holm"
    [service] = [one for one in shared_speakers(found) if "service" in one.name]
    assert {words for _, words in service.printed} == {"fire service"}
    desk = Desk(root)
    enter(desk, "sources", {"name": "Ada Holm", "kind": "person", "stake": "party"})
    enter(Desk(root), "places", {"name": "Osk"})
    for one in shared_questions(again(root)):
        given = {
            "text": one.text,
            "short": one.short,
            "answer": one.answer.value,
            "unit": one.unit,
            "counts": one.counts,
            "of": one.of,
        }
        topic = next(iter(Desk(root).site.topics), "")
        path = ask(
            Desk(root),
            given,
            topic,
            {"title": one.topic, "lead": one.text},
            "",
            {"title": "Marn", "summary": "A cable car stopped."},
        )
        assert path
    left = again(root)
    assert not any("Holm" in one.name for one in shared_speakers(left))
    assert shared_places(left) == []
    assert shared_questions(left) == []


def test_a_measure_is_asked_of_its_noun_and_an_apposition_is_who_speaks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    new(tmp_path / "site", "Ostrel")
    remove_example(tmp_path / "site")
    more = "Schools in the town stay shut until Wednesday, and the ferry lies at the quay. " * 4
    for number, tonnes in enumerate(("1.8", "2.5")):
        text = tmp_path / f"{number}.txt"
        text.write_text(
            f"Gas in Ostrel {number}\n\nAbout 4,{number}00 people were taken out of their homes, the mayor of Ostrel, Tove Larn, said. "
            f"The environment agency said that {tonnes} tonnes of chlorine had escaped. {more}\n"
        )
        add(Desk(tmp_path / "site"), str(text), Given(language="en"))
    desk = Desk(tmp_path / "site")
    sessions = [Session(desk, one) for one in desk.documents.values() if one.data.get("draft") is True]
    asked = {one.text: one for one in shared_questions(sessions)}
    assert "How many tonnes of chlorine?" in asked
    assert "In which words does the environment agency tell of it?" in asked
    assert "Tove Larn" in {one.name for one in shared_speakers(sessions)}


def test_people_are_asked_for_and_no_month_speaks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    new(tmp_path / "site", "Ostrel")
    remove_example(tmp_path / "site")
    more = "Schools in the town stay shut until Wednesday, and the ferry lies at the quay. " * 4
    for number, died in enumerate(("One man has", "Four people have")):
        text = tmp_path / f"{number}.txt"
        text.write_text(
            f"Inspection confirmed fever {number}\n\n{died} died, the health office said. It counted 14{number} infections. "
            f"The mill said that its last check, in June, had found nothing. {more}\n"
        )
        add(Desk(tmp_path / "site"), str(text), Given(language="en"))
    desk = Desk(tmp_path / "site")
    sessions = [Session(desk, one) for one in desk.documents.values() if one.data.get("draft") is True]
    asked = {one.text: (one.unit, one.counts) for one in shared_figures(sessions)}
    assert asked == {
        "How many people were killed?": ("people", "killed"),
        "How many people were infected?": ("people", "infected"),
    }
    named = {one.name for one in shared_speakers(sessions)}
    assert "health office" in named
    assert named.isdisjoint({"June", "Inspection"})


def test_a_sum_is_asked_of_the_matter_that_several_texts_name_beside_it(tmp_path: Path) -> None:
    found = [
        one for one in shared_questions(sessions(tmp_path / "site", "sums")) if one.answer is Answer.QUANTITY
    ]
    assert [(one.text, one.unit, one.counts) for one in found] == [
        ("How high is the damage?", "crowns", "damage")
    ]
    assert found[0].printed == (("text-0", "31 million crowns"), ("text-1", "45 million crowns"))


def test_a_currency_is_asked_for_as_its_figures_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_euros = [text.replace("crowns", "euros") for text in TEXTS["sums"]]
    monkeypatch.setitem(TEXTS, "sums", tuple(in_euros))  # type: ignore[arg-type]
    found = shared_questions(sessions(tmp_path / "site", "sums"))
    assert [one.unit for one in found if one.answer is Answer.QUANTITY] == ["EUR"]


def test_the_command_lists_it_with_what_to_type(tmp_path: Path) -> None:
    root = tmp_path / "site"
    sessions(root, "en")
    shown = run(root, "ask").output
    assert "How many people were wounded?" in shown
    assert "text-0: 4; text-1: 5" in shown
    assert "variorum ask --new-topic" in shown
    assert "variorum enter source 'name=fire service'" in shown
    data = json.loads(run(root, "ask", "--format", "json").output)
    assert "wounded" in {one["counts"] for one in data["questions"]}
    assert {one["name"] for one in data["sources"]} >= {"Ada Holm"}
    # Nothing was made of it.
    assert Desk(root).site.topics == {}
