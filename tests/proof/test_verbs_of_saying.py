"""A verb of saying gives the words to whoever stands before it: in the proof and in proposals, verb by verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.desk.suggest.saying import proposed
from builder.proof import kinds
from builder.proof.check import proofread
from builder.values import speech
from tests.factory import changed, write_site

VERBS = speech.forms("en")
FINITE = sorted(form for form in VERBS if not form.endswith("ing"))
PARTICIPLES = sorted(form for form in VERBS if form.endswith("ing"))


def found(folder: Path, verb: str, who: str, sentence: str) -> Iterator[object]:
    """The kinds of what is wrong with a claim that gives the ferry line's words of a sentence."""
    claim = changed(
        "articles/sound-radio-fuse.md",
        "    via: [harbour-channel]\n    cue: confirmed\n",
        f"    cue: {verb}\n",
    )
    root = write_site(folder, claim)
    (root / "sources").mkdir()
    (root / "sources" / "002_radio.txt").write_text(sentence.format(who=who, verb=verb), encoding="utf-8")
    for problem in proofread(root).problems:
        if problem.key.startswith("claims[0]"):
            yield problem.kind


@pytest.mark.parametrize("verb", FINITE)
@pytest.mark.parametrize(
    ("who", "differs"), [("Marlo Ferry Line", False), ("Osk Coastguard", True)], ids=["own", "another's"]
)
def test_who_stands_before_the_verb_says_it(
    verb: str, who: str, differs: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    wrong = set(found(tmp_path, verb, who, "The {who} {verb} that 140 were aboard."))
    assert (kinds.SPEAKER_DIFFERS in wrong) == differs
    assert (kinds.SOURCE_NOT_NEAR in wrong) == differs
    if not differs:
        assert not wrong & {kinds.ATTRIBUTION_UNFIT, kinds.CUE_NOT_PRINTED, kinds.CUE_DROPPED}


@pytest.mark.parametrize("verb", PARTICIPLES)
def test_a_participle_gives_words_too(verb: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    sentence = "The Marlo Ferry Line kept silent, the {who} {verb} that 140 were aboard."
    assert kinds.SPEAKER_DIFFERS in set(found(tmp_path, verb, "Osk Coastguard", sentence))


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_proposals_know_the_same_verbs(verb: str) -> None:
    assert re.fullmatch(proposed("en"), verb)


@pytest.mark.parametrize(
    "verb", ["insisted", "admitted", "argued", "acknowledged", "testified", "signalled", "denies"]
)
def test_verbs_that_once_stood_in_one_list_only(verb: str) -> None:
    assert verb in VERBS
