"""An edition falls into the smallest parts that have nothing to do with each other."""

from __future__ import annotations

import random
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from builder.build.partition import LOOSE, divide, stories_of, ties
from builder.content.load import load
from tests.factory import write_site

NAMES = st.sampled_from([f"topic/{letter}" for letter in "abcdefgh"])
TIES = st.dictionaries(st.sampled_from([f"file-{number}" for number in range(9)]), st.sets(NAMES, min_size=1))
STORIES = st.dictionaries(
    st.sampled_from([f"story-{number}" for number in range(5)]), st.sets(st.sampled_from("abcdefgh"))
)


def reached(stories: dict[str, set[str]], tied: dict[str, set[str]], start: str) -> set[str]:
    """All stories and leaves that a chain of shared names leads to, found by walking."""
    names = {f"story/{story}": {f"topic/{topic}" for topic in topics} for story, topics in stories.items()}
    names |= {f"file/{path}": set(own) for path, own in tied.items()}
    found, waiting = {start}, [start]
    while waiting:
        own = names[waiting.pop()]
        more = {name for name in names.keys() - found if names[name] & own}
        found |= more
        waiting += more
    return found


@given(STORIES, TIES)
def test_together_is_what_a_chain_connects(stories: dict[str, set[str]], tied: dict[str, set[str]]) -> None:
    parts = divide(stories, tied)
    assert sorted(path for one in parts for path in one.files) == sorted(tied)
    assert sorted(story for one in parts for story in one.stories) == sorted(stories)
    for one in parts:
        if one.id == LOOSE:
            assert one is parts[-1]
            # Nothing that a story reaches is loose.
            assert not any(
                name.startswith("story/")
                for path in one.files
                for name in reached(stories, tied, f"file/{path}")
            )
        else:
            own = {f"story/{story}" for story in one.stories} | {f"file/{path}" for path in one.files}
            assert own == reached(stories, tied, f"story/{one.id}")
            assert one.id == one.stories[0]


@given(STORIES, TIES, st.randoms(use_true_random=False))
def test_the_order_of_leaves_and_topics_does_not_matter(
    stories: dict[str, set[str]], tied: dict[str, set[str]], dice: random.Random
) -> None:
    def shuffled(names: set[str]) -> list[str]:
        found = sorted(names)
        dice.shuffle(found)
        return found

    paths = shuffled(set(tied))
    other = divide(
        {story: shuffled(topics) for story, topics in stories.items()},
        {path: shuffled(tied[path]) for path in paths},
    )
    assert other == divide(stories, tied)
    # Parts come in the order of their first stories, and have theirs in that order.
    order = list(stories)
    firsts = [order.index(one.id) for one in other if one.id != LOOSE]
    assert firsts == sorted(firsts)
    assert all(list(one.stories) == sorted(one.stories, key=order.index) for one in other)


def test_an_article_is_tied_to_its_topics_and_its_original(tmp_path: Path) -> None:
    content = load(write_site(tmp_path))
    (radio,) = [article for article in content.articles if article.id == "sound-radio-fuse"]
    assert ties("articles", radio) == ("article/sound-radio-fuse", "topic/cause", "topic/passengers")
    radio.data["copy_of"] = "harbour-post-adrift"
    radio.data["claims"][0]["statement"] = "what-the-line-said"
    assert {"article/harbour-post-adrift", "statement/what-the-line-said"} <= set(ties("articles", radio))
    assert stories_of(content) == {"ferry-breakdown": ("passengers", "cause")}


def test_what_is_misspelled_ties_to_nothing_and_breaks_nothing(tmp_path: Path) -> None:
    content = load(write_site(tmp_path))
    article = content.articles[0]
    article.data.update(copy_of=5, claims=[None, "text", {"question": 3, "statement": []}], silences={"a": 1})
    assert ties("articles", article) == (f"article/{article.id}",)
    content.registries["stories"].data.update(one="text", two={"topics": "passengers"}, three={"topics": [1]})
    assert [topics for id, topics in stories_of(content).items() if id in ("one", "two", "three")] == [()] * 3
