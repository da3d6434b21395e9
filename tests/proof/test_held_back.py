"""While a file is not understood, nothing is concluded from what the others do not have; that is said in one line."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.cli.main import main
from builder.cli.report import coverage_text
from builder.content.load import load
from builder.content.problems import Problem, errors
from builder.content.validate import validate
from builder.desk.new import new
from builder.proof import check as reading
from builder.proof.across import across
from builder.proof.check import fix_locators, proofread
from builder.proof.failed import NOTHING, Failed
from builder.proof.text import Text
from tests.desk.running import run
from tests.factory import write_site
from tests.proof.test_reuse import REPRINT, WIRE

POST, RADIO = "articles/harbour-post-adrift.md", "articles/sound-radio-fuse.md"
HEAD = "until this file is right, these are not looked for: "
ANSWERS = "questions without an answer, scopes that all others give"
STATEMENTS = "statements that stand alone"
NAMES = "who and what the texts name"
TARN, COAST = "articles/tarn-observer-bridge-shut.md", "articles/coast-radio-detour.md"


@pytest.fixture(autouse=True)
def _own_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)


def told(root: Path) -> list[str]:
    return [str(problem) for problem in proofread(root, thorough=True).problems]


def held(root: Path) -> list[str]:
    return [line for line in told(root) if line.endswith("[V219 held-back]")]


def kinds(root: Path) -> list[str]:
    return [problem.kind.name for problem in proofread(root, thorough=True).problems]


def change(root: Path, name: str, *pairs: tuple[str, str]) -> None:
    """Replace words in a file of the content; each must stand there once."""
    path = root / "content" / name
    text = path.read_text(encoding="utf-8")
    for old, now in pairs:
        assert text.count(old) == 1, (old, text.count(old))
        text = text.replace(old, now)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    """The tiny valid site without texts; both articles print one statement."""
    root = write_site(tmp_path)
    for name in (POST, RADIO):
        change(
            root,
            name,
            ("question: passengers/aboard\n", "question: passengers/aboard\n    statement: head-count\n"),
        )
    assert told(root) == []
    return root


def misnamed(root: Path, old: str, now: str) -> None:
    (root / "content" / now).parent.mkdir(exist_ok=True)
    (root / "content" / old).rename(root / "content" / now)


BROKEN: dict[str, Callable[[Path], object]] = {
    "an outlet that is none": lambda root: change(root, POST, ("outlet: harbour-post", "outlet: The Post")),
    "a key that there is not": lambda root: change(root, POST, ("completeness:", "completness:")),
    "no yaml": lambda root: change(root, POST, ("outlet: harbour-post", "outlet: [harbour-post")),
    "nothing in it": lambda root: (root / "content" / POST).write_text("", encoding="utf-8"),
    "no text": lambda root: (root / "content" / POST).write_bytes(b"\xff"),
    "a name that is none": lambda root: misnamed(root, POST, "articles/Harbour Post.md"),
    "another ending": lambda root: misnamed(root, POST, "articles/harbour-post-adrift.markdown"),
    "another folder": lambda root: misnamed(root, POST, "articles/2031/harbour-post-adrift.md"),
    "a link to nothing": lambda root: (
        (root / "content" / POST).unlink(), (root / "content" / POST).symlink_to("nothing")
    ),
}  # fmt: skip


@pytest.mark.parametrize("way", BROKEN)
def test_one_article_that_is_not_understood_makes_no_other_wrong(way: str, ferry: Path) -> None:
    BROKEN[way](ferry)
    problems = proofread(ferry).problems
    broken = {problem.path for problem in errors(problems)}
    assert len(broken) == 1
    assert [str(problem) for problem in problems if problem not in errors(problems)] == [
        f"{broken.pop()}:1: {HEAD}{ANSWERS}; {STATEMENTS} [V219 held-back]"
    ]


def test_without_it_all_of_this_is_told(ferry: Path) -> None:
    (ferry / "content" / POST).unlink()
    assert kinds(ferry) == [
        "lone-statement",
        "unanswered-question",
        "unanswered-question",
        "unanswered-question",
    ]


def test_a_question_that_is_misspelt_may_be_any(ferry: Path) -> None:
    change(ferry, POST, ("question: cause/weather", "question: cause/wether"))
    assert [line.partition(": ")[2] for line in told(ferry)] == [
        f"{HEAD}{ANSWERS}; {STATEMENTS} [V219 held-back]",
        'claims[4].question: unknown question "cause/wether" (did you mean "cause/weather"?) [V206 unknown-question]',
    ]


ASKED = """  - id: whistle
    text: Did the Marlo blow her whistle?
    short: Whistle
    answer: yes-no
