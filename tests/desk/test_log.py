"""The log of changes: what publishing writes into it, what an editor does, and that it is never half there."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from builder.compare.changes import changes
from builder.compare.log import news
from builder.content.load import load
from builder.content.model import Change
from builder.content.validate import validate
from builder.content.vocabulary import News
from builder.desk import diff, files, publish
from builder.desk import log as desk_log
from builder.desk.desk import Desk
from tests.desk.running import run
from tests.factory import told, valid, write_site

RADIO = "sound-radio-fuse"
DRAFT = ("outlet: sound-radio\n", "draft: true\noutlet: sound-radio\n")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site whose second article is a draft that brings a new high."""
    text = valid(f"articles/{RADIO}.md").replace(*DRAFT).replace('printed: "140"', 'printed: "170"')
    return write_site(tmp_path, {f"articles/{RADIO}.md": text})


def log_of(root: Path) -> dict[str, list[Change]]:
    site, problems = validate(load(root))
    assert problems == []
    return {publication.id: list(publication.changes) for publication in site.log}


def test_publishing_writes_what_the_article_changes(root):
    result = run(root, "publish", RADIO)
    assert result.exit_code == 0
    assert "Told readers what it changed: " in result.output
    [(name, found)] = log_of(root).items()
    assert name.endswith(f"-{RADIO}")
    assert found == [
        Change(News.NEW_ARTICLE, article=RADIO),
        Change(
            News.NEW_HIGH,
            question="passengers/aboard",
            claims=(f"{RADIO}/aboard",),
            was=140,
            was_printed="about 140",
            now=170,
        ),
    ]
    [file] = (root / "content/changes").iterdir()
    assert file.read_text().splitlines()[1:4] == [
        "changes:",
        "  - what: new article",
        f"    article: {RADIO}",
    ]


def test_what_is_published_again_is_not_new_again(root):
    path = root / f"content/articles/{RADIO}.md"
    draft = path.read_text()
    run(root, "publish", RADIO)
    path.write_text(draft)
    assert [line for line in told(root) if "V226 log-draft" in line]
    run(root, "publish", RADIO)
    assert len(log_of(root)) == 1


def test_two_articles_each_tell_their_own(root):
    """However the two overlap: what an article changes is told against the site without it."""
    other = root / "content/articles/harbour-post-adrift.md"
    other.write_text(
        other.read_text().replace("outlet: harbour-post\n", "draft: true\noutlet: harbour-post\n")
    )
    for name in (RADIO, "harbour-post-adrift"):
        assert run(root, "publish", name).exit_code == 0
    first, second = sorted(log_of(root).values(), key=lambda found: found[0].article or "")
    assert [change.article for change in first if change.what is News.NEW_ARTICLE] == ["harbour-post-adrift"]
    assert [change.article for change in second if change.what is News.NEW_ARTICLE] == [RADIO]


