"""What a paper prints around its report: traces of a copy, bylines and lines that credit an agency, in its own language."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.proof import kinds
from builder.proof.check import proofread
from builder.values.agencies import bylined, credited
from tests.factory import valid, write_site

RADIO = "articles/sound-radio-fuse.md"
BODY = "Sound Radio\n\nMarlo, 140 (4 March 2031).\n\n"


def found(folder: Path, text: str, language: str) -> list[str]:
    article = valid(RADIO).replace("outlet: sound-radio\n", f"outlet: sound-radio\nlanguage: {language}\n")
    article = article.replace("completeness: excerpt", "completeness: full text")
    root = write_site(folder, {RADIO: article})
    (root / "sources").mkdir()
    (root / "sources" / "002_radio.txt").write_text(text, encoding="utf-8")
    return [
        p.message for p in proofread(root).problems
        if RADIO in p.path and (p.kind is kinds.COMPLETENESS_UNFIT or "credits" in p.message)
    ]  # fmt: skip


@pytest.fixture(autouse=True)
def _own_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)


@pytest.mark.parametrize(
    ("language", "line", "trace"),
    [
        ("en", "Read the full story on our site", "Read the full story"),
        ("en", "Views: 15", "Views:"),
        ("en", "Sign up to read the rest.", "Sign up to read"),
        ("en", "They will meet again on […]", "[…]"),
        ("en", "They will meet again on [+1204 chars]", "[+1204 chars]"),
        ("de", "Den ganzen Artikel lesen", "Den ganzen Artikel lesen"),
        ("de", "Weiterlesen auf der Seite der Zeitung", "Weiterlesen auf"),
        ("de", "Zuerst erschienen in der Hafenpost", "Zuerst erschienen in"),
        ("fr", "Lire la suite", "Lire la suite"),
        ("fr", "Cet article est réservé aux abonnés.", "Cet article est réservé aux abonnés"),
        ("es", "Seguir leyendo", "Seguir leyendo"),
        ("es", "Suscríbete para leer", "Suscríbete para leer"),
        ("ru", "Читать далее", "Читать далее"),
        ("uk", "Читати далі", "Читати далі"),
    ],
)
def test_a_text_with_traces_of_a_copy_is_not_whole(language: str, line: str, trace: str, tmp_path: Path) -> None:  # fmt: skip
    assert found(tmp_path, f"{BODY}{line}\n", language) == [f'the text has "{trace}"']


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "She was seen to continue, reading the letter."),
        ("de", "Er wollte weiterlesen, sagte sie."),
        ("de", "The paper says: continue reading."),
        ("fr", "La suite se lit demain."),
        ("es", "Siguió leyendo la carta."),
        ("sl", "Continue reading"),
    ],
)
def test_what_is_no_trace_in_its_language_is_none(language: str, line: str, tmp_path: Path) -> None:
    assert found(tmp_path, f"{BODY}{line}\n", language) == []


@pytest.mark.parametrize(
    ("language", "line", "message"),
    [
        ("en", "By Ada Brandt, Associated Press", 'the byline credits "Associated Press", and credit is left out'),
        ("de", "Von Ada Brandt, dpa", 'the byline credits "dpa", and credit is left out'),
        ("fr", "Par Ada Brandt (AFP)", 'the byline credits "AFP", and credit is left out'),
        ("es", "Por Ada Brandt, EFE", 'the byline credits "EFE", and credit is left out'),
        ("uk", "Автор: Ада Брандт, Укрінформ", 'the byline credits "Укрінформ", and credit is left out'),
        ("en", "Source: Reuters", 'the last line credits "Reuters", and credit is left out'),
        ("de", "Quelle: dpa", 'the last line credits "dpa", and credit is left out'),
        ("de", "HAFENPOST, dpa", 'the last line credits "dpa", and credit is left out'),
        ("fr", "Le Courrier avec AFP", 'the last line credits "AFP", and credit is left out'),
        ("es", "Con información de EFE", 'the last line credits "EFE", and credit is left out'),
        ("ru", "Источник: ТАСС", 'the last line credits "ТАСС", and credit is left out'),
    ],
)  # fmt: skip
def test_an_agency_that_is_credited_has_to_be_named(language: str, line: str, message: str, tmp_path: Path) -> None:  # fmt: skip
    text = f"{line}\n\n{BODY}" if "byline" in message else f"{BODY}{line}\n"
    assert found(tmp_path, text, language) == [message]


def test_several_agencies_are_told_one_by_one() -> None:
    assert credited("(dpa/AFP)", "de") == ["dpa", "AFP"]
    assert credited("Quellen: dpa, AFP und Reuters", "de") == ["dpa", "AFP", "Reuters"]
    assert bylined("By contributor By Ada Brandt, Associated Press", "en") == ["Associated Press"]
    assert bylined("Par Ada Brandt avec AFP et Reuters", "fr") == ["AFP", "Reuters"]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "He spoke with Reuters."),
        ("en", "By noon all were ashore, Reuters was told by those aboard, and nobody had been hurt in the long night on the cold sea."),
        ("de", "Sie sprach mit AFP."),
        ("de", "Von Bord kamen alle."),
        ("fr", "Elle a parlé avec AFP."),
        ("es", "Habló con EFE."),
        ("sl", "Vir: Reuters"),
    ],
)  # fmt: skip
def test_a_sentence_credits_nobody(language: str, line: str) -> None:
    assert bylined(line, language) == []
    assert credited(line, language) == []
