"""What nobody looked for in an article, because there are no rules for its language, is nowhere called a silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from builder.build import in_memory
from builder.compare.changes import changes
from builder.compare.library import Library, index
from builder.compare.topics import TopicComparison, compare_topic
from builder.content.model import Story, Topic
from builder.content.vocabulary import Answer, SilenceKind
from builder.desk import diff
from builder.pages.page import Page
from builder.pages.views.claims import Teller
from builder.pages.views.outlet_parts import outlet_parts
from builder.pages.views.story import story_view
from builder.pages.views.topic import topic_view
from tests.factory import TOPIC, article, changed, figure, question, site, write_site, yes_no

RADIO = "articles/sound-radio-fuse.md"
EXPLAINED = "The text may say it: nobody has looked for it."


DARK = question(Answer.YES_NO, topic="night")


def told(*radios: str) -> tuple[Library, TopicComparison]:
    """Two articles that answer; the radio's, in these languages, speak on another topic of the story only."""
    others = [article(id, figure("140", said_on="2031-03-03")) for id in ("post", "wire")]
    aside = yes_no(True, question=DARK.path)
    own = [article(f"radio-{index}", aside, language=language) for index, language in enumerate(radios)]
    own = [
        replace(one, outlet="radio-0", claims=tuple(replace(claim, outlet="radio-0") for claim in one.claims))
        for one in own
    ]
    found = site([*others, *own])
    library = index(
        replace(
            found,
            topics=found.topics | {"night": Topic("night", "The night", "Was it?", (DARK,))},
            stories={"breakdown": Story("breakdown", "The breakdown", "It stopped.", (TOPIC, "night"))},
        )
    )
    return library, compare_topic(library, library.site.topics[TOPIC])


def test_a_topic_calls_nobody_silent_whose_text_nobody_searched() -> None:
    # Of the German text nobody knows whether it has words that answer in another language.
    for language in ("sl", "de"):
        library, comparison = told(language)
        view = topic_view(library, comparison, Teller(library), single=True)
        assert view.wordless == ()
        [radio] = view.silent
        assert (radio.unread, radio.why) == (True, (EXPLAINED,))
    library, comparison = told("en")
    view = topic_view(library, comparison, Teller(library), single=True)
    assert [silent.outlet for silent in view.wordless] == ["Radio-0"]
    assert not view.silent[0].unread


@pytest.mark.parametrize(("language", "left_out"), [("sl", 0), ("de", 1)])
def test_an_outlet_leaves_nothing_out_that_nobody_looked_for(language: str, left_out: int) -> None:
    library, comparison = told(language)
    assert len(outlet_parts(library, {TOPIC: comparison}, Teller(library))["radio-0"].omitted) == left_out


def test_of_an_outlet_one_text_of_which_nobody_searched_nothing_is_left_out() -> None:
    library, comparison = told("en", "sl")
    kinds = {quiet.kind for quiet in comparison.rows[0].silences}
    assert kinds == {SilenceKind.NOT_MENTIONED, SilenceKind.NOT_LOOKED_FOR}
    assert outlet_parts(library, {TOPIC: comparison}, Teller(library))["radio-0"].omitted == ()
    every = {topic.id: compare_topic(library, topic) for topic in library.site.topics.values()}
    view = story_view(library, every, library.site.stories["breakdown"], Teller(library), None, "")
    line = next(line for line in view.topics if line.title == "The ferry")
    assert {cell.outlet: cell.silence for cell in line.cells}["Radio-0"] == "Not looked for"


def unread_site(folder: Path) -> Path:
    text = (
        "---\noutlet: sound-radio\nlanguage: sl\npublished: 2031-03-05\ncompleteness: full text\nsource_file: 002_radio.txt\n"
        f"source_sha256: {'2b' * 32}\nclaims:\n  - id: stopped\n    question: cause/stopped\n    printed: v ponedeljek\n"
        "    value: 2031-03-03\n    attribution: none\ninferred:\n  headline: A broadcast has none.\n  byline: None is named.\n"
        "---\nSound Radio says when the ferry stopped.\n"
    )
    return write_site(folder, {RADIO: text})


@pytest.fixture
def pages(tmp_path: Path) -> dict[str, Page]:
    return {page.address: page for page in in_memory.make(unread_site(tmp_path)).pages}


def test_pages_say_that_nobody_looked_for_it(pages: dict[str, Page]) -> None:
    topic = pages["topics/passengers/"].body
    assert "Not looked for" in topic
    assert "has not been searched for these questions." in topic
    assert "Without an answer here:" not in topic
    own = pages["articles/sound-radio-fuse/"].body
    left_out = own[own.index("What it does not have") :]
    assert f"Nothing can be said of that. {EXPLAINED}" in left_out
    for page in (topic, own):
        assert "Not mentioned" not in page
        assert "answers none of these questions." not in page


def test_data_has_its_kind(tmp_path: Path) -> None:
    state = diff.state_of_content(unread_site(tmp_path))
    kinds = {quiet["kind"] for row in state.comparisons for quiet in row["silences"]}
    assert "not looked for" in kinds
    assert "not mentioned" not in kinds


def test_of_an_answer_that_nobody_had_looked_for_no_silence_is_told(tmp_path: Path) -> None:
    (tmp_path / "after").mkdir()
    before = diff.state_of_content(unread_site(tmp_path))
    after = diff.state_of_content(
        write_site(tmp_path / "after", changed(RADIO, "Sound Radio gives", "It gives"))
    )
    texts = [change.text for change in changes(before, after) if change.kind == "silence-filled"]
    assert "sound-radio-fuse now answers passengers/aboard; nobody had looked for it there." in texts