@pytest.mark.parametrize("step", ["link", "replace", "prove"])
def test_whatever_breaks_leaves_no_half_entry(step, root, monkeypatch):
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}

    def broken(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    if step == "link":
        monkeypatch.setattr(files.os, "link", broken)
    elif step == "replace":
        real, done = publish.save, []

        def save(*given: object) -> None:
            done.append(given)
            if len(done) == 1:
                raise KeyboardInterrupt
            real(*given)  # type: ignore[arg-type]

        monkeypatch.setattr(publish, "save", save)
    else:
        real_read, read = publish.proofread, []

        def proofread(*given: object) -> object:
            read.append(given)
            if len(read) == 1:
                raise KeyboardInterrupt
            return real_read(*given)  # type: ignore[arg-type]

        monkeypatch.setattr(publish, "proofread", proofread)
    desk = Desk(root)
    with pytest.raises(KeyboardInterrupt):
        publish.publish(desk, desk.document(RADIO))
    left = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert {
        path: data for path, data in left.items() if "changes" in path.parts or "articles" in path.parts
    } == {path: data for path, data in before.items() if "articles" in path.parts}


def test_a_file_of_the_log_is_never_written_over(tmp_path):
    from datetime import UTC, datetime

    at = datetime(2031, 3, 5, 9, tzinfo=UTC)
    (tmp_path / "changes").mkdir()
    names = []
    for _ in range(3):
        path, when = desk_log.new_file(tmp_path, "post", at)
        assert when == "2031-03-05T09:00:00Z"
        path.touch()
        names.append(path.name)
    assert names == [
        "2031-03-05-090000-post.yml",
        "2031-03-05-090000-post-2.yml",
        "2031-03-05-090000-post-3.yml",
    ]


def test_a_long_name_stays_an_id(tmp_path):
    path, _ = desk_log.new_file(tmp_path, "x" * 80)
    assert len(path.stem) <= 78


def test_what_was_changed_by_hand_is_written_once(root, tmp_path):
    shutil.copytree(root, tmp_path / "before")
    path = root / "content/articles/harbour-post-adrift.md"
    path.write_text(
        path.read_text()
        .replace("printed: about 140", "printed: about 150")
        .replace("about 140 pass", "about 150 pass")
    )
    asked = ("log", "--against", str(tmp_path / "before"))
    result = run(root, *asked)
    assert "new high: passengers/aboard" in result.output
    assert "Nothing to write" in run(root, *asked).output
    assert len(log_of(root)) == 1


def test_an_article_that_is_gone_is_told_with_its_headline(tmp_path):
    root = write_site(tmp_path, {})
    shutil.copytree(root, tmp_path / "before")
    (root / "content/articles/harbour-post-adrift.md").unlink()
    run(root, "log", "--against", str(tmp_path / "before"))
    [found] = log_of(root).values()
    assert found[0] == Change(News.REMOVED, topic="passengers", gone="The Harbour Post: Adrift for a night")


@pytest.mark.parametrize(
    ("about", "key"),
    [
        ("harbour-post-adrift", "article"), ("harbour-post-adrift/aboard", "claims"), ("passengers", "topic"),
        ("passengers/aboard", "question"),
    ],
)  # fmt: skip
def test_a_correction_is_of_something(about, key, tmp_path):
    root = write_site(tmp_path, {})
    assert run(root, "correct", about, "It said: 104.\nThe article has 140.").exit_code == 0
    [[found]] = log_of(root).values()
    assert getattr(found, key) in (about, (about,))
    assert found.text == "It said: 104. The article has 140."


@pytest.mark.parametrize(
    ("about", "code"), [("passengers/abroad", "V533"), ("x", "V533"), ("passengers", "V534")]
)
def test_what_nobody_can_follow_is_refused(about, code, tmp_path):
    root = write_site(tmp_path, {})
    result = run(root, "correct", about, " " if code == "V534" else "It was wrong.")
    assert result.exit_code != 0
    assert code in result.output
    assert not (root / "content/changes").exists()


def test_what_was_renamed_is_found_again(root):
    run(root, "publish", RADIO)
    content = root / "content"
    (content / f"articles/{RADIO}.md").rename(content / "articles/radio.md")
    topic = content / "topics/passengers.yml"
    topic.write_text(topic.read_text().replace("id: aboard", "id: on-board"))
    for path in (content / "articles").iterdir():
        path.write_text(path.read_text().replace("passengers/aboard", "passengers/on-board"))
    assert [line for line in told(root) if "V225" in line]
    (content / "moved.yml").write_text(
        f"articles:\n  {RADIO}:\n    to: radio\nquestions:\n  passengers/aboard:\n    to: passengers/on-board\n"
    )
    [[first, second]] = log_of(root).values()
    assert first.article == "radio"
    assert (second.question, second.claims) == ("passengers/on-board", ("radio/aboard",))


MKDOCS = (
    "site_name: Test\ndocs_dir: content\nexclude_docs: '*.yml'\ntheme: {name: mkdocs}\nplugins: [variorum]\n"
)


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        (f"articles/{RADIO}.md", "- id: aboard", "- id: on-board", "V225"),
        ("topics/passengers.yml", "- id: aboard", "- id: on-board", "V206"),
        (f"changes/first-{RADIO}.yml", "new high", "new hight", "V204"),
        (f"changes/first-{RADIO}.yml", f"article: {RADIO}", "article: radio", "V225"),
        (f"changes/first-{RADIO}.yml", "changes:", "changes: []\nothers:", "V201"),
        (f"changes/first-{RADIO}.yml", "at: ", "at: &a ", "V022"),
    ],
)
def test_a_build_tells_what_check_tells(path, old, new, code, root):
    """Whether the log changed or what it speaks of, and though a build reads only what changed."""
    (root / "mkdocs.yml").write_text(MKDOCS)
    run(root, "publish", RADIO)
    [file] = (root / "content/changes").iterdir()
    file.rename(file.with_name(f"first-{RADIO}.yml"))
    assert run(root, "build").exit_code == 0
    edited = root / "content" / path
    text = edited.read_text()
    assert old in text
    edited.write_text(text.replace(old, new, 1))
    result = run(root, "build")
    assert result.exit_code == 1
    assert code in result.output
    assert f"content/{path}" in result.output or "content/changes/" in result.output
    edited.write_text(text)
    assert run(root, "build").exit_code == 0


