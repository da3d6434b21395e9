"""What an editor is told to do about a figure leaves the right reading: done as told, nothing is left to tell."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder.content.problems import Severity
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


REASON = "    allow:\n      - rule: {rule}\n        reason: The editor has counted them all.\n"


@pytest.mark.parametrize(
    ("printed", "modifier", "low", "high"),
    [
        ("at least 30", "exactly", 50, 50),
        ("at least 30", "exactly", 30, 30),
        ("at least 30", "about", 30, 30),
        ("at least 30", "up to", None, 30),
        ("at least 30", "more than", 30, None),
        ("at least 30", "at least", 31, None),
        ("up to 30", "exactly", 30, 30),
        ("up to 30", "at least", 30, None),
        ("more than 30", "exactly", 31, 31),
        ("fewer than 30", "exactly", 29, 29),
        ("nearly 30", "exactly", 30, 30),
        ("between 20 and 30", "exactly", 30, 30),
        ("between 20 and 30", "at least", 20 + 1, None),
        ("about 30", "exactly", 50, 50),
        ("30", "exactly", 50, 50),
        ("30", "up to", None, 20),
    ],
)
def test_no_reason_makes_a_figure_another_one(
    printed: str, modifier: str, low: int | None, high: int | None, tmp_path: Path
) -> None:
    bounds = "".join(
        f"    {key}: {value}\n" for key, value in (("low", low), ("high", high)) if value is not None
    )
    given = f"    modifier: {modifier}\n{bounds}" + REASON.format(rule="V112")
    found = read(tmp_path, printed, given, f"It took {printed} aboard.")
    assert "V112" in told(found)
    [refused] = [p for p in found.problems if p.kind is kinds.ALLOWANCE_CONTRADICTS]
    assert refused.key == "claims[0].allow[0].rule"
    assert refused.kind.severity is Severity.ERROR
    # The advice mends it, in both its halves: remove all, or show the words alone.
    assert told(read(tmp_path / "removed", printed, "", f"It took {printed} aboard.")) == {}
    vague = "    modifier: vague\n" + REASON.format(rule="V112")
    assert told(read(tmp_path / "vague", printed, vague, f"It took {printed} aboard.")) == {}


@pytest.mark.parametrize(
    ("printed", "given"),
    [
        ("30 or so", GIVEN["exactly"]),
        ("30", GIVEN["about"]),
        ("30", GIVEN["up to"]),
        ("more than 30", "    modifier: at least\n    low: 30\n"),
        ("about 30", "    modifier: between\n    low: 25\n    high: 35\n"),
    ],
)
def test_a_reason_may_leave_more_room_or_know_of_a_hedge(printed: str, given: str, tmp_path: Path) -> None:
    found = read(tmp_path, printed, given + REASON.format(rule="V112"), f"It took {printed} aboard.")
    assert told(found) == {}
    assert kinds.ALLOWANCE_CONTRADICTS not in {problem.kind for problem in found.problems}


@pytest.mark.parametrize(
    ("hedge", "firm"), [("at least", True), ("up to", True), ("nearly", True), ("about", False)]
)
def test_no_reason_leaves_out_that_a_figure_is_a_bound(hedge: str, firm: bool, tmp_path: Path) -> None:
    found = read(tmp_path, "30", REASON.format(rule="hedge-dropped"), f"It took {hedge} 30 aboard.")
    assert ("V111" in told(found)) == firm
    assert (kinds.ALLOWANCE_CONTRADICTS in {problem.kind for problem in found.problems}) == firm


def test_no_reason_lets_words_stand_that_the_quoted_passage_does_not_have(tmp_path: Path) -> None:
    given = '    quote: "at least 30 aboard"\n' + REASON.format(rule="V105")
    codes = {
        p.kind.code
        for p in read(tmp_path, "50", given, "It took at least 30 aboard. It has 50 seats.").problems
    }
    assert {"V105", "V191"} <= codes


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


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("61", "The number aboard rose by 12 to 61."),
        ("40", "The number aboard rose by 30 to 40."),
        ("£3.4m", "It cost £3.4m ($4.2m), the ferry line said."),
    ],
)
def test_what_a_figure_rose_to_is_right_as_it_stands(printed, text, tmp_path):
    assert told(read(tmp_path, printed, "", text)) == {}


@pytest.mark.parametrize(
    ("printed", "text", "message"),
    [
        ("12 to 61", "The number aboard rose by 12 to 61.", "these words are no range"),
        ("30 to 40", "The number aboard rose by 30 to 40.", "these words are no range"),
        ("30", "The number aboard was 30, perhaps 40.", '"perhaps" may change the figure'),
        ("30", "Twice 30 people were aboard.", "begins a second figure"),
        ("30", "Possibly 30 people were aboard.", '"Possibly" may change the figure'),
        (
            "close to 30",
            "Nowhere close to 30 people were aboard.",
            '"Nowhere close to" may change the figure',
        ),
    ],
)
def test_what_makes_another_figure_of_it_is_told(printed, text, message, tmp_path):
    found = told(read(tmp_path, printed, "", text))
    assert list(found) == ["V111"]
    assert message in found["V111"]


@pytest.mark.parametrize(
    ("printed", "text", "figure"),
    [
        ("$4.2m", "It cost £3.4m ($4.2m), the ferry line said.", "£3.4m"),
        ("€3.9m", "It cost £3.4m ($4.2m, €3.9m), the ferry line said.", "£3.4m"),
        ("about $4.2m", "It cost £3.4m, or about $4.2m, the ferry line said.", "£3.4m"),
        ("$4.2m", "It cost about £3.4m, or $4.2m, the ferry line said.", "about £3.4m"),
    ],
)
def test_a_conversion_is_told_once_with_the_figure_to_print(printed, text, figure, tmp_path):
    found = read(tmp_path, printed, "", text)
    codes = {p.kind.code: p.message for p in found.problems if "sound-radio" in p.path}
    assert codes["V139"] == f'the text has it for "{figure}": print that'
    assert not {"V111", "V112"} & codes.keys()


def test_the_scale_of_what_a_count_became_is_told_of_what_it_was(tmp_path):
    text = "The number aboard fell from 52 to 40 million."
    message = "the text has the scale of the next figure for it too: 52,000,000, not 52; print both with what joins them, and state modifier, low and high"
    assert told(read(tmp_path / "bare", "52", "", text)) == {"V111": message}
    given = "    modifier: exactly\n    low: 52000000\n    high: 52000000\n"
    assert told(read(tmp_path / "both", "from 52 to 40 million", given, text)) == {}


@pytest.mark.parametrize(
    ("printed", "given", "text"),
    [
        ("Dozens", "    modifier: exactly\n    low: 36\n    high: 36\n", "Dozens were aboard."),
        ("£3m", "    unit: EUR\n", "It cost £3m in all aboard."),
    ],
)
def test_no_reason_makes_a_figure_of_vague_words_or_euros_of_pounds(printed, given, text, tmp_path):
    reason = "    allow:\n      - rule: V112\n        reason: The table has it so.\n"
    found = read(tmp_path, printed, given + reason, text)
    assert {"V112", "V193"} <= {p.kind.code for p in found.problems if "sound-radio" in p.path}


def test_words_that_go_on_behind_a_vague_one_are_told(tmp_path):
    found = told(read(tmp_path, "Dozens", "", "Dozens, if not hundreds, were aboard."))
    assert found == {"V111": 'the text has ", if not hundreds" after it: dozens if not hundreds, not dozens'}
