"""Adding an article: the draft, its gaps, copies, and that nothing is ever overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.content.problems import errors
from builder.desk.desk import sha256
from tests.desk.pages import HEADLINE, PARAGRAPHS, RECORD, TEXT, page
from tests.desk.running import files, run, typed, with_precis
from tests.factory import check, write_site

ID = "harbour-post-ferry-drifts-night-off-osk"


@pytest.fixture
def root(tmp_path) -> Path:
    return write_site(tmp_path)


def saved(root: Path, text: str = "", name: str = "saved.html") -> Path:
    path = root / name
    path.write_text(text or page(record=RECORD), encoding="utf-8")
    return path


def test_a_saved_page_becomes_a_draft_that_stops_nothing(root):
    result = run(root, "add", str(saved(root)))
    assert result.exit_code == 0, result.output
    assert "Gap:  precis" in result.output
    assert f"Next: variorum suggest {ID}" in result.output
    site, problems = check(root)
    assert errors(problems) == []
    draft = site.drafts[ID]
    assert draft is not None
    assert (draft.outlet, draft.headline, draft.byline) == ("harbour-post", HEADLINE, ("Ina Dahl",))
    assert (draft.credit, draft.language, draft.published.edtf) == ("Reuters", "en-GB", "2031-03-04")
    text = (root / "sources" / draft.source_file).read_bytes()
    assert draft.source_sha256 == sha256(text)
    assert PARAGRAPHS[1] in text.decode()
    assert (root / "sources" / ".gitignore").read_text() == "*\n"
    assert PARAGRAPHS[1] not in (root / "content" / "articles" / f"{ID}.md").read_text()


def test_what_is_not_known_is_a_marked_gap(root):
    result = run(root, "add", str(saved(root, TEXT, "report.txt")), "--slug", "new-report")
    assert result.exit_code == 0, result.output
    text = (root / "content/articles/new-report.md").read_text()
    for key in ("outlet", "headline", "byline", "published", "precis"):
        assert f"# GAP {key}: " in text
        assert f"Gap:  {key}\n" in result.output
    assert [problem.kind.name for problem in check(root)[1]] == ["draft-unfinished"]


def test_running_it_twice_says_so_and_changes_nothing(root):
    path = saved(root)
    assert run(root, "add", str(path)).exit_code == 0
    before = files(root)
    again = run(root, "add", str(path))
    assert again.exit_code == 1
    assert (
        f"is in content/articles/{ID}.md already: go on with variorum suggest {ID} [V508 already-added]"
        in again.output
    )
    other = run(root, "add", str(saved(root, TEXT.replace(" ", "  "), "other.txt")), "--slug", "other")
    assert other.exit_code in (0, 1)
    (root / "other.txt").unlink()
    assert {name: data for name, data in files(root).items() if name in before} == before


def test_a_name_that_is_taken_is_never_overwritten(root):
    before = files(root)
    result = run(root, "add", str(saved(root, TEXT, "x.txt")), "--slug", "harbour-post-adrift")
    assert result.exit_code == 1
    assert "V509 name-taken" in result.output
    (root / "x.txt").unlink()
    assert files(root) == before
    (root / "sources").mkdir()
    (root / "sources" / "new.txt").write_text("something else")
    result = run(root, "add", str(saved(root, TEXT, "x.txt")), "--slug", "new")
    assert "V509 name-taken" in result.output
    assert not (root / "content/articles/new.md").exists()
    assert (root / "sources" / "new.txt").read_text() == "something else"


def test_a_reprint_is_told_and_proposed_as_a_copy(root):
    run(root, "add", str(saved(root)))
    reprint = "Sound Radio\n\nA night without power\n\n" + "\n\n".join(PARAGRAPHS[:4])
    result = run(root, "add", str(saved(root, reprint, "reprint.txt")))
    assert result.exit_code == 0, result.output
    assert f'shares passages with "{ID}"' in result.output
    assert "V510 near-copy" in result.output
    text = (root / "content/articles/sound-radio-night-without-power.md").read_text()
    assert f"# copy_of: {ID}" in text


def test_a_text_in_the_private_folder_stays_where_it_is(root):
    (root / "sources").mkdir()
    path = saved(root, TEXT, "sources/003_mine.txt")
    result = run(root, "add", str(path), "--slug", "mine")
    assert result.exit_code == 0, result.output
    assert [item.name for item in (root / "sources").iterdir()] == ["003_mine.txt"]
    assert "source_file: 003_mine.txt" not in result.output
    assert 'source_file: "003_mine.txt"' in (root / "content/articles/mine.md").read_text()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--published", "4 March"), "--published"), (("--outlet", "nobody"), "harbour-post, sound-radio"),
        (("--language", "English"), "--language"), (("--slug", "../up"), "--slug"),
    ],
)  # fmt: skip
def test_values_that_cannot_be_are_refused_before_anything_is_written(root, words, said):
    path = saved(root)
    before = files(root)
    result = run(root, "add", str(path), *words)
    assert result.exit_code == 1
    assert said in result.output
    assert "Traceback" not in result.output
    assert files(root) == before


def test_no_site_is_told(tmp_path):
    result = run(tmp_path, "add", "x.txt")
    assert result.exit_code == 2
    assert "variorum new FOLDER" in result.output


def test_on_a_terminal_the_rest_is_asked(root):
    path = saved(root, TEXT, "report.txt")
    shown = typed(
        root, ["add", str(path)], "tidal-times\nThe Tidal Times\n\nA night adrift\n-\nsoon\n2031-03-05\n"
    )
    assert '"soon" is not an EDTF date' in shown, shown
    assert "Traceback" not in shown
    site, problems = check(root)
    assert errors(problems) == []
    draft = site.drafts["tidal-times-night-adrift"]
    assert draft is not None
    assert (draft.headline, draft.published.edtf, draft.byline) == ("A night adrift", "2031-03-05", ())
    assert site.outlets["tidal-times"].name == "The Tidal Times"
    assert "# GAP byline" in (root / "content/articles/tidal-times-night-adrift.md").read_text()


def test_what_only_the_page_says_stands_before_the_private_text(root):
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    (root / "page.html").write_text(page(body, record=RECORD))
    assert run(root, "add", str(root / "page.html")).exit_code == 0
    text = (root / "sources" / f"{ID}.txt").read_text()
    assert text.startswith("The Harbour Post\n\n")
    assert "By Ina Dahl, Reuters\n" in text
    assert "Published 2031-03-04\n" in text
    with_precis(root / f"content/articles/{ID}.md")
    result = run(root, "publish", ID)
    assert result.exit_code == 0, result.output
    assert ID in check(root)[0].articles


def test_what_the_editor_entered_is_told_as_inferred(root):
    saved_text = saved(root, TEXT, "report.txt")
    given = (
        "--outlet",
        "sound-radio",
        "--headline",
        "A night adrift",
        "--published",
        "2031-03-05",
        "--byline",
        "Per Ek",
    )
    result = run(root, "add", str(saved_text), *given)
    assert result.exit_code == 0, result.output
    draft = check(root)[0].drafts["sound-radio-night-adrift"]
    assert draft is not None
    assert {key for key, reason in draft.inferred.items() if reason.startswith("Entered")} == {
        "outlet", "headline", "published", "byline",
    }  # fmt: skip
    with_precis(root / "content/articles/sound-radio-night-adrift.md")
    assert run(root, "publish", "sound-radio-night-adrift").exit_code == 0


def test_what_the_text_prints_as_well_is_not_said_to_be_the_editors_word(root):
    saved_text = saved(root, f"A night adrift\n\n5 March 2031\n\n{TEXT}", "report.txt")
    given = ("--outlet", "sound-radio", "--headline", "A night adrift", "--published", "2031-03-05")
    assert run(root, "add", str(saved_text), *given).exit_code == 0
    draft = check(root)[0].drafts["sound-radio-night-adrift"]
    assert draft is not None
    entered = {key for key, reason in draft.inferred.items() if reason.startswith("Entered")}
    assert entered.isdisjoint({"headline", "published"})


def test_an_outlet_that_is_not_entered_comes_with_its_lines(root):
    text = page(
        record={**RECORD, "publisher": {"@type": "Organization", "name": "Tarn Weekly"}},
        head='<link rel="canonical" href="https://www.tarn.example/a">',
    )
    result = run(root, "add", str(saved(root, text)), "--slug", "tarn")
    assert result.exit_code == 0, result.output
    assert 'outlets.yml has no "Tarn Weekly"' in result.output
    path = root / "content/articles/tarn.md"
    lines = path.read_text().splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("# GAP outlet:"))
    # What the draft proposes is pasted as it stands, and the gap filled.
    proposed = "\n".join(line.removeprefix("#   ") for line in lines[at + 1 :] if line.startswith("#   "))
    outlets = root / "content/outlets.yml"
    outlets.write_text(outlets.read_text() + proposed + "\n")
    assert check(root)[0].outlets["tarn-weekly"].hosts == ("tarn.example",)
    path.write_text(path.read_text().replace("draft: true\n", "draft: true\noutlet: tarn-weekly\n"))
    with_precis(path)
    result = run(root, "publish", "tarn")
    assert result.exit_code == 0, result.output
    assert "GAP outlet" not in path.read_text()
    assert "#   " not in path.read_text()


def test_an_unknown_outlet_on_the_command_line_is_refused_with_what_to_enter(root):
    path = saved(root)
    before = files(root)
    result = run(root, "add", str(path), "--outlet", "tarn-weekly")
    assert result.exit_code == 1
    assert "V518 outlet-not-entered" in result.output
    assert "tarn-weekly:\n      name: Tarn Weekly\n" in result.output
    assert files(root) == before


def test_the_gap_of_the_precis_says_how_long_the_site_wants_it(root):
    settings = root / "content/site.yml"
    settings.write_text("quote_limit: 15\nprecis_words: [30, 70]\n")
    run(root, "add", str(saved(root)))
    assert "# GAP precis: write 30 to 70 words" in (root / f"content/articles/{ID}.md").read_text()


@pytest.mark.parametrize("words", [(), ("--outlet", "harbour-post"), ("--outlet", "ferry-times")])
def test_an_outlet_is_entered_nowhere_while_its_registry_has_errors(root, words):
    """The entry may stand there already, with a mistake in it: a second one would be one more."""
    registry = root / "content" / "outlets.yml"
    sound = registry.read_text()
    registry.write_text(sound.replace("kind: newspaper", "kind: paper"))
    path, before = saved(root), files(root)
    result = run(root, "add", str(path), *words)
    assert result.exit_code == 1
    assert (
        "content/outlets.yml has errors, so it is not known whether the outlet is in it [V528 not-understood]"
        in result.output
    )
    assert files(root) == before | {"saved.html": path.read_bytes()}
    # What another entry lacks is nothing to this one.
    registry.write_text(sound.replace("kind: broadcaster", "kind: radio"))
    assert run(root, "add", str(path)).exit_code == 0


def test_a_site_without_a_registry_of_outlets_gets_its_first(root):
    (root / "content" / "outlets.yml").unlink()
    result = run(root, "add", str(saved(root)))
    assert result.exit_code == 0, result.output
    assert "V519 new-outlet" in result.output


def test_an_address_in_other_letters_names_its_outlet_in_them(root):
    path = saved(root, page(head='<link rel="canonical" href="https://www.b\u00fccher.example/\u00fcber">'))
    result = run(root, "add", str(path), "--slug", "new-report")
    assert result.exit_code == 0, result.output
    text = (root / "content/articles/new-report.md").read_text(encoding="utf-8")
    assert "#     name: b\u00fccher.example\n" in text
    assert "#     hosts: [xn--bcher-kva.example]\n" in text
    assert 'url: "https://www.b\u00fccher.example/\u00fcber"\n' in text
    assert errors(check(root)[1]) == []


@pytest.mark.parametrize("key", ["headline", "byline"])
@pytest.mark.parametrize("said", ["a\x1b[31mb", "a\udcffb", "", "x" * 401])
def test_what_is_no_line_of_text_is_not_taken_from_the_command_line(root, key, said):
    before = files(root)
    result = run(root, "add", str(saved(root)), f"--{key}", said)
    assert result.exit_code == 1
    assert f"Error: --{key}: " in result.output
    assert "[V517 bad-answer]" in result.output
    assert {name: data for name, data in files(root).items() if name != "saved.html"} == before


@pytest.mark.parametrize("command", ["suggest", "publish"])
def test_an_article_that_cannot_be_read_is_not_called_missing(root, command):
    path = root / "content" / "articles" / "harbour-post-adrift.md"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Adrift for a night", '"a\\0b"'), encoding="utf-8"
    )
    result = run(root, command, "harbour-post-adrift")
    assert result.exit_code == 1
    assert (
        "content/articles/harbour-post-adrift.md:3: headline: holds the control character U+0000 [V003 nul-byte]"
        in result.output
    )
    assert "no-such-article" not in result.output
