"""What the built site has of each of the five texts, added up as a reader adds it up who collects it from all its files."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.build import in_memory
from builder.pages.contribution import Contribution
from builder.pages.views.proof import MOST_SHARES, section
from builder.pages.views.words import Words
from builder.proof import check
from builder.proof.budget import measure
from tests.proof.test_mutations import ROOT, private_folder

SCRIPT = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")


def published(folder: Path) -> Iterator[str]:
    """Yield every line of words in the pages and data of a folder."""
    for file in sorted(folder.rglob("*")):
        if file.suffix in {".html", ".json", ".md"} and file.is_file():
            text = file.read_text(encoding="utf-8")
            if file.suffix == ".html":
                text = html.unescape(TAG.sub("\n", SCRIPT.sub(" ", text)))
            yield from {line for line in text.splitlines() if not line.isspace()}


def test_no_text_is_given_away_in_sum(built_site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARIORUM_SOURCES", str(private_folder()))
    read = check.proofread(ROOT)
    assert read.texts is not None
    strings = [*published(built_site), *published(ROOT / "content" / "articles")]
    shares = {
        article.id: measure(read.texts[article.source_file], strings).percent
        for article in read.site.articles.values()
    }
    assert len(shares) == 5
    assert {article: share for article, share in shares.items() if share > 25} == {}
    # What the check measures of the content alone is nearly all of it.
    for article, budget in read.proof.budgets.items():
        assert budget.percent <= shares[article] <= budget.percent + 10


def test_the_method_page_tells_each_share(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARIORUM_SOURCES", str(private_folder()))
    read = check.proofread(ROOT)
    (method,) = [page for page in in_memory.make(ROOT).pages if page.address == "method/"]
    body = method.body + "".join(part.html for part in method.sections)
    for article, budget in read.proof.budgets.items():
        assert re.search(
            rf'href="[^"]*articles/{article}[^"]*">[^<]*</a></td>\s*<td>{budget.percent} %</td>', body
        )


def test_without_texts_the_method_page_says_that_nothing_was_measured() -> None:
    told = section(Contribution(), texts_at_hand=False, say=Words())
    assert "## How much of each text is published" in told
    assert "the shares were not measured" in told


def test_of_very_many_articles_those_with_the_largest_shares_are_listed() -> None:
    contribution = Contribution()
    for number in range(MOST_SHARES + 20):
        contribution.put("published", f"{number % 26:03}", "The Post", f"post-{number}")
    told = section(contribution, texts_at_hand=True, say=Words())
    shares = [int(share) for share in re.findall(r"\| ([0-9]+) % \|", told)]
    assert len(shares) == MOST_SHARES
    assert shares == sorted(shares, reverse=True)
    assert "20 more articles have smaller shares or the same." in told
