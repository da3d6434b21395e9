"""What YAML takes for something else than the text that it is: told with the line as it has to be written."""

from __future__ import annotations

import pytest

from builder.content.strict_yaml import read_yaml


def told(text: str) -> list[str]:
    return [f"{fault.line} {fault.kind.name}: {fault.message}" for fault in read_yaml(text).faults]


def mended(text: str) -> object:
    """Do what is told, line by line, and return what is read then."""
    lines = text.split("\n")
    for fault in read_yaml(text).faults:
        indent = lines[fault.line - 1][: -len(lines[fault.line - 1].lstrip()) or None]
        indent = indent if not indent.strip() else ""
        lines[fault.line - 1] = indent + fault.message.partition("quotation marks: ")[2]
    again = read_yaml("\n".join(lines))
    assert again.faults == []
    return again.value


@pytest.mark.parametrize(
    "value",
    [
        "@home", "%40 more", "*Star* wins", "[Live] Ferry adrift", "{Live} Ferry", "& more", "| thing", "> thing", "`x`", "],",
        "Ferry: adrift", "Ferry adrift:", '"Heavy" losses', "'Heavy' losses", '"Heavy": 30', 'a: "b" \\c',
    ],
)  # fmt: skip
def test_the_advice_gives_the_text_as_it_was_meant(value: str) -> None:
    assert mended(f"a: 1\ntitle: {value}\nb: 2") == {"a": 1, "title": value, "b": 2}
    if ":" not in value:  # else it is a mapping, and what wants a text tells so
        assert mended(f"byline:\n  - {value}\nb: 2") == {"byline": [value], "b": 2}


def test_all_of_them_are_told_at_once() -> None:
    found = told("title: [Live] x\nb: @c\nc: d: e\nd: *e f\n")
    assert found == [
        '1 unquoted-value: a text that begins with [ has to stand in quotation marks: title: "[Live] x"',
        '2 unquoted-value: a text that begins with @ has to stand in quotation marks: b: "@c"',
        '3 unquoted-value: a text that holds a colon has to stand in quotation marks: c: "d: e"',
        '4 unquoted-value: a text that begins with * has to stand in quotation marks: d: "*e f"',
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("sources: [a, b\nc: d", "yaml-syntax"),
        ("a: *b", "yaml-alias"),
        ("a: [*b, *b]", "yaml-alias"),
        ("a: b\n  c: d", "yaml-syntax"),
        ('a: "\\uD800"', "yaml-syntax"),
    ],
)
def test_what_quotation_marks_would_not_mend_is_told_as_before(text: str, name: str) -> None:
    assert [fault.kind.name for fault in read_yaml(text).faults] == [name]


@pytest.mark.parametrize("mark", ['"', "'"])
@pytest.mark.parametrize("later", ["c: 2", "c: 'two'\nd: \"x\"", "c: it's\nd: \"x\"\ne: y's"])
def test_a_mark_that_is_not_closed_is_told_at_its_own_line(mark: str, later: str) -> None:
    fault = read_yaml(f"a: 1\nheadline: {mark}Bridge shut\n{later}\n").faults[0]
    assert (fault.line, fault.kind.code) == (2, "V026")
    assert fault.message == 'a quotation mark is not closed: headline: "Bridge shut"'


@pytest.mark.parametrize("headline", ["'t Veerhuis shut", "'Twas late", "'90s bridge shut"])
def test_an_apostrophe_that_begins_a_word_is_kept(headline: str) -> None:
    fault = read_yaml(f"headline: {headline}\nc: 2\n").faults[0]
    assert fault.message == f'a quotation mark is not closed: headline: "{headline}"'


def test_a_quoted_value_of_several_lines_is_none() -> None:
    assert read_yaml('a: "one\n  two"\nb: 1\n').value == {"a": "one two", "b": 1}


def test_a_value_cut_at_a_sign_is_told_and_a_comment_is_none() -> None:
    assert told("printed: about 30 #x") == [
        '1 cut-value: the value ends before "#x", which is a comment to YAML: put the whole value in quotation marks'
    ]
    found = read_yaml("kind: newspaper   # or: agency\n# a line\nlist: [a, b] #c\ntext: 'b' #c\ntag: a#b\n")
    assert found.faults == []
    assert found.comments == {("kind",): "# or: agency"}
    assert found.value == {"kind": "newspaper", "list": ["a", "b"], "text": "b", "tag": "a#b"}


READERS = [
    "title",
    "headline",
    "name",
    "short",
    "note",
    "text",
    "lead",
    "summary",
    "printed",
    "quote",
    "reason",
]
"""Keys of words for readers."""


@pytest.mark.parametrize("key", READERS)
@pytest.mark.parametrize(
    "value",
    [
        "- Osk",
        "-",
        "[Osk",
        "{x",
        "& x",
        "&a x",
        "*x",
        "*x y",
        "!x",
        "!x y",
        "|",
        "> x",
        ">",
        "@x",
        "%x",
        "`x`",
        "a: b",
        "? x",
    ],
)
def test_whatever_a_text_for_readers_begins_with_it_is_told_how_to_write_it(key: str, value: str) -> None:
    text = f"a: 1\n{key}: {value}\nb: 2"
    [fault] = read_yaml(text).faults
    assert (fault.line, fault.kind.code) == (2, "V026")
    assert mended(text) == {"a": 1, key: value, "b": 2}


@pytest.mark.parametrize("key", READERS)
def test_a_text_for_readers_that_begins_with_a_comment_or_holds_one_is_told(key: str) -> None:
    (fault,) = read_yaml(f"a: 1\n{key}: # Osk\nb: 2").faults
    assert (fault.line, fault.key, fault.kind.code) == (2, key, "V027")
    assert fault.message == (
        'the value is empty, as it begins with "# Osk", which is a comment to YAML: put it in quotation marks'
    )
    assert read_yaml(f'a: 1\n{key}: "# Osk"\nb: 2').faults == []


def test_lists_tags_and_names_of_values_elsewhere_are_no_texts() -> None:
    assert told("byline: [a, b\nc: d")[0].startswith("1 yaml-syntax")
    assert told("name: !!str x") == ["1 yaml-tag: the tag tag:yaml.org,2002:str is refused"]
    assert told("kind: &x newspaper") == ["1 yaml-alias: the anchor &x is refused"]
    assert read_yaml("title: # Osk\n  Osk\nnote: |\n  b\n").value == {"title": "Osk", "note": "b\n"}
