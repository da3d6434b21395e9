"""What an editor is told to do about a figure leaves the right reading: done as told, nothing is left to tell."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder.proof import kinds
from builder.proof.check import Proofread, proofread
from builder.values import quantity
from tests.factory import changed, write_site

RADIO = "articles/sound-radio-fuse.md"
CLAIM = '    printed: "140"\n    sources: [ferry-line]\n    via: [harbour-channel]\n    cue: confirmed\n'
GIVEN = {
    "up to": "    modifier: up to\n    high: 30\n",
    "about": "    modifier: about\n    low: 30\n    high: 30\n",
    "at least": "    modifier: at least\n    low: 30\n",
    "exactly": "    modifier: exactly\n    low: 30\n    high: 30\n",
}


@pytest.fixture(autouse=True)
def _own_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)


def read(folder: Path, printed: str, given: str, text: str) -> Proofread:
    claim = f'    printed: "{printed}"\n{given}    attribution: none\n'
    root = write_site(folder, changed(RADIO, CLAIM, claim))
    (root / "sources").mkdir()
    (root / "sources" / "002_radio.txt").write_text(f"Sound Radio. {text}", encoding="utf-8")
    return proofread(root)


def told(found: Proofread) -> dict[str, str]:
    wanted = (kinds.HEDGE_DROPPED, kinds.FIGURE_OVERRIDDEN)
    return {p.kind.code: p.message for p in found.problems if p.kind in wanted and "sound-radio" in p.path}


@pytest.mark.parametrize(
    ("printed", "given", "text", "print_", "reads"),
    [
        ("30", "up to", "Up to 30 were aboard.", "Up to 30", "up to 30"),
        ("30", "about", "There were 30 or so aboard.", "30 or so", "about 30"),
        ("30", "about", "It took about 30 of them aboard.", "about 30", "about 30"),
        ("more than 30", "up to", "No more than 30 were aboard.", "No more than 30", "up to 30"),
        ("Thirty", "about", "Thirty people or so were aboard.", "Thirty people or so", "about 30"),
        ("Thirty people", "about", "Thirty people or so were aboard.", "Thirty people or so", "about 30"),
        ("30", "at least", "There were 30 -- if not more -- aboard.", "30 - if not more", "at least 30"),
        ("30", "at least", "Aboard were 30 people, and counting.", "30 people, and counting", "at least 30"),
        (
            "30",
            "at least",
            "Aboard were 30 people at the very least.",
            "30 people at the very least",
            "at least 30",
        ),
        (
            "30",
            "at least",
            "Aboard were 30 people at the minimum.",
            "30 people at the minimum",
            "at least 30",
        ),
        (
            "30",
            "at least",
            "Aboard were 30 men and women, and possibly more.",
            "30 men and women, and possibly more",
            "at least 30",
        ),
    ],
)
def test_words_that_mean_what_was_given_by_hand_are_named(
    printed: str, given: str, text: str, print_: str, reads: str, tmp_path: Path
) -> None:
    message = told(read(tmp_path / "before", printed, GIVEN[given], text))["V112"]
    assert message.endswith(f'; print "{print_}", which the text has, and remove modifier, low and high')
    after = read(tmp_path / "after", print_, "", text)
    assert told(after) == {}
    [value] = [
        claim.value for claim in after.site.articles["sound-radio-fuse"].claims if claim.id == "aboard"
    ]
    assert quantity.caption(value) == reads


def test_only_what_is_read_rightly_is_to_be_removed(tmp_path: Path) -> None:
    found = told(read(tmp_path, "thirty or so", GIVEN["exactly"], "There were thirty or so aboard."))
    assert found == {
        "V112": '"thirty or so" reads as about 30, not 30; if it is read rightly, remove modifier, low and high; '
        "if not, keep them, and say in allow why"
    }
    allowed = (
        GIVEN["exactly"]
        + "    allow:\n      - rule: V112\n        reason: The list names each of the thirty.\n"
    )
    assert told(read(tmp_path / "kept", "thirty or so", allowed, "There were thirty or so aboard.")) == {}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("No more than 30 were aboard.", 'the text has "No more than" before it: up to 30, not 30'),
        ("Up to 30 were aboard.", 'the text has "Up to" before it: up to 30, not 30'),
        ("It took at least 30 aboard.", 'the text has "at least" before it: at least 30, not 30'),
    ],
)
def test_a_hedge_is_named_with_all_its_words(text: str, message: str, tmp_path: Path) -> None:
    assert told(read(tmp_path / "before", "30", "", text)) == {"V111": message}
    hedged = re.findall(r'"(.+?)"', message)[0]
    assert told(read(tmp_path / "after", f"{hedged} 30", "", text)) == {}


@pytest.mark.parametrize(
    "text", ["That means about 30 were aboard.", "Half of 60, which means about 30, were aboard."]
)
@pytest.mark.parametrize("printed", ["about 30", "means about 30"])
def test_what_a_figure_means_is_no_other_figure(text: str, printed: str, tmp_path: Path) -> None:
    found = read(tmp_path, printed, "", text)
    assert told(found) == {}
    [value] = [
        claim.value for claim in found.site.articles["sound-radio-fuse"].claims if claim.id == "aboard"
    ]
    assert quantity.caption(value) == "about 30"


@pytest.mark.parametrize(
    ("text", "wider"),
    [("There were 30 at best aboard.", "30 at best"), ("There were 30 (est.) aboard.", "30 (est.)")],
)
def test_words_that_are_not_read_are_printed_too_and_the_figure_stays_stated(
    text: str, wider: str, tmp_path: Path
) -> None:
    before = told(read(tmp_path / "before", "30", GIVEN["up to"], text))
    assert before["V112"].endswith(
        f'; print "{wider}", which the text has, and keep modifier, low and high for what it means'
    )
    assert "V111" in told(read(tmp_path / "plain", "30", "", text))
    assert told(read(tmp_path / "after", wider, GIVEN["up to"], text)) == {}


@pytest.mark.parametrize(
    ("text", "hedge", "reads"),
    [
        ("Thirty people or so were aboard.", "people or so", "about 30"),
        ("Thirty women and children, and possibly more, were aboard.", "women and children, and possibly more", "at least 30"),
        ("Thirty people a day came aboard.", "people a day", "30 per day"),
    ],
)  # fmt: skip
def test_a_hedge_behind_what_is_counted_is_told(text: str, hedge: str, reads: str, tmp_path: Path) -> None:
    found = told(read(tmp_path, "Thirty", "", text))
    assert found == {"V111": f'the text has "{hedge}" after it: {reads}, not 30'}


def test_a_stated_range_around_the_printed_number_is_left_alone(tmp_path: Path) -> None:
    given = "    modifier: between\n    low: 33\n    high: 37\n"
    assert told(read(tmp_path, "mid-30s", given, "Their number was in the mid-30s aboard.")) == {}
