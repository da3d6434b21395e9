"""Many articles at once: a folder, a list, one that fails among them; and the queue that they make."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from builder.content.load import load
from builder.desk import many
from builder.desk.desk import Desk
from builder.desk.intake.given import Given
from builder.desk.kinds import Refusal
from builder.desk.many import expanded, listed_in
from tests.browser.desk import DRAFT, PAGE, site
from tests.desk.pages import TEXT
from tests.desk.running import files, run


@pytest.fixture
def root(tmp_path: Path) -> Path:
    site(tmp_path / "site")
    return tmp_path / "site"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as a browser leaves it: pages, with parts of a page in a folder within, and what is no article."""
    folder = tmp_path / "saved"
    (folder / "page_files").mkdir(parents=True)
    (folder / "page_files" / "frame.html").write_text("<html><body>an advertisement</body></html>")
    (folder / "weekly.html").write_text(PAGE)
    (folder / "ferry.txt").write_text("Ferry drifts off Osk\n\n" + TEXT)
    (folder / "post.html").write_text(
        PAGE.replace("Tarn Weekly", "Harbour Post").replace("bicycles", "guests")
    )
    (folder / "short.txt").write_text("Nothing.\n")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / ".hidden.txt").write_text(TEXT)
    return folder


def test_a_folder_becomes_a_queue_and_can_be_given_again(root: Path, folder: Path) -> None:
    result = run(root, "add", str(folder))
    assert result.exit_code == 1, "one has no article in it"
    assert "2 of 4 became drafts." in result.output
    assert f"There already: {folder / 'weekly.html'}" in result.output
    assert f"Not added: {folder / 'short.txt'}" in result.output
    assert "advertisement" not in "".join(path.read_text() for path in (root / "sources").glob("*.txt"))
    queue = json.loads(run(root, "queue", "--format", "json").output)
    order = [(bool(one["outlet"]), -one["proposals"]) for one in queue]
    assert order == sorted(order), "first whose outlet is to be said, then what would add most"
    assert {one["id"] for one in queue} >= {DRAFT, "harbour-post-bridge-repair-drags"}
    assert "3 to decide, 0 claims   (Tarn Weekly" in run(root, "queue").output
    before = files(root)
    (folder / "short.txt").unlink()
    again = run(root, "add", str(folder))
    assert again.exit_code == 0
    assert "0 of 3 became drafts." in again.output
    assert files(root) == before


def test_a_list_has_files_beside_it_and_addresses(root: Path, folder: Path) -> None:
    listed = folder / "list.txt"
    listed.write_text("# what came today\nferry.txt\n\nhttp://127.0.0.1:9/x\nnowhere.html\n")
    result = run(root, "add", "--list", str(listed), "--outlet", "tarn-weekly", "--format", "json")
    assert result.exit_code == 1
    told = json.loads(result.output)
    assert [bool(one["added"]) for one in told] == [True, False, False]
    [document] = [one for one in load(root).articles if one.id == told[0]["added"]]
    assert document.data["outlet"] == "tarn-weekly"
    assert "not on the public internet" in told[1]["why_not"]
    assert "nowhere.html" in told[2]["why_not"]


def test_what_is_of_one_article_is_not_given_to_several(root: Path, folder: Path) -> None:
    before = files(root)
    result = run(root, "add", str(folder), "--headline", "Ferry drifts")
    assert result.exit_code == 2
    assert "are of one article" in result.output
    assert run(root, "add").exit_code == 2
    assert files(root) == before


def test_a_folder_without_articles_is_told(root: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = run(root, "add", str(tmp_path / "empty"))
    assert result.exit_code == 1
    assert "has no file that ends in" in result.output


def test_twice_the_same_is_once_and_too_many_are_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = str(folder / "ferry.txt")
    assert expanded([one, one, "https://a.example/x", str(folder)]).count(one) == 1
    assert listed_in("\ufeffa.txt\r\n  https://a.example/ \n", Path("there")) == [
        "there/a.txt",
        "https://a.example/",
    ]
    monkeypatch.setattr(many, "MOST", 2)
    with pytest.raises(Refusal, match="at most 2"):
        expanded([str(folder)])


def test_a_draft_that_was_removed_gets_its_own_name_back(root: Path, tmp_path: Path) -> None:
    """The same page has its text back; one that changed meanwhile gets a text of its own, and the former stays."""

    def added(page: Path) -> many.Taken:
        return next(iter(many.take(lambda: Desk(root), [(page.name, str(page))], Given(numbered=True))))

    page = tmp_path / "again.html"
    page.write_text(PAGE)
    private = root / "sources" / f"{DRAFT}.txt"
    before = private.read_bytes()
    assert run(root, "remove", DRAFT).exit_code == 0
    assert (added(page).id, private.read_bytes()) == (DRAFT, before)

    assert run(root, "remove", DRAFT).exit_code == 0
    page.write_text(PAGE.replace("A ferry for cyclists", "A boat for cyclists"))
    assert added(page).id == DRAFT
    assert private.read_bytes() == before
    assert Desk(root).documents[DRAFT].data["source_file"] == f"{DRAFT}-2.txt"
    assert "A boat for cyclists" in (root / "sources" / f"{DRAFT}-2.txt").read_text()

    page.write_text(PAGE.replace("A ferry for cyclists", "A raft for cyclists"))
    assert added(page).id == f"{DRAFT}-2", "another article has the name"


def test_the_name_of_an_article_that_is_gone_stays_its_own(root: Path, tmp_path: Path) -> None:
    assert run(root, "remove", DRAFT).exit_code == 0
    (root / "content/moved.yml").write_text(
        f"articles:\n  {DRAFT}:\n    on: 2031-06-01\n    why: Its outlet withdrew it.\n"
    )
    page = tmp_path / "again.html"
    page.write_text(PAGE)
    [taken] = many.take(lambda: Desk(root), [(page.name, str(page))], Given(numbered=True))
    assert taken.id == f"{DRAFT}-2"