"""


def ask(root: Path) -> None:
    """Add a question without an answer."""
    path = root / "content" / "topics" / "cause.yml"
    path.write_text(path.read_text(encoding="utf-8") + ASKED, encoding="utf-8")


def test_an_error_that_hides_no_claim_holds_nothing_back(ferry: Path) -> None:
    ask(ferry)
    change(
        ferry, RADIO, ("outlet: sound-radio", "outlet: sound-radoi"), ("2031-03-04/2031-03-05", "2031-03-40")
    )
    assert kinds(ferry) == ["unknown-outlet", "impossible-date", "unanswered-question"]


def test_what_a_draft_answers_or_states_is_not_called_alone(ferry: Path) -> None:
    change(ferry, POST, ("outlet: harbour-post\n", "outlet: harbour-post\ndraft: true\n"))
    assert [line.partition(": ")[2] for line in told(ferry)] == [
        f'questions[{number}]: no article answers "{id}" but the draft "harbour-post-adrift" [V161 unanswered-question]'
        for number, id in ((1, "where"), (2, "weather"), (1, "ashore"))
    ]


def test_a_topic_that_is_not_understood_leaves_the_others_as_they_are(ferry: Path) -> None:
    ask(ferry)
    change(
        ferry,
        "topics/passengers.yml",
        ("    answer: quantity\n    unit: people\n    counts: aboard", "    answer: guess"),
    )
    change(ferry, RADIO, ("question: cause/reason\n", "question: cause/reason\n    statement: fuse\n"))
    assert [line for line in told(ferry) if "V204" not in line] == [
        'content/topics/cause.yml:20: questions[4]: no article answers "whistle" [V161 unanswered-question]',
        f"content/topics/passengers.yml:1: {HEAD}{STATEMENTS} [V219 held-back]",
    ]


@pytest.mark.parametrize("name", ["sources", "places", "outlets"])
def test_a_registry_that_cannot_be_read_is_told_once_with_what_waits_for_it(name: str, ferry: Path) -> None:
    (ferry / "content" / f"{name}.yml").write_text("{", encoding="utf-8")
    assert held(ferry) == [f"content/{name}.yml:1: {HEAD}ids that are nowhere defined [V219 held-back]"]
    assert len(told(ferry)) == 2


def test_settings_that_cannot_be_read_make_no_quote_too_long(ferry: Path) -> None:
    change(
        ferry, POST, ("quote: about 140 passengers were on board", f"quote: about 140{' passengers' * 30}")
    )
    change(ferry, "site.yml", ("quote_limit: 12", "quote_limit: 40"))
    assert told(ferry) == []
    change(ferry, "site.yml", ("precis_words: [20, 60]", "precis_words: [20]"))
    assert [line for line in told(ferry) if "V204" not in line] == [
        f"content/site.yml:1: {HEAD}the lengths of quotes and of the précis [V219 held-back]"
    ]


def test_stories_that_cannot_be_read_make_no_topic_an_orphan(ferry: Path) -> None:
    path = ferry / "content" / "stories.yml"
    text = path.read_text(encoding="utf-8").replace("    - cause\n", "")
    more = "second:\n  title: Another\n  summary: Of the same ferry.\n  topics: [cause]\n"
    path.write_text(text + more, encoding="utf-8")
    assert told(ferry) == []
    path.write_text(text + more.replace("title:", "titel:"), encoding="utf-8")
    assert kinds(ferry) == ["missing-key", "unknown-key"]
    path.write_text(text + more.replace("[cause]", "cause"), encoding="utf-8")
    assert kinds(ferry) == ["wrong-type"]
    path.write_text("{", encoding="utf-8")
    assert held(ferry) == [f"content/stories.yml:1: {HEAD}topics in no story [V219 held-back]"]
    path.write_text(text, encoding="utf-8")
    assert kinds(ferry) == ["orphan-topic"]


@pytest.mark.parametrize(
    ("old", "now", "wanted"),
    [
        ("topics/cause.yml", "topics/Cause.yml", "bad-name"),
        ("topics/cause.yml", "topics/cause.yaml", "wrong-ending"),
        ("topics/cause.yml", "topics/more/cause.yml", "not-read"),
        (POST, "articles/Harbour Post adrift.md", "bad-name"),
    ],
)
def test_what_has_another_name_is_not_unknown(old: str, now: str, wanted: str, ferry: Path) -> None:
    change(ferry, RADIO, ("completeness:", "copy_of: harbour-post-adrift\ncompleteness:"))
    assert told(ferry) == []
    misnamed(ferry, old, now)
    assert [kind for kind in kinds(ferry) if kind != "held-back"] == [wanted]


def test_an_entry_with_another_name_is_not_unknown(ferry: Path) -> None:
    change(ferry, "outlets.yml", ("sound-radio:", "Sound Radio:"))
    change(ferry, "sources.yml", ("coastguard:", "Coastguard:"))
    assert [kind for kind in kinds(ferry) if kind != "held-back"] == ["bad-name", "bad-name"]


def test_a_source_without_an_entry_makes_no_statement_and_no_channel_stand_alone(ferry: Path) -> None:
    via = "sources: [ferry-line]\n    via: [harbour-channel]"
    change(ferry, RADIO, (via, "sources: [harbour-channel, ferry-lime]"))
    assert kinds(ferry) == ["unknown-source"]
    change(ferry, RADIO, (", ferry-lime]", "]"))
    assert kinds(ferry) == ["lone-statement", "lone-statement", "no-originator"]


@pytest.fixture
def bridge(tmp_path: Path) -> Path:
    """The site that somebody starts with: two articles with their texts, and a place and a source more."""
    root = tmp_path / "bridge"
    new(root)
    return root


def rewrite(root: Path, name: str, change_: Callable[[str], str]) -> None:
    """Change an article's text, and have the article know it."""
    article = root / "content" / name
    text = root / "sources" / f"{article.stem}.txt"
    before = hashlib.sha256(text.read_bytes()).hexdigest()
    text.write_text(change_(text.read_text(encoding="utf-8")), encoding="utf-8")
    now = hashlib.sha256(text.read_bytes()).hexdigest()
    article.write_text(article.read_text(encoding="utf-8").replace(before, now), encoding="utf-8")
    for path, data in fix_locators(proofread(root), "2031-05-09")[1].items():
        path.write_bytes(data)


