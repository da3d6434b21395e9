"""In a language that nobody has written a file for, rules that need words rest and say so, and no rule misfires."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from builder.content.problems import Severity
from builder.proof import kinds
from builder.proof.check import proofread
from builder.values import lacking
from builder.values.language import Language
from builder.values.language_figures import Numbers
from builder.values.language_parts import Dates, Saying, Turning
from builder.values.language_print import Names
from tests.factory import write_site

RADIO = "articles/sound-radio-fuse.md"
TEXT = """Zvočni radio: trajekt brez toka

Radio Sound poroča v torek, 4. marca 2031. Ladja Marlo se je ustavila v ponedeljek zvečer v ožini Osk Sound.
Trinajst potnikov naj bi bilo ranjenih, je povedal tiskovni predstavnik družbe Marlo Ferry Line, ki podatka ni potrdila.
Na krovu je bilo domnevno 140 ljudi, navaja Harbour watchers' channel. Posadka ni poklicala na pomoč. Morje je bilo mirno.
"""
ARTICLE = """---
outlet: sound-radio
language: {language}
published: 2031-03-04
completeness: full text
source_file: 002_radio.txt
source_sha256: {sha256}
claims:
  - id: aboard
    question: passengers/aboard
    printed: "140"
    sources: [ferry-line]
    via: [harbour-channel]
    cue: domnevno
  - id: ashore
    question: passengers/ashore
    printed: Trinajst
    modifier: exactly
    low: 13
    high: 13
    sources: [ferry-line]
    cue: je povedal
    status: podatka ni potrdila
  - id: stopped
    question: cause/stopped
    printed: v ponedeljek zvečer
    value: 2031-03-03
    sources: [ferry-line]
    said_on: 2031-03-04
    attribution: implied
  - id: weather
    question: cause/weather
    printed: bilo mirno
    value: "no"
    attribution: none
{more}inferred:
  headline: A broadcast has none.
  byline: No speaker is named in the part at hand.
---
Sound Radio tells of 13 people hurt and of 140 aboard, and passes on what the ferry line said of both. It has the ferry
stop on a Monday evening in calm water, and gives no cause for it.
"""
MESSAGE = (
    "content/articles/sound-radio-fuse.md:3: language: not checked: no rules for Slovenian: hedges, verbs of saying, dates in words, "
    "negations and caveats, spellings, names [V158 no-rules]"
)


@pytest.fixture(autouse=True)
def _own_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)


def told(folder: Path, language: str = "sl", more: str = "", text: str | None = TEXT) -> list[str]:
    sha256 = hashlib.sha256((text or TEXT).encode()).hexdigest()
    root = write_site(folder, {RADIO: ARTICLE.format(language=language, sha256=sha256, more=more)})
    if text is not None:
        (root / "sources").mkdir()
        (root / "sources" / "002_radio.txt").write_text(text, encoding="utf-8")
    problems = [
        problem for problem in proofread(root, thorough=True).problems if problem.path.endswith(RADIO)
    ]
    passed = (kinds.LOCATOR_MISSING, kinds.OUTLET_NOT_NAMED, kinds.UNREADABLE_ARTICLE, kinds.SOURCE_MISSING)
    return [str(problem) for problem in problems if problem.kind not in passed]


def test_what_is_not_checked_is_told_once_and_nothing_else(tmp_path: Path) -> None:
    assert told(tmp_path) == [MESSAGE]


def test_it_stops_nothing() -> None:
    assert kinds.NO_RULES.severity is Severity.WARNING


def test_it_is_told_without_the_texts_too(tmp_path: Path) -> None:
    assert told(tmp_path, text=None) == [MESSAGE]


@pytest.mark.parametrize("language", ["en", "en-GB", "de", "fr", "es", "uk", "ru"])
def test_a_language_with_a_file_lacks_nothing(language: str) -> None:
    assert lacking.lacking(language) == ()


def test_in_a_language_with_a_file_these_rules_are_at_work(tmp_path: Path) -> None:
    """The same article in English misfires in each of the ways that the others rest for."""
    found = " ".join(told(tmp_path, "en"))
    for kind in (
        kinds.FIGURE_OVERRIDDEN, kinds.COUNTS_NOT_PRINTED, kinds.VALUE_CONTRADICTED, kinds.STATUS_NOT_PRINTED,
        kinds.FIGURE_NOT_IN_TEXT,
    ):  # fmt: skip
        assert kind.code in found, kind
    assert kinds.NO_RULES.code not in found


def test_no_allowance_is_called_idle_where_its_rule_rests(tmp_path: Path) -> None:
    allow = "    allow:\n      - rule: meaning-cut\n        reason: The text says so.\n"
    assert told(tmp_path, more=allow) == [MESSAGE]


@pytest.mark.parametrize(
    ("saying", "dates", "turning", "names", "lacks"),
    [
        (
            Saying(),
            Dates(),
            Turning(),
            Names(),
            ("verbs of saying", "dates in words", "negations and caveats", "names"),
        ),
        (
            Saying(verbs="je povedal"),
            Dates(),
            Turning(negations="ne"),
            Names(endings="ski"),
            ("dates in words",),
        ),
        (
            Saying(verbs="je povedal"),
            Dates(ago_before="pred"),
            Turning(negations="ne"),
            Names(endings="ski"),
            (),
        ),
    ],
)
def test_of_a_file_that_is_not_whole_what_it_lacks_is_told(
    saying: Saying,
    dates: Dates,
    turning: Turning,
    names: Names,
    lacks: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = Language("Slovene", Numbers({}, {}, {}), saying=saying, dates=dates, turning=turning, names=names)
    monkeypatch.setattr(lacking, "language_file", lambda language: file)
    assert lacking.lacking.__wrapped__("sl") == lacks
