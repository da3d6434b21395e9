"""Pages of a site's own: ordinary pages of MkDocs, from which links lead to the comparison."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from builder.adapters import export, own_html
from builder.adapters.carried import carried
from builder.adapters.own_pages import exported
from builder.build import in_memory
from builder.cli.main import main
from scripts.crawl import broken
from tests.adapters.test_plugin import built, html
from tests.printed import PAYLOAD, Read, site_with_config

MORE = """
markdown_extensions:
  - admonition
  - attr_list
  - footnotes
  - pymdownx.superfences
  - pymdownx.tasklist
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      emoji_generator: !!python/name:material.extensions.emoji.to_svg
repo_url: https://names.example/code
edit_uri: edit/main/content/
validation: {links: {anchors: warn}}
"""
ABOUT = """---
title: Who we are
description: Two & more.
---

!!! note "Mind"
    Careful.

[Cause](topics/cause.md#stopped), [what it says](articles/harbour-post-adrift.md#claim-aboard), [data](data/claims.json),
[first](guide/First steps.md), [the method][m]

[m]: method.md#what-was-checked

![A boat](guide/boat.png){ width="40" } :material-ferry:

## A part

=== "A"
    one

=== "B"
    two

- [x] done[^1]

| a | b |
|--:|---|
| 1 | 2 |

```python
print(1)
```

[^1]: Once.
"""
FILES: dict[str, str | bytes | None] = {
    "about.md": ABOUT,
    "guide/First steps.md": "# First *steps*\n\n[up](../about.md), [home](../index.md), [a topic](../topics/cause.md)\n",
    "guide/deep/second.md": "---\ntitle: Second\nhide: [toc]\n---\n\n[cause](../../topics/cause.md#stopped)\n",
    "hidden.md": "---\nmenu: false\n---\n# Not in the menu\n",
    "guide/boat.png": b"a boat",
}


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = site_with_config(tmp_path_factory.mktemp("rich"), FILES, MORE)
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace("font: false", "font: false, features: [content.action.edit, navigation.tabs]"),
        encoding="utf-8",
    )
    built(root, strict=True)
    return root


def test_extensions_pictures_and_links_work(rich: Path) -> None:
    page = html(rich / "site", "about/index.html")
    read = Read(page)
    assert broken(rich / "site") == []
    assert {
        "../topics/cause/#stopped", "../articles/harbour-post-adrift/#claim-aboard", "../data/claims.json", "../guide/First%20steps/",
        "../method/#what-was-checked", } <= set(read.links)  # fmt: skip
    for wanted in (
        '<div class="admonition note">', '<p class="admonition-title">Mind</p>', 'src="../guide/boat.png" width="40"',
        '<label for="__tabbed_1_1">A</label>', '<input type="checkbox" disabled="" checked="">', '<td style="text-align:right">1</td>',
        '<span class="nb">print</span>', '<div class="footnote">', '<span class="twemoji"><svg', "<path d=",
        "<title>Who we are - Tiny</title>", '<h1 id="page_title">Who we are</h1>', 'content="Two &amp; more."',
        'href="https://names.example/code/edit/main/content/about.md"', '<a href="#page_title" class="md-skip">',
    ):  # fmt: skip
        assert wanted in page, wanted
    assert (rich / "site/guide/boat.png").read_bytes() == b"a boat"


def test_they_stand_in_the_navigation_in_the_search_and_in_the_site_map(rich: Path) -> None:
    site = rich / "site"
    tabs = re.findall(r'<li class="md-tabs__item.*?</li>', html(site, "method/index.html"), re.DOTALL)
    labels = [" ".join(Read(tab).text.split()) for tab in tabs]
    assert labels == [
        "Home",
        "Passengers",
        "Cause and course",
        "Articles",
        "Sources",
        "Data",
        "Who we are",
        "Method",
        "Guide",
    ]
    # Pages that are printed have the same navigation as those that MkDocs renders.
    assert "Who we are" in html(site, "articles/harbour-post-adrift/index.html")
    index = json.loads(html(site, "search/search_index.json"))
    entries = {entry["location"]: entry for entry in index["docs"]}
    assert "Careful" in entries["about/"]["text"]
    assert {"guide/First%20steps/", "guide/deep/second/", "hidden/"} <= set(entries)
    assert "articles/harbour-post-adrift/#claim-aboard" in entries
    assert "Not in the menu" in html(site, "hidden/index.html")


def test_a_second_build_and_a_removed_page(rich: Path, tmp_path: Path) -> None:
    root = tmp_path / "again"
    shutil.copytree(rich, root)
    (root / "content/hidden.md").unlink()
    about = root / "content/about.md"
    about.write_text(about.read_text(encoding="utf-8").replace("Careful", "Anew"), encoding="utf-8")
    built(root, strict=True)
    assert not (root / "site/hidden").exists()
    assert "Anew" in html(root / "site", "about/index.html")
    assert broken(root / "site") == []


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("[x](gone.md)", "contains a link 'gone.md', but the target is not found"),
        ("[x](articles/none.md)", "contains a link 'articles/none.md', but the target is not found"),
        (
            "[x](articles/early.md)",
            "contains a link 'articles/early.md', but the site has no such page; a draft is none.",
        ),
        ("[x](articles/harbour-post-adrift.md#claim-none)", "but that page has no such anchor."),
        ("[x](topics/cause.md#none)", "the doc 'topics/cause.md' does not contain an anchor '#none'"),
        ("![x](none.png)", "contains a link 'none.png', but the target is not found"),
        ("<script>alert(1)</script>", "content/about.md: a page may not have <script>; it is left out"),
        ('<p onclick="x()">a</p>', "content/about.md: a page may not have <p onclick>; it is left out"),
        (
            "[x](javascript:alert)",
            "content/about.md: a page may not have <a href=javascript:>; it is left out",
        ),
    ],
)
def test_what_is_wrong_in_a_page_is_told_and_fails_a_strict_build(
    link: str, told: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    draft = "---\ndraft: true\nheadline: Early\noutlet: harbour-post\n---\n"
    root = site_with_config(
        tmp_path,
        {"about.md": f"# About\n\n{link}\n", "articles/early.md": draft},
        "validation: {links: {anchors: warn}}\n",
    )
    with pytest.raises(Abort, match="strict mode"):
        built(root)
    warned = [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]
    assert len(warned) == 1, warned
    assert told in warned[0]
    assert not (root / "site").exists()


@pytest.mark.parametrize(
    ("front", "told"),
    [
        (
            "title: [a",
            "content/about.md:3: the front matter cannot be read: expected ',' or ']', but got '<stream end>' [V020 yaml-syntax]",
        ),
        (
            "a: &a [b]\nc: *a",
            'content/about.md:3: "*a" stands for what is written elsewhere [V022 yaml-alias]',
        ),
        (
            f"a: {'[' * 21}{']' * 21}",
            "content/about.md:2: the front matter is nested more than 20 deep [V024 too-deep]",
        ),
        (
            "on: 2031-02-30",
            "content/about.md:2: the front matter cannot be read: day is out of range for month [V020 yaml-syntax]",
        ),
        (
            "a:\n" + "  - b\n" * 4_000,
            "content/about.md:1: the front matter has more than 20,000 characters [V007 file-too-large]",
        ),
        (
            "a: !!python/name:os.system",
            "content/about.md:2: the front matter cannot be read: could not determine a constructor for the tag",
        ),
    ],
)
def test_front_matter_that_cannot_be_read_is_told(front: str, told: str, tmp_path: Path) -> None:
    root = site_with_config(tmp_path, {"about.md": f"---\n{front}\n---\n# About\n"})
    result = CliRunner().invoke(main, ["check", "-C", str(root)])
    assert result.exit_code == 1
    assert told in result.output
    with pytest.raises(Abort, match="1 error"):
        built(root)


def test_nothing_hostile_runs_in_a_page(tmp_path: Path) -> None:
    text = json.dumps(PAYLOAD)
    files = {
        "about.md": f"---\ntitle: {text}\ndescription: {text}\nauthor: {text}\n---\n\n{PAYLOAD}\n\n## {PAYLOAD}\n"
    }
    files |= {"guide/own.md": f"# {PAYLOAD}\n\n- {PAYLOAD}\n"}
    site = built(site_with_config(tmp_path, files), strict=False)
    for name in (
        "about/index.html",
        "guide/own/index.html",
        "index.html",
        "articles/harbour-post-adrift/index.html",
    ):
        document = html(site, name)
        assert "<script>alert" not in document, name
        read = Read(document)
        assert not [key for _, key, _ in read.attributes if key == "onerror"], name
        assert not [link for link in read.links if link.startswith("javascript:")], name


def test_cleaning_takes_what_runs_and_leaves_what_shows() -> None:
    good = '<p style="text-align:center">a <a href="../x/">b</a> <!-- more --></p><details open=""><summary>s</summary></details>'
    assert own_html.foreign(good) == []
    assert own_html.clean(good) == good
    for bad, names in (
        ('<iframe src="https://other.host"></iframe>', ["<iframe>"]),
        ('<img src="x" onerror="a">', ["<img onerror>"]),
        ('<a href=" java\nscript:a">b</a>', ["<a href=javascript:>"]),
        ('<svg><use href="#a"></use></svg>', ["<use>"]),
        ("<object></object><embed><form></form>", ["<object>", "<embed>", "<form>"]),
    ):
        assert own_html.foreign(bad) == names
        assert not re.search(r"iframe|onerror|script|use|object|embed|form", own_html.clean(bad)), bad


def test_hooks_see_them(tmp_path: Path) -> None:
    root = site_with_config(tmp_path, {"about.md": "# About\n\nWIND\n"}, "hooks: [hook.py]\n")
    (root / "hook.py").write_text(
        "def on_page_markdown(markdown, page, **_):\n    return markdown.replace('WIND', 'weather')\n",
        encoding="utf-8",
    )
    site = built(root)
    assert "weather" in html(site, "about/index.html")
    assert "about 140" in html(site, "articles/harbour-post-adrift/index.html")


def test_a_navigation_of_ones_own_may_name_them(tmp_path: Path) -> None:
    more = "nav: [{Start: index.md}, {Steps: [guide/First steps.md, about.md]}]\n"
    site = built(site_with_config(tmp_path, FILES | {"about.md": "# About"}, more), strict=True)
    assert "First steps" in Read(html(site, "topics/cause/index.html")).text
    assert (site / "guide/deep/second/index.html").is_file()


TAKEN = {
    "articles.md": "would stand in the place of the list of articles",
    "README.md": "would stand in the place of the home page",
    "topics.markdown": "would stand in the place of the list of topics",
    "outlets/sound-radio.md": 'would stand in the place of the page of the outlet "sound-radio"',
    "guide/a.md": 'would stand in the place of "guide/a/index.html"',
}


@pytest.mark.parametrize("name", TAKEN)
def test_a_page_in_the_place_of_another_is_told_and_not_lost(name: str, tmp_path: Path) -> None:
    more: dict[str, str | bytes | None] = {"guide/a/index.html": "mine"} if name == "guide/a.md" else {}
    root = site_with_config(tmp_path, {name: "# Mine\n"} | more)
    result = CliRunner().invoke(main, ["check", "-C", str(root)])
    assert result.exit_code == 1
    if more:
        assert (
            'content/guide/a/index.html:1: it would stand in the place of the page "guide/a"' in result.output
        )
    else:
        assert f"content/{name}:1:" in result.output
    with pytest.raises(Abort):
        built(root)


def test_links_are_spelled_for_an_export() -> None:
    made = {
        "topics/cause.md": "topics/cause/index.md",
        "index.md": "index.md",
        "articles/a.md": "articles/a/index.md",
    }
    text = 'See [x](../topics/cause.md#a), [y](<../articles/a.md> "t"), [z](own.md), `cause.md`.\n\n[r]: ../topics/cause.md\n'
    assert exported(text, "guide/one.md", made) == (
        'See [x](../topics/cause/index.md#a), [y](<../articles/a/index.md> "t"), [z](own.md), `cause.md`.\n\n[r]: ../topics/cause/index.md\n'
    )


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (
            "# A\n\n<script>alert(1)</script>\n",
            "a page may not have <script>. In the site it is left out, but an export has",
        ),
        (
            '# A\n\n[x](javascript:a) <b onclick="a">b</b>\n',
            "a page may not have <a href=javascript:>, <b onclick>. In the site",
        ),
        (
            '---\ntags: ["<b>"]\n---\n# A\n',
            'a page may not have "<" in its front matter. In the site it is left out, but',
        ),
    ],
)
def test_an_export_has_no_page_that_would_run_something(page: str, told: str, tmp_path: Path) -> None:
    root = site_with_config(tmp_path / "root", {"about.md": page})
    result = CliRunner().invoke(main, ["export", "-C", str(root), str(tmp_path / "out")])
    assert (result.exit_code, result.output.startswith(f"Error: content/about.md: {told}")) == (1, True), (
        result.output
    )
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("program", ["mkdocs", "zensical"])
def test_an_export_has_them(program: str, rich: Path, tmp_path: Path) -> None:
    config = load_config(str(rich / "mkdocs.yml"))
    export.export(in_memory.make(rich), tmp_path, carried(config, rich, "content"))
    if program == "mkdocs":
        build(load_config(str(tmp_path / "mkdocs.yml"), strict=True))
    else:
        zensical = Path(sys.executable).parent / "zensical"
        done = subprocess.run(
            [str(zensical), "build"], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
    page = html(tmp_path / "site", "about/index.html")
    assert "../articles/harbour-post-adrift/#claim-aboard" in Read(page).links
    for wanted in (
        '<div class="admonition note">',
        "boat.png",
        'class="tabbed-labels',
        '<span class="twemoji">',
        "<h1",
    ):
        assert wanted in page, wanted
    assert broken(tmp_path / "site") == []
