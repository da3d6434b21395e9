"""Starting a site: what is written builds at once, alone, and its own templates stand before ours."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from mkdocs.utils.yaml import yaml_load

from builder.adapters.desk.app import FOLDER
from builder.cli.main import main
from builder.desk import new as starter
from builder.proof.check import proofread
from tests.conftest import ROOT


def run(*words: str):
    return CliRunner().invoke(main, list(words), catch_exceptions=False)


@pytest.fixture
def site(tmp_path) -> Path:
    folder = tmp_path / "my-paper-trail"
    result = run("new", str(folder), "--requirement", f"variorum @ {ROOT.as_uri()}")
    assert result.exit_code == 0, result.output
    assert "&& variorum desk" in result.output
    return folder


def test_the_example_holds_against_its_texts(site):
    read = proofread(site)
    assert list(map(str, read.problems)) == []
    assert read.texts is not None
    assert len(read.site.articles) == 2
    assert sum(len(article.claims) for article in read.site.articles.values()) == 7


def test_its_own_check_and_build_find_nothing_to_say(site, monkeypatch):
    monkeypatch.setenv("VARIORUM_SOURCES", "")
    checked, built = run("check", "-C", str(site)), run("build", "-C", str(site))
    assert (checked.exit_code, built.exit_code) == (0, 0), checked.output + built.output
    lines = checked.stdout.splitlines()
    assert (lines[0], lines[-1]) == ("No problems found.", "7 of 7 claims were found in their texts.")
    assert "arning" not in checked.output + built.output
    shares = [int(line.split()[1]) for line in lines if line.startswith("  ")]
    assert len(shares) == 2
    assert max(shares) <= 25


def test_it_says_of_its_texts_only_what_add_would_say(site):
    """What was not found is no statement that there is none: the example teaches no other words than those of a draft."""
    for path in sorted((site / "content/articles").glob("*.md")):
        for phrase in ("credits no agency", "marks it as cut", "names no author", "states no day"):
            assert phrase not in path.read_text()


def test_the_site_has_all_it_needs(site):
    for name in (
        "Makefile",
        "README.md",
        "requirements.txt",
        ".gitignore",
        ".github/workflows/publish.yml",
        "mkdocs.yml",
    ):
        assert (site / name).is_file()
    assert yaml_load((site / "mkdocs.yml").read_text())["site_name"] == "My paper trail"
    assert "SITE_NAME" not in (site / "README.md").read_text()
    ignored = (site / ".gitignore").read_text().splitlines()
    assert {"/sources/", "/site/", "/.variorum/", "/.venv/"} <= set(ignored)
    workflow = yaml.safe_load((site / ".github/workflows/publish.yml").read_text())
    assert workflow["jobs"]["deploy"]["needs"] == "build"
    # The site knows where it will stand.
    assert [step["env"] for step in workflow["jobs"]["build"]["steps"] if step.get("run") == "make site"] == [
        {"SITE_URL": "https://${{ github.repository_owner }}.github.io/${{ github.event.repository.name }}/"}
    ]
    assert [path.name for path in site.parent.iterdir()] == [site.name]


def test_its_readme_leads_to_the_desk_before_any_file_and_names_what_is_there(site):
    readme = (site / "README.md").read_text()
    assert readme.index("variorum desk") < readme.index("**At the desk.**") < readme.index("content/")
    steps = readme.partition("**At the desk.**")[2].partition("**In the files.**")[0]
    assert "variorum" not in steps
    pages = "".join(path.read_text() for path in FOLDER.glob("*.html"))
    keys = set(re.findall(r"`(\w)`", steps))
    assert keys >= set("xaqtg")
    assert keys <= set(re.findall(r'data-(?:key|focus)="(\w)"', pages))
    commands = set(re.findall(r"\.venv/bin/variorum (\w+)", readme))
    assert commands <= set(main.commands)
    for name in re.findall(r"`(content/[^`]+)`", readme):
        assert (site / name).exists(), name


def test_what_takes_a_minute_says_so_first(site):
    planned = subprocess.run(
        ["make", "-n", "site"], cwd=site, capture_output=True, text=True, check=True
    ).stdout
    assert planned.index("Installing Variorum into .venv") < planned.index("-m venv")


def test_it_builds_at_once_and_its_own_templates_come_first(site):
    (site / "templates/pages").mkdir(parents=True)
    (site / "templates/pages/text.html").write_text("<p>Our own frame</p>\n")
    result = run("build", "-C", str(site))
    assert result.exit_code == 0, result.output
    assert "Our own frame" in (site / "site/method/index.html").read_text()
    topic = (site / "site/topics/closure/index.html").read_text()
    assert "About 4,200" in topic
    assert "Our own frame" not in topic
    assert (site / "site/assets/stylesheets/variorum.css").is_file()
    assert "could not wait for another winter" in topic
    assert "found cracks in two of its piers" not in "".join(
        p.read_text() for p in site.rglob("site/**/*.html")
    )


def test_an_installed_package_builds_it_without_the_checkout(site, tmp_path):
    """The wheel carries templates and the starter: what "make site" installs is not this folder."""
    target = tmp_path / "installed"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
    subprocess.run(
        [*pip, "--no-deps", "--no-build-isolation", "--target", str(target), str(ROOT)],
        check=True,
        capture_output=True,
        text=True,
    )
    env = {**os.environ, "PYTHONPATH": str(target)}
    code = "import builder.cli.main, builder.pages.render as r; print(r.TEMPLATES); builder.cli.main.main()"
    done = subprocess.run(
        [sys.executable, "-P", "-c", code, "build"],
        cwd=site,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert str(target) in done.stdout.splitlines()[0]
    assert (site / "site/index.html").is_file()


def test_nothing_is_overwritten(site):
    before = (site / "mkdocs.yml").read_bytes()
    result = run("new", str(site))
    assert (result.exit_code, "V540 folder-in-use" in result.output) == (1, True)
    assert (site / "mkdocs.yml").read_bytes() == before
    file = site / "file"
    file.write_text("x")
    assert run("new", str(file)).exit_code == 1


def test_an_empty_folder_may_be_there_and_an_interruption_leaves_it_empty(tmp_path, monkeypatch):
    folder = tmp_path / "trail"
    folder.mkdir()

    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(starter, "own_requirement", interrupted)
    with pytest.raises(KeyboardInterrupt):
        starter.new(folder)
    assert [path.name for path in tmp_path.iterdir()] == ["trail"]
    assert list(folder.iterdir()) == []
    monkeypatch.undo()
    assert "mkdocs.yml" in starter.new(folder, "A: name # with signs")
    assert yaml_load((folder / "mkdocs.yml").read_text())["site_name"] == "A: name # with signs"


def test_the_requirement_is_where_this_one_came_from():
    assert starter.own_requirement().startswith("variorum")


@pytest.mark.parametrize("name", ["Paper \u202eTrail", "Paper\x9b", "Pa\u200bper"])
def test_a_name_that_is_not_as_it_seems_is_refused(name, tmp_path):
    result = run("new", str(tmp_path / "site"), "--name", name)
    assert result.exit_code == 1
    assert "[V517 bad-answer]" in result.output
    assert not (tmp_path / "site").exists()
