"""The feeds of a built site, read as a reader reads them, and held against RFC 4287 and JSON Feed 1.1."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest
from lxml import etree

from builder.content.model import Change
from builder.content.vocabulary import News
from builder.desk.log import text_of
from tests.desk.running import run
from tests.factory import changed, write_site

RULES = etree.RelaxNG(etree.parse(Path(__file__).parent / "atom.rng"))
ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "https://news.example/variorum/"
SETTINGS = (
    "site_name: 'Ferries & <us>'\nsite_url: {url}\ndocs_dir: content\nexclude_docs: '*.yml'\ntheme: {{name: material}}\n"
    "use_directory_urls: {urls}\nplugins: [variorum]\n"
)
POST = "harbour-post-adrift"


def settle(root: Path, *, url: str = SITE, urls: str = "true") -> None:
    address = url or "''"
    (root / "mkdocs.yml").write_text(SETTINGS.format(url=address, urls=urls))


def publish(root: Path, name: str, at: str, *changes: Change) -> None:
    (root / "content/changes").mkdir(exist_ok=True)
    (root / f"content/changes/{name}.yml").write_bytes(text_of(at, changes))


HIGH = Change(News.NEW_HIGH, question="passengers/aboard", claims=(f"{POST}/aboard",), was=90, now=140)
WRONG = Change(News.CORRECTION, topic="cause", text='It said "fire" & <smoke>; it was a fuse.')


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = write_site(
        tmp_path,
        changed(
            "articles/harbour-post-adrift.md", "headline: Adrift for a night", 'headline: "Adrift & <late>"'
        ),
    )
    settle(root)
    publish(
        root, "2031-03-05-090000-first", "2031-03-05T09:00:00Z", Change(News.NEW_ARTICLE, article=POST), HIGH
    )
    publish(root, "2031-03-06-100000-wrong", "2031-03-06T10:00:00Z", WRONG)
    return root


def built(root: Path) -> Path:
    result = run(root, "build")
    assert result.exit_code == 0, result.output
    return root / "site"


def valid_atom(file: Path) -> ElementTree.Element:
    """The feed, held against what RFC 4287 asks of one."""
    RULES.assertValid(etree.parse(file))
    feed = ElementTree.fromstring(file.read_bytes())  # noqa: S314 - our own
    assert feed.tag == f"{ATOM}feed"
    once(feed, "id", "title", "updated")
    assert feed.findall(f"{ATOM}author")
    assert [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"] == [
        feed.findtext(f"{ATOM}id")
    ]
    entries = feed.findall(f"{ATOM}entry")
    for part in (feed, *entries):
        for name in ("updated", "published"):
            for date in part.findall(f"{ATOM}{name}"):
                assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", date.text or "")
                datetime.fromisoformat(date.text or "")
        for link in part.findall(f"{ATOM}link"):
            assert (link.get("href") or "").startswith(SITE)
    for entry in entries:
        once(entry, "id", "title", "updated", "published", "content")
        assert [link for link in entry.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
        content = entry.find(f"{ATOM}content")
        assert content is not None
        assert content.get("type") == "html"
        assert not re.search(r'href="(?!https://)', content.text or "")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids)
    assert all(
        re.fullmatch(r"tag:news\.example,\d{4}-\d\d-\d\d:/variorum/changes/\S+", id or "") for id in ids
    )
    dates = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
    assert dates == sorted(dates, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == dates[0]
    return feed


def once(part: ElementTree.Element, *names: str) -> None:
    for name in names:
        assert len(part.findall(f"{ATOM}{name}")) == 1, name


def test_feeds_are_valid_and_say_the_same_in_both_forms(root):
    site = built(root)
    files = sorted(str(path.relative_to(site)) for path in [*site.glob("feed*.*"), *site.glob("feeds/*")])
    assert files == [
        "feed.json", "feed.xml", "feeds/topics-cause.json", "feeds/topics-cause.xml", "feeds/topics-passengers.json",
        "feeds/topics-passengers.xml",
    ]  # fmt: skip
    for name in files[1::2]:
        valid_atom(site / name)
        read = feedparser.parse((site / name).read_bytes())
        assert not read.bozo
        other = json.loads((site / name).with_suffix(".json").read_text())
        assert other["version"] == "https://jsonfeed.org/version/1.1"
        assert other["feed_url"] == f"{SITE}{name.removesuffix('xml')}json"
        assert [item["id"] for item in other["items"]] == [entry.id for entry in read.entries]
        assert [item["url"] for item in other["items"]] == [entry.link for entry in read.entries]
        assert [item["title"] for item in other["items"]] == [
            entry.title.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
            for entry in read.entries
        ]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("<updated>", "<updated>on "),
        (":00Z</updated>", "</updated>"),
        ("<id>https:", "<id>//"),
        ("<title>", "<title type='xhtml'>"),
        ("<author><name>", "<author><name/><x>"),
        ("<entry>", "<entry><title>again</title>"),
        ('href="https', 'href="https" hreff="'),
        ("</feed>", "<para/></feed>"),
        ("<published>", "<publishes>"),
    ],
)
def test_the_rules_for_feeds_tell_what_is_wrong(right, wrong):
    text = SAMPLE.replace(right, wrong, 1)
    if "<x>" in wrong:
        text = text.replace("</name>", "</x>", 1)
    if "publishes" in wrong:
        text = text.replace("</published>", "</publishes>", 1)
    assert RULES.validate(etree.fromstring(SAMPLE))
    assert not RULES.validate(etree.fromstring(text))


SAMPLE = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>F</title><id>https://a.example/</id>
<link rel="self" type="application/atom+xml" href="https://a.example/f.xml"/><updated>2031-03-05T09:00:00Z</updated>
<author><name>F</name></author><entry><title>E</title><id>tag:a.example,2031:e</id><published>2031-03-05T09:00:00Z</published>
<updated>2031-03-05T09:00:00Z</updated><content type="html">&lt;p&gt;e</content></entry></feed>"""


