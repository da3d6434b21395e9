"""An outlet changes its article: the new text takes the place of the former, which is kept, and everything that changed is told."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from builder.build import in_memory
from builder.compare.library import index
from builder.compare.rows import compare_question
from builder.content.load import load
from builder.content.model import Article, Change, Site
from builder.content.problems import errors
from builder.content.validate import validate
from builder.content.vocabulary import News
from builder.desk import publish
from builder.desk.desk import Desk
from tests.adapters.desk.asked import Asked
from tests.desk.running import run
from tests.factory import told, write_site

POST = "harbour-post-adrift"
FIRST = """The Harbour Post

Adrift for a night

By Ina Dahl

Published 4 March 2031

The Marlo lay in the strait until morning. Marlo Ferry Line said that about 140 passengers were on board when it stopped.

During the night boats came alongside. Osk Coastguard said that 60 passengers were brought ashore by boat before dawn.

What had failed was small. Marlo Ferry Line said that a fuse the size of a thumb had burnt through.
"""
SECOND = (
    FIRST.replace("Adrift for a night", "Adrift until morning")
    .replace("about 140", "about 155")
    .replace(
        "Marlo Ferry Line said that a fuse the size of a thumb had burnt through.", "Nobody aboard was hurt."
    )
)
RADIO = """Sound Radio

Ferry without power

5 March 2031

The line has counted its passengers. Marlo Ferry Line confirmed that 140 passengers were on board.
"""
HEAD = """---
outlet: {outlet}
headline: {headline}
byline: {byline}
published: {day}
completeness: full text
source_file: {file}
source_sha256: {sha}
inferred:
  completeness: The text ends with its last sentence.
  credit: No agency is named.
  byline: None is printed.
claims:
"""
POST_CLAIMS = """  - id: aboard
    question: passengers/aboard
    printed: about 140
    sources: [ferry-line]
    cue: said
    quote: about 140 passengers
  - id: ashore
    question: passengers/ashore
    printed: "60"
    sources: [coastguard]
    cue: said
  - id: reason
    question: cause/reason
    printed: a fuse the size of a thumb
    sources: [ferry-line]
    cue: said
---
The Harbour Post tells of a ferry that lay without power for a night, of those aboard and of those who were fetched by boat.
"""
CAUSE = """title: Cause and course
lead: Why the ferry stopped.
questions:
  - id: reason
    text: What was given as the reason?
    short: Reason
    answer: wording
"""
RADIO_CLAIMS = """  - id: aboard
    question: passengers/aboard
    printed: "140"
    sources: [ferry-line]
    cue: confirmed