SCOPED = ("cue: said\n    quote: at least 5,000", "cue: said\n    scope: on a day\n    quote: at least 5,000")
ALLOWED = """quote: About 4,200 vehicles
    allow:
      - rule: V144
        reason: The question says it.
"""


def test_an_allowance_is_idle_only_where_its_rule_was_asked(bridge: Path) -> None:
    change(bridge, COAST, SCOPED)
    assert kinds(bridge) == ["scope-unfit"]
    change(bridge, TARN, ("quote: About 4,200 vehicles\n", ALLOWED))
    assert told(bridge) == []
    change(bridge, COAST, ("outlet: coast-radio", "outlet: Coast"))
    assert held(bridge) == [
        f"content/{COAST}:1: {HEAD}allowances that find nothing; copies that are not marked; {ANSWERS} [V219 held-back]"
    ]
    change(bridge, COAST, ("outlet: Coast", "outlet: coast-radio"), tuple(reversed(SCOPED)))
    assert kinds(bridge) == ["idle-allowance"]


@pytest.mark.parametrize(
    ("name", "old", "now", "wanted"),
    [
        (TARN, "quote: About 4,200 vehicles", "quote: About 4,200 carts", "quote-not-found"),
        (
            TARN,
            "sources: [council]\n    cue: according to",
            "sources: [councils]\n    cue: according to",
            "unknown-source",
        ),
        ("../sources/tarn-observer-bridge-shut.txt", "since Tuesday", "since  Tuesday", "source-changed"),
    ],
)
def test_an_allowance_is_not_idle_where_rules_rest(
    name: str, old: str, now: str, wanted: str, bridge: Path
) -> None:
    change(bridge, COAST, SCOPED)
    change(
        bridge,
        TARN,
        ("quote: About 4,200 vehicles\n", ALLOWED.replace("V144", "V122")),
    )
    assert kinds(bridge) == ["scope-unfit", "idle-allowance"]
    change(bridge, COAST, tuple(reversed(SCOPED)))
    change(bridge, name, (old, now))
    assert kinds(bridge) == [wanted]


