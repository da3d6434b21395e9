"""What whoever takes the project up finds: the package, its ways in, and how it is published."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from builder import __version__
from builder.cli.main import main
from scripts import release
from tests.factory import changed, write_site

ROOT = Path(__file__).resolve().parent.parent


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def loaded(name: str) -> Any:
    return yaml.safe_load(text(name))


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    return tomllib.loads(text("pyproject.toml"))["project"]


def test_the_wheel_has_types_templates_and_what_an_index_shows(
    tmp_path: Path, project: dict[str, Any]
) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        (metadata,) = [name for name in names if name.endswith(".dist-info/METADATA")]
        told = message_from_bytes(archive.read(metadata))
    assert {
        "builder/py.typed",
        "builder/_templates/pages/topic.html",
        "builder/desk/starter/mkdocs.yml",
    } <= set(names)
    assert {name.partition("/")[0] for name in names} == {"builder", f"variorum-{__version__}.dist-info"}
    assert told["Version"] == project["version"] == __version__
    assert str(told.get_payload()).startswith("# Variorum\n")
    labels = {value.partition(", ")[0] for value in told.get_all("Project-URL") or ()}
    assert labels == {"Source", "Documentation", "Changelog", "Issues"}
    assert {"journalism", "mkdocs", "provenance"} <= set(str(told["Keywords"]).split(","))


def test_a_release_names_one_version_everywhere(tmp_path: Path) -> None:
    assert [fault for fault in release.faults(ROOT, f"v{__version__}") if "is no address" not in fault] == []
    for name in ("pyproject.toml", "CITATION.cff", "CHANGELOG.md"):
        here = text(name).replace("https://variorum.example/", "https://code.test/")
        (tmp_path / name).write_text(here, encoding="utf-8")
    assert release.faults(tmp_path, f"v{__version__}") == []
    assert release.faults(tmp_path, "v9.9.9") == [
        f"pyproject.toml names version {__version__}, and the tag v9.9.9.",
        f"builder/__init__.py names version {__version__}, and the tag v9.9.9.",
        f"CITATION.cff names version {__version__}, and the tag v9.9.9.",
        'CHANGELOG.md has no heading "## 9.9.9 (YYYY-MM-DD)".',
    ]
    citation = tmp_path / "CITATION.cff"
    citation.write_text(
        re.sub(r'"\d{4}-\d\d-\d\d"', '"2020-01-01"', citation.read_text(encoding="utf-8")), encoding="utf-8"
    )
    assert [fault.rpartition(" ")[2] for fault in release.faults(tmp_path, f"v{__version__}")] == [
        "2020-01-01."
    ]


def test_a_release_is_not_published_with_addresses_that_are_none(tmp_path: Path) -> None:
    for name in ("pyproject.toml", "CITATION.cff", "CHANGELOG.md"):
        (tmp_path / name).write_text(
            text(name).replace("https://variorum.example/", "https://code.example/"), encoding="utf-8"
        )
    told = release.faults(tmp_path, f"v{__version__}")
    assert len(told) == 4
    assert all(one.startswith("https://code.example/") and "is no address" in one for one in told)


def test_every_supported_python_is_tested(project: dict[str, Any]) -> None:
    named = {line.rpartition(" ")[2] for line in project["classifiers"] if re.search(r":: 3\.\d+$", line)}
    matrix = loaded(".github/workflows/ci.yml")["jobs"]["test"]["strategy"]["matrix"]
    assert set(matrix["python"]) == named == {"3.11", "3.12", "3.13", "3.14"}
    assert project["requires-python"] == ">=3.11"


def test_what_has_to_pass_is_the_same_with_and_without_github() -> None:
    wanted = re.findall(r"^make (\w+)$", text(".ci/run"), re.MULTILINE)
    jobs = loaded(".github/workflows/ci.yml")["jobs"].values()
    run = [step["run"].removeprefix("make ") for job in jobs for step in job["steps"] if "run" in step]
    # What uv and pipx make of the package needs the public registry, which not every machine can reach.
    assert sorted(run) == sorted([*wanted, "package"]) == ["audit", "check", "package", "test", "ways"]
    assert {f"{target}:" for target in wanted} <= {
        line.partition(" ")[0] for line in text("Makefile").splitlines()
    }


def test_publishing_needs_no_secret_and_its_own_rights_only() -> None:
    workflow = loaded(".github/workflows/release.yml")
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["jobs"]["publish"]["permissions"] == {"id-token": "write"}
    assert workflow["jobs"]["publish"]["environment"] == "release"
    assert "secrets." not in text(".github/workflows/release.yml")
    steps = [step.get("run", "") for step in workflow["jobs"]["build"]["steps"]]
    assert any("scripts.release" in step for step in steps)


def test_hook_and_action_run_the_command_that_there_is(project: dict[str, Any]) -> None:
    (hook,) = loaded(".pre-commit-hooks.yaml")
    assert hook["entry"].split()[0] in project["scripts"]
    assert re.search(hook["files"], "content/articles/a.md")
    assert not re.search(hook["files"], "README.md")
    steps = loaded("action.yml")["runs"]["steps"]
    assert steps[-1]["run"].endswith('check --format github -C "$ROOT"')
    # What an editor chose for the input is never a part of a script.
    assert not any("${{" in step.get("run", "") for step in steps)


def test_github_is_told_the_lines_by_their_path_in_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = write_site(tmp_path / "trail", changed("topics/cause.yml", "answer: date", "answer: guess"))
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["check", "--format", "github", "-C", str(site.relative_to(tmp_path))])
    assert result.exit_code == 1
    assert (
        f"::error file={site.relative_to(tmp_path).as_posix()}/content/topics/cause.yml,line="
        in result.stdout
    )
    monkeypatch.chdir(site)
    assert (
        "::error file=content/topics/cause.yml,line="
        in CliRunner().invoke(main, ["check", "--format", "github"]).stdout
    )


def test_how_to_cite_it_is_in_the_form_that_programs_read() -> None:
    citation = loaded("CITATION.cff")
    assert {
        "cff-version",
        "message",
        "title",
        "authors",
        "version",
        "date-released",
        "license",
        "repository-code",
    } <= set(citation)
    assert citation["license"] == "MIT"
    assert all("name" in author for author in citation["authors"])


def test_each_kind_of_issue_has_a_form() -> None:
    forms = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("[!c]*.yml"))
    assert len(forms) == 3
    for form in forms:
        read = yaml.safe_load(form.read_text(encoding="utf-8"))
        assert {"name", "description", "body"} <= set(read)
        assert all(part["attributes"]["label"] and part["id"] for part in read["body"])


def test_the_readme_says_how_long_the_tests_take_and_shows_the_pages() -> None:
    readme = text("README.md")
    assert re.search(r"`make test` .*\bminutes\b", readme)
    pictures = re.findall(r"!\[[^\]]+\]\((docs/images/[\w.-]+)\)", readme)
    assert len(pictures) == 4
    assert all((ROOT / picture).is_file() for picture in pictures)
    links = re.findall(r"\]\((?!https?:|docs/images)([^)#]+)", readme)
    assert [link for link in links if not (ROOT / link).exists()] == []
