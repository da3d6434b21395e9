"""What is marked in the private text of a review: a claim's printed words, and lighter around them the passage that shows it."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from builder.adapters.desk.app import FOLDER
from builder.adapters.desk.items import CLAIMED, ERROR, PUT_ASIDE, QUOTED, UNUSED, WARNING
from tests.adapters.desk.asked import Asked
from tests.browser.desk import DRAFT

CLAIM = """claims:
  - id: duration
    question: closure/duration
    printed: at least 16 weeks
    quote: {quote}
    sources: [council]
    cue: told
"""


def claimed(root: Path, quote: str) -> Path:
    """Write the claim with this quotation into the draft, and return the draft's file."""
    article = root / f"content/articles/{DRAFT}.md"
    text = article.read_text("utf-8")
    article.write_text(text.replace("claims: []\n", CLAIM.format(quote=quote), 1), "utf-8")
    return article


def marks(page: str) -> list[tuple[str, str, str]]:
    """Return the marks of a page in order: its classes, the item that it leads to, its words."""
    found = re.findall(r'<a class="mark ([^"]+)" data-jump href="[^"]*at=([^"]+)"[^>]*>([^<]+)</a>', page)
    return [(classes, key, html.unescape(words)) for classes, key, words in found]


def test_the_quotation_is_marked_around_the_printed_words(root: Path, desk: Asked) -> None:
    claimed(root, "will stay closed for at least 16 weeks, the council's engineer")
    page = desk.get(f"/a/{DRAFT}?show=all")
    assert [(classes.split()[0], words) for classes, key, words in marks(page) if key == "c-duration"] == [
        ("quoted", "will stay closed for "),
        ("claimed", "at least 16 weeks"),
        ("quoted", ", the council's engineer"),
    ]


def test_what_stands_in_a_quotation_keeps_its_own_mark(root: Path, desk: Asked) -> None:
    article = claimed(root, "at least 16 weeks, the council's engineer told this paper on Monday, six more")
    more = "  - id: more\n    question: closure/duration\n    printed: six more\n    sources: [council]\n    cue: told\n"
    article.write_text(
        article.read_text("utf-8").replace("    cue: told\n", f"    cue: told\n{more}", 1), "utf-8"
    )
    for at in ("c-duration", "c-more"):
        found = marks(desk.get(f"/a/{DRAFT}?show=all&at={at}"))
        assert [words for _, key, words in found if key == "c-more"] == ["six more"]


def test_what_the_quotation_leaves_out_is_not_marked(root: Path, desk: Asked) -> None:
    claimed(root, '"at least 16 weeks … six more"')
    found = marks(desk.get(f"/a/{DRAFT}?show=claims"))
    assert [words for _, key, words in found if key == "c-duration"] == ["at least 16 weeks", "six more"]


def test_a_quotation_leads_to_its_claim_and_changes_nothing(root: Path, desk: Asked) -> None:
    article = claimed(root, "will stay closed for at least 16 weeks")
    before = article.read_bytes()
    page = desk.get(f"/a/{DRAFT}?show=all")
    [key] = [key for classes, key, _ in marks(page) if classes == QUOTED]
    page = desk.get(f"/a/{DRAFT}?show=all&at={key}")
    assert "Claim: <q>at least 16 weeks</q>" in page
    # Only the printed words are where the editor is.
    assert [words for classes, _, words in marks(page) if "now" in classes.split()] == ["at least 16 weeks"]
    assert article.read_bytes() == before


@pytest.mark.parametrize("state", [CLAIMED, UNUSED, PUT_ASIDE, ERROR, WARNING, QUOTED])
def test_every_mark_has_a_look_of_its_own(state: str) -> None:
    assert re.search(rf"\.mark\.{state}\b[^{{}}]*\{{[^}}]*background", (FOLDER / "desk.css").read_text())
