"""Lines that no field of the desk has: each has a button that mends it, and a command."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from tests.adapters.desk.asked import Asked
from tests.browser.desk import DRAFT
from tests.desk.running import run

WORDS = "at least 16 weeks"


def _written(root: Path, desk: Asked, before: str, after: str) -> None:
    """Take the first claim, and put other lines into the file by hand."""
    assert run(root, "claim", DRAFT, "closure/duration", WORDS).exit_code == 0
    path = root / f"content/articles/{DRAFT}.md"
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after, 1))


TWICE = "  - id: duration\n    question: closure/vehicles\n    printed: about 6,000\n"


@pytest.mark.parametrize(
    ("before", "after", "key", "button", "gone"),
    [
        ("outlet: tarn-weekly\n", "outlet: tarn-weekly\nmood: grim\n", "mood", "Take “mood” out", "mood"),
        ("claims:\n", f"claims:\n{TWICE}", "claims[1].id", "Call this one “duration-2”", ""),
        (
            "claims:\n",
            "silences:\n  - question: closure/known-since\n    kind: not mentioned\n  - question: closure/known-since\n    kind: not mentioned\n    note: looked twice\nclaims:\n",
            "silences[1].question",
            "Take the second one out",
            "looked twice",
        ),
    ],
    ids=["unknown key", "an id twice", "a silence twice"],
)
def test_a_line_without_a_field_has_a_button(
    root: Path, desk: Asked, before: str, after: str, key: str, button: str, gone: str
) -> None:
    _written(root, desk, before, after)
    page = desk.get(f"/a/{DRAFT}?show=wrong")
    found = {html.unescape(one) for one in re.findall(r'name="key" value="([^"]+)"', page)}
    assert key in found, page
    assert button in html.unescape(page)
    desk.post(f"/a/{DRAFT}", do="line", key=key, go="yes", show="wrong")
    text = (root / f"content/articles/{DRAFT}.md").read_text()
    assert not gone or gone not in text
    page = desk.get(f"/a/{DRAFT}?show=wrong")
    assert f'name="key" value="{key}"' not in page
    # It is a step as any other.
    desk.post(f"/a/{DRAFT}", do="undo")
    assert after.splitlines()[1] in (root / f"content/articles/{DRAFT}.md").read_text()


def test_a_silence_without_its_kind_breaks_no_page(root: Path, desk: Asked) -> None:
    _written(
        root, desk, "claims:\n", "silences:\n  - question: closure/known-since\n  - note: nothing\nclaims:\n"
    )
    assert "V202" in desk.get(f"/a/{DRAFT}")
