"""No file of the content takes the place of one that a build writes, on any file system, and none is passed over in silence."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.exceptions import Abort

from builder.cli.main import main
from builder.content.collisions import Written, folded
from builder.content.copied_files import enclosed
from builder.content.load import load
from builder.proof.check import proofread
from tests.adapters.test_plugin import built
from tests.build import ferries
from tests.factory import write_site
from tests.policy import cannot_run
from tests.printed import site_with_config

IN_THE_PLACE = "it would stand in the place of"
ICON = "assets/images/favicon.png"
RADIO = 'the page of the article "sound-radio-fuse"'


@pytest.fixture(autouse=True)
def _no_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARIORUM_SOURCES", "")


def told(root: Path, *, directory_urls: bool = True) -> list[str]:
    return [str(problem) for problem in proofread(root, directory_urls=directory_urls).problems]


TAKEN = {
    "index.html": "the home page",
    "404.html": "the page that is shown where there is none",
    "sitemap.xml": "the site map",
    "sitemap.xml.gz": "the site map",
    "search/search_index.json": "the search index",
    "data/articles.json": "the data of the site",
    "data/claims.json": "the data of the site",
    "data/comparisons.json": "the data of the site",
    "data/datapackage.json": "the data of the site",
    "data/topics/cause.csv": "the data of the site",
    "data/schemas/claims.schema.json": "the data of the site",
    "cards/topics-cause.png": 'the card of the topic "cause"',
}
PAGES = {
    "articles/sound-radio-fuse": RADIO,
    "topics/cause": 'the page of the topic "cause"',
    "outlets/sound-radio": 'the page of the outlet "sound-radio"',
    "sources/coastguard": 'the page of the source "coastguard"',
    "pairs/harbour-post--sound-radio": 'the page of the outlets "harbour-post" and "sound-radio"',
    "questions/cause--stopped": 'the page of a question of the topic "cause"',
    "questions/cause--stopped--2": 'the page of a question of the topic "cause"',
    "articles": "the list of articles",
    "topics": "the list of topics",
    "sources": "the list of sources",
    "outlets": "the list of outlets",
    "pairs": "the list of pairs of outlets",
    "method": 'the page "method"',
}


@pytest.mark.parametrize("directory_urls", [True, False])
def test_all_files_in_the_place_of_one_that_is_built_are_told_at_once(
    directory_urls: bool, tmp_path: Path
) -> None:
    end, other = ("/index.html", ".html") if directory_urls else (".html", "/index.html")
    wanted = TAKEN | {f"{page}{end}": what for page, what in PAGES.items()}
    fine = [f"{page}{other}" for page in PAGES]
    root = write_site(tmp_path, dict.fromkeys([*wanted, *fine], "mine"))
    assert told(root, directory_urls=directory_urls) == [
        f"content/{name}:1: {IN_THE_PLACE} {what} [V031 taken-file]" for name, what in sorted(wanted.items())
    ]


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("articles/sound-radio-fuse/Index.HTML", "articles/sound-radio-fuse/index.html"),
        ("Articles/Sound-Radio-Fuse/index.html", "articles/sound-radio-fuse/index.html"),
        ("articles/sound-radio-fuse/index.html.", "articles/sound-radio-fuse/index.html"),
        ("articles/sound-radio-fuse /index.html ", "articles/sound-radio-fuse/index.html"),
        # The long s, which is a small s to who folds capitals.
        ("articles/\u017found-radio-fuse/index.html", "articles/sound-radio-fuse/index.html"),
    ],
)
def test_a_name_is_taken_too_where_a_file_system_takes_it_for_another(
    name: str, plain: str, tmp_path: Path
) -> None:
    root = write_site(tmp_path, {name: "mine"})
    assert told(root) == [
        f'content/{name}:1: {IN_THE_PLACE} {RADIO}, to file systems that take it for "{plain}" [V031 taken-file]'
    ]


def test_two_copied_files_are_held_against_each_other(tmp_path: Path) -> None:
    accent = unicodedata.normalize("NFC", "pictures/é.svg")
    names = [accent, unicodedata.normalize("NFD", accent), "pictures/A.svg", "pictures/a.svg"]
    root = write_site(tmp_path, dict.fromkeys(names, "mine"))
    if len(list((root / "content" / "pictures").iterdir())) < 4:
        cannot_run("this file system tells no capitals or accents apart")
    assert told(root) == [
        f'content/pictures/a.svg:1: {IN_THE_PLACE} "pictures/A.svg", which is the same name to some file systems [V031 taken-file]',
        f'content/{accent}:1: {IN_THE_PLACE} "{names[1]}", which is the same name to some file systems [V031 taken-file]',
    ]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("articles/sound-radio-fuse", f'a folder "articles/sound-radio-fuse" is needed here, for {RADIO}'),
        ("Outlets", 'a folder "outlets" is needed here, for the pages of outlets'),
        ("data", 'a folder "data" is needed here, for the data of the site'),
        ("cards", 'a folder "cards" is needed here, for the pictures of shared links'),
        ("assets", 'a folder "assets" is needed here, for what the theme is made of'),
        ("method", 'a folder "method" is needed here, for the page "method"'),
        ("index.html/x.png", 'it lies in a folder "index.html", and a file has that name: the home page'),
        (
            "data/Claims.json/deep/x.png",
            'it lies in a folder "data/claims.json", and a file has that name: the data of the site',
        ),
        (
            "topics/cause/index.html/x.png",
            'it lies in a folder "topics/cause/index.html", and a file has that name: the page of the topic "cause"',
        ),
    ],
)
def test_a_file_where_a_folder_must_be_and_a_folder_where_a_file_must_be(
    name: str, why: str, tmp_path: Path
) -> None:
    root = write_site(tmp_path, {name: "mine"})
    assert told(root) == [f"content/{name}:1: {why} [V031 taken-file]"]


def test_a_file_where_the_articles_should_be_is_told(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    (root / "content" / "articles").rename(root / "aside")
    (root / "content" / "articles").write_text("a file", encoding="utf-8")
    assert "content/articles:1: cannot be read: it is not a folder [V001 unreadable-file]" in told(root)


FINE = (
    "pictures/index.html", "articles/sound-radio-fuse/own.png", "articles/other/index.html", "data/own.csv", "cards/own.png",
    "robots.txt", "search/own.json", "method/own.svg", "stories/ferry-breakdown/index.html", "pairs/sound-radio--harbour-post/index.html",
)  # fmt: skip


def test_what_takes_nobodys_place_is_copied(tmp_path: Path) -> None:
    root = site_with_config(tmp_path, dict.fromkeys(FINE, "mine"))
    assert told(root) == []
    site = built(root)
    assert [name for name in FINE if (site / name).read_text(encoding="utf-8") != "mine"] == []


@pytest.mark.parametrize("urls", ["true", "false"])
def test_every_file_that_a_build_writes_is_known_before(
    urls: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ferries.settle_time(monkeypatch)
    root = ferries.write(tmp_path / "site")
    (root / "content" / "about.md").write_text("# About\n", encoding="utf-8")
    ferries.settle(root, {"use_directory_urls": urls, "site_url": "https://ferries.example/"})
    ferries.run(root)
    registries = load(root).registries
    ids = {name: set(registries[name].data) for name in ("stories", "outlets", "sources")}
    written = Written(enclosed(root / "content").ids | ids, directory_urls=urls == "true")
    names = [name for name in ferries.written(root / "site") if not name.startswith(("assets/", "."))]
    rooms = {name.partition("/")[0] for name in names}
    assert {
        "articles",
        "topics",
        "stories",
        "outlets",
        "sources",
        "pairs",
        "cards",
        "data",
        "search",
    } <= rooms
    # A file of the site's own stays in the place of this one.
    names.remove("robots.txt")
    assert [name for name in names if written.file(name) is None] == []
    above = {name[:place] for name in names for place, sign in enumerate(name) if sign == "/"}
    assert [name for name in sorted(above) if written.folder(name) is None] == []


def test_a_build_tells_it_with_all_else_and_leaves_the_former_site(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = site_with_config(tmp_path)
    before = {path: path.read_bytes() for path in built(root).rglob("*") if path.is_file()}
    for name in ("articles/sound-radio-fuse/index.html", "data/articles.json"):
        (root / "content" / name).parent.mkdir(exist_ok=True)
        (root / "content" / name).write_text("mine", encoding="utf-8")
    capsys.readouterr()
    with pytest.raises(Abort, match="2 errors in the content"):
        built(root)
    told = capsys.readouterr().err
    assert f"Error: content/articles/sound-radio-fuse/index.html:1: {IN_THE_PLACE} {RADIO}" in told
    assert f"Error: content/data/articles.json:1: {IN_THE_PLACE} the data of the site" in told
    assert {path: path.read_bytes() for path in (root / "site").rglob("*") if path.is_file()} == before
    (root / "content" / "outlets.yml").write_text("{", encoding="utf-8")
    with pytest.raises(Abort, match="3 errors"):
        built(root)


def test_a_check_reads_in_the_settings_how_a_build_calls_its_files(tmp_path: Path) -> None:
    names = {"method.html": "mine", "method/index.html": "mine"}
    for more, name in (("", "method/index.html"), ("use_directory_urls: false\n", "method.html")):
        root = site_with_config(tmp_path / name.replace("/", "-"), dict(names), more=more)
        result = CliRunner().invoke(main, ["check", "-C", str(root), "--format", "json"])
        assert result.exit_code == 1
        assert [found["path"] for found in json.loads(result.output)["problems"]] == [f"content/{name}"]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("assets/stylesheets/variorum.css", f"{IN_THE_PLACE} the theme's assets/stylesheets/variorum.css"),
        (
            "assets/Images/favicon.png",
            f'{IN_THE_PLACE} the theme\'s {ICON}, to file systems that take it for "{ICON}"',
        ),
        (
            "assets/images",
            'a folder "assets/images" is needed here, for the theme\'s assets/images/favicon.png',
        ),
        ("robots.txt", f"{IN_THE_PLACE} robots.txt, which the build writes"),
        (".variorum-plan.json", f"{IN_THE_PLACE} .variorum-plan.json, which the build writes"),
    ],
)
def test_what_the_theme_needs_is_told_by_the_build(
    name: str, why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = site_with_config(tmp_path, {name: "mine"})
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace(
        "font: false", "font: false, static_templates: [robots.txt]"
    )
    settings.write_text(text, encoding="utf-8")
    with pytest.raises(Abort, match="1 error in the content"):
        built(root)
    assert f"Error: content/{name}:1: {why} [V031 taken-file]" in capsys.readouterr().err


UNREAD = {
    "guide/intro.md": '"intro.md" is not read as the article that its "claims" makes it: an article stands in content/articles/ itself',
    "late.md": '"late.md" is not read as the article that its "outlet" makes it: an article stands in content/articles/ itself',
    "articles/2031/late.md": '"late.md" is not read: articles are files NAME.md in content/articles/ itself',
    "articles/late.yml": '"late.yml" is not read: articles are files NAME.md in content/articles/ itself',
    "topics/late.md": '"late.md" is not read: topics are files NAME.yml in content/topics/ itself',
    "outlet.yml": '"outlet.yml" is not read: no file of that name is (did you mean "outlets.yml"?)',
}


def test_what_is_written_like_content_and_read_by_nobody_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hidden = {".notes/own.md": "# Mine", ".own.md": "# Mine", "pictures/credits.yml": "one: two"}
    articles = {
        "guide/intro.md": "---\nheadline: A\nclaims: []\n---\n",
        "late.md": "---\noutlet: post\n---\n",
    }
    root = site_with_config(tmp_path, dict.fromkeys(UNREAD, "# Mine") | articles | hidden)
    wanted = sorted(f"content/{name}:1: {why} [V032 not-read]" for name, why in UNREAD.items())
    assert [line for line in told(root) if "V219 held-back" not in line] == wanted
    with pytest.raises(Abort, match="6 errors and 1 warning"):
        built(root)
    assert [line for line in capsys.readouterr().err.splitlines() if line.startswith("Error: ")] == [
        f"Error: {line}" for line in wanted
    ]


def test_other_endings_of_what_is_read_are_told(tmp_path: Path) -> None:
    root = write_site(tmp_path, {"site.yaml": "quote_limit: 3", "articles/more.mkdn": "# More"})
    assert [line for line in told(root) if "V219 held-back" not in line] == [
        'content/articles/more.mkdn:1: "more.mkdn" is not read: the ending wanted here is .md [V011 wrong-ending]',
        'content/site.yaml:1: "site.yaml" is not read: the ending wanted here is .yml [V011 wrong-ending]',
    ]


def test_folded_names_are_alike_where_file_systems_take_them_for_one() -> None:
    assert folded("A/B. /c..") == folded("a/b/C") == "a/b/c"
    assert folded("\u00c9") == folded("e\u0301") == "\u00e9"
    assert folded("\u212b.png") == folded("a\u030a.PNG")
    assert folded("a.b/c d") == "a.b/c d"
