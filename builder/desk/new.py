"""Start a new site: settings, an invented example story, a Makefile, and a workflow that publishes the site."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from importlib import metadata
from pathlib import Path

from builder.desk import kinds
from builder.desk.kinds import Refusal
from builder.values.hidden import described, hidden

STARTER = Path(__file__).resolve().parent / "starter"
"""The files of a new site, which are copied unchanged except for the site's name and some file names."""
_NAMES = {"gitignore": ".gitignore", "github/publish.yml": ".github/workflows/publish.yml"}
_NAMED = ("mkdocs.yml", "README.md")
_NAME = re.compile(r"[^\x00-\x1f\x7f]{1,120}\Z")


def new(folder: Path, name: str | None = None, requirement: str | None = None) -> list[str]:
    """Write a new site into a folder that is empty or does not exist yet; return the paths of its files in it.

    The site is made in a temporary folder and then renamed, so that it is complete or not there at all. Raises ``Refusal``
    if the folder is in use, or the name or requirement cannot be written into the files.
    """
    if folder.is_symlink() or (folder.exists() and (not folder.is_dir() or any(folder.iterdir()))):
        raise Refusal(kinds.FOLDER_IN_USE, f"{folder} exists already and is not empty")
    # A folder's name is bytes that may not be text.
    called = os.fsencode(Path(os.path.realpath(folder)).name).decode("utf-8", "ignore")
    title = name or called.replace("-", " ").replace("_", " ").strip().capitalize() or "Variorum"
    if not _NAME.match(title):
        raise Refusal(kinds.BAD_ANSWER, "--name: one line of at most 120 characters is wanted")
    for key, said in (("--name", title), ("--requirement", requirement or "")):
        if (at := next(hidden(said), None)) is not None:
            raise Refusal(kinds.BAD_ANSWER, f"{key}: what is given holds {described(said[at])}")
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=".variorum-new-", dir=Path(os.path.realpath(folder)).parent))
    try:
        made.chmod(0o755)
        written = [_write(made, path, title) for path in sorted(STARTER.rglob("*")) if _is_ours(path)]
        (made / "requirements.txt").write_text(
            "# Which Variorum builds the site: a version, an address of git, or a folder on this machine.\n"
            f"{requirement or own_requirement()}\n",
            encoding="utf-8",
        )
        if folder.is_dir():
            folder.rmdir()
        made.rename(folder)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise
    return sorted([*written, "requirements.txt"])


def _is_ours(path: Path) -> bool:
    return path.is_file() and "__pycache__" not in path.parts


def _write(folder: Path, path: Path, title: str) -> str:
    name = path.relative_to(STARTER).as_posix()
    name = _NAMES.get(name, name)
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    text = path.read_text(encoding="utf-8")
    if name in _NAMED:
        # A JSON string is a YAML string too.
        shown = json.dumps(title, ensure_ascii=False) if name.endswith(".yml") else title
        text = text.replace("SITE_NAME", shown)
    target.write_text(text, encoding="utf-8")
    return name


def own_requirement() -> str:
    """Return the requirement that installs the running version of Variorum, from pip's record of where it came from."""
    package = metadata.distribution("variorum")
    try:
        origin = json.loads(package.read_text("direct_url.json") or "{}")
    except ValueError:
        origin = {}
    url, vcs = origin.get("url"), origin.get("vcs_info")
    if isinstance(url, str) and isinstance(vcs, dict):
        return f"variorum @ {vcs.get('vcs', 'git')}+{url}@{vcs.get('commit_id', 'HEAD')}"
    if isinstance(url, str):
        return f"variorum @ {url}"
    return f"variorum=={package.version}"
