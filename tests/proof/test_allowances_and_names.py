"""What the check says of allowances, names and outlets is true, and stops no article that nobody touched."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from builder.content.problems import Problem, Severity, errors
from builder.proof import kinds
from builder.proof.check import proofread
from tests.factory import changed, told, valid, write_site

RADIO = "articles/sound-radio-fuse.md"
TEXT = "Sound Radio. The ferry took 140 aboard, the Marlo Ferry Line confirmed through the Harbour watchers' channel."


@pytest.fixture(autouse=True)
def _own_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)


def read(root: Path, text: str = TEXT) -> list[Problem]:
    """What is wrong with the radio's article, whose text is this one."""
    (root / "sources").mkdir(exist_ok=True)
    (root / "sources" / "002_radio.txt").write_text(text, encoding="utf-8")
    return [problem for problem in proofread(root).problems if problem.path.endswith(RADIO)]


def of(kind: object, found: list[Problem]) -> list[str]:
    return [problem.message for problem in found if problem.kind is kind]


def allowing(reason: str, rule: str = "V113") -> dict[str, str | bytes | None]:
    claim = "    via: [harbour-channel]\n    cue: confirmed\n"
    return changed(RADIO, claim, f"{claim}    allow:\n      - rule: {rule}\n        reason: {reason}\n")


def test_an_idle_allowance_is_told_and_stops_nothing(tmp_path: Path) -> None:
    root = write_site(tmp_path, allowing("It is another word for it."))
    path = root / "content" / RADIO
    path.write_text(path.read_text().replace("2b" * 32, hashlib.sha256(TEXT.encode()).hexdigest()))
    found = read(root)
    idle = [problem for problem in found if problem.kind is kinds.IDLE_ALLOWANCE]
    assert [problem.key for problem in idle] == ["claims[0].allow[0].rule"]
    assert kinds.IDLE_ALLOWANCE.severity is Severity.WARNING
    assert [problem for problem in errors(found) if problem.key.startswith("claims[0]")] == []


@pytest.mark.parametrize(
    "reason",
    [
        '""',
        '" "',
        "'-'",
        "'...'",
        '"?"',
        '"1"',
        "ok",
        "asdf",
        "x",
        "because",
        "see above",
        "it is",
        "ok ok ok",
        "1 2 3 four",
        "a b c d",
        "因为",
    ],
)
def test_an_allowance_without_a_reason_is_an_error(reason: str, tmp_path: Path) -> None:
    [line] = [line for line in told(write_site(tmp_path, allowing(reason))) if "reason" in line]
    assert line.startswith(f"content/{RADIO}:16: claims[0].allow[0].reason: ")
    assert "[V204 bad-value]" in line


@pytest.mark.parametrize(
    "reason",
    [
        "The text says so.",
        "Said of others.",
        "Es steht da.",
        "Так сказано там.",
        "因为报道这样写",
        "Counted in the table.",
    ],
)
def test_a_short_sentence_is_a_reason(reason: str, tmp_path: Path) -> None:
    assert [line for line in told(write_site(tmp_path, allowing(reason))) if "reason" in line] == []


def test_what_a_reason_needs_is_said(tmp_path: Path) -> None:
    [line] = [line for line in told(write_site(tmp_path, allowing("because"))) if "reason" in line]
    assert line == (
        f'content/{RADIO}:16: claims[0].allow[0].reason: "because" says nothing: '
        "write why in a sentence of 3 different words or more [V204 bad-value]"
    )


def test_an_allowance_with_a_missing_reason_is_an_error(tmp_path: Path) -> None:
    [line] = [line for line in told(write_site(tmp_path, allowing("null"))) if "reason" in line]
    assert line.endswith("claims[0].allow[0].reason: an empty value is not a text [V203 wrong-type]")


KOREA = {"sources.yml": valid("sources.yml").replace("Marlo Ferry Line", "South Korea's Ferry Line")}


@pytest.mark.parametrize(
    ("word", "strange"), [("Koreans", False), ("Korea's", False), ("Koreea", True), ("Coreans", False)]
)
def test_a_possessive_makes_no_misspelling_of_its_people(word: str, strange: bool, tmp_path: Path) -> None:
    root = write_site(tmp_path, {**KOREA, **changed(RADIO, 'printed: "140"', f"printed: 140 {word}")})
    found = read(root, f"Sound Radio. The ferry took 140 {word} aboard, South Korea's Ferry Line confirmed.")
    told = of(kinds.STRANGE_SPELLING, found)
    assert told == ([f'"{word}" is spelled like "Korea" (sources.yml: ferry-line)'] if strange else [])


BY_ADDRESS = changed(
    RADIO, "outlet: sound-radio", "outlet: sound-radio\nurl: https://www.news.soundradio.net/1"
)
NAMELESS = TEXT.removeprefix("Sound Radio. ")


def outlets(more: str) -> dict[str, str | bytes | None]:
    return changed("outlets.yml", "  name: Sound Radio\n", f"  name: Sound Radio\n  {more}\n")


@pytest.mark.parametrize(
    ("files", "text", "unnamed"),
    [
        ({}, NAMELESS, True),
        ({}, TEXT, False),
        (outlets("aliases: [Radio of the Sound, SR]"), f"SR. {NAMELESS}", False),
        (outlets("aliases: [Radio of the Sound]"), f"{NAMELESS} Radio of the Sound has more.", False),
        (outlets("aliases: [Radio of the Sound]"), NAMELESS, True),
        ({**outlets("hosts: [soundradio.net]"), **BY_ADDRESS}, NAMELESS, False),
        ({**outlets("hosts: [radio.net]"), **BY_ADDRESS}, NAMELESS, True),
    ],
)  # fmt: skip
def test_names_aliases_and_the_address_prove_an_outlet(
    files: dict[str, str | bytes | None], text: str, unnamed: bool, tmp_path: Path
) -> None:
    found = of(kinds.OUTLET_NOT_NAMED, read(write_site(tmp_path, files), text))
    assert found == (["the text nowhere names Sound Radio"] if unnamed else [])


def test_an_outlet_is_not_unknown_whose_address_is_known(tmp_path: Path) -> None:
    more = valid("outlets.yml") + "nobody:\n  name: An unknown outlet\n  kind: unknown\n"
    files = {
        "outlets.yml": more.replace(
            "  name: Sound Radio\n", "  name: Sound Radio\n  hosts: [soundradio.net]\n"
        ),
        RADIO: str(BY_ADDRESS[RADIO]).replace("outlet: sound-radio", "outlet: nobody"),
    }
    assert of(kinds.OUTLET_NOT_NAMED, read(write_site(tmp_path, files), NAMELESS)) == [
        "its address is one of Sound Radio"
    ]
