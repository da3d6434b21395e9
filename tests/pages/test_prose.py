"""Hand-written prose: what Markdown may do, and what it may not."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.pages import prose as markup
from tests.printed import PAYLOAD, Read


@pytest.mark.parametrize(
    "text",
    [
        PAYLOAD,
        "<script>alert(1)</script>",
        "<div>\n<script>alert(1)</script>\n</div>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<iframe src='https://other.host'></iframe>",
        "[a](javascript:alert(1))",
        "[a](  JaVaScRiPt:alert(1))",
        "[a](java&#115;cript:alert(1))",
        "[a](data:text/html,<script>alert(1)</script>)",
        "[a](vbscript:x)",
        "[a]: javascript:alert(1)\n\n[a]",
        "<javascript:alert(1)>",
        "![a](http://other.host/a.png)",
        "![a](javascript:alert(1))",
        '[a](b "onmouseover=alert(1)")',
        "# <script>alert(1)</script>",
        "a[^1]\n\n[^1]: <script>alert(1)</script>",
        "Term\n:   <script>alert(1)</script>",
        "| <script>a</script> |\n|---|\n| <img src=x> |",
        "<!-- <script>alert(1)</script> -->",
    ],
)
def test_nothing_runs_and_nothing_is_loaded(text: str) -> None:
    read = Read(markup.prose(text))
    assert not {"script", "img", "svg", "iframe", "style", "object", "embed", "link", "form"} & set(read.tags)
    assert not [name for _, name, _ in read.attributes if name.startswith("on") or name in ("style", "src")]
    assert not [
        link
        for link in read.links
        if ":" in link and not link.startswith(("http:", "https:", "mailto:", "#fn"))
    ]


def test_html_in_prose_is_shown_as_text() -> None:
    assert "<script>alert(1)</script>" in Read(markup.prose("see <script>alert(1)</script>")).text


def test_braces_are_text() -> None:
    assert "{{ 7 * 7 }} {% raw %}" in Read(markup.prose("{{ 7 * 7 }} {% raw %}")).text


def test_allowed_markup_is_kept() -> None:
    html = markup.prose("A *b* **c** [d](e.md)\n\n- f\n\n| g |\n|---|\n| h |\n\nTerm\n:   What it is.")
    assert {"p", "em", "strong", "a", "ul", "li", "table", "th", "td", "dl", "dt", "dd"} <= set(
        Read(html).tags
    )


def test_a_first_level_heading_becomes_a_second() -> None:
    assert markup.prose("# A").startswith('<h2 id="a">')


def test_links_are_resolved() -> None:
    html = markup.prose("[a](b.md)", resolve=lambda url: f"../{url}")
    assert Read(html).links == ["../b.md"]


def test_resolved_addresses_are_cleaned() -> None:
    assert Read(markup.prose("[a](b.md)", resolve=lambda _: "javascript:alert(1)")).links == []


def test_parts() -> None:
    first, second, third = markup.parts(markup.prose("Before.\n\n## A & *b*\n\nText.\n\n### C", prefix="x-"))
    assert (first.id, str(first.html)) == ("", "<p>Before.</p>")
    assert (second.id, str(second.title), second.level, str(second.html)) == (
        "x-a-b",
        "A &amp; b",
        2,
        "<p>Text.</p>",
    )
    assert (third.id, third.level, str(third.html)) == ("x-c", 3, "")


def test_plain_and_shortened() -> None:
    assert markup.plain("A *b*\n\n[c](d.md) <e>") == "A b c <e>"
    assert markup.shortened("one two three", 9) == "one two…"
    assert markup.shortened("one two", 9) == "one two"


@pytest.mark.parametrize(
    "text",
    ["[a](b.md)", "See <https://a.example>.", "[a][1]\n\n[1]: b.md", "A heading\n---------\n\n[a](b.md)"],
)
def test_resolved_links_are_not_cached_for_other_pages(text: str) -> None:
    pages = [markup.prose(text, lambda url, page=page: f"{page}/{url}") for page in ("one", "two", "one")]
    assert 'href="one/' in pages[0]
    assert 'href="two/' in pages[1]
    assert pages[0] == pages[2]
    assert 'href="one/' not in markup.prose(text)


@pytest.mark.parametrize("text", ["## A", "# A", "A\n===", "A\n---", "> ## A"])
def test_headings_have_the_given_prefix(text: str) -> None:
    ids = [id for prefix in ("", "one-", "two-") for id in Read(markup.prose(text, None, prefix)).ids]
    assert ids == ["a", "one-a", "two-a"]


def test_conversion_does_not_depend_on_former_conversions() -> None:
    text = "A[^1] and *b*\n\n[^1]: Note\n\n## C\n\n## C"
    first = markup.prose(text, lambda url: url)
    markup.prose("Z[^1][^2]\n\n[^1]: Other\n[^2]: Third\n\n## C", lambda url: url)
    assert markup.prose(text, lambda url: url) == first


def opened(html: str) -> list[tuple[str, str]]:
    """Return the words of each mark with the id of its note."""
    marks = re.findall(
        r'(?s)<label class="vm-mentioned"><span aria-hidden="true">(.*?)</span><button [^>]*popovertarget="([^"]*)"></button></label>',
        html,
    )
    return [(Read(words).text, note) for words, note in marks]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("It was 30.", ["30"], ["30"]),
        ("It was 130, 30,000, 3.30 and 30.5; AB30 and 30km.", ["30"], []),
        ("On 30 December.", ["30"], []),
        ("A fuse, and the fuse the size of a thumb.", ["fuse", "fuse the size of a thumb"], ["fuse", "fuse the size of a thumb"]),
        ("The fuse the size of a thumb.", ["fuse", "the size", "fuse the size of a thumb"], ["fuse the size of a thumb"]),
        ("A three-year war, mid-three.", ["three"], []),
        ("The line's “fuse” blew.", ["The line’s \"fuse\""], ["The line’s “fuse”"]),
        ("Losses at the\nfront.", ["at the front"], ["at the front"]),
        ("See [30 men](b.md) and <30>.", ["30 men"], []),
        ("Ships & boats <at> sea.", ["Ships & boats <at> sea"], ["Ships & boats <at> sea"]),
        ("It stopped… for a day.", ["stopped ... for a day..."], ["stopped… for a day"]),
        ("`30` and **30**", ["30"], ["30"]),
        ("Any text.", ["", " ", "…"], []),
    ],
)  # fmt: skip
def test_words_are_marked_whole_and_the_longest_first(text: str, words: list[str], found: list[str]) -> None:
    html = markup.marked(markup.prose(text), {word: f"note-{at}" for at, word in enumerate(words)}, {})
    assert [word for word, _ in opened(html)] == found


def test_links_to_a_claim_become_marks_and_others_stay_links() -> None:
    html = markup.prose("See [*some* thirty](#claim-a), [more](#claim-b) and [less](c.md#claim-a).")
    marked = markup.marked(html, {}, {"claim-a": "note-a"})
    assert opened(marked) == [("some thirty", "note-a")]
    assert Read(marked).links == ["#claim-b", "c.md#claim-a"]
    assert markup.anchors(html) == ("claim-a", "claim-b")


def test_only_words_that_occur_once_are_unambiguous() -> None:
    html = markup.prose("Three villages and three men; 30 men near two villages. [Two men](#a)")
    assert markup.once(html, ["three", "Three", "30", "30 men", "villages", "two villages", "Two men"]) == (
        "three", "Three", "30 men", "villages", "two villages",
    )  # fmt: skip


hostile = st.lists(st.sampled_from(["30", "a", "<b>", "&", "&amp;", '"', "'", "’", "<", ">", "-", "…", "[x](#claim-a)", "*", "`", "\n\n", PAYLOAD]), max_size=8)  # fmt: skip


@given(hostile, st.lists(hostile.map(" ".join), max_size=4))
def test_marks_change_no_word_and_do_not_overlap(text: list[str], words: list[str]) -> None:
    html = markup.prose(" ".join(text))
    marked = markup.marked(html, {word: f"note-{at}" for at, word in enumerate(words)}, {"claim-a": "note-a"})
    assert Read(marked).text == Read(html).text
    bare = re.sub(
        r'<label class="vm-mentioned"><span aria-hidden="true">|'
        r'</span><button type="button" class="vm-mention" aria-label="[^"]*" popovertarget="note-\w+"></button></label>',
        "",
        marked,
    )
    # Everything else is unchanged, except for the links that became marks.
    assert bare == re.sub(r'<a href="#claim-a">(.*?)</a>', r"\1", html, flags=re.DOTALL)
    assert marked.count("<label") == marked.count("</label>") == len(opened(marked))


@pytest.mark.parametrize(
    ("heading", "id"),
    [
        ("Что сказали в Киеве?", "что-сказали-в-киеве"),
        ("我们如何比较 2024", "我们如何比较-2024"),
        ("हिन्दी में", "हिन्दी-में"),
        ("عناوين الصحف", "عناوين-الصحف"),
        ("เรือมาสาย", "เรือมาสาย"),
        ("Łukasz & Øystein: Über Straße", "lukasz-oystein-uber-strasse"),
        ("What is compared", "what-is-compared"),
        ("—", "section"),
    ],
)
def test_a_heading_of_any_script_has_a_name_that_can_be_read_and_linked(heading: str, id: str) -> None:
    html = markup.prose(f"## {heading}\n\nA.\n\n## {heading}\n\n[to it](#{id})\n")
    assert [part.id for part in markup.parts(html)] == ["", id, f"{id}_1"]
    assert markup.anchors(html) == (id,)