PLACES = "ostmark:\n  name: Ostmark\nostmarsh:\n  name: Ostmarsh\n"
CROSSING = """  - id: towns
    question: closure/towns
    printed: Ostmark and Ostmarsh
    modifier: exactly
    low: 2
    high: 2
    sources: [council]
    cue: said
"""
TOWNS = """  - id: towns
    text: How many towns does the bridge join?
    short: Towns
    answer: quantity
    unit: towns
    counts: towns
    of: towns that the bridge joins
"""


def test_names_of_a_registry_that_is_not_whole_are_not_counted_on(bridge: Path) -> None:
    for name, more in (("places.yml", PLACES), ("topics/closure.yml", TOWNS)):
        path = bridge / "content" / name
        path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    change(bridge, TARN, ("---\nThe Observer", f"{CROSSING}---\nThe Observer"))
    rewrite(
        bridge,
        TARN,
        lambda text: f"{text}\nThe council said that its towns, Ostmark and Ostmarsh, are cut off.\n",
    )
    assert told(bridge) == []
    # Neither a spelling of the one that is left, nor a figure that the words do not hold.
    change(bridge, "places.yml", ("name: Ostmarsh", "nmae: Ostmarsh"))
    assert sorted(set(kinds(bridge))) == ["held-back", "missing-key", "unknown-key"]
    assert held(bridge) == [f"content/places.yml:1: {HEAD}unknown spellings; {NAMES} [V219 held-back]"]


WEATHER = """title: The weather
lead: What the weather was.
questions:
  - id: wind
    text: What was said of the wind?
    short: Wind
    answer: wording
"""
WIND = """  - id: wind
    question: weather/wind
    printed: calm on that morning
    sources: [council]
    cue: said
    status: could not verify that
"""


def test_claims_of_a_topic_that_is_not_understood_are_missed_by_no_other_claim(bridge: Path) -> None:
    (bridge / "content" / "topics" / "weather.yml").write_text(WEATHER, encoding="utf-8")
    change(bridge, "stories.yml", ("topics: [closure]", "topics: [closure, weather]"))
    change(bridge, COAST, ("---\nCoast Radio", f"{WIND}---\nCoast Radio"))
    more = "The council said that it was calm on that morning. Coast Radio could not verify that."
    rewrite(bridge, COAST, lambda text: f"{text}\n{more}\n")
    assert told(bridge) == []
    change(bridge, "topics/weather.yml", ("answer: wording", "answer: words"))
    assert [line for line in told(bridge) if "V204" not in line] == [
        f"content/topics/weather.yml:1: {HEAD}how claims of one article fit together [V219 held-back]"
    ]


