"""Former ids: old addresses and permalinks lead on, and the site is as a fresh one after each change of their file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder.cache import dir_cache
from builder.content.load import load
from builder.content.model import Tombstone
from builder.content.validate import validate
from builder.desk.desk import Desk
from builder.desk.moving import together
from builder.desk.moving.rename import plan_rename
from tests.build import ferries
from tests.factory import changed, check, write_site

MOVED = """
articles:
  harbour-post-stranded:
    to: harbour-post-first
    on: 2031-03-08
  harbour-post-first:
    to: harbour-post-adrift
    on: 2031-03-09
    why: The outlet changed its headline.
  harbour-post-double:
    why: It was the same text twice.
  harbour-post-copy:
    to: harbour-post-double
claims:
  harbour-post-adrift/passengers:
    to: harbour-post-adrift/aboard
  harbour-post-stranded/where-it-lay:
    to: harbour-post-adrift/where
questions:
  cause/when:
    to: cause/stopped
outlets:
  post:
    to: harbour-post
places:
  the-sound:
    to: osk-sound
"""


LOG = """at: "2031-03-05T00:00:00Z"
changes:
  - what: new article
    article: harbour-post-adrift
  - what: correction
    topic: passengers
    text: It said 104.
"""


@pytest.fixture(autouse=True)
def _same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    ferries.settle_time(monkeypatch)
    monkeypatch.setattr(dir_cache, "SETTLED", -(10**10))


def test_a_chain_leads_to_its_end_and_what_is_gone_says_why(tmp_path: Path) -> None:
    site, problems = check(write_site(tmp_path, {"moved.yml": MOVED}))
    assert problems == []
    articles = {one.id: one for one in site.moved if one.kind == "articles"}
    assert articles["harbour-post-stranded"].to == "harbour-post-adrift"
    assert articles["harbour-post-double"] == Tombstone(
        "articles", "harbour-post-double", None, None, "It was the same text twice."
    )
    assert articles["harbour-post-copy"].to is None
    assert articles["harbour-post-copy"].why == "It was the same text twice."


def test_a_draft_takes_no_place(tmp_path: Path) -> None:
    draft = changed("articles/sound-radio-fuse.md", "outlet: sound-radio", "outlet: sound-radio\ndraft: true")
    moved = {"moved.yml": "articles:\n  sound-radio:\n    to: sound-radio-fuse\n"}
    told = [problem.kind.code for problem in check(write_site(tmp_path, {**draft, **moved}))[1]]
    assert "V220" in told


def test_old_addresses_lead_on(tmp_path: Path) -> None:
    root = write_site(tmp_path, {"moved.yml": MOVED})
    (root / "own").mkdir()
    ferries.settle(root, {})
    ferries.run(root)
    site = root / "site"
    html = (site / "articles/harbour-post-stranded/index.html").read_text(encoding="utf-8")
    assert '<a id="vm_moved" href="../harbour-post-adrift/">' in html
    assert '<li id="claim-where-it-lay">' in html
    assert 'href="../harbour-post-adrift/#claim-where"' in html
    assert '<script src="../../assets/javascripts/moved.js" defer>' in html
    assert "It was the same text twice." in (site / "articles/harbour-post-copy/index.html").read_text(
        encoding="utf-8"
    )
    assert 'href="../harbour-post/"' in (site / "outlets/post/index.html").read_text(encoding="utf-8")
    assert not (site / "places").exists()
    article = (site / "articles/harbour-post-adrift/index.html").read_text(encoding="utf-8")
    assert '<li id="claim-passengers">' in article
    assert '<a href="#claim-aboard">' in article
    assert '<li id="when">' in (site / "topics/cause/index.html").read_text(encoding="utf-8")
    # A former address is none that search engines should list.
    assert "harbour-post-stranded" not in (site / "sitemap.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize("recorded", [False, True])
def test_a_changed_file_of_former_ids_makes_the_site_that_a_fresh_build_makes(
    recorded: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from builder.build import incremental

    monkeypatch.setattr(incremental, "LARGE", 1 if recorded else incremental.LARGE)
    root = write_site(tmp_path, {})
    (root / "own").mkdir()
    ferries.settle(root, {})
    ferries.run(root)
    file = root / "content/moved.yml"
    for text in (
        MOVED,
        MOVED.replace("  cause/when:\n    to: cause/stopped", "  cause/how:\n    to: cause/where"),
        None,
    ):
        if text is None:
            file.unlink()
        else:
            file.write_text(text, encoding="utf-8")
        ferries.run(root)
        fresh = ferries.fresh(root, tmp_path / f"fresh-{len(text or '')}")
        ferries.run(fresh)
        assert ferries.differing(ferries.written(root / "site"), ferries.written(fresh / "site")) == []


def test_what_others_show_follow_and_read_stays_at_its_former_address(tmp_path: Path) -> None:
    """A frame, a feed and a table of a topic that was renamed, twice, with a question of it."""
    root = write_site(tmp_path, {"changes/a.yml": LOG})
    (root / "own").mkdir()
    ferries.settle(root, {"site_url": "https://ferries.example/"})
    ferries.run(root)
    site = root / "site"
    feed = (site / "feeds/topics-passengers.xml").read_text(encoding="utf-8")
    ids = re.findall("<id>.*</id>", feed)
    for what, new in (("passengers", "people"), ("people/aboard", "on-board"), ("people", "travellers")):
        together.write(root, plan_rename(Desk(root), what, new, "2031-06-01"))
    ferries.run(root)
    for name in ("passengers--aboard", "people--aboard", "people--on-board", "passengers--ashore"):
        now = f"travellers--{'ashore' if 'ashore' in name else 'on-board'}"
        assert (site / f"embed/{name}/index.html").read_bytes() == (
            site / f"embed/{now}/index.html"
        ).read_bytes()
    for name in ("passengers", "people"):
        for ending in ("csv", "json"):
            found = (site / f"data/topics/{name}.{ending}").read_bytes()
            assert found == (site / f"data/topics/travellers.{ending}").read_bytes()
        former = (site / f"feeds/topics-{name}.xml").read_text(encoding="utf-8")
        assert former == (site / "feeds/topics-travellers.xml").read_text(encoding="utf-8")
        # It names its new address; entries that a reader has are not new to it.
        assert (
            'rel="self" type="application/atom+xml" href="https://ferries.example/feeds/topics-travellers.xml"'
            in former
        )
        assert re.findall("<id>.*</id>", former) == ids
    assert 'href="../travellers/"' in (site / "topics/passengers/index.html").read_text(encoding="utf-8")
    fresh = ferries.fresh(root, tmp_path / "fresh")
    ferries.run(fresh)
    assert ferries.differing(ferries.written(site), ferries.written(fresh / "site")) == []


def test_the_file_need_not_be_there(tmp_path: Path) -> None:
    assert validate(load(write_site(tmp_path)))[0].moved == ()
