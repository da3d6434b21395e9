"""Before it is public an editor is told on which questions an article will be shown to say nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from builder.compare.silence import silence
from builder.content.model import Question
from builder.content.vocabulary import Answer, SilenceKind
from builder.desk.desk import Desk
from builder.desk.edit import without_item
from builder.desk.unsaid import LISTED, Unsaid, describe_unsaid, unsaid, unsaid_in
from builder.proof.text import text_of
from tests.desk.running import keys, run, with_precis, writer
from tests.desk.suggest.test_suggest import ID, REPORT
from tests.factory import article as article_of
from tests.factory import question, site, write_site


@pytest.fixture
def root(tmp_path) -> Path:
    root = write_site(tmp_path)
    # It answers a question in words that are half the question's, and no rule proposes it.
    text = f"{REPORT.rstrip()}\n\nIn the engine room it was fire, not the weather, that stopped the Marlo.\n"
    (root / "report.txt").write_text(text, encoding="utf-8")
    assert run(root, "add", str(root / "report.txt")).exit_code == 0
    return root


def article(root: Path) -> Path:
    return root / "content" / "articles" / f"{ID}.md"


def take(root: Path) -> None:
    """Take the first proposal."""
    assert "Taken as aboard." in keys(root, "tqn", ["suggest", ID])


def test_publishing_tells_what_will_be_shown_as_left_out(root):
    take(root)
    with_precis(article(root))
    result = run(root, "publish", ID)
    assert result.exit_code == 0, result.output
    assert "It will be shown to say nothing on: " in result.output
    assert "Where the text does, add a claim." in result.output
    site = Desk(root).site
    silent = {item.question.path for item in unsaid(Desk(root), Desk(root).document(ID))}
    story = {q.path for topic in site.topics.values() for q in topic.questions}
    assert silent == story - {"passengers/aboard"}


def test_programs_are_told_all_of_them(root):
    take(root)
    with_precis(article(root))
    result = run(root, "publish", ID, "--format", "json")
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert found["published"] == ID
    assert "passengers/aboard" not in {item["question"] for item in found["says_nothing_on"]}
    assert [item["question"] for item in found["says_nothing_on"]] == [
        item.question.path for item in unsaid(Desk(root), Desk(root).document(ID))
    ]


def test_the_review_tells_it_once_and_before_it_asks(root, tmp_path):
    shown = keys(root, "tqy", ["suggest", ID], EDITOR=writer(tmp_path))
    assert shown.count("It will be shown to say nothing on: ") == 1
    assert shown.index("say nothing on") < shown.index("publish now?")


def test_a_line_that_has_words_of_the_question_is_named_first_and_none_of_its_words_is_printed(root):
    take(root)
    found = unsaid(Desk(root), Desk(root).document(ID))
    assert found[0].line is not None
    assert [item.line is None for item in found] == sorted(item.line is None for item in found)
    lines = (root / "sources" / f"{ID}.txt").read_text().splitlines()
    where = {item.question.path: lines[item.line - 1] for item in found if item.line}
    assert where["cause/weather"].startswith("In the engine room")
    shown = "\n".join(describe_unsaid(found, "the text"))
    assert "see line" in shown
    assert "engine room it was" not in shown


SILENT = (SilenceKind.NOT_MENTIONED, SilenceKind.OPEN)
"""Of a text that has no word on it; the second, where nothing tells whether it was known by then."""


def kind_of(root: Path, question: str) -> SilenceKind:
    """Why readers are told that the article does not answer."""
    site = Desk(root).site
    topic = question.partition("/")[0]
    [asked] = [one for one in site.topics[topic].questions if one.path == question]
    return silence(site.articles[ID], asked).kind


def test_what_a_line_may_answer_is_published_as_not_looked_for_until_the_editor_decides(root):
    take(root)
    with_precis(article(root))
    assert run(root, "publish", ID).exit_code == 0
    assert kind_of(root, "cause/weather") is SilenceKind.NOT_LOOKED_FOR
    quiet = [item.question.path for item in unsaid(Desk(root), Desk(root).document(ID)) if item.line is None]
    assert quiet
    assert kind_of(root, quiet[0]) in SILENT
    # It stays on the list of what is to be looked for, and is decided in one step.
    listed = run(root, "silence", ID)
    assert "not yet:    cause/weather" in listed.output
    assert "looked for: cause/weather" not in listed.output
    assert run(root, "silence", ID, "cause/weather").exit_code == 0
    assert kind_of(root, "cause/weather") in SILENT
    assert article(root).read_text().count("cause/weather") == 1


def test_a_claim_takes_the_place_of_what_nobody_had_looked_for(root):
    take(root)
    with_precis(article(root))
    assert run(root, "publish", ID).exit_code == 0
    claimed = run(root, "claim", ID, "cause/weather", "it was fire, not the weather", "value=no")
    assert claimed.exit_code == 0, claimed.output
    site = Desk(root).site
    assert "cause/weather" in {claim.question for claim in site.articles[ID].claims}
    assert "cause/weather" not in {said.question for said in site.articles[ID].silences}


def test_a_check_names_the_line_of_what_is_shown_as_not_mentioned_undecided(root):
    take(root)
    with_precis(article(root))
    assert run(root, "publish", ID).exit_code == 0
    assert "V168" not in run(root, "check").output
    # As an editor may write the file by hand.
    path = article(root)
    path.write_text(without_item(path.read_text(), "silences", "question", "cause/weather"))
    [told] = [line for line in run(root, "check").output.splitlines() if "V168" in line]
    line = next(
        number
        for number, words in enumerate((root / "sources" / f"{ID}.txt").read_text().splitlines(), start=1)
        if words.startswith("In the engine room")
    )
    assert f"cause/weather: line {line} " in told
    assert run(root, "silence", ID, "cause/weather").exit_code == 0
    assert "V168" not in run(root, "check").output


@pytest.mark.parametrize(
    ("language", "line", "kind", "asks"),
    [
        ("en", "The nurses went on strike this month.", Answer.DATE, "When did the nurses first walk out on strike in Osk?"),
        ("en", "The divers met the wreck on Monday for the first time.", Answer.DATE, "When did the divers first reach the wreck off Osk?"),
        ("en", "The guild did not say where the wreck lay.", Answer.PLACE, "Where did the wreck lie?"),
        ("en", "The guild said that the wreck lay deep.", Answer.PLACE, None),
        ("en", "The board will meet on Monday.", Answer.DATE, None),
    ],
)  # fmt: skip
def test_a_day_or_a_place_that_may_answer_has_its_line(
    language: str, line: str, kind: Answer, asks: str | None
) -> None:
    text = text_of("post.txt", f"The Osk Post\n\nAll was calm for years.\n\n{line}\n".encode())
    asked = [
        question(
            kind, text=asks or "When, and where off Osk, did the divers first find the wreck?", short=""
        ),
        question(Answer.WHO, text="Who leads the mill?", short=""),
    ]
    model = site([article_of("post", language=language, story="breakdown")], asked)
    [found] = [item for item in unsaid_in(model, "post", text) if item.question.answer is kind]
    assert found.line == (5 if asks else None)


STRIKE = "Has the union called a strike for Monday?"
DEPTH = "How deep, in metres, did the divers find the wreck?"


@pytest.mark.parametrize(
    ("language", "line", "kind", "asks", "told"),
    [
        ("fr", "Le syndicat a lancé un appel à la grève pour lundi.", Answer.YES_NO, STRIKE, False),
        ("de", "Die Gewerkschaft hat für Montag einen Streik ausgerufen.", Answer.YES_NO, STRIKE, False),
        ("en", "The union has called a strike for Monday.", Answer.YES_NO, STRIKE, True),
        ("fr", "Les plongeurs ont trouvé l'épave à 40 mètres.", Answer.QUANTITY, DEPTH, True),
        ("fr", "Le syndicat se tait.", Answer.YES_NO, STRIKE, None),
        ("de", "Die Gewerkschaft sitzt in Osk.", Answer.YES_NO, STRIKE, None),
    ],
)
def test_a_line_in_another_language_is_found_by_what_its_words_mean(language, line, kind, asks, told):
    text = text_of("post.txt", f"The Osk Post\n\n1999.\n\n{line}\n".encode())
    asked = [question(kind, text=asks, short=""), question(Answer.WHO, text="Who leads the mill?", short="")]
    model = site([article_of("post", language=language, story="breakdown")], asked)
    [found] = [item for item in unsaid_in(model, "post", text) if item.question.answer is kind]
    assert found.line == (None if told is None else 5)
    # Of what only words tell, readers are told that nobody has looked, with a line or without.
    assert found.told is (language == "en" or kind is Answer.QUANTITY)
    shown = "\n".join(describe_unsaid([found], "the text"))
    assert ("as its words are of another language" in shown) is (told is None)


def test_what_the_editor_stated_and_what_nobody_can_know_is_not_told(root):
    take(root)
    path = article(root)
    said = "silences:\n  - question: cause/weather\n    kind: not mentioned\nclaims:"
    path.write_text(path.read_text().replace("claims:", said, 1))
    found = {item.question.path for item in unsaid(Desk(root), Desk(root).document(ID))}
    assert found
    assert "cause/weather" not in found
    path.write_text(path.read_text().replace("completeness: full text", "completeness: excerpt"))
    assert unsaid(Desk(root), Desk(root).document(ID)) == []


def test_without_a_claim_it_is_in_no_story_and_silent_on_nothing(root):
    assert unsaid(Desk(root), Desk(root).document(ID)) == []


def test_the_list_ends(root):
    many = [
        Unsaid(Question(str(n), "t", f"Question {n}?", f"Q{n}", Answer.YES_NO), None)
        for n in range(LISTED + 3)
    ]
    [line] = describe_unsaid(many, "x")
    assert f"“Q{LISTED - 1}” and 3 more." in line
    assert f"“Q{LISTED}”" not in line
    assert describe_unsaid([], "x") == []


@pytest.mark.parametrize(
    ("last", "named"),
    [
        # Words of the question, without a figure that could answer it; then with one.
        ("Nobody counted how many passengers were taken ashore by boat.", False),
        ("By boat 23 of the passengers were taken ashore.", True),
    ],
)
def test_only_a_line_that_can_answer_is_named(tmp_path, last, named):
    root = write_site(tmp_path)
    told = "\n".join(line for line in REPORT.splitlines() if "ashore" not in line)
    (root / "report.txt").write_text(f"{told.rstrip()}\n\n{last}\n", encoding="utf-8")
    assert run(root, "add", str(root / "report.txt")).exit_code == 0
    take(root)
    lines = (root / "sources" / f"{ID}.txt").read_text().splitlines()
    found = {item.question.path: item.line for item in unsaid(Desk(root), Desk(root).document(ID))}
    line = found["passengers/ashore"]
    assert (line is not None and lines[line - 1] == last) is named


def test_no_line_is_named_in_a_language_without_rules(root):
    take(root)
    file = article(root)
    file.write_text(file.read_text().replace("draft: true", "draft: true\nlanguage: sl"))
    found = unsaid(Desk(root), Desk(root).document(ID))
    assert [item.line for item in found if item.line] == []
