"""The strict YAML reader: values, lines, and what it refuses."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from builder.content import strict_yaml
from builder.content.strict_yaml import MAX_DEPTH, read_yaml, spell


def names(text: str) -> list[str]:
    """The kinds of fault in a text, with line and key."""
    return [f"{fault.line} {fault.key} {fault.kind.name}" for fault in read_yaml(text).faults]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a", "a"), ("12", 12), ("-3", -3), ("0", 0), ("1.5", 1.5), ("-0.25", -0.25), ("true", True), ("FALSE", False),
        ("null", None), ("~", None), ("", None), ("'12'", "12"), ('"no"', "no"), ('"12:30"', "12:30"), ('"010"', "010"),
        ("2031-03-03", "2031-03-03"), ("2031-03", "2031-03"), ("10,000", "10,000"), ("about 140", "about 140"),
        ("1.2.3", "1.2.3"), (".5", ".5"), ("[]", []), ("{}", {}), ("[a, [b]]", ["a", ["b"]]), ("|\n  no\n", "no\n"),
        (">-\n  12\n", "12"), ("norway", "norway"), ("'<<'", "<<"), ("a: # note\n  b", {"a": "b"}),
    ],
)  # fmt: skip
def test_a_value_is_what_it_looks_like(text, value):
    parsed = read_yaml(text)
    assert parsed.faults == []
    assert parsed.value == value
    assert type(parsed.value) is type(value)


@pytest.mark.parametrize(
    "text",
    [
        "no", "No", "yes", "y", "N", "on", "OFF", "12:30", "1:2:3", "010", "0o7", "0x1F", "0b1", "1_000", "1e3", "1.5e-3",
        "1E5", ".inf", "-.INF", ".nan", "=", "007", "-010", "1" * 19,
    ],
)  # fmt: skip
def test_what_readers_disagree_about_is_refused(text):
    assert names(f"key: {text}") == ["1 key ambiguous-value"]
    assert names(f'key: "{text}"') == []


def test_every_key_and_item_has_its_line():
    parsed = read_yaml("a:\n  b: 1\n\n  c:\n    - x\n    - y: 2\n", first_line=10)
    assert parsed.value == {"a": {"b": 1, "c": ["x", {"y": 2}]}}
    assert parsed.lines == {
        (): 10, ("a",): 10, ("a", "b"): 11, ("a", "c"): 13, ("a", "c", 0): 14, ("a", "c", 1): 15, ("a", "c", 1, "y"): 15,
    }  # fmt: skip


def test_a_key_path_is_spelled_as_people_write_it():
    assert spell(("claims", 3, "question")) == "claims[3].question"
    assert spell(()) == ""
    assert spell(("a", 0, 1)) == "a[0][1]"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: 1\nb: 2\na: 3\n", ["3 a duplicate-key"]),
        ("x:\n  - a: 1\n    a: 1\n", ["3 x[0].a duplicate-key"]),
        ('a: 1\n"a": 2\n', ["2 a duplicate-key"]),
        ("a: &x 1\nb: *x\n", ["1 a yaml-alias", "2 b yaml-alias"]),
        ("a: &x {b: 1}\n", ["1 a yaml-alias"]),
        ("a:\n  <<: {b: 1}\n", ["2 a.<< yaml-alias"]),
        ("a: !!str 1\nb: !x [1]\n", ["1 a yaml-tag", "2 b yaml-tag"]),
        ("a: 1\n---\nb: 2\n", ["2  yaml-syntax"]),
        ("a:\n\tb: 1\n", ["2  yaml-syntax"]),
        ("a: [1\nb: 2\n", ["1  yaml-syntax"]),
        ("a: 1\nb\n", ["2  yaml-syntax"]),
        ("a: 1\nb", ["2  yaml-syntax"]),
        ("a: b: c\n", ["1  unquoted-value"]),
        ('a: "open\nb: 2\n', ["1  unquoted-value"]),
        ("? [a, b]\n: c\n", ["1  yaml-syntax"]),
        ("a: 1 # \x85 \u2028\nb: x\u2029\nb: 2\n", ["3 b duplicate-key"]),
        ("a: 1\nb: x\ufffey\n", ["2  yaml-syntax"]),
        ("%YAML 9.9\n---\na: 1\n", ["1  yaml-syntax"]),
        # What an escape brings in is told by hidden_characters: see its tests.
        ('a: 1\nb: "a\\0b"\n', []),
        ('a: "\\uD800"\n', ["1  yaml-syntax"]),
        ('a: "\\U00110000"\n', ["1  yaml-syntax"]),
        ('a: "\\t\\n\\r\\N\\_\\L \\U0001F600 \\xe9"\n', []),
    ],
)
def test_what_yaml_allows_and_content_does_not(text, told):
    assert names(text) == told


def test_what_unicode_does_not_have_is_told_by_both_of_pyyamls_readers(monkeypatch):
    monkeypatch.setattr(strict_yaml, "_Loader", yaml.SafeLoader)
    (fault,) = read_yaml('a: "\\U00110000"').faults
    assert (fault.line, fault.kind.code) == (1, "V020")


def test_a_fault_is_one_line():
    for text in ("a: \x80", "a: [", "a: b: c", "a: \ufffe"):
        (fault,) = read_yaml(text).faults
        assert "\n" not in fault.message


DEEP = {
    "lists": "[" * 5000,
    "closed lists": "[" * 5000 + "]" * 5000,
    "mappings": "{a: " * 5000,
    "lists in lines": "\n".join(" " * depth + "-" for depth in range(1000)),
    "mappings in lines": "\n".join(" " * depth + "a:" for depth in range(1000)),
}


@pytest.mark.parametrize("name", DEEP)
def test_deep_nesting_is_refused_at_once(name):
    begun = time.process_time()
    (fault,) = read_yaml(DEEP[name]).faults
    assert fault.kind.name == "too-deep"
    assert time.process_time() - begun < 2


def test_the_deepest_allowed_is_allowed():
    assert names("[" * MAX_DEPTH + "]" * MAX_DEPTH) == []
    assert "too-deep" in names("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))[0]


def test_exploding_aliases_cost_no_more_than_their_size():
    rows = ["a: &a [ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    rows += [f"{chr(b)}: &{chr(b)} [{', '.join([f'*{chr(b - 1)}'] * 9)}]" for b in range(ord("b"), ord("z"))]
    begun = time.process_time()
    faults = read_yaml("\n".join(rows)).faults
    assert {fault.kind.name for fault in faults} == {"yaml-alias"}
    assert time.process_time() - begun < 2


# Any value that content can have, for the reader to find again.
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**17), 10**17) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(PLAIN)
def test_what_yaml_writes_is_read_back(value):
    dumper = type("Quoting", (yaml.SafeDumper,), {"ignore_aliases": lambda self, data: True})
    parsed = read_yaml(yaml.dump(value, Dumper=dumper))
    found = {fault.kind.name for fault in parsed.faults}
    assert found <= {"ambiguous-value"}
    if not found:
        assert parsed.value == value


def texts(value) -> Iterator[str]:
    """All texts in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for item in value:
            yield from texts(item)
        if isinstance(value, dict):
            yield from texts(list(value.values()))


SCRAPS = st.sampled_from(
    [
        *"abc:-[]{},&*!|>'\"%@`#?<~ \n\t",
        ": ",
        "- ",
        "\n  ",
        "---\n",
        "...\n",
        "<<: ",
        "\x85",
        "\u2028",
        "\ufeff",
        "é",
    ]
)


@given(st.text(max_size=80) | st.lists(SCRAPS, max_size=30).map("".join))
def test_no_text_breaks_it(text):
    parsed = strict_yaml.read_yaml(text)
    for fault in parsed.faults:
        assert fault.line >= 1
        assert fault.message