WHERE = """  - id: where
    text: Where are the cracks?
    short: Where
    answer: place
"""
CRACKS = """  - id: where
    question: closure/where
    printed: at Tarn Mouth
    value: [tarn-mouth]
    sources: [council]
    cue: said
    said_on: 2031-05-05
    quote: the worst are at Tarn Mouth
"""


@pytest.mark.parametrize(
    ("old", "now", "wanted"),
    [
        ("published: 2031-05-07", "published: 2031-05-47", "impossible-date"),
        ("value: [tarn-mouth]", "value: [tarn-moth]", "unknown-place"),
        ("said_on: 2031-05-05", "said_on: 2031-05-35", "impossible-date"),
        ("printed: up to ten weeks", "part_of: aboard\n    printed: up to ten weeks", "unknown-claim"),
        ("    value: 2031-03\n    as_of: 2031-03\n", "", None),
    ],
)
def test_nothing_is_told_that_follows_from_what_is_told(
    old: str, now: str, wanted: str | None, bridge: Path
) -> None:
    path = bridge / "content" / "topics" / "closure.yml"
    path.write_text(path.read_text(encoding="utf-8") + WHERE, encoding="utf-8")
    change(bridge, TARN, ("---\nThe Observer", f"{CRACKS}---\nThe Observer"))
    rewrite(
        bridge, TARN, lambda text: f"{text}\nThe council said on Monday that the worst are at Tarn Mouth.\n"
    )
    assert told(bridge) == []
    change(bridge, TARN, (old, now))
    assert kinds(bridge) == ([wanted] if wanted else [])
    if wanted is None:
        # What the words mean is seen from the day of the article: without one that exists, no value is asked for.
        change(bridge, TARN, ("published: 2031-05-07", "published: 2031-05-47"))
        assert kinds(bridge) == ["impossible-date"]


GOLD = """article: coast-radio-detour
text: coast-radio-detour.txt
entries:
  - words: "5,000"
    at: [205, 210]
    of: vehicles
    claims: [vehicles]
"""


def test_a_list_of_an_article_that_is_not_understood_is_not_looked_at(bridge: Path, tmp_path: Path) -> None:
    lists = tmp_path / "lists"
    lists.mkdir()
    (lists / "coast.yml").write_text(GOLD, encoding="utf-8")
    text = (bridge / "sources" / "coast-radio-detour.txt").read_text(encoding="utf-8")
    start = text.index("5,000")
    (lists / "coast.yml").write_text(GOLD.replace("205, 210", f"{start}, {start + 5}"), encoding="utf-8")
    whole = reading.coverage(proofread(bridge), lists)
    assert (whole.problems, whole.held) == ((), ())
    assert str(whole) == "1 of 1 figures and quotations that bear on a topic are carried (100 %)"
    change(bridge, COAST, ("question: closure/vehicles", "question: closure/vehicle"))
    coverage = reading.coverage(proofread(bridge), lists)
    assert [str(problem) for problem in coverage.problems] == [
        f"content/{COAST}:1: {HEAD}what {lists.as_posix()}/coast.yml lists [V219 held-back]"
    ]
    assert coverage_text(coverage) == (
        "No figures and quotations were counted; 1 list not looked at, as the articles have errors"
    )
    data = json.loads(
        CliRunner()
        .invoke(main, ["check", "-C", str(bridge), "--format", "json", "--gold", str(lists)])
        .output
    )
    assert data["coverage"] == {
        "bearing": 0,
        "carried": 0,
        "left_out": [],
        "held_back": [f"{lists.as_posix()}/coast.yml"],
    }


def copies(root: Path, failed: Failed = NOTHING, **texts: str) -> list[Problem]:
    content = load(root)
    site, _ = validate(content)
    files = {
        site.articles[id.replace("_", "-")].source_file: Text(id, raw, "0" * 64) for id, raw in texts.items()
    }
    return across(site, content.articles, files, failed)