def test_what_editors_write_is_text(root):
    feed = valid_atom(built(root) / "feed.xml")
    assert feed.findtext(f"{ATOM}title") == "Ferries & <us>: What changed"
    wrong, added = feed.findall(f"{ATOM}entry")
    assert (
        wrong.findtext(f"{ATOM}title")
        == 'Correction of ours: Cause and course: It said "fire" & <smoke>; it was a fuse.'
    )
    assert "&lt;smoke&gt;" in (wrong.findtext(f"{ATOM}content") or "")
    assert "Adrift &amp; &lt;late&gt;" in (added.findtext(f"{ATOM}content") or "")


def test_links_of_entries_lead_to_what_is_there(root):
    site = built(root)
    for name in ("feed", "feeds/topics-cause", "feeds/topics-passengers"):
        for item in json.loads((site / f"{name}.json").read_text())["items"]:
            for link in [item["url"], *re.findall(r'href="([^"]+)"', item["content_html"])]:
                address, _, anchor = link.removeprefix(SITE).partition("#")
                page = (site / address / "index.html").read_text()
                assert not anchor or f'id="{anchor}"' in page, link


def test_heads_lead_to_feeds(root):
    site = built(root)
    for address, names in {
        "": ["feed"],
        "topics/cause/": ["feeds/topics-cause", "feed"],
        f"articles/{POST}/": ["feed"],
    }.items():
        head = (site / address / "index.html").read_text().partition("</head>")[0]
        found = re.findall(
            r'<link rel="alternate" type="application/(atom|feed)\+[a-z]+" title="[^"<>]+" href="([^"]+)">',
            head,
        )
        assert [url for _, url in found] == [
            f"{SITE}{name}.{ending}" for name in names for ending in ("xml", "json")
        ]


def test_without_an_address_there_are_none_and_the_build_says_so(root):
    settle(root, url="")
    result = run(root, "build")
    assert "feeds need it" in " ".join(result.output.split())
    site = root / "site"
    assert not (site / "feed.xml").exists()
    assert not (site / "feeds").exists()
    page = (site / "changes/index.html").read_text()
    assert "atom+xml" not in page
    assert "It said" in page


def test_an_export_has_the_same_feeds(root):
    site = built(root)
    result = run(root, "export", str(root / "export"))
    assert result.exit_code == 0, result.output
    for name in ("feed.xml", "feed.json", "feeds/topics-cause.xml", "feeds/topics-passengers.json"):
        assert (root / "export/docs" / name).read_bytes() == (site / name).read_bytes()
    page = (root / "export/docs/topics/cause/index.md").read_text()
    assert 'feed: "feeds/topics-cause"' in page
    assert 'href="../../feeds/topics-cause.xml"' in page
    assert "variorum_feed: feed" in (root / "export/mkdocs.yml").read_text()


@pytest.mark.parametrize("urls", ["true", "false"])
def test_a_build_after_edits_is_as_a_fresh_one_and_as_mkdocs_makes_it(urls, root):
    settle(root, urls=urls)
    edits = (
        lambda: publish(root, "2031-03-07-second", "2031-03-07T09:00:00Z", HIGH),
        lambda: (root / "content/changes/2031-03-06-100000-wrong.yml").unlink(),
        lambda: renamed(root / "content/outlets.yml", "The Harbour Post", "The Post"),
        lambda: publish(root, "2032-01-01-third", "2032-01-01T09:00:00Z", WRONG),
    )
    site = built(root)
    for edit in edits:
        edit()
        built(root)
        fresh = root.parent / "fresh"
        shutil.copytree(root, fresh, ignore=shutil.ignore_patterns("site", ".*"))
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q"]
        done = subprocess.run(command, cwd=fresh, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert files(site) == files(fresh / "site")
        shutil.rmtree(fresh)


def renamed(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def files(site: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(site)): path.read_bytes()
        for path in sorted(site.rglob("*"))
        # The site map is packed with the time of its writing.
        if path.is_file() and path.name != "sitemap.xml.gz" and not path.name.startswith(".")
    }
