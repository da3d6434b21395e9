"""How long a précis has to be goes by its text: a third of a short one is enough."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.content.model import Settings
from builder.content.problems import PRECIS_LENGTH
from builder.proof.check import proofread
from tests.desk.running import run
from tests.factory import changed, valid, write_site

RADIO = "articles/sound-radio-fuse.md"
PRECIS = valid(RADIO).split("---\n")[-1].strip()


def told(folder: Path, precis: str, text: str | None) -> list[str]:
    root = write_site(folder, changed(RADIO, PRECIS, precis))
    if text is not None:
        (root / "sources").mkdir()
        (root / "sources" / "002_radio.txt").write_text(text, encoding="utf-8")
    return [p.message for p in proofread(root).problems if p.kind is PRECIS_LENGTH and RADIO in p.path]


@pytest.mark.parametrize(
    ("words", "text_words", "told_of"),
    [
        (19, None, "the précis has 19 words; 20 to 60 are wanted"),
        (19, 60, "the précis has 19 words; 20 to 60 are wanted"),
        (19, 300, "the précis has 19 words; 20 to 60 are wanted"),
        (20, 300, None),
        (10, 30, None),
        (9, 30, "the précis has 9 words; 10 to 60 are wanted"),
        (1, 3, None),
        (0, 3, "the précis has 0 words; 1 to 60 are wanted"),
        (61, 30, "the précis has 61 words; 20 to 60 are wanted"),
    ],
)
def test_a_short_text_has_a_short_precis(
    words: int, text_words: int | None, told_of: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    text = None if text_words is None else " ".join(["ferry"] * text_words)
    assert told(tmp_path, "word " * words, text) == ([told_of] if told_of else [])


def test_the_bounds_of_a_length() -> None:
    settings = Settings(precis_words=(120, 200))
    assert settings.precis_of(None) == settings.precis_of(360) == settings.precis_of(5000) == (120, 200)
    assert settings.precis_of(300) == (100, 200)
    assert settings.precis_of(0) == (1, 200)


def test_the_desk_asks_for_as_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    root = write_site(tmp_path, {"site.yml": "precis_words: [120, 200]\n"})
    (root / "short.txt").write_text(
        "Sound Radio. " + "The ferry lay there for a night. " * 20, encoding="utf-8"
    )
    result = run(
        root,
        "add",
        str(root / "short.txt"),
        "--slug",
        "short",
        "--outlet",
        "sound-radio",
        "--headline",
        "Night",
    )
    assert result.exit_code == 0, result.output
    draft = (root / "content/articles/short.md").read_text()
    asked = [line for line in draft.splitlines() if line.startswith("# GAP precis: ")]
    assert asked == ["# GAP precis: write 47 to 200 words of your own under the last line of dashes"]
    assert "write 47 to 200 words of your own" in run(root, "publish", "short").output
