"""The method page explains every label, with an example that the site itself shows."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest

from builder.compare.library import Library, index
from builder.compare.relation import Relation
from builder.compare.rows import Comparison
from builder.compare.topics import compare_topic
from builder.content.load import load
from builder.content.validate import validate
from builder.content.vocabulary import SilenceKind
from builder.proof import budget
from builder.proof.reuse import CONTAINMENT, RUN, SHINGLE
from builder.values.quantity import tolerance

ROOT = Path(__file__).parent.parent
METHOD = (ROOT / "content/method.md").read_text(encoding="utf-8")
# The five texts are at hand and in English, so no article of the story is silent for want of text or of rules.
WITHOUT_EXAMPLE = {
    SilenceKind.TEXT_INCOMPLETE.value,
    SilenceKind.NOT_LOOKED_FOR.value,
    SilenceKind.UNANSWERED.value,
}


@pytest.fixture(scope="module")
def library() -> Library:
    return index(validate(load(ROOT))[0])


def definition(label: str) -> str:
    """Return what the page says of a label: the paragraph under its term."""
    found = re.search(rf"^{label.capitalize()}\n:   (.+?)(?=\n\n\S)", METHOD, re.MULTILINE | re.DOTALL)
    assert found, f'the method page does not define "{label}"'
    return " ".join(found[1].split())


def example(label: str, library: Library) -> tuple[list[str], Comparison]:
    """Return the quoted values of a label's example, and the row that it leads to."""
    found = re.search(r"Example: \[(.+?)\]\(topics/([a-z0-9-]+)\.md#([a-z0-9-]+)\)", definition(label))
    assert found, f'"{label}" has no example'
    topic = compare_topic(library, library.site.topics[found[2]])
    (row,) = [row for row in topic.rows if row.question.id == found[3]]
    return re.findall(r'"([^"]+)"', found[1]), row


@pytest.mark.parametrize("relation", Relation, ids=lambda relation: relation.value)
def test_every_relation_has_an_example_on_the_site(relation: Relation, library: Library) -> None:
    told = re.search(r"Example \(invented, as no answers on this site .+?\): ", definition(relation.value))
    if told:
        # Where the site has none, the page says so, and it is so.
        topics = [compare_topic(library, topic) for topic in library.site.topics.values()]
        found = [one for topic in topics for row in topic.rows for one in row.judgements]
        assert relation not in {one.relation for one in found}
        return
    values, row = example(relation.value, library)
    assert len(values) == 2
    printed = {claim.key: claim.printed for claim in library.claims.values()}
    shown = [{printed[found.a], printed[found.b]} for found in row.judgements if found.relation is relation]
    assert set(values) in shown


@pytest.mark.parametrize("kind", SilenceKind, ids=lambda kind: kind.value)
def test_every_silence_is_explained(kind: SilenceKind, library: Library) -> None:
    if kind.value in WITHOUT_EXAMPLE:
        assert definition(kind.value)
        return
    _, row = example(kind.value, library)
    assert kind in {silence.kind for silence in row.silences}


@pytest.mark.parametrize(
    ("low", "figure", "high"), [(10_800, 12_000, 13_200), (9_000, 10_000, 11_000), (27, 30, 33)]
)
def test_the_reach_of_about_is_as_told(low: int, figure: int, high: int) -> None:
    assert (figure - tolerance(figure), figure + tolerance(figure)) == (low, high)
    told = " ".join(METHOD.split())
    assert re.search(rf'"[Aa]bout {figure:,}"( reaches)? from {low:,} to {high:,}', told)


def test_the_measure_of_copies_is_as_told() -> None:
    told = " ".join(METHOD.split())
    assert (CONTAINMENT, SHINGLE, RUN) == (0.10, 5, 12)
    assert "a tenth or more of the shorter one's runs of five words" in told
    assert "twelve words in a row" in told


def test_the_budget_is_as_told() -> None:
    told = " ".join(METHOD.split())
    assert (4, Fraction(1, 4), 8) == (budget.RUN, budget.LIMIT, budget.APART)
    assert "at most a quarter of its words in sum" in told
    assert "a run of four words or more" in told
    assert "at least eight words of the text are left out" in told
