"""What the précis says stands in the text or in a claim: its names, figures and dates. What it counts itself need not be printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.content.problems import Severity
from builder.proof import kinds
from builder.proof.check import proofread
from tests.factory import changed, valid, write_site

RADIO = "articles/sound-radio-fuse.md"
PRECIS = valid(RADIO).split("---\n")[-1].strip()
TEXT = (
    "Sound Radio\n\nThe ferry Marlo took 140 aboard, the line confirmed on Wednesday. In Ukraine and the U.S. nobody heard of it. "
    "Boats came from the villages of Osk, Pell and Marl Bay, and from Tarn. It began in the night of March 1-2."
)


def found(folder: Path, precis: str, text: str = TEXT, **files: str) -> list[tuple[str, str]]:
    root = write_site(folder, {**changed(RADIO, PRECIS, precis), **files})
    (root / "sources").mkdir()
    (root / "sources" / "002_radio.txt").write_text(text, encoding="utf-8")
    wanted = (kinds.PRECIS_UNPROVED, kinds.DATE_NOT_IN_TEXT, kinds.FIGURE_NOT_IN_TEXT)
    told = [p for p in proofread(root).problems if p.kind in wanted and RADIO in p.path]
    lines = (root / "content" / RADIO).read_text(encoding="utf-8").split("\n")
    for problem in told:
        assert problem.key == ""
        assert problem.message.split('"')[1] in lines[problem.line - 1]
    return [(problem.kind.code, problem.message) for problem in told]


@pytest.fixture(autouse=True)
def _own_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)


@pytest.mark.parametrize(
    "precis",
    [
        "The radio tells of the Marlo and of Sound Radio's own call, and Pell is named.",
        "Listeners heard Ukrainian and American voices.",
        'It has it from the Marlo Ferry Line. Nobody else speaks. "Nowhere" is no name here.',
        "It came through [the Harbour watchers' channel](#claim-aboard).",
        "On Wednesday the line spoke, on 5 March 2031 that is.",
        "It happened in March, in the night of 1-2 March 2031.",
        "It happened on March 1.",
        "It names three villages, and 140 people.",
        "Boats came from three small villages.",
        "It has the same report as the Harbour Post, as The Harbour Post's own headline shows.",
    ],
)
def test_what_text_or_claims_have_is_not_told(precis: str, tmp_path: Path) -> None:
    assert found(tmp_path, precis) == []


@pytest.mark.parametrize(
    ("precis", "told"),
    [
        ("The radio tells of Grimsby.", [("V160", 'neither the text nor a claim has the name "Grimsby"')]),
        (
            "It quotes the Osk Coastguard.",
            [("V160", 'neither the text nor a claim has the name "Coastguard"; it is one of the words of sources.yml: coastguard')],
        ),
        (
            "It quotes the Costguard of Osk.",
            [("V160", 'neither the text nor a claim has the name "Costguard"; it is spelled like "Coastguard" (sources.yml: coastguard)')],
        ),
        ("A Harbour of Posts is told of.", [
            ("V160", 'neither the text nor a claim has the name "Posts"'),
        ]),
        ("The line spoke on 7 March 2031.", [("V159", 'neither the text nor a claim has the date "7 March 2031"')]),
        ("It began in January.", [("V159", 'neither the text nor a claim has the date "January"')]),
        ("It names five villages.", [("V155", 'the text does not print "five"')]),
        ("It names three engineers.", [("V155", 'the text does not print "three"')]),
        ("It names three villages and three engineers.", [("V155", 'the text does not print "three"')]),
        ("It had 150 aboard.", [("V155", 'the text does not print "150"')]),
        (
            "It had 150 aboard in Grimsby, and in Hull, in May 2030.",
            [
                ("V155", 'the text does not print "150"'),
                ("V159", 'neither the text nor a claim has the date "May 2030"'),
                ("V160", 'neither the text nor a claim has the name "Grimsby"'),
                ("V160", 'neither the text nor a claim has the name "Hull"'),
            ],
        ),
    ],
)  # fmt: skip
def test_what_neither_has_is_told(precis: str, told: list[tuple[str, str]], tmp_path: Path) -> None:
    assert found(tmp_path, precis) == told


@pytest.mark.parametrize(
    ("called", "told"), [("places", []), ("towns", []), ("engineers", ['the text does not print "three"'])]
)
def test_places_of_an_answer_are_counted_too(called: str, told: list[str], tmp_path: Path) -> None:
    claim = "    value: 2031-03-01/2031-03-10\n    attribution: none\n"
    more = "  - id: where\n    question: cause/where\n    printed: from Osk\n    value: [osk-sound, pell-rock, tarn]\n    attribution: none\n"
    article = str(changed(RADIO, claim, claim + more)[RADIO]).replace(PRECIS, f"It has three {called}.")
    topic = valid("topics/cause.yml").replace(
        "Where did the Marlo stop?", "At which places did the Marlo stop?"
    )
    places = valid("places.yml") + "tarn:\n  name: Tarn\n  note: Named, not located.\n"
    root = write_site(tmp_path, {RADIO: article, "topics/cause.yml": topic, "places.yml": places})
    (root / "sources").mkdir()
    (root / "sources" / "002_radio.txt").write_text("Sound Radio. It came from Osk.", encoding="utf-8")
    assert [p.message for p in proofread(root).problems if p.kind is kinds.FIGURE_NOT_IN_TEXT] == told


def test_names_are_looked_for_in_english_only(tmp_path: Path) -> None:
    settings = {"site.yml": valid("site.yml") + "language: de\n"}
    assert found(tmp_path, "Das Radio nennt die Passagiere und Grimsby.", **settings) == []


def test_the_line_of_the_words_is_told(tmp_path: Path) -> None:
    root = write_site(
        tmp_path, changed(RADIO, PRECIS, "It says nothing.\n\nIt has nothing.\nIt had 150 aboard in Grimsby.")
    )
    (root / "sources").mkdir()
    (root / "sources" / "002_radio.txt").write_text(TEXT, encoding="utf-8")
    told = [(p.kind.code, p.line) for p in proofread(root).problems if p.kind.code in ("V155", "V160")]
    length = len((root / "content" / RADIO).read_text(encoding="utf-8").rstrip().split("\n"))
    assert told == [("V155", length), ("V160", length)]


def test_how_much_they_weigh() -> None:
    assert kinds.PRECIS_UNPROVED.severity is Severity.WARNING
    assert kinds.DATE_NOT_IN_TEXT.severity is Severity.ERROR


def test_no_precis_holds_it_up(tmp_path: Path) -> None:
    names = "\n\n".join(f"of Abcd{'e' * 40}{number}" for number in range(5_000))
    lists = ("Aa, " * 2_000 + "three villages, " * 300 + "on 3 March 2031 " * 300 + "\n\n") * 8
    told = found(tmp_path, f"It tells {names} {lists}", f"{TEXT} {lists} {names[::-1]}")
    assert [code for code, _ in told].count("V160") == 200