def test_a_copy_is_looked_for_when_its_original_is_understood(ferry: Path) -> None:
    pair = {"harbour_post_adrift": WIRE, "sound_radio_fuse": REPRINT}
    assert [problem.kind.name for problem in copies(ferry, **pair)] == ["unmarked-copy"]
    assert copies(ferry, Failed(articles=("content/articles/wire.md",)), **pair) == []
    change(ferry, RADIO, ("completeness:", "copy_of: harbour-posts\ncompleteness:"))
    assert copies(ferry, **pair) == []


def test_an_advice_to_mark_a_copy_names_its_original(ferry: Path) -> None:
    articles = ferry / "content" / "articles"
    third = (articles / "sound-radio-fuse.md").read_text(encoding="utf-8").replace("002_radio", "003_third")
    (articles / "third.md").write_text(
        third.replace("completeness:", "copy_of: sound-radio-fuse\ncompleteness:"), encoding="utf-8"
    )
    pair = {"harbour_post_adrift": WIRE, "sound_radio_fuse": REPRINT}
    (found,) = copies(ferry, **pair)
    assert found.message.endswith(
        'with "harbour-post-adrift"; 1 copy of this one would have to name that original too'
    )
    pair = {"harbour_post_adrift": WIRE, "third": REPRINT}
    (found,) = copies(ferry, **pair)
    assert found.message.endswith('with "harbour-post-adrift"; it is marked as a copy of "sound-radio-fuse"')
    change(ferry, POST, ("completeness:", "copy_of: fourth\ncompleteness:"))
    (articles / "fourth.md").write_text(third, encoding="utf-8")
    (found,) = copies(ferry, harbour_post_adrift=WIRE, sound_radio_fuse=REPRINT)
    assert 'with "harbour-post-adrift", a copy of "fourth"; 1 copy of this one' in found.message


def test_every_way_of_telling_has_the_line(bridge: Path) -> None:
    change(bridge, COAST, ("outlet: coast-radio", "outlet: Coast"))
    line = f"{HEAD}copies that are not marked; {ANSWERS}"
    check = ["check", "-C", str(bridge)]
    assert f"content/{COAST}:1: {line} [V219 held-back]\n" in CliRunner().invoke(main, check).output
    data = json.loads(CliRunner().invoke(main, [*check, "--format", "json"]).output)
    assert (data["errors"], data["warnings"]) == (1, 1)
    assert [found["message"] for found in data["problems"] if found["code"] == "V219"] == [line]
    assert (
        f"title=V219 held-back::{line}%0A" in CliRunner().invoke(main, [*check, "--format", "github"]).output
    )
    built = CliRunner().invoke(main, ["build", "-C", str(bridge)])
    assert built.exit_code == 1
    assert "[V219 held-back]" in built.output


def test_who_publishes_is_told_what_was_not_looked_for(bridge: Path) -> None:
    change(bridge, TARN, ("outlet: tarn-observer\n", "outlet: tarn-observer\ndraft: true\n"))
    change(bridge, COAST, ("outlet: coast-radio", "outlet: Coast"))
    result = run(bridge, "publish", "tarn-observer-bridge-shut")
    assert result.exit_code == 0, result.output
    assert f"content/{COAST}:1: {HEAD}{ANSWERS} [V219 held-back]" in result.output


def test_a_draft_that_lacks_something_holds_nothing_back(ferry: Path) -> None:
    change(ferry, POST, ("outlet: harbour-post\n", "draft: true\n"))
    assert held(ferry) == []
    change(ferry, POST, ("draft: true\n", "draft: true\n]"))
    assert held(ferry) == [f"content/{POST}:1: {HEAD}{ANSWERS}; {STATEMENTS} [V219 held-back]"]


def test_several_files_are_told_in_one_line(ferry: Path) -> None:
    for name in ("one", "other", "third", "fourth"):
        (ferry / "content" / "articles" / f"{name}.md").write_text("", encoding="utf-8")
    others = "content/articles/one.md, content/articles/other.md and 1 more"
    assert held(ferry) == [
        f"content/articles/fourth.md:1: {HEAD.replace(',', f', and {others},', 1)}{ANSWERS}; {STATEMENTS} [V219 held-back]"
    ]
