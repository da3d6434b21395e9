"""Values changed in the text of a YAML document: everything else stays byte for byte."""

from __future__ import annotations

import pytest

from builder.desk.kinds import Refusal
from builder.desk.moving.edits import Drop, Put, Rekey, Set, edited

CLAIMS = """\
# All of it by hand.
outlet: post   # the morning edition
spellings:
  "line": ["the Line", Line]   # both
claims:
  # The first one.
  - id: 'aboard'
    question: ferry/aboard

    sources: [line,   coastguard]   # two
  - question: "ferry/ashore"   # dash first
    id: ashore
    against:
      - aboard   # itself
  - {id: fuse, question: ferry/fuse}
"""


def test_values_change_in_the_marks_that_they_have():
    done = edited(
        CLAIMS,
        [
            Set(("outlet",), "harbour-post"),
            Set(("claims", 0, "id"), "on-board"),
            Set(("claims", 1, "question"), "ship/ashore"),
            Set(("claims", 0, "sources", 0), "osk-line"),
            Set(("claims", 2, "question"), "ship/fuse"),
            Rekey(("spellings", "line"), "osk-line"),
        ],
    )
    assert done == (
        CLAIMS.replace("outlet: post ", "outlet: harbour-post ")
        .replace("'aboard'", "'on-board'")
        .replace('"ferry/ashore"', '"ship/ashore"')
        .replace("[line,", "[osk-line,")
        .replace("ferry/fuse", "ship/fuse")
        .replace('"line":', '"osk-line":')
    )


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("path", "gone"),
    [
        (("claims", 0), CLAIMS[CLAIMS.index("  - id: 'aboard'") : CLAIMS.index("  - question")]),
        (("claims", 1), CLAIMS[CLAIMS.index("  - question") : CLAIMS.index("  - {id")]),
        (("claims", 2), "  - {id: fuse, question: ferry/fuse}\n"),
        (("claims", 1, "question"), 'question: "ferry/ashore"   # dash first\n    '),
        (("claims", 1, "against", 0), "    against:\n      - aboard   # itself\n"),
        (("claims", 2, "id"), "id: fuse, "),
        (("claims", 2, "question"), ", question: ferry/fuse"),
        (("claims", 0, "sources", 1), ",   coastguard"),
        (("outlet",), "outlet: post   # the morning edition\n"),
        (("spellings",), 'spellings:\n  "line": ["the Line", Line]   # both\n'),
        (("spellings", "line"), 'spellings:\n  "line": ["the Line", Line]   # both\n'),
    ],
)
def test_what_goes_takes_its_own_lines_and_what_is_empty_without_it(path, gone, newline):
    assert CLAIMS.count(gone) == 1
    text = CLAIMS.replace("\n", newline)
    assert edited(text, [Drop(path)]) == CLAIMS.replace(gone, "").replace("\n", newline)


def test_several_go_at_once():
    done = edited(CLAIMS, [Drop(("claims", 0)), Drop(("claims", 2)), Set(("claims", 1, "id"), "landed")])
    assert "aboard'" not in done
    assert "fuse" not in done
    assert '  - question: "ferry/ashore"   # dash first\n    id: landed\n' in done


def test_a_document_of_which_nothing_is_left_is_empty():
    assert edited("# said\nchanges:\n  - what: new article\n", [Drop(("changes", 0))]) == ""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "topics:\n  ferry:\n    to: ship\n"),
        ("# said\n", "# said\ntopics:\n  ferry:\n    to: ship\n"),
        ("topics: {}\n", "topics: {ferry: {to: ship}}\n"),
        ("topics: {a: {to: b}}   # so\n", "topics: {a: {to: b}, ferry: {to: ship}}   # so\n"),
        ("topics:\n    a:\n      to: b", "topics:\n    a:\n      to: b\n    ferry:\n      to: ship\n"),
        (
            "topics:\n  a:\n    to: b   # so\n\n# claims\nclaims:\n  c/d:\n    why: none\n",
            "topics:\n  a:\n    to: b   # so\n  ferry:\n    to: ship\n\n# claims\nclaims:\n  c/d:\n    why: none\n",
        ),
        ("claims:\n  c/d:\n    to: c/e", "claims:\n  c/d:\n    to: c/e\ntopics:\n  ferry:\n    to: ship\n"),
    ],
)
def test_a_new_key_stands_at_the_end_of_its_mapping(before, after):
    if not after.startswith("topics: {"):
        assert edited(before, [Put(("topics",), "ferry", {"to": "ship"})]) == after
    else:
        assert edited(before, [Put(("topics",), "ferry", {"to": "ship"})]).split() == after.split()


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        ("a: &x b\nc: *x\n", Set(("a",), "d")),
        ("a: b\na: c\n", Set(("a",), "d")),
        ("topics:\nother: a\n", Put(("topics",), "ferry", "ship")),
        ("topics: a\n", Put(("topics",), "ferry", "ship")),
        ("a: [b, c]\n", Set(("a",), "d")),
        ("- - a\n  - b\n", Drop((0, 0))),
        ("a: b\rc: d\r", Drop(("a",))),
    ],
)
def test_what_cannot_be_changed_safely_is_not(text, edit):
    with pytest.raises(Refusal, match="V539"):
        edited(text, [edit])


def test_a_folded_text_becomes_a_plain_one():
    assert edited("a: >-\n  ferry/aboard\nb: c\n", [Set(("a",), "ship/aboard")]) == "a: ship/aboard\nb: c\n"


def test_an_id_that_reads_as_something_else_is_quoted():
    assert edited("a: b\n", [Set(("a",), "2024")]) == 'a: "2024"\n'
    assert edited("a: b\n", [Rekey(("a",), "2024")]) == '"2024": b\n'
