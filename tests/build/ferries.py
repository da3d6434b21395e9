"""A small site of several stories, and an author who edits it in every way that a site is edited."""

from __future__ import annotations

import hashlib
import os
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from benchmarks import generated
from builder.adapters.plugin import VariorumPlugin
from builder.adapters.serve import ContentAbort
from builder.cache import stat_cache
from builder.content.problems import Problem

STORIES = 3
PER_STORY = 4
EPOCH = 1_930_000_000
"""A moment of the year 2031."""

SETTINGS = {
    "site_name": "Ferries",
    "docs_dir": "content",
    "strict": "true",
    "exclude_docs": '"*.yml"',
    "theme": "{name: material, font: false, custom_dir: own}",
    "plugins": "[search, variorum]",
}
FOREIGN = "foreign.html"
"""A file that somebody lays into the site: no build removes it."""
MAIN = '{% extends "base.html" %}'
# What a site may put into its theme; some of it shows in some pages only.
MAINS = (
    MAIN,
    MAIN
    + '{% block extrahead %}{% if page %}<meta name="own" content="{{ page.meta.description }}">{% endif %}{% endblock %}',
    MAIN
    + "{% block extrahead %}{% if page and page.toc | length > 3 %}<!-- long {{ config.extra.own }} -->{% endif %}{% endblock %}",
    MAIN + "{% block extrahead %}{% if page %}{{ page.meta.title | upper }}{% endif %}{% endblock %}",
    MAIN + "{% block extrahead %}{{ pages | length }}{% endblock %}",
)
ITEM = '<li><a href="{{ toc_item.url }}">{{ toc_item.title }}</a>{% if toc_item.children %}<b>more</b>{% endif %}</li>'
# An article that nothing ties to a story, one of two stories, and a copy that ties a third one to them.
LOOSE = """---
outlet: outlet-00
headline: On ferries as such
published: 2031-03-05
completeness: full text
source_file: loose.txt
source_sha256: "{digest}"
inferred: {{byline: None is printed.}}
claims: []
---

Ferries lose their power more often than one thinks.
"""
BOTH = """---
outlet: outlet-01
headline: Two ferries in one night
published: 2031-03-05
completeness: full text
source_file: both.txt
source_sha256: "{digest}"
claims:
  - id: first
    question: ferry-00000/aboard
    printed: about 30
    sources: [office-all-0]
    cue: said
  - id: second
    question: ferry-00001/aboard
    printed: "34"
    sources: [office-all-1]
    cue: said
---

Both ferries are said to have lost their power in the same night.
"""


def write(root: Path, stories: int = STORIES, *, joint: bool = True) -> Path:
    """Write a site of some stories with four articles each; ``joint`` adds an article of two stories and a loose one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(generated, "PER_TOPIC", PER_STORY)
        patch.setattr(generated, "OUTLETS", 4)
        generated.write(root, stories * PER_STORY)
    if joint:
        articles = root / "content" / "articles"
        (articles / "loose.md").write_text(LOOSE.format(digest="1" * 64), encoding="utf-8")
        (articles / "both.md").write_text(BOTH.format(digest="2" * 64), encoding="utf-8")
    (root / "own").mkdir()
    (root / "own" / "main.html").write_text(MAIN, encoding="utf-8")
    settle(root, {})
    return root


def settle(root: Path, more: dict[str, str]) -> None:
    """Write ``mkdocs.yml``."""
    lines = [f"{key}: {value}\n" for key, value in (SETTINGS | more).items()]
    (root / "mkdocs.yml").write_text("".join(lines), encoding="utf-8")


def run(root: Path, **more: Any) -> VariorumPlugin:
    """Build a site in this process, and return the plugin that did."""
    config = load_config(str(root / "mkdocs.yml"), **more)
    build(config)
    plugin = config.plugins["variorum"]
    assert isinstance(plugin, VariorumPlugin)
    return plugin


def made(plugin: VariorumPlugin) -> int:
    """How many parts a build made anew."""
    return plugin.build.result.made


def told(plugin: VariorumPlugin) -> list[str]:
    """What a build that went well had to tell."""
    done = plugin.build
    return [*map(str, done.inventory.all_problems(done.result.problems)), *done.result.drafts]


def tried(root: Path, **more: Any) -> tuple[list[str], VariorumPlugin | None]:
    """Build a site; return what was told, and the plugin where the build went well."""
    try:
        plugin = run(root, **more)
    except ContentAbort as error:
        return [str(problem) for problem in sorted(error.problems, key=order)], None
    return told(plugin), plugin


def take_back(root: Path, good: Path) -> None:
    """Bring back everything that somebody wrote as it was in a copy."""
    for path in root.iterdir():
        if path.name not in ("site", ".variorum"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.copytree(good, root, ignore=shutil.ignore_patterns("site", ".variorum"), dirs_exist_ok=True)


def order(problem: Problem) -> Any:
    return problem.order


def written(site: Path) -> dict[str, bytes]:
    """All files of a site by their path, but for the one that somebody lays beside them."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.name != FOREIGN
    }


