"""The hand-made lists are whole, fit the texts, and the site carries all that bears on a topic."""

from __future__ import annotations

import copy
import re
from pathlib import Path

import pytest
import yaml
from msgspec.structs import replace

from builder.proof import check
from builder.proof.gold import cover
from builder.values.figures.search import numbers as numbers_of
from tests.proof.test_mutations import ROOT, private_folder

GOLD = ROOT / "tests" / "gold"
LISTS = {file.name: file.read_text(encoding="utf-8") for file in sorted(GOLD.glob("*.yml"))}
# Numbers in names and turns of speech, not figures: "one" and "two" as pronouns, "some".
TURNS = re.compile(r"\b(?:one of|no one|two countries)\b", re.IGNORECASE)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> check.Proofread:
    monkeypatch.setenv("VARIORUM_SOURCES", str(private_folder()))
    return check.proofread(ROOT)


def test_every_article_has_a_list(read: check.Proofread) -> None:
    assert {yaml.safe_load(text)["article"] for text in LISTS.values()} == set(read.site.articles)


def test_all_that_bears_on_a_topic_is_carried(read: check.Proofread) -> None:
    coverage = check.coverage(read, GOLD)
    assert [str(problem) for problem in coverage.problems] == []
    assert coverage.carried == coverage.bearing == 52
    assert all(len(reason) > 20 for _, reason in coverage.left_out)


@pytest.mark.parametrize("name", LISTS)
def test_no_figure_and_no_quotation_is_missing_from_the_list(name: str, read: check.Proofread) -> None:
    """What a machine can find, the hand must have listed; the hand lists more (dates in words, ordinals)."""
    data = yaml.safe_load(LISTS[name])
    assert read.texts is not None
    raw = read.texts[data["text"]].raw
    spans = [tuple(entry["at"]) for entry in data["entries"]]
    marks = [m.span() for m in re.finditer(r"“[^”]*”|\"[^\"]*\"", raw)]
    numbers = [(start, end) for start, end, _ in numbers_of(raw)]
    lacking = [
        raw[start : min(end, start + 20)]
        for start, end in [*marks, *numbers]
        if not any(a < end and start < b for a, b in spans)
    ]
    assert lacking == []


@pytest.mark.parametrize("name", LISTS)
def test_the_list_holds_facts_and_no_sentences(name: str) -> None:
    for entry in yaml.safe_load(LISTS[name])["entries"]:
        assert len(entry["words"].split()) <= 5


def test_a_claim_that_is_taken_away_is_missed(read: check.Proofread) -> None:
    """Of the claims on the lists, none can vanish unnoticed."""
    lists = {str(Path("tests/gold") / name): text for name, text in LISTS.items()}
    named = {
        (data["article"], claim)
        for data in map(yaml.safe_load, LISTS.values())
        for entry in data["entries"]
        for claim in entry.get("claims", [])
    }
    assert len(named) == 51
    for article, claim in sorted(named):
        site = copy.copy(read.site)
        kept = tuple(item for item in site.articles[article].claims if item.id != claim)
        articles = {**site.articles, article: replace(site.articles[article], claims=kept)}
        coverage = cover(lists, replace(site, articles=articles), read.texts)
        assert coverage.problems, (article, claim)
