"""A build that keeps what has not changed makes the same site, byte for byte, as one that makes everything."""

from __future__ import annotations

import os
import random
import re
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.build import incremental, inventory
from builder.cache import dir_cache
from builder.compare.changes import changes
from builder.pages import cards
from builder.pages.data_files import state_of_folder
from builder.pages.views import sources
from tests.build import ferries
from tests.thorough import times


def compare_at_most(topics: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the pages of sources compare so many topics."""
    for module in (inventory, sources):
        monkeypatch.setattr(module, "COMPARED", topics)


def test_pages_of_more_topics_than_can_be_compared_list_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = ferries.write(tmp_path / "many", 3, joint=False)
    pages = ("sources/office-all-1",)
    for topics, tables, lines in ((3, 3, 0), (2, 0, 3)):
        compare_at_most(topics, monkeypatch)
        shutil.rmtree(root / ".variorum", ignore_errors=True)
        ferries.run(root)
        for page in pages:
            html = (root / "site" / page / "index.html").read_text(encoding="utf-8")
            compared = html.count('<p class="vm-note"><a href="../../topics/')
            listed = re.findall(r'<li><a href="\.\./\.\./topics/[^"#]*">', html)
            assert (compared, len(listed)) == (tables, lines), page


@pytest.fixture(autouse=True)
def _same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    ferries.settle_time(monkeypatch)
    # Folders are remembered though they were touched just now; the next build is not in the same moment.
    monkeypatch.setattr(dir_cache, "SETTLED", -(10**10))


# With a page of a source that compares as many topics as ever, and one that is soon too full.
SEEDS = [(seed, sources.COMPARED if seed % 2 else 2) for seed in range(1, times(2, 18) + 1)]
"""Each is good for some thirty edits. Of every second site all pages are recorded one by one, as those of large stories are."""


@pytest.mark.parametrize(("seed", "compared"), SEEDS)
def test_edited_in_every_way_a_kept_site_is_as_a_fresh_one(
    seed: int, compared: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compare_at_most(compared, monkeypatch)
    monkeypatch.setattr(incremental, "LARGE", 1 if seed % 2 else incremental.LARGE)
    root, copy, good = tmp_path / "kept", tmp_path / "fresh", tmp_path / "good"
    ferries.write(root)
    author = ferries.Author(root, random.Random(seed))  # noqa: S311 - the same edits at every run
    edits = ["begin"]
    kept = 0
    # Each way of editing once, and the build after it.
    for _ in range(1 + len(author.edits)):
        former, state = ferries.written(root / "site"), state_of_folder(root / "site")
        foreign = (root / "site" / ferries.FOREIGN).exists()
        told, plugin = ferries.tried(root)
        assert (root / "site" / ferries.FOREIGN).exists() == foreign, edits
        site = ferries.written(root / "site")
        expected, full = ferries.tried(ferries.fresh(root, copy))
        # Which edits led here: what fails can be done again by hand.
        assert told == expected, edits
        assert [path.name for path in root.glob(".site*")] == [], edits
        if plugin is None or full is None:
            assert (plugin, full) == (None, None), edits
            assert ferries.differing(former, site) == [], edits
            # Further edits of a broken site would tell nothing more.
            ferries.take_back(root, good)
            shutil.rmtree(copy)
            edits.append("take back")
            continue
        assert ferries.differing(site, ferries.written(copy / "site")) == [], edits
        # As a server makes it, with what it printed before at hand.
        ferries.run(root, site_dir=str(tmp_path / "served"))
        assert ferries.differing(site, ferries.written(tmp_path / "served")) == [], edits
        after = state_of_folder(root / "site")
        if state is not None and after is not None:
            assert plugin.build.changes == changes(state, after), edits
        kept += ferries.made(full) - ferries.made(plugin)
        shutil.rmtree(good, ignore_errors=True)
        copy.rename(good)
        edits.append(author.step())
    assert kept > 0


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of four stories, two of them joined by an article, and its build."""
    root = ferries.write(tmp_path_factory.mktemp("built") / "site", 4)
    with pytest.MonkeyPatch.context() as patch:
        ferries.settle_time(patch)
        ferries.run(root)
    return root


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    return ferries.copied(built, tmp_path / "copy")


def replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


# The site of four stories has four parts: one of two stories, two of one, and the loose article.
@pytest.mark.parametrize(
    ("edit", "made"),
    [
        (lambda root: None, 0),
        (lambda root: (root / "content/articles/article-000009.md").touch(), 0),
        (lambda root: replaced(root / "content/articles/article-000009.md", "claims:", "\nclaims:"), 1),
        (lambda root: replaced(root / "content/articles/both.md", "about 30", "about 31"), 1),
        (lambda root: replaced(root / "content/articles/loose.md", "Ferries", "Boats"), 1),
        (lambda root: replaced(root / "content/topics/ferry-00002.yml", "title: The", "title: A"), 1),
        (lambda root: replaced(root / "content/stories.yml", "Ferry 3 stops", "Ferry 3 rests"), 1),
        (lambda root: (root / "content/articles/article-000012.md").unlink(), 1),
        (lambda root: replaced(root / "content/index.md", "Many", "Some"), 0),
        (lambda root: replaced(root / "content/outlets.yml", "The ", "A "), 4),
        (lambda root: ferries.settle(root, {"copyright": "Nobody"}), 4),
        (lambda root: (root / "own/main.html").write_text(ferries.MAINS[2], encoding="utf-8"), 4),
        (lambda root: (root / "site/articles/article-000009/index.html").unlink(), 1),
        (lambda root: (root / "site/index.html").unlink(), 0),
        (lambda root: (root / "site" / ferries.FOREIGN).touch(), 0),
    ],
    ids=[
        "nothing", "a time", "an article", "an article of two stories", "a loose article", "a topic", "a story",
        "an article less", "a page", "an outlet", "mkdocs.yml", "the theme", "a page gone from the site",
        "the home page gone from the site", "a foreign file in the site",
    ],
)  # fmt: skip
def test_only_what_an_edit_concerns_is_made_anew(
    edit: Callable[[Path], object], made: int, site: Path, tmp_path: Path
) -> None:
    edit(site)
    assert ferries.made(ferries.run(site)) == made
    fresh = ferries.fresh(site, tmp_path / "fresh")
    assert ferries.made(ferries.run(fresh)) == 4
    assert ferries.differing(ferries.written(site / "site"), ferries.written(fresh / "site")) == []


def test_what_did_not_change_is_not_written(site: Path) -> None:
    def times() -> dict[str, int]:
        return {
            path.as_posix(): path.stat().st_mtime_ns for path in (site / "site").rglob("*") if path.is_file()
        }

    before = times()
    ferries.run(site)
    assert times() == before
    replaced(site / "content/articles/article-000009.md", ".\n", " again.\n")
    ferries.run(site)
    after = times()
    changed = {name.removeprefix(f"{site}/site/") for name in before if before[name] != after[name]}
    # The words that it is written with are nowhere but on its page; the data names the version of the content.
    version = {"data/index.html", "data/datapackage.json"}
    assert changed == {"articles/article-000009/index.html", *version}


def test_stories_in_another_order(tmp_path: Path) -> None:
    root = ferries.write(tmp_path / "site")
    ferries.run(root)
    author = ferries.Author(root, random.Random())  # noqa: S311 - no dice are thrown
    stories = author.stories()
    for told in (stories[::-1], [*stories[2:], *stories[:2]]):
        # Once with all of them as they were, and once with one made anew.
        for order, article in ((told, None), (stories, "article-000003.md"), (told, "article-000009.md")):
            author.tell(order)
            if article:
                replaced(root / "content/articles" / article, ".\n", " again.\n")
            ferries.run(root)
            copy = ferries.fresh(root, tmp_path / "fresh")
            ferries.run(copy)
            assert ferries.differing(ferries.written(root / "site"), ferries.written(copy / "site")) == []
            shutil.rmtree(copy)


def test_a_change_of_the_same_time_and_size_is_seen(site: Path) -> None:
    path = site / "content/articles/article-000009.md"
    before = path.stat()
    replaced(path, "claims:", "claims:")
    text = path.read_text(encoding="utf-8")
    path.write_text(text[:-3] + "x.\n", encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert ferries.made(ferries.run(site)) == 1
    assert b"x.</p>" in (site / "site/articles/article-000009/index.html").read_bytes()


def test_the_day_of_a_site_map_is_todays(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(ferries.EPOCH + 86400))
    ferries.settle(site, {"site_url": "https://ferries.example/"})
    ferries.run(site)
    first = (site / "site/sitemap.xml").read_text(encoding="utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(ferries.EPOCH + 2 * 86400))
    assert ferries.made(ferries.run(site)) == 0
    second = (site / "site/sitemap.xml").read_text(encoding="utf-8")
    days = [time.strftime("%Y-%m-%d", time.gmtime(ferries.EPOCH + number * 86400)) for number in (1, 2)]
    assert first.count(days[0]) == second.count(days[1]) > 16
    assert first.replace(*days) == second


def test_a_card_is_drawn_again_where_its_words_changed_or_its_file(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    draw = cards.card
    monkeypatch.setattr(cards, "card", lambda *words: drawn.append(words[1]) or draw(*words))
    topic, card = site / "content/topics/ferry-00002.yml", site / "site/cards/topics-ferry-00002.png"
    replaced(site / "content/articles/article-000009.md", ".\n", " again.\n")
    for edit, expected in (
        (lambda: None, 0),
        (lambda: replaced(topic, "title: The ferry", "title: A ferry"), 1),
        (lambda: replaced(topic, "lead: How", "lead: Just how"), 0),
        (lambda: card.write_bytes(b"\x89PNG"), 1),
        (card.unlink, 1),
    ):
        edit()
        ferries.run(site)
        assert len(drawn) == expected, drawn
        assert len(card.read_bytes()) > 1000
        drawn.clear()