def differing(first: dict[str, bytes], second: dict[str, bytes]) -> list[str]:
    """Which files two sites do not have in common."""
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))


def settle_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have all builds on the same day: a site map names it, and its compressed twin has a time stamp. No private texts.

    And have files count as settled that were just written: the clock of this disk is finer than some.
    """
    monkeypatch.setattr(stat_cache, "SETTLED", 50_000_000)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(EPOCH))
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)


def copied(root: Path, folder: Path) -> Path:
    """Copy a site with all that was built and kept, times included."""
    shutil.copytree(root, folder)
    return folder


def fresh(root: Path, folder: Path) -> Path:
    """Copy what somebody wrote, and nothing that a build made."""
    shutil.copytree(root, folder, ignore=shutil.ignore_patterns("site", ".variorum", ".site.next"))
    return folder


class Author:
    """Edits a site, each time in a way that the dice choose. Some edits are mistakes, which the next one mends."""

    def __init__(self, root: Path, dice: random.Random) -> None:
        self.root, self.dice = root, dice
        self.content = root / "content"
        self.settings: dict[str, str] = {}
        self.number = 1000
        """Makes new names and words; none comes twice."""
        self.edits: list[Callable[[], str]] = [
            getattr(self, name) for name in sorted(vars(Author)) if name.startswith("edit_")
        ]
        dice.shuffle(self.edits)

    def step(self) -> str:
        """Edit something, and return what. All ways come before any comes again."""
        edit = self.edits.pop(0)
        self.edits.append(edit)
        return f"{edit.__name__.removeprefix('edit_')} {edit()}"

    def word(self) -> str:
        self.number += 1
        return f"word{self.number}"

    def any(self, folder: str, ending: str = "md") -> Path:
        return self.dice.choice(sorted((self.content / folder).glob(f"*.{ending}")))

    def change(self, path: Path, old: str, new: str) -> str:
        """Replace a pattern's first find in a file; the edit is none where there is none."""
        path.write_text(re.sub(old, new, path.read_text(encoding="utf-8"), count=1), encoding="utf-8")
        return path.name

    def everywhere(self, old: str, new: str) -> None:
        for path in sorted(self.content.rglob("*")):
            if path.suffix in (".md", ".yml"):
                text = path.read_text(encoding="utf-8")
                if old in text:
                    path.write_text(text.replace(old, new), encoding="utf-8")

    def stories(self) -> list[str]:
        """The entries of ``stories.yml``, each a few lines."""
        text = (self.content / "stories.yml").read_text(encoding="utf-8")
        return re.findall(r"^\S+:\n(?:  .*\n)+", text, re.MULTILINE)

    def tell(self, stories: list[str]) -> None:
        (self.content / "stories.yml").write_text("".join(stories), encoding="utf-8")

    def edit_a_word(self) -> str:
        return self.change(self.any("articles"), r"\.\n", f" {self.word()}.\n")

    def edit_a_claim(self) -> str:
        return self.change(self.any("articles"), r"printed: .*", f'printed: "{self.dice.randint(20, 60)}"')

    def edit_add_an_article(self) -> str:
        self.number += 1
        topic = self.any("topics", "yml").stem
        path = generated.add(self.root, self.number, 1)
        self.change(path, r"outlet: .*", "outlet: outlet-02")
        path.write_text(
            path.read_text(encoding="utf-8").replace("ferry-00000/", f"{topic}/"), encoding="utf-8"
        )
        return path.name

    def edit_the_log(self) -> str:
        folder = self.content / "changes"
        known = sorted(folder.glob("*.yml"))
        if known and self.dice.random() < 0.3:
            self.dice.choice(known).unlink()
            return "less"
        folder.mkdir(exist_ok=True)
        published = [
            path
            for path in self.content.glob("articles/*.md")
            if "draft: true" not in path.read_text("utf-8")
        ]
        article, topic = self.dice.choice(sorted(published)).stem, self.any("topics", "yml").stem
        (folder / f"{self.word()}.yml").write_text(
            f'at: "20{self.dice.randint(30, 32)}-03-0{self.dice.randint(1, 9)}T09:00:00Z"\nchanges:\n'
            f"  - what: new article\n    article: {article}\n"
            f"  - what: correction\n    topic: {topic}\n    text: It was {self.word()}.\n"
        )
        return f"{article} {topic}"

    def edit_rename_an_article(self) -> str:
        path, name = self.any("articles"), self.word()
        path.rename(path.with_stem(name))
        self.everywhere(f"article: {path.stem}\n", f"article: {name}\n")
        self.everywhere(f"copy_of: {path.stem}\n", f"copy_of: {name}\n")
        return f"{path.name} to {name}"

    def edit_remove_an_article(self) -> str:
        path = self.any("articles")
        if "claims: []" in path.read_text(encoding="utf-8"):
            return "none"
        path.unlink()
        self.everywhere(f"copy_of: {path.stem}\n", "")
        return path.name

    def edit_a_copy(self) -> str:
        """Tie two articles, mostly of different stories; a copy has no copies of its own."""
        self.everywhere("\ncopy_of: ", "\nnote_of: ")
        for path in self.content.glob("articles/*.md"):
            self.change(path, r"note_of: .*\n", "")
        first, second = self.dice.sample(sorted(self.content.glob("articles/*.md")), 2)
        self.change(first, r"\ncompleteness", f"\ncopy_of: {second.stem}\ncompleteness")
        return f"{first.stem} of {second.stem}"

    def edit_add_a_story(self) -> str:
        old, name = self.any("topics", "yml"), self.word()
        shutil.copy(old, old.with_stem(f"topic-{name}"))
        story = f"story-{name}:\n  title: Story {name}\n  summary: It came later.\n  topics: [topic-{name}]\n"
        stories = self.stories()
        stories.insert(self.dice.randint(0, len(stories)), story)
        self.tell(stories)
        return name

    def edit_rename_a_topic(self) -> str:
        old, name = self.any("topics", "yml"), self.word()
        old.rename(old.with_stem(name))
        self.everywhere(f"{old.stem}/", f"{name}/")
        self.everywhere(f"[{old.stem}]", f"[{name}]")
        return old.stem

    def edit_a_topic(self) -> str:
        return self.change(self.any("topics", "yml"), r"title: .*", f"title: Ferry {self.word()}")

    def edit_rename_a_story(self) -> str:
        stories = self.stories()
        place = self.dice.randrange(len(stories))
        name = self.word()
        stories[place] = f"{name}:\n" + stories[place].partition("\n")[2]
        self.tell(stories)
        return f"number {place + 1} to {name}"

    def edit_the_order_of_stories(self) -> str:
        stories = self.stories()
        self.dice.shuffle(stories)
        self.tell(stories)
        return ""

    def edit_remove_a_story(self) -> str:
        """The topic goes with it, and all that answers its questions."""
        stories = self.stories()
        if len(stories) < 3:
            return "none"
        story = stories.pop(self.dice.randrange(len(stories)))
        topics = re.findall(r"topics: \[(.*)\]", story)
        self.tell(stories)
        for topic in topics:
            (self.content / "topics" / f"{topic}.yml").unlink()
            for path in self.content.glob("articles/*.md"):
                if f"{topic}/" in path.read_text(encoding="utf-8"):
                    path.unlink()
                    self.everywhere(f"copy_of: {path.stem}\n", "")
        return story.partition(":")[0]

    def edit_an_outlet(self) -> str:
        return self.change(self.content / "outlets.yml", r"name: The \w+", f"name: The {self.word()}")

    def edit_add_an_outlet(self) -> str:
        path = self.content / "outlets.yml"
        entry = f"{self.word()}: {{name: New, kind: newspaper}}\n"
        path.write_text(path.read_text(encoding="utf-8") + entry, encoding="utf-8")
        return entry

    def edit_a_source(self) -> str:
        return self.change(self.content / "sources.yml", r"name: \w+", f"name: {self.word()}")

    def edit_a_place(self) -> str:
        return self.change(self.content / "places.yml", r"name: \w+", f"name: {self.word()}")

    def edit_the_settings_of_the_content(self) -> str:
        path = self.content / "site.yml"
        if path.exists():
            path.unlink()
            return "removed"
        path.write_text(f"precis_words: [1, {self.dice.randint(100, 140)}]\n", encoding="utf-8")
        return "written"

    def edit_a_page(self) -> str:
        path = self.content / self.dice.choice(("index.md", "about.md"))
        path.write_text(
            f"---\ntitle: {self.word()}\n---\n{self.word()}\n\n## {self.word()}\n\nMore.\n", encoding="utf-8"
        )
        return path.name

    def edit_a_picture(self) -> str:
        path = self.content / "pictures" / "one.svg"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"<svg>{self.word()}</svg>", encoding="utf-8")
        return ""

    def edit_a_template(self) -> str:
        name = self.dice.choice(
            ("pages/article.html", "pages/topic.html", "parts/lines.html", "parts/articles.html")
        )
        path = self.root / "templates" / name
        if path.exists():
            path.unlink()
            return f"{name} removed"
        path.parent.mkdir(parents=True, exist_ok=True)
        ours = (Path(__file__).parents[2] / "templates" / name).read_text(encoding="utf-8")
        # In a part, words outside of macros are never printed; those inside are.
        added = re.sub(r"(\{% macro [^%]*%\}\n|\A(?!\{% macro))", rf"\1<p>{self.word()}</p>\n", ours, count=1)
        path.write_text(added, encoding="utf-8")
        return f"{name} written"

    def edit_the_theme(self) -> str:
        main = self.dice.choice(MAINS)
        (self.root / "own" / "main.html").write_text(main, encoding="utf-8")
        return main

    def edit_the_themes_contents(self) -> str:
        path = self.root / "own" / "partials" / "toc-item.html"
        if path.exists():
            path.unlink()
            return "removed"
        path.parent.mkdir(exist_ok=True)
        path.write_text(ITEM, encoding="utf-8")
        return "written"

    def edit_mkdocs_yml(self) -> str:
        key, values = self.dice.choice(
            [
                ("site_name", ["Ferries", "Boats", "'A & B <i>'"]),
                ("site_url", ["https://ferries.example/", "https://ferries.example/one/", "''"]),
                ("use_directory_urls", ["true", "false"]),
                ("theme", [SETTINGS["theme"], SETTINGS["theme"].replace("}", ", language: de}")]),
                ("copyright", ["Nobody", "Somebody"]),
                ("nav", ["[Home: index.md, articles.md]", "[index.md, topics.md, {More: [articles.md, sources.md]}]"]),
                ("extra", ["{own: 1}", "{own: 2}"]),
            ]
        )  # fmt: skip
        self.settings[key] = self.dice.choice([value for value in values if value != self.settings.get(key)])
        settle(self.root, self.settings)
        return f"{key}: {self.settings[key]}"

    def edit_a_private_text(self) -> str:
        """A text comes, changes, or goes; the article's digest of it is sometimes right."""
        # Without claims: a text that bears out an invented article's claims is more than these dice can write.
        path = next(
            path for path in self.content.glob("articles/*.md") if "claims: []" in path.read_text("utf-8")
        )
        article = path.read_text(encoding="utf-8")
        file = self.root / "sources" / "loose.txt"
        file.parent.mkdir(exist_ok=True)
        if file.exists() and self.dice.random() < 0.3:
            file.unlink()
            return "removed"
        outlets = (self.content / "outlets.yml").read_text(encoding="utf-8")
        names = re.findall(r"name: ([^,]*)", outlets)
        headline = re.findall(r"headline: (.*)", article)[0]
        file.write_text(
            f"{headline}\n\n{', '.join(names)}\n\nMarch 5, 2031\n\nA {self.word()}.\n", encoding="utf-8"
        )
        if self.dice.random() < 0.7:
            found = hashlib.sha256(file.read_bytes()).hexdigest()
            self.change(path, r"source_sha256: .*", f'source_sha256: "{found}"')
        return "written"

    def edit_the_private_folder(self) -> str:
        folder, aside = self.root / "sources", self.root / "sources-aside"
        if folder.exists():
            shutil.rmtree(aside, ignore_errors=True)
            folder.rename(aside)
            return "taken away"
        if aside.exists():
            aside.rename(folder)
            return "brought back"
        folder.mkdir()
        return "made"

    def edit_a_time(self) -> str:
        path = self.any("articles")
        path.touch()
        return path.name

    def edit_within_the_same_time_and_size(self) -> str:
        path = self.any("articles")
        before = path.stat()
        text = path.read_text(encoding="utf-8")
        head, _, body = text.rpartition("---\n")
        path.write_text(f"{head}---\n{body.translate(str.maketrans('aeiou', 'eioua'))}", encoding="utf-8")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        assert path.stat().st_size == before.st_size
        return path.name

    def edit_the_site(self) -> str:
        """What somebody does to the built site: change a file, remove one, lay another beside it."""
        site = self.root / "site"
        if not site.is_dir():
            return "none"
        pages = sorted(path for path in site.rglob("*.html") if path.name != FOREIGN)
        changed, gone, folder = self.dice.sample(pages, 3)
        changed.write_bytes(changed.read_bytes()[:-40] + b"x" * 40)
        gone.unlink()
        folder.unlink()
        folder.mkdir()
        (site / FOREIGN).write_text("foreign", encoding="utf-8")
        return f"{changed} {gone} {folder}"

    def edit_the_store(self) -> str:
        """Lose something of what is kept between builds."""
        records = sorted((self.root / ".variorum").glob("site-*/*.json"))
        if not records:
            return "none"
        path = self.dice.choice(records)
        path.write_bytes(path.read_bytes()[: self.dice.randint(0, 200)])
        return path.name

    def edit_a_mistake(self) -> str:
        path = self.dice.choice(
            [self.any("articles"), self.any("topics", "yml"), self.content / "outlets.yml"]
        )
        text = path.read_text(encoding="utf-8")
        broken = self.dice.choice(
            [text[: len(text) // 2] + "\n: :", text.replace("outlet-0", "outlet-9"), "", text + "\0"]
        )
        path.write_text(broken, encoding="utf-8")
        return path.name
