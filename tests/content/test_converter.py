"""Patterns that a text cannot match are skipped without a change of the HTML."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from builder.content.converter import _Converter, convert

# Everything that any pattern looks for, between words.
_PIECES = (
    "word", "Ärmel", "30", " ", "```\n", "~~~ a\n", "  \n", "\t\n", " \r\n", "\n", "\n\n", "\r", "    ", "*", "**", "_", "__", "`", "``", "\\", "\\*", "[", "]", "](", ")",
    "!", "![", "[^1]", "[^1]: ", "[a]: b", "<", ">", "<http://a.b>", "<a@b.c>", "&", "&amp;", "&#42;", "'", '"', "'90s", "--", "---", "...", "…",
    "# ", "## ", "A\n===", "\n---\n", "> A\n> -\n", "[TOC]", "* * *", "***", "\n\n> ", "> ", "- ", "1. ", "| ", "|---|", "\n|--|--|\n", ":   ", "===", "\u2028", "\x0c", "é</i>", "*[", "{#a}",
)  # fmt: skip
_texts = st.lists(st.sampled_from(_PIECES), max_size=25).map("".join)
_whole = _Converter()


@settings(max_examples=600, deadline=None)
@given(_texts)
@example("two words  \nbroken")
@example("a\t\nb")
@example("a *b* __c__ `d` [e](f) ![g](h) <http://i.j> &amp; \\* 'k' \"l\" -- ... m[^1]\n\n[^1]: n")
@example("Term\n:   It's *so*.\n\n| a | b  |\n|---|---|\n| c | `d` |")
def test_skipping_patterns_does_not_change_the_html(text: str) -> None:
    assert convert(text, None, "p-") == _whole.convert(text, None, "p-")


def test_fenced_code_stands_as_written() -> None:
    made = convert('Say:\n\n```yaml\nid: x\n  - "a" <b>\n```\n\n``` {onclick=run .wide}\nz\n```\n')
    assert made == (
        '<p>Say:</p>\n<pre><code>id: x\n  - "a" &lt;b&gt;\n</code></pre>\n<pre><code>z\n</code></pre>'
    )
