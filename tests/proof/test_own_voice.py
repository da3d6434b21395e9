"""A sentence in the text's own voice may hold what somebody claims as a noun: nobody says it then."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.proof import kinds
from builder.proof.check import proofread
from tests.factory import changed, write_site


def differs(folder: Path, sentence: str) -> list[str]:
    """What is told of a claim in the text's own voice whose words stand in a sentence."""
    claim = changed(
        "articles/sound-radio-fuse.md",
        "    sources: [ferry-line]\n    via: [harbour-channel]\n    cue: confirmed\n",
        "    attribution: none\n",
    )
    root = write_site(folder, claim)
    (root / "sources").mkdir()
    (root / "sources" / "002_radio.txt").write_text(f"Sound Radio. {sentence}", encoding="utf-8")
    found = [p for p in proofread(root).problems if p.key.startswith("claims[0]")]
    return [p.message for p in found if p.kind is kinds.SPEAKER_DIFFERS]


@pytest.mark.parametrize(
    "sentence",
    [
        "Whatever the Marlo Ferry Line's claims, 140 were aboard.",
        "The Osk Coastguard's own earlier estimates were higher, and 140 were aboard.",
        "The Marlo Line claims of an empty ship were wrong, as 140 were aboard.",
        "Despite Marlo Ferry Line claims there were 140 aboard.",
        "Contrary to the Osk Coastguard reports 140 were aboard.",
        "Marlo Ferry Line reports were wrong: 140 were aboard.",
        "The Marlo Ferry Line’s claims of an empty ship do not hold, for 140 were aboard.",
    ],
)
def test_claims_that_are_a_noun_give_nobody_the_words(
    sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    assert differs(tmp_path, sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The Marlo Ferry Line claims that 140 were aboard.",
        "The Marlo Ferry Line reports 140 aboard.",
        "The Marlo Ferry Line's captain claims 140 were aboard.",
        "Despite the storm the Marlo Ferry Line claims 140 were aboard.",
        "The Marlo Ferry Line claimed that 140 were aboard.",
    ],
)
def test_who_claims_is_still_heard(sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    assert differs(tmp_path, sentence) == ["the sentence gives its words to the ferry line"]


@pytest.mark.parametrize(("name", "told"), [("Sound Radio", False), ("Osk Gazette", True)])
def test_a_text_that_names_its_own_paper_passes_nothing_on(
    name: str, told: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    site = Path(__file__).parents[1] / "sites/valid/content"
    sources = (site / "sources.yml").read_text(encoding="utf-8")
    claim = changed("articles/sound-radio-fuse.md", "    via: [harbour-channel]\n", "")
    entry = f"paper:\n  name: {name}\n  kind: outlet\n  stake: none\n"
    root = write_site(tmp_path, {**claim, "sources.yml": f"{sources}{entry}"})
    (root / "sources").mkdir()
    text = f"Sound Radio. The Marlo Ferry Line confirmed to {name} that 140 were aboard."
    (root / "sources" / "002_radio.txt").write_text(text, encoding="utf-8")
    found = [p.kind for p in proofread(root).problems if p.key == "claims[0]"]
    assert (kinds.RELAY_DROPPED in found) is told
