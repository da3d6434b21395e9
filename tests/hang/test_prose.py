"""Markdown that nests or leaves open more than it could be read in time is refused at its line, and never converted."""

from __future__ import annotations

import pytest

from builder.content import tangled
from builder.content.converter import convert
from builder.content.load import ContentFile, parse
from builder.pages import prose as markup
from tests.factory import told, write_site
from tests.hang.limits import within
from tests.hang.pumps import nested

TANGLED = {
    "brackets": "[" * 16_384,
    "brackets in brackets": nested("[", "](b)", 5_000),
    "pictures": "![" * 8_000,
    "links without an end": "[a](b" * 4_000,
    "links with half of a quotation": "[a](b'c) " * 2_000,
    "links without a quotation mark": '[a](b "c ' * 4_000,
    "600 definitions": "a\n: b\n" * 600,
    "600 definitions in each other": "\n".join(f"{' ' * 4 * n}a\n{' ' * 4 * n}:   b" for n in range(400)),
    "lists in lists": "\n".join(f"{' ' * 4 * n}- a" for n in range(600)),
    "lists on one line": "- " * 600 + "a",
    "numbers on one line": "1. " * 600 + "a",
    "quotations": "> " * 600 + "a",
    "quoted lists": "> - " * 600 + "a",
    "one block": "a\n=\n" * 20_000,
    "emphasis": "*a*" * 20_000,
    "headings": "# a\n\n" * 20_000,
    "references to one note": "x[^a] " * 3_000 + "\n\n[^a]: y",
}
HONEST = {
    "a list of links": "\n".join(
        f"- [name {n}](page-{n}.md \"Page {n}\") and [the other](<a b> 'c')" for n in range(300)
    ),
    "addresses with spaces and apostrophes": "\n".join(f"- [name {n}](my page's {n}.md)" for n in range(100)),
    "definitions": "\n\n".join(f"Word {n}\n: what it means" for n in range(300)),
    "a table": "|a|b|\n|-|-|\n" + "| [x](y.md) | `[[z]]` |\n" * 400,
    "escaped brackets": r"\[" * 500,
    "brackets one after another": "[a] " * 4_000,
    "code": "    " + "[[" * 10 + "\n",
    "lists": "\n".join(f"{' ' * 4 * (n % 6)}- a" for n in range(600)),
    "notes": "".join(f"a[^{n}] " for n in range(200)) + "\n\n" + "".join(f"[^{n}]: b\n" for n in range(200)),
    "a letter in a quotation": "> > Dear all,\n> >\n> > - one\n> > - two\n",
}


@pytest.mark.parametrize("name", TANGLED)
def test_tangled_prose_is_refused_at_its_line(name, tmp_path):
    text = TANGLED[name]
    with within(name):
        found = told(write_site(tmp_path, {"long.md": f"---\ntitle: Long\n---\n\nA page.\n\n{text}\n"}))
    assert len(found) == 1
    first = int(found[0].split(":")[1])
    assert found[0].endswith("[V015 tangled-prose]")
    assert 7 <= first <= 7 + text.count("\n")


@pytest.mark.parametrize("name", TANGLED)
def test_where_it_is_shown_all_the_same_it_is_shown_as_it_is_written(name):
    text = f"A page.\n\n{TANGLED[name]}"
    with within(name):
        html = markup.prose(text)
        assert "<" not in html.removeprefix("<p>").removesuffix("</p>")
        assert markup.plain(text) == " ".join(text.split())


@pytest.mark.parametrize("name", HONEST)
def test_what_is_only_long_is_read(name):
    assert tangled.tangle(HONEST[name]) is None
    with within(name):
        assert convert(HONEST[name])
    document, problems = parse(ContentFile("pages", "content/a.md", "a", HONEST[name].encode(), ""))
    assert document is not None
    assert problems == []


@pytest.mark.parametrize("most", [tangled.OPEN])
def test_as_many_brackets_as_may_be_open_are_converted(most):
    assert tangled.tangle("[" * most) is None
    found = tangled.tangle(f"one\ntwo {'[' * (most + 1)}")
    assert found is not None
    assert (found.line, found.message) == (1, "more than 30 brackets are open here")


def test_a_page_at_every_limit_is_read_in_time():
    block = "[" * (tangled.OPEN - 1) + "\n[a](b'c) " * 30 + '*a* "b" ' * (tangled.CHARACTERS // 10)
    text = "\n\n".join([block] * 10)
    assert tangled.tangle(text) is None
    with within("a page", 20):
        assert markup.parts(markup.prose(text))


def test_marks_on_one_letter_are_put_in_order_in_time():
    """To sort them takes the square of their number, and in a heading of a page they become an address."""
    stacked = "e" + "\u0323\u0301" * 100_000
    with within("marks"):
        assert markup.parts(markup.prose(f"# {stacked}"))
