"""What makes the commands pleasant: completion, an end at any moment, and what to do next where nothing is left."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.cli.main import main
from builder.desk.new import new
from tests.copied import Copied, variorum
from tests.desk.pages import TEXT
from tests.desk.running import files, keys, python_on_terminal, run
from tests.factory import write_site

ID = "sound-radio-at-night"
INTERRUPTED = """
import sys, builder.cli.entry
class Stop:
    def find_spec(self, name, *_):
        if name == "builder.cli.main":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Stop())
builder.cli.entry.main()
"""


@pytest.fixture
def root(tmp_path) -> Path:
    root = write_site(tmp_path)
    (root / "plain.txt").write_text(TEXT, encoding="utf-8")
    return root


def completed(root: Path, shell: str, *words: str) -> list[str]:
    """What a shell is told for the last of some words, by the protocol that its script speaks."""
    env = {**os.environ, "COMP_WORDS": " ".join(("variorum", *words)), "COMP_CWORD": str(len(words))}
    if shell == "fish":
        env["COMP_CWORD"] = words[-1]
    env["_VARIORUM_COMPLETE"] = f"{shell}_complete"
    code, told, _ = Copied(variorum(), cwd=root, env=env).ended()
    assert code == 0
    return told.split("\n")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_commands_options_articles_and_files_are_completed(root, shell):
    told = {words: " ".join(completed(root, shell, *words)) for words in (
        ("su",), ("suggest", "sound"), ("suggest", "--wr"), ("suggest", "x", "--format", "j"), ("add", "pl"), ("diff", "--against", "si"),
    )}  # fmt: skip
    assert "suggest" in told["su",]
    assert "sound-radio-fuse" in told["suggest", "sound"]
    assert "--write" in told["suggest", "--wr"]
    assert "json" in told["suggest", "x", "--format", "j"]
    # The shell itself knows the files.
    assert "file" in told["add", "pl"]
    assert "file" in told["diff", "--against", "si"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_guide_says_how_each_shell_completes(repository, shell):
    guide = (repository / "content/authoring.md").read_text(encoding="utf-8")
    assert f"_VARIORUM_COMPLETE={shell}_source variorum" in guide


def test_help_is_whole_on_a_narrow_terminal_and_says_where_to_begin():
    shown = CliRunner().invoke(main, ["--help"], terminal_width=80).output
    listed = shown.split("Commands:")[1].split("Exit codes")[0]
    assert [line for line in listed.splitlines() if line.endswith("...")] == []
    assert "variorum new FOLDER" in shown


def test_help_of_the_server_says_what_becomes_of_a_mistake():
    shown = " ".join(CliRunner().invoke(main, ["serve", "--help"]).output.split())
    assert "a box over the page, with file and line; the last good page stays" in shown


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_tells_its_exit_codes(command):
    shown = CliRunner().invoke(main, [command, "--help"]).output
    assert "Exit codes:" in shown


@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_ending_at_a_question_writes_nothing_and_says_so(root, key):
    before = files(root)
    shown = keys(root, key, ["add", str(root / "plain.txt")], prompt=b"leaves a gap): ")
    assert "Stopped: nothing was written." in shown
    assert files(root) == before


def test_an_interruption_while_the_program_is_read_is_no_traceback():
    done = subprocess.run([sys.executable, "-c", INTERRUPTED], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "\nStopped.\n")


def test_where_nothing_is_left_to_propose_nothing_is_asked_for(root):
    assert run(root, "add", str(root / "plain.txt"), "--slug", ID).exit_code == 0
    result = run(root, "suggest", ID)
    assert "\n2 proposals. On a terminal" in result.output
    assert f"2 more answer no question of the site: variorum suggest {ID} --all" in result.output
    assert "0 of 2 proposals taken." in keys(root, "ddn", ["suggest", ID])
    written = run(root, "suggest", ID, "--write")
    assert "Wrote 0 proposals" in written.output
    assert "Next: move" not in written.output
    assert "Nothing is left to propose." in keys(root, "n", ["suggest", ID])


def test_without_colours_no_escape_is_printed(root):
    assert run(root, "add", str(root / "plain.txt"), "--slug", ID, "--language", "en").exit_code == 0
    shown = keys(root, "qn", ["suggest", ID], TERM="xterm", NO_COLOR="1")
    assert "1/2  figure" in shown
    assert "[[" in shown
    assert "\x1b" not in shown
    assert "\x1b[1m" in keys(root, "qn", ["suggest", ID], TERM="xterm", NO_COLOR="")


def test_of_another_language_little_is_promised(root):
    assert run(root, "add", str(root / "plain.txt"), "--slug", ID, "--language", "sv").exit_code == 0
    assert "V527 other-language" in run(root, "suggest", ID).output
    # Without rules nobody can tell a figure from a day: none is proposed. What a program reads stays what it was.
    assert json.loads(run(root, "suggest", ID, "--format", "json").stdout) == []


def test_after_writing_proposals_a_draft_is_to_be_published(root):
    assert run(root, "add", str(root / "plain.txt"), "--slug", ID).exit_code == 0
    result = run(root, "suggest", ID, "--write")
    assert f"then: variorum publish {ID}" in result.output
    assert "V527" not in result.output


def test_what_takes_longer_than_a_second_shows_that_it_goes_on(root):
    """On a terminal a command of a second and more turns a sign; what it prints takes the line's place."""
    code = """
import sys, time, click
from builder.cli.terminal import progress
with progress("Building") as say:
    time.sleep(1.4)
    say("Making part 2 of 9")
    time.sleep(0.4)
    click.echo("a warning that is longer than the line", err=True)
with progress("At once"):
    pass
"""
    shown = python_on_terminal(code)
    assert "Building ... -\r" in shown
    assert "Making part 2 of 9 ... " in shown
    assert "At once" not in shown
    last = shown.rpartition("a warning that is longer than the line\r\n")[2]
    assert last.replace(" ", "").split("\r")[-1] == ""


def test_a_build_of_one_story_shows_that_it_goes_on(root):
    """It has one part: nothing could be counted, and it was silent for as long as it took."""
    (root / "mkdocs.yml").write_text(
        "site_name: T\ndocs_dir: content\nexclude_docs: '*.yml'\ntheme: {name: material, font: false}\nplugins: [variorum]\n"
    )
    code = (
        "import builder.cli.terminal as t, threading; t._PATIENCE = 0.01\n"
        f"from builder.cli.main import main; main(['build', '-C', {str(root)!r}], standalone_mode=False)\n"
        # No thread: the work may still be divided among processes.
        "assert threading.active_count() == 1"
    )
    shown = python_on_terminal(code)
    assert "Building ... -" in shown
    assert "Built " in shown


def test_proposals_from_a_registry_with_errors_are_marked(root):
    site = root / "bridge"
    new(site)
    said = "V528 not-understood"
    assert said not in run(site, "suggest", "coast-radio-detour", "--all").output
    path = site / "content" / "sources.yml"
    path.write_text(path.read_text().replace("kind: organisation", "kind: union"))
    result = run(site, "suggest", "coast-radio-detour", "--all")
    assert result.exit_code == 0
    assert "Look: content/sources.yml: until that is mended, proposals may lack their source" in result.output
    assert said in result.output
