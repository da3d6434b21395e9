"""The site as readers have it and as they will have it, built aside: the pages that a step changes, before and after."""

from __future__ import annotations

import html
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from builder.cache.records import PLACE
from builder.content.load import Document
from builder.content.settings_file import NAME
from builder.desk.desk import Desk
from builder.desk.kinds import Refusal
from builder.desk.moving.plan import Plan
from builder.desk.publish import publish
from builder.desk.suggest.write import load
from builder.desk.suggest.write import publish as without_draft
from builder.proof.private_texts import VARIABLE, folders

BEFORE, AFTER = "before", "after"
SITE = "site"
_INHERITED = "inherited-mkdocs.yml"
_TITLE = re.compile(r"<title>([^<]*)</title>")
PATIENCE = 300
"""Seconds that a build may take."""


class Preview:
    """Two built sites in a folder of their own. ``change`` does to a copied site what is to be seen; it returns why it could not."""

    def __init__(self, desk: Desk, change: Callable[[Path], str], aside: Path) -> None:
        self._folder = Path(tempfile.mkdtemp(dir=aside))
        self.why = ""
        """Why there is none, if so."""
        for name in (BEFORE, AFTER):
            root = self._folder / name
            _copied(desk, root)
            if name == AFTER:
                self.why = self.why or change(root)
            self.why = self.why or _built(desk, root)
        self.pages = {} if self.why else self._differing()

    def _differing(self) -> dict[str, str]:
        """Return the addresses of the pages that are new, other or gone, those of topics and stories first, each with the page's title."""
        before, after = _pages(self.site(BEFORE)), _pages(self.site(AFTER))
        found = [
            address
            for address in before.keys() | after.keys()
            if address not in before
            or address not in after
            or before[address].read_bytes() != after[address].read_bytes()
        ]
        order = {"topics": 0, "articles": 1, "stories": 2, "": 3}
        found.sort(key=lambda one: (order.get(one.partition("/")[0], 4), one))
        return {one: _title(after.get(one) or before[one]) for one in found[:60]}

    def site(self, which: str) -> Path:
        """Return the folder of one of the two sites."""
        return self._folder / which / SITE


def _pages(site: Path) -> dict[str, Path]:
    """Return the pages of a built site by their addresses."""
    found = {file.relative_to(site).parent.as_posix(): file for file in site.rglob("index.html")}
    return {"" if address == "." else f"{address}/": file for address, file in found.items()}


def _title(page: Path) -> str:
    found = _TITLE.search(page.read_text(encoding="utf-8"))
    return html.unescape(found[1]).strip() if found else ""


def _copied(desk: Desk, root: Path) -> None:
    """Lay a site that has copies of the content's files, and links to all else that a build may read."""
    root.mkdir()
    shutil.copytree(desk.root / desk.content_dir, root / desk.content_dir, symlinks=True)
    skipped = {desk.content_dir, str(PLACE), ".git", SITE}
    for entry in desk.root.iterdir():
        if entry.name not in skipped:
            name = _INHERITED if entry.name == NAME else entry.name
            (root / name).symlink_to(entry.resolve(), target_is_directory=entry.is_dir())
    # Whatever folder the settings name for the site, this one is built here.
    (root / NAME).write_text(f"INHERIT: {_INHERITED}\nsite_dir: {SITE}\n", encoding="utf-8")


def published(desk: Desk, document: Document, root: Path) -> str:
    """Publish a draft in a copied site; return why that was not possible, empty if it was."""
    if document.data.get("draft") is not True:
        return ""
    file = root / document.path
    try:
        if document.data.get("revises"):
            publish(Desk(root, desk.content_dir), document)
        else:
            file.write_bytes(without_draft(load(file)).encode())
    except (Refusal, OSError) as error:
        return str(error)
    return ""


def moved(desk: Desk, plan: Plan, root: Path) -> str:
    """Do in a copied site what a plan says; what it changes in the private folder no page shows."""
    for one in plan.changes:
        # The site's own settings stand beside those that say where it is built.
        file = root / (_INHERITED if one.path == NAME else one.path)
        if not one.path.startswith(f"{desk.content_dir}/") and one.path != NAME:
            continue
        # No link is written through: what it leads to is the editor's own.
        file.unlink(missing_ok=True)
        if one.after is not None:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(one.after.encode())
    return ""


def _built(desk: Desk, root: Path) -> str:
    """Build a site; return why that was not possible, empty if it was."""
    places = folders(desk.root)
    env = dict(os.environ) | ({VARIABLE: str(places[0])} if places else {})
    try:
        done = subprocess.run(
            [sys.executable, "-m", "builder", "build", "-C", str(root)],
            capture_output=True, text=True, timeout=PATIENCE, check=False, env=env, cwd=root,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return f"it takes longer than {PATIENCE} seconds"
    told = (done.stderr or done.stdout).strip().splitlines()
    # Warnings are told beside the errors.
    stopping = [line for line in told if line.startswith("Error")] or told[-1:]
    return "" if done.returncode == 0 else (stopping[0] if stopping else "the build failed")