---
Sound Radio gives the number of those aboard, on the word of the line, and nothing else that can be compared.
"""


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    post = HEAD.format(
        outlet="harbour-post",
        headline="Adrift for a night",
        byline="[Ina Dahl]",
        day="2031-03-04",
        file="001_harbour.txt",
        sha=sha(FIRST),
    )
    radio = HEAD.format(
        outlet="sound-radio",
        headline="Ferry without power",
        byline="[]",
        day="2031-03-05",
        file="002_radio.txt",
        sha=sha(RADIO),
    )
    root = write_site(
        tmp_path,
        {
            f"articles/{POST}.md": post + POST_CLAIMS,
            "articles/sound-radio-fuse.md": radio + RADIO_CLAIMS,
            "topics/cause.yml": CAUSE,
        },
    )
    sources = root / "sources"
    sources.mkdir()
    (sources / "001_harbour.txt").write_text(FIRST)
    (sources / "002_radio.txt").write_text(RADIO)
    (root / "new.txt").write_text(SECOND)
    run(root, "check", "--fix-locators")
    return root


def draft(root: Path) -> Path:
    return root / f"content/articles/{POST}-revised.md"


def take(root: Path, *more: str) -> str:
    result = run(root, "add", str(root / "new.txt"), "--revises", POST, "--revised", "2031-03-06", *more)
    assert result.exit_code == 0, result.output
    return result.output


def mend(root: Path) -> None:
    text = draft(root).read_text().replace("printed: about 140", "printed: about 155")
    text = text.replace("quote: about 140 passengers", "quote: about 155 passengers")
    start = text.index("  - id: reason\n")
    draft(root).write_text(text[:start] + text[text.index("---\n", start) :])


def site_of(root: Path) -> Site:
    site, problems = validate(load(root))
    assert errors(problems) == []
    return site


def revised(root: Path) -> Article:
    take(root)
    mend(root)
    result = run(root, "publish", f"{POST}-revised")
    assert result.exit_code == 0, result.output
    return site_of(root).articles[POST]


def test_what_changed_is_told_and_the_site_stays_as_it_was(root):
    before = in_memory.make(root)
    output = take(root)
    assert 'Headline: was "Adrift for a night", now "Adrift until morning"' in output
    place = f"content/articles/{POST}-revised.md"
    aboard = f'{place}:19: claims[0].printed: passengers/aboard: was "about 140", now perhaps "about 155" [V101 quote-not-found]'
    reason = f'{place}:30: claims[2].printed: cause/reason: was "a fuse the size of a thumb", which the new text does not have [V101'
    assert aboard in output
    assert reason in output
    assert "    mend: Write what the new text prints in its place" in output
    assert "1 of 3 claims stand in the new text as they did." in output
    assert [page.body for page in in_memory.make(root).pages] == [page.body for page in before.pages]


def test_the_new_text_takes_the_place_of_the_former(root):
    article = revised(root)
    assert not draft(root).exists()
    assert article.headline == "Adrift until morning"
    assert article.published.edtf == "2031-03-04"
    assert article.source_sha256 == sha((root / "sources" / article.source_file).read_text())
    [former] = article.former
    assert (former.source_file, former.source_sha256) == ("001_harbour.txt", sha(FIRST))
    assert (former.headline, former.revised.edtf, former.added) == ("Adrift for a night", "2031-03-06", ())
    assert [(one.id, one.printed, one.dropped) for one in former.claims] == [
        ("aboard", "about 140", False), ("reason", "a fuse the size of a thumb", True),
    ]  # fmt: skip
    assert (root / "sources/001_harbour.txt").read_text() == FIRST
    assert not [line for line in told(root) if "harbour" in line]


def test_the_log_and_the_pages_tell_it(root):
    revised(root)
    [publication] = site_of(root).log
    assert publication.changes[0] == Change(News.REVISED, article=POST, revision=1)
    # That it answered first stays, whatever it answers now.
    assert publication.changes[1:] == (
        Change(News.NEW_HIGH, question="passengers/aboard", claims=(f"{POST}/aboard",), was=140, now=155),
    )
    pages = {page.address: page for page in in_memory.make(root).pages}
    page = pages[f"articles/{POST}/"].body
    assert "Revised by its outlet, 6 March 2031:" in page
    assert "Passengers aboard: first “about 140”, then “about 155”" in page
    assert "“a fuse the size of a thumb” is gone" in page
    # Whoever kept a link to the claim is led to where it says so.
    assert '<span id="claim-reason"></span>' in page.partition("is gone")[0]
    assert 'id="claim-aboard"' in page
    topic = pages["topics/passengers/"].body
    assert "first printed" in topic
    assert "about 140" in topic
    assert "first “about 140”, then “about 155”" in pages["changes/"].lead


def test_the_log_may_name_a_claim_that_a_revision_dropped(root):
    assert run(root, "correct", f"{POST}/reason", "These pages had the words of another text.").exit_code == 0
    revised(root)
    pages = {page.address: page for page in in_memory.make(root).pages}
    assert "These pages had the words of another text." in pages[f"articles/{POST}/"].body


def test_the_former_words_are_no_answer(root):
    revised(root)
    library = index(site_of(root))
    row = compare_question(library, library.questions["passengers/aboard"])
    assert {claim.printed for claim in row.claims} == {"about 155", "140"}
    assert (row.low, row.high) == (140, 155)


def test_what_a_revision_brought_is_out_since_then(root):
    article = revised(root)
    assert article.out("aboard").edtf == "2031-03-06"
    assert article.out("ashore").edtf == "2031-03-04"
    library = index(site_of(root))
    row = compare_question(library, library.questions["passengers/aboard"])
    # The other article, of 5 March, had its figure before this one was changed.
    assert [claim.article for claim in row.claims] == ["sound-radio-fuse", POST]


def test_diff_shows_it(root, tmp_path):
    import shutil

    shutil.copytree(root, tmp_path / "before")
    revised(root)
    output = run(root, "diff", "--against", str(tmp_path / "before")).output
    assert (
        f'article-revised: {POST} was revised: "Adrift for a night" was the headline; aboard was "about 140"; '
        'reason was "a fuse the size of a thumb" and is gone.' in output
    )


def test_a_second_revision_stands_behind_the_first(root):
    revised(root)
    (root / "new.txt").write_text(SECOND.replace("about 155", "about 160"))
    assert (
        run(root, "add", str(root / "new.txt"), "--revises", POST, "--revised", "2031-03-08").exit_code == 0
    )
    draft(root).write_text(
        draft(root)
        .read_text()
        .replace("about 155", "about 160")
        .replace("printed: about 160\n        dropped", "x")
    )
    text = draft(root).read_text()
    assert run(root, "publish", f"{POST}-revised").exit_code == 0, text
    article = site_of(root).articles[POST]
    assert [former.revised.edtf for former in article.former] == ["2031-03-06", "2031-03-08"]
    assert [one.printed for one in article.former[1].claims] == ["about 155"]
    claim = next(claim for claim in article.claims if claim.id == "aboard")
    assert claim.formerly == "about 140"


def test_a_draft_with_errors_changes_nothing(root):
    take(root)
    before = {path: path.read_bytes() for path in (root / "content").rglob("*") if path.is_file()}
    result = run(root, "publish", f"{POST}-revised")
    assert result.exit_code != 0
    assert f"content/articles/{POST}-revised.md:" in result.output
    assert {path: path.read_bytes() for path in (root / "content").rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("broken", [1, 2, 3])
def test_whatever_breaks_leaves_the_article_as_it_was(broken, root, monkeypatch):
    take(root)
    mend(root)
    before = {path: path.read_bytes() for path in (root / "content").rglob("*") if path.is_file()}
    real, calls = (publish.proofread if broken < 3 else publish.write), []

    def stop(*given: object) -> object:
        calls.append(given)
        if len(calls) == (broken if broken < 3 else 1):
            raise KeyboardInterrupt
        return real(*given)  # type: ignore[operator]

    monkeypatch.setattr(publish, "proofread" if broken < 3 else "write", stop)
    desk = Desk(root)
    with pytest.raises(KeyboardInterrupt):
        publish.publish(desk, desk.document(f"{POST}-revised"))
    left = {path: path.read_bytes() for path in (root / "content").rglob("*") if path.is_file()}
    assert left == before


def test_what_is_left_of_a_killed_publication_is_cleared_by_the_next(root):
    take(root)
    mend(root)
    kept = draft(root).read_bytes()
    assert run(root, "publish", f"{POST}-revised").exit_code == 0
    article = (root / f"content/articles/{POST}.md").read_bytes()
    draft(root).write_bytes(kept)
    assert run(root, "publish", f"{POST}-revised").exit_code == 0
    assert not draft(root).exists()
    assert (root / f"content/articles/{POST}.md").read_bytes() == article


def test_former_words_are_held_against_the_former_text(root):
    revised(root)
    path = root / f"content/articles/{POST}.md"
    path.write_text(path.read_text().replace("printed: about 140", "printed: about 104"))
    found = run(root, "check").output
    assert "V150" in found
    assert 'former[0].claims[0].printed: "about 104" does not stand in the former text' in found


@pytest.mark.parametrize(
    ("what", "name", "code"),
    [("new.txt", "no-such", "V520"), ("sources/001_harbour.txt", POST, "V5"), ("missing.txt", POST, "V501")],
)
def test_what_cannot_be_taken_writes_nothing(what, name, code, root):
    before = sorted(root.rglob("*"))
    result = run(root, "add", str(root / what), "--revises", name)
    assert result.exit_code != 0
    assert code in result.output
    assert sorted(path for path in root.rglob("*") if ".variorum" not in str(path)) == before


def test_one_revision_at_a_time(root):
    take(root)
    assert "V535" in run(root, "add", str(root / "new.txt"), "--revises", POST).output
    (root / "new.txt").write_text(SECOND + "And more.\n")
    assert "V535" in run(root, "add", str(root / "new.txt"), "--revises", POST).output


def test_without_a_day_it_is_between_publication_and_now(root):
    result = run(root, "add", str(root / "new.txt"), "--revises", POST)
    assert result.exit_code == 0, result.output
    assert (
        "revised: 2031-03-04" in draft(root).read_text() or 'revised: "2031-03-04/' in draft(root).read_text()
    )


@pytest.mark.parametrize(("given", "kept"), [("=about 140", "printed: about 140"), ("", None)])
def test_former_words_are_mended_or_taken_out_where_they_stand(root, given, kept):
    revised(root)
    path = root / f"content/articles/{POST}.md"
    before = path.read_text()
    path.write_text(before.replace("printed: about 140", "printed: about 104"))
    key = next(
        f"former[0].claims[{at}].printed"
        for at, one in enumerate(Desk(root).documents[POST].data["former"][0]["claims"])
        if one["printed"] == "about 104"
    )
    page = Asked(root)
    try:
        assert "Take it out of what was printed before" in page.get(f"/a/{POST}?show=wrong")
    finally:
        page.close()
    assert run(root, "about", POST, "--mend", f"{key}{given}").exit_code == 0
    assert "V150" not in run(root, "check").output
    assert (path.read_text() == before) is (kept is not None)
    assert "about 104" not in path.read_text()
    assert run(root, "about", POST, "--mend", key).exit_code == 1, "there is nothing left to mend"
