"""Changes of an article's front matter touch the lines of what is changed, and nothing else."""

from __future__ import annotations

import re

import pytest

from builder.desk.edit import in_yaml, with_claim_keys, with_front, with_item, without_item
from builder.desk.kinds import Refusal

TEXT = """---
draft: true
outlet: post   # whose it is
claims:
  # the ferry's own count
  - id: aboard
    question: ferry/aboard
    printed: "about 80"   # as printed
    sources: [line]
    locator: {start: 1, end: 2, before: "a", after: "b"}
    quote: >-
      about 80 people
      were aboard

  - id: rescued
    question: ferry/rescued
    printed: 12
# what it leaves out
silences:
  - question: ferry/why
    kind: not mentioned
---
Prose stays.
"""


@pytest.fixture(params=["\n", "\r\n"])
def text(request: pytest.FixtureRequest) -> str:
    return TEXT.replace("\n", request.param)


def changed(before: str, after: str) -> tuple[list[str], list[str]]:
    old, new = before.split("\n"), after.split("\n")
    return [line.strip() for line in old if line not in new], [
        line.strip() for line in new if line not in old
    ]


def test_a_key_of_a_claim_is_set_added_and_taken_away(text: str) -> None:
    assert changed(text, with_claim_keys(text, "aboard", {"sources": "[line, harbour]"})) == (
        ["sources: [line]"],
        ["sources: [line, harbour]"],
    )
    assert changed(
        text, with_claim_keys(text, "rescued", {"cue": in_yaml("said"), "said_on": "2031-05-01"})
    ) == (
        [],
        ["cue: said", "said_on: 2031-05-01"],
    )
    assert changed(text, with_claim_keys(text, "aboard", {"sources": None})) == (["sources: [line]"], [])


def test_the_locator_goes_with_the_words_it_is_of(text: str) -> None:
    gone, new = changed(text, with_claim_keys(text, "aboard", {"quote": None}))
    assert gone == [
        'locator: {start: 1, end: 2, before: "a", after: "b"}',
        "quote: >-",
        "about 80 people",
        "were aboard",
    ]
    assert new == []


def test_an_entry_goes_and_comes(text: str) -> None:
    assert changed(text, without_item(text, "claims", "id", "rescued"))[0] == [
        "- id: rescued",
        "question: ferry/rescued",
        "printed: 12",
    ]
    none = without_item(text, "silences", "question", "ferry/why")
    assert changed(text, none) == (
        ["silences:", "- question: ferry/why", "kind: not mentioned"],
        [],
    )
    remarked = re.sub("silences:(\r?\n)", r"silences:\1  # looked twice\1", text)
    assert "  # looked twice" in without_item(remarked, "silences", "question", "ferry/why")
    assert "silences:" not in without_item(remarked, "silences", "question", "ferry/why")
    again = with_item(none, "silences", ["question: ferry/who", "kind: not mentioned"])
    assert changed(none, again)[1] == ["silences:", "- question: ferry/who", "kind: not mentioned"]
    more = with_item(text, "claims", ["id: more", "question: ferry/more", "printed: many"])
    assert changed(text, more) == ([], ["- id: more", "question: ferry/more", "printed: many"])
    assert "Prose stays." in more


def test_keys_of_the_article(text: str) -> None:
    done = with_front(text, {"published": "2031-05-01", "outlet": "times", "draft": None})
    assert changed(text, done) == (
        ["draft: true", "outlet: post   # whose it is"],
        ["outlet: times   # whose it is", "published: 2031-05-01"],
    )


def test_what_is_not_written_in_lines_is_left_alone() -> None:
    flow = "---\nclaims: [{id: one, printed: two}]\n---\n"
    for change in (
        lambda: with_claim_keys(flow, "one", {"cue": "said"}),
        lambda: with_item(flow, "claims", ["id: two"]),
        lambda: without_item(flow, "claims", "id", "one"),
        lambda: with_claim_keys(TEXT, "nobody", {"cue": "said"}),
    ):
        with pytest.raises(Refusal):
            change()


def test_a_value_can_be_no_second_key() -> None:
    done = with_claim_keys(TEXT, "rescued", {"cue": in_yaml("said\nid: other: x # y")})
    assert 'cue: "said id: other: x # y"' in done