EDITS = (
    ("harbour-post-adrift", "printed: about 140", "printed: about {n}"),
    ("harbour-post-adrift", 'printed: "60"', 'printed: "{n}"'),
    (RADIO, 'printed: "140"', 'printed: "{n}"'),
    ("harbour-post-adrift", "published: 2031-03-04", "published: 2031-03-0{d}"),
    (RADIO, "published: 2031-03-04/2031-03-05", "published: 2031-03-0{d}"),
    ("harbour-post-adrift", "value: 2031-03-03", "value: 2031-03-0{d}"),
)


@pytest.mark.parametrize("seed", range(25))
def test_the_log_says_what_diff_says(seed, tmp_path):
    dice = random.Random(seed)  # noqa: S311
    texts = {name: valid(f"articles/{name}.md") for name in ("harbour-post-adrift", RADIO)}
    for name, old, new in dice.sample(EDITS, dice.randint(1, 4)):
        texts[name] = texts[name].replace(
            old, new.format(n=dice.choice([20, 60, 140, 155, 400]), d=dice.randint(1, 9))
        )
    laid: dict[str, str | bytes | None] = {f"articles/{name}.md": text for name, text in texts.items()}
    if dice.random() < 0.3:
        laid[f"articles/{dice.choice([*texts])}.md"] = None
    states = []
    for number, over in enumerate(dice.sample([{}, laid], 2)):
        (tmp_path / str(number)).mkdir()
        states.append(diff.state_of_content(write_site(tmp_path / str(number), over)))
    said = changes(*states)
    found = news(*states)

    def of(kind: str) -> set[tuple[object, object, object]]:
        return {(one.about, one.before, one.after) for one in said if one.kind == kind}

    def told_of(what: News) -> set[tuple[object, object, object]]:
        return {(one.question, one.was, one.now) for one in found if one.what is what}

    assert {one.article for one in found if one.what is News.NEW_ARTICLE} == {
        one[0] for one in of("new-article")
    }
    assert sum(one.what is News.REMOVED for one in found) == len(of("article-gone"))
    assert told_of(News.NEW_HIGH) == {one for one in of("new-high") if one[1] is not None}
    assert told_of(News.NEW_LOW) == {one for one in of("new-low") if one[1] is not None}
    assert told_of(News.TURNED) == of("relation-turned")
    assert sum(one.pairs for one in found if one.what is News.TURNED) == sum(
        one.kind == "relation-turned" for one in said
    )
    first = {(one.question, one.was, one.article) for one in found if one.what is News.FIRST}
    assert first == of("first-appearance")
    # What is written reads back as the same.
    root = write_site(tmp_path, laid)
    (root / "content/changes").mkdir()
    path = desk_log.write(
        root / "content", "x", found or [Change(News.CORRECTION, topic="cause", text="x y z")]
    )
    assert path.is_file()
