"""Start somebody else's site: settings, an invented example story, the commands, a workflow that publishes it."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from importlib import metadata
from pathlib import Path

from builder.content.strict_yaml import UNPRINTABLE, held
from builder.desk import kinds
from builder.desk.kinds import Refusal
from builder.values.hidden import hidden

STARTER = Path(__file__).resolve().parent / "starter"
"""The files of a new site, as they are but for the name and what they are called."""
_NAMES = {"gitignore": ".gitignore", "github/publish.yml": ".github/workflows/publish.yml"}
_NAMED = ("mkdocs.yml", "README.md")
_NAME = re.compile(r"[^\x00-\x1f\x7f]{1,120}\Z")


def new(folder: Path, name: str | None = None, requirement: str | None = None) -> list[str]:
    """Write a new site into a folder that is empty or not there yet; return the names of its files.

    All or nothing: it is made beside the folder and then given its name.
    """
    if folder.is_symlink() or (folder.exists() and (not folder.is_dir() or any(folder.iterdir()))):
        raise Refusal(kinds.FOLDER_IN_USE, f"{folder} is there already and not empty")
    # A folder's name is bytes, and need not be text.
    called = os.fsencode(folder.resolve().name).decode("utf-8", "ignore")
    title = name or called.replace("-", " ").replace("_", " ").strip().capitalize() or "Variorum"
    if not _NAME.match(title):
        raise Refusal(kinds.BAD_ANSWER, "--name: one line of at most 120 characters is wanted")
    for key, said in (("--name", title), ("--requirement", requirement or "")):
        if found := UNPRINTABLE.search(said):
            raise Refusal(kinds.BAD_ANSWER, f"{key}: what is given {held(found[0])}")
    if next(hidden(title), None) is not None:
        raise Refusal(kinds.BAD_ANSWER, "--name: every character has to be one that is seen")
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=".variorum-new-", dir=folder.resolve().parent))
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
        # JSON's quotation is YAML's too.
        shown = json.dumps(title, ensure_ascii=False) if name.endswith(".yml") else title
        text = text.replace("SITE_NAME", shown)
    target.write_text(text, encoding="utf-8")
    return name


def own_requirement() -> str:
    """Return the requirement that installs this very Variorum: where it came from, as pip recorded it."""
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
