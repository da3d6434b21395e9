"""Words with a capital that are no names: months, words at a sentence's beginning, countries' adjectives, parts of other names."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.proof import kinds
from builder.proof.check import proofread
from tests.factory import changed, valid, write_site

RADIO = "articles/sound-radio-fuse.md"


@pytest.fixture(autouse=True)
def _own_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)


def strange(folder: Path, name: str, printed: str, text: str, language: str = "en") -> list[str]:
    """The words of a claim that are taken for a misspelling, on a site where the ferry line is called so too."""
    sources = valid("sources.yml").replace("aliases: [Marlo Line,", f"aliases: [Marlo Line, {name},")
    claim = changed(RADIO, '    printed: "140"\n', f'    printed: "{printed}"\n')
    claim[RADIO] = str(claim[RADIO]).replace(
        "outlet: sound-radio\n", f"outlet: sound-radio\nlanguage: {language}\n"
    )
    root = write_site(folder, {**claim, "sources.yml": sources})
    (root / "sources").mkdir()
    (root / "sources" / "002_radio.txt").write_text(f"Sound Radio\n{text}", encoding="utf-8")
    found = [
        p
        for p in proofread(root).problems
        if p.kind is kinds.STRANGE_SPELLING and p.key.startswith("claims[0]")
    ]
    return [problem.message.split('"')[1] for problem in found]


@pytest.mark.parametrize(
    ("name", "printed", "text", "language", "told"),
    [
        ("Marsh", "140 on March 3", "It took 140 on March 3 aboard.", "en", []),
        ("Marsh", "140 in March", "It took 140 in March aboard.", "en", []),
        ("Marsh", "March", "It took 140 aboard, and Ellen March saw them.", "en", []),
        ("Augusta", "140 im August", "Es nahm 140 im August an Bord.", "de", []),
        ("Diciembra", "140 en Diciembre", "Llevó 140 en Diciembre a bordo.", "es", []),
        # A capital from its place, of a word that the text has in small letters too.
        ("Ferrita", "Ferries took 140", "Ferries took 140. Two ferries were late.", "en", []),
        # A name is one: with another name before it, within a sentence, or nowhere in small letters.
        ("Marsh", "Ellen March", "It took 140 aboard, Ellen March and others.", "en", ["March"]),
        ("Ferriesa", "took Ferriess", "It took Ferriess and 140 others, on ferries.", "en", ["Ferriess"]),
        ("Ferriesa", "Ferriess took 140", "Ferriess took 140. Two boats were late.", "en", ["Ferriess"]),
    ],
)  # fmt: skip
def test_a_word_that_is_no_name_is_no_misspelled_one(
    name: str, printed: str, text: str, language: str, told: list[str], tmp_path: Path
) -> None:
    assert strange(tmp_path, name, printed, text, language) == told


def unknown(folder: Path, name: str, text: str) -> list[str]:
    """The words of a text that may be a spelling of a name that the ferry line has too."""
    sources = valid("sources.yml").replace("aliases: [Marlo Line,", f"aliases: [Marlo Line, {name},")
    root = write_site(folder, {"sources.yml": sources})
    (root / "sources").mkdir()
    (root / "sources" / "002_radio.txt").write_text(f"Sound Radio\n{text}", encoding="utf-8")
    found = [p for p in proofread(root, thorough=True).problems if p.kind is kinds.UNKNOWN_NAME]
    return [problem.message.split('"')[1] for problem in found]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("Karlovia's fleet", "It took 140 aboard, as all Karlovian ships do.", []),
        ("Government of Karlovia", "It took 140 Karlovians aboard.", []),
        ("Deposit Guarantee Fund", "It took 140 of Granite Mutual aboard.", []),
        # A word of a name that texts print as a noun.
        (
            "Deposit Guarantee Fund",
            "It took 140 of Granite aboard, and Granite is well, with a guarantee.",
            [],
        ),
        # The same name in other letters, alone or going on as the known one does.
        ("Karlovia's fleet", "It took 140 aboard off Karlowia.", ["Karlowia"]),
        ("Deposit Guarantee Fund", "It took 140 of the Garantee Fund aboard.", ["Garantee"]),
        ("Deposit Guarantee Fund", "It took 140 of Granite Mutual aboard, and Granite is well.", ["Granite"]),
        ("Guarantee", "It took 140 of Garantee Mutual aboard.", ["Garantee"]),
    ],
)
def test_an_adjective_and_a_part_of_another_name_are_no_spellings(
    name: str, text: str, told: list[str], tmp_path: Path
) -> None:
    assert unknown(tmp_path, name, text) == told


def test_a_people_in_another_language_is_no_spelling_and_the_entry_is_named(tmp_path: Path) -> None:
    sources = valid("sources.yml").replace("aliases: [Marlo Line,", "aliases: [Karlovian officials,")
    article = str(changed(RADIO, "outlet: sound-radio", "outlet: sound-radio\nlanguage: de")[RADIO])
    root = write_site(tmp_path, {"sources.yml": sources, RADIO: article})
    (root / "sources").mkdir()
    text = "Sound Radio\nEs nahm 140 der Karloven an Bord, sagten die Karlowian und andere."
    (root / "sources" / "002_radio.txt").write_text(text, encoding="utf-8")
    found = [p.message for p in proofread(root, thorough=True).problems if p.kind is kinds.UNKNOWN_NAME]
    assert found == [
        'the text has "Karlowian", which may be a spelling of "Karlovian" (sources.yml: ferry-line)'
    ]
